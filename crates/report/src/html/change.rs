//! The least that would have to change, on a page.

use crate::{
    Glyphs, fact,
    html::{
        bar::{Tone, bar},
        plain,
    },
    number, words,
    words::page,
};
use maud::{Markup, html};
use mutualfit_domain::Side;
use mutualfit_scoring::{Fact, LeastChange, Outcome, Registry, Score, Step, WAIVE, Way};

pub(super) fn least_change(change: &LeastChange, registry: &Registry) -> Markup {
    html! {
        p { (page::target(&number::two(change.target.get()))) }
        @if change.ways.is_empty() && change.talk.is_empty() {
            p { (page::THERE_ALREADY) }
        }
        @for way in &change.ways {
            (of_way(way, registry))
        }
        @if !change.talk.is_empty() {
            h3 { (page::TALK) }
            ul {
                @for facet in &change.talk {
                    li { (plain(&facet.criterion)) ", " (words::side(facet.side)) }
                }
            }
        }
    }
}

fn of_way(way: &Way, registry: &Registry) -> Markup {
    let is_talked_about = way.takes_more;
    let reached = if is_talked_about {
        page::reached_by_talking(way.reason)
    } else {
        page::reached(way.reason)
    };
    html! {
        h3 { (page::changed_by(way.by)) }
        @if !way.steps.is_empty() {
            ol {
                @for step in &way.steps {
                    li { (of_step(step, registry)) }
                }
            }
        }
        p { (reached) }
        @if !way.steps.is_empty() || is_talked_about { (after(&way.after)) }
    }
}

fn of_step(step: &Step, registry: &Registry) -> Markup {
    let sentence = if step.code == WAIVE {
        page::waived(step.side)
    } else {
        let said = Fact { values: step.values.clone(), ..Fact::new(step.code.clone()) };
        fact::plain(&step.kind, &said, registry)
    };
    html! {
        strong { (plain(&step.criterion)) } ": " (sentence)
        " " span class="small" { "(" (words::side(step.side)) ", " (number::two(step.amount.get())) " of the criterion)" }
    }
}

fn after(outcome: &Outcome) -> Markup {
    html! {
        dl class="after" {
            (row(words::TOGETHER, &outcome.mutual, Tone::Both))
            (row(words::side(Side::Role), &outcome.role_side, Tone::Role))
            (row(words::side(Side::Candidate), &outcome.candidate_side, Tone::Candidate))
        }
    }
}

fn row(name: &str, score: &Score, tone: Tone) -> Markup {
    html! {
        dt { (name) " then" }
        dd { (bar(score.into(), tone)) (number::score(score, Glyphs::Unicode)) }
    }
}
