//! The rubrics that come along.

use mutualfit_domain::{FaultKind, ValueError};
use mutualfit_scoring::Rubric;

/// The rubric that is used unless another is named: every criterion that may rank people for a role.
///
/// # Errors
///
/// None in practice: the text is part of the crate, and a test reads it.
pub fn default_rubric() -> Result<Rubric, ValueError> {
    read(include_str!("rubrics/default.json"))
}

/// The rubric for exploring roles for oneself: with interests and work values, whose publishers say that they are not
/// for screening applicants.
///
/// # Errors
///
/// None in practice: the text is part of the crate, and a test reads it.
pub fn exploration_rubric() -> Result<Rubric, ValueError> {
    read(include_str!("rubrics/exploration.json"))
}

fn read(text: &str) -> Result<Rubric, ValueError> {
    serde_json::from_str(text)
        .map_err(|error| ValueError::new(FaultKind::Syntax, error.to_string()))
}
