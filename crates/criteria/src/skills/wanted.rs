//! What roles ask of skills: requirements, and how far what is held meets one.

use super::held::{HeldSkill, Reading};
use crate::{
    levels::{KeptLevel, LevelShare, reached, translated},
    requirement_list::RequirementList,
};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, Context, Degree, Gate};

/// One required skill.
#[derive(Clone, Debug)]
pub(super) struct WantedSkill {
    /// The names to look it up by.
    pub(super) keys: [ConceptId; 2],
    /// Where those are among the concepts of a sealed column of roles.
    pub(super) places: [u32; 2],
    pub(super) level: WantedLevel,
    /// What it earns at the least because it is taught.
    pub(super) floor: Option<f32>,
    /// Whether it may come after the start, so that lacking it does not block.
    pub(super) may_come_later: bool,
}

/// The level that is asked for.
#[derive(Clone, Debug)]
pub(super) enum WantedLevel {
    /// None: to have the skill is enough.
    Any,
    /// This one, on the scale of this name.
    At(KeptLevel, Box<str>),
    /// One on a scale that nothing declares.
    Incomparable,
}

/// What one role asks.
#[derive(Debug, Default)]
pub(super) struct WantedSkills {
    pub(super) list: RequirementList<WantedSkill>,
    /// The weight of all that counts; a whole number.
    pub(super) total: f32,
    /// All that counts, in its order, where each takes no more than a look at a level; in a sealed column.
    pub(super) plain: Option<Box<[PlainSkill]>>,
}

/// A requirement by itself, not taught, at a level that compares or at none.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlainSkill {
    /// As those of a [`WantedSkill`].
    pub(super) places: [u32; 2],
    pub(super) weight: f32,
    pub(super) asked: LevelShare,
    pub(super) least: LevelShare,
    /// Absent where no level is asked for.
    pub(super) scale: Option<ConceptId>,
}

/// How far what is held meets what is wanted, with what it takes to compare scales.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison<'a> {
    pub(super) readings: &'a [Reading],
    /// Absent where no role was distilled.
    context: Option<&'a Context>,
    /// What a skill that is not listed may count at the most: 1 or 0.
    pub(super) open: f32,
    /// Whether it counts when a skill was last used.
    counts_age: bool,
}

impl<'a> Comparison<'a> {
    pub(super) fn of(readings: &'a [Reading], context: Option<&'a Context>, open: f32) -> Self {
        Self { readings, context, open, counts_age: true }
    }

    /// The comparison that a must-have makes: a skill is had, whenever it was last used.
    pub(super) fn ageless(self) -> Self {
        Self { counts_age: false, ..self }
    }

    /// What one entry of a candidate earns.
    #[inline]
    pub(super) fn earned(&self, wanted: &WantedSkill, held: HeldSkill) -> Degree {
        if held.credit <= 0.0 {
            return Degree::NONE;
        }
        let degree = match &wanted.level {
            WantedLevel::Any => Degree::FULL,
            WantedLevel::Incomparable => Degree::UNKNOWN,
            WantedLevel::At(asked, scale) => {
                reached(self.on_scale(held, *asked, scale), asked.share, asked.least)
            }
        };
        let kept = self.kept(held);
        let degree = Degree::between(degree.low() * kept.low(), degree.high() * kept.high());
        if held.credit >= 1.0 {
            return degree;
        }
        // Who holds a neighbour may hold the very thing without listing it.
        Degree::between(held.credit * degree.low(), (held.credit * degree.high()).max(self.open))
    }

    /// What is left of a skill since it was last used.
    #[inline]
    pub(super) fn kept(&self, held: HeldSkill) -> Degree {
        let reading = self.readings.get(usize::from(held.reading)).filter(|_| self.counts_age);
        reading.map_or(Degree::FULL, |reading| reading.kept)
    }

    fn on_scale(&self, held: HeldSkill, asked: KeptLevel, scale: &str) -> LevelShare {
        let reading = self.readings.get(usize::from(held.reading));
        let Some(own) =
            reading.and_then(|reading| reading.scale.as_ref()).filter(|_| !held.level.is_unknown())
        else {
            return LevelShare::UNKNOWN;
        };
        if own.id == asked.scale {
            return held.level;
        }
        let translated =
            self.context.and_then(|context| translated(held.level, &own.name, scale, context));
        translated.unwrap_or(LevelShare::UNKNOWN)
    }

    /// What a candidate with these entries earns; `None` where the skill is not listed.
    pub(super) fn found(
        &self,
        wanted: &WantedSkill,
        entries: impl Iterator<Item = HeldSkill>,
    ) -> Option<Degree> {
        entries.map(|held| self.earned(wanted, held)).reduce(Degree::or)
    }

