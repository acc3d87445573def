//! A wish that does not come true in full.

use super::{Stated as _, Wishes};
use mutualfit_domain::{Candidate, Pointer, Role, RoleView, Side};
use mutualfit_scoring::{Context, Degree, Lever};

/// A wish that does not come true in full, beside what the role says.
pub(crate) struct Unmet<'a, C: Wishes> {
    pub(super) item: &'a C::Item,
    pub(super) wish: &'a C::Wish,
    pub(super) place: usize,
    pub(super) have: &'a C::Have,
    pub(super) degree: Degree,
    pub(super) view: RoleView<'a>,
    pub(super) candidate: &'a Candidate,
    pub(super) context: &'a Context,
}

impl<'a, C: Wishes> Unmet<'a, C> {
    /// The wish as the document states it.
    pub(crate) fn item(&self) -> &'a C::Item {
        self.item
    }

    /// What is kept of it.
    pub(crate) fn wish(&self) -> &'a C::Wish {
        self.wish
    }

    /// What the role lists; nothing where it does not answer.
    pub(crate) fn have(&self) -> &'a C::Have {
        self.have
    }

    /// The role, by the arrangement that it is seen with.
    pub(crate) fn view(&self) -> RoleView<'a> {
        self.view
    }

    /// The role.
    pub(crate) fn role(&self) -> &'a Role {
        self.view.role()
    }

    /// The candidate who wishes.
    pub(crate) fn candidate(&self) -> &'a Candidate {
        self.candidate
    }

    /// What holds for every pair.
    pub(crate) fn context(&self) -> &'a Context {
        self.context
    }

    /// Where it stands.
    pub(crate) fn at(&self) -> Pointer {
        Pointer::root().field("aspirations").field(C::SECTION).index(self.place)
    }

    /// A change of the role.
    pub(crate) fn offering(&self, code: &str) -> Lever {
        Lever::on(Side::Role, code).asked(self.at())
    }

    /// A change of the wish, where it is known that the role falls short of it: what is not known is asked about, and not
    /// given up.
    pub(crate) fn accepting(&self, code: &str) -> Option<Lever> {
        let is_known = self.degree.high() < 1.0;
        is_known.then(|| Lever::on(Side::Candidate, code).asked(self.at()))
    }

    /// The wish let go, where it is known that the role falls short of it.
    pub(crate) fn let_go(&self) -> Option<Lever> {
        Some(self.item.let_go(self.accepting("let-go")?, self.at()))
    }
}
