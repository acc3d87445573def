//! Settings of criteria that are numbers within bounds.

use mutualfit_domain::{Quantity, Share};
use serde::{Deserialize, Deserializer};

/// Reads a number from 0 to 1.
pub(crate) fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Share::deserialize(deserializer).map(Share::get)
}

/// Reads a number of 0 or more.
pub(crate) fn quantity<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Quantity::deserialize(deserializer).map(Quantity::get)
}
