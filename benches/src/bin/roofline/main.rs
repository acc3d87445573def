//! How near the engine comes to what the machine can do, both measured in one run; one JSON line.
//!
//! `cargo run --release -p mutualfit-benches --bin roofline`
//!
//! A roof is the least of two: how many operations a second the cores can do, and how many bytes a second they can be
//! fed (Williams, Waterman and Patterson 2009). What a pair needs is an estimate, told by [`need`].
#![allow(clippy::print_stdout, reason = "it prints its result")]

mod machine;
mod need;

use clap::Parser;
use mutualfit::{Candidate, Engine, Pool, Role, scoring::RankError};
use mutualfit_benches::{case, memory};
use need::Need;
use serde_json::{Value, json};
use std::{error::Error, time::Duration};

/// Measures the machine and the engine, on one thread and on all.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many candidates.
    #[arg(long, default_value_t = 100_000)]
    candidates: u64,
    /// How many roles.
    #[arg(long, default_value_t = 64)]
    roles: u64,
    /// How many threads, beside one.
    #[arg(long, default_value_t = rayon::current_num_threads())]
    threads: usize,
    /// How large each of the three arrays is that are streamed from memory, in MiB.
    #[arg(long, default_value_t = 256)]
    mebibytes: usize,
}

/// As many candidates as wait to be distilled at once, and more.
const OTHERS: u64 = 32_768;

/// The engine at work.
struct Work {
    engine: Engine,
    roles: Pool<Role>,
    candidates: Pool<Candidate>,
    pairs: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build()?;
    let (work, need) = pool.install(|| work(&arguments).map_err(|error| error.to_string()))?;
    let mut measured = Vec::new();
    for threads in [1, arguments.threads] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
        measured.push(pool.install(|| measure(&work, &need, threads, arguments.mebibytes))?);
    }
    println!("{}", json!({ "perPair": need.told(), "measured": measured }));
    Ok(())
}

fn work(arguments: &Arguments) -> Result<(Work, Need), Box<dyn Error>> {
    let engine = case::engine(arguments.roles, arguments.candidates)?;
    let roles = case::roles(&engine, arguments.roles)?;
    // Others first, so that room for documents is there already and what is added is what a pool keeps.
    let others = case::candidates(&engine, arguments.candidates.min(OTHERS))?;
    let before = memory::resident();
    let candidates = case::candidates(&engine, arguments.candidates)?.pool;
    let kept = before.zip(memory::resident()).map(|(before, after)| after.saturating_sub(before));
    drop(others);
    let bytes = kept.ok_or("the system does not tell how much memory is in use")?;
    let need = Need::of(bytes as f64 / arguments.candidates as f64, case::rubric()?.criteria.len());
    let pairs = (arguments.candidates * arguments.roles) as f64;
    Ok((Work { engine, roles, candidates, pairs }, need))
}

fn measure(work: &Work, need: &Need, threads: usize, mebibytes: usize) -> Result<Value, RankError> {
    let memory = machine::triad(threads, mebibytes << 20);
    let cache = machine::triad(threads, machine::CACHED);
    let operations = machine::multiply_add(threads);
    let time =
        case::fastest(&work.engine, &work.roles, &work.candidates, 5, Duration::from_secs(30))?;
    let pairs = work.pairs / time.as_secs_f64();
    let roofs = [
        ("operations", operations / need.operations),
        ("memory", memory / need.bytes),
        ("cache", cache / need.bytes),
    ];
    let reached = roofs.map(|(name, roof)| (name.to_owned(), json!(pairs / roof)));
    Ok(json!({
        "threads": threads,
        "triadMemoryGigabytesPerSecond": memory / 1e9,
        "triadCacheGigabytesPerSecond": cache / 1e9,
        "multiplyAddGigaflops": operations / 1e9,
        "pairsPerSecond": pairs.round(),
        "shareOfRoof": serde_json::Map::from_iter(reached),
    }))
}
