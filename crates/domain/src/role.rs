//! The role: what the work is, what it asks for, what it gives, and how it can be had.

use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::object::object;
use crate::{
    Arrangement, Challenge, Compensation, ConceptRef, Count, Date, DateTime, Demand, Environment,
    Expectation, Extensions, ExternalId, Growth, Highlight, HiringOrganization, Id, Place, Pointer,
    Process, ReasonOpen, Requirements, Responsibility, Team, Text,
};

/// A role, `mutualfit/role/1`.
///
/// What is absent was not said; an empty list says that there is none; what `indifferent` names was
/// said not to matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Role"))]
pub struct Role {
    /// Which document this is.
    pub spec: RoleSpec,
    /// What the caller calls it.
    pub id: Id,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// What the role is called.
    pub title: Text,
    /// Who hires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hiring_organization: Option<HiringOrganization>,
    /// What the role is in published classifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupations: Option<Vec<ConceptRef>>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_posted: Option<Date>,
    /// Until when it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// How many are wanted; one when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 1)))]
    pub total_job_openings: Option<Count>,
    /// Why the post is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_open: Option<ReasonOpen>,
    /// Who one would work with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<Team>,
    /// What one does; the shares come to at most 1 and the rest is unknown.
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
    /// The ways the job can be had; any of them, up to eight.
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
    /// What can be talked about: pointers into this document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<Vec<Pointer>>,
    /// Sections that were said not to matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indifferent: Option<Vec<Text>>,
    /// Lists that leave nothing out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<Vec<Text>>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    Role,
    RoleSpec = "mutualfit/role/1",
    "role",
    ["spec", "id", "title"],
    |it| it.id.as_str(),
    crate::rules::role::rules
);

object!(
    @new Role { spec: RoleSpec } new(id: Id, title: Text)
        external_ids, updated_at, hiring_organization, occupations, summary, date_posted, valid_through,
        total_job_openings, reason_open, team, responsibilities, demands, expectations, highlights, challenges,
        requirements, compensation, arrangements, applicant_locations, growth, environment, process, negotiable,
        indifferent, complete, extensions
);

impl Role {
    /// How many are wanted; one when not said.
    pub fn openings(&self) -> u32 {
        self.total_job_openings.map_or(1, Count::get)
    }
}
