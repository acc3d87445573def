//! The rules of documents: what no single value shows.

pub(crate) mod aspirations;
pub(crate) mod candidate;
pub(crate) mod context;
pub(crate) mod interview;
pub(crate) mod pair;
pub(crate) mod role;
pub(crate) mod taxonomy;
