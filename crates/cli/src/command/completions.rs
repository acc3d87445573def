//! `mutualfit completions`: what a shell needs to complete the command.

use crate::{args::Arguments, failure::Failure, output};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// For which shell.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(arguments: &CompletionsArguments) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "mutualfit", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}
