//! Strategies for property tests: documents of every shape that the format allows.
//!
//! Every section comes absent, empty, partly filled and full; some are said not to matter, some lists to leave
//! nothing out. Nothing contradicts itself. Concepts come from a small vocabulary, so that asks and answers meet often. What is made is JSON,
//! read through the domain: what cannot be read is a fault of the domain or of this crate, and panics.
//!
//! ```
//! use mutualfit_testkit::strategy;
//! use proptest::prelude::*;
//!
//! proptest!(|(role in strategy::role(), candidate in strategy::candidate())| {
//!     prop_assert_ne!(role.id.as_str(), candidate.id.as_str());
//! });
//! ```

mod candidate;
mod conversation;
mod quantity;
mod role;
pub(crate) mod section;
pub(crate) mod shape;
mod vocabulary;
mod wish;

use crate::document::valid;
use mutualfit_domain::{Candidate, ContextDocument, Interview, PairFacts, Role, Taxonomy};
use mutualfit_scoring::World;
use proptest::prelude::*;
use section::{Emphasis, document};
use serde_json::{Value, json};
use shape::Json;

/// A role, `r`.
pub fn role() -> BoxedStrategy<Role> {
    role_json(Emphasis::Even).prop_map(|json| valid(&json)).boxed()
}

/// A candidate, `c`, with aspirations inline.
pub fn candidate() -> BoxedStrategy<Candidate> {
    candidate_json(Emphasis::Even).prop_map(|json| valid(&json)).boxed()
}

/// Facts of the pair of role `r` and candidate `c` alone.
pub fn pair_facts() -> BoxedStrategy<PairFacts> {
    pair_json().prop_map(|json| valid(&json)).boxed()
}

/// An interview of role `r` and candidate `c`.
pub fn interview() -> BoxedStrategy<Interview> {
    let interview = conversation::interview_head();
    document(interview, conversation::INTERVIEW_SECTIONS, Emphasis::Even)
        .prop_map(|json| valid(&json))
        .boxed()
}

/// The world in which these documents are scored, on 2026-11-22: either bare, or with an exchange rate, a crosswalk
/// and a taxonomy of some of the concepts.
pub fn world() -> impl Strategy<Value = World> + Clone {
    any::<bool>().prop_map(|furnished| if furnished { furnished_world() } else { bare_world() })
}

/// Any JSON at all, with the names of members that documents have among those it uses.
pub fn arbitrary_json() -> BoxedStrategy<Value> {
    let name = prop_oneof![
        3 => prop::sample::select(NAMES).prop_map(str::to_owned),
        1 => ".{0,8}",
    ];
    let text = prop_oneof![
        2 => prop::sample::select(NAMES).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3..=9i32).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 96, 8, move |inner| {
        let members = prop::collection::vec((name.clone(), inner.clone()), 0..8);
        prop_oneof![
            1 => prop::collection::vec(inner, 0..6).prop_map(Value::from),
            3 => members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Words that documents are made of.
const NAMES: &[&str] = &[
    "spec",
    "id",
    "title",
    "role",
    "candidate",
    "mutualfit/role/1",
    "mutualfit/candidate/1",
    "mutualfit/interview/1",
    "mutualfit/pair/1",
    "requirements",
    "skills",
    "concept",
    "label",
    "uri",
    "level",
    "scale",
    "value",
    "importance",
    "mustHave",
    "dealBreaker",
    "arrangements",
    "schedule",
    "windows",
    "days",
    "mon",
    "start",
    "end",
    "09:00",
    "hoursPerWeek",
    "minValue",
    "maxValue",
    "compensation",
    "pay",
    "currency",
    "USD",
    "unitText",
    "YEAR",
    "80000",
    "aspirations",
    "options",
    "minimum",
    "when",
    "experience",
    "minimumMonths",
    "startDate",
    "2027-02-30",
    "2027-01",
    "P90D",
    "complete",
    "indifferent",
    "negotiable",
    "/compensation/pay",
    "extensions",
    "com.example.x",
    "responsibilities",
    "share",
    "ratings",
    "participants",
    "source",
];

pub(crate) fn role_json(emphasis: Emphasis<'_>) -> Json {
    let head = json!({ "spec": "mutualfit/role/1", "id": "r", "title": "Dental hygienist" });
    document(head, role::SECTIONS, emphasis).prop_map(role::consistent).boxed()
}

pub(crate) fn candidate_json(emphasis: Emphasis<'_>) -> Json {
    document(json!({ "spec": "mutualfit/candidate/1", "id": "c" }), candidate::SECTIONS, emphasis)
}

pub(crate) fn pair_json() -> Json {
    let head = json!({ "spec": "mutualfit/pair/1", "role": "r", "candidate": "c", "source": "i" });
    document(head, conversation::PAIR_SECTIONS, Emphasis::Even)
}

/// A world that knows the day and nothing else.
pub(crate) fn bare_world() -> World {
    crate::world!({})
}

/// A world with an exchange rate, a crosswalk and a taxonomy.
pub(crate) fn furnished_world() -> World {
    let context: ContextDocument = valid(&json!({
        "spec": "mutualfit/context/1", "id": "furnished", "asOf": "2026-11-22",
        "rates": [{ "from": "USD", "to": "EUR", "rate": 0.85 }],
        "crosswalks": [{
            "from": "onet/LV", "to": "mutualfit/proficiency",
            "points": [{ "from": 0, "to": 1 }, { "from": 3.5, "to": 3 }, { "from": 7, "to": 5 }],
        }],
    }));
    let taxonomy: Taxonomy = valid(&vocabulary::taxonomy());
    World::new(context, &[taxonomy])
}
