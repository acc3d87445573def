//! What a ranking gathers about one subject while blocks are scored in any order.

use crate::{
    Gate, Request,
    gating::Verdict,
    known::KnownPair,
    pair::{self, At, Standard},
    plan::Plan,
    pool::{Block, Place, Pool},
    room::{Room, Way},
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

impl Tally<'_> {
    fn count(&mut self, position: usize) {
        if let Some(count) = self.by.get_mut(position) {
            *count += 1;
        }
    }
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

/// Room of one core for whole documents: lanes of slots, and the best way in which each can be had.
#[derive(Default)]
pub(crate) struct Desk {
    room: Room,
    best: Best,
}

/// The best of the ways in which the documents of a block can be had, member by member.
#[derive(Default)]
struct Best {
    standards: Vec<Standard>,
    /// Which of the ways it is.
    ways: Vec<u8>,
    /// Which slot of the block it is.
    slots: Vec<u16>,
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
        let slots = subject.block.slots_of(subject.place.document as usize);
        self.room.score(plan, (subject.block, slots), side, block, number);
        self.correct(plan, subject, side, block, number);
        self.best.choose(self.room.ways(), block);
        self.best.tell(self.room.ways(), &mut subject.tally(), block, number);
    }

    /// Scores the few pairs again of which anything is known beside their documents.
    fn correct(
        &mut self,
        plan: &Plan,
        subject: &SubjectAt<'_, '_>,
        side: Side,
        block: &Block,
        number: usize,
    ) {
        for pair in subject.known.iter().filter(|pair| pair.place.block as usize == number) {
            for slot in block.slots_of(pair.place.document as usize) {
                for way in self.room.ways_mut() {
                    let one = At { block: subject.block, slot: way.slot };
                    let other = At { block, slot };
                    let score = match side {
                        Side::Role => pair::score(plan, one, other, pair.facts),
                        Side::Candidate => pair::score(plan, other, one, pair.facts),
                    };
                    let mut verdict = Verdict::default();
                    for (position, scored) in score.entries.iter().enumerate() {
                        verdict.and(position, scored.gate);
                    }
                    if let Some(point) = way.points.get_mut(slot) {
                        *point = score.ranked(plan.rank_by).at(plan.stance);
                    }
                    way.gates.put(slot, verdict);
                }
            }
        }
    }
}

impl Best {
    /// Finds the best way of each document.
    fn choose(&mut self, ways: &[Way], block: &Block) {
        let Some((first, rest)) = ways.split_first() else { return };
        let lanes = block.slots.len();
        self.standards.clear();
        self.standards.resize(lanes, Standard::default());
        self.ways.clear();
        self.ways.resize(lanes, 0);
        take_better(&mut self.standards, &mut self.ways, 0, (&first.points, first.gates.lanes()));
        for (number, way) in (1..).zip(rest) {
            let found = (&*way.points, way.gates.lanes());
            take_better(&mut self.standards, &mut self.ways, number, found);
        }
        self.slots.clear();
        if lanes == block.documents.len() {
            self.slots.extend(0..lanes as u16);
        } else {
            self.gather(block);
        }
    }

    /// Moves the best slot of each document to the document's own place, where some have several slots.
    fn gather(&mut self, block: &Block) {
        for document in 0..block.documents.len() {
            let better = |one: usize, later: usize| {
                if self.standards.get(later) > self.standards.get(one) { later } else { one }
            };
            let best = block.slots_of(document).reduce(better).unwrap_or(document);
            // Documents take their places from the front, so that no slot is overwritten before it is read.
            self.standards.swap(document, best);
            self.ways.swap(document, best);
            self.slots.push(best as u16);
        }
        self.standards.truncate(block.documents.len());
    }

    fn tell<'p>(&self, ways: &[Way], tally: &mut Tally<'p>, block: &'p Block, number: usize) {
        let standing = |document: usize| {
            let slot = *self.slots.get(document)?;
            let way = usize::from(*self.ways.get(document)?);
            Some(Standing {
                point: self.standards.get(document)?.point(),
                id: &block.documents.get(document)?.id,
                place: Place { block: number as u32, document: document as u32 },
                slots: Slots { one: ways.get(way)?.slot as u16, many: slot },
            })
        };
        let mut least = Standard::free_at(tally.top.threshold());
        for (standards, start) in self.standards.chunks(LOT).zip((0..).step_by(LOT)) {
            if !any_reaches(standards, least) {
                continue;
            }
            for (document, standard) in (start..).zip(standards) {
                if *standard >= least
                    && let Some(standing) = standing(document)
                {
                    tally.top.push(standing);
                    least = Standard::free_at(tally.top.threshold());
                }
            }
        }
        // Who is blocked is blocked in every way, the first among them.
        for &slot in ways.first().map_or(&[][..], |way| way.gates.blocked()) {
            let document =
                block.slots.get(usize::from(slot)).map(|slot| usize::from(slot.document));
            let Some((document, standing)) =
                document.and_then(|document| Some((document, standing(document)?)))
            else {
                continue;
            };
            if standing.slots.many == slot
                && self.standards.get(document).is_some_and(|standard| standard.is_blocked())
            {
                let way = self.ways.get(document).and_then(|&way| ways.get(usize::from(way)));
                way.into_iter()
                    .flat_map(|way| way.gates.get(usize::from(slot)).blocked_by())
                    .for_each(|position| tally.count(position));
                tally.blocked += 1;
                tally.first_blocked.push(standing);
            }
        }
    }
}

/// Takes over what one way of having the pairs is better at than those before it.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn take_better(
    standards: &mut [Standard],
    ways: &mut [u8],
    number: u8,
    (points, gates): (&[f32], &[Gate]),
) {
    let best = standards.iter_mut().zip(ways);
    for ((best, way), (point, gate)) in best.zip(points.iter().zip(gates)) {
        let later = Standard::of(*gate, *point);
        let gives_way = later > *best;
        *best = if gives_way { later } else { *best };
        *way = if gives_way { number } else { *way };
    }
}

/// Whether any of a lot of lanes comes to so much; counted without branches, so that it is one look.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn any_reaches(lot: &[Standard], least: Standard) -> bool {
    lot.iter().map(|standard| u32::from(*standard >= least)).sum::<u32>() > 0
}

/// How many lanes are looked at together for anything that may enter the top.
const LOT: usize = 128;
