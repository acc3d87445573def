//! The two kinds of documents that are ranked, as far as they differ for the command.

use crate::{flaws::Flaws, reading::Sheet, wishes::Wishes};
use mutualfit::{Candidate, Document, Engine, Explanation, Role, Sourced, scoring::Rankable};

/// A document that can be ranked and ranked for: a role or a candidate.
pub(crate) trait Seat: Rankable + Document + Clone + Send {
    /// Joins what is kept in other documents.
    fn complete(sheet: &mut Sheet<Self>, wishes: &mut Wishes, flaws: &mut Flaws);

    /// Why the two score as they do.
    fn explain(engine: &Engine, subject: &Sheet<Self>, other: &Sheet<Self::Other>) -> Explanation;
}

impl Seat for Role {
    fn complete(_: &mut Sheet<Self>, _: &mut Wishes, _: &mut Flaws) {}

    fn explain(engine: &Engine, subject: &Sheet<Self>, other: &Sheet<Candidate>) -> Explanation {
        engine.explain(sourced(subject), sourced(other))
    }
}

impl Seat for Candidate {
    fn complete(sheet: &mut Sheet<Self>, wishes: &mut Wishes, flaws: &mut Flaws) {
        wishes.join(sheet, flaws);
    }

    fn explain(engine: &Engine, subject: &Sheet<Self>, other: &Sheet<Role>) -> Explanation {
        engine.explain(sourced(other), sourced(subject))
    }
}

fn sourced<D>(sheet: &Sheet<D>) -> Sourced<'_, D> {
    Sourced { document: &sheet.document, digest: sheet.digest }
}
