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

mod absence;
mod attainable;
mod blind;
mod bounded;
mod case;
mod confided;
mod described;
mod edit;
mod one_score;
mod refined;
mod said;
mod settings;
mod traceable;
mod trial;

pub use absence::{ABSENCES, Absence};
pub use attainable::made_for;
pub use bounded::adds_up;
pub use confided::confided;
pub use one_score::one_score;
pub use trial::{Trial, Violation};

use case::Seen;
use mutualfit_scoring::Registry;
use serde_json::Value;

/// One law.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// Its name, in kebab-case.
    pub name: &'static str,
    /// What it says, in one sentence.
    pub summary: &'static str,
    pub(crate) proof: Proof,
}

/// How a law is proved.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proof {
    /// Of each pair of documents, the same ones for all such laws.
    Pair(fn(&Trial<'_>, &Seen<'_>) -> Result<(), String>),
    /// By those pairs together: that some of them are compared.
    Exercised,
    /// Of the kind itself, or over documents of its own.
    Apart(fn(&Trial<'_>) -> Result<(), Violation>),
}

impl Law {
    /// Proves it of a kind of criterion.
    ///
    /// # Errors
    ///
    /// Why it does not hold, with the smallest documents found that show it.
    pub fn prove(&self, trial: &Trial<'_>) -> Result<(), Violation> {
        match self.proof {
            Proof::Apart(prove) => prove(trial),
            Proof::Pair(_) => trial.survey(&[*self]).map(drop),
            Proof::Exercised => trial.survey(&[])?.require(),
        }
    }
}

/// The law that a criterion breaks which panics.
const BOUNDED: &str = "bounded";

/// Every law of criteria.
pub const LAWS: [Law; 12] = [
    Law {
        name: "described",
        summary: "What the kind says about itself holds together: its id, pointers, silence and words.",
        proof: Proof::Apart(described::prove),
    },
    Law {
        name: "exercised",
        summary: "Some documents make it compare something; without them the other laws would hold of nothing.",
        proof: Proof::Exercised,
    },
    Law {
        name: BOUNDED,
        summary: "Degrees lie within 0..=1, low at or below high, and contributions add up to each value.",
        proof: Proof::Pair(bounded::check),
    },
    Law {
        name: "deterministic",
        summary: "The same documents give the same bytes, whichever concept was met first.",
        proof: Proof::Pair(bounded::check_deterministic),
    },
    Law {
        name: "one-score",
        summary: "A block, a single pair and the reverse direction agree to the bit, in any order of the pool.",
        proof: Proof::Apart(one_score::prove),
    },
    Law {
        name: "attainable",
        summary: "Whoever is or has all that is asked reaches exactly 1.",
        proof: Proof::Apart(attainable::prove),
    },
    Law {
        name: "refined",
        summary: "Filling in what an answer left out gives bounds within those before; a gate met or unmet stays. Where silence answers, neither bound falls.",
        proof: Proof::Pair(refined::check),
    },
    Law {
        name: "said",
        summary: "Absent is unstated, empty asks nothing, indifferent does not arise, and silence answers nothing.",
        proof: Proof::Pair(said::check),
    },
    Law {
        name: "blind",
        summary: "What the kind does not say that it reads changes nothing.",
        proof: Proof::Pair(blind::check),
    },
    Law {
        name: "nameless",
        summary: "Ids and who may see what change no number.",
        proof: Proof::Pair(blind::check_nameless),
    },
    Law {
        name: "traceable",
        summary: "Facts point to what exists, have words, and carry the values that their words name.",
        proof: Proof::Pair(traceable::check),
    },
    Law {
        name: "settings",
        summary: "Settings left out are the defaults that the schema shows, and settings of another type are refused.",
        proof: Proof::Apart(settings::prove),
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
