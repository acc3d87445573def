//! Documents for tests, strategies for property tests, and the laws that a criterion of mutualfit must keep.
//!
//! - [`role!`], [`candidate!`], [`pair_facts!`], [`interview!`] and [`world!`] write documents as JSON.
//! - [`strategy`] makes documents of every shape for `proptest`.
//! - [`law`] proves a criterion lawful: one call in a test of its own runs every law over generated documents.
//! - [`market`] is a made-up labour market of any size, the same for the same seed, to measure with.

pub mod document;
pub mod law;
pub mod market;
pub mod strategy;

#[doc(hidden)]
pub use {mutualfit_domain as domain, mutualfit_scoring as scoring};
