//! Documents read from PATHs: streamed, on all cores, with everything that is wrong with them.

use crate::{
    failure::Failure,
    flaws::Flaws,
    progress::Progress,
    source::{Origin, Part, Piece, Source, sources},
};
use mutualfit::{
    Digest, Document, FaultKind, Faults, Pointer,
    domain::{in_order, read_bytes},
};
use std::path::{Path, PathBuf};

/// A document with where it came from.
#[derive(Debug)]
pub(crate) struct Sheet<D> {
    pub(crate) document: D,
    /// The digest of what it was read from.
    pub(crate) digest: Digest,
    pub(crate) origin: Origin,
}

/// A document that cannot be read, with what is wrong with it.
struct Spoilt {
    origin: Origin,
    text: Vec<u8>,
    faults: Faults,
}

/// What a part of a source gave.
enum Given<D> {
    Sheets(Vec<Result<Sheet<D>, Spoilt>>),
    /// The source that was named has no document.
    Nothing(Origin),
}

/// Takes documents one by one; may add flaws, or give up.
pub(crate) type Take<'t, D> =
    &'t mut (dyn FnMut(Sheet<D>, &mut Flaws) -> Result<(), Failure> + Send);

/// Hands over every document of the sources that is right, in their order, and adds what is wrong with the others to
/// the flaws. Holds a bounded number of documents at a time, and reads the next ones while these are taken.
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
    in_order(sources.iter().flat_map(Source::parts), read::<D>, |given| match given {
        Given::Sheets(sheets) => {
            progress.add(sheets.len());
            sheets.into_iter().try_for_each(|sheet| match sheet {
                Ok(sheet) => take(sheet, flaws),
                Err(Spoilt { origin, text, faults }) => {
                    flaws.add(&origin, &text, faults);
                    Ok(())
                }
            })
        }
        Given::Nothing(origin) => {
            let message = "there is no document in it; give one a line";
            flaws.add_one(&origin, Pointer::root(), FaultKind::Empty, message);
            Ok(())
        }
    })
}

fn read<D: Document>(part: Part) -> Given<D> {
    let read = |Piece { origin, bytes }: Piece<'_>| match read_bytes(bytes) {
        Ok(document) => Ok(Sheet { document, digest: Digest::of_bytes(bytes), origin }),
        Err(faults) => Err(Spoilt { origin, text: bytes.to_vec(), faults }),
    };
    match part {
        Part::Nothing { file } => Given::Nothing(Origin { file, line: None }),
        part => Given::Sheets(part.pieces().map(read).collect()),
    }
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
