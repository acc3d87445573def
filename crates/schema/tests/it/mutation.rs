//! Small changes to documents: what a hand, a spreadsheet or another program may do to them.

use serde_json::{Map, Value, json};

/// Texts that some member or other takes, and texts that come close.
const TEXTS: [&str; 28] = [
    "",
    "x",
    "é",
    "a\nb",
    "gb",
    "GB",
    "GBR",
    "GB-ENG",
    "EUR",
    "eur",
    "de",
    "pt-BR",
    "B2",
    "2027",
    "2027-13",
    "2027-02-30",
    "2027-01-15",
    "2027-01-15T09:30:00Z",
    "2027-01-15T09:30:00",
    "P90D",
    "P1.5D",
    "PT",
    "24:00",
    "24:01",
    "80000",
    "80000.12345",
    "/compensation/pay",
    "~2",
];

/// Numbers at and beyond the bounds of some member or other.
const NUMBERS: [f64; 16] = [
    0.0,
    -0.0,
    1.0,
    3.0,
    -1.0,
    0.5,
    1.5,
    8.0,
    60.0,
    841.0,
    -721.0,
    1e6,
    4_294_967_295.0,
    4_294_967_296.0,
    1e300,
    1e-300,
];

/// Slips of the pen.
const EDITS: [fn(&str) -> String; 9] = [
    |text| text.chars().skip(1).collect(),
    |text| text.chars().rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    |text| format!("{text}\n"),
    |text| format!(" {text}"),
    |text| format!("{text}0"),
    |text| format!("{text}{text}"),
    str::to_uppercase,
    str::to_lowercase,
    |text| text.replace(|character: char| character.is_ascii_digit(), "٣"),
];

/// How many kinds of change there are.
pub(crate) const CHANGES: usize = 14 + EDITS.len() + TEXTS.len() + NUMBERS.len();

/// The pointers to everything inside a document, outermost first.
pub(crate) fn places(value: &Value) -> Vec<String> {
    let mut places = Vec::new();
    collect(value, String::new(), &mut places);
    places
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                collect(
                    member,
                    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
                    places,
                );
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(at);
}

/// Makes one change at one place; `false` where it changes nothing.
pub(crate) fn change(document: &mut Value, place: &str, change: usize) -> bool {
    if change == 0 {
        return remove(document, place);
    }
    let Some(value) = document.pointer_mut(place) else { return false };
    let new = match change {
        1 => Value::Null,
        2 => json!(true),
        3 => json!([]),
        4 => json!({}),
        5 => json!([value.clone()]),
        6 => json!({ "value": value.clone() }),
        7 => other_spelling(value),
        8 => twice(value, 2),
        9 => twice(value, 9),
        10 => in_a_row(value),
        11 => as_a_tag(value),
        12 => with_an_unknown_member(value),
        13 => json!(u64::MAX),
        _ => other(value, change - 14),
    };
    let changed = new != *value || change == 7;
    *value = new;
    changed
}

fn other(value: &Value, change: usize) -> Value {
    let text = change.checked_sub(EDITS.len());
    let number = text.and_then(|text| text.checked_sub(TEXTS.len()));
    match (text, number) {
        (_, Some(number)) => json!(NUMBERS[number]),
        (Some(text), None) => json!(TEXTS[text]),
        (None, _) => {
            value.as_str().map_or_else(|| value.clone(), |text| json!(EDITS[change](text)))
        }
    }
}

fn remove(document: &mut Value, place: &str) -> bool {
    let Some((holder, name)) = place.rsplit_once('/') else { return false };
    match document.pointer_mut(holder) {
        Some(Value::Object(members)) => {
            members.remove(&name.replace("~1", "/").replace("~0", "~")).is_some()
        }
        Some(Value::Array(items)) => name.parse().is_ok_and(|index: usize| {
            index < items.len() && {
                items.remove(index);
                true
            }
        }),
        _ => false,
    }
}

/// The same number with a point, or the other way round.
fn other_spelling(value: &Value) -> Value {
    match value.as_f64() {
        Some(number) if value.is_f64() && number.fract() == 0.0 && number.abs() < 1e15 => {
            json!(number as i64)
        }
        Some(number) => json!(number),
        None => value.clone(),
    }
}

/// A list with its items so many times.
fn twice(value: &Value, times: usize) -> Value {
    match value.as_array() {
        Some(items) => std::iter::repeat_n(items.clone(), times).flatten().collect(),
        None => value.clone(),
    }
}

/// The members of an object without their names.
fn in_a_row(value: &Value) -> Value {
    match value.as_object() {
        Some(members) => members.values().cloned().collect(),
        None => value.clone(),
    }
}

/// A word as the name of a member.
fn as_a_tag(value: &Value) -> Value {
    match value.as_str() {
        Some(word) => Map::from_iter([(word.to_owned(), Value::Null)]).into(),
        None => value.clone(),
    }
}

fn with_an_unknown_member(value: &Value) -> Value {
    let mut changed = value.clone();
    if let Some(members) = changed.as_object_mut() {
        members.insert("unheardOf".to_owned(), json!({ "deep": [1] }));
    }
    changed
}
