//! Limits of where something applies.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{CountryCode, EmploymentType, Range, Text, WorkplaceType};

/// Where something applies: all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "When"))]
pub struct When {
    /// In one of these countries.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub countries: Option<Vec<CountryCode>>,
    /// In one of these kinds of workplace.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub workplace_type: Option<Vec<WorkplaceType>>,
    /// In one of these kinds of employment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub employment_type: Option<Vec<EmploymentType>>,
    /// On one of these shifts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub shifts: Option<Vec<Text>>,
    /// At these hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Range>,
}

object!(When);
