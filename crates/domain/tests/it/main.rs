//! Behaviour of the documents as other crates see them.

mod reading;
