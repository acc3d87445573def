//! The laws that a criterion must keep, proved over generated documents.
//!
//! One call in a test of one's own proves a kind of criterion lawful, or shows the smallest pair of documents found
//! that it fails on:
//!
//! ```
//! use mutualfit_domain::{Profile, RoleView, Side};
//! use mutualfit_scoring::{
//!     Answer, Ask, Context, Criterion, Degree, Info, Purpose, ReadsOf, Registry, RoleAsks, Stake,
//! };
//! use schemars::JsonSchema;
//! use serde::Deserialize;
//!
//! /// A shift that somebody has to cover.
//! #[derive(Debug, Deserialize, JsonSchema)]
//! struct Nights {}
//!
//! impl Criterion for Nights {
//!     type By = RoleAsks;
//!     type Want = ();
//!     type Have = bool;
//!     fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<()> {
//!         let asked = role.role().requirements.as_ref().and_then(|asked| asked.availability.as_ref());
//!         match asked.and_then(|asked| asked.shifts.as_ref()) {
//!             _ if role.role().is_indifferent("availability") => Ask::Irrelevant,
//!             None => Ask::Unstated,
//!             Some(shifts) if shifts.iter().any(|shift| shift == "night") => Ask::Stated((), Stake::default()),
//!             Some(_) => Ask::Irrelevant,
//!         }
//!     }
//!     fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<bool> {
//!         match candidate.availability().and_then(|available| available.shifts.as_ref()) {
//!             _ if candidate.is_indifferent("availability") => Answer::Irrelevant,
//!             None => Answer::Unstated,
//!             Some(shifts) => Answer::Stated(shifts.iter().any(|shift| shift == "night")),
//!         }
//!     }
//!     fn fit(&self, (): &(), have: &bool) -> Degree {
//!         if *have { Degree::FULL } else { Degree::NONE }
//!     }
//! }
//!
//! let mut registry = Registry::default();
//! registry.add::<Nights>(Info {
//!     id: "example/nights",
//!     version: "1.0.0",
//!     side: Side::Role,
//!     summary: "Whether night shifts that are asked for can be covered.",
//!     docs: "1 where they can, 0 where they cannot.",
//!     purpose: Purpose::Selection,
//!     silence: 0.0,
//!     asks: "/requirements/availability",
//!     reads: ReadsOf {
//!         role: &["/requirements/availability/shifts", "/indifferent"],
//!         candidate: &["/availability/shifts", "/indifferent"],
//!         pair: &[],
//!         extensions: &[],
//!     },
//!     words: &[],
//! })?;
//! mutualfit_testkit::law::assert_lawful(&registry, "example/nights", &serde_json::json!({}));
//! # Ok::<(), mutualfit_scoring::DuplicateKind>(())
//! ```
//!
//! How many documents are tried follows `PROPTEST_CASES` (48 unless set), which ones `PROPTEST_RNG_SEED` (the same
//! at every run unless set).

mod attainable;
mod blind;
mod bounded;
mod described;
mod edit;
mod one_score;
mod refined;
mod said;
mod settings;
mod traceable;
mod trial;

pub use attainable::made_for;
pub use bounded::adds_up;
pub use one_score::one_score;
pub use trial::{Trial, Violation};

use mutualfit_scoring::Registry;
use serde_json::Value;

/// One law.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// Its name, in kebab-case.
    pub name: &'static str,
    /// What it says, in one sentence.
    pub summary: &'static str,
    /// Proves it of a kind of criterion, or finds a counterexample.
    pub prove: fn(&Trial<'_>) -> Result<(), Violation>,
}

/// Every law of criteria.
pub const LAWS: [Law; 12] = [
    Law {
        name: "described",
        summary: "What the kind says about itself holds together: its id, pointers, silence and words.",
        prove: described::prove,
    },
    Law {
        name: "exercised",
        summary: "Some documents make it compare something; without them the other laws would hold of nothing.",
        prove: bounded::prove_exercised,
    },
    Law {
        name: "bounded",
        summary: "Degrees lie within 0..=1, low at or below high, and contributions add up to each value.",
        prove: bounded::prove,
    },
    Law {
        name: "deterministic",
        summary: "The same documents give the same bytes, whichever concept was met first.",
        prove: bounded::prove_deterministic,
    },
    Law {
        name: "one-score",
        summary: "A block, a single pair and the reverse direction agree to the bit, in any order of the pool.",
        prove: one_score::prove,
    },
    Law {
        name: "attainable",
        summary: "Whoever is or has all that is asked reaches exactly 1.",
        prove: attainable::prove,
    },
    Law {
        name: "refined",
        summary: "Filling in what an answer left out gives bounds within those before; a gate met or unmet stays.",
        prove: refined::prove,
    },
    Law {
        name: "said",
        summary: "Absent is unstated, empty asks nothing, indifferent does not arise, and silence answers nothing.",
        prove: said::prove,
    },
    Law {
        name: "blind",
        summary: "What the kind does not say that it reads changes nothing.",
        prove: blind::prove,
    },
    Law {
        name: "nameless",
        summary: "Ids and who may see what change no number.",
        prove: blind::prove_nameless,
    },
    Law {
        name: "traceable",
        summary: "Facts point to what exists, have words, and carry the values that their words name.",
        prove: traceable::prove,
    },
    Law {
        name: "settings",
        summary: "Settings left out are the defaults that the schema shows, and settings of another type are refused.",
        prove: settings::prove,
    },
];

/// Proves every law of a kind of criterion with these settings (`{}` for its own).
///
/// # Panics
///
/// Where a law does not hold: with its name, why, and the smallest documents found that show it.
#[track_caller]
#[expect(clippy::panic, reason = "an assertion for tests stops the test that makes it")]
pub fn assert_lawful(registry: &Registry, kind: &str, settings: &Value) {
    let proved = Trial::new(registry, kind, settings).and_then(|trial| trial.prove_all());
    if let Err(violation) = proved {
        panic!("{violation}");
    }
}
