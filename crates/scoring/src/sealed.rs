//! How the engine reads a document of either side.

use crate::{Column, Context, Mark, Scorer};
use mutualfit_domain::{Candidate, Id, Role, RoleView, Side};

/// How many arrangements of a role are scored: as many as a valid role lists.
const ARRANGEMENTS: usize = 8;

/// A document of either side, seen view by view: a role once an arrangement, a candidate once.
pub trait Subject: Send + Sync + 'static {
    #[doc(hidden)]
    type View<'a>: Copy;
    #[doc(hidden)]
    const SIDE: Side;
    #[doc(hidden)]
    fn subject_id(&self) -> &Id;
    /// Whether it keeps anything to the engine of what it answers the role's side, and of what it asks on its own.
    #[doc(hidden)]
    fn keeps(&self) -> [bool; 2];
    #[doc(hidden)]
    fn each_view(&self, see: &mut dyn FnMut(Self::View<'_>, Option<u8>));
    #[doc(hidden)]
    fn push(
        view: Self::View<'_>,
        scorer: &dyn Scorer,
        column: &mut dyn Column,
        context: &Context,
    ) -> Mark;
}

impl Subject for Role {
    type View<'a> = RoleView<'a>;
    const SIDE: Side = Side::Role;

    fn subject_id(&self) -> &Id {
        &self.id
    }

    fn keeps(&self) -> [bool; 2] {
        [false, false]
    }

    fn each_view(&self, see: &mut dyn FnMut(RoleView<'_>, Option<u8>)) {
        for view in RoleView::each(self).take(ARRANGEMENTS) {
            see(view, view.arrangement_index().map(|index| index as u8));
        }
    }

    fn push(
        view: RoleView<'_>,
        scorer: &dyn Scorer,
        column: &mut dyn Column,
        context: &Context,
    ) -> Mark {
        scorer.push_role(column, view, context)
    }
}

impl Subject for Candidate {
    type View<'a> = &'a Candidate;
    const SIDE: Side = Side::Candidate;

    fn subject_id(&self) -> &Id {
        &self.id
    }

    fn keeps(&self) -> [bool; 2] {
        [self.keeps_profile(), self.keeps_aspirations()]
    }

    fn each_view(&self, see: &mut dyn FnMut(&Candidate, Option<u8>)) {
        see(self, None);
    }

    fn push(
        view: &Candidate,
        scorer: &dyn Scorer,
        column: &mut dyn Column,
        context: &Context,
    ) -> Mark {
        scorer.push_candidate(column, view, context)
    }
}
