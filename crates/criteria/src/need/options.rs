//! The options of a need: which of them apply, what each is worth, and the best of them.
//!
//! What an option is worth is its desirability times its own fit; an option that does not apply is worth nothing, and
//! where that is not known it is worth anything from nothing to all it may be worth.

use super::{Need, StatedNeed, StatedOption};
use crate::{
    conditions::{Applies, Condition, Situation},
    options::NOT_APPLICABLE,
    places::Country,
};
use mutualfit_domain::Candidate;
use mutualfit_scoring::{Degree, Gate};
use ordered_float::OrderedFloat;

/// At least one option, each distilled, in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Options<W> {
    first: Choice<W>,
    rest: Box<[Choice<W>]>,
    /// Where the candidate lives, where that bears on the degree.
    home: Option<Country>,
}

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Choice<W> {
    wanted: W,
    desirability: OrderedFloat<f32>,
    when: Condition,
}

impl<W> Options<W> {
    /// The options of a need; `None` where there are none. The home is kept only where it matters, so that as many
    /// candidates as can be ask the same.
    pub(super) fn of<N: Need<Wanted = W>>(need: &N::Stated, candidate: &Candidate) -> Option<Self> {
        let mut choices = need.options().iter().map(|option| Choice {
            wanted: N::wanted(option, candidate),
            desirability: OrderedFloat(option.desirability().get() as f32),
            when: Condition::of(option.when()),
        });
        let options = Self { first: choices.next()?, rest: choices.collect(), home: None };
        let is_asked =
            N::DEPENDS_ON_HOME || options.choices().any(|choice| choice.when.asks_for_a_country());
        let home = candidate.home.as_ref().filter(|_| is_asked);
        Some(Self { home: home.map(|home| Country::of(&home.country)), ..options })
    }

    /// Where the candidate lives, where that bears on the degree.
    pub(crate) fn home(&self) -> Option<Country> {
        self.home
    }

    /// What is kept of each option.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &W> + Clone {
        self.choices().map(|choice| &choice.wanted)
    }

    /// The best of the options, by the fit of each.
    #[inline]
    pub(super) fn degree(&self, to: &Situation, fit: impl Fn(&W) -> Degree) -> Degree {
        let worth = |choice: &Choice<W>| match choice.when.applies(to, self.home) {
            Applies::No => Degree::NONE,
            applies => applies.worth(fit(&choice.wanted), choice.desirability),
        };
        let mut best = worth(&self.first);
        for choice in &self.rest {
            // More than all cannot be had, and a single option needs no look at the rest.
            if best.low() >= 1.0 {
                break;
            }
            best = best.or(worth(choice));
        }
        best
    }

    /// Whether any of the options satisfies the need, by the bar of each.
    #[inline]
    pub(super) fn gate(&self, to: &Situation, bar: impl Fn(&W) -> Gate) -> Gate {
        self.choices().fold(Gate::Unmet, |best, choice| {
            best.min(choice.when.applies(to, self.home).gate(|| bar(&choice.wanted)))
        })
    }

    /// What is found of each option, by its fit and its bar.
    pub(super) fn verdicts(
        &self,
        to: &Situation,
        judge: impl Fn(&W) -> (Degree, Gate),
    ) -> Vec<Verdict> {
        let verdict = |choice: &Choice<W>| {
            let (fit, bar) = judge(&choice.wanted);
            let applies = choice.when.applies(to, self.home);
            Verdict { applies, desirability: choice.desirability, fit, bar }
        };
        self.choices().map(verdict).collect()
    }

    /// What is kept of each option, and whether it applies or may.
    pub(super) fn applying(&self, to: &Situation) -> impl Iterator<Item = (&W, bool)> {
        let applies = |choice: &Choice<W>| choice.when.applies(to, self.home) != Applies::No;
        self.choices().map(move |choice| (&choice.wanted, applies(choice)))
    }

    fn choices(&self) -> impl Iterator<Item = &Choice<W>> + Clone {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

/// What was found of one option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// Whether it applies.
    pub(crate) applies: Applies,
    desirability: OrderedFloat<f32>,
    /// How far it is met.
    fit: Degree,
    /// Whether it is met.
    bar: Gate,
}

impl Verdict {
    /// What it is worth.
    pub(super) fn degree(&self) -> Degree {
        self.applies.worth(self.fit, self.desirability)
    }

    /// Whether it satisfies the need.
    pub(super) fn gate(&self) -> Gate {
        self.applies.gate(|| self.bar)
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

impl Applies {
    /// What an option is worth that fits so far and is so desirable beside the others.
    #[inline]
    fn worth(self, fit: Degree, desirability: OrderedFloat<f32>) -> Degree {
        // Most options are as good as any, and multiplying by one is work for nothing.
        let whole = if desirability == OrderedFloat(1.0) { fit } else { fit.times(desirability.0) };
        match self {
            Self::Yes => whole,
            Self::Unknown => Degree::NONE.either(whole),
            Self::No => Degree::NONE,
        }
    }

    /// Whether an option satisfies the need.
    #[inline]
    fn gate(self, bar: impl FnOnce() -> Gate) -> Gate {
        match self {
            Self::Yes => bar(),
            Self::Unknown => bar().and(Gate::Open),
            Self::No => Gate::Unmet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_apply_is_worth_anything_up_to_its_fit() {
        let open = Applies::Unknown;
        assert_eq!(open.worth(Degree::FULL, OrderedFloat(0.8)), Degree::between(0.0, 0.8));
        assert_eq!(open.gate(|| Gate::Met), Gate::Open);
        assert_eq!(open.gate(|| Gate::Unmet), Gate::Unmet);
        assert_eq!(Applies::No.worth(Degree::FULL, OrderedFloat(0.8)), Degree::NONE);
        assert_eq!(Applies::No.gate(|| Gate::Met), Gate::Unmet);
    }

    #[test]
    fn the_best_of_the_options_counts() {
        let choice = |wanted: f32| Choice {
            wanted,
            desirability: OrderedFloat(0.8),
            when: Condition::default(),
        };
        let options =
            Options { first: choice(0.25), rest: [choice(1.0), choice(0.5)].into(), home: None };
        let to = Situation::default();
        assert_eq!(options.degree(&to, |wanted| Degree::exact(*wanted)), Degree::exact(0.8));
        let bar = |wanted: &f32| Gate::at(1.0, Degree::exact(*wanted));
        assert_eq!(options.gate(&to, bar), Gate::Met);
        let verdicts = options.verdicts(&to, |wanted| (Degree::exact(*wanted), bar(wanted)));
        let codes: Vec<&str> = verdicts.iter().map(Verdict::code).collect();
        assert_eq!(codes, ["partly", "met", "partly"]);
    }
}
