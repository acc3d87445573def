//! What a document is called in other systems.

use serde::{Deserialize, Serialize};

use crate::Text;
use crate::object::object;

/// What something is called in another system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "ExternalId"))]
pub struct ExternalId {
    /// The system, such as `greenhouse`.
    pub system: Text,
    /// What it is there, such as `job`.
    #[serde(rename = "type")]
    pub kind: Text,
    /// Its id there.
    pub id: Text,
    /// Where it can be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

object!(ExternalId new(system: Text, kind: Text, id: Text) url);
