//! Many documents of one side, distilled and ready to be scored.

use crate::{
    BLOCK, Column, Digest, DocumentChanged, Essential, Mark, State,
    plan::{Entry, Plan},
    sealed::Subject,
};
use mutualfit_domain::{Id, Side};
use std::{
    collections::HashMap,
    marker::PhantomData,
    ops::Range,
    sync::{Arc, OnceLock},
};

/// Many documents of one side, distilled under one engine's plan. It does not keep the documents.
///
/// Made by [`Engine::pool`](crate::Engine::pool) or a [`PoolBuilder`]. Cheap to clone.
#[derive(Debug)]
pub struct Pool<D> {
    pub(crate) blocks: Arc<[Block]>,
    pub(crate) index: Arc<HashMap<Box<str>, Place>>,
    pub(crate) digest: Digest,
    pub(crate) plan: Digest,
    kind: PhantomData<fn() -> D>,
}

impl<D> Clone for Pool<D> {
    fn clone(&self) -> Self {
        Self {
            blocks: Arc::clone(&self.blocks),
            index: Arc::clone(&self.index),
            digest: self.digest,
            plan: self.plan,
            kind: PhantomData,
        }
    }
}

impl<D> Pool<D> {
    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Whether it holds a document of this id.
    pub fn contains(&self, id: &str) -> bool {
        self.index.contains_key(id)
    }

    /// The sum of the digests of its documents.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Where each document is, in the order in which they were added.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.blocks.iter().enumerate().flat_map(|(block, content)| {
            (0..content.documents.len())
                .map(move |document| Place { block: block as u32, document: document as u32 })
        })
    }

    pub(crate) fn block(&self, place: Place) -> Option<&Block> {
        self.blocks.get(place.block as usize)
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
        let place = self.index.get(id).copied();
        let found = place.and_then(|place| {
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
        let ranked = self.index.get(id).and_then(|place| self.head(*place)).map(|head| head.digest);
        if ranked == Some(digest) { Ok(()) } else { Err(DocumentChanged::new(id, ranked, digest)) }
    }
}

/// Where a document is in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) block: u32,
    pub(crate) document: u32,
}

/// Some thousands of documents, column by column.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) documents: Vec<Head>,
    /// One slot a candidate, one an arrangement of a role.
    pub(crate) slots: Vec<Slot>,
    /// One an entry of the plan.
    pub(crate) columns: Vec<Box<dyn Column>>,
    pub(crate) marks: Vec<Marks>,
}

/// What is kept of a document as such.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) id: Id,
    pub(crate) digest: Digest,
    pub(crate) first_slot: u16,
    pub(crate) slots: u16,
    /// Whether what it shows on each side, the role's first, is kept to the engine in any part.
    pub(crate) keeps: [bool; 2],
}

/// What is kept of a slot as such.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub(crate) document: u16,
    /// The position in the role's list of arrangements; `None` where it has none.
    pub(crate) arrangement: Option<u16>,
}

/// The marks of one entry's column, member by member; what few slots have is a list of those.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) states: Vec<State>,
    pub(crate) stakes: Vec<u8>,
    /// The slots whose ask must be met, in their order.
    pub(crate) essential: Vec<u16>,
    /// Those of them, and of the answers, that can be talked about, in their order.
    negotiable: Vec<u16>,
    /// Whether any slot has each state.
    any: [bool; 3],
    /// The slots that are stated, in their order; found once, where somebody must have an answer.
    stated: OnceLock<Box<[u16]>>,
}

impl Marks {
    fn push(&mut self, mark: Mark) {
        let slot = self.states.len() as u16;
        self.states.push(mark.state);
        self.stakes.push(mark.stake);
        if mark.essential != Essential::No {
            self.essential.push(slot);
        }
        if mark.is_negotiable() {
            self.negotiable.push(slot);
        }
        if let Some(any) = self.any.get_mut(mark.state as usize) {
            *any = true;
        }
    }

    /// Whether any slot has this state.
    pub(crate) fn any(&self, state: State) -> bool {
        self.any.get(state as usize) == Some(&true)
    }

    /// The slots that are stated, in their order.
    pub(crate) fn stated(&self) -> &[u16] {
        self.stated.get_or_init(|| {
            let states = self.states.iter().zip(0..);
            states.filter(|(state, _)| **state == State::Stated).map(|(_, slot)| slot).collect()
        })
    }

    /// Whether any slot asks or answers what can be talked about.
    pub(crate) fn any_negotiable(&self) -> bool {
        !self.negotiable.is_empty()
    }

    /// Whether what a slot asks or answers can be talked about.
    pub(crate) fn is_negotiable(&self, slot: u16) -> bool {
        self.any_negotiable() && self.negotiable.binary_search(&slot).is_ok()
    }

    /// The mark of a slot; a slot that does not exist is unstated.
    pub(crate) fn get(&self, slot: usize) -> Mark {
        let (Some(&state), Some(&stake)) = (self.states.get(slot), self.stakes.get(slot)) else {
            return Mark::UNSTATED;
        };
        let negotiable = self.is_negotiable(slot as u16);
        let essential = match self.essential.binary_search(&(slot as u16)) {
            Ok(_) if negotiable => Essential::Negotiable,
            Ok(_) => Essential::Yes,
            Err(_) => Essential::No,
        };
        Mark { state, stake, essential, negotiable: negotiable && essential == Essential::No }
    }

    fn seal(&mut self) {
        self.states.shrink_to_fit();
        self.stakes.shrink_to_fit();
    }
}

