//! The law for rubrics that are put together from parts, and for the spellings that serde would read besides.

use crate::documents::{readable_as, rubric_of_any_kinds};
use crate::mutation::places;
use crate::samples::samples;
use mutualfit_domain::FaultKind;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A member that is absent, or more often one of the right values, or seldom one of the wrong ones.
fn member<const R: usize, const W: usize>(
    name: &'static str,
    right: [Value; R],
    wrong: [Value; W],
) -> impl Strategy<Value = Option<(String, Value)>> {
    let some = move |value: Value| Some((name.to_owned(), value));
    prop_oneof![
        12 => Just(None),
        18 => select(right.to_vec()).prop_map(some),
        1 => select(wrong.to_vec()).prop_map(some),
    ]
}

fn object(members: impl IntoIterator<Item = Option<(String, Value)>>) -> Value {
    members.into_iter().flatten().collect::<Map<_, _>>().into()
}

/// A number from `least` to `most`, or one just beyond, or none at all.
fn number(
    name: &'static str,
    least: f64,
    most: f64,
) -> impl Strategy<Value = Option<(String, Value)>> {
    let within = [least, most, f64::midpoint(least, most), least + 0.001, 1.0].map(Value::from);
    let beyond = [least - 0.001, most + 0.001, -1.0, 1e300].map(Value::from);
    let [below, above, negative, huge] = beyond;
    let [first, last, middle, next, one] = within;
    member(
        name,
        [first, last, middle, next, one, Value::Null],
        [below, above, negative, huge, json!("1"), json!([1]), json!({"value": 1})],
    )
}

