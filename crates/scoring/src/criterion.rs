//! What the author of a criterion writes.

use crate::{Asker, Context, Degree, Facts, Gate, Levers, Mark};
use mutualfit_domain::PairFacts;
use std::fmt::Debug;

/// The document that a criterion reads as the one who asks.
pub type Asks<'a, C> = <<C as Criterion>::By as Asker>::Asks<'a>;
/// The document that a criterion reads as the one who answers.
pub type Answers<'a, C> = <<C as Criterion>::By as Asker>::Answers<'a>;

/// One question, asked on behalf of one side and answered by the other.
///
/// A criterion *distils* each document once, by [`ask`](Self::ask) or [`answer`](Self::answer), and then compares
/// what was distilled, many times, by [`fit`](Self::fit). Four short functions give a criterion that is vectorised,
/// runs on all cores, explains itself and treats the unknown lawfully:
///
/// ```
/// use mutualfit_domain::{Candidate, RoleView};
/// use mutualfit_scoring::{Answer, Ask, CandidateAsks, Context, Criterion, Degree, Stake};
///
/// /// A candidate who wants a small team.
/// #[derive(Debug)]
/// struct TeamSize { comfortable: u32 }
///
/// impl Criterion for TeamSize {
///     type By = CandidateAsks;
///     type Want = f32;
///     type Have = f32;
///     fn ask(&self, _: &Candidate, _: &Context) -> Ask<f32> {
///         Ask::Stated(self.comfortable as f32, Stake::default())
///     }
///     fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
///         match role.role().team.as_ref().and_then(|team| team.size) {
///             Some(size) => Answer::Stated(f32::from(size.get() as u16)),
///             None => Answer::Unstated,
///         }
///     }
///     fn fit(&self, want: &f32, have: &f32) -> Degree {
///         Degree::exact(want / have)
///     }
/// }
/// ```
///
/// # What an implementor promises
///
/// - `fit` and `gate` depend on their arguments and the settings alone and never panic, not even on default values.
/// - 1 is all that was asked; more than asked earns nothing; a candidate's wish never reaches the role's side (that
///   would not compile: who answers a role is a [`Profile`](mutualfit_domain::Profile)).
/// - Where something is missing, the bounds hold for every way in which it may be filled in.
/// - With nothing to compare in one pair the answer is 1; irrelevance belongs to a document, never to a pair.
///
/// The kit that proves these laws is `mutualfit-testkit`.
pub trait Criterion: Debug + Send + Sync + 'static {
    /// Who asks: [`RoleAsks`](crate::RoleAsks) or [`CandidateAsks`](crate::CandidateAsks).
    type By: Asker;
    /// What is kept of the document that asks.
    type Want: Clone + Default + Send + Sync + 'static;
    /// What is kept of the document that answers.
    type Have: Clone + Default + Send + Sync + 'static;

    /// Distils what is asked, and how much is at stake.
    fn ask(&self, asker: &Asks<'_, Self>, context: &Context) -> Ask<Self::Want>;

    /// Distils what answers it.
    fn answer(&self, answerer: &Answers<'_, Self>, context: &Context) -> Answer<Self::Have>;

    /// How far the answer meets the ask. Called for every pair, so it should be branch-free arithmetic where it can.
    fn fit(&self, want: &Self::Want, have: &Self::Have) -> Degree;

    /// Whether an essential ask is met. For a criterion of one item that is the default: met where the degree is 1.
    /// A criterion over a list answers from its essential items alone, each against its own bar.
    #[inline]
    fn gate(&self, want: &Self::Want, have: &Self::Have) -> Gate {
        Gate::at(1.0, self.fit(want, have))
    }

    /// For a criterion over a list: the position in the asker's list of the first essential item that is not met.
    /// `have` is `None` where nothing was answered.
    fn gated_by(&self, _want: &Self::Want, _have: Option<&Self::Have>) -> Option<usize> {
        None
    }

    /// What is known of this pair alone, where a criterion uses it. `Some` takes the place of `fit`, `gate` and
    /// `gated_by` and makes the answer a stated one. Called only for the few pairs of which anything is known.
    fn pair(
        &self,
        _known: &[PairFacts],
        _want: Option<&Self::Want>,
        _have: Option<&Self::Have>,
        _context: &Context,
    ) -> Option<Judged> {
        None
    }

    /// What whoever ranks people with these settings should be told, in a sentence; `None` where that is nothing.
    fn caution(&self) -> Option<&'static str> {
        None
    }

    /// Says what was compared, with pointers into both documents and into what is `known` of this pair alone. Reads
    /// the documents again, because only they know where each thing stands; never changes the degree.
    fn facts(
        &self,
        _asker: &Asks<'_, Self>,
        _answerer: &Answers<'_, Self>,
        _known: &[PairFacts],
        _context: &Context,
        _facts: &mut Facts,
    ) {
    }

    /// Proposes what would raise the degree to the target of the levers: changes of either document, over what can
    /// change and never over what somebody is. Asked for only where somebody wants to know what would change a score.
    fn levers(
        &self,
        _asker: &Asks<'_, Self>,
        _answerer: &Answers<'_, Self>,
        _context: &Context,
        _levers: &mut Levers,
    ) {
    }
}

