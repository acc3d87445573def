//! An explanation as a page.

use crate::{
    Glyphs, Legend, Page, fact,
    html::{
        bar::{Bounds, Tone, axis, bar, bar_from},
        change::least_change,
        frame::{Content, bar_key, columns, page as whole, section, table},
        given, plain,
        steps::{Step, heaviest_first, steps},
    },
    number,
    outline::{ConditionOutline, Outline, SideOutline},
    words,
    words::page,
};
use maud::{Markup, html};
use mutualfit_domain::Side;
use mutualfit_scoring::{Explanation, Fact, Gate, GrowthLink, KEPT, Node, Registry, Unknown};

/// How many findings of a criterion are shown before the others are folded away.
const SHOWN: usize = 3;

pub(super) fn page(explanation: &Explanation, registry: &Registry, legend: &Legend<'_>) -> String {
    let outline = Outline::of(explanation);
    let writer = Writer { registry };
    let sections = html! {
        (section("fit", page::FIT, &fit(explanation, &outline)))
        (section("conditions", words::CONDITIONS, &writer.conditions(&outline)))
        @for side in &outline.sides {
            @let id = match side.side { Side::Role => "role-side", Side::Candidate => "candidate-side" };
            (section(id, words::heading(side.side), &writer.side(side)))
        }
        (section("unknown", page::NOT_KNOWN, &unknown(explanation, &outline)))
        @if !explanation.growth.is_empty() {
            (section("growth", page::GROWTH, &growth(&explanation.growth)))
        }
        @if let Some(change) = &explanation.least_change {
            (section("change", page::CHANGE, &least_change(change, registry)))
        }
    };
    let Explanation { role, candidate, .. } = explanation;
    let content = Content {
        title: format!("Role {role} and candidate {candidate}"),
        heading: html! { "Role " (given(role.as_str())) " and candidate " (given(candidate.as_str())) },
        summary: summary(explanation),
        sections,
        reader: explanation.reader,
        provenance: &explanation.provenance,
    };
    whole(&content, legend)
}

fn summary(explanation: &Explanation) -> Markup {
    let (class, sign) = of_gate(explanation.gate);
    html! {
        p class="summary" {
            span class={ "badge " (class) } {
                span aria-hidden="true" { (sign) " " }
                (words::outcome(explanation.gate))
            }
            @if let Some(number) = explanation.arrangement {
                " By the role’s " code { "/arrangements/" (number) } "."
            }
            " Reader: " (words::reader(explanation.reader)) "."
        }
    }
}

fn of_gate(gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::Met => ("met", "●"),
        Gate::Open => ("open", "○"),
        Gate::Unmet => ("blocked", "×"),
    }
}

struct Writer<'w> {
    registry: &'w Registry,
}

