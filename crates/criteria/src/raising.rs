//! Of what could change, what would raise a degree or open a gate: tried on the documents before it is proposed.

use crate::levers::json;
use mutualfit_domain::{Candidate, Pointer, Profile, RoleView, Side, Text};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, Essential, Gate, Lever, Levers, RoleAsks, Stake,
};
use serde::Serialize;
use std::cmp::Reverse;

/// How a pair stands by one criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    degree: Degree,
    gate: Gate,
}

impl Standing {
    /// How a pair stands by what was compared; `None` where nothing is at stake, or nothing to be answered.
    pub(crate) fn of(stake: Stake, compared: Answer<(Degree, Gate)>) -> Option<Self> {
        if stake == Stake::of(0.0) {
            return None;
        }
        let ((degree, gate), answered) = match compared {
            Answer::Stated(found) => (found, Essential::Yes),
            Answer::Negotiable(found) => (found, Essential::Negotiable),
            Answer::Unstated => ((Degree::UNKNOWN, Gate::Open), Essential::Yes),
            Answer::Irrelevant => return None,
        };
        let gate = match (stake.is_essential(), answered) {
            (Essential::No, _) => Gate::Met,
            (Essential::Yes, Essential::Yes) => gate,
            _ => gate.negotiable(),
        };
        Some(Self { degree, gate })
    }

    /// How a pair stands by a criterion of the role's side.
    fn by<C: Criterion<By = RoleAsks>>(
        criterion: &C,
        role: RoleView<'_>,
        candidate: Profile<'_>,
        context: &Context,
    ) -> Option<Self> {
        let Ask::Stated(want, stake) = criterion.ask(&role, context) else { return None };
        let answer = criterion.answer(&candidate, context);
        Self::of(
            stake,
            answer.map(|have| (criterion.fit(&want, &have), criterion.gate(&want, &have))),
        )
    }

    /// Whether something is better than before, and nothing worse.
    fn raises(self, before: Self) -> bool {
        self != before
            && self.gate <= before.gate
            && self.degree.low() >= before.degree.low()
            && self.degree.high() >= before.degree.high()
    }

    /// What is better has more of: the gate first, then what is certain.
    fn rank(self) -> (Reverse<Gate>, f32, f32) {
        (Reverse(self.gate), self.degree.low(), self.degree.high())
    }
}

/// One pair, and how it would stand with its documents changed.
#[derive(Debug)]
pub(crate) struct Raising<'a, J> {
    role: RoleView<'a>,
    candidate: Candidate,
    judge: J,
    before: Standing,
}

impl<'a, J: Fn(RoleView<'_>, Profile<'_>) -> Option<Standing>> Raising<'a, J> {
    /// A pair that a criterion compares by `judge`; `None` where it compares nothing.
    pub(crate) fn of(role: RoleView<'a>, candidate: Profile<'_>, judge: J) -> Option<Self> {
        let before = judge(role, candidate)?;
        Some(Self { role, candidate: candidate.to_candidate(), judge, before })
    }

    /// Of what could be done about one item, proposes on each side what raises most; of equal ones, the first.
    pub(crate) fn propose(&self, possible: Vec<Lever>, levers: &mut Levers) {
        let mut best: [Option<(Standing, Lever)>; 2] = [None, None];
        for lever in possible {
            let [of_role, of_candidate] = &mut best;
            let best = match lever.side {
                Side::Role => of_role,
                Side::Candidate => of_candidate,
            };
            let Some(after) = self.after(&lever).filter(|after| after.raises(self.before)) else {
                continue;
            };
            if best.as_ref().is_none_or(|(known, _)| after.rank() > known.rank()) {
                *best = Some((after, lever));
            }
        }
        best.into_iter().flatten().for_each(|(_, lever)| levers.push(lever));
    }

    /// How the pair would stand with a lever applied; `None` where that gives no valid document.
    fn after(&self, lever: &Lever) -> Option<Standing> {
        match lever.side {
            Side::Role => {
                let role = lever.apply(self.role.role())?;
                let view = RoleView::new(&role, self.role.arrangement_index());
                (self.judge)(view, Profile::of(&self.candidate))
            }
            Side::Candidate => (self.judge)(self.role, Profile::of(&lever.apply(&self.candidate)?)),
        }
    }
}

/// One pair by a criterion of the role's side.
pub(crate) fn by_criterion<'a, C: Criterion<By = RoleAsks>>(
    criterion: &'a C,
    role: RoleView<'a>,
    candidate: Profile<'_>,
    context: &'a Context,
) -> Option<Raising<'a, impl Fn(RoleView<'_>, Profile<'_>) -> Option<Standing> + use<'a, C>>> {
    Raising::of(role, candidate, move |role, candidate| {
        Standing::by(criterion, role, candidate, context)
    })
}

/// A list of a candidate in which something comes to stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) section: &'static str,
    pub(crate) candidate: Profile<'a>,
    /// How many items the list has.
    pub(crate) count: usize,
    /// Which of them changes; `None` for one more.
    pub(crate) index: Option<usize>,
}

/// A lever by which something comes to stand in a list of the candidate. An empty list says that there is nothing else,
/// and with one item in it goes on to say so by being `complete`.
pub(crate) fn having(lever: Lever, place: Place<'_>, item: &impl Serialize) -> Lever {
    let Place { section, candidate, count, index } = place;
    let list = Pointer::root().field(section);
    if let Some(index) = index {
        return lever.replace(list.index(index), json(item));
    }
    let lever = lever.add(list.field("-"), json(item));
    if count > 0 || candidate.is_complete(section) {
        return lever;
    }
    let complete = candidate.complete().unwrap_or_default();
    let names: Vec<&str> = complete.iter().map(Text::as_str).chain([section]).collect();
    lever.add(Pointer::root().field("complete"), names)
}
