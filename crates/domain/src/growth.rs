//! What one can learn and become.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{ConceptRef, Level, Span, Text};

/// What one can learn and become in a role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Growth"))]
pub struct Growth {
    /// What is taught.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learn: Option<Vec<Learning>>,
    /// What one can become.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub career_steps: Option<Vec<CareerStep>>,
    /// What helps: a mentor, a paid day to study.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<Vec<String>>,
    /// What the team hopes to learn from the newcomer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_wants_to_learn: Option<Vec<TeamLearning>>,
}

object!(Growth);

/// Something that is taught.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Learning"))]
pub struct Learning {
    /// What.
    pub concept: ConceptRef,
    /// How far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// By when, from the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Span>,
    /// How.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

object!(Learning new(concept: ConceptRef) level, by, support, evidence);

/// Something one can become.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "CareerStep"))]
pub struct CareerStep {
    /// What it is called.
    pub title: Text,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<ConceptRef>,
    /// How long after the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Span>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

object!(CareerStep new(title: Text) occupation, after, evidence);

/// Something the team hopes to learn from the newcomer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "TeamLearning"))]
pub struct TeamLearning {
    /// What.
    pub concept: ConceptRef,
}

object!(TeamLearning new(concept: ConceptRef) );
