//! What makes a schema fit for the code generators and validators of others.
//!
//! Each step mends something that was seen to break one of them: formats that strict validators refuse to compile,
//! siblings of `$ref` that generators drop, maps by `patternProperties` whose content generators lose, variants by
//! `$ref` that lose their tag, and variants that generators would number.

use crate::definitions::referred;
use crate::naming::pascal;
use schemars::Schema;
use schemars::transform::{RemoveRefSiblings, RestrictFormats, Transform, transform_subschemas};
use serde_json::{Map, Value, json};

/// The schema as it is published.
pub(crate) fn for_consumers(schema: Map<String, Value>) -> Value {
    let mut schema = Schema::from(schema);
    inline_constants(&mut schema);
    RestrictFormats::default().transform(&mut schema);
    RemoveRefSiblings::default().transform(&mut schema);
    plain_maps(&mut schema);
    inline_variants(&mut schema);
    title_variants(&mut schema);
    plain_words(&mut schema);
    order_keywords(&mut schema);
    schema.to_value()
}

/// Puts constants where they are referred to, so that generators see what tells documents apart.
fn inline_constants(schema: &mut Schema) {
    fn inline(constants: &Map<String, Value>, schema: &mut Schema) {
        transform_subschemas(&mut |inner: &mut Schema| inline(constants, inner), schema);
        let constant = referred(schema.as_value()).and_then(|name| constants.get(name)).cloned();
        if let (Some(Value::Object(constant)), Some(members)) = (constant, schema.as_object_mut()) {
            members.shift_remove("$ref");
            for (keyword, value) in constant {
                members.entry(keyword).or_insert(value);
            }
        }
    }

    let Some(Value::Object(definitions)) = schema.get_mut("$defs") else { return };
    let is_constant = |definition: &Value| definition.get("const").is_some();
    let constants = definitions
        .iter()
        .filter(|(_, definition)| is_constant(definition))
        .map(|(name, definition)| (name.clone(), definition.clone()))
        .collect();
    definitions.retain(|_, definition| !is_constant(definition));
    inline(&constants, schema);
}

/// Turns maps whose keys have a pattern into maps whose keys have names of that pattern.
fn plain_maps(schema: &mut Schema) {
    transform_subschemas(&mut plain_maps, schema);
    let Some(members) = schema.as_object_mut() else { return };
    let closed = matches!(members.get("additionalProperties"), None | Some(Value::Bool(false)));
    let Some(Value::Object(patterns)) = members.get("patternProperties") else { return };
    let mut patterns = patterns.clone().into_iter();
    if let (true, Some((pattern, values)), None) = (closed, patterns.next(), patterns.next()) {
        members.shift_remove("patternProperties");
        members.insert("additionalProperties".to_owned(), values);
        members.insert("propertyNames".to_owned(), json!({ "pattern": pattern }));
    }
}

/// Puts what a tagged variant refers to beside its tag.
fn inline_variants(schema: &mut Schema) {
    fn inline(definitions: &Value, schema: &mut Schema) {
        transform_subschemas(&mut |inner: &mut Schema| inline(definitions, inner), schema);
        let variants = schema.get_mut("oneOf").and_then(Value::as_array_mut);
        for variant in variants.into_iter().flatten().filter_map(Value::as_object_mut) {
            if variant.contains_key("properties") && tag(variant).is_some() {
                merge_reference(definitions, variant);
            }
        }
    }

    let definitions = schema.get("$defs").cloned().unwrap_or_default();
    inline(&definitions, schema);
}

/// Replaces the one reference of a variant by what it refers to; what the variant says itself goes first.
fn merge_reference(definitions: &Value, variant: &mut Map<String, Value>) {
    let Some([only]) = variant.get("allOf").and_then(Value::as_array).map(Vec::as_slice) else {
        return;
    };
    let found = referred(only).and_then(|name| definitions.get(name)).cloned();
    let Some(Value::Object(found)) = found else { return };
    variant.shift_remove("allOf");
    for (keyword, value) in found {
        match (keyword.as_str(), variant.get_mut(&keyword), value) {
            ("properties", Some(Value::Object(own)), Value::Object(others)) => {
                for (name, property) in others {
                    own.entry(name).or_insert(property);
                }
            }
            ("required", Some(Value::Array(own)), Value::Array(others)) => {
                let new: Vec<Value> =
                    others.into_iter().filter(|name| !own.contains(name)).collect();
                own.extend(new);
            }
            (_, Some(_), _) => {}
            (_, None, value) => {
                variant.insert(keyword, value);
            }
        }
    }
}

/// Gives every variant of an enum a title: `<Enum><Tag>`.
fn title_variants(schema: &mut Schema) {
    fn title(name: &str, schema: &mut Schema) {
        let Some(members) = schema.as_object_mut() else { return };
        for (keyword, value) in members.iter_mut() {
            match (keyword.as_str(), value) {
                ("oneOf", Value::Array(variants)) => {
                    for variant in variants.iter_mut().filter_map(Value::as_object_mut) {
                        if let Some(tag) = tag(variant) {
                            let title = format!("{name}{}", pascal(tag));
                            variant.insert("title".to_owned(), title.into());
                        }
                    }
                }
                ("properties", Value::Object(properties)) => {
                    for (property, schema) in properties {
                        if let Ok(schema) = schema.try_into() {
                            title(&format!("{name}{}", pascal(property)), schema);
                        }
                    }
                }
                ("$defs", Value::Object(definitions)) => {
                    for (name, schema) in definitions {
                        if let Ok(schema) = schema.try_into() {
                            title(name, schema);
                        }
                    }
                }
                ("items" | "additionalProperties", schema) => {
                    if let Ok(schema) = schema.try_into() {
                        title(name, schema);
                    }
                }
                _ => {}
            }
        }
    }

    let own = schema.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    title(&own, schema);
}

/// The word that tells a variant from the others: its own constant, or that of one of its members.
fn tag(variant: &Map<String, Value>) -> Option<&str> {
    let of_member = || {
        let mut members = variant.get("properties")?.as_object()?.values();
        members.find_map(|property| property.get("const"))
    };
    variant.get("const").or_else(of_member)?.as_str()
}

/// Turns links to the documentation of Rust types into plain words.
fn plain_words(schema: &mut Schema) {
    transform_subschemas(&mut plain_words, schema);
    if let Some(Value::String(words)) = schema.get_mut("description") {
        *words = without_links(words);
    }
}

fn without_links(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((linked, after)) = after.split_once("`]") else { break };
        plain.extend([before, "`", linked, "`"]);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

/// Puts what a schema says of itself before what it says of values, and its definitions last.
fn order_keywords(schema: &mut Schema) {
    const FIRST: [&str; 8] =
        ["$schema", "$id", "$comment", "title", "description", "type", "const", "default"];
    const LAST: [&str; 1] = ["$defs"];
    transform_subschemas(&mut order_keywords, schema);
    let Some(members) = schema.as_object_mut() else { return };
    let mut rest = std::mem::take(members);
    let mut take = |keywords: &[&str]| -> Map<String, Value> {
        keywords.iter().filter_map(|keyword| rest.shift_remove_entry(*keyword)).collect()
    };
    let (first, last) = (take(&FIRST), take(&LAST));
    members.extend(first.into_iter().chain(rest).chain(last));
}
