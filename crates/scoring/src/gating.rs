//! The gates of one document against a block of the other side, lane by lane.

use crate::{
    BLOCK, Essential, Gate, Mark, State,
    plan::Plan,
    pool::{Block, Marks},
    room::One,
};
use mutualfit_domain::Side;

/// Whether a pair may go on, and which entries of the plan say no: a bit each, by position.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) gate: Gate,
    pub(crate) unmet: u128,
}

impl Verdict {
    /// Takes in the gate of one more entry.
    pub(crate) fn and(&mut self, position: usize, gate: Gate) {
        self.gate = self.gate.and(gate);
        self.unmet |= u128::from(gate == Gate::Unmet) << position;
    }

    /// Whether the entry at this position says no.
    pub(crate) fn is_blocked_by(self, position: usize) -> bool {
        self.unmet >> position & 1 == 1
    }
}

/// The verdict of each lane, and room to reach it.
pub(crate) struct Gates {
    verdicts: Vec<Verdict>,
    active: Vec<bool>,
    found: Vec<Gate>,
}

impl Default for Gates {
    fn default() -> Self {
        Self {
            verdicts: vec![Verdict::default(); BLOCK],
            active: vec![false; BLOCK],
            found: vec![Gate::Met; BLOCK],
        }
    }
}

impl Gates {
    pub(crate) fn get(&self, lane: usize) -> Option<Verdict> {
        self.verdicts.get(lane).copied()
    }

    pub(crate) fn put(&mut self, lane: usize, verdict: Verdict) {
        if let Some(at) = self.verdicts.get_mut(lane) {
            *at = verdict;
        }
    }

    /// Evaluates all that is essential between one slot and each of a block.
    pub(crate) fn evaluate(&mut self, plan: &Plan, one: One<'_>, many: &Block) {
        let lanes = many.slots.len();
        let (Some(verdicts), Some(active), Some(found)) = (
            self.verdicts.get_mut(..lanes),
            self.active.get_mut(..lanes),
            self.found.get_mut(..lanes),
        ) else {
            return;
        };
        verdicts.fill(Verdict::default());
        for (position, entry) in plan.entries.iter().enumerate() {
            let (Some((cell, mark)), Some(column), Some(marks)) =
                (one.at.read(position), many.columns.get(position), many.marks.get(position))
            else {
                continue;
            };
            let asked = Asked { one_asks: entry.side == one.side, mark, marks };
            if !asked.arises() {
                continue;
            }
            let mut any = false;
            for (lane, active) in active.iter_mut().enumerate() {
                *active = asked.is_answered(lane);
                any |= *active;
            }
            if any {
                match one.side {
                    Side::Role => entry.scorer.gate_candidates(cell, &**column, active, found),
                    Side::Candidate => entry.scorer.gate_roles(cell, &**column, active, found),
                }
            }
            let lanes = verdicts.iter_mut().zip(&*found).zip(&*active).enumerate();
            for (lane, ((verdict, found), active)) in lanes {
                verdict.and(position, asked.gate(lane, active.then_some(*found)));
            }
        }
    }
}

/// What is essential about one entry between one document and a block.
struct Asked<'a> {
    one_asks: bool,
    mark: Mark,
    marks: &'a Marks,
}

impl Asked<'_> {
    /// Whether anything essential is asked at all.
    fn arises(&self) -> bool {
        if self.one_asks {
            self.mark.state == State::Stated && self.mark.essential != Essential::No
        } else {
            self.marks.any_essential && self.mark.state != State::Irrelevant
        }
    }

    /// The marks of who asks and who answers in one lane.
    fn seated(&self, lane: usize) -> (Mark, Mark) {
        let of_many = self.marks.get(lane);
        if self.one_asks { (self.mark, of_many) } else { (of_many, self.mark) }
    }

    /// Whether in this lane something essential is both asked and answered.
    fn is_answered(&self, lane: usize) -> bool {
        let (ask, answer) = self.seated(lane);
        ask.is_essential() && answer.state == State::Stated
    }

    /// The gate of a lane: as found where it was answered.
    fn gate(&self, lane: usize, found: Option<Gate>) -> Gate {
        let (ask, answer) = self.seated(lane);
        match found {
            Some(gate) if ask.essential == Essential::Negotiable || answer.negotiable => {
                gate.negotiable()
            }
            Some(gate) => gate,
            None if ask.is_essential() && answer.state == State::Unstated => Gate::Open,
            None => Gate::Met,
        }
    }
}
