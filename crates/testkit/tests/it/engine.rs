//! What the engine promises of any rubric, over the default one and its variations.

use crate::config;
use mutualfit_domain::{Candidate, Id, PairFacts, Role};
use mutualfit_scoring::{
    Engine, Explanation, Exponent, Gate, Merge, MergeSettings, Node, RankBy, Ranking, Reader,
    Registry, Request, Rubric, Stance,
};
use mutualfit_testkit::{
    law::{adds_up, one_score},
    market::Market,
    strategy,
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{collections::BTreeMap, sync::LazyLock};

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| mutualfit_criteria::registry().unwrap());

/// As published, numbers are off by half a unit of the sixth decimal.
const PUBLISHED: f64 = 1.5e-6;

const ALL: Request = Request { top: usize::MAX, blocked: usize::MAX, reader: Reader::Auditor };

fn default_rubric() -> Rubric {
    mutualfit_criteria::default_rubric().unwrap()
}

/// The default rubric without what asks which topics a role states, in whichever arrangement: there silence is an answer.
fn rubric_of_what_may_be_unknown() -> Rubric {
    let mut rubric = default_rubric();
    rubric.criteria.retain(|entry| entry.kind != "transparency");
    rubric
}

/// The default rubric, merged, weighed and ranked by in some other way.
fn rubric() -> impl Strategy<Value = Rubric> {
    let exponents = prop::sample::select(Exponent::ALL.to_vec());
    let by = prop::sample::select(vec![
        RankBy::Mutual,
        RankBy::Mutual,
        RankBy::RoleSide,
        RankBy::CandidateSide,
    ]);
    let stances =
        prop::sample::select(vec![Stance::Cautious, Stance::Balanced, Stance::Optimistic]);
    let weights = prop::collection::vec(0..=9u8, default_rubric().criteria.len());
    (exponents, by, stances, weights, 1..=4u8).prop_map(
        |(exponent, by, stance, weights, of_role)| {
            let mut rubric = default_rubric();
            rubric.rank_by = Some(by);
            rubric.stance = Some(stance);
            let role_weight = Some(f64::from(of_role));
            rubric.mutual = Some(MergeSettings {
                exponent: Some(exponent),
                role_weight,
                candidate_weight: None,
            });
            for (entry, weight) in rubric.criteria.iter_mut().zip(weights) {
                // Each weighs something, so that the rubric is never refused.
                entry.weight = Some(f64::from(weight) + 0.5);
            }
            rubric
        },
    )
}

fn engine(rubric: &Rubric) -> Engine {
    Engine::new(&REGISTRY, rubric, &mutualfit_testkit::world!({})).unwrap()
}

/// Roles and candidates with ids of their own.
fn many(most: usize) -> impl Strategy<Value = (Vec<Role>, Vec<Candidate>)> {
    let roles = prop::collection::vec(strategy::role(), 1..=3).prop_map(|mut roles| {
        for (number, role) in roles.iter_mut().enumerate() {
            role.id = id("r", number);
        }
        roles
    });
    let candidates =
        prop::collection::vec(strategy::candidate(), 1..=most).prop_map(|mut candidates| {
            for (number, candidate) in candidates.iter_mut().enumerate() {
                candidate.id = id("c", number);
            }
            candidates
        });
    (roles, candidates)
}

fn id(prefix: &str, number: usize) -> Id {
    Id::new(format!("{prefix}{number}")).unwrap()
}

fn ranked(
    engine: &Engine,
    roles: &[Role],
    candidates: &[Candidate],
    request: Request,
) -> Vec<Ranking> {
    let (roles, candidates) =
        (engine.pool(roles.to_vec()).unwrap(), engine.pool(candidates.to_vec()).unwrap());
    engine.rank(&roles, &candidates, request).unwrap()
}

fn side<'e>(explanation: &'e Explanation, code: &str) -> &'e Node {
    explanation.explanation.children.iter().find(|node| node.code == code).unwrap()
}

fn bounds(node: &Node) -> (f64, f64) {
    (node.value.low.get(), node.value.high.get())
}

/// So many roles and candidates of the synthetic market, ranked all together.
fn market(
    engine: &Engine,
    roles: u64,
    candidates: u64,
) -> (Vec<Role>, Vec<Candidate>, Vec<Ranking>) {
    let market = Market::new(11);
    let roles: Vec<Role> = (0..roles).map(|number| market.role(number)).collect();
    let candidates: Vec<Candidate> =
        (0..candidates).map(|number| market.candidate(number)).collect();
    let rankings = ranked(engine, &roles, &candidates, Request { blocked: 7, ..Request::top(9) });
    (roles, candidates, rankings)
}

fn market_engine(roles: u64, candidates: u64) -> Engine {
    let market = Market::new(11);
    let interviews = (0..roles).flat_map(|role| market.interviews(role, candidates));
    Engine::new(&REGISTRY, &default_rubric(), &market.world()).unwrap().knowing(interviews)
}

