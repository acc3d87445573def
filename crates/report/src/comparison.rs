//! The difference between two pairs, as text and Markdown.

use crate::{
    Glyphs, Page, bar, number,
    ranking_markdown::{escaped, table},
    words,
};
use mutualfit_scoring::{Compared, Comparison, Difference, KEPT, Published, Reader, Score};
use std::fmt::Write as _;

/// Which criteria make the difference between two pairs, as plain text that ends in a line break.
pub fn comparison_text(comparison: &Comparison, page: &Page) -> String {
    let mut text = page.wrap("", 2, &title(comparison));
    let reader = format!("reader: {}", words::reader(comparison.reader));
    text.push_str(&page.wrap("  ", 4, &reader));
    for pair in [&comparison.one, &comparison.other] {
        let _ = writeln!(text, "\n  {}", about(comparison, pair));
        for (label, score) in scores(comparison, pair) {
            let bar = bar::bar(score.low.get(), score.high.get(), page.glyphs);
            let _ = writeln!(text, "    {label:<22} {bar} {}", number::score(score, page.glyphs));
        }
    }
    text.push('\n');
    for row in rows(comparison) {
        let indent = if row.is_part { "    " } else { "  " };
        let width = 44 - indent.len();
        let _ = writeln!(text, "{indent}{:<width$} {}", row.label, row.adds());
    }
    for note in notes(comparison) {
        text.push_str(&page.wrap("  ", 2, note));
    }
    text
}

/// Which criteria make the difference between two pairs, as Markdown.
pub fn comparison_markdown(comparison: &Comparison) -> String {
    let mut text = format!("## {}\n\n", escaped(&title(comparison)));
    let _ = writeln!(text, "reader: {}\n", words::reader(comparison.reader));
    for pair in [&comparison.one, &comparison.other] {
        let _ = writeln!(text, "- {}", escaped(&about(comparison, pair)));
        for (label, score) in scores(comparison, pair) {
            let _ = writeln!(text, "  - {label}: {}", number::score(score, Glyphs::Unicode));
        }
    }
    let cells = rows(comparison).into_iter().map(|row| {
        let adds = row.adds();
        vec![row.label, adds]
    });
    text.push_str(&table(&words::COMPARED_COLUMNS, cells));
    text.push('\n');
    for note in notes(comparison) {
        let _ = writeln!(text, "- {note}");
    }
    text
}

fn title(comparison: &Comparison) -> String {
    let Comparison { one, other, .. } = comparison;
    words::compared(
        [one.role.as_str(), other.role.as_str()],
        [one.candidate.as_str(), other.candidate.as_str()],
    )
}

/// What a pair is called beside the other.
fn about(comparison: &Comparison, pair: &Compared) -> String {
    let is_one_role = comparison.one.role == comparison.other.role;
    let name = if is_one_role { pair.candidate.as_str() } else { pair.role.as_str() };
    format!("{name}: {}", words::outcome(pair.gate))
}

fn scores<'c>(comparison: &Comparison, pair: &'c Compared) -> [(&'static str, &'c Score); 3] {
    let label = |side| words::compared_side(comparison.reader, side);
    [
        (label(mutualfit_domain::Side::Role), &pair.role_side),
        (label(mutualfit_domain::Side::Candidate), &pair.candidate_side),
        (words::TOGETHER, &pair.mutual),
    ]
}

/// A line of what adds up.
struct Row {
    label: String,
    is_part: bool,
    /// In hundredths: the point, or else the low and the high.
    numbers: Vec<i64>,
}

impl Row {
    fn adds(&self) -> String {
        let numbers: Vec<String> = self.numbers.iter().map(|it| number::signed(*it)).collect();
        numbers.join(words::TO)
    }
}

/// The numbers that are shown of a difference: the point where both pairs have one, else the bounds.
fn shown(difference: &Difference) -> Vec<f64> {
    let bounds = [difference.low, difference.high];
    difference
        .point
        .map_or_else(|| bounds.to_vec(), |point| vec![point])
        .into_iter()
        .map(Published::get)
        .collect()
}

/// The parts of a difference in hundredths that add up to it as it is shown.
fn hundredths(whole: &[i64], parts: &[&Difference]) -> Vec<Vec<i64>> {
    let by_number: Vec<Vec<i64>> = whole
        .iter()
        .enumerate()
        .map(|(place, whole)| {
            let numbers: Vec<f64> = parts
                .iter()
                .map(|part| shown(part).get(place).copied().unwrap_or_default())
                .collect();
            number::parts(*whole as f64 / 100.0, 0.0, &numbers)
        })
        .collect();
    (0..parts.len())
        .map(|part| by_number.iter().filter_map(|numbers| numbers.get(part).copied()).collect())
        .collect()
}

fn rows(comparison: &Comparison) -> Vec<Row> {
    let whole: Vec<i64> = shown(&comparison.difference)
        .into_iter()
        .map(|number| (number * 100.0).round() as i64)
        .collect();
    let sides: Vec<&Difference> = comparison.sides.iter().map(|side| &side.difference).collect();
    let mut rows = Vec::new();
    for (side, numbers) in comparison.sides.iter().zip(hundredths(&whole, &sides)) {
        let label = words::compared_side(comparison.reader, side.side).to_owned();
        let parts: Vec<&Difference> = side.criteria.iter().map(|row| &row.difference).collect();
        let parts = hundredths(&numbers, &parts);
        rows.push(Row { label, is_part: false, numbers });
        for (criterion, numbers) in side.criteria.iter().zip(parts) {
            if numbers.iter().all(|number| *number == 0) {
                continue;
            }
            let label = match (criterion.criterion.as_str(), comparison.reader) {
                (KEPT, _) if criterion.kind.is_none() => words::KEPT_ROW.to_owned(),
                (name, Reader::Auditor) => name.to_owned(),
                (name, _) => words::facet_within(criterion.kind.as_deref().unwrap_or(name)),
            };
            rows.push(Row { label, is_part: true, numbers });
        }
    }
    rows.push(Row { label: words::DIFFERENCE.to_owned(), is_part: false, numbers: whole });
    rows
}

fn notes(comparison: &Comparison) -> Vec<&'static str> {
    let is_banded = comparison.one.mutual.banded || comparison.other.mutual.banded;
    let mut notes = vec![words::COMPARED_NOTE];
    if is_banded {
        notes.push(words::BANDED_BOTH);
    }
    notes
}
