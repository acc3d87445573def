//! A pair of documents on which a criterion is tried, and what it makes of them.

use super::trial::Trial;
use crate::{document::valid, strategy::section::put};
use mutualfit_domain::{Candidate, PairFacts, Role, Side};
use mutualfit_scoring::{Explanation, Node};
use proptest::sample::Index;
use serde_json::{Value, json};

/// A pair of documents, and what is known of the pair alone.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) role: Value,
    pub(crate) candidate: Value,
    pub(crate) pairs: Vec<Value>,
    pub(crate) furnished: bool,
    /// Which parts of it a law picks.
    pub(crate) picks: Vec<Index>,
}

/// The documents of a case.
#[derive(Clone, Debug)]
pub(crate) struct Documents {
    pub(crate) role: Role,
    pub(crate) candidate: Candidate,
    pub(crate) pairs: Vec<PairFacts>,
}

/// A case, and what the kind on trial found in it.
#[derive(Debug)]
pub(crate) struct Seen<'c> {
    pub(crate) case: &'c Case,
    pub(crate) documents: Documents,
    pub(crate) explanation: Explanation,
    pub(crate) node: Node,
}

impl<'c> Seen<'c> {
    pub(crate) fn of(trial: &Trial<'_>, case: &'c Case) -> Result<Self, String> {
        let documents = case.documents();
        let explanation = trial.explain(&documents, case.furnished);
        let node = entry(&explanation).ok_or("the explanation has no node for the criterion")?;
        Ok(Self { case, documents, node: node.clone(), explanation })
    }
}

/// The node of the only entry of a rubric.
pub(crate) fn entry(explanation: &Explanation) -> Option<&Node> {
    let sides = explanation.explanation.children.iter();
    sides.flat_map(|side| &side.children).find(|node| node.kind.is_some())
}

impl Case {
    /// The documents, which are valid by construction.
    pub(crate) fn documents(&self) -> Documents {
        Documents {
            role: valid(&self.role),
            candidate: valid(&self.candidate),
            pairs: self.pairs.iter().map(valid).collect(),
        }
    }

    /// The documents, where they read: what was changed may be none any more.
    pub(crate) fn read(&self) -> Option<Documents> {
        let read = |pair: &Value| mutualfit_domain::read_value(pair.clone()).ok();
        Some(Documents {
            role: mutualfit_domain::read_value(self.role.clone()).ok()?,
            candidate: mutualfit_domain::read_value(self.candidate.clone()).ok()?,
            pairs: self.pairs.iter().map(read).collect::<Option<_>>()?,
        })
    }

    pub(crate) fn side(&self, side: Side) -> &Value {
        match side {
            Side::Role => &self.role,
            Side::Candidate => &self.candidate,
        }
    }

    /// The same case with another document of one side.
    pub(crate) fn with(&self, side: Side, document: Value) -> Self {
        match side {
            Side::Role => Self { role: document, ..self.clone() },
            Side::Candidate => Self { candidate: document, ..self.clone() },
        }
    }

    pub(crate) fn shown(&self) -> Value {
        let mut shown = json!({ "role": self.role, "candidate": self.candidate });
        if !self.pairs.is_empty() {
            put(&mut shown, "/pairs", json!(self.pairs));
        }
        put(&mut shown, "/world", json!(if self.furnished { "furnished" } else { "bare" }));
        shown
    }
}
