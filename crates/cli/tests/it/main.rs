//! The command as people run it.

mod answers;
mod bad_input;
mod documents;
mod files;
mod run;
mod usage;
