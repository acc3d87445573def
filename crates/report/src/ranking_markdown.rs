//! A ranking as Markdown.

use crate::{
    Glyphs, number,
    ranking_text::{blocked_by, blocking_sides, conditions, essential, ranking_summary},
    words,
};
use mutualfit_scoring::{BlockedEntry, RankedEntry, Ranking};

/// A ranking as Markdown: a heading, a table of those ranked and one of those blocked.
pub fn ranking_markdown(ranking: &Ranking) -> String {
    let subject = words::ranked_for(ranking.subject.kind, ranking.subject.id.as_str());
    let mut text = format!("## {}\n\n", escaped(&subject));
    text.push_str(&format!(
        "{}; reader: {}\n",
        escaped(&ranking_summary(ranking)),
        words::reader(ranking.reader)
    ));
    if !ranking.entries.is_empty() {
        text.push_str(&table(&words::COLUMNS, ranking.entries.iter().map(cells)));
    }
    if ranking.blocked.count > 0 {
        text.push_str(&format!("\n{}\n", escaped(&blocked_by(&ranking.blocked))));
        if !ranking.blocked.entries.is_empty() {
            text.push_str(&table(
                &words::BLOCKED_COLUMNS,
                ranking.blocked.entries.iter().map(blocked_cells),
            ));
        }
        text.push('\n');
        for side in blocking_sides(&ranking.blocked) {
            text.push_str(&format!("- {}\n", words::how_to_open(side)));
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
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let names: Vec<String> = columns.iter().map(|&name| name.to_owned()).collect();
    let rule: Vec<String> = columns.iter().map(|_| "---".to_owned()).collect();
    let mut text = format!("\n{}{}", line(&names), line(&rule));
    for row in rows {
        text.push_str(&line(&row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>()));
    }
    text
}

/// Text of a document as Markdown that shows it as it is, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => safe.push(' '),
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => {
                safe.push('\\');
                safe.push(character);
            }
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
