//! What the candidates of a block have done, and who has done what.

use super::{
    Experience,
    history::{Done, Entry, History, Wanted},
};
use crate::{by_block::AnswerBlock, names::Name, requirement_list::RequirementList};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, Degree, Gate};

/// What the candidates of a block have done, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Histories {
    entries: Vec<Entry>,
    names: Vec<Name>,
    /// Where each slot's entries and names end.
    ends: Vec<(u32, u32)>,
    /// For each slot, whether there may be more than is listed.
    is_open: Vec<bool>,
    /// Once sealed.
    index: Option<Index>,
}

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
        // Where slots have more numbers than the index can write, everybody is looked at.
        self.index = (self.len() <= usize::from(u16::MAX)).then(|| Index::of(self));
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
            is_open: self.is_open.get(slot).copied().unwrap_or(true),
        }
    }

    /// Writes what each slot is judged to be by a whole list. Most have done nothing of what is asked, and all of them
    /// are judged alike.
    fn judge<T: Copy>(
        &self,
        list: &RequirementList<Wanted>,
        judge: impl Fn(Done<'_>) -> T,
        into: &mut [T],
    ) {
        let Some(index) = self.index.as_ref().filter(|index| index.covers(list)) else {
            let slots = into.iter_mut().enumerate();
            return slots.for_each(|(slot, at)| *at = judge(self.done(slot)));
        };
        let (open, closed) = (judge(Done::nothing(true)), judge(Done::nothing(false)));
        for (at, is_open) in into.iter_mut().zip(&self.is_open) {
            *at = if *is_open { open } else { closed };
        }
        let keys = list.wants().filter_map(|wanted| wanted.occupation);
        let names = keys.flat_map(|[one, other]| [Some(one), (other != one).then_some(other)]);
        let found = names.flatten().flat_map(|name| index.slots(name));
        for slot in found.chain(&index.unsaid) {
            let slot = usize::from(*slot);
            if let Some(at) = into.get_mut(slot) {
                *at = judge(self.done(slot));
            }
        }
    }
}

impl AnswerBlock<Experience> for Histories {
    fn push(&mut self, have: History) {
        self.entries.extend(have.entries);
        self.names.extend(have.names);
        self.ends.push((self.entries.len() as u32, self.names.len() as u32));
        self.is_open.push(have.is_open);
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.done(slot).degree(wanted)
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.done(slot).gate(wanted)
    }

    fn degrees(&self, list: &RequirementList<Wanted>, degrees: &mut [Degree]) {
        self.judge(list, |done| list.degree(|wanted| done.degree(wanted)), degrees);
    }

    fn gates(&self, list: &RequirementList<Wanted>, _: &[bool], gates: &mut [Gate]) {
        self.judge(list, |done| list.gate(|wanted| done.gate(wanted)), gates);
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

    /// Whether it finds everybody who is to be looked at: an ask for any occupation concerns all.
    fn covers(&self, list: &RequirementList<Wanted>) -> bool {
        list.wants().all(|wanted| wanted.occupation.is_some())
    }

    /// Those who have done something of this name.
    fn slots(&self, name: ConceptId) -> &[u16] {
        let Ok(place) = self.names.binary_search(&name) else { return &[] };
        let end_of = |place: usize| self.ends.get(place).map(|end| *end as usize);
        let start = place.checked_sub(1).and_then(end_of).unwrap_or(0);
        self.slots.get(start..end_of(place).unwrap_or(start)).unwrap_or_default()
    }
}