/// One of the words, or another, or one of them in another spelling.
fn word(
    name: &'static str,
    words: [&'static str; 3],
) -> impl Strategy<Value = Option<(String, Value)>> {
    let [one, two, three] = words;
    let wrong =
        [json!({ one: null }), json!({ two: {} }), json!([three]), json!("other"), json!(1)];
    member(name, [one.into(), two.into(), three.into(), Value::Null], wrong)
}

/// An entry whose weight is often 0, and whose kind is seldom one that nobody registered.
fn entry() -> impl Strategy<Value = Value> {
    let kind = prop_oneof![30 => select(&["pay", "skills", "growth"]), 1 => Just("acme/no-such")];
    let zero = select(vec![json!(0), json!(0.0), json!(-0.0)]);
    let weight = prop_oneof![
        zero.prop_map(|zero| Some(("weight".to_owned(), zero))),
        number("weight", 0.0, 1e6)
    ];
    let settings = [json!({}), json!({"unlisted": "lacking"}), Value::Null];
    let not_settings =
        [json!([]), json!({"credits": [1, 1, 1]}), json!({"unlisted": {"lacking": null}})];
    (
        kind.prop_map(|kind| Some(("use".to_owned(), kind.into()))),
        member("as", ["a", "b", "c", "d", "e", "pay"].map(Value::from), [json!(""), json!(["a"])]),
        weight,
        number("silence", 0.0, 1.0),
        member("with", settings, not_settings),
    )
        .prop_map(|(kind, name, weight, silence, with)| object([kind, name, weight, silence, with]))
}

fn rubric() -> impl Strategy<Value = Value> {
    let exponents = [json!(-1), json!(-1.0), json!(0), json!(-0.0), json!(2.0), json!("min")];
    let mutual = (
        member("exponent", exponents, [json!(3), json!(0.5), json!("-1"), json!({"min": null})]),
        number("roleWeight", 0.001, 1000.0),
        number("candidateWeight", 0.001, 1000.0),
    )
        .prop_map(|(exponent, role, candidate)| {
            Some(("mutual".to_owned(), object([exponent, role, candidate])))
        });
    (
        word("rankBy", ["mutual", "roleSide", "candidateSide"]),
        word("stance", ["cautious", "balanced", "optimistic"]),
        word("weightsFrom", ["equal", "elicited", "learned"]),
        prop_oneof![3 => mutual, 1 => member("mutual", [json!({}), Value::Null], [json!([-1, 1, 1])])],
        prop_oneof![20 => prop::collection::vec(entry(), 1..4), 1 => Just(Vec::new())],
    )
        .prop_map(|(rank_by, stance, weights_from, mutual, criteria)| {
            let always = [("spec", json!("mutualfit/rubric/1")), ("id", json!("made")), ("criteria", criteria.into())];
            let always = always.map(|(name, value)| Some((name.to_owned(), value)));
            object(always.into_iter().chain([rank_by, stance, weights_from, mutual]))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_law_holds_for_rubrics_made_of_parts(rubric in rubric()) {
        readable_as("rubric").check(&rubric);
        rubric_of_any_kinds().check(&rubric);
    }
}

/// What is wrong with a rubric of these criteria, and whether its schema accepts it.
#[track_caller]
fn check(criteria: Vec<Value>, expected: &[FaultKind], accepted: bool) {
    let rubric = json!({"spec": "mutualfit/rubric/1", "id": "made", "criteria": criteria});
    let readable = readable_as("rubric");
    let faults = readable.read(&rubric).err().map(mutualfit_domain::Faults::into_vec);
    let kinds: Vec<FaultKind> =
        faults.iter().flatten().map(mutualfit_domain::Fault::kind).collect();
    assert_eq!(kinds, expected, "{faults:?}");
    assert_eq!(readable.accepts(&rubric), accepted, "the schema of {} criteria", criteria.len());
    readable.check(&rubric);
    rubric_of_any_kinds().check(&rubric);
}

#[test]
fn weights_that_are_all_zero_are_beyond_the_schema() {
    let zero = |name: &str, weight: Value| json!({"use": "pay", "as": name, "weight": weight});
    for other in [json!(0), json!(0.0), json!(-0.0)] {
        check(vec![zero("a", json!(0)), zero("b", other)], &[FaultKind::Sum], true);
    }
    for other in [Value::Null, json!(1e-300), json!(1e6)] {
        check(vec![zero("a", json!(0)), zero("b", other)], &[], true);
    }
}

/// Criteria of the role's side and of the candidate's.
fn sides(roles: usize, candidates: usize) -> Vec<Value> {
    let entry = |kind: &'static str| move |number: usize| json!({"use": kind, "as": format!("{kind}-{number}")});
    (0..roles).map(entry("skills")).chain((0..candidates).map(entry("pay"))).collect()
}

#[test]
fn more_criteria_than_a_side_takes_are_beyond_the_schema_and_more_than_both_take_are_not() {
    check(sides(64, 64), &[], true);
    check(sides(65, 0), &[FaultKind::Sum], true);
    check(sides(0, 65), &[FaultKind::Sum], true);
    check(sides(63, 65), &[FaultKind::Sum], true);
    check(sides(64, 65), &[FaultKind::TooMany], false);
    check(sides(0, 0), &[FaultKind::Empty], false);
}

/// Every object of a right rubric as a list of its values, and every word of it as the name of a member: what serde
/// would read where it reads by itself.
#[test]
fn no_rubric_is_read_in_another_spelling() {
    let mut tried = 0;
    for sample in samples("valid/rubric") {
        for place in places(&sample.value) {
            let mut value = sample.value.clone();
            let there = value.pointer_mut(&place).unwrap();
            *there = match &*there {
                Value::Object(members) => members.values().cloned().collect(),
                Value::String(word) => json!({ word.as_str(): null }),
                _ => continue,
            };
            tried += 1;
            let rubric = readable_as("rubric");
            assert!(!rubric.reads(&value), "{} is read, changed at {place}", sample.path);
            assert!(!rubric.accepts(&value), "{} is accepted, changed at {place}", sample.path);
            // Where the kinds are not known, their settings may be anything.
            if !place.contains("/with/") {
                let any = rubric_of_any_kinds();
                assert!(!any.reads(&value), "{} of any kinds, at {place}", sample.path);
                assert!(!any.accepts(&value), "{} of any kinds, at {place}", sample.path);
            }
        }
    }
    assert!(tried > 150, "only {tried} changes were tried");
}
