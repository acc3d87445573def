//! What is added up for lanes side by side: steps, and what changes them.

use super::steps::{STEP, Steps};
use mutualfit_scoring::Gate;
use std::ops::{AddAssign, Sub};

/// What something adds to the steps of one lane. The low bound does not depend on whether more may be held than is listed,
/// the high bound does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gain {
    pub(super) low: i32,
    /// Added to the high bound where what is not listed is not held.
    pub(super) closed: i32,
    /// Added to the high bound where it may be.
    pub(super) open: i32,
}

impl Gain {
    /// The gain that is so many steps, by whether more may be held than is listed.
    pub(super) fn of(steps: impl Fn(bool) -> Steps) -> Self {
        let (closed, open) = (steps(false), steps(true));
        Self { low: closed.low, closed: closed.high, open: open.high }
    }

    /// The steps that it is.
    #[inline]
    pub(super) fn steps(self, is_open: bool) -> Steps {
        Steps { low: self.low, high: if is_open { self.open } else { self.closed } }
    }

    /// The better of two, bound by bound.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            closed: self.closed.max(other.closed),
            open: self.open.max(other.open),
        }
    }
}

impl AddAssign for Gain {
    fn add_assign(&mut self, other: Self) {
        self.low += other.low;
        self.closed += other.closed;
        self.open += other.open;
    }
}

impl Sub for Gain {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            low: self.low - other.low,
            closed: self.closed - other.closed,
            open: self.open - other.open,
        }
    }
}

/// A gain for each lane; from the start of a cache line on, since most of what adding takes is to fetch rows.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(super) struct GainRow<const W: usize> {
    low: [i32; W],
    closed: [i32; W],
    open: [i32; W],
}

impl<const W: usize> GainRow<W> {
    /// Nothing for anybody.
    pub(super) const NOTHING: Self = Self { low: [0; W], closed: [0; W], open: [0; W] };

    /// Adds what one lane gains.
    pub(super) fn add(&mut self, lane: usize, gain: Gain) {
        for (row, gain) in [
            (&mut self.low, gain.low),
            (&mut self.closed, gain.closed),
            (&mut self.open, gain.open),
        ] {
            if let Some(sum) = row.get_mut(lane) {
                *sum += gain;
            }
        }
    }

    /// The steps that it is.
    #[inline]
    pub(super) fn steps(&self, is_open: bool) -> StepRow<W> {
        StepRow { low: self.low, high: *self.high(is_open) }
    }

    #[inline]
    fn high(&self, is_open: bool) -> &[i32; W] {
        if is_open { &self.open } else { &self.closed }
    }
}

/// The steps of each lane.
#[derive(Clone, Debug)]
pub(super) struct StepRow<const W: usize> {
    low: [i32; W],
    high: [i32; W],
}

impl<const W: usize> StepRow<W> {
    /// No steps for anybody.
    pub(super) const NOTHING: Self = Self { low: [0; W], high: [0; W] };

    /// Adds the steps of one lane.
    #[inline]
    pub(super) fn add(&mut self, lane: usize, steps: Steps) {
        if let (Some(low), Some(high)) = (self.low.get_mut(lane % W), self.high.get_mut(lane % W)) {
            *low += steps.low;
            *high += steps.high;
        }
    }

    /// Adds four rows at once, so that the sums are looked up once.
    #[inline]
    pub(super) fn add_four(&mut self, rows: [&GainRow<W>; 4], is_open: bool) {
        add_four(&mut self.low, rows.map(|row| &row.low));
        add_four(&mut self.high, rows.map(|row| row.high(is_open)));
    }

    /// Writes the degree of each lane, low bound and width; not 0 where any is an interval.
    #[inline]
    pub(super) fn write_degrees(&self, low: &mut [f32; W], width: &mut [f32; W]) -> i32 {
        let mut vague = 0;
        let into = low.iter_mut().zip(width);
        for ((low, width), (least, most)) in into.zip(self.low.iter().zip(&self.high)) {
            vague |= least ^ most;
            *low = *least as f32 * STEP;
            *width = *most as f32 * STEP - *low;
        }
        vague
    }

    /// Writes the gate of each lane: met where nothing is missing for certain, unmet where something is.
    #[inline]
    pub(super) fn write_gates(&self, gates: &mut [Gate; W]) {
        for (gate, (least, most)) in gates.iter_mut().zip(self.low.iter().zip(&self.high)) {
            let open = if *least < 0 { Gate::Open } else { Gate::Met };
            *gate = if *most < 0 { Gate::Unmet } else { open };
        }
    }
}

#[inline]
fn add_four<const W: usize>(sums: &mut [i32; W], [one, two, three, four]: [&[i32; W]; 4]) {
    let rows = one.iter().zip(two).zip(three.iter().zip(four));
    for (sum, ((one, two), (three, four))) in sums.iter_mut().zip(rows) {
        *sum += one + two + three + four;
    }
}
