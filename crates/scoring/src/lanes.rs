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

    /// Adds `weight · stakes[i] · degrees[i]` to every lane.
    pub fn add_all(self, weight: f32, stakes: &[u8], degrees: &[Degree]) {
        add_degrees(self.low, self.width, weight, stakes, degrees);
    }

    /// Adds `weight · stakes[i] · degrees[codes[i]]` to every lane; there are at most [`BLOCK`] degrees.
    pub fn add_coded(
        self,
        weight: f32,
        stakes: &[u8],
        codes: &[u16],
        degrees: impl IntoIterator<Item = Degree>,
    ) {
        let (mut lows, mut widths) = (table(), table());
        let mut vague = 0;
        for ((low, width), degree) in lows.iter_mut().zip(widths.iter_mut()).zip(degrees) {
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

/// A number for each code there can be.
type Table = [f32; BLOCK];

fn table() -> Box<Table> {
    vec![0.0; BLOCK].into_boxed_slice().try_into().unwrap_or_else(|_| Box::new([0.0; BLOCK]))
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_from(sums: &mut [f32], weight: f32, stakes: &[u8], codes: &[u16], table: &Table) {
    for ((sum, stake), code) in sums.iter_mut().zip(stakes).zip(codes) {
        // The mask keeps within the table, so that no lane needs a check.
        let found = table.get(usize::from(*code) & (BLOCK - 1)).copied().unwrap_or_default();
        *sum += weight * f32::from(*stake) * found;
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_degrees(
    lows: &mut [f32],
    widths: &mut [f32],
    weight: f32,
    stakes: &[u8],
    degrees: &[Degree],
) {
    for (((low, width), stake), degree) in lows.iter_mut().zip(widths).zip(stakes).zip(degrees) {
        let weight = weight * f32::from(*stake);
        *low += weight * degree.low();
        *width += weight * degree.width();
    }
}
