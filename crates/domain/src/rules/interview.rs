//! The rules of interviews.

use super::rating::{self, Scales};
use super::{each, pay, unique};
use crate::{At, Disclosure, FaultKind, Id, Interview, RuleFaults};

pub(crate) fn rules(interview: &Interview, faults: &mut RuleFaults) {
    let at = &At::root();
    ids(interview, at, faults);
    let scales = Scales::Declared(interview.rating_scales.as_deref().unwrap_or_default());
    each(interview.rating_scales.as_deref(), "ratingScales", at, faults, rating::scale);
    each(interview.exchanges.as_deref(), "exchanges", at, faults, |exchange, at, faults| {
        if let (Some(id), Some(plan)) = (&exchange.plan_id, &interview.plan)
            && !plan.iter().any(|question| question.id == *id)
        {
            let message = format!("{} is not in `plan`; add it there or leave it out", quote(id));
            faults.add(&at.field("planId"), FaultKind::Unknown, message);
        }
        for (name, who) in
            [("askedBy", Some(&exchange.asked_by)), ("answeredBy", exchange.answered_by.as_ref())]
        {
            if let Some(who) = who.filter(|who| !matches!(who.as_str(), "role" | "candidate")) {
                participant(interview, who.as_str(), &at.field(name), faults);
            }
        }
        if let Some(disclosed) = &exchange.discloses {
            disclosure(disclosed, &at.field("discloses"), faults);
        }
    });
    each(interview.ratings.as_deref(), "ratings", at, faults, |rating, at, faults| {
        participant(interview, rating.by.as_str(), &at.field("by"), faults);
        rating::value(&rating.scale, rating.value, rating.no_decision, scales, at, faults);
    });
    each(
        interview.candidate_ratings.as_deref(),
        "candidateRatings",
        at,
        faults,
        |rating, at, faults| {
            rating::candidate_rating(rating, scales, at, faults);
        },
    );
    each(interview.decisions.as_deref(), "decisions", at, faults, |decision, at, faults| {
        participant(interview, decision.by.as_str(), &at.field("by"), faults);
    });
}

fn ids(interview: &Interview, at: &At<'_>, faults: &mut RuleFaults) {
    let participants =
        interview.participants.iter().flatten().map(|participant| participant.id.as_str());
    unique(participants, "participants", at, faults);
    unique(
        interview.plan.iter().flatten().map(|question| question.id.as_str()),
        "plan",
        at,
        faults,
    );
    unique(
        interview.exchanges.iter().flatten().map(|exchange| exchange.id.as_str()),
        "exchanges",
        at,
        faults,
    );
    unique(
        interview.rating_scales.iter().flatten().map(|scale| scale.id.as_str()),
        "ratingScales",
        at,
        faults,
    );
}

/// Whoever does something takes part, where it is said who does.
fn participant(interview: &Interview, who: &str, at: &At<'_>, faults: &mut RuleFaults) {
    if let Some(participants) = &interview.participants
        && !participants.iter().any(|participant| participant.id.as_str() == who)
    {
        let message = format!(
            "{} is not in `participants`; add them there or mend the id",
            crate::fault::quote(who)
        );
        faults.add(at, FaultKind::Unknown, message);
    }
}

fn disclosure(disclosed: &Disclosure, at: &At<'_>, faults: &mut RuleFaults) {
    if let Some(facts) = &disclosed.role {
        super::role::facts(facts, &at.field("role"), faults);
    }
    if let Some(facts) = &disclosed.candidate {
        super::candidate::facts(facts, &at.field("candidate"), faults);
    }
    if let Some(offered) = disclosed.pair.as_ref().and_then(|pair| pair.pay_offered.as_ref()) {
        pay(offered, &at.field("pair").field("payOffered"), faults);
    }
}

fn quote(id: &Id) -> String {
    crate::fault::quote(id.as_str())
}
