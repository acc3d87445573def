//! Where the pairs of some documents and some slots of a block are added up: a row a slot, a cell a pair.

use crate::{
    BLOCK, Degrees, Exponent, LANES, RankBy, State,
    cells::{Cells, Row},
    pair::{bounds, merged_point, side_point},
    plan::Plan,
    table::{DegreeTable, FEW, MANY, SOME, Table},
    tile::{Asked, Tile, Way},
};
use mutualfit_domain::Side;
use std::ops::Range;

/// The sums of so many cells as stay in a core's first cache.
#[derive(Clone, Default)]
pub(crate) struct Sheet {
    /// What the lanes ask, and what the slots answer.
    by_lanes: Sums,
    /// What the slots ask, and what the lanes answer.
    by_slots: Sums,
    /// Rows as criteria write them.
    low: Cells<f32>,
    width: Cells<f32>,
}

/// The sums of one side, cell by cell.
#[derive(Clone, Default)]
struct Sums {
    low: Cells<f32>,
    width: Cells<f32>,
    total: Cells<f32>,
}

impl Sums {
    fn clear(&mut self) {
        self.low.fill(0.0);
        self.width.fill(0.0);
    }

    fn copy_from(&mut self, other: &Self) {
        self.low.copy_from_slice(&other.low);
        self.width.copy_from_slice(&other.width);
        self.total.copy_from_slice(&other.total);
    }
}

impl Sheet {
    /// Takes over what others have added up.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.by_lanes.copy_from(&other.by_lanes);
        self.by_slots.copy_from(&other.by_slots);
    }

    /// Starts with nothing but what these slots ask.
    pub(crate) fn start<const W: usize>(&mut self, tile: &Tile<'_>, slots: Range<usize>) {
        self.by_lanes.clear();
        self.by_slots.clear();
        self.by_lanes.total.fill(0.0);
        let base = tile.base.get(slots).unwrap_or_default();
        for (row, base) in rows::<W>(&mut self.by_slots.total).iter_mut().zip(base) {
            row.fill(*base);
        }
    }

    /// Adds the entries of one way.
    pub(crate) fn add<const W: usize>(&mut self, way: &Way<'_>, slots: Range<usize>) {
        if let Some(total) = way.total.0.first_chunk::<W>() {
            for row in rows::<W>(&mut self.by_lanes.total) {
                row.iter_mut().zip(total).for_each(|(sum, of_lane)| *sum += of_lane);
            }
        }
        for asked in &way.asked {
            self.add_entry::<W>(asked, slots.clone());
        }
    }

    fn add_entry<const W: usize>(&mut self, asked: &Asked<'_>, slots: Range<usize>) {
        let sums = if asked.by_lanes { &mut self.by_lanes } else { &mut self.by_slots };
        let marks = asked.marks;
        let (stakes, states) = (
            marks.stakes.get(slots.clone()).unwrap_or_default(),
            marks.states.get(slots.clone()).unwrap_or_default(),
        );
        let scale = Scale { times: asked.times, stakes };
        let of = |row: &Row<LANES>| row.0.first_chunk::<W>().copied().unwrap_or([0.0; W]);
        let (stated, silent, all) = (of(&asked.stated), of(&asked.silent), of(&asked.all));
        let (low, width) = (rows::<W>(&mut sums.low), rows::<W>(&mut sums.width));
        match &asked.degrees {
            Some(DegreeTable::Coded(coded)) => {
                let codes = coded.codes.get(slots.clone()).unwrap_or_default();
                coded.low.add(low, scale, codes);
                if let Some(widths) = &coded.width {
                    widths.add(width, scale, codes);
                }
            }
            Some(DegreeTable::Rows(written)) => {
                let mut degrees =
                    Degrees { low: &mut self.low, width: &mut self.width, is_vague: false };
                written.write(slots.clone(), &mut degrees);
                let is_vague = degrees.is_vague;
                add_rows(low, scale, self.low.as_chunks().0, &stated);
                if is_vague {
                    add_rows(width, scale, self.width.as_chunks().0, &stated);
                }
            }
            None => {}
        }
        if asked.any_silent {
            add_row(width, scale, &silent);
        }
        if marks.any(State::Unstated) {
            let weight = if asked.by_lanes { 1.0 } else { asked.silence };
            add_where(width, states, State::Unstated, weight, &all);
        }
        let total = rows::<W>(&mut sums.total);
        if asked.by_lanes {
            if marks.any(State::Irrelevant) {
                add_where(total, states, State::Irrelevant, -1.0, &all);
            }
        } else if asked.any_irrelevant {
            let irrelevant = all.map(|all| all - 1.0);
            add_row(total, scale, &irrelevant);
            if marks.any(State::Unstated) {
                add_where(total, states, State::Unstated, asked.silence, &irrelevant);
            }
        }
    }

    /// Turns sums into points, by a loop compiled for each rule, in which nothing is left to decide.
    pub(crate) fn points(&self, plan: &Plan, side: Side, points: &mut [f32]) {
        let Plan { merge, stance, rank_by, .. } = *plan;
        let (role, candidate) = match side {
            Side::Role => (&self.by_lanes, &self.by_slots),
            Side::Candidate => (&self.by_slots, &self.by_lanes),
        };
        match (rank_by, merge.exponent) {
            (RankBy::Mutual, Exponent::Harmonic) => {
                let mean = move |a, b| merge.harmonic(a, b);
                let of = move |a, b| merged_point(mean, stance, a, b);
                points_of(of, role, candidate, points);
            }
            (RankBy::Mutual, _) => {
                let mean = move |a, b| merge.point(a, b);
                let of = move |a, b| merged_point(mean, stance, a, b);
                points_of(of, role, candidate, points);
            }
            (RankBy::RoleSide, _) => {
                points_of(move |role, _| side_point(stance, role), role, candidate, points);
            }
            (RankBy::CandidateSide, _) => {
                points_of(move |_, own| side_point(stance, own), role, candidate, points);
            }
        }
    }
}

