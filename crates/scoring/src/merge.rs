//! From two sides to one score.

use crate::Degree;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

/// How the two sides become the mutual score: a weighted power mean `(Σ w·xᵖ / Σ w)^(1/p)`.
///
/// The default is the harmonic mean of equal weights, `2ab/(a+b)`: it asks both sides for something, since a good
/// side cannot make up for a side at nothing. On 4,180 speed-dating meetings with known outcomes (Fisman et al.
/// 2006; dating, not hiring) it ranked the mutual yes ahead of the arithmetic, geometric and minimum merges; no study
/// is known that validates any of them against the outcome of a hire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// The exponent `p`.
    pub exponent: Exponent,
    /// The weight of the role's side, above 0.
    pub role_weight: f32,
    /// The weight of the candidate's side, above 0.
    pub candidate_weight: f32,
}

impl Default for Merge {
    fn default() -> Self {
        Self { exponent: Exponent::Harmonic, role_weight: 1.0, candidate_weight: 1.0 }
    }
}

/// The exponent of a power mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Exponent {
    /// −∞: the worse side, written `"min"`.
    Minimum,
    /// −1, the default.
    #[default]
    Harmonic,
    /// 0.
    Geometric,
    /// 1.
    Arithmetic,
    /// 2.
    Quadratic,
    /// ∞: the better side, written `"max"`.
    Maximum,
}

impl Exponent {
    /// Every exponent, in ascending order.
    pub const ALL: [Self; 6] = [
        Self::Minimum,
        Self::Harmonic,
        Self::Geometric,
        Self::Arithmetic,
        Self::Quadratic,
        Self::Maximum,
    ];

    /// As written in a rubric: `-1`, `0`, `1`, `2`, or `"min"` and `"max"` for −∞ and ∞.
    fn written(self) -> Value {
        match self {
            Self::Minimum => "min".into(),
            Self::Harmonic => (-1).into(),
            Self::Geometric => 0.into(),
            Self::Arithmetic => 1.into(),
            Self::Quadratic => 2.into(),
            Self::Maximum => "max".into(),
        }
    }
}

impl Merge {
    /// The mean of one value a side, each in `0..=1`. At most 1, at least 0, and 1 for two ones.
    #[inline]
    pub fn point(&self, role: f32, candidate: f32) -> f32 {
        let (u, v) = (self.role_weight, self.candidate_weight);
        let mean = match self.exponent {
            Exponent::Minimum => smaller(role, candidate),
            Exponent::Harmonic => return self.harmonic(role, candidate),
            Exponent::Geometric => {
                let share = u / (u + v);
                if share.to_bits() == 0.5f32.to_bits() {
                    (role * candidate).sqrt()
                } else {
                    libm::powf(role, share) * libm::powf(candidate, 1.0 - share)
                }
            }
            Exponent::Arithmetic => (u * role + v * candidate) / (u + v),
            Exponent::Quadratic => ((u * role * role + v * candidate * candidate) / (u + v)).sqrt(),
            Exponent::Maximum => -smaller(-role, -candidate),
        };
        smaller(mean, 1.0)
    }

    /// The harmonic mean of one value a side, whatever the exponent: small enough for the inner loop of a ranking.
    #[inline]
    pub(crate) fn harmonic(&self, role: f32, candidate: f32) -> f32 {
        let (u, v) = (self.role_weight, self.candidate_weight);
        let below = u * candidate + v * role;
        let above = (u + v) * role * candidate;
        let mean = above / below;
        smaller(if below > 0.0 { mean } else { 0.0 }, 1.0)
    }

    /// The mean of two intervals, bound by bound, since every power mean is monotone in both.
    #[inline]
    pub fn degree(&self, role: Degree, candidate: Degree) -> Degree {
        let low = self.point(role.low(), candidate.low());
        // A monotone mean may still round down; the high never falls below the low.
        let high = self.point(role.high(), candidate.high());
        Degree::between(low, if high > low { high } else { low })
    }

    /// What each side contributes to the mean above a baseline of ½: the Shapley value of two players, which adds up
    /// exactly (Shapley 1953; the closed form for two).
    pub fn contributions(&self, role: f32, candidate: f32) -> [f32; 2] {
        let base = self.point(BASELINE, BASELINE);
        let (role_only, candidate_only, both) = (
            self.point(role, BASELINE),
            self.point(BASELINE, candidate),
            self.point(role, candidate),
        );
        [
            0.5 * ((role_only - base) + (both - candidate_only)),
            0.5 * ((candidate_only - base) + (both - role_only)),
        ]
    }
}

