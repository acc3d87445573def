//! What candidates hold: their own lists, and an index from concepts to the candidates of a block.

use crate::levels::{LevelShare, scale_name};
use mutualfit_domain::{ConceptId, Level};
use mutualfit_scoring::{Column, Context, Degree};

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
    /// Slot after slot, each in the order of the concepts.
    entries: Vec<HeldSkill>,
    /// Where each slot's entries end.
    ends: Vec<u32>,
    /// For each slot, what a skill that is not listed may count at the most: 1 or 0.
    pub(super) open: Vec<f32>,
    pub(super) readings: Vec<Reading>,
    index: Index,
}

/// From concepts to the slots that hold them.
#[derive(Debug, Default)]
struct Index {
    concepts: Vec<ConceptId>,
    runs: Vec<Run>,
    slots: Vec<u16>,
    levels: Vec<LevelShare>,
    /// Credit and reading, for runs that are mixed.
    details: Vec<(f32, u16)>,
}

/// Those who hold one concept.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: u32,
    end: u32,
    /// The one reading of all known levels, where everybody is there once and holds the thing itself, unworn.
    reading: Option<u16>,
    has_unknown: bool,
}

/// Those who hold one concept, slot by slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holders<'a> {
    pub(super) slots: &'a [u16],
    pub(super) levels: &'a [LevelShare],
    details: &'a [(f32, u16)],
    concept: ConceptId,
    /// The one reading of all known levels, where everybody is there once and holds the thing itself, unworn.
    pub(super) reading: Option<u16>,
    /// Whether any level is not known.
    pub(super) has_unknown: bool,
}

impl Column for HeldSkills {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn seal(&mut self) {
        self.index = Index::of(&self.entries, &self.ends, &self.readings);
    }
}

impl HeldSkills {
    /// Adds a candidate; `open` is what a skill that is not listed may count at the most.
    pub(super) fn push(&mut self, mut entries: Vec<HeldSkill>, open: f32) {
        entries.sort_by_key(|held| held.concept);
        for same in entries.chunk_by(|one, other| one.concept == other.concept) {
            // What is said of the very thing speaks louder than what is held beside it: yes first, then no.
            let is_held = same.iter().any(|held| held.credit >= 1.0);
            let denied = same.iter().find(|held| held.credit <= 0.0 && !is_held);
            let least = if is_held { 1.0 } else { 0.0 };
            match denied {
                Some(denied) => self.entries.push(*denied),
                None => self.entries.extend(best_of(same).filter(|held| held.credit >= least)),
            }
        }
        self.ends.push(self.entries.len() as u32);
        self.open.push(open);
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
        let id = |scale: &Option<Scale>| scale.as_ref().map(|scale| scale.id);
        let is_same = |reading: &Reading| id(&reading.scale) == id(&scale) && reading.kept == kept;
        let place = self.readings.iter().position(is_same).unwrap_or_else(|| {
            self.readings.push(Reading { scale, kept });
            self.readings.len() - 1
        });
        match u16::try_from(place) {
            Ok(place) if place != UNREAD => (share, place),
            _ => (LevelShare::UNKNOWN, UNREAD),
        }
    }

    /// The scale of a name, if anything declares it.
    fn scale(&self, name: &str, context: &Context) -> Option<Scale> {
        let mut known = self.readings.iter().filter_map(|reading| reading.scale.as_ref());
        known.find(|scale| *scale.name == *name).cloned().or_else(|| {
            let bounds = context.scale(name)?;
            Some(Scale { id: scale_name(name, context.concepts())?, name: name.into(), bounds })
        })
    }

    /// The entries of one slot.
    pub(super) fn of_slot(&self, slot: usize) -> &[HeldSkill] {
        let start =
            slot.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(slot).copied().unwrap_or(start);
        self.entries.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The entries of one concept within those of a slot.
    pub(super) fn of_concept(entries: &[HeldSkill], concept: ConceptId) -> &[HeldSkill] {
        let start = entries.partition_point(|held| held.concept < concept);
        let rest = entries.get(start..).unwrap_or_default();
        let end = rest.iter().take_while(|held| held.concept == concept).count();
        rest.get(..end).unwrap_or_default()
    }

    /// Those who hold a concept, once the column is sealed.
    pub(super) fn holders(&self, concept: ConceptId) -> Option<Holders<'_>> {
        let index = &self.index;
        let place = index.concepts.binary_search(&concept).ok()?;
        let run = index.runs.get(place)?;
        let range = run.start as usize..run.end as usize;
        Some(Holders {
            slots: index.slots.get(range.clone())?,
            levels: index.levels.get(range.clone())?,
            details: index.details.get(range)?,
            concept,
            reading: run.reading,
            has_unknown: run.has_unknown,
        })
    }

    /// Whether the index is there.
    pub(super) fn is_sealed(&self) -> bool {
        self.index.slots.len() == self.entries.len()
    }
}

impl<'a> Holders<'a> {
    /// Each slot with what it holds; a slot may come up several times.
    pub(super) fn entries(self) -> impl Iterator<Item = (u16, HeldSkill)> + 'a {
        let held = self.slots.iter().zip(self.levels).zip(self.details);
        held.map(move |((&slot, &level), &(credit, reading))| {
            (slot, HeldSkill { concept: self.concept, credit, level, reading })
        })
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

impl Index {
    fn of(entries: &[HeldSkill], ends: &[u32], readings: &[Reading]) -> Self {
        let mut order: Vec<(ConceptId, u32)> =
            entries.iter().enumerate().map(|(place, held)| (held.concept, place as u32)).collect();
        order.sort_unstable();
        let mut slot_of = Vec::with_capacity(entries.len());
        for (slot, end) in ends.iter().enumerate() {
            slot_of.resize(*end as usize, slot as u16);
        }
        let mut index = Self::default();
        for same in order.chunk_by(|one, other| one.0 == other.0) {
            let start = index.slots.len();
            for (_, place) in same {
                if let (Some(held), Some(slot)) =
                    (entries.get(*place as usize), slot_of.get(*place as usize))
                {
                    index.slots.push(*slot);
                    index.levels.push(held.level);
                    index.details.push((held.credit, held.reading));
                }
            }
            index.concepts.extend(same.first().map(|(concept, _)| *concept));
            let reading = index.one_reading(start, readings);
            let has_unknown = index.levels.iter().skip(start).any(|level| level.is_unknown());
            index.runs.push(Run {
                start: start as u32,
                end: index.slots.len() as u32,
                reading,
                has_unknown,
            });
        }
        index
    }

    /// The one reading of the run from `start` on, where its holders are alike.
    fn one_reading(&self, start: usize, readings: &[Reading]) -> Option<u16> {
        let slots = self.slots.get(start..)?;
        let details = self.details.get(start..)?;
        let reading = details
            .iter()
            .map(|(_, reading)| *reading)
            .find(|reading| *reading != UNREAD)
            .unwrap_or(UNREAD);
        let is_worn =
            readings.get(usize::from(reading)).is_some_and(|reading| reading.kept != Degree::FULL);
        let are_alike = details
            .iter()
            .all(|(credit, own)| *credit >= 1.0 && (*own == reading || *own == UNREAD))
            && slots.is_sorted_by(|one, other| one < other);
        (are_alike && !is_worn).then_some(reading)
    }
}
