//! When a candidate can work, and where they are allowed to.

use serde::{Deserialize, Serialize};

use crate::object::{object, words};
use crate::{Audience, CountryCode, PartialDate, Range, Share, Span, Text, Window};

/// When a candidate can work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Availability"))]
pub struct Availability {
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// How long before a start they have to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_period: Option<Span>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Range>,
    /// Shifts they can work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shifts: Option<Vec<Text>>,
    /// Hours they can work, on the clock at home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows: Option<Vec<Window>>,
    /// What part of the time they can be on journeys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_share: Option<Share>,
    /// Whether this can be talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flexible: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(Availability);

words! {
    /// Whether somebody is allowed to work in a country; nothing else about it is asked.
    pub enum AuthorizationStatus ("a status of work authorisation") {
        /// Is allowed to.
        Authorized = "authorized",
        /// Needs an employer's sponsorship.
        NeedsSponsorship = "needsSponsorship",
    }
}

/// Whether a candidate is allowed to work in a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "WorkAuthorization")
)]
pub struct WorkAuthorization {
    /// The country.
    pub country: CountryCode,
    /// Whether they are.
    pub status: AuthorizationStatus,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(WorkAuthorization new(country: CountryCode, status: AuthorizationStatus) audience);
