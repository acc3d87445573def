//! `mutualfit schema`: JSON Schemas of the documents.

use crate::{failure::Failure, messages, output};
use clap::Args;
use mutualfit::{
    criteria,
    schema::{BUNDLE, DocumentKind, SchemaFile, documents, files},
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
    let mut files = files(&registry);
    if let Some(name) = &arguments.name {
        let file = format!("{name}.schema.json");
        files.retain(|one| one.name == file);
        if files.is_empty() {
            let known: Vec<&str> =
                documents().iter().map(DocumentKind::name).chain([BUNDLE]).collect();
            return Err(Failure::Usage(format!(
                "there is no document `{name}`; there are {}",
                known.join(", ")
            )));
        }
    }
    match (&arguments.out, &arguments.name) {
        (Some(folder), _) => {
            for SchemaFile { name, text } in &files {
                output::write_file(&folder.join(name), |file| file.write_all(text.as_bytes()))?;
            }
            messages::tell(&format!("{} written to {}", files.len(), folder.display()));
            Ok(())
        }
        (None, Some(_)) => files.iter().try_for_each(|file| output::print(&file.text)),
        (None, None) => {
            let mut list = String::new();
            for kind in documents() {
                let _ = writeln!(list, "{:<12} {}", kind.name(), kind.spec());
            }
            let _ = writeln!(list, "{BUNDLE:<12} every document in one schema");
            output::print(&list)
        }
    }
}
