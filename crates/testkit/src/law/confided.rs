//! What a candidate keeps to the engine stays there: no reader on the other side can work it out.

use super::bounded::adds_up;
use mutualfit_domain::{Audience, Candidate, Pointer, Role};
use mutualfit_scoring::{Engine, Explanation, KEPT, Merge, Node, Reader, Score};
use serde_json::Value;
use std::collections::BTreeSet;

/// What is left open of a degree that is kept, at the least, beside what rounding to six decimals leaves open.
const LEAST_OPEN: f64 = 1e-5;
/// Numbers up to this may be counts of anything: days, hours, months.
const COUNTS: f64 = 1000.0;
/// Half a unit of the sixth decimal, for each of the numbers that are added up.
const ROUNDED: f64 = 2e-5;

/// Whether a pair's explanation keeps the candidate's confidences: the role's view adds up and holds no value that is
/// kept, and nobody who knows every label, weight and shared number can work out a degree that is kept and met in part;
/// the candidate's view holds all numbers.
///
/// # Errors
///
/// What can be worked out, or does not add up.
pub fn confided(
    engine: &Engine,
    merge: &Merge,
    role: &Role,
    candidate: &Candidate,
) -> Result<(), String> {
    let auditor = engine.explain(role, candidate);
    let own = engine.seen_by(Reader::Candidate, &auditor);
    if (&own.explanation, &own.provenance) != (&auditor.explanation, &auditor.provenance) {
        return Err("the candidate sees other numbers than an auditor".to_owned());
    }
    let mut seen = engine.seen_by(Reader::Role, &auditor);
    let change = |target| engine.least_change_read_by(Reader::Role, role, candidate, target);
    if seen.explanation.value.banded && change(0.65) != change(0.75) {
        return Err(
            "targets of one fifth are told apart, by which a score could be found".to_owned()
        );
    }
    seen.least_change = Some(change(0.75));
    adds_up(&seen.explanation)?;
    undetermined(&auditor, &seen, merge)?;
    unnamed(&seen, role, candidate)
}

/// Whether every degree that is kept and met in part could be another one for all that the role's view shows.
fn undetermined(auditor: &Explanation, seen: &Explanation, merge: &Merge) -> Result<(), String> {
    let sides = auditor.explanation.children.iter().zip(&seen.explanation.children);
    for (place, (exact, shown)) in sides.enumerate() {
        let Some(node) = shown.children.iter().find(|node| node.code == KEPT) else { continue };
        let is_kept = |entry: &&Node| entry.audience == Some(Audience::Engine);
        let kept: Vec<&Node> = exact.children.iter().filter(is_kept).collect();
        for bound in [Bound::Low, Bound::High] {
            let open: f64 = shown
                .children
                .iter()
                .filter(|child| child.code != KEPT)
                .map(|child| bound.added(child))
                .sum();
            // What all that is kept adds up to, by each of the numbers that are shown.
            let side = bound.fifth(&shown.value);
            let merged = by_merge(seen, merge, place, bound);
            let weight = node.weight.get();
            let own = bound.fifth(&node.value);
            let least = (side.0 - open).max(merged.0 - open).max(own.0 * weight) - ROUNDED;
            let most = (side.1 - open).min(merged.1 - open).min(own.1 * weight) + ROUNDED;
            for entry in &kept {
                solve(entry, &kept, bound, (least, most))?;
            }
        }
    }
    Ok(())
}

/// Whether what is known of the sum leaves a degree open.
fn solve(entry: &Node, kept: &[&Node], bound: Bound, (least, most): Range) -> Result<(), String> {
    let weight = entry.weight.get();
    let (from, to) = word(entry, bound);
    if weight <= 0.0 || to - from <= 0.0 {
        return Ok(());
    }
    let others = kept.iter().filter(|other| other.code != entry.code);
    let (mut low, mut high) = (0.0, 0.0);
    for other in others {
        let (from, to) = word(other, bound);
        low += other.weight.get() * from;
        high += other.weight.get() * to;
    }
    let range = (((least - high) / weight).max(from), ((most - low) / weight).min(to));
    let truth = bound.of(&entry.value);
    let slack = ROUNDED / weight;
    if range.1 - range.0 < LEAST_OPEN || truth < range.0 - slack || truth > range.1 + slack {
        return Err(format!(
            "`{}` is kept at {truth}, and its {bound:?} follows to be within {range:?}",
            entry.code
        ));
    }
    Ok(())
}

/// What a word tells of a bound.
fn word(entry: &Node, bound: Bound) -> Range {
    let Score { low, high, .. } = entry.value;
    match (low.get(), high.get()) {
        (low, _) if low >= 1.0 => (1.0, 1.0),
        (_, high) if high <= 0.0 => (0.0, 0.0),
        (low, high) if low <= 0.0 && high >= 1.0 => match bound {
            Bound::Low => (0.0, 0.0),
            Bound::High => (1.0, 1.0),
        },
        _ => (0.0, 1.0),
    }
}

/// What the mutual score tells of one side, where the other is shown exactly: by halving, since means are monotone.
fn by_merge(seen: &Explanation, merge: &Merge, place: usize, bound: Bound) -> Range {
    let mutual = bound.fifth(&seen.explanation.value);
    let Some(other) = seen.explanation.children.get(1 - place) else { return (0.0, 1.0) };
    if other.value.banded {
        return (0.0, 1.0);
    }
    let other = bound.of(&other.value) as f32;
    let merged = |own: f32| {
        f64::from(if place == 0 { merge.point(own, other) } else { merge.point(other, own) })
    };
    let reach = |goal: f64| {
        let (mut low, mut high) = (0.0_f32, 1.0_f32);
        for _ in 0..30 {
            let middle = low.midpoint(high);
            if merged(middle) < goal { low = middle } else { high = middle }
        }
        f64::from(high)
    };
    // The last fifth holds its upper end, so that it bounds nothing.
    let most = if mutual.1 >= 1.0 || merged(1.0) < mutual.1 { 1.0 } else { reach(mutual.1) };
    (reach(mutual.0), most)
}

