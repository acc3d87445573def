//! What each reader sees: the same result, and for the role nothing that the candidate keeps to the engine.

use crate::{
    criteria::{candidate_with, registry, role_with, world},
    explaining::adds_up,
};
use mutualfit_domain::{Aspirations, Audience, Candidate, Role};
use mutualfit_scoring::{
    Comparison, Difference, Engine, Explanation, KEPT, Node, Published, Reader, Request, Rubric,
    RubricEntry,
};
use proptest::prelude::*;
use serde_json::json;

/// An engine of two criteria a side, of which the candidate's differ in what they make of one wish.
fn engine(slacks: [f64; 2]) -> Engine {
    let mut rubric = Rubric::of("test".parse().unwrap(), ["example/asked"]);
    for (name, slack) in ["a", "b"].into_iter().zip(slacks) {
        let settings = json!({"slack": slack}).as_object().cloned();
        let name = Some(name.parse().unwrap());
        rubric.criteria.push(RubricEntry { name, settings, ..RubricEntry::new("example/wished") });
    }
    Engine::new(&registry(), &rubric, &world()).unwrap()
}

fn pair(ask: f64, low: f64) -> (Role, Candidate) {
    (
        role_with("r", json!({"ask": 0.9, "low": low})),
        candidate_with("c", json!({"low": 0.4, "high": 0.6, "ask": ask})),
    )
}

fn shared(candidate: Candidate) -> Candidate {
    let aspirations = Aspirations { audience: Some(Audience::Shared), ..Aspirations::default() };
    Candidate { aspirations: Some(aspirations), ..candidate }
}

fn seen_by_the_role(engine: &Engine, (role, candidate): &(Role, Candidate)) -> Explanation {
    engine.seen_by(Reader::Role, &engine.explain(role, candidate))
}

fn sides(explanation: &Explanation) -> [&Node; 2] {
    let [role, candidate] = explanation.explanation.children.as_slice() else { panic!() };
    [role, candidate]
}

#[test]
fn the_role_sees_in_fifths_what_rests_on_what_is_kept() {
    let seen = seen_by_the_role(&engine([0.5, 1.0]), &pair(0.5, 0.3));
    let [role, candidate] = sides(&seen);
    assert_eq!(seen.reader, Reader::Role);
    assert!(!role.value.banded && candidate.value.banded && seen.explanation.value.banded);
    assert_eq!((candidate.value.low.get(), candidate.value.high.get()), (0.6, 0.8));
    assert_eq!((candidate.value.point, seen.explanation.value.point), (None, None));
    let [kept] = candidate.children.as_slice() else { panic!("{candidate:#?}") };
    let told: Vec<_> =
        kept.facts.iter().map(|fact| (fact.criterion.as_deref(), &*fact.code)).collect();
    assert_eq!(kept.code, KEPT);
    assert_eq!(told, [(Some("a"), "kept-partly"), (Some("b"), "kept-partly")]);
    assert_eq!(seen.provenance.inputs, None);
    adds_up(&seen.explanation);
}

#[test]
fn what_is_shared_keeps_its_numbers() {
    let engine = engine([0.5, 1.0]);
    let (role, candidate) = pair(0.5, 0.3);
    let auditor = engine.explain(&role, &shared(candidate));
    let seen = engine.seen_by(Reader::Role, &auditor);
    assert_eq!(seen.explanation, auditor.explanation);
    assert_eq!(seen.provenance, auditor.provenance);
}

#[test]
fn the_candidate_and_an_auditor_see_everything() {
    let engine = engine([0.5, 1.0]);
    let (role, candidate) = pair(0.5, 0.3);
    let auditor = engine.explain(&role, &candidate);
    for reader in [Reader::Auditor, Reader::Candidate] {
        assert_eq!(engine.seen_by(reader, &auditor), Explanation { reader, ..auditor.clone() });
    }
    let seen = engine.seen_by(Reader::Role, &auditor);
    assert_eq!(engine.seen_by(Reader::Auditor, &seen), seen);
}

