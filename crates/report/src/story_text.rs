//! A story as plain text.

use crate::{
    Detail, Page, bar, number,
    story::{Line, Measure, Papers, SUMS, Section, Story},
};
use mutualfit_scoring::{Explanation, Registry};
use std::fmt::Write as _;

/// How many lines of a section are shown in brief.
const BRIEF: usize = 2;

/// What an explanation that is written for the role or the candidate tells them, as plain text that ends in a line
/// break: what speaks for talking and what limits it, or what the days look like and how each wish is met.
pub fn story_text(
    view: &Explanation,
    papers: Papers<'_>,
    registry: &Registry,
    page: &Page,
    detail: Detail,
) -> String {
    let story = Story::of(view, papers, registry);
    let mut text = page.wrap("", 2, &story.title);
    text.push_str(&page.wrap("  ", 4, &format!("{} {}", story.reader, story.outcome)));
    for (label, score) in &story.scores {
        let bar = bar::bar(score.low.get(), score.high.get(), page.glyphs);
        let _ = writeln!(text, "  {label:<18} {bar} {}", number::score(score, page.glyphs));
    }
    if let Some(note) = &story.note {
        text.push_str(&page.wrap("  ", 4, note));
    }
    for section in &story.sections {
        let is_shown = detail != Detail::Gist || ["conditions", "asked"].contains(&section.code);
        if is_shown {
            text.push_str(&self::section(section, page, detail));
        }
    }
    text
}

fn section(section: &Section, page: &Page, detail: Detail) -> String {
    let mut text = format!("\n{}\n", section.heading);
    // A sum that is cut would not add up.
    let is_cut = detail == Detail::Brief && section.code != SUMS;
    let shown = if is_cut { BRIEF } else { section.lines.len() };
    for line in section.lines.iter().take(shown) {
        if is_cut {
            text.push_str(&brief(line, page));
            continue;
        }
        text.push_str(&self::line(line, page));
        for item in &line.details {
            text.push_str(&page.wrap("      ", 6, item));
        }
    }
    text
}

/// A line that is cut where the page ends.
fn brief(line: &Line, page: &Page) -> String {
    let whole = self::line(line, &Page { width: usize::MAX, ..*page });
    let whole: Vec<&str> = whole.lines().map(str::trim_end).collect();
    let whole = match whole.as_slice() {
        [measure, text, ..] => format!("{measure}  {}", text.trim_start()),
        lines => lines.concat(),
    };
    page.cut(&whole, page.width) + "\n"
}

fn line(line: &Line, page: &Page) -> String {
    let label = line.label.as_deref().unwrap_or_default();
    match line.measure {
        None => {
            let colon = if label.is_empty() { "" } else { ": " };
            let first = format!("  {} ", page.glyphs.bullet());
            page.wrap(&first, 4, &format!("{label}{colon}{}", line.text))
        }
        Some(Measure::Share(share)) => {
            let bar = bar::bar(share, share, page.glyphs);
            let first = format!("  {bar} {:>5}  ", number::percent(share));
            page.wrap(&first, 20, &line.text)
        }
        Some(Measure::Score(score)) => {
            let bar = bar::bar(score.low.get(), score.high.get(), page.glyphs);
            let number = number::interval(&score, page.glyphs);
            let mut text = format!("  {label:<18} {bar} {number}\n");
            if !line.text.is_empty() {
                text.push_str(&page.wrap("      ", 6, &line.text));
            }
            text
        }
    }
}
