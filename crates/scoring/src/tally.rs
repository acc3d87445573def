//! What a ranking gathers about one subject while blocks are scored in any order.

use crate::{
    BLOCK, Gate, Request,
    gating::Verdict,
    known::KnownPair,
    pair::{self, At},
    plan::Plan,
    pool::{Block, Place, Pool},
    room::{One, Room},
    top::{First, Slots, Standing, Top},
};
use mutualfit_domain::Side;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What has been gathered about one subject.
#[derive(Default)]
pub(crate) struct Tally<'p> {
    pub(crate) top: Top<'p>,
    pub(crate) blocked: u32,
    /// How many documents each entry of the plan blocks.
    pub(crate) by: Vec<u32>,
    pub(crate) first_blocked: First<'p>,
}

/// One subject of a ranking: where it stands in its own pool, and what is known of it with others.
pub(crate) struct SubjectAt<'s, 'p> {
    pub(crate) place: Place,
    pub(crate) block: &'s Block,
    pub(crate) known: Vec<KnownPair<'s>>,
    tally: Mutex<Tally<'p>>,
}

impl<'s, 'p> SubjectAt<'s, 'p> {
    pub(crate) fn new(
        place: Place,
        block: &'s Block,
        known: Vec<KnownPair<'s>>,
        plan: &Plan,
        request: &Request,
    ) -> Self {
        let tally = Tally {
            top: Top::new(request.top),
            blocked: 0,
            by: vec![0; plan.entries.len()],
            first_blocked: First::new(request.blocked),
        };
        Self { place, block, known, tally: Mutex::new(tally) }
    }

    /// What was gathered; nothing is left behind.
    pub(crate) fn take_tally(&self) -> Tally<'p> {
        std::mem::take(&mut *self.tally())
    }

    fn tally(&self) -> MutexGuard<'_, Tally<'p>> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Room of one core for whole documents: lanes of slots, and the best slot of each document.
#[derive(Default)]
pub(crate) struct Desk {
    room: Room,
    best: Vec<Option<Best>>,
}

/// The best of the ways in which a pair can be had.
#[derive(Clone, Copy, Debug)]
struct Best {
    point: f32,
    verdict: Verdict,
    slots: Slots,
}

impl Best {
    fn gives_way_to(&self, later: &Self) -> bool {
        pair::gives_way((self.verdict.gate, self.point), (later.verdict.gate, later.point))
    }
}

impl Desk {
    /// Scores one subject against one block of the pool and tells its tally.
    pub(crate) fn score<'p, D>(
        &mut self,
        plan: &Plan,
        subject: &SubjectAt<'_, 'p>,
        side: Side,
        pool: &'p Pool<D>,
        number: usize,
    ) {
        let Some(block) = pool.blocks.get(number) else { return };
        self.best.clear();
        self.best.resize(block.documents.len().min(BLOCK), None);
        for slot in subject.block.slots_of(subject.place.document as usize) {
            let one = One { at: At { block: subject.block, slot }, side };
            self.room.score(plan, one, block, number);
            self.correct(plan, subject, one, block, number);
            self.choose(slot, block);
        }
        self.tell(&mut subject.tally(), block, number);
    }

    /// Scores the few pairs again of which anything is known beside their documents.
    fn correct(
        &mut self,
        plan: &Plan,
        subject: &SubjectAt<'_, '_>,
        one: One<'_>,
        block: &Block,
        number: usize,
    ) {
        for pair in subject.known.iter().filter(|pair| pair.place.block as usize == number) {
            for slot in block.slots_of(pair.place.document as usize) {
                let other = At { block, slot };
                let score = match one.side {
                    Side::Role => pair::score(plan, one.at, other, pair.facts),
                    Side::Candidate => pair::score(plan, other, one.at, pair.facts),
                };
                let mut verdict = Verdict::default();
                for (position, scored) in score.entries.iter().enumerate() {
                    verdict.and(position, scored.gate);
                }
                let point = score.ranked(plan.rank_by).at(plan.stance);
                self.room.put(slot, point, verdict);
            }
        }
    }

    /// Keeps the best slot of each document.
    fn choose(&mut self, one: usize, block: &Block) {
        for (many, slot) in block.slots.iter().enumerate() {
            let (Some((point, verdict)), Some(best)) =
                (self.room.lane(many), self.best.get_mut(usize::from(slot.document)))
            else {
                continue;
            };
            let slots = Slots { one: one as u16, many: many as u16 };
            let found = Best { point, verdict, slots };
            if best.as_ref().is_none_or(|best| best.gives_way_to(&found)) {
                *best = Some(found);
            }
        }
    }

    fn tell<'p>(&self, tally: &mut Tally<'p>, block: &'p Block, number: usize) {
        let mut threshold = tally.top.threshold();
        for (document, (best, head)) in self.best.iter().zip(&block.documents).enumerate() {
            let Some(best) = best else { continue };
            let standing = || Standing {
                point: best.point,
                id: &head.id,
                place: Place { block: number as u32, document: document as u32 },
                slots: best.slots,
            };
            if best.verdict.gate == Gate::Unmet {
                tally.blocked += 1;
                for (position, count) in tally.by.iter_mut().enumerate() {
                    *count += u32::from(best.verdict.is_blocked_by(position));
                }
                tally.first_blocked.push(standing());
            } else if best.point >= threshold {
                tally.top.push(standing());
                threshold = tally.top.threshold();
            }
        }
    }
}
