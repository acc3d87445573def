//! The mean of a list of requirements in whole steps, the same to the bit in whatever order it is added up.
//!
//! All that counts makes [`ALL`] steps, each item its share of them, and what an item earns is a whole number of its
//! steps. So every sum is exact, no order of adding can change it, and what is met in full comes to all. A step is finer
//! than a degree of 24 bits can tell; rounding happens once, where the sum becomes a degree.

use mutualfit_scoring::{Degree, Gate};
use std::ops::{AddAssign, Sub};

/// The steps of a whole list.
const ALL: i32 = 1 << 30;

/// What one step is of all.
pub(super) const STEP: f32 = 1.0 / ALL as f32;

/// Bounds in whole steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) low: i32,
    pub(super) high: i32,
}

impl Steps {
    /// All there are.
    pub(super) const ALL: Self = Self { low: ALL, high: ALL };

    /// What a degree makes of a share. The better the degree, the more steps.
    #[inline]
    pub(super) fn of(share: i32, degree: Degree) -> Self {
        let steps = |bound: f32| (f64::from(share) * f64::from(bound)).round() as i32;
        Self { low: steps(degree.low()), high: steps(degree.high()) }
    }

    /// A gate as one step: who meets it has taken it, who may meet it may have.
    pub(super) fn of_gate(gate: Gate) -> Self {
        Self { low: i32::from(gate == Gate::Met), high: i32::from(gate != Gate::Unmet) }
    }

    /// The better of two, bound by bound.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// What part of all it is.
    #[inline]
    pub(super) fn degree(self) -> Degree {
        Degree::between(self.low as f32 * STEP, self.high as f32 * STEP)
    }
}

impl AddAssign for Steps {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        self.low += other.low;
        self.high += other.high;
    }
}

impl Sub for Steps {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        Self { low: self.low - other.low, high: self.high - other.high }
    }
}

/// How many of all steps each weight has. Weights are whole numbers; the shares of those that weigh anything come to all.
pub(super) fn shares(weights: impl Iterator<Item = f32> + Clone) -> Vec<i32> {
    let total: f64 = weights.clone().map(f64::from).sum();
    let upto =
        |sum: f64| if total > 0.0 { (sum / total * f64::from(ALL)).round() as i32 } else { 0 };
    let mut sum = 0.0;
    weights
        .map(|weight| {
            let before = upto(sum);
            sum += f64::from(weight);
            upto(sum) - before
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_come_to_all() {
        for weights in [&[1.0, 1.0, 1.0][..], &[7.0, 0.0, 333.0, 1000.0, 1.0], &[1.0; 999], &[3.0]]
        {
            let shares = shares(weights.iter().copied());
            assert_eq!(shares.iter().sum::<i32>(), ALL);
            let has_any = |(share, weight): (&i32, &f32)| (*share > 0) == (*weight > 0.0);
            assert!(shares.iter().zip(weights).all(has_any), "{shares:?}");
        }
        assert_eq!(shares([0.0, 0.0].into_iter()), [0, 0]);
    }

    #[test]
    fn what_is_met_in_full_is_exactly_one() {
        let mut sum = Steps::default();
        for share in shares([7.0, 333.0, 1.0].into_iter()) {
            assert_eq!(Steps::of(share, Degree::FULL), Steps { low: share, high: share });
            assert_eq!(Steps::of(share, Degree::NONE), Steps::default());
            sum += Steps::of(share, Degree::FULL);
        }
        assert_eq!((sum, sum.degree()), (Steps::ALL, Degree::FULL));
    }

    #[test]
    fn a_mean_is_as_fine_as_a_degree() {
        let items = [(1.0, 0.1), (1.0, 0.75), (4.0, 1.0 / 3.0), (1.0, 0.9)];
        let mut sum = Steps::default();
        for (share, (_, degree)) in shares(items.iter().map(|item| item.0)).into_iter().zip(items) {
            sum += Steps::of(share, Degree::exact(degree as f32));
        }
        let mean =
            items.iter().map(|(weight, degree)| f64::from(*weight) * degree).sum::<f64>() / 7.0;
        assert!((f64::from(sum.degree().low()) - mean).abs() < 1e-7);
    }
}
