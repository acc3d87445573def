//! What a document lists by concept, to be found by what another asks for.

use crate::{
    items::Unlisted,
    wishes::{Lists, Name},
};
use mutualfit_domain::{ConceptId, ConceptRef, Credits};
use mutualfit_scoring::{Context, Degree};

/// What a document lists, each item under every name that somebody may ask for it by, with the credit that this earns.
///
/// Found by a small hash table, since every pair looks up every concept that is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Listed<T> {
    /// By name, and by place under each.
    entries: Box<[Entry<T>]>,
    /// Where the entries of each name are, by open addressing; a power of two.
    slots: Box<[Slot]>,
    is_complete: bool,
}

/// The entries of one name; none where it is free.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    name: u32,
    start: u32,
    end: u32,
}

/// One item under one name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<T> {
    name: ConceptId,
    /// What this name earns, above 0 and up to 1.
    pub(crate) credit: f32,
    /// The position of the item among those given.
    pub(crate) place: u32,
    /// The item.
    pub(crate) item: T,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { entries: Box::default(), slots: Box::default(), is_complete: false }
    }
}

impl<T: Copy> Listed<T> {
    /// The items of a list; a complete one leaves nothing out.
    pub(crate) fn of<'a>(
        items: impl IntoIterator<Item = (&'a ConceptRef, T)>,
        is_complete: bool,
        credits: Credits,
        context: &Context,
    ) -> Self {
        let mut entries = Vec::new();
        for (place, (concept, item)) in items.into_iter().enumerate() {
            let place = place as u32;
            let mut emit = |name, credit| entries.push(Entry { name, credit, place, item });
            context.concepts().held(concept, credits, &mut emit);
        }
        entries.sort_by_key(|entry| (entry.name, entry.place));
        let mut listed = Self {
            slots: vec![Slot::default(); (entries.len() * 2).next_power_of_two()].into(),
            entries: entries.into(),
            is_complete,
        };
        listed.index();
        listed
    }

