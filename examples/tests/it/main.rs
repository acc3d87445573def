//! A criterion of one's own, seen by everything that sees the built-in ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
#![allow(clippy::needless_pass_by_value, reason = "literals read best by value")]

mod practice;

use mutualfit::{criteria, domain, scoring};
use mutualfit_examples::{INFO, TeamSize};
use serde_json::json;

fn registry() -> scoring::Registry {
    let mut registry = criteria::registry().unwrap();
    registry.add::<TeamSize>(INFO).unwrap();
    registry
}

fn rubric(settings: serde_json::Value) -> serde_json::Value {
    json!({
        "spec": "mutualfit/rubric/1", "id": "small-teams",
        "criteria": [{ "use": "skills" }, { "use": "acme/team-size", "as": "team", "with": settings }],
    })
}

fn pair() -> (domain::Role, domain::Candidate) {
    let role =
        json!({ "spec": "mutualfit/role/1", "id": "r", "title": "A role", "team": { "size": 8 } });
    let candidate = json!({ "spec": "mutualfit/candidate/1", "id": "c", "extensions": { "com.acme.teamSize": 4 } });
    (serde_json::from_value(role).unwrap(), serde_json::from_value(candidate).unwrap())
}

fn engine(registry: &scoring::Registry, rubric: serde_json::Value) -> scoring::Engine {
    let day = domain::ContextDocument::new("day".parse().unwrap(), "2026-11-22".parse().unwrap());
    scoring::Engine::new(
        registry,
        &serde_json::from_value(rubric).unwrap(),
        &scoring::World::new(day, &[]),
    )
    .unwrap()
}

#[test]
fn it_ranks_and_explains() {
    let engine = engine(&registry(), rubric(json!({ "slack": 3 })));
    let (role, candidate) = pair();
    let (roles, candidates) =
        (engine.pool([role.clone()]).unwrap(), engine.pool([candidate.clone()]).unwrap());
    let ranking = &engine.rank(&roles, &candidates, scoring::Request::top(1)).unwrap()[0];
    assert!((ranking.entries[0].candidate_side.low.get() - 0.5).abs() < 1e-6);
    let explanation = engine.explain(&role, &candidate).explanation;
    let node = &explanation.children[1].children[0];
    assert_eq!((node.code.as_str(), node.kind.as_deref()), ("team", Some("acme/team-size")));
    assert_eq!(node.facts[0].answered.as_ref().unwrap().as_str(), "/team/size");
}

#[test]
fn it_is_listed_beside_the_others() {
    let registry = registry();
    assert!(registry.kinds().any(|kind| kind.info().id == "acme/team-size"));
}

#[test]
fn its_settings_are_checked_by_the_schema_of_rubrics() {
    let registry = registry();
    let kind = mutualfit::schema::document("rubric").unwrap();
    let schema = mutualfit::schema::emit(&kind, Some(&registry));
    let accepts = |settings: serde_json::Value| jsonschema::is_valid(&schema, &rubric(settings));
    assert!(accepts(json!({ "slack": 4 })));
    assert!(!accepts(json!({ "slack": 1 })));
    assert!(!accepts(json!({ "slack": "wide" })));
    assert!(!accepts(json!({})));
}