impl Writer<'_> {
    fn conditions(&self, outline: &Outline<'_>) -> Markup {
        let kept = kept_conditions(outline);
        html! {
            @if outline.conditions.is_empty() && kept.is_empty() {
                p { (words::NO_CONDITIONS) }
            } @else {
                ul class="conditions" {
                    @for condition in &outline.conditions { (self.condition(condition)) }
                    @for (owner, fact, gate) in kept {
                        @let criterion = fact.criterion.as_deref().unwrap_or_default();
                        li { (condition_words(owner, criterion, gate, "")) " (" (page::KEPT) ")" }
                    }
                }
            }
        }
    }

    fn condition(&self, condition: &ConditionOutline<'_>) -> Markup {
        let ConditionOutline { owner, node, gate, negotiable, facts } = condition;
        let opens = words::who_opens(*owner, *gate, *negotiable);
        html! {
            li {
                (condition_words(*owner, &node.code, *gate, &opens))
                @if !facts.is_empty() {
                    ul {
                        @for fact in facts { li { (self.sentence(node, fact)) } }
                    }
                }
            }
        }
    }

    fn side(&self, side: &SideOutline<'_>) -> Markup {
        let tone = Tone::from(side.side);
        let parts = heaviest_first(side.node);
        let rows = html! {
            @for part in &parts { (self.part(part, tone)) }
            (sum(&side.node.value, tone, 2))
        };
        let [criterion, bars, adds, met, compared] = page::STEP_COLUMNS;
        let head = html! {
            (columns(&[criterion]))
            th scope="col" class="wide" { (bars) (axis()) }
            (columns(&[adds, met, compared]))
        };
        let caption = format!("What adds to the {}. {}", words::side(side.side), page::STEPS_ABOUT);
        let id = format!("{}-caption", tone.class());
        html! {
            (bar_key(tone))
            (table(&id, "scores steps", &caption, &head, &rows))
            (left_out(side))
        }
    }

    fn part(&self, part: &Step<'_>, tone: Tone) -> Markup {
        let node = part.node;
        html! {
            tr {
                th scope="row" { (self.name(node)) }
                td class="score" { (bar_from(part.start, part.adds(), tone)) }
                td class="number" { (adds(part)) }
                td class="number" {
                    (number::interval(&node.value, Glyphs::Unicode))
                    br; span class="small" { "weighs " (number::percent(node.weight.get())) }
                }
                td { (self.findings(node)) }
            }
        }
    }

    fn name(&self, node: &Node) -> Markup {
        let summary = node.kind.as_deref().and_then(|kind| self.registry.get(kind));
        let summary = summary.map(|kind| kind.info().summary);
        html! {
            @match (&node.kind, node.code.as_str()) {
                (Some(_), code) => {
                    (plain(code))
                    @if let Some(gate) = node.gate { " " (gate_badge(gate)) }
                    @if let Some(summary) = summary { br; span class="small" { (summary) } }
                },
                (None, KEPT) => { (page::KEPT) br; span class="small" { (page::KEPT_ABOUT) } },
                (None, _) => (page::NOTHING_ASKED),
            }
        }
    }

    /// What was compared, what tells most first; of many the others folded away.
    fn findings(&self, node: &Node) -> Markup {
        if node.kind.is_none() && node.code != KEPT {
            return html! { (words::NOTHING_ASKED) };
        }
        let facts = fact::by_weight(node);
        let shown = if node.kind.is_some() { SHOWN } else { facts.len() };
        let (first, rest) = facts.split_at(facts.len().min(shown));
        let list = |facts: &[&Fact]| {
            html! {
                ul {
                    @for fact in facts { li { (self.sentence(node, fact)) } }
                }
            }
        };
        html! {
            @if !first.is_empty() { (list(first)) }
            @if !rest.is_empty() {
                details { summary { (rest.len()) " more of " (plain(&node.code)) } (list(rest)) }
            }
        }
    }

    fn sentence(&self, node: &Node, fact: &Fact) -> Markup {
        let gate = fact.gate.filter(|gate| *gate != Gate::Met);
        html! {
            @if let Some(criterion) = &fact.criterion { strong { (plain(criterion)) } ": " }
            @match page::kept(&fact.code) {
                Some(words) => {
                    (words)
                    @if let Some(gate) = gate { " (essential, " (words::gate(gate)) ")" }
                },
                None => (plain(&fact::sentence(node, fact, self.registry, &Page::default()))),
            }
        }
    }
}

/// Both sides and what they come to, and how.
fn fit(explanation: &Explanation, outline: &Outline<'_>) -> Markup {
    let mutual = &explanation.explanation;
    let rows = html! {
        @for side in &outline.sides {
            (fit_row(words::side(side.side), side.node, side.side.into()))
        }
        (fit_row(words::TOGETHER, mutual, Tone::Both))
    };
    let head = html! {
        th scope="col" { "side" }
        th scope="col" class="wide" { "bounds" (axis()) }
        th scope="col" { "number" }
    };
    html! {
        (bar_key(Tone::Both))
        (table("fit-caption", "scores fit", "How well they fit, from each side and together", &head, &rows))
        (together(mutual))
    }
}

/// How both sides come together.
fn together(mutual: &Node) -> Markup {
    let steps = steps(mutual);
    let rows = html! {
        tr {
            th scope="row" { (words::START) }
            td class="score" { (bar(Bounds { low: mutual.baseline.get(), high: mutual.baseline.get(), point: Some(mutual.baseline.get()) }, Tone::Both)) }
            td class="number" { (number::two(mutual.baseline.get())) }
        }
        @for (step, side) in steps.iter().zip([Side::Role, Side::Candidate]) {
            tr {
                th scope="row" { (words::side(side)) }
                td class="score" { (bar_from(step.start, step.adds(), side.into())) }
                td class="number" { (adds(step)) }
            }
        }
        (sum(&mutual.value, Tone::Both, 0))
    };
    let head = html! {
        th scope="col" { "part" }
        th scope="col" class="wide" { "adds up" (axis()) }
        th scope="col" { "adds" }
    };
    html! {
        details open {
            summary { (page::TOGETHER) }
            (table("together-caption", "scores fit", page::STEPS_ABOUT, &head, &rows))
        }
    }
}

/// What a step adds: its point, and its bounds where they differ.
fn adds(step: &Step<'_>) -> Markup {
    let [point, bounds] = step.words();
    html! {
        @if let Some(point) = &point { (point) }
        @if let Some(bounds) = bounds {
            @if point.is_some() { br; }
            span class="small" { (bounds) }
        }
    }
}

