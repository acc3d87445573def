//! The ranking that peers are measured against: documents from JSON Lines by nine plain criteria.
//!
//! `benches/peers/run` runs it beside them and compares; see `benches/README.md`. The criteria are a third party's: each
//! is four short functions, written against the same trait as the built-in ones.

mod by_candidate;
mod by_role;
mod explaining;
mod reading;
mod stake;

use clap::Parser;
use mutualfit::{ContextDocument, Digest, Engine, Pool, Ranking, Registry, Request, Role, World};
use mutualfit::{scoring::DuplicateKind, scoring::Rankable};
use mutualfit_benches::cpu;
use serde_json::{Value, json};
use std::{error::Error, fs, path::PathBuf, time::Instant};

/// Ranks candidates for roles by nine plain criteria and tells how fast.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder of `roles.jsonl` and `candidates.jsonl`.
    #[arg(long)]
    data: PathBuf,
    /// The rubric.
    #[arg(long)]
    rubric: PathBuf,
    /// How many entries of each ranking.
    #[arg(long, default_value_t = 10)]
    top: usize,
    /// How many threads.
    #[arg(long, default_value_t = 1)]
    threads: usize,
    /// How often the ranking is run, after once to warm up.
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// How many of the ranked pairs are explained one by one.
    #[arg(long, default_value_t = 0)]
    explain: usize,
    /// Where the result is written.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build()?;
    let result = pool.install(|| measure(&arguments).map_err(|error| error.to_string()))?;
    fs::write(&arguments.out, serde_json::to_vec(&result)?)?;
    Ok(())
}

fn measure(arguments: &Arguments) -> Result<Value, Box<dyn Error>> {
    let rubric = mutualfit::read_bytes(&fs::read(&arguments.rubric)?)?;
    let world = World::new(ContextDocument::new("peers".parse()?, "2026-11-22".parse()?), &[]);
    let engine = Engine::new(&registry()?, &rubric, &world)?;

    let start = Instant::now();
    let roles = reading::documents::<Role>(&arguments.data.join("roles.jsonl"))?;
    let candidates = reading::documents(&arguments.data.join("candidates.jsonl"))?;
    let read = start.elapsed().as_secs_f64();

    let start = Instant::now();
    let (roles, candidates) = (pool(&engine, roles)?, pool(&engine, candidates)?);
    let prepared = start.elapsed().as_secs_f64();

    let request = Request { blocked: 0, ..Request::top(arguments.top) };
    let rankings = engine.rank(&roles, &candidates, request)?;
    let (mut seconds, mut cpu_seconds) = (Vec::new(), Vec::new());
    for _ in 0..arguments.runs {
        let (start, cpu) = (Instant::now(), cpu::seconds());
        std::hint::black_box(engine.rank(&roles, &candidates, request)?);
        seconds.push(start.elapsed().as_secs_f64());
        cpu_seconds.extend(cpu::seconds().zip(cpu).map(|(after, before)| after - before));
    }
    let explained = explaining::explained(&engine, &arguments.data, &rankings, arguments.explain)?;
    Ok(json!({
        "readSeconds": read,
        "prepareSeconds": prepared,
        "scoreSeconds": seconds,
        "scoreCpuSeconds": cpu_seconds,
        "explained": explained,
        "rankings": rankings.iter().map(shown).collect::<Vec<_>>(),
    }))
}

fn registry() -> Result<Registry, DuplicateKind> {
    let mut registry = Registry::default();
    registry.add::<by_role::Experience>(by_role::EXPERIENCE)?;
    registry.add::<by_role::Hours>(by_role::HOURS)?;
    registry.add::<by_role::Start>(by_role::START)?;
    registry.add::<by_role::Travel>(by_role::TRAVEL)?;
    registry.add::<by_candidate::Pay>(by_candidate::PAY)?;
    registry.add::<by_candidate::Week>(by_candidate::WEEK)?;
    registry.add::<by_candidate::Office>(by_candidate::OFFICE)?;
    registry.add::<by_candidate::Team>(by_candidate::TEAM)?;
    registry.add::<by_candidate::Notice>(by_candidate::NOTICE)?;
    Ok(registry)
}

fn pool<D: Rankable>(
    engine: &Engine,
    documents: Vec<(D, Digest)>,
) -> Result<Pool<D>, Box<dyn Error>> {
    let mut builder = engine.builder();
    for (document, digest) in documents {
        builder.push(document, digest)?;
    }
    Ok(builder.build())
}

/// What peers give too: the best, and how many are blocked.
fn shown(ranking: &Ranking) -> Value {
    let entries = ranking.entries.iter().map(|entry| {
        let score = &entry.mutual;
        json!({ "id": entry.id, "low": score.low, "high": score.high, "point": score.point })
    });
    json!({
        "role": ranking.subject.id,
        "blocked": ranking.blocked.count,
        "entries": entries.collect::<Vec<_>>(),
    })
}
