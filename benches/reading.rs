//! Candidates of a synthetic market read from JSON Lines: one core and all, read alone and made a pool.
#![allow(missing_docs, reason = "the macros of criterion write functions without")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use mutualfit::{criteria, domain, scoring};
use mutualfit_testkit::market::Market;
use std::{hint::black_box, io};

const CANDIDATES: u64 = 20_000;

fn text() -> Vec<u8> {
    let market = Market::new(7);
    let mut text = Vec::new();
    for number in 0..CANDIDATES {
        serde_json::to_writer(&mut text, &market.candidate(number)).unwrap();
        text.push(b'\n');
    }
    text
}

fn read(line: domain::Line<'_>) -> (domain::Candidate, scoring::Digest) {
    (domain::read_bytes(line.bytes).unwrap(), scoring::Digest::of_bytes(line.bytes))
}

/// Reads every line and hands it over.
fn each(text: &[u8], mut take: impl FnMut((domain::Candidate, scoring::Digest)) + Send) {
    let take = |given| {
        take(given);
        Ok::<(), io::Error>(())
    };
    domain::each_line(text, read, take).unwrap();
}

/// Measures some work on one core and on all.
fn on_cores(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, work: impl Fn() + Sync) {
    let all = rayon::current_num_threads();
    for threads in if all == 1 { vec![1] } else { vec![1, all] } {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        group.bench_function(format!("{name}, {threads} threads"), |bencher| {
            bencher.iter(|| pool.install(&work));
        });
    }
}

fn reading(bencher: &mut Criterion) {
    let text = text();
    let world = scoring::World::new(
        domain::ContextDocument::new("bench".parse().unwrap(), "2026-11-22".parse().unwrap()),
        &[],
    );
    let rubric = criteria::default_rubric().unwrap();
    let engine = scoring::Engine::new(&criteria::registry().unwrap(), &rubric, &world).unwrap();

    let mut group = bencher.benchmark_group("20,000 candidates from JSON Lines");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
    on_cores(&mut group, "lines alone", || {
        let count = |line: domain::Line<'_>| line.bytes.len();
        domain::each_line(&*text, count, |length| {
            black_box(length);
            Ok::<(), io::Error>(())
        })
        .unwrap();
    });
    on_cores(&mut group, "read", || each(&text, |given| drop(black_box(given))));
    on_cores(&mut group, "read and distilled", || {
        let mut builder = engine.builder();
        each(&text, |(document, digest)| builder.push(document, digest).unwrap());
        black_box(builder.build());
    });
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
