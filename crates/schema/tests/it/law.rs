//! The law: a schema accepts what is read, and what it accepts is read unless no schema could say what is wrong.

use crate::documents::{Readable, readable_as, rubric_of_any_kinds};
use crate::mutation::{CHANGES, change, places};
use crate::samples::samples;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

/// Holds the law for documents that are some changes away from the right ones.
fn hold(readable: &Readable) {
    let valid = samples(&format!("valid/{}", readable.name));
    let valid: Vec<Value> = valid.into_iter().map(|sample| sample.value).collect();
    let changes = prop::collection::vec((any::<Index>(), 0..CHANGES), 1..4);
    let mut runner =
        TestRunner::new(Config { cases: 256, failure_persistence: None, ..Config::default() });
    runner
        .run(&(any::<Index>(), changes), |(start, changes)| {
            let mut value = start.get(&valid).clone();
            for (place, kind) in changes {
                let places = places(&value);
                let place = place.get(places.as_slice());
                change(&mut value, place, kind);
            }
            readable.check(&value);
            Ok(())
        })
        .unwrap();
}

/// Holds the law for every document that is one change away from a small right one.
fn sweep(readable: &Readable) {
    for sample in samples(&format!("valid/{}", readable.name)) {
        let places = places(&sample.value);
        for (position, place) in places.iter().enumerate() {
            for kind in
                (0..CHANGES).filter(|kind| places.len() < 60 || (kind + position) % STEP == 0)
            {
                let mut value = sample.value.clone();
                if change(&mut value, place, kind) {
                    readable.check(&value);
                }
            }
        }
    }
}

/// Of the changes to a large document, one in so many is tried at each place.
const STEP: usize = 13;

macro_rules! laws {
    ($($name:ident = $readable:expr),+ $(,)?) => {$(
        mod $name {
            use super::*;

            #[test]
            fn holds_one_change_away_from_what_is_right() {
                sweep($readable);
            }

            #[test]
            fn holds_some_changes_away_from_what_is_right() {
                hold($readable);
            }
        }
    )+};
}

laws! {
    role = readable_as("role"),
    candidate = readable_as("candidate"),
    aspirations = readable_as("aspirations"),
    interview = readable_as("interview"),
    pair = readable_as("pair"),
    context = readable_as("context"),
    taxonomy = readable_as("taxonomy"),
    rubric = readable_as("rubric"),
    rubric_of_any_kinds = rubric_of_any_kinds(),
}
