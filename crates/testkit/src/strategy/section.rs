//! Documents put together from sections.

use super::shape::Json;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// A section of a document: where it stands, and what makes one.
pub(crate) type Section = (&'static str, fn() -> Json);

/// Which sections a document has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Emphasis<'a> {
    /// Each as often as the others.
    Even,
    /// Mostly those under these pointers, in which `*` stands for any item.
    On(&'a [String]),
}

/// How often a section is there that says what to make of others, such as `indifferent`.
const ASIDES: f64 = 0.15;

impl Emphasis<'_> {
    fn odds(self, pointer: &str) -> f64 {
        match (self, pointer) {
            (_, "/indifferent" | "/complete" | "/negotiable" | "/aspirations/indifferent") => {
                ASIDES
            }
            (Self::Even, _) => 0.7,
            (Self::On(about), _) if about.iter().any(|about| touches(about, pointer)) => 0.9,
            (Self::On(_), _) => 0.15,
        }
    }
}

/// Whether one pointer is the other, above it or below it; `*` in the pattern stands for anything.
pub(crate) fn touches(pattern: &str, pointer: &str) -> bool {
    pattern.split('/').zip(pointer.split('/')).all(|(one, other)| one == "*" || one == other)
}

/// A document with this head and some of these sections.
pub(crate) fn document(head: Value, sections: &'static [Section], emphasis: Emphasis<'_>) -> Json {
    let values: Vec<_> = sections
        .iter()
        .map(|(pointer, section)| prop::option::weighted(emphasis.odds(pointer), section()))
        .collect();
    values
        .prop_map(move |values| {
            let mut document = head.clone();
            for ((pointer, _), value) in sections.iter().zip(values) {
                if let Some(value) = value {
                    put(&mut document, pointer, value);
                }
            }
            document
        })
        .boxed()
}

/// Puts a value where a pointer leads to, through objects that are made where they are missing.
pub(crate) fn put(document: &mut Value, pointer: &str, value: Value) {
    let mut place = document;
    for name in pointer.split('/').skip(1) {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Some(members) = place.as_object_mut() else { return };
        place = members.entry(name).or_insert(Value::Null);
    }
    *place = value;
}
