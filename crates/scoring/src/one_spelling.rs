//! Reading what serde derives in the one spelling that schemas describe: objects as objects, and words as words.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use std::fmt;

/// A deserializer that reads structs from objects alone and unit variants from text alone, however deep they lie.
///
/// What serde derives would take a list of values in place of an object, and `{"balanced": null}` in place of
/// `"balanced"`, which no schema allows. It can only be held to one spelling where it asks for a struct or an enum: enums
/// with a tag inside, untagged ones and flattened members are read from a copy that serde makes of the value, and so as
/// serde reads them.
///
/// The same type stands for the visitors and accesses on the way down, which hand it on.
pub(crate) struct OneSpelling<T>(pub(crate) T);

/// Hands on what asks for a value that holds no others.
macro_rules! plain {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method(visitor)
        }
    )+};
}

/// Hands on what asks for a value that may hold others, which are then read in one spelling too.
macro_rules! holding {
    ($($method:ident($($name:ident: $type:ty),*))+) => {$(
        fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($name,)* OneSpelling(visitor))
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for OneSpelling<D> {
    type Error = D::Error;

    plain! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32
        deserialize_f64 deserialize_char deserialize_str deserialize_string deserialize_bytes
        deserialize_byte_buf deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    holding! {
        deserialize_any()
        deserialize_option()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_map()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(OneSpelling(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Variants { visitor, among: Among(variants) })
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// Hands on a value that holds no others.
macro_rules! visit {
    ($($method:ident: $type:ty,)+) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.0.$method(value)
        }
    )+};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for OneSpelling<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    visit! {
        visit_bool: bool,
        visit_i8: i8,
        visit_i16: i16,
        visit_i32: i32,
        visit_i64: i64,
        visit_i128: i128,
        visit_u8: u8,
        visit_u16: u16,
        visit_u32: u32,
        visit_u64: u64,
        visit_u128: u128,
        visit_f32: f32,
        visit_f64: f64,
        visit_char: char,
        visit_str: &str,
        visit_borrowed_str: &'de str,
        visit_string: String,
        visit_bytes: &[u8],
        visit_borrowed_bytes: &'de [u8],
        visit_byte_buf: Vec<u8>,
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(OneSpelling(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(OneSpelling(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(OneSpelling(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(OneSpelling(members))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for OneSpelling<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(OneSpelling(deserializer))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for OneSpelling<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(OneSpelling(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for OneSpelling<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(OneSpelling(seed))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(OneSpelling(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

/// Reads an enum: text as a unit variant, and an object as a variant with something in it.
struct Variants<V> {
    visitor: V,
    among: Among,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Variants<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        serde::de::Expected::fmt(&self.among, f)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V::Value, E> {
        self.visitor.visit_enum(StrDeserializer::new(word))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(Variant { members, among: self.among })
    }
}

/// A variant written as the one member of an object.
struct Variant<A> {
    members: A,
    among: Among,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self), A::Error> {
        match self.members.next_key_seed(seed)? {
            Some(variant) => Ok((variant, self)),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self.among)),
        }
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Variant<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Err(A::Error::invalid_type(Unexpected::Map, &self.among))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<S::Value, A::Error> {
        self.members.next_value_seed(OneSpelling(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.newtype_variant_seed(Fields { visitor, of: Shape::Tuple(length) })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.newtype_variant_seed(Fields { visitor, of: Shape::Struct })
    }
}

/// Reads what a variant holds when that is no type of its own.
struct Fields<V> {
    visitor: V,
    of: Shape,
}

enum Shape {
    Tuple(usize),
    Struct,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Fields<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        match self.of {
            Shape::Tuple(length) => deserializer.deserialize_tuple(length, self.visitor),
            Shape::Struct => deserializer.deserialize_map(self.visitor),
        }
    }
}

/// What may stand for a variant, in messages.
struct Among(&'static [&'static str]);

impl serde::de::Expected for Among {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.0.iter().map(|word| format!("`{word}`")).collect();
        match words.as_slice() {
            [only] => f.write_str(only),
            _ => write!(f, "one of {}", words.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, de::DeserializeOwned};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Settings {
        word: Word,
        words: Vec<Option<Word>>,
        inner: BTreeMap<String, Inner>,
        figure: Figure,
    }

    impl Default for Settings {
        fn default() -> Self {
            let (words, inner) = (Vec::new(), BTreeMap::new());
            Self { word: Word::First, words, inner, figure: Figure::Point }
        }
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Word {
        First,
        Second,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner {
        number: Newtype,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Newtype(f64);

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Figure {
        Point,
        Circle(Inner),
        Line(f64, f64),
        Box { width: Inner },
    }

    /// Reads from text and from a value, and tells how serde reads it by itself.
    fn read<T: DeserializeOwned + PartialEq + fmt::Debug>(value: &Value) -> (Option<T>, Option<T>) {
        let text = value.to_string();
        let mut of_text = serde_json::Deserializer::from_str(&text);
        let read = T::deserialize(OneSpelling(value)).ok();
        assert_eq!(read, T::deserialize(OneSpelling(&mut of_text)).ok(), "{text} as text");
        (read, serde_json::from_value(value.clone()).ok())
    }

    #[track_caller]
    fn check(value: &Value) {
        let (read, derived) = read::<Settings>(value);
        assert!(read.is_some() && read == derived, "{value}: {read:?}, by serde {derived:?}");
    }

    /// Refuses what serde reads.
    #[track_caller]
    fn refuse(value: &Value) {
        let (read, derived) = read::<Settings>(value);
        assert!(read.is_none() && derived.is_some(), "{value}: {read:?}, by serde {derived:?}");
    }

    #[test]
    fn what_a_schema_describes_is_read_as_serde_reads_it() {
        check(&json!({}));
        check(&json!({"word": "second", "words": ["first", null, "second"], "else": [{"a": [1]}]}));
        check(&json!({"inner": {"one": {"number": 1}, "two": {"number": 2.5}}}));
        check(&json!({"figure": "point"}));
        check(&json!({"figure": {"circle": {"number": 1}}}));
        check(&json!({"figure": {"line": [1, 2]}}));
        check(&json!({"figure": {"box": {"width": {"number": -1}}}}));
    }

    #[test]
    fn a_list_is_no_object() {
        refuse(&json!(["first", [], {}, "point"]));
        refuse(&json!({"inner": {"one": [1]}}));
        refuse(&json!({"figure": {"circle": [1]}}));
        refuse(&json!({"figure": {"box": {"width": [1]}}}));
    }

    #[test]
    fn an_object_is_no_word() {
        refuse(&json!({"word": {"second": null}}));
        refuse(&json!({"words": ["first", {"second": null}]}));
        refuse(&json!({"figure": {"point": null}}));
    }

    #[test]
    fn what_serde_refuses_is_refused() {
        let wrong = [
            json!({"word": "third"}),
            json!({"word": 3}),
            json!({"figure": "circle"}),
            json!({"figure": {}}),
            json!({"figure": {"circle": {"number": 1}, "point": null}}),
            json!({"figure": {"line": [1]}}),
            json!({"figure": {"box": [{"number": 1}]}}),
        ];
        for value in wrong {
            assert_eq!(read::<Settings>(&value), (None, None), "{value}");
        }
    }

    #[test]
    fn words_are_told_that_would_do() {
        let told = |value: Value| Settings::deserialize(OneSpelling(&value)).unwrap_err();
        for (wrong, found) in [(json!(3), "integer `3`"), (json!({"second": null}), "map")] {
            let message = told(json!({"word": wrong})).to_string();
            let expected = format!("invalid type: {found}, expected one of `first`, `second`");
            assert_eq!(message, expected);
        }
    }
}
