//! What whoever hires is told.

use super::{Line, Section, State, Teller, facets, kind, told::Told};
use crate::words::{self, say};
use mutualfit_domain::Side;
use mutualfit_scoring::{Fact, Gate, GrowthCode, GrowthLink, Node, Said};

/// The sections of a story for the role, in the order in which they are read.
pub(super) fn sections(teller: &Teller<'_>) -> Vec<Section> {
    let teller = ForRole { teller };
    vec![
        Section::of("speaks", teller.speaks(), || say("speaks-none", &[])),
        Section::of("limits", teller.limits(), || say("limits-none", &[])),
        Section::of("conditions", teller.teller.conditions(), || say("conditions-none", &[])),
        Section::of("ours", teller.ours(), || say("ours-none", &[])),
        Section::of("tell", teller.tell(), || say("tell-none", &[])),
        Section::of("ask", teller.ask(), || say("ask-none", &[])),
    ]
}

const SIDES: [Side; 2] = [Side::Role, Side::Candidate];

struct ForRole<'r, 't> {
    teller: &'r Teller<'t>,
}

impl ForRole<'_, '_> {
    fn speaks(&self) -> Vec<Line> {
        let mut lines = self.of_state(State::Good);
        lines.extend(self.growth());
        lines.extend(self.kept(&["kept-met"]));
        lines
    }

    fn limits(&self) -> Vec<Line> {
        let mut lines = self.of_state(State::Short);
        lines.extend(self.kept(&["kept-partly", "kept-not-met"]));
        lines
    }

    /// What is found of a state on both sides, a line a criterion.
    fn of_state(&self, state: State) -> Vec<Line> {
        let mut lines = Vec::new();
        for side in SIDES {
            for node in self.teller.entries(side) {
                let told = self.teller.told(node).into_iter().filter(|told| told.state == state);
                lines.extend(line(kind(node), told));
            }
            // What is shared of an entry that also keeps something stands in the node of what is kept.
            lines.extend(self.shared_beside_kept(side, state));
        }
        lines
    }

