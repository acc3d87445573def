//! Hours of the week: how many, on which shifts, and which.

use crate::conditions::Applies;
use mutualfit_domain::{Range, Text, WeekMinutes};
use mutualfit_scoring::Degree;
use ordered_float::OrderedFloat;
use std::hash::{Hash, Hasher};

/// How many hours outside of what is asked make it worth nothing.
pub(crate) const HOURS_OUTSIDE: f32 = 10.0;

/// Hours a week, from and to. A bound that is not stated is open: towards nothing, or towards the whole week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hours {
    /// At least so many.
    pub(crate) least: f32,
    /// At most so many.
    pub(crate) most: f32,
}

// No number of hours is NaN.
impl Eq for Hours {}

impl Hash for Hours {
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.least, self.most].map(OrderedFloat).hash(state);
    }
}

impl Hours {
    /// The hours of a week.
    const WEEK: f32 = 168.0;
    /// Nothing is known of them.
    pub(crate) const ANY: Self = Self { least: 0.0, most: Self::WEEK };

    /// The hours of a range.
    pub(crate) fn of(range: &Range) -> Self {
        let least = range.min_value().map_or(0.0, |least| least.get() as f32);
        let most = range.max_value().map_or(Self::WEEK.max(least), |most| most.get() as f32);
        Self { least, most }
    }

    /// How far hours lie within those asked for: 1 within, 0 at [`HOURS_OUTSIDE`] outside, linear between. Hours from
    /// and to are an interval, because which it will be is not known.
    pub(crate) fn within(self, asked: Self) -> Degree {
        let degree = |hours: f32| {
            1.0 - (asked.least - hours).max(hours - asked.most).max(0.0) / HOURS_OUTSIDE
        };
        let (one, other) = (degree(self.least), degree(self.most));
        let meets = self.least <= asked.most && asked.least <= self.most;
        Degree::between(one.min(other), if meets { 1.0 } else { one.max(other) })
    }

    /// Whether something applies that holds at some hours alone.
    pub(crate) fn applies_at(self, condition: Self) -> Applies {
        if condition.least <= self.least && self.most <= condition.most {
            Applies::Yes
        } else if self.least > condition.most || self.most < condition.least {
            Applies::No
        } else {
            Applies::Unknown
        }
    }
}

/// The names of the shifts that are known.
const KNOWN: [&str; 6] = ["day", "evening", "night", "weekend", "rotating", "onCall"];

/// A set of shifts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Shifts {
    known: u8,
    other: Box<[Text]>,
}

impl Shifts {
    /// The shifts of a list.
    pub(crate) fn of(list: &[Text]) -> Self {
        let bit = |shift: &Text| {
            KNOWN.iter().position(|known| shift == known).map_or(0, |position| 1 << position)
        };
        let mut other: Vec<Text> = list.iter().filter(|shift| bit(shift) == 0).cloned().collect();
        other.sort_unstable();
        other.dedup();
        Self { known: list.iter().fold(0, |known, shift| known | bit(shift)), other: other.into() }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u32 {
        self.known.count_ones() + self.other.len() as u32
    }

    /// How many are in both.
    pub(crate) fn common(&self, with: &Self) -> u32 {
        let other = self.other.iter().filter(|shift| with.other.contains(shift)).count();
        (self.known & with.known).count_ones() + other as u32
    }

    /// The share of these that are among others; 1 where there are none.
    pub(crate) fn share_among(&self, others: &Self) -> f32 {
        let count = self.count();
        if count == 0 { 1.0 } else { self.common(others) as f32 / count as f32 }
    }

    /// The share of these that are not among others; 1 where there are none.
    pub(crate) fn share_outside(&self, others: &Self) -> f32 {
        if self.count() == 0 { 1.0 } else { 1.0 - self.share_among(others) }
    }
}

/// The share of the minutes of some windows that lie within others; 1 where there are none.
pub(crate) fn share_within(windows: &WeekMinutes, others: &WeekMinutes) -> f32 {
    let minutes = windows.minutes();
    if minutes == 0 { 1.0 } else { windows.common(others).minutes() as f32 / minutes as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hours: (f32, f32), asked: (f32, f32), expected: (f32, f32)) {
        let hours = Hours { least: hours.0, most: hours.1 };
        let degree = hours.within(Hours { least: asked.0, most: asked.1 });
        assert_eq!(degree, Degree::between(expected.0, expected.1));
    }

    #[test]
    fn hours_outside_cost_a_tenth_each() {
        check((36.0, 36.0), (32.0, 40.0), (1.0, 1.0));
        check((45.0, 45.0), (32.0, 40.0), (0.5, 0.5));
        check((27.0, 27.0), (32.0, 40.0), (0.5, 0.5));
        check((50.0, 60.0), (32.0, 40.0), (0.0, 0.0));
        check((30.0, 45.0), (32.0, 40.0), (0.5, 1.0));
        check((0.0, 168.0), (32.0, 40.0), (0.0, 1.0));
    }

    #[test]
    fn shifts_are_compared_by_name() {
        let shifts = |names: &[&str]| {
            Shifts::of(&names.iter().map(|name| Text::new(*name).unwrap()).collect::<Vec<_>>())
        };
        let role = shifts(&["day", "late", "onCall", "late"]);
        assert_eq!(role.count(), 3);
        assert!((role.share_among(&shifts(&["late", "day"])) - 2.0 / 3.0).abs() < 1e-6);
        assert!((shifts(&[]).share_among(&role) - 1.0).abs() < 1e-6);
    }
}
