//! Explanations: the same numbers, shared out so that they add up as published.

use crate::criteria::{candidate_with, registry, role_with, world};
use mutualfit_domain::{Candidate, Role};
use mutualfit_scoring::{Digest, Engine, Node, Rubric, RubricEntry, Sourced};
use proptest::prelude::*;
use serde_json::json;

fn engine() -> Engine {
    let mut rubric = Rubric::of("test".parse().unwrap(), ["example/asked", "example/wished"]);
    for (name, weight) in [("b", 0.3), ("c", 0.7), ("d", 2.0)] {
        let name = Some(name.parse().unwrap());
        rubric.criteria.push(RubricEntry {
            name,
            weight: Some(weight),
            ..RubricEntry::new("example/asked")
        });
    }
    Engine::new(&registry(), &rubric, &world()).unwrap()
}

pub(crate) fn adds_up(node: &Node) {
    if node.children.is_empty() {
        return;
    }
    let sum =
        |part: fn(&Node) -> f64| node.baseline.get() + node.children.iter().map(part).sum::<f64>();
    let bounds = [
        (node.value.low, sum(|child| child.contribution.low.get())),
        (node.value.high, sum(|child| child.contribution.high.get())),
    ];
    let point = |child: &Node| child.contribution.point.unwrap().get();
    let point = node.value.point.map(|value| (value, sum(point)));
    for (value, sum) in bounds.into_iter().chain(point) {
        assert!((value.get() - sum).abs() < 1e-9, "{}: {} is not {sum}", node.code, value.get());
    }
    node.children.iter().for_each(adds_up);
}

fn pair() -> (Role, Candidate) {
    (
        role_with("r", json!({"ask": 0.9, "low": 0.3})),
        candidate_with("c", json!({"low": 0.4, "high": 0.6, "ask": 0.5})),
    )
}

#[test]
fn a_side_that_asks_nothing_says_so() {
    let explanation = engine().explain(&role_with("r", json!({})), &candidate_with("c", json!({})));
    adds_up(&explanation.explanation);
    for side in &explanation.explanation.children {
        assert_eq!(side.children.last().unwrap().code, "nothing-asked");
        assert_eq!((side.value.low.get(), side.value.high.get()), (0.0, 1.0));
    }
}

#[test]
fn facts_stand_beside_their_criterion() {
    let (role, candidate) = pair();
    let explanation = engine().explain(&role, &candidate);
    let asked = &explanation.explanation.children[0].children[0];
    assert_eq!(
        (asked.code.as_str(), asked.kind.as_deref()),
        ("example/asked", Some("example/asked"))
    );
    assert_eq!(asked.facts[0].code, "compared");
}

#[test]
fn provenance_names_the_bytes_that_were_read() {
    let (role, candidate) = pair();
    let engine = engine();
    let by_value = engine.explain(&role, &candidate).provenance;
    let read = Sourced { document: &role, digest: Digest::of_bytes(b"the file") };
    let by_bytes = engine.explain(read, &candidate).provenance;
    assert_ne!(by_value.inputs, by_bytes.inputs);
    assert_eq!(by_value.rubric, by_bytes.rubric);
    assert_eq!(by_value.as_of.to_string(), "2026-11-22");
}

#[test]
fn a_changed_document_is_told_from_the_ranked_one() {
    let (_, candidate) = pair();
    let pool = engine().pool([candidate.clone()]).unwrap();
    let digest = Digest::of_document(&candidate).unwrap();
    assert!(pool.verify("c", digest).is_ok());
    let error = pool.verify("c", Digest::of_bytes(b"another")).unwrap_err();
    assert_eq!(error.ranked(), Some(digest));
    assert!(pool.verify("nobody", digest).is_err());
}

#[test]
fn an_explanation_reads_back_from_its_json() {
    let (role, candidate) = pair();
    let explanation = engine().explain(&role, &candidate);
    let text = serde_json::to_string(&explanation).unwrap();
    assert_eq!(serde_json::from_str::<mutualfit_scoring::Explanation>(&text).unwrap(), explanation);
}

proptest! {
    #[test]
    fn contributions_add_up_as_published(ask in 0f32..=1.0, low in 0f32..=1.0, high in 0f32..=1.0, wish in 0f32..=1.0, offer in 0f32..=1.0) {
        let role = role_with("r", json!({"ask": ask, "low": offer}));
        let candidate = candidate_with("c", json!({"low": low, "high": high, "ask": wish, "stake": 0.3}));
        adds_up(&engine().explain(&role, &candidate).explanation);
    }
}
