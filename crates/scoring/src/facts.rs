//! What was compared, as data.

use crate::{Degree, Gate, NamedValues};
use mutualfit_domain::{Audience, Candidate, Pointer, RoleView};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// The two documents of a pair, as explaining reads them.
#[derive(Clone, Copy, Debug)]
pub struct Seats<'a> {
    /// The role, by one of its arrangements.
    pub role: RoleView<'a>,
    /// The candidate.
    pub candidate: &'a Candidate,
}

/// One thing that a criterion compared: a code, pointers into both documents, and the values that mattered.
///
/// Facts never carry words for people; those stand beside the code in [`Info::words`](crate::Info::words).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// What kind of finding this is, in kebab-case; the criterion's documentation lists its codes.
    pub code: Cow<'static, str>,
    /// The entry of the rubric whose finding it is, where it stands outside that entry's node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The kind of that entry.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where the ask stands in the document that asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Pointer>,
    /// Where the answer stands in the document that answers; absent where nothing answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Pointer>,
    /// How far this item is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<Degree>,
    /// This item's share of its criterion, `0..=1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// For an essential item, whether it is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// `engine` where it is kept from the other side; absent where it may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// The values that mattered, by name.
    #[serde(default, skip_serializing_if = "NamedValues::is_empty")]
    pub values: NamedValues,
}

impl Fact {
    /// A fact with this code.
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: code.into(),
            criterion: None,
            kind: None,
            asked: None,
            answered: None,
            degree: None,
            share: None,
            gate: None,
            audience: None,
            values: NamedValues::default(),
        }
    }

    /// With a pointer to the ask.
    #[must_use]
    pub fn asked(self, pointer: impl Into<Option<Pointer>>) -> Self {
        Self { asked: pointer.into(), ..self }
    }

    /// With a pointer to the answer.
    #[must_use]
    pub fn answered(self, pointer: impl Into<Option<Pointer>>) -> Self {
        Self { answered: pointer.into(), ..self }
    }

    /// With how far the item is met.
    #[must_use]
    pub fn degree(self, degree: Degree) -> Self {
        Self { degree: Some(degree), ..self }
    }

    /// With the item's share of its criterion, `0..=1`.
    #[must_use]
    pub fn share(self, share: f32) -> Self {
        Self { share: Some(crate::published(share)), ..self }
    }

    /// With the gate of an essential item.
    #[must_use]
    pub fn gate(self, gate: Gate) -> Self {
        Self { gate: Some(gate), ..self }
    }

    /// With the audience that the item itself names; the engine fills in what follows from the document.
    #[must_use]
    pub fn audience(self, audience: Option<Audience>) -> Self {
        Self { audience, ..self }
    }

    /// Whether it is kept from the other side.
    pub(crate) fn is_kept(&self) -> bool {
        self.audience == Some(Audience::Engine)
    }

    /// With a named value.
    #[must_use]
    pub fn value(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.values.set(name, value);
        self
    }
}

/// Where a criterion says what it compared.
#[derive(Debug, Default)]
pub struct Facts {
    facts: Vec<Fact>,
}

impl Facts {
    /// Adds a fact.
    pub fn push(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// All facts, in the order in which they were added.
    pub fn into_vec(self) -> Vec<Fact> {
        self.facts
    }
}
