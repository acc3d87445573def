//! Work values and interests, of a place and of a person.

use serde::{Deserialize, Serialize};

use crate::object::{items, object};
use crate::{Audience, Importance, Number, Text};

/// What a place of work is like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Environment"))]
pub struct Environment {
    /// Which values it serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_values: Option<WorkValueProfile>,
    /// Which interests it suits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests: Option<InterestProfile>,
}

object!(Environment);

/// The six work values of the theory of work adjustment, as O*NET has them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "WorkValueProfile")
)]
pub struct WorkValueProfile {
    /// The scale of the values, such as `onet/EX` or `mutualfit/share`.
    pub scale: Text,
    /// Seeing results, using one's abilities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub achievement: Option<Number>,
    /// Working on one's own, deciding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub independence: Option<Number>,
    /// Advancement, leadership, standing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recognition: Option<Number>,
    /// Getting on with people, being of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationships: Option<Number>,
    /// Management that stands behind its people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<Number>,
    /// Security, pay, comfort, variety.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_conditions: Option<Number>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(
    WorkValueProfile new(scale: Text)
        achievement, independence, recognition, relationships, support, working_conditions, importance,
        deal_breaker, audience
);

/// The six interests of Holland (RIASEC).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "InterestProfile")
)]
pub struct InterestProfile {
    /// The scale of the values, such as `onet/OI` or `mutualfit/share`.
    pub scale: Text,
    /// Hands-on, practical work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub realistic: Option<Number>,
    /// Ideas, finding out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub investigative: Option<Number>,
    /// Forms, designs, expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub artistic: Option<Number>,
    /// Helping, teaching, caring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub social: Option<Number>,
    /// Starting and carrying out, leading, selling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprising: Option<Number>,
    /// Order, data, set ways.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conventional: Option<Number>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal_breaker: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(
    InterestProfile new(scale: Text)
        realistic, investigative, artistic, social, enterprising, conventional, importance, deal_breaker,
        audience
);

items!(WorkValueProfile.deal_breaker, InterestProfile.deal_breaker);
