//! `mutualfit schema`: JSON Schemas of the documents.

use crate::{failure::Failure, messages, output};
use clap::Args;
use mutualfit::{
    Registry, criteria,
    schema::{BUNDLE, DocumentKind, SchemaFile, bundle, document, documents, emit, files},
};
use std::{fmt::Write as _, io::Write as _, path::PathBuf};

/// Which schema, and where to.
#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// A document, such as `role`, or `all` for one schema of every document; without it, what there is
    name: Option<String>,

    /// Write the schemas as files into this folder: all of them, or the one that is named
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: &SchemaArguments) -> Result<(), Failure> {
    let registry = criteria::registry().map_err(|error| Failure::Fault(error.to_string()))?;
    let chosen = arguments.name.as_deref().map(|name| one(name, &registry)).transpose()?;
    match (&arguments.out, chosen) {
        (Some(folder), chosen) => {
            let files = chosen.map_or_else(|| files(&registry), |file| vec![file]);
            for SchemaFile { name, text } in &files {
                output::write_file(&folder.join(name), |file| file.write_all(text.as_bytes()))?;
            }
            messages::tell(&format!("{} written to {}", files.len(), folder.display()));
            Ok(())
        }
        (None, Some(file)) => output::print(&file.text),
        (None, None) => output::print(&list()),
    }
}

/// The schema of one document, or of all of them in one.
fn one(name: &str, registry: &Registry) -> Result<SchemaFile, Failure> {
    let schema = match document(name) {
        Some(kind) => emit(&kind, Some(registry)),
        None if name == BUNDLE => bundle(Some(registry)),
        None => {
            let kinds = documents();
            let known: Vec<&str> = kinds.iter().map(DocumentKind::name).chain([BUNDLE]).collect();
            let message = format!("there is no document `{name}`; there are {}", known.join(", "));
            return Err(Failure::Usage(message));
        }
    };
    Ok(SchemaFile { name: format!("{name}.schema.json"), text: format!("{schema:#}\n") })
}

/// What there is.
fn list() -> String {
    let mut list = String::new();
    for kind in documents() {
        let _ = writeln!(list, "{:<12} {}", kind.name(), kind.spec());
    }
    let _ = writeln!(list, "{BUNDLE:<12} every document in one schema");
    list
}
