//! Whether a condition that must hold does.

use crate::Degree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether what must hold does: a must-have of the role, a deal-breaker of the candidate.
///
/// Gates stand beside the score and combine by the maximum of `Met < Open < Unmet`.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum Gate {
    /// It holds.
    #[default]
    Met,
    /// It is not known yet, or can be talked about.
    Open,
    /// It does not hold.
    Unmet,
}

impl Gate {
    /// Met where the degree reaches the bar for certain, unmet where it cannot, else open.
    #[inline]
    pub fn at(bar: f32, degree: Degree) -> Self {
        if degree.low() >= bar {
            Self::Met
        } else if degree.high() < bar {
            Self::Unmet
        } else {
            Self::Open
        }
    }

    /// Of two that must both hold.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if (other as u8) > (self as u8) { other } else { self }
    }

    /// What remains of a gate that both sides may talk about: unmet becomes open.
    #[inline]
    #[must_use]
    pub fn negotiable(self) -> Self {
        if self as u8 == Self::Unmet as u8 { Self::Open } else { self }
    }
}
