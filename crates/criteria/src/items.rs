//! What criteria over a list of asks have in common: how items weigh, and what an item that nobody answered counts.

use mutualfit_domain::Item;
use mutualfit_scoring::{Degree, Essential, Stake};
use schemars::JsonSchema;
use serde::Deserialize;

/// What an item counts that the answering list does not mention, where that list does not say that it is complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Unlisted {
    /// Anything from nothing to all.
    #[default]
    Unknown,
    /// Nothing.
    Lacking,
}

impl Unlisted {
    /// The degree of an item that a list does not mention.
    pub(crate) fn degree(self, is_complete: bool) -> Degree {
        if is_complete || self == Self::Lacking { Degree::NONE } else { Degree::UNKNOWN }
    }
}

/// The stake of a list: its greatest importance; essential where any item is.
pub(crate) fn stake<'a, T: Item + 'a>(items: impl IntoIterator<Item = &'a T>) -> Stake {
    let (mut importance, mut essential) = (0.0_f64, Essential::No);
    for item in items {
        importance = importance.max(item.importance().get());
        if item.is_essential() {
            essential = Essential::Yes;
        }
    }
    Stake::of(importance as f32).essential(essential)
}
