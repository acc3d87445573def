//! What a role asks for, item by item.

use serde::{Deserialize, Serialize};

use crate::object::{items, object, words};
use crate::{
    Cefr, ConceptRef, Count, CountryCode, Importance, LanguageTag, Level, PartialDate, Quantity,
    Range, Span, SubdivisionCode, Text, TimeOfDay, UtcOffset, Window,
};

/// What a role asks for. A list that is absent is not said; an empty one says that nothing is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Requirements"))]
pub struct Requirements {
    /// Skills and knowledge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<RequiredSkill>>,
    /// Experience.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experience: Option<Vec<RequiredExperience>>,
    /// Licences and certificates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Vec<RequiredCredential>>,
    /// Education.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<Vec<RequiredEducation>>,
    /// Languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<RequiredLanguage>>,
    /// When one has to be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<RequiredAvailability>,
    /// Countries one has to be allowed to work in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_authorization: Option<Vec<RequiredWorkAuthorization>>,
    /// What interviews are to find out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competencies: Option<Vec<RequiredCompetency>>,
}

object!(Requirements);

/// A skill that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "RequiredSkill"))]
pub struct RequiredSkill {
    /// The skill.
    pub concept: ConceptRef,
    /// How well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
    /// How long after the start it may be learned; nothing means at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<Span>,
    /// How it is taught.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training: Option<String>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(
    RequiredSkill new(concept: ConceptRef)
        level, importance, must_have, needed_by, training, alternative_group
);

impl RequiredSkill {
    /// Whether it may be learned after the start.
    pub fn is_learnable(&self) -> bool {
        self.needed_by.as_ref().is_some_and(|span| span.days() > 0.0)
    }
}

/// Experience that is asked for; there is no maximum.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredExperience")
)]
pub struct RequiredExperience {
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<ConceptRef>,
    /// How many months at least.
    pub minimum_months: Count,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(
    RequiredExperience new(minimum_months: Count)
        occupation, importance, must_have, alternative_group
);

/// A licence or certificate that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredCredential")
)]
pub struct RequiredCredential {
    /// The credential.
    pub concept: ConceptRef,
    /// Where it has to be valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<SubdivisionCode>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
    /// How long after the start it may come; nothing means at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<Span>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(
    RequiredCredential new(concept: ConceptRef)
        jurisdiction, importance, must_have, needed_by, alternative_group
);

/// Education that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredEducation")
)]
pub struct RequiredEducation {
    /// How far, such as a level of the EQF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<ConceptRef>,
    /// In what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<ConceptRef>,
    /// How many months of experience are accepted instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or_months_of_experience: Option<Count>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(RequiredEducation);

words! {
    /// What one does in a language, as the CEFR has it.
    pub enum Activity ("an activity in a language") {
        /// Listening.
        Listening = "listening",
        /// Reading.
        Reading = "reading",
        /// Talking with people.
        SpokenInteraction = "spokenInteraction",
        /// Speaking to people.
        SpokenProduction = "spokenProduction",
        /// Writing.
        Writing = "writing",
    }
}

/// A language that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredLanguage")
)]
pub struct RequiredLanguage {
    /// The language.
    pub language: LanguageTag,
    /// How well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cefr: Option<Cefr>,
    /// At what, when not at all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
    /// The duty that it is needed for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(
    RequiredLanguage new(language: LanguageTag)
        cefr, activity, importance, must_have, duty, alternative_group
);

/// When one has to be there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredAvailability")
)]
pub struct RequiredAvailability {
    /// When the work begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Range>,
    /// Shifts that are to be covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shifts: Option<Vec<Text>>,
    /// Hours that are to be covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows: Option<Vec<Window>>,
    /// Hours in common with the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlap: Option<Overlap>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Whether there is no way without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_have: Option<bool>,
}

object!(RequiredAvailability);

/// Hours that one is to have in common with others, on their clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Overlap"))]
pub struct Overlap {
    /// What their zone is called; shown to people, never looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// How far their clock is ahead of UTC.
    pub utc_offset_minutes: UtcOffset,
    /// From when, on their clock.
    pub start: TimeOfDay,
    /// Until when, on their clock; at or before the start means on the next day.
    pub end: TimeOfDay,
    /// How many hours of it a day; all of it when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_hours: Option<Quantity>,
}

object!(
    Overlap new(utc_offset_minutes: UtcOffset, start: TimeOfDay, end: TimeOfDay)
        time_zone, min_hours
);

words! {
    /// Whether the employer sponsors permission to work.
    pub enum Sponsorship ("what is said of sponsorship") {
        /// It does.
        Offered = "offered",
        /// It may.
        Considered = "considered",
        /// It does not.
        NotOffered = "notOffered",
    }
}

/// A country one has to be allowed to work in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredWorkAuthorization")
)]
pub struct RequiredWorkAuthorization {
    /// The country.
    pub country: CountryCode,
    /// Whether permission is sponsored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sponsorship: Option<Sponsorship>,
}

object!(RequiredWorkAuthorization new(country: CountryCode) sponsorship);

/// What interviews are to find out; answered by ratings alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(remote = "RequiredCompetency")
)]
pub struct RequiredCompetency {
    /// The competency.
    pub concept: ConceptRef,
    /// What is meant by it in this role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// How much it counts; ½ when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Requirements of the list with the same group count once, by the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_group: Option<Text>,
}

object!(RequiredCompetency new(concept: ConceptRef) definition, importance, alternative_group);

items!(
    RequiredSkill.must_have,
    RequiredExperience.must_have,
    RequiredCredential.must_have,
    RequiredEducation.must_have,
    RequiredLanguage.must_have,
    RequiredAvailability.must_have,
    RequiredCompetency
);
