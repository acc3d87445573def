//! An explanation as plain text.

use crate::{
    Page, bar, fact, number,
    outline::{ConditionOutline, Outline, Row, SideOutline},
    words,
};
use mutualfit_scoring::{Explanation, Gate, Node, Registry};
use std::fmt::Write as _;

/// How much of an explanation is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The scores, and what is essential and not met.
    Gist,
    /// Also what each criterion adds: a line for each that is not met in full, with the finding that tells most.
    Brief,
    /// Everything.
    Full,
}

/// An explanation as plain text, ending in a line break.
///
/// What the criteria add sums up to what is shown, to the hundredth.
pub fn explanation_text(
    explanation: &Explanation,
    registry: &Registry,
    page: &Page,
    detail: Detail,
) -> String {
    let outline = Outline::of(explanation);
    let writer = Writer { registry, page, detail };
    let mut text = writer.head(explanation, &outline);
    text.push_str(&writer.conditions(&outline));
    if detail != Detail::Gist {
        for side in &outline.sides {
            text.push_str(&writer.side(side));
        }
    }
    text
}

/// What adds to a sum, with its sign, after something; nothing where that is not shown.
fn added(adds: Option<i64>, after: &str) -> String {
    adds.map(|adds| format!("{after}{}", number::signed(adds))).unwrap_or_default()
}

struct Writer<'w> {
    registry: &'w Registry,
    page: &'w Page,
    detail: Detail,
}

impl Writer<'_> {
    fn head(&self, explanation: &Explanation, outline: &Outline<'_>) -> String {
        let arrangement = explanation
            .arrangement
            .map(|number| format!(", by its /arrangements/{number},"))
            .unwrap_or_default();
        let pair = format!(
            "Role {}{arrangement} and candidate {}",
            explanation.role, explanation.candidate
        );
        let outcome = format!(
            "{}; reader: {}",
            words::outcome(explanation.gate),
            words::reader(explanation.reader)
        );
        let mut text = self.page.wrap("", 2, &pair) + &self.page.wrap("  ", 4, &outcome);
        for side in &outline.sides {
            text.push_str(&self.score(words::side(side.side), side.node));
        }
        let node = &explanation.explanation;
        text.push_str(&self.score(words::TOGETHER, node));
        if let Some(sum) = outline.sum(node) {
            text.push_str(&self.page.wrap(&" ".repeat(20), 20, &sum));
        }
        text
    }

    /// A score as a bar, its point and its bounds.
    fn score(&self, label: &str, node: &Node) -> String {
        let (low, high) = (node.value.low.get(), node.value.high.get());
        let score = number::score(&node.value, self.page.glyphs);
        format!("  {label:<17} {} {score}\n", bar::bar(low, high, self.page.glyphs))
    }

    fn conditions(&self, outline: &Outline<'_>) -> String {
        let shown: Vec<&ConditionOutline<'_>> = outline
            .conditions
            .iter()
            .filter(|one| self.detail == Detail::Full || one.gate != Gate::Met)
            .collect();
        if shown.is_empty() {
            return if self.detail == Detail::Full {
                format!("\n{}\n", words::NO_CONDITIONS)
            } else {
                String::new()
            };
        }
        let mut text = if self.detail == Detail::Full {
            format!("\n{}\n", words::CONDITIONS)
        } else {
            String::new()
        };
        for condition in shown {
            let opens = words::who_opens(condition.owner, condition.gate, condition.negotiable);
            let opens = if opens.is_empty() { opens } else { format!("; {opens}") };
            let line = format!(
                "{} {}: {}{opens}",
                words::whose(condition.owner),
                condition.node.code,
                words::gate(condition.gate)
            );
            text.push_str(&self.page.wrap(&format!("  {} ", self.page.glyphs.bullet()), 4, &line));
            for fact in &condition.facts {
                let sentence = fact::sentence(condition.node, fact, self.registry, self.page);
                text.push_str(&self.page.wrap("      ", 8, &sentence));
            }
        }
        text
    }

    fn side(&self, side: &SideOutline<'_>) -> String {
        let mut text = format!("\n{}\n", words::heading(side.side));
        let is_short =
            |row: &&Row<'_>| self.detail == Detail::Brief && row.node.value.low.get() >= 1.0;
        for row in side.rows.iter().filter(|row| !is_short(row)) {
            text.push_str(&self.row(row));
        }
        let in_full = side.rows.iter().filter(is_short);
        let in_full: Vec<String> =
            in_full.map(|row| format!("{}{}", row.node.code, added(row.adds, " "))).collect();
        if !in_full.is_empty() {
            text.push_str(&self.page.wrap(
                "  ",
                4,
                &format!("{}: {}", words::IN_FULL, in_full.join(", ")),
            ));
        }
        let _ = writeln!(
            text,
            "  {:<49} {:>5}",
            words::SUM,
            number::point(&side.node.value, self.page.glyphs)
        );
        for (is_ask, names) in [(false, &side.unanswered), (true, &side.unasked)] {
            if !names.is_empty() {
                let line = format!(
                    "{} ({}): {}",
                    words::NOT_ANSWERED,
                    words::unsaid(side.side, is_ask),
                    names.join(", ")
                );
                text.push_str(&self.page.wrap("  ", 4, &line));
            }
        }
        if !side.uncounted.is_empty() && self.detail == Detail::Full {
            let line = format!("{}: {}", words::NOT_COUNTED, side.uncounted.join(", "));
            text.push_str(&self.page.wrap("  ", 4, &line));
        }
        text
    }

    fn row(&self, row: &Row<'_>) -> String {
        let (low, high) = (row.node.value.low.get(), row.node.value.high.get());
        let mut line = format!(
            "  {:<18} {} {:<10}",
            row.node.code,
            bar::bar(low, high, self.page.glyphs),
            number::bounds(low, high, self.page.glyphs),
        );
        if self.detail == Detail::Full {
            let _ = write!(line, " x {:>5}", number::percent(row.node.weight.get()));
        }
        let _ = write!(line, " {:>6}", added(row.adds, ""));
        if row.node.kind.is_none() {
            let _ = write!(line, "  {}", words::NOTHING_ASKED);
        }
        let facts = fact::by_weight(row.node);
        if self.detail == Detail::Full {
            line.push('\n');
            for fact in facts {
                let sentence = fact::sentence(row.node, fact, self.registry, self.page);
                line.push_str(&self.page.wrap(
                    &format!("      {} ", self.page.glyphs.bullet()),
                    8,
                    &sentence,
                ));
            }
        } else {
            if let Some(fact) = facts.first() {
                let room = self.page.width.saturating_sub(line.chars().count() + 2);
                let sentence = fact::sentence(row.node, fact, self.registry, self.page);
                let _ = write!(line, "  {}", self.page.cut(&sentence, room));
            }
            line.push('\n');
        }
        line
    }
}
