//! Exact amounts of money.

use std::fmt;
use std::str::FromStr;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use crate::object::{parse_text, schema_of};
use crate::{FaultKind, ValueError};

/// An exact amount of money in a currency named beside it: up to twelve digits and four decimals.
///
/// Written as text in documents, so that no program rounds it: `"80000"`, `"23.50"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    const TEN_THOUSANDTHS: i64 = 10_000;

    /// The greatest amount a document can hold.
    pub const MAX: Self = Self(10_i64.pow(16) - 1);

    /// An amount of whole units.
    pub fn units(units: u32) -> Self {
        Self(i64::from(units) * Self::TEN_THOUSANDTHS)
    }

    /// An amount in ten-thousandths of a unit; `None` when it is negative or has too many digits.
    pub fn from_ten_thousandths(ten_thousandths: i64) -> Option<Self> {
        (0..=Self::MAX.0).contains(&ten_thousandths).then_some(Self(ten_thousandths))
    }

    /// The amount in ten-thousandths of a unit.
    pub fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The nearest floating-point number, to reckon with.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 10_000.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, rest) = (self.0 / Self::TEN_THOUSANDTHS, self.0 % Self::TEN_THOUSANDTHS);
        if rest == 0 {
            write!(f, "{units}")
        } else if rest % 100 == 0 {
            write!(f, "{units}.{:02}", rest / 100)
        } else {
            write!(f, "{units}.{}", format!("{rest:04}").trim_end_matches('0'))
        }
    }
}

impl FromStr for Amount {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let malformed = || {
            ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is not an amount; write digits with at most four decimals after a point, such as `80000` or `23.50`",
            )
        };
        let (units, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str, most| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(units, 12) || !digits(decimals, 4) {
            return Err(malformed());
        }
        format!("{units}{decimals:0<4}").parse().map(Self).map_err(|_| malformed())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_text(deserializer, "an amount as text, such as \"80000\"")
    }
}

schema_of!(Amount ({
    "type": "string", "pattern": "^[0-9]{1,12}(\\.[0-9]{1,4})?$",
    "description": "An exact amount of money as text, such as \"80000\" or \"23.50\".",
}));

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(i64, &str)>) {
        let read = text
            .parse::<Amount>()
            .ok()
            .map(|amount| (amount.ten_thousandths(), amount.to_string()));
        assert_eq!(read, expected.map(|(exact, written)| (exact, written.to_owned())), "{text}");
    }

    #[test]
    fn amounts_are_exact() {
        check("80000", Some((800_000_000, "80000")));
        check("23.50", Some((235_000, "23.50")));
        check("23.5", Some((235_000, "23.50")));
        check("0.0001", Some((1, "0.0001")));
        check("0.125", Some((1_250, "0.125")));
        check("007", Some((70_000, "7")));
        check("999999999999.9999", Some((9_999_999_999_999_999, "999999999999.9999")));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "+1",
            "1,000",
            "1.23456",
            "1234567890123",
            "1e3",
            "1.2.3",
            "٣",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_greatest_amount_reads_back() {
        assert_eq!(Amount::MAX.to_string().parse(), Ok(Amount::MAX));
        assert_eq!(Amount::from_ten_thousandths(Amount::MAX.ten_thousandths() + 1), None);
        assert_eq!(Amount::from_ten_thousandths(-1), None);
    }
}
