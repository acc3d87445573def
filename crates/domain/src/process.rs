//! How an employer comes to decide.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{Count, PartialDate, Text};

/// How an employer comes to decide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Process"))]
pub struct Process {
    /// What happens, in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<ProcessStep>>,
    /// By when it is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_by: Option<PartialDate>,
    /// When the work begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<PartialDate>,
    /// How to ask for adjustments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accommodations: Option<String>,
    /// What comes after an offer, such as checks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_offer: Option<Vec<String>>,
}

object!(Process);

/// A step on the way to a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ProcessStep"))]
pub struct ProcessStep {
    /// What it is called.
    pub name: Text,
    /// `phoneScreen`, `structured`, `workSample`, `workingDay`, `informal`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Count>,
    /// Whether it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<bool>,
}

object!(ProcessStep new(name: Text) kind, minutes, paid);
