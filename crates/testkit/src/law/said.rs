//! Absent, empty and indifferent differ.

use super::{
    case::{Case, Seen},
    edit,
    trial::{Silence, Trial},
};
use crate::strategy::section::put;
use mutualfit_domain::Side;
use mutualfit_scoring::Said;
use serde_json::{Value, json};

pub(crate) fn check(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let plain = plain(seen.case);
    check_ask(trial, &plain)?;
    check_answer(trial, &plain)
}

/// The case without anything said not to matter.
fn plain(case: &Case) -> Case {
    let mut plain = case.clone();
    edit::without_all(&mut plain.role, "indifferent");
    edit::without_all(&mut plain.candidate, "indifferent");
    plain
}

fn check_ask(trial: &Trial<'_>, case: &Case) -> Result<(), String> {
    let (side, asks) = (trial.info.side, trial.info.asks);
    let section = asks.rsplit('/').next().unwrap_or_default();
    let document = case.side(side);
    let absent = edit::without(document.clone(), asks);
    expect(trial, case, absent.clone(), Said::Unstated, "an absent ask")?;
    if document.pointer(asks).is_some_and(Value::is_array) {
        let mut empty = absent.clone();
        put(&mut empty, asks, json!([]));
        expect(trial, case, empty, Said::Irrelevant, "an empty list of asks")?;
    }
    for at in ["/indifferent", "/aspirations/indifferent"] {
        if at.starts_with("/aspirations") && !asks.starts_with("/aspirations") {
            continue;
        }
        let mut indifferent = document.clone();
        put(&mut indifferent, at, json!([section]));
        expect(trial, case, indifferent, Said::Irrelevant, "an ask that was said not to matter")?;
    }
    Ok(())
}

fn expect(
    trial: &Trial<'_>,
    case: &Case,
    document: Value,
    said: Said,
    what: &str,
) -> Result<(), String> {
    // A section that has no name among those that can be indifferent does not read.
    let Some(node) = trial.node(&case.with(trial.info.side, document)) else { return Ok(()) };
    match node.asked {
        Some(found) if found == said => Ok(()),
        found => Err(format!("{what} is {said:?} and was taken for {found:?}")),
    }
}

/// A document that says nothing answers nothing, unless silence is what is asked about.
fn check_answer(trial: &Trial<'_>, case: &Case) -> Result<(), String> {
    let side = trial.answerer();
    let silent = match side {
        Side::Role => json!({ "spec": "mutualfit/role/1", "id": "r", "title": "Dental hygienist" }),
        Side::Candidate => json!({ "spec": "mutualfit/candidate/1", "id": "c" }),
    };
    let mut case = case.with(side, silent);
    case.pairs.clear();
    let node = trial.node(&case).ok_or("a bare document does not read")?;
    match (trial.silence, node.answered) {
        (Silence::Unknown, Some(Said::Stated)) => {
            Err("a document that says nothing was taken for an answer".to_owned())
        }
        (Silence::Answer, found) if found != Some(Said::Stated) => Err(format!(
            "silence is an answer to it, and a document that says nothing was taken for {found:?}"
        )),
        _ => Ok(()),
    }
}
