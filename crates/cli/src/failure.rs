//! Why the command ends without doing all that was asked.

use crate::{
    args::Arguments,
    console::{Console, Stream},
    flaws::Flaws,
    messages,
};
use clap::{CommandFactory, error::ErrorKind};
use std::{io, path::Path, process::ExitCode};

/// The documents or the answer are at fault.
const AT_FAULT: u8 = 1;
/// The command was used wrongly.
const WRONG_USAGE: u8 = 2;

/// Why the command ends without doing all that was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was used wrongly; says how to use it.
    Usage(String),
    /// Something else than a document is at fault; says how to mend it.
    Fault(String),
    /// Documents are at fault.
    Documents(Box<Flaws>),
    /// Faults have been told as the answer; nothing is left to say.
    Told,
    /// Whoever read the output has read enough.
    Unread,
}

impl Failure {
    /// What could not be done with a file.
    pub(crate) fn of_file(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self::Fault(format!("cannot {doing} `{}`: {error}", path.display()))
    }

    /// Tells it, and gives the exit code.
    pub(crate) fn tell(self, console: &Console) -> ExitCode {
        match self {
            Self::Usage(message) => {
                let error = Arguments::command().error(ErrorKind::ArgumentConflict, message);
                // Where even standard error is closed there is nobody to tell.
                let _ = error.print();
                ExitCode::from(WRONG_USAGE)
            }
            Self::Fault(message) => {
                messages::tell(&format!("error: {message}"));
                ExitCode::from(AT_FAULT)
            }
            Self::Documents(flaws) => {
                messages::tell(flaws.drawn(console, Stream::Messages).trim_end());
                messages::tell(&format!("error: {}", flaws.summary()));
                ExitCode::from(AT_FAULT)
            }
            Self::Told => ExitCode::from(AT_FAULT),
            Self::Unread => ExitCode::SUCCESS,
        }
    }
}

impl From<io::Error> for Failure {
    /// An error of standard output.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Unread
        } else {
            Self::Fault(format!("cannot write the output: {error}"))
        }
    }
}

impl From<serde_json::Error> for Failure {
    /// An error of writing JSON to standard output.
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}
