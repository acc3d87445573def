//! An explanation put in the order in which people read it.

use crate::{number, words};
use mutualfit_domain::Side;
use mutualfit_scoring::{Explanation, Fact, Gate, Node, Published, Said};
use std::fmt::Write as _;

/// An explanation put in the order in which people read it.
#[derive(Debug)]
pub(crate) struct Outline<'e> {
    /// The two sides, the role's first.
    pub(crate) sides: Vec<SideOutline<'e>>,
    /// What is essential, what is not met first.
    pub(crate) conditions: Vec<ConditionOutline<'e>>,
}

/// One side of an explanation.
#[derive(Debug)]
pub(crate) struct SideOutline<'e> {
    pub(crate) side: Side,
    pub(crate) node: &'e Node,
    /// What it adds to the mutual score above its baseline, in hundredths; unless that is banded.
    pub(crate) adds: Option<i64>,
    /// The criteria that count in this pair, the heaviest first.
    pub(crate) rows: Vec<Row<'e>>,
    /// Criteria that count and whose ask nobody stated.
    pub(crate) unasked: Vec<&'e str>,
    /// Criteria whose ask nobody answered.
    pub(crate) unanswered: Vec<&'e str>,
    /// Criteria that do not count in this pair.
    pub(crate) uncounted: Vec<&'e str>,
}

/// A criterion that counts, or that nothing was asked at all.
#[derive(Debug)]
pub(crate) struct Row<'e> {
    pub(crate) node: &'e Node,
    /// What it adds to the side's point, in hundredths; unless that is banded.
    pub(crate) adds: Option<i64>,
}

/// An essential ask.
#[derive(Debug)]
pub(crate) struct ConditionOutline<'e> {
    pub(crate) owner: Side,
    pub(crate) node: &'e Node,
    pub(crate) gate: Gate,
    pub(crate) negotiable: bool,
    /// The items that are not met.
    pub(crate) facts: Vec<&'e Fact>,
}

impl<'e> Outline<'e> {
    pub(crate) fn of(explanation: &'e Explanation) -> Self {
        let mutual = &explanation.explanation;
        let adds = points(mutual);
        let sides: Vec<SideOutline<'e>> = [Side::Role, Side::Candidate]
            .into_iter()
            .zip(&mutual.children)
            .zip(adds)
            .map(|((side, node), adds)| SideOutline::of(side, node, adds))
            .collect();
        let essential =
            sides.iter().flat_map(|side| side.node.children.iter().map(|node| (side.side, node)));
        let mut conditions: Vec<ConditionOutline<'e>> =
            essential.filter_map(|(owner, node)| ConditionOutline::of(owner, node)).collect();
        conditions.sort_by_key(|condition| std::cmp::Reverse(condition.gate));
        Self { sides, conditions }
    }
}

impl Outline<'_> {
    /// How the mutual score is made up, in words; unless it is banded.
    pub(crate) fn sum(&self, mutual: &Node) -> Option<String> {
        let mut sum = format!("= {} {}", number::two(mutual.baseline.get()), words::START);
        for side in &self.sides {
            let adds = number::signed(side.adds?);
            let _ = write!(sum, ", {adds} {}", words::side(side.side));
        }
        Some(sum)
    }
}

/// What the children of a node add to its point, in hundredths; nothing of a node that is banded.
pub(crate) fn points(node: &Node) -> Vec<Option<i64>> {
    let parts: Option<Vec<f64>> =
        node.children.iter().map(|child| child.contribution.point.map(Published::get)).collect();
    match node.value.point.zip(parts) {
        Some((point, parts)) => {
            let parts = number::parts(point.get(), node.baseline.get(), &parts);
            parts.into_iter().map(Some).collect()
        }
        None => vec![None; node.children.len()],
    }
}

impl<'e> SideOutline<'e> {
    fn of(side: Side, node: &'e Node, adds: Option<i64>) -> Self {
        let counts = |child: &Node| child.weight.get() > 0.0;
        let names = |chosen: &dyn Fn(&Node) -> bool| -> Vec<&'e str> {
            node.children
                .iter()
                .filter(|child| chosen(child))
                .map(|child| child.code.as_str())
                .collect()
        };
        let mut rows: Vec<Row<'e>> = node
            .children
            .iter()
            .zip(points(node))
            .filter(|(child, _)| counts(child))
            .map(|(node, adds)| Row { node, adds })
            .collect();
        rows.sort_by(|one, other| other.node.weight.get().total_cmp(&one.node.weight.get()));
        let is_unasked = |child: &Node| child.asked == Some(Said::Unstated);
        Self {
            side,
            node,
            adds,
            rows,
            unasked: names(&|child| counts(child) && is_unasked(child)),
            unanswered: names(&|child| {
                child.asked == Some(Said::Stated) && child.answered == Some(Said::Unstated)
            }),
            uncounted: names(&|child| !counts(child) && child.gate.is_none()),
        }
    }
}

impl<'e> ConditionOutline<'e> {
    fn of(owner: Side, node: &'e Node) -> Option<Self> {
        let facts = node
            .facts
            .iter()
            .filter(|fact| fact.gate.is_some_and(|gate| gate != Gate::Met))
            .collect();
        Some(Self {
            owner,
            node,
            gate: node.gate?,
            negotiable: node.negotiable.unwrap_or_default(),
            facts,
        })
    }
}
