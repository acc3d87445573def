//! The kinds of criteria, with their settings, in the schema of rubrics.

use crate::definitions::{Definitions, referred, require};
use crate::naming::pascal;
use mutualfit_scoring::{Kind, Registry, published};
use serde_json::{Map, Value, json};

/// The type of one entry of a rubric.
const ENTRY: &str = "RubricEntry";

/// Replaces the entry of a rubric, which takes any kind of criterion, by one variant for each kind there is.
pub(crate) fn add_kinds(definitions: &mut Definitions, registry: &Registry) {
    let Some(entry) = definitions.get(ENTRY).cloned() else { return };
    let variants: Vec<Value> =
        registry.kinds().map(|kind| variant(definitions, &entry, kind)).collect();
    let description = entry.get("description").cloned().unwrap_or_default();
    let any = match variants.as_slice() {
        [] => json!({ "description": description, "not": {} }),
        _ => json!({ "description": description, "oneOf": variants }),
    };
    definitions.insert(ENTRY, any);
}

/// The entry of a rubric that uses one kind.
fn variant(definitions: &mut Definitions, entry: &Value, kind: &Kind) -> Value {
    let info = kind.info();
    let name = pascal(info.id);
    let settings = definitions.add_as(&name, Some(format!("{name}Settings")), |generator| {
        kind.settings_schema(generator)
    });
    let mut variant = entry.clone();
    if let Some(members) = variant.as_object_mut() {
        members.insert("description".to_owned(), info.summary.into());
    }
    if let Some(property) = property(&mut variant, "use") {
        property.insert("const".to_owned(), info.id.into());
    }
    if let Some(property) = property(&mut variant, "silence") {
        property.insert("default".to_owned(), published(info.silence).into());
    }
    let needed = needs_members(definitions, &settings);
    if let Some(property) = property(&mut variant, "with") {
        property.retain(|keyword, _| keyword == "description");
        property.insert("anyOf".to_owned(), json!([settings, { "type": "null" }]));
    }
    if needed {
        require(&mut variant, &["use", "with"]);
    }
    variant
}

fn property<'a>(schema: &'a mut Value, name: &str) -> Option<&'a mut Map<String, Value>> {
    schema.get_mut("properties")?.get_mut(name)?.as_object_mut()
}

/// Whether an empty object is not enough.
fn needs_members(definitions: &Definitions, schema: &Value) -> bool {
    let schema = referred(schema).and_then(|name| definitions.get(name)).unwrap_or(schema);
    schema.get("required").and_then(Value::as_array).is_some_and(|names| !names.is_empty())
}
