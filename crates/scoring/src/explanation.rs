//! Why a pair scores as it does: the evaluation itself, as a tree.

use crate::{
    BASELINE, Degree, Digest, Essential, Fact, Facts, Gate, GrowthLink, LeastChange, Provenance,
    Published, Reader, Score, State, Unknown,
    facts::Seats,
    pair::{EntryScore, PairScore},
    plan::{Entry, Plan},
    spec::spec,
};
use mutualfit_domain::{Audience, Id, PairFacts, Side};
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
    /// What is not known and how much it widens the scores, what widens the mutual one most first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<Unknown>,
    /// What each side would give the other to grow by; never scored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub growth: Vec<GrowthLink>,
    /// The least that would have to change for a target; absent where none was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_change: Option<LeastChange>,
    /// What it was made from.
    pub provenance: Provenance,
}

/// The code of the node that stands for a side of which nothing is asked.
pub(crate) const NOTHING_ASKED: &str = "nothing-asked";

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
    /// `engine` where anything that it rests on is kept from the other side; absent where all may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
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
    /// To the point; absent where the parent is banded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Published>,
}

impl From<Score> for Contribution {
    /// All of a score: what the root of a tree adds.
    fn from(Score { low, high, point, .. }: Score) -> Self {
        Self { low, high, point }
    }
}

/// Gives every child its contribution, so that baseline and contributions add up to the value as published; without a
/// stance to the bounds alone.
pub(crate) fn share_out(node: &mut Node, lows: &[f64], highs: &[f64], stance: Option<f32>) {
    let above = |whole: Published| whole.get() - node.baseline.get();
    let low = Published::parts(above(node.value.low), lows);
    let high = Published::parts(above(node.value.high), highs);
    let point = stance.zip(node.value.point).map(|(stance, point)| {
        let blend = |(low, high): (&f64, &f64)| low + f64::from(stance) * (high - low);
        let points: Vec<f64> = lows.iter().zip(highs).map(blend).collect();
        Published::parts(above(point), &points)
    });
    for (place, (child, (low, high))) in
        node.children.iter_mut().zip(low.into_iter().zip(high)).enumerate()
    {
        let point = point.as_ref().and_then(|points| points.get(place)).copied();
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
    share_out(&mut node, &lows, &highs, Some(plan.stance));
    node.contribution = node.value.into();
    node
}

impl Node {
    fn new(code: &str, degree: Degree, stance: f32, weight: f32) -> Self {
        Self { value: Score::of(degree, stance), weight: Published::of(weight), ..Self::bare(code) }
    }

    /// Whether anything that it rests on is kept from the other side.
    pub(crate) fn is_kept(&self) -> bool {
        self.audience == Some(Audience::Engine)
    }

    /// A node of which nothing is known but its code.
    pub(crate) fn bare(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            kind: None,
            baseline: Published::default(),
            value: Score::of(Degree::UNKNOWN, 0.0),
            contribution: Contribution::default(),
            weight: Published::default(),
            audience: None,
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
        node.children.push(Node::new(NOTHING_ASKED, own.degree, plan.stance, 1.0));
        lows.push(f64::from(own.degree.low()));
        highs.push(f64::from(own.degree.high()));
    }
    share_out(&mut node, &lows, &highs, Some(plan.stance));
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
    let mut facts = facts.into_vec();
    let audience = audience(entry.side, scored.asked, &mut facts, case);
    let essential = scored.essential != Essential::No;
    Node {
        audience,
        kind: Some(entry.kind.to_owned()),
        asked: Some(scored.asked.into()),
        answered: Some(scored.answered.into()),
        gate: essential.then_some(scored.gate),
        negotiable: (essential && scored.gate != Gate::Met).then_some(scored.negotiable),
        facts,
        ..Node::new(&entry.name, scored.degree, plan.stance, weight)
    }
}

/// Says of every fact whether it is kept from the other side, and gives that of the whole entry.
///
/// Whatever a criterion says of its facts: an item that they point to may say so itself.
fn audience(side: Side, asked: State, facts: &mut [Fact], case: &Case<'_>) -> Option<Audience> {
    let candidate = case.seats.candidate;
    let is_kept = |fact: &Fact| match side {
        Side::Role => {
            let pointer = fact.answered.as_ref().filter(|_| candidate.keeps_profile());
            let said = pointer.and_then(|pointer| candidate.audience_at(pointer));
            [said, fact.audience].contains(&Some(Audience::Engine))
        }
        Side::Candidate => {
            let wishes = candidate.aspirations.as_ref();
            wishes.is_none_or(|wishes| wishes.audience_of(fact.audience) == Audience::Engine)
        }
    };
    let is_shared =
        candidate.aspirations.as_ref().is_some_and(|it| it.audience_of(None) == Audience::Shared);
    // What is not said is kept as what is said; so is what a criterion gives no facts of.
    let says_nothing = asked != State::Stated || facts.is_empty();
    let mut any = side == Side::Candidate && !is_shared && says_nothing;
    for fact in facts {
        let kept = is_kept(fact);
        fact.audience = kept.then_some(Audience::Engine);
        any |= kept;
    }
    any.then_some(Audience::Engine)
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
