//! The hours of a week: times of day, windows, and what two sets of them have in common.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::object::{object, parse_text, schema_of, words};
use crate::time::has_shape;
use crate::{FaultKind, UtcOffset, ValueError};

words! {
    /// A day of the week.
    pub enum Day ("a day of the week") {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
}

/// A time of day to the minute: `00:00` to `24:00`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// A time of day, in minutes from midnight; `None` beyond 24:00.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (u32::from(minutes) <= WeekMinutes::DAY).then_some(Self(minutes))
    }

    /// Minutes from midnight, 0 to 1,440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let malformed = || {
            ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no time of day; write hours and minutes from `00:00` to `24:00`",
            )
        };
        let (hours, minutes) =
            text.split_once(':').filter(|_| has_shape(text, "00:00")).ok_or_else(malformed)?;
        let hours: u16 = hours.parse().map_err(|_| malformed())?;
        let minutes: u16 = minutes.parse().map_err(|_| malformed())?;
        if minutes > 59 {
            return Err(malformed());
        }
        Self::from_minutes(hours * 60 + minutes).ok_or_else(malformed)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_text(deserializer, "a time of day as text, such as \"19:00\"")
    }
}

schema_of!(TimeOfDay ({
    "type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "description": "A time of day from 00:00 to 24:00.",
}));

/// The same hours on some days of the week.
///
/// A window belongs to the day it starts on; one whose end is at or before its start runs past
/// midnight: Friday 19:00 to 07:00 ends on Saturday.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(remote = "Window"))]
pub struct Window {
    /// The days it starts on.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    days: Vec<Day>,
    /// When it starts.
    start: TimeOfDay,
    /// When it ends; at or before the start means on the next day.
    end: TimeOfDay,
}

impl Window {
    /// The hours from `start` to `end` on each of the days.
    ///
    /// # Errors
    ///
    /// When no day is given.
    pub fn new(days: Vec<Day>, start: TimeOfDay, end: TimeOfDay) -> Result<Self, ValueError> {
        Self { days, start, end }.checked()
    }

    /// The days it starts on.
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// When it starts.
    pub fn start(&self) -> TimeOfDay {
        self.start
    }

    /// When it ends; at or before the start means on the next day.
    pub fn end(&self) -> TimeOfDay {
        self.end
    }

    fn checked(self) -> Result<Self, ValueError> {
        if self.days.is_empty() {
            Err(ValueError::new(
                FaultKind::Empty,
                "the window has no days; name at least one, such as `mon`",
            ))
        } else {
            Ok(self)
        }
    }
}

object!(Window checked);

/// A set of minutes of a week that comes round: Monday 00:00 is 0, and Sunday's night runs into Monday.
///
/// ```
/// use mutualfit_domain::{Day, WeekMinutes, Window};
///
/// let nights = Window::new(vec![Day::Sun], "19:00".parse()?, "07:00".parse()?)?;
/// let mornings = Window::new(vec![Day::Mon], "06:00".parse()?, "12:00".parse()?)?;
/// let both = WeekMinutes::of(&[nights]).common(&WeekMinutes::of(&[mornings]));
/// assert_eq!(both.minutes(), 60);
/// # Ok::<(), mutualfit_domain::ValueError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WeekMinutes {
    /// Half-open stretches, in order, apart from each other, within a week.
    stretches: Vec<(u32, u32)>,
}

impl WeekMinutes {
    /// The minutes of a day.
    pub const DAY: u32 = 24 * 60;
    /// The minutes of a week.
    pub const WEEK: u32 = 7 * Self::DAY;

    /// The minutes that any of the windows covers.
    pub fn of(windows: &[Window]) -> Self {
        Self::from_stretches(windows.iter().flat_map(|window| {
            let (start, end) = (u32::from(window.start.0), u32::from(window.end.0));
            let length = if end > start { end - start } else { end + Self::DAY - start };
            window.days.iter().map(move |day| (*day as u32 * Self::DAY + start, length))
        }))
    }

