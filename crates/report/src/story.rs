//! A result told to one of the two sides: sections in plain words, which every format renders alike.

mod change;
mod conditions;
mod days;
mod for_candidate;
mod for_role;
mod sums;
mod told;

use self::told::State;
use crate::words::{self, say};
use mutualfit_domain::{Candidate, Role, Side};
use mutualfit_scoring::{Explanation, Fact, Gate, KEPT, Node, Reader, Registry, Score};
use serde_json::Value;

/// The documents that a result is told from, beside the explanation.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'p> {
    /// The role.
    pub role: &'p Role,
    /// The candidate, whose goals are named to the candidate alone; not read for any other reader.
    pub candidate: Option<&'p Candidate>,
}

/// A result as it is told to the role or to the candidate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Story {
    pub(crate) title: String,
    /// For whom it is written.
    pub(crate) reader: String,
    pub(crate) outcome: String,
    /// The two sides and both together.
    pub(crate) scores: Vec<(String, Score)>,
    /// Why some scores are shown in fifths; absent where none is.
    pub(crate) note: Option<String>,
    pub(crate) sections: Vec<Section>,
}

/// A part of a story.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Section {
    /// What part it is, such as `speaks`.
    pub(crate) code: &'static str,
    pub(crate) heading: String,
    pub(crate) lines: Vec<Line>,
}

/// A line of a section.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// What it is about, in a word or two.
    pub(crate) label: Option<String>,
    /// A number to be drawn as a bar.
    pub(crate) measure: Option<Measure>,
    /// What there is to say; may be empty beside a measure.
    pub(crate) text: String,
    /// What belongs to it.
    pub(crate) details: Vec<String>,
}

/// A number to be drawn as a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Measure {
    /// How far something is met.
    Score(Score),
    /// What part of the time something takes.
    Share(f64),
}

impl Line {
    fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    fn labelled(label: String, text: String) -> Self {
        Self { label: Some(label), text, ..Self::default() }
    }
}

impl Section {
    /// A section of these lines, or of the one that says that there are none.
    fn of(code: &'static str, mut lines: Vec<Line>, none: impl FnOnce() -> String) -> Self {
        if lines.is_empty() {
            lines.push(Line::of(none()));
        }
        Self { code, heading: say(code, &[]), lines }
    }
}

impl Story {
    /// What an explanation that is written for the role or the candidate tells them; an auditor's is told as to the
    /// candidate, who sees as much.
    pub(crate) fn of(view: &Explanation, papers: Papers<'_>, registry: &Registry) -> Self {
        let teller = Teller::new(view, papers, registry);
        let mut sections = match teller.reader {
            Side::Role => for_role::sections(&teller),
            Side::Candidate => for_candidate::sections(&teller),
        };
        let sums = teller.sums();
        if !sums.is_empty() {
            sections.push(Section::of(SUMS, sums, String::new));
        }
        let (role, candidate) =
            (words::printable(papers.role.title.as_str()), view.candidate.as_str());
        let values = [("role", role.as_str()), ("candidate", candidate)];
        let tree = &view.explanation;
        let sides = [("role", 0), ("candidate", 1)].into_iter().filter_map(|(side, place)| {
            Some((teller.own_say(&format!("score-{side}"), &[]), tree.children.get(place)?.value))
        });
        let scores: Vec<(String, Score)> =
            sides.chain([(say("score-both", &[]), tree.value)]).collect();
        Self {
            title: teller.own_say("title", &values),
            reader: teller.own_say("reader", &[]),
            outcome: teller.own_say(&format!("outcome-{}", gate_code(view.gate)), &[]),
            note: scores.iter().any(|(_, score)| score.banded).then(|| say("banded", &[])),
            scores,
            sections,
        }
    }
}

fn gate_code(gate: Gate) -> &'static str {
    match gate {
        Gate::Met => "met",
        Gate::Open => "open",
        Gate::Unmet => "unmet",
    }
}

/// The section that shows how the numbers add up.
pub(crate) const SUMS: &str = "sums";

/// What everything is told from.
pub(crate) struct Teller<'t> {
    pub(crate) view: &'t Explanation,
    pub(crate) role: &'t Role,
    pub(crate) candidate: Option<&'t Candidate>,
    pub(crate) registry: &'t Registry,
    /// What the role asks for, as JSON.
    pub(crate) requirements: Value,
    /// To whom.
    pub(crate) reader: Side,
}

impl<'t> Teller<'t> {
    fn new(view: &'t Explanation, papers: Papers<'t>, registry: &'t Registry) -> Self {
        let reader = match view.reader {
            Reader::Role => Side::Role,
            Reader::Candidate | Reader::Auditor => Side::Candidate,
        };
        let candidate = papers.candidate.filter(|_| reader == Side::Candidate);
        let requirements = serde_json::to_value(&papers.role.requirements).unwrap_or_default();
        Self { view, role: papers.role, candidate, registry, requirements, reader }
    }

    /// The sentence of a code, as it is said to this reader.
    fn own_say(&self, code: &str, values: &[(&str, &str)]) -> String {
        let whose = match self.reader {
            Side::Role => "role",
            Side::Candidate => "candidate",
        };
        say(&format!("{whose}-{code}"), values)
    }

    /// The criteria of a side that the reader sees one by one and that count, the heaviest first.
    fn entries(&self, side: Side) -> Vec<&'t Node> {
        let children = self.side(side).map(|node| node.children.as_slice()).unwrap_or_default();
        let mut entries: Vec<&Node> = children
            .iter()
            .filter(|node| node.kind.is_some())
            .filter(|node| node.weight.get() > 0.0 || node.gate.is_some())
            .collect();
        entries.sort_by(|one, other| other.weight.get().total_cmp(&one.weight.get()));
        entries
    }

    /// What is told of that which is kept on a side.
    fn kept(&self, side: Side) -> Vec<&'t Fact> {
        let children = self.side(side).map(|node| node.children.as_slice()).unwrap_or_default();
        let kept = children.iter().filter(|node| node.code == KEPT && node.kind.is_none());
        kept.flat_map(|node| &node.facts).collect()
    }

    fn side(&self, side: Side) -> Option<&'t Node> {
        let place = match side {
            Side::Role => 0,
            Side::Candidate => 1,
        };
        self.view.explanation.children.get(place)
    }

    /// The kind of an entry of the rubric, as far as the reader sees it.
    fn kind_of(&self, criterion: &str) -> String {
        let sides = [Side::Role, Side::Candidate];
        let seen = sides.into_iter().filter_map(|side| self.side(side));
        let seen = seen.flat_map(|side| &side.children).find(|node| node.code == criterion);
        let kept = sides.into_iter().flat_map(|side| self.kept(side));
        let kept = kept.into_iter().find(|fact| fact.criterion.as_deref() == Some(criterion));
        seen.and_then(|node| node.kind.clone())
            .or_else(|| kept.and_then(|fact| fact.kind.clone()))
            .unwrap_or_else(|| criterion.to_owned())
    }
}

/// The kind that an entry is about.
fn kind(node: &Node) -> &str {
    node.kind.as_deref().unwrap_or(&node.code)
}

/// Facets in a row, each but once.
fn facets(kinds: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut names: Vec<String> = Vec::new();
    for kind in kinds {
        let name = words::facet_within(kind.as_ref());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words::row(&names)
}

/// The same text, beginning with a capital.
fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}
