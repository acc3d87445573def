//! What levers of all criteria are made of.

use mutualfit_domain::{Candidate, Pointer, RoleView, Side};
use mutualfit_scoring::{Answer, Ask, Degree, Lever, Levers, Seats};
use serde::Serialize;
use serde_json::Value;

/// By how much a bound has to rise for anything to be said of it.
const RISE: f32 = 1e-6;

/// Proposes those of some levers that raise a degree, each as it would be by the documents that it gives.
pub(crate) fn propose(
    seats: Seats<'_>,
    found: impl IntoIterator<Item = Lever>,
    degree: impl Fn(&Candidate, RoleView<'_>) -> Degree,
    levers: &mut Levers,
) {
    let before = degree(seats.candidate, seats.role);
    for lever in found {
        let after = match lever.side {
            Side::Role => lever.apply(seats.role.role()).map(|role| {
                // A role without arrangements has one by what is changed of it.
                let arrangement = seats.role.arrangement_index().or(Some(0));
                degree(seats.candidate, RoleView::new(&role, arrangement))
            }),
            Side::Candidate => {
                lever.apply(seats.candidate).map(|candidate| degree(&candidate, seats.role))
            }
        };
        if after.is_some_and(|after| is_raised(before, after)) {
            levers.push(lever);
        }
    }
}

/// Whether the low bound rises, or the high one while the low one stays.
fn is_raised(before: Degree, after: Degree) -> bool {
    let rises = |before: f32, after: f32| after - before > RISE;
    rises(before.low(), after.low())
        || !rises(after.low(), before.low()) && rises(before.high(), after.high())
}

/// How far an ask is met by an answer: 1 where there is nothing to compare, unknown where one of them is not stated.
pub(crate) fn degree<W, H>(
    ask: Ask<W>,
    answer: Answer<H>,
    fit: impl FnOnce(W, H) -> Degree,
) -> Degree {
    match (ask, answer) {
        (Ask::Irrelevant, _) | (_, Answer::Irrelevant) => Degree::FULL,
        (Ask::Unstated, _) | (_, Answer::Unstated) => Degree::UNKNOWN,
        (Ask::Stated(want, _), Answer::Stated(have) | Answer::Negotiable(have)) => fit(want, have),
    }
}

/// The least number of whole steps that is no less; what is off by rounding alone is whole.
pub(crate) fn up_to(amount: f64, step: f64) -> f64 {
    stepped(amount, step, f64::ceil)
}

/// The greatest number of whole steps that is no more; what is off by rounding alone is whole.
pub(crate) fn down_to(amount: f64, step: f64) -> f64 {
    stepped(amount, step, f64::floor)
}

fn stepped(amount: f64, step: f64, whole: fn(f64) -> f64) -> f64 {
    let (steps, in_one) = (amount / step, (1.0 / step).round());
    let nearest = steps.round();
    let steps = if (steps - nearest).abs() < 1e-5 { nearest } else { whole(steps) };
    // By division, so that hundredths are as they are written.
    if step < 1.0 { steps / in_one } else { steps * step }
}

/// A part of a document in its JSON form, which each has: its maps have string keys and its numbers are finite.
pub(crate) fn json(held: &impl Serialize) -> Value {
    serde_json::to_value(held).unwrap_or_default()
}

/// With the operations that make one value of another, member by member.
pub(crate) fn changing(lever: Lever, at: &Pointer, before: &Value, after: &Value) -> Lever {
    let (Value::Object(was), Value::Object(is)) = (before, after) else {
        return if before == after { lever } else { lever.replace(at.clone(), after.clone()) };
    };
    let gone = was.keys().filter(|name| !is.contains_key(*name));
    let lever = gone.fold(lever, |lever, name| lever.remove(at.clone().field(name)));
    is.iter().fold(lever, |lever, (name, after)| match was.get(name) {
        None => lever.add(at.clone().field(name), after.clone()),
        Some(before) => changing(lever, &at.clone().field(name), before, after),
    })
}

/// With one more item at the end of a list: its path by name, and whether each part of it is there; what is not is added.
pub(crate) fn appending(lever: Lever, path: &[(&str, bool)], item: Value) -> Lever {
    let (there, missing): (Vec<_>, Vec<_>) = path.iter().partition(|(_, is_there)| *is_there);
    let at = there.into_iter().fold(Pointer::root(), |at, (name, _)| at.field(name));
    let Some(((first, _), rest)) = missing.split_first() else {
        return lever.add(at.field("-"), item);
    };
    let list = Value::Array(vec![item]);
    let wrapped = rest.iter().rev().fold(list, |inner, (name, _)| {
        Value::Object([((*name).to_owned(), inner)].into_iter().collect())
    });
    lever.add(at.field(first), wrapped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_value_is_made_of_another_member_by_member() {
        let (before, after) =
            (json!({"a": {"b": 1, "c": 2}, "d": 3}), json!({"a": {"b": 4, "c": 2}, "e": 5}));
        let at = Pointer::root().field("x");
        let lever = changing(Lever::on(Side::Role, "c"), &at, &before, &after);
        assert_eq!(
            json(&lever.patch),
            json!([
                {"op": "remove", "path": "/x/d"},
                {"op": "replace", "path": "/x/a/b", "value": 4},
                {"op": "add", "path": "/x/e", "value": 5},
            ])
        );
    }

    #[test]
    fn a_list_that_is_not_there_comes_with_its_first_item() {
        let patch = |is_there: [bool; 2]| {
            let path = [("growth", is_there[0]), ("learn", is_there[1])];
            json(&appending(Lever::on(Side::Role, "c"), &path, json!(1)).patch)
        };
        assert_eq!(
            patch([true, true]),
            json!([{"op": "add", "path": "/growth/learn/-", "value": 1}])
        );
        assert_eq!(
            patch([true, false]),
            json!([{"op": "add", "path": "/growth/learn", "value": [1]}])
        );
        assert_eq!(
            patch([false, false]),
            json!([{"op": "add", "path": "/growth", "value": {"learn": [1]}}])
        );
    }
}
