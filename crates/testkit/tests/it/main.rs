//! What the strategies and the market make, the laws over every built-in criterion, and the engine's promises.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it finds what it does not expect"
)]

mod documents;
mod flaws;
mod market;
