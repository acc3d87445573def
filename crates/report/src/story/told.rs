//! Findings of criteria, sorted by what they come to and put into words.

use super::{Teller, kind};
use crate::{fact, words};
use mutualfit_domain::Side;
use mutualfit_scoring::{Fact, Gate, NamedValues, Node, Said};

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
            (Some((low, _)), _) if low >= 1.0 => Self::Good,
            (Some((low, high)), _) if is_open(&fact.code) && low < high => Self::Open,
            (Some((low, high)), _) if high >= 1.0 && low >= 0.75 => Self::Good,
            (Some((_, high)), _) if high < 1.0 => Self::Short,
            (Some(_), _) | (None, Some(Gate::Open)) => Self::Open,
            (None, Some(Gate::Unmet)) => Self::Short,
            (None, _) => Self::Good,
        }
    }

    /// How much a finding counts among alternatives: the best of them does.
    fn rank(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Open => 1,
            Self::Short => 2,
        }
    }
}

/// Whether a code says that something is not known, however far it would be met at the least.
fn is_open(code: &str) -> bool {
    const OPEN: [&str; 12] = [
        "any-unclear",
        "expiring",
        "held-somewhere",
        "hours-open",
        "level-unknown",
        "not-rated",
        "open",
        "unclear",
        "undated",
        "unlisted",
        "unstated",
        "differing",
    ];
    OPEN.contains(&code) || code.ends_with("-unsaid")
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
        let counted = self.best_alternatives(&counted);
        let mut groups: Vec<Vec<&Fact>> = Vec::new();
        for fact in counted {
            let alike = |group: &&mut Vec<&Fact>| {
                group.first().is_some_and(|first| {
                    first.code == fact.code
                        && self.alternative(first) == self.alternative(fact)
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

    /// Of each group of alternatives those that come nearest.
    fn best_alternatives<'f>(&self, facts: &[&'f Fact]) -> Vec<&'f Fact> {
        let best = |group: &str| {
            let members =
                facts.iter().filter(|fact| self.alternative(fact).as_deref() == Some(group));
            members.map(|fact| State::of(fact).rank()).min()
        };
        let is_best = |fact: &&&Fact| {
            self.alternative(fact).is_none_or(|group| best(&group) == Some(State::of(fact).rank()))
        };
        facts.iter().filter(is_best).copied().collect()
    }

    /// The group of alternatives that the role asks for something within.
    fn alternative(&self, fact: &Fact) -> Option<String> {
        let asked = fact.asked.as_ref()?.as_str().strip_prefix("/requirements/")?;
        let item = self.requirements.pointer(&format!("/{asked}"))?;
        item.get("alternativeGroup")?.as_str().map(str::to_owned)
    }

    fn group(&self, kind: &str, facts: &[&'t Fact], parts: &[&Fact]) -> Option<Told> {
        let first = *facts.first()?;
        let known = words::finding(kind, &first.code);
        let join = if self.alternative(first).is_some() { words::either } else { words::row };
        let values: Vec<Values<'_>> = facts.iter().map(|fact| self.values(fact)).collect();
        let mut text = match (known, self.reader) {
            (Some(finding), Side::Role) => listed(finding.to_role, &values, join),
            (Some(finding), Side::Candidate) => listed(finding.to_candidate, &values, join),
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
            known.map(|finding| listed(finding.question, &values, join)).unwrap_or_default();
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
        Values { values: fact.values.clone(), goal: goal.map(|goal| goal.statement.as_str()) }
    }
}

/// The values of a finding.
struct Values<'v> {
    values: NamedValues,
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
            let value = self.values.get(name);
            value.map_or_else(|| words::NOT_STATED.to_owned(), |value| words::value(name, value))
        })
    }
}

/// A template with what stands in `[…]` said once for each of these.
fn listed(template: &str, values: &[Values<'_>], join: fn(&[String]) -> String) -> String {
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
    format!("{}{}{}", first.fill(before), join(&items), first.fill(after))
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
