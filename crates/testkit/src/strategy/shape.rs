//! The shapes that JSON documents are made of, as strategies.

use proptest::prelude::*;
use serde_json::{Map, Value};

/// Makes JSON values.
pub(crate) type Json = BoxedStrategy<Value>;

/// Makes a member of an object, or leaves it out.
pub(crate) type Member = (&'static str, BoxedStrategy<Option<Value>>);

/// An object of these members.
pub(crate) fn object(members: Vec<Member>) -> Json {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let object = move |values: Vec<Option<Value>>| {
        let stated = names.iter().zip(values);
        let stated = stated.filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(stated.collect::<Map<_, _>>())
    };
    values.prop_map(object).boxed()
}

/// A member that is always there.
pub(crate) fn always(name: &'static str, value: Json) -> Member {
    (name, value.prop_map(Some).boxed())
}

/// A member that is there three times of four.
pub(crate) fn often(name: &'static str, value: Json) -> Member {
    (name, prop::option::weighted(0.75, value).boxed())
}

/// A member that is there once in five.
pub(crate) fn seldom(name: &'static str, value: Json) -> Member {
    (name, prop::option::weighted(0.2, value).boxed())
}

/// A list that may be empty.
pub(crate) fn list(item: Json, most: usize) -> Json {
    prop::collection::vec(item, 0..=most).prop_map(Value::Array).boxed()
}

/// A list that is not empty.
pub(crate) fn filled(item: Json, most: usize) -> Json {
    prop::collection::vec(item, 1..=most).prop_map(Value::Array).boxed()
}

/// Some of these, each at most once, in their order.
pub(crate) fn some_of(words: &'static [&'static str], least: usize, most: usize) -> Json {
    let most = most.min(words.len());
    let list = |words: Vec<&str>| words.into_iter().map(Value::from).collect();
    prop::sample::subsequence(words, least..=most).prop_map(list).boxed()
}

/// One of these.
pub(crate) fn one_of<T: Into<Value> + Copy + std::fmt::Debug + 'static>(
    values: &'static [T],
) -> Json {
    prop::sample::select(values).prop_map(Into::into).boxed()
}

/// This text.
pub(crate) fn text(text: &'static str) -> Json {
    Just(Value::from(text)).boxed()
}

/// True or false, more often true.
pub(crate) fn flag() -> Json {
    prop::bool::weighted(0.7).prop_map(Value::from).boxed()
}
