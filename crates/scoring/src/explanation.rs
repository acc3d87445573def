//! Why a pair scores as it does: the evaluation itself, as a tree.

use crate::{
    BASELINE, Degree, Digest, Essential, Fact, Facts, Gate, Provenance, Published, Reader, Score,
    State,
    facts::Seats,
    pair::{EntryScore, PairScore},
    plan::{Entry, Plan},
    spec::spec,
};
use mutualfit_domain::{Id, PairFacts, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

spec!(
    /// The literal `mutualfit/explanation/1`.
    ExplanationSpec, "mutualfit/explanation/1"
);

/// Why one pair scores as it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// `mutualfit/explanation/1`.
    pub spec: ExplanationSpec,
    /// For whom it is written.
    pub reader: Reader,
    /// The role's id.
    pub role: Id,
    /// The candidate's id.
    pub candidate: Id,
    /// Which of the role's arrangements this is about; absent where it lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<u16>,
    /// Whether anything essential blocks the pair.
    pub gate: Gate,
    /// The tree: the mutual score, its two sides, and their criteria.
    pub explanation: Node,
    /// What it was made from.
    pub provenance: Provenance,
}

/// One number of an explanation and what it is made of.
///
/// `value = baseline + Σ contribution of the children`, for the low and for the high each, to 1e-6.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// `mutual`, `role-side`, `candidate-side`, `nothing-asked`, or the name of a rubric's entry.
    pub code: String,
    /// For a rubric's entry, the kind of criterion.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where the contributions of the children start; a leaf's own contribution starts at 0.
    pub baseline: Published,
    /// The number itself: a score, or for a criterion how far its ask is met.
    pub value: Score,
    /// What it adds to its parent.
    pub contribution: Contribution,
    /// Its weight beside its siblings, `0..=1`.
    pub weight: Published,
    /// For a criterion, what the document that asks says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Said>,
    /// For a criterion, what the document that answers says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Said>,
    /// For an essential ask, whether it is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// For an essential ask that is not met, whether it can be talked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
    /// What was compared.
    pub facts: Vec<Fact>,
    /// What it is made of.
    pub children: Vec<Node>,
}

/// What a document says about one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Said {
    /// It says something.
    Stated,
    /// It says nothing.
    Unstated,
    /// The question does not arise.
    Irrelevant,
}

impl From<State> for Said {
    fn from(state: State) -> Self {
        match state {
            State::Stated => Self::Stated,
            State::Unstated => Self::Unstated,
            State::Irrelevant => Self::Irrelevant,
        }
    }
}

/// What a node adds to its parent's low, high and point, as three numbers that each add up. The low may exceed the
/// high: they are parts of two sums, not bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Contribution {
    /// To the low.
    pub low: Published,
    /// To the high.
    pub high: Published,
    /// To the point.
    pub point: Published,
}

/// Gives every child its contribution, so that baseline and contributions add up to the value as published.
fn share_out(node: &mut Node, lows: &[f64], highs: &[f64], stance: f32) {
    let blend = |(low, high): (&f64, &f64)| low + f64::from(stance) * (high - low);
    let points: Vec<f64> = lows.iter().zip(highs).map(blend).collect();
    let above = |whole: Published| whole.get() - node.baseline.get();
    let low = Published::parts(above(node.value.low), lows);
    let high = Published::parts(above(node.value.high), highs);
    let point = Published::parts(above(node.value.point), &points);
    for (((child, low), high), point) in node.children.iter_mut().zip(low).zip(high).zip(point) {
        child.contribution = Contribution { low, high, point };
    }
}

/// The documents of a pair, their digests and what is known of the pair.
pub(crate) struct Case<'a> {
    pub(crate) seats: Seats<'a>,
    pub(crate) known: &'a [PairFacts],
}

