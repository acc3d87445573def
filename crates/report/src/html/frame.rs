//! What all pages have: head, style, landmarks, how to read them, and what they were made from.

use crate::{Legend, html::bar, words, words::page};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use mutualfit_scoring::{Provenance, Reader};

const STYLE: &str = include_str!("page.css");
/// Whatever a document says, the page fetches nothing and runs nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What is a page's own.
pub(super) struct Content<'c> {
    pub(super) title: String,
    /// The first heading, and what stands below it.
    pub(super) heading: Markup,
    pub(super) summary: Markup,
    pub(super) sections: Markup,
    pub(super) reader: Reader,
    pub(super) provenance: &'c Provenance,
}

/// A whole page, ending in a line break.
pub(super) fn page(content: &Content<'_>, legend: &Legend<'_>) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (super::plain(&content.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#result" { (page::SKIP) }
                (bar::stock())
                header {
                    h1 { (content.heading) }
                    (content.summary)
                }
                main id="result" tabindex="-1" {
                    (content.sections)
                    (how_to_read(legend))
                }
                footer { (made_from(content, legend)) }
            }
        }
    };
    let mut text = markup.into_string();
    text.push('\n');
    text
}

fn how_to_read(legend: &Legend<'_>) -> Markup {
    html! {
        section aria-labelledby="how-to-read" {
            h2 id="how-to-read" { (words::LEGEND) }
            ul {
                @for sentence in legend.meaning() {
                    li { (super::sentence(&sentence)) }
                }
            }
        }
    }
}

fn made_from(content: &Content<'_>, legend: &Legend<'_>) -> Markup {
    let Provenance { engine, rubric, context, criteria, inputs, .. } = content.provenance;
    html! {
        @for sentence in legend.basis() {
            p { (super::sentence(&sentence)) }
        }
        p { "Reader: " (words::reader(content.reader)) "." }
        details {
            summary { (page::MADE_FROM) }
            dl class="digests" {
                dt { "engine" } dd { (engine) }
                dt { "rubric" } dd { code { (rubric) } }
                dt { "context" } dd { code { (context) } }
                @if let Some(inputs) = inputs {
                    dt { "documents" } dd { code { (inputs) } }
                }
                @if !criteria.is_empty() {
                    dt { "criteria" }
                    dd {
                        @for (place, criterion) in criteria.iter().enumerate() {
                            @if place > 0 { ", " }
                            (criterion.kind) " " (criterion.version)
                        }
                    }
                }
            }
        }
    }
}

/// A section with a heading.
pub(super) fn section(id: &str, heading: &str, body: &Markup) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            (body)
        }
    }
}

/// A table that a keyboard can scroll where it is wider than the page.
pub(super) fn table(id: &str, class: &str, caption: &str, head: &Markup, rows: &Markup) -> Markup {
    html! {
        div class="scroll" role="region" tabindex="0" aria-labelledby=(id) {
            table class=(class) {
                caption id=(id) { (caption) }
                thead { tr { (head) } }
                tbody { (rows) }
            }
        }
    }
}

/// The names of columns.
pub(super) fn columns(names: &[&str]) -> Markup {
    html! {
        @for name in names {
            th scope="col" { (name) }
        }
    }
}

/// What the parts of a bar mean.
pub(super) fn bar_key(tone: bar::Tone) -> Markup {
    let bounds = bar::Bounds { low: 0.4, high: 0.9, point: None };
    html! {
        p class="key" {
            span class="sample" { (bar::bar(bar::Bounds { low: 1.0, high: 1.0, ..bounds }, tone)) }
            span { (page::KEY_SURE) }
            span class="sample" { (bar::bar(bar::Bounds { low: 0.0, high: 1.0, ..bounds }, tone)) }
            span { (page::KEY_MAYBE) }
            span class="sample" { (bar::bar(bar::Bounds { low: 0.0, high: 0.0, point: Some(0.5) }, tone)) }
            span { (page::KEY_POINT) }
        }
    }
}
