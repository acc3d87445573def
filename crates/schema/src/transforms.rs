//! What makes a schema fit for the code generators and validators of others.
//!
//! Each step mends something that was seen to break one of them: formats that strict validators refuse to compile,
//! siblings of `$ref` that generators drop, maps by `patternProperties` whose content generators lose, variants by
//! `$ref` that lose their tag, bounds on what is only referred to, enums of several types, and variants that generators would number.

use crate::definitions::{referred, used_by};
use crate::naming::pascal;
use crate::wording::plain_descriptions;
use schemars::Schema;
use schemars::transform::{RemoveRefSiblings, RestrictFormats, Transform, transform_subschemas};
use serde_json::{Map, Value, json};

/// The schema as it is published.
pub(crate) fn for_consumers(schema: Map<String, Value>) -> Value {
    let mut schema = Schema::from(schema);
    inline_constants(&mut schema);
    RestrictFormats::default().transform(&mut schema);
    RemoveRefSiblings::default().transform(&mut schema);
    inline_bounded(&mut schema);
    plain_maps(&mut schema);
    typed_words(&mut schema);
    inline_variants(&mut schema);
    drop_unused(&mut schema);
    title_variants(&mut schema);
    plain_descriptions(&mut schema);
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

/// Puts the type of a number beside the bounds that one member alone has, since bounds without a type are refused.
fn inline_bounded(schema: &mut Schema) {
    fn inline(definitions: &Value, schema: &mut Schema) {
        transform_subschemas(&mut |inner: &mut Schema| inline(definitions, inner), schema);
        let Some(members) = schema.as_object_mut() else { return };
        if members.contains_key("type") || !BOUNDS.iter().any(|bound| members.contains_key(*bound))
        {
            return;
        }
        let choices =
            ["anyOf", "allOf"].map(|keyword| members.get(keyword).and_then(Value::as_array));
        let choices = choices.into_iter().flatten().next().cloned().unwrap_or_default();
        let found = choices.iter().find_map(|choice| definitions.get(referred(choice)?)).cloned();
        let Some(Value::Object(number)) = found else { return };
        members.retain(|keyword, _| keyword != "anyOf" && keyword != "allOf");
        for (keyword, value) in number {
            members.entry(keyword).or_insert(value);
        }
        if choices.iter().any(|choice| choice.get("type") == Some(&json!("null")))
            && let Some(kind) = members.get_mut("type")
        {
            *kind = json!([kind, "null"]);
        }
    }

    let definitions = schema.get("$defs").cloned().unwrap_or_default();
    inline(&definitions, schema);
}

/// The keywords that bound numbers.
const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

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

/// Parts the values of an enum by their type, and says the type of each part.
fn typed_words(schema: &mut Schema) {
    transform_subschemas(&mut typed_words, schema);
    let Some(members) = schema.as_object_mut().filter(|members| !members.contains_key("type"))
    else {
        return;
    };
    let Some(Value::Array(values)) = members.shift_remove("enum") else { return };
    let mut parts: Vec<(&str, Vec<Value>)> = Vec::new();
    for value in values {
        let kind = type_of(&value);
        match parts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, part)) => part.push(value),
            None => parts.push((kind, vec![value])),
        }
    }
    let part = |(kind, values): (&str, Vec<Value>)| json!({ "type": kind, "enum": values });
    let mut parts: Vec<Value> = parts.into_iter().map(part).collect();
    match parts.as_mut_slice() {
        [Value::Object(only)] => members.extend(std::mem::take(only)),
        _ => {
            members.insert("oneOf".to_owned(), parts.into());
        }
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
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

/// Leaves those definitions that are referred to, ordered by name.
fn drop_unused(schema: &mut Schema) {
    if let Some(Value::Object(definitions)) = schema.remove("$defs") {
        let used = used_by(schema.as_value(), &definitions);
        schema.insert("$defs".to_owned(), used.into());
    }
}

/// Gives every variant that is an object a title, `<Enum><Tag>`, and so every part of an enum of several types.
///
/// A single word gets none: generators would make a type of each.
fn title_variants(schema: &mut Schema) {
    fn title(name: &str, schema: &mut Schema) {
        let Some(members) = schema.as_object_mut() else { return };
        for (keyword, value) in members.iter_mut() {
            match (keyword.as_str(), value) {
                ("oneOf", Value::Array(variants)) => {
                    for variant in variants.iter_mut().filter_map(Value::as_object_mut) {
                        let of_part = || variant.get("enum").and(variant.get("type"))?.as_str();
                        let word = tag(variant).or_else(of_part);
                        if let Some(word) = word.filter(|_| !variant.contains_key("const")) {
                            let title = format!("{name}{}", pascal(word));
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
