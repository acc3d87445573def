//! Finding every fault of a document that cannot be read: locate one, replace it, read again.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use crate::pointer::is_under;
use crate::reading::Unruled;
use crate::{Document, Fault, FaultKind, Pointer};

/// How many faults are looked for that stop a value from being read.
const MOST_FAULTS: usize = 100;

/// How often a document is read in search of its faults.
const MOST_READINGS: usize = 1000;

/// A JSON value in which everything that could not be read was replaced, and what was wrong with it.
pub(crate) struct Repaired {
    pub(crate) value: Value,
    pub(crate) faults: Vec<Fault>,
}

/// Finds the faults of a document, those of its rules included, in no order.
pub(crate) fn repair<D: Document>(value: Value) -> Repaired {
    if let Some(fault) = other_document::<D>(&value) {
        return Repaired { value, faults: vec![fault] };
    }
    let mut repair = Repair {
        value,
        faults: Vec::new(),
        replaced: BTreeMap::new(),
        last: None,
        known: HashMap::new(),
    };
    for _ in 0..MOST_READINGS {
        match serde_path_to_error::deserialize::<_, Unruled<D>>(&repair.value) {
            Ok(Unruled(document)) => {
                repair.add_rules(document.check());
                break;
            }
            Err(error) => {
                if repair.replace(Fault::of_reading(&error)).is_none() {
                    break;
                }
            }
        }
    }
    Repaired { value: repair.value, faults: repair.faults }
}

/// The one fault of a document that says it is another kind of document.
fn other_document<D: Document>(value: &Value) -> Option<Fault> {
    let spec = value.get("spec")?.as_str()?;
    if spec == D::SPEC {
        return None;
    }
    let error = crate::document::other_spec(spec, D::SPEC);
    Some(Fault::new(Pointer::root().field("spec"), error.kind(), error.message()))
}

struct Repair {
    value: Value,
    faults: Vec<Fault>,
    /// What no longer is as it was given, and what was tried in its place.
    replaced: BTreeMap<Pointer, Replacement>,
    /// What was replaced last.
    last: Option<Pointer>,
    /// What stood in well for a value, by the message when it was null.
    known: HashMap<String, Value>,
}

/// What is being tried in place of something: null first, then what the message for null asks for.
#[derive(Default)]
struct Replacement {
    /// The message when it was null.
    wanted: Option<String>,
    tried: Value,
    untried: Vec<Value>,
}

impl Replacement {
    fn is_nothing(&self) -> bool {
        self.tried.is_null() || self.tried.as_array().is_some_and(Vec::is_empty)
    }
}

impl Repair {
    /// Replaces what a fault points to and notes the fault, unless it comes of a replacement;
    /// `None` when there is nothing more to replace.
    fn replace(&mut self, fault: Fault) -> Option<()> {
        let (mut pointer, message) = (fault.pointer().clone(), fault.message().to_owned());
        self.learn(&pointer);
        if !self.is_replaced(&pointer) && !self.follows(&pointer, fault.kind()) {
            if self.faults.len() == MOST_FAULTS {
                return None;
            }
            self.faults.push(fault);
        }
        let tried = loop {
            let Some(mut replacement) = self.replaced.remove(&pointer) else {
                self.replaced.insert(pointer.clone(), Replacement::default());
                break Value::Null;
            };
            if replacement.wanted.is_none() {
                replacement.untried = stand_ins(&message, self.known.get(&message));
                replacement.wanted = Some(message.clone());
            }
            if let Some(word) = allowed_word(&message) {
                replacement.untried.insert(0, Value::String(word));
            }
            replacement.untried.retain(|untried| *untried != replacement.tried);
            if replacement.untried.is_empty() {
                // Nothing stands in for it, so what is around it goes.
                let around = pointer.parent()?;
                self.replaced.insert(pointer, replacement);
                pointer = around;
            } else {
                let tried = replacement.untried.remove(0);
                replacement.tried = tried.clone();
                self.replaced.insert(pointer.clone(), replacement);
                break tried;
            }
        };
        *slot(&mut self.value, &pointer)? = tried;
        self.replaced.retain(|inner, _| *inner == pointer || !inner.is_under(&pointer));
        self.last = Some(pointer);
        Some(())
    }

    /// Remembers what was tried last when the reading came past it.
    fn learn(&mut self, fault: &Pointer) {
        let Some(last) = self.last.take() else { return };
        if !fault.is_under(&last)
            && let Some(Replacement { wanted: Some(wanted), tried, .. }) = self.replaced.get(&last)
        {
            self.known.insert(wanted.clone(), tried.clone());
        }
    }

    /// Notes the faults that rules find, but not those that replacements may have brought about.
    fn add_rules(&mut self, faults: Vec<Fault>) {
        let lost_id = self
            .replaced
            .keys()
            .any(|pointer| pointer.as_str().ends_with("/id") && pointer.as_str() != "/id");
        for fault in faults {
            let pointer = fault.pointer();
            let about_replaced = self.is_replaced(pointer)
                || self.follows(pointer, fault.kind())
                || (fault.kind() == FaultKind::Unknown && lost_id);
            if !about_replaced {
                self.faults.push(fault);
            }
        }
    }

    /// Whether a fault may come of something inside having been replaced by nothing.
    fn follows(&self, pointer: &Pointer, kind: FaultKind) -> bool {
        matches!(kind, FaultKind::Choice | FaultKind::Missing | FaultKind::Empty)
            && self
                .replaced
                .iter()
                .any(|(replaced, with)| with.is_nothing() && replaced.is_under(pointer))
    }

    fn is_replaced(&self, pointer: &Pointer) -> bool {
        self.replaced.keys().any(|replaced| is_under(pointer.as_str(), replaced.as_str()))
    }
}

/// Values of which one or another reads as anything that a document needs.
fn stand_ins(wanted: &str, known: Option<&Value>) -> Vec<Value> {
    let objects = vec![
        json!({}),
        json!({"label": "x"}),
        json!({"minValue": 1}),
        json!({"days": ["mon"], "start": "00:00", "end": "00:00"}),
        json!({"scale": "x", "value": 1}),
    ];
    let texts =
        ["x", "P0D", "2000-01-01", "2000-01-01T00:00:00Z", "AA", "AAA", "AA-A", "00:00", "1", "/x"];
    let values = if wanted.ends_with("give an object") {
        objects
    } else if wanted.ends_with("give a list") {
        vec![json!([])]
    } else {
        [json!(1), json!(true)]
            .into_iter()
            .chain(texts.into_iter().map(Value::from))
            .chain(objects)
            .collect()
    };
    known.cloned().into_iter().chain(values).collect()
}

/// The first word that a message says is allowed.
fn allowed_word(message: &str) -> Option<String> {
    let (_, words) =
        message.split_once("; use one of `").or_else(|| message.split_once("; use `"))?;
    words.split_once('`').map(|(word, _)| word.to_owned())
}

/// The place of a value, made when the object that is to hold it lacks it.
fn slot<'a>(value: &'a mut Value, pointer: &Pointer) -> Option<&'a mut Value> {
    let mut at = value;
    let mut segments = pointer.segments().peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        at = match at {
            Value::Object(members) => {
                if is_last && !members.contains_key(&segment) {
                    members.insert(segment.clone(), Value::Null);
                }
                members.get_mut(&segment)?
            }
            Value::Array(items) => items.get_mut(segment.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(at)
}
