//! `mutualfit import`: other formats read into documents.

use crate::{failure::Failure, messages, output};
use clap::{Args, ValueEnum};
use mutualfit::exchange::onet::{self, ONET_ATTRIBUTION, OnetDatabase, OnetTables};
use serde::Serialize;
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// What to read, and as what.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The format
    #[arg(long, value_name = "FORMAT")]
    from: Format,

    /// The folder with the format's files
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// What to make of it
    #[arg(long = "as", value_name = "KIND")]
    kind: Kind,

    /// Write it to this file [default: standard output]
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The O*NET database: a folder with `Skills.txt` and the other tables
    Onet,
}

/// What to make of it.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// One role an occupation, as JSON Lines
    Roles,
    /// One incumbent an occupation, as JSON Lines
    Candidates,
    /// The skills and areas of knowledge with their usual importance, as one JSON document
    Taxonomy,
}

pub(crate) fn run(arguments: &ImportArguments) -> Result<(), Failure> {
    let Format::Onet = arguments.from;
    let failed = |error: mutualfit::exchange::TableError| {
        let cause = std::error::Error::source(&error)
            .map(|cause| format!(" ({cause})"))
            .unwrap_or_default();
        Failure::Fault(format!("{error}{cause}"))
    };
    let tables = OnetTables::from_dir(&arguments.folder).map_err(failed)?;
    let database = OnetDatabase::read(tables).map_err(failed)?;
    let faults = database.faults();
    if !faults.is_empty() {
        for fault in faults {
            messages::tell(&fault.to_string());
        }
        let shown = faults.iter().count();
        let more = if shown < faults.count() {
            format!(", the first {shown} shown")
        } else {
            String::new()
        };
        return Err(Failure::Fault(format!(
            "{} faults in `{}`{more}",
            faults.count(),
            arguments.folder.display()
        )));
    }
    let count = match arguments.kind {
        Kind::Roles => write_lines(arguments, &onet::roles(&database))?,
        Kind::Candidates => write_lines(arguments, &onet::candidates(&database))?,
        Kind::Taxonomy => {
            let taxonomy = onet::taxonomy(&database);
            write_with(arguments, |output| {
                serde_json::to_writer_pretty(&mut *output, &taxonomy)?;
                output.write_all(b"\n")
            })?;
            taxonomy.concepts.len()
        }
    };
    messages::tell(&format!("{count} imported. {ONET_ATTRIBUTION}"));
    Ok(())
}

fn write_lines(
    arguments: &ImportArguments,
    documents: &[impl Serialize],
) -> Result<usize, Failure> {
    write_with(arguments, |output| {
        for document in documents {
            serde_json::to_writer(&mut *output, document)?;
            output.write_all(b"\n")?;
        }
        Ok(())
    })?;
    Ok(documents.len())
}

fn write_with(
    arguments: &ImportArguments,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    if let Some(path) = &arguments.out {
        return output::write_file(path, |file| write(file));
    }
    let mut standard = output::standard();
    write(&mut standard)?;
    Ok(standard.flush()?)
}
