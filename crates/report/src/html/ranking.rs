//! A ranking as a page.

use crate::{
    Glyphs, Legend,
    html::{
        bar::{Bounds, Tone, axis, bar},
        frame::{Content, bar_key, page as whole, section, table},
        given,
        glance::glance,
        plain,
        plane::{Mark, Standing, key, plane},
        sentence,
    },
    number,
    ranking_text::{blocking_sides, ranking_summary},
    words,
    words::page,
};
use maud::{Markup, html};
use mutualfit_domain::Side;
use mutualfit_scoring::{
    BlockedEntry, Condition, Gate, RankedEntry, Ranking, Reader, Registry, Score, SideSummary,
    Status,
};
use std::collections::BTreeSet;

/// How many of those ranked, and of those blocked, are drawn: more could not be told apart.
const DRAWN: usize = 40;

pub(super) fn page(ranking: &Ranking, registry: &Registry, legend: &Legend<'_>) -> String {
    let marks = marks(ranking);
    let Ranking { subject, .. } = ranking;
    let sections = html! {
        (glance(ranking, legend))
        @if !marks.is_empty() {
            (section("plane", page::PLANE, &html! {
                div class="figure" {
                    (plane(&marks, &legend.rubric.merge()))
                    div {
                        (key(&marks))
                        @if ranking.entries.len().max(ranking.blocked.entries.len()) > DRAWN {
                            p class="small" { (page::drawn(DRAWN, ranking.entries.len(), ranking.blocked.entries.len())) }
                        }
                    }
                }
            }))
        }
        (section("ranked", page::RANKED, &ranked(ranking)))
        (section("blocked", page::BLOCKED, &blocked(ranking)))
        (section("unknown", page::NOT_KNOWN, &unknown(ranking)))
        (faults(ranking))
        (criteria(ranking, registry, legend))
    };
    let content = Content {
        title: words::ranked_for(subject.kind, subject.id.as_str()),
        heading: html! { (words::ranked_for(subject.kind, "")) (given(subject.id.as_str())) },
        summary: html! { p class="summary" { (summary(ranking)) } },
        sections,
        reader: ranking.reader,
        provenance: &ranking.provenance,
    };
    whole(&content, legend)
}

/// How many were considered, ranked and blocked.
fn summary(ranking: &Ranking) -> String {
    let whole = ranking_summary(ranking);
    // The subject is the heading already.
    let subject = words::ranked_for(ranking.subject.kind, ranking.subject.id.as_str());
    let rest = whole.strip_prefix(&subject).unwrap_or(&whole).trim_start_matches(": ");
    format!("{rest}; reader: {}", words::reader(ranking.reader))
}

/// Those whose mutual score is not one number, the widest first.
pub(super) fn widest(entries: &[RankedEntry]) -> Vec<&RankedEntry> {
    let mut widest: Vec<&RankedEntry> = entries.iter().filter(|entry| is_wide(entry)).collect();
    widest.sort_by(|one, other| width(other).total_cmp(&width(one)));
    widest
}

/// Whether the mutual score is not one number, and that tells something.
fn is_wide(entry: &RankedEntry) -> bool {
    !entry.mutual.banded && width(entry) > 0.0
}

fn width(entry: &RankedEntry) -> f64 {
    entry.mutual.high.get() - entry.mutual.low.get()
}

fn marks(ranking: &Ranking) -> Vec<Mark> {
    let ranked = ranking.entries.iter().take(DRAWN).map(|entry| Mark {
        label: entry.rank.to_string(),
        standing: standing(entry),
        role: (&entry.role_side).into(),
        candidate: (&entry.candidate_side).into(),
    });
    let blocked =
        ranking.blocked.entries.iter().take(DRAWN).enumerate().map(|(place, entry)| Mark {
            label: letters(place),
            standing: Standing::Blocked,
            role: (&entry.role_side).into(),
            candidate: (&entry.candidate_side).into(),
        });
    ranked.chain(blocked).collect()
}

fn standing(entry: &RankedEntry) -> Standing {
    match entry.status {
        Status::Met => Standing::Met,
        Status::Open => Standing::Open,
    }
}

/// A, B, …, Z, AA, AB, …
fn letters(place: usize) -> String {
    let letter = u8::try_from(place % 26).map_or('A', |letter| char::from(b'A' + letter));
    let before = if place < 26 { String::new() } else { letters(place / 26 - 1) };
    format!("{before}{letter}")
}

