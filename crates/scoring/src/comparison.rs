//! Which criteria make the difference between two pairs.

use crate::{
    Explanation, Gate, KEPT, Node, Provenance, Published, Reader, Score,
    explanation::NOTHING_ASKED, spec::spec,
};
use mutualfit_domain::{Id, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

spec!(
    /// The literal `mutualfit/comparison/1`.
    ComparisonSpec, "mutualfit/comparison/1"
);

/// Which criteria make the difference between the mutual scores of two pairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// `mutualfit/comparison/1`.
    pub spec: ComparisonSpec,
    /// For whom it is written.
    pub reader: Reader,
    /// The pair that is compared.
    pub one: Compared,
    /// The pair that it is compared with.
    pub other: Compared,
    /// By how much the mutual score of the other pair is above that of the one.
    pub difference: Difference,
    /// The part of each side, the role's first; they add up to the difference.
    pub sides: Vec<SideDifference>,
}

/// A pair that is compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// The role's id.
    pub role: Id,
    /// The candidate's id.
    pub candidate: Id,
    /// Which of the role's arrangements this is about; absent where it lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<u16>,
    /// Whether anything essential blocks the pair.
    pub gate: Gate,
    /// Both sides together.
    pub mutual: Score,
    /// How far the candidate meets what the role asks.
    pub role_side: Score,
    /// How far the role meets what the candidate asks.
    pub candidate_side: Score,
    /// What the pair's explanation was made from.
    pub provenance: Provenance,
}

/// By how much something differs, as three numbers that each add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// In the low.
    pub low: Published,
    /// In the high.
    pub high: Published,
    /// In the point; absent where one of the two pairs is banded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Published>,
}

/// What one side adds to the difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SideDifference {
    /// The side.
    pub side: Side,
    /// What it adds to the difference of the mutual scores.
    pub difference: Difference,
    /// What each of its criteria adds to that, what tells most first; they add up to it.
    pub criteria: Vec<CriterionDifference>,
}

/// What one criterion adds to the difference of the mutual scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CriterionDifference {
    /// The entry of the rubric; `kept` for all that a candidate keeps to the engine in either pair.
    pub criterion: String,
    /// The kind of that entry.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it adds.
    pub difference: Difference,
}

impl Comparison {
    /// What makes the difference between two pairs, by their explanations alone; `None` where these are written for
    /// different readers.
    ///
    /// A side's part of a mutual score is shared out among its criteria by how far each takes the side above or below
    /// the half that a mutual score starts from, so that what a criterion adds in the one pair and in the other can be
    /// compared. What is kept in either pair is compared as one, so that nothing follows beyond the two explanations.
    pub fn of(one: &Explanation, other: &Explanation) -> Option<Self> {
        if one.reader != other.reader {
            return None;
        }
        let trees = [&one.explanation, &other.explanation];
        let sides = [Side::Role, Side::Candidate].into_iter().enumerate();
        let sides = sides.filter_map(|(place, side)| {
            let [before, after] = trees.map(|tree| tree.children.get(place));
            Some(SideDifference::of(side, before?, after?))
        });
        Some(Self {
            spec: ComparisonSpec,
            reader: one.reader,
            one: Compared::of(one)?,
            other: Compared::of(other)?,
            difference: Difference::between(trees.map(|tree| &tree.value)),
            sides: sides.collect(),
        })
    }
}

impl Compared {
    fn of(explanation: &Explanation) -> Option<Self> {
        let tree = &explanation.explanation;
        Some(Self {
            role: explanation.role.clone(),
            candidate: explanation.candidate.clone(),
            arrangement: explanation.arrangement,
            gate: explanation.gate,
            mutual: tree.value,
            role_side: tree.children.first()?.value,
            candidate_side: tree.children.get(1)?.value,
            provenance: explanation.provenance.clone(),
        })
    }
}

impl Difference {
    /// What the second has above the first.
    fn between([one, other]: [&Score; 2]) -> Self {
        let above = |one: Published, other: Published| Published::rounded(other.get() - one.get());
        Self {
            low: above(one.low, other.low),
            high: above(one.high, other.high),
            point: one.point.zip(other.point).map(|(one, other)| above(one, other)),
        }
    }

    /// How much it tells: its point, or what its bounds come to.
    fn size(&self) -> f64 {
        self.point
            .map_or_else(|| self.low.get().midpoint(self.high.get()).abs(), |it| it.get().abs())
    }
}

/// One of the three numbers of a node: its value, and what it adds to its parent.
#[derive(Clone, Copy)]
enum Bound {
    Low,
    High,
    Point,
}

