//! The ways a job can be had.

use serde::{Deserialize, Serialize};

use crate::object::{object, words};
use crate::{Place, Range, Schedule, Share, Span};

words! {
    /// Where work is done.
    pub enum WorkplaceType ("a kind of workplace") {
        /// At the employer's place.
        OnSite = "onSite",
        /// Partly there, partly elsewhere.
        Hybrid = "hybrid",
        /// Elsewhere.
        Remote = "remote",
    }
}

words! {
    /// How people are employed.
    pub enum EmploymentType ("a kind of employment") {
        /// Full time.
        FullTime = "FULL_TIME",
        /// Part time.
        PartTime = "PART_TIME",
        /// As a contractor.
        Contractor = "CONTRACTOR",
        /// For a time.
        Temporary = "TEMPORARY",
        /// As an intern.
        Intern = "INTERN",
        /// As a volunteer.
        Volunteer = "VOLUNTEER",
        /// By the day.
        PerDiem = "PER_DIEM",
        /// Otherwise.
        Other = "OTHER",
    }
}

/// One way the job can be had; each is scored as a role of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Arrangement"))]
pub struct Arrangement {
    /// Where the work is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workplace_type: Option<WorkplaceType>,
    /// The employer's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_location: Option<Place>,
    /// How many days a week one is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_site_days_per_week: Option<Range>,
    /// What part of the time one is on journeys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_share: Option<Share>,
    /// How one can be employed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment_type: Option<Vec<EmploymentType>>,
    /// For how long; nothing said means nothing said, not forever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Span>,
    /// When the work is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
}

object!(Arrangement);
