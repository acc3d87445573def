//! What some roles give to the wishes of a block, a row a candidate.

use super::{
    Aim, Lists as _, Wish as _, Wishes,
    candidates::{Candidates, bar},
    index::Index,
    mean::{Steps, Sum, earned},
};
use mutualfit_scoring::{Degree, DegreeRows, Degrees, Gate, GateRows, LANES, Lanes};
use std::ops::Range;

/// The degrees of the wishes of a block with some roles.
pub(super) struct MeanRows<'a, C: Wishes, const W: usize> {
    column: &'a Candidates<C>,
    /// How far wishes come true: the first row those that seek what nothing listed answers, the second those that avoid
    /// it, then those by which anything is found.
    rows: Vec<Row<W>>,
    /// For each wish the place of its row.
    places: Vec<u32>,
}

/// Bounds for each lane.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row<const W: usize> {
    low: [f32; W],
    high: [f32; W],
}

impl<const W: usize> Row<W> {
    const NOTHING: Self = Self { low: [0.0; W], high: [0.0; W] };

    fn put(&mut self, lane: usize, degree: Degree) {
        if let (Some(low), Some(high)) = (self.low.get_mut(lane), self.high.get_mut(lane)) {
            (*low, *high) = (degree.low(), degree.high());
        }
    }
}

/// The table of these roles and a block.
pub(super) fn degrees<'a, C: Wishes>(
    criterion: &C,
    lanes: Lanes<'a>,
    have: impl Fn(usize) -> Option<&'a C::Have>,
    (column, index): (&'a Candidates<C>, &Index),
) -> Box<dyn DegreeRows + 'a> {
    match lanes.width() {
        1 => Box::new(Means::of(criterion, lanes, have, column, index)),
        16 => Box::new(MeanRows::<C, 16>::of(criterion, lanes, have, column, index)),
        _ => Box::new(MeanRows::<C, LANES>::of(criterion, lanes, have, column, index)),
    }
}

impl<'a, C: Wishes, const W: usize> MeanRows<'a, C, W> {
    fn of(
        criterion: &C,
        lanes: Lanes<'a>,
        have: impl Fn(usize) -> Option<&'a C::Have>,
        column: &'a Candidates<C>,
        index: &Index,
    ) -> Self {
        let rests = lanes
            .counted()
            .filter_map(|(lane, cell)| Some((lane, criterion.rest(have(cell.slot)?))));
        let mut rows = vec![Row::NOTHING; 2];
        if let [sought, avoided] = rows.as_mut_slice() {
            for (lane, rest) in rests {
                sought.put(lane, rest.sought);
                avoided.put(lane, rest.avoided);
            }
        }
        let unfound = |wish: &C::Wish| match wish.aim() {
            Aim::Seek => 0,
            Aim::Avoid => 1,
        };
        let places = column.wishes.values().iter().map(unfound).collect();
        let mut table = Self { column, rows, places };
        for (lane, cell) in lanes.counted() {
            let Some(have) = have(cell.slot) else { continue };
            for code in index.found(have.names()) {
                let Some(wish) = column.wishes.get(code) else { continue };
                if let Some(found) = criterion.found(wish, have) {
                    table.put(code, lane, found);
                }
            }
        }
        table
    }

    /// Writes how far a wish comes true in a lane, in a row of its own.
    fn put(&mut self, code: u32, lane: usize, found: Degree) {
        let Some(place) = self.places.get_mut(code as usize) else { return };
        if *place < 2 {
            let unfound = self.rows.get(*place as usize).copied().unwrap_or(Row::NOTHING);
            *place = self.rows.len() as u32;
            self.rows.push(unfound);
        }
        if let Some(row) = self.rows.get_mut(*place as usize) {
            row.put(lane, found);
        }
    }
}

impl<C: Wishes, const W: usize> DegreeRows for MeanRows<'_, C, W> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        let (lows, highs) =
            (degrees.low.as_chunks_mut::<W>().0, degrees.width.as_chunks_mut::<W>().0);
        for (slot, (low, high)) in slots.zip(lows.iter_mut().zip(highs)) {
            let steps = Steps::of(self.column.weights(slot));
            low.fill(0.0);
            high.fill(0.0);
            for asked in self.column.asked_by(slot) {
                let place = self.places.get(asked.code as usize);
                if let Some(row) = place.and_then(|place| self.rows.get(*place as usize)) {
                    add(steps.of_weight(f32::from(asked.weight)), row, low, high);
                }
            }
            finish(steps, low, high);
        }
        degrees.is_vague = true;
    }
}

// The operations of `Sum`, lane by lane.

