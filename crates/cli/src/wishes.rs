//! Aspirations that are documents of their own, joined to their candidates.

use crate::{failure::Failure, flaws::Flaws, messages, reading, reading::Sheet, source::Origin};
use mutualfit::{Aspirations, Candidate, Digest, FaultKind, Pointer};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Aspirations that are documents of their own, by their candidate's id.
#[derive(Debug, Default)]
pub(crate) struct Wishes {
    by_candidate: BTreeMap<String, Sheet<Aspirations>>,
    joined: BTreeSet<String>,
}

impl Wishes {
    /// Reads them; two for one candidate are a flaw of the second.
    ///
    /// # Errors
    ///
    /// Where a source cannot be read.
    pub(crate) fn read(paths: &[PathBuf], flaws: &mut Flaws) -> Result<Self, Failure> {
        let mut wishes = Self::default();
        for sheet in reading::all::<Aspirations>(paths, flaws)? {
            let candidate =
                sheet.document.candidate.as_ref().map_or("", |id| id.as_str()).to_owned();
            if let Some(first) = wishes.by_candidate.get(&candidate) {
                let message = already(&candidate, &first.origin);
                flaws.add_one(
                    &sheet.origin,
                    Pointer::root().field("candidate"),
                    FaultKind::Duplicate,
                    message,
                );
            } else {
                wishes.by_candidate.insert(candidate, sheet);
            }
        }
        Ok(wishes)
    }

    /// Gives a candidate their aspirations; what they were read from becomes part of the digest.
    pub(crate) fn join(&mut self, candidate: &mut Sheet<Candidate>, flaws: &mut Flaws) {
        let id = candidate.document.id.as_str();
        let Some(sheet) = self.by_candidate.get(id) else { return };
        self.joined.insert(id.to_owned());
        if candidate.document.aspirations.is_some() {
            let message = already(id, &candidate.origin);
            flaws.add_one(
                &sheet.origin,
                Pointer::root().field("candidate"),
                FaultKind::Duplicate,
                message,
            );
            return;
        }
        candidate.digest = Digest::of_all(&[candidate.digest, sheet.digest]);
        candidate.document.aspirations = Some(sheet.document.clone());
    }

    /// Tells whose aspirations nobody had, once all candidates have been read.
    pub(crate) fn tell_unjoined(&self) {
        for (id, sheet) in self.by_candidate.iter().filter(|(id, _)| !self.joined.contains(*id)) {
            messages::note(&format!(
                "{}: there is no candidate `{id}`; these aspirations are not used",
                sheet.origin
            ));
        }
    }
}

fn already(candidate: &str, first: &Origin) -> String {
    format!("candidate `{candidate}` has aspirations already, in {first}; keep one of the two")
}
