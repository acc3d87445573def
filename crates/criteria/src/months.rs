//! How many months somebody has done something, as far as it is stated.

use mutualfit_domain::Experience;
use mutualfit_scoring::{Context, Degree};
use std::hash::{Hash, Hasher};

/// Months from and to; equal where they are known. Never NaN and never below 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Months {
    pub(crate) least: f32,
    pub(crate) most: f32,
}

impl Eq for Months {}

impl Hash for Months {
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.least, self.most].map(f32::to_bits).hash(state);
    }
}

/// The days of a month: a twelfth of 365.25.
const DAYS: f64 = 30.4375;
/// More than anybody has done anything: stands for months of which nothing is known.
const LIFETIME: f32 = 1_200.0;

impl Months {
    /// Months of which nothing at all is said.
    pub(crate) const UNSTATED: Self = Self { least: 0.0, most: f32::INFINITY };

    /// The months of one experience: as stated; else from its dates, as exactly as they are given, up to today; else
    /// unknown. Both the first and the last day count.
    pub(crate) fn of(experience: &Experience, context: &Context) -> Self {
        if let Some(months) = experience.months {
            let months = months.to_f64() as f32;
            return Self { least: months, most: months };
        }
        let today = context.as_of();
        let Some(start) = experience.start_date else { return Self { least: 0.0, most: LIFETIME } };
        let is_current = experience.current == Some(true);
        let (end_least, end_most) = match experience.end_date {
            Some(end) => (end.earliest().min(today), end.latest().min(today)),
            None if is_current => (today, today),
            None => (start.earliest(), today),
        };
        let months = |from: jiff::civil::Date, to: jiff::civil::Date| {
            let days = to.duration_since(from).as_hours() / 24 + 1;
            (days.max(0) as f64 / DAYS) as f32
        };
        let most = months(start.earliest(), end_most);
        Self { least: months(start.latest(), end_least).min(most), most }
    }

    /// Together with others.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: self.most + other.most }
    }

    /// A part of them.
    #[must_use]
    pub(crate) fn times(self, factor: f32) -> Self {
        Self { least: self.least * factor, most: self.most * factor }
    }

    /// How far they reach so many: `min(1, months / asked)`; 1 where none are asked.
    #[inline]
    pub(crate) fn reach(self, asked: f32) -> Degree {
        // By value and not by branch, since which is greater cannot be foreseen: of 0 / 0, too, `min` takes the 1.
        let ratio = |months: f32| (months / asked).min(1.0);
        Degree::between(ratio(self.least), ratio(self.most))
    }
}

/// A number of months as it is shown: one decimal.
pub(crate) fn shown(months: f32) -> f64 {
    (f64::from(months) * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_scoring::World;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(experience: Value, least: f64, most: f64) {
        let world = json!({"spec": "mutualfit/context/1", "id": "now", "asOf": "2026-11-22"});
        let context = Context::new(&World::new(serde_json::from_value(world).unwrap(), &[]), []);
        let experience: Experience = serde_json::from_value(experience).unwrap();
        let months = Months::of(&experience, &context);
        assert_eq!((shown(months.least), shown(months.most)), (least, most));
    }

    #[test]
    fn months_are_as_exact_as_they_are_stated() {
        check(json!({"months": 18, "startDate": "2020"}), 18.0, 18.0);
        check(json!({"startDate": "2024-01-01", "endDate": "2024-12-31"}), 12.0, 12.0);
        check(json!({"startDate": "2024-01", "endDate": "2024-12"}), 10.1, 12.0);
        check(json!({"startDate": "2024", "endDate": "2024"}), 0.0, 12.0);
        check(json!({"startDate": "2025-11-23", "current": true}), 12.0, 12.0);
        check(json!({"startDate": "2025-11-23"}), 0.0, 12.0);
        check(json!({"startDate": "2025-11-23", "endDate": "2030"}), 12.0, 12.0);
        check(json!({"startDate": "2030"}), 0.0, 0.0);
        check(json!({"endDate": "2024"}), 0.0, 1200.0);
        check(json!({}), 0.0, 1200.0);
    }
}
