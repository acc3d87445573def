//! What the strategies and the market make, the laws over every built-in criterion, and the engine's promises.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it finds what it does not expect"
)]

use proptest::{prelude::ProptestConfig, test_runner::RngSeed};

/// So many cases, the same at every run, unless the environment says otherwise.
fn config(cases: u32) -> ProptestConfig {
    let stated = |name| std::env::var_os(name).is_some();
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !stated("PROPTEST_CASES") {
        config.cases = cases;
    }
    if !stated("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(0);
    }
    config
}

mod criteria;
mod documents;
mod engine;
mod flaws;
mod market;
mod readers;
