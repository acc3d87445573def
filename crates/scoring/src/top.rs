//! The best of many, kept as they come.

use crate::pool::Place;
use std::{
    cmp::Ordering,
    collections::{BTreeSet, BinaryHeap},
};

/// Where a document stands: by its point, ties by its id as bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing<'p> {
    pub(crate) point: f32,
    pub(crate) id: &'p str,
    pub(crate) place: Place,
    /// Which slots of the pair gave the point: the role's and the candidate's.
    pub(crate) slots: Slots,
}

/// Which slot of the one and of the many a standing belongs to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slots {
    pub(crate) one: u16,
    pub(crate) many: u16,
}

impl Ord for Standing<'_> {
    /// The worse is the greater, so that a heap has the worst on top and a sorted list the best first.
    fn cmp(&self, other: &Self) -> Ordering {
        other.point.total_cmp(&self.point).then_with(|| self.id.as_bytes().cmp(other.id.as_bytes()))
    }
}

impl PartialOrd for Standing<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Standing<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Standing<'_> {}

/// The best `k` standings, whatever the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Top<'p> {
    k: usize,
    heap: BinaryHeap<Standing<'p>>,
}

impl<'p> Top<'p> {
    pub(crate) fn new(k: usize) -> Self {
        Self { k, heap: BinaryHeap::new() }
    }

    /// The point below which nothing enters any more.
    pub(crate) fn threshold(&self) -> f32 {
        if self.k == 0 {
            f32::INFINITY
        } else if self.heap.len() < self.k {
            f32::NEG_INFINITY
        } else {
            self.heap.peek().map_or(f32::NEG_INFINITY, |worst| worst.point)
        }
    }

    pub(crate) fn push(&mut self, standing: Standing<'p>) {
        if self.heap.len() < self.k {
            self.heap.push(standing);
        } else if let Some(mut worst) = self.heap.peek_mut().filter(|worst| standing < **worst) {
            *worst = standing;
        }
    }

    /// The best first.
    pub(crate) fn into_sorted(self) -> Vec<Standing<'p>> {
        self.heap.into_sorted_vec()
    }
}

/// The first `n` by id, whatever the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct First<'p> {
    n: usize,
    set: BTreeSet<ById<'p>>,
}

#[derive(Debug)]
struct ById<'p>(Standing<'p>);

impl Ord for ById<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.id.as_bytes().cmp(other.0.id.as_bytes())
    }
}

impl PartialOrd for ById<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ById<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for ById<'_> {}

impl<'p> First<'p> {
    pub(crate) fn new(n: usize) -> Self {
        Self { n, set: BTreeSet::new() }
    }

    pub(crate) fn push(&mut self, standing: Standing<'p>) {
        let standing = ById(standing);
        if self.set.len() < self.n {
            self.set.insert(standing);
        } else if self.set.last().is_some_and(|last| standing < *last) {
            self.set.insert(standing);
            self.set.pop_last();
        }
    }

    pub(crate) fn into_sorted(self) -> Vec<Standing<'p>> {
        self.set.into_iter().map(|by_id| by_id.0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_top_is_the_sorted_list_cut_off(points in prop::collection::vec(0u8..6, 0..60), k in 0usize..12) {
            let ids: Vec<String> = (0..points.len()).map(|number| format!("c{number}")).collect();
            let place = Place { block: 0, document: 0 };
            let all: Vec<Standing<'_>> = points.iter().zip(&ids)
                .map(|(point, id)| Standing { point: f32::from(*point), id, place, slots: Slots::default() })
                .collect();
            let mut sorted = all.clone();
            sorted.sort();
            sorted.truncate(k);
            let (mut forth, mut back) = (Top::new(k), Top::new(k));
            for (first, last) in all.iter().zip(all.iter().rev()) {
                forth.push(*first);
                back.push(*last);
            }
            prop_assert_eq!(&forth.into_sorted(), &sorted);
            prop_assert_eq!(&back.into_sorted(), &sorted);
        }
    }
}
