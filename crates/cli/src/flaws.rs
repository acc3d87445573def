//! What is wrong with the documents of a run, told together.

use crate::{
    console::{Console, Stream},
    excerpt::Excerpt,
    source::Origin,
};
use miette::{Diagnostic, LabeledSpan, SourceCode};
use mutualfit::domain::{Fault, FaultKind, Faults, Pointer, Position};
use std::fmt;

/// How many faults are kept to be shown; the rest are counted.
const KEPT: usize = 100;

/// What is wrong with the documents of a run. It holds a bounded number of them and counts all.
#[derive(Debug, Default)]
pub(crate) struct Flaws {
    kept: Vec<Flaw>,
    documents: usize,
    faults: usize,
}

/// One fault of one document, with the lines around it where it has a place in a text.
#[derive(Debug)]
pub(crate) struct Flaw {
    origin: Origin,
    fault: Fault,
    excerpt: Option<Excerpt>,
}

impl Flaws {
    /// Adds the faults of one document and its text.
    pub(crate) fn add(&mut self, origin: &Origin, text: &[u8], faults: Faults) {
        self.documents += 1;
        for fault in faults {
            self.faults += 1;
            if self.kept.len() < KEPT {
                let excerpt = fault
                    .position()
                    .map(|position| Excerpt::of(origin, &String::from_utf8_lossy(text), position));
                self.kept.push(Flaw { origin: origin.clone(), fault, excerpt });
            }
        }
    }

    /// Adds one fault of a document that has been read.
    pub(crate) fn add_one(
        &mut self,
        origin: &Origin,
        pointer: Pointer,
        kind: FaultKind,
        message: impl Into<String>,
    ) {
        self.add(origin, &[], Fault::new(pointer, kind, message).into());
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.faults == 0
    }

    /// How many documents are at fault.
    pub(crate) fn documents(&self) -> usize {
        self.documents
    }

    /// The faults with the lines around them, as people read them.
    pub(crate) fn drawn(&self, console: &Console, stream: Stream) -> String {
        let handler = console.fault_handler(stream);
        let mut text = String::new();
        for flaw in &self.kept {
            // Writing to a string cannot fail.
            let _ = handler.render_report(&mut text, flaw);
        }
        text
    }

    /// The faults, a line each, as they are told where they stop nothing.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.kept.iter().map(Flaw::line)
    }

    /// How many faults there are.
    pub(crate) fn summary(&self) -> String {
        let counted = |number: usize, name: &str| {
            format!("{number} {name}{}", if number == 1 { "" } else { "s" })
        };
        let shown = if self.faults > self.kept.len() {
            format!(", the first {} shown", self.kept.len())
        } else {
            String::new()
        };
        format!(
            "{} in {}{shown}",
            counted(self.faults, "fault"),
            counted(self.documents, "document")
        )
    }
}

impl Flaw {
    /// The fault on one line, such as `roles.jsonl:2:14: /title: this is the number `7`; give text`.
    fn line(&self) -> String {
        let place = self.fault.position().map_or_else(
            || self.origin.to_string(),
            |Position { line, column }| {
                format!("{}:{}:{column}", self.origin.file, self.origin.line.unwrap_or(line))
            },
        );
        let pointer = if self.fault.pointer().is_root() {
            String::new()
        } else {
            format!("{}: ", self.fault.pointer())
        };
        format!("{place}: {pointer}{}", self.fault.message())
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excerpt.is_none() {
            write!(f, "{}: ", self.origin)?;
        }
        if !self.fault.pointer().is_root() {
            write!(f, "{}: ", self.fault.pointer())?;
        }
        f.write_str(self.fault.message())
    }
}

impl std::error::Error for Flaw {}

impl Diagnostic for Flaw {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = self.excerpt.as_ref()?.label(self.fault.kind().as_str());
        Some(Box::new(std::iter::once(label)))
    }
}
