//! Any criterion over wishes as a scorer.

use super::{
    Wishes,
    candidates::Candidates,
    list::WishList,
    rows::{self, BarRows},
};
use crate::levers;
use mutualfit_domain::{Candidate, PairFacts, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, Cell, Column, Context, Degree, DegreeTable, Facts, Gate, GateTable, Lanes, Levers,
    Mark, Scorer, Seats, downcast, downcast_mut,
};
use std::{fmt, ops::Range};

/// A criterion over wishes that are found by their names.
#[derive(Debug)]
pub(super) struct ByNames<C>(pub(super) C);

/// What the roles of a block list.
struct Roles<H>(Vec<H>);

impl<H: Clone + Send + Sync + 'static> Column for Roles<H> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let other = downcast::<Self>(other).and_then(|other| other.0.get(slots));
        self.0.extend_from_slice(other.unwrap_or_default());
    }

    fn seal(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl<H> fmt::Debug for Roles<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Roles({})", self.0.len())
    }
}

/// What a role lists.
fn have<H: Clone + Send + Sync + 'static>(role: Cell<'_>) -> Option<&H> {
    role.of::<Roles<H>>()?.0.get(role.slot)
}

impl<C: Wishes> Scorer for ByNames<C> {
    fn side(&self) -> Side {
        Side::Candidate
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        match of {
            Side::Role => Box::new(Roles::<C::Have>(Vec::new())),
            Side::Candidate => Box::new(Candidates::<C>::default()),
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        let Some(roles) = downcast_mut::<Roles<C::Have>>(column) else { return Mark::UNSTATED };
        let (have, mark) = self.0.answer(role, context).marked();
        roles.0.push(have.unwrap_or_default());
        mark
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        let Some(candidates) = downcast_mut::<Candidates<C>>(column) else { return Mark::UNSTATED };
        let (list, mark) = WishList::ask(&self.0, candidate, context).marked();
        candidates.push(list);
        mark
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        match (have(role), candidate.of::<Candidates<C>>()) {
            (Some(have), Some(candidates)) => candidates.degree(candidate.slot, &self.0, have),
            _ => Degree::UNKNOWN,
        }
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        match (have(role), candidate.of::<Candidates<C>>()) {
            (Some(have), Some(candidates)) => candidates.gate(candidate.slot, &self.0, have),
            _ => Gate::Open,
        }
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let have = have(role).filter(|_| answered);
        candidate.of::<Candidates<C>>()?.gated_by(candidate.slot, &self.0, have)
    }

    fn facts(&self, seats: Seats<'_>, _: &[PairFacts], context: &Context, facts: &mut Facts) {
        let Ask::Stated(list, _) = WishList::ask(&self.0, seats.candidate, context) else { return };
        let have = match self.0.answer(seats.role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        list.facts(&self.0, seats.candidate, have.as_ref(), facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        let Ask::Stated(list, _) = WishList::ask(&self.0, seats.candidate, context) else { return };
        let have = match self.0.answer(seats.role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let found = list.levers(&self.0, seats, have.as_ref(), context);
        let degree = |candidate: &Candidate, role: RoleView<'_>| {
            let (ask, answer) =
                (WishList::ask(&self.0, candidate, context), self.0.answer(role, context));
            levers::degree(ask, answer, |list, have| {
                let mut alone = Candidates::<C>::default();
                alone.push(Some(list));
                alone.degree(0, &self.0, &have)
            })
        };
        levers::propose(seats, found, degree, levers);
    }

    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        let indexed = candidates_for::<C>(lanes, many)
            .and_then(|(roles, column)| Some((roles, column, column.index.as_ref()?)));
        let Some((roles, column, index)) = indexed else {
            return DegreeTable::pair_by_pair(self, lanes, many);
        };
        let have = |slot: usize| roles.0.get(slot);
        DegreeTable::Rows(rows::degrees(&self.0, lanes, have, (column, index)))
    }

    fn gates<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> GateTable<'a> {
        let Some((roles, column)) = candidates_for::<C>(lanes, many) else {
            return GateTable::pair_by_pair(self, lanes, many);
        };
        let have = |slot: usize| roles.0.get(slot);
        GateTable::Rows(Box::new(BarRows::of(&self.0, lanes, have, column)))
    }
}

/// Both columns, where roles are compared with a column of candidates.
fn candidates_for<'a, C: Wishes>(
    lanes: Lanes<'a>,
    many: &'a dyn Column,
) -> Option<(&'a Roles<C::Have>, &'a Candidates<C>)> {
    Some((downcast(lanes.column())?, downcast(many)?))
}
