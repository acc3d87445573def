//! How much an ask weighs.

use mutualfit::{Stake, domain::Importance};

/// A stake of what a document says of its importance; ½ when it does not.
pub(crate) fn stake(importance: Option<Importance>) -> Stake {
    Stake::of(importance.unwrap_or_default().get() as f32)
}
