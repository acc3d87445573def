//! Reading objects as the schemas describe them: from a JSON object, and never from a list.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A deserializer that reads a struct from a JSON object alone.
///
/// What serde derives would take a list of the right length as well, which no schema of ours allows.
pub(crate) struct ObjectOnly<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for ObjectOnly<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Lets a struct that derives serde with `remote = "Self"` be written, and read from objects alone.
///
/// `object!(T)` adds just that; `object!(T checked)` also calls `T::checked(&self)` after reading;
/// `object!(T new(required: Type) optional, …)` adds a constructor that leaves the rest unsaid.
macro_rules! object {
    ($type:ident) => {
        object!(@write $type);
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $type::deserialize(crate::object::ObjectOnly(deserializer))
            }
        }
    };
    ($type:ident checked) => {
        object!(@write $type);
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = $type::deserialize(crate::object::ObjectOnly(deserializer))?;
                value.checked().map_err(serde::de::Error::custom)
            }
        }
    };
    ($type:ident new($($required:ident: $kind:ty),+) $($optional:ident),*) => {
        object!($type);
        object!(@new $type {} new($($required: $kind),+) $($optional),*);
    };
    (@new $type:ident { $($fixed:ident: $value:expr)? } new($($required:ident: $kind:ty),+) $($optional:ident),*) => {
        impl $type {
            /// What every such object says; everything else is left unsaid.
            pub fn new($($required: $kind),+) -> Self {
                Self { $($fixed: $value,)? $($required,)+ $($optional: None),* }
            }
        }
    };
    (@write $type:ident) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }
    };
}

/// Implements [`Item`](crate::Item) for structs with an `importance`, and `must_have` or `deal_breaker` if named.
macro_rules! items {
    ($($type:ident $(. $essential:ident)?),+ $(,)?) => {$(
        impl crate::Item for $type {
            fn importance(&self) -> crate::Importance {
                self.importance.unwrap_or_default()
            }
            $(
                fn is_essential(&self) -> bool {
                    self.$essential == Some(true)
                }
            )?
        }
    )+};
}

/// A closed set of words: an enum that is written and read as those words alone.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $type:ident ($what:literal) {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        pub enum $type {
            $($(#[$variant_meta])* #[cfg_attr(feature = "schemars", schemars(rename = $word))] $variant,)+
        }

        impl $type {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in documents.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::ValueError;

            fn from_str(text: &str) -> Result<Self, crate::ValueError> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::object::not_among($what, text, &[$($word),+])),
                }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::object::parse_text(deserializer, $what)
            }
        }
    };
}

/// The text type behind a `pub struct T(CompactString)` whose values `$check` has passed.
///
/// Most texts of documents are short: they stand where they are kept, without memory of their own.
macro_rules! text {
    (
        $(#[$meta:meta])*
        pub struct $type:ident ($what:literal) $schema:tt
        $check:expr
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(compact_str::CompactString);

        impl $type {
            /// Checks a text and keeps it as it is.
            ///
            /// # Errors
            ///
            /// When the text has another form; the message shows the right one.
            pub fn new(text: impl AsRef<str>) -> Result<Self, crate::ValueError> {
                let text = text.as_ref();
                let check: fn(&str) -> Result<(), crate::ValueError> = $check;
                check(text)?;
                Ok(Self(text.into()))
            }

            /// The text as it was given.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as it was given.
            pub fn into_string(self) -> String {
                self.0.into()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $type {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $type {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $type {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl std::str::FromStr for $type {
            type Err = crate::ValueError;

            fn from_str(text: &str) -> Result<Self, crate::ValueError> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $type {
            type Error = crate::ValueError;

            fn try_from(text: &str) -> Result<Self, crate::ValueError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $type {
            type Error = crate::ValueError;

            fn try_from(text: String) -> Result<Self, crate::ValueError> {
                Self::new(text)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.into_string()
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::object::parse_text(deserializer, $what)
            }
        }

        schema_of!($type $schema);
    };
}

/// The JSON Schema of a value, written by hand because its rules are.
macro_rules! schema_of {
    ($type:ident ({ $($schema:tt)* })) => {
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ $($schema)* })
            }
        }
    };
}

pub(crate) use {items, object, schema_of, text, words};

/// Reads text and parses it; anything but text is of the wrong type.
pub(crate) fn parse_text<'de, D, T>(deserializer: D, what: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: std::str::FromStr<Err = crate::ValueError>,
{
    struct Text<T>(&'static str, std::marker::PhantomData<T>);

    impl<T: std::str::FromStr<Err = crate::ValueError>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Text(what, std::marker::PhantomData))
}

/// The error for a word that is none of those allowed.
pub(crate) fn not_among(what: &str, text: &str, words: &[&str]) -> crate::ValueError {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let message = match words.as_slice() {
        [only] => format!("is not {what}; use {only}"),
        _ => format!("is not {what}; use one of {}", words.join(", ")),
    };
    crate::ValueError::quoting(crate::FaultKind::Malformed, text, &message)
}
