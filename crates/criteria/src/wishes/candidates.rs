//! The wishes of the candidates of a block.

use super::{
    Wish as _, Wishes,
    index::Index,
    list::WishList,
    mean::{Start, Sum, Weights},
};
use hashbrown::HashTable;
use mutualfit_scoring::{Column, Degree, Gate};
use std::{
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
};

/// The wishes of the candidates of a block, each different one kept once.
pub(super) struct Candidates<C: Wishes> {
    /// Different wishes; the others say which by its code, the place in this list.
    pub(super) wishes: Vec<C::Wish>,
    /// Finds the code of a wish while the column is filled.
    codes: HashTable<u32>,
    /// What weighs anything, slot by slot.
    pub(super) asked: Vec<Asked>,
    /// What must come true, slot by slot.
    essential: Vec<MustBe>,
    /// Where the wishes of each slot end, and what they weigh.
    pub(super) slots: Slots,
    /// Who wishes for what; once sealed.
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
pub(super) struct Slots {
    pub(super) ends: Vec<u32>,
    pub(super) sought: Vec<f32>,
    pub(super) avoided: Vec<f32>,
}

impl<C: Wishes> Default for Candidates<C> {
    fn default() -> Self {
        Self {
            wishes: Vec::new(),
            codes: HashTable::new(),
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
        let mut weights = Weights::default();
        for wished in list.into_iter().flat_map(|list| list.wishes) {
            weights.add(wished.wish.aim(), f32::from(wished.weight));
            let code = self.code(wished.wish);
            if wished.weight > 0 {
                self.asked.push(Asked { code, weight: wished.weight });
            }
            if wished.is_essential {
                self.essential.push(MustBe { slot, code, place: wished.place });
            }
        }
        self.slots.ends.push(self.asked.len() as u32);
        self.slots.sought.push(weights.sought);
        self.slots.avoided.push(weights.avoided);
    }

    fn code(&mut self, wish: C::Wish) -> u32 {
        let Self { wishes, codes, .. } = self;
        let hash = hash(&wish);
        let is_it = |code: &u32| wishes.get(*code as usize) == Some(&wish);
        codes.find(hash, is_it).copied().unwrap_or_else(|| {
            let code = wishes.len() as u32;
            let rehash = |code: &u32| wishes.get(*code as usize).map_or(hash, self::hash);
            codes.insert_unique(hash, code, rehash);
            wishes.push(wish);
            code
        })
    }

    /// How far the wishes of one candidate come true.
    pub(super) fn degree(&self, slot: usize, criterion: &C, have: &C::Have) -> Degree {
        let start = Start::of(criterion.rest(have));
        let mut gained = Sum::default();
        for Asked { code, weight } in self.asked_by(slot) {
            let wish = self.wishes.get(*code as usize);
            let found = wish.and_then(|wish| Some((wish.aim(), criterion.found(wish, have)?)));
            if let Some((aim, degree)) = found {
                gained.add(f64::from(*weight), start.gain(aim, degree));
            }
        }
        start.mean(self.slots.weights(slot), gained)
    }

    fn asked_by(&self, slot: usize) -> &[Asked] {
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

    fn essential_to(&self, slot: usize) -> impl Iterator<Item = (&C::Wish, u32)> {
        let from = self.essential.partition_point(|must| (must.slot as usize) < slot);
        let rest = self.essential.get(from..).unwrap_or_default();
        let own = rest.iter().take_while(move |must| must.slot as usize == slot);
        own.filter_map(|must| Some((self.wishes.get(must.code as usize)?, must.place)))
    }
}

impl Slots {
    fn weights(&self, slot: usize) -> Weights {
        let of = |weights: &[f32]| weights.get(slot).copied().unwrap_or_default();
        Weights { sought: of(&self.sought), avoided: of(&self.avoided) }
    }
}

fn bar<C: Wishes>(criterion: &C, wish: &C::Wish, have: &C::Have) -> Gate {
    Gate::at(1.0, criterion.degree(wish, have))
}

fn hash(wish: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    wish.hash(&mut hasher);
    hasher.finish()
}

impl<C: Wishes> Column for Candidates<C> {
    fn len(&self) -> usize {
        self.slots.ends.len()
    }

    fn seal(&mut self) {
        self.index = Some(Index::of(self));
        self.codes = HashTable::new();
        self.wishes.shrink_to_fit();
        self.asked.shrink_to_fit();
        self.essential.shrink_to_fit();
    }
}

impl<C: Wishes> fmt::Debug for Candidates<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Candidates({} wishes of {} slots)", self.asked.len(), self.len())
    }
}
