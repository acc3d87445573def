//! Lists of wishes: how much each counts, and which of them must come true.

use crate::options::UNSTATED;
use mutualfit_domain::{Audience, Candidate, ConceptId, ConceptWish, Item, Pointer, Wish};
use mutualfit_scoring::{Ask, Context, Degree, Essential, Fact, Facts, Gate, Mean, Stake};

/// What a candidate asks in one list, distilled item by item, in the order of the document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WishList<W> {
    items: Vec<Wished<W>>,
}

/// One wish and how it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wished<W> {
    want: W,
    weight: f32,
    is_essential: bool,
    /// The position in the candidate's list.
    place: u32,
}

impl<W> Default for WishList<W> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl<W> WishList<W> {
    /// What a candidate asks in a list, each item by its importance.
    pub(crate) fn ask<T: Item>(
        candidate: &Candidate,
        section: &str,
        list: Option<&Vec<T>>,
        distil: impl Fn(&T) -> Option<W>,
    ) -> Ask<Self> {
        Self::ask_weighed(candidate, section, list, |_, importance| importance, distil)
    }

    /// What a candidate asks in a list, with a weight for each item, by itself and its importance. Items that ask
    /// nothing are passed over.
    pub(crate) fn ask_weighed<T: Item>(
        candidate: &Candidate,
        section: &str,
        list: Option<&Vec<T>>,
        weigh: impl Fn(&T, f64) -> f64,
        distil: impl Fn(&T) -> Option<W>,
    ) -> Ask<Self> {
        if candidate.is_indifferent(section) {
            return Ask::Irrelevant;
        }
        let Some(list) = list else { return Ask::Unstated };
        let (mut items, mut importance) = (Vec::new(), 0.0_f64);
        for (place, item) in list.iter().enumerate() {
            let own = item.importance().get();
            if own > 0.0 || item.is_essential() {
                let wished = |want: W| {
                    let weight = weigh(item, own) as f32;
                    Wished { want, weight, is_essential: item.is_essential(), place: place as u32 }
                };
                if let Some(wished) = distil(item).map(wished) {
                    importance = importance.max(own);
                    items.push(wished);
                }
            }
        }
        if items.is_empty() {
            return Ask::Irrelevant;
        }
        let essential =
            Essential::from_words(Some(items.iter().any(|item| item.is_essential)), None);
        Ask::Stated(Self { items }, Stake::of(importance as f32).essential(essential))
    }

    /// The mean of the items by their weight (needs–supplies; METHODS.md §1.2).
    #[inline]
    pub(crate) fn degree(&self, judge: impl Fn(&W) -> Degree) -> Degree {
        let mut mean = Mean::default();
        for item in &self.items {
            mean.add(item.weight, judge(&item.want));
        }
        mean.degree().unwrap_or(Degree::FULL)
    }

    /// Whether all that must come true does.
    #[inline]
    pub(crate) fn gate(&self, judge: impl Fn(&W) -> Degree) -> Gate {
        let essential = self.items.iter().filter(|item| item.is_essential);
        essential.fold(Gate::Met, |gate, item| gate.and(Gate::at(1.0, judge(&item.want))))
    }

    /// The place of the first that must come true and does not; where nothing is answered, of the first that must.
    pub(crate) fn gated_by(&self, judge: Option<impl Fn(&W) -> Degree>) -> Option<usize> {
        let mut essential = self.items.iter().filter(|item| item.is_essential);
        let first = match judge {
            Some(judge) => essential.find(|item| Gate::at(1.0, judge(&item.want)) != Gate::Met),
            None => essential.next(),
        };
        first.map(|item| item.place as usize)
    }

    /// Says that nothing is known of any item.
    pub(crate) fn unstated(
        &self,
        section: &str,
        facts: &mut Facts,
        audience: impl Fn(usize) -> Option<Audience>,
    ) {
        self.facts(section, facts, audience, |_, _| (Fact::new(UNSTATED.0), Degree::UNKNOWN));
    }

    /// Says of each item what was found: `say` gives code, answer and values, the list adds the rest.
    pub(crate) fn facts(
        &self,
        section: &str,
        facts: &mut Facts,
        audience: impl Fn(usize) -> Option<Audience>,
        mut say: impl FnMut(usize, &W) -> (Fact, Degree),
    ) {
        let total: f32 = self.items.iter().map(|item| item.weight).sum();
        for item in &self.items {
            let place = item.place as usize;
            let (fact, degree) = say(place, &item.want);
            let fact = fact
                .asked(Pointer::root().field("aspirations").field(section).index(place))
                .degree(degree)
                .share(if total > 0.0 { item.weight / total } else { 0.0 })
                .audience(audience(place));
            facts.push(if item.is_essential { fact.gate(Gate::at(1.0, degree)) } else { fact });
        }
    }
}

/// Under what to look for something that a candidate seeks or avoids.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sought {
    /// The names.
    pub(crate) keys: [ConceptId; 2],
    /// Whether it is to be avoided.
    pub(crate) is_avoided: bool,
}

impl Sought {
    /// What a wish is about; `None` for what is merely accepted, which asks nothing.
    pub(crate) fn of(wish: &ConceptWish, context: &Context) -> Option<Self> {
        let is_avoided = match wish.wish {
            Wish::Seek => false,
            Wish::Avoid => true,
            Wish::Accept => return None,
        };
        Some(Self { keys: context.concepts().asked(&wish.concept).keys, is_avoided })
    }

    /// How far the wish comes true where there is so much of the thing.
    #[inline]
    pub(crate) fn degree(&self, there_is: Degree) -> Degree {
        let (low, high) = (there_is.low(), there_is.high());
        // Chosen by value, not by branch: wishes to seek and to avoid come in no order that could be foreseen.
        let low_or_less = if self.is_avoided { 1.0 - high } else { low };
        let high_or_less = if self.is_avoided { 1.0 - low } else { high };
        Degree::between(low_or_less, high_or_less)
    }

    /// A word for how far it comes true: `met`, `avoided`, `partly`, `missing`, `present` or `open`.
    pub(crate) fn code(&self, degree: Degree) -> &'static str {
        match (degree.low(), degree.high(), self.is_avoided) {
            (low, _, false) if low >= 1.0 => "met",
            (low, _, true) if low >= 1.0 => "avoided",
            (_, high, false) if high <= 0.0 => "missing",
            (_, high, true) if high <= 0.0 => "present",
            (low, high, _) if low < high => "open",
            _ => "partly",
        }
    }
}
