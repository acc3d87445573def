//! The gates of one document against a block of the other side, lane by lane.

use crate::{
    BLOCK, Gate, Mark, State,
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

    /// The positions of the entries that say no.
    pub(crate) fn blocked_by(self) -> impl Iterator<Item = usize> {
        let mut left = self.unmet;
        std::iter::from_fn(move || {
            let position = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (position < u128::BITS as usize).then_some(position)
        })
    }
}

/// The verdict of each lane. Which entries say no is kept for the few lanes where any does.
pub(crate) struct Gates {
    lanes: Vec<Gate>,
    unmet: Vec<u128>,
    /// The lanes where an entry says no, each once.
    blocked: Vec<u16>,
}

impl Default for Gates {
    fn default() -> Self {
        Self { lanes: vec![Gate::Met; BLOCK], unmet: vec![0; BLOCK], blocked: Vec::new() }
    }
}

impl Gates {
    pub(crate) fn get(&self, lane: usize) -> Verdict {
        Verdict {
            gate: self.lanes.get(lane).copied().unwrap_or_default(),
            unmet: self.unmet.get(lane).copied().unwrap_or_default(),
        }
    }

    /// The gate of each lane.
    pub(crate) fn lanes(&self) -> &[Gate] {
        &self.lanes
    }

    /// The lanes where an entry says no, in no particular order.
    pub(crate) fn blocked(&self) -> &[u16] {
        &self.blocked
    }

    /// Replaces the verdict of one lane.
    pub(crate) fn put(&mut self, lane: usize, verdict: Verdict) {
        let (Some(gate), Some(unmet)) = (self.lanes.get_mut(lane), self.unmet.get_mut(lane)) else {
            return;
        };
        if verdict.unmet != 0 && *unmet == 0 {
            self.blocked.push(lane as u16);
        } else if verdict.unmet == 0 && *unmet != 0 {
            self.blocked.retain(|&blocked| usize::from(blocked) != lane);
        }
        (*gate, *unmet) = (verdict.gate, verdict.unmet);
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.lanes.fill(Gate::Met);
        for lane in self.blocked.drain(..) {
            if let Some(unmet) = self.unmet.get_mut(usize::from(lane)) {
                *unmet = 0;
            }
        }
    }

    /// Takes over what others say.
    pub(crate) fn copy_from(&mut self, others: &Self) {
        self.clear();
        self.lanes.copy_from_slice(&others.lanes);
        self.blocked.extend_from_slice(&others.blocked);
        for &lane in &others.blocked {
            let lane = usize::from(lane);
            if let (Some(unmet), Some(other)) = (self.unmet.get_mut(lane), others.unmet.get(lane)) {
                *unmet = *other;
            }
        }
    }

    /// Takes in that one more entry is open in a lane.
    fn open(&mut self, slot: u16) {
        if let Some(at) = self.lanes.get_mut(usize::from(slot)) {
            *at = at.and(Gate::Open);
        }
    }

    /// Takes in what one more entry found of some slots; `blocked` is room for those it says no to.
    fn and(&mut self, position: usize, slots: &[u16], found: &[Gate], blocked: &mut Vec<u16>) {
        keep_unmet(blocked, slots, found);
        for (slot, gate) in slots.iter().zip(found) {
            if let Some(at) = self.lanes.get_mut(usize::from(*slot)) {
                *at = at.and(*gate);
            }
        }
        for &slot in &*blocked {
            if let Some(unmet) = self.unmet.get_mut(usize::from(slot)) {
                if *unmet == 0 {
                    self.blocked.push(slot);
                }
                *unmet |= 1 << position;
            }
        }
    }
}

/// Keeps the slots that are not met. Each is written and stays only where it is to be kept, so that there is no branch to
/// foresee.
fn keep_unmet(kept: &mut Vec<u16>, slots: &[u16], found: &[Gate]) {
    kept.resize(slots.len(), 0);
    let mut count = 0;
    for (slot, gate) in slots.iter().zip(found) {
        if let Some(at) = kept.get_mut(count) {
            *at = *slot;
        }
        count += usize::from(*gate == Gate::Unmet);
    }
    kept.truncate(count);
}

/// Room to reach verdicts in.
#[derive(Default)]
pub(crate) struct Bench {
    found: Vec<Gate>,
    blocked: Vec<u16>,
}

impl Bench {
    /// Adds to the gates of each lane what these entries find essential between one slot and each of a block.
    pub(crate) fn evaluate(
        &mut self,
        plan: &Plan,
        positions: &[usize],
        one: One<'_>,
        many: &Block,
        gates: &mut Gates,
    ) {
        for &position in positions {
            let (Some(entry), Some((cell, mark)), Some(column), Some(marks)) = (
                plan.entries.get(position),
                one.at.read(position),
                many.columns.get(position),
                many.marks.get(position),
            ) else {
                continue;
            };
            let answered = if entry.side == one.side {
                Self::asks(mark, marks, gates)
            } else {
                Self::answers(mark, marks, gates)
            };
            if answered.is_empty() {
                continue;
            }
            self.found.clear();
            self.found.resize(answered.len(), Gate::Met);
            match one.side {
                Side::Role => {
                    entry.scorer.gate_candidates(cell, &**column, answered, &mut self.found);
                }
                Side::Candidate => {
                    entry.scorer.gate_roles(cell, &**column, answered, &mut self.found);
                }
            }
            let may_all_talk = mark.is_negotiable();
            if may_all_talk || marks.any_negotiable() {
                for (slot, gate) in answered.iter().zip(&mut self.found) {
                    let may_talk = may_all_talk || marks.is_negotiable(*slot);
                    *gate = if may_talk { gate.negotiable() } else { *gate };
                }
            }
            gates.and(position, answered, &self.found, &mut self.blocked);
        }
    }

    /// The one asks: lanes that do not answer are open, those that do are left to be compared.
    fn asks<'m>(mark: Mark, answers: &'m Marks, gates: &mut Gates) -> &'m [u16] {
        if !mark.is_essential() {
            return &[];
        }
        if answers.any(State::Unstated) {
            for (gate, state) in gates.lanes.iter_mut().zip(&answers.states) {
                let open = if *state == State::Unstated { Gate::Open } else { Gate::Met };
                *gate = gate.and(open);
            }
        }
        answers.stated()
    }

    /// The one answers, or does not, the lanes in which something essential is asked.
    fn answers<'m>(mark: Mark, asks: &'m Marks, gates: &mut Gates) -> &'m [u16] {
        match mark.state {
            State::Stated => &asks.essential,
            State::Unstated => {
                asks.essential.iter().for_each(|&slot| gates.open(slot));
                &[]
            }
            State::Irrelevant => &[],
        }
    }
}
