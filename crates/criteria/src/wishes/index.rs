//! By which names the wishes of a block are found.

use super::{Name, Wish as _, Wishes, candidates::Candidates};

/// The codes of wishes, by the names under which they are looked for.
#[derive(Debug)]
pub(super) struct Index(Box<[(Name, u32)]>);

impl Index {
    /// The index of a column that is complete.
    pub(super) fn of<C: Wishes>(column: &Candidates<C>) -> Self {
        let coded = column.wishes.values().iter().zip(0..);
        let mut names: Vec<(Name, u32)> =
            coded.flat_map(|(wish, code)| wish.names().map(move |name| (name, code))).collect();
        names.sort_unstable();
        names.dedup();
        Self(names.into())
    }

    /// The codes of the wishes that are looked for under one of these names, each once, in ascending order.
    pub(super) fn found(&self, names: impl Iterator<Item = Name>) -> Vec<u32> {
        let mut codes: Vec<u32> = names.flat_map(|name| self.under(name)).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    fn under(&self, name: Name) -> impl Iterator<Item = u32> + '_ {
        let from = self.0.partition_point(|(known, _)| *known < name);
        let rest = self.0.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(known, _)| *known == name).map(|(_, code)| *code)
    }
}
