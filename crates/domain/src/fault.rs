//! What is wrong with a document, where, and how to mend it.

use std::fmt;

use serde_path_to_error::Segment;

use crate::Pointer;
use crate::translation::translate;

/// How many characters of the user's text a message quotes.
const QUOTED: usize = 60;

/// Something wrong with a document.
///
/// Displayed on one line: `3:14: /title: wrong-type: this is a number; give text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pointer: Pointer,
    kind: FaultKind,
    message: String,
    position: Option<Position>,
}

impl Fault {
    /// A fault at `pointer`; the message says what is wrong and how to mend it.
    pub fn new(pointer: Pointer, kind: FaultKind, message: impl Into<String>) -> Self {
        Self { pointer, kind, message: message.into(), position: None }
    }

    /// The fault of a value that could not be read: where it stands, or where the member that it misses would stand, and
    /// what is wrong in words for people.
    ///
    /// ```
    /// use mutualfit_domain::{Anchor, Fault};
    ///
    /// let anchor = serde_json::json!({"value": 1});
    /// let error = serde_path_to_error::deserialize::<_, Anchor>(&anchor).unwrap_err();
    /// assert_eq!(Fault::of_reading(&error).to_string(), "/text: missing: `text` is missing; add it");
    /// ```
    pub fn of_reading<E: fmt::Display>(error: &serde_path_to_error::Error<E>) -> Self {
        let at = error.path().iter().fold(Pointer::root(), |pointer, segment| match segment {
            Segment::Seq { index } => pointer.index(*index),
            Segment::Map { key } => pointer.field(key),
            Segment::Enum { .. } | Segment::Unknown => pointer,
        });
        let (kind, message, member) = translate(&error.inner().to_string());
        let pointer = match member {
            Some(member) => at.field(&member),
            None => at,
        };
        Self::new(pointer, kind, message)
    }

    /// The same fault, found at a place in a text.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Where in the document.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// What kind of fault.
    pub fn kind(&self) -> FaultKind {
        self.kind
    }

    /// What is wrong and how to mend it.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where in the text, when the document was read from text.
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// The line in the text, from 1.
    pub fn line(&self) -> Option<usize> {
        self.position.map(|position| position.line)
    }

    /// The column in the line, in characters, from 1.
    pub fn column(&self) -> Option<usize> {
        self.position.map(|position| position.column)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}: ")?;
        }
        if !self.pointer.is_root() {
            write!(f, "{}: ", self.pointer)?;
        }
        write!(f, "{}: {}", self.kind, self.message)
    }
}

/// A place in a text; ordered as one reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in the line, in characters, from 1.
    pub column: usize,
}

/// The kinds of fault a document can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is not JSON.
    Syntax,
    /// A value of another JSON type than the member takes.
    WrongType,
    /// A member that every such object has is not there.
    Missing,
    /// A number outside what the member takes.
    OutOfRange,
    /// Text of another form than the member takes.
    Malformed,
    /// A reference to something that does not exist: a section, a list, an id.
    Unknown,
    /// Two values in the wrong order: a minimum above its maximum, an end before its start.
    Order,
    /// Parts that come to more than a whole takes, or to nothing: shares above 1, more criteria than a side takes, weights
    /// that are all 0.
    Sum,
    /// A date that no calendar has.
    Calendar,
    /// The same id or member twice.
    Duplicate,
    /// None of several members of which one is needed, or several of which one is allowed.
    Choice,
    /// A level outside the scale it is on.
    OffScale,
    /// A list longer than allowed.
    TooMany,
    /// A list or text that says nothing where something is needed.
    Empty,
    /// Nesting deeper than any document has.
    TooDeep,
    /// A member that the format does not know; told by a strict reading only.
    UnknownField,
}

impl FaultKind {
    /// The kind in kebab-case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::WrongType => "wrong-type",
            Self::Missing => "missing",
            Self::OutOfRange => "out-of-range",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Order => "order",
            Self::Sum => "sum",
            Self::Calendar => "calendar",
            Self::Duplicate => "duplicate",
            Self::Choice => "choice",
            Self::OffScale => "off-scale",
            Self::TooMany => "too-many",
            Self::Empty => "empty",
            Self::TooDeep => "too-deep",
            Self::UnknownField => "unknown-field",
        }
    }

    /// Every kind there is.
    pub const ALL: &'static [FaultKind] = &[
        Self::Syntax,
        Self::WrongType,
        Self::Missing,
        Self::OutOfRange,
        Self::Malformed,
        Self::Unknown,
        Self::Order,
        Self::Sum,
        Self::Calendar,
        Self::Duplicate,
        Self::Choice,
        Self::OffScale,
        Self::TooMany,
        Self::Empty,
        Self::TooDeep,
        Self::UnknownField,
    ];

    /// Whether a JSON Schema cannot say it: a schema accepts a document that has only such faults.
    pub fn beyond_schema(self) -> bool {
        matches!(
            self,
            Self::Unknown
                | Self::Order
                | Self::Sum
                | Self::Calendar
                | Self::Duplicate
                | Self::Choice
                | Self::OffScale
        )
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Everything that is wrong with a document; never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", lines(.faults))]
pub struct Faults {
    faults: Vec<Fault>,
}

impl Faults {
    /// The faults of a document, or `None` when it has none.
    pub fn of(faults: Vec<Fault>) -> Option<Self> {
        if faults.is_empty() { None } else { Some(Self { faults }) }
    }

    /// Each fault, in the order of the text, or of the pointers when there is no text.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.faults.iter()
    }

    /// The faults as a slice.
    pub fn as_slice(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults as a list.
    pub fn into_vec(self) -> Vec<Fault> {
        self.faults
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self { faults: vec![fault] }
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.faults.iter()
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.faults.into_iter()
    }
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("\n")
}

/// Why a value could not be made: what is wrong with it and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {message}")]
pub struct ValueError {
    kind: FaultKind,
    message: String,
}

impl ValueError {
    /// An error of a kind; the message says what is wrong and how to mend it.
    pub fn new(kind: FaultKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// An error that begins with the user's text in backticks, shortened when it is long.
    pub(crate) fn quoting(kind: FaultKind, text: &str, message: &str) -> Self {
        Self { kind, message: format!("{} {message}", quote(text)) }
    }

    /// What kind of fault.
    pub fn kind(&self) -> FaultKind {
        self.kind
    }

    /// What is wrong and how to mend it.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// The user's text in backticks, on one line and at most sixty characters of it.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::from("`");
    for (count, character) in text.chars().enumerate() {
        if count == QUOTED {
            quoted.push('…');
            break;
        }
        quoted.push(if character.is_control() || character == '`' {
            '\u{fffd}'
        } else {
            character
        });
    }
    quoted.push('`');
    quoted
}
