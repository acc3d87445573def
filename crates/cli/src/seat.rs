//! The two kinds of documents that are ranked, as far as they differ for the command.

use crate::{flaws::Flaws, reading::Sheet, wishes::Wishes};
use mutualfit::{Candidate, Document, Role, Side, scoring::Rankable};

/// A document that can be ranked and ranked for: a role or a candidate.
pub(crate) trait Seat: Rankable + Document + Clone + Send {
    /// Which side it is.
    const SIDE: Side;

    /// Joins what is kept in other documents.
    fn complete(sheet: &mut Sheet<Self>, wishes: &mut Wishes, flaws: &mut Flaws);

    /// The role and the candidate of a pair.
    fn pair<'s>(
        subject: &'s Sheet<Self>,
        other: &'s Sheet<Self::Other>,
    ) -> (&'s Sheet<Role>, &'s Sheet<Candidate>);
}

impl Seat for Role {
    const SIDE: Side = Side::Role;

    fn complete(_: &mut Sheet<Self>, _: &mut Wishes, _: &mut Flaws) {}

    fn pair<'s>(
        subject: &'s Sheet<Self>,
        other: &'s Sheet<Candidate>,
    ) -> (&'s Sheet<Role>, &'s Sheet<Candidate>) {
        (subject, other)
    }
}

impl Seat for Candidate {
    const SIDE: Side = Side::Candidate;

    fn complete(sheet: &mut Sheet<Self>, wishes: &mut Wishes, flaws: &mut Flaws) {
        wishes.join(sheet, flaws);
    }

    fn pair<'s>(
        subject: &'s Sheet<Self>,
        other: &'s Sheet<Role>,
    ) -> (&'s Sheet<Role>, &'s Sheet<Candidate>) {
        (other, subject)
    }
}
