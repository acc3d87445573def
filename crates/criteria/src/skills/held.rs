//! What candidates hold: each different thing once, and for each of them a list of what it is.

use super::wanted::{Comparison, WantedSkill};
use crate::levels::{LevelShare, scale_name};
use hashbrown::HashTable;
use mutualfit_domain::{ConceptId, Level};
use mutualfit_scoring::{Column, Context, Degree, downcast};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

/// One name under which a candidate is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HeldSkill {
    pub(super) concept: ConceptId,
    /// What it earns where the concept is asked for: 1 for the thing itself, less for a neighbour, 0 for a skill that
    /// the candidate says not to have.
    pub(super) credit: f32,
    /// The level, or [`LevelShare::UNKNOWN`].
    pub(super) level: LevelShare,
    /// How the level is read: a place among the readings of the column, or [`UNREAD`].
    pub(super) reading: u16,
}

/// How a level is read that is not known and that no time has worn.
pub(super) const UNREAD: u16 = u16::MAX;

/// How levels of the column are read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The scale they are on; absent where they are not known.
    pub(super) scale: Option<Scale>,
    /// What is left of the skill since it was last used.
    pub(super) kept: Degree,
}

/// A scale that levels are on.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    pub(super) id: ConceptId,
    pub(super) name: Box<str>,
    bounds: (f64, f64),
}

/// What the candidates of a block hold.
#[derive(Debug, Default)]
pub(super) struct HeldSkills {
    /// Everything that somebody holds under one concept, each different thing once; in the order of the concepts once
    /// sealed. Its place is its code.
    holdings: Vec<Holding>,
    /// What the holdings are made of.
    entries: Vec<HeldSkill>,
    /// Finds the code of a holding while the column is filled.
    known: HashTable<u32>,
    /// What each candidate holds, slot after slot, each in the order of the concepts; one code a concept.
    codes: Vec<u32>,
    /// Where each slot's codes end.
    ends: Vec<u32>,
    /// For each slot, whether a skill that is not listed may be held.
    open: Vec<bool>,
    readings: Vec<Reading>,
}

/// What somebody holds under one concept: more than one entry where no other exceeds any of them in everything.
#[derive(Clone, Copy, Debug)]
struct Holding {
    concept: ConceptId,
    start: u32,
    end: u32,
}

impl Holding {
    fn of<'a>(&self, entries: &'a [HeldSkill]) -> &'a [HeldSkill] {
        entries.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Column for HeldSkills {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        let readings: Vec<u16> =
            other.readings.iter().map(|reading| self.reading(reading.clone())).collect();
        // Every holding of the other is looked up once, whoever shares it.
        let mut codes: Vec<Option<u32>> = vec![None; other.holdings.len()];
        for slot in slots {
            for &code in other.of_slot(slot) {
                let Some(own) = codes.get_mut(code as usize) else { continue };
                if own.is_none() {
                    let read = |held: &HeldSkill| match readings.get(usize::from(held.reading)) {
                        Some(&UNREAD) => {
                            HeldSkill { reading: UNREAD, level: LevelShare::UNKNOWN, ..*held }
                        }
                        Some(&reading) => HeldSkill { reading, ..*held },
                        None => *held,
                    };
                    let entries: Vec<HeldSkill> = other.entries(code).iter().map(read).collect();
                    *own = self.code(&entries);
                }
                self.codes.extend(*own);
            }
            self.ends.push(self.codes.len() as u32);
            self.open.push(other.is_open(slot));
        }
    }

    fn seal(&mut self) {
        let mut order: Vec<(ConceptId, u32)> =
            self.holdings.iter().map(|holding| holding.concept).zip(0..).collect();
        order.sort_unstable();
        let mut codes = vec![0; order.len()];
        for ((_, before), code) in order.iter().zip(0..) {
            if let Some(at) = codes.get_mut(*before as usize) {
                *at = code;
            }
        }
        for code in &mut self.codes {
            *code = codes.get(*code as usize).copied().unwrap_or_default();
        }
        self.holdings.sort_by_key(|holding| holding.concept);
        self.holdings.shrink_to_fit();
        self.entries.shrink_to_fit();
        self.codes.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.open.shrink_to_fit();
        self.known = HashTable::new();
    }
}

impl HeldSkills {
    /// Adds a candidate; `open` says whether a skill that is not listed may be held.
    pub(super) fn push(&mut self, mut entries: Vec<HeldSkill>, open: bool) {
        entries.sort_by_key(|held| held.concept);
        let mut kept = Vec::new();
        for same in entries.chunk_by(|one, other| one.concept == other.concept) {
            // What is said of the very thing speaks louder than what is held beside it: yes first, then no.
            let is_held = same.iter().any(|held| held.credit >= 1.0);
            let denied = same.iter().find(|held| held.credit <= 0.0 && !is_held);
            let least = if is_held { 1.0 } else { 0.0 };
            kept.clear();
            match denied {
                Some(denied) => kept.push(*denied),
                None => kept.extend(best_of(same).filter(|held| held.credit >= least)),
            }
            let code = self.code(&kept);
            self.codes.extend(code);
        }
        self.ends.push(self.codes.len() as u32);
        self.open.push(open);
    }

