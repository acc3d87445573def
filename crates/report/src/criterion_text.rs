//! Kinds of criteria as plain text.

use crate::{Page, ranking_text::table, settings::settings, words};
use mutualfit_domain::Side;
use mutualfit_scoring::{Info, Kind, Purpose, Reads, Registry};
use std::fmt::Write as _;

/// Every kind of a registry, a row each: the role's side first, then by name.
pub fn criteria_text(registry: &Registry, page: &Page) -> String {
    let mut kinds: Vec<&Info> = registry.kinds().map(Kind::info).collect();
    kinds.sort_by_key(|info| (info.side == Side::Candidate, info.id));
    let row = |info: &Info| {
        vec![
            info.id.to_owned(),
            side(info.side).to_owned(),
            purpose(info.purpose).to_owned(),
            info.summary.to_owned(),
        ]
    };
    table(&words::KIND_COLUMNS, kinds.into_iter().map(row), page)
}

/// Everything that one kind says about itself, in Markdown: its documentation, what it reads, and its settings.
pub fn criterion_text(kind: &Kind) -> String {
    let info = kind.info();
    let mut text = format!("# {}\n\n{}\n\n", info.id, info.summary);
    let _ = writeln!(
        text,
        "Asked by the {}; for {}; version {}; an ask that was not stated weighs {} unless the rubric says otherwise.\n",
        side(info.side),
        purpose(info.purpose),
        info.version,
        info.silence,
    );
    let _ = writeln!(text, "{}\n", info.docs.trim());
    let _ = writeln!(text, "## What it reads\n");
    let reads = Reads::from(info.reads);
    let lists = [
        ("role", reads.role),
        ("candidate", reads.candidate),
        ("pair facts", reads.pair),
        ("extensions", reads.extensions),
    ];
    for (document, pointers) in lists.into_iter().filter(|(_, pointers)| !pointers.is_empty()) {
        let pointers: Vec<String> = pointers.iter().map(|pointer| format!("`{pointer}`")).collect();
        let _ = writeln!(text, "- {document}: {}", pointers.join(", "));
    }
    let _ = writeln!(text, "\n## Settings\n\n{}", settings(kind));
    text
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Role => "role",
        Side::Candidate => "candidate",
    }
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Selection => "selection",
        Purpose::Exploration => "exploration",
    }
}
