//! What the command can do, one module each.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod criteria;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod practice;
pub(crate) mod rank;
pub(crate) mod rubric;
pub(crate) mod schema;
pub(crate) mod template;

use crate::{args::Command, console::Console, failure::Failure};

/// Does what was asked.
pub(crate) fn run(command: Command, console: &Console) -> Result<(), Failure> {
    match command {
        Command::Demo => demo::run(console),
        Command::Rank(arguments) => rank::run(*arguments, console),
        Command::Explain(arguments) => explain::run(&arguments, console),
        Command::Check(arguments) => check::run(&arguments, console),
        Command::Criteria(arguments) => criteria::run(&arguments, console),
        Command::Rubric(arguments) => rubric::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Template(arguments) => template::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}
