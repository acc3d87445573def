//! `work-values`: does the place serve what matters to the candidate at work?

use crate::options::UNSTATED;
use mutualfit_domain::{
    Aspirations, Candidate, Number, PairFacts, Pointer, RoleView, Side, WorkValueProfile,
};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts,
    Gate, Info, Purpose, ReadsOf, Registry, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the place of work serves the six work values of the theory of work adjustment as far as they matter to the
candidate: achievement, independence, recognition, relationships, support, working conditions (METHODS.md §1.1).

A value whose own need the candidate states is left out, because that need is asked by a criterion of its own:
achievement (ability utilisation) where they state which skills they want to use; working conditions (compensation,
security, variety) where they state what they need of pay, schedule or contract.

## Degrees

`1 − Σ need·max(0, need − supply) / Σ need`, the shortfall as a share of the scale and the need as the value on its own
scale (needs–supplies by shortfall; METHODS.md §1.2, whose example is .8525641026 on the scale 1–7).

- **1**: no value falls short.
- **½**: values fall short by half of their scale, on the mean by need.
- **0**: everything that matters in full is not served at all.

## What is unknown

A value that the role does not state is served by anything from nothing to all. A value that the candidate does not state
is not asked. A profile on a scale that nothing declares is not stated.

## What would change it

Nothing is proposed: neither what matters to somebody nor what a place is like changes for one pair.

## Limits

For exploring roles for oneself, not for screening applicants. A shortfall index says nothing about the shape of two
profiles. A need at the lowest value of a scale that begins at 1 still weighs 1. Scales that go below 0 are shifted to
begin at 0.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<WorkValues>(Info {
        id: "work-values",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the place serves what matters to the candidate at work.",
        docs: DOCS,
        purpose: Purpose::Exploration,
        silence: 0.0,
        asks: "/aspirations/workValues",
        reads: ReadsOf {
            role: &["/environment/workValues", "/negotiable", "/indifferent"],
            candidate: &[
                "/aspirations/workValues",
                "/aspirations/skillUse",
                "/aspirations/pay/options",
                "/aspirations/schedule/options",
                "/aspirations/contract/options",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("met", "{value} is served as far as it matters."),
            ("short", "{value} is served less than it matters."),
            ("open", "How far {value} is served is not said."),
            UNSTATED,
        ],
    })
}

/// The settings of `work-values`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct WorkValues {}

/// The six values, in the order in which they are kept.
const VALUES: [&str; 6] =
    ["achievement", "independence", "recognition", "relationships", "support", "workingConditions"];

/// What matters to a candidate, by value.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Needs {
    /// As a share of the scale.
    shares: [f32; 6],
    /// What each weighs; 0 where it is not asked.
    weights: [f32; 6],
    total: f32,
}

/// What a place serves, by value, as shares of the scale: from and to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Supplies {
    least: [f32; 6],
    most: [f32; 6],
}

impl Criterion for WorkValues {
    type By = CandidateAsks;
    type Want = Needs;
    type Have = Supplies;

    fn ask(&self, candidate: &Candidate, context: &Context) -> Ask<Needs> {
        if candidate.is_indifferent("workValues") {
            return Ask::Irrelevant;
        }
        let Some((aspirations, profile)) = wished(candidate) else { return Ask::Unstated };
        let (Some(bounds), true) =
            (context.scale(profile.scale.as_str()), values(profile).iter().any(Option::is_some))
        else {
            return Ask::Unstated;
        };
        let mut needs = Needs::default();
        for (((value, name), share), weight) in
            values(profile).iter().zip(VALUES).zip(&mut needs.shares).zip(&mut needs.weights)
        {
            if let Some(value) = value.filter(|_| !is_asked_elsewhere(name, aspirations)) {
                *share = share_of(value, bounds);
                *weight = (value.get() - bounds.0.min(0.0)).max(0.0) as f32;
            }
        }
        needs.total = needs.weights.iter().sum();
        if needs.total <= 0.0 {
            return Ask::Irrelevant;
        }
        let essential = Essential::from_words(profile.deal_breaker, None);
        Ask::Stated(
            needs,
            Stake::of(profile.importance.unwrap_or_default().get() as f32).essential(essential),
        )
    }

