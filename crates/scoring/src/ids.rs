//! The ids of a block's documents, one after the other in one text.

use std::ops::Range;

/// The ids of a block's documents.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    text: String,
    ends: Vec<u32>,
    /// The documents in the order of their ids as bytes; once sealed.
    sorted: Vec<u16>,
    /// The rank of each document in that order; once sealed.
    ranks: Vec<u16>,
}

impl Ids {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The id of a document; empty for none.
    pub(crate) fn get(&self, document: usize) -> &str {
        let start = document.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(document).copied().unwrap_or_default();
        self.text.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    pub(crate) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len() as u32);
    }

    /// Adds the ids of some documents of another block.
    pub(crate) fn append(&mut self, other: &Self, documents: Range<usize>) {
        documents.for_each(|document| self.push(other.get(document)));
    }

    /// Makes them ready to be found; none can be added any more.
    pub(crate) fn seal(&mut self) {
        let mut sorted: Vec<u16> = (0..self.len() as u16).collect();
        sorted.sort_unstable_by(|one, other| self.bytes(*one).cmp(self.bytes(*other)));
        let mut ranks = vec![0; sorted.len()];
        for (document, rank) in sorted.iter().zip(0..) {
            if let Some(at) = ranks.get_mut(usize::from(*document)) {
                *at = rank;
            }
        }
        (self.sorted, self.ranks) = (sorted, ranks);
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The document of an id.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let place = self
            .sorted
            .binary_search_by(|document| self.bytes(*document).cmp(id.as_bytes()))
            .ok()?;
        self.sorted.get(place).map(|document| usize::from(*document))
    }

    /// The rank of a document by its id.
    pub(crate) fn rank(&self, document: usize) -> u16 {
        self.ranks.get(document).copied().unwrap_or(u16::MAX)
    }

    fn bytes(&self, document: u16) -> &[u8] {
        self.get(usize::from(document)).as_bytes()
    }
}
