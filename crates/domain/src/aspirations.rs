//! Aspirations: what a candidate wants.

use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use crate::document::document;
use crate::{
    At, Audience, BenefitWish, ConceptWish, ContractNeed, Contribution, DateTime, Document,
    Extensions, ExternalId, Goal, Id, InterestProfile, LearningWish, PartialDate, PayNeed,
    RuleFaults, ScheduleNeed, Text, TransparencyWish, WorkValueProfile, WorkplaceNeed,
};

/// What a candidate wants: within a candidate, or a document of its own, `mutualfit/aspirations/1`.
///
/// As a document of its own it has `spec`, `id` and `candidate`, and may have another owner and
/// another consent than the candidate's document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Aspirations"))]
pub struct Aspirations {
    /// Which document this is; needed when it is one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spec: Option<AspirationsSpec>,
    /// What the caller calls it; needed when it is a document of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Whose they are; needed when it is a document of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Id>,
    /// What other systems call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_ids: Option<Vec<ExternalId>>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime>,
    /// When the candidate said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<PartialDate>,
    /// Who may see it; `engine` when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Where the candidate wants to be one day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vision: Option<String>,
    /// What they look for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_role: Option<String>,
    /// What they want to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Vec<Goal>>,
    /// What they want to learn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learning: Option<Vec<LearningWish>>,
    /// What they would like to bring or teach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Vec<Contribution>>,
    /// Skills they want to use, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill_use: Option<Vec<ConceptWish>>,
    /// Tasks they want to do, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tasks: Option<Vec<ConceptWish>>,
    /// Challenges they want to meet, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenges: Option<Vec<ConceptWish>>,
    /// What they need to be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayNeed>,
    /// Where they need to work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workplace: Option<WorkplaceNeed>,
    /// When they need to work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<ScheduleNeed>,
    /// How they need to be employed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractNeed>,
    /// Benefits they want.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefits: Option<Vec<BenefitWish>>,
    /// What a role should be open about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transparency: Option<TransparencyWish>,
    /// What matters to them at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_values: Option<WorkValueProfile>,
    /// What they like to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests: Option<InterestProfile>,
    /// Sections that were said not to matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indifferent: Option<Vec<Text>>,
    /// What others add, under names of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

document!(
    @parts Aspirations,
    AspirationsSpec = "mutualfit/aspirations/1",
    "aspirations",
    ["spec", "id", "candidate"],
    |it| it.id.as_ref().map_or("", Id::as_str),
    crate::rules::aspirations::rules
);

impl Aspirations {
    /// Aspirations as a document of their own, with nothing said yet.
    pub fn of(id: Id, candidate: Id) -> Self {
        Self {
            spec: Some(AspirationsSpec),
            id: Some(id),
            candidate: Some(candidate),
            ..Self::default()
        }
    }

    /// Who may see an item of them: what the item says, else what they say, else the engine alone.
    pub fn audience_of(&self, item: Option<Audience>) -> Audience {
        item.or(self.audience).unwrap_or(Audience::Engine)
    }
}

impl<'de> Deserialize<'de> for Aspirations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let aspirations = Self::deserialize_unruled(deserializer)?;
        let mut faults = RuleFaults::default();
        crate::rules::aspirations::inline(&aspirations, &At::root(), &mut faults);
        faults.into_error().map_err(D::Error::custom)?;
        Ok(aspirations)
    }
}

/// Reads aspirations within another document, whose rules look at them.
pub(crate) fn unruled<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Aspirations>, D::Error> {
    struct Unruled(Aspirations);

    impl<'de> Deserialize<'de> for Unruled {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Aspirations::deserialize_unruled(deserializer).map(Self)
        }
    }

    Ok(Option::<Unruled>::deserialize(deserializer)?.map(|Unruled(aspirations)| aspirations))
}
