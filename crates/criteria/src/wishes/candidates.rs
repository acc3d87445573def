//! The wishes of the candidates of a block.

use super::{
    Wishes,
    index::Index,
    list::WishList,
    mean::{Steps, Sum},
};
use crate::dictionary::Dictionary;
use mutualfit_scoring::{Column, Degree, Gate, downcast};
use std::{fmt, ops::Range};

/// The wishes of the candidates of a block, each different one kept once.
pub(super) struct Candidates<C: Wishes> {
    /// Different wishes; the others say which by its code.
    pub(super) wishes: Dictionary<C::Wish>,
    /// What weighs anything, slot by slot.
    asked: Vec<Asked>,
    /// What must come true, slot by slot.
    essential: Vec<MustBe>,
    /// Where the wishes of each slot end, and what they weigh.
    slots: Slots,
    /// By which names wishes are found; once sealed.
    pub(super) index: Option<Index>,
}

/// One wish of one candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) code: u32,
    pub(super) weight: u16,
}

/// A wish that must come true.
#[derive(Clone, Copy, Debug)]
struct MustBe {
    slot: u32,
    code: u32,
    /// The position in the candidate's list.
    place: u32,
}

/// What is kept of each slot.
#[derive(Debug, Default)]
struct Slots {
    ends: Vec<u32>,
    /// What the wishes of each slot weigh in all; a whole number.
    weights: Vec<f32>,
}

impl<C: Wishes> Default for Candidates<C> {
    fn default() -> Self {
        Self {
            wishes: Dictionary::default(),
            asked: Vec::new(),
            essential: Vec::new(),
            slots: Slots::default(),
            index: None,
        }
    }
}

impl<C: Wishes> Candidates<C> {
    /// Adds a slot with these wishes; none where nothing is stated.
    pub(super) fn push(&mut self, list: Option<WishList<C::Wish>>) {
        let slot = self.slots.ends.len() as u32;
        let mut weight = 0.0;
        for wished in list.into_iter().flat_map(|list| list.wishes) {
            weight += f32::from(wished.weight);
            let code = self.wishes.code(wished.wish);
            if wished.weight > 0 {
                self.asked.push(Asked { code, weight: wished.weight });
            }
            if wished.is_essential {
                self.essential.push(MustBe { slot, code, place: wished.place });
            }
        }
        self.slots.ends.push(self.asked.len() as u32);
        self.slots.weights.push(weight);
    }

    /// How far the wishes of one candidate come true.
    pub(super) fn degree(&self, slot: usize, criterion: &C, have: &C::Have) -> Degree {
        let steps = Steps::of(self.weights(slot));
        let mut sum = Sum::default();
        for Asked { code, weight } in self.asked_by(slot) {
            if let Some(wish) = self.wishes.get(*code) {
                sum.add(steps.of_weight(f32::from(*weight)), criterion.degree(wish, have));
            }
        }
        sum.mean(steps)
    }

    /// What the wishes of a slot weigh in all.
    pub(super) fn weights(&self, slot: usize) -> f32 {
        self.slots.weights.get(slot).copied().unwrap_or_default()
    }

    /// What a slot wishes for.
    pub(super) fn asked_by(&self, slot: usize) -> &[Asked] {
        let ends = &self.slots.ends;
        let start = slot.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        let end = ends.get(slot).copied().unwrap_or(start);
        self.asked.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Whether all that must come true does.
    pub(super) fn gate(&self, slot: usize, criterion: &C, have: &C::Have) -> Gate {
        let gates = self.essential_to(slot).map(|(wish, _)| bar(criterion, wish, have));
        gates.fold(Gate::Met, Gate::and)
    }

    /// The place of the first that must come true and does not; where nothing is answered, of the first that must.
    pub(super) fn gated_by(
        &self,
        slot: usize,
        criterion: &C,
        have: Option<&C::Have>,
    ) -> Option<usize> {
        let is_met = |wish| have.is_some_and(|have| bar(criterion, wish, have) == Gate::Met);
        let first = self.essential_to(slot).find(|(wish, _)| !is_met(wish));
        first.map(|(_, place)| place as usize)
    }

    /// What must come true for anybody, by its code; one may come up more than once.
    pub(super) fn essential_codes(&self) -> impl Iterator<Item = u32> + '_ {
        self.essential.iter().map(|must| must.code)
    }

    /// What must come true for one slot, by its code.
    pub(super) fn essential_codes_of(&self, slot: usize) -> impl Iterator<Item = u32> + '_ {
        self.must_be(slot).map(|must| must.code)
    }

    fn must_be(&self, slot: usize) -> impl Iterator<Item = &MustBe> {
        let from = self.essential.partition_point(|must| (must.slot as usize) < slot);
        let rest = self.essential.get(from..).unwrap_or_default();
        rest.iter().take_while(move |must| must.slot as usize == slot)
    }

    fn essential_to(&self, slot: usize) -> impl Iterator<Item = (&C::Wish, u32)> {
        let wish = |must: &MustBe| Some((self.wishes.get(must.code)?, must.place));
        self.must_be(slot).filter_map(wish)
    }
}

/// Whether a wish that must come true does.
pub(super) fn bar<C: Wishes>(criterion: &C, wish: &C::Wish, have: &C::Have) -> Gate {
    Gate::at(1.0, criterion.degree(wish, have))
}

impl<C: Wishes> Column for Candidates<C> {
    fn len(&self) -> usize {
        self.slots.ends.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        let mut adopt = self.wishes.adopt(&other.wishes, Clone::clone);
        for slot in slots {
            let number = self.slots.ends.len() as u32;
            for asked in other.asked_by(slot) {
                if let Some(code) = adopt(asked.code) {
                    self.asked.push(Asked { code, ..*asked });
                }
            }
            for must in other.must_be(slot) {
                if let Some(code) = adopt(must.code) {
                    self.essential.push(MustBe { slot: number, code, place: must.place });
                }
            }
            self.slots.ends.push(self.asked.len() as u32);
            self.slots.weights.push(other.slots.weights.get(slot).copied().unwrap_or_default());
        }
    }

    fn seal(&mut self) {
        self.index = Some(Index::of(self));
        self.wishes.seal();
        self.asked.shrink_to_fit();
        self.essential.shrink_to_fit();
        self.slots.ends.shrink_to_fit();
        self.slots.weights.shrink_to_fit();
    }
}

impl<C: Wishes> fmt::Debug for Candidates<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Candidates({} wishes of {} slots)", self.asked.len(), self.len())
    }
}
