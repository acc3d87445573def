//! Which document asks.

use crate::{Answer, Ask, Context, Criterion, scorer::Mark};
use mutualfit_domain::{Candidate, Profile, RoleView, Side};
use std::fmt::Debug;

/// Which document asks. Sealed: [`RoleAsks`] and [`CandidateAsks`] are all there is.
pub trait Asker: Sized + Debug + Send + Sync + 'static + sealed::Reads {
    /// The document that asks.
    type Asks<'a>;
    /// The document that answers.
    type Answers<'a>;
    /// The side on whose behalf is asked.
    const SIDE: Side;
}

/// The role asks and the candidate answers, by what they can and have (demands–abilities). The candidate is read as
/// a [`Profile`], which has no aspirations: what somebody wants can never cost in the employer's score.
///
/// What a profile says can be read:
///
/// ```
/// use mutualfit_domain::{Profile, RoleView};
/// use mutualfit_scoring::{Answer, Ask, Context, Criterion, Degree, RoleAsks};
/// #[derive(Debug)]
/// struct Anything;
/// impl Criterion for Anything {
///     type By = RoleAsks;
///     type Want = ();
///     type Have = bool;
///     fn ask(&self, _: &RoleView<'_>, _: &Context) -> Ask<()> { Ask::Irrelevant }
///     fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<bool> {
///         Answer::Stated(candidate.skills().is_some())
///     }
///     fn fit(&self, _: &(), have: &bool) -> Degree { Degree::exact(f32::from(u8::from(*have))) }
/// }
/// ```
///
/// The same with what somebody wants does not compile:
///
/// ```compile_fail,E0599
/// use mutualfit_domain::{Profile, RoleView};
/// use mutualfit_scoring::{Answer, Ask, Context, Criterion, Degree, RoleAsks};
/// #[derive(Debug)]
/// struct Anything;
/// impl Criterion for Anything {
///     type By = RoleAsks;
///     type Want = ();
///     type Have = bool;
///     fn ask(&self, _: &RoleView<'_>, _: &Context) -> Ask<()> { Ask::Irrelevant }
///     fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<bool> {
///         Answer::Stated(candidate.aspirations().is_some())
///     }
///     fn fit(&self, _: &(), have: &bool) -> Degree { Degree::exact(f32::from(u8::from(*have))) }
/// }
/// ```
#[derive(Debug)]
pub struct RoleAsks;

/// The candidate asks, by what they want, and the role answers by what it offers (needs–supplies).
#[derive(Debug)]
pub struct CandidateAsks;

impl Asker for RoleAsks {
    type Asks<'a> = RoleView<'a>;
    type Answers<'a> = Profile<'a>;
    const SIDE: Side = Side::Role;
}

impl Asker for CandidateAsks {
    type Asks<'a> = Candidate;
    type Answers<'a> = RoleView<'a>;
    const SIDE: Side = Side::Candidate;
}

/// What was read of one document: a want or a have with its mark.
pub(crate) enum Read<C: Criterion> {
    Want(C::Want, Mark),
    Have(C::Have, Mark),
}

pub(crate) mod sealed {
    use super::{
        Answer, Ask, Candidate, CandidateAsks, Context, Criterion, Profile, Read, RoleAsks,
        RoleView,
    };
    use crate::{Facts, Levers, facts::Seats};
    use mutualfit_domain::PairFacts;

    /// How each side's documents reach a criterion.
    #[allow(
        private_interfaces,
        unreachable_pub,
        reason = "sealed: reachable through the supertrait alone"
    )]
    pub trait Reads {
        #[doc(hidden)]
        fn role<C: Criterion<By = Self>>(
            criterion: &C,
            role: RoleView<'_>,
            context: &Context,
        ) -> Read<C>
        where
            Self: super::Asker;
        #[doc(hidden)]
        fn candidate<C: Criterion<By = Self>>(
            criterion: &C,
            candidate: &Candidate,
            context: &Context,
        ) -> Read<C>
        where
            Self: super::Asker;
        #[doc(hidden)]
        fn facts<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            known: &[PairFacts],
            context: &Context,
            facts: &mut Facts,
        ) where
            Self: super::Asker;
        #[doc(hidden)]
        fn levers<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            context: &Context,
            levers: &mut Levers,
        ) where
            Self: super::Asker;
    }

    #[allow(private_interfaces, reason = "sealed")]
    impl Reads for RoleAsks {
        fn role<C: Criterion<By = Self>>(
            criterion: &C,
            role: RoleView<'_>,
            context: &Context,
        ) -> Read<C> {
            want(criterion.ask(&role, context))
        }
        fn candidate<C: Criterion<By = Self>>(
            criterion: &C,
            candidate: &Candidate,
            context: &Context,
        ) -> Read<C> {
            have(criterion.answer(&Profile::of(candidate), context))
        }
        fn facts<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            known: &[PairFacts],
            context: &Context,
            facts: &mut Facts,
        ) {
            criterion.facts(&seats.role, &Profile::of(seats.candidate), known, context, facts);
        }
        fn levers<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            context: &Context,
            levers: &mut Levers,
        ) {
            criterion.levers(&seats.role, &Profile::of(seats.candidate), context, levers);
        }
    }

    #[allow(private_interfaces, reason = "sealed")]
    impl Reads for CandidateAsks {
        fn role<C: Criterion<By = Self>>(
            criterion: &C,
            role: RoleView<'_>,
            context: &Context,
        ) -> Read<C> {
            have(criterion.answer(&role, context))
        }
        fn candidate<C: Criterion<By = Self>>(
            criterion: &C,
            candidate: &Candidate,
            context: &Context,
        ) -> Read<C> {
            want(criterion.ask(candidate, context))
        }
        fn facts<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            known: &[PairFacts],
            context: &Context,
            facts: &mut Facts,
        ) {
            criterion.facts(seats.candidate, &seats.role, known, context, facts);
        }
        fn levers<C: Criterion<By = Self>>(
            criterion: &C,
            seats: Seats<'_>,
            context: &Context,
            levers: &mut Levers,
        ) {
            criterion.levers(seats.candidate, &seats.role, context, levers);
        }
    }

    fn want<C: Criterion>(ask: Ask<C::Want>) -> Read<C> {
        let (want, mark) = ask.marked();
        Read::Want(want.unwrap_or_default(), mark)
    }

    fn have<C: Criterion>(answer: Answer<C::Have>) -> Read<C> {
        let (have, mark) = answer.marked();
        Read::Have(have.unwrap_or_default(), mark)
    }
}
