//! Findings of criteria, in words.

use crate::{Page, number, words};
use mutualfit_scoring::{Fact, Gate, NamedValues, Node, Registry};
use std::cmp::Reverse;

/// A finding as a sentence, with how far its item is met where that is not all.
pub(crate) fn sentence(node: &Node, fact: &Fact, registry: &Registry, page: &Page) -> String {
    let kind = fact.kind.as_deref().or(node.kind.as_deref());
    let mut sentence = plain(kind.unwrap_or_default(), fact, registry);
    if let Some(degree) = fact.degree.filter(|degree| degree.low() < 1.0) {
        // A full stop would stand between the sentence and its number.
        sentence.truncate(sentence.trim_end_matches('.').len());
        sentence.push_str(": ");
        sentence.push_str(&number::bounds(
            f64::from(degree.low()),
            f64::from(degree.high()),
            page.glyphs,
        ));
    }
    if let Some(gate) = fact.gate.filter(|gate| *gate != Gate::Met) {
        sentence.push_str(" (essential, ");
        sentence.push_str(words::gate(gate));
        sentence.push(')');
    }
    sentence
}

/// A finding as a sentence in the words of its kind.
pub(crate) fn plain(kind: &str, fact: &Fact, registry: &Registry) -> String {
    let template = registry.get(kind).and_then(|kind| kind.info().words_for(&fact.code));
    template.map_or_else(|| without_words(fact), |template| filled(template, &fact.values))
}

/// The findings of a criterion, those that tell most first: what is essential and not met, then what is lost most by.
pub(crate) fn by_weight(node: &Node) -> Vec<&Fact> {
    sorted(node.facts.iter().collect())
}

/// Findings, those that tell most first.
pub(crate) fn sorted(mut facts: Vec<&Fact>) -> Vec<&Fact> {
    let unmet = |fact: &Fact| Reverse(fact.gate.filter(|gate| *gate != Gate::Met));
    facts.sort_by(|one, other| {
        unmet(one).cmp(&unmet(other)).then(lost(other).total_cmp(&lost(one)))
    });
    facts
}

/// How much of its criterion an item leaves unmet, halfway between its bounds.
fn lost(fact: &Fact) -> f64 {
    let share = fact.share.unwrap_or(1.0);
    fact.degree.map_or(0.0, |degree| share * (1.0 - f64::from(degree.low() + degree.high()) / 2.0))
}

/// A template with its `{name}`s replaced by values; what has no value is not stated.
pub(crate) fn filled(template: &str, values: &NamedValues) -> String {
    replaced(template, |name| {
        values.get(name).map_or_else(|| words::NOT_STATED.to_owned(), number::value)
    })
}

/// A template with its `{name}`s replaced by what is said for each.
pub(crate) fn replaced(template: &str, say: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        text.push_str(&say(name));
        rest = after;
    }
    text + rest
}

/// A finding whose kind brings no words for it: its code and values.
fn without_words(fact: &Fact) -> String {
    let code = fact.code.replace('-', " ");
    if fact.values.is_empty() {
        return code;
    }
    let values: Vec<String> = fact
        .values
        .iter()
        .map(|(name, value)| format!("{name} {}", number::value(value)))
        .collect();
    format!("{code}: {}", values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_scoring::Degree;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        let values = Fact::new("short").value("skill", "Writing").value("asked", 3.5).values;
        assert_eq!(filled(template, &values), expected);
    }

    #[test]
    fn templates_take_the_values_of_facts() {
        check("{skill}: level {asked} is asked", "Writing: level 3.5 is asked");
        check("{skill}: level {has} is held", "Writing: level not stated is held");
        check("nothing to fill", "nothing to fill");
        check("an open { stays", "an open { stays");
        check("", "");
    }

    #[test]
    fn a_code_without_words_is_told_with_its_values() {
        let fact = Fact::new("not-listed").value("skill", "Writing").value("asked", 3);
        assert_eq!(without_words(&fact), "not listed: asked 3, skill Writing");
        assert_eq!(without_words(&Fact::new("all-met")), "all met");
    }

    #[test]
    fn what_is_essential_and_unmet_comes_first_and_then_what_is_lost_most_by() {
        let facts = vec![
            Fact::new("full").degree(Degree::FULL).share(0.5),
            Fact::new("little").degree(Degree::NONE).share(0.1),
            Fact::new("much").degree(Degree::NONE).share(0.4),
            Fact::new("must").degree(Degree::FULL).share(0.0).gate(Gate::Open),
            Fact::new("met").degree(Degree::FULL).share(0.1).gate(Gate::Met),
            Fact::new("blocking").degree(Degree::NONE).gate(Gate::Unmet),
        ];
        let node: Node = serde_json::from_value(serde_json::json!({
            "code": "skills", "baseline": 0.0, "value": {"low": 0.0, "high": 1.0, "point": 0.5},
            "contribution": {"low": 0.0, "high": 0.0, "point": 0.0}, "weight": 1.0,
            "facts": facts, "children": [],
        }))
        .unwrap();
        let codes: Vec<&str> = by_weight(&node).iter().map(|fact| &*fact.code).collect();
        assert_eq!(codes, ["blocking", "must", "much", "little", "full", "met"]);
    }
}
