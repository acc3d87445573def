//! Criteria over a list of wishes, which the role answers by what it lists.
//!
//! An author writes [`Wishes`]: what a wish is, what answers it, and by which names the two find each other.
//! [`register`] makes a criterion of it that looks up what one role lists among the wishes of a whole block, so that a
//! pair in which nothing is found costs next to nothing.

mod candidates;
mod index;
mod list;
mod mean;
mod name;
mod rows;
mod scorer;
mod sought;
mod stated;
mod unmet;

pub(crate) use self::{
    mean::Rest,
    name::Name,
    sought::{Aim, Sought},
    unmet::Unmet,
};

use self::scorer::ByNames;
use mutualfit_domain::{Aspirations, Audience, Candidate, Item, Pointer, RoleView};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Registry, Scorer,
};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::{fmt::Debug, hash::Hash};

/// A criterion over a list of wishes: how far the role answers each, and the mean of that by their weights
/// (needs–supplies; METHODS.md §1.2).
///
/// # What an implementor promises
///
/// - [`found`](Self::found) depends on its arguments and the settings alone.
/// - Where it is `Some`, one of the names of the wish is among those that the role lists. More names do no harm.
pub(crate) trait Wishes: Debug + Send + Sync + Sized + 'static {
    /// The name of the list among the aspirations.
    const SECTION: &'static str;
    /// A wish as the document states it.
    type Item: Stated;
    /// What is kept of it; candidates who wish for the same share it.
    type Wish: Wish;
    /// What is kept of a role.
    type Have: Lists;

    /// The list.
    fn list(aspirations: &Aspirations) -> Option<&Vec<Self::Item>>;

    /// Whether a list says anything that is read here; one that does not is as good as absent.
    fn is_stated(_list: &[Self::Item]) -> bool {
        true
    }

    /// What is kept of each wish of a list; `None` for one that asks nothing.
    fn distil(
        &self,
        candidate: &Candidate,
        list: &[Self::Item],
        context: &Context,
    ) -> Vec<Option<Self::Wish>>;

    /// How much a wish counts beside the others of its list: its importance.
    fn weight(&self, item: &Self::Item, _context: &Context) -> f64 {
        item.importance().get()
    }

    /// What a role lists.
    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Self::Have>;

    /// How far a wish comes true by what is listed; `None` where nothing listed answers it.
    fn found(&self, wish: &Self::Wish, have: &Self::Have) -> Option<Degree>;

    /// How far wishes come true that nothing listed answers.
    fn rest(&self, have: &Self::Have) -> Rest;

    /// Says what was found: code, answer and values.
    fn say(&self, item: &Self::Item, wish: &Self::Wish, have: &Self::Have, degree: Degree) -> Fact;

    /// What would make a wish come true that does not: what the role could do, and what could be let go. Those that
    /// raise no degree are left out by whoever asks.
    fn levers(&self, _unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        Vec::new()
    }

    /// How far a wish comes true.
    fn degree(&self, wish: &Self::Wish, have: &Self::Have) -> Degree {
        self.found(wish, have).unwrap_or_else(|| self.rest(have).degree(wish.aim()))
    }
}

/// A wish as a document states it.
pub(crate) trait Stated: Item {
    /// Who may see it.
    fn audience(&self) -> Option<Audience>;

    /// Changes the wish at this place so that it asks nothing. It stays where it is, so that others keep their places.
    fn let_go(&self, lever: Lever, at: Pointer) -> Lever {
        let lever = lever.add(at.clone().field("importance"), 0);
        if self.is_essential() { lever.remove(at.field("dealBreaker")) } else { lever }
    }
}

/// What is kept of a wish.
pub(crate) trait Wish: Clone + Eq + Hash + Send + Sync + 'static {
    /// The names under which it is looked for.
    fn names(&self) -> impl Iterator<Item = Name>;

    /// Whether it is for something or against it.
    fn aim(&self) -> Aim {
        Aim::Seek
    }
}

/// What is kept of a role that lists what answers wishes.
pub(crate) trait Lists: Clone + Default + Send + Sync + 'static {
    /// The names under which anything is listed, in any order.
    fn names(&self) -> impl Iterator<Item = Name>;
}

/// Adds a criterion over wishes, whose struct is its own settings, to a registry.
pub(crate) fn register<C: Wishes + DeserializeOwned + JsonSchema>(
    registry: &mut Registry,
    info: Info,
) -> Result<(), DuplicateKind> {
    registry.add_with(info, |settings: C| Ok(Box::new(ByNames(settings)) as Box<dyn Scorer>))
}
