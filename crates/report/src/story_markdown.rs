//! A story as Markdown.

use crate::{
    Glyphs, number,
    ranking_markdown::escaped,
    story::{Line, Measure, Papers, Story},
};
use mutualfit_scoring::{Explanation, Registry};
use std::fmt::Write as _;

/// What an explanation that is written for the role or the candidate tells them, as Markdown.
pub fn story_markdown(view: &Explanation, papers: Papers<'_>, registry: &Registry) -> String {
    let story = Story::of(view, papers, registry);
    let mut text = format!("## {}\n\n", escaped(&story.title));
    let _ = writeln!(text, "{} {}\n", story.reader, story.outcome);
    for (label, score) in &story.scores {
        let _ = writeln!(text, "- {label}: {}", number::score(score, Glyphs::Unicode));
    }
    if let Some(note) = &story.note {
        let _ = writeln!(text, "\n{note}");
    }
    for section in &story.sections {
        let _ = writeln!(text, "\n### {}\n", section.heading);
        for line in &section.lines {
            let _ = writeln!(text, "- {}", item(line));
            for detail in &line.details {
                let _ = writeln!(text, "  - {}", escaped(detail));
            }
        }
    }
    text
}

fn item(line: &Line) -> String {
    let label = line.label.as_deref().map(|label| format!("**{}**", escaped(label)));
    let number = line.measure.map(|measure| match measure {
        Measure::Score(score) => number::interval(&score, Glyphs::Unicode),
        Measure::Share(share) => number::percent(share),
    });
    let about: Vec<String> = label.into_iter().chain(number).collect();
    match (about.is_empty(), line.text.is_empty()) {
        (true, _) => escaped(&line.text),
        (false, true) => about.join(" "),
        (false, false) => format!("{}: {}", about.join(" "), escaped(&line.text)),
    }
}