    /// The code of what is held under one concept.
    fn code(&mut self, same: &[HeldSkill]) -> Option<u32> {
        let Self { holdings, entries, known, .. } = self;
        let concept = same.first()?.concept;
        let hash = hash(same);
        let of = |code: u32| holdings.get(code as usize).map(|holding| holding.of(entries));
        if let Some(code) = known.find(hash, |code| of(*code) == Some(same)) {
            return Some(*code);
        }
        let code = holdings.len() as u32;
        known.insert_unique(hash, code, |code| of(*code).map_or(hash, self::hash));
        let start = entries.len() as u32;
        entries.extend(same);
        holdings.push(Holding { concept, start, end: entries.len() as u32 });
        Some(code)
    }

    /// A level as it is kept, with the place of its reading; `kept` is what is left since the skill was last used.
    pub(super) fn read(
        &mut self,
        level: Option<&Level>,
        kept: Degree,
        context: &Context,
    ) -> (LevelShare, u16) {
        let scale = level.and_then(|level| self.scale(level.scale(), context));
        let share = level
            .zip(scale.as_ref())
            .and_then(|(level, scale)| LevelShare::of(level.value(), scale.bounds));
        let scale = scale.filter(|_| share.is_some());
        let share = share.unwrap_or(LevelShare::UNKNOWN);
        if scale.is_none() && kept == Degree::FULL {
            return (share, UNREAD);
        }
        match self.reading(Reading { scale, kept }) {
            UNREAD => (LevelShare::UNKNOWN, UNREAD),
            reading => (share, reading),
        }
    }

    /// The place of a reading, which is kept where it is new; [`UNREAD`] where there are too many.
    fn reading(&mut self, reading: Reading) -> u16 {
        let id = |reading: &Reading| reading.scale.as_ref().map(|scale| scale.id);
        let is_same = |known: &Reading| id(known) == id(&reading) && known.kept == reading.kept;
        let place = self.readings.iter().position(is_same).unwrap_or(self.readings.len());
        let Some(place) = u16::try_from(place).ok().filter(|place| *place != UNREAD) else {
            return UNREAD;
        };
        if usize::from(place) == self.readings.len() {
            self.readings.push(reading);
        }
        place
    }

    /// The scale of a name, if anything declares it.
    fn scale(&self, name: &str, context: &Context) -> Option<Scale> {
        let mut known = self.readings.iter().filter_map(|reading| reading.scale.as_ref());
        known.find(|scale| *scale.name == *name).cloned().or_else(|| {
            let bounds = context.scale(name)?;
            Some(Scale { id: scale_name(name, context.concepts())?, name: name.into(), bounds })
        })
    }

    /// The codes of what a candidate holds, in the order of the concepts.
    #[inline]
    pub(super) fn of_slot(&self, slot: usize) -> &[u32] {
        let start =
            slot.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(slot).copied().unwrap_or(start);
        self.codes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Whether a candidate may hold a skill that is not listed.
    #[inline]
    pub(super) fn is_open(&self, slot: usize) -> bool {
        self.open.get(slot).copied().unwrap_or(true)
    }

    /// How what is held compares with what roles of this context ask; `open` says whether a skill that is not listed may
    /// be held.
    pub(super) fn comparison<'a>(
        &'a self,
        context: Option<&'a Context>,
        open: bool,
    ) -> Comparison<'a> {
        Comparison::of(&self.readings, context, open)
    }

    /// How many codes there are.
    pub(super) fn count(&self) -> usize {
        self.holdings.len()
    }

    /// The codes of everything that is held under a concept, once the column is sealed.
    pub(super) fn codes_of(&self, concept: ConceptId) -> Range<u32> {
        let start = self.holdings.partition_point(|holding| holding.concept < concept);
        let same = self.holdings.get(start..).unwrap_or_default();
        let count = same.iter().take_while(|holding| holding.concept == concept).count();
        start as u32..(start + count) as u32
    }

    /// The concept of a code.
    pub(super) fn concept(&self, code: u32) -> Option<ConceptId> {
        self.holdings.get(code as usize).map(|holding| holding.concept)
    }

    /// What a code stands for.
    pub(super) fn entries(&self, code: u32) -> &[HeldSkill] {
        let holding = self.holdings.get(code as usize);
        holding.map(|holding| holding.of(&self.entries)).unwrap_or_default()
    }

    /// What one candidate earns for a requirement; `None` where the skill is not listed.
    pub(super) fn found(
        &self,
        slot: usize,
        wanted: &WantedSkill,
        comparison: &Comparison<'_>,
    ) -> Option<Degree> {
        let codes = self.of_slot(slot);
        let under = |concept: ConceptId| {
            let at = codes.binary_search_by_key(&Some(concept), |code| self.concept(*code)).ok()?;
            comparison.found(wanted, self.entries(*codes.get(at)?))
        };
        wanted.names().filter_map(under).reduce(Degree::or)
    }
}

/// The entries of one concept without those that another of them exceeds in everything.
fn best_of(same: &[HeldSkill]) -> impl Iterator<Item = HeldSkill> + '_ {
    let exceeds = |one: &HeldSkill, other: &HeldSkill| {
        one.credit >= other.credit && one.reading == other.reading && one.level >= other.level
    };
    same.iter().enumerate().filter_map(move |(place, held)| {
        let is_exceeded = same.iter().enumerate().any(|(at, other)| {
            at != place && exceeds(other, held) && (at < place || !exceeds(held, other))
        });
        (!is_exceeded).then_some(*held)
    })
}

fn hash(entries: &[HeldSkill]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for held in entries {
        (held.concept, held.credit.to_bits(), held.level, held.reading).hash(&mut hasher);
    }
    hasher.finish()
}
