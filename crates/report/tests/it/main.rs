//! Results as people read them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod explanation;
mod html;
mod ranking;