fn fit_row(name: &str, node: &Node, tone: Tone) -> Markup {
    let shown = number::point(&node.value, Glyphs::Unicode);
    let interval = number::interval(&node.value, Glyphs::Unicode);
    html! {
        tr {
            th scope="row" { (name) }
            td class="score" { (bar((&node.value).into(), tone)) }
            td class="number" {
                strong { (shown) }
                @if shown != interval { " " span class="small whole" { "(" (interval) ")" } }
                @if node.value.banded { br; span class="small" { "in fifths" } }
            }
        }
    }
}

/// The row of a sum, with empty cells after it.
fn sum(value: &mutualfit_scoring::Score, tone: Tone, empty: usize) -> Markup {
    let shown = number::point(value, Glyphs::Unicode);
    let interval = number::interval(value, Glyphs::Unicode);
    html! {
        tr class="sum" {
            th scope="row" { (words::SUM) }
            td class="score" { (bar(value.into(), tone)) }
            td class="number" {
                strong { (shown) }
                @if shown != interval { br; span class="small" { (interval) } }
            }
            @for _ in 0..empty { td {} }
        }
    }
}

fn gate_badge(gate: Gate) -> Markup {
    let (class, sign) = of_gate(gate);
    html! {
        span class={ "badge " (class) } { span aria-hidden="true" { (sign) " " } "essential, " (words::gate(gate)) }
    }
}

fn condition_words(owner: Side, criterion: &str, gate: Gate, opens: &str) -> Markup {
    let (class, sign) = of_gate(gate);
    html! {
        span class={ "badge " (class) } { span aria-hidden="true" { (sign) " " } (words::gate(gate)) }
        " " strong { (plain(&page::owned(owner, criterion))) }
        @if !opens.is_empty() { ": " (opens) }
    }
}

/// What is essential among what is kept.
fn kept_conditions<'o>(outline: &'o Outline<'_>) -> Vec<(Side, &'o Fact, Gate)> {
    let sides = outline.sides.iter();
    let nodes = sides.flat_map(|side| side.node.children.iter().map(|node| (side.side, node)));
    nodes
        .filter(|(_, node)| node.code == KEPT && node.kind.is_none())
        .flat_map(|(side, node)| node.facts.iter().map(move |fact| (side, fact)))
        .filter_map(|(side, fact)| {
            fact.gate.filter(|_| page::kept(&fact.code).is_some()).map(|gate| (side, fact, gate))
        })
        .collect()
}

fn left_out(side: &SideOutline<'_>) -> Markup {
    let mut notes = Vec::new();
    for (is_ask, names) in [(false, &side.unanswered), (true, &side.unasked)] {
        if !names.is_empty() {
            let unsaid = words::unsaid(side.side, is_ask);
            notes.push(format!("{} ({unsaid}): {}", words::NOT_ANSWERED, names.join(", ")));
        }
    }
    if !side.uncounted.is_empty() {
        notes.push(format!("{}: {}", words::NOT_COUNTED, side.uncounted.join(", ")));
    }
    html! {
        @for note in notes { p class="small" { (plain(&note)) } }
    }
}

/// What is not known, what widens both together most first.
fn unknown(explanation: &Explanation, outline: &Outline<'_>) -> Markup {
    let is_banded = outline.sides.iter().any(|side| side.node.value.banded);
    if explanation.unknown.is_empty() {
        let words = if is_banded { page::UNKNOWN_KEPT } else { page::ALL_KNOWN };
        return html! { p { (words) } };
    }
    let rows = html! {
        @for unknown in &explanation.unknown { (unknown_row(unknown)) }
    };
    let [whose, missing, both, side] = page::WIDENS_COLUMNS;
    let head = html! {
        (columns(&[whose, missing]))
        th scope="col" { (both) (axis()) }
        (columns(&[side]))
    };
    table("unknown-caption", "scores", page::WIDENS, &head, &rows)
}

fn unknown_row(unknown: &Unknown) -> Markup {
    let Unknown { side, criterion, asked, answered, side_width, mutual_width, .. } = unknown;
    let by = Bounds { low: mutual_width.get(), high: mutual_width.get(), point: None };
    html! {
        tr {
            th scope="row" { (plain(&page::owned(*side, criterion))) }
            td { (page::missing(*side, *asked, *answered)) }
            td class="score" { (bar(by, Tone::Both)) (number::two(by.low)) }
            td class="number" { (number::two(side_width.get())) }
        }
    }
}

fn growth(links: &[GrowthLink]) -> Markup {
    html! {
        ul {
            @for link in links {
                li {
                    (page::growth(link.code)) ": " strong { (plain(&link.concept)) }
                    @if link.closes.is_some() { "; " (page::CLOSES) }
                    "."
                }
            }
        }
    }
}
