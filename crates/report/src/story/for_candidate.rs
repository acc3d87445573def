//! What a candidate is told.

use super::{Line, Measure, Section, State, Teller, facets, kind};
use crate::words::{self, say};
use mutualfit_domain::{Role, Side};
use mutualfit_scoring::{GrowthCode, Node, Said};

/// The sections of a story for the candidate, in the order in which they are read.
pub(super) fn sections(teller: &Teller<'_>) -> Vec<Section> {
    let teller = ForCandidate { teller };
    let mut sections = vec![
        Section::of("days", teller.teller.days(), || say("days-none", &[])),
        Section::of("wishes", teller.wishes(), || say("wishes-none", &[])),
        Section::of("aspirations", teller.aspirations(), || say("aspirations-none", &[])),
        Section::of("asked", teller.asked(), || say("asked-none", &[])),
        Section::of("unsaid", teller.unsaid(), || say("unsaid-none", &[])),
        Section::of("questions", teller.questions(), || say("questions-none", &[])),
    ];
    if let Some(change) = &teller.teller.view.least_change {
        sections.push(Section::of("change", teller.teller.change(change), String::new));
    }
    sections
}

/// What a role does not say of what a candidate should hear before anything is agreed.
fn unsaid(role: &Role) -> Vec<&'static str> {
    let said = role.stated_topics();
    words::PREVIEW.iter().copied().filter(|topic| !said.contains(topic)).collect()
}

impl Teller<'_> {
    /// What a role does not say, apart from what the candidate is told to have asked about already.
    pub(super) fn unsaid(&self) -> Vec<&'static str> {
        let nodes = self.entries(Side::Candidate).into_iter();
        let facts = nodes.filter(|node| kind(node) == "transparency").flat_map(|node| &node.facts);
        let told: Vec<&str> = facts.filter_map(|fact| fact.values.get("topic")?.as_str()).collect();
        let mut unsaid = unsaid(self.role);
        unsaid.retain(|topic| !told.contains(topic));
        unsaid
    }
}

/// The kinds that are about where a candidate wants to go.
const DIRECTION: [&str; 2] = ["career-direction", "growth"];

struct ForCandidate<'c, 't> {
    teller: &'c Teller<'t>,
}

