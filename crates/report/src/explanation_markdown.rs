//! An explanation as Markdown.

use crate::{
    Glyphs, Page, fact, number,
    outline::{ConditionOutline, Outline, Row, SideOutline},
    ranking_markdown::{escaped, table},
    words,
};
use mutualfit_scoring::{Explanation, Registry};
use std::fmt::Write as _;

/// An explanation as Markdown, with everything that was compared.
pub fn explanation_markdown(explanation: &Explanation, registry: &Registry) -> String {
    let outline = Outline::of(explanation);
    let [role, candidate] =
        [&explanation.role, &explanation.candidate].map(|id| escaped(id.as_str()));
    let arrangement = explanation
        .arrangement
        .map(|number| format!(", by its `/arrangements/{number}`"))
        .unwrap_or_default();
    let mut text = format!("## Role {role}{arrangement} and candidate {candidate}\n\n");
    let _ = writeln!(
        text,
        "{}; reader: {}\n",
        words::outcome(explanation.gate),
        words::reader(explanation.reader)
    );
    let node = &explanation.explanation;
    for side in &outline.sides {
        let score = number::score(&side.node.value, Glyphs::Unicode);
        let _ = writeln!(text, "- {}: {score}", words::side(side.side));
    }
    let score = number::score(&node.value, Glyphs::Unicode);
    let sum = outline.sum(node).map(|sum| format!(" {sum}")).unwrap_or_default();
    let _ = writeln!(text, "- {}: {score}{sum}", words::TOGETHER);
    text.push_str(&conditions(&outline.conditions, registry));
    for side in &outline.sides {
        text.push_str(&of_side(side, registry));
    }
    text
}

fn conditions(conditions: &[ConditionOutline<'_>], registry: &Registry) -> String {
    let mut text = format!("\n### {}\n\n", words::CONDITIONS);
    if conditions.is_empty() {
        let _ = writeln!(text, "{}", words::NO_CONDITIONS);
    }
    for condition in conditions {
        let opens = words::who_opens(condition.owner, condition.gate, condition.negotiable);
        let opens = if opens.is_empty() { opens } else { format!("; {opens}") };
        let name = escaped(&condition.node.code);
        let _ = writeln!(
            text,
            "- {} {name}: {}{opens}",
            words::whose(condition.owner),
            words::gate(condition.gate)
        );
        for fact in &condition.facts {
            let sentence = fact::sentence(condition.node, fact, registry, &Page::default());
            let _ = writeln!(text, "  - {}", escaped(&sentence));
        }
    }
    text
}

fn of_side(side: &SideOutline<'_>, registry: &Registry) -> String {
    let mut text = format!("\n### {}\n", words::heading(side.side));
    let mut rows: Vec<Vec<String>> = side.rows.iter().map(|row| cells(row, registry)).collect();
    let sum = number::point(&side.node.value, Glyphs::Unicode);
    rows.push(vec![words::SUM.to_owned(), String::new(), String::new(), sum, String::new()]);
    text.push_str(&table(&words::PART_COLUMNS, rows.into_iter()));
    let mut notes = Vec::new();
    for (is_ask, names) in [(false, &side.unanswered), (true, &side.unasked)] {
        if !names.is_empty() {
            notes.push(format!(
                "{} ({}): {}",
                words::NOT_ANSWERED,
                words::unsaid(side.side, is_ask),
                names.join(", ")
            ));
        }
    }
    if !side.uncounted.is_empty() {
        notes.push(format!("{}: {}", words::NOT_COUNTED, side.uncounted.join(", ")));
    }
    if !notes.is_empty() {
        text.push('\n');
    }
    for note in notes {
        let _ = writeln!(text, "- {}", escaped(&note));
    }
    text
}

fn cells(row: &Row<'_>, registry: &Registry) -> Vec<String> {
    let facts: Vec<String> = fact::by_weight(row.node)
        .into_iter()
        .map(|fact| fact::sentence(row.node, fact, registry, &Page::default()))
        .map(|sentence| sentence.trim_end_matches('.').to_owned())
        .collect();
    let compared =
        if row.node.kind.is_some() { facts.join("; ") } else { words::NOTHING_ASKED.to_owned() };
    vec![
        row.node.code.clone(),
        number::interval(&row.node.value, Glyphs::Unicode),
        number::percent(row.node.weight.get()),
        row.adds.map(number::signed).unwrap_or_default(),
        compared,
    ]
}
