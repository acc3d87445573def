//! What the benchmarks share.

pub mod case;
pub mod memory;
