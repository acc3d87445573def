//! What is sought and what is to be avoided.

use super::{Name, Wish};
use mutualfit_domain::{ConceptId, ConceptWish};
use mutualfit_scoring::{Context, Degree};
use std::hash::Hash;

/// Whether a wish is for something or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Aim {
    /// There should be much of it.
    Seek,
    /// There should be none of it.
    Avoid,
}

impl Aim {
    /// How far a wish comes true where there is so much of the thing.
    #[inline]
    pub(crate) fn degree(self, there_is: Degree) -> Degree {
        match self {
            Self::Seek => there_is,
            Self::Avoid => Degree::between(1.0 - there_is.high(), 1.0 - there_is.low()),
        }
    }

    /// A word for how far it comes true: `met`, `avoided`, `partly`, `missing`, `present` or `open`.
    pub(crate) fn code(self, degree: Degree) -> &'static str {
        match (degree.low(), degree.high(), self) {
            (low, _, Self::Seek) if low >= 1.0 => "met",
            (low, _, Self::Avoid) if low >= 1.0 => "avoided",
            (_, high, Self::Seek) if high <= 0.0 => "missing",
            (_, high, Self::Avoid) if high <= 0.0 => "present",
            (low, high, _) if low < high => "open",
            _ => "partly",
        }
    }
}

/// Something that a candidate seeks or avoids, by concept, and to what level where that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sought<L = ()> {
    /// The names to look it up by.
    pub(crate) keys: [ConceptId; 2],
    /// Whether it is to be there.
    pub(crate) aim: Aim,
    /// The level.
    pub(crate) level: L,
}

impl Sought {
    /// What a wish is about; `None` for what is merely accepted, which asks nothing.
    pub(crate) fn of(wish: &ConceptWish, context: &Context) -> Option<Self> {
        let aim = match wish.wish {
            mutualfit_domain::Wish::Seek => Aim::Seek,
            mutualfit_domain::Wish::Avoid => Aim::Avoid,
            mutualfit_domain::Wish::Accept => return None,
        };
        Some(Self { keys: context.concepts().asked(&wish.concept).keys, aim, level: () })
    }

    /// The same to a level.
    pub(crate) fn at<L>(self, level: L) -> Sought<L> {
        Sought { keys: self.keys, aim: self.aim, level }
    }
}

impl<L: Clone + Eq + Hash + Send + Sync + 'static> Wish for Sought<L> {
    fn names(&self) -> impl Iterator<Item = Name> {
        self.keys.into_iter().map(Name::from)
    }

    fn aim(&self) -> Aim {
        self.aim
    }
}
