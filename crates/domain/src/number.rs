//! Numbers that cannot be out of their range.

use std::fmt;

use serde::de::{Deserializer, Error as _, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::object::schema_of;
use crate::{FaultKind, ValueError};

macro_rules! number {
    ($(#[$meta:meta])* pub struct $type:ident($what:literal, $holds:expr) $schema:tt) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $type(f64);

        impl $type {
            /// Checks a number and keeps it.
            ///
            /// # Errors
            ///
            /// When the number is outside the range; the message says which numbers are not.
            pub fn new(value: f64) -> Result<Self, ValueError> {
                let holds: fn(f64) -> bool = $holds;
                if value.is_finite() && holds(value) {
                    Ok(Self(value + 0.0))
                } else {
                    Err(ValueError::new(FaultKind::OutOfRange, format!("`{value}` is not {}", $what)))
                }
            }

            /// The number.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl TryFrom<f64> for $type {
            type Error = ValueError;

            fn try_from(value: f64) -> Result<Self, ValueError> {
                Self::new(value)
            }
        }

        impl From<$type> for f64 {
            fn from(value: $type) -> f64 {
                value.0
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize_number(self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Finite($what)).and_then(|value| Self::new(value).map_err(D::Error::custom))
            }
        }

        schema_of!($type $schema);
    };
}

number! {
    /// How much something counts beside the others of its list: 0 not at all, 1 decisively; ½ when not said.
    pub struct Importance(
        "an importance; give a number from 0 to 1, such as 0.25 minor, 0.5 normal, 0.75 high, 1 decisive",
        |x| (0.0..=1.0).contains(&x)
    ) ({
        "type": "number", "minimum": 0, "maximum": 1,
        "description": "How much it counts beside the others of its list: 0 not at all, 1 decisively; 0.5 when not said.",
    })
}

number! {
    /// A part of a whole, from 0 to 1.
    pub struct Share("a share; give a number from 0 to 1, such as 0.4 for 40 %", |x| (0.0..=1.0).contains(&x))
    ({"type": "number", "minimum": 0, "maximum": 1, "description": "A part of a whole, from 0 to 1."})
}

number! {
    /// A finite number.
    pub struct Number("a finite number", |_| true)
    ({"type": "number", "description": "A number."})
}

number! {
    /// A finite number that is not negative: hours, days.
    pub struct Quantity("a quantity; give 0 or more", |x| x >= 0.0)
    ({"type": "number", "minimum": 0, "description": "A number that is not negative."})
}

number! {
    /// An exchange rate or the like: a finite number above 0.
    pub struct Rate("a rate; give a number above 0", |x| x > 0.0)
    ({"type": "number", "exclusiveMinimum": 0, "description": "A number above 0."})
}

impl Importance {
    /// ¼.
    pub const MINOR: Self = Self(0.25);
    /// ½, which holds when nothing is said.
    pub const NORMAL: Self = Self(0.5);
    /// ¾.
    pub const HIGH: Self = Self(0.75);
    /// 1.
    pub const DECISIVE: Self = Self(1.0);
}

impl Default for Importance {
    fn default() -> Self {
        Self::NORMAL
    }
}

impl Share {
    /// A share that is known to be one.
    pub(crate) const fn of(share: f64) -> Self {
        Self(share)
    }

    /// Nothing of it.
    pub const NONE: Self = Self(0.0);
    /// All of it.
    pub const ALL: Self = Self(1.0);
}

/// Anything that counts beside others of its kind: a requirement, a wish, a need.
pub trait Item {
    /// How much it counts; ½ when not said.
    fn importance(&self) -> Importance;

    /// Whether it was called a must-have, or a deal-breaker.
    fn is_essential(&self) -> bool {
        false
    }
}

/// A whole number that is not negative: people, months, minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u32);

impl Count {
    /// A count.
    pub fn new(value: u32) -> Self {
        Self(value)
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }

    /// The number, to reckon with.
    pub fn to_f64(self) -> f64 {
        f64::from(self.0)
    }
}

impl From<u32> for Count {
    fn from(value: u32) -> Self {
        Self(value)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const WHAT: &str = "a whole number that is not negative";
        let value = deserializer.deserialize_any(Finite(WHAT))?;
        match whole(value) {
            Some(whole) => u32::try_from(whole).map(Self).map_err(|_| {
                D::Error::custom(ValueError::new(
                    FaultKind::OutOfRange,
                    format!("`{value}` is not {WHAT}; give one from 0 to {}", u32::MAX),
                ))
            }),
            None => Err(D::Error::custom(ValueError::new(
                FaultKind::WrongType,
                format!("`{value}` is not {WHAT}; leave out the fraction"),
            ))),
        }
    }
}

schema_of!(Count ({
    "type": "integer", "minimum": 0, "maximum": 4_294_967_295_u32, "description": "A whole number that is not negative.",
}));

/// How far a clock is ahead of UTC, in minutes; negative west of Greenwich.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// An offset in minutes.
    ///
    /// # Errors
    ///
    /// When it is not from −720 to 840, which are the offsets in use.
    pub fn new(minutes: i16) -> Result<Self, ValueError> {
        if (-720..=840).contains(&minutes) {
            Ok(Self(minutes))
        } else {
            Err(ValueError::new(
                FaultKind::OutOfRange,
                format!(
                    "`{minutes}` is not an offset from UTC; give minutes from -720 to 840, such as 60 for UTC+1"
                ),
            ))
        }
    }

    /// The offset in minutes.
    pub fn minutes(self) -> i16 {
        self.0
    }
}

impl Serialize for UtcOffset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i16(self.0)
    }
}