    /// How many minutes there are in it.
    pub fn minutes(&self) -> u32 {
        self.stretches.iter().map(|(start, end)| end - start).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The minutes that both have.
    #[must_use]
    pub fn common(&self, other: &Self) -> Self {
        let mut stretches = Vec::new();
        let (mut ours, mut theirs) =
            (self.stretches.iter().peekable(), other.stretches.iter().peekable());
        while let (Some(&&(a, b)), Some(&&(c, d))) = (ours.peek(), theirs.peek()) {
            let (start, end) = (a.max(c), b.min(d));
            if start < end {
                stretches.push((start, end));
            }
            if b <= d {
                ours.next();
            } else {
                theirs.next();
            }
        }
        Self { stretches }
    }

    /// The same moments, on a clock at `to` instead of the clock at `from`.
    #[must_use]
    pub fn moved(&self, from: UtcOffset, to: UtcOffset) -> Self {
        let week = i64::from(Self::WEEK);
        let shift = i64::from(to.minutes()) - i64::from(from.minutes());
        Self::from_stretches(self.stretches.iter().map(|&(start, end)| {
            let moved = (i64::from(start) + shift).rem_euclid(week);
            (u32::try_from(moved).unwrap_or_default(), end - start)
        }))
    }

    /// Joins stretches, each a start within or past the week and a length of at most a week.
    fn from_stretches(stretches: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut split = Vec::new();
        for (start, length) in stretches {
            let start = start % Self::WEEK;
            let end = start + length.min(Self::WEEK);
            split.push((start, end.min(Self::WEEK)));
            if end > Self::WEEK {
                split.push((0, end - Self::WEEK));
            }
        }
        split.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (start, end) in split {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ if start < end => joined.push((start, end)),
                _ => {}
            }
        }
        Self { stretches: joined }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(days: &[Day], start: &str, end: &str) -> Window {
        Window::new(days.to_vec(), start.parse().unwrap(), end.parse().unwrap()).unwrap()
    }

    #[track_caller]
    fn check(windows: &[Window], minutes: u32) {
        assert_eq!(WeekMinutes::of(windows).minutes(), minutes);
    }

    #[test]
    fn windows_cover_minutes_once() {
        check(&[], 0);
        check(&[window(&[Day::Mon], "08:00", "17:00")], 540);
        check(
            &[
                window(&[Day::Mon, Day::Mon], "08:00", "17:00"),
                window(&[Day::Mon], "16:00", "18:00"),
            ],
            600,
        );
        check(&[window(&[Day::Fri], "19:00", "07:00")], 720);
        check(&[window(&[Day::Sun], "12:00", "12:00")], WeekMinutes::DAY);
        check(&[window(Day::ALL, "00:00", "24:00")], WeekMinutes::WEEK);
        check(&[window(Day::ALL, "06:00", "06:00")], WeekMinutes::WEEK);
        check(&[window(&[Day::Sun], "24:00", "01:00")], 60);
    }

    #[test]
    fn sunday_night_is_monday_morning() {
        let night = WeekMinutes::of(&[window(&[Day::Sun], "22:00", "06:00")]);
        let morning = WeekMinutes::of(&[window(&[Day::Mon], "05:00", "09:00")]);
        assert_eq!(night.common(&morning).minutes(), 60);
        assert_eq!(night.common(&morning), morning.common(&night));
        assert!(night.common(&WeekMinutes::default()).is_empty());
    }

    #[test]
    fn clocks_move_and_come_back() {
        let (pacific, central_europe) =
            (UtcOffset::new(-480).unwrap(), UtcOffset::new(60).unwrap());
        let there = WeekMinutes::of(&[window(Day::ALL, "09:00", "17:00")]);
        let here = there.moved(pacific, central_europe);
        assert_eq!(here, WeekMinutes::of(&[window(Day::ALL, "18:00", "02:00")]));
        assert_eq!(here.moved(central_europe, pacific), there);
    }

    #[test]
    fn times_of_day_end_at_midnight() {
        for (text, minutes) in [
            ("00:00", Some(0)),
            ("23:59", Some(1439)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("7:00", None),
            ("12:60", None),
            ("99:99", None),
        ] {
            assert_eq!(text.parse::<TimeOfDay>().ok().map(TimeOfDay::minutes), minutes, "{text}");
        }
    }

    #[test]
    fn a_window_has_days() {
        let time = TimeOfDay::default();
        assert_eq!(Window::new(Vec::new(), time, time).unwrap_err().kind(), FaultKind::Empty);
    }
}
