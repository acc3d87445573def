//! The made-up market: valid, the same for the same seed, and of the shape that it promises.

use mutualfit_domain::{Candidate, Document, Item, PairFacts, Role};
use mutualfit_scoring::{Engine, Request, Rubric};
use mutualfit_testkit::market::Market;

const SOME: u64 = 400;

#[track_caller]
fn check_share(of: &str, count: usize, least: f64, most: f64) {
    let share = count as f64 / SOME as f64;
    assert!((least..=most).contains(&share), "{of}: {share}");
}

#[test]
fn documents_are_valid_and_read_as_they_are_written() {
    let market = Market::new(3);
    for number in 0..50 {
        let (role, candidate) = (market.role(number), market.candidate(number));
        assert_eq!(role.check(), []);
        assert_eq!(candidate.check(), []);
        let text = serde_json::to_string(&role).unwrap();
        assert_eq!(mutualfit_domain::read::<Role>(&text).unwrap(), role);
        let text = serde_json::to_string(&candidate).unwrap();
        assert_eq!(mutualfit_domain::read::<Candidate>(&text).unwrap(), candidate);
    }
}

#[test]
fn a_seed_makes_one_market() {
    let (one, same, other) = (Market::new(1), Market::new(1), Market::new(2));
    for number in [0, 1, 999_999] {
        assert_eq!(one.role(number), same.role(number));
        assert_ne!(one.candidate(number).skills, other.candidate(number).skills);
    }
}

#[test]
fn asks_and_gaps_are_as_often_as_promised() {
    let market = Market::new(11);
    let roles: Vec<Role> = (0..SOME).map(|number| market.role(number)).collect();
    let candidates: Vec<Candidate> = (0..SOME).map(|number| market.candidate(number)).collect();
    let strict = |role: &&Role| {
        let asked = role.requirements.as_ref().unwrap();
        asked.skills.iter().flatten().any(Item::is_essential)
    };
    check_share("roles with must-haves", roles.iter().filter(strict).count(), 0.33, 0.47);
    let breaks = |candidate: &&Candidate| {
        let wants = candidate.aspirations.as_ref().unwrap();
        wants.pay.as_ref().is_some_and(Item::is_essential)
            || wants.workplace.as_ref().is_some_and(Item::is_essential)
            || wants.schedule.as_ref().is_some_and(Item::is_essential)
            || wants.contract.as_ref().is_some_and(Item::is_essential)
    };
    check_share(
        "candidates with deal-breakers",
        candidates.iter().filter(breaks).count(),
        0.14,
        0.26,
    );
    let unpaid = |role: &&Role| role.compensation.as_ref().unwrap().pay.is_none();
    check_share("roles that leave out their pay", roles.iter().filter(unpaid).count(), 0.19, 0.31);
    let skills = candidates.iter().flat_map(|candidate| candidate.skills.iter().flatten()).count();
    check_share("skills a candidate", skills, 9.0, 11.0);
}

#[test]
fn skills_are_as_uneven_as_words() {
    let market = Market::new(5);
    let mut counts = std::collections::BTreeMap::new();
    for number in 0..SOME {
        for skill in market.candidate(number).skills.into_iter().flatten() {
            *counts.entry(skill.concept.name().to_owned()).or_insert(0) += 1;
        }
    }
    let mut counts: Vec<i32> = counts.into_values().collect();
    counts.sort_unstable();
    assert!(counts.len() > 300, "{} skills are held by somebody", counts.len());
    let (all, best): (i32, i32) = (counts.iter().sum(), counts.iter().rev().take(40).sum());
    assert!(best * 3 > all, "the first tenth of all skills has {best} of {all} mentions");
}

#[test]
fn a_few_candidates_a_role_were_interviewed() {
    let market = Market::new(3);
    let all: Vec<Vec<PairFacts>> = (0..SOME).map(|role| market.interviews(role, 1000)).collect();
    for (role, facts) in all.iter().enumerate() {
        assert!((5..=20).contains(&facts.len()), "{}", facts.len());
        assert!(
            facts.is_sorted_by_key(|fact| fact.candidate.as_str()[2..].parse::<u64>().unwrap())
        );
        for fact in facts {
            assert_eq!(fact.check(), []);
            assert_eq!(fact.role, market.role(role as u64).id);
        }
    }
    let one = |of: fn(&PairFacts) -> bool| all.iter().filter(|facts| facts.iter().any(of)).count();
    check_share("roles with ratings", one(|fact| fact.competencies.is_some()), 0.4, 0.6);
    check_share("roles with offers", one(|fact| fact.pay_offered.is_some()), 0.95, 1.0);
    assert_eq!(market.interviews(7, 1000), Market::new(3).interviews(7, 1000));
    assert_eq!(market.interviews(7, 0), []);
}

#[test]
fn ratings_of_the_market_answer_for_competencies() {
    let market = Market::new(3);
    let rubric = Rubric::of("one".parse().unwrap(), ["competencies"]);
    let registry = mutualfit_criteria::registry().unwrap();
    let facts = (0..20).flat_map(|role| market.interviews(role, 50));
    let engine = Engine::new(&registry, &rubric, &market.world()).unwrap().knowing(facts);
    let roles = engine.pool((0..20).map(|number| market.role(number))).unwrap();
    let candidates = engine.pool((0..50).map(|number| market.candidate(number))).unwrap();
    let rankings =
        engine.rank(&roles, &candidates, Request { blocked: 0, ..Request::top(50) }).unwrap();
    let answered = rankings.iter().flat_map(|ranking| &ranking.entries);
    let answered = answered.filter(|entry| entry.role_side.coverage.unwrap().get() > 0.0).count();
    assert!(answered > 50, "{answered}");
}
