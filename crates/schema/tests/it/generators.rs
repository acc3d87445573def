//! What code generators and validators need of a schema.

use crate::registry::registry;
use mutualfit_schema::{SchemaFile, files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The keywords that every generator and validator in use was seen to understand.
const KEYWORDS: [&str; 27] = [
    "$schema",
    "$id",
    "$comment",
    "$ref",
    "$defs",
    "title",
    "description",
    "default",
    "type",
    "const",
    "enum",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "items",
    "minItems",
    "maxItems",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "oneOf",
    "anyOf",
    "allOf",
];

fn all() -> &'static [(String, Value)] {
    &ALL
}

static ALL: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let schema = |file: SchemaFile| {
        let name = file.name.strip_suffix(".schema.json").unwrap().to_owned();
        (name, serde_json::from_str(&file.text).unwrap())
    };
    files(&registry()).into_iter().map(schema).collect()
});

/// Calls `look` with every schema inside a schema, and where it is.
fn visit(schema: &Value, at: &str, look: &mut impl FnMut(&str, &serde_json::Map<String, Value>)) {
    let Value::Object(members) = schema else { return };
    look(at, members);
    for (keyword, value) in members {
        let at = format!("{at}/{keyword}");
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(named)) => {
                named
                    .iter()
                    .for_each(|(name, schema)| visit(schema, &format!("{at}/{name}"), look));
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(several)) => {
                several
                    .iter()
                    .enumerate()
                    .for_each(|(index, schema)| visit(schema, &format!("{at}/{index}"), look));
            }
            ("items" | "additionalProperties" | "propertyNames", schema) => {
                visit(schema, &at, look);
            }
            _ => {}
        }
    }
}

#[test]
fn schemas_are_schemas() {
    for (name, schema) in all() {
        jsonschema::meta::validate(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert_eq!(schema["$id"], format!("urn:mutualfit:schema:v1:{name}"));
        assert_eq!(schema["$comment"], format!("mutualfit {}", env!("CARGO_PKG_VERSION")));
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{name}");
    }
}

#[test]
fn keywords_are_those_that_everybody_understands() {
    for (name, schema) in all() {
        visit(schema, name, &mut |at, members| {
            for keyword in members.keys() {
                assert!(KEYWORDS.contains(&keyword.as_str()), "{at} uses `{keyword}`");
            }
            assert!(
                members.len() == 1 || !members.contains_key("$ref"),
                "{at} has siblings of `$ref`"
            );
        });
    }
}

/// Strict validators refuse a schema that bounds a value without saying its type.
#[test]
fn bounds_stand_beside_the_type_they_bound() {
    const OF_TYPES: [(&str, &[&str]); 6] = [
        ("string", &["pattern", "minLength", "maxLength"]),
        ("number", &["minimum", "maximum", "exclusiveMinimum"]),
        ("integer", &["minimum", "maximum", "exclusiveMinimum"]),
        ("array", &["items", "minItems", "maxItems"]),
        ("object", &["properties", "additionalProperties", "propertyNames", "required"]),
        ("null", &[]),
    ];
    for (name, schema) in all() {
        visit(schema, name, &mut |at, members| {
            let types: Vec<&str> = match members.get("type") {
                Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
                other => other.and_then(Value::as_str).into_iter().collect(),
            };
            assert!(
                !members.contains_key("enum") || types.len() == 1,
                "{at}: an enum of what type?"
            );
            for keyword in OF_TYPES.iter().flat_map(|(_, keywords)| *keywords) {
                let bounds = |(of, keywords): &(&str, &[&str])| {
                    types.contains(of) && keywords.contains(keyword)
                };
                let is_key = at.ends_with("/propertyNames") && *keyword == "pattern";
                assert!(
                    !members.contains_key(*keyword) || is_key || OF_TYPES.iter().any(bounds),
                    "{at} has `{keyword}` and no type that it bounds"
                );
            }
        });
    }
}

#[test]
fn references_stay_within_their_schema_and_every_definition_is_used() {
    for (name, schema) in all() {
        let mut used = BTreeSet::new();
        visit(schema, name, &mut |at, members| {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                let definition = reference
                    .strip_prefix("#/$defs/")
                    .unwrap_or_else(|| panic!("{at}: `{reference}`"));
                used.insert(definition.to_owned());
            }
        });
        let defined: BTreeSet<String> =
            schema["$defs"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(used, defined, "{name}");
    }
}

#[test]
fn types_have_the_same_name_and_shape_in_all_schemas_and_no_number_in_it() {
    let mut types: BTreeMap<String, Value> = BTreeMap::new();
    for (document, schema) in all() {
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "{document}: `{name}`");
            let known = types.entry(name.clone()).or_insert_with(|| definition.clone());
            assert_eq!(known, definition, "{document}: `{name}` has two shapes");
        }
    }
}

#[test]
fn variants_that_are_more_than_a_word_have_titles_of_their_own() {
    for (name, schema) in all() {
        let mut titles = BTreeSet::new();
        visit(schema, name, &mut |at, members| {
            for variant in members.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
                if variant.get("properties").or(variant.get("enum")).is_some() {
                    let title =
                        variant["title"].as_str().unwrap_or_else(|| panic!("{at}: {variant}"));
                    assert!(titles.insert(title.to_owned()), "{at}: `{title}` is there twice");
                }
            }
        });
    }
}

#[test]
fn descriptions_have_no_examples_in_code_and_no_links_to_types() {
    for (name, schema) in all() {
        visit(schema, name, &mut |at, members| {
            let words = members.get("description").and_then(Value::as_str).unwrap_or_default();
            assert!(!words.contains("[`") && !words.contains("```"), "{at}: {words}");
        });
    }
}

#[test]
fn schemas_are_the_same_every_time() {
    assert_eq!(files(&registry()), files(&registry()));
}