/// Where the contributions of the two sides start.
pub const BASELINE: f32 = 0.5;

#[inline]
fn smaller(one: f32, other: f32) -> f32 {
    if one < other { one } else { other }
}

impl Serialize for Exponent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exponent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let same = |exponent: &Self| {
            let written = exponent.written();
            written == value || (written.is_number() && written.as_f64() == value.as_f64())
        };
        Self::ALL.into_iter().find(same).ok_or_else(|| {
            D::Error::custom(format_args!(
                "malformed: `{value}` is no exponent; give -1, 0, 1, 2, \"min\" or \"max\""
            ))
        })
    }
}

impl JsonSchema for Exponent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Exponent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let written: Vec<Value> = Self::ALL.into_iter().map(Self::written).collect();
        json_schema!({ "description": "Exponent of the power mean; `min` is minus infinity and `max` infinity.", "enum": written })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn merge(exponent: Exponent) -> Merge {
        Merge { exponent, ..Merge::default() }
    }

    #[track_caller]
    fn check(exponent: Exponent, role: f32, candidate: f32, expected: f32) {
        let point = merge(exponent).point(role, candidate);
        assert!(
            (point - expected).abs() < 1e-6,
            "{exponent:?}({role}, {candidate}) = {point}, not {expected}"
        );
    }

    #[test]
    fn operators_have_their_published_values() {
        check(Exponent::Minimum, 0.8, 0.5, 0.5);
        check(Exponent::Harmonic, 0.8, 0.5, 0.615_384_6);
        check(Exponent::Harmonic, 0.9, 0.3, 0.45);
        check(Exponent::Harmonic, 0.0, 0.0, 0.0);
        check(Exponent::Geometric, 0.8, 0.5, 0.632_455_5);
        check(Exponent::Geometric, 0.9, 0.3, 0.519_615_2);
        check(Exponent::Arithmetic, 0.9, 0.3, 0.6);
        check(Exponent::Quadratic, 0.8, 0.5, 0.667_083_2);
        check(Exponent::Quadratic, 0.9, 0.3, 0.670_820_4);
        check(Exponent::Maximum, 0.8, 0.5, 0.8);
    }

    #[test]
    fn weights_have_their_published_values() {
        for (exponent, expected) in [
            (Exponent::Harmonic, 0.5625),
            (Exponent::Geometric, 0.647_300_8),
            (Exponent::Arithmetic, 0.72),
        ] {
            let weighted = Merge { exponent, role_weight: 0.7, candidate_weight: 0.3 };
            assert!((weighted.point(0.9, 0.3) - expected).abs() < 1e-6, "{exponent:?}");
        }
    }

    #[test]
    fn shapley_of_two_sides_has_its_published_value() {
        let [role, candidate] = Merge::default().contributions(0.9, 0.4);
        assert!(
            (role - 0.126_129_43).abs() < 1e-6 && (candidate + 0.072_283_27).abs() < 1e-6,
            "{role} {candidate}"
        );
    }

    #[test]
    fn exponents_are_read_as_they_are_written() {
        for exponent in Exponent::ALL {
            let text = serde_json::to_string(&exponent).unwrap();
            assert_eq!(serde_json::from_str::<Exponent>(&text).unwrap(), exponent);
        }
        assert_eq!(serde_json::from_str::<Exponent>("-1.0").unwrap(), Exponent::Harmonic);
        assert!(serde_json::from_str::<Exponent>("3").is_err());
    }

    proptest! {
        #[test]
        fn means_are_ordered_idempotent_and_add_up(a in 0f32..=1.0, b in 0f32..=1.0) {
            let points = Exponent::ALL.map(|exponent| merge(exponent).point(a, b));
            prop_assert!(points.windows(2).all(|pair| pair[0] <= pair[1] + 1e-6), "{points:?}");
            for exponent in Exponent::ALL {
                let merge = merge(exponent);
                prop_assert!((merge.point(a, a) - a).abs() < 1e-6);
                prop_assert_eq!(merge.point(a, b).to_bits(), merge.point(b, a).to_bits());
                let sum: f32 = merge.contributions(a, b).iter().sum();
                prop_assert!((BASELINE + sum - merge.point(a, b)).abs() < 1e-6);
            }
        }
    }
}
