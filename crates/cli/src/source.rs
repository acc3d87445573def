//! PATHs: where documents come from, part by part.

use crate::failure::Failure;
use mutualfit::domain::{Chunk, Chunks, Line};
use serde::de::IgnoredAny;
use std::{
    ffi::OsStr,
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Cursor, Read},
    iter,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The PATH that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Where a document came from: a file, and in a file of several the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The file as it was named.
    pub(crate) file: Arc<str>,
    /// The line, from 1, in a file with a document a line.
    pub(crate) line: Option<usize>,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

/// The bytes of one document.
#[derive(Debug)]
pub(crate) struct Piece<'p> {
    pub(crate) origin: Origin,
    pub(crate) bytes: &'p [u8],
}

/// What is read at once: a document of its own, or some of many.
#[derive(Debug)]
pub(crate) enum Part {
    /// The whole of a source with one document.
    Document { file: Arc<str>, bytes: Vec<u8> },
    /// Some lines of a source with a document a line.
    Lines { file: Arc<str>, chunk: Chunk },
    /// The whole of a source that has no document.
    Nothing { file: Arc<str> },
}

impl Part {
    /// The documents in it.
    pub(crate) fn pieces(&self) -> Box<dyn Iterator<Item = Piece<'_>> + '_> {
        match self {
            Self::Document { file, bytes } => {
                let origin = Origin { file: Arc::clone(file), line: None };
                Box::new(iter::once(Piece { origin, bytes }))
            }
            Self::Lines { file, chunk } => Box::new(chunk.lines().map(|Line { number, bytes }| {
                Piece { origin: Origin { file: Arc::clone(file), line: Some(number) }, bytes }
            })),
            Self::Nothing { .. } => Box::new(iter::empty()),
        }
    }
}

/// The parts of a source, in their order.
pub(crate) type Parts<'s> = Box<dyn Iterator<Item = Result<Part, Failure>> + Send + 's>;

/// A file or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file with one document.
    Document(PathBuf),
    /// A file with a document a line.
    Lines(PathBuf),
    /// Standard input: a document a line, where the first line is one, else one document.
    StandardInput,
}

/// The sources that PATHs name: folders give their `.json` and `.jsonl` files, by name.
///
/// # Errors
///
/// Where a folder cannot be read or has no such file.
pub(crate) fn sources(paths: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let mut sources = Vec::new();
    for path in paths {
        if is_standard_input(path) {
            sources.push(Source::StandardInput);
        } else if path.is_dir() {
            sources.extend(of_folder(path)?);
        } else {
            sources.push(of_file(path.clone()));
        }
    }
    Ok(sources)
}

/// Whether a PATH stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == STANDARD_INPUT
}

fn of_folder(folder: &Path) -> Result<Vec<Source>, Failure> {
    let failed = |error: io::Error| Failure::of_file("read", folder, &error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut files: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().map_err(failed)?;
    files.retain(|file| file.is_file() && extension(file).is_some());
    files.sort();
    if files.is_empty() {
        return Err(Failure::Fault(format!(
            "`{}` has no .json and no .jsonl file",
            folder.display()
        )));
    }
    Ok(files.into_iter().map(of_file).collect())
}

fn of_file(path: PathBuf) -> Source {
    match extension(&path) {
        Some(Extension::Lines) => Source::Lines(path),
        Some(Extension::Document) | None => Source::Document(path),
    }
}

#[derive(Clone, Copy)]
enum Extension {
    Document,
    Lines,
}

fn extension(path: &Path) -> Option<Extension> {
    match path.extension().and_then(OsStr::to_str) {
        Some("json") => Some(Extension::Document),
        Some("jsonl" | "ndjson") => Some(Extension::Lines),
        _ => None,
    }
}

impl Source {
    /// The source as it was named.
    pub(crate) fn name(&self) -> Arc<str> {
        match self {
            Self::Document(path) | Self::Lines(path) => path.display().to_string().into(),
            Self::StandardInput => "standard input".into(),
        }
    }

    /// Draws the source part by part; opens it with the first.
    pub(crate) fn parts(&self) -> Parts<'_> {
        Box::new(iter::once_with(|| self.open()).flat_map(|opened| {
            opened.unwrap_or_else(|error| Box::new(iter::once(Err(self.failed(&error)))))
        }))
    }

    fn open(&self) -> io::Result<Parts<'_>> {
        Ok(match self {
            Self::Document(path) => self.document(fs::read(path)?),
            Self::Lines(path) => self.lines(File::open(path)?),
            Self::StandardInput => {
                let mut input = BufReader::new(io::stdin());
                let mut first = Vec::new();
                input.read_until(b'\n', &mut first)?;
                if serde_json::from_slice::<IgnoredAny>(&first).is_ok() {
                    self.lines(Cursor::new(first).chain(input))
                } else {
                    input.read_to_end(&mut first)?;
                    self.document(first)
                }
            }
        })
    }

    fn document(&self, bytes: Vec<u8>) -> Parts<'_> {
        Box::new(iter::once(Ok(Part::Document { file: self.name(), bytes })))
    }

    fn lines<'s>(&'s self, reader: impl Read + Send + 's) -> Parts<'s> {
        let file = self.name();
        let mut chunks = Chunks::of(reader).peekable();
        if chunks.peek().is_none() {
            return Box::new(iter::once(Ok(Part::Nothing { file })));
        }
        Box::new(chunks.map(move |chunk| {
            let chunk = chunk.map_err(|error| self.failed(&error))?;
            Ok(Part::Lines { file: Arc::clone(&file), chunk })
        }))
    }

    fn failed(&self, error: &io::Error) -> Failure {
        Failure::of_file("read", Path::new(&*self.name()), error)
    }
}
