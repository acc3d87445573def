//! The names under which something that a candidate lists answers to what is asked for.

use mutualfit_domain::{ConceptId, ConceptRef, Credits};
use mutualfit_scoring::Context;
use ordered_float::OrderedFloat;

/// Every name that one thing answers to, each with the credit that this earns: 1 for the thing itself, less for a
/// neighbour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Names(Box<[(ConceptId, OrderedFloat<f32>)]>);

impl Names {
    /// The names of a concept that is held.
    pub(crate) fn of(concept: &ConceptRef, credits: Credits, context: &Context) -> Self {
        let mut names = Vec::new();
        let mut emit = |id, credit| names.push((id, OrderedFloat(credit)));
        context.concepts().held(concept, credits, &mut emit);
        Self(names.into())
    }

    /// The best credit where one of these is asked for; `None` where it is something else.
    #[inline]
    pub(crate) fn credit(&self, keys: [ConceptId; 2]) -> Option<f32> {
        let matching = self.0.iter().filter(|(id, _)| keys.contains(id));
        matching.map(|(_, credit)| credit.0).reduce(f32::max)
    }

    /// The names themselves.
    pub(crate) fn ids(&self) -> impl Iterator<Item = ConceptId> {
        self.0.iter().map(|(id, _)| *id)
    }
}