impl Block {
    fn new(plan: &Plan, of: Side) -> Self {
        Self {
            documents: Vec::new(),
            slots: Vec::new(),
            columns: plan.entries.iter().map(|entry| entry.scorer.column(of)).collect(),
            marks: plan.entries.iter().map(|_| Marks::default()).collect(),
        }
    }

    /// Distils one document into its slots.
    fn push<D: Subject>(&mut self, plan: &Plan, document: &D, digest: Digest) {
        let (first_slot, number) = (self.slots.len() as u16, self.documents.len() as u16);
        document.each_view(&mut |view, arrangement| {
            for ((entry, column), marks) in
                plan.entries.iter().zip(&mut self.columns).zip(&mut self.marks)
            {
                let Entry { scorer, context, .. } = entry;
                marks.push(D::push(view, &**scorer, &mut **column, context));
            }
            self.slots.push(Slot { document: number, arrangement });
        });
        let slots = self.slots.len() as u16 - first_slot;
        let (id, keeps) = (document.subject_id().clone(), document.keeps());
        self.documents.push(Head { id, digest, first_slot, slots, keeps });
    }

    fn seal(&mut self) {
        self.columns.iter_mut().for_each(|column| column.seal());
        self.marks.iter_mut().for_each(Marks::seal);
    }

    /// A sealed block of these documents.
    pub(crate) fn of<'d, D: Subject + 'd>(
        plan: &Plan,
        documents: impl IntoIterator<Item = (&'d D, Digest)>,
    ) -> Self {
        let mut block = Self::new(plan, D::SIDE);
        for (document, digest) in documents {
            block.push(plan, document, digest);
        }
        block.seal();
        block
    }

    /// Whether the document of a slot keeps anything to the engine on each side, the role's first.
    pub(crate) fn keeps(&self, slot: usize) -> [bool; 2] {
        let document = self.slots.get(slot).map(|slot| usize::from(slot.document));
        document.and_then(|document| self.documents.get(document)).map_or([true; 2], |it| it.keeps)
    }

    /// The slots of a document.
    pub(crate) fn slots_of(&self, document: usize) -> Range<usize> {
        self.documents.get(document).map_or(0..0, |head| {
            let first = usize::from(head.first_slot);
            first..first + usize::from(head.slots)
        })
    }
}

/// A pool in the making: documents go in, one at a time or many, and are distilled in parallel as they come.
#[derive(Debug)]
pub struct PoolBuilder<D> {
    plan: Arc<Plan>,
    waiting: Vec<(D, Digest)>,
    blocks: Vec<Block>,
    index: HashMap<Box<str>, Place>,
    digest: Digest,
}

/// How many documents wait before they are distilled together.
const WAITING: usize = 2 * BLOCK;

impl<D: Subject> PoolBuilder<D> {
    pub(crate) fn new(plan: Arc<Plan>) -> Self {
        Self {
            plan,
            waiting: Vec::new(),
            blocks: Vec::new(),
            index: HashMap::new(),
            digest: Digest::default(),
        }
    }

    /// Adds a document, with the digest of the bytes that it was read from.
    ///
    /// # Errors
    ///
    /// Where a document of that id is in the pool already; the pool stays as it was.
    pub fn push(&mut self, document: D, digest: Digest) -> Result<(), DuplicateId> {
        let id = document.subject_id().as_str();
        if self.index.contains_key(id) {
            return Err(DuplicateId { id: id.to_owned() });
        }
        // The true place is known once the document is distilled.
        self.index.insert(id.into(), Place { block: u32::MAX, document: 0 });
        self.digest = self.digest.plus(digest);
        self.waiting.push((document, digest));
        if self.waiting.len() >= WAITING {
            self.distil(Waiting::WholeBlocks);
        }
        Ok(())
    }

    /// The pool of all documents added.
    pub fn build(mut self) -> Pool<D> {
        self.distil(Waiting::All);
        Pool {
            blocks: self.blocks.into(),
            index: Arc::new(self.index),
            digest: self.digest,
            plan: self.plan.rubric,
            kind: PhantomData,
        }
    }

    /// How many documents were added.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    fn distil(&mut self, which: Waiting) {
        let mut ends = Vec::new();
        let mut slots = 0;
        for (position, (document, _)) in self.waiting.iter().enumerate() {
            let more = document.views();
            if slots + more > BLOCK {
                ends.push(position);
                slots = 0;
            }
            slots += more;
        }
        if which == Waiting::All && slots > 0 {
            ends.push(self.waiting.len());
        }
        let mut starts = vec![0];
        starts.extend(ends.iter().copied());
        let runs: Vec<&[(D, Digest)]> = starts
            .iter()
            .zip(&ends)
            .filter_map(|(&start, &end)| self.waiting.get(start..end))
            .collect();
        let plan = &self.plan;
        let blocks = crate::cores::map(&runs, |run| {
            Block::of(plan, run.iter().map(|(document, digest)| (document, *digest)))
        });
        for block in blocks {
            let number = self.blocks.len() as u32;
            for (document, head) in block.documents.iter().enumerate() {
                if let Some(place) = self.index.get_mut(head.id.as_str()) {
                    *place = Place { block: number, document: document as u32 };
                }
            }
            self.blocks.push(block);
        }
        self.waiting.drain(..ends.last().copied().unwrap_or(0));
    }
}

/// Which of the waiting documents are distilled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    WholeBlocks,
    All,
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
