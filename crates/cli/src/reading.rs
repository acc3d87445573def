//! Documents read from PATHs: streamed, on all cores, with everything that is wrong with them.

use crate::{
    failure::Failure,
    flaws::Flaws,
    progress::Progress,
    source::{Origin, Piece, Source, sources},
};
use mutualfit::{Digest, Document, FaultKind, Faults, Pointer, domain::read_bytes};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// How many documents, and how many bytes of them, are read together.
const BATCH: usize = 512;
const BATCH_BYTES: usize = 16 << 20;

/// A document with where it came from.
#[derive(Debug)]
pub(crate) struct Sheet<D> {
    pub(crate) document: D,
    /// The digest of what it was read from.
    pub(crate) digest: Digest,
    pub(crate) origin: Origin,
}

/// Takes documents one by one; may add flaws, or give up.
pub(crate) type Take<'t, D> = &'t mut dyn FnMut(Sheet<D>, &mut Flaws) -> Result<(), Failure>;

/// Hands over every document of the sources that is right, in their order, and adds what is wrong with the others to
/// the flaws. Holds a bounded number of documents at a time.
///
/// # Errors
///
/// Where a source cannot be read, or whoever takes the documents gives up.
pub(crate) fn each<D: Document + Send>(
    sources: &[Source],
    flaws: &mut Flaws,
    take: Take<'_, D>,
) -> Result<(), Failure> {
    let progress = Progress::reading(&format!("{}s", D::NAME));
    let mut batch = Batch::default();
    for source in sources {
        let mut count = 0;
        source.each(&mut |piece| {
            count += 1;
            batch.push(piece);
            if batch.is_full() { batch.read(&progress, flaws, take) } else { Ok(()) }
        })?;
        if count == 0 {
            let origin = Origin { file: source.name(), line: None };
            flaws.add_one(
                &origin,
                Pointer::root(),
                FaultKind::Empty,
                "there is no document in it; give one a line",
            );
        }
    }
    batch.read(&progress, flaws, take)
}

/// The one document of a file; `None` where something is wrong with it, which is added to the flaws.
///
/// # Errors
///
/// Where the file cannot be read.
pub(crate) fn one<D: Document + Send>(
    path: &Path,
    flaws: &mut Flaws,
) -> Result<Option<Sheet<D>>, Failure> {
    let sources = sources(&[path.to_owned()])?;
    let mut found: Option<Sheet<D>> = None;
    each::<D>(&sources, flaws, &mut |sheet, flaws| {
        if found.is_some() {
            let message = format!("here is another document; give one {} alone", D::NAME);
            flaws.add_one(&sheet.origin, Pointer::root(), FaultKind::TooMany, message);
        } else {
            found = Some(sheet);
        }
        Ok(())
    })?;
    Ok(found)
}

/// Every document of some PATHs.
///
/// # Errors
///
/// Where a source cannot be read.
pub(crate) fn all<D: Document + Send>(
    paths: &[PathBuf],
    flaws: &mut Flaws,
) -> Result<Vec<Sheet<D>>, Failure> {
    let mut sheets = Vec::new();
    each(&sources(paths)?, flaws, &mut |sheet, _| {
        sheets.push(sheet);
        Ok(())
    })?;
    Ok(sheets)
}

/// Documents that are read together.
#[derive(Default)]
struct Batch {
    pieces: Vec<Piece>,
    bytes: usize,
}

impl Batch {
    fn push(&mut self, piece: Piece) {
        self.bytes += piece.bytes.len();
        self.pieces.push(piece);
    }

    fn is_full(&self) -> bool {
        self.pieces.len() >= BATCH || self.bytes >= BATCH_BYTES
    }

    fn read<D: Document + Send>(
        &mut self,
        progress: &Progress,
        flaws: &mut Flaws,
        take: Take<'_, D>,
    ) -> Result<(), Failure> {
        let pieces = std::mem::take(&mut self.pieces);
        self.bytes = 0;
        progress.add(pieces.len());
        let read = |piece: &Piece| -> Result<(D, Digest), Faults> {
            Ok((read_bytes(&piece.bytes)?, Digest::of_bytes(&piece.bytes)))
        };
        let documents: Vec<_> = pieces.par_iter().map(read).collect();
        for (Piece { origin, bytes }, document) in pieces.into_iter().zip(documents) {
            match document {
                Ok((document, digest)) => take(Sheet { document, digest, origin }, flaws)?,
                Err(faults) => flaws.add(&origin, &bytes, faults),
            }
        }
        Ok(())
    }
}
