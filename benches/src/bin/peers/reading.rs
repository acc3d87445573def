//! Documents from JSON Lines.

use mutualfit::{Digest, Document, read};
use rayon::prelude::*;
use std::{error::Error, fs, path::Path};

/// The documents of a file with their digests, in their order, read on all threads of the pool.
pub(crate) fn documents<D: Document + Send>(
    path: &Path,
) -> Result<Vec<(D, Digest)>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let lines: Vec<&str> = text.lines().collect();
    let read_line = |line: &&str| Ok((read(line)?, Digest::of_bytes(line.as_bytes())));
    let read: Result<_, mutualfit::Faults> = lines.par_iter().map(read_line).collect();
    read.map_err(|faults| format!("{}: {faults}", path.display()).into())
}
