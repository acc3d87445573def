//! Reading documents: quickly when they are right, and telling every fault when they are not.

use serde::de::{Deserialize, Deserializer};
use serde_json::Value;

use crate::places::Places;
use crate::repair::{Repaired, repair};
use crate::{Document, Fault, FaultKind, Faults, Pointer, Position, syntax};

/// Reads a document from JSON text.
///
/// # Errors
///
/// Everything that is wrong with it, up to a hundred faults that stop a value from being read and all
/// those that its rules find, each with its line and column.
///
/// ```
/// use mutualfit_domain::{FaultKind, Role, read};
///
/// let faults = read::<Role>("{\"spec\": \"mutualfit/role/1\",\n \"id\": \"\"}").unwrap_err();
/// let found: Vec<_> = faults.iter().map(|fault| (fault.line(), fault.pointer().as_str(), fault.kind())).collect();
/// assert_eq!(found, [(Some(1), "/title", FaultKind::Missing), (Some(2), "/id", FaultKind::Empty)]);
/// ```
pub fn read<D: Document>(text: &str) -> Result<D, Faults> {
    examine(text, Members::Any)
}

/// Reads a document from the bytes of JSON text in UTF-8.
///
/// # Errors
///
/// Everything that is wrong with it, as [`read`] does.
pub fn read_bytes<D: Document>(bytes: &[u8]) -> Result<D, Faults> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let (valid, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
            let before = String::from_utf8_lossy(valid);
            let fault = Fault::new(
                Pointer::root(),
                FaultKind::Syntax,
                "the text is not UTF-8; save it in that encoding",
            );
            Err(fault.at(Position::of(&before, before.len())).into())
        }
    }
}

/// Reads a document from a JSON value.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the pointers, without places in a text.
pub fn read_value<D: Document>(value: Value) -> Result<D, Faults> {
    let faults = match Unruled::<D>::deserialize(&value) {
        Ok(Unruled(document)) => match document.check() {
            faults if faults.is_empty() => return Ok(document),
            faults => faults,
        },
        Err(_) => Vec::new(),
    };
    let mut faults = if faults.is_empty() { repair::<D>(value).faults } else { faults };
    faults.sort_by(|a, b| a.pointer().reading_order(b.pointer()));
    faults.dedup();
    Err(Faults::of(faults).unwrap_or_else(unexplained))
}

/// Reads a document as [`read`] does, and takes members that the format does not know, and those that
/// are there twice, for faults.
///
/// A member `$schema` of the whole document is let pass: editors look for it.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn strict<D: Document>(text: &str) -> Result<D, Faults> {
    examine(text, Members::Known)
}

/// The members of a document that the format does not know, and those that are there twice; none when
/// the text is not JSON, which [`read`] tells.
pub fn unknown_fields<D: Document>(text: &str) -> Vec<Fault> {
    let text = without_mark(text);
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Vec::new();
    };
    let mut faults = unknown_members::<D>(&repair::<D>(value).value);
    faults.extend(Places::find(text, []).duplicates());
    placed(faults, text)
}

/// Which members a document may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Members {
    Any,
    Known,
}

fn examine<D: Document>(text: &str, members: Members) -> Result<D, Faults> {
    let text = without_mark(text);
    let error = match serde_json::from_str::<Unruled<D>>(text) {
        Ok(Unruled(document)) => {
            let mut faults = document.check();
            if members == Members::Known {
                faults.extend(unknown_fields::<D>(text));
            }
            return match Faults::of(placed(faults, text)) {
                None => Ok(document),
                Some(faults) => Err(faults),
            };
        }
        Err(error) => error,
    };
    let value = match serde_json::from_str::<Value>(text) {
        Ok(value) => value,
        Err(error) => return Err(syntax::fault(text, &error).into()),
    };
    let Repaired { value, mut faults } = repair::<D>(value);
    if members == Members::Known {
        faults.extend(unknown_members::<D>(&value));
    }
    faults.extend(Places::find(text, []).duplicates());
    // Whatever the second reading cannot find again is told as the first one found it.
    Err(Faults::of(placed(faults, text)).unwrap_or_else(|| syntax::fault(text, &error).into()))
}

/// The faults with their places in the text, ordered by these, each once.
fn placed(faults: Vec<Fault>, text: &str) -> Vec<Fault> {
    if faults.is_empty() {
        return faults;
    }
    let places = Places::find(text, faults.iter().map(Fault::pointer));
    let mut faults: Vec<Fault> = faults
        .into_iter()
        .map(|fault| match places.place(fault.pointer()) {
            Some(place) if fault.position().is_none() => fault.at(place),
            _ => fault,
        })
        .collect();
    faults.sort_by(|a, b| {
        a.position().cmp(&b.position()).then_with(|| a.pointer().reading_order(b.pointer()))
    });
    faults.dedup();
    faults
}

fn unknown_members<D: Document>(value: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut tell = |path: serde_ignored::Path<'_>| {
        let pointer = pointer_of(&path);
        if pointer.as_str() != "/$schema" {
            let name = crate::fault::quote(&pointer.last().unwrap_or_default());
            let message = format!(
                "{name} is no member that is known here; check its spelling, or put it under `extensions`"
            );
            faults.push(Fault::new(pointer, FaultKind::UnknownField, message));
        }
    };
    let read: Result<Unruled<D>, _> = serde_ignored::deserialize(value, &mut tell);
    drop(read);
    faults
}

fn pointer_of(path: &serde_ignored::Path<'_>) -> Pointer {
    use serde_ignored::Path;
    match path {
        Path::Root => Pointer::root(),
        Path::Seq { parent, index } => pointer_of(parent).index(*index),
        Path::Map { parent, key } => pointer_of(parent).field(key),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer_of(parent),
    }
}

/// The text without the byte order mark that some editors put before it.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn unexplained() -> Faults {
    Fault::new(
        Pointer::root(),
        FaultKind::Malformed,
        "the document cannot be read; compare it with its JSON Schema",
    )
    .into()
}

/// A document that has been read, and whose rules have not been looked at.
pub(crate) struct Unruled<D>(pub(crate) D);

impl<'de, D: Document> Deserialize<'de> for Unruled<D> {
    fn deserialize<R: Deserializer<'de>>(deserializer: R) -> Result<Self, R::Error> {
        D::deserialize_unruled(deserializer).map(Self)
    }
}
