//! The rules of pair facts.

use super::rating::{self, Scales};
use super::{each, in_order, pay};
use crate::{At, PairFacts, RuleFaults};

pub(crate) fn rules(pair: &PairFacts, faults: &mut RuleFaults) {
    let at = &At::root();
    if let Some(offered) = &pair.pay_offered {
        pay(offered, &at.field("payOffered"), faults);
    }
    each(pair.competencies.as_deref(), "competencies", at, faults, |competency, at, faults| {
        in_order(("low", Some(competency.low)), ("high", Some(competency.high)), at, faults);
    });
    each(
        pair.candidate_ratings.as_deref(),
        "candidateRatings",
        at,
        faults,
        |rating, at, faults| {
            rating::candidate_rating(rating, Scales::Elsewhere, at, faults);
        },
    );
}
