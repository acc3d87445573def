//! Findings of criteria, sorted by what they come to and put into words.

use super::{Teller, kind};
use crate::{fact, words};
use mutualfit_domain::Side;
use mutualfit_scoring::{Fact, Gate, Node, Said};
use serde_json::Value;

/// What findings come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Met, or so near that it makes no difference.
    Good,
    /// Short of what is asked.
    Short,
    /// Not known.
    Open,
}

/// Findings of one code, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) state: State,
    pub(super) text: String,
    /// What to ask about it; empty where there is nothing to ask.
    pub(super) question: String,
    pub(super) gate: Option<Gate>,
}

impl State {
    fn of(fact: &Fact) -> Self {
        let bounds = fact.degree.map(|degree| (degree.low(), degree.high()));
        match (bounds, fact.gate) {
            (Some((low, high)), _) if low >= 1.0 || (high >= 1.0 && low >= 0.75) => Self::Good,
            (Some((_, high)), _) if high < 1.0 => Self::Short,
            (Some(_), _) | (None, Some(Gate::Open)) => Self::Open,
            (None, Some(Gate::Unmet)) => Self::Short,
            (None, _) => Self::Good,
        }
    }
}

impl<'t> Teller<'t> {
    /// What a criterion found, what tells most first.
    pub(super) fn told(&self, node: &'t Node) -> Vec<Told> {
        let is_unanswered = node.answered == Some(Said::Unstated);
        let mut told = self.told_of(kind(node), node.facts.iter().collect());
        for told in told.iter_mut().filter(|_| is_unanswered) {
            told.state = State::Open;
        }
        told
    }

    /// What a kind of criterion found.
    pub(super) fn told_of(&self, kind: &str, facts: Vec<&'t Fact>) -> Vec<Told> {
        let (parts, findings): (Vec<&Fact>, Vec<&Fact>) =
            fact::sorted(facts).into_iter().partition(|fact| is_part(kind, fact));
        // Of several ways to have it, the one that counts.
        let counted: Vec<&Fact> = findings
            .iter()
            .copied()
            .filter(|fact| {
                fact.share != Some(0.0) || fact.gate.is_some_and(|gate| gate != Gate::Met)
            })
            .filter(|fact| fact.code != "alternatives" && fact.code != "elsewhere")
            .collect();
        let mut groups: Vec<Vec<&Fact>> = Vec::new();
        for fact in counted {
            let alike = |group: &&mut Vec<&Fact>| {
                group.first().is_some_and(|first| {
                    first.code == fact.code
                        && first.gate.unwrap_or(Gate::Met) == fact.gate.unwrap_or(Gate::Met)
                        && State::of(first) == State::of(fact)
                })
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.push(fact),
                None => groups.push(vec![fact]),
            }
        }
        groups.into_iter().filter_map(|group| self.group(kind, &group, &parts)).collect()
    }

    fn group(&self, kind: &str, facts: &[&'t Fact], parts: &[&Fact]) -> Option<Told> {
        let first = *facts.first()?;
        let known = words::finding(kind, &first.code);
        let values: Vec<Values<'_>> = facts.iter().map(|fact| self.values(fact)).collect();
        let mut text = match (known, self.reader) {
            (Some(finding), Side::Role) => listed(finding.to_role, &values),
            (Some(finding), Side::Candidate) => listed(finding.to_candidate, &values),
            (None, _) => {
                let sentence = |fact: &&Fact| fact::plain(kind, fact, self.registry);
                facts.iter().map(sentence).collect::<Vec<_>>().join(" ")
            }
        };
        let names = short_parts(kind, first, parts);
        if !names.is_empty() {
            text = format!("{} ({}).", text.trim_end_matches('.'), names.join(", "));
        }
        let mut question =
            known.map(|finding| listed(finding.question, &values)).unwrap_or_default();
        let state = State::of(first);
        if question.is_empty() && state == State::Open && self.reader == Side::Candidate {
            question =
                words::facet(kind).map(|facet| facet.question.to_owned()).unwrap_or_default();
        }
        Some(Told { state, text, question, gate: first.gate })
    }

    fn values(&self, fact: &Fact) -> Values<'_> {
        let goal = fact.asked.as_ref().and_then(|pointer| {
            let goals = self.candidate?.aspirations.as_ref()?.goals.as_deref()?;
            let place = pointer.as_str().strip_prefix("/aspirations/goals/")?;
            goals.get(place.split('/').next()?.parse::<usize>().ok()?)
        });
        Values {
            values: fact.values.clone().into_iter().collect(),
            goal: goal.map(|goal| goal.statement.as_str()),
        }
    }
}

/// The values of a finding.
struct Values<'v> {
    values: Vec<(String, Value)>,
    goal: Option<&'v str>,
}

impl Values<'_> {
    fn fill(&self, template: &str) -> String {
        fact::replaced(template, |name| {
            if name == "goal" {
                return self
                    .goal
                    .map_or_else(|| words::say("aspirations-goal", &[]), words::printable);
            }
            let value = self.values.iter().find(|(known, _)| known == name);
            value.map_or_else(
                || words::NOT_STATED.to_owned(),
                |(_, value)| words::value(name, value),
            )
        })
    }
}

/// A template with what stands in `[…]` said once for each of these.
fn listed(template: &str, values: &[Values<'_>]) -> String {
    let Some(first) = values.first() else { return String::new() };
    let parts = template.split_once('[').and_then(|(before, rest)| {
        let (item, after) = rest.split_once(']')?;
        Some((before, item, after))
    });
    let Some((before, item, after)) = parts else { return first.fill(template) };
    let mut items: Vec<String> = Vec::new();
    for values in values {
        let item = values.fill(item);
        if !items.contains(&item) {
            items.push(item);
        }
    }
    format!("{}{}{}", first.fill(before), words::row(&items), first.fill(after))
}

/// Whether a finding is about a part of a need, and not about the need itself.
fn is_part(kind: &str, fact: &Fact) -> bool {
    fact.share.is_none() && words::part(kind, &fact.code).is_some()
}

/// The parts of a need that are not met in full, of the way to have it that a finding is about.
fn short_parts(kind: &str, fact: &Fact, parts: &[&Fact]) -> Vec<&'static str> {
    let Some(option) = fact.asked.as_ref().filter(|_| State::of(fact) != State::Good) else {
        return Vec::new();
    };
    let belongs = |part: &&&Fact| {
        part.asked
            .as_ref()
            .is_none_or(|asked| asked.is_under(option) || !asked.as_str().contains("/options/"))
    };
    let is_short = |part: &&&Fact| part.degree.is_some_and(|degree| degree.low() < 1.0);
    let names = parts.iter().filter(belongs).filter(is_short);
    let mut names: Vec<&str> = names.filter_map(|part| words::part(kind, &part.code)).collect();
    names.sort_unstable();
    names.dedup();
    names
}
