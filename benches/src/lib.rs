//! What the benchmarks share.

pub mod case;
pub mod cpu;
pub mod memory;
