//! How far an ask is met.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far an ask is met, as bounds within `0..=1`.
///
/// 1 is all that was asked, 0 the worst that still makes sense to compare; more than asked earns nothing.
/// What is not known widens the bounds and never moves them to a guess: nothing known is `[0, 1]`.
/// A value that exists is valid: never NaN, never `-0.0`, and `low <= high`.
///
/// ```
/// use mutualfit_scoring::Degree;
/// assert_eq!(Degree::exact(1.5), Degree::FULL);
/// assert_eq!(Degree::exact(f32::NAN), Degree::UNKNOWN);
/// assert_eq!(Degree::between(0.75, 0.25).low(), 0.25);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Bounds", into = "Bounds")]
#[schemars(!from, !into, with = "Bounds")]
pub struct Degree {
    low: f32,
    high: f32,
}

/// Lower and upper bound of a degree as written in documents, rounded to six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Degree")]
struct Bounds {
    /// What holds at the least.
    #[schemars(range(min = 0.0, max = 1.0))]
    low: f64,
    /// What is still possible.
    #[schemars(range(min = 0.0, max = 1.0))]
    high: f64,
}

impl Degree {
    /// All that was asked.
    pub const FULL: Self = Self { low: 1.0, high: 1.0 };
    /// Nothing of what was asked.
    pub const NONE: Self = Self { low: 0.0, high: 0.0 };
    /// Nothing is known: anything from 0 to 1.
    pub const UNKNOWN: Self = Self { low: 0.0, high: 1.0 };

    /// A known degree. Outside `0..=1` is clamped, NaN is [unknown](Self::UNKNOWN).
    #[inline]
    pub fn exact(value: f32) -> Self {
        let (low, high) = if value.is_nan() { (0.0, 1.0) } else { (unit(value), unit(value)) };
        Self { low, high }
    }

    /// A degree between two bounds, in whichever order they come. Outside is clamped, NaN is unknown.
    #[inline]
    pub fn between(one: f32, other: f32) -> Self {
        let (one_unit, other_unit) = (unit(one), unit(other));
        let ordered =
            if one_unit <= other_unit { (one_unit, other_unit) } else { (other_unit, one_unit) };
        let (low, high) = if one.is_nan() | other.is_nan() { (0.0, 1.0) } else { ordered };
        Self { low, high }
    }

    /// What holds at the least.
    #[inline]
    pub fn low(self) -> f32 {
        self.low
    }

    /// What is still possible.
    #[inline]
    pub fn high(self) -> f32 {
        self.high
    }

    /// How much is not known: `high - low`.
    #[inline]
    pub fn width(self) -> f32 {
        self.high - self.low
    }

    /// The better of two, bound by bound: what one has who may choose.
    #[inline]
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            low: if other.low > self.low { other.low } else { self.low },
            high: if other.high > self.high { other.high } else { self.high },
        }
    }

    /// The worse of two, bound by bound: what one has who needs both.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            low: if other.low < self.low { other.low } else { self.low },
            high: if other.high < self.high { other.high } else { self.high },
        }
    }

    /// The bounds that hold whichever of two applies.
    #[inline]
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        Self {
            low: if other.low < self.low { other.low } else { self.low },
            high: if other.high > self.high { other.high } else { self.high },
        }
    }

    /// This degree times a factor in `0..=1`; NaN makes it unknown.
    #[inline]
    #[must_use]
    pub fn times(self, factor: f32) -> Self {
        Self::between(self.low * factor, self.high * factor)
    }

    /// The point of these bounds at a stance from 0 (cautious) to 1 (optimistic): `low + stance·(high − low)`.
    #[inline]
    pub fn at(self, stance: f32) -> f32 {
        self.low + stance * (self.high - self.low)
    }
}

/// Clamps to `0..=1` and turns `-0.0` into `0.0`; NaN becomes 0.
#[inline]
fn unit(value: f32) -> f32 {
    let above = if value > 0.0 { value } else { 0.0 };
    if above < 1.0 { above } else { 1.0 }
}

impl From<Bounds> for Degree {
    fn from(bounds: Bounds) -> Self {
        Self::between(bounds.low as f32, bounds.high as f32)
    }
}

impl From<Degree> for Bounds {
    fn from(degree: Degree) -> Self {
        Self { low: crate::published(degree.low), high: crate::published(degree.high) }
    }
}

/// A running weighted mean of the degrees of several items.
///
/// ```
/// use mutualfit_scoring::{Degree, Mean};
/// let mut mean = Mean::default();
/// mean.add(0.5, Degree::FULL);
/// mean.add(0.5, Degree::UNKNOWN);
/// assert_eq!(mean.degree(), Some(Degree::between(0.5, 1.0)));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Mean {
    low: f32,
    high: f32,
    weight: f32,
}

impl Mean {
    /// Adds one item's degree by its weight, which is at least 0.
    #[inline]
    pub fn add(&mut self, weight: f32, degree: Degree) {
        self.low += weight * degree.low;
        self.high += weight * degree.high;
        self.weight += weight;
    }

    /// The mean of what was added; `None` where nothing with a weight was.
    #[inline]
    pub fn degree(self) -> Option<Degree> {
        (self.weight > 0.0)
            .then(|| Degree::between(self.low / self.weight, self.high / self.weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(Degree::exact(-0.0).low().to_bits(), 0);
        assert_eq!(Degree::between(-0.0, -3.0).high().to_bits(), 0);
    }

    proptest! {
        #[test]
        fn every_float_makes_a_valid_degree(one in any::<f32>(), other in any::<f32>()) {
            for degree in [Degree::exact(one), Degree::between(one, other), Degree::exact(one).times(other)] {
                prop_assert!(degree.low() >= 0.0 && degree.low() <= degree.high() && degree.high() <= 1.0);
            }
        }

        #[test]
        fn choosing_and_needing_stay_ordered(a in 0f32..1.0, b in 0f32..1.0, c in 0f32..1.0, d in 0f32..1.0) {
            let (x, y) = (Degree::between(a, b), Degree::between(c, d));
            for degree in [x.or(y), x.and(y), x.either(y)] {
                prop_assert!(degree.low() <= degree.high());
            }
            prop_assert!(x.either(y).low() <= x.and(y).low() && x.or(y).high() <= x.either(y).high());
        }
    }
}