pub(super) fn badge(standing: Standing) -> Markup {
    let (class, word) = match standing {
        Standing::Met => ("met", words::status(Status::Met)),
        Standing::Open => ("open", words::status(Status::Open)),
        Standing::Blocked => ("blocked", "blocked"),
    };
    html! { span class={ "badge " (class) } { span aria-hidden="true" { (standing.sign()) " " } (word) } }
}

fn ranked(ranking: &Ranking) -> Markup {
    if ranking.entries.is_empty() {
        return html! { p { (page::NOBODY_RANKED) } };
    }
    let is_told = tells_arrangements(ranking);
    let rows = html! {
        @for entry in &ranking.entries {
            tr id={ "rank-" (entry.rank) } {
                td class="rank" { (entry.rank) }
                th scope="row" { (given(entry.id.as_str())) (arrangement(entry.arrangement.filter(|_| is_told))) }
                (scores(&entry.mutual, &entry.role_side, &entry.candidate_side))
                td { (badge(standing(entry))) (conditions(&entry.open)) }
            }
        }
    };
    let caption = format!("The {} ranked, best first", ranking.entries.len());
    html! {
        (bar_key(Tone::Both))
        (table("ranked-caption", "scores", &caption, &heads(&page::RANKED_COLUMNS), &rows))
    }
}

/// The names of columns, with an axis over those that hold bars.
fn heads(names: &[&str]) -> Markup {
    html! {
        @for name in names {
            th scope="col" {
                (name)
                @if page::SCORE_COLUMNS.contains(name) { (axis()) }
            }
        }
    }
}

/// Whether it tells anything which of the role's arrangements scores are about: whether any is not the first.
fn tells_arrangements(ranking: &Ranking) -> bool {
    let ranked = ranking.entries.iter().map(|entry| entry.arrangement);
    let mut all = ranked.chain(ranking.blocked.entries.iter().map(|entry| entry.arrangement));
    all.any(|number| number > Some(0))
}

fn arrangement(number: Option<u16>) -> Markup {
    html! {
        @if let Some(number) = number {
            br; code class="small whole" { "/arrangements/" (number) }
        }
    }
}

/// The cells of both together and of both sides.
fn scores(mutual: &Score, role: &SideSummary, candidate: &SideSummary) -> Markup {
    let both = number::mutual(mutual, [role, candidate], Glyphs::Unicode);
    let interval = number::interval(mutual, Glyphs::Unicode);
    html! {
        td class="score" {
            (bar(mutual.into(), Tone::Both))
            strong { (both) }
            @if interval != both { " " span class="small whole" { "(" (interval) ")" } }
        }
        (side(role, Tone::Role))
        (side(candidate, Tone::Candidate))
    }
}

fn side(side: &SideSummary, tone: Tone) -> Markup {
    let shown = number::side(side, Glyphs::Unicode);
    let interval = number::bounds(side.low.get(), side.high.get(), Glyphs::Unicode);
    html! {
        td class="score" {
            (bar(Bounds::from(side), tone))
            strong { (shown) }
            @if interval != shown { " " span class="small whole" { "(" (interval) ")" } }
            @if let Some(coverage) = side.coverage.filter(|coverage| coverage.get() < 1.0) {
                br; span class="small" { (number::percent(coverage.get())) " known" }
            }
        }
    }
}

fn conditions(conditions: &[Condition]) -> Markup {
    html! {
        @if !conditions.is_empty() {
            ul class="plain" {
                @for condition in conditions {
                    li { (plain(&words::condition(condition))) }
                }
            }
        }
    }
}

fn blocked(ranking: &Ranking) -> Markup {
    let blocked = &ranking.blocked;
    if blocked.count == 0 {
        return html! { p { (page::NOBODY_BLOCKED) } };
    }
    let is_told = tells_arrangements(ranking);
    let rows = html! {
        @for (place, entry) in blocked.entries.iter().enumerate() {
            (blocked_row(&letters(place), entry, entry.arrangement.filter(|_| is_told), ranking.reader))
        }
    };
    let caption = format!("{} of {} blocked, by id", blocked.entries.len(), blocked.count);
    html! {
        @if !blocked.entries.is_empty() {
            (table("blocked-caption", "scores", &caption, &heads(&page::BLOCKED_COLUMNS), &rows))
        }
        @for side in blocking_sides(blocked) {
            p { (sentence(words::how_to_open(side))) }
        }
    }
}

