//! Many documents of one side, distilled and ready to be scored.

use crate::{
    Digest, DocumentChanged,
    block::{Block, Head},
    plan::Plan,
};
use std::{marker::PhantomData, ops::Range, sync::Arc};

/// Many documents of one side, distilled under one engine's plan. It does not keep the documents.
///
/// Made by [`Engine::pool`](crate::Engine::pool) or a [`PoolBuilder`](crate::PoolBuilder). A clone is a snapshot and costs
/// next to nothing; [`Engine::edit`](crate::Engine::edit) makes another pool of it, with documents added, replaced and
/// removed, that shares what did not change.
#[derive(Debug)]
pub struct Pool<D> {
    pub(crate) blocks: Arc<[Stored]>,
    count: usize,
    digest: Digest,
    /// The plan under which it was distilled.
    pub(crate) plan: Arc<Plan>,
    kind: PhantomData<fn() -> D>,
}

impl<D> Clone for Pool<D> {
    fn clone(&self) -> Self {
        Self { blocks: Arc::clone(&self.blocks), plan: Arc::clone(&self.plan), ..*self }
    }
}

/// A block of a pool, and which of its documents are no longer there.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) block: Arc<Block>,
    /// A bit a document; none where nothing was removed.
    gone: Arc<[u64]>,
    left: usize,
}

/// Where a document is in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) block: u32,
    pub(crate) document: u32,
}

impl Stored {
    pub(crate) fn new(block: Block) -> Self {
        let left = block.documents.len();
        Self { block: Arc::new(block), gone: Arc::default(), left }
    }

    /// How many documents are left.
    pub(crate) fn len(&self) -> usize {
        self.left
    }

    /// Whether nothing was removed.
    pub(crate) fn is_whole(&self) -> bool {
        self.gone.is_empty()
    }

    /// Whether a document is still there.
    pub(crate) fn holds(&self, document: usize) -> bool {
        self.gone.get(document / 64).is_none_or(|word| word >> (document % 64) & 1 == 0)
    }

    /// The document of an id that is still there.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.block.ids.find(id).filter(|document| self.holds(*document))
    }

    /// Removes a document that is there.
    pub(crate) fn remove(&mut self, document: usize) {
        let mut gone = self.gone.to_vec();
        gone.resize(self.block.documents.len().div_ceil(64), 0);
        if let Some(word) = gone.get_mut(document / 64) {
            *word |= 1 << (document % 64);
            self.left -= 1;
        }
        self.gone = gone.into();
    }

    /// Whether less than half of the documents are left.
    pub(crate) fn is_mostly_gone(&self) -> bool {
        2 * self.left < self.block.documents.len()
    }

    /// How many slots the documents take that are left.
    pub(crate) fn slots(&self) -> usize {
        let documents = (0..self.block.documents.len()).filter(|document| self.holds(*document));
        documents.map(|document| self.block.slots_of(document).len()).sum()
    }

    /// The documents that are left, in runs of neighbours.
    pub(crate) fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for document in (0..self.block.documents.len()).filter(|document| self.holds(*document)) {
            match runs.last_mut() {
                Some(last) if last.end == document => last.end += 1,
                _ => runs.push(document..document + 1),
            }
        }
        runs
    }
}

impl<D> Pool<D> {
    pub(crate) fn new(blocks: Vec<Stored>, plan: Arc<Plan>) -> Self {
        let documents = blocks.iter().flat_map(|stored| {
            let heads = stored.block.documents.iter().enumerate();
            heads.filter(|(document, _)| stored.holds(*document)).map(|(_, head)| head.digest)
        });
        let digest = documents.fold(Digest::default(), Digest::plus);
        let count = blocks.iter().map(Stored::len).sum();
        Self { blocks: blocks.into(), count, digest, plan, kind: PhantomData }
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether it holds a document of this id.
    pub fn contains(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    /// The sum of the digests of its documents.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The place of a document.
    pub(crate) fn find(&self, id: &str) -> Option<Place> {
        let place = |(stored, block): (&Stored, u32)| {
            stored.find(id).map(|document| Place { block, document: document as u32 })
        };
        self.blocks.iter().zip(0..).find_map(place)
    }

    /// The places of the documents, in the order in which they were added, so many of one block at a time.
    pub(crate) fn tiles(&self, most: usize) -> impl Iterator<Item = Vec<Place>> + '_ {
        self.blocks.iter().zip(0..).flat_map(move |(stored, block)| {
            let documents: Vec<Place> = (0..stored.block.documents.len())
                .filter(|document| stored.holds(*document))
                .map(|document| Place { block, document: document as u32 })
                .collect();
            documents.chunks(most).map(<[Place]>::to_vec).collect::<Vec<_>>()
        })
    }

    pub(crate) fn block(&self, place: Place) -> Option<&Block> {
        self.blocks.get(place.block as usize).map(|stored| &*stored.block)
    }

    /// The id of a document.
    pub(crate) fn id(&self, place: Place) -> &str {
        self.block(place).map_or("", |block| block.ids.get(place.document as usize))
    }

    pub(crate) fn head(&self, place: Place) -> Option<&Head> {
        self.block(place)?.documents.get(place.document as usize)
    }

    /// The block and the slots of a document, which must be the one that was put into the pool.
    pub(crate) fn slots_of(
        &self,
        id: &str,
        digest: Digest,
    ) -> Result<(&Block, Range<usize>), DocumentChanged> {
        self.verify(id, digest)?;
        let found = self.find(id).and_then(|place| {
            let block = self.block(place)?;
            Some((block, block.slots_of(place.document as usize)))
        });
        found.ok_or_else(|| DocumentChanged::new(id, None, digest))
    }

    /// Whether a document is the one that was put into the pool.
    ///
    /// # Errors
    ///
    /// Where the pool holds another document of that id, or none.
    pub fn verify(&self, id: &str, digest: Digest) -> Result<(), DocumentChanged> {
        let ranked = self.find(id).and_then(|place| self.head(place)).map(|head| head.digest);
        if ranked == Some(digest) { Ok(()) } else { Err(DocumentChanged::new(id, ranked, digest)) }
    }
}
