//! How parts add up to a number, one after the other.

use crate::{html::bar::Bounds, number, outline};
use mutualfit_scoring::{Contribution, KEPT, Node, Published};

/// A part of a number.
#[derive(Debug)]
pub(super) struct Step<'n> {
    pub(super) node: &'n Node,
    /// What it adds to the low, the high and the point, in hundredths that add up to what is shown.
    low: i64,
    high: i64,
    point: Option<i64>,
    /// How far the parts before it reach.
    pub(super) start: f64,
}

impl Step<'_> {
    /// What it adds.
    pub(super) fn adds(&self) -> Bounds {
        let Contribution { low, high, point } = self.node.contribution;
        Bounds { low: low.get(), high: high.get(), point: point.map(Published::get) }
    }

    /// What it adds in words: the point, where there is one, and the bounds, where they differ.
    pub(super) fn words(&self) -> [Option<String>; 2] {
        let is_one = self.low == self.high && self.point.is_none_or(|point| point == self.low);
        let bounds = || format!("{} to {}", number::signed(self.low), number::signed(self.high));
        match self.point {
            Some(point) => [Some(number::signed(point)), (!is_one).then(bounds)],
            None if is_one => [Some(number::signed(self.low)), None],
            None => [None, Some(bounds())],
        }
    }
}

/// The parts of a number that count, in their order: by points, or by lows where there are none.
pub(super) fn steps(parent: &Node) -> Vec<Step<'_>> {
    let parts = |whole: Published, part: fn(&Contribution) -> Published| {
        let parts: Vec<f64> =
            parent.children.iter().map(|child| part(&child.contribution).get()).collect();
        number::parts(whole.get(), parent.baseline.get(), &parts)
    };
    let lows = parts(parent.value.low, |contribution| contribution.low);
    let highs = parts(parent.value.high, |contribution| contribution.high);
    let points = outline::points(parent);
    let mut steps = Vec::new();
    for (node, ((low, high), point)) in
        parent.children.iter().zip(lows.into_iter().zip(highs).zip(points))
    {
        if node.weight.get() > 0.0 {
            steps.push(Step { node, low, high, point, start: 0.0 });
        }
    }
    placed(steps, parent)
}

/// The parts of a side, the heaviest first; what is kept comes last, since it is what the others leave over.
pub(super) fn heaviest_first(parent: &Node) -> Vec<Step<'_>> {
    let mut steps = steps(parent);
    steps.sort_by(|one, other| {
        let is_kept = |step: &Step<'_>| step.node.code == KEPT && step.node.kind.is_none();
        is_kept(one)
            .cmp(&is_kept(other))
            .then(other.node.weight.get().total_cmp(&one.node.weight.get()))
    });
    placed(steps, parent)
}

fn placed<'n>(mut steps: Vec<Step<'n>>, parent: &Node) -> Vec<Step<'n>> {
    let mut reached = parent.baseline.get();
    for step in &mut steps {
        step.start = reached;
        let adds = step.adds();
        reached += adds.point.unwrap_or(adds.low);
    }
    steps
}
