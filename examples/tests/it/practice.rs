//! The practice: what its least changes promise is what the changed pairs score.

use mutualfit::exchange::onet;
use mutualfit::{Candidate, Engine, Request, Role, Rubric, World, criteria, domain, scoring};
use scoring::{Lever, Party, Published, Ranking, Way};
use std::{fs, path::Path};

/// What a pair is to reach.
const TARGET: f32 = 0.7;

fn documents<D: domain::Document>(folder: &str) -> Vec<D> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/practice").join(folder);
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| domain::read(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}

fn engine() -> Engine {
    let rubric = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/practice/rubric.json");
    let rubric: Rubric = domain::read(&fs::read_to_string(rubric).unwrap()).unwrap();
    let day = domain::ContextDocument::new("day".parse().unwrap(), "2026-11-22".parse().unwrap());
    let world = World::new(day, &[onet::default_taxonomy()]);
    Engine::new(&criteria::registry().unwrap(), &rubric, &world).unwrap()
}

fn ranked(engine: &Engine, role: &Role, candidate: &Candidate) -> Ranking {
    let (roles, candidates) =
        (engine.pool([role.clone()]).unwrap(), engine.pool([candidate.clone()]).unwrap());
    engine.rank(&roles, &candidates, Request::top(1)).unwrap().remove(0)
}

/// The mutual point of a ranking of one, and whether it is blocked.
fn point(ranking: &Ranking) -> (Option<Published>, bool) {
    match ranking.entries.first() {
        Some(entry) => (entry.mutual.point, false),
        None => (ranking.blocked.entries[0].mutual.point, true),
    }
}

/// Checks that a way keeps what it promises; gives whether it reaches the target.
fn keeps_its_word(engine: &Engine, role: &Role, candidate: &Candidate, way: &Way) -> bool {
    let (mut role, mut candidate) = (role.clone(), candidate.clone());
    for step in &way.steps {
        let lever = Lever { patch: step.patch.clone(), ..Lever::on(step.side, &step.code) };
        match step.side {
            domain::Side::Role => role = lever.apply(&role).unwrap(),
            domain::Side::Candidate => candidate = lever.apply(&candidate).unwrap(),
        }
    }
    let (mutual, is_blocked) = point(&ranked(engine, &role, &candidate));
    let name = format!("{} and {}: {way:#?}", role.id, candidate.id);
    assert_eq!(mutual, way.after.mutual.point, "{name}");
    assert_eq!(is_blocked, way.after.gate == scoring::Gate::Unmet, "{name}");
    let is_there = !is_blocked && mutual.is_some_and(|point| point.get() >= f64::from(TARGET));
    assert_eq!(way.reached, is_there, "{name}");
    assert_eq!(way.reason.is_none(), way.reached, "{name}");
    way.reached
}

#[test]
fn a_least_change_keeps_what_it_promises_or_says_why_there_is_none() {
    let engine = engine();
    let (roles, candidates) = (documents::<Role>("roles"), documents::<Candidate>("candidates"));
    let (mut short, mut reached) = (0, 0);
    for role in &roles {
        for candidate in &candidates {
            let (mutual, is_blocked) = point(&ranked(&engine, role, candidate));
            if !is_blocked && mutual.is_some_and(|point| point.get() >= f64::from(TARGET)) {
                continue;
            }
            short += 1;
            let change = engine.least_change(role, candidate, TARGET);
            assert!(change.ways.iter().any(|way| way.by == Party::Role));
            let ways: Vec<bool> = change
                .ways
                .iter()
                .map(|way| keeps_its_word(&engine, role, candidate, way))
                .collect();
            reached += usize::from(ways.contains(&true));
        }
    }
    assert!(short > 100 && reached > 0, "{reached} of {short}");
}
