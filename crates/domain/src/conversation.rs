//! What is planned, asked, answered, expected and promised in an interview.

use serde::{Deserialize, Serialize};

use crate::object::{items, object, words};
use crate::{Audience, ConceptRef, Count, DateTime, Disclosure, Id, Importance, PartialDate, Text};

words! {
    /// One of the two sides of a conversation.
    pub enum Side ("a side") {
        /// Those who hire.
        Role = "role",
        /// Those who may be hired.
        Candidate = "candidate",
    }
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Participant"))]
pub struct Participant {
    /// Who; an opaque id.
    pub id: Id,
    /// For which side.
    pub side: Side,
    /// As what: `hiringManager`, `peer`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Text>,
}

object!(Participant new(id: Id, side: Side) part);

/// A question that is to be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "PlannedQuestion")
)]
pub struct PlannedQuestion {
    /// What exchanges call it.
    pub id: Id,
    /// The question.
    pub question: Text,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facet: Option<Text>,
    /// Who asks it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// What it is to find out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competency: Option<ConceptRef>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Count>,
}

object!(PlannedQuestion new(id: Id, question: Text) facet, side, competency, minutes);

words! {
    /// How sure an answer is.
    pub enum Certainty ("a certainty") {
        /// It stands.
        Firm = "firm",
        /// It is likely.
        Expected = "expected",
        /// It is a guess.
        Unsure = "unsure",
    }
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Exchange"))]
pub struct Exchange {
    /// What ratings call it.
    pub id: Id,
    /// Who asked: a participant's id, or a side.
    pub asked_by: Text,
    /// The planned question it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_id: Option<Id>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facet: Option<Text>,
    /// What was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Who answered: a participant's id, or a side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<Text>,
    /// How sure the answer is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// What is known by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discloses: Option<Disclosure>,
}

object!(
    Exchange new(id: Id, asked_by: Text)
        plan_id, facet, question, answer, answered_by, certainty, audience, discloses
);

/// What the candidate believes about the role by now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "ExpectationHeld")
)]
pub struct ExpectationHeld {
    /// What it is about.
    pub facet: Text,
    /// What they expect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
}

object!(ExpectationHeld new(facet: Text) expected, importance);

/// Something that a side promised to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Commitment"))]
pub struct Commitment {
    /// Who promised it.
    pub by: Side,
    /// What.
    pub statement: Text,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facet: Option<Text>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_at: Option<DateTime>,
}

object!(Commitment new(by: Side, statement: Text) facet, due, done_at);

items!(ExpectationHeld);
