//! The few lines of a text around a fault, as they are shown beside it.

use crate::source::Origin;
use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use mutualfit::domain::Position;

/// How many characters of a line are shown at the most, and how many of them before the fault.
const SHOWN: usize = 90;
const BEFORE: usize = 40;
/// How many characters are underlined at the most.
const UNDERLINED: usize = 40;
/// How many lines before the fault are shown.
const LINES_BEFORE: usize = 1;

/// The few lines of a text around a fault. Long lines are cut, so that a document on one line is shown as well.
#[derive(Debug)]
pub(crate) struct Excerpt {
    file: String,
    text: String,
    /// The number of its first line, from 0.
    first_line: usize,
    /// Where the fault is, from 0, in the file.
    line: usize,
    column: usize,
    /// What is underlined, in bytes of the excerpt.
    span: (usize, usize),
}

impl Excerpt {
    /// The excerpt of a document's text around a position; the document may be a line of a file.
    pub(crate) fn of(origin: &Origin, text: &str, position: Position) -> Self {
        let (line, column) = (position.line.saturating_sub(1), position.column.saturating_sub(1));
        let from = line.saturating_sub(LINES_BEFORE);
        let mut shown = String::new();
        let mut span = (0, 0);
        for (number, content) in text.split('\n').enumerate().skip(from).take(line - from + 1) {
            let skipped = if number == line { column.saturating_sub(BEFORE) } else { 0 };
            let start = shown.len();
            let mut characters = content.chars().skip(skipped);
            shown.extend(characters.by_ref().take(SHOWN).map(visible));
            let is_cut = characters.next().is_some();
            if number == line {
                let whole = shown.get(start..).unwrap_or_default();
                let before: usize = whole.chars().take(column - skipped).map(char::len_utf8).sum();
                let length = token(whole.get(before..).unwrap_or_default());
                span = (start + before, length);
            }
            shown.push_str(if is_cut { "…\n" } else { "\n" });
        }
        let offset = origin.line.map_or(0, |line| line - 1);
        Self {
            file: origin.file.to_string(),
            text: shown,
            first_line: from + offset,
            line: line + offset,
            column,
            span,
        }
    }

    /// What is underlined.
    pub(crate) fn label(&self, text: &str) -> LabeledSpan {
        LabeledSpan::new_primary_with_span(Some(text.to_owned()), self.span)
    }
}

/// A character as it can be shown: nothing that a terminal would obey.
fn visible(character: char) -> char {
    if character.is_control() { ' ' } else { character }
}

/// How many bytes the word of JSON at the start of a text has, no more than are underlined.
fn token(text: &str) -> usize {
    let mut characters = text.chars().take(UNDERLINED);
    let Some(first) = characters.next() else { return 0 };
    let mut length = first.len_utf8();
    match first {
        '"' => {
            let mut is_escaped = false;
            for character in characters {
                length += character.len_utf8();
                if character == '"' && !is_escaped {
                    break;
                }
                is_escaped = character == '\\' && !is_escaped;
            }
        }
        '{' | '[' | '}' | ']' | ',' | ':' => {}
        _ => {
            let is_word = |character: &char| {
                !matches!(character, ',' | ']' | '}' | ':' | '"') && !character.is_whitespace()
            };
            length += characters.take_while(is_word).map(char::len_utf8).sum::<usize>();
        }
    }
    length
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text.read_span(span, before, after)?;
        // Where no lines around it are asked for, the place of the fault itself is.
        let (line, column) = if before == 0 && after == 0 {
            (self.line, self.column)
        } else {
            (self.first_line + contents.line(), contents.column())
        };
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.clone(),
            contents.data(),
            *contents.span(),
            line,
            column,
            contents.line_count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: usize, column: usize, expected: &str) {
        let excerpt = Excerpt::of(
            &Origin { file: "a.json".into(), line: None },
            text,
            Position { line, column },
        );
        let (start, length) = excerpt.span;
        assert_eq!(excerpt.text.get(start..start + length), Some(expected));
        assert!(excerpt.text.lines().all(|line| line.chars().count() <= SHOWN + 1));
    }

    #[test]
    fn the_word_at_the_fault_is_underlined() {
        check("{\"a\": 12,\n \"b\": \"x\\\"y\"}", 2, 7, "\"x\\\"y\"");
        check("{\"a\": NaN}", 1, 7, "NaN");
        check("{\"a\": [1]}", 1, 7, "[");
        check("{", 1, 2, "");
        check("", 1, 1, "");
        check("{}", 9, 9, "");
        check("{\"ä\": \"é\"}", 1, 7, "\"é\"");
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let text = format!("{{\"a\": \"{}\", \"b\": 7}}", "x".repeat(10_000_000));
        check(&text, 1, 10_000_016, "7");
    }
}
