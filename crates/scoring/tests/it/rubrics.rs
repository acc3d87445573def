//! Rubrics: what is refused, and that only ratios of weights matter.

use crate::criteria::{candidate_with, registry, role_with, world};
use mutualfit_domain::{FaultKind, read};
use mutualfit_scoring::{Engine, Ranking, Request, Rubric};
use serde_json::json;

#[track_caller]
fn check(criteria: serde_json::Value, expected: &[(&str, FaultKind)]) {
    let text =
        json!({"spec": "mutualfit/rubric/1", "id": "test", "criteria": criteria}).to_string();
    let faults = match read::<Rubric>(&text) {
        Err(faults) => faults,
        Ok(rubric) => match Engine::new(&registry(), &rubric, &world()) {
            Err(faults) => faults,
            Ok(_) => panic!("no fault in {text}"),
        },
    };
    let found: Vec<(&str, FaultKind)> =
        faults.iter().map(|fault| (fault.pointer().as_str(), fault.kind())).collect();
    assert_eq!(found, expected, "{faults}");
}

#[test]
fn an_unknown_kind_is_told_with_its_neighbour() {
    check(json!([{"use": "example/askd"}]), &[("/criteria/0/use", FaultKind::Unknown)]);
    let rubric = Rubric::of("test".parse().unwrap(), ["example/askd"]);
    let faults = Engine::new(&registry(), &rubric, &world()).unwrap_err();
    assert!(faults.to_string().contains("did you mean `example/asked`?"), "{faults}");
}

#[test]
fn every_fault_of_a_rubric_is_told_at_once() {
    check(
        json!([{"use": "no-such"}, {"use": "example/asked", "with": {"slack": "wide"}}]),
        &[
            ("/criteria/0/use", FaultKind::Unknown),
            ("/criteria/1/with/slack", FaultKind::WrongType),
        ],
    );
}

#[test]
fn a_name_is_used_once() {
    check(
        json!([{"use": "example/asked"}, {"use": "example/asked"}]),
        &[("/criteria/1", FaultKind::Duplicate)],
    );
}

#[test]
fn a_rubric_of_weight_zero_is_refused() {
    check(json!([{"use": "example/asked", "weight": 0}]), &[("/criteria", FaultKind::Sum)]);
    let negative = json!([{"use": "example/asked", "weight": -0.0}, {"use": "example/asked", "as": "b", "weight": -1}]);
    check(negative, &[("/criteria/1/weight", FaultKind::OutOfRange)]);
}

/// So many criteria of one side.
fn many(count: usize) -> serde_json::Value {
    (0..count).map(|number| json!({"use": "example/asked", "as": format!("n{number}")})).collect()
}

#[test]
fn a_side_takes_64_criteria() {
    let rubric =
        |criteria| json!({"spec": "mutualfit/rubric/1", "id": "test", "criteria": criteria});
    let read = serde_json::from_value::<Rubric>(rubric(many(64))).unwrap();
    assert!(Engine::new(&registry(), &read, &world()).is_ok());
    check(many(65), &[("/criteria", FaultKind::Sum)]);
    check(many(129), &[("/criteria", FaultKind::TooMany)]);
}

#[test]
fn a_rubric_without_criteria_is_refused() {
    check(json!([]), &[("/criteria", FaultKind::Empty)]);
}

#[test]
fn only_ratios_of_weights_matter() {
    let ranking = |weights: [f64; 3]| -> Ranking {
        let criteria = json!([
            {"use": "example/asked", "as": "a", "weight": weights[0], "with": {"slack": 1.0}},
            {"use": "example/asked", "as": "b", "weight": weights[1], "with": {"slack": 0.5}},
            {"use": "example/asked", "as": "c", "weight": weights[2], "with": {"slack": 4.0}},
        ]);
        let document = json!({"spec": "mutualfit/rubric/1", "id": "test", "criteria": criteria});
        let engine =
            Engine::new(&registry(), &serde_json::from_value(document).unwrap(), &world()).unwrap();
        let roles = engine.pool([role_with("r", json!({"ask": 1.0}))]).unwrap();
        let candidates = engine.pool([candidate_with("c", json!({"low": 0.7}))]).unwrap();
        engine.rank(&roles, &candidates, Request::top(1)).unwrap().remove(0)
    };
    let [whole, halves, odd] = [[3.0, 2.0, 1.0], [1.5, 1.0, 0.5], [0.3, 0.2, 0.1]].map(ranking);
    assert_eq!(whole.entries, halves.entries);
    assert_eq!(whole.entries, odd.entries);
    let mean = (3.0 * 0.7 + 2.0 * 0.4 + 0.925) / 6.0;
    assert!((whole.entries[0].role_side.low.get() - mean).abs() < 1e-6);
}
