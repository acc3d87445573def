//! Where people work and live, no closer than a town.

use serde::{Deserialize, Serialize};

use crate::object::object;
use crate::{CountryCode, SubdivisionCode, Text, UtcOffset};

/// A place: a country, perhaps a part of it and a town; never a street or a postal code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Place"))]
pub struct Place {
    /// The country.
    pub country: CountryCode,
    /// The state, region or county.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subdivision: Option<SubdivisionCode>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality: Option<Text>,
    /// How far its clocks are ahead of UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utc_offset_minutes: Option<UtcOffset>,
}

object!(Place new(country: CountryCode) subdivision, locality, utc_offset_minutes);
