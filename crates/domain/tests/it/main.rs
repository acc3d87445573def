//! Behaviour of the documents as other crates see them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, as it should"
)]

mod absence;
mod concepts;
mod lines;
mod notices;
mod reading;
mod round_trip;
mod rules;
mod samples;
mod views;
