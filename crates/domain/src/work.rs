//! What the work is: duties, demands, what is expected when, highlights and challenges.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{ConceptRef, Share, Span, Text};

/// Something that one does in the role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Responsibility"))]
pub struct Responsibility {
    /// What one does.
    pub description: Text,
    /// What kind of task it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concept: Option<ConceptRef>,
    /// What part of the time it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// How often it comes up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// What it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<ConceptRef>>,
}

object!(Responsibility new(description: Text) concept, share, frequency, skills);

/// What the work demands of body and senses; shown to people, never scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Demand"))]
pub struct Demand {
    /// `physical`, `sensory`, `emotional`, `environment`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// What it demands.
    pub statement: Text,
    /// Whether the job cannot be done without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub essential_function: Option<bool>,
}

object!(Demand new(statement: Text) kind, essential_function);

/// What is to be reached, by when, and with what support.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Expectation"))]
pub struct Expectation {
    /// By when, from the start.
    pub horizon: Span,
    /// What is to be reached.
    pub outcome: Text,
    /// How one can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// What helps to reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
}

object!(Expectation new(horizon: Span, outcome: Text) measure, support);

/// Something good about the role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Highlight"))]
pub struct Highlight {
    /// What it is.
    pub statement: Text,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

object!(Highlight new(statement: Text) evidence);

/// Something hard about the role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Challenge"))]
pub struct Challenge {
    /// What it is.
    pub statement: Text,
    /// What kind of challenge it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concept: Option<ConceptRef>,
    /// How often it comes up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// What helps with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

object!(Challenge new(statement: Text) concept, frequency, support, evidence);
