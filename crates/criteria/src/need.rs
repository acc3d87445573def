//! Needs that the role answers in one of its arrangements: any of a need's options that applies will do.
//!
//! A kind of need is a [`Need`], which says what is its own; [`AnyOption`] is the criterion that it makes.

mod bargain;
mod options;
mod part;
mod stated;
mod teller;

pub(crate) use self::{
    bargain::{ACCEPT_SEVERAL, Accepting, Bargain, OFFER_SEVERAL, Offering, Open},
    options::{Options, Verdict},
    part::{Part, in_role, with_asked},
    stated::{StatedNeed, StatedOption},
};

use self::teller::Teller;
use crate::{conditions::Situation, levers, places::Country};
use mutualfit_domain::{Aspirations, Candidate, PairFacts, RoleView};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts,
    Gate, Info, Judged, Lever, Levers, Plain, Registry, Scorer, Seats, Stake,
};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::{fmt::Debug, hash::Hash};

/// What can be kept of a document, equal values but once.
pub(crate) trait Kept: Clone + Debug + Default + Eq + Hash + Send + Sync + 'static {}

impl<T: Clone + Debug + Default + Eq + Hash + Send + Sync + 'static> Kept for T {}

/// An option of a need as its document states it.
pub(crate) type OptionOf<N> = <<N as Need>::Stated as StatedNeed>::Option;
/// What a role offers to a need.
pub(crate) type OfferOf<N> = Offer<<N as Need>::Offered>;

/// A kind of need: what its options ask, what a role offers to them, and how far one option is met.
///
/// Most say which [parts](Need::parts) an option has and leave the rest as it is: an option is then as good as the
/// worst of them, because all must hold.
pub(crate) trait Need: Debug + Send + Sync + Sized + 'static {
    /// The name of its section among the aspirations.
    const SECTION: &'static str;
    /// The section of a role that answers it.
    const ROLE_SECTION: &'static str = "arrangements";
    /// Where a role answers an option; `*` is the arrangement that it is seen with.
    const ANSWER: &'static str;
    /// Each thing that an option may say.
    const PARTS: &'static [&'static Part<Self>] = &[];
    /// Whether what a role offers may depend on where the candidate lives, beside the conditions of the options.
    const DEPENDS_ON_HOME: bool = false;

    /// The need as its document states it.
    type Stated: StatedNeed;
    /// What is kept of an option, beside its desirability and where it applies: no more than bears on the degree.
    type Wanted: Kept;
    /// What is kept of a role, beside the situation that conditions ask about.
    type Offered: Kept;

    /// The need, where a candidate states it.
    fn stated(aspirations: &Aspirations) -> Option<&Self::Stated>;

    /// Distils an option.
    fn wanted(option: &OptionOf<Self>, candidate: &Candidate) -> Self::Wanted;

    /// Distils a role; `None` where it says nothing of what the need is about.
    fn offered(role: RoleView<'_>, context: &Context) -> Option<Self::Offered>;

    /// What is offered in one pair, where something is known of it; `offered` is what the role says.
    fn offered_in_pair(
        _offered: Option<&Self::Offered>,
        _known: &[PairFacts],
        _context: &Context,
    ) -> Option<Self::Offered> {
        None
    }

    /// How far each thing that an option says holds.
    fn parts(
        _wanted: &Self::Wanted,
        _offer: &OfferOf<Self>,
        _found: impl FnMut(&'static Part<Self>, Degree),
    ) {
    }

    /// How far an option is met by somebody who lives in this country: as far as the worst of its parts.
    #[inline]
    fn fit(&self, wanted: &Self::Wanted, offer: &OfferOf<Self>, _home: Option<Country>) -> Degree {
        let mut worst = Degree::FULL;
        Self::parts(wanted, offer, |_, degree| worst = worst.and(degree));
        worst
    }

    /// Whether an option is met: where all of its parts are.
    #[inline]
    fn bar(&self, wanted: &Self::Wanted, offer: &OfferOf<Self>, _home: Option<Country>) -> Gate {
        let mut gate = Gate::Met;
        Self::parts(wanted, offer, |part, degree| {
            let holds = Gate::at(1.0, degree);
            gate =
                gate.and(if offer.negotiable & part.bit == 0 { holds } else { holds.negotiable() });
        });
        gate
    }

    /// What is said of an option: code, answer and values.
    fn fact(&self, verdict: &Verdict, seen: &Seen<'_, Self>) -> Fact {
        Fact::new(verdict.code()).answered(in_role(seen.role, Self::ANSWER))
    }

    /// What would make options hold as far as they should. Those that raise no degree are left out by whoever asks.
    fn levers(&self, bargain: &Bargain<'_, Self>) -> Vec<Lever> {
        bargain.by_parts()
    }
}

/// What a role offers by the arrangement that it is seen with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Offer<T> {
    /// What one kind of need keeps.
    pub(crate) offered: T,
    /// What conditions ask about.
    pub(crate) situation: Situation,
    /// The bits of the parts that the role says can be talked about.
    negotiable: u8,
}

