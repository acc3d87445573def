//! Needs and their options: which of them apply, what each is worth, and the best of them.
//!
//! Any option satisfies a need. What an option is worth is its desirability times its own fit; an option that does not
//! apply is worth nothing, and where that is not known it is worth anything from nothing to all it may be worth.

use crate::conditions::Applies;
use mutualfit_domain::{Audience, Candidate, Item, Pointer, RoleView, Share};
use mutualfit_scoring::{Answer, Ask, Degree, Essential, Fact, Facts, Gate, Stake};

/// The words for an option that does not apply.
pub(crate) const NOT_APPLICABLE: (&str, &str) =
    ("not-applicable", "This option does not apply to what the role offers.");
/// The words for what the role does not answer at all.
pub(crate) const UNSTATED: (&str, &str) = ("unstated", "The role says nothing of it.");

/// At least one option, each distilled.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Options<T> {
    first: T,
    rest: Box<[T]>,
}

impl<T> Options<T> {
    /// All of them, in the order of the document.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

/// A need as its document states it, whatever it is about.
#[derive(Debug)]
pub(crate) struct Need<'a, O> {
    /// The name of its section.
    pub(crate) section: &'static str,
    /// How much it counts and whether it must be met.
    pub(crate) stake: Stake,
    /// What would do.
    pub(crate) options: &'a [O],
    /// Who may see it.
    pub(crate) audience: Option<Audience>,
}

impl<'a, O> Need<'a, O> {
    /// A need and its options.
    pub(crate) fn of(
        section: &'static str,
        need: &impl Item,
        negotiable: Option<bool>,
        options: Option<&'a Vec<O>>,
        audience: Option<Audience>,
    ) -> Self {
        let essential = Essential::from_words(Some(need.is_essential()), negotiable);
        let stake = Stake::of(need.importance().get() as f32).essential(essential);
        Self { section, stake, options: options.map_or(&[], Vec::as_slice), audience }
    }

    /// What a candidate asks by a need: nothing where it has no options.
    pub(crate) fn ask<T>(
        candidate: &Candidate,
        section: &str,
        need: Option<&Self>,
        distil: impl Fn(&'a O) -> T,
    ) -> Ask<Options<T>> {
        if candidate.is_indifferent(section) {
            return Ask::Irrelevant;
        }
        let Some(need) = need else { return Ask::Unstated };
        let mut options = need.options.iter().map(distil);
        match options.next() {
            Some(first) => Ask::Stated(Options { first, rest: options.collect() }, need.stake),
            None => Ask::Unstated,
        }
    }

    /// Says that nothing is known of any option.
    pub(crate) fn unstated(&self, facts: &mut Facts) {
        for place in 0..self.options.len() {
            let fact = Fact::new(UNSTATED.0)
                .asked(pointer(self.section, place))
                .degree(Degree::UNKNOWN)
                .share(if place == 0 { 1.0 } else { 0.0 })
                .audience(self.audience);
            let is_essential = self.stake.is_essential() != Essential::No;
            facts.push(if is_essential { fact.gate(Gate::Open) } else { fact });
        }
    }

    /// Says of each option what was found; the best carries all of the criterion.
    pub(crate) fn facts(
        &self,
        verdicts: &[Verdict],
        facts: &mut Facts,
        mut say: impl FnMut(usize, &Verdict) -> Fact,
    ) {
        let worth = |verdict: &Verdict| verdict.degree().low() + verdict.degree().high();
        let best = verdicts.iter().map(worth).fold(0.0, f32::max);
        let winner = verdicts.iter().position(|verdict| worth(verdict) >= best);
        for (place, verdict) in verdicts.iter().enumerate() {
            let fact = say(place, verdict)
                .asked(pointer(self.section, place))
                .degree(verdict.degree())
                .share(if winner == Some(place) { 1.0 } else { 0.0 })
                .audience(self.audience);
            let is_essential = self.stake.is_essential() != Essential::No;
            facts.push(if is_essential { fact.gate(verdict.gate()) } else { fact });
        }
    }
}

/// What was found of one option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// Whether it applies.
    pub(crate) applies: Applies,
    /// How good it is beside the others.
    pub(crate) desirability: f32,
    /// How far it is met.
    pub(crate) fit: Degree,
    /// Whether it is met, by its own bar.
    pub(crate) bar: Gate,
}

