//! One document against a block of the other side, lane by lane.

use crate::{
    BLOCK, Exponent, Lanes, Mark, RankBy, State,
    gating::{Bench, Gates},
    pair::{At, bounds, merged_point, side_point},
    plan::{Entry, Plan},
    pool::{Block, Marks},
    subject::other,
};
use mutualfit_domain::Side;
use std::ops::Range;

/// Room for one document scored against one block; made once a core.
#[derive(Default)]
pub(crate) struct Room {
    /// What the block's own asks add up to, whoever answers.
    base: Base,
    base_of: Option<usize>,
    /// What is the same for all ways in which the document can be had.
    shared: Sums,
    shared_gates: Gates,
    /// What one way adds to it.
    own: Sums,
    ways: Vec<Way>,
    bench: Bench,
}

/// What came out for one slot of the document, lane by lane.
#[derive(Default)]
pub(crate) struct Way {
    /// The slot.
    pub(crate) slot: usize,
    /// The points of the lanes.
    pub(crate) points: Vec<f32>,
    /// Their gates.
    pub(crate) gates: Gates,
}

#[derive(Default)]
struct Sums {
    role: SideLanes,
    candidate: SideLanes,
    /// What the one asks, as far as it is the same for every lane.
    alone: Alone,
}

struct SideLanes {
    low: Vec<f32>,
    width: Vec<f32>,
    open: Vec<f32>,
    total: Vec<f32>,
}

struct Base {
    open: Vec<f32>,
    total: Vec<f32>,
}

impl Default for SideLanes {
    fn default() -> Self {
        let lanes = || vec![0.0; BLOCK];
        Self { low: lanes(), width: lanes(), open: lanes(), total: lanes() }
    }
}

impl Default for Base {
    fn default() -> Self {
        Self { open: vec![0.0; BLOCK], total: vec![0.0; BLOCK] }
    }
}

impl Sums {
    fn clear(&mut self, lanes: usize) {
        self.alone = Alone::default();
        for sums in [&mut self.role, &mut self.candidate] {
            for sum in [&mut sums.low, &mut sums.width, &mut sums.open, &mut sums.total] {
                sum.iter_mut().take(lanes).for_each(|sum| *sum = 0.0);
            }
        }
    }

    fn copy_from(&mut self, others: &Self, lanes: usize) {
        self.alone = others.alone;
        let sides = [(&mut self.role, &others.role), (&mut self.candidate, &others.candidate)];
        for (own, other) in sides {
            let sums = [
                (&mut own.low, &other.low),
                (&mut own.width, &other.width),
                (&mut own.open, &other.open),
                (&mut own.total, &other.total),
            ];
            for (own, other) in sums {
                own.iter_mut().zip(other).take(lanes).for_each(|(own, other)| *own = *other);
            }
        }
    }
}

/// One slot of the document that is scored against blocks of the other side.
#[derive(Clone, Copy)]
pub(crate) struct One<'a> {
    pub(crate) at: At<'a>,
    pub(crate) side: Side,
}

impl Room {
    /// Scores the slots of one document against every slot of a block. `number` tells blocks apart, so that what
    /// belongs to the block alone is added up once. What does not read the arrangement of a role is added up once for
    /// all slots of it.
    pub(crate) fn score(
        &mut self,
        plan: &Plan,
        (document, slots): (&Block, Range<usize>),
        side: Side,
        many: &Block,
        number: usize,
    ) {
        let lanes = many.slots.len();
        self.prepare(plan, other(side), many, number);
        self.ways.resize_with(slots.len(), Way::default);
        let one = |slot: usize| One { at: At { block: document, slot }, side };
        self.shared.clear(lanes);
        self.shared.add(plan, &plan.shared, one(slots.start), many);
        self.shared_gates.clear();
        self.bench.evaluate(plan, &plan.shared, one(slots.start), many, &mut self.shared_gates);
        let last = slots.end.saturating_sub(1);
        for (slot, way) in slots.zip(&mut self.ways) {
            way.slot = slot;
            way.points.resize(BLOCK, 0.0);
            if slot == last {
                // Nobody else needs what is shared.
                std::mem::swap(&mut self.own, &mut self.shared);
                std::mem::swap(&mut way.gates, &mut self.shared_gates);
            } else {
                self.own.copy_from(&self.shared, lanes);
                way.gates.copy_from(&self.shared_gates);
            }
            self.own.add(plan, &plan.varied, one(slot), many);
            let points = way.points.get_mut(..lanes).unwrap_or_default();
            self.own.finish(plan, &self.base, side, points);
            self.bench.evaluate(plan, &plan.varied, one(slot), many, &mut way.gates);
        }
    }

