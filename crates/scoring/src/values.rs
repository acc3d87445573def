//! Columns of distilled values: each kept for its slot, or once for all slots that share it.

use crate::{Cell, Column, scorer::downcast};
use hashbrown::HashTable;
use std::{
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

/// What one criterion keeps of the documents of a block.
pub(crate) enum Values<T> {
    /// One value a slot.
    Each(Vec<T>),
    /// Each different value once.
    Shared(Shared<T>),
}

/// Different values, and which of them each slot has.
pub(crate) struct Shared<T> {
    pub(crate) values: Vec<T>,
    pub(crate) codes: Vec<u16>,
    /// Finds the code of a value while the block is filled.
    index: HashTable<u16>,
    same: Same<T>,
}

/// How values of a type are told apart.
pub(crate) struct Same<T> {
    hash: fn(&T) -> u64,
    eq: fn(&T, &T) -> bool,
}

impl<T: Eq + Hash> Same<T> {
    /// As the type itself does.
    pub(crate) const OWN: Self = Self {
        hash: |value| {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            hasher.finish()
        },
        eq: |one, other| one == other,
    };
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Same<T> {}

impl<T> fmt::Debug for Same<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Same")
    }
}

impl<T> Values<T> {
    /// An empty column, whose slots share equal values where it is said how to tell.
    pub(crate) fn new(same: Option<Same<T>>) -> Self {
        match same {
            None => Self::Each(Vec::new()),
            Some(same) => Self::Shared(Shared {
                values: Vec::new(),
                codes: Vec::new(),
                index: HashTable::new(),
                same,
            }),
        }
    }

    pub(crate) fn push(&mut self, value: T) {
        match self {
            Self::Each(values) => values.push(value),
            Self::Shared(shared) => shared.push(value),
        }
    }

    pub(crate) fn get(&self, slot: usize) -> Option<&T> {
        match self {
            Self::Each(values) => values.get(slot),
            Self::Shared(shared) => shared.values.get(usize::from(*shared.codes.get(slot)?)),
        }
    }

    /// Which of the shared values a slot has.
    pub(crate) fn code(&self, slot: usize) -> Option<u16> {
        match self {
            Self::Each(_) => None,
            Self::Shared(shared) => shared.codes.get(slot).copied(),
        }
    }
}

impl<T> Shared<T> {
    fn push(&mut self, value: T) {
        let code = self.code_of(value);
        self.codes.push(code);
    }

    /// The code of a value, which is kept where it is new.
    fn code_of(&mut self, value: T) -> u16 {
        let Self { values, index, same, .. } = self;
        let hash = (same.hash)(&value);
        let is_it = |code: &u16| {
            values.get(usize::from(*code)).is_some_and(|known| (same.eq)(known, &value))
        };
        index.find(hash, is_it).copied().unwrap_or_else(|| {
            let code = values.len() as u16;
            let rehash = |code: &u16| values.get(usize::from(*code)).map_or(hash, same.hash);
            index.insert_unique(hash, code, rehash);
            values.push(value);
            code
        })
    }
}

/// The value of a cell, where its column holds values of this type.
pub(crate) fn value<T: Clone + Send + Sync + 'static>(cell: Cell<'_>) -> Option<&T> {
    downcast::<Values<T>>(cell.column)?.get(cell.slot)
}

impl<T: Clone + Send + Sync + 'static> Column for Values<T> {
    fn len(&self) -> usize {
        match self {
            Self::Each(values) => values.len(),
            Self::Shared(shared) => shared.codes.len(),
        }
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        match (self, downcast::<Self>(other)) {
            (Self::Each(values), Some(Self::Each(others))) => {
                values.extend_from_slice(others.get(slots).unwrap_or_default());
            }
            (Self::Shared(shared), Some(Self::Shared(others))) => {
                // Every value of the other is looked up once, whoever shares it.
                let mut codes: Vec<Option<u16>> = vec![None; others.values.len()];
                for &code in others.codes.get(slots).unwrap_or_default() {
                    let (Some(own), Some(value)) =
                        (codes.get_mut(usize::from(code)), others.values.get(usize::from(code)))
                    else {
                        continue;
                    };
                    let own = *own.get_or_insert_with(|| shared.code_of(value.clone()));
                    shared.codes.push(own);
                }
            }
            _ => {}
        }
    }

    fn seal(&mut self) {
        match self {
            Self::Each(values) => values.shrink_to_fit(),
            Self::Shared(Shared { values, codes, index, .. }) => {
                values.shrink_to_fit();
                codes.shrink_to_fit();
                *index = HashTable::new();
            }
        }
    }
}

impl<T> fmt::Debug for Values<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Each(values) => write!(f, "Values({})", values.len()),
            Self::Shared(Shared { values, codes, .. }) => {
                write!(f, "Values({} for {} slots)", values.len(), codes.len())
            }
        }
    }
}
