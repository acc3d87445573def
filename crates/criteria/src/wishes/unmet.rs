//! A wish that does not come true in full.

use super::{Stated as _, Wishes};
use mutualfit_domain::{Candidate, Pointer, RoleView, Side};
use mutualfit_scoring::{Context, Degree, Lever};

/// A wish that does not come true in full, beside what the role says.
pub(crate) struct Unmet<'a, C: Wishes> {
    /// The wish as the document states it.
    pub(crate) item: &'a C::Item,
    /// What is kept of it.
    pub(crate) wish: &'a C::Wish,
    /// Its position in the list.
    pub(crate) place: usize,
    /// What the role lists; nothing where it does not answer.
    pub(crate) have: &'a C::Have,
    /// How far it comes true.
    pub(crate) degree: Degree,
    /// The role, by the arrangement that it is seen with.
    pub(crate) role: RoleView<'a>,
    /// Who wishes.
    pub(crate) candidate: &'a Candidate,
    /// What holds for every pair.
    pub(crate) context: &'a Context,
}

impl<C: Wishes> Unmet<'_, C> {
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
