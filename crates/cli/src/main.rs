//! The `mutualfit` command: would this role be right for both?

mod args;
mod basis;
mod command;
mod console;
mod excerpt;
mod failure;
mod flaws;
mod known_rubric;
mod messages;
mod output;
mod progress;
mod reader;
mod reading;
mod seat;
mod source;
mod telling;
mod wishes;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Reading makes many small values on one core that are given up on another.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    let console = console::Console::of(arguments.ascii);
    match command::run(arguments.command, &console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(&console),
    }
}
