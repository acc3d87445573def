//! The wishes of one candidate: how much each counts, and which of them must come true.

use super::{Stated as _, Unmet, Wishes};
use crate::{options::UNSTATED, salience};
use mutualfit_domain::{Candidate, Item, Pointer};
use mutualfit_scoring::{Ask, Context, Degree, Essential, Fact, Facts, Gate, Lever, Seats, Stake};

/// What a candidate asks in one list, distilled wish by wish, in the order of the document.
#[derive(Debug)]
pub(super) struct WishList<W> {
    pub(super) wishes: Vec<Wished<W>>,
}

/// One wish and how it counts.
#[derive(Debug)]
pub(super) struct Wished<W> {
    pub(super) wish: W,
    /// A whole number up to 1,000.
    pub(super) weight: u16,
    pub(super) is_essential: bool,
    /// The position in the candidate's list.
    pub(super) place: u32,
}

impl<W> WishList<W> {
    /// What a candidate asks. Wishes that ask nothing are passed over.
    pub(super) fn ask<C: Wishes<Wish = W>>(
        criterion: &C,
        candidate: &Candidate,
        context: &Context,
    ) -> Ask<Self> {
        if candidate.is_indifferent(C::SECTION) {
            return Ask::Irrelevant;
        }
        let Some(list) = stated::<C>(candidate) else { return Ask::Unstated };
        let mut asked = Vec::new();
        for ((item, wish), place) in
            list.iter().zip(criterion.distil(candidate, list, context)).zip(0..)
        {
            let counts = item.importance().get() > 0.0 || item.is_essential();
            asked.extend(wish.filter(|_| counts).map(|wish| (item, wish, place)));
        }
        if asked.is_empty() {
            return Ask::Irrelevant;
        }
        let items = asked.iter().map(|(item, ..)| *item);
        let importance = items.clone().map(|item| item.importance().get()).fold(0.0, f64::max);
        let essential = Essential::from_words(Some(items.clone().any(Item::is_essential)), None);
        let weights: Vec<f64> = items.map(|item| criterion.weight(item, context)).collect();
        let wishes = asked.into_iter().zip(salience::whole(&weights));
        let wished = |((item, wish, place), weight): ((&C::Item, W, u32), f32)| Wished {
            wish,
            weight: weight as u16,
            is_essential: item.is_essential(),
            place,
        };
        let stake = Stake::of(importance as f32).essential(essential);
        Ask::Stated(Self { wishes: wishes.map(wished).collect() }, stake)
    }

    /// Says of each wish what was found; where the role answers nothing, that nothing is known.
    pub(super) fn facts<C: Wishes<Wish = W>>(
        &self,
        criterion: &C,
        candidate: &Candidate,
        have: Option<&C::Have>,
        facts: &mut Facts,
    ) {
        let list = stated::<C>(candidate).map_or(&[][..], Vec::as_slice);
        let total: f32 = self.wishes.iter().map(|wished| f32::from(wished.weight)).sum();
        for wished in &self.wishes {
            let place = wished.place as usize;
            let Some(item) = list.get(place) else { continue };
            let (fact, degree) = match have {
                Some(have) => {
                    let degree = criterion.degree(&wished.wish, have);
                    (criterion.say(item, &wished.wish, have, degree), degree)
                }
                None => (Fact::new(UNSTATED.0), Degree::UNKNOWN),
            };
            let fact = fact
                .asked(Pointer::root().field("aspirations").field(C::SECTION).index(place))
                .degree(degree)
                .share(if total > 0.0 { f32::from(wished.weight) / total } else { 0.0 })
                .audience(item.audience());
            facts.push(if wished.is_essential { fact.gate(Gate::at(1.0, degree)) } else { fact });
        }
    }
}

impl<W> WishList<W> {
    /// What would make each wish come true that does not in full.
    pub(super) fn levers<C: Wishes<Wish = W>>(
        &self,
        criterion: &C,
        seats: Seats<'_>,
        have: Option<&C::Have>,
        context: &Context,
    ) -> Vec<Lever> {
        let nothing = C::Have::default();
        let list = stated::<C>(seats.candidate).map_or(&[][..], Vec::as_slice);
        let mut levers = Vec::new();
        for wished in &self.wishes {
            let place = wished.place as usize;
            let degree = have.map_or(Degree::UNKNOWN, |have| criterion.degree(&wished.wish, have));
            if let Some(item) = list.get(place).filter(|_| degree.low() < 1.0) {
                levers.extend(criterion.levers(&Unmet {
                    item,
                    wish: &wished.wish,
                    place,
                    have: have.unwrap_or(&nothing),
                    degree,
                    role: seats.role,
                    candidate: seats.candidate,
                    context,
                }));
            }
        }
        levers
    }
}

/// The list, where it says anything that the criterion reads.
fn stated<C: Wishes>(candidate: &Candidate) -> Option<&Vec<C::Item>> {
    C::list(candidate.aspirations.as_ref()?).filter(|list| C::is_stated(list))
}
