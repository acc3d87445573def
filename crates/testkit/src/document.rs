//! Documents written as JSON within a test.

use mutualfit_domain::{Document, read_value};
use serde_json::{Map, Value};

#[doc(hidden)]
pub use serde_json::json;

/// A role, from JSON as [`serde_json::json!`] takes it.
///
/// `spec`, `id` and `title` may be left out: they are then the format's own, `r` and `Role`.
///
/// # Panics
///
/// Where the JSON is no role: with every fault, its place and how to mend it.
///
/// ```
/// use mutualfit_testkit::role;
/// let hygienist = role!({ "title": "Dental hygienist", "complete": ["skills"] });
/// assert!(hygienist.is_complete("skills"));
/// ```
#[macro_export]
macro_rules! role {
    ($($json:tt)+) => {
        $crate::document::written::<$crate::domain::Role>(
            $crate::document::json!($($json)+),
            &[("spec", "mutualfit/role/1"), ("id", "r"), ("title", "Role")],
        )
    };
}

/// A candidate, from JSON as [`serde_json::json!`] takes it.
///
/// `spec` and `id` may be left out: they are then the format's own and `c`.
///
/// # Panics
///
/// Where the JSON is no candidate: with every fault, its place and how to mend it.
///
/// ```
/// use mutualfit_testkit::candidate;
/// let candidate = candidate!({ "skills": [{ "concept": { "label": "Scaling" } }] });
/// assert_eq!(candidate.id.as_str(), "c");
/// ```
#[macro_export]
macro_rules! candidate {
    ($($json:tt)+) => {
        $crate::document::written::<$crate::domain::Candidate>(
            $crate::document::json!($($json)+),
            &[("spec", "mutualfit/candidate/1"), ("id", "c")],
        )
    };
}

/// Facts of one pair alone, from JSON as [`serde_json::json!`] takes it.
///
/// What is left out is the format's `spec`, the role `r`, the candidate `c` and the source `test`.
///
/// # Panics
///
/// Where the JSON is no pair facts: with every fault, its place and how to mend it.
#[macro_export]
macro_rules! pair_facts {
    ($($json:tt)+) => {
        $crate::document::written::<$crate::domain::PairFacts>(
            $crate::document::json!($($json)+),
            &[("spec", "mutualfit/pair/1"), ("role", "r"), ("candidate", "c"), ("source", "test")],
        )
    };
}

/// An interview, from JSON as [`serde_json::json!`] takes it.
///
/// What is left out is the format's `spec`, the id `i`, the role `r` and the candidate `c`.
///
/// # Panics
///
/// Where the JSON is no interview: with every fault, its place and how to mend it.
#[macro_export]
macro_rules! interview {
    ($($json:tt)+) => {
        $crate::document::written::<$crate::domain::Interview>(
            $crate::document::json!($($json)+),
            &[("spec", "mutualfit/interview/1"), ("id", "i"), ("role", "r"), ("candidate", "c")],
        )
    };
}

/// A world without taxonomies, from the JSON of its context as [`serde_json::json!`] takes it.
///
/// What is left out is the format's `spec`, the id `world` and the day 2026-11-22.
///
/// # Panics
///
/// Where the JSON is no context: with every fault, its place and how to mend it.
///
/// ```
/// use mutualfit_testkit::world;
/// let world = world!({ "rates": [{ "from": "USD", "to": "EUR", "rate": 0.8 }] });
/// assert_eq!(world.document().as_of.to_string(), "2026-11-22");
/// ```
#[macro_export]
macro_rules! world {
    ($($json:tt)+) => {
        $crate::scoring::World::new(
            $crate::document::written::<$crate::domain::ContextDocument>(
                $crate::document::json!($($json)+),
                &[("spec", "mutualfit/context/1"), ("id", "world"), ("asOf", "2026-11-22")],
            ),
            &[],
        )
    };
}

/// The document that a value is, once members that it leaves out are taken from `defaults`.
#[doc(hidden)]
#[track_caller]
pub fn written<D: Document>(value: Value, defaults: &[(&str, &str)]) -> D {
    let members = match value {
        Value::Object(members) => members,
        other => return valid(&other),
    };
    let mut whole: Map<String, Value> =
        defaults.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    whole.extend(members);
    valid(&Value::Object(whole))
}

/// The document that a value is known to be.
#[track_caller]
#[expect(clippy::panic, reason = "a test that was written wrongly stops where it was written")]
pub(crate) fn valid<D: Document>(value: &Value) -> D {
    match read_value(value.clone()) {
        Ok(document) => document,
        Err(faults) => panic!("this is no {}:\n{faults}\n{value:#}", D::NAME),
    }
}
