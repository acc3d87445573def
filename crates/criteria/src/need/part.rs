//! The parts of an option, all of which must hold.

use super::{Accepting, Need, OfferOf, Offering, OptionOf, Seen};
use mutualfit_domain::{Pointer, RoleView};
use mutualfit_scoring::Fact;
use serde_json::Value;

/// One of the things that an option may say.
#[derive(Debug)]
pub(crate) struct Part<N: Need> {
    /// The code of its fact.
    pub(crate) code: &'static str,
    /// The bit that stands for it in a set of parts.
    pub(crate) bit: u8,
    /// Where it stands in the candidate; `*` is the option.
    pub(crate) asked: &'static str,
    /// Where it is answered in the role; `*` is the arrangement that the role is seen with.
    pub(crate) answered: &'static str,
    /// Whether the role states it.
    pub(crate) is_answered: fn(&OfferOf<N>) -> bool,
    /// Adds the values that mattered to its fact.
    pub(crate) values: fn(Fact, &OptionOf<N>, &OfferOf<N>) -> Fact,
    /// How the role could make it hold.
    pub(crate) offer: Option<Offering<N>>,
    /// How the candidate could ask less of it.
    pub(crate) accept: Option<Accepting<N>>,
}

impl<N: Need> Part<N> {
    /// What is said of it in an option at this place: code, pointers and values.
    pub(super) fn fact(&self, place: usize, seen: &Seen<'_, N>) -> Fact {
        let answered = in_role(seen.role, self.answered).filter(|_| (self.is_answered)(seen.offer));
        let fact =
            Fact::new(self.code).asked(filled_in(self.asked, Some(place))).answered(answered);
        (self.values)(fact, seen.option, seen.offer)
    }
}

/// A fact with what the option asks, where it says it.
pub(crate) fn with_asked(fact: Fact, asked: Option<impl Into<Value>>) -> Fact {
    match asked {
        Some(asked) => fact.value("asked", asked),
        None => fact,
    }
}

/// Where something stands in a role; `*` is the arrangement that it is seen with, `None` where there is none.
pub(crate) fn in_role(role: RoleView<'_>, place: &str) -> Option<Pointer> {
    filled_in(place, role.arrangement_index())
}

/// A pointer with a number for its `*`; `None` where there is one and no number.
fn filled_in(place: &str, number: Option<usize>) -> Option<Pointer> {
    place.split('/').skip(1).try_fold(Pointer::root(), |at, name| match name {
        "*" => Some(at.index(number?)),
        name => Some(at.field(name)),
    })
}
