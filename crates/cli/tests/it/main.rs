//! The command as people run it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod answers;
mod bad_input;
mod documents;
mod files;
mod readers;
mod run;
mod usage;
