//! Where a block adds up, one lane a slot, and the loops that do it.

use crate::{BLOCK, Degree};

/// Where a block adds up: one lane a slot.
#[derive(Debug)]
pub struct Lanes<'a> {
    /// `Σ weight · stake · degree.low()`.
    pub low: &'a mut [f32],
    /// `Σ weight · stake · (degree.high() − degree.low())`.
    pub width: &'a mut [f32],
}

impl Lanes<'_> {
    /// Adds `weight · stakes[i] · degree(i)` to every lane with a stake.
    pub fn add(self, weight: f32, stakes: &[u8], degree: impl Fn(usize) -> Degree) {
        let slots = self.low.iter_mut().zip(self.width).zip(stakes).enumerate();
        for (slot, ((low, width), stake)) in slots.filter(|(_, (_, stake))| **stake > 0) {
            add_degree(low, width, weight * f32::from(*stake), degree(slot));
        }
    }

    /// Adds `weight · stakes[i] · degrees[codes[i]]` to every lane; there are at most [`BLOCK`] degrees.
    pub fn add_coded(
        self,
        weight: f32,
        stakes: &[u8],
        codes: &[u16],
        degrees: impl IntoIterator<Item = Degree>,
    ) {
        let degrees = degrees.into_iter();
        // A table is cleared at every call, so it is no larger than it has to be.
        match degrees.size_hint().1 {
            Some(most) if most <= FEW => self.add_by::<FEW>(weight, stakes, codes, degrees),
            Some(most) if most <= SOME => self.add_by::<SOME>(weight, stakes, codes, degrees),
            _ => self.add_by::<BLOCK>(weight, stakes, codes, degrees),
        }
    }

    fn add_by<const N: usize>(
        self,
        weight: f32,
        stakes: &[u8],
        codes: &[u16],
        degrees: impl Iterator<Item = Degree>,
    ) {
        let (mut lows, mut widths) = ([0.0; N], [0.0; N]);
        let mut vague = 0;
        for ((low, width), degree) in lows.iter_mut().zip(&mut widths).zip(degrees) {
            (*low, *width) = (degree.low(), degree.width());
            vague |= width.to_bits();
        }
        add_from(self.low, weight, stakes, codes, &lows);
        if vague != 0 {
            add_from(self.width, weight, stakes, codes, &widths);
        }
    }

    /// Adds `weight · stakes[i] · degree(values[i])` to every lane with a stake.
    pub(crate) fn add_each<T>(
        self,
        weight: f32,
        stakes: &[u8],
        values: &[T],
        degree: impl Fn(&T) -> Degree,
    ) {
        let slots = self.low.iter_mut().zip(self.width).zip(stakes).zip(values);
        for (((low, width), stake), value) in slots.filter(|((_, stake), _)| **stake > 0) {
            add_degree(low, width, weight * f32::from(*stake), degree(value));
        }
    }
}

#[inline]
fn add_degree(low: &mut f32, width: &mut f32, weight: f32, degree: Degree) {
    *low += weight * degree.low();
    *width += weight * degree.width();
}

/// How many degrees fit a small table; a power of two, as [`BLOCK`] is.
const FEW: usize = 256;
/// How many fit a table that stays in the first cache.
const SOME: usize = 2048;

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_from<const N: usize>(
    sums: &mut [f32],
    weight: f32,
    stakes: &[u8],
    codes: &[u16],
    table: &[f32; N],
) {
    for ((sum, stake), code) in sums.iter_mut().zip(stakes).zip(codes) {
        // The mask keeps within the table, so that no lane needs a check.
        let found = table.get(usize::from(*code) & (N - 1)).copied().unwrap_or_default();
        *sum += weight * f32::from(*stake) * found;
    }
}
