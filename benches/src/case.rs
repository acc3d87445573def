//! The synthetic market under the default rubric, at any size.

use mutualfit::scoring::{RankError, Request};
use mutualfit::{Candidate, Digest, Engine, Pool, Role, Rubric, World, criteria, domain};
use mutualfit_testkit::market::Market;
use rayon::prelude::*;
use std::{
    error::Error,
    hint::black_box,
    time::{Duration, Instant},
};

/// The seed of every market that is measured.
const SEED: u64 = 7;
/// How many candidates are made at once; never more of them are in memory as documents.
const MADE_AT_ONCE: u64 = 4096;

/// Candidates ready to be ranked, and how long it took to distil them.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// The pool.
    pub pool: Pool<Candidate>,
    /// How long distilling took, without making the documents.
    pub prepared: Duration,
}

/// The default rubric.
///
/// # Errors
///
/// None in practice.
pub fn rubric() -> Result<Rubric, Box<dyn Error>> {
    Ok(criteria::default_rubric()?)
}

/// An engine of the default rubric that knows what was found in interviews of so many candidates for so many roles.
///
/// # Errors
///
/// None in practice.
pub fn engine(roles: u64, candidates: u64) -> Result<Engine, Box<dyn Error>> {
    let day = domain::ContextDocument::new("bench".parse()?, "2026-11-22".parse()?);
    let engine = Engine::new(&criteria::registry()?, &rubric()?, &World::new(day, &[]))?;
    let market = Market::new(SEED);
    Ok(engine.knowing((0..roles).flat_map(|role| market.interviews(role, candidates))))
}

/// The first so many roles.
///
/// # Errors
///
/// None in practice.
pub fn roles(engine: &Engine, count: u64) -> Result<Pool<Role>, Box<dyn Error>> {
    let market = Market::new(SEED);
    Ok(engine.pool((0..count).map(|number| market.role(number)))?)
}

/// The first so many candidates, made on all threads and distilled as they come.
///
/// # Errors
///
/// None in practice.
pub fn candidates(engine: &Engine, count: u64) -> Result<Candidates, Box<dyn Error>> {
    let market = Market::new(SEED);
    let mut builder = engine.builder();
    let mut prepared = Duration::ZERO;
    for first in (0..count).step_by(MADE_AT_ONCE as usize) {
        let numbers = first..count.min(first + MADE_AT_ONCE);
        let made: Vec<Candidate> =
            numbers.into_par_iter().map(|number| market.candidate(number)).collect();
        let start = Instant::now();
        for candidate in made {
            builder.push(candidate, Digest::default())?;
        }
        prepared += start.elapsed();
    }
    let start = Instant::now();
    let pool = builder.build();
    Ok(Candidates { pool, prepared: prepared + start.elapsed() })
}

/// The shortest time of some rankings of the best ten for every role; at least one run, and no more than `runs` or about
/// `patience`.
///
/// # Errors
///
/// Where the pools are of another rubric.
pub fn fastest(
    engine: &Engine,
    roles: &Pool<Role>,
    candidates: &Pool<Candidate>,
    runs: u32,
    patience: Duration,
) -> Result<Duration, RankError> {
    let request = Request { blocked: 0, ..Request::top(10) };
    let begin = Instant::now();
    let mut fastest = Duration::MAX;
    for run in 0..runs.max(1) {
        if run > 0 && begin.elapsed() > patience {
            break;
        }
        let start = Instant::now();
        black_box(engine.rank(roles, candidates, request)?);
        fastest = fastest.min(start.elapsed());
    }
    Ok(fastest)
}
