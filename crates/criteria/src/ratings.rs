//! What interviews rated in one pair, by the concept that was rated.

use mutualfit_domain::{ConceptId, Credits, PairCompetency, PairFacts};
use mutualfit_scoring::{Context, Degree, Fact};

/// Every rating of one pair, each with the names under which it is found.
#[derive(Debug)]
pub(crate) struct Ratings<'a>(Vec<(Vec<ConceptId>, &'a PairCompetency)>);

/// What the sources say of one concept: at least one of them says something.
#[derive(Debug)]
pub(crate) struct Rating<'a>(Vec<&'a PairCompetency>);

impl<'a> Ratings<'a> {
    /// What is known of a pair.
    pub(crate) fn of(known: &'a [PairFacts], context: &Context) -> Self {
        let all = known.iter().flat_map(|facts| facts.competencies.iter().flatten());
        let named = all.map(|rated| {
            let mut names = Vec::new();
            let mut found = |name, _| names.push(name);
            context.concepts().held(&rated.concept, Credits::EXACT, &mut found);
            (names, rated)
        });
        Self(named.collect())
    }

    /// What is said of the concept that is looked up by these names.
    pub(crate) fn about(&self, keys: [ConceptId; 2]) -> Option<Rating<'a>> {
        let is_same = |names: &[ConceptId]| keys.iter().any(|key| names.contains(key));
        let found: Vec<&PairCompetency> =
            self.0.iter().filter(|(names, _)| is_same(names)).map(|(_, rated)| *rated).collect();
        (!found.is_empty()).then_some(Rating(found))
    }
}

impl Rating<'_> {
    /// How far the candidate is what the role asks: the bounds that hold whichever source is right.
    pub(crate) fn degree(&self) -> Degree {
        let degree = |rated: &&PairCompetency| {
            Degree::between(rated.low.get() as f32, rated.high.get() as f32)
        };
        self.0.iter().map(degree).reduce(Degree::either).unwrap_or(Degree::UNKNOWN)
    }

    /// What to say of it, with those who say so.
    pub(crate) fn fact(&self) -> Fact {
        let bounds = |rated: &PairCompetency| (rated.low, rated.high);
        let differ = self
            .0
            .windows(2)
            .any(|two| matches!(two, [one, other] if bounds(one) != bounds(other)));
        let fact = Fact::new(if differ { "differing" } else { "rated" });
        let sources: Vec<&str> =
            self.0.iter().filter_map(|rated| Some(rated.source.as_ref()?.as_str())).collect();
        if sources.is_empty() { fact } else { fact.value("sources", sources) }
    }
}