#[test]
fn a_ranking_shows_the_role_no_more_than_an_explanation_does() {
    let engine = engine([0.5, 1.0]);
    let pairs = [pair(0.5, 0.3), pair(0.1, 0.3)];
    let roles = engine.pool([pairs[0].0.clone()]).unwrap();
    let candidates = pairs.iter().enumerate().map(|(place, (_, candidate))| {
        let id = format!("c-{place}").parse().unwrap();
        Candidate { id, ..candidate.clone() }
    });
    let candidates = engine.pool(candidates).unwrap();
    let auditor = engine.rank(&roles, &candidates, Request::top(9)).unwrap().remove(0);
    let request = Request::top(9).read_by(Reader::Role);
    let seen = engine.rank(&roles, &candidates, request).unwrap().remove(0);
    assert_eq!((seen.reader, seen.provenance.inputs), (Reader::Role, None));
    for (exact, entry) in auditor.entries.iter().zip(&seen.entries) {
        assert_eq!((&exact.id, exact.role_side), (&entry.id, entry.role_side));
        assert!(entry.mutual.banded && entry.candidate_side.banded);
        assert_eq!((entry.mutual.point, entry.candidate_side.coverage), (None, None));
        assert!(entry.mutual.low <= exact.mutual.low && exact.mutual.high <= entry.mutual.high);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wish_that_is_kept_stays_undetermined(
        ask in 0.0..1.0, low in 0.0..1.0, slacks in [0.2..2.0, 0.2..2.0],
    ) {
        let engine = engine(slacks);
        let seen = seen_by_the_role(&engine, &pair(ask, low));
        adds_up(&seen.explanation);
        let others = [1e-4, -1e-4, 1e-5, -1e-5].map(|step| ask + step);
        prop_assert!(others.into_iter().any(|other| seen_by_the_role(&engine, &pair(other, low)) == seen));
    }

    #[test]
    fn fifths_hold_what_they_stand_for(ask in 0.0..1.0, low in 0.0..1.0, slacks in [0.2..2.0, 0.2..2.0]) {
        let engine = engine(slacks);
        let (role, candidate) = pair(ask, low);
        let auditor = engine.explain(&role, &candidate);
        let seen = engine.seen_by(Reader::Role, &auditor);
        for (seen, exact) in [(&seen.explanation, &auditor.explanation), (sides(&seen)[1], sides(&auditor)[1])] {
            prop_assert!(seen.value.low <= exact.value.low && exact.value.high <= seen.value.high);
            prop_assert!(seen.value.high.get() - seen.value.low.get() >= 0.2 - 1e-9);
        }
    }
}

/// The numbers of a difference, in millionths.
fn micros(difference: &Difference) -> [Option<i64>; 3] {
    let micros = |number: Published| (number.get() * 1e6).round() as i64;
    [Some(difference.low), Some(difference.high), difference.point].map(|it| it.map(micros))
}

/// Whether the parts of a comparison add up, number by number.
#[track_caller]
fn compares(one: &Explanation, other: &Explanation) -> Comparison {
    let compared = Comparison::of(one, other).unwrap();
    let sum = |parts: Vec<&Difference>| {
        let parts: Vec<_> = parts.into_iter().map(micros).collect();
        [0, 1, 2].map(|place| parts.iter().map(|part| part[place]).sum::<Option<i64>>())
    };
    let sides = compared.sides.iter().map(|side| &side.difference).collect();
    assert_eq!(sum(sides), micros(&compared.difference));
    for side in &compared.sides {
        let criteria = side.criteria.iter().map(|row| &row.difference).collect();
        assert_eq!(sum(criteria), micros(&side.difference), "{side:#?}");
    }
    compared
}

#[test]
fn what_is_kept_in_either_pair_is_compared_as_one() {
    let engine = engine([0.5, 1.0]);
    let (role, candidate) = pair(0.5, 0.3);
    let open = shared(candidate.clone());
    let [kept, open] = [candidate, open]
        .map(|candidate| engine.seen_by(Reader::Role, &engine.explain(&role, &candidate)));
    let compared = compares(&kept, &open);
    let names: Vec<&str> =
        compared.sides[1].criteria.iter().map(|row| row.criterion.as_str()).collect();
    assert_eq!(names, [KEPT]);
    assert_eq!(compared.difference.point, None);
}

#[test]
fn explanations_for_different_readers_are_not_compared() {
    let engine = engine([0.5, 1.0]);
    let (role, candidate) = pair(0.5, 0.3);
    let auditor = engine.explain(&role, &candidate);
    let role = engine.seen_by(Reader::Role, &auditor);
    assert_eq!(Comparison::of(&auditor, &role), None);
    assert!(Comparison::of(&auditor, &auditor).is_some());
}

proptest! {
    #[test]
    fn what_makes_a_difference_adds_up(
        asks in [0.0..=1.0_f64, 0.0..=1.0], lows in [0.0..=1.0_f64, 0.0..=1.0], is_shared in [any::<bool>(), any::<bool>()],
    ) {
        let engine = engine([0.5, 1.0]);
        let explained = [0, 1].map(|place| {
            let (role, candidate) = pair(asks[place], lows[place]);
            engine.explain(&role, &if is_shared[place] { shared(candidate) } else { candidate })
        });
        let [one, other] = &explained;
        compares(one, other);
        let [one, other] = explained.each_ref().map(|it| engine.seen_by(Reader::Role, it));
        compares(&one, &other);
    }
}
