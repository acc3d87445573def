//! Texts with a document a line, drawn from a reader some whole lines at a time.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memrchr};

use crate::in_order;

/// How many bytes are drawn from a reader at once.
const CHUNK: usize = 128 << 10;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Which line of the whole text it is, from 1.
    pub number: usize,
    /// What it says, without the line break.
    pub bytes: &'t [u8],
}

/// Some whole lines of a text, at least one of which is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    first: usize,
    bytes: Vec<u8>,
}

impl Chunk {
    /// The lines that are not blank.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut rest = self.bytes.as_slice();
        let lines = std::iter::from_fn(move || {
            let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let (line, after) = rest.split_at_checked(end).filter(|(line, _)| !line.is_empty())?;
            rest = after;
            Some(without_break(line))
        });
        let numbered = (self.first..).zip(lines);
        let spoken = numbered.filter(|(_, bytes)| !bytes.iter().all(u8::is_ascii_whitespace));
        spoken.map(|(number, bytes)| Line { number, bytes })
    }
}

fn without_break(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Draws the lines of a text from a reader, some whole lines at a time: a chunk is as long as was asked for, give or take
/// a line. The reader needs no buffer of its own.
#[derive(Debug)]
pub struct Chunks<R> {
    reader: R,
    size: usize,
    /// What was drawn of a line that has not ended yet.
    begun: Vec<u8>,
    /// The number of that line.
    next: usize,
    has_ended: bool,
}

impl<R: Read> Chunks<R> {
    /// The lines of a text in chunks of 128 KiB.
    pub fn of(reader: R) -> Self {
        Self::of_size(CHUNK, reader)
    }

    /// The lines of a text in chunks of so many bytes.
    pub fn of_size(bytes: usize, reader: R) -> Self {
        Self { reader, size: bytes.max(1), begun: Vec::new(), next: 1, has_ended: false }
    }

    /// The next whole lines, blank or not; none at the end of the text.
    fn draw(&mut self) -> io::Result<Option<Chunk>> {
        let mut bytes = std::mem::take(&mut self.begun);
        while !self.has_ended {
            let drawn = bytes.len();
            bytes.reserve(self.size);
            let more = self.reader.by_ref().take(self.size as u64).read_to_end(&mut bytes)?;
            self.has_ended = more < self.size;
            let last = bytes.get(drawn..).and_then(|new| memrchr(b'\n', new));
            if let (Some(last), false) = (last, self.has_ended) {
                self.begun = bytes.split_off(drawn + last + 1);
                break;
            }
        }
        let first = self.next;
        self.next += memchr_iter(b'\n', &bytes).count();
        Ok((!bytes.is_empty()).then_some(Chunk { first, bytes }))
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<io::Result<Chunk>> {
        loop {
            match self.draw() {
                Ok(Some(chunk)) if chunk.lines().next().is_none() => {}
                drawn => return drawn.transpose(),
            }
        }
    }
}

/// Reads the lines of a text on all cores, and hands over what comes of each that is not blank in the order of the text.
///
/// Some chunks of lines are held at a time, never the whole text; see [`in_order`].
///
/// # Errors
///
/// Where the text cannot be drawn from the reader, or whoever takes gives up.
///
/// ```
/// use mutualfit_domain::{Candidate, Faults, Line, each_line, read_bytes};
///
/// let text = "{\"spec\": \"mutualfit/candidate/1\", \"id\": \"c-1\"}\n\n{\"id\": \"c-2\"}\n";
/// let (mut ids, mut faulty) = (Vec::new(), Vec::new());
/// each_line(
///     text.as_bytes(),
///     |line: Line<'_>| (line.number, read_bytes::<Candidate>(line.bytes)),
///     |(number, read)| {
///         match read {
///             Ok(candidate) => ids.push(candidate.id.into_string()),
///             Err(faults) => faulty.push((number, faults)),
///         }
///         Ok::<(), std::io::Error>(())
///     },
/// )?;
/// assert_eq!(ids, ["c-1"]);
/// assert_eq!(faulty[0].0, 3);
/// assert_eq!(faulty[0].1.to_string(), "1:1: /spec: missing: `spec` is missing; add it");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn each_line<T: Send, E: From<io::Error> + Send>(
    reader: impl Read + Send,
    read: impl Fn(Line<'_>) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E> + Send,
) -> Result<(), E> {
    in_order(
        Chunks::of(reader).map(|chunk| Ok(chunk?)),
        |chunk| chunk.lines().map(&read).collect::<Vec<T>>(),
        |read| read.into_iter().try_for_each(&mut take),
    )
}
