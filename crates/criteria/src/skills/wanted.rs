//! What roles ask of skills: requirements, and how far what is held meets one.

use super::{
    held::{HeldSkill, Reading},
    steps::{Steps, shares},
};
use crate::{
    levels::{KeptLevel, LevelShare, reached, translated},
    requirement_list::{Counted, RequirementList},
};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, Context, Degree, Gate, downcast};
use std::ops::Range;

/// One required skill.
#[derive(Clone, Debug)]
pub(super) struct WantedSkill {
    /// The names to look it up by.
    pub(super) keys: [ConceptId; 2],
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
#[derive(Clone, Debug, Default)]
pub(super) struct WantedSkills {
    pub(super) list: RequirementList<WantedSkill>,
    /// The steps of whatever counts once, in its order.
    shares: Box<[i32]>,
}

/// What is made of a list: how far it is met, or whether what must be is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    Degree,
    Gate,
}

/// What counts once in a measure: a requirement by itself, or alternatives together.
#[derive(Debug)]
pub(super) struct Item<'a> {
    counted: Counted<'a, WantedSkill>,
    share: i32,
    measure: Measure,
}

/// A requirement, with what it counts in a measure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Want<'a> {
    pub(super) wanted: &'a WantedSkill,
    is_negotiable: bool,
    share: i32,
    measure: Measure,
}

/// How far what is held meets what is wanted, with what it takes to compare scales.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison<'a> {
    readings: &'a [Reading],
    /// Absent where no role was distilled.
    context: Option<&'a Context>,
    /// What a skill that is not listed may count at the most: 1 or 0.
    open: f32,
    /// Whether it counts when a skill was last used.
    counts_age: bool,
}

impl<'a> Comparison<'a> {
    /// `open` says whether a skill that is not listed may be held.
    pub(super) fn of(readings: &'a [Reading], context: Option<&'a Context>, open: bool) -> Self {
        Self { readings, context, open: if open { 1.0 } else { 0.0 }, counts_age: true }
    }

    /// The comparison that a measure takes.
    pub(super) fn of_measure(self, measure: Measure) -> Self {
        match measure {
            Measure::Degree => self,
            Measure::Gate => self.ageless(),
        }
    }

    /// The comparison that a must-have makes: a skill is had, whenever it was last used.
    pub(super) fn ageless(self) -> Self {
        Self { counts_age: false, ..self }
    }

    /// The same with somebody who may hold whatever is not listed.
    pub(super) fn opened(self) -> Self {
        Self { open: 1.0, ..self }
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

    /// What a candidate with these entries earns; `None` where there are none.
    pub(super) fn found(&self, wanted: &WantedSkill, entries: &[HeldSkill]) -> Option<Degree> {
        entries.iter().map(|held| self.earned(wanted, *held)).reduce(Degree::or)
    }

    /// What a skill that is not listed earns.
    #[inline]
    pub(super) fn unlisted(&self) -> Degree {
        Degree::between(0.0, self.open)
    }
}

impl WantedSkill {
    /// The different names to look it up by.
    pub(super) fn names(&self) -> impl Iterator<Item = ConceptId> + use<> {
        let [first, second] = self.keys;
        std::iter::once(first).chain((second != first).then_some(second))
    }

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

impl WantedSkills {
    pub(super) fn of(list: RequirementList<WantedSkill>) -> Self {
        let weights: Vec<f32> = list.counted().map(|counted| counted.weight()).collect();
        Self { list, shares: shares(weights.into_iter()).into() }
    }

    /// Whatever counts once in a measure.
    pub(super) fn items(&self, measure: Measure) -> impl Iterator<Item = Item<'_>> {
        let counted = self.list.counted().zip(&self.shares);
        let items = counted.map(move |(counted, &share)| Item { counted, share, measure });
        items.filter(move |item| match measure {
            Measure::Degree => item.share > 0,
            Measure::Gate => item.counted.is_essential(),
        })
    }

    /// What to add the steps of the items to. For degrees it is nothing, or all where no item weighs anything. For gates
    /// it is as far below nothing as there are items, so that nothing is missing where all are met.
    pub(super) fn start(&self, measure: Measure) -> Steps {
        match measure {
            Measure::Degree if self.shares.iter().any(|share| *share > 0) => Steps::default(),
            Measure::Degree => Steps::ALL,
            Measure::Gate => {
                let met = Steps::of_gate(Gate::Met);
                self.items(measure).fold(Steps::default(), |start, _| start - met)
            }
        }
    }

    /// The degree of one pair, by what is `found` of each requirement.
    pub(super) fn degree(
        &self,
        comparison: &Comparison<'_>,
        found: impl Fn(&WantedSkill) -> Option<Degree>,
    ) -> Degree {
        let mut sum = self.start(Measure::Degree);
        for item in self.items(Measure::Degree) {
            sum += item.steps(comparison, &found);
        }
        sum.degree()
    }
}

impl<'a> Item<'a> {
    /// The requirement, or the alternatives.
    pub(super) fn wants(&self) -> impl Iterator<Item = Want<'a>> + use<'a> {
        let Self { share, measure, .. } = *self;
        let wants = self.counted.wants();
        wants.map(move |(wanted, is_negotiable)| Want { wanted, is_negotiable, share, measure })
    }

    /// The steps of the best of it, by what is `found` of each requirement.
    #[inline]
    pub(super) fn steps(
        &self,
        comparison: &Comparison<'_>,
        found: impl Fn(&WantedSkill) -> Option<Degree>,
    ) -> Steps {
        let steps = self.wants().map(|want| want.steps(comparison, found(want.wanted)));
        steps.reduce(Steps::or).unwrap_or_default()
    }

    /// The steps of the best of it for somebody who holds nothing of it but this, under this name.
    pub(super) fn steps_under(
        &self,
        comparison: &Comparison<'_>,
        name: ConceptId,
        entries: &[HeldSkill],
    ) -> Steps {
        self.steps(comparison, |wanted| {
            wanted.keys.contains(&name).then(|| comparison.found(wanted, entries)).flatten()
        })
    }
}

impl Want<'_> {
    /// The steps of this requirement alone, by what is found of it.
    #[inline]
    pub(super) fn steps(self, comparison: &Comparison<'_>, found: Option<Degree>) -> Steps {
        let degree = found.unwrap_or_else(|| comparison.unlisted());
        match self.measure {
            Measure::Degree => Steps::of(self.share, self.wanted.with_floor(degree)),
            Measure::Gate if self.is_negotiable => {
                Steps::of_gate(self.wanted.gate(degree).negotiable())
            }
            Measure::Gate => Steps::of_gate(self.wanted.gate(degree)),
        }
    }
}

/// What the roles of a block ask.
#[derive(Debug, Default)]
pub(super) struct Roles {
    pub(super) rows: Vec<WantedSkills>,
    pub(super) context: Option<Context>,
}

impl Column for Roles {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        self.rows.extend_from_slice(other.rows.get(slots).unwrap_or_default());
        self.context = self.context.take().or_else(|| other.context.clone());
    }
}