    /// What a skill that is not listed earns.
    #[inline]
    pub(super) fn unlisted(&self) -> Degree {
        Degree::between(0.0, self.open)
    }
}

impl WantedSkill {
    /// What it counts, where being taught earns something.
    #[inline]
    pub(super) fn with_floor(&self, degree: Degree) -> Degree {
        self.floor.map_or(degree, |floor| degree.or(Degree::exact(floor)))
    }

    /// Whether it is met: what it takes is the skill itself at its level, taught or not.
    #[inline]
    pub(super) fn gate(&self, degree: Degree) -> Gate {
        let gate = Gate::at(1.0, degree);
        if self.may_come_later { gate.negotiable() } else { gate }
    }
}

/// The running sums of one pair. Weights are whole numbers, so that their sums are exact.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    low: f32,
    width: f32,
    /// The weight of what was added.
    weight: f32,
}

impl Sum {
    /// Adds what was found.
    #[inline]
    pub(super) fn add(&mut self, weight: f32, low: f32, high: f32) {
        self.low += weight * low;
        self.width += weight * (high - low);
        self.weight += weight;
    }

    /// The degree, where what was not added counts up to `open`.
    #[inline]
    pub(super) fn degree(self, total: f32, open: f32) -> Degree {
        let (low, high) = Self::bounds((self.low, self.width, self.weight), total, open);
        Degree::between(low, high)
    }

    /// The bounds that sums make up. A sum of parts is never above the sum of their whole weights, so that the low is
    /// at most 1 by itself; nothing to compare is 1.
    #[inline]
    pub(super) fn bounds(
        (low, width, weight): (f32, f32, f32),
        total: f32,
        open: f32,
    ) -> (f32, f32) {
        let (least, most) = (low / total, (low + (width + (total - weight) * open)) / total);
        let most = if most < 1.0 { most } else { 1.0 };
        if total > 0.0 { (least, most) } else { (1.0, 1.0) }
    }
}

impl WantedSkills {
    pub(super) fn of(list: RequirementList<WantedSkill>) -> Self {
        let total = list.counted().map(|counted| counted.weight()).sum();
        Self { list, total, plain: None }
    }

    fn plain(&self) -> Option<Box<[PlainSkill]>> {
        let counted = self.list.counted().filter(|counted| counted.weight() > 0.0);
        counted.map(|counted| PlainSkill::of(counted.alone()?, counted.weight())).collect()
    }

    /// The degree of one pair, by what is `found` of each requirement.
    #[inline]
    pub(super) fn degree(
        &self,
        comparison: &Comparison<'_>,
        found: impl Fn(&WantedSkill) -> Option<Degree>,
    ) -> Degree {
        let mut sum = Sum::default();
        for counted in self.list.counted().filter(|counted| counted.weight() > 0.0) {
            if let Some(wanted) = counted.alone().filter(|wanted| wanted.floor.is_none()) {
                if let Some(degree) = found(wanted) {
                    sum.add(counted.weight(), degree.low(), degree.high());
                }
            } else {
                let degree = counted.best(|wanted| {
                    wanted.with_floor(found(wanted).unwrap_or_else(|| comparison.unlisted()))
                });
                sum.add(counted.weight(), degree.low(), degree.high());
            }
        }
        sum.degree(self.total, comparison.open)
    }
}

/// What the roles of a block ask.
#[derive(Debug, Default)]
pub(super) struct Roles {
    pub(super) rows: Vec<WantedSkills>,
    pub(super) context: Option<Context>,
    /// Every concept that is asked for, in order; once sealed.
    pub(super) concepts: Vec<ConceptId>,
    pub(super) is_sealed: bool,
}

impl Column for Roles {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn seal(&mut self) {
        let keys = self.rows.iter().flat_map(|row| row.list.wants()).flat_map(|wanted| wanted.keys);
        self.concepts = keys.collect();
        self.concepts.sort_unstable();
        self.concepts.dedup();
        let place =
            |id: ConceptId| self.concepts.binary_search(&id).map_or(u32::MAX, |place| place as u32);
        for wanted in self.rows.iter_mut().flat_map(|row| row.list.wants_mut()) {
            wanted.places = wanted.keys.map(place);
        }
        for row in &mut self.rows {
            row.plain = row.plain();
        }
        self.is_sealed = true;
    }
}

impl PlainSkill {
    fn of(wanted: &WantedSkill, weight: f32) -> Option<Self> {
        let (asked, least, scale) = match &wanted.level {
            WantedLevel::Any => (LevelShare::default(), LevelShare::default(), None),
            WantedLevel::At(asked, _) => (asked.share, asked.least, Some(asked.scale)),
            WantedLevel::Incomparable => return None,
        };
        wanted.floor.is_none().then_some(Self {
            places: wanted.places,
            weight,
            asked,
            least,
            scale,
        })
    }
}
