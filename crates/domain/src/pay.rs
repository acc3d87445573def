//! Pay as it is offered, and the time it is for.

use serde::{Deserialize, Serialize};

use crate::object::{object, words};
use crate::{Amount, CurrencyCode, When};

words! {
    /// The time that an amount of pay is for.
    pub enum PayUnit ("a unit of time that pay is for") {
        /// An hour.
        Hour = "HOUR",
        /// A day.
        Day = "DAY",
        /// A week.
        Week = "WEEK",
        /// A month.
        Month = "MONTH",
        /// A year.
        Year = "YEAR",
    }
}

/// What is paid, from and to, in a currency and for a time; a range is an interval, not its middle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Pay"))]
pub struct Pay {
    /// The least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<Amount>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<Amount>,
    /// The currency.
    pub currency: CurrencyCode,
    /// The time it is for.
    pub unit_text: PayUnit,
    /// Where it holds, when it does not hold everywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_to: Option<When>,
}

object!(Pay new(currency: CurrencyCode, unit_text: PayUnit) min_value, max_value, applies_to);