impl<'t> ForCandidate<'_, 't> {
    fn wishes(&self) -> Vec<Line> {
        let wishes = self.teller.entries(Side::Candidate).into_iter();
        let wishes: Vec<&Node> = wishes.filter(|node| !DIRECTION.contains(&kind(node))).collect();
        let (unsaid, said): (Vec<&Node>, Vec<&Node>) =
            wishes.into_iter().partition(|node| node.asked == Some(Said::Unstated));
        let mut lines: Vec<Line> = said.into_iter().map(|node| self.wish(node)).collect();
        if !unsaid.is_empty() && !lines.is_empty() {
            let text = say("wishes-unsaid", &[("facets", &facets(unsaid.into_iter().map(kind)))]);
            lines.push(Line::of(text));
        }
        lines
    }

    /// How one wish is met, with all that was found.
    fn wish(&self, node: &'t Node) -> Line {
        let told: Vec<String> = self.teller.told(node).into_iter().map(|told| told.text).collect();
        let text = if told.is_empty() && node.answered == Some(Said::Unstated) {
            say("wishes-unanswered", &[])
        } else {
            told.join(" ")
        };
        Line {
            measure: Some(Measure::Score(node.value)),
            ..Line::labelled(words::facet_title(kind(node)), text)
        }
    }

    fn aspirations(&self) -> Vec<Line> {
        let wishes = self.teller.entries(Side::Candidate).into_iter();
        let wishes = wishes.filter(|node| DIRECTION.contains(&kind(node)));
        let wishes = wishes.filter(|node| node.asked != Some(Said::Unstated));
        let mut lines: Vec<Line> = wishes.map(|node| self.wish(node)).collect();
        let concepts = |chosen: &dyn Fn(&mutualfit_scoring::GrowthLink) -> bool| {
            let links = self.teller.view.growth.iter().filter(|link| chosen(link));
            let mut names: Vec<String> =
                links.map(|link| words::printable(&link.concept)).collect();
            names.dedup();
            words::row(&names)
        };
        let closes = concepts(&|link| link.closes.is_some());
        if !closes.is_empty() {
            let text = say("aspirations-closes", &[("concepts", &closes)]);
            lines.push(Line::labelled(words::facet_title("growth"), text));
        }
        let brings = concepts(&|link| link.code == GrowthCode::Brings);
        if !brings.is_empty() {
            let text = say("aspirations-brings", &[("concepts", &brings)]);
            lines.push(Line::labelled(say("aspirations-brings-label", &[]), text));
        }
        lines
    }

    /// Conditions that are not met, what falls short of what the role asks, and what meets it.
    fn asked(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = self.teller.conditions();
        // That they are met is told with everything else that is met.
        lines.retain(|line| line.label.is_some());
        let mut met: Vec<&str> = Vec::new();
        for node in self.teller.entries(Side::Role) {
            let told = self.teller.told(node);
            let title = words::facet_title(kind(node));
            let is_told = lines.iter().any(|line| line.label.as_deref() == Some(&title));
            let short: Vec<String> = told
                .iter()
                .filter(|told| told.state == State::Short)
                .map(|told| told.text.clone())
                .collect();
            if told.iter().all(|told| told.state == State::Good) && !told.is_empty() {
                met.push(kind(node));
            } else if !short.is_empty() && !is_told {
                lines.push(Line::labelled(title, short.join(" ")));
            }
        }
        if !met.is_empty() {
            lines.push(Line::of(say("asked-met", &[("facets", &facets(met))])));
        }
        lines
    }

    fn unsaid(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for node in self.teller.entries(Side::Candidate) {
            let told = self.teller.told(node).into_iter();
            let open = told.filter(|told| {
                told.state == State::Open
                    || kind(node) == "transparency" && told.state != State::Good
            });
            let mut text: Vec<String> = open.map(|told| told.text).collect();
            if node.answered == Some(Said::Unstated)
                && node.asked == Some(Said::Stated)
                && text.is_empty()
            {
                text.push(say("wishes-unanswered", &[]));
            }
            if !text.is_empty() {
                lines.push(Line::labelled(words::facet_title(kind(node)), text.join(" ")));
            }
        }
        let unsaid = self.teller.unsaid();
        if !unsaid.is_empty() {
            let text = say("unsaid-facets", &[("facets", &facets(unsaid))]);
            lines.push(Line::labelled(say("unsaid-facets-label", &[]), text));
        }
        lines
    }

    /// What to ask, what widens the score most first; then what to be ready to say.
    fn questions(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut asked: Vec<&str> = Vec::new();
        let mut nodes = self.teller.entries(Side::Candidate);
        let place = |node: &Node| {
            let mut unknown = self.teller.view.unknown.iter();
            unknown.position(|unknown| unknown.criterion == node.code).unwrap_or(usize::MAX)
        };
        nodes.sort_by_key(|node| place(node));
        for node in nodes {
            let told = self.teller.told(node).into_iter();
            let worth = told.filter(|told| {
                told.state == State::Open || kind(node) == "transparency" || kind(node) == "pay"
            });
            let mut questions: Vec<String> =
                worth.map(|told| told.question).filter(|it| !it.is_empty()).collect();
            let is_silent = node.answered == Some(Said::Unstated) && node.weight.get() > 0.0;
            if let (true, true, Some(facet)) =
                (questions.is_empty(), is_silent, words::facet(kind(node)))
            {
                questions.push(facet.question.to_owned());
            }
            if !questions.is_empty() {
                asked.push(kind(node));
                lines.push(Line::labelled(words::facet_title(kind(node)), questions.join(" ")));
            }
        }
        for topic in self.teller.unsaid() {
            if let (false, Some(facet)) = (asked.contains(&topic), words::facet(topic)) {
                lines.push(Line::labelled(facet.title.to_owned(), facet.question.to_owned()));
            }
        }
        let open = self.teller.entries(Side::Role).into_iter();
        let open = open.flat_map(|node| self.teller.told(node));
        let open = open.filter(|told| told.state == State::Open).map(|told| told.question);
        let open: Vec<String> = open.filter(|question| !question.is_empty()).collect();
        if !open.is_empty() {
            let label = say("be-ready-label", &[]);
            lines.push(Line { details: open, ..Line::of(label) });
        }
        lines
    }
}
