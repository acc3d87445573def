//! The gates of some documents with some slots of a block, cell by cell.

use crate::{Gate, LANES, State, cells::Cells, tile::Gated};
use std::ops::Range;

/// How many entries' refusals one word holds, a bit each.
const BITS: usize = u32::BITS as usize;

/// The gate of each cell, and which of the entries that gate say no.
#[derive(Clone, Default)]
pub(crate) struct Gates {
    cells: Cells<Gate>,
    /// One word a cell, for each [`BITS`] entries.
    unmet: Vec<Cells<u32>>,
}

impl Gates {
    /// The gate of each cell.
    pub(crate) fn cells(&self) -> &[Gate] {
        &self.cells
    }

    /// Starts with everything met; so many entries may say no.
    pub(crate) fn start(&mut self, gating: usize) {
        self.cells.fill(Gate::Met);
        self.unmet.resize_with(gating.div_ceil(BITS), Cells::default);
        self.unmet.iter_mut().for_each(|word| word.fill(0));
    }

    /// Takes over what others say.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.cells.copy_from_slice(&other.cells);
        self.unmet.resize_with(other.unmet.len(), Cells::default);
        for (own, other) in self.unmet.iter_mut().zip(&other.unmet) {
            own.copy_from_slice(other);
        }
    }

    /// Takes over what others say of the cells that are chosen.
    pub(crate) fn take(&mut self, other: &Self, chosen: &[bool]) {
        for (own, other) in self.unmet.iter_mut().zip(&other.unmet) {
            for ((own, other), chosen) in own.iter_mut().zip(other.iter()).zip(chosen) {
                *own = if *chosen { *other } else { *own };
            }
        }
    }

    /// Swaps who says no to two cells.
    pub(crate) fn swap(&mut self, one: usize, other: usize) {
        self.unmet.iter_mut().for_each(|word| word.swap(one, other));
    }

    /// Replaces what is said of one cell; `says_no` tells of each entry that gates whether it does.
    pub(crate) fn put(&mut self, cell: usize, gate: Gate, says_no: impl Fn(usize) -> bool) {
        if let Some(at) = self.cells.get_mut(cell) {
            *at = gate;
        }
        for (number, word) in self.unmet.iter_mut().enumerate() {
            if let Some(at) = word.get_mut(cell) {
                let bit = |bit: usize| u32::from(says_no(number * BITS + bit)) << bit;
                *at = (0..BITS).map(bit).fold(0, |word, bit| word | bit);
            }
        }
    }

    /// Counts, lane by lane, the cells of the first rows that are blocked, and for each entry that gates those that it says
    /// no to.
    pub(crate) fn count<const W: usize>(&self, rows: usize, refusals: &mut Refusals) {
        for (word, by) in self.unmet.iter().zip(refusals.by.chunks_mut(BITS)) {
            let rows = word.as_chunks::<W>().0.get(..rows).unwrap_or_default();
            for (counts, bit) in by.iter_mut().zip(0..) {
                count(rows, bit, counts);
            }
        }
        if let [word] = self.unmet.as_slice() {
            count_any(word.as_chunks::<W>().0.get(..rows).unwrap_or_default(), &mut refusals.any);
            return;
        }
        for row in 0..rows {
            for (lane, count) in refusals.any.iter_mut().enumerate().take(W) {
                let says_no =
                    |word: &[u32]| word.get(row * W + lane).is_some_and(|word| *word != 0);
                *count += u32::from(self.unmet.iter().any(|word| says_no(word)));
            }
        }
    }

    /// The entries that say no to one cell, by their number among those that gate.
    pub(crate) fn blocked_by(&self, cell: usize) -> impl Iterator<Item = usize> + '_ {
        self.unmet.iter().enumerate().flat_map(move |(number, word)| {
            let mut left = word.get(cell).copied().unwrap_or_default();
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
                (bit < BITS).then_some(number * BITS + bit)
            })
        })
    }
}

/// How many cells are blocked, lane by lane.
pub(crate) struct Refusals {
    /// By anything.
    pub(crate) any: [u32; LANES],
    /// By each entry that gates.
    pub(crate) by: Vec<[u32; LANES]>,
}

impl Refusals {
    /// None yet by so many entries.
    pub(crate) fn of(gating: usize) -> Self {
        Self { any: [0; LANES], by: vec![[0; LANES]; gating] }
    }

