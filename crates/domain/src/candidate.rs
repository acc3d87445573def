//! The candidate: what somebody brings, and what they want. Who they are stays with the caller.

use serde::{Deserialize, Serialize};

use crate::aspirations::unruled;
use crate::document::document;
use crate::object::object;
use crate::{
    Aspirations, Availability, DateTime, Experience, Extensions, ExternalId, HeldCredential,
    HeldEducation, HeldSkill, Id, Place, SpokenLanguage, Text, WorkAuthorization,
};

/// A candidate, `mutualfit/candidate/1`.
///
/// There is no field for a name, contact, photo, age, sex, nationality, health, past pay, convictions
/// or the reason for a gap: identity stays with the caller, behind the id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Candidate"))]
pub struct Candidate {
    /// Which document this is.
    pub spec: CandidateSpec,
    /// What the caller calls them.
    pub id: Id,
    /// What other systems call them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// Skills and knowledge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<HeldSkill>>,
    /// What they have done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experience: Option<Vec<Experience>>,
    /// Licences and certificates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Vec<HeldCredential>>,
    /// Education.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<Vec<HeldEducation>>,
    /// Languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<SpokenLanguage>>,
    /// When they can work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<Availability>,
    /// Where they are allowed to work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_authorization: Option<Vec<WorkAuthorization>>,
    /// Where they live, no closer than a town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Place>,
    /// What they want; may be a document of its own instead.
    #[serde(default, deserialize_with = "unruled", skip_serializing_if = "Option::is_none")]
    pub aspirations: Option<Aspirations>,
    /// Sections that were said not to matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indifferent: Option<Vec<Text>>,
    /// Lists that leave nothing out; otherwise what is not listed is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<Vec<Text>>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    Candidate,
    CandidateSpec = "mutualfit/candidate/1",
    "candidate",
    ["spec", "id"],
    |it| it.id.as_str(),
    crate::rules::candidate::rules
);

object!(
    @new Candidate { spec: CandidateSpec } new(id: Id)
        external_ids, updated_at, skills, experience, credentials, education, languages, availability,
        work_authorization, home, aspirations, indifferent, complete, extensions
);