impl<'de> Deserialize<'de> for UtcOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const WHAT: &str = "a whole number of minutes from UTC";
        let value = deserializer.deserialize_any(Finite(WHAT))?;
        match whole(value) {
            Some(whole) => {
                Self::new(i16::try_from(whole).unwrap_or(i16::MAX)).map_err(D::Error::custom)
            }
            None => Err(D::Error::custom(ValueError::new(
                FaultKind::WrongType,
                format!("`{value}` is not {WHAT}; leave out the fraction"),
            ))),
        }
    }
}

schema_of!(UtcOffset ({
    "type": "integer", "minimum": -720, "maximum": 840, "description": "Minutes ahead of UTC; negative west of Greenwich.",
}));

/// Accepts any JSON number.
struct Finite(&'static str);

impl Visitor<'_> for Finite {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }
}

/// Writes whole numbers without a fraction, as people do.
fn serialize_number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    match whole(value) {
        Some(whole) => serializer.serialize_i64(whole),
        None => serializer.serialize_f64(value),
    }
}

/// The whole number that a floating-point number stands for exactly, if any.
fn whole(value: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (value.abs() <= EXACT && value.fract().abs() <= 0.0).then_some(value as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: serde::de::DeserializeOwned + Serialize>(json: &str, expected: Result<&str, &str>) {
        let written =
            serde_json::from_str::<T>(json).map(|value| serde_json::to_string(&value).unwrap());
        match (written, expected) {
            (Ok(written), Ok(expected)) => assert_eq!(written, expected),
            (Err(error), Err(expected)) => {
                assert!(error.to_string().starts_with(expected), "{error}");
            }
            (written, _) => panic!("{json} gave {written:?}"),
        }
    }

    #[test]
    fn numbers_keep_to_their_range() {
        check::<Importance>("0.25", Ok("0.25"));
        check::<Importance>("1.0", Ok("1"));
        check::<Share>("-0.0", Ok("0"));
        check::<Share>("1.0000001", Err("out-of-range: `1.0000001` is not a share"));
        check::<Quantity>("1e3", Ok("1000"));
        check::<Quantity>("-1", Err("out-of-range"));
        check::<Rate>("0", Err("out-of-range"));
        check::<Number>("-3.5", Ok("-3.5"));
        check::<Number>("\"3\"", Err("invalid type"));
    }

    #[test]
    fn nothing_is_not_a_number() {
        assert!(Share::new(f64::NAN).is_err());
        assert!(Number::new(f64::INFINITY).is_err());
        assert!(Quantity::new(f64::NAN).is_err());
    }

    #[test]
    fn counts_are_whole() {
        check::<Count>("3", Ok("3"));
        check::<Count>("3.0", Ok("3"));
        check::<Count>("-0.0", Ok("0"));
        check::<Count>("3.5", Err("wrong-type"));
        check::<Count>("-1", Err("out-of-range"));
        check::<Count>("4294967295", Ok("4294967295"));
        check::<Count>("4294967296", Err("out-of-range"));
        check::<Count>("1e300", Err("wrong-type"));
    }

    #[test]
    fn offsets_are_those_in_use() {
        check::<UtcOffset>("-720", Ok("-720"));
        check::<UtcOffset>("840.0", Ok("840"));
        check::<UtcOffset>("841", Err("out-of-range"));
        check::<UtcOffset>("90000", Err("out-of-range"));
        check::<UtcOffset>("5.5", Err("wrong-type"));
    }

    #[test]
    fn importance_not_said_is_a_half() {
        assert_eq!(Importance::default(), Importance::new(0.5).unwrap());
    }
}
