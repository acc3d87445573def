//! Dates that may be partial, spans of time, moments.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::object::{parse_text, schema_of, text};
use crate::{FaultKind, ValueError};

/// A year, a month or a day, kept as exactly as it was said: `2027`, `2027-01`, `2027-01-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// A day of the calendar.
    ///
    /// `None` when its year is not from 0 to 9999.
    pub fn day(date: civil::Date) -> Option<Self> {
        (0..=9999).contains(&date.year()).then(|| Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        })
    }

    /// The first day that it can mean.
    pub fn earliest(self) -> civil::Date {
        civil::Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(civil::Date::MIN)
    }

    /// The last day that it can mean.
    pub fn latest(self) -> civil::Date {
        match (self.month, self.day) {
            (Some(_), Some(_)) => self.earliest(),
            (Some(_), None) => self.earliest().last_of_month(),
            (None, _) => self.earliest().last_of_year(),
        }
    }

    /// Whether it names a day.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let malformed = || {
            ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no date; write a year, a month or a day, such as `2027`, `2027-01` or `2027-01-15`",
            )
        };
        if !(has_shape(text, "0000") || has_shape(text, "0000-00") || has_shape(text, "0000-00-00"))
        {
            return Err(malformed());
        }
        let mut parts = text.split('-');
        let year = parts.next().and_then(|year| year.parse().ok()).ok_or_else(malformed)?;
        let mut part = || parts.next().map(str::parse).transpose().map_err(|_| malformed());
        let (month, day) = (part()?, part()?);
        match civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)) {
            Ok(_) => Ok(Self { year, month, day }),
            Err(_) => Err(not_in_calendar(text)),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_text(deserializer, "a date as text, such as \"2027-01\"")
    }
}

schema_of!(PartialDate ({
    "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "description": "A year, a month or a day: 2027, 2027-01 or 2027-01-15.",
}));

/// A day of the calendar: `2027-01-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// A day of the calendar; `None` when its year is not from 0 to 9999.
    pub fn new(date: civil::Date) -> Option<Self> {
        (0..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The day, to reckon with.
    pub fn get(self) -> civil::Date {
        self.0
    }
}

impl From<Date> for PartialDate {
    fn from(Date(date): Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
}

impl FromStr for Date {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        if has_shape(text, "0000-00-00") {
            text.parse().map(Self).map_err(|_| not_in_calendar(text))
        } else {
            Err(ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no date; write year, month and day, such as `2027-01-15`",
            ))
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_text(deserializer, "a date as text, such as \"2027-01-15\"")
    }
}

schema_of!(Date ({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "A day: 2027-01-15."}));

text! {
    /// A moment: date, time and offset from UTC (RFC 3339), kept as it was written.
    pub struct DateTime("a moment as text, such as \"2027-01-15T09:30:00Z\"") ({
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$",
        "description": "A moment with its offset from UTC (RFC 3339), such as 2027-01-15T09:30:00Z.",
    })
    |text| {
        if !is_moment(text) {
            return Err(ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no moment; write date, time and offset from UTC, such as `2027-01-15T09:30:00Z` or `2027-01-15T09:30:00+01:00`",
            ));
        }
        text.parse::<jiff::Timestamp>().map(drop).map_err(|_| not_in_calendar(text))
    }
}

impl DateTime {
    /// The moment, to compare.
    pub fn timestamp(&self) -> jiff::Timestamp {
        self.as_str().parse().unwrap_or_default()
    }
}

text! {
    /// A length of time (ISO 8601 duration), kept as it was written: `P90D`, `P2W`, `P1Y6M`, `PT36H`.
    pub struct Span("a length of time as text, such as \"P90D\"") ({
        "type": "string",
        "pattern": concat!(
            "^P((",
            "[0-9]{1,6}Y([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?|",
            "[0-9]{1,6}M([0-9]{1,6}W)?([0-9]{1,6}D)?|",
            "[0-9]{1,6}W([0-9]{1,6}D)?|",
            "[0-9]{1,6}D",
            ")(T([0-9]{1,6}H([0-9]{1,6}M)?([0-9]{1,6}S)?|[0-9]{1,6}M([0-9]{1,6}S)?|[0-9]{1,6}S))?",
            "|T([0-9]{1,6}H([0-9]{1,6}M)?([0-9]{1,6}S)?|[0-9]{1,6}M([0-9]{1,6}S)?|[0-9]{1,6}S))$",
        ),
        "description": "A length of time, an ISO 8601 duration of whole numbers, such as P90D, P2W, P1Y6M or PT36H.",
    })
    |text| {
        nominal_days(text).map(drop).ok_or_else(|| {
            ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no length of time; write an ISO 8601 duration of whole numbers, such as `P90D`, `P2W` or `P1Y6M`",
            )
        })
    }
}

impl Span {
    /// Its length in days, with a year of 365.25 days and a month of a twelfth of that, 30.4375.
    pub fn days(&self) -> f64 {
        nominal_days(self.as_str()).unwrap_or_default()
    }
}

/// The days of a duration of whole numbers with at least one component, each in its order; else `None`.
fn nominal_days(text: &str) -> Option<f64> {
    const DATE: &[(u8, f64)] = &[(b'Y', 365.25), (b'M', 30.4375), (b'W', 7.0), (b'D', 1.0)];
    const TIME: &[(u8, f64)] = &[(b'H', 24.0), (b'M', 24.0 * 60.0), (b'S', 24.0 * 3600.0)];
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let dated = if date.is_empty() && time.is_some() {
        0.0
    } else {
        components(date, DATE)?.iter().map(|(count, days)| count * days).sum()
    };
    let timed: f64 = match time {
        Some(time) => {
            components(time, TIME)?.iter().map(|(count, in_a_day)| count / in_a_day).sum()
        }
        None => 0.0,
    };
    Some(dated + timed)
}

