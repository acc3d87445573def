//! The law: a schema accepts what is read, and what it accepts is read unless no schema could say what is wrong.

use crate::documents::readable_as;
use crate::mutation::{CHANGES, change, places};
use crate::samples::samples;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

/// Holds the law for documents that are some changes away from the right ones.
fn hold(name: &str) {
    let readable = readable_as(name);
    let valid: Vec<Value> =
        samples(&format!("valid/{name}")).into_iter().map(|sample| sample.value).collect();
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
fn sweep(name: &str) {
    let readable = readable_as(name);
    for sample in samples(&format!("valid/{name}")) {
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
    ($($name:ident),+) => {$(
        mod $name {
            #[test]
            fn holds_one_change_away_from_what_is_right() {
                super::sweep(stringify!($name));
            }

            #[test]
            fn holds_some_changes_away_from_what_is_right() {
                super::hold(stringify!($name));
            }
        }
    )+};
}

laws!(role, candidate, aspirations, interview, pair, context, taxonomy, rubric);
