//! What would change a degree: levers, proposed by the criteria that know their own inverse.

use crate::NamedValues;
use mutualfit_domain::{Pointer, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::borrow::Cow;

/// One operation of a JSON Patch (RFC 6902) on one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "op", rename_all = "camelCase")]
pub enum Operation {
    /// Adds a member, or an item to a list (`-` for its end); a member that is there is replaced.
    Add {
        /// Where.
        path: Pointer,
        /// What.
        value: Value,
    },
    /// Replaces what is there.
    Replace {
        /// Where.
        path: Pointer,
        /// By what.
        value: Value,
    },
    /// Takes away what is there.
    Remove {
        /// Where.
        path: Pointer,
    },
}

/// A change of one document that would raise the degree of one criterion.
///
/// Levers touch what can change: duties, pay, training, schedule, evidence and stated wishes. They are proposals: the
/// engine applies each and scores the whole pair again before it shows what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Whose document changes.
    pub side: Side,
    /// What kind of change it is, in kebab-case; the kind's words say it.
    pub code: String,
    /// Where the ask stands that it serves, in the document that asks.
    pub asked: Option<Pointer>,
    /// The values that people read, by name.
    pub values: NamedValues,
    /// The change itself.
    pub patch: Vec<Operation>,
}

impl Lever {
    /// A lever on the document of one side that changes nothing yet.
    pub fn on(side: Side, code: &str) -> Self {
        let code = code.to_owned();
        Self { side, code, asked: None, values: NamedValues::default(), patch: Vec::new() }
    }

    /// With a pointer to the ask that it serves.
    #[must_use]
    pub fn asked(self, pointer: impl Into<Option<Pointer>>) -> Self {
        Self { asked: pointer.into(), ..self }
    }

    /// With a named value.
    #[must_use]
    pub fn value(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.values.set(name, value);
        self
    }

    /// Adding a member, or an item at the end of a list whose pointer ends in `-`.
    #[must_use]
    pub fn add(mut self, path: Pointer, value: impl Into<Value>) -> Self {
        self.patch.push(Operation::Add { path, value: value.into() });
        self
    }

    /// Replacing what is there.
    #[must_use]
    pub fn replace(mut self, path: Pointer, value: impl Into<Value>) -> Self {
        self.patch.push(Operation::Replace { path, value: value.into() });
        self
    }

    /// Taking away what is there.
    #[must_use]
    pub fn remove(mut self, path: Pointer) -> Self {
        self.patch.push(Operation::Remove { path });
        self
    }

    /// The document with this change; `None` where that gives no valid one, or the same.
    pub fn apply<D: Serialize + DeserializeOwned + PartialEq>(&self, document: &D) -> Option<D> {
        let mut value = serde_json::to_value(document).ok()?;
        let patch = serde_json::to_value(&self.patch).ok()?;
        let patch: json_patch::Patch = serde_json::from_value(patch).ok()?;
        json_patch::patch(&mut value, &patch).ok()?;
        let changed: D = serde_json::from_value(value).ok()?;
        (changed != *document).then_some(changed)
    }
}

/// Where a criterion proposes what would raise its degree.
#[derive(Debug)]
pub struct Levers {
    target: f32,
    levers: Vec<Lever>,
}

impl Levers {
    /// No levers yet, towards this degree.
    pub fn to(target: f32) -> Self {
        Self { target, levers: Vec::new() }
    }

    /// The degree that would do, above 0 and up to 1. A criterion that can hit it proposes as much as that takes; one
    /// over a list proposes each item by itself, met in full.
    pub fn target(&self) -> f32 {
        self.target
    }

    /// Proposes a lever.
    pub fn push(&mut self, lever: Lever) {
        self.levers.push(lever);
    }

    /// What was proposed.
    pub fn into_vec(self) -> Vec<Lever> {
        self.levers
    }
}