type Range = (f64, f64);

#[derive(Clone, Copy, Debug)]
enum Bound {
    Low,
    High,
}

impl Bound {
    fn of(self, score: &Score) -> f64 {
        match self {
            Self::Low => score.low.get(),
            Self::High => score.high.get(),
        }
    }

    fn added(self, node: &Node) -> f64 {
        match self {
            Self::Low => node.contribution.low.get(),
            Self::High => node.contribution.high.get(),
        }
    }

    /// The fifth that the bound lies in.
    fn fifth(self, banded: &Score) -> Range {
        match self {
            Self::Low => (banded.low.get(), banded.low.get() + 0.2),
            Self::High => (banded.high.get() - 0.2, banded.high.get()),
        }
    }
}

/// Whether no value and no pointer of an item that is kept is anywhere in the role's view.
fn unnamed(seen: &Explanation, role: &Role, candidate: &Candidate) -> Result<(), String> {
    let of = |error: serde_json::Error| error.to_string();
    let document = serde_json::to_value(candidate).map_err(of)?;
    let mut kept = Items::default();
    kept.sort(candidate, &document);
    let mut known = BTreeSet::new();
    leaves(&serde_json::to_value(role).map_err(of)?, &mut known);
    kept.shared.iter().for_each(|item| leaves(item, &mut known));
    let mut secret = BTreeSet::new();
    kept.items.iter().for_each(|(_, item)| leaves(item, &mut secret));
    let mut shown = Shown::default();
    shown.read(&serde_json::to_value(seen).map_err(of)?);
    let is_secret = |value: &&String| secret.contains(*value) && !known.contains(*value);
    for (fact, values) in &shown.values {
        if let Some(value) = values.iter().find(is_secret) {
            return Err(format!("the role's view holds {value}, which is kept, in {fact}"));
        }
    }
    let told = |pointer: &&String| kept.items.iter().any(|(place, _)| pointer.starts_with(place));
    if let Some(pointer) = shown.pointers.iter().find(told) {
        return Err(format!("the role's view points to {pointer}, which is kept"));
    }
    Ok(())
}

/// The items of a candidate's document, by whether they are kept.
#[derive(Default)]
struct Items<'d> {
    items: Vec<(String, &'d Value)>,
    shared: Vec<&'d Value>,
}

impl<'d> Items<'d> {
    fn sort(&mut self, candidate: &Candidate, document: &'d Value) {
        for (section, value) in document.as_object().into_iter().flatten() {
            if section == "aspirations" {
                let whole = candidate.aspirations.as_ref().and_then(|wishes| wishes.audience);
                for (name, value) in value.as_object().into_iter().flatten() {
                    let at = Pointer::root().field(section).field(name);
                    self.section(&at, value, whole.unwrap_or(Audience::Engine));
                }
            } else {
                let at = Pointer::root().field(section);
                self.section(&at, value, Audience::Shared);
            }
        }
    }

    fn section(&mut self, at: &Pointer, value: &'d Value, whole: Audience) {
        // The names of sections are names, whoever lists them.
        if at.as_str().ends_with("/indifferent") || at.as_str().ends_with("/complete") {
            return;
        }
        match value {
            Value::Array(items) if items.iter().all(Value::is_object) => {
                for (place, item) in items.iter().enumerate() {
                    self.item(&at.clone().index(place), item, whole);
                }
            }
            one => self.item(at, one, whole),
        }
    }

    fn item(&mut self, at: &Pointer, value: &'d Value, whole: Audience) {
        let own = value.get("audience").and_then(Value::as_str).map(|own| own == "engine");
        if own.unwrap_or(whole == Audience::Engine) {
            self.items.push((at.as_str().to_owned(), value));
        } else {
            self.shared.push(value);
        }
    }
}

/// Every text, and every number that tells by itself what it is of.
fn leaves(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.chars().count() > 1 => {
            into.insert(text.clone());
        }
        Value::Number(number) if number.as_f64().is_some_and(|number| number.abs() > COUNTS) => {
            into.insert(number.as_f64().map(|number| number.to_string()).unwrap_or_default());
        }
        Value::Array(items) => items.iter().for_each(|item| leaves(item, into)),
        Value::Object(members) => members.values().for_each(|member| leaves(member, into)),
        _ => {}
    }
}

/// What a view says beside codes, names and scores.
#[derive(Default)]
struct Shown {
    /// The values of each thing that has any.
    values: Vec<(String, BTreeSet<String>)>,
    pointers: BTreeSet<String>,
}

impl Shown {
    fn read(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    match (name.as_str(), member) {
                        ("values" | "patch" | "concept", _) => {
                            let mut values = BTreeSet::new();
                            leaves(member, &mut values);
                            self.values.push((value.to_string(), values));
                        }
                        (
                            "asked" | "answered" | "given" | "hoped" | "closes",
                            Value::String(at),
                        ) if at.starts_with('/') => {
                            self.pointers.insert(at.clone());
                        }
                        _ => self.read(member),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            _ => {}
        }
    }
}
