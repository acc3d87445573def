//! A rubric resolved against a registry.

use crate::{
    Context, Digest, Merge, RankBy, Reads, Registry, Rubric, RubricEntry, Scorer, SettingsError,
    World, criterion::sixty_fourths, provenance::CriterionVersion, rubric::ENTRIES_A_SIDE,
};
use mutualfit_domain::{Document, Fault, FaultKind, Faults, Pointer, Side};
use serde_json::Value;

/// The greatest weight of an entry; stakes are 64ths, so that the sum of all weights of a side stays below 2²⁴ and is
/// exact in f32 in any order.
const GREATEST_WEIGHT: f64 = 1024.0;

/// A rubric resolved against a registry: scorers at work, weights as whole numbers.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) entries: Vec<Entry>,
    /// The positions of the entries for which a role is the same in each of its arrangements: added up first, and once
    /// for all of them.
    pub(crate) shared: Vec<usize>,
    /// The positions of those that read the arrangement.
    pub(crate) varied: Vec<usize>,
    pub(crate) merge: Merge,
    pub(crate) stance: f32,
    pub(crate) rank_by: RankBy,
    pub(crate) rubric: Digest,
    /// The criteria and settings that decide what is distilled of documents, weights left out.
    distils: Digest,
    world: World,
    pub(crate) versions: Vec<CriterionVersion>,
}

/// One entry of a rubric at work.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) side: Side,
    pub(crate) scorer: Box<dyn Scorer>,
    pub(crate) context: Context,
    /// A whole number up to 1,024.
    pub(crate) weight: f32,
    /// The stake of an unstated ask, in 64ths.
    pub(crate) silence: u8,
    /// Where the ask stands in the document that asks.
    pub(crate) asks: Pointer,
    /// Whether it may read the arrangement that a role is seen with.
    reads_arrangement: bool,
}

impl Entry {
    /// The greatest weight that this entry can have in a pair, by the stake of its ask.
    pub(crate) fn weight_of(&self, sixty_fourths: u8) -> f32 {
        self.weight * f32::from(sixty_fourths)
    }
}

impl Plan {
    /// Resolves a rubric: every fault of it at once.
    pub(crate) fn new(registry: &Registry, rubric: &Rubric, world: &World) -> Result<Self, Faults> {
        let mut faults = rubric.check();
        let weights = whole_weights(registry, rubric);
        let mut entries: Vec<Entry> = Vec::new();
        for (position, (entry, weight)) in rubric.criteria.iter().zip(weights).enumerate() {
            let at = Pointer::root().field("criteria").index(position);
            match resolve(registry, entry, &at, world, weight) {
                Ok(resolved) => entries.push(resolved),
                Err(fault) => faults.push(fault),
            }
        }
        for side in [Side::Role, Side::Candidate] {
            let count = entries.iter().filter(|entry| entry.side == side).count();
            if count > ENTRIES_A_SIDE {
                let message = format!(
                    "{count} criteria ask on behalf of the {side}; keep to {ENTRIES_A_SIDE} a side"
                );
                faults.push(Fault::new(Pointer::root().field("criteria"), FaultKind::Sum, message));
            }
        }
        if let Some(faults) = Faults::of(faults) {
            return Err(faults);
        }
        let versions = versions(registry, &entries);
        let rubric_digest = Digest::of_canonical(&resolved(registry, rubric)).unwrap_or_default();
        let (varied, shared) = (0..entries.len())
            .partition(|&at| entries.get(at).is_some_and(|entry| entry.reads_arrangement));
        Ok(Self {
            entries,
            shared,
            varied,
            merge: rubric.merge(),
            stance: rubric.stance().share(),
            rank_by: rubric.rank_by(),
            rubric: rubric_digest,
            distils: distils(rubric, &versions),
            world: world.clone(),
            versions,
        })
    }

    /// Whether documents that were distilled under another plan can be scored under this one.
    pub(crate) fn distils_as(&self, other: &Self) -> bool {
        self.distils == other.distils && self.world.is(&other.world)
    }
}

impl Plan {
    /// The positions of the entries in the order in which they are added up.
    pub(crate) fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.shared.iter().chain(&self.varied).copied()
    }
}

/// An entry of a rubric that stands at a pointer, or what is wrong with it.
fn resolve(
    registry: &Registry,
    entry: &RubricEntry,
    at: &Pointer,
    world: &World,
    weight: f32,
) -> Result<Entry, Fault> {
    let Some(kind) = registry.get(&entry.kind) else {
        let message = unknown_kind(registry, &entry.kind);
        return Err(Fault::new(at.clone().field("use"), FaultKind::Unknown, message));
    };
    let settings =
        entry.settings.clone().map_or_else(|| Value::Object(serde_json::Map::new()), Value::Object);
    let scorer = kind.build(&settings).map_err(|error: SettingsError| {
        let fault = error.fault();
        let settings = at.clone().field("with");
        let pointer = fault.pointer().segments().fold(settings, |at, name| at.field(&name));
        Fault::new(pointer, fault.kind(), fault.message())
    })?;
    let info = kind.info();
    let reads = scorer.reads().unwrap_or_else(|| Reads::from(info.reads));
    Ok(Entry {
        name: entry.name().to_owned(),
        kind: info.id,
        side: scorer.side(),
        context: Context::new(world, reads.extensions.clone()),
        weight,
        silence: sixty_fourths(entry.silence.map_or(info.silence, |silence| silence as f32)),
        asks: info.asks.parse().unwrap_or_default(),
        reads_arrangement: reads.role.iter().any(|pointer| is_of_arrangements(pointer)),
        scorer,
    })
}

