//! More information gives bounds within those before; where silence answers, it never lowers them.

use super::{
    absence,
    case::{Case, Seen},
    edit,
    trial::{Silence, Trial},
};
use crate::strategy::section::{put, touches};
use mutualfit_domain::{Pointer, Side};
use mutualfit_scoring::{Gate, Node, Said};
use serde_json::Value;

/// What bounds may be off by, as published.
const TOLERANCE: f64 = 1.5e-6;

pub(crate) fn check(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let case = one_arrangement(seen.case.clone());
    let (vague, left_out) = left_out(trial, &case);
    let before = trial.node(&vague).ok_or("a document that was valid does not read any more")?;
    let after = trial.node(&case).ok_or("a valid document does not read")?;
    let compared = match trial.silence {
        Silence::Unknown => narrows(&before, &after),
        Silence::Answer => rises(&before, &after),
    };
    compared.map_err(|why| format!("{why}, where {} was left out", left_out.join(" and ")))
}

/// Nothing is promised for the choice among arrangements, so there is at most one.
fn one_arrangement(mut case: Case) -> Case {
    if let Some(list) = case.role.get_mut("arrangements").and_then(Value::as_array_mut) {
        list.truncate(1);
    }
    case
}

/// The case with some of what its answering document says left out, and what that is. Members deep down are picked
/// more often than whole sections, whose absence leaves everything open.
fn left_out(trial: &Trial<'_>, case: &Case) -> (Case, Vec<String>) {
    let side = trial.answerer();
    let picked: Vec<String> = read_members(trial, case)
        .filter(|at| trial.silence == Silence::Answer || absence::of(at).is_none())
        .flat_map(|at| std::iter::repeat_n(at.to_string(), at.segments().count().pow(2)))
        .collect();
    let mut vague = case.clone();
    let mut left_out = Vec::new();
    for pick in case.picks.iter().filter(|_| !picked.is_empty()) {
        let Some(pointer) = picked.get(pick.index(picked.len())) else { continue };
        if let Some(next) = without(&vague, side, pointer) {
            left_out.push(pointer.clone());
            vague = next;
        }
    }
    (vague, left_out)
}

/// The members of the answering document that the kind reads, without those that every document has.
fn read_members(trial: &Trial<'_>, case: &Case) -> impl Iterator<Item = Pointer> {
    let side = trial.answerer();
    let reads = trial.reads_of(side);
    edit::members(case.side(side)).into_iter().filter(|at| {
        let is_head = ["/spec", "/id", "/title"].contains(&at.as_str());
        !is_head && reads.iter().any(|read| touches(read, at.as_str()))
    })
}

/// The case without one member of a document, of which only that stays whose absence would say something even so;
/// `None` where that changes nothing, or where it is no document any more.
fn without(case: &Case, side: Side, pointer: &str) -> Option<Case> {
    let document = case.side(side);
    let mut vague = edit::without(document.clone(), pointer);
    let within = document.pointer(pointer).and_then(Value::as_object).into_iter().flatten();
    for (name, value) in within.filter(|(name, _)| absence::speaks_alone(name)) {
        put(&mut vague, &format!("{pointer}/{name}"), value.clone());
    }
    let next = case.with(side, vague);
    (next.side(side) != case.side(side) && reads_still(&next, side)).then_some(next)
}

fn reads_still(case: &Case, side: Side) -> bool {
    let document = case.side(side).clone();
    match side {
        Side::Role => mutualfit_domain::read_value::<mutualfit_domain::Role>(document).is_ok(),
        Side::Candidate => {
            mutualfit_domain::read_value::<mutualfit_domain::Candidate>(document).is_ok()
        }
    }
}

/// Whether what was found with more information lies within what was found with less.
fn narrows(before: &Node, after: &Node) -> Result<(), String> {
    if !is_compared(before, after)? {
        return Ok(());
    }
    let (outer, inner) = (before.value, after.value);
    if inner.low.get() < outer.low.get() - TOLERANCE
        || inner.high.get() > outer.high.get() + TOLERANCE
    {
        return Err(format!(
            "with more information {} leaves {}, which was found with less",
            shown(after),
            shown(before)
        ));
    }
    match (before.gate, after.gate) {
        (Some(Gate::Met | Gate::Unmet), now) if now != before.gate => {
            Err(format!("the gate was {:?} and is {now:?} with more information", before.gate))
        }
        _ => Ok(()),
    }
}

/// Whether neither bound fell and no gate closed with more information, where what is left out is an answer too.
fn rises(before: &Node, after: &Node) -> Result<(), String> {
    if !is_compared(before, after)? {
        return Ok(());
    }
    let (less, more) = (before.value, after.value);
    if more.low.get() < less.low.get() - TOLERANCE || more.high.get() < less.high.get() - TOLERANCE
    {
        return Err(format!(
            "with more information {} falls below {}, which was found with less",
            shown(after),
            shown(before)
        ));
    }
    if after.gate > before.gate {
        return Err(format!(
            "the gate was {:?} and is {:?} with more information",
            before.gate, after.gate
        ));
    }
    Ok(())
}