    /// What came out for each slot of the document.
    pub(crate) fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// The same, to be corrected.
    pub(crate) fn ways_mut(&mut self) -> &mut [Way] {
        &mut self.ways
    }

    /// Adds up what the block asks, whoever answers.
    fn prepare(&mut self, plan: &Plan, asker: Side, many: &Block, number: usize) {
        if self.base_of == Some(number) {
            return;
        }
        self.base_of = Some(number);
        self.base.open.fill(0.0);
        self.base.total.fill(0.0);
        for (entry, marks) in
            plan.entries.iter().zip(&many.marks).filter(|(entry, _)| entry.side == asker)
        {
            add_stakes(&mut self.base.total, entry.weight, &marks.stakes);
            if marks.any(State::Unstated) {
                let silence = entry.weight_of(entry.silence);
                add_where(&mut self.base.total, silence, &marks.states, State::Unstated);
                add_where(&mut self.base.open, silence, &marks.states, State::Unstated);
            }
        }
    }
}

impl Sums {
    /// Adds these entries of one slot and each of a block.
    fn add(&mut self, plan: &Plan, positions: &[usize], one: One<'_>, many: &Block) {
        for &position in positions {
            let (Some(entry), Some((cell, mark)), Some(column), Some(marks)) = (
                plan.entries.get(position),
                one.at.read(position),
                many.columns.get(position),
                many.marks.get(position),
            ) else {
                continue;
            };
            let side = match entry.side {
                Side::Role => &mut self.role,
                Side::Candidate => &mut self.candidate,
            };
            let weight = if entry.side == one.side {
                self.alone.ask(entry, mark, marks, side)
            } else {
                answer(entry, mark, marks, side)
            };
            let Some(weight) = weight.filter(|weight| *weight > 0.0 && marks.any(State::Stated))
            else {
                continue;
            };
            let lanes = many.slots.len();
            let (low, width) = (side.low.get_mut(..lanes), side.width.get_mut(..lanes));
            if let (Some(low), Some(width)) = (low, width) {
                let (lanes, stakes) = (Lanes { low, width }, &*marks.stakes);
                match one.side {
                    Side::Role => {
                        entry.scorer.score_candidates(cell, &**column, weight, stakes, lanes);
                    }
                    Side::Candidate => {
                        entry.scorer.score_roles(cell, &**column, weight, stakes, lanes);
                    }
                }
            }
        }
    }

    /// Turns sums into points, by a loop compiled for each rule, in which nothing is left to decide.
    fn finish(&self, plan: &Plan, base: &Base, one_is: Side, points: &mut [f32]) {
        let Plan { merge, stance, rank_by, .. } = *plan;
        let (one, many) = match one_is {
            Side::Role => (&self.role, &self.candidate),
            Side::Candidate => (&self.candidate, &self.role),
        };
        let (one, many) = ((one, self.alone), (many, base));
        match (rank_by, merge.exponent) {
            (RankBy::Mutual, Exponent::Harmonic) => {
                let mean = move |a, b| merge.harmonic(a, b);
                let of = move |a, b| merged_point(mean, stance, a, b);
                points_of(one_is, of, one, many, points);
            }
            (RankBy::Mutual, _) => {
                let mean = move |a, b| merge.point(a, b);
                let of = move |a, b| merged_point(mean, stance, a, b);
                points_of(one_is, of, one, many, points);
            }
            (RankBy::RoleSide, _) => {
                points_of(one_is, move |role, _| side_point(stance, role), one, many, points);
            }
            (RankBy::CandidateSide, _) => {
                points_of(one_is, move |_, own| side_point(stance, own), one, many, points);
            }
        }
    }
}

