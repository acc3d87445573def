//! The schemas as files.

use crate::definitions::Definitions;
use crate::document::{DocumentKind, documents, file_name};
use crate::emission::{BUNDLE, bundle_of, document_of};
use mutualfit_scoring::Registry;
use serde_json::Value;

/// A file to be written: a name without folders, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// The name, such as `role.schema.json`.
    pub name: String,
    /// JSON text that ends in a line break.
    pub text: String,
}

/// Every schema as a file, the same bytes every time: one for each document and one for all of them.
pub fn files(registry: &Registry) -> Vec<SchemaFile> {
    let definitions = Definitions::of_documents(Some(registry));
    let one = |kind: DocumentKind| file(kind.file_name(), &document_of(&definitions, &kind));
    let all = file(file_name(BUNDLE), &bundle_of(&definitions));
    documents().into_iter().map(one).chain([all]).collect()
}

fn file(name: String, schema: &Value) -> SchemaFile {
    SchemaFile { name, text: format!("{schema:#}\n") }
}
