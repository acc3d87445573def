//! The mean of a list of wishes, the same to the bit in whatever order it is added up.
//!
//! Weights are whole numbers, and what a wish earns is a whole number of steps, so fine that all weights of the list come
//! to between 2²³ and 2²⁴ of them: every sum is exact in an `f32`, no order of adding can change it, and what is met in full
//! comes to all. That is what lets a block add up candidate by candidate, for many roles side by side.

use super::Aim;
use mutualfit_scoring::Degree;

/// How far wishes come true that nothing listed answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rest {
    /// Those that seek something.
    pub(crate) sought: Degree,
    /// Those that avoid something.
    pub(crate) avoided: Degree,
}

impl Rest {
    /// What comes of it where there is so much of whatever is not listed.
    pub(crate) fn of(there_is: Degree) -> Self {
        Self { sought: Aim::Seek.degree(there_is), avoided: Aim::Avoid.degree(there_is) }
    }

    /// How far a wish comes true.
    pub(crate) fn degree(self, aim: Aim) -> Degree {
        match aim {
            Aim::Seek => self.sought,
            Aim::Avoid => self.avoided,
        }
    }
}

/// The steps that the weights of a list are counted in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps {
    /// So many a unit of weight: a power of two.
    each: f32,
    all: f32,
    /// One of all.
    one: f32,
}

impl Steps {
    /// The steps of a list whose weights come to so much.
    #[inline]
    pub(super) fn of(weight: f32) -> Self {
        // 2^(23 − e) for a weight from 2^e on, below 2^(e + 1).
        let exponent = (weight.to_bits() >> 23).clamp(127, 127 + 23);
        let each = f32::from_bits((127 + 23 + 127 - exponent) << 23);
        let all = weight * each;
        Self { each, all, one: 1.0 / all }
    }

    /// What a wish of this weight has of them.
    #[inline]
    pub(super) fn of_weight(self, weight: f32) -> f32 {
        weight * self.each
    }

    /// What part of all so many steps are; all of nothing is 1.
    #[inline]
    pub(super) fn share(self, steps: f32) -> f32 {
        if steps < self.all { steps * self.one } else { 1.0 }
    }
}

/// What a wish that has so many steps earns by a bound of its degree.
#[inline]
pub(super) fn earned(steps: f32, bound: f32) -> f32 {
    (steps * bound).round_ties_even()
}

/// Bounds to add up, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sum {
    low: f32,
    high: f32,
}

impl Sum {
    /// Adds what a wish that has so many steps earns.
    #[inline]
    pub(super) fn add(&mut self, steps: f32, degree: Degree) {
        self.low += earned(steps, degree.low());
        self.high += earned(steps, degree.high());
    }

    /// The mean that it comes to.
    #[inline]
    pub(super) fn mean(self, steps: Steps) -> Degree {
        Degree::between(steps.share(self.low), steps.share(self.high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(wishes: impl Iterator<Item = (f32, Degree)> + Clone) -> Degree {
        let steps = Steps::of(wishes.clone().map(|(weight, _)| weight).sum());
        let mut sum = Sum::default();
        wishes.for_each(|(weight, degree)| sum.add(steps.of_weight(weight), degree));
        sum.mean(steps)
    }

    #[test]
    fn no_order_of_adding_changes_a_bit() {
        let found = [0.1, 1.0 / 3.0, 0.75, 1.0, 0.000_123].map(Degree::exact);
        let wishes: Vec<(f32, Degree)> = (0_u16..500)
            .map(|number| (f32::from(number * 7 % 1000 + 1), found[usize::from(number % 5)]))
            .collect();
        let (forth, back) = (mean(wishes.iter().copied()), mean(wishes.iter().rev().copied()));
        assert_eq!(forth.low().to_bits(), back.low().to_bits());
        assert_eq!(forth.high().to_bits(), back.high().to_bits());
    }

    #[test]
    fn what_is_met_in_full_is_exactly_one() {
        for weights in [&[7.0, 333.0, 1.0][..], &[1.0], &[1000.0; 77], &[3.0; 3], &[0.0]] {
            let all = |degree| weights.iter().map(move |weight| (*weight, degree));
            assert_eq!(mean(all(Degree::FULL)), Degree::FULL, "{weights:?}");
        }
        assert_eq!(
            mean([(7.0, Degree::UNKNOWN), (1.0, Degree::UNKNOWN)].into_iter()),
            Degree::UNKNOWN
        );
        assert_eq!(mean([].into_iter()), Degree::FULL);
    }

    #[test]
    fn a_mean_is_as_fine_as_is_published() {
        let wishes = [(3.0, 0.1), (1.0, 0.9), (333.0, 1.0 / 3.0), (64.0, 0.25)];
        let found =
            mean(wishes.iter().map(|(weight, degree)| (*weight, Degree::exact(*degree as f32))));
        let exact: f64 = wishes.iter().map(|(weight, degree)| f64::from(*weight) * degree).sum();
        assert!((f64::from(found.low()) - exact / 401.0).abs() < 2.5e-7);
    }

    #[test]
    fn what_is_avoided_comes_true_by_what_is_not_there() {
        let rest = Rest::of(Degree::between(0.0, 0.25));
        assert_eq!(
            (rest.degree(Aim::Seek), rest.degree(Aim::Avoid)),
            (Degree::between(0.0, 0.25), Degree::between(0.75, 1.0))
        );
    }
}
