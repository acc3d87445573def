//! The least that would change a score, in words.

use super::{Line, Teller};
use crate::{fact, number, words};
use mutualfit_domain::{Pointer, Side};
use mutualfit_scoring::{LeastChange, Party, Step, WAIVE, Way};
use serde_json::Value;
use words::say;

impl Teller<'_> {
    /// What the reader could change, and what is worth talking about.
    pub(super) fn change(&self, change: &LeastChange) -> Vec<Line> {
        let target = number::two(change.target.get());
        let target = [("target", target.as_str())];
        let mut lines = Vec::new();
        if change.ways.is_empty() {
            lines.push(Line::of(say("change-there", &target)));
        }
        for (place, way) in change.ways.iter().enumerate() {
            let is_new = change.ways.iter().take(place).all(|other| other.steps != way.steps);
            if is_new {
                lines.extend(self.way(way, &target));
            }
        }
        if !change.talk.is_empty() {
            let kinds = change.talk.iter().map(|facet| self.kind_of(&facet.criterion));
            let text = format!("{}.", super::capital(&super::facets(kinds)));
            lines.push(Line::labelled(say("change-talk", &[]), text));
        }
        lines.push(Line::of(say("change-caution", &[])));
        lines
    }

    fn way(&self, way: &Way, target: &[(&str, &str)]) -> Option<Line> {
        let label = (way.by == Party::Both).then(|| say("change-both", &[]));
        let text = match (way.reached, way.takes_more, way.steps.is_empty()) {
            (true, false, true) => return None,
            (true, false, false) => say("change-reached", target),
            (true, true, true) => say("change-reached-by-talking", target),
            (true, true, false) => say("change-reached-with-talking", target),
            (false, false, true) => say("change-nothing", target),
            (false, false, false) => say("change-not-enough", target),
            (false, true, false) => say("change-not-enough-with-talking", target),
            (false, true, true) => say("change-not-enough-by-talking", target),
        };
        let mut details: Vec<String> = way.steps.iter().map(|step| self.step(step)).collect();
        if !details.is_empty() {
            let after = &way.after.mutual;
            let score = after.point.map_or_else(
                || format!("{:.1}{}{:.1}", after.low.get(), words::TO, after.high.get()),
                |point| number::two(point.get()),
            );
            details.push(say("change-after", &[("score", &score)]));
        }
        Some(Line { label, details, ..Line::of(text) })
    }

    fn step(&self, step: &Step) -> String {
        let title = words::facet_title(&step.kind);
        let sentence = if step.code == WAIVE {
            let what = step.asked.as_ref().and_then(|pointer| self.named(step.side, pointer));
            let what = what.unwrap_or_else(|| words::facet_within(&step.kind));
            match step.side {
                Side::Role => say("change-waive-role", &[("what", &what)]),
                Side::Candidate => say("change-waive-candidate", &[("what", &what)]),
            }
        } else {
            let kind = self.registry.get(&step.kind);
            let template = kind.and_then(|kind| kind.info().words_for(&step.code));
            template.map_or_else(
                || words::sentence(&words::spoken(&step.code)),
                |template| {
                    fact::replaced(template, |name| {
                        step.values.get(name).map_or_else(
                            || words::NOT_STATED.to_owned(),
                            |value| words::value(name, value),
                        )
                    })
                },
            )
        };
        format!("{title}: {sentence}")
    }

    /// What an item of a document is called.
    fn named(&self, side: Side, pointer: &Pointer) -> Option<String> {
        let document = match side {
            Side::Role => serde_json::to_value(self.role).ok()?,
            Side::Candidate => serde_json::to_value(self.candidate?).ok()?,
        };
        let item = document.pointer(pointer.as_str())?;
        let label = item.pointer("/concept/label").and_then(Value::as_str).map(words::printable);
        let coded = |name: &str| item.get(name).map(|value| words::value(name, value));
        label.or_else(|| coded("language")).or_else(|| coded("country")).or_else(|| coded("kind"))
    }
}
