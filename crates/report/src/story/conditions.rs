//! What is essential to either side, and who can open it.

use super::{Line, State, Teller, facets, gate_code, kind};
use crate::words::{self, say};
use mutualfit_domain::Side;
use mutualfit_scoring::{Gate, Node};

impl<'t> Teller<'t> {
    /// What is essential and not met, with who can open it; what is met in one line.
    pub(super) fn conditions(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut met: Vec<&str> = Vec::new();
        for owner in [self.reader, words::other(self.reader)] {
            for node in self.entries(owner) {
                match node.gate {
                    None => {}
                    Some(Gate::Met) => met.push(kind(node)),
                    Some(gate) => lines.push(self.condition(owner, node, gate)),
                }
            }
            for fact in self.kept(owner) {
                let Some(gate) = fact.gate.filter(|_| fact.code.starts_with("kept-")) else {
                    continue;
                };
                let title = words::facet_title(fact.kind.as_deref().unwrap_or_default());
                let details = vec![self.opens(owner, gate, false)];
                lines.push(Line { details, ..Line::labelled(title, self.whose(owner, gate)) });
            }
        }
        lines.sort_by_key(|line| {
            line.text != self.whose(self.reader, Gate::Unmet)
                && line.text != self.whose(words::other(self.reader), Gate::Unmet)
        });
        if !met.is_empty() {
            lines.push(Line::of(say("conditions-met", &[("facets", &facets(met))])));
        }
        lines
    }

    fn condition(&self, owner: Side, node: &'t Node, gate: Gate) -> Line {
        let told = self.told(node).into_iter();
        let items = told.filter(|told| told.gate.is_some_and(|gate| gate != Gate::Met));
        let mut details: Vec<String> = items.map(|told| told.text).collect();
        if details.is_empty() {
            let short = self.told(node).into_iter().filter(|told| told.state != State::Good);
            details = short.map(|told| told.text).collect();
        }
        details.push(self.opens(owner, gate, node.negotiable == Some(true)));
        let title = words::facet_title(kind(node));
        Line { details, ..Line::labelled(title, self.whose(owner, gate)) }
    }

    fn whose(&self, owner: Side, gate: Gate) -> String {
        self.own_say(&format!("{}-{}", self.own_or_their(owner), gate_code(gate)), &[])
    }

    fn opens(&self, owner: Side, gate: Gate, negotiable: bool) -> String {
        let how = if negotiable { "talk" } else { gate_code(gate) };
        self.own_say(&format!("opens-{}-{how}", self.own_or_their(owner)), &[])
    }

    fn own_or_their(&self, owner: Side) -> &'static str {
        if owner == self.reader { "own" } else { "their" }
    }
}
