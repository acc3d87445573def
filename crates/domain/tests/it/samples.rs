//! A document of each kind that says everything that can be said.

use serde_json::Value;

pub(crate) const ROLE: &str = include_str!("samples/role.json");
pub(crate) const CANDIDATE: &str = include_str!("samples/candidate.json");
pub(crate) const ASPIRATIONS: &str = include_str!("samples/aspirations.json");
pub(crate) const INTERVIEW: &str = include_str!("samples/interview.json");
pub(crate) const PAIR: &str = include_str!("samples/pair.json");
pub(crate) const CONTEXT: &str = include_str!("samples/context.json");
pub(crate) const TAXONOMY: &str = include_str!("samples/taxonomy.json");

/// The sample with the value at a pointer replaced; the last name of the pointer may be new.
#[track_caller]
pub(crate) fn with(sample: &str, pointer: &str, json: &str) -> Value {
    let mut value: Value = serde_json::from_str(sample).unwrap();
    let new: Value = serde_json::from_str(json).unwrap();
    let (around, name) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(around).unwrap() {
        Value::Object(members) => {
            members.insert(name.to_owned(), new);
        }
        around => around[name.parse::<usize>().unwrap()] = new,
    }
    value
}
