//! Texts of this module as the values that documents hold.

use mutualfit_domain::{Id, Text};

/// A text that stands in the source.
#[expect(clippy::expect_used, reason = "the texts are constants, none of them empty")]
pub(super) fn text(constant: &'static str) -> Text {
    Text::new(constant).expect("a text that is not empty")
}

/// An id that stands in the source.
#[expect(clippy::expect_used, reason = "the ids are constants of the right form")]
pub(super) fn id(constant: &'static str) -> Id {
    Id::new(constant).expect("an id of the right form")
}
