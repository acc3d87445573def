//! The schemas as files.

use crate::document::{documents, file_name};
use crate::emission::{BUNDLE, bundle, emit};
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
    let each =
        documents().into_iter().map(|kind| file(kind.file_name(), &emit(&kind, Some(registry))));
    each.chain([file(file_name(BUNDLE), &bundle(Some(registry)))]).collect()
}

fn file(name: String, schema: &Value) -> SchemaFile {
    SchemaFile { name, text: format!("{schema:#}\n") }
}
