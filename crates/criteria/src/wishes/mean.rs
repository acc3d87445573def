//! The mean of a list of wishes, the same to the bit in whatever order it is added up.
//!
//! Weights are whole numbers and degrees are added in steps of 2⁻²⁸. As long as the weights of a list come to less than
//! 2²⁴ (sixteen thousand wishes of the greatest weight), every sum of them fits the 53 bits of an `f64`: it is exact, and
//! no order of adding can change it. That is what lets a block add up what one role lists thing by thing, and a pair wish
//! by wish. Rounding happens once, where the sum becomes a degree.

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

/// Bounds to add up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Sum {
    const STEPS: f64 = (1_u32 << 28) as f64;

    /// A degree in whole steps.
    #[inline]
    fn of(degree: Degree) -> Self {
        let whole = |bound: f32| f64::from((f64::from(bound) * Self::STEPS) as u32) / Self::STEPS;
        Self { low: whole(degree.low()), high: whole(degree.high()) }
    }

    /// Adds what one wish of this weight gains.
    #[inline]
    pub(super) fn add(&mut self, weight: f64, gain: Self) {
        self.low += weight * gain.low;
        self.high += weight * gain.high;
    }
}

/// How much the wishes of a list weigh; whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Weights {
    pub(super) sought: f32,
    pub(super) avoided: f32,
}

impl Weights {
    pub(super) fn add(&mut self, aim: Aim, weight: f32) {
        match aim {
            Aim::Seek => self.sought += weight,
            Aim::Avoid => self.avoided += weight,
        }
    }
}

/// Where the mean of a list starts from: everything as if nothing listed answered it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    sought: Sum,
    avoided: Sum,
}

impl Start {
    pub(super) fn of(rest: Rest) -> Self {
        Self { sought: Sum::of(rest.sought), avoided: Sum::of(rest.avoided) }
    }

    /// How much more a wish comes true that was found.
    #[inline]
    pub(super) fn gain(&self, aim: Aim, found: Degree) -> Sum {
        let rest = match aim {
            Aim::Seek => self.sought,
            Aim::Avoid => self.avoided,
        };
        let found = Sum::of(found);
        Sum { low: found.low - rest.low, high: found.high - rest.high }
    }

    /// The mean of a list whose wishes gained so much in all; 1 where nothing weighs anything.
    #[inline]
    pub(super) fn mean(&self, weights: Weights, gained: Sum) -> Degree {
        let (sought, avoided) = (f64::from(weights.sought), f64::from(weights.avoided));
        let low = sought * self.sought.low + avoided * self.avoided.low + gained.low;
        let high = sought * self.sought.high + avoided * self.avoided.high + gained.high;
        let total = weights.sought + weights.avoided;
        // By value and not by branch, so that a block is one pass without cases.
        let of_total = |sum: f64| if total > 0.0 { sum as f32 / total } else { 1.0 };
        Degree::between(of_total(low), of_total(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_order_of_adding_changes_a_bit() {
        let start = Start::of(Rest::of(Degree::between(0.1, 0.7)));
        let found = [0.1, 1.0 / 3.0, 0.75, 1.0, 0.000_123].map(Degree::exact);
        let wishes: Vec<(f64, Sum)> = (0_u16..500)
            .map(|number| {
                let aim = if number % 3 == 0 { Aim::Avoid } else { Aim::Seek };
                let gain = start.gain(aim, found[usize::from(number % 5)]);
                (f64::from(number * 7 % 1000 + 1), gain)
            })
            .collect();
        let sum = |wishes: &mut dyn Iterator<Item = &(f64, Sum)>| {
            let mut sum = Sum::default();
            wishes.for_each(|(weight, gain)| sum.add(*weight, *gain));
            (sum.low.to_bits(), sum.high.to_bits())
        };
        assert_eq!(sum(&mut wishes.iter()), sum(&mut wishes.iter().rev()));
    }

    #[test]
    fn what_is_met_in_full_is_exactly_one() {
        let start = Start::of(Rest::of(Degree::UNKNOWN));
        let mut weights = Weights::default();
        let mut gained = Sum::default();
        for weight in [7.0, 333.0, 1.0] {
            weights.add(Aim::Seek, weight);
            gained.add(f64::from(weight), start.gain(Aim::Seek, Degree::FULL));
        }
        assert_eq!(start.mean(weights, gained), Degree::FULL);
        assert_eq!(start.mean(weights, Sum::default()), Degree::UNKNOWN);
        assert_eq!(start.mean(Weights::default(), Sum::default()), Degree::FULL);
    }

    #[test]
    fn what_is_avoided_comes_true_by_what_is_not_there() {
        let rest = Rest::of(Degree::between(0.0, 0.25));
        assert_eq!(
            (rest.degree(Aim::Seek), rest.degree(Aim::Avoid)),
            (Degree::between(0.0, 0.25), Degree::between(0.75, 1.0))
        );
        let weights = Weights { sought: 1.0, avoided: 1.0 };
        assert_eq!(Start::of(rest).mean(weights, Sum::default()), Degree::between(0.375, 0.625));
    }
}
