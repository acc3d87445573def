//! One pair, scored entry by entry: what a ranking shows and an explanation explains.

use crate::{
    Cell, Degree, Essential, Gate, Mark, RankBy, State,
    block::Block,
    plan::{Entry, Plan},
};
use mutualfit_domain::{PairFacts, Side};

/// The score of a pair and all that made it.
#[derive(Clone, Debug)]
pub(crate) struct PairScore {
    pub(crate) role: SideScore,
    pub(crate) candidate: SideScore,
    pub(crate) mutual: Degree,
    pub(crate) gate: Gate,
    /// One an entry of the plan, in its order.
    pub(crate) entries: Vec<EntryScore>,
}

/// The score of one side of a pair.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SideScore {
    pub(crate) degree: Degree,
    /// The weight of all that counts in this pair.
    pub(crate) total: f32,
    /// The share of that weight whose ask and answer are both stated; 0 where nothing weighs.
    pub(crate) coverage: f32,
    /// How many entries' asks are stated.
    pub(crate) asked: u32,
}

/// What one entry gave in a pair.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntryScore {
    /// Its weight in this pair, a whole number; 0 where the question does not arise.
    pub(crate) weight: f32,
    pub(crate) asked: State,
    pub(crate) answered: State,
    pub(crate) degree: Degree,
    pub(crate) essential: Essential,
    pub(crate) gate: Gate,
    pub(crate) negotiable: bool,
    /// The position of the item that is not met, in a list of asks.
    pub(crate) item: Option<usize>,
}

impl PairScore {
    pub(crate) fn side(&self, side: Side) -> &SideScore {
        match side {
            Side::Role => &self.role,
            Side::Candidate => &self.candidate,
        }
    }

    /// The bounds of the node that a ranking is by.
    pub(crate) fn ranked(&self, by: RankBy) -> Degree {
        match by {
            RankBy::Mutual => self.mutual,
            RankBy::RoleSide => self.role.degree,
            RankBy::CandidateSide => self.candidate.degree,
        }
    }
}

/// One slot of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    pub(crate) block: &'a Block,
    pub(crate) slot: usize,
}

impl<'a> At<'a> {
    /// What one entry keeps of the slot.
    pub(crate) fn read(self, entry: usize) -> Option<(Cell<'a>, Mark)> {
        let column = &**self.block.columns.get(entry)?;
        Some((Cell { column, slot: self.slot }, self.block.marks.get(entry)?.get(self.slot)))
    }
}

/// Scores one pair with the same operations, in the same order, as a block of them.
pub(crate) fn score(
    plan: &Plan,
    role: At<'_>,
    candidate: At<'_>,
    known: &[PairFacts],
) -> PairScore {
    let entries: Vec<EntryScore> = plan
        .entries
        .iter()
        .enumerate()
        .map(|(position, entry)| match (role.read(position), candidate.read(position)) {
            (Some(role), Some(candidate)) => entry_score(entry, role, candidate, known),
            _ => EntryScore::ABSENT,
        })
        .collect();
    let mut sums = [Sums::default(); 2];
    for position in plan.order() {
        if let (Some(entry), Some(score)) = (plan.entries.get(position), entries.get(position)) {
            let [role_sums, candidate_sums] = &mut sums;
            match entry.side {
                Side::Role => role_sums.add(score),
                Side::Candidate => candidate_sums.add(score),
            }
        }
    }
    let gate = entries.iter().fold(Gate::Met, |gate, score| gate.and(score.gate));
    let [role, candidate] = sums.map(Sums::side);
    PairScore {
        mutual: plan.merge.degree(role.degree, candidate.degree),
        role,
        candidate,
        gate,
        entries,
    }
}

impl EntryScore {
    const ABSENT: Self = Self {
        weight: 0.0,
        asked: State::Irrelevant,
        answered: State::Irrelevant,
        degree: Degree::UNKNOWN,
        essential: Essential::No,
        gate: Gate::Met,
        negotiable: false,
        item: None,
    };
}

