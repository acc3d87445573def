//! What is written as a ranking or an explanation, against their schemas.

use crate::documents::{validator, world};
use crate::registry::{built_in, registry};
use crate::samples::{Sample, samples};
use mutualfit_domain::{Candidate, Document, Id, Role, read_value};
use mutualfit_scoring::{Engine, Explanation, Rankable, Ranking, Registry, Request, Rubric};
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

/// What is written is accepted by the schema of its document, and reads back as it was.
#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(name: &str, written: &T) {
    let value = serde_json::to_value(written).unwrap();
    if let Err(error) = validator(name, &Registry::default()).validate(&value) {
        panic!("{name} at {}: {error}\n{value:#}", error.instance_path());
    }
    assert_eq!(serde_json::from_value::<T>(value).unwrap(), *written);
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

fn check_all(registry: &Registry, rubric: &Rubric) {
    let engine = Engine::new(registry, rubric, &world()).unwrap();
    let (roles, candidates) = (all::<Role>(), all::<Candidate>());
    for ranking in
        rank(&engine, &roles, &candidates).iter().chain(&rank(&engine, &candidates, &roles))
    {
        check("ranking", ranking);
    }
    for role in &roles {
        for candidate in &candidates {
            check::<Explanation>("explanation", &engine.explain(role, candidate));
        }
    }
}

#[test]
fn what_is_written_is_accepted() {
    let kinds: Vec<&str> = built_in().kinds().map(|kind| kind.info().id).collect();
    check_all(&built_in(), &Rubric::of(Id::new("all").unwrap(), kinds));
}

#[test]
fn what_a_third_party_finds_is_accepted() {
    let entry =
        json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "atMost", "people": 6}}});
    let rubric: Value = json!({"spec": "mutualfit/rubric/1", "id": "own", "criteria": [entry]});
    check_all(&registry(), &serde_json::from_value(rubric).unwrap());
}
