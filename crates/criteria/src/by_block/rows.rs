//! Lists of some roles beside the candidates of a block: most candidates are alike to most lists.

use super::{Answers, Listing, Measure};
use mutualfit_scoring::{Degree, DegreeRows, Degrees, Gate, GateRows, LANES};
use std::ops::Range;

/// Writes for each candidate the row of all who are alike, and over it the lanes to which this one is not.
pub(super) struct Rows<M, A> {
    /// A row for each kind of candidates.
    alike: Vec<M>,
    /// How many cells a row has.
    across: usize,
    answers: A,
}

impl<M: Measure, A: Answers<M>> Rows<M, A> {
    /// Rows of so many cells for these lists.
    pub(super) fn new(lists: &[Listing<'_, A::Want>], across: usize, answers: A) -> Self {
        let is_same =
            |one: &Listing<'_, _>, other: &Listing<'_, _>| std::ptr::eq(one.list, other.list);
        // Equal lists are judged once.
        let firsts: Vec<_> = lists
            .iter()
            .map(|listing| lists.iter().find(|other| is_same(listing, other)).unwrap_or(listing))
            .collect();
        let mut alike = Vec::with_capacity(answers.kinds() * across);
        for kind in 0..answers.kinds() {
            let mut row = [M::BLANK; LANES];
            for (listing, first) in lists.iter().zip(&firsts) {
                let known = row.get(first.lane).copied().filter(|_| first.lane < listing.lane);
                let found = known.unwrap_or_else(|| answers.of_kind(listing.list, kind));
                if let Some(cell) = row.get_mut(listing.lane) {
                    *cell = found;
                }
            }
            alike.extend_from_slice(row.get(..across).unwrap_or_default());
        }
        Self { alike, across, answers }
    }

    /// Tells what the candidates of some slots come to where that is not what their kind does, by its cell.
    #[inline]
    fn apart<const W: usize>(&self, slots: Range<usize>, mut put: impl FnMut(usize, M)) {
        let kinds: &[[M; W]] = self.alike.as_chunks().0;
        for (row, slot) in slots.enumerate() {
            if let Some(alike) = kinds.get(self.answers.kind(slot)) {
                self.answers.apart(slot, alike, |lane, found| put(row * W + lane, found));
            }
        }
    }
}

impl<A: Answers<Degree>> Rows<Degree, A> {
    fn write_degrees<const W: usize>(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        let kinds = slots.clone().map(|slot| self.answers.kind(slot));
        let (lows, widths) = (degrees.low.as_chunks_mut().0, degrees.width.as_chunks_mut().0);
        let vague = copy_degrees::<W, _>(self.alike.as_chunks().0, kinds, lows, widths);
        degrees.is_vague = vague != 0;
        self.apart::<W>(slots, |cell, degree| degrees.put(cell, degree));
    }
}

impl<A: Answers<Degree>> DegreeRows for Rows<Degree, A> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        match self.across {
            1 => self.write_degrees::<1>(slots, degrees),
            16 => self.write_degrees::<16>(slots, degrees),
            _ => self.write_degrees::<LANES>(slots, degrees),
        }
    }
}

impl<A: Answers<Gate>> Rows<Gate, A> {
    fn write_gates<const W: usize>(&self, slots: Range<usize>, gates: &mut [Gate]) {
        let alike: &[[Gate; W]] = self.alike.as_chunks().0;
        for (row, slot) in gates.as_chunks_mut().0.iter_mut().zip(slots.clone()) {
            if let Some(found) = alike.get(self.answers.kind(slot)) {
                *row = *found;
            }
        }
        self.apart::<W>(slots, |cell, gate| {
            if let Some(at) = gates.get_mut(cell) {
                *at = gate;
            }
        });
    }
}

impl<A: Answers<Gate>> GateRows for Rows<Gate, A> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        match self.across {
            1 => self.write_gates::<1>(slots, gates),
            16 => self.write_gates::<16>(slots, gates),
            _ => self.write_gates::<LANES>(slots, gates),
        }
    }
}

/// Writes the row of each kind, and tells whether any degree is an interval.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt",
))]
fn copy_degrees<const W: usize, K: Iterator<Item = usize>>(
    alike: &[[Degree; W]],
    kinds: K,
    lows: &mut [[f32; W]],
    widths: &mut [[f32; W]],
) -> u32 {
    let mut vague = 0;
    for ((lows, widths), kind) in lows.iter_mut().zip(widths).zip(kinds) {
        let Some(row) = alike.get(kind) else { continue };
        for ((low, width), degree) in lows.iter_mut().zip(widths).zip(row) {
            *low = degree.low();
            *width = degree.width();
            vague |= degree.width().to_bits();
        }
    }
    vague
}