impl Bound {
    fn value(self, node: &Node) -> Option<f64> {
        let value = &node.value;
        let number = match self {
            Self::Low => Some(value.low),
            Self::High => Some(value.high),
            Self::Point => value.point,
        };
        number.map(Published::get)
    }

    fn adds(self, node: &Node) -> Option<f64> {
        let adds = &node.contribution;
        let number = match self {
            Self::Low => Some(adds.low),
            Self::High => Some(adds.high),
            Self::Point => adds.point,
        };
        number.map(Published::get)
    }
}

impl SideDifference {
    fn of(side: Side, before: &Node, after: &Node) -> Self {
        let sides = [before, after];
        let mut rows = Rows::of(sides);
        let (lows, low) = rows.differences(sides, Bound::Low).unwrap_or_default();
        let (highs, high) = rows.differences(sides, Bound::High).unwrap_or_default();
        let points = rows.differences(sides, Bound::Point);
        let number =
            |list: &[Published], place: usize| list.get(place).copied().unwrap_or_default();
        let criteria = rows.names.drain(..).enumerate().map(|(place, (criterion, kind))| {
            let difference = Difference {
                low: number(&lows, place),
                high: number(&highs, place),
                point: points.as_ref().map(|(points, _)| number(points, place)),
            };
            CriterionDifference { criterion, kind, difference }
        });
        let mut criteria: Vec<CriterionDifference> = criteria.collect();
        criteria.sort_by(|one, other| {
            let size = |row: &CriterionDifference| row.difference.size();
            size(other).total_cmp(&size(one)).then_with(|| one.criterion.cmp(&other.criterion))
        });
        let difference = Difference { low, high, point: points.map(|(_, point)| point) };
        Self { side, difference, criteria }
    }
}

/// The criteria of a side in two pairs.
struct Rows {
    names: Vec<(String, Option<String>)>,
    /// What either pair keeps.
    kept: BTreeSet<String>,
}

impl Rows {
    fn of(sides: [&Node; 2]) -> Self {
        let children = || sides.into_iter().flat_map(|side| &side.children);
        let mut kept: BTreeSet<String> = children()
            .filter(|node| node.code == KEPT && node.kind.is_none())
            .flat_map(|node| node.facts.iter().filter_map(|fact| fact.criterion.clone()))
            .collect();
        if children().any(|node| node.code == KEPT && node.kind.is_none()) {
            // That nothing is asked follows from what is kept.
            kept.extend([KEPT, NOTHING_ASKED].map(str::to_owned));
        }
        let mut rows = Self { names: Vec::new(), kept };
        for node in children() {
            let name = rows.name(node).to_owned();
            let kind = if name == node.code { node.kind.clone() } else { None };
            if !rows.names.iter().any(|(known, _)| *known == name) {
                rows.names.push((name, kind));
            }
        }
        rows
    }

    fn name<'n>(&self, node: &'n Node) -> &'n str {
        if self.kept.contains(&node.code) { KEPT } else { &node.code }
    }

    /// What each criterion adds to the difference, and what the side adds; `None` where one pair does not have it.
    fn differences(
        &self,
        [before, after]: [&Node; 2],
        bound: Bound,
    ) -> Option<(Vec<Published>, Published)> {
        let (one, other) = (self.parts(before, bound)?, self.parts(after, bound)?);
        let parts: Vec<f64> = other.iter().zip(&one).map(|(other, one)| other - one).collect();
        let whole = Published::rounded(bound.adds(after)? - bound.adds(before)?);
        Some((Published::parts(whole.get(), &parts), whole))
    }

    /// What each criterion adds to a side's part of the mutual score above where that starts.
    fn parts(&self, side: &Node, bound: Bound) -> Option<Vec<f64>> {
        const HALF: f64 = 0.5;
        let above = bound.value(side)? - HALF;
        // Next to the half the sides of a mean count alike.
        let slope = if above.abs() < 1e-6 { HALF } else { bound.adds(side)? / above };
        let weight: f64 = side.children.iter().map(|child| child.weight.get()).sum();
        let mut parts = vec![0.0; self.names.len()];
        for child in &side.children {
            let share = if weight > 0.0 { child.weight.get() / weight } else { 0.0 };
            let own = bound.adds(child)?;
            let place = self.names.iter().position(|(name, _)| name == self.name(child));
            if let Some(part) = place.and_then(|place| parts.get_mut(place)) {
                *part += slope * (own - share * HALF);
            }
        }
        Some(parts)
    }
}
