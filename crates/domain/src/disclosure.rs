//! What an answer makes known: of the role, of the candidate, or of the two together.

use serde::{Deserialize, Serialize};

use crate::aspirations::unruled;
use crate::object::object;
use crate::{
    Arrangement, Aspirations, Availability, Challenge, Compensation, ConceptRef, Count, Demand,
    Environment, Expectation, Experience, Growth, HeldCredential, HeldEducation, HeldSkill,
    Highlight, HiringOrganization, Pay, Place, Process, ReasonOpen, Requirements, Responsibility,
    SpokenLanguage, Team, Text, WorkAuthorization,
};

/// What an answer makes known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Disclosure"))]
pub struct Disclosure {
    /// Of the role as such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleFacts>,
    /// Of the candidate, released by them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<CandidateFacts>,
    /// Of this pair alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<PairDisclosure>,
}

object!(Disclosure);

/// What became known of a role: the sections of a role, all of them optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "RoleFacts"))]
pub struct RoleFacts {
    /// What the role is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Who hires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hiring_organization: Option<HiringOrganization>,
    /// What the role is in published classifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupations: Option<Vec<ConceptRef>>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How many are wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_job_openings: Option<Count>,
    /// Why the post is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_open: Option<ReasonOpen>,
    /// Who one would work with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<Team>,
    /// What one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsibilities: Option<Vec<Responsibility>>,
    /// What the work demands of body and senses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demands: Option<Vec<Demand>>,
    /// What is to be reached by when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectations: Option<Vec<Expectation>>,
    /// What is good about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highlights: Option<Vec<Highlight>>,
    /// What is hard about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenges: Option<Vec<Challenge>>,
    /// What is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Requirements>,
    /// What is paid and given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compensation: Option<Compensation>,
    /// The ways the job can be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 8)))]
    pub arrangements: Option<Vec<Arrangement>>,
    /// Where the employer can employ people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant_locations: Option<Vec<Place>>,
    /// What one can learn and become.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growth>,
    /// What the place is like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// How it is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
}

object!(RoleFacts);

/// What became known of a candidate: the sections of a candidate, all of them optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "CandidateFacts"))]
pub struct CandidateFacts {
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
    /// What they want.
    #[serde(default, deserialize_with = "unruled", skip_serializing_if = "Option::is_none")]
    pub aspirations: Option<Aspirations>,
}

object!(CandidateFacts);

/// What became known of a pair.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "PairDisclosure"))]
pub struct PairDisclosure {
    /// The way to work, one way, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commute_minutes: Option<Count>,
    /// Pay that was offered to this candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_offered: Option<Pay>,
    /// The arrangement that was talked about, by its place in the role's list, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<Count>,
}

object!(PairDisclosure);
