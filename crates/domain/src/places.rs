//! Where in a JSON text the parts of its value are.

use std::collections::{BTreeMap, HashSet};

use crate::fault::quote;
use crate::{Fault, FaultKind, Pointer, Position};

/// The places of some parts of a JSON text, and the members that are there twice.
#[derive(Debug, Default)]
pub(crate) struct Places {
    wanted: Vec<Wanted>,
    duplicates: Vec<Fault>,
}

/// A part whose place is wanted, or through which one gets to such a part.
#[derive(Debug, Default)]
struct Wanted {
    inside: BTreeMap<String, usize>,
    place: Option<Position>,
    offset: Option<usize>,
}

impl Places {
    /// Looks for the parts that pointers lead to. What is not JSON ends the search, and nothing else.
    pub(crate) fn find<'a>(text: &str, pointers: impl IntoIterator<Item = &'a Pointer>) -> Self {
        let mut places = Self { wanted: vec![Wanted::default()], duplicates: Vec::new() };
        for pointer in pointers {
            let mut at = 0;
            for segment in pointer.segments() {
                let next = places.wanted.len();
                let Some(wanted) = places.wanted.get_mut(at) else { break };
                at = *wanted.inside.entry(segment).or_insert(next);
                if at == next {
                    places.wanted.push(Wanted::default());
                }
            }
        }
        let lines = Lines::of(text);
        let mut scanner =
            Scanner { text, offset: 0, open: Vec::new(), places: &mut places, lines: &lines };
        // A scan that stops early has found what comes before.
        let _ended = scanner.scan();
        for wanted in &mut places.wanted {
            wanted.place = wanted.offset.map(|offset| lines.position(text, offset));
        }
        places
    }

    /// The place of what a pointer leads to, or of the nearest thing around it.
    pub(crate) fn place(&self, pointer: &Pointer) -> Option<Position> {
        let mut place = self.wanted.first().and_then(|root| root.place);
        let mut at = 0;
        for segment in pointer.segments() {
            let Some(&next) = self.wanted.get(at).and_then(|wanted| wanted.inside.get(&segment))
            else {
                break;
            };
            match self.wanted.get(next).and_then(|wanted| wanted.place) {
                Some(found) => place = Some(found),
                None => break,
            }
            at = next;
        }
        place
    }

    /// The members that are in one object twice.
    pub(crate) fn duplicates(self) -> Vec<Fault> {
        self.duplicates
    }
}

/// Walks over a JSON text without recursion.
struct Scanner<'a> {
    text: &'a str,
    offset: usize,
    open: Vec<Frame>,
    places: &'a mut Places,
    lines: &'a Lines,
}

/// An object or a list that is open.
struct Frame {
    /// The members seen, in an object.
    seen: Option<HashSet<String>>,
    /// The member or index that is being read.
    segment: String,
    index: usize,
    /// The wanted part that this is.
    wanted: Option<usize>,
}

impl Scanner<'_> {
    /// `None` when the text is not JSON.
    fn scan(&mut self) -> Option<()> {
        let mut wanted = Some(0);
        loop {
            // Here a value begins.
            self.skip_space();
            if let Some(wanted) = wanted.and_then(|wanted| self.places.wanted.get_mut(wanted)) {
                wanted.offset = Some(self.offset);
            }
            match self.peek()? {
                b'{' => {
                    self.offset += 1;
                    self.open.push(Frame {
                        seen: Some(HashSet::new()),
                        segment: String::new(),
                        index: 0,
                        wanted,
                    });
                    self.skip_space();
                    if self.peek()? == b'}' {
                        self.offset += 1;
                        self.open.pop();
                    } else {
                        self.begin_member()?;
                        wanted = self.wanted_inside();
                        continue;
                    }
                }
                b'[' => {
                    self.offset += 1;
                    self.open.push(Frame {
                        seen: None,
                        segment: String::from("0"),
                        index: 0,
                        wanted,
                    });
                    self.skip_space();
                    if self.peek()? == b']' {
                        self.offset += 1;
                        self.open.pop();
                    } else {
                        wanted = self.wanted_inside();
                        continue;
                    }
                }
                b'"' => {
                    self.string()?;
                }
                _ => self.skip_word()?,
            }
            // Here a value has ended.
            loop {
                self.skip_space();
                let Some(frame) = self.open.last_mut() else { return Some(()) };
                let in_object = frame.seen.is_some();
                match (self.text.as_bytes().get(self.offset)?, in_object) {
                    (b',', true) => {
                        self.offset += 1;
                        self.begin_member()?;
                        wanted = self.wanted_inside();
                        break;
                    }
                    (b',', false) => {
                        self.offset += 1;
                        frame.index += 1;
                        frame.segment = frame.index.to_string();
                        wanted = self.wanted_inside();
                        break;
                    }
                    (b'}', true) | (b']', false) => {
                        self.offset += 1;
                        self.open.pop();
                    }
                    _ => return None,
                }
            }
        }
    }

    /// Reads the name of a member up to where its value begins.
    fn begin_member(&mut self) -> Option<()> {
        self.skip_space();
        let start = self.offset;
        let name = self.string()?;
        self.skip_space();
        if self.peek()? != b':' {
            return None;
        }
        self.offset += 1;
        let frame = self.open.last_mut()?;
        frame.segment.clone_from(&name);
        if !frame.seen.as_mut()?.insert(name) {
            let segments = self.open.iter().map(|frame| frame.segment.as_str());
            let pointer = segments.fold(Pointer::root(), Pointer::field);
            let name = quote(&pointer.last().unwrap_or_default());
            let message = format!("{name} is in this object twice; leave one of them");
            let fault = Fault::new(pointer, FaultKind::Duplicate, message);
            self.places.duplicates.push(fault.at(self.lines.position(self.text, start)));
        }
        Some(())
    }

    /// The wanted part that is about to be read.
    fn wanted_inside(&self) -> Option<usize> {
        let frame = self.open.last()?;
        self.places.wanted.get(frame.wanted?)?.inside.get(&frame.segment).copied()
    }

    /// Reads a string with its quotes.
    fn string(&mut self) -> Option<String> {
        let start = self.offset;
        if self.peek()? != b'"' {
            return None;
        }
        self.offset += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.offset += 2,
                _ => self.offset += 1,
            }
        }
        self.offset += 1;
        let quoted = self.text.get(start..self.offset)?;
        if quoted.contains('\\') {
            serde_json::from_str(quoted).ok()
        } else {
            quoted.get(1..quoted.len() - 1).map(str::to_owned)
        }
    }

    /// Goes past a number, `true`, `false` or `null`.
    fn skip_word(&mut self) -> Option<()> {
        let start = self.offset;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'))
        {
            self.offset += 1;
        }
        (self.offset > start).then_some(())
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
            self.offset += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }
}

/// Where the lines of a text begin.
#[derive(Debug)]
struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(offset, _)| offset + 1);
        Self { starts: std::iter::once(0).chain(breaks).collect() }
    }

    fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let column = text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Position { line, column }
    }
}

impl Position {
    /// The place of a byte in a text.
    pub(crate) fn of(text: &str, offset: usize) -> Self {
        Lines::of(text).position(text, offset)
    }
}
