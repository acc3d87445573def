//! A made-up labour market of any size, the same for the same seed: what to measure with.
//!
//! It is as large as one asks for and shaped like a real one in what costs time: some ten skills a candidate of four
//! hundred that are mentioned as unevenly as words are, some eight required skills a role, and every built-in
//! criterion with something to compare. A quarter of all facts is left out, a fifth of the candidates has a
//! deal-breaker, and two roles of five have must-haves. A few candidates a role have been interviewed.
//!
//! ```
//! use mutualfit_testkit::market::Market;
//! let market = Market::new(7);
//! assert_eq!(market.candidate(12), Market::new(7).candidate(12));
//! assert_ne!(market.candidate(12), market.candidate(13));
//! ```

mod candidate;
mod draw;
mod interview;
mod part;
mod role;
mod word;

use draw::Draw;
use mutualfit_domain::{Candidate, PairFacts, Role};
use mutualfit_scoring::World;
use word::Words;

/// A made-up labour market.
#[derive(Debug)]
pub struct Market {
    seed: u64,
    words: Words,
}

impl Market {
    /// The market of this seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, words: Words::new() }
    }

    /// The role of this number, `r-0` being the first; each is made by itself and at once.
    pub fn role(&self, number: u64) -> Role {
        role::role(&self.words, &mut Draw::of(self.seed, 1, number), number)
    }

    /// The candidate of this number, `c-0` being the first; each is made by itself and at once.
    pub fn candidate(&self, number: u64) -> Candidate {
        candidate::candidate(&self.words, &mut Draw::of(self.seed, 2, number), number)
    }

    /// What interviews found of up to twenty of the first so many candidates for the role of this number: ratings of the
    /// competencies that it asks for, and the pay that some have agreed on. They change neither role nor candidate.
    pub fn interviews(&self, role: u64, candidates: u64) -> Vec<PairFacts> {
        let candidates = u32::try_from(candidates).unwrap_or(u32::MAX);
        let mut draw = Draw::of(self.seed, 3, role);
        interview::interviews(&self.words, &mut draw, &self.role(role), candidates)
    }

    /// The world of the market, on 2026-11-22.
    pub fn world(&self) -> World {
        crate::world!({ "id": "market" })
    }
}
