//! How much each thing that is not known widens a score.

use crate::{
    Degree, Node, Published, Said,
    pair::{EntryScore, PairScore},
    plan::{Entry, Plan},
};
use mutualfit_domain::{Audience, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A criterion whose degree is not known exactly, and by how much that widens the scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Unknown {
    /// Whose criterion it is.
    pub side: Side,
    /// The entry of the rubric.
    pub criterion: String,
    /// What the document that asks says.
    pub asked: Said,
    /// What the document that answers says.
    pub answered: Said,
    /// By how much the side's bounds would come closer, were its degree known: its share of the side's width.
    pub side_width: Published,
    /// By how much the mutual bounds would come closer, were its degree known to be halfway between its own.
    pub mutual_width: Published,
    /// `engine` where what it rests on is kept from the other side; absent where it may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

/// Every criterion that widens a pair's scores, what widens the mutual one most first.
pub(crate) fn unknowns(plan: &Plan, score: &PairScore, tree: &Node) -> Vec<Unknown> {
    let entries = plan.entries.iter().zip(&score.entries);
    let audience = |name: &str| {
        let nodes = tree.children.iter().flat_map(|side| &side.children);
        nodes.filter(|node| node.kind.is_some()).find(|node| node.code == name)?.audience
    };
    let widening = entries.filter(|(_, scored)| scored.weight > 0.0 && scored.degree.width() > 0.0);
    let mut unknowns: Vec<Unknown> = widening
        .map(|(entry, scored)| Unknown {
            audience: audience(&entry.name),
            ..unknown(plan, score, entry, scored)
        })
        .collect();
    let width = |unknown: &Unknown| (unknown.mutual_width, unknown.side_width);
    unknowns.sort_by(|one, other| {
        width(other)
            .partial_cmp(&width(one))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then_with(|| one.criterion.cmp(&other.criterion))
    });
    unknowns
}

fn unknown(plan: &Plan, score: &PairScore, entry: &Entry, scored: &EntryScore) -> Unknown {
    let side = score.side(entry.side);
    let share = if side.total > 0.0 { scored.weight / side.total } else { 0.0 };
    let half = scored.degree.width() / 2.0;
    let known = Degree::between(
        side.degree.low() + share * half,
        (side.degree.high() - share * half).max(side.degree.low() + share * half),
    );
    let (role, candidate) = match entry.side {
        Side::Role => (known, score.candidate.degree),
        Side::Candidate => (score.role.degree, known),
    };
    let gained = score.mutual.width() - plan.merge.degree(role, candidate).width();
    Unknown {
        side: entry.side,
        criterion: entry.name.clone(),
        asked: scored.asked.into(),
        answered: scored.answered.into(),
        side_width: Published::of(share * scored.degree.width()),
        mutual_width: Published::of(gained.max(0.0)),
        audience: None,
    }
}
