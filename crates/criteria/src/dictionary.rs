//! Values that come up again and again, each different one kept once.

use hashbrown::HashTable;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

/// Different values, each found by its code: its place in the order in which they were first met.
#[derive(Debug)]
pub(crate) struct Dictionary<T> {
    values: Vec<T>,
    /// Finds the code of a value while the block is filled.
    codes: HashTable<u32>,
}

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Self { values: Vec::new(), codes: HashTable::new() }
    }
}

impl<T: Eq + Hash> Dictionary<T> {
    /// The code of a value, which is kept if it is new.
    pub(crate) fn code(&mut self, value: T) -> u32 {
        let Self { values, codes } = self;
        let hash = |value: &T| BuildHasherDefault::<DefaultHasher>::default().hash_one(value);
        let own = hash(&value);
        let known = codes.find(own, |code| values.get(*code as usize) == Some(&value)).copied();
        known.unwrap_or_else(|| {
            let code = values.len() as u32;
            codes.insert_unique(own, code, |code| values.get(*code as usize).map_or(0, hash));
            values.push(value);
            code
        })
    }

    /// From codes of another dictionary to codes of this one; `make` tells what a value of the other is here, and is asked
    /// once about each.
    pub(crate) fn adopt<'a>(
        &'a mut self,
        other: &'a Self,
        mut make: impl FnMut(&T) -> T + 'a,
    ) -> impl FnMut(u32) -> Option<u32> {
        let mut known = vec![None; other.values.len()];
        move |code| {
            let (own, value) = (known.get_mut(code as usize)?, other.get(code)?);
            Some(*own.get_or_insert_with(|| self.code(make(value))))
        }
    }
}

impl<T> Dictionary<T> {
    /// The value of a code.
    #[inline]
    pub(crate) fn get(&self, code: u32) -> Option<&T> {
        self.values.get(code as usize)
    }

    /// Every value, in the order of the codes.
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    /// Gives up what is needed to add values alone.
    pub(crate) fn seal(&mut self) {
        self.values.shrink_to_fit();
        self.codes = HashTable::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_another_dictionary_keep_their_meaning() {
        let (mut one, mut other) = (Dictionary::default(), Dictionary::default());
        for word in ["to", "be"] {
            one.code(word);
        }
        let codes = ["not", "to", "not"].map(|word| other.code(word));
        let mut adopt = one.adopt(&other, |word| *word);
        assert_eq!(codes.map(&mut adopt), [Some(2), Some(0), Some(2)]);
        assert_eq!(adopt(7), None);
    }

    #[test]
    fn equal_values_have_one_code() {
        let mut words = Dictionary::default();
        let codes: Vec<u32> =
            "to be or not to be".split(' ').map(|word| words.code(word)).collect();
        assert_eq!(codes, [0, 1, 2, 3, 0, 1]);
        words.seal();
        assert_eq!(words.values(), ["to", "be", "or", "not"]);
        assert_eq!(words.get(3), Some(&"not"));
        assert_eq!(words.get(4), None);
    }
}
