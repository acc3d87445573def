//! What is written as a ranking or an explanation, against their schemas.

use crate::documents::{validator, world};
use crate::registry::{built_in, registry};
use crate::samples::{Sample, samples};
use jsonschema::Validator;
use mutualfit_domain::{Candidate, Document, Id, Role, read_value};
use mutualfit_scoring::{Engine, Rankable, Ranking, Registry, Request, Rubric};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn all<D: Document>() -> Vec<D> {
    let read = |(number, sample): (usize, Sample)| {
        let mut value = sample.value;
        value["id"] = json!(format!("{}-{number}", D::NAME));
        if let Some(Value::Object(aspirations)) = value.get_mut("aspirations") {
            aspirations.remove("candidate");
        }
        read_value::<D>(value).unwrap()
    };
    samples(&format!("valid/{}", D::NAME)).into_iter().enumerate().map(read).collect()
}

/// What is written is accepted by the schema of its document, and is written the same when it was read.
#[track_caller]
fn check<T: Serialize + DeserializeOwned>(validator: &Validator, written: &T) {
    let value = serde_json::to_value(written).unwrap();
    if let Err(error) = validator.validate(&value) {
        panic!("at {}: {error}\n{value:#}", error.instance_path());
    }
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), value);
}

fn rank<S: Rankable + Serialize + Clone>(
    engine: &Engine,
    subjects: &[S],
    others: &[S::Other],
) -> Vec<Ranking>
where
    S::Other: Serialize + Clone,
{
    let subjects = engine.pool(subjects.to_vec()).unwrap();
    let others = engine.pool(others.to_vec()).unwrap();
    engine.rank(&subjects, &others, Request::top(3)).unwrap()
}

/// Checks everything that is written of the samples, and returns the rankings.
fn check_all(registry: &Registry, rubric: &Rubric) -> Vec<Ranking> {
    let engine = Engine::new(registry, rubric, &world()).unwrap();
    let (roles, candidates) = (all::<Role>(), all::<Candidate>());
    let ranking = validator("ranking", Some(registry));
    let mut rankings = rank(&engine, &roles, &candidates);
    rankings.extend(rank(&engine, &candidates, &roles));
    for written in &rankings {
        check(&ranking, written);
    }
    let explanation = validator("explanation", Some(registry));
    for role in &roles {
        for candidate in &candidates {
            check(&explanation, &engine.explain(role, candidate));
        }
    }
    rankings
}

#[test]
fn what_is_written_is_accepted() {
    let kinds: Vec<&str> = built_in().kinds().map(|kind| kind.info().id).collect();
    let rankings = check_all(&built_in(), &Rubric::of(Id::new("all").unwrap(), kinds));
    let entries = || rankings.iter().flat_map(|ranking| &ranking.entries);
    assert!(entries().any(|entry| !entry.open.is_empty()), "the samples leave nothing open");
    assert!(
        rankings.iter().any(|ranking| !ranking.blocked.entries.is_empty()),
        "nobody is blocked"
    );
}

#[test]
fn what_a_third_party_finds_is_accepted() {
    let entry =
        json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "atMost", "people": 6}}});
    let rubric: Value = json!({"spec": "mutualfit/rubric/1", "id": "own", "criteria": [entry]});
    check_all(&registry(), &serde_json::from_value(rubric).unwrap());
}
