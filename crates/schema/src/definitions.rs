//! The types of documents and of settings, each once and by its name.

use crate::DocumentKind;
use crate::documents;
use crate::rubric;
use mutualfit_scoring::Registry;
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where definitions stand in a schema.
pub(crate) const DEFINITIONS: &str = "#/$defs/";

/// Schemas of types by name, which refer to each other by `#/$defs/<name>`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Definitions(Map<String, Value>);

impl Definitions {
    /// The types of all documents, each document under its title.
    ///
    /// All are gathered whichever is wanted, so that a type has one name in all schemas.
    pub(crate) fn of_documents(registry: Option<&Registry>) -> Self {
        let mut definitions = Self::default();
        for kind in documents() {
            let root = definitions.add(kind.title(), |generator| kind.reference(generator));
            definitions.stand_alone(&kind, &root);
        }
        if let Some(registry) = registry {
            rubric::add_kinds(&mut definitions, registry);
        }
        definitions
    }

    /// Adds a type with all types it refers to, and returns its schema, which is a reference for all but the simplest.
    ///
    /// A type that is there already in the same shape is shared; one of the same name and another shape is called by
    /// the owner's name and its own.
    pub(crate) fn add(
        &mut self,
        owner: &str,
        reference: impl FnOnce(&mut SchemaGenerator) -> Schema,
    ) -> Value {
        self.add_as(owner, None, reference)
    }

    /// Adds a type as [`add`](Self::add) does, under another name than its own.
    pub(crate) fn add_as(
        &mut self,
        owner: &str,
        name: Option<String>,
        reference: impl FnOnce(&mut SchemaGenerator) -> Schema,
    ) -> Value {
        let mut generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
        let root = reference(&mut generator).to_value();
        let types = generator.take_definitions(false);
        let mut names: BTreeMap<&str, String> = BTreeMap::new();
        if let (Some(own), Some(name)) = (referred(&root), name) {
            names.insert(own, name);
        }
        // A type is the same as one that is there only if all it refers to is, so one clash can bring about another.
        while let Some(clash) = types.iter().find_map(|(name, schema)| {
            let there = self.0.get(name).filter(|_| !names.contains_key(name.as_str()))?;
            (*there != renamed(schema, &names)).then_some(name)
        }) {
            names.insert(clash, format!("{owner}{clash}"));
        }
        for (name, schema) in &types {
            let new = names.get(name.as_str()).unwrap_or(name).clone();
            self.0.insert(new, renamed(schema, &names));
        }
        renamed(&root, &names)
    }

    /// The type of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Adds a type, in place of one of the same name.
    pub(crate) fn insert(&mut self, name: &str, schema: Value) {
        self.0.insert(name.to_owned(), schema);
    }

    /// The types that a schema refers to, directly or not, ordered by name.
    pub(crate) fn used_by(&self, schema: &Value) -> Map<String, Value> {
        used_by(schema, &self.0)
    }

    /// Gives the document its title, with what it needs as a document of its own.
    fn stand_alone(&mut self, kind: &DocumentKind, root: &Value) {
        let found = referred(root).and_then(|name| self.get(name));
        let mut schema = found.unwrap_or(root).clone();
        if !kind.needed().is_empty() {
            require(&mut schema, kind.needed());
        }
        self.insert(kind.title(), schema);
    }
}

/// The name of the type that a schema refers to, when it is a reference.
pub(crate) fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(DEFINITIONS)
}

/// The definitions that a schema refers to, directly or not, ordered by name.
pub(crate) fn used_by(schema: &Value, definitions: &Map<String, Value>) -> Map<String, Value> {
    let mut used: BTreeMap<&String, &Value> = BTreeMap::new();
    let mut unread = vec![schema];
    while let Some(schema) = unread.pop() {
        visit_references(schema, &mut |name| {
            if let Some((name, definition)) = definitions.get_key_value(name)
                && used.insert(name, definition).is_none()
            {
                unread.push(definition);
            }
        });
    }
    used.into_iter().map(|(name, schema)| (name.clone(), schema.clone())).collect()
}

/// Calls `visit` with the name in every reference to a definition.
fn visit_references<'a>(schema: &'a Value, visit: &mut impl FnMut(&'a str)) {
    match schema {
        Value::Object(members) => {
            if let Some(name) = referred(schema) {
                visit(name);
            }
            members.values().for_each(|member| visit_references(member, visit));
        }
        Value::Array(items) => items.iter().for_each(|item| visit_references(item, visit)),
        _ => {}
    }
}

/// A schema with its references to types by their new names.
fn renamed(schema: &Value, names: &BTreeMap<&str, String>) -> Value {
    match schema {
        Value::Object(members) => {
            let new = referred(schema).and_then(|name| names.get(name));
            let rename = |(key, member): (&String, &Value)| {
                let member = match new {
                    Some(new) if key == "$ref" => format!("{DEFINITIONS}{new}").into(),
                    _ => renamed(member, names),
                };
                (key.clone(), member)
            };
            members.iter().map(rename).collect::<Map<String, Value>>().into()
        }
        Value::Array(items) => items.iter().map(|item| renamed(item, names)).collect(),
        other => other.clone(),
    }
}

/// Makes members that may be absent or null ones that have to be there.
pub(crate) fn require(schema: &mut Value, names: &[&str]) {
    for name in names {
        let property =
            schema.get_mut("properties").and_then(|properties| properties.get_mut(*name));
        if let Some(members) = property.and_then(Value::as_object_mut) {
            refuse_null(members);
        }
    }
    if let Some(members) = schema.as_object_mut() {
        members.insert("required".to_owned(), json!(names));
    }
}

/// Takes null from what the schema of an optional value accepts.
fn refuse_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&json!("null")));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.shift_remove("anyOf");
            schema.extend(only);
        }
    }
}
