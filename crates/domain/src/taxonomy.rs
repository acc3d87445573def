//! Published classifications: concepts, what they are called, and how they stand to each other.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::object::object;
use crate::{DateTime, Extensions, ExternalId, Id, Share, Text};

/// A taxonomy, `mutualfit/taxonomy/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Taxonomy"))]
pub struct Taxonomy {
    /// Which document this is.
    pub spec: TaxonomySpec,
    /// What the caller calls it.
    pub id: Id,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// The version of what it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Whom to thank for it, as its licence asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// The concepts.
    pub concepts: Vec<Concept>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    Taxonomy,
    TaxonomySpec = "mutualfit/taxonomy/1",
    "taxonomy",
    ["spec", "id", "concepts"],
    |it| it.id.as_str(),
    crate::rules::taxonomy::rules
);

object!(
    @new Taxonomy { spec: TaxonomySpec } new(id: Id, concepts: Vec<Concept>)
        external_ids, updated_at, version, attribution, extensions
);

/// A concept of a taxonomy; it has a URI, a label or both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Concept"))]
pub struct Concept {
    /// What identifies it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<Text>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// What else it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt_labels: Option<Vec<Text>>,
    /// The classification it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Text>,
    /// Its code there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notation: Option<Text>,
    /// URIs of concepts that contain it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broader: Option<Vec<Text>>,
    /// URIs of concepts that have to do with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Vec<Text>>,
    /// How important it usually is: its mean importance over all roles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_importance: Option<Share>,
}

object!(Concept);
