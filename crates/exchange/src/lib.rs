//! Other formats read into the documents of mutualfit.
//!
//! Each format is a module; [`onet`] reads the O*NET database. Nothing here opens a connection or reads
//! a clock: readers are handed over, and what is wrong in them comes back as faults, each with its file,
//! its row and how to mend it, beside the documents that are right.

mod fault;
pub mod onet;
mod table;

pub use fault::{TableFault, TableFaults};
pub use table::{TableError, TableSource};
