//! One document against a block of the other side, lane by lane.

use crate::{
    BLOCK, Exponent, Lanes, Mark, Merge, RankBy, State,
    gating::{Gates, Verdict},
    pair::{At, bounds, point},
    plan::{Entry, Plan},
    pool::{Block, Marks},
    subject::other,
};
use mutualfit_domain::Side;

/// Room for one document scored against one block; made once a core.
pub(crate) struct Room {
    role: SideLanes,
    candidate: SideLanes,
    /// What the block's own asks add up to, whoever answers.
    base: Base,
    base_of: Option<usize>,
    /// The point of each lane.
    points: Vec<f32>,
    gates: Gates,
}

struct SideLanes {
    low: Vec<f32>,
    width: Vec<f32>,
    open: Vec<f32>,
    total: Vec<f32>,
}

struct Base {
    open: Vec<f32>,
    total: Vec<f32>,
}

impl Default for Room {
    fn default() -> Self {
        let lanes = || vec![0.0; BLOCK];
        let side = || SideLanes { low: lanes(), width: lanes(), open: lanes(), total: lanes() };
        Self {
            role: side(),
            candidate: side(),
            base: Base { open: lanes(), total: lanes() },
            base_of: None,
            points: lanes(),
            gates: Gates::default(),
        }
    }
}

/// One slot of the document that is scored against blocks of the other side.
#[derive(Clone, Copy)]
pub(crate) struct One<'a> {
    pub(crate) at: At<'a>,
    pub(crate) side: Side,
}

impl Room {
    /// Scores one slot against every slot of a block: points, gates and which entries are not met. `number` tells
    /// blocks apart, so that what belongs to the block alone is added up once.
    pub(crate) fn score(&mut self, plan: &Plan, one: One<'_>, many: &Block, number: usize) {
        let lanes = many.slots.len();
        self.prepare(plan, other(one.side), many, number);
        self.clear(lanes);
        let mut alone = Alone::default();
        for (position, entry) in plan.entries.iter().enumerate() {
            let (Some((cell, mark)), Some(column), Some(marks)) =
                (one.at.read(position), many.columns.get(position), many.marks.get(position))
            else {
                continue;
            };
            let side = match entry.side {
                Side::Role => &mut self.role,
                Side::Candidate => &mut self.candidate,
            };
            let weight = if entry.side == one.side {
                alone.ask(entry, mark, marks, side, lanes)
            } else {
                answer(entry, mark, marks, side, lanes)
            };
            if let Some(weight) = weight.filter(|_| marks.any(State::Stated)) {
                let (low, width) = (side.low.get_mut(..lanes), side.width.get_mut(..lanes));
                if let (Some(low), Some(width)) = (low, width) {
                    let lanes = Lanes { low, width };
                    match one.side {
                        Side::Role => entry.scorer.score_candidates(
                            cell,
                            &**column,
                            weight,
                            &marks.stakes,
                            lanes,
                        ),
                        Side::Candidate => {
                            entry.scorer.score_roles(cell, &**column, weight, &marks.stakes, lanes);
                        }
                    }
                }
            }
        }
        self.finish(plan, lanes, one.side, alone);
        self.gates.evaluate(plan, one, many);
    }

    /// Point, gate and what is not met of one lane.
    pub(crate) fn lane(&self, slot: usize) -> Option<(f32, Verdict)> {
        Some((*self.points.get(slot)?, self.gates.get(slot)?))
    }

    /// Replaces what was scored in one lane.
    pub(crate) fn put(&mut self, slot: usize, point: f32, verdict: Verdict) {
        if let Some(at) = self.points.get_mut(slot) {
            *at = point;
            self.gates.put(slot, verdict);
        }
    }

    /// Adds up what the block asks, whoever answers.
    fn prepare(&mut self, plan: &Plan, asker: Side, many: &Block, number: usize) {
        if self.base_of == Some(number) {
            return;
        }
        self.base_of = Some(number);
        self.base.open.fill(0.0);
        self.base.total.fill(0.0);
        for (entry, marks) in
            plan.entries.iter().zip(&many.marks).filter(|(entry, _)| entry.side == asker)
        {
            add_stakes(&mut self.base.total, entry.weight, &marks.stakes);
            if marks.any(State::Unstated) {
                let silence = entry.weight_of(entry.silence);
                add_where(&mut self.base.total, silence, &marks.states, State::Unstated);
                add_where(&mut self.base.open, silence, &marks.states, State::Unstated);
            }
        }
    }

    fn clear(&mut self, lanes: usize) {
        for side in [&mut self.role, &mut self.candidate] {
            for sums in [&mut side.low, &mut side.width, &mut side.open, &mut side.total] {
                sums.iter_mut().take(lanes).for_each(|sum| *sum = 0.0);
            }
        }
    }

    /// Turns sums into points.
    fn finish(&mut self, plan: &Plan, lanes: usize, one_is: Side, alone: Alone) {
        let base = || AskSums { open: 0.0, total: 0.0, base: Some(&self.base) };
        let own = || AskSums { open: alone.open, total: alone.total, base: None };
        let (role, candidate) = match one_is {
            Side::Role => (own(), base()),
            Side::Candidate => (base(), own()),
        };
        role.add_to(&mut self.role, lanes);
        candidate.add_to(&mut self.candidate, lanes);
        let rule = Rule { merge: plan.merge, by: plan.rank_by, stance: plan.stance };
        points_of(
            rule,
            &self.role,
            &self.candidate,
            self.points.get_mut(..lanes).unwrap_or_default(),
        );
    }
}

