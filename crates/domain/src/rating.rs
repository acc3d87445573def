//! What interviewers and candidates make of each other: ratings, scales, decisions.

use serde::{Deserialize, Serialize};

use crate::object::{object, words};
use crate::{Audience, ConceptRef, DateTime, Id, Number, Side, Text};

/// A scale for ratings, with what its points mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "RatingScale"))]
pub struct RatingScale {
    /// What ratings call it.
    pub id: Id,
    /// The least value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<Number>,
    /// The greatest value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<Number>,
    /// What points of it mean; a scale from 1 to 5 says it of 1, 3 and 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchors: Option<Vec<Anchor>>,
}

object!(RatingScale new(id: Id) min_value, max_value, anchors);

/// What one point of a scale means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Anchor"))]
pub struct Anchor {
    /// The point.
    pub value: Number,
    /// What it means.
    pub text: Text,
}

object!(Anchor new(value: Number, text: Text) );

/// What a participant makes of one competency of the candidate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Rating"))]
pub struct Rating {
    /// Who rates.
    pub by: Id,
    /// What is rated.
    pub competency: ConceptRef,
    /// The scale, by its name or its id in the interview.
    pub scale: Id,
    /// The point on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Whether they saw too little to say; then there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_decision: Option<bool>,
    /// What was seen: ids of exchanges, or text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<Text>>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<DateTime>,
    /// Whether that was before the raters talked with each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_discussion: Option<bool>,
}

object!(
    Rating new(by: Id, competency: ConceptRef, scale: Id)
        value, no_decision, evidence, note, submitted_at, before_discussion
);

/// What the candidate makes of one facet of the role; a fact of this pair alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "CandidateRating")
)]
pub struct CandidateRating {
    /// What is rated.
    pub facet: Text,
    /// The scale, by its name or its id in the interview.
    pub scale: Id,
    /// The point on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Whether they saw too little to say; then there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_decision: Option<bool>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(CandidateRating new(facet: Text, scale: Id) value, no_decision, note, audience);

words! {
    /// What somebody recommends.
    pub enum Recommendation ("a recommendation") {
        /// Definitely not.
        DefinitelyNot = "definitelyNot",
        /// No.
        No = "no",
        /// Something for, something against.
        Mixed = "mixed",
        /// Yes.
        Yes = "yes",
        /// Definitely.
        StrongYes = "strongYes",
        /// Saw too little to say.
        NoDecision = "noDecision",
    }
}

/// What a named person recommends, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Decision"))]
pub struct Decision {
    /// For which side.
    pub side: Side,
    /// Who.
    pub by: Id,
    /// What.
    pub recommendation: Recommendation,
    /// Why.
    pub reason: Text,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<DateTime>,
}

object!(Decision new(side: Side, by: Id, recommendation: Recommendation, reason: Text) decided_at);