    fn answer(&self, role: &RoleView<'_>, context: &Context) -> Answer<Supplies> {
        let document = role.role();
        if document.is_indifferent("workValues") || document.is_indifferent("environment") {
            return Answer::Irrelevant;
        }
        let profile = document.environment.as_ref().and_then(|place| place.work_values.as_ref());
        let served = profile
            .and_then(|profile| Some((context.scale(profile.scale.as_str())?, values(profile))));
        let Some((bounds, values)) =
            served.filter(|(_, values)| values.iter().any(Option::is_some))
        else {
            return Answer::Unstated;
        };
        let share = |unknown: f32| {
            values.map(|value| value.map_or(unknown, |value| share_of(value, bounds)))
        };
        crate::options::answered(
            *role,
            "/environment/workValues",
            Supplies { least: share(0.0), most: share(1.0) },
        )
    }

    fn fit(&self, want: &Needs, have: &Supplies) -> Degree {
        let degree = |supplies: &[f32; 6]| {
            let mut short = 0.0;
            for ((need, weight), supply) in want.shares.iter().zip(&want.weights).zip(supplies) {
                short += weight * (need - supply).max(0.0);
            }
            1.0 - short / want.total
        };
        Degree::between(degree(&have.least), degree(&have.most))
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some((_, profile)), Ask::Stated(want, _)) =
            (wished(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let have = match self.answer(role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let here = Pointer::root().field("aspirations").field("workValues");
        let there = Pointer::root().field("environment").field("workValues");
        let served = role
            .role()
            .environment
            .as_ref()
            .and_then(|place| place.work_values.as_ref())
            .map(values);
        for (place, name) in VALUES.iter().enumerate() {
            let at = |list: &[f32; 6]| list.get(place).copied().unwrap_or_default();
            let weight = at(&want.weights);
            if weight <= 0.0 {
                continue;
            }
            let need = at(&want.shares);
            let serves = |supply: f32| 1.0 - (need - supply).max(0.0);
            let degree = have.map_or(Degree::UNKNOWN, |have| {
                Degree::between(serves(at(&have.least)), serves(at(&have.most)))
            });
            let code = match (have, degree.low(), degree.high()) {
                (None, ..) => UNSTATED.0,
                (_, low, _) if low >= 1.0 => "met",
                (_, low, high) if low < high => "open",
                _ => "short",
            };
            let is_served = served.and_then(|served| *served.get(place)?).is_some();
            facts.push(
                Fact::new(code)
                    .asked(here.clone().field(name))
                    .answered(is_served.then(|| there.clone().field(name)))
                    .degree(degree)
                    .share(weight / want.total)
                    .audience(profile.audience)
                    .value("value", *name),
            );
        }
    }

    fn gate(&self, want: &Needs, have: &Supplies) -> Gate {
        Gate::at(1.0, self.fit(want, have))
    }
}

/// The values of a profile, in the order of [`VALUES`].
fn values(profile: &WorkValueProfile) -> [Option<Number>; 6] {
    [
        profile.achievement,
        profile.independence,
        profile.recognition,
        profile.relationships,
        profile.support,
        profile.working_conditions,
    ]
}

fn share_of(value: Number, (least, greatest): (f64, f64)) -> f32 {
    ((value.get() - least) / (greatest - least)).clamp(0.0, 1.0) as f32
}

fn wished(candidate: &Candidate) -> Option<(&Aspirations, &WorkValueProfile)> {
    let aspirations = candidate.aspirations.as_ref()?;
    Some((aspirations, aspirations.work_values.as_ref()?))
}

/// Whether a criterion of its own asks for what a value is about.
fn is_asked_elsewhere(value: &str, aspirations: &Aspirations) -> bool {
    match value {
        "achievement" => aspirations.skill_use.as_ref().is_some_and(|wishes| !wishes.is_empty()),
        "workingConditions" => {
            aspirations.pay.as_ref().is_some_and(|need| need.options.is_some())
                || aspirations.schedule.as_ref().is_some_and(|need| need.options.is_some())
                || aspirations.contract.as_ref().is_some_and(|need| need.options.is_some())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn profile(scale: &str, values: &[f64]) -> Value {
        let mut profile = json!({"scale": scale});
        for (name, value) in VALUES.iter().zip(values) {
            profile[name] = json!(value);
        }
        profile
    }

    fn role(scale: &str, values: &[f64]) -> Value {
        json!({"environment": {"workValues": profile(scale, values)}})
    }

    fn candidate(scale: &str, values: &[f64]) -> Value {
        json!({"aspirations": {"workValues": profile(scale, values)}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn the_shortfall_is_that_of_the_published_example() {
        let asked = candidate("onet/EX", &[5.0, 4.0, 3.0, 6.0, 2.0, 6.0]);
        let served = role("onet/EX", &[4.0, 4.0, 5.0, 3.0, 4.0, 6.0]);
        let outcome = Trial::of(register).judge(&served, &asked);
        assert!((outcome.node.value.low.get() - 0.852_564_102_6).abs() < 1e-6);
        outcome.check_facts();
    }

    #[test]
    fn what_matters_is_served_in_full_or_not_at_all() {
        let asked = candidate("mutualfit/share", &[1.0, 1.0]);
        check(&role("mutualfit/share", &[1.0, 1.0]), &asked, "1");
        check(&role("mutualfit/share", &[0.5, 0.5]), &asked, "0.5");
        check(&role("mutualfit/share", &[0.0, 0.0]), &asked, "0");
        check(&role("onet/EX", &[7.0, 7.0]), &asked, "1");
        check(&role("mutualfit/share", &[1.0]), &asked, "0.5..1");
        check(&role("mutualfit/share", &[]), &asked, "not answered");
        check(&role("acme/stars", &[1.0, 1.0]), &asked, "not answered");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["environment"]}), &asked, "irrelevant");
        check(&role("mutualfit/share", &[1.0]), &json!({}), "not asked");
        check(&role("mutualfit/share", &[1.0]), &candidate("mutualfit/share", &[]), "not asked");
        check(
            &role("mutualfit/share", &[1.0]),
            &candidate("mutualfit/share", &[0.0]),
            "irrelevant",
        );
        check(
            &role("mutualfit/share", &[1.0]),
            &json!({"indifferent": ["workValues"]}),
            "irrelevant",
        );
    }

    #[test]
    fn values_whose_own_need_is_stated_are_left_out() {
        let mut asked = candidate("mutualfit/share", &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
        let served = role("mutualfit/share", &[0.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
        check(&served, &asked, "0.6667");
        asked["aspirations"]["skillUse"] = json!([{"concept": {"label": "x"}, "wish": "seek"}]);
        check(&served, &asked, "0.8");
        asked["aspirations"]["pay"] =
            json!({"options": [{"minimum": "1", "currency": "EUR", "unitText": "HOUR"}]});
        check(&served, &asked, "1");
    }

    #[test]
    fn the_profile_can_be_a_gate() {
        let mut asked = candidate("mutualfit/share", &[1.0]);
        asked["aspirations"]["workValues"]["dealBreaker"] = json!(true);
        check(&role("mutualfit/share", &[1.0]), &asked, "1 met");
        check(&role("mutualfit/share", &[0.5]), &asked, "0.5 unmet");
        check(&json!({}), &asked, "not answered open");
        let mut negotiable = role("mutualfit/share", &[0.5]);
        negotiable["negotiable"] = json!(["/environment"]);
        check(&negotiable, &asked, "0.5 open");
        let outcome = Trial::of(register).judge(&role("mutualfit/share", &[0.5]), &asked);
        assert_eq!(
            outcome.pointers("short"),
            ("/aspirations/workValues/achievement", "/environment/workValues/achievement")
        );
    }
}
