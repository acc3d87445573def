//! What every criterion over a list of requirements does alike, written once.

use crate::{
    raising::by_criterion,
    requirement_list::{Requirement, RequirementList, Verdict, pointer},
};
use mutualfit_domain::{PairFacts, Pointer, Profile, Requirements, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Lever, Levers,
    Plain, Registry, RoleAsks, Scorer,
};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::{fmt::Debug, hash::Hash};

/// A criterion over one list of a role's requirements: what it keeps of one item and of a candidate, and how far the
/// candidate meets the item. How items make up the whole is the list's to say, and the rest follows: see [`OverList`].
pub(crate) trait ListCriterion: Debug + Send + Sync + 'static {
    /// One item as a role writes it.
    type Item: Requirement;
    /// What is kept of one item.
    type Want: Clone + Debug + Send + Sync + 'static;
    /// What is kept of a candidate.
    type Have: Clone + Default + Send + Sync + 'static;

    /// The name of the list.
    const SECTION: &'static str;

    /// The list among a role's requirements.
    fn items(requirements: &Requirements) -> Option<&Vec<Self::Item>>;

    /// Distils one item.
    fn want(&self, item: &Self::Item, role: RoleView<'_>, context: &Context) -> Self::Want;

    /// Distils what a candidate answers to the whole list.
    fn have(&self, candidate: Profile<'_>, context: &Context) -> Answer<Self::Have>;

    /// How far one item is met.
    fn degree(want: &Self::Want, have: &Self::Have) -> Degree;

    /// Whether one item is met, where it must be.
    fn gate(want: &Self::Want, have: &Self::Have) -> Gate {
        Gate::at(1.0, Self::degree(want, have))
    }

    /// Says of one item what was found: code, values and the place of the answer. `found` is `None` where nothing was
    /// answered.
    fn fact(
        &self,
        item: &Self::Item,
        want: &Self::Want,
        found: Option<Found<'_, Self::Have>>,
    ) -> Fact;

    /// What could change, in either document, so that one item would be met that is not. Of these the list proposes
    /// what raises most.
    fn levers(&self, _asked: &Asked<'_, Self>, _found: Found<'_, Self::Have>) -> Vec<Lever> {
        Vec::new()
    }
}

/// One item that a candidate does not meet, as it was distilled and as it stands in the document.
#[derive(Debug)]
pub(crate) struct Asked<'a, C: ListCriterion + ?Sized> {
    pub(crate) item: &'a C::Item,
    pub(crate) want: &'a C::Want,
    pub(crate) role: RoleView<'a>,
    pub(crate) context: &'a Context,
    /// Where it stands.
    pub(crate) here: Pointer,
}

impl<C: ListCriterion + ?Sized> Asked<'_, C> {
    /// A lever for the item.
    pub(crate) fn lever(&self, side: Side, code: &str) -> Lever {
        Lever::on(side, code).asked(self.here.clone())
    }

    /// Where a member of the item stands.
    pub(crate) fn member(&self, name: &str) -> Pointer {
        self.here.clone().field(name)
    }
}

/// What a candidate answered, as it was distilled and as it stands in the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a, H> {
    pub(crate) have: &'a H,
    pub(crate) candidate: Profile<'a>,
}

/// The [`Criterion`] that a [`ListCriterion`] makes: the mean of the items, and the gate of those that must be met.
#[derive(Debug)]
pub(crate) struct OverList<C>(pub(crate) C);

impl<C: ListCriterion> Criterion for OverList<C> {
    type By = RoleAsks;
    type Want = RequirementList<C::Want>;
    type Have = C::Have;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Self::Want> {
        RequirementList::ask(*role, C::SECTION, C::items, |item| self.0.want(item, *role, context))
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<C::Have> {
        self.0.have(*candidate, context)
    }

    fn fit(&self, list: &Self::Want, have: &C::Have) -> Degree {
        list.degree(|want| C::degree(want, have))
    }

    fn gate(&self, list: &Self::Want, have: &C::Have) -> Gate {
        list.gate(|want| C::gate(want, have))
    }

    fn gated_by(&self, list: &Self::Want, have: Option<&C::Have>) -> Option<usize> {
        list.gated_by(have.map(|have| |want: &C::Want| C::gate(want, have)))
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let Ask::Stated(list, _) = self.ask(role, context) else { return };
        let have = match self.answer(candidate, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let items = role.role().requirements.as_ref().and_then(C::items);
        list.facts(C::SECTION, facts, |place, want| {
            let Some(item) = items.and_then(|items| items.get(place)) else {
                return Verdict::unstated();
            };
            let found = have.as_ref().map(|have| Found { have, candidate: *candidate });
            let fact = self.0.fact(item, want, found);
            match &have {
                Some(have) => {
                    Verdict { fact, degree: C::degree(want, have), gate: C::gate(want, have) }
                }
                None => Verdict { fact, ..Verdict::unstated() },
            }
        });
    }
    fn levers(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        let (Ask::Stated(list, _), Answer::Stated(have) | Answer::Negotiable(have)) =
            (self.ask(role, context), self.answer(candidate, context))
        else {
            return;
        };
        let items = role.role().requirements.as_ref().and_then(C::items);
        let Some((raising, items)) = by_criterion(self, *role, *candidate, context).zip(items)
        else {
            return;
        };
        let unmet = list.unmet(|want| C::degree(want, &have), |want| C::gate(want, &have));
        for unmet in unmet {
            let Some(item) = items.get(unmet.place) else { continue };
            let here = pointer(C::SECTION).index(unmet.place);
            let asked = Asked { item, want: unmet.want, role: *role, context, here };
            let found = Found { have: &have, candidate: *candidate };
            raising.propose(self.0.levers(&asked, found), levers);
        }
    }
}

/// Adds a criterion over a list whose answers repeat from candidate to candidate: each different one is compared once
/// a block.
pub(crate) fn register_sharing<C>(registry: &mut Registry, info: Info) -> Result<(), DuplicateKind>
where
    C: ListCriterion<Want: Eq + Hash, Have: Eq + Hash> + DeserializeOwned + JsonSchema,
{
    registry.add_with(info, |criterion: C| {
        Ok(Box::new(Plain::sharing(OverList(criterion))) as Box<dyn Scorer>)
    })
}