/// Whether the law says something of two answers to one ask.
fn is_compared(before: &Node, after: &Node) -> Result<bool, String> {
    if before.asked != after.asked {
        return Err(format!(
            "the ask was {:?} and is {:?}, though only the answer changed",
            before.asked, after.asked
        ));
    }
    Ok(after.asked == Some(Said::Stated) && after.answered != Some(Said::Irrelevant))
}

fn shown(node: &Node) -> String {
    format!("[{}, {}]", node.value.low.get(), node.value.high.get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{ABSENCES, Absence};
    use mutualfit_domain::{Candidate, Item, RoleView};
    use mutualfit_scoring::{
        Answer, Ask, CandidateAsks, Context, Criterion, Degree, Info, ReadsOf, Registry, Stake,
    };
    use proptest::{
        strategy::{Strategy, ValueTree},
        test_runner::{Config, RngSeed, TestRunner},
    };
    use schemars::JsonSchema;
    use serde::Deserialize;
    use serde_json::json;

    /// How often every kind is tried on so many cases, at the most.
    const ROUNDS: usize = 400;
    const CASES: usize = 40;

    /// How much the role needs of what it asks: what somebody may want to know, and reads what is usual where the role
    /// says nothing.
    #[derive(Debug, Deserialize, JsonSchema)]
    struct Needed {}

    impl Criterion for Needed {
        type By = CandidateAsks;
        type Want = ();
        type Have = f32;

        fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<()> {
            let wish = candidate.aspirations.as_ref().and_then(|wishes| wishes.skill_use.as_ref());
            wish.map_or(Ask::Unstated, |_| Ask::Stated((), Stake::default()))
        }

        fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
            let asked = role.role().requirements.as_ref().and_then(|asked| asked.skills.as_ref());
            let Some(asked) = asked else { return Answer::Unstated };
            let needs = asked.iter().map(|skill| {
                if skill.is_essential() { 1.0 } else { skill.importance().get() as f32 / 2.0 }
            });
            Answer::Stated(needs.fold(0.0, f32::max))
        }

        fn fit(&self, (): &(), have: &f32) -> Degree {
            Degree::exact(*have)
        }
    }

    fn registry() -> Registry {
        let mut registry = mutualfit_criteria::registry().unwrap();
        let reads = ReadsOf {
            role: &["/requirements/skills"],
            candidate: &["/aspirations/skillUse"],
            ..ReadsOf::default()
        };
        let asks = "/aspirations/skillUse";
        let info = Info::new("example/needed", Side::Candidate, "What is needed most.");
        registry.add::<Needed>(Info { asks, reads, ..info }).unwrap();
        registry
    }

    /// A kind and the cases that it was tried on so far, each with the members that it reads.
    struct Tried<'t> {
        trial: Trial<'t>,
        cases: Vec<(Case, Vec<Pointer>)>,
        runner: TestRunner,
    }

    impl<'t> Tried<'t> {
        fn of(registry: &'t Registry, kind: &str) -> Self {
            let config = Config {
                rng_seed: RngSeed::Fixed(0),
                failure_persistence: None,
                ..Config::default()
            };
            let trial = Trial::new(registry, kind, &json!({})).unwrap();
            Self { trial, cases: Vec::new(), runner: TestRunner::new(config) }
        }

        /// The cases of one round.
        fn round(&mut self, round: usize) -> (&Trial<'t>, &[(Case, Vec<Pointer>)]) {
            let pairs = self.trial.pairs();
            while self.cases.len() < (round + 1) * CASES {
                let case = one_arrangement(pairs.new_tree(&mut self.runner).unwrap().current());
                let members = read_members(&self.trial, &case).collect();
                self.cases.push((case, members));
            }
            (&self.trial, &self.cases[round * CASES..(round + 1) * CASES])
        }

        /// Whether it reads members that an absence is of.
        fn reads(&mut self, absence: &Absence) -> bool {
            self.round(0).1.iter().any(|(_, members)| members.iter().any(|at| absence.is_of(at)))
        }

        /// Whether leaving out such a member breaks the law in a case of this round.
        fn breaks(&mut self, absence: &Absence, round: usize) -> bool {
            let (trial, cases) = self.round(round);
            cases.iter().any(|(case, members)| {
                members.iter().filter(|at| absence.is_of(at)).any(|at| {
                    let vague = without(case, trial.answerer(), at.as_str());
                    let nodes = vague.and_then(|vague| trial.node(&vague).zip(trial.node(case)));
                    nodes.is_some_and(|(before, after)| narrows(&before, &after).is_err())
                })
            })
        }
    }

    #[test]
    fn every_absence_says_something_to_some_criterion() {
        let registry = registry();
        let kinds = registry.kinds().map(|kind| kind.info().id).filter(|id| *id != "transparency");
        let mut tried: Vec<Tried<'_>> = kinds.map(|kind| Tried::of(&registry, kind)).collect();
        for absence in ABSENCES {
            let mut readers: Vec<&mut Tried<'_>> =
                tried.iter_mut().filter_map(|kind| kind.reads(absence).then_some(kind)).collect();
            let is_told =
                (0..ROUNDS).any(|round| readers.iter_mut().any(|kind| kind.breaks(absence, round)));
            assert!(
                is_told,
                "`{}` can be left out as well: no criterion takes it to say {}",
                absence.of, absence.says
            );
        }
    }
}
