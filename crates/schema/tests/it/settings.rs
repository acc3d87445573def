//! Rubrics: the settings of every kind of criterion, third-party ones too.

use crate::documents::{readable_as, validator};
use crate::registry::{built_in, registry};
use crate::samples::samples;
use mutualfit_schema::{document, emit};
use mutualfit_scoring::Registry;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn rubric(entry: Value) -> Value {
    json!({"spec": "mutualfit/rubric/1", "id": "test", "criteria": [entry]})
}

#[track_caller]
fn check(entry: Value, accepted: bool) {
    let rubrics = readable_as("rubric");
    let rubric = rubric(entry);
    assert_eq!(rubrics.read(&rubric).is_ok(), accepted, "{:?}", rubrics.read(&rubric));
    assert_eq!(rubrics.accepts(&rubric), accepted, "schema of {rubric}");
}

#[test]
fn settings_of_a_third_party_are_checked() {
    let most = |people: Value| json!({"comfortable": {"kind": "atMost", "people": people}});
    check(json!({"use": "acme/team-size", "with": most(json!(8))}), true);
    check(
        json!({"use": "acme/team-size", "with": most(json!(8.5)), "as": "small", "weight": 2, "silence": 0}),
        true,
    );
    check(
        json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "any"}, "measure": "fullTimePosts"}}),
        true,
    );
    check(json!({"use": "acme/team-size", "with": most(json!("eight"))}), false);
    check(json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "atMost"}}}), false);
    check(json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "few"}}}), false);
}

#[test]
fn settings_of_a_third_party_are_read_in_one_spelling() {
    let with = |name: &str, value: Value| json!({"use": "acme/team-size", "with": {"comfortable": {"kind": "any"}, name: value}});
    check(with("measure", json!("heads")), true);
    check(with("measure", json!({"heads": null})), false);
    check(with("level", json!({"floor": 3})), true);
    check(with("level", json!([3])), false);
    check(with("bonus", json!({"red": 3})), true);
    check(with("bonus", json!([["red", 3]])), false);
}

/// So that the law, which changes the samples, is held for all of them.
#[test]
fn samples_state_every_setting_of_every_kind() {
    let schema = emit(&document("rubric").unwrap(), Some(&built_in()));
    let stated: BTreeSet<String> = samples("valid/rubric")
        .iter()
        .flat_map(|sample| sample.value["criteria"].as_array().unwrap())
        .flat_map(|entry| {
            let members = entry.get("with").and_then(Value::as_object).into_iter().flatten();
            let named = |name: &str| format!("{}/{name}", entry["use"].as_str().unwrap());
            members.map(|(name, _)| named(name)).chain([named("")]).collect::<Vec<_>>()
        })
        .collect();
    for variant in schema["$defs"]["RubricEntry"]["oneOf"].as_array().unwrap() {
        let kind = variant["properties"]["use"]["const"].as_str().unwrap();
        let reference = variant["properties"]["with"]["anyOf"][0]["$ref"].as_str().unwrap();
        let settings = schema.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        let names = settings["properties"].as_object().into_iter().flat_map(|named| named.keys());
        for name in names.map(String::as_str).chain([""]) {
            assert!(
                stated.contains(&format!("{kind}/{name}")),
                "no sample of `{kind}` has `{name}`"
            );
        }
    }
}

#[test]
fn settings_that_a_kind_needs_have_to_be_there() {
    check(json!({"use": "acme/team-size"}), false);
    check(json!({"use": "acme/team-size", "with": null}), false);
    check(json!({"use": "acme/team-size", "with": {}}), false);
}

#[test]
fn a_kind_that_nobody_registered_is_refused() {
    check(json!({"use": "acme/no-such"}), false);
    assert!(
        !validator("rubric", Some(&Registry::default()))
            .is_valid(&rubric(json!({"use": "acme/team-size"})))
    );
}

#[test]
fn without_a_registry_a_rubric_may_use_any_kind() {
    let schema = emit(&document("rubric").unwrap(), None);
    let any = jsonschema::draft202012::new(&schema).unwrap();
    assert!(any.is_valid(&rubric(json!({"use": "acme/no-such", "with": {"anything": [1]}}))));
    assert!(!any.is_valid(&rubric(json!({"use": "acme/no-such", "weight": -1}))));
}

#[test]
fn types_of_settings_are_named_after_their_kind_where_names_clash() {
    let schema = emit(&document("rubric").unwrap(), Some(&registry()));
    let entry = schema["$defs"]["RubricEntry"]["oneOf"].as_array().unwrap();
    let own = entry.iter().find(|variant| variant["title"] == "RubricEntryAcmeTeamSize").unwrap();
    assert_eq!(own["properties"]["with"]["allOf"][0]["$ref"], "#/$defs/AcmeTeamSizeSettings");
    assert_eq!(own["required"], json!(["use", "with"]));
    assert_eq!(own["properties"]["silence"]["default"], json!(0.1));
    let settings = &schema["$defs"]["AcmeTeamSizeSettings"]["properties"];
    assert_eq!(settings["level"]["anyOf"][0]["$ref"], "#/$defs/AcmeTeamSizeLevel");
    assert_eq!(schema["$defs"]["AcmeTeamSizeLevel"]["properties"]["floor"]["type"], "integer");
}

#[test]
fn a_tagged_variant_holds_what_it_refers_to() {
    let schema = emit(&document("rubric").unwrap(), Some(&registry()));
    let variants = &schema["$defs"]["Comfort"]["oneOf"];
    assert_eq!(variants[0]["title"], "ComfortAtMost");
    assert_eq!(variants[0]["required"], json!(["kind", "people"]));
    assert_eq!(variants[0]["properties"]["people"]["maximum"], json!(1e6));
    assert!(variants[0].get("allOf").is_none());
}
