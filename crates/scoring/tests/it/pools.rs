//! Pools that change, and rubrics that change over pools that do not.

use crate::criteria::{candidate_with, registry, role_with, world};
use mutualfit_domain::{Candidate, Role};
use mutualfit_scoring::{Digest, Engine, Pool, RankBy, RankError, Ranking, Request, Rubric};
use proptest::prelude::*;
use serde_json::json;

fn rubric() -> Rubric {
    Rubric::of("test".parse().unwrap(), ["example/asked", "example/wished"])
}

fn engine() -> Engine {
    Engine::new(&registry(), &rubric(), &world()).unwrap()
}

fn rank(engine: &Engine, candidates: &Pool<Candidate>) -> Ranking {
    let role = role_with("r", json!({"ask": 1.0, "low": 0.5}));
    let request = Request { blocked: 1000, ..Request::top(1000) };
    engine.rank(&engine.pool([role]).unwrap(), candidates, request).unwrap().remove(0)
}

fn candidate(number: u16, low: u8) -> Candidate {
    let essential = if number.is_multiple_of(5) { json!({"essential": true}) } else { json!({}) };
    let mut members = json!({"low": f64::from(low % 4) / 4.0, "ask": 1.0});
    members.as_object_mut().unwrap().extend(essential.as_object().unwrap().clone());
    candidate_with(&format!("c{number}"), members)
}

/// What happens to a pool.
#[derive(Clone, Debug)]
enum Change {
    Put(u16, u8),
    Remove(u16),
    /// The pool is built, and edited again.
    Build,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (0..40_u16, any::<u8>()).prop_map(|(number, low)| Change::Put(number, low)),
        3 => (0..40_u16).prop_map(Change::Remove),
        1 => Just(Change::Build),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pool_that_changed_ranks_as_one_made_at_once(changes in prop::collection::vec(change(), 0..120)) {
        let engine = engine();
        let mut kept: Vec<(u16, u8)> = Vec::new();
        let mut builder = engine.builder();
        let mut snapshots = Vec::new();
        for change in changes {
            match change {
                Change::Put(number, low) => {
                    kept.retain(|(other, _)| *other != number);
                    kept.push((number, low));
                    let candidate = candidate(number, low);
                    let digest = Digest::of_document(&candidate).unwrap();
                    builder.put(candidate, digest);
                }
                Change::Remove(number) => {
                    let was_there = kept.iter().any(|(other, _)| *other == number);
                    kept.retain(|(other, _)| *other != number);
                    prop_assert_eq!(builder.remove(&format!("c{number}")), was_there);
                }
                Change::Build => {
                    let pool = builder.build();
                    snapshots.push((pool.clone(), rank(&engine, &pool)));
                    builder = engine.edit(&pool).unwrap();
                }
            }
            prop_assert_eq!(builder.len(), kept.len());
        }
        let pool = builder.build();
        let whole = engine.pool(kept.iter().map(|(number, low)| candidate(*number, *low))).unwrap();
        prop_assert_eq!(pool.len(), kept.len());
        prop_assert_eq!(pool.digest(), whole.digest());
        prop_assert_eq!(rank(&engine, &pool), rank(&engine, &whole));
        let role = engine.pool([role_with("r", json!({"low": 0.25}))]).unwrap();
        let order = |pool: &Pool<Candidate>| -> Vec<String> {
            let rankings = engine.rank(pool, &role, Request::top(1)).unwrap();
            rankings.iter().map(|ranking| ranking.subject.id.to_string()).collect()
        };
        prop_assert_eq!(order(&pool), order(&whole));
        for (snapshot, ranking) in snapshots {
            prop_assert_eq!(rank(&engine, &snapshot), ranking);
        }
    }
}

#[test]
fn an_id_is_free_again_once_it_was_removed() {
    let engine = engine();
    let mut builder = engine.builder();
    builder.push(candidate(1, 1), Digest::default()).unwrap();
    assert_eq!(builder.push(candidate(1, 2), Digest::default()).unwrap_err().id(), "c1");
    assert!(builder.remove("c1") && !builder.remove("c1"));
    builder.push(candidate(1, 2), Digest::default()).unwrap();
    assert_eq!(builder.build().len(), 1);
}

#[test]
fn weights_change_without_reading_again() {
    let engine = engine();
    let candidates = engine.pool((0..30).map(|number| candidate(number, number as u8))).unwrap();
    let mut other = rubric();
    other.criteria[1].weight = Some(5.0);
    other.rank_by = Some(RankBy::CandidateSide);
    let reweighed = engine.with_rubric(&registry(), &other).unwrap();
    let anew = Engine::new(&registry(), &other, &world()).unwrap();
    let again = anew.pool((0..30).map(|number| candidate(number, number as u8))).unwrap();
    assert_eq!(rank(&reweighed, &candidates), rank(&anew, &again));
    assert_ne!(rank(&reweighed, &candidates).entries, rank(&engine, &candidates).entries);
}

#[test]
fn a_pool_of_other_criteria_or_of_another_world_is_refused() {
    let candidates = engine().pool([candidate(1, 1)]).unwrap();
    let fewer = Rubric::of("test".parse().unwrap(), ["example/asked"]);
    let fewer = Engine::new(&registry(), &fewer, &world()).unwrap();
    for engine in [fewer, engine()] {
        let roles = engine.pool(Vec::<Role>::new()).unwrap();
        let refused = engine.rank(&roles, &candidates, Request::top(1));
        assert_eq!(refused.unwrap_err(), RankError::OtherRubric);
        assert_eq!(engine.edit(&candidates).unwrap_err(), RankError::OtherRubric);
    }
}
