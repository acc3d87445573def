//! A ranking as Markdown.

use crate::{
    Glyphs, number,
    ranking_text::{blocked_by, blocking_sides, conditions, essential, ranking_summary},
    words,
};
use mutualfit_scoring::{BlockedEntry, RankedEntry, Ranking};
use std::fmt::Write as _;

/// A ranking as Markdown: a heading, a table of those ranked and one of those blocked.
pub fn ranking_markdown(ranking: &Ranking) -> String {
    let subject = words::ranked_for(ranking.subject.kind, ranking.subject.id.as_str());
    let summary = escaped(&ranking_summary(ranking));
    let mut text = format!("## {}\n\n", escaped(&subject));
    let _ = writeln!(text, "{summary}; reader: {}", words::reader(ranking.reader));
    if !ranking.entries.is_empty() {
        text.push_str(&table(&words::COLUMNS, ranking.entries.iter().map(cells)));
    }
    if ranking.blocked.count > 0 {
        let _ = writeln!(text, "\n{}", escaped(&blocked_by(&ranking.blocked)));
        if !ranking.blocked.entries.is_empty() {
            let rows = ranking.blocked.entries.iter().map(blocked_cells);
            text.push_str(&table(&words::BLOCKED_COLUMNS, rows));
        }
        text.push('\n');
        for side in blocking_sides(&ranking.blocked) {
            let _ = writeln!(text, "- {}", words::how_to_open(side));
        }
    }
    text
}

fn cells(entry: &RankedEntry) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    let [role, candidate] = sides.map(|side| number::side(side, Glyphs::Unicode));
    let mutual = number::mutual(&entry.mutual, sides, Glyphs::Unicode);
    vec![entry.rank.to_string(), entry.id.to_string(), mutual, role, candidate, essential(entry)]
}

fn blocked_cells(entry: &BlockedEntry) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    let [role, candidate] = sides.map(|side| number::side(side, Glyphs::Unicode));
    let mutual = number::mutual(&entry.mutual, sides, Glyphs::Unicode);
    vec![entry.id.to_string(), mutual, role, candidate, conditions(&entry.by)]
}

/// A Markdown table with an empty line before it.
pub(crate) fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let rule = columns.iter().map(|_| "---").collect::<Vec<_>>();
    let mut text = format!("\n| {} |\n| {} |\n", columns.join(" | "), rule.join(" | "));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

/// Text of a document as Markdown that shows it as it is, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => {
                safe.push('\\');
                safe.push(character);
            }
            control if control.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_documents_cannot_become_markup() {
        assert_eq!(escaped("a|b *c* [d](e)\n<f>"), r"a\|b \*c\* \[d\](e) \<f\>");
    }
}
