//! What a result was made from, so that it can be made again.

use crate::Digest;
use mutualfit_domain::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a result was made from: the same four inputs give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The engine and its version.
    pub engine: String,
    /// The day as of which was scored.
    pub as_of: Date,
    /// The digest of the rubric with every default filled in, as canonical JSON (RFC 8785).
    pub rubric: Digest,
    /// The digest of the context, as canonical JSON.
    pub context: Digest,
    /// The kinds of criteria and their versions.
    pub criteria: Vec<CriterionVersion>,
    /// The digest of the documents: the subject's, the sum of the pool's, and the sum of what is known of pairs. Absent
    /// where something in them is kept from the reader, who could try out what makes the same digest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Digest>,
}

/// A kind of criterion and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CriterionVersion {
    /// The kind's id.
    #[serde(rename = "use")]
    pub kind: String,
    /// Its version.
    pub version: String,
}

/// The engine's name and version, as results carry them.
pub(crate) fn engine() -> String {
    concat!("mutualfit ", env!("CARGO_PKG_VERSION")).to_owned()
}