    /// One more cell of a lane, blocked by these entries.
    pub(crate) fn add(&mut self, lane: usize, by: impl Iterator<Item = usize>) {
        if let Some(count) = self.any.get_mut(lane) {
            *count += 1;
        }
        for number in by {
            if let Some(count) = self.by.get_mut(number).and_then(|by| by.get_mut(lane)) {
                *count += 1;
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
fn count<const W: usize>(rows: &[[u32; W]], bit: u32, counts: &mut [u32; LANES]) {
    let Some(counts) = counts.first_chunk_mut::<W>() else { return };
    for row in rows {
        for (count, word) in counts.iter_mut().zip(row) {
            *count += word >> bit & 1;
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
fn count_any<const W: usize>(rows: &[[u32; W]], counts: &mut [u32; LANES]) {
    let Some(counts) = counts.first_chunk_mut::<W>() else { return };
    for row in rows {
        for (count, word) in counts.iter_mut().zip(row) {
            *count += u32::from(*word != 0);
        }
    }
}

/// Room to reach verdicts in.
#[derive(Default)]
pub(crate) struct Bench {
    found: Cells<Gate>,
}

impl Bench {
    /// Adds what these entries find of some slots.
    pub(crate) fn add<const W: usize>(
        &mut self,
        entries: &[Gated<'_>],
        slots: Range<usize>,
        gates: &mut Gates,
    ) {
        for entry in entries {
            let Some(unmet) = gates.unmet.get_mut(entry.bit / BITS) else { continue };
            let mut into = Into {
                cells: gates.cells.as_chunks_mut::<W>().0,
                unmet: unmet.as_chunks_mut::<W>().0,
                bit: 1 << (entry.bit % BITS),
                least: entry.least.first_chunk().copied().unwrap_or([Gate::Met; W]),
                most: entry.most.first_chunk().copied().unwrap_or([Gate::Met; W]),
            };
            if entry.by_lanes {
                self.answered(entry, slots.clone(), &mut into);
            } else {
                self.asked(entry, slots.clone(), &mut into);
            }
        }
    }

    /// The lanes ask: each slot answers, or does not.
    fn answered<const W: usize>(
        &mut self,
        entry: &Gated<'_>,
        slots: Range<usize>,
        into: &mut Into<'_, W>,
    ) {
        let Some(found) = self.found.get_mut(..slots.len() * W) else { return };
        if let Some(gates) = &entry.gates {
            gates.write(slots.clone(), found);
        }
        let marks = entry.marks;
        let rows = found.as_chunks_mut::<W>().0;
        if marks.any(State::Unstated) || marks.any(State::Irrelevant) || marks.any_negotiable() {
            let states = marks.states.get(slots.clone()).unwrap_or_default();
            for ((row, state), slot) in rows.iter_mut().zip(states).zip(slots) {
                match state {
                    State::Stated if marks.is_negotiable(slot as u16) => negotiate(row),
                    State::Stated => {}
                    State::Unstated => row.fill(Gate::Open),
                    State::Irrelevant => row.fill(Gate::Met),
                }
            }
        }
        into.take(0, rows);
    }

    /// Some slots ask, and the lanes answer, or do not.
    fn asked<const W: usize>(
        &mut self,
        entry: &Gated<'_>,
        slots: Range<usize>,
        into: &mut Into<'_, W>,
    ) {
        let Some(found) = self.found.first_chunk_mut::<W>() else { return };
        let marks = entry.marks;
        let from = marks.essential.partition_point(|slot| usize::from(*slot) < slots.start);
        let essential = marks.essential.get(from..).unwrap_or_default();
        for slot in essential.iter().copied().take_while(|slot| usize::from(*slot) < slots.end) {
            let at = usize::from(slot);
            found.fill(Gate::Met);
            if let Some(gates) = &entry.gates {
                gates.write(at..at + 1, found);
            }
            if marks.is_negotiable(slot) {
                negotiate(found);
            }
            into.take(at - slots.start, std::slice::from_ref(found));
        }
    }
}

fn negotiate(row: &mut [Gate]) {
    for gate in row {
        *gate = gate.negotiable();
    }
}

/// Where one entry's gates go.
struct Into<'a, const W: usize> {
    cells: &'a mut [[Gate; W]],
    unmet: &'a mut [[u32; W]],
    bit: u32,
    least: [Gate; W],
    most: [Gate; W],
}

impl<const W: usize> Into<'_, W> {
    /// Takes in rows, from this one on.
    fn take(&mut self, first: usize, rows: &[[Gate; W]]) {
        let (Some(cells), Some(unmet)) = (self.cells.get_mut(first..), self.unmet.get_mut(first..))
        else {
            return;
        };
        take(cells, unmet, rows, self.bit, (&self.least, &self.most));
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn take<const W: usize>(
    cells: &mut [[Gate; W]],
    unmet: &mut [[u32; W]],
    rows: &[[Gate; W]],
    bit: u32,
    (least, most): (&[Gate; W], &[Gate; W]),
) {
    for ((cells, unmet), row) in cells.iter_mut().zip(unmet).zip(rows) {
        for (((cell, unmet), found), (least, most)) in
            cells.iter_mut().zip(unmet).zip(row).zip(least.iter().zip(most))
        {
            let at_most = if (*found as u8) > (*most as u8) { *most } else { *found };
            let gate = at_most.and(*least);
            *cell = cell.and(gate);
            *unmet |= if gate as u8 == Gate::Unmet as u8 { bit } else { 0 };
        }
    }
}
