//! Needs, each with the options that would satisfy it.

use serde::{Deserialize, Serialize};

use crate::object::{items, object, words};
use crate::{
    Amount, Audience, Count, CurrencyCode, EmploymentType, Importance, PayUnit, Place, Quantity,
    Range, Share, Span, Text, When, Window, WorkplaceType,
};

words! {
    /// Which pay a minimum is about.
    pub enum PayBasis ("a basis of pay") {
        /// Pay and what is certain on top.
        Guaranteed = "guaranteed",
        /// Pay and all that comes on top.
        Total = "total",
    }
}

/// Pay that would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "PayOption"))]
pub struct PayOption {
    /// The least.
    pub minimum: Amount,
    /// What one hopes for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Amount>,
    /// The currency.
    pub currency: CurrencyCode,
    /// The time it is for.
    pub unit_text: PayUnit,
    /// Which pay is meant; guaranteed when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<PayBasis>,
    /// How good this option is beside the others; 1 when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desirability: Option<Share>,
    /// Where it applies; everywhere when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

object!(
    PayOption new(minimum: Amount, currency: CurrencyCode, unit_text: PayUnit)
        target, basis, desirability, when
);

impl PayOption {
    /// Which pay is meant; guaranteed when not said.
    pub fn basis(&self) -> PayBasis {
        self.basis.unwrap_or(PayBasis::Guaranteed)
    }

    /// How good it is beside the others; 1 when not said.
    pub fn desirability(&self) -> Share {
        self.desirability.unwrap_or(Share::ALL)
    }
}

/// What a candidate needs to be paid: any option will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "PayNeed"))]
pub struct PayNeed {
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Whether it can be talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
    /// In the candidate's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// What would do; nothing is asked when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1, max = 8)))]
    pub options: Option<Vec<PayOption>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(PayNeed);

/// A workplace that would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "WorkplaceOption")
)]
pub struct WorkplaceOption {
    /// Where the work is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub workplace_type: Option<Vec<WorkplaceType>>,
    /// Where the employer's place is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub places: Option<Vec<Place>>,
    /// The longest way to work, one way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_commute_minutes: Option<Count>,
    /// On how many days a week at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_on_site_days_per_week: Option<Quantity>,
    /// What part of the time on journeys at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_travel_share: Option<Share>,
    /// How good this option is beside the others; 1 when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desirability: Option<Share>,
    /// Where it applies; everywhere when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

object!(WorkplaceOption);

impl WorkplaceOption {
    /// How good it is beside the others; 1 when not said.
    pub fn desirability(&self) -> Share {
        self.desirability.unwrap_or(Share::ALL)
    }
}

/// Where a candidate needs to work: any option will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "WorkplaceNeed"))]
pub struct WorkplaceNeed {
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Whether it can be talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
    /// In the candidate's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// What would do; nothing is asked when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1, max = 8)))]
    pub options: Option<Vec<WorkplaceOption>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(WorkplaceNeed);

/// A schedule that would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ScheduleOption"))]
pub struct ScheduleOption {
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Range>,
    /// Shifts that would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub shifts: Option<Vec<Text>>,
    /// Shifts that would not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avoid_shifts: Option<Vec<Text>>,
    /// Hours that would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub windows: Option<Vec<Window>>,
    /// How many days ahead they need to know their hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_notice_days: Option<Count>,
    /// How good this option is beside the others; 1 when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desirability: Option<Share>,
    /// Where it applies; everywhere when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

object!(ScheduleOption);

impl ScheduleOption {
    /// How good it is beside the others; 1 when not said.
    pub fn desirability(&self) -> Share {
        self.desirability.unwrap_or(Share::ALL)
    }
}

/// When a candidate needs to work: any option will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ScheduleNeed"))]
pub struct ScheduleNeed {
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Whether it can be talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
    /// In the candidate's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// What would do; nothing is asked when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1, max = 8)))]
    pub options: Option<Vec<ScheduleOption>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(ScheduleNeed);

/// A contract that would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ContractOption"))]
pub struct ContractOption {
    /// How they would be employed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub employment_type: Option<Vec<EmploymentType>>,
    /// For how long at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_duration: Option<Span>,
    /// How good this option is beside the others; 1 when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desirability: Option<Share>,
    /// Where it applies; everywhere when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

object!(ContractOption);

impl ContractOption {
    /// How good it is beside the others; 1 when not said.
    pub fn desirability(&self) -> Share {
        self.desirability.unwrap_or(Share::ALL)
    }
}

/// How a candidate needs to be employed: any option will do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ContractNeed"))]
pub struct ContractNeed {
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Whether it can be talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
    /// In the candidate's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// What would do; nothing is asked when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(min = 1, max = 8)))]
    pub options: Option<Vec<ContractOption>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(ContractNeed);

items!(
    PayNeed.deal_breaker,
    WorkplaceNeed.deal_breaker,
    ScheduleNeed.deal_breaker,
    ContractNeed.deal_breaker
);
