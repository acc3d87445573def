//! Exhaustive rankings of a synthetic market by the default rubric, and by each criterion alone.
#![allow(missing_docs, reason = "the macros of criterion write functions without")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use mutualfit::{criteria, domain, scoring};
use mutualfit_testkit::market::Market;

const ROLES: u64 = 64;

struct Case {
    engine: scoring::Engine,
    roles: scoring::Pool<domain::Role>,
    candidates: scoring::Pool<domain::Candidate>,
}

fn case(rubric: &scoring::Rubric, candidates: u64) -> Case {
    let day = domain::ContextDocument::new("bench".parse().unwrap(), "2026-11-22".parse().unwrap());
    let world = scoring::World::new(day, &[]);
    let market = Market::new(7);
    let interviewed = (0..ROLES).flat_map(|role| market.interviews(role, candidates));
    let engine = scoring::Engine::new(&criteria::registry().unwrap(), rubric, &world)
        .unwrap()
        .knowing(interviewed);
    let roles = engine.pool((0..ROLES).map(|number| market.role(number))).unwrap();
    let mut builder = engine.builder();
    for number in 0..candidates {
        builder.push(market.candidate(number), scoring::Digest::default()).unwrap();
    }
    Case { engine, roles, candidates: builder.build() }
}

fn rank(case: &Case) -> usize {
    let request = scoring::Request { blocked: 0, ..scoring::Request::top(10) };
    case.engine.rank(&case.roles, &case.candidates, request).unwrap().len()
}

fn whole(bencher: &mut Criterion) {
    const CANDIDATES: u64 = 200_000;
    let case = case(&criteria::default_rubric().unwrap(), CANDIDATES);
    let mut group =
        bencher.benchmark_group("default rubric, 200,000 candidates x 64 roles, top 10");
    group.throughput(Throughput::Elements(CANDIDATES * ROLES)).sample_size(10);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        group.bench_function(format!("{threads} threads"), |bencher| {
            bencher.iter(|| pool.install(|| rank(&case)));
        });
    }
    group.finish();
}

fn single(bencher: &mut Criterion) {
    const CANDIDATES: u64 = 16_384;
    let mut group =
        bencher.benchmark_group("one criterion alone, 16,384 candidates x 64 roles, one thread");
    group.throughput(Throughput::Elements(CANDIDATES * ROLES)).sample_size(10);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for kind in criteria::registry().unwrap().kinds() {
        let id = kind.info().id;
        if id == "work-authorization" {
            continue; // It weighs nothing, and a rubric of weight 0 is refused.
        }
        let case = case(&scoring::Rubric::of("one".parse().unwrap(), [id]), CANDIDATES);
        group.bench_function(id, |bencher| {
            bencher.iter(|| pool.install(|| rank(&case)));
        });
    }
    group.finish();
}

fn preparing(bencher: &mut Criterion) {
    const CANDIDATES: u64 = 8192;
    let market = Market::new(7);
    let documents: Vec<domain::Candidate> =
        (0..CANDIDATES).map(|number| market.candidate(number)).collect();
    let case = case(&criteria::default_rubric().unwrap(), 0);
    let mut group = bencher.benchmark_group("preparing candidates, default rubric");
    group.throughput(Throughput::Elements(CANDIDATES)).sample_size(10);
    group.bench_function("distil", |bencher| {
        bencher.iter_batched(
            || documents.clone(),
            |documents| {
                let mut builder = case.engine.builder();
                for document in documents {
                    builder.push(document, scoring::Digest::default()).unwrap();
                }
                builder.build()
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, whole, single, preparing);
criterion_main!(benches);
