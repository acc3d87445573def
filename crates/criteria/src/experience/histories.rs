//! What the candidates of a block have done, and which roles that concerns.

use super::{
    Experience,
    history::{Done, Entry, History, Wanted},
};
use crate::{
    by_block::{AnswerBlock, Answers, Listing, Measure},
    dictionary::Dictionary,
    names::Names,
    requirement_list::RequirementList,
};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, Degree, Gate, LANES, downcast};
use std::{collections::HashMap, iter, ops::Range};

/// What the candidates of a block have done. Hardly two have done the same, but what they have done repeats.
#[derive(Debug, Default)]
pub(crate) struct Histories {
    occupations: Dictionary<Names>,
    /// Every different entry, with the code of its occupation.
    entries: Dictionary<Entry<u32>>,
    /// The codes of all entries, slot after slot.
    codes: Vec<u32>,
    /// Where those of each slot end.
    ends: Vec<u32>,
    /// For each slot, whether there may be more than is listed.
    is_open: Vec<bool>,
}

impl Column for Histories {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        let mut occupation = self.occupations.adopt(&other.occupations, Clone::clone);
        let mut entry = self.entries.adopt(&other.entries, |entry| Entry {
            occupation: entry.occupation.and_then(&mut occupation),
            ..*entry
        });
        for slot in slots {
            self.codes.extend(other.codes(slot).iter().filter_map(|code| entry(*code)));
            self.ends.push(self.codes.len() as u32);
            self.is_open.push(other.is_open(slot));
        }
    }

    fn seal(&mut self) {
        self.occupations.seal();
        self.entries.seal();
        self.codes.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.is_open.shrink_to_fit();
    }
}

impl Histories {
    /// The codes of the entries of a slot.
    #[inline]
    fn codes(&self, slot: usize) -> &[u32] {
        let start = slot.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(slot).copied().unwrap_or_default();
        self.codes.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    /// The entries of a slot, each with the code of its occupation.
    #[inline]
    fn entries(&self, slot: usize) -> impl Iterator<Item = Entry<u32>> + Clone {
        self.codes(slot).iter().filter_map(|code| self.entries.get(*code)).copied()
    }

    fn is_open(&self, slot: usize) -> bool {
        self.is_open.get(slot).copied().unwrap_or(true)
    }

    /// What the candidate of a slot has done.
    #[inline]
    fn done(&self, slot: usize) -> Done<impl Iterator<Item = Entry<&Names>> + Clone> {
        let entries = self.entries(slot).map(|Entry { occupation, months }| {
            let occupation = occupation.and_then(|code| self.occupations.get(code));
            Entry { occupation, months }
        });
        Done { entries, is_open: self.is_open(slot) }
    }
}

impl AnswerBlock<Experience> for Histories {
    type Answers<'a, M: Measure> = Concerning<'a>;

    fn push(&mut self, History { entries, is_open }: History) {
        for Entry { occupation, months } in entries {
            let occupation = occupation.map(|names| self.occupations.code(names));
            self.codes.push(self.entries.code(Entry { occupation, months }));
        }
        self.ends.push(self.codes.len() as u32);
        self.is_open.push(is_open);
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.done(slot).degree(wanted)
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.done(slot).gate(wanted)
    }

    fn beside<'a, M: Measure>(&'a self, lists: &[Listing<'a, Wanted>]) -> Concerning<'a> {
        Concerning::of::<M>(self, lists)
    }
}

/// Whom the histories of a block concern: roles of whose asks nothing is done, nor may be, take a candidate as one who
/// has done nothing at all.
pub(crate) struct Concerning<'a> {
    histories: &'a Histories,
    lists: [Option<&'a RequirementList<Wanted>>; LANES],
    /// For each occupation, the lanes that it concerns, a bit each.
    by_occupation: Vec<u64>,
    /// Those that an occupation concerns which is not said.
    by_unsaid: u64,
}

impl<'a> Concerning<'a> {
    fn of<M: Measure>(histories: &'a Histories, asked: &[Listing<'a, Wanted>]) -> Self {
        let mut lists = [None; LANES];
        let (mut by_name, mut by_any, mut by_unsaid) = (HashMap::<ConceptId, u64>::new(), 0, 0);
        for Listing { lane, list } in asked {
            let bit = 1 << lane;
            for (wanted, _) in M::counted(list).flat_map(|counted| counted.wants()) {
                by_unsaid |= bit;
                match wanted.occupation {
                    Some(keys) => {
                        for key in keys {
                            *by_name.entry(key).or_default() |= bit;
                        }
                    }
                    None => by_any |= bit,
                }
            }
            if let Some(at) = lists.get_mut(*lane) {
                *at = Some(*list);
            }
        }
        let of_names = |names: &Names| {
            let lanes = names.ids().filter_map(|name| by_name.get(&name));
            lanes.fold(by_any, |all, lanes| all | lanes)
        };
        let by_occupation = histories.occupations.values().iter().map(of_names).collect();
        Self { histories, lists, by_occupation, by_unsaid }
    }

    /// The lanes that what a candidate has done concerns.
    #[inline]
    fn lanes(&self, slot: usize) -> u64 {
        self.histories.entries(slot).fold(0, |lanes, entry| {
            let by_entry = match entry.occupation {
                Some(code) => self.by_occupation.get(code as usize).copied().unwrap_or_default(),
                None => self.by_unsaid,
            };
            lanes | by_entry
        })
    }
}

impl<M: Measure> Answers<M> for Concerning<'_> {
    type Want = Wanted;

    /// Whoever has done nothing has left something out, or not.
    fn kinds(&self) -> usize {
        2
    }

    fn of_kind(&self, list: &RequirementList<Wanted>, kind: usize) -> M {
        of_list(list, &Done { entries: iter::empty(), is_open: kind == usize::from(true) })
    }

    #[inline]
    fn kind(&self, slot: usize) -> usize {
        usize::from(self.histories.is_open(slot))
    }

    #[inline]
    fn apart(&self, slot: usize, _: &[M], mut tell: impl FnMut(usize, M)) {
        let mut left = self.lanes(slot);
        if left == 0 {
            return;
        }
        let done = self.histories.done(slot);
        while left != 0 {
            let lane = left.trailing_zeros() as usize;
            left &= left - 1;
            if let Some(list) = self.lists.get(lane).copied().flatten() {
                tell(lane, of_list(list, &done));
            }
        }
    }
}

/// What a list comes to for one candidate.
#[inline]
fn of_list<'a, M: Measure>(
    list: &RequirementList<Wanted>,
    done: &Done<impl Iterator<Item = Entry<&'a Names>> + Clone>,
) -> M {
    M::of_list(list, |wanted| M::pick(|| done.degree(wanted), || done.gate(wanted)))
}
