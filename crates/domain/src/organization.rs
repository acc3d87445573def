//! Who hires, for which team, and why.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{ConceptRef, Count, Text};

/// The organisation that hires.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "HiringOrganization")
)]
pub struct HiringOrganization {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<ConceptRef>,
    /// How many people work there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Count>,
    /// What it is, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where it is going, and what it wants to become.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<String>,
    /// Where to read more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

object!(HiringOrganization);

/// Why the post is open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ReasonOpen"))]
pub struct ReasonOpen {
    /// `new`, `growth`, `replacement`, `cover`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// What happened, in plain words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

object!(ReasonOpen);

/// The people one would work with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Team"))]
pub struct Team {
    /// How many they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Count>,
    /// Whom one would report to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<String>,
    /// Who they are and how they work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

object!(Team);