/// An option beside what answers it.
#[derive(Debug)]
pub(crate) struct Seen<'a, N: Need> {
    /// The option as its document states it.
    pub(crate) option: &'a OptionOf<N>,
    /// What is kept of it.
    pub(crate) wanted: &'a N::Wanted,
    /// The role, by one of its arrangements.
    pub(crate) role: RoleView<'a>,
    /// What is offered in this pair.
    pub(crate) offer: &'a OfferOf<N>,
    /// The country in which the candidate lives, where that bears on the degree.
    pub(crate) home: Option<Country>,
}

/// The criterion of a kind of need, which is its settings: any of the options that applies will do.
#[derive(Debug)]
pub(crate) struct AnyOption<N>(pub(crate) N);

/// Adds the criterion of a kind of need to a registry.
pub(crate) fn register<N: Need + DeserializeOwned + JsonSchema>(
    registry: &mut Registry,
    info: Info,
) -> Result<(), DuplicateKind> {
    registry.add_with(info, |settings: N| {
        Ok(Box::new(Plain::sharing(AnyOption(settings))) as Box<dyn Scorer>)
    })
}

impl<N: Need> Criterion for AnyOption<N> {
    type By = CandidateAsks;
    type Want = Options<N::Wanted>;
    type Have = OfferOf<N>;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Self::Want> {
        if candidate.is_indifferent(N::SECTION) {
            return Ask::Irrelevant;
        }
        let Some(need) = candidate.aspirations.as_ref().and_then(N::stated) else {
            return Ask::Unstated;
        };
        Options::of::<N>(need, candidate)
            .map_or(Ask::Unstated, |options| Ask::Stated(options, stake(need)))
    }

    fn answer(&self, role: &RoleView<'_>, context: &Context) -> Answer<Self::Have> {
        if role.role().is_indifferent(N::ROLE_SECTION) {
            return Answer::Irrelevant;
        }
        let Some(offered) = N::offered(*role, context) else { return Answer::Unstated };
        let is_negotiable =
            |place| in_role(*role, place).is_some_and(|at| role.is_negotiable(at.as_str()));
        let parts = N::PARTS.iter().filter(|part| is_negotiable(part.answered));
        let negotiable = parts.fold(0, |set, part| set | part.bit);
        let offer = Offer { offered, situation: Situation::of(*role), negotiable };
        let all = N::PARTS.iter().fold(0, |set, part| set | part.bit);
        if negotiable == all && is_negotiable(N::ANSWER) {
            Answer::Negotiable(offer)
        } else {
            Answer::Stated(offer)
        }
    }

    fn fit(&self, want: &Self::Want, have: &Self::Have) -> Degree {
        want.degree(&have.situation, |wanted| self.0.fit(wanted, have, want.home()))
    }

    fn gate(&self, want: &Self::Want, have: &Self::Have) -> Gate {
        want.gate(&have.situation, |wanted| self.0.bar(wanted, have, want.home()))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        want: Option<&Self::Want>,
        have: Option<&Self::Have>,
        context: &Context,
    ) -> Option<Judged> {
        let (want, have) = (want?, in_pair::<N>(have, known, context)?);
        Some(Judged {
            degree: self.fit(want, &have),
            gate: self.gate(want, &have),
            item: self.gated_by(want, Some(&have)),
        })
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        known: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(need), Ask::Stated(want, stake)) =
            (candidate.aspirations.as_ref().and_then(N::stated), self.ask(candidate, context))
        else {
            return;
        };
        let of_role = match self.answer(role, context) {
            Answer::Stated(offer) | Answer::Negotiable(offer) => Some(offer),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let teller = Teller { kind: &self.0, need, stake };
        match in_pair::<N>(of_role.as_ref(), known, context).or(of_role) {
            Some(offer) => teller.tell(&want, &offer, *role, facts),
            None => teller.unstated(facts),
        }
    }

    fn levers(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        let (Some(need), Ask::Stated(want, _)) =
            (candidate.aspirations.as_ref().and_then(N::stated), self.ask(candidate, context))
        else {
            return;
        };
        let offer = match self.answer(role, context) {
            Answer::Stated(offer) | Answer::Negotiable(offer) => offer,
            Answer::Unstated => Offer { situation: Situation::of(*role), ..Offer::default() },
            Answer::Irrelevant => return,
        };
        let target = levers.target();
        let bargain = Bargain { need, want: &want, offer: &offer, role: *role, target };
        let found = self.0.levers(&bargain);
        let degree = |candidate: &Candidate, role: RoleView<'_>| {
            let (ask, answer) = (self.ask(candidate, context), self.answer(&role, context));
            levers::degree(ask, answer, |want, have| self.fit(&want, &have))
        };
        levers::propose(Seats { role: *role, candidate }, found, degree, levers);
    }
}

/// What is offered in a pair of which something is known that this need asks about.
fn in_pair<N: Need>(
    offer: Option<&OfferOf<N>>,
    known: &[PairFacts],
    context: &Context,
) -> Option<OfferOf<N>> {
    let offered = N::offered_in_pair(offer.map(|offer| &offer.offered), known, context)?;
    Some(Offer { offered, ..offer.cloned().unwrap_or_default() })
}

/// How much a need counts and whether it must be met.
fn stake(need: &impl StatedNeed) -> Stake {
    let essential = Essential::from_words(Some(need.is_essential()), need.negotiable());
    Stake::of(need.importance().get() as f32).essential(essential)
}