    fn index(&mut self) {
        let mask = self.slots.len() - 1;
        let mut start = 0;
        for run in self.entries.chunk_by(|one, other| one.name == other.name) {
            let Some(name) = run.first().map(|entry| entry.name) else { continue };
            let end = start + run.len() as u32;
            let mut at = home(name) & mask;
            while self.slots.get(at).is_some_and(|slot| slot.end > 0) {
                at = (at + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = Slot { name: name.index() as u32, start, end };
            }
            start = end;
        }
    }

    /// Every item under one name.
    #[inline]
    fn under(&self, name: ConceptId) -> &[Entry<T>] {
        let mut at = home(name) & self.slots.len().wrapping_sub(1);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.end > 0) {
            if slot.name == name.index() as u32 {
                return self
                    .entries
                    .get(slot.start as usize..slot.end as usize)
                    .unwrap_or_default();
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        &[]
    }

    /// Every item that answers to what is asked for, each once.
    #[inline]
    pub(crate) fn find(&self, keys: [ConceptId; 2]) -> impl Iterator<Item = &Entry<T>> {
        let [one, other] = keys;
        let first = self.under(one);
        let second = if other == one { &[] } else { self.under(other) };
        let is_new = |entry: &&Entry<T>| !first.iter().any(|found| found.place == entry.place);
        first.iter().chain(second.iter().filter(is_new))
    }

    /// How far the best of what is listed answers, where anything is. A neighbour of what is asked earns its credit at
    /// the least, and everything at the most unless the list is complete, for it may leave out the very thing.
    #[inline]
    pub(crate) fn found(
        &self,
        keys: [ConceptId; 2],
        unlisted: Unlisted,
        judge: impl Fn(&T) -> Degree,
    ) -> Option<Degree> {
        let [one, other] = keys;
        let first = self.under(one);
        let second = if other == one { &[] } else { self.under(other) };
        let only = if second.is_empty() { first } else { second };
        match (only, first.is_empty() || second.is_empty()) {
            ([], _) => None,
            ([entry], true) => Some(self.earned(entry, unlisted, judge(&entry.item))),
            _ => {
                let earned = |entry: &Entry<T>| self.earned(entry, unlisted, judge(&entry.item));
                Some(first.iter().chain(second).map(earned).fold(Degree::NONE, Degree::or))
            }
        }
    }

    /// Whether the very thing that is asked for is listed.
    pub(crate) fn has(&self, keys: [ConceptId; 2]) -> bool {
        self.find(keys).any(|entry| entry.credit >= 1.0)
    }

    #[inline]
    fn earned(&self, entry: &Entry<T>, unlisted: Unlisted, degree: Degree) -> Degree {
        if entry.credit >= 1.0 {
            return degree;
        }
        let is_closed = self.is_complete || unlisted == Unlisted::Lacking;
        let high = if is_closed { degree.high() * entry.credit } else { 1.0 };
        Degree::between(degree.low() * entry.credit, high)
    }

    /// The item that answers best, by both bounds and its credit.
    pub(crate) fn winner(
        &self,
        keys: [ConceptId; 2],
        judge: impl Fn(&T) -> Degree,
    ) -> Option<&Entry<T>> {
        let worth = |entry: &Entry<T>| {
            let degree = judge(&entry.item);
            (degree.low() + degree.high()) * entry.credit
        };
        let better = |one, other| if worth(other) > worth(one) { other } else { one };
        self.find(keys).reduce(better)
    }

    /// What anything counts that is not listed.
    pub(crate) fn rest(&self, unlisted: Unlisted) -> Degree {
        unlisted.degree(self.is_complete)
    }

    /// Whether the list leaves nothing out.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Whether nothing is listed.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T: Copy + Send + Sync + 'static> Lists for Listed<T> {
    fn names(&self) -> impl Iterator<Item = Name> {
        let runs = self.entries.chunk_by(|one, other| one.name == other.name);
        runs.filter_map(|run| Some(Name::from(run.first()?.name)))
    }
}

/// Where to begin to look for a name, by multiplication with the golden ratio (Knuth, TAOCP 3, 6.4).
#[inline]
fn home(name: ConceptId) -> usize {
    ((name.index() as u32).wrapping_mul(0x9E37_79B9) >> 7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_domain::{ContextDocument, Taxonomy, Text};
    use mutualfit_scoring::World;
    use serde_json::json;

    fn context(taxonomies: &[Taxonomy]) -> Context {
        let document = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02"});
        let document: ContextDocument = serde_json::from_value(document).unwrap();
        Context::new(&World::new(document, taxonomies), [])
    }

    fn concept(label: &str) -> ConceptRef {
        ConceptRef::labelled(Text::new(label).unwrap())
    }

    #[test]
    fn everything_listed_is_found_and_nothing_else() {
        let context = context(&[]);
        let concepts: Vec<ConceptRef> =
            (0..200).map(|number| concept(&format!("skill {number}"))).collect();
        let listed = Listed::of(
            concepts.iter().zip(0_u16..).step_by(2),
            false,
            Credits::default(),
            &context,
        );
        for (number, concept) in concepts.iter().enumerate() {
            let found: Vec<usize> = listed
                .find(context.concepts().asked(concept).keys)
                .map(|entry| usize::from(entry.item))
                .collect();
            assert_eq!(found, if number % 2 == 0 { vec![number] } else { vec![] });
        }
        let nothing = Listed::<()>::default();
        assert_eq!(nothing.find(context.concepts().asked(&concepts[0]).keys).count(), 0);
    }

    #[test]
    fn a_neighbour_earns_its_credit_at_the_least() {
        let taxonomy = json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": [
            {"uri": "x:care", "label": "Care"}, {"uri": "x:nursing", "label": "Nursing", "broader": ["x:care"]},
        ]});
        let context = context(&[serde_json::from_value(taxonomy).unwrap()]);
        let (care, nursing) = (concept("Care"), concept("Nursing"));
        let asked = context.concepts().asked(&care).keys;
        let best = |is_complete, unlisted| {
            let listed = Listed::of([(&nursing, ())], is_complete, Credits::default(), &context);
            listed.found(asked, unlisted, |()| Degree::FULL).unwrap()
        };
        assert_eq!(best(false, Unlisted::Unknown), Degree::between(0.9, 1.0));
        assert_eq!(best(true, Unlisted::Unknown), Degree::exact(0.9));
        assert_eq!(best(false, Unlisted::Lacking), Degree::exact(0.9));
    }

    #[test]
    fn what_is_not_listed_is_unknown_unless_the_list_is_complete() {
        let context = context(&[]);
        let (one, other) = (concept("one"), concept("other"));
        let asked = context.concepts().asked(&other).keys;
        let listed = |is_complete| Listed::of([(&one, ())], is_complete, Credits::EXACT, &context);
        assert_eq!(listed(false).found(asked, Unlisted::Unknown, |()| Degree::FULL), None);
        assert_eq!(listed(false).rest(Unlisted::Unknown), Degree::UNKNOWN);
        assert_eq!(listed(false).rest(Unlisted::Lacking), Degree::NONE);
        assert_eq!(listed(true).rest(Unlisted::Unknown), Degree::NONE);
    }
}
