//! What a ranking gathers about one subject while blocks are scored in any order.

use crate::{
    Request,
    block::Block,
    known::KnownPair,
    plan::Plan,
    pool::Place,
    top::{First, Top},
};
use std::{
    ops::Range,
    sync::{Mutex, MutexGuard, PoisonError},
};

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
    /// Takes in how many more documents an entry of the plan blocks.
    pub(crate) fn count(&mut self, position: usize, more: u32) {
        if let Some(count) = self.by.get_mut(position) {
            *count += more;
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

    /// The slots in which it can be had.
    pub(crate) fn slots(&self) -> Range<usize> {
        self.block.slots_of(self.place.document as usize)
    }

    /// What was gathered; nothing is left behind.
    pub(crate) fn take_tally(&self) -> Tally<'p> {
        std::mem::take(&mut *self.tally())
    }

    /// What is being gathered, for as long as it is held.
    pub(crate) fn tally(&self) -> MutexGuard<'_, Tally<'p>> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
