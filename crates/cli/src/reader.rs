//! For whom results are written.

use clap::{Args, ValueEnum};
use mutualfit::Reader;

/// For whom results are written.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct ReaderArguments {
    /// Who reads it: `role` does not see what candidates keep private, `candidate` sees all numbers of their own pairs,
    /// `auditor` sees everything [default: people read for one side, json, jsonl and csv for the auditor]
    #[arg(long = "for", value_name = "READER")]
    reader: Option<ForWhom>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ForWhom {
    /// Whoever hires
    Role,
    /// The candidate
    Candidate,
    /// Whoever answers for the result
    Auditor,
}

impl ReaderArguments {
    /// The reader who was named, or else this one.
    pub(crate) fn or(self, default: Reader) -> Reader {
        match self.reader {
            None => default,
            Some(ForWhom::Role) => Reader::Role,
            Some(ForWhom::Candidate) => Reader::Candidate,
            Some(ForWhom::Auditor) => Reader::Auditor,
        }
    }
}