/// Cells as rows.
fn rows<const W: usize>(cells: &mut [f32]) -> &mut [[f32; W]] {
    cells.as_chunks_mut().0
}

/// What multiplies the rows of slots: a number times the stake of each.
#[derive(Clone, Copy)]
struct Scale<'a> {
    times: f32,
    stakes: &'a [u8],
}

impl Table {
    /// Adds the row of each slot's value.
    fn add<const W: usize>(&self, sums: &mut [[f32; W]], scale: Scale<'_>, codes: &[u16]) {
        let sums = sums.as_flattened_mut();
        match self {
            // One lane: a table of a length that is known finds every code without a check.
            Self::One(table) => match table.len() {
                FEW => add_looked_up::<FEW>(sums, scale, codes, table),
                SOME => add_looked_up::<SOME>(sums, scale, codes, table),
                MANY => add_looked_up::<MANY>(sums, scale, codes, table),
                _ => {}
            },
            Self::Some(rows) => add_found(sums.as_chunks_mut().0, scale, codes, rows),
            Self::Most(rows) => add_found(sums.as_chunks_mut().0, scale, codes, rows),
        }
    }
}

const _: () = assert!(BLOCK == MANY && MANY.is_power_of_two());

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_found<const W: usize>(
    sums: &mut [[f32; W]],
    scale: Scale<'_>,
    codes: &[u16],
    table: &[Row<W>],
) {
    for ((sums, stake), code) in sums.iter_mut().zip(scale.stakes).zip(codes) {
        let Some(row) = table.get(usize::from(*code)) else { continue };
        let scale = scale.times * f32::from(*stake);
        for (sum, found) in sums.iter_mut().zip(&row.0) {
            *sum += scale * found;
        }
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_looked_up<const N: usize>(sums: &mut [f32], scale: Scale<'_>, codes: &[u16], table: &[f32]) {
    let Some(table) = table.first_chunk::<N>() else { return };
    for ((sum, stake), code) in sums.iter_mut().zip(scale.stakes).zip(codes) {
        // The mask keeps within the table, so that no slot needs a check.
        let found = table.get(usize::from(*code) & (N - 1)).copied().unwrap_or_default();
        *sum += scale.times * f32::from(*stake) * found;
    }
}

/// Adds rows, a row a slot.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_rows<const W: usize>(
    sums: &mut [[f32; W]],
    scale: Scale<'_>,
    rows: &[[f32; W]],
    lanes: &[f32; W],
) {
    for ((sums, stake), row) in sums.iter_mut().zip(scale.stakes).zip(rows) {
        let scale = scale.times * f32::from(*stake);
        for ((sum, found), lane) in sums.iter_mut().zip(row).zip(lanes) {
            *sum += scale * (lane * found);
        }
    }
}

/// Adds one row to every slot.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_row<const W: usize>(sums: &mut [[f32; W]], scale: Scale<'_>, row: &[f32; W]) {
    for (sums, stake) in sums.iter_mut().zip(scale.stakes) {
        let scale = scale.times * f32::from(*stake);
        for (sum, lane) in sums.iter_mut().zip(row) {
            *sum += scale * lane;
        }
    }
}

/// Adds a multiple of one row to every slot of a state.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_where<const W: usize>(
    sums: &mut [[f32; W]],
    states: &[State],
    state: State,
    weight: f32,
    row: &[f32; W],
) {
    for (sums, known) in sums.iter_mut().zip(states) {
        let scale = if *known as u8 == state as u8 { weight } else { 0.0 };
        if W == 1 || scale != 0.0 {
            for (sum, lane) in sums.iter_mut().zip(row) {
                *sum += scale * lane;
            }
        }
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn points_of<P: Fn((f32, f32), (f32, f32)) -> f32>(
    point: P,
    role: &Sums,
    candidate: &Sums,
    points: &mut [f32],
) {
    let of_role = role.low.iter().zip(role.width.iter()).zip(role.total.iter());
    let of_candidate = candidate.low.iter().zip(candidate.width.iter()).zip(candidate.total.iter());
    for ((at, ((rl, rw), rt)), ((cl, cw), ct)) in points.iter_mut().zip(of_role).zip(of_candidate) {
        *at = point(bounds(*rl, *rw, *rt), bounds(*cl, *cw, *ct));
    }
}
