//! Changes to JSON documents.

use crate::strategy::section::touches;
use mutualfit_domain::{Document, Pointer, read_value};
use serde_json::Value;

/// How many times what a document requires is put back.
const ROUNDS: usize = 6;

/// Pointers to every member of every object in a document, outermost first.
pub(crate) fn members(document: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut waiting = vec![(Pointer::root(), document)];
    while let Some((at, value)) = waiting.pop() {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    let at = at.clone().field(name);
                    found.push(at.clone());
                    waiting.push((at, value));
                }
            }
            Value::Array(items) => {
                waiting.extend(
                    items.iter().enumerate().map(|(index, item)| (at.clone().index(index), item)),
                );
            }
            _ => {}
        }
    }
    found.sort_by_key(|pointer| (pointer.segments().count(), pointer.clone()));
    found
}

/// The document without one member.
pub(crate) fn without(mut document: Value, pointer: &str) -> Value {
    if let Some((parent, name)) = pointer.rsplit_once('/') {
        let name = name.replace("~1", "/").replace("~0", "~");
        if let Some(members) = document.pointer_mut(parent).and_then(Value::as_object_mut) {
            members.remove(&name);
        }
    }
    document
}

/// The document without any member of this name, at any depth.
pub(crate) fn without_all(document: &mut Value, name: &str) {
    match document {
        Value::Object(members) => {
            members.remove(name);
            members.values_mut().for_each(|member| without_all(member, name));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without_all(item, name)),
        _ => {}
    }
}

/// The document without what none of the pointers leads to. What the format requires stays; of that, texts that
/// people write say something else. `None` where no valid document is left.
pub(crate) fn only<D: Document>(document: &Value, pointers: &[String]) -> Option<Value> {
    let mut kept = pruned(document, "", pointers)?;
    for _ in 0..ROUNDS {
        let Err(faults) = read_value::<D>(kept.clone()) else { return Some(kept) };
        for fault in &faults {
            put_back(&mut kept, document, fault.pointer())?;
        }
    }
    None
}

fn pruned(value: &Value, at: &str, pointers: &[String]) -> Option<Value> {
    let depth = |pointer: &str| pointer.split('/').count();
    let touching: Vec<&String> = pointers.iter().filter(|pointer| touches(pointer, at)).collect();
    if touching.iter().any(|pointer| depth(pointer) <= depth(at)) {
        return Some(value.clone());
    }
    if touching.is_empty() {
        return None;
    }
    let below = |name: &str| Pointer::try_from(at).unwrap_or_default().field(name).to_string();
    Some(match value {
        Value::Object(members) => {
            let kept = members.iter().filter_map(|(name, member)| {
                Some((name.clone(), pruned(member, &below(name), pointers)?))
            });
            Value::Object(kept.collect())
        }
        Value::Array(items) => {
            let kept = items.iter().enumerate().map(|(index, item)| {
                pruned(item, &below(&index.to_string()), pointers).unwrap_or_else(|| item.clone())
            });
            Value::Array(kept.collect())
        }
        leaf => leaf.clone(),
    })
}

/// Puts back what stood in the original at a pointer, or as far up as needed.
fn put_back(kept: &mut Value, original: &Value, pointer: &Pointer) -> Option<()> {
    let stood = original.pointer(pointer.as_str())?;
    let Some((parent, name)) = pointer.parent().zip(pointer.last()) else {
        *kept = stood.clone();
        return Some(());
    };
    let value = match (name.as_str(), stood) {
        ("title" | "description" | "statement" | "outcome", Value::String(_)) => {
            "Something else".into()
        }
        _ => stood.clone(),
    };
    match kept.pointer_mut(parent.as_str()) {
        Some(Value::Object(members)) => {
            members.insert(name, value);
        }
        Some(Value::Array(items)) => *items.get_mut(name.parse::<usize>().ok()?)? = value,
        _ => put_back(kept, original, &parent)?,
    }
    Some(())
}