/// The components of a part of a duration: each count with its unit's number; `None` unless well-formed and not empty.
fn components(text: &str, units: &[(u8, f64)]) -> Option<Vec<(f64, f64)>> {
    let mut units = units.iter();
    let mut found = Vec::new();
    let (mut count, mut digits) = (0_u32, 0);
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            count = count.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
            digits += 1;
        } else {
            if !(1..=6).contains(&digits) {
                return None;
            }
            let (_, number) = units.find(|(unit, _)| *unit == byte)?;
            found.push((f64::from(count), *number));
            (count, digits) = (0, 0);
        }
    }
    (digits == 0 && !found.is_empty()).then_some(found)
}

/// Whether the text has the shape: `0` stands for any digit, all else for itself.
pub(crate) fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, shape)| if shape == b'0' { byte.is_ascii_digit() } else { byte == shape })
}

fn is_moment(text: &str) -> bool {
    const SHAPE: &str = "0000-00-00T00:00:00";
    let Some((moment, mut rest)) = text.split_at_checked(SHAPE.len()) else {
        return false;
    };
    if let Some(fraction) = rest.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=9).contains(&digits) {
            return false;
        }
        rest = fraction.get(digits..).unwrap_or_default();
    }
    has_shape(moment, SHAPE)
        && (rest == "Z" || has_shape(rest, "+00:00") || has_shape(rest, "-00:00"))
}

fn not_in_calendar(text: &str) -> ValueError {
    ValueError::quoting(
        FaultKind::Calendar,
        text,
        "is in no calendar; give a date and time that exist",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: FromStr<Err = ValueError> + fmt::Display>(
        text: &str,
        expected: Result<(), FaultKind>,
    ) {
        match text.parse::<T>() {
            Ok(value) => {
                assert_eq!(Ok(()), expected, "{text}");
                assert_eq!(value.to_string(), text);
            }
            Err(error) => assert_eq!(Err(error.kind()), expected, "{text}"),
        }
    }

    #[test]
    fn partial_dates_are_in_the_calendar() {
        for text in ["2027", "2027-01", "2027-01-15", "2028-02-29", "0000", "9999-12-31"] {
            check::<PartialDate>(text, Ok(()));
        }
        for text in ["2027-13", "2027-00", "2027-02-29", "2027-04-31"] {
            check::<PartialDate>(text, Err(FaultKind::Calendar));
        }
        for text in ["", "27", "2027-1", "2027-01-15T00:00:00Z", " 2027", "2027-", "٢٠٢٧", "+202"]
        {
            check::<PartialDate>(text, Err(FaultKind::Malformed));
        }
    }

    #[test]
    fn a_partial_date_spans_what_it_can_mean() {
        let span = |text: &str| {
            let date: PartialDate = text.parse().unwrap();
            (date.earliest().to_string(), date.latest().to_string())
        };
        assert_eq!(span("2028"), ("2028-01-01".into(), "2028-12-31".into()));
        assert_eq!(span("2028-02"), ("2028-02-01".into(), "2028-02-29".into()));
        assert_eq!(span("2028-02-03"), ("2028-02-03".into(), "2028-02-03".into()));
    }

    #[test]
    fn dates_name_a_day() {
        check::<Date>("2027-01-15", Ok(()));
        check::<Date>("2027-01", Err(FaultKind::Malformed));
        check::<Date>("2027-02-30", Err(FaultKind::Calendar));
    }

    #[test]
    fn moments_have_an_offset() {
        for text in
            ["2027-01-15T09:30:00Z", "2027-01-15T09:30:00.123+05:45", "2016-12-31T23:59:60Z"]
        {
            check::<DateTime>(text, Ok(()));
        }
        for text in ["2027-01-15T24:30:00Z", "2027-02-30T09:30:00Z", "9999-12-31T23:59:59Z"] {
            check::<DateTime>(text, Err(FaultKind::Calendar));
        }
        for text in [
            "2027-01-15",
            "2027-01-15T09:30:00",
            "2027-01-15 09:30:00Z",
            "2027-01-15T09:30:00.Z",
            "é",
        ] {
            check::<DateTime>(text, Err(FaultKind::Malformed));
        }
        let (early, late): (DateTime, DateTime) =
            ("2027-01-15T09:30:00+02:00".parse().unwrap(), "2027-01-15T08:00:00Z".parse().unwrap());
        assert!(early.timestamp() < late.timestamp());
    }

    #[test]
    fn spans_have_a_nominal_length_in_days() {
        for (text, days) in [
            ("P90D", 90.0),
            ("P2W", 14.0),
            ("P1Y", 365.25),
            ("P12M", 365.25),
            ("P1Y6M", 547.875),
            ("PT36H", 1.5),
            ("P1DT12H", 1.5),
            ("PT90M", 0.0625),
            ("P0D", 0.0),
        ] {
            check::<Span>(text, Ok(()));
            assert!((text.parse::<Span>().unwrap().days() - days).abs() < 1e-12, "{text}");
        }
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "1D",
            "-P1D",
            "P-1D",
            "P1.5D",
            "P1D1Y",
            "P1M1M",
            "P1H",
            "PT1D",
            "P1",
            "P1234567D",
            "p1d",
        ] {
            check::<Span>(text, Err(FaultKind::Malformed));
        }
    }
}
