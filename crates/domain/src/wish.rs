//! What a candidate wants to learn, do, bring and reach.

use serde::{Deserialize, Serialize};

use crate::object::{items, object, words};
use crate::{ConceptRef, Importance, Level, Span, Text};

words! {
    /// Who may see what somebody said.
    pub enum Audience ("an audience") {
        /// It is scored; the other side sees whether it is met, and nothing else.
        Engine = "engine",
        /// It may be shown to the other side.
        Shared = "shared",
    }
}

/// Something a candidate wants to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Goal"))]
pub struct Goal {
    /// What.
    pub statement: Text,
    /// By when, from now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Span>,
    /// What they would be then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupations: Option<Vec<ConceptRef>>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(Goal new(statement: Text) horizon, occupations, importance, audience);

/// Something a candidate wants to learn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "LearningWish"))]
pub struct LearningWish {
    /// What.
    pub concept: ConceptRef,
    /// How far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(LearningWish new(concept: ConceptRef) level, importance, deal_breaker, audience);

/// Something a candidate would like to bring or teach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Contribution"))]
pub struct Contribution {
    /// What.
    pub concept: ConceptRef,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(Contribution new(concept: ConceptRef) importance, audience);

words! {
    /// What somebody feels about doing something.
    pub enum Wish ("a wish") {
        /// Wants it.
        Seek = "seek",
        /// Does not mind.
        Accept = "accept",
        /// Does not want it.
        Avoid = "avoid",
    }
}

/// What a candidate feels about using a skill, doing a task or meeting a challenge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ConceptWish"))]
pub struct ConceptWish {
    /// What it is about.
    pub concept: ConceptRef,
    /// What they feel.
    pub wish: Wish,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(ConceptWish new(concept: ConceptRef, wish: Wish) importance, deal_breaker, audience);

/// A benefit that a candidate wants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "BenefitWish"))]
pub struct BenefitWish {
    /// `health`, `retirement`, `paidLeave`, `parentalLeave`, `studyBudget`, or another.
    pub kind: Text,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(BenefitWish new(kind: Text) importance, deal_breaker, audience);

/// What a candidate wants a role to be open about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "TransparencyWish")
)]
pub struct TransparencyWish {
    /// Facets the role should state; those that a preview of work has when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<Text>>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(TransparencyWish);

items!(
    Goal,
    LearningWish.deal_breaker,
    Contribution,
    ConceptWish.deal_breaker,
    BenefitWish.deal_breaker,
    TransparencyWish.deal_breaker
);
