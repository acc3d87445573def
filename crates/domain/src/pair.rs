//! Facts of one role and one candidate together, and of nobody else.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::object::object;
use crate::{
    CandidateRating, ConceptRef, Count, DateTime, ExpectationHeld, Extensions, ExternalId, Id, Pay,
    Share, Text,
};

/// What holds of one role and one candidate together, `mutualfit/pair/1`; it changes no other pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "PairFacts"))]
pub struct PairFacts {
    /// Which document this is.
    pub spec: PairSpec,
    /// What the caller calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The role.
    pub role: Id,
    /// The candidate.
    pub candidate: Id,
    /// Where the facts come from.
    pub source: Text,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// The way to work, one way, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commute_minutes: Option<Count>,
    /// Pay that was offered to this candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_offered: Option<Pay>,
    /// The arrangement that was talked about, by its place in the role's list, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<Count>,
    /// What ratings say of competencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competencies: Option<Vec<PairCompetency>>,
    /// What the candidate makes of the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_ratings: Option<Vec<CandidateRating>>,
    /// What the candidate believes by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectations: Option<Vec<ExpectationHeld>>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    PairFacts,
    PairSpec = "mutualfit/pair/1",
    "pair",
    ["spec", "role", "candidate", "source"],
    |it| it.id.as_ref().map_or("", Id::as_str),
    crate::rules::pair::rules
);

object!(
    @new PairFacts { spec: PairSpec } new(role: Id, candidate: Id, source: Text)
        id, external_ids, updated_at, commute_minutes, pay_offered, arrangement, competencies,
        candidate_ratings, expectations, extensions
);

/// What ratings of one candidate, for one role, say of a competency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "PairCompetency"))]
pub struct PairCompetency {
    /// The competency.
    pub concept: ConceptRef,
    /// At least so much of what is asked.
    pub low: Share,
    /// At most so much of what is asked.
    pub high: Share,
    /// How many people rated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raters: Option<Count>,
    /// Where this comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
}

object!(PairCompetency new(concept: ConceptRef, low: Share, high: Share) raters, source);
