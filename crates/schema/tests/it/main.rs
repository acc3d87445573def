//! The schemas, held against the types they are made from.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]
#![allow(clippy::needless_pass_by_value, reason = "literals read best by value")]

mod documents;
mod drift;
mod generators;
mod law;
mod mutation;
mod registry;
mod results;
mod rubrics;
mod samples;
mod settings;
