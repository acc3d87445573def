//! Some thousands of documents, distilled: columns of values, states and stakes beside them.

use crate::{
    Column, Digest, Essential, Mark, State, cores,
    ids::Ids,
    plan::{Entry, Plan},
    sealed::Subject,
};
use mutualfit_domain::Side;
use std::ops::Range;

/// Some thousands of documents, column by column.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) documents: Vec<Head>,
    pub(crate) ids: Ids,
    /// One slot a candidate, one an arrangement of a role.
    pub(crate) slots: Vec<Slot>,
    /// One an entry of the plan.
    pub(crate) columns: Vec<Box<dyn Column>>,
    pub(crate) marks: Vec<Marks>,
}

/// What is kept of a document as such.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) digest: Digest,
    first_slot: u16,
    slots: u8,
    /// Whether what it shows on each side, the role's first, is kept to the engine in any part.
    keeps: [bool; 2],
}

/// What is kept of a slot as such.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    document: u16,
    /// The position in the role's list of arrangements; `None` where it has none.
    pub(crate) arrangement: Option<u8>,
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
        self.essential.shrink_to_fit();
        self.negotiable.shrink_to_fit();
    }
}

/// What one entry keeps of the documents of a block, to be added to.
type Kept<'a> = (&'a mut Box<dyn Column>, &'a mut Marks);
/// The same of another block.
type Others<'a> = (&'a Box<dyn Column>, &'a Marks);

impl Block {
    /// A block without documents.
    pub(crate) fn new(plan: &Plan, of: Side) -> Self {
        Self {
            documents: Vec::new(),
            ids: Ids::default(),
            slots: Vec::new(),
            columns: plan.entries.iter().map(|entry| entry.scorer.column(of)).collect(),
            marks: plan.entries.iter().map(|_| Marks::default()).collect(),
        }
    }

    /// A block of these documents, to which others can be added.
    pub(crate) fn of<'d, D: Subject + 'd>(
        plan: &Plan,
        documents: impl IntoIterator<Item = (&'d D, Digest)>,
    ) -> Self {
        let mut block = Self::new(plan, D::SIDE);
        for (document, digest) in documents {
            block.push(plan, document, digest);
        }
        block
    }

    /// Distils one document into its slots.
    fn push<D: Subject>(&mut self, plan: &Plan, document: &D, digest: Digest) {
        let (first_slot, number) = (self.slots.len(), self.documents.len() as u16);
        document.each_view(&mut |view, arrangement| {
            for ((entry, column), marks) in
                plan.entries.iter().zip(&mut self.columns).zip(&mut self.marks)
            {
                let Entry { scorer, context, .. } = entry;
                marks.push(D::push(view, &**scorer, &mut **column, context));
            }
            self.slots.push(Slot { document: number, arrangement });
        });
        let keeps = document.keeps();
        self.ids.push(document.subject_id().as_str());
        let slots = (self.slots.len() - first_slot) as u8;
        self.documents.push(Head { digest, first_slot: first_slot as u16, slots, keeps });
    }

    /// Adds documents of another block of the same plan, as if they had been distilled here.
    pub(crate) fn append(&mut self, other: &Self, documents: Range<usize>) {
        let (Some(first), Some(last)) = (
            other.documents.get(documents.start),
            documents.end.checked_sub(1).and_then(|last| other.documents.get(last)),
        ) else {
            return;
        };
        let from = usize::from(first.first_slot);
        let slots = from..usize::from(last.first_slot) + usize::from(last.slots);
        let (slot_offset, document_offset) = (self.slots.len(), self.documents.len());
        let heads = other.documents.get(documents.clone()).unwrap_or_default();
        self.ids.append(&other.ids, documents.clone());
        self.documents.extend(heads.iter().map(|head| Head {
            first_slot: (usize::from(head.first_slot) - from + slot_offset) as u16,
            ..*head
        }));
        self.slots.extend(other.slots.get(slots.clone()).unwrap_or_default().iter().map(|slot| {
            let document = usize::from(slot.document) - documents.start + document_offset;
            Slot { document: document as u16, ..*slot }
        }));
        let mut kept: Vec<(Kept<'_>, Others<'_>)> = self
            .columns
            .iter_mut()
            .zip(&mut self.marks)
            .zip(other.columns.iter().zip(&other.marks))
            .collect();
        cores::each_mut(&mut kept, |((column, marks), (of_other, other_marks))| {
            column.append(&***of_other, slots.clone());
            slots.clone().for_each(|slot| marks.push(other_marks.get(slot)));
        });
    }

    /// Makes a block ready to be scored; nothing can be added any more.
    pub(crate) fn sealed(mut self) -> Self {
        let mut kept: Vec<Kept<'_>> = self.columns.iter_mut().zip(&mut self.marks).collect();
        cores::each_mut(&mut kept, |(column, marks)| {
            column.seal();
            marks.seal();
        });
        self.ids.seal();
        self.documents.shrink_to_fit();
        self.slots.shrink_to_fit();
        self
    }

    /// Whether the document of a slot keeps anything to the engine on each side, the role's first.
    pub(crate) fn keeps(&self, slot: usize) -> [bool; 2] {
        let document = self.slots.get(slot).map(|slot| usize::from(slot.document));
        document.and_then(|document| self.documents.get(document)).map_or([true; 2], |it| it.keeps)
    }

    /// Whether every document has one slot, so that either's number is the other's.
    pub(crate) fn is_even(&self) -> bool {
        self.slots.len() == self.documents.len()
    }

    /// The document whose first slot this is.
    pub(crate) fn document_from(&self, slot: usize) -> Option<usize> {
        let document = usize::from(self.slots.get(slot)?.document);
        (usize::from(self.documents.get(document)?.first_slot) == slot).then_some(document)
    }

    /// The end of the last document that ends at this slot or before.
    pub(crate) fn whole_documents(&self, end: usize) -> usize {
        let first = |slot: &Slot| {
            self.documents.get(usize::from(slot.document)).map(|head| usize::from(head.first_slot))
        };
        self.slots.get(end).and_then(first).unwrap_or(end)
    }

    /// The slots of a document.
    pub(crate) fn slots_of(&self, document: usize) -> Range<usize> {
        self.documents.get(document).map_or(0..0, |head| {
            let first = usize::from(head.first_slot);
            first..first + usize::from(head.slots)
        })
    }
}
