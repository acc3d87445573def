//! Pairs a second of an exhaustive ranking, as one JSON line.
//!
//! `cargo run --release -p mutualfit-benches --bin throughput -- --candidates 200000 --roles 64 --top 10 --threads 2`
#![allow(clippy::print_stdout, reason = "it prints its result")]

use clap::{Parser, ValueEnum};
use mutualfit::{criteria, domain, scoring};
use mutualfit_testkit::market::Market;
use serde_json::json;
use std::{fs, time::Instant};

/// Ranks a synthetic market by the default rubric and tells how fast.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many candidates.
    #[arg(long, default_value_t = 200_000)]
    candidates: u64,
    /// How many roles.
    #[arg(long, default_value_t = 64)]
    roles: u64,
    /// How many entries of each ranking.
    #[arg(long, default_value_t = 10)]
    top: usize,
    /// How many threads.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Whether candidates that cannot enter the top are left unscored.
    #[arg(long, value_enum, default_value_t = Pruning::Off)]
    pruning: Pruning,
    /// Ranks by this criterion alone instead of the default rubric.
    #[arg(long)]
    only: Option<String>,
    /// How often the ranking is run; the fastest counts.
    #[arg(long, default_value_t = 3)]
    runs: u32,
}

/// Whether candidates that cannot enter the top are left unscored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Pruning {
    /// Every pair is scored.
    Off,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build()?;
    let line = pool.install(|| measure(&arguments).map_err(|error| error.to_string()))?;
    println!("{line}");
    Ok(())
}

fn measure(arguments: &Arguments) -> Result<serde_json::Value, Box<dyn std::error::Error>> {
    let rubric = match &arguments.only {
        Some(kind) => scoring::Rubric::of("only".parse()?, [kind.as_str()]),
        None => criteria::default_rubric()?,
    };
    let world = scoring::World::new(
        domain::ContextDocument::new("bench".parse()?, "2026-11-22".parse()?),
        &[],
    );
    let market = Market::new(7);
    let interviewed =
        (0..arguments.roles).flat_map(|role| market.interviews(role, arguments.candidates));
    let engine =
        scoring::Engine::new(&criteria::registry()?, &rubric, &world)?.knowing(interviewed);
    let roles = engine.pool((0..arguments.roles).map(|number| market.role(number)))?;

    let before = resident();
    let mut prepare = 0.0;
    let mut builder = engine.builder();
    for number in 0..arguments.candidates {
        let candidate = market.candidate(number);
        let start = Instant::now();
        builder.push(candidate, scoring::Digest::default())?;
        prepare += start.elapsed().as_secs_f64();
    }
    let start = Instant::now();
    let candidates = builder.build();
    prepare += start.elapsed().as_secs_f64();
    let bytes = before
        .zip(resident())
        .map(|(before, after)| after.saturating_sub(before) / arguments.candidates.max(1));

    let request = scoring::Request { blocked: 0, ..scoring::Request::top(arguments.top) };
    let mut fastest = f64::INFINITY;
    for _ in 0..arguments.runs.max(1) {
        let start = Instant::now();
        let rankings = engine.rank(&roles, &candidates, request)?;
        fastest = fastest.min(start.elapsed().as_secs_f64());
        drop(std::hint::black_box(rankings));
    }
    let pairs = (arguments.candidates * arguments.roles) as f64;
    Ok(json!({
        "pairsPerSecond": (pairs / fastest).round(),
        "criteria": rubric.criteria.len(),
        "bytesPerCandidate": bytes,
        "prepareSeconds": (prepare * 1000.0).round() / 1000.0,
        "candidates": arguments.candidates,
        "roles": arguments.roles,
        "top": arguments.top,
        "threads": arguments.threads,
        "pruning": "off",
    }))
}

/// The resident memory of this process in bytes, where the system tells.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
