//! What a kind of criterion says about itself.

use mutualfit_domain::Side;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a kind of criterion says about itself: documentation as data.
#[derive(Clone, Debug)]
pub struct Info {
    /// Its name in rubrics, in kebab-case; a third party's as `vendor/name`.
    pub id: &'static str,
    /// Its version, which changes when its degrees do.
    pub version: &'static str,
    /// The side on whose behalf it asks.
    pub side: Side,
    /// What it asks, in one sentence.
    pub summary: &'static str,
    /// Its documentation in Markdown.
    pub docs: &'static str,
    /// What it may be used for.
    pub purpose: Purpose,
    /// The weight of an ask that was not stated, `0..=1`, unless the rubric says otherwise.
    pub silence: f32,
    /// Where its ask stands in the document that asks, as a JSON Pointer.
    pub asks: &'static str,
    /// What it reads.
    pub reads: ReadsOf,
    /// The words that people read for the codes of its facts, with `{name}` for a fact's values.
    pub words: &'static [(&'static str, &'static str)],
}

/// What a criterion may be used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// Ranking people for a role, and roles for a person.
    #[default]
    Selection,
    /// Exploring roles for oneself: its publisher says that it is not for screening applicants.
    Exploration,
}

/// What a kind reads, as JSON Pointers into each document, and the extensions that it declares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadsOf {
    /// Pointers into the role; `*` stands for any item of a list.
    pub role: &'static [&'static str],
    /// Pointers into the candidate.
    pub candidate: &'static [&'static str],
    /// Pointers into pair facts.
    pub pair: &'static [&'static str],
    /// Keys of extensions, in either document.
    pub extensions: &'static [&'static str],
}

/// What an instance of a criterion reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reads {
    /// Pointers into the role; `*` stands for any item of a list.
    pub role: Vec<String>,
    /// Pointers into the candidate.
    pub candidate: Vec<String>,
    /// Pointers into pair facts.
    pub pair: Vec<String>,
    /// Keys of extensions, in either document.
    pub extensions: Vec<String>,
}

impl From<ReadsOf> for Reads {
    fn from(reads: ReadsOf) -> Self {
        let owned = |list: &[&str]| list.iter().map(|&item| item.to_owned()).collect();
        Self {
            role: owned(reads.role),
            candidate: owned(reads.candidate),
            pair: owned(reads.pair),
            extensions: owned(reads.extensions),
        }
    }
}

impl Info {
    /// A kind for selection that is silent where nothing is asked, and reads nothing yet; the rest is for the caller to
    /// say, as in `Info { docs: DOCS, ..Info::new(id, side, summary) }`.
    pub const fn new(id: &'static str, side: Side, summary: &'static str) -> Self {
        Self {
            id,
            version: "0.1.0",
            side,
            summary,
            docs: "",
            purpose: Purpose::Selection,
            silence: 0.0,
            asks: "",
            reads: ReadsOf { role: &[], candidate: &[], pair: &[], extensions: &[] },
            words: &[],
        }
    }

    /// The template of words for a code.
    pub fn words_for(&self, code: &str) -> Option<&'static str> {
        self.words.iter().find(|(known, _)| *known == code).map(|(_, words)| *words)
    }
}
