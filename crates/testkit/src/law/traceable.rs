//! Facts point to what exists and have words.

use super::{
    case::{Case, Seen},
    trial::Trial,
};
use mutualfit_scoring::Fact;
use serde_json::Value;

/// What the shares of a criterion's facts may come to above the whole.
const TOLERANCE: f64 = 1e-4;

pub(crate) fn check(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let facts = &seen.node.facts;
    facts.iter().try_for_each(|fact| check_fact(trial, seen.case, fact))?;
    let shares: f64 = facts.iter().filter_map(|fact| fact.share).sum();
    if shares > 1.0 + TOLERANCE {
        return Err(format!("the shares of its facts come to {shares}"));
    }
    Ok(())
}

fn check_fact(trial: &Trial<'_>, case: &Case, fact: &Fact) -> Result<(), String> {
    let code = &fact.code;
    let asker = case.side(trial.info.side);
    let answerer = case.side(trial.answerer());
    if let Some(pointer) =
        fact.asked.as_ref().filter(|pointer| asker.pointer(pointer.as_str()).is_none())
    {
        return Err(format!(
            "fact `{code}` points to `{pointer}`, which the document that asks does not have"
        ));
    }
    let answers = || std::iter::once(answerer).chain(&case.pairs);
    let leads =
        |pointer: &str| answers().any(|document: &Value| document.pointer(pointer).is_some());
    if let Some(pointer) = fact.answered.as_ref().filter(|pointer| !leads(pointer.as_str())) {
        return Err(format!("fact `{code}` points to `{pointer}`, which nothing that answers has"));
    }
    let Some(words) = trial.info.words_for(code) else {
        return Err(format!("fact `{code}` has no words"));
    };
    let named = words.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    for name in named {
        if fact.values.get(name).is_none() {
            return Err(format!(
                "the words of `{code}` name `{name}`, which the fact does not carry: `{words}`"
            ));
        }
    }
    Ok(())
}