/// Adds what a wish earns that has so many steps.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn add<const W: usize>(steps: f32, row: &Row<W>, low: &mut [f32; W], high: &mut [f32; W]) {
    for (sum, bound) in low.iter_mut().zip(&row.low) {
        *sum += earned(steps, *bound);
    }
    for (sum, bound) in high.iter_mut().zip(&row.high) {
        *sum += earned(steps, *bound);
    }
}

/// Turns sums into degrees: low bounds and widths.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn finish<const W: usize>(steps: Steps, low: &mut [f32; W], high: &mut [f32; W]) {
    for (low, high) in low.iter_mut().zip(high) {
        *low = steps.share(*low);
        *high = steps.share(*high) - *low;
    }
}

/// The degrees of the wishes of a block with one role, by the same operations without rows.
struct Means<'a, C: Wishes> {
    column: &'a Candidates<C>,
    /// How far each wish comes true.
    degrees: Vec<Degree>,
}

impl<'a, C: Wishes> Means<'a, C> {
    fn of(
        criterion: &C,
        lanes: Lanes<'a>,
        have: impl Fn(usize) -> Option<&'a C::Have>,
        column: &'a Candidates<C>,
        index: &Index,
    ) -> Self {
        let role = lanes.counted().next().and_then(|(_, cell)| have(cell.slot));
        let mut degrees = vec![Degree::UNKNOWN; column.wishes.values().len()];
        if let Some(have) = role {
            let rest = criterion.rest(have);
            for (degree, wish) in degrees.iter_mut().zip(column.wishes.values()) {
                *degree = rest.degree(wish.aim());
            }
            for code in index.found(have.names()) {
                let wish = column.wishes.get(code);
                let found = wish.and_then(|wish| criterion.found(wish, have));
                if let (Some(degree), Some(found)) = (degrees.get_mut(code as usize), found) {
                    *degree = found;
                }
            }
        }
        Self { column, degrees }
    }
}

impl<C: Wishes> DegreeRows for Means<'_, C> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        write_each(self, slots, degrees.low, degrees.width);
        degrees.is_vague = true;
    }
}

#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn write_each<C: Wishes>(
    means: &Means<'_, C>,
    slots: Range<usize>,
    lows: &mut [f32],
    widths: &mut [f32],
) {
    for (slot, (low, width)) in slots.zip(lows.iter_mut().zip(widths)) {
        let steps = Steps::of(means.column.weights(slot));
        let mut sum = Sum::default();
        for asked in means.column.asked_by(slot) {
            if let Some(degree) = means.degrees.get(asked.code as usize) {
                sum.add(steps.of_weight(f32::from(asked.weight)), *degree);
            }
        }
        let mean = sum.mean(steps);
        (*low, *width) = (mean.low(), mean.width());
    }
}

/// The gates of the wishes of a block with some roles.
pub(super) struct BarRows<'a, C: Wishes> {
    column: &'a Candidates<C>,
    across: usize,
    /// For each wish that must come true for anybody, its row.
    rows: Vec<u32>,
    gates: Vec<Gate>,
}

impl<'a, C: Wishes> BarRows<'a, C> {
    pub(super) fn of(
        criterion: &C,
        lanes: Lanes<'a>,
        have: impl Fn(usize) -> Option<&'a C::Have>,
        column: &'a Candidates<C>,
    ) -> Self {
        let across = lanes.width();
        let mut rows = vec![u32::MAX; column.wishes.values().len()];
        let mut gates = Vec::new();
        for code in column.essential_codes() {
            let (Some(row), Some(wish)) = (rows.get_mut(code as usize), column.wishes.get(code))
            else {
                continue;
            };
            if *row != u32::MAX {
                continue;
            }
            *row = (gates.len() / across) as u32;
            let start = gates.len();
            gates.resize(start + across, Gate::Met);
            for (lane, cell) in lanes.counted() {
                if let (Some(at), Some(have)) = (gates.get_mut(start + lane), have(cell.slot)) {
                    *at = bar(criterion, wish, have);
                }
            }
        }
        Self { column, across, rows, gates }
    }

    fn row(&self, code: u32) -> &[Gate] {
        let start = self.rows.get(code as usize).map_or(0, |row| *row as usize * self.across);
        self.gates.get(start..start + self.across).unwrap_or_default()
    }
}

impl<C: Wishes> GateRows for BarRows<'_, C> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        for (row, slot) in gates.chunks_exact_mut(self.across).zip(slots) {
            row.fill(Gate::Met);
            for code in self.column.essential_codes_of(slot) {
                for (at, gate) in row.iter_mut().zip(self.row(code)) {
                    *at = at.and(*gate);
                }
            }
        }
    }
}