fn blocked_row(letter: &str, entry: &BlockedEntry, by: Option<u16>, reader: Reader) -> Markup {
    // Pointers are for those who check; people read whose condition it is.
    let is_pointed = reader == Reader::Auditor;
    html! {
        tr {
            td class="rank" { span aria-hidden="true" { (Standing::Blocked.sign()) " " } (letter) }
            th scope="row" { (given(entry.id.as_str())) (arrangement(by)) }
            td {
                ul class="plain" {
                    @for condition in &entry.by {
                        li {
                            strong { (words::whose(condition.side)) " " (plain(&condition.criterion)) }
                            @if let Some(pointer) = condition.pointer.as_ref().filter(|_| is_pointed) {
                                br; code class="small whole" { (plain(pointer.as_str())) }
                            }
                        }
                    }
                }
            }
            (scores(&entry.mutual, &entry.role_side, &entry.candidate_side))
        }
    }
}

/// Of those ranked, what is not known: the widest first, then those of whom no more is shown than what is open.
fn unknown(ranking: &Ranking) -> Markup {
    let is_listed = |entry: &&RankedEntry| {
        !is_wide(entry) && (entry.mutual.banded || entry.status == Status::Open)
    };
    let others = ranking.entries.iter().filter(is_listed);
    let listed: Vec<&RankedEntry> = widest(&ranking.entries).into_iter().chain(others).collect();
    if listed.is_empty() {
        return html! { p { (page::ALL_KNOWN) } };
    }
    let rows = html! {
        @for entry in listed {
            tr {
                td class="rank" { (entry.rank) }
                th scope="row" { (given(entry.id.as_str())) }
                td class="score" {
                    (bar(Bounds { point: None, ..(&entry.mutual).into() }, Tone::Both))
                    (number::interval(&entry.mutual, Glyphs::Unicode))
                }
                td { (known(Side::Role, &entry.role_side)) br; (known(Side::Candidate, &entry.candidate_side)) }
                td { (to_ask(&entry.open)) }
            }
        }
    };
    table(
        "unknown-caption",
        "scores",
        "Of those ranked, about whom least is known comes first",
        &heads(&page::UNKNOWN_COLUMNS),
        &rows,
    )
}

fn known(side: Side, summary: &SideSummary) -> Markup {
    html! {
        (words::side(side)) ": "
        @match summary.coverage {
            Some(coverage) => (number::percent(coverage.get())),
            None => "kept",
        }
    }
}

fn to_ask(open: &[Condition]) -> Markup {
    html! {
        ul class="plain" {
            @for condition in open {
                @let opens = words::who_opens(condition.side, Gate::Open, condition.negotiable == Some(true));
                li { (words::whose(condition.side)) " " (plain(&condition.criterion)) ": " (opens) }
            }
        }
    }
}

fn faults(ranking: &Ranking) -> Markup {
    html! {
        @if !ranking.faults.is_empty() {
            section aria-labelledby="faults" {
                h2 id="faults" { "Criteria that misbehaved" }
                ul {
                    @for fault in &ranking.faults {
                        li { (plain(&fault.criterion)) " in " (fault.count) " pairs (" (plain(&fault.kind)) "); they count as unknown" }
                    }
                }
            }
        }
    }
}

/// What each criterion asks that the page names.
fn criteria(ranking: &Ranking, registry: &Registry, legend: &Legend<'_>) -> Markup {
    let open = ranking.entries.iter().flat_map(|entry| &entry.open);
    let by = ranking.blocked.entries.iter().flat_map(|entry| &entry.by);
    let named: BTreeSet<&str> = open
        .chain(by)
        .map(|condition| condition.criterion.as_str())
        .chain(ranking.blocked.by.iter().map(|by| by.criterion.as_str()))
        .collect();
    let entries: Vec<(&str, &str)> = legend
        .rubric
        .criteria
        .iter()
        .filter(|entry| named.contains(entry.name()))
        .filter_map(|entry| Some((entry.name(), registry.get(&entry.kind)?.info().summary)))
        .collect();
    html! {
        @if !entries.is_empty() {
            (section("criteria", page::CRITERIA, &html! {
                dl class="criteria" {
                    @for (name, summary) in entries {
                        dt { (plain(name)) }
                        dd { (summary) }
                    }
                }
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: usize, expected: &str) {
        assert_eq!(letters(place), expected);
    }

    #[test]
    fn the_blocked_are_lettered() {
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(27, "AB");
        check(52, "BA");
    }
}
