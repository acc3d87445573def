//! How long it takes to explain the best of a ranking, and to find the least change of a pair.
//!
//! `cargo bench -p mutualfit-benches --bench explaining`
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark stops where it fails; criterion's macro has no docs"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use mutualfit::{Candidate, Digest, Engine, Role, Sourced, criteria, domain, scoring};
use mutualfit_testkit::market::Market;
use std::hint::black_box;

/// How many candidates are ranked; explaining does not depend on it.
const RANKED: u64 = 20_000;
/// How many of them are explained.
const TOP: usize = 100;

fn engine() -> Engine {
    let day = domain::ContextDocument::new("bench".parse().unwrap(), "2026-11-22".parse().unwrap());
    let (registry, rubric) = (criteria::registry().unwrap(), criteria::default_rubric().unwrap());
    Engine::new(&registry, &rubric, &scoring::World::new(day, &[])).unwrap()
}

/// A role and the best candidates for it.
fn best(engine: &Engine) -> (Role, Vec<Candidate>) {
    let market = Market::new(7);
    let role = market.role(0);
    let all: Vec<Candidate> = (0..RANKED).map(|number| market.candidate(number)).collect();
    let roles = engine.pool([role.clone()]).unwrap();
    let candidates = engine.pool(all.iter().cloned()).unwrap();
    let ranking = engine.rank(&roles, &candidates, scoring::Request::top(TOP)).unwrap().remove(0);
    let found = |entry: &scoring::RankedEntry| {
        all.iter().find(|candidate| candidate.id == entry.id).unwrap().clone()
    };
    (role, ranking.entries.iter().map(found).collect())
}

fn explaining(bench: &mut Criterion) {
    let engine = engine();
    let (role, candidates) = best(&engine);
    let digest = Digest::default();
    let explain = |candidate| {
        let role = Sourced { document: &role, digest };
        engine.explain(role, Sourced { document: candidate, digest })
    };
    bench.bench_function("explain the top 100", |timer| {
        timer.iter(|| candidates.iter().map(explain).for_each(|it| drop(black_box(it))));
    });
    bench.bench_function("the role's view of the top 100", |timer| {
        let explanations: Vec<_> = candidates.iter().map(explain).collect();
        let view = |it| engine.seen_by(scoring::Reader::Role, it);
        timer.iter(|| explanations.iter().map(view).for_each(|it| drop(black_box(it))));
    });
    bench.bench_function("least change of a pair", |timer| {
        timer.iter(|| black_box(engine.least_change(&role, &candidates[0], 0.95)));
    });
}

criterion_group!(benches, explaining);
criterion_main!(benches);