/// Whether a pointer into a role leads to its arrangements, or may.
fn is_of_arrangements(pointer: &str) -> bool {
    matches!(pointer.split('/').nth(1), None | Some("" | "*" | "arrangements"))
}

fn unknown_kind(registry: &Registry, id: &str) -> String {
    let nearest =
        registry.kinds().map(|kind| kind.info().id).min_by_key(|known| distance(known, id));
    match nearest.filter(|known| distance(known, id) <= 3) {
        Some(known) => format!("there is no criterion `{id}`; did you mean `{known}`?"),
        None => format!("there is no criterion `{id}`; see which there are, or register it"),
    }
}

/// Edit distance (Levenshtein 1966), for suggestions.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        for (cell, next) in row.iter_mut().skip(1).zip(&other) {
            let cost = if letter == *next { diagonal } else { 1 + diagonal.min(left).min(*cell) };
            diagonal = *cell;
            *cell = cost;
            left = cost;
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Weights as whole numbers up to 1,024, side by side, so that only ratios matter: the least numbers that keep the
/// ratios, or the nearest ones to them. A weight above 0 is at least 1.
fn whole_weights(registry: &Registry, rubric: &Rubric) -> Vec<f32> {
    let side = |entry: &RubricEntry| registry.get(&entry.kind).map(|kind| kind.info().side);
    let stated = |entry: &RubricEntry| entry.weight.unwrap_or(1.0);
    let scale = |of: Option<Side>| {
        let weights: Vec<f64> =
            rubric.criteria.iter().filter(|entry| side(entry) == of).map(stated).collect();
        let greatest = weights.iter().copied().fold(0.0, f64::max);
        let ratios: Vec<f64> = weights.iter().map(|weight| weight / greatest).collect();
        let whole = |times: &f64| {
            ratios.iter().all(|ratio| (ratio * times - (ratio * times).round()).abs() < 1e-6)
        };
        let times = (1..=1024).map(f64::from).find(whole).unwrap_or(GREATEST_WEIGHT);
        (greatest, times)
    };
    let scales = [None, Some(Side::Role), Some(Side::Candidate)].map(|of| (of, scale(of)));
    let whole = |entry: &RubricEntry| {
        let found = scales.iter().find(|(of, _)| *of == side(entry)).map(|(_, scale)| *scale);
        let (greatest, times) = found.unwrap_or((0.0, 0.0));
        let weight = stated(entry);
        if weight > 0.0 { (weight / greatest * times).round().max(1.0) as f32 } else { 0.0 }
    };
    rubric.criteria.iter().map(whole).collect()
}

/// The rubric with every default filled in, as it is digested.
fn resolved(registry: &Registry, rubric: &Rubric) -> Rubric {
    let mut resolved = rubric.clone();
    resolved.rank_by = Some(rubric.rank_by());
    resolved.stance = Some(rubric.stance());
    let mutual = rubric.mutual.unwrap_or_default();
    resolved.mutual = Some(crate::MergeSettings {
        exponent: Some(mutual.exponent.unwrap_or_default()),
        role_weight: Some(mutual.role_weight.unwrap_or(1.0)),
        candidate_weight: Some(mutual.candidate_weight.unwrap_or(1.0)),
    });
    for entry in &mut resolved.criteria {
        entry.weight = Some(entry.weight.unwrap_or(1.0));
        let silence = registry.get(&entry.kind).map(|kind| f64::from(kind.info().silence));
        entry.silence = entry.silence.or(silence);
        entry.settings = Some(entry.settings.clone().unwrap_or_default());
    }
    resolved
}

/// What decides how documents are distilled: each entry's kind and settings, in their order, and the versions.
fn distils(rubric: &Rubric, versions: &[CriterionVersion]) -> Digest {
    let entries: Vec<_> = rubric
        .criteria
        .iter()
        .map(|entry| (&entry.kind, entry.settings.clone().unwrap_or_default()))
        .collect();
    Digest::of_canonical(&(entries, versions)).unwrap_or_default()
}

fn versions(registry: &Registry, entries: &[Entry]) -> Vec<CriterionVersion> {
    let mut kinds: Vec<&str> = entries.iter().map(|entry| entry.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let version =
        |kind: &str| registry.get(kind).map_or("", |known| known.info().version).to_owned();
    kinds
        .into_iter()
        .map(|kind| CriterionVersion { kind: kind.to_owned(), version: version(kind) })
        .collect()
}