/// What the one document asks, as far as it is the same for every lane.
#[derive(Clone, Copy, Debug, Default)]
struct Alone {
    open: f32,
    total: f32,
}

impl Alone {
    /// Adds up an ask of the one; what is left to score is the weight returned.
    fn ask(
        &mut self,
        entry: &Entry,
        mark: Mark,
        answers: &Marks,
        side: &mut SideLanes,
        lanes: usize,
    ) -> Option<f32> {
        let weight = match mark.state {
            State::Irrelevant => return None,
            State::Stated => entry.weight_of(mark.stake),
            State::Unstated => entry.weight_of(entry.silence),
        };
        self.total += weight;
        if answers.any(State::Irrelevant) {
            add_where(
                side.total.get_mut(..lanes).unwrap_or_default(),
                -weight,
                &answers.states,
                State::Irrelevant,
            );
        }
        if mark.state == State::Unstated {
            self.open += weight;
            if answers.any(State::Irrelevant) {
                add_where(
                    side.open.get_mut(..lanes).unwrap_or_default(),
                    -weight,
                    &answers.states,
                    State::Irrelevant,
                );
            }
            return None;
        }
        if answers.any(State::Unstated) {
            add_where(
                side.open.get_mut(..lanes).unwrap_or_default(),
                weight,
                &answers.states,
                State::Unstated,
            );
        }
        Some(weight)
    }
}

/// Adds up what the one answers to the asks of the block; what is left to score is the weight returned.
fn answer(
    entry: &Entry,
    mark: Mark,
    asks: &Marks,
    side: &mut SideLanes,
    lanes: usize,
) -> Option<f32> {
    match mark.state {
        State::Stated => return Some(entry.weight),
        State::Unstated => {
            add_stakes(side.open.get_mut(..lanes).unwrap_or_default(), entry.weight, &asks.stakes);
        }
        State::Irrelevant => {
            add_stakes(
                side.total.get_mut(..lanes).unwrap_or_default(),
                -entry.weight,
                &asks.stakes,
            );
            if asks.any(State::Unstated) {
                let silence = -entry.weight_of(entry.silence);
                add_where(
                    side.total.get_mut(..lanes).unwrap_or_default(),
                    silence,
                    &asks.states,
                    State::Unstated,
                );
                add_where(
                    side.open.get_mut(..lanes).unwrap_or_default(),
                    silence,
                    &asks.states,
                    State::Unstated,
                );
            }
        }
    }
    None
}

/// What a side asks beside what was added lane by lane.
struct AskSums<'a> {
    open: f32,
    total: f32,
    base: Option<&'a Base>,
}

impl AskSums<'_> {
    fn add_to(&self, side: &mut SideLanes, lanes: usize) {
        if let Some(base) = self.base {
            side.open.iter_mut().zip(&base.open).take(lanes).for_each(|(sum, base)| *sum += base);
            side.total.iter_mut().zip(&base.total).take(lanes).for_each(|(sum, base)| *sum += base);
        } else {
            side.open.iter_mut().take(lanes).for_each(|sum| *sum += self.open);
            side.total.iter_mut().take(lanes).for_each(|sum| *sum += self.total);
        }
    }
}

/// How sums become points.
#[derive(Clone, Copy)]
struct Rule {
    merge: Merge,
    by: RankBy,
    stance: f32,
}

/// Compiled apart for the default rule, whose branches then fall away in the loop.
fn points_of(rule: Rule, role: &SideLanes, candidate: &SideLanes, points: &mut [f32]) {
    match (rule.by, rule.merge.exponent) {
        (RankBy::Mutual, Exponent::Harmonic) => points_by(
            Rule {
                by: RankBy::Mutual,
                merge: Merge { exponent: Exponent::Harmonic, ..rule.merge },
                ..rule
            },
            role,
            candidate,
            points,
        ),
        _ => points_by(rule, role, candidate, points),
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn points_by(rule: Rule, role: &SideLanes, candidate: &SideLanes, points: &mut [f32]) {
    let sums =
        |side: &SideLanes| (side.low.len(), side.width.len(), side.open.len(), side.total.len());
    debug_assert_eq!(sums(role), sums(candidate));
    let of_role = role.low.iter().zip(&role.width).zip(&role.open).zip(&role.total);
    let of_candidate =
        candidate.low.iter().zip(&candidate.width).zip(&candidate.open).zip(&candidate.total);
    for ((at, (((rl, rw), ro), rt)), (((cl, cw), co), ct)) in
        points.iter_mut().zip(of_role).zip(of_candidate)
    {
        let (role, candidate) = (bounds(*rl, *rw, *ro, *rt), bounds(*cl, *cw, *co, *ct));
        *at = point(&rule.merge, rule.by, rule.stance, role, candidate);
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_stakes(sums: &mut [f32], weight: f32, stakes: &[u8]) {
    for (sum, stake) in sums.iter_mut().zip(stakes) {
        *sum += weight * f32::from(*stake);
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_where(sums: &mut [f32], weight: f32, states: &[State], state: State) {
    for (sum, known) in sums.iter_mut().zip(states) {
        *sum += if *known as u8 == state as u8 { weight } else { 0.0 };
    }
}
