//! Results as pages for a browser: each is one file that needs nothing else, runs no script and prints.

mod bar;
mod change;
mod contour;
mod explanation;
mod frame;
mod glance;
mod label;
mod plane;
mod ranking;
mod steps;

use crate::Legend;
use maud::{Markup, html};
use mutualfit_scoring::{Explanation, Ranking, Registry};

/// A ranking as a page: the plane of both sides, those ranked, who is blocked by whom, and what is not known.
///
/// The page is one file with its style and its pictures inside; all text of documents is escaped. It shows what the
/// ranking holds and nothing else, so that it is for the ranking's reader.
pub fn ranking_html(ranking: &Ranking, registry: &Registry, legend: &Legend<'_>) -> String {
    ranking::page(ranking, registry, legend)
}

/// An explanation as a page: both sides and the mutual score, what adds to them, and what is not known.
///
/// The page is one file with its style and its pictures inside; all text of documents is escaped. It shows what the
/// explanation holds and nothing else, so that it is for the explanation's reader.
pub fn explanation_html(
    explanation: &Explanation,
    registry: &Registry,
    legend: &Legend<'_>,
) -> String {
    explanation::page(explanation, registry, legend)
}

/// Text of a document, apart from the direction of the text around it and without control characters.
fn given(text: &str) -> Markup {
    html! { bdi { (plain(text)) } }
}

/// Text of a document without control characters.
fn plain(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// A sentence in which what stands between backticks is code.
fn sentence(text: &str) -> Markup {
    html! {
        @for (place, part) in plain(text).split('`').enumerate() {
            @if place % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
