//! What is wrong with a text that is not JSON.

use crate::fault::quote;
use crate::{Fault, FaultKind, Pointer, Position};

/// The fault behind an error of the JSON parser.
pub(crate) fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let offset =
        if error.is_eof() { text.len() } else { offset_of(text, error.line(), error.column()) };
    let told = error.to_string();
    let (kind, message) = if text.trim().is_empty() {
        (FaultKind::Syntax, "the text is empty; give a JSON object".to_owned())
    } else if told.starts_with("recursion limit exceeded") {
        (
            FaultKind::TooDeep,
            "objects and lists are nested more than 127 deep; no document is".to_owned(),
        )
    } else if error.is_eof() {
        (
            FaultKind::Syntax,
            "the text ends in the middle of a value; it may have been cut off".to_owned(),
        )
    } else {
        let mend = mend(text, offset, &told);
        (FaultKind::Syntax, mend)
    };
    Fault::new(Pointer::root(), kind, message).at(Position::of(text, offset))
}

fn mend(text: &str, offset: usize, told: &str) -> String {
    let here = text.get(offset..).unwrap_or_default();
    let word: String = here
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '.'))
        .collect();
    let told = told.rsplit_once(" at line ").map_or(told, |(before, _)| before);
    let known = match told {
        "trailing characters" => {
            "there is more after the document; keep one document in a file, or one a line in JSON Lines"
        }
        "trailing comma" => "a comma is followed by nothing; take it away",
        "key must be a string" => "the name of a member is not in double quotes; put it in them",
        "number out of range" => "the number is too large to be kept; give a smaller one",
        "invalid escape" => {
            "a backslash is followed by something it cannot be; write `\\\\` for a backslash"
        }
        told if told.starts_with("control character") => {
            "text contains a line break or another control character; write it as `\\n` or `\\u001f`"
        }
        _ => "",
    };
    if matches!(word.trim_start_matches(['-', '+']), "NaN" | "nan" | "Infinity" | "inf") {
        format!("{} is no JSON number; leave out what is not known", quote(&word))
    } else if !known.is_empty() {
        known.to_owned()
    } else if word.is_empty() {
        format!("this is not JSON: {told}")
    } else {
        format!("{} is not JSON: {told}; put text in double quotes", quote(&word))
    }
}

/// The byte at a line and a column, both from 1, as the JSON parser counts them: columns in bytes.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let mut offset = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    // What comes after a minus is told apart from it.
    if text.as_bytes().get(..offset).is_some_and(|before| before.ends_with(b"-")) {
        offset - 1
    } else {
        offset
    }
}
