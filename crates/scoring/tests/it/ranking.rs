//! Rankings: order, gates, what is unknown, and that every way to a score gives the same bits.

use crate::criteria::{candidate_with, register, registry, role_with, world};
use mutualfit_domain::{Candidate, PairFacts, Role};
use mutualfit_scoring::{
    Engine, Exponent, MergeSettings, Progress, RankBy, RankError, Ranking, Registry, Request,
    Rubric, RubricEntry, Stance, Status,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::ops::ControlFlow;

fn rubric() -> Rubric {
    Rubric::of("test".parse().unwrap(), ["example/asked", "example/wished"])
}

fn engine(rubric: &Rubric) -> Engine {
    Engine::new(&registry(), rubric, &world()).unwrap()
}

fn rank(engine: &Engine, role: Role, candidates: Vec<Candidate>, top: usize) -> Ranking {
    let (roles, candidates) = (engine.pool([role]).unwrap(), engine.pool(candidates).unwrap());
    engine.rank(&roles, &candidates, Request::top(top)).unwrap().remove(0)
}

/// Ranks one candidate for one role by the plain rubric.
#[track_caller]
fn check(
    role: Value,
    candidate: Value,
    role_side: (f64, f64),
    candidate_side: (f64, f64),
) -> Ranking {
    let ranking =
        rank(&engine(&rubric()), role_with("r", role), vec![candidate_with("c", candidate)], 1);
    let sides = match (ranking.entries.first(), ranking.blocked.entries.first()) {
        (Some(entry), _) => (entry.role_side, entry.candidate_side),
        (None, Some(blocked)) => (blocked.role_side, blocked.candidate_side),
        (None, None) => panic!("nobody was ranked"),
    };
    assert_eq!((sides.0.low.get(), sides.0.high.get()), role_side, "role's side");
    assert_eq!((sides.1.low.get(), sides.1.high.get()), candidate_side, "candidate's side");
    ranking
}

#[test]
fn each_side_has_its_own_score() {
    check(
        json!({"ask": 1.0, "low": 0.5}),
        json!({"low": 0.75, "ask": 1.0}),
        (0.75, 0.75),
        (0.5, 0.5),
    );
}

#[test]
fn an_unstated_answer_is_unknown() {
    let ranking = check(json!({"ask": 1.0}), json!({}), (0.0, 1.0), (0.0, 1.0));
    let entry = &ranking.entries[0];
    assert_eq!((entry.role_side.coverage.unwrap().get(), entry.role_side.asked), (0.0, 1));
    assert_eq!(
        (entry.candidate_side.coverage.unwrap().get(), entry.candidate_side.asked),
        (0.0, 0)
    );
}

#[test]
fn an_irrelevant_answer_takes_the_question_out() {
    check(json!({"ask": 1.0}), json!({"irrelevant": true}), (0.0, 1.0), (0.0, 1.0));
}

#[test]
fn an_unmet_essential_ask_blocks_and_still_scores() {
    let ranking =
        check(json!({"ask": 1.0, "essential": true}), json!({"low": 0.5}), (0.5, 0.5), (0.0, 1.0));
    assert!(ranking.entries.is_empty());
    assert_eq!(ranking.blocked.count, 1);
    assert_eq!(
        (ranking.blocked.by[0].criterion.as_str(), ranking.blocked.by[0].count),
        ("example/asked", 1)
    );
    assert_eq!(
        ranking.blocked.entries[0].by[0].pointer.as_ref().unwrap().as_str(),
        "/extensions/com.example.numbers"
    );
}

#[test]
fn what_can_be_talked_about_stays_open() {
    for (role, candidate) in [
        (json!({"ask": 1.0, "essential": true, "negotiable": true}), json!({"low": 0.5})),
        (json!({"ask": 1.0, "essential": true}), json!({"low": 0.5, "negotiable": true})),
    ] {
        let ranking = check(role, candidate, (0.5, 0.5), (0.0, 1.0));
        assert_eq!(ranking.entries[0].status, Status::Open);
        assert_eq!(ranking.entries[0].open[0].negotiable, Some(true));
    }
}

#[test]
fn an_unanswered_essential_ask_is_open() {
    let ranking = check(json!({"ask": 1.0, "essential": true}), json!({}), (0.0, 1.0), (0.0, 1.0));
    assert_eq!(ranking.entries[0].status, Status::Open);
    assert_eq!(ranking.entries[0].open[0].negotiable, Some(false));
}

#[test]
fn silence_weighs_as_the_rubric_says() {
    let mut rubric = rubric();
    rubric.criteria.push(RubricEntry {
        name: Some("second".parse().unwrap()),
        silence: Some(1.0),
        ..RubricEntry::new("example/asked")
    });
    let engine = engine(&rubric);
    let silent =
        rank(&engine, role_with("r", json!({})), vec![candidate_with("c", json!({"low": 1.0}))], 1);
    let side = silent.entries[0].role_side;
    assert_eq!((side.low.get(), side.high.get(), side.asked), (0.0, 1.0, 0));
}

#[test]
fn what_is_known_of_one_pair_changes_that_pair_alone() {
    let engine = engine(&rubric());
    let candidates = || {
        vec![candidate_with("a", json!({"low": 0.25})), candidate_with("b", json!({"low": 0.25}))]
    };
    let mut facts =
        PairFacts::new("r".parse().unwrap(), "b".parse().unwrap(), "interview".parse().unwrap());
    facts.commute_minutes = Some(mutualfit_domain::Count::new(1));
    let before = rank(&engine, role_with("r", json!({"ask": 1.0})), candidates(), 2);
    let knowing = engine.knowing([facts]);
    let after = rank(&knowing, role_with("r", json!({"ask": 1.0})), candidates(), 2);
    let low = |ranking: &Ranking, id: &str| {
        ranking.entries.iter().find(|entry| entry.id.as_str() == id).unwrap().role_side.low.get()
    };
    assert_eq!((low(&before, "a"), low(&before, "b")), (0.25, 0.25));
    assert_eq!((low(&after, "a"), low(&after, "b")), (0.25, 1.0));
    assert_eq!(after.entries[0].id.as_str(), "b");
}

#[test]
fn a_stopped_ranking_is_no_ranking() {
    let engine = engine(&rubric());
    let roles = engine.pool([role_with("r", json!({}))]).unwrap();
    let candidates = engine.pool([candidate_with("c", json!({}))]).unwrap();
    let stop = |_: Progress| ControlFlow::Break(());
    let result = engine
        .rank_each(&roles, &candidates, Request::top(1), &stop, |_| panic!("a partial ranking"));
    assert_eq!(result, Err(RankError::Cancelled));
}

#[test]
fn a_pool_of_another_rubric_is_refused() {
    let mut other = rubric();
    other.criteria.truncate(1);
    let (one, two) = (engine(&rubric()), engine(&other));
    let roles = one.pool([role_with("r", json!({}))]).unwrap();
    let candidates = two.pool([candidate_with("c", json!({}))]).unwrap();
    assert_eq!(one.rank(&roles, &candidates, Request::top(1)), Err(RankError::OtherRubric));
}

#[test]
fn a_kind_is_registered_once() {
    let mut registry = Registry::default();
    register(&mut registry).unwrap();
    assert!(
        register(&mut registry)
            .unwrap_err()
            .to_string()
            .contains("`example/asked` is registered twice")
    );
}

#[test]
fn two_documents_of_one_id_are_refused() {
    let engine = engine(&rubric());
    let twice = [candidate_with("c", json!({})), candidate_with("c", json!({"low": 1.0}))];
    assert_eq!(engine.pool(twice).unwrap_err().id(), "c");
}

fn numbers() -> impl Strategy<Value = Value> {
    let number = || prop::option::of((0u8..=8).prop_map(|eighths| f64::from(eighths) / 8.0));
    (number(), number(), number(), number(), any::<[bool; 2]>(), 0u8..8).prop_map(
        |(ask, low, high, stake, [essential, negotiable], irrelevant)| {
            json!({
                "ask": ask, "low": low, "high": high, "stake": stake, "essential": essential,
                "negotiable": negotiable, "irrelevant": irrelevant == 0,
            })
        },
    )
}

fn any_rubric() -> impl Strategy<Value = Rubric> {
    let entry = (0..2usize, 0.0..3.0f64, prop::option::of(0.0..=1.0f64));
    let exponent = prop::sample::select(Exponent::ALL.to_vec());
    let rank_by =
        prop::sample::select(vec![RankBy::Mutual, RankBy::RoleSide, RankBy::CandidateSide]);
    let stance = prop::sample::select(vec![Stance::Cautious, Stance::Balanced, Stance::Optimistic]);
    (prop::collection::vec(entry, 1..5), exponent, rank_by, stance, 0.5..3.0f64).prop_map(
        |(entries, exponent, rank_by, stance, role_weight)| {
            let mut rubric = rubric();
            for (position, (kind, weight, silence)) in entries.into_iter().enumerate() {
                rubric.criteria.push(RubricEntry {
                    name: Some(format!("e{position}").parse().unwrap()),
                    weight: Some(weight),
                    silence,
                    ..RubricEntry::new(["example/asked", "example/wished"][kind])
                });
            }
            rubric.rank_by = Some(rank_by);
            rubric.stance = Some(stance);
            rubric.mutual = Some(MergeSettings {
                exponent: Some(exponent),
                role_weight: Some(role_weight),
                candidate_weight: None,
            });
            rubric
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_block_a_single_pair_and_the_reverse_agree(
        rubric in any_rubric(),
        roles in prop::collection::vec(numbers(), 1..4),
        candidates in prop::collection::vec(numbers(), 1..12),
    ) {
        let engine = engine(&rubric);
        let roles: Vec<Role> = roles.into_iter().enumerate().map(|(at, numbers)| role_with(&format!("r{at}"), numbers)).collect();
        let candidates: Vec<Candidate> =
            candidates.into_iter().enumerate().map(|(at, numbers)| candidate_with(&format!("c{at}"), numbers)).collect();
        let role_pool = engine.pool(roles.clone()).unwrap();
        let candidate_pool = engine.pool(candidates.clone()).unwrap();
        let request = Request { blocked: 100, ..Request::top(100) };
        let forth = engine.rank(&role_pool, &candidate_pool, request).unwrap();
        let back = engine.rank(&candidate_pool, &role_pool, request).unwrap();
        for (ranking, role) in forth.iter().zip(&roles) {
            prop_assert_eq!(ranking.entries.len() + ranking.blocked.count as usize, candidates.len());
            for candidate in &candidates {
                let explained = engine.explain(role, candidate);
                let entry = ranking.entries.iter().find(|entry| entry.id == candidate.id);
                let blocked = ranking.blocked.entries.iter().find(|entry| entry.id == candidate.id);
                let mutual = entry.map(|entry| entry.mutual).or(blocked.map(|blocked| blocked.mutual)).unwrap();
                prop_assert_eq!(mutual, explained.explanation.value);
                let reverse = back.iter().find(|ranking| ranking.subject.id == candidate.id).unwrap();
                let other = reverse.entries.iter().find(|entry| entry.id == role.id);
                prop_assert_eq!(other.is_some(), entry.is_some());
                if let (Some(entry), Some(other)) = (entry, other) {
                    prop_assert_eq!(
                        (entry.mutual, entry.role_side, entry.candidate_side, &entry.open),
                        (other.mutual, other.role_side, other.candidate_side, &other.open)
                    );
                }
            }
        }
    }

    #[test]
    fn order_and_company_change_nothing(
        rubric in any_rubric(),
        role in numbers(),
        candidates in prop::collection::vec(numbers(), 1..30),
        top in 0usize..8,
    ) {
        let engine = engine(&rubric);
        let candidates: Vec<Candidate> =
            candidates.into_iter().enumerate().map(|(at, numbers)| candidate_with(&format!("c{at}"), numbers)).collect();
        let all = rank(&engine, role_with("r", role.clone()), candidates.clone(), 100);
        let cut = rank(&engine, role_with("r", role.clone()), candidates.iter().rev().cloned().collect(), top);
        prop_assert_eq!(&all.entries[..top.min(all.entries.len())], &cut.entries[..]);
        prop_assert_eq!(&all.blocked, &cut.blocked);
        prop_assert_eq!(&all.provenance, &cut.provenance);
        let points: Vec<_> = all.entries.iter().map(|entry| match rubric.rank_by() {
            RankBy::Mutual => entry.mutual.point,
            RankBy::RoleSide => entry.role_side.point,
            RankBy::CandidateSide => entry.candidate_side.point,
        }).collect();
        prop_assert!(points.windows(2).all(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn pools_of_several_blocks_rank_as_one(seed in 0u64..1000) {
        let engine = engine(&rubric());
        let number = |at: u64, salt: u64| ((at ^ seed).wrapping_mul(salt) >> 7 & 7) as f64 / 8.0;
        let candidates: Vec<Candidate> = (0..2500u64)
            .map(|at| candidate_with(&format!("c{at}"), json!({"low": number(at, 0x9e37), "ask": number(at, 0x85eb)})))
            .collect();
        let few = rank(&engine, role_with("r", json!({"ask": 1.0, "low": 0.5})), candidates.clone(), 5);
        let all = rank(&engine, role_with("r", json!({"ask": 1.0, "low": 0.5})), candidates, 2500);
        prop_assert_eq!(&few.entries[..], &all.entries[..5]);
    }
}
