//! Names by which wishes and what answers them find each other.

use mutualfit_domain::{ConceptId, Text};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A name of a wish, cheap to compare. Two things may share one: what it finds is judged anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name(u32);

impl From<ConceptId> for Name {
    fn from(id: ConceptId) -> Self {
        Self(id.index() as u32)
    }
}

impl From<&Text> for Name {
    fn from(text: &Text) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self(hasher.finish() as u32)
    }
}
