//! What a candidate brings.

use serde::{Deserialize, Serialize};

use crate::object::{object, words};
use crate::{
    Activity, Audience, Cefr, ConceptRef, Count, LanguageTag, Level, PartialDate, SubdivisionCode,
    Text,
};

/// A skill that a candidate has, or says not to have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "HeldSkill"))]
pub struct HeldSkill {
    /// The skill.
    pub concept: ConceptRef,
    /// How well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Whether the candidate has it; true when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
    /// The year it was last used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used: Option<Count>,
    /// Whether the level is the candidate's own estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_rated: Option<bool>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<String>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(HeldSkill new(concept: ConceptRef) level, held, last_used, self_rated, evidence, audience);

impl HeldSkill {
    /// Whether the candidate has it; true when not said.
    pub fn is_held(&self) -> bool {
        self.held != Some(false)
    }
}

/// Something a candidate has done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Experience"))]
pub struct Experience {
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<ConceptRef>,
    /// What it was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// `employment`, `volunteer`, `project`, `military`, `caregiving`, or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Text>,
    /// For how many months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<Count>,
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<PartialDate>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<PartialDate>,
    /// Whether it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<bool>,
    /// What was used in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<ConceptRef>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(Experience);

words! {
    /// Whether somebody has a credential.
    pub enum CredentialStatus ("the status of a credential") {
        /// Has it.
        Held = "held",
        /// Is getting it.
        InProgress = "inProgress",
        /// Could get it.
        Eligible = "eligible",
        /// Had it.
        Lapsed = "lapsed",
        /// Does not have it.
        None = "none",
    }
}

/// A licence or certificate that a candidate has, is getting, or says not to have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "HeldCredential"))]
pub struct HeldCredential {
    /// The credential.
    pub concept: ConceptRef,
    /// Where it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<SubdivisionCode>,
    /// Whether the candidate has it; held when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CredentialStatus>,
    /// Until when it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<PartialDate>,
    /// By when it is expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_by: Option<PartialDate>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Vec<String>>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(
    HeldCredential new(concept: ConceptRef)
        jurisdiction, status, valid_until, expected_by, evidence, audience
);

impl HeldCredential {
    /// Whether the candidate has it; held when not said.
    pub fn status(&self) -> CredentialStatus {
        self.status.unwrap_or(CredentialStatus::Held)
    }
}

words! {
    /// Whether an education is finished.
    pub enum EducationStatus ("the status of an education") {
        /// It is.
        Completed = "completed",
        /// It goes on.
        InProgress = "inProgress",
    }
}

/// An education of a candidate; it has no date but the one it is expected to be finished by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "HeldEducation"))]
pub struct HeldEducation {
    /// How far, such as a level of the EQF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<ConceptRef>,
    /// In what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<ConceptRef>,
    /// Where; shown to people, never read by a criterion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// Whether it is finished; completed when not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<EducationStatus>,
    /// By when it will be finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_by: Option<PartialDate>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(HeldEducation);

impl HeldEducation {
    /// Whether it is finished; completed when not said.
    pub fn status(&self) -> EducationStatus {
        self.status.unwrap_or(EducationStatus::Completed)
    }
}

/// A language that a candidate speaks: overall, or activity by activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "SpokenLanguage"))]
pub struct SpokenLanguage {
    /// The language.
    pub language: LanguageTag,
    /// How well overall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cefr: Option<Cefr>,
    /// How well when listening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listening: Option<Cefr>,
    /// How well when reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Cefr>,
    /// How well when talking with people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken_interaction: Option<Cefr>,
    /// How well when speaking to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken_production: Option<Cefr>,
    /// How well when writing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub writing: Option<Cefr>,
    /// Whether the level was concluded from another statement, such as "native".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inferred: Option<bool>,
    /// Who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

object!(
    SpokenLanguage new(language: LanguageTag)
        cefr, listening, reading, spoken_interaction, spoken_production, writing, inferred, audience
);

impl SpokenLanguage {
    /// How well they do an activity, or overall when it is not said of that activity.
    pub fn level(&self, activity: Option<Activity>) -> Option<Cefr> {
        let level = match activity {
            None => None,
            Some(Activity::Listening) => self.listening,
            Some(Activity::Reading) => self.reading,
            Some(Activity::SpokenInteraction) => self.spoken_interaction,
            Some(Activity::SpokenProduction) => self.spoken_production,
            Some(Activity::Writing) => self.writing,
        };
        level.or(self.cefr)
    }
}
