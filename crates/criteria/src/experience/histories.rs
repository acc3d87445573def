//! What the candidates of a block have done, and who has done what.

use super::{
    Experience,
    history::{Done, Entry, History, Wanted},
};
use crate::{by_block::AnswerBlock, names::Name, requirement_list::RequirementList};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{BLOCK, Column, Degree, Gate, Lanes};

/// What the candidates of a block have done, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Histories {
    entries: Vec<Entry>,
    names: Vec<Name>,
    /// Where each slot's entries and names end.
    ends: Vec<(u32, u32)>,
    /// For each slot, [`OPEN`] or [`CLOSED`].
    bases: Vec<u16>,
    /// Once sealed.
    index: Option<Index>,
}

/// The place, among what a list comes to, of a candidate who has done nothing of it and may have left something out.
const OPEN: u16 = 0;
/// The place of one who has done nothing of it and left nothing out.
const CLOSED: u16 = 1;

/// Who has done what: whoever is found under none of the names asked for is judged as one who has done nothing.
#[derive(Debug, Default)]
struct Index {
    names: Vec<ConceptId>,
    /// Where the slots of each name end.
    ends: Vec<u32>,
    slots: Vec<u16>,
    /// The slots with an entry whose occupation is not said.
    unsaid: Vec<u16>,
}

impl Column for Histories {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn seal(&mut self) {
        self.entries.shrink_to_fit();
        self.names.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.bases.shrink_to_fit();
        // Where slots have more numbers than the index can write, everybody is looked at.
        self.index = u16::try_from(self.len()).is_ok().then(|| Index::of(self));
    }
}

impl Histories {
    /// What the candidate of a slot has done.
    fn done(&self, slot: usize) -> Done<'_> {
        let start = slot.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let (entry, name) = start.unwrap_or_default();
        let (entry_end, name_end) = self.ends.get(slot).copied().unwrap_or_default();
        Done {
            entries: self.entries.get(entry as usize..entry_end as usize).unwrap_or_default(),
            names: self.names.get(name as usize..name_end as usize).unwrap_or_default(),
            is_open: self.bases.get(slot) != Some(&CLOSED),
        }
    }

    /// Everybody who has done something of what a list asks, or may have; some may come up more than once. `None` where
    /// all are to be looked at.
    fn found(&self, list: &RequirementList<Wanted>) -> Option<impl Iterator<Item = usize>> {
        let index = self.index.as_ref()?;
        // An ask for any occupation concerns everybody.
        if list.wants().any(|wanted| wanted.occupation.is_none()) {
            return None;
        }
        let keys = list.wants().filter_map(|wanted| wanted.occupation);
        let names = keys.flat_map(|[one, other]| [Some(one), (other != one).then_some(other)]);
        let found = names.flatten().flat_map(|name| index.slots(name));
        Some(found.chain(&index.unsaid).map(|slot| usize::from(*slot)))
    }

    /// What a list comes to for each slot, as places among what is different: all who have done nothing of it are
    /// alike. `None` where there is more that is different than a block can tell apart.
    fn coded(&self, list: &RequirementList<Wanted>) -> Option<(Box<[u16]>, Vec<Degree>)> {
        let of_one = |done: Done<'_>| list.degree(|wanted| done.degree(wanted));
        let mut codes = self.bases.clone().into_boxed_slice();
        let mut degrees = vec![of_one(Done::nothing(true)), of_one(Done::nothing(false))];
        for slot in self.found(list)? {
            if let Some(code) = codes.get_mut(slot) {
                *code = degrees.len() as u16;
                degrees.push(of_one(self.done(slot)));
            }
            if degrees.len() > BLOCK {
                return None;
            }
        }
        Some((codes, degrees))
    }
}

impl AnswerBlock<Experience> for Histories {
    fn push(&mut self, have: History) {
        self.entries.extend(have.entries);
        self.names.extend(have.names);
        self.ends.push((self.entries.len() as u32, self.names.len() as u32));
        self.bases.push(if have.is_open { OPEN } else { CLOSED });
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.done(slot).degree(wanted)
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.done(slot).gate(wanted)
    }

    fn score(&self, list: &RequirementList<Wanted>, weight: f32, stakes: &[u8], lanes: Lanes<'_>) {
        match self.coded(list) {
            Some((codes, degrees)) => lanes.add_coded(weight, stakes, &codes, degrees),
            None => lanes.add(weight, stakes, |slot| {
                let done = self.done(slot);
                list.degree(|wanted| done.degree(wanted))
            }),
        }
    }
}

impl Index {
    fn of(histories: &Histories) -> Self {
        let mut found = Vec::with_capacity(histories.names.len());
        let mut index = Self::default();
        for slot in 0..histories.len() as u16 {
            let done = histories.done(slot.into());
            found.extend(done.names.iter().map(|(name, _)| (*name, slot)));
            if done.entries.iter().any(|entry| entry.names.is_none()) {
                index.unsaid.push(slot);
            }
        }
        found.sort_unstable();
        found.dedup();
        for same in found.chunk_by(|one, other| one.0 == other.0) {
            index.names.extend(same.first().map(|(name, _)| *name));
            index.slots.extend(same.iter().map(|(_, slot)| *slot));
            index.ends.push(index.slots.len() as u32);
        }
        index
    }

    /// Those who have done something of this name.
    fn slots(&self, name: ConceptId) -> &[u16] {
        let Ok(place) = self.names.binary_search(&name) else { return &[] };
        let end_of = |place: usize| self.ends.get(place).map(|end| *end as usize);
        let start = place.checked_sub(1).and_then(end_of).unwrap_or(0);
        self.slots.get(start..end_of(place).unwrap_or(start)).unwrap_or_default()
    }
}
