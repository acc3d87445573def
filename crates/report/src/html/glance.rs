//! What a page about a ranking says first: who fits, who is blocked by whom, and what is not known.

use crate::{
    Glyphs, Legend,
    html::{
        given, plain,
        plane::Standing,
        ranking::{badge, widest},
    },
    number, words,
    words::page,
};
use maud::{Markup, html};
use mutualfit_domain::Side;
use mutualfit_scoring::{BlockedBy, RankedEntry, Ranking, Status};

/// How many of the best are named at the top.
const NAMED: usize = 3;
/// How many of those about whom least is known are named at the top.
const WIDEST: usize = 2;

/// What to see first: who fits, who is blocked by whom, what is not known.
pub(super) fn glance(ranking: &Ranking, legend: &Legend<'_>) -> Markup {
    let (entries, blocked) = (&ranking.entries, &ranking.blocked);
    html! {
        div class="glance" {
            section aria-labelledby="first" {
                h2 id="first" { (page::first_by(legend.rubric.rank_by())) }
                @if entries.is_empty() {
                    p { (page::NOBODY_RANKED) }
                } @else {
                    ol {
                        @for entry in entries.iter().take(NAMED) {
                            @let sides = [&entry.role_side, &entry.candidate_side];
                            li {
                                a href={ "#rank-" (entry.rank) } { (given(entry.id.as_str())) } " "
                                strong { (number::mutual(&entry.mutual, sides, Glyphs::Unicode)) } " " (words::TOGETHER)
                                @if entry.status == Status::Open { " " (badge(Standing::Open)) }
                                br;
                                span class="small" {
                                    (words::side(Side::Role)) " " (number::side(sides[0], Glyphs::Unicode)) ", "
                                    (words::side(Side::Candidate)) " " (number::side(sides[1], Glyphs::Unicode))
                                }
                            }
                        }
                    }
                }
            }
            section aria-labelledby="barred" {
                h2 id="barred" { (page::BLOCKED) ": " (blocked.count) " of " (ranking.considered) }
                @if blocked.count == 0 {
                    p { (page::NOBODY_BLOCKED) }
                } @else {
                    ul {
                        @for by in most_first(&blocked.by) {
                            li { strong { (by.count) } " by " (words::whose(by.side)) " " (plain(&by.criterion)) }
                        }
                    }
                    p class="small" { (page::NOT_REJECTED) }
                    p { a href="#blocked" { (page::SEE_BLOCKED) } }
                }
            }
            section aria-labelledby="doubt" {
                h2 id="doubt" { (page::NOT_KNOWN_YET) }
                (doubt(entries))
            }
        }
    }
}

/// What blocks, what blocks most first.
fn most_first(by: &[BlockedBy]) -> Vec<&BlockedBy> {
    let mut by: Vec<&BlockedBy> = by.iter().collect();
    by.sort_by_key(|by| std::cmp::Reverse(by.count));
    by
}

fn doubt(entries: &[RankedEntry]) -> Markup {
    let count =
        |is: &dyn Fn(&RankedEntry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    let open = count(&|entry| entry.status == Status::Open);
    let thin = count(&|entry| !entry.mutual.banded && is_thin(entry));
    let banded = count(&|entry| entry.mutual.banded);
    let widest: Vec<&RankedEntry> = widest(entries).into_iter().take(WIDEST).collect();
    html! {
        @if widest.is_empty() && open == 0 {
            p { (page::ALL_KNOWN) }
        } @else {
            ul {
                @if open > 0 { li { (page::how_many_open(open, entries.len())) } }
                @if thin > 0 { li { (page::how_many_thin(thin, entries.len())) } }
                @if banded > 0 { li { (page::how_many_banded(banded, entries.len())) } }
                @for entry in widest {
                    li {
                        "Widest: " a href={ "#rank-" (entry.rank) } { (given(entry.id.as_str())) } ", anywhere from "
                        (number::two(entry.mutual.low.get())) " to " (number::two(entry.mutual.high.get()))
                    }
                }
            }
            p { a href="#unknown" { (page::SEE_UNKNOWN) } }
        }
    }
}

fn is_thin(entry: &RankedEntry) -> bool {
    number::is_thin(&entry.role_side) || number::is_thin(&entry.candidate_side)
}
