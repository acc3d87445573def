//! The settings of a kind of criterion, in words.

use crate::words;
use mutualfit_scoring::Kind;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// A kind's settings as a Markdown list: name, what it takes, default and what it does.
pub(crate) fn settings(kind: &Kind) -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let schema = kind.settings_schema(&mut generator);
    let definitions = generator.take_definitions(true);
    let schema = resolved(schema.as_value(), &definitions);
    let properties = schema.get("properties").and_then(Value::as_object);
    let Some(properties) = properties.filter(|properties| !properties.is_empty()) else {
        return format!("{}.", words::NONE);
    };
    let lines = properties.iter().map(|(name, property)| setting(name, property, &definitions));
    lines.collect::<Vec<_>>().join("\n")
}

fn setting(name: &str, property: &Value, definitions: &Map<String, Value>) -> String {
    let takes = takes(resolved(property, definitions), definitions);
    let default =
        property.get("default").map(|default| format!(", default `{default}`")).unwrap_or_default();
    let does = property.get("description").and_then(Value::as_str).unwrap_or_default();
    let does = does.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("- `{name}` ({takes}{default}): {does}")
}

/// What a setting takes: its choices, its bounds, or its type.
fn takes(schema: &Value, definitions: &Map<String, Value>) -> String {
    let choices = choices(schema);
    if !choices.is_empty() {
        return choices.join(" or ");
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let any: Vec<String> =
            any.iter().map(|one| takes(resolved(one, definitions), definitions)).collect();
        return any.join(" or ");
    }
    let bound = |name: &str| schema.get(name).map(Value::to_string);
    match (bound("minimum"), bound("maximum")) {
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => match schema.get("type") {
            Some(Value::String(name)) => name.clone(),
            Some(Value::Array(names)) => {
                names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ")
            }
            _ => "any".to_owned(),
        },
    }
}

/// The values that an enumeration allows.
fn choices(schema: &Value) -> Vec<String> {
    let of = |schema: &Value| -> Vec<String> {
        let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        listed.chain(schema.get("const")).map(|value| format!("`{value}`")).collect()
    };
    let variants = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    of(schema).into_iter().chain(variants.flat_map(of)).collect()
}

/// What a schema stands for: its definition, where it only refers to one.
fn resolved<'s>(schema: &'s Value, definitions: &'s Map<String, Value>) -> &'s Value {
    let name = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| reference.strip_prefix("#/$defs/"));
    name.and_then(|name| definitions.get(name)).unwrap_or(schema)
}
