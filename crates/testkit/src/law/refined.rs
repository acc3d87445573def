//! More information gives bounds within those before.

use super::{
    case::{Case, Seen},
    edit,
    trial::{Silence, Trial},
};
use crate::strategy::section::{put, touches};
use mutualfit_domain::{Pointer, Side};
use mutualfit_scoring::{Gate, Node, Said};
use serde_json::Value;

/// What bounds may be off by, as published.
const TOLERANCE: f64 = 1.5e-6;

/// Members whose absence says something, so that leaving them out is not silence: those with a default (a skill that is
/// listed is held, what is held does not run out, a requirement is not taught, no variable pay is paid), those that limit
/// where something applies, and those that say which thing is meant.
const SAYS_BY_ABSENCE: [&str; 25] = [
    "appliesTo",
    "audience",
    "basis",
    "current",
    "dealBreaker",
    "desirability",
    "flexible",
    "guaranteed",
    "held",
    "importance",
    "indifferent",
    "label",
    "lang",
    "minHoursPerWeek",
    "mustHave",
    "neededBy",
    "negotiable",
    "notation",
    "scheme",
    "status",
    "training",
    "uri",
    "validUntil",
    "variablePay",
    "when",
];

pub(crate) fn check(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    if trial.silence == Silence::Answer {
        return Ok(());
    }
    let case = one_arrangement(seen.case.clone());
    let (vague, left_out) = left_out(trial, &case);
    let before = trial.node(&vague).ok_or("a document that was valid does not read any more")?;
    let after = trial.node(&case).ok_or("a valid document does not read")?;
    compare(&before, &after)
        .map_err(|why| format!("{why}, where {} was left out", left_out.join(" and ")))
}

/// Nothing is promised for the choice among arrangements, so there is at most one.
fn one_arrangement(mut case: Case) -> Case {
    if let Some(list) = case.role.get_mut("arrangements").and_then(Value::as_array_mut) {
        list.truncate(1);
    }
    case
}

/// The case with some of what its answering document says left out, and what that is. Members deep down are picked
/// more often than whole sections, whose absence leaves everything open.
fn left_out(trial: &Trial<'_>, case: &Case) -> (Case, Vec<String>) {
    let side = trial.answerer();
    let reads = trial.reads_of(side);
    let picked: Vec<String> = edit::members(case.side(side))
        .into_iter()
        .filter(|at| is_silence_without(at) && reads.iter().any(|read| touches(read, at.as_str())))
        .flat_map(|at| std::iter::repeat_n(at.to_string(), at.segments().count().pow(2)))
        .collect();
    let mut vague = case.clone();
    let mut left_out = Vec::new();
    for pick in case.picks.iter().filter(|_| !picked.is_empty()) {
        let Some(pointer) = picked.get(pick.index(picked.len())) else { continue };
        let next = vague.with(side, left_unsaid(vague.side(side), pointer));
        if next.side(side) != vague.side(side) && reads_still(&next, side) {
            left_out.push(pointer.clone());
            vague = next;
        }
    }
    (vague, left_out)
}

/// The document without one member, of which only that stays whose absence would say something.
fn left_unsaid(document: &Value, pointer: &str) -> Value {
    let mut vague = edit::without(document.clone(), pointer);
    let within = document.pointer(pointer).and_then(Value::as_object).into_iter().flatten();
    for (name, value) in within.filter(|(name, _)| SAYS_BY_ABSENCE.contains(&name.as_str())) {
        put(&mut vague, &format!("{pointer}/{name}"), value.clone());
    }
    vague
}

/// Whether leaving out a member says nothing. A range is open at the end without a bound, a country of applicants is
/// all of it, and a condition less applies more often.
fn is_silence_without(at: &Pointer) -> bool {
    let path: Vec<String> = at.segments().collect();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        []
        | ["spec" | "id" | "title"]
        | ["applicantLocations", _, _]
        | [.., "hoursPerWeek" | "onSiteDaysPerWeek" | "appliesTo" | "when", _] => false,
        [.., name] => !SAYS_BY_ABSENCE.contains(name),
    }
}

fn reads_still(case: &Case, side: Side) -> bool {
    let document = case.side(side).clone();
    match side {
        Side::Role => mutualfit_domain::read_value::<mutualfit_domain::Role>(document).is_ok(),
        Side::Candidate => {
            mutualfit_domain::read_value::<mutualfit_domain::Candidate>(document).is_ok()
        }
    }
}

/// Whether what was found with more information lies within what was found with less.
fn compare(before: &Node, after: &Node) -> Result<(), String> {
    if before.asked != after.asked {
        return Err(format!(
            "the ask was {:?} and is {:?}, though only the answer changed",
            before.asked, after.asked
        ));
    }
    if after.asked != Some(Said::Stated) || after.answered == Some(Said::Irrelevant) {
        return Ok(());
    }
    let (outer, inner) = (before.value, after.value);
    if inner.low.get() < outer.low.get() - TOLERANCE
        || inner.high.get() > outer.high.get() + TOLERANCE
    {
        return Err(format!(
            "with more information [{}, {}] leaves [{}, {}], which was found with less",
            inner.low.get(),
            inner.high.get(),
            outer.low.get(),
            outer.high.get()
        ));
    }
    match (before.gate, after.gate) {
        (Some(Gate::Met | Gate::Unmet), now) if now != before.gate => {
            Err(format!("the gate was {:?} and is {now:?} with more information", before.gate))
        }
        _ => Ok(()),
    }
}
