//! The documents that are published.

use mutualfit_domain::{
    Aspirations, Candidate, ContextDocument, Document, Interview, PairFacts, Role, Taxonomy,
};
use mutualfit_scoring::{Comparison, Explanation, Ranking, Rubric};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::fmt;

/// The major version of all schemas: within it, documents that were right stay right.
pub(crate) const MAJOR: &str = "v1";

/// A kind of document that is published: what it is called, and how its schema is made.
#[derive(Clone, Copy)]
pub struct DocumentKind {
    name: &'static str,
    spec: &'static str,
    title: &'static str,
    reference: fn(&mut SchemaGenerator) -> Schema,
    needed: &'static [&'static str],
}

impl DocumentKind {
    /// What it is called, such as `role`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What its `spec` says, such as `mutualfit/role/1`.
    pub fn spec(&self) -> &'static str {
        self.spec
    }

    /// The name of its type, such as `Role`.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// What identifies its schema, such as `urn:mutualfit:schema:v1:role`.
    pub fn id(&self) -> String {
        urn(self.name)
    }

    /// The name of its file, such as `role.schema.json`.
    pub fn file_name(&self) -> String {
        file_name(self.name)
    }

    /// A reference to its type, which the generator defines.
    pub(crate) fn reference(&self, generator: &mut SchemaGenerator) -> Schema {
        (self.reference)(generator)
    }

    /// Members that its type may leave out where it stands inside another document, but not as one of its own.
    pub(crate) fn needed(&self) -> &'static [&'static str] {
        self.needed
    }
}

impl fmt::Debug for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentKind")
            .field("name", &self.name)
            .field("spec", &self.spec)
            .finish_non_exhaustive()
    }
}

/// Every kind of document that is published: first those that people and tools write, then those that results are.
pub fn documents() -> Vec<DocumentKind> {
    vec![
        read::<Role>("Role"),
        read::<Candidate>("Candidate"),
        DocumentKind {
            needed: &["spec", "id", "candidate"],
            ..read::<Aspirations>("AspirationsDocument")
        },
        read::<Interview>("Interview"),
        read::<PairFacts>("PairFacts"),
        read::<ContextDocument>("ContextDocument"),
        read::<Taxonomy>("Taxonomy"),
        read::<Rubric>("Rubric"),
        written::<Ranking>("ranking", "mutualfit/ranking/1", "Ranking"),
        written::<Explanation>("explanation", "mutualfit/explanation/1", "Explanation"),
        written::<Comparison>("comparison", "mutualfit/comparison/1", "Comparison"),
    ]
}

/// The kind of document of this name.
pub fn document(name: &str) -> Option<DocumentKind> {
    documents().into_iter().find(|kind| kind.name == name)
}

pub(crate) fn urn(name: &str) -> String {
    format!("urn:mutualfit:schema:{MAJOR}:{name}")
}

pub(crate) fn file_name(name: &str) -> String {
    format!("{name}.schema.json")
}

fn read<D: Document + JsonSchema>(title: &'static str) -> DocumentKind {
    written::<D>(D::NAME, D::SPEC, title)
}

fn written<T: JsonSchema>(
    name: &'static str,
    spec: &'static str,
    title: &'static str,
) -> DocumentKind {
    DocumentKind {
        name,
        spec,
        title,
        reference: |generator| generator.subschema_for::<T>(),
        needed: &[],
    }
}
