//! What can be ranked: roles and candidates.

use crate::sealed;
use mutualfit_domain::{Candidate, Role, Side};

/// What can be ranked, and ranked for: [`Role`] and [`Candidate`]. Sealed.
pub trait Rankable: sealed::Subject {
    /// What it is ranked against.
    type Other: Rankable<Other = Self>;
}

impl Rankable for Role {
    type Other = Candidate;
}

impl Rankable for Candidate {
    type Other = Role;
}

/// The words of a side's documents.
pub(crate) fn other(side: Side) -> Side {
    match side {
        Side::Role => Side::Candidate,
        Side::Candidate => Side::Role,
    }
}