    fn shared_beside_kept(&self, side: Side, state: State) -> Vec<Line> {
        let facts = self.teller.kept(side).into_iter();
        let mut by_kind: Vec<(&str, Vec<&Fact>)> = Vec::new();
        for fact in facts.filter(|fact| !fact.code.starts_with("kept-")) {
            let kind = fact.kind.as_deref().unwrap_or_default();
            match by_kind.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, facts)) => facts.push(fact),
                None => by_kind.push((kind, vec![fact])),
            }
        }
        let told = by_kind.into_iter().filter_map(|(kind, facts)| {
            let told = self.teller.told_of(kind, facts).into_iter();
            line(kind, told.filter(|told| told.state == state))
        });
        told.collect()
    }

    fn growth(&self) -> Vec<Line> {
        let links = &self.teller.view.growth;
        let concepts = |chosen: &dyn Fn(&GrowthLink) -> bool| -> String {
            let mut names: Vec<String> = Vec::new();
            for link in links.iter().filter(|link| chosen(link)) {
                let name = words::printable(&link.concept);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            words::row(&names)
        };
        let told_already = self.teller.entries(Side::Candidate);
        let told_already = told_already.iter().any(|node| kind(node) == "growth");
        let brings = concepts(&|link| link.code == GrowthCode::Brings);
        let learns = concepts(&|link| link.code == GrowthCode::Learns && !told_already);
        let closes = concepts(&|link| link.closes.is_some());
        let mut lines = Vec::new();
        let title = words::facet_title("growth");
        if !learns.is_empty() {
            lines.push(Line::labelled(title.clone(), say("learns", &[("concepts", &learns)])));
        }
        if !closes.is_empty() {
            lines.push(Line::labelled(title, say("closes", &[("concepts", &closes)])));
        }
        if !brings.is_empty() {
            let text = say("brings", &[("concepts", &brings)]);
            lines.push(Line::labelled(say("brings-label", &[]), text));
        }
        lines
    }

    /// What is kept and how it is met, by these codes.
    fn kept(&self, codes: &[&str]) -> Vec<Line> {
        let facts: Vec<&Fact> = SIDES.into_iter().flat_map(|side| self.teller.kept(side)).collect();
        let line = |code: &&str| {
            let kinds = facts.iter().filter(|fact| fact.code == **code);
            let kinds: Vec<&str> = kinds.filter_map(|fact| fact.kind.as_deref()).collect();
            let text = say(code, &[("facets", &facets(&kinds))]);
            (!kinds.is_empty()).then(|| Line::of(text))
        };
        codes.iter().filter_map(line).collect()
    }

    fn ours(&self) -> Vec<Line> {
        if let Some(change) = &self.teller.view.least_change {
            return self.teller.change(change);
        }
        let mut lines = Vec::new();
        let unmet = self.teller.entries(Side::Role).into_iter();
        let unmet: Vec<&str> =
            unmet.filter(|node| node.gate == Some(Gate::Unmet)).map(kind).collect();
        if !unmet.is_empty() {
            lines.push(Line::of(say("ours-condition", &[("facets", &facets(unmet))])));
        }
        let is_short =
            |node: &&Node| self.teller.told(node).iter().any(|it| it.state == State::Short);
        let wishes = self.teller.entries(Side::Candidate);
        let short: Vec<&str> =
            wishes.iter().copied().filter(|node| is_short(node)).map(kind).collect();
        if !short.is_empty() {
            lines.push(Line::of(say("ours-offer", &[("facets", &facets(short))])));
        }
        let kept = self.teller.kept(Side::Candidate).into_iter();
        let kept = kept.filter(|fact| ["kept-partly", "kept-not-met"].contains(&&*fact.code));
        let kept: Vec<&str> = kept.filter_map(|fact| fact.kind.as_deref()).collect();
        if !kept.is_empty() {
            lines.push(Line::of(say("ours-kept", &[("facets", &facets(kept))])));
        }
        lines
    }

    fn tell(&self) -> Vec<Line> {
        let mut lines = self.teller.challenges(None);
        for node in self.teller.entries(Side::Candidate) {
            let told = self.teller.told(node).into_iter();
            let is_untold = |told: &Told| {
                told.state == State::Open
                    || kind(node) == "transparency" && told.state != State::Good
            };
            let text: Vec<String> = told.filter(is_untold).map(|told| told.text).collect();
            if !text.is_empty() {
                let label = words::facet_title(kind(node));
                lines.push(Line::labelled(label, text.join(" ")));
            }
        }
        let unsaid = self.teller.unsaid();
        if !unsaid.is_empty() {
            let text = say("tell-unsaid", &[("facets", &super::capital(&facets(unsaid)))]);
            lines.push(Line::labelled(say("tell-label-unsaid", &[]), text));
        }
        lines
    }

    fn ask(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for node in self.teller.entries(Side::Role) {
            let told = self.teller.told(node).into_iter();
            let questions = told.filter(|told| told.state == State::Open);
            let questions: Vec<String> =
                questions.map(|told| told.question).filter(|it| !it.is_empty()).collect();
            if !questions.is_empty() {
                lines.push(Line::labelled(words::facet_title(kind(node)), questions.join(" ")));
            }
        }
        let wishes = self.teller.entries(Side::Candidate).into_iter();
        let unsaid = wishes.filter(|node| node.asked == Some(Said::Unstated)).map(kind);
        let kept = self.teller.kept(Side::Candidate).into_iter();
        let kept = kept.filter(|fact| fact.code == "kept-not-stated");
        let unsaid: Vec<&str> =
            unsaid.chain(kept.filter_map(|fact| fact.kind.as_deref())).collect();
        if !unsaid.is_empty() {
            let text = say("ask-wishes", &[("facets", &facets(unsaid))]);
            lines.push(Line::labelled(say("ask-wishes-label", &[]), text));
        }
        lines
    }
}

/// A line of what is told of a kind; none of nothing.
fn line(kind: &str, told: impl Iterator<Item = Told>) -> Option<Line> {
    let text: Vec<String> = told.map(|told| told.text).collect();
    (!text.is_empty()).then(|| Line::labelled(words::facet_title(kind), text.join(" ")))
}