/// What a criterion makes of what is known of one pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// How far the ask is met.
    pub degree: Degree,
    /// Whether an essential ask is met.
    pub gate: Gate,
    /// For a criterion over a list: the position in the asker's list of the first essential item that is not met.
    pub item: Option<usize>,
}

/// What a document asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask<T> {
    /// It asks this, with so much at stake.
    Stated(T, Stake),
    /// It does not say. Whether it weighs is the rubric's to say (`silence`).
    Unstated,
    /// It asks nothing: said to be empty, or said not to matter.
    Irrelevant,
}

/// What a document answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer<T> {
    /// It answers this.
    Stated(T),
    /// It answers this and says that it can be talked about: a gate that is not met stays open.
    Negotiable(T),
    /// It does not say.
    Unstated,
    /// The question does not arise.
    Irrelevant,
}

impl<T> Ask<T> {
    /// What is asked, if anything, and how a [`Scorer`](crate::Scorer) marks its slot.
    pub fn marked(self) -> (Option<T>, Mark) {
        match self {
            Self::Stated(want, stake) => (Some(want), Mark::asked(stake)),
            Self::Unstated => (None, Mark::UNSTATED),
            Self::Irrelevant => (None, Mark::IRRELEVANT),
        }
    }
}

impl<T> Answer<T> {
    /// What is answered, if anything, and how a [`Scorer`](crate::Scorer) marks its slot.
    pub fn marked(self) -> (Option<T>, Mark) {
        match self {
            Self::Stated(have) => (Some(have), Mark::ANSWERED),
            Self::Negotiable(have) => (Some(have), Mark::NEGOTIABLE),
            Self::Unstated => (None, Mark::UNSTATED),
            Self::Irrelevant => (None, Mark::IRRELEVANT),
        }
    }

    /// The same answer, with what it says made into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Stated(have) => Answer::Stated(make(have)),
            Self::Negotiable(have) => Answer::Negotiable(make(have)),
            Self::Unstated => Answer::Unstated,
            Self::Irrelevant => Answer::Irrelevant,
        }
    }
}

/// How much an ask weighs, and whether it must be met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stake {
    importance: f32,
    essential: Essential,
}

/// Whether an ask must be met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Essential {
    /// It only weighs.
    #[default]
    No,
    /// It weighs and gates.
    Yes,
    /// It weighs and gates, and whoever asks says that it can be talked about.
    Negotiable,
}

impl Stake {
    /// A gate that weighs nothing.
    pub const GATE_ONLY: Self = Self { importance: 0.0, essential: Essential::Yes };

    /// An ask of this importance, `0..=1`; what is outside is clamped, NaN is the default of ½.
    pub fn of(importance: f32) -> Self {
        Self {
            importance: if importance.is_nan() { 0.5 } else { importance.clamp(0.0, 1.0) },
            essential: Essential::No,
        }
    }

    /// This stake as one that must be met, or not.
    #[must_use]
    pub fn essential(self, essential: Essential) -> Self {
        Self { essential, ..self }
    }

    /// Whether it must be met.
    pub fn is_essential(self) -> Essential {
        self.essential
    }

    /// The importance in 64ths; above nothing is at least one.
    pub(crate) fn sixty_fourths(self) -> u8 {
        sixty_fourths(self.importance)
    }
}

impl Default for Stake {
    /// Importance ½, not essential.
    fn default() -> Self {
        Self::of(0.5)
    }
}

impl Essential {
    /// From the two words that documents use.
    pub fn from_words(essential: Option<bool>, negotiable: Option<bool>) -> Self {
        match (essential, negotiable) {
            (Some(true), Some(true)) => Self::Negotiable,
            (Some(true), _) => Self::Yes,
            _ => Self::No,
        }
    }
}

/// A share in `0..=1` in whole 64ths, so that sums of weights are exact; above nothing is at least one.
pub(crate) fn sixty_fourths(share: f32) -> u8 {
    let whole = (share * 64.0).round() as u8;
    if share > 0.0 { whole.max(1) } else { 0 }
}
