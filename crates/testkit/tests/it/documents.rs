//! Documents of every shape: they read, write and read again as the same, and nothing panics.

use crate::config;
use mutualfit_domain::{Candidate, Document, Interview, PairFacts, Role, read, read_value};
use mutualfit_testkit::strategy;
use proptest::prelude::*;
use serde_json::Value;

#[track_caller]
fn check_round_trip<D: Document + PartialEq + std::fmt::Debug>(document: &D) {
    let text = serde_json::to_string(document).unwrap();
    assert_eq!(&read::<D>(&text).unwrap(), document);
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn what_was_written_reads_as_it_was(
        role in strategy::role(),
        candidate in strategy::candidate(),
        interview in strategy::interview(),
        pair in strategy::pair_facts(),
    ) {
        check_round_trip::<Role>(&role);
        check_round_trip::<Candidate>(&candidate);
        check_round_trip::<Interview>(&interview);
        check_round_trip::<PairFacts>(&pair);
    }
}

#[test]
fn arbitrary_json_is_told_its_faults_and_panics_nowhere() {
    // Kept apart from the macro so that a failure shows the JSON as text.
    let config = config(256);
    proptest!(config, |(json in strategy::arbitrary_json())| {
        let text = json.to_string();
        check_faults::<Role>(&text);
        check_faults::<Candidate>(&text);
        check_faults::<Interview>(&text);
        check_faults::<PairFacts>(&text);
    });
}

#[test]
fn a_document_with_anything_anywhere_panics_nowhere() {
    let config = config(96);
    let role = strategy::role().prop_map(|role| serde_json::to_value(role).unwrap());
    let candidate =
        strategy::candidate().prop_map(|candidate| serde_json::to_value(candidate).unwrap());
    let at = any::<prop::sample::Index>;
    proptest!(config, |(mut role in role, mut candidate in candidate, anything in strategy::arbitrary_json(), one in at(), other in at())| {
        replace(&mut role, one, &anything);
        replace(&mut candidate, other, &anything);
        check_faults::<Role>(&role.to_string());
        check_faults::<Candidate>(&candidate.to_string());
    });
}

#[test]
fn null_reads_as_absent() {
    let config = config(96);
    let candidate =
        strategy::candidate().prop_map(|candidate| serde_json::to_value(candidate).unwrap());
    proptest!(config, |(candidate in candidate, at in any::<prop::sample::Index>())| {
        let (mut nulled, mut absent) = (candidate.clone(), candidate);
        // What others add is theirs to say: a `null` there is a value.
        let pointers: Vec<String> = pointers(&nulled)
            .into_iter()
            .filter(|pointer| !pointer.starts_with("/extensions/"))
            .collect();
        let pointer = &pointers[at.index(pointers.len())];
        let Some((parent, name)) = pointer.rsplit_once('/') else { return Ok(()) };
        if let Some(members) = absent.pointer_mut(parent).and_then(Value::as_object_mut) {
            members.remove(name);
            *nulled.pointer_mut(pointer).unwrap() = Value::Null;
        }
        let [nulled, absent] = [nulled, absent].map(read_value::<Candidate>);
        prop_assert_eq!(nulled.ok(), absent.ok(), "{}", pointer);
    });
}

/// Reading either gives a document or says what is wrong, and where within the text.
#[track_caller]
fn check_faults<D: Document>(text: &str) {
    if let Err(faults) = read::<D>(text) {
        let json: Value = serde_json::from_str(text).unwrap();
        for fault in &faults {
            let above = fault.pointer().parent().unwrap_or_default();
            assert!(json.pointer(above.as_str()).is_some(), "{fault} in {text}");
            assert!(fault.line().is_some() && !fault.message().is_empty(), "{fault} in {text}");
        }
    }
}

/// Puts a value where one of a document's values stands.
fn replace(document: &mut Value, at: prop::sample::Index, value: &Value) {
    let pointers = pointers(document);
    if let Some(place) = document.pointer_mut(&pointers[at.index(pointers.len())]) {
        *place = value.clone();
    }
}

/// A pointer to every value of a document.
fn pointers(value: &Value) -> Vec<String> {
    let below = |name: String, value: &Value| -> Vec<String> {
        let name = name.replace('~', "~0").replace('/', "~1");
        pointers(value).into_iter().map(|rest| format!("/{name}{rest}")).collect()
    };
    let deeper: Vec<String> = match value {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| below(name.clone(), value)).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, value)| below(index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    std::iter::once(String::new()).chain(deeper).collect()
}
