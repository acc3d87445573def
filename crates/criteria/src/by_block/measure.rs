//! What a list of requirements comes to for a candidate: a degree or a gate.

use crate::requirement_list::{Counted, RequirementList};
use mutualfit_scoring::{Degree, Gate};

/// How far what is asked is met, or whether what must be is; so that both are written once.
pub(crate) trait Measure: Copy + Send + Sync + 'static {
    /// What stands where nothing is asked.
    const BLANK: Self;

    /// The one of two that is of this kind.
    fn pick(degree: impl FnOnce() -> Degree, gate: impl FnOnce() -> Gate) -> Self;

    /// The better of two.
    #[must_use]
    fn or(self, other: Self) -> Self;

    /// What a list comes to by what each of its items does.
    fn of_list<W>(list: &RequirementList<W>, judge: impl Fn(&W) -> Self) -> Self;

    /// What of a list it comes down to.
    fn counted<W>(list: &RequirementList<W>) -> impl Iterator<Item = Counted<'_, W>>;
}

impl Measure for Degree {
    const BLANK: Self = Self::FULL;

    #[inline]
    fn pick(degree: impl FnOnce() -> Degree, _: impl FnOnce() -> Gate) -> Self {
        degree()
    }

    #[inline]
    fn or(self, other: Self) -> Self {
        self.or(other)
    }

    #[inline]
    fn of_list<W>(list: &RequirementList<W>, judge: impl Fn(&W) -> Self) -> Self {
        list.degree(judge)
    }

    fn counted<W>(list: &RequirementList<W>) -> impl Iterator<Item = Counted<'_, W>> {
        list.counted()
    }
}

impl Measure for Gate {
    const BLANK: Self = Self::Met;

    #[inline]
    fn pick(_: impl FnOnce() -> Degree, gate: impl FnOnce() -> Gate) -> Self {
        gate()
    }

    #[inline]
    fn or(self, other: Self) -> Self {
        self.min(other)
    }

    #[inline]
    fn of_list<W>(list: &RequirementList<W>, judge: impl Fn(&W) -> Self) -> Self {
        list.gate(judge)
    }

    fn counted<W>(list: &RequirementList<W>) -> impl Iterator<Item = Counted<'_, W>> {
        list.essential()
    }
}