#[test]
fn it_makes_no_difference_how_many_are_ranked_side_by_side() {
    // More roles than are compared side by side, then a few, then one.
    let engine = market_engine(70, 150);
    let (roles, candidates, all) = market(&engine, 70, 150);
    for few in [&roles[..5], &roles[69..]] {
        let first = roles.iter().position(|role| role.id == few[0].id).unwrap();
        let request = Request { blocked: 7, ..Request::top(9) };
        let alone = ranked(&engine, few, &candidates, request);
        assert_eq!(alone, all[first..first + few.len()]);
    }
    assert!(all.iter().any(|ranking| ranking.blocked.count > 7));
}

#[test]
fn it_makes_no_difference_which_slots_are_scored_together() {
    // More candidates than are added up at a time; each alone with its role has the score that it has among all.
    let engine = market_engine(1, 1_100);
    let (roles, candidates, all) = market(&engine, 1, 1_100);
    let shown = all[0].entries.iter().map(|entry| (&entry.id, entry.mutual));
    for (id, mutual) in
        shown.chain(all[0].blocked.entries.iter().map(|entry| (&entry.id, entry.mutual)))
    {
        let candidate = candidates.iter().find(|candidate| candidate.id == *id).unwrap();
        assert_eq!(engine.explain(&roles[0], candidate).explanation.value, mutual);
    }
    let backwards: Vec<Candidate> = candidates.iter().rev().cloned().collect();
    let request = Request { blocked: 7, ..Request::top(9) };
    assert_eq!(ranked(&engine, &roles, &backwards, request), all);
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn a_pair_has_one_score_whoever_ranks(
        rubric in rubric(),
        (roles, candidates) in many(4),
        mut known in prop::collection::vec(strategy::pair_facts(), 0..3),
    ) {
        for (number, known) in known.iter_mut().enumerate() {
            known.role = id("r", number % roles.len());
            known.candidate = id("c", number % candidates.len());
        }
        let engine = engine(&rubric).knowing(known);
        prop_assert_eq!(one_score(&engine, &roles, &candidates), Ok(()));
    }

    #[test]
    fn contributions_add_up_and_the_mutual_is_the_merge_of_the_sides(
        rubric in rubric(), role in strategy::role(), candidate in strategy::candidate(),
    ) {
        let explanation = engine(&rubric).explain(&role, &candidate);
        prop_assert_eq!(adds_up(&explanation.explanation), Ok(()));
        let (role, candidate) = (side(&explanation, "role-side").value, side(&explanation, "candidate-side").value);
        let merge = rubric.merge();
        let sides = [(role.low, candidate.low, explanation.explanation.value.low), (role.high, candidate.high, explanation.explanation.value.high)];
        for (role, candidate, mutual) in sides {
            let (role, candidate) = (role.get() as f32, candidate.get() as f32);
            // A mean with an exponent of 0 or less is infinitely steep at 0, where rounding shows.
            if role.min(candidate) > 0.01 || role.max(candidate) <= 0.0 {
                prop_assert!((f64::from(merge.point(role, candidate)) - mutual.get()).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn bounds_are_no_narrower_than_what_is_not_covered((roles, candidates) in many(4)) {
        for ranking in ranked(&engine(&default_rubric()), &roles, &candidates, ALL) {
            let ranked = ranking.entries.iter().map(|entry| [entry.role_side, entry.candidate_side]);
            let blocked = ranking.blocked.entries.iter().map(|entry| [entry.role_side, entry.candidate_side]);
            for side in ranked.chain(blocked).flatten() {
                let width = side.high.get() - side.low.get();
                prop_assert!(width >= 1.0 - side.coverage.unwrap().get() - PUBLISHED, "{side:?}");
            }
        }
    }

    #[test]
    fn the_top_is_the_whole_ranking_cut_off((roles, candidates) in many(4), again in 1..4usize) {
        // The same candidates under several ids are ties.
        let candidates: Vec<Candidate> = (0..again)
            .flat_map(|copy| candidates.iter().cloned().map(move |mut candidate| {
                candidate.id = Id::new(format!("{}-{copy}", candidate.id)).unwrap();
                candidate
            }))
            .collect();
        let engine = engine(&default_rubric());
        let whole = ranked(&engine, &roles, &candidates, ALL);
        for top in 0..=candidates.len() {
            let cut = ranked(&engine, &roles, &candidates, Request { blocked: top, ..Request::top(top) });
            for (cut, whole) in cut.iter().zip(&whole) {
                prop_assert_eq!(&cut.entries[..], &whole.entries[..top.min(whole.entries.len())]);
                prop_assert_eq!(cut.blocked.count as usize, whole.blocked.entries.len());
                prop_assert_eq!(&cut.blocked.entries[..], &whole.blocked.entries[..top.min(whole.blocked.entries.len())]);
            }
        }
        for ranking in &whole {
            let ties_by_id = ranking.entries.windows(2).all(|pair| {
                let (one, other) = (&pair[0], &pair[1]);
                one.mutual.point > other.mutual.point || (one.mutual.point == other.mutual.point && one.id < other.id)
                    || published_alike(one.mutual.point.unwrap().get(), other.mutual.point.unwrap().get())
            });
            prop_assert!(ties_by_id);
        }
    }

    #[test]
    fn a_pair_takes_the_best_of_a_roles_arrangements(mut role in strategy::role(), candidate in strategy::candidate()) {
        // What can be talked about may be a certain arrangement, whose place changes here.
        role.negotiable = None;
        let engine = engine(&rubric_of_what_may_be_unknown());
        let whole = engine.explain(&role, &candidate);
        let ways = role.arrangements.clone().unwrap_or_default();
        let alone: Vec<Explanation> = ways.iter().map(|way| {
            let role = Role { arrangements: Some(vec![way.clone()]), ..role.clone() };
            engine.explain(&role, &candidate)
        }).collect();
        let rank = |explanation: &Explanation| (explanation.gate != Gate::Unmet, explanation.explanation.value.point);
        let Some(taken) = whole.arrangement.map(usize::from) else {
            prop_assert!(ways.is_empty());
            return Ok(());
        };
        prop_assert_eq!(&alone[taken].explanation.value, &whole.explanation.value);
        prop_assert_eq!(alone[taken].gate, whole.gate);
        prop_assert!(alone.iter().all(|other| rank(other) <= rank(&whole)));
        prop_assert!(alone[..taken].iter().all(|earlier| rank(earlier) < rank(&whole)
            || published_alike(rank(earlier).1.unwrap().get(), rank(&whole).1.unwrap().get())));
    }

    #[test]
    fn pair_facts_change_their_pair_alone((roles, candidates) in many(3), known in strategy::pair_facts()) {
        let known = PairFacts { role: id("r", 0), candidate: id("c", 0), ..known };
        let engine = engine(&default_rubric());
        let before = ranked(&engine, &roles, &candidates, ALL);
        let after = ranked(&engine.clone().knowing([known]), &roles, &candidates, ALL);
        for (before, after) in before.iter().zip(&after) {
            let is_known = |of: &Ranking, found: &Id| of.subject.id == id("r", 0) && *found == id("c", 0);
            let others = |ranking: &Ranking| {
                let entries = ranking.entries.iter().map(|entry| (entry.id.clone(), json(entry)));
                let blocked = ranking.blocked.entries.iter().map(|entry| (entry.id.clone(), json(entry)));
                let others = entries.chain(blocked).filter(|(found, _)| !is_known(ranking, found));
                others.collect::<BTreeMap<Id, Value>>()
            };
            prop_assert_eq!(others(before), others(after));
        }
    }

    #[test]
    fn only_ratios_of_weights_matter(rubric in rubric(), (roles, candidates) in many(3), factor in 0.01..400.0f64) {
        let mut scaled = rubric.clone();
        for entry in &mut scaled.criteria {
            entry.weight = entry.weight.map(|weight| weight * factor);
        }
        let [one, other] = [&rubric, &scaled].map(|rubric| ranked(&engine(rubric), &roles, &candidates, ALL));
        for (one, other) in one.iter().zip(&other) {
            prop_assert_eq!(&one.entries, &other.entries);
            prop_assert_eq!(&one.blocked, &other.blocked);
        }
    }

    #[test]
    fn what_the_role_begins_to_say_narrows_the_candidates_side(role in strategy::role(), candidate in strategy::candidate(), picks in picks()) {
        let one_way = Role { arrangements: role.arrangements.clone().map(|mut ways| { ways.truncate(1); ways }), ..role };
        let vague: Role = less(&one_way, &picks, &["spec", "id", "title", "indifferent", "negotiable"]);
        let engine = engine(&rubric_of_what_may_be_unknown());
        let [before, after] = [&vague, &one_way].map(|role| engine.explain(role, &candidate));
        check_within(&before, &after, "candidate-side")?;
    }

    #[test]
    fn what_the_candidate_begins_to_say_narrows_the_roles_side(role in strategy::role(), candidate in strategy::candidate(), picks in picks()) {
        let role = Role { arrangements: role.arrangements.clone().map(|mut ways| { ways.truncate(1); ways }), ..role };
        let vague: Candidate = less(&candidate, &picks, &["spec", "id", "indifferent", "aspirations"]);
        let engine = engine(&default_rubric());
        let [before, after] = [&vague, &candidate].map(|candidate| engine.explain(&role, candidate));
        check_within(&before, &after, "role-side")?;
    }

    #[test]
    fn an_ask_that_silence_weighs_narrows_its_side_once_it_is_stated(
        role in strategy::role(), candidate in strategy::candidate(), pick in any::<prop::sample::Index>(),
    ) {
        let mut rubric = default_rubric();
        for entry in &mut rubric.criteria {
            entry.silence = Some(1.0);
        }
        let engine = engine(&rubric);
        let role = Role { arrangements: role.arrangements.clone().map(|mut ways| { ways.truncate(1); ways }), ..role };
        // Needs are asked by one criterion and read by no other.
        let needs = ["pay", "workplace", "schedule", "contract", "learning", "tasks", "challenges", "goals"];
        let need = needs[pick.index(needs.len())];
        let mut silent = serde_json::to_value(&candidate).unwrap();
        if let Some(aspirations) = silent.get_mut("aspirations").and_then(Value::as_object_mut) {
            aspirations.remove(need);
        }
        let silent: Candidate = serde_json::from_value(silent).unwrap();
        let [before, after] = [&silent, &candidate].map(|candidate| engine.explain(&role, candidate));
        check_within(&before, &after, "candidate-side")?;
    }
}

/// What a ranking says of one document, without its rank.
fn json(entry: &impl Serialize) -> Value {
    let mut entry = serde_json::to_value(entry).unwrap();
    entry.as_object_mut().unwrap().remove("rank");
    entry
}

fn published_alike(one: f64, other: f64) -> bool {
    (one - other).abs() < PUBLISHED
}

fn picks() -> impl Strategy<Value = Vec<prop::sample::Index>> {
    prop::collection::vec(any::<prop::sample::Index>(), 1..4)
}

/// The document without some of its sections.
fn less<D: Serialize + DeserializeOwned>(
    document: &D,
    picks: &[prop::sample::Index],
    always: &[&str],
) -> D {
    let mut document = serde_json::to_value(document).unwrap();
    let members = document.as_object_mut().unwrap();
    for pick in picks {
        let sections: Vec<String> =
            members.keys().filter(|name| !always.contains(&name.as_str())).cloned().collect();
        if !sections.is_empty() {
            members.remove(&sections[pick.index(sections.len())]);
        }
    }
    serde_json::from_value(document).unwrap()
}

fn check_within(
    before: &Explanation,
    after: &Explanation,
    code: &str,
) -> Result<(), TestCaseError> {
    let ((low, high), (inner_low, inner_high)) =
        (bounds(side(before, code)), bounds(side(after, code)));
    prop_assert!(
        inner_low >= low - PUBLISHED && inner_high <= high + PUBLISHED,
        "[{inner_low}, {inner_high}] is not within [{low}, {high}]"
    );
    Ok(())
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_sides_of_a_merge_can_be_exchanged(role in 0f32..=1.0, candidate in 0f32..=1.0, u in 0.1f32..10.0, v in 0.1f32..10.0) {
        for exponent in Exponent::ALL {
            let one = Merge { exponent, role_weight: u, candidate_weight: v }.point(role, candidate);
            let other = Merge { exponent, role_weight: v, candidate_weight: u }.point(candidate, role);
            prop_assert!((one - other).abs() < 1e-6, "{exponent:?}: {one} and {other}");
        }
    }
}

#[test]
fn one_thread_and_many_give_the_same_bytes_over_several_blocks() {
    let market = Market::new(17);
    let engine = Engine::new(&REGISTRY, &default_rubric(), &market.world()).unwrap();
    let engine = engine.knowing((0..3).flat_map(|role| market.interviews(role, 1500)));
    let rank = |threads: usize| {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        threads.install(|| {
            let roles = engine.pool((0..3).map(|number| market.role(number))).unwrap();
            let candidates = engine.pool((0..1500).map(|number| market.candidate(number))).unwrap();
            let rankings = engine
                .rank(&roles, &candidates, Request { blocked: 5, ..Request::top(40) })
                .unwrap();
            serde_json::to_string(&rankings).unwrap()
        })
    };
    let alone = rank(1);
    assert_eq!(alone, rank(2));
    assert_eq!(alone, rank(7));
}

#[test]
fn a_pair_has_one_score_where_others_were_interviewed() {
    const ROLES: u64 = 12;
    const CANDIDATES: u64 = 60;
    let market = Market::new(23);
    let engine = Engine::new(&REGISTRY, &default_rubric(), &market.world()).unwrap();
    let engine = engine.knowing((0..ROLES).flat_map(|role| market.interviews(role, CANDIDATES)));
    let roles: Vec<Role> = (0..ROLES).map(|number| market.role(number)).collect();
    let candidates: Vec<Candidate> =
        (0..CANDIDATES).map(|number| market.candidate(number)).collect();
    assert_eq!(one_score(&engine, &roles, &candidates), Ok(()));
}