impl Verdict {
    /// What it is worth.
    #[inline]
    pub(crate) fn degree(&self) -> Degree {
        let whole = self.fit.times(self.desirability);
        match self.applies {
            Applies::Yes => whole,
            Applies::Unknown => Degree::NONE.either(whole),
            Applies::No => Degree::NONE,
        }
    }

    /// Whether it satisfies the need.
    #[inline]
    pub(crate) fn gate(&self) -> Gate {
        match (self.applies, self.bar) {
            (Applies::No, _) => Gate::Unmet,
            (Applies::Unknown, Gate::Met) => Gate::Open,
            (_, bar) => bar,
        }
    }

    /// A word for what was found: `met`, `partly`, `unmet`, `open` or `not-applicable`.
    pub(crate) fn code(&self) -> &'static str {
        match (self.applies, self.fit.low(), self.fit.high()) {
            (Applies::No, ..) => NOT_APPLICABLE.0,
            (Applies::Unknown, ..) => "open",
            (_, low, _) if low >= 1.0 => "met",
            (_, _, high) if high <= 0.0 => "unmet",
            (_, low, high) if low < high => "open",
            _ => "partly",
        }
    }
}

/// The best of the options: what a need is worth.
#[inline]
pub(crate) fn degree(verdicts: impl Iterator<Item = Verdict>) -> Degree {
    let mut best = Degree::NONE;
    for verdict in verdicts {
        best = best.or(verdict.degree());
        if best.low() >= 1.0 {
            break;
        }
    }
    best
}

/// Whether any of the options satisfies the need.
#[inline]
pub(crate) fn gate(verdicts: impl Iterator<Item = Verdict>) -> Gate {
    verdicts.fold(Gate::Unmet, |best, verdict| best.min(verdict.gate()))
}

/// One of the things that an option says, all of which must hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    /// How far it holds.
    pub(crate) degree: Degree,
    /// Whether the role says that its own side of it can be talked about.
    pub(crate) is_negotiable: bool,
}

/// An option is as good as the worst of what it says, and satisfied where all of it holds.
#[inline]
pub(crate) fn all(parts: impl Iterator<Item = Part>) -> (Degree, Gate) {
    parts.fold((Degree::FULL, Gate::Met), |(degree, gate), part| {
        let holds = Gate::at(1.0, part.degree);
        (
            degree.and(part.degree),
            gate.and(if part.is_negotiable { holds.negotiable() } else { holds }),
        )
    })
}

/// How good an option is beside the others; 1 when not said.
pub(crate) fn desirability(stated: Option<Share>) -> f32 {
    stated.map_or(1.0, |share| share.get() as f32)
}

/// Where an option stands in a candidate.
pub(crate) fn pointer(section: &str, place: usize) -> Pointer {
    Pointer::root().field("aspirations").field(section).field("options").index(place)
}

/// Where something stands in the arrangement that a role is seen with.
pub(crate) fn in_arrangement(role: RoleView<'_>, path: &[&str]) -> Option<Pointer> {
    let arrangement = Pointer::root().field("arrangements").index(role.arrangement_index()?);
    Some(path.iter().fold(arrangement, |pointer, name| pointer.field(name)))
}

/// Whether a role says that something of the arrangement that it is seen with can be talked about.
pub(crate) fn is_negotiable(role: RoleView<'_>, path: &[&str]) -> bool {
    in_arrangement(role, path).is_some_and(|pointer| role.is_negotiable(pointer.as_str()))
}

/// A stated answer; one that can be talked about where the role lists the pointer as negotiable.
pub(crate) fn answered<T>(role: RoleView<'_>, pointer: &str, have: T) -> Answer<T> {
    if role.is_negotiable(pointer) { Answer::Negotiable(have) } else { Answer::Stated(have) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_apply_is_worth_anything_up_to_its_fit() {
        let verdict = |applies, fit, bar| Verdict { applies, desirability: 0.8, fit, bar };
        let open = verdict(Applies::Unknown, Degree::FULL, Gate::Met);
        assert_eq!((open.degree(), open.gate()), (Degree::between(0.0, 0.8), Gate::Open));
        let other = verdict(Applies::Yes, Degree::exact(0.5), Gate::Unmet);
        assert_eq!(degree([open, other].into_iter()), Degree::between(0.4, 0.8));
        assert_eq!(gate([open, other].into_iter()), Gate::Open);
        assert_eq!((degree([].into_iter()), gate([].into_iter())), (Degree::NONE, Gate::Unmet));
    }
}
