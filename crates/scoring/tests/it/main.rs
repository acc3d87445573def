//! The engine as its users see it, with small criteria of a third party.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]
#![allow(clippy::needless_pass_by_value, reason = "literals read best by value")]

mod changing;
mod criteria;
mod explaining;
mod pools;
mod ranking;
mod readers;
mod rubrics;
