//! What a kind does not read changes nothing.

use super::{
    case::{Case, Seen},
    edit,
    trial::Trial,
};
use crate::strategy::section::put;
use mutualfit_domain::{Candidate, PairFacts, Role};
use mutualfit_scoring::{Fact, Node};
use serde_json::json;

pub(crate) fn check(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let case = seen.case;
    let reads = &trial.reads;
    let whole = |pointers: &[String], always: &[&str]| -> Vec<String> {
        let extensions = reads.extensions.iter().map(|key| format!("/extensions/{key}"));
        pointers
            .iter()
            .cloned()
            .chain(extensions)
            .chain(always.iter().map(|&at| at.to_owned()))
            .collect()
    };
    let head = ["/spec", "/id"];
    let pair = whole(&reads.pair, &["/spec", "/role", "/candidate", "/source"]);
    let pruned = || {
        Some(Case {
            role: edit::only::<Role>(&case.role, &whole(&reads.role, &head))?,
            candidate: edit::only::<Candidate>(&case.candidate, &whole(&reads.candidate, &head))?,
            pairs: case
                .pairs
                .iter()
                .map(|known| edit::only::<PairFacts>(known, &pair))
                .collect::<Option<_>>()?,
            ..case.clone()
        })
    };
    let Some(pruned) = pruned() else { return Ok(()) };
    let after = trial.node(&pruned).ok_or("a document without what is not read does not read")?;
    same(&seen.node, &after).map_err(|what| {
        let reads = json!(trial.reads);
        format!(
            "{what} without what it does not say that it reads\n{:#}\n{reads:#}",
            pruned.shown()
        )
    })
}

/// Ids and audiences change no number.
pub(crate) fn check_nameless(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let mut renamed = seen.case.clone();
    for document in [&mut renamed.role, &mut renamed.candidate] {
        edit::without_all(document, "audience");
    }
    put(&mut renamed.role, "/id", json!("another role"));
    put(&mut renamed.candidate, "/id", json!("another candidate"));
    for known in &mut renamed.pairs {
        put(known, "/role", json!("another role"));
        put(known, "/candidate", json!("another candidate"));
    }
    let after = trial.node(&renamed).ok_or("a renamed document does not read")?;
    same(&seen.node, &after).map_err(|what| format!("{what} with other ids and without audiences"))
}

fn same(one: &Node, other: &Node) -> Result<(), String> {
    let numbers = |node: &Node| {
        let Node { value, contribution, asked, answered, gate, negotiable, .. } = node;
        format!(
            "value {value:?}, contribution {contribution:?}, asked {asked:?}, answered {answered:?}, gate {gate:?}, negotiable {negotiable:?}"
        )
    };
    if numbers(one) != numbers(other) {
        return Err(format!("{} became {}", numbers(one), numbers(other)));
    }
    let facts = |node: &Node| -> Vec<Fact> {
        node.facts.iter().map(|fact| Fact { audience: None, ..fact.clone() }).collect()
    };
    let (before, after) = (facts(one), facts(other));
    if before == after { Ok(()) } else { Err(format!("the facts {before:?} became {after:?}")) }
}
