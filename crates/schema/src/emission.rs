//! From types to schemas as they are published.

use crate::definitions::{DEFINITIONS, Definitions};
use crate::document::{DocumentKind, documents, urn};
use crate::transforms::for_consumers;
use mutualfit_scoring::Registry;
use serde_json::{Map, Value, json};

/// The dialect of all schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The name of the schema of all documents.
pub const BUNDLE: &str = "all";

/// The schema of a document, in draft 2020-12, on its own: it refers to nothing outside itself.
///
/// With a registry the schema of a rubric takes the kinds of criteria that are registered, each with its settings, and
/// no other kind; without one it takes any kind with any settings. No other document's schema depends on it.
pub fn emit(kind: &DocumentKind, registry: Option<&Registry>) -> Value {
    document_of(&Definitions::of_documents(registry), kind)
}

/// The schema of any document, with every type once: for code generators that are to make one package of all.
///
/// The types and their names are those of the documents' own schemas.
pub fn bundle(registry: Option<&Registry>) -> Value {
    bundle_of(&Definitions::of_documents(registry))
}

pub(crate) fn document_of(definitions: &Definitions, kind: &DocumentKind) -> Value {
    let root = definitions.get(kind.title()).cloned().unwrap_or_default();
    published(kind.name(), kind.title(), root, definitions)
}

pub(crate) fn bundle_of(definitions: &Definitions) -> Value {
    let refer = |kind: DocumentKind| json!({ "$ref": format!("{DEFINITIONS}{}", kind.title()) });
    let root = json!({
        "description": "Any document of mutualfit; its `spec` says which.",
        "oneOf": documents().into_iter().map(refer).collect::<Vec<_>>(),
    });
    published(BUNDLE, "Document", root, definitions)
}

/// A schema with what identifies it and all it refers to, fit for code generators.
fn published(name: &str, title: &str, root: Value, definitions: &Definitions) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), DIALECT.into());
    schema.insert("$id".to_owned(), urn(name).into());
    schema.insert("$comment".to_owned(), concat!("mutualfit ", env!("CARGO_PKG_VERSION")).into());
    schema.insert("title".to_owned(), title.into());
    schema.insert("$defs".to_owned(), definitions.used_by(&root).into());
    if let Value::Object(members) = root {
        schema.extend(members);
    }
    for_consumers(schema)
}
