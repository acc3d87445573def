//! How long it takes to explain the best of a ranking, and to find the least change of a pair.
//!
//! `cargo bench -p mutualfit-benches --bench explaining`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark stops where it fails; criterion's macro has no docs"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use mutualfit::{Candidate, Digest, Engine, Pool, Role, Sourced, criteria, domain, scoring};
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

/// A role and the best candidates for it, with the pools in which they were ranked.
fn best(engine: &Engine) -> (Role, Vec<Candidate>, Pool<Role>, Pool<Candidate>) {
    let market = Market::new(7);
    let role = market.role(0);
    let all: Vec<Candidate> = (0..RANKED).map(|number| market.candidate(number)).collect();
    let (mut roles, mut candidates) = (engine.builder(), engine.builder());
    roles.push(role.clone(), Digest::default()).unwrap();
    for candidate in &all {
        candidates.push(candidate.clone(), Digest::default()).unwrap();
    }
    let (roles, candidates) = (roles.build(), candidates.build());
    let ranking = engine.rank(&roles, &candidates, scoring::Request::top(TOP)).unwrap().remove(0);
    let found = |entry: &scoring::RankedEntry| {
        all.iter().find(|candidate| candidate.id == entry.id).unwrap().clone()
    };
    (role, ranking.entries.iter().map(found).collect(), roles, candidates)
}

fn explaining(bench: &mut Criterion) {
    let engine = engine();
    let (role, candidates, role_pool, pool) = best(&engine);
    let digest = Digest::default();
    let explain = |candidate| {
        let role = Sourced { document: &role, digest };
        engine.explain(role, Sourced { document: candidate, digest })
    };
    let sourced =
        |candidate| (Sourced { document: &role, digest }, Sourced { document: candidate, digest });
    let pairs: Vec<_> = candidates.iter().map(sourced).collect();
    bench.bench_function("explain the top 100 of a ranking", |timer| {
        timer.iter_with_large_drop(|| engine.explain_ranked(&role_pool, &pool, &pairs).unwrap());
    });
    bench.bench_function("explain 100 pairs one by one", |timer| {
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
