//! What one more plain criterion costs: ten lines of a third party, with nothing done for speed.
//!
//! A rubric of one such criterion pays for ranking as a whole. One of seventeen pays for that too, so that a sixteenth of
//! the difference is what a criterion costs. The two are timed in turn, and `marginal` is that difference: its throughput
//! counts a pair and a criterion as one element, so that 1 Gelem/s is a nanosecond.
//!
//! `cargo bench -p mutualfit-benches --bench plain`
#![allow(missing_docs, reason = "the macros of criterion write functions without")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use criterion::{Criterion as Bench, Throughput, criterion_group, criterion_main};
use mutualfit::domain::{self, Count, Extensions, Role, RoleView, Side, Team};
use mutualfit::scoring::{ReadsOf, RubricEntry};
use mutualfit::{
    Answer, Ask, Candidate, CandidateAsks, Context, Criterion, Degree, Digest, Engine,
};
use mutualfit::{Info, Pool, Registry, Request, Rubric, Stake, World};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const KEY: &str = "org.example.teamSize";
const INFO: Info = Info {
    reads: ReadsOf { role: &["/team/size"], candidate: &[], pair: &[], extensions: &[KEY] },
    ..Info::new("bench/team-size", Side::Candidate, "A team no larger than wished for.")
};
const CANDIDATES: u32 = 65_536;
const ROLES: u32 = 64;
/// How many criteria the larger rubric has more than the smaller.
const MORE: u32 = 16;

/// A team no larger than wished for.
#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
struct TeamSize {}

impl Criterion for TeamSize {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, candidate: &Candidate, context: &Context) -> Ask<f32> {
        let wished = context.extension(candidate.extensions.as_ref(), KEY).ok().flatten();
        wished.map_or(Ask::Unstated, |size| Ask::Stated(size, Stake::default()))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        let size = role.role().team.as_ref().and_then(|team| team.size);
        size.map_or(Answer::Unstated, |size| Answer::Stated(size.to_f64() as f32))
    }

    fn fit(&self, wished: &f32, size: &f32) -> Degree {
        Degree::exact(1.0 - (size / wished - 1.0) / 2.0)
    }
}

struct Case {
    engine: Engine,
    roles: Pool<Role>,
    candidates: Pool<Candidate>,
}

/// The same documents under a rubric of so many criteria.
fn case(criteria: u32) -> Case {
    let mut registry = Registry::default();
    registry.add::<TeamSize>(INFO).unwrap();
    let mut rubric = Rubric::of("plain".parse().unwrap(), [INFO.id]);
    rubric.criteria = (0..criteria)
        .map(|number| RubricEntry {
            name: Some(format!("team-size-{number}").parse().unwrap()),
            ..RubricEntry::new(INFO.id)
        })
        .collect();
    let day = domain::ContextDocument::new("bench".parse().unwrap(), "2026-11-22".parse().unwrap());
    let engine = Engine::new(&registry, &rubric, &World::new(day, &[])).unwrap();
    let (mut roles, mut candidates) = (engine.builder(), engine.builder());
    for number in 0..ROLES {
        let mut role = Role::new(format!("r-{number}").parse().unwrap(), "role".parse().unwrap());
        role.team = Some(Team { size: Some(Count::new(3 + number)), ..Team::default() });
        roles.push(role, Digest::default()).unwrap();
    }
    for number in 0..CANDIDATES {
        let mut candidate = Candidate::new(format!("c-{number}").parse().unwrap());
        let mut extensions = Extensions::default();
        // Three of four say; the multiplier scatters sizes, so that no branch could be foreseen.
        if number % 4 != 0 {
            let size = 2 + number.wrapping_mul(2_654_435_761) % 30;
            extensions.insert(KEY, size.into()).unwrap();
        }
        candidate.extensions = Some(extensions);
        candidates.push(candidate, Digest::default()).unwrap();
    }
    let (roles, candidates) = (roles.build(), candidates.build());
    Case { engine, roles, candidates }
}

fn ranked(case: &Case) -> Duration {
    let request = Request { blocked: 0, ..Request::top(10) };
    let start = Instant::now();
    black_box(case.engine.rank(&case.roles, &case.candidates, request).unwrap());
    start.elapsed()
}

fn plain(bench: &mut Bench) {
    let pairs = u64::from(CANDIDATES * ROLES);
    let (few, many) = (case(1), case(1 + MORE));
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut group = bench.benchmark_group("a plain criterion, 65,536 candidates x 64 roles");
    group.sample_size(20);
    for (name, case) in [("one", &few), ("seventeen", &many)] {
        group.throughput(Throughput::Elements(pairs));
        group.bench_function(name, |timer| {
            timer
                .iter_custom(|times| one_thread.install(|| (0..times).map(|_| ranked(case)).sum()));
        });
    }
    group.throughput(Throughput::Elements(pairs * u64::from(MORE)));
    group.bench_function("marginal", |timer| {
        let difference = || ranked(&many).saturating_sub(ranked(&few));
        timer.iter_custom(|times| one_thread.install(|| (0..times).map(|_| difference()).sum()));
    });
    group.finish();
}

criterion_group!(benches, plain);
criterion_main!(benches);
