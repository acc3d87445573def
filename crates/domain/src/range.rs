//! A range of numbers.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{FaultKind, Quantity, ValueError};

/// At least, at most, or from and to: `{"minValue": 32, "maxValue": 40}`.
///
/// It has at least one bound, and its bounds are in order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Range"))]
pub struct Range {
    /// The least, if it is bounded below.
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<Quantity>,
    /// The most, if it is bounded above.
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<Quantity>,
}

impl Range {
    /// A range with one bound or both.
    ///
    /// # Errors
    ///
    /// When there is no bound, or when the least is above the most.
    pub fn new(
        min_value: Option<Quantity>,
        max_value: Option<Quantity>,
    ) -> Result<Self, ValueError> {
        Self { min_value, max_value }.checked()
    }

    /// The one number and no other.
    pub fn exactly(value: Quantity) -> Self {
        Self { min_value: Some(value), max_value: Some(value) }
    }

    /// The least, if it is bounded below.
    pub fn min_value(&self) -> Option<Quantity> {
        self.min_value
    }

    /// The most, if it is bounded above.
    pub fn max_value(&self) -> Option<Quantity> {
        self.max_value
    }

    fn checked(self) -> Result<Self, ValueError> {
        match (self.min_value, self.max_value) {
            (None, None) => Err(ValueError::new(
                FaultKind::Choice,
                "the range has no bound; give `minValue`, `maxValue` or both",
            )),
            (Some(least), Some(most)) if least > most => Err(ValueError::new(
                FaultKind::Order,
                format!("`minValue` {least} is above `maxValue` {most}; exchange them or mend one"),
            )),
            _ => Ok(self),
        }
    }
}

object!(Range checked);
