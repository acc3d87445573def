//! The least change: what is promised is what the changed pair scores, and no less would have done.

use crate::criteria::{candidate_with, registry, role_with, world};
use mutualfit_domain::{Candidate, Role, Side};
use mutualfit_scoring::{Engine, LeastChange, Lever, Outcome, Party, Reader, Reason, Rubric, Step};
use proptest::prelude::*;
use serde_json::json;

fn engine() -> Engine {
    let rubric = Rubric::of("test".parse().unwrap(), ["example/asked", "example/wished"]);
    Engine::new(&registry(), &rubric, &world()).unwrap()
}

/// The role's side scores `1 - (asked - has)`, the candidate's `1 - (wished - offered)`.
fn pair([asked, has, wished, offered]: [f64; 4]) -> (Role, Candidate) {
    (
        role_with("r", json!({"ask": asked, "low": offered})),
        candidate_with("c", json!({"low": has, "ask": wished})),
    )
}

/// A pair with the changes of a way.
fn changed((role, candidate): (Role, Candidate), steps: &[Step]) -> (Role, Candidate) {
    steps.iter().fold((role, candidate), |(role, candidate), step| {
        let lever = Lever { patch: step.patch.clone(), ..Lever::on(step.side, &step.code) };
        match step.side {
            Side::Role => (lever.apply(&role).unwrap(), candidate),
            Side::Candidate => (role, lever.apply(&candidate).unwrap()),
        }
    })
}

fn outcome(engine: &Engine, (role, candidate): &(Role, Candidate)) -> Outcome {
    let explanation = engine.explain(role, candidate);
    let [role_side, candidate_side] = explanation.explanation.children.as_slice() else { panic!() };
    Outcome {
        gate: explanation.gate,
        mutual: explanation.explanation.value,
        role_side: role_side.value,
        candidate_side: candidate_side.value,
    }
}

fn brief(change: &LeastChange) -> Vec<(Party, bool, usize)> {
    change.ways.iter().map(|way| (way.by, way.reached, way.steps.len())).collect()
}

#[test]
fn one_side_may_do_what_the_other_cannot() {
    let engine = engine();
    let (role, candidate) = pair([0.9, 0.4, 0.5, 0.3]);
    let change = engine.least_change(&role, &candidate, 0.7);
    assert_eq!(brief(&change), [(Party::Role, false, 1), (Party::Candidate, true, 1)]);
    let [of_role, of_candidate] = change.ways.as_slice() else { panic!() };
    assert_eq!(of_role.reason, Some(Reason::NotEnough));
    // Harmonic means: 0.7 with 0.8 takes 0.7 · 0.8 / (2 · 0.8 - 0.7), which is 0.1222 more than 0.5.
    let amount = of_candidate.steps[0].amount.get();
    assert!((amount - 0.122_3).abs() < 2e-4, "{amount}");
    let mutual = of_candidate.after.mutual.point.unwrap().get();
    assert!((0.7..0.701).contains(&mutual), "{mutual}");
}

#[test]
fn both_together_are_tried_where_neither_reaches_it() {
    let change = engine().least_change_of(&pair([0.9, 0.4, 0.5, 0.0]), 0.9);
    assert_eq!(
        brief(&change),
        [(Party::Role, false, 1), (Party::Candidate, false, 1), (Party::Both, true, 2)]
    );
}

#[test]
fn there_is_nothing_to_change_where_all_is_well() {
    assert_eq!(brief(&engine().least_change_of(&pair([0.5, 0.5, 0.5, 0.5]), 1.0)), []);
    let silent = (role_with("r", json!({})), candidate_with("c", json!({})));
    let change = engine().least_change_of(&silent, 0.9);
    let nothing = Some(Reason::NothingToChange);
    assert!(change.ways.iter().all(|way| way.reason == nothing), "{change:#?}");
}

#[test]
fn a_reader_sees_their_own_changes_that_follow_from_nothing_kept() {
    let engine = engine();
    let (role, candidate) = pair([0.9, 0.4, 0.5, 0.0]);
    let seen = |reader| engine.least_change_read_by(reader, &role, &candidate, 0.9);
    let of_role = seen(Reader::Role);
    assert!(of_role.target.get() > 0.99);
    assert!(of_role.ways.iter().all(|way| way.steps.is_empty() && way.after.mutual.banded));
    assert_eq!(of_role.talk.len(), 2);
    let of_candidate = seen(Reader::Candidate);
    let sides: Vec<Side> =
        of_candidate.ways.iter().flat_map(|way| &way.steps).map(|step| step.side).collect();
    assert_eq!(sides, [Side::Candidate, Side::Candidate]);
    let mut explanation = engine.explain(&role, &candidate);
    explanation.least_change = Some(engine.least_change(&role, &candidate, 0.9));
    assert_eq!(engine.seen_by(Reader::Role, &explanation).least_change, None);
    assert_eq!(engine.seen_by(Reader::Candidate, &explanation).least_change, Some(of_candidate));
}

/// So that tests can give a pair as one.
trait LeastChangeOf {
    fn least_change_of(&self, pair: &(Role, Candidate), target: f32) -> LeastChange;
}

impl LeastChangeOf for Engine {
    fn least_change_of(&self, (role, candidate): &(Role, Candidate), target: f32) -> LeastChange {
        self.least_change(role, candidate, target)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_target_finds_out_what_is_kept(numbers in [0.0..1.0, 0.0..1.0, 0.01..0.99, 0.0..1.0], target in 0.0_f32..1.0) {
        let engine = engine();
        let seen = |[asked, has, wished, offered]: [f64; 4]| {
            let (role, candidate) = pair([asked, has, wished, offered]);
            engine.least_change_read_by(Reader::Role, &role, &candidate, target)
        };
        let [asked, has, wished, offered] = numbers;
        let others = [1e-4, -1e-4, 1e-5, -1e-5].map(|step| seen([asked, has, wished + step, offered]));
        prop_assert!(others.contains(&seen(numbers)));
    }

    #[test]
    fn what_is_promised_is_what_the_changed_pair_scores(numbers in [0.0..1.0, 0.0..1.0, 0.0..1.0, 0.0..1.0], target in 0.0_f32..1.0) {
        let (engine, pair) = (engine(), pair(numbers));
        let before = outcome(&engine, &pair);
        let change = engine.least_change_of(&pair, target);
        prop_assert_eq!(change.ways.is_empty(), before.mutual.point >= Some(change.target));
        for way in &change.ways {
            let after = outcome(&engine, &changed(pair.clone(), &way.steps));
            prop_assert_eq!(after, way.after);
            prop_assert_eq!(way.reached, after.mutual.point >= Some(change.target));
        }
    }
}
