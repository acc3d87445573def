//! What the kind says about itself holds together.

use super::trial::{Trial, Violation};
use crate::strategy::section::touches;
use mutualfit_domain::{Pointer, Side};
use serde_json::json;

pub(crate) fn prove(trial: &Trial<'_>) -> Result<(), Violation> {
    check(trial).map_err(|why| {
        let shown = json!({ "id": trial.info.id, "asks": trial.info.asks, "reads": trial.reads });
        trial.broken("described", &why, Some(shown))
    })
}

fn check(trial: &Trial<'_>) -> Result<(), String> {
    let info = trial.info;
    if !info.id.split('/').all(is_kebab) || info.id.matches('/').count() > 1 {
        return Err(format!(
            "`{}` is no id; use kebab-case, a third party's as `vendor/name`",
            info.id
        ));
    }
    for (what, text) in [("version", info.version), ("summary", info.summary), ("docs", info.docs)]
    {
        if text.trim().is_empty() {
            return Err(format!("its {what} is empty; write it"));
        }
    }
    if !(0.0..=1.0).contains(&info.silence) {
        return Err(format!("its silence is {}; give a number from 0 to 1", info.silence));
    }
    if trial.scorer.side() != info.side {
        return Err(format!(
            "it says that it asks for the {} and scores for the other side",
            info.side
        ));
    }
    check_pointers(trial)?;
    for (position, (code, words)) in info.words.iter().enumerate() {
        if !is_kebab(code) {
            return Err(format!("`{code}` is no code of a fact; use kebab-case"));
        }
        if info.words.iter().take(position).any(|(earlier, _)| earlier == code) {
            return Err(format!("the code `{code}` has words twice; keep one"));
        }
        if words.matches('{').count() != words.matches('}').count() {
            return Err(format!(
                "the words of `{code}` open a value and do not close it: `{words}`"
            ));
        }
    }
    Ok(())
}

fn check_pointers(trial: &Trial<'_>) -> Result<(), String> {
    let reads = &trial.reads;
    let pointers = [&reads.role, &reads.candidate, &reads.pair].into_iter().flatten();
    for pointer in pointers.map(String::as_str).chain([trial.info.asks]) {
        if pointer.parse::<Pointer>().is_err() {
            return Err(format!("`{pointer}` is no JSON Pointer; start it with `/`"));
        }
    }
    let asker = trial.reads_of(trial.info.side);
    if !asker.iter().any(|read| touches(read, trial.info.asks)) {
        return Err(format!(
            "it asks at `{}` and does not say that it reads there",
            trial.info.asks
        ));
    }
    let wish =
        reads.candidate.iter().find(|read| touches("/aspirations", read) && !read.is_empty());
    match wish {
        Some(wish) if trial.info.side == Side::Role => Err(format!(
            "a role's criterion says that it reads `{wish}`; what somebody wants is not its to read"
        )),
        _ => Ok(()),
    }
}

fn is_kebab(text: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.bytes().all(letters) && !text.is_empty() && !text.starts_with('-') && !text.ends_with('-')
}
