//! Explanations of a ranking: the few documents that are needed are read a second time.

use crate::{
    failure::Failure,
    flaws::Flaws,
    reading::{self, Sheet},
    seat::Seat,
    source::Source,
    telling::Pair,
    wishes::Wishes,
};
use mutualfit::{Engine, Pool, Ranking, domain::Id};
use std::collections::{BTreeMap, BTreeSet};

/// The documents of which explanations speak.
pub(super) struct Sheets<S: Seat>
where
    S::Other: Seat,
{
    subjects: BTreeMap<String, Sheet<S>>,
    others: BTreeMap<String, Sheet<S::Other>>,
}

impl<S: Seat> Sheets<S>
where
    S::Other: Seat,
{
    /// Reads the documents that the rankings name, again.
    ///
    /// # Errors
    ///
    /// Where a source cannot be read.
    pub(super) fn read(
        rankings: &[Ranking],
        subjects: &[Source],
        others: &[Source],
        wishes: &mut Wishes,
    ) -> Result<Self, Failure> {
        let subject_ids = rankings.iter().map(|ranking| ranking.subject.id.as_str()).collect();
        let entries = rankings.iter().flat_map(|ranking| &ranking.entries);
        let other_ids = entries.map(|entry| entry.id.as_str()).collect();
        Ok(Self {
            subjects: find(&subject_ids, subjects, wishes)?,
            others: find(&other_ids, others, wishes)?,
        })
    }

    /// Whether the documents are those that were ranked.
    ///
    /// # Errors
    ///
    /// Where one has changed since.
    pub(super) fn verify(
        &self,
        subjects: &Pool<S>,
        others: &Pool<S::Other>,
    ) -> Result<(), Failure> {
        verify(&self.subjects, subjects)?;
        verify(&self.others, others)
    }

    /// Why those who are ranked are where they are, in their order, as the ranking's reader may see it.
    pub(super) fn explanations(&self, ranking: &Ranking, engine: &Engine) -> Vec<Pair<'_>> {
        let subject = self.subjects.get(ranking.subject.id.as_str());
        let pair = |id: &Id| {
            let (role, candidate) = S::pair(subject?, self.others.get(id.as_str())?);
            Some(Pair::explained(engine, ranking.reader, role, candidate, None))
        };
        ranking.entries.iter().filter_map(|entry| pair(&entry.id)).collect()
    }
}

/// The first document of each of these ids.
fn find<D: Seat>(
    ids: &BTreeSet<&str>,
    sources: &[Source],
    wishes: &mut Wishes,
) -> Result<BTreeMap<String, Sheet<D>>, Failure> {
    let mut found = BTreeMap::new();
    // What is wrong with documents has been told when they were read first.
    let mut flaws = Flaws::default();
    reading::each::<D>(sources, &mut flaws, &mut |mut sheet, flaws| {
        let id = sheet.document.id().to_owned();
        if ids.contains(id.as_str()) && !found.contains_key(&id) {
            D::complete(&mut sheet, wishes, flaws);
            found.insert(id, sheet);
        }
        Ok(())
    })?;
    match ids.iter().find(|id| !found.contains_key(**id)) {
        Some(id) => Err(Failure::Fault(format!(
            "{} `{id}` was ranked and is not there any more; rank again",
            D::NAME
        ))),
        None => Ok(found),
    }
}

fn verify<D: Seat>(sheets: &BTreeMap<String, Sheet<D>>, pool: &Pool<D>) -> Result<(), Failure> {
    sheets
        .iter()
        .try_for_each(|(id, sheet)| pool.verify(id, sheet.digest))
        .map_err(|error| Failure::Fault(error.to_string()))
}
