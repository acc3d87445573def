//! Levels on declared scales, and the scales that are known by name.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{FaultKind, Number, Text, ValueError};

/// The scale for people: 1 has seen it, 2 with guidance, 3 alone, 4 hard cases, 5 teaches it.
pub const PROFICIENCY: &str = "mutualfit/proficiency";

/// The scale of values and interests given as parts of 1.
pub const SHARE_SCALE: &str = "mutualfit/share";

/// The known scales, each with its least and its greatest value.
///
/// O*NET's are in *Scales Reference* of its database; SFIA has seven levels of responsibility, the
/// e-CF (EN 16234-1) five proficiency levels, the EQF eight, the Dreyfus model five stages.
pub const SCALES: &[(&str, f64, f64)] = &[
    (PROFICIENCY, 1.0, 5.0),
    (SHARE_SCALE, 0.0, 1.0),
    ("cefr", 1.0, 6.0),
    ("dreyfus", 1.0, 5.0),
    ("e-cf", 1.0, 5.0),
    ("eqf", 1.0, 8.0),
    ("onet/EX", 1.0, 7.0),
    ("onet/IM", 1.0, 5.0),
    ("onet/IP", 0.0, 40.0),
    ("onet/LV", 0.0, 7.0),
    ("onet/OI", 1.0, 7.0),
    ("sfia", 1.0, 7.0),
];

/// The least and the greatest value of a known scale.
pub fn scale_bounds(scale: &str) -> Option<(f64, f64)> {
    SCALES.iter().find(|(name, _, _)| *name == scale).map(|&(_, least, greatest)| (least, greatest))
}

/// How far somebody has come, or has to: a value on a named scale.
///
/// On a known scale the value is within it; of any other scale nothing is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Level"))]
pub struct Level {
    /// The name of the scale.
    scale: Text,
    /// The value on it.
    value: Number,
}

impl Level {
    /// A value on a scale.
    ///
    /// # Errors
    ///
    /// When the scale is known and the value is outside it.
    pub fn new(scale: Text, value: Number) -> Result<Self, ValueError> {
        Self { scale, value }.checked()
    }

    /// The name of the scale.
    pub fn scale(&self) -> &str {
        self.scale.as_str()
    }

    /// The value on it.
    pub fn value(&self) -> f64 {
        self.value.get()
    }

    fn checked(self) -> Result<Self, ValueError> {
        check_on_scale(self.scale(), self.value())?;
        Ok(self)
    }
}

object!(Level checked);

/// Refuses a value outside a known scale.
pub(crate) fn check_on_scale(scale: &str, value: f64) -> Result<(), ValueError> {
    match scale_bounds(scale) {
        Some((least, greatest)) if value < least || value > greatest => Err(ValueError::quoting(
            FaultKind::OffScale,
            &value.to_string(),
            &format!("is outside the scale `{scale}`; give a value from {least} to {greatest}"),
        )),
        _ => Ok(()),
    }
}