/// The tree of a scored pair. No score is computed here: it shares out what was scored, by shares of a sum within a
/// side and by the closed form of two players between the sides.
pub(crate) fn tree(plan: &Plan, score: &PairScore, case: &Case<'_>) -> Node {
    let merge = &plan.merge;
    let both = merge.role_weight + merge.candidate_weight;
    let mut node = Node {
        baseline: Published::of(BASELINE),
        children: vec![
            side_node(plan, score, case, Side::Role, merge.role_weight / both),
            side_node(plan, score, case, Side::Candidate, merge.candidate_weight / both),
        ],
        ..Node::new("mutual", score.mutual, plan.stance, 1.0)
    };
    let (role, candidate) = (score.role.degree, score.candidate.degree);
    let lows = merge.contributions(role.low(), candidate.low()).map(f64::from);
    let highs = merge.contributions(role.high(), candidate.high()).map(f64::from);
    share_out(&mut node, &lows, &highs, plan.stance);
    node.contribution =
        Contribution { low: node.value.low, high: node.value.high, point: node.value.point };
    node
}

impl Node {
    fn new(code: &str, degree: Degree, stance: f32, weight: f32) -> Self {
        Self {
            code: code.to_owned(),
            kind: None,
            baseline: Published::default(),
            value: Score::of(degree, stance),
            contribution: Contribution::default(),
            weight: Published::of(weight),
            asked: None,
            answered: None,
            gate: None,
            negotiable: None,
            facts: Vec::new(),
            children: Vec::new(),
        }
    }
}

fn side_node(plan: &Plan, score: &PairScore, case: &Case<'_>, side: Side, weight: f32) -> Node {
    let own = score.side(side);
    let code = match side {
        Side::Role => "role-side",
        Side::Candidate => "candidate-side",
    };
    let mut node = Node::new(code, own.degree, plan.stance, weight);
    let entries =
        || plan.entries.iter().zip(&score.entries).filter(|(entry, _)| entry.side == side);
    node.children =
        entries().map(|(entry, scored)| entry_node(plan, case, entry, scored, own.total)).collect();
    let part = |bound: fn(Degree) -> f32| {
        move |(_, scored): (&Entry, &EntryScore)| {
            if own.total > 0.0 {
                f64::from(scored.weight) * f64::from(bound(scored.degree)) / f64::from(own.total)
            } else {
                0.0
            }
        }
    };
    let mut lows: Vec<f64> = entries().map(part(Degree::low)).collect();
    let mut highs: Vec<f64> = entries().map(part(Degree::high)).collect();
    if own.total <= 0.0 {
        node.children.push(Node::new("nothing-asked", own.degree, plan.stance, 1.0));
        lows.push(f64::from(own.degree.low()));
        highs.push(f64::from(own.degree.high()));
    }
    share_out(&mut node, &lows, &highs, plan.stance);
    node
}

fn entry_node(
    plan: &Plan,
    case: &Case<'_>,
    entry: &Entry,
    scored: &EntryScore,
    total: f32,
) -> Node {
    let weight = if total > 0.0 { scored.weight / total } else { 0.0 };
    let mut facts = Facts::default();
    entry.scorer.facts(case.seats, case.known, &entry.context, &mut facts);
    let essential = scored.essential != Essential::No;
    Node {
        kind: Some(entry.kind.to_owned()),
        asked: Some(scored.asked.into()),
        answered: Some(scored.answered.into()),
        gate: essential.then_some(scored.gate),
        negotiable: (essential && scored.gate != Gate::Met).then_some(scored.negotiable),
        facts: facts.into_vec(),
        ..Node::new(&entry.name, scored.degree, plan.stance, weight)
    }
}

/// A document is not the one that was ranked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("document `{id}` is not the one that was ranked: its digest was {} and is {given}; rank again, or give the document that was ranked", .ranked.map_or_else(|| "none".to_owned(), |digest| digest.to_string()))]
pub struct DocumentChanged {
    id: String,
    ranked: Option<Digest>,
    given: Digest,
}

impl DocumentChanged {
    pub(crate) fn new(id: &str, ranked: Option<Digest>, given: Digest) -> Self {
        Self { id: id.to_owned(), ranked, given }
    }

    /// The document's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The digest of the document that was ranked, where there was one.
    pub fn ranked(&self) -> Option<Digest> {
        self.ranked
    }

    /// The digest of the document that was given.
    pub fn given(&self) -> Digest {
        self.given
    }
}
