//! The object-safe face of a criterion: columns of distilled documents, scored by the block.

use crate::{
    Context, Degree, DegreeTable, Essential, Facts, Gate, GateTable, Judged, Lanes, Levers, Reads,
    Stake, facts::Seats,
};
use mutualfit_domain::{Candidate, PairFacts, RoleView, Side};
use std::{any::Any, fmt::Debug, ops::Range};

/// How many slots a block holds at the most. A candidate takes one, a role one for each of its arrangements. The more, the
/// rarer equal values are compared, since that is done once a block; slots and values are told apart by 16 bits.
pub const BLOCK: usize = 32_768;

/// One entry of a rubric at work: distils documents into columns and scores one document against a column.
///
/// [`Plain`](crate::Plain) makes a `Scorer` of any [`Criterion`](crate::Criterion); write one yourself only where a
/// criterion owns its storage (an index) or crosses a boundary once a block. The engine knows nothing but scorers,
/// stakes and states.
///
/// # What an implementor promises
///
/// - [`push_role`](Self::push_role) and [`push_candidate`](Self::push_candidate) add exactly one slot.
/// - The tables agree with [`degree`](Self::degree) and [`gate`](Self::gate) to the bit.
/// - Nothing depends on the order in which documents arrived, nor on what else is in the column.
pub trait Scorer: Debug + Send + Sync {
    /// The side on whose behalf is asked.
    fn side(&self) -> Side;

    /// An empty column for the documents of one side.
    fn column(&self, of: Side) -> Box<dyn Column>;

    /// Distils a role into the next slot.
    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark;

    /// Distils a candidate into the next slot.
    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark;

    /// How far the answer meets the ask in one pair, both stated.
    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree;

    /// Whether an essential ask is met in one pair, both stated.
    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        Gate::at(1.0, self.degree(role, candidate))
    }

    /// See [`Criterion::gated_by`](crate::Criterion::gated_by); `answered` says whether the answer is stated.
    fn gated_by(&self, _role: Cell<'_>, _candidate: Cell<'_>, _answered: bool) -> Option<usize> {
        None
    }

    /// See [`Criterion::pair`](crate::Criterion::pair); the states say which of the two was stated.
    fn pair(
        &self,
        _known: &[PairFacts],
        _role: (Cell<'_>, State),
        _candidate: (Cell<'_>, State),
        _context: &Context,
    ) -> Option<Judged> {
        None
    }

    /// See [`Criterion::caution`](crate::Criterion::caution).
    fn caution(&self) -> Option<&'static str> {
        None
    }

    /// See [`Criterion::facts`](crate::Criterion::facts).
    fn facts(
        &self,
        _seats: Seats<'_>,
        _known: &[PairFacts],
        _context: &Context,
        _facts: &mut Facts,
    ) {
    }

    /// See [`Criterion::levers`](crate::Criterion::levers).
    fn levers(&self, _seats: Seats<'_>, _context: &Context, _levers: &mut Levers) {}

    /// What this instance reads, where that follows from its settings; else the kind's own list holds.
    fn reads(&self) -> Option<Reads> {
        None
    }

    /// How far some documents suit each of a column of the other side. The default asks [`degree`](Self::degree) pair by
    /// pair.
    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        DegreeTable::pair_by_pair(self, lanes, many)
    }

    /// Whether what must be is, between some documents and each of a column of the other side. The default asks
    /// [`gate`](Self::gate) pair by pair.
    fn gates<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> GateTable<'a> {
        GateTable::pair_by_pair(self, lanes, many)
    }
}

/// What one scorer keeps of the documents of a block, slot by slot.
pub trait Column: Any + Send + Sync + Debug {
    /// How many slots are filled.
    fn len(&self) -> usize;

    /// Whether no slot is filled.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds slots of another column that the same scorer made, as if their documents had been distilled into this one.
    fn append(&mut self, other: &dyn Column, slots: Range<usize>);

    /// Called once, when the block is complete and before anything is scored: the time to build an index.
    fn seal(&mut self) {}
}

/// One slot of a column.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The column.
    pub column: &'a dyn Column,
    /// The slot within it.
    pub slot: usize,
}

impl<'a> Cell<'a> {
    /// The column as the type that the scorer made it; `None` for another's column.
    pub fn of<T: Column>(self) -> Option<&'a T> {
        downcast(self.column)
    }
}

/// A column as the type that its scorer made it; `None` for another's column.
pub fn downcast<T: Column>(column: &dyn Column) -> Option<&T> {
    let any: &dyn Any = column;
    any.downcast_ref()
}

/// A column, to write to, as the type that its scorer made it; `None` for another's column.
pub fn downcast_mut<T: Column>(column: &mut dyn Column) -> Option<&mut T> {
    let any: &mut dyn Any = column;
    any.downcast_mut()
}

/// Whether a document says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum State {
    /// It does.
    Stated,
    /// It does not.
    Unstated,
    /// The question does not arise.
    Irrelevant,
}

/// What the engine keeps of a slot beside what the scorer distilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub(crate) state: State,
    /// 64ths of what is at stake for an ask; 1 for an answer; 0 unless stated.
    pub(crate) stake: u8,
    pub(crate) essential: Essential,
    pub(crate) negotiable: bool,
}

impl Mark {
    /// A stated answer.
    pub const ANSWERED: Self =
        Self { state: State::Stated, stake: 1, essential: Essential::No, negotiable: false };
    /// A stated answer that can be talked about.
    pub const NEGOTIABLE: Self = Self { negotiable: true, ..Self::ANSWERED };
    /// An ask or an answer that was not stated.
    pub const UNSTATED: Self =
        Self { state: State::Unstated, stake: 0, essential: Essential::No, negotiable: false };
    /// An ask or an answer that does not arise.
    pub const IRRELEVANT: Self = Self { state: State::Irrelevant, ..Self::UNSTATED };

    /// A stated ask. One that weighs nothing and gates nothing does not arise.
    pub fn asked(stake: Stake) -> Self {
        let (essential, sixty_fourths) = (stake.is_essential(), stake.sixty_fourths());
        if sixty_fourths == 0 && essential == Essential::No {
            return Self::IRRELEVANT;
        }
        Self { state: State::Stated, stake: sixty_fourths, essential, negotiable: false }
    }

    /// Whether this is something that can be talked about.
    pub(crate) fn is_negotiable(self) -> bool {
        self.negotiable || self.essential == Essential::Negotiable
    }
}