fn entry_score(
    entry: &Entry,
    role: (Cell<'_>, Mark),
    candidate: (Cell<'_>, Mark),
    known: &[PairFacts],
) -> EntryScore {
    let ((role_cell, role_mark), (candidate_cell, candidate_mark)) = (role, candidate);
    let (ask, answer) = match entry.side {
        Side::Role => (role_mark, candidate_mark),
        Side::Candidate => (candidate_mark, role_mark),
    };
    let scorer = &*entry.scorer;
    let of_pair = if known.is_empty() {
        None
    } else {
        scorer.pair(
            known,
            (role_cell, role_mark.state),
            (candidate_cell, candidate_mark.state),
            &entry.context,
        )
    };
    let answered = if of_pair.is_some() { State::Stated } else { answer.state };
    let weight = match (ask.state, answered) {
        (State::Irrelevant, _) | (_, State::Irrelevant) => 0.0,
        (State::Stated, _) => entry.weight_of(ask.stake),
        (State::Unstated, _) => entry.weight_of(entry.silence),
    };
    let both = ask.state == State::Stated && answered == State::Stated;
    let degree = match of_pair {
        Some(judged) if both => judged.degree,
        None if both => scorer.degree(role_cell, candidate_cell),
        _ => Degree::UNKNOWN,
    };
    let essential = if ask.state == State::Stated { ask.essential } else { Essential::No };
    let negotiable = essential == Essential::Negotiable || answer.negotiable;
    let raw = match (essential, answered, of_pair) {
        (Essential::No, ..) | (_, State::Irrelevant, _) => Gate::Met,
        (_, State::Unstated, _) => Gate::Open,
        (_, State::Stated, Some(judged)) => judged.gate,
        (_, State::Stated, None) => scorer.gate(role_cell, candidate_cell),
    };
    let gate = if negotiable { raw.negotiable() } else { raw };
    let item = match of_pair {
        _ if gate == Gate::Met => None,
        Some(judged) => judged.item,
        None => scorer.gated_by(role_cell, candidate_cell, answered == State::Stated),
    };
    EntryScore { weight, asked: ask.state, answered, degree, essential, gate, negotiable, item }
}

/// The running sums of one side.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    low: f32,
    width: f32,
    open: f32,
    total: f32,
    asked: u32,
}

impl Sums {
    fn add(&mut self, entry: &EntryScore) {
        self.total += entry.weight;
        if entry.asked == State::Stated && entry.answered == State::Stated {
            self.low += entry.weight * entry.degree.low();
            self.width += entry.weight * entry.degree.width();
        } else {
            self.width += entry.weight;
            self.open += entry.weight;
        }
        self.asked += u32::from(entry.asked == State::Stated && entry.weight > 0.0);
    }

    fn side(self) -> SideScore {
        let (low, high) = bounds(self.low, self.width, self.total);
        let coverage = if self.total > 0.0 { (self.total - self.open) / self.total } else { 0.0 };
        SideScore {
            degree: Degree::between(low, high),
            total: self.total,
            coverage,
            asked: self.asked,
        }
    }
}

/// How good a way of having a pair is beside others: not blocked before blocked, then by point; of equal ones, the first
/// listed holds. One number, so that a loop over lanes has nothing to decide: a point is never negative, and the bits
/// of such floats are in the order of the floats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standard(u32);

impl Standard {
    const FREE: u32 = 1 << 31;
    /// More than any way comes to.
    pub(crate) const NOBODY: Self = Self(u32::MAX);
    /// Not blocked, and nothing gained by it.
    pub(crate) const NOTHING: Self = Self(Self::FREE);

    #[inline]
    pub(crate) fn of(gate: Gate, point: f32) -> Self {
        Self(point.to_bits() | if gate as u8 == Gate::Unmet as u8 { 0 } else { Self::FREE })
    }

    /// The least that a way which is not blocked must come to for this point.
    pub(crate) fn free_at(point: f32) -> Self {
        Self::of(Gate::Met, point.max(0.0))
    }

    /// Whether the way is blocked.
    pub(crate) fn is_blocked(self) -> bool {
        self.0 & Self::FREE == 0
    }

    pub(crate) fn point(self) -> f32 {
        f32::from_bits(self.0 & !Self::FREE)
    }
}

/// A side's bounds from its sums; `[0, 1]` where nothing weighs, since silence is not agreement.
#[inline]
pub(crate) fn bounds(low: f32, width: f32, total: f32) -> (f32, f32) {
    // One division for both; all of it is exactly 1.
    let (each, high) = (1.0 / total, low + width);
    let share = |part: f32| if part < total { part * each } else { 1.0 };
    if total > 0.0 { (share(low), share(high)) } else { (0.0, 1.0) }
}

/// The point of the merge of two sides, each by its bounds. It is not the merge of two points.
#[inline]
pub(crate) fn merged_point(
    merge: impl Fn(f32, f32) -> f32,
    stance: f32,
    role: (f32, f32),
    candidate: (f32, f32),
) -> f32 {
    let low = merge(role.0, candidate.0);
    let high = merge(role.1, candidate.1);
    side_point(stance, (low, if high > low { high } else { low }))
}

/// The point of one side by its bounds.
#[inline]
pub(crate) fn side_point(stance: f32, (low, high): (f32, f32)) -> f32 {
    low + stance * (high - low)
}
