//! The interview: a conversation in which both sides ask, answer, rate and decide.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::object::object;
use crate::{
    CandidateRating, Commitment, Count, DateTime, Decision, Exchange, ExpectationHeld, Extensions,
    ExternalId, Id, Participant, PlannedQuestion, Rating, RatingScale, Text,
};

/// An interview, `mutualfit/interview/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Interview"))]
pub struct Interview {
    /// Which document this is.
    pub spec: InterviewSpec,
    /// What the caller calls it.
    pub id: Id,
    /// The role it is about.
    pub role: Id,
    /// The candidate.
    pub candidate: Id,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// The stage of the process.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// `phoneScreen`, `structured`, `workSample`, `workingDay`, `informal`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// When it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interviewed_at: Option<DateTime>,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Count>,
    /// `inPerson`, `video`, `phone`, `written`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Text>,
    /// Who took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<Participant>>,
    /// What is to be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<PlannedQuestion>>,
    /// What was asked and answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchanges: Option<Vec<Exchange>>,
    /// What participants make of competencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratings: Option<Vec<Rating>>,
    /// What the candidate makes of the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_ratings: Option<Vec<CandidateRating>>,
    /// What the candidate believes by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectations: Option<Vec<ExpectationHeld>>,
    /// What was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitments: Option<Vec<Commitment>>,
    /// What named people recommend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<Decision>>,
    /// The scales of the ratings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_scales: Option<Vec<RatingScale>>,
    /// Who handed it in; may be another than who interviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_by: Option<Id>,
    /// When it was handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<DateTime>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    Interview,
    InterviewSpec = "mutualfit/interview/1",
    "interview",
    ["spec", "id", "role", "candidate"],
    |it| it.id.as_str(),
    crate::rules::interview::rules
);

object!(
    @new Interview { spec: InterviewSpec } new(id: Id, role: Id, candidate: Id)
        external_ids, updated_at, stage, kind, interviewed_at, minutes, medium, participants, plan, exchanges,
        ratings, candidate_ratings, expectations, commitments, decisions, rating_scales, submitted_by,
        submitted_at, extensions
);