/// What the one document asks, as far as it is the same for every lane.
#[derive(Clone, Copy, Debug, Default)]
struct Alone {
    open: f32,
    total: f32,
}

impl Alone {
    /// Adds up an ask of the one; what is left to score is the weight returned.
    fn ask(
        &mut self,
        entry: &Entry,
        mark: Mark,
        answers: &Marks,
        side: &mut SideLanes,
    ) -> Option<f32> {
        let weight = match mark.state {
            State::Irrelevant => return None,
            State::Stated => entry.weight_of(mark.stake),
            State::Unstated => entry.weight_of(entry.silence),
        };
        if weight <= 0.0 {
            return None;
        }
        self.total += weight;
        if answers.any(State::Irrelevant) {
            add_where(&mut side.total, -weight, &answers.states, State::Irrelevant);
        }
        if mark.state == State::Unstated {
            self.open += weight;
            if answers.any(State::Irrelevant) {
                add_where(&mut side.open, -weight, &answers.states, State::Irrelevant);
            }
            return None;
        }
        if answers.any(State::Unstated) {
            add_where(&mut side.open, weight, &answers.states, State::Unstated);
        }
        Some(weight)
    }
}

/// Adds up what the one answers to the asks of the block; what is left to score is the weight returned.
fn answer(entry: &Entry, mark: Mark, asks: &Marks, side: &mut SideLanes) -> Option<f32> {
    match mark.state {
        State::Stated => return Some(entry.weight),
        State::Unstated => add_stakes(&mut side.open, entry.weight, &asks.stakes),
        State::Irrelevant => {
            add_stakes(&mut side.total, -entry.weight, &asks.stakes);
            if asks.any(State::Unstated) {
                let silence = -entry.weight_of(entry.silence);
                add_where(&mut side.total, silence, &asks.states, State::Unstated);
                add_where(&mut side.open, silence, &asks.states, State::Unstated);
            }
        }
    }
    None
}

/// The bounds of a side.
type Bounds = (f32, f32);

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn points_of<P: Fn(Bounds, Bounds) -> f32>(
    one_is: Side,
    point: P,
    (one, alone): (&SideLanes, Alone),
    (many, base): (&SideLanes, &Base),
    points: &mut [f32],
) {
    let of_one = one.low.iter().zip(&one.width).zip(&one.open).zip(&one.total);
    let of_many = many.low.iter().zip(&many.width).zip(&many.open).zip(&many.total);
    let of_base = base.open.iter().zip(&base.total);
    for (((at, (((ol, ow), oo), ot)), (((ml, mw), mo), mt)), (bo, bt)) in
        points.iter_mut().zip(of_one).zip(of_many).zip(of_base)
    {
        let one = bounds(*ol, *ow, oo + alone.open, ot + alone.total);
        let many = bounds(*ml, *mw, mo + bo, mt + bt);
        *at = match one_is {
            Side::Role => point(one, many),
            Side::Candidate => point(many, one),
        };
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_stakes(sums: &mut [f32], weight: f32, stakes: &[u8]) {
    for (sum, stake) in sums.iter_mut().zip(stakes) {
        *sum += weight * f32::from(*stake);
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_where(sums: &mut [f32], weight: f32, states: &[State], state: State) {
    for (sum, known) in sums.iter_mut().zip(states) {
        *sum += if *known as u8 == state as u8 { weight } else { 0.0 };
    }
}
