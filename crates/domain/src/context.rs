//! What scoring takes from the world around a pair: the date, rates, crosswalks, means.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::object::object;
use crate::{
    ConceptRef, CurrencyCode, Date, DateTime, Extensions, ExternalId, Id, Number, Rate, Share, Text,
};

/// What scores depend on beside the pair and the rubric, `mutualfit/context/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "ContextDocument")
)]
pub struct ContextDocument {
    /// Which document this is.
    pub spec: ContextSpec,
    /// What the caller calls it.
    pub id: Id,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// The day it is.
    pub as_of: Date,
    /// What currencies are worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rates: Option<Vec<ExchangeRate>>,
    /// How levels of one scale compare with those of another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crosswalks: Option<Vec<Crosswalk>>,
    /// Scales beside the known ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scales: Option<Vec<ScaleRange>>,
    /// What ratings of competencies usually are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competency_means: Option<Vec<CompetencyMean>>,
    /// The taxonomies that belong to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxonomies: Option<Vec<TaxonomyDigest>>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    ContextDocument,
    ContextSpec = "mutualfit/context/1",
    "context",
    ["spec", "id", "asOf"],
    |it| it.id.as_str(),
    crate::rules::context::rules
);

object!(
    @new ContextDocument { spec: ContextSpec } new(id: Id, as_of: Date)
        external_ids, updated_at, rates, crosswalks, scales, competency_means, taxonomies, extensions
);

/// What one currency is worth in another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ExchangeRate"))]
pub struct ExchangeRate {
    /// The currency that is changed.
    pub from: CurrencyCode,
    /// The currency it is changed into.
    pub to: CurrencyCode,
    /// How many of `to` one of `from` is worth.
    pub rate: Rate,
}

object!(ExchangeRate new(from: CurrencyCode, to: CurrencyCode, rate: Rate) );

/// How levels of one scale compare with those of another: straight lines between points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Crosswalk"))]
pub struct Crosswalk {
    /// The scale one has.
    pub from: Text,
    /// The scale one wants.
    pub to: Text,
    /// Levels that are alike, both rising.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub points: Vec<CrosswalkPoint>,
}

object!(Crosswalk new(from: Text, to: Text, points: Vec<CrosswalkPoint>) );

/// A level of one scale and the level of the other that is like it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "CrosswalkPoint"))]
pub struct CrosswalkPoint {
    /// The level on the scale one has.
    pub from: Number,
    /// The level on the scale one wants.
    pub to: Number,
}

object!(CrosswalkPoint new(from: Number, to: Number) );

/// A scale by its name, with its least and greatest value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ScaleRange"))]
pub struct ScaleRange {
    /// Its name.
    pub id: Text,
    /// Its least value.
    pub min_value: Number,
    /// Its greatest value.
    pub max_value: Number,
}

object!(ScaleRange new(id: Text, min_value: Number, max_value: Number) );

/// What ratings of a competency usually are, and how much raters agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "CompetencyMean"))]
pub struct CompetencyMean {
    /// The competency.
    pub concept: ConceptRef,
    /// The mean, as a part of what is asked.
    pub mean: Share,
    /// How much of the differences between ratings is the candidates' and not the raters'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Share>,
}

object!(CompetencyMean new(concept: ConceptRef, mean: Share) reliability);

/// A taxonomy, named by what is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "TaxonomyDigest"))]
pub struct TaxonomyDigest {
    /// The taxonomy's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The digest of its bytes, such as `blake3:…`.
    pub digest: Text,
}

object!(TaxonomyDigest new(digest: Text) id);
