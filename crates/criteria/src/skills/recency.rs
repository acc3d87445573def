//! What is left of a skill by the time it was last used: off unless a rubric turns it on.

use crate::setting;
use mutualfit_domain::Count;
use mutualfit_scoring::Degree;
use schemars::JsonSchema;
use serde::Deserialize;

/// Counts a skill the less, the longer ago it was last used.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Recency {
    /// For how many years a skill counts in full; from there it falls evenly until twice as many.
    #[serde(deserialize_with = "setting::quantity")]
    #[schemars(range(min = 0.0))]
    years: f64,
    /// What it counts from then on, as a share: 0 to 1.
    #[serde(deserialize_with = "setting::share")]
    #[schemars(range(min = 0.0, max = 1.0))]
    keeps: f64,
}

impl Default for Recency {
    fn default() -> Self {
        Self { years: 5.0, keeps: 0.5 }
    }
}

impl Recency {
    /// What is left in this year of a skill that was last used in that one; anything it may be where that is not said.
    pub(super) fn kept(self, last_used: Option<Count>, year: i16) -> Degree {
        let Some(last_used) = last_used else {
            return Degree::between(self.keeps as f32, 1.0);
        };
        let age = f64::from(year) - f64::from(last_used.get());
        if age <= self.years {
            return Degree::FULL;
        }
        let fallen = ((age - self.years) / self.years).min(1.0);
        Degree::exact((1.0 - fallen * (1.0 - self.keeps)) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(recency: Recency, last_used: Option<u64>, expected: (f32, f32)) {
        let last_used = last_used.map(|year| serde_json::from_value(year.into()).unwrap());
        let kept = recency.kept(last_used, 2026);
        assert_eq!((kept.low(), kept.high()), expected);
    }

    #[test]
    fn a_skill_counts_in_full_for_some_years_and_then_less() {
        let recency = Recency { years: 4.0, keeps: 0.5 };
        check(recency, Some(2027), (1.0, 1.0));
        check(recency, Some(2022), (1.0, 1.0));
        check(recency, Some(2020), (0.75, 0.75));
        check(recency, Some(2018), (0.5, 0.5));
        check(recency, Some(1970), (0.5, 0.5));
        check(recency, None, (0.5, 1.0));
        check(Recency { years: 0.0, keeps: 0.25 }, Some(2026), (1.0, 1.0));
        check(Recency { years: 0.0, keeps: 0.25 }, Some(2025), (0.25, 0.25));
    }
}
