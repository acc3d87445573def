//! PATHs: where documents come from, one at a time.

use crate::failure::Failure;
use std::{
    ffi::OsStr,
    fmt,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
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
pub(crate) struct Piece {
    pub(crate) origin: Origin,
    pub(crate) bytes: Vec<u8>,
}

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

    /// Hands over the documents one by one; keeps none of them.
    ///
    /// # Errors
    ///
    /// Where the source cannot be read, or whoever takes the documents gives up.
    pub(crate) fn each(
        &self,
        take: &mut dyn FnMut(Piece) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let name = self.name();
        let failed = |error: io::Error| Failure::of_file("read", Path::new(&*name), &error);
        match self {
            Self::Document(path) => {
                let bytes = fs::read(path).map_err(failed)?;
                take(Piece { origin: Origin { file: name.clone(), line: None }, bytes })
            }
            Self::Lines(path) => {
                let file = File::open(path).map_err(failed)?;
                lines(&mut BufReader::with_capacity(1 << 16, file), &name, 1, take)
            }
            Self::StandardInput => {
                let mut input = io::stdin().lock();
                let mut first = Vec::new();
                input.read_until(b'\n', &mut first).map_err(failed)?;
                if serde_json::from_slice::<serde::de::IgnoredAny>(&first).is_ok() {
                    let origin = Origin { file: name.clone(), line: Some(1) };
                    take(Piece { origin, bytes: without_break(first) })?;
                    lines(&mut input, &name, 2, take)
                } else {
                    input.read_to_end(&mut first).map_err(failed)?;
                    take(Piece { origin: Origin { file: name.clone(), line: None }, bytes: first })
                }
            }
        }
    }
}

/// Hands over the lines that are not empty.
fn lines(
    reader: &mut impl BufRead,
    file: &Arc<str>,
    first: usize,
    take: &mut dyn FnMut(Piece) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for line in first.. {
        let mut bytes = Vec::new();
        let read = reader.read_until(b'\n', &mut bytes);
        let length = read.map_err(|error| Failure::of_file("read", Path::new(&**file), &error))?;
        if length == 0 {
            break;
        }
        let bytes = without_break(bytes);
        if !bytes.iter().all(u8::is_ascii_whitespace) {
            take(Piece { origin: Origin { file: Arc::clone(file), line: Some(line) }, bytes })?;
        }
    }
    Ok(())
}

fn without_break(mut line: Vec<u8>) -> Vec<u8> {
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    line
}
