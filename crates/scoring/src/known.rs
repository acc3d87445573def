//! What is known of single pairs.

use crate::{
    Digest,
    pool::{Place, Pool},
};
use mutualfit_domain::{PairFacts, Side};
use std::collections::BTreeMap;

/// What is known of single pairs, found from either side.
#[derive(Debug, Default)]
pub(crate) struct Known {
    by_role: BySubject,
    by_candidate: BTreeMap<String, Vec<String>>,
    digest: Digest,
}

/// The facts of each pair, by the subject's id and then the other's.
type BySubject = BTreeMap<String, BTreeMap<String, Vec<PairFacts>>>;

/// One document of a pool of which, together with the subject, something is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownPair<'k> {
    pub(crate) place: Place,
    pub(crate) facts: &'k [PairFacts],
}

impl Known {
    pub(crate) fn new(facts: impl IntoIterator<Item = PairFacts>) -> Self {
        let mut known = Self::default();
        for fact in facts {
            known.digest = known.digest.plus(Digest::of_document(&fact).unwrap_or_default());
            let (role, candidate) =
                (fact.role.as_str().to_owned(), fact.candidate.as_str().to_owned());
            let roles = known.by_candidate.entry(candidate.clone()).or_default();
            if !roles.contains(&role) {
                roles.push(role.clone());
            }
            known.by_role.entry(role).or_default().entry(candidate).or_default().push(fact);
        }
        known
    }

    /// The sum of the digests of all that is known.
    pub(crate) fn digest(&self) -> Digest {
        self.digest
    }

    /// What is known of one pair.
    pub(crate) fn of(&self, role: &str, candidate: &str) -> &[PairFacts] {
        self.by_role.get(role).and_then(|of_role| of_role.get(candidate)).map_or(&[], Vec::as_slice)
    }

    /// The documents of a pool of which something is known together with this subject, by their place.
    pub(crate) fn with<D>(&self, side: Side, subject: &str, pool: &Pool<D>) -> Vec<KnownPair<'_>> {
        let place = |id: &str| pool.find(id);
        let mut pairs: Vec<KnownPair<'_>> = match side {
            Side::Role => {
                let facts = self.by_role.get(subject).into_iter().flatten();
                facts
                    .filter_map(|(id, facts)| Some(KnownPair { place: place(id)?, facts }))
                    .collect()
            }
            Side::Candidate => {
                let roles = self.by_candidate.get(subject).into_iter().flatten();
                let pair = |role: &String| {
                    Some(KnownPair { place: place(role)?, facts: self.of(role, subject) })
                };
                roles.filter_map(pair).collect()
            }
        };
        pairs.sort_by_key(|pair| pair.place);
        pairs
    }
}
