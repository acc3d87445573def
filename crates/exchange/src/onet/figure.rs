//! Figures on O*NET's scales, and what can be wrong with them.

use mutualfit_domain::{FaultKind, ValueError, scale_bounds};

use crate::fault::quoted;

/// Rounds to four decimals, which hold every figure that is given with two.
pub(super) fn four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// A figure that lies on a known scale.
pub(super) fn on_scale(scale: &str, text: &str) -> Result<f64, ValueError> {
    let (least, greatest) = scale_bounds(scale).unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    match text.parse::<f64>() {
        Ok(value) if (least..=greatest).contains(&value) => Ok(value),
        Ok(value) if value.is_finite() => Err(ValueError::new(
            FaultKind::OffScale,
            format!(
                "{} is outside the scale `{scale}`; give a value from {least} to {greatest}",
                quoted(text)
            ),
        )),
        _ => Err(ValueError::new(
            FaultKind::Malformed,
            format!(
                "{} is no number; give one from {least} to {greatest} with a decimal point, such as `3.25`",
                quoted(text)
            ),
        )),
    }
}

/// The fault of a row that says again what a row before it said of the same occupation.
pub(super) fn twice(what: &str) -> ValueError {
    ValueError::new(
        FaultKind::Duplicate,
        format!("{what} is there twice for this occupation; keep one row"),
    )
}

/// The fault of a row whose scale is none of its table's.
pub(super) fn unknown_scale(scale: &str, known: &str) -> ValueError {
    let message =
        format!("{} is no scale of this table; use {known}, or take out the row", quoted(scale));
    ValueError::new(FaultKind::Unknown, message)
}
