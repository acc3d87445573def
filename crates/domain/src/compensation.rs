//! What a role pays and gives.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{Amount, CurrencyCode, Pay, PayUnit, Quantity, Span, Text};

/// What a role pays and gives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Compensation"))]
pub struct Compensation {
    /// Pay; several when it differs by country, hours or level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Vec<Pay>>,
    /// What comes on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variable_pay: Option<Vec<VariablePay>>,
    /// What else is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefits: Option<Vec<Benefit>>,
    /// How and when pay is reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raises: Option<String>,
}

object!(Compensation);

/// Pay that comes on top.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "VariablePay"))]
pub struct VariablePay {
    /// `bonus`, `commission`, `equity`, `shiftDifferential`, `onCall`, `tips`, `signOn`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// The least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<Amount>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<Amount>,
    /// The currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<CurrencyCode>,
    /// The time it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_text: Option<PayUnit>,
    /// Whether it is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<bool>,
    /// How it comes about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

object!(VariablePay);

/// Something given beside pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Benefit"))]
pub struct Benefit {
    /// `health`, `retirement`, `paidLeave`, `parentalLeave`, `studyBudget`, or another.
    pub kind: Text,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// From how many hours a week on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_hours_per_week: Option<Quantity>,
    /// How long after the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Span>,
}

object!(Benefit new(kind: Text) statement, min_hours_per_week, after);
