//! JSON Schema for the documents of mutualfit.
//!
//! Every document that other tools read or write has a schema in draft 2020-12, made from the types that read it: what
//! a schema accepts is read, unless all that is wrong with it is of a kind that no schema can say
//! ([`FaultKind::beyond_schema`](mutualfit_domain::FaultKind::beyond_schema)), and what is read is accepted.
//!
//! ```
//! use mutualfit_schema::{document, emit};
//!
//! let schema = emit(&document("role").unwrap(), None);
//! assert_eq!(schema["$id"], "urn:mutualfit:schema:v1:role");
//! assert_eq!(schema["required"], serde_json::json!(["spec", "id", "title"]));
//! ```
//!
//! The schema of rubrics depends on which kinds of criteria there are, so it is made from a
//! [`Registry`](mutualfit_scoring::Registry), with the settings of every kind, third-party ones too.

mod definitions;
mod document;
mod emission;
mod files;
mod naming;
mod rubric;
mod transforms;
mod wording;

pub use document::{DocumentKind, document, documents};
pub use emission::{BUNDLE, bundle, emit};
pub use files::{SchemaFile, files};
