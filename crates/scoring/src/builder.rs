//! Pools in the making, and pools that change.

use crate::{
    BLOCK, Digest,
    block::Block,
    cores,
    plan::Plan,
    pool::{Pool, Stored},
    sealed::Subject,
};
use mutualfit_domain::Side;
use std::{collections::HashSet, sync::Arc};

/// A pool in the making: documents go in, one at a time or many, and are distilled on all cores as they come.
///
/// One that starts from a pool ([`Engine::edit`](crate::Engine::edit)) shares with it what does not change.
#[derive(Debug)]
pub struct PoolBuilder<D> {
    plan: Arc<Plan>,
    blocks: Vec<Stored>,
    /// The last block, to which documents are still added.
    filling: Option<Block>,
    waiting: Vec<(D, Digest)>,
    /// The ids of what was added since the first so many blocks, which are searched for theirs.
    adding: HashSet<Box<str>>,
    searched: usize,
    count: usize,
}

/// How many documents are distilled together.
const LOT: usize = 256;
/// How many wait before they are.
const WAITING: usize = 16 * LOT;

impl<D: Subject> PoolBuilder<D> {
    pub(crate) fn new(plan: Arc<Plan>) -> Self {
        Self::over(plan, Vec::new())
    }

    /// A builder that starts with these blocks.
    pub(crate) fn over(plan: Arc<Plan>, blocks: Vec<Stored>) -> Self {
        Self {
            plan,
            searched: blocks.len(),
            count: blocks.iter().map(Stored::len).sum(),
            blocks,
            filling: None,
            waiting: Vec::new(),
            adding: HashSet::new(),
        }
    }

    /// Adds a document, with the digest of the bytes that it was read from.
    ///
    /// # Errors
    ///
    /// Where a document of that id is in the pool already; the pool stays as it was.
    pub fn push(&mut self, document: D, digest: Digest) -> Result<(), DuplicateId> {
        let id = document.subject_id().as_str();
        if self.contains(id) {
            return Err(DuplicateId { id: id.to_owned() });
        }
        self.adding.insert(id.into());
        self.count += 1;
        self.waiting.push((document, digest));
        if self.waiting.len() >= WAITING {
            self.distil();
        }
        Ok(())
    }

    /// Adds a document in place of the one that has its id, if any.
    pub fn put(&mut self, document: D, digest: Digest) {
        self.remove(document.subject_id().as_str());
        // Nothing has its id any more.
        let _ = self.push(document, digest);
    }

    /// Removes the document of an id, and says whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        if self.adding.contains(id) {
            self.settle();
        }
        let found = self.blocks.iter_mut().find_map(|stored| Some((stored.find(id)?, stored)));
        found.is_some_and(|(document, stored)| {
            stored.remove(document);
            self.count -= 1;
            true
        })
    }

    /// Whether there is a document of this id.
    pub fn contains(&self, id: &str) -> bool {
        let mut searched = self.blocks.iter().take(self.searched);
        self.adding.contains(id) || searched.any(|stored| stored.find(id).is_some())
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The pool of all that was added and not removed.
    pub fn build(mut self) -> Pool<D> {
        self.settle();
        Pool::new(compact(&self.plan, self.blocks, D::SIDE), self.plan)
    }

    /// Distils all that waits, some documents on each core, and adds it to the last block in its order.
    fn distil(&mut self) {
        let lots: Vec<&[(D, Digest)]> = self.waiting.chunks(LOT).collect();
        let plan = &self.plan;
        let distilled = cores::map(&lots, |lot| {
            Block::of(plan, lot.iter().map(|(document, digest)| (document, *digest)))
        });
        for lot in distilled {
            let full =
                self.filling.take_if(|filling| filling.slots.len() + lot.slots.len() > BLOCK);
            self.blocks.extend(full.map(|full| Stored::new(full.sealed())));
            let filling = self.filling.get_or_insert_with(|| Block::new(plan, D::SIDE));
            filling.append(&lot, 0..lot.documents.len());
        }
        self.waiting.clear();
    }

    /// Makes whole blocks of all that was added, which can be searched.
    fn settle(&mut self) {
        self.distil();
        self.blocks.extend(self.filling.take().map(|last| Stored::new(last.sealed())));
        self.adding.clear();
        self.searched = self.blocks.len();
    }
}

/// The same documents in fewer blocks: those of which most is gone are written anew, and a block that is not much larger
/// than the one after it is put together with it, so that each document is moved but a few times however often a pool
/// changes.
fn compact(plan: &Plan, blocks: Vec<Stored>, side: Side) -> Vec<Stored> {
    let mut kept: Vec<Stored> = Vec::new();
    for mut last in blocks.into_iter().filter(|stored| stored.len() > 0) {
        if last.is_mostly_gone() {
            last = together(plan, side, &[last]);
        }
        let is_alike = |before: &Stored, last: &Stored| {
            before.len() <= 2 * last.len() && before.slots() + last.slots() <= BLOCK
        };
        while let Some(before) = kept.pop_if(|before| is_alike(before, &last)) {
            last = together(plan, side, &[before, last]);
        }
        kept.push(last);
    }
    kept
}

/// One block of what is left in some.
fn together(plan: &Plan, side: Side, blocks: &[Stored]) -> Stored {
    let mut block = Block::new(plan, side);
    for stored in blocks {
        stored.runs().into_iter().for_each(|run| block.append(&stored.block, run));
    }
    Stored::new(block.sealed())
}

/// Two documents of one id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("id `{id}` is there twice; give each document an id of its own")]
pub struct DuplicateId {
    id: String,
}

impl DuplicateId {
    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }
}
