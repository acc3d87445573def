//! The rules of candidates, and of what becomes known of them.

use super::{among, each};
use crate::sections::{ASPIRATION_SECTIONS, CANDIDATE_LISTS, PROFILE_SECTIONS};
use crate::{Aspirations, At, Candidate, CandidateFacts, Experience, FaultKind, RuleFaults};

pub(crate) fn rules(candidate: &Candidate, faults: &mut RuleFaults) {
    let at = &At::root();
    sections(candidate.experience.as_deref(), candidate.aspirations.as_ref(), at, faults);
    among(
        candidate.indifferent.as_deref(),
        "indifferent",
        &[PROFILE_SECTIONS, ASPIRATION_SECTIONS],
        at,
        faults,
    );
    among(candidate.complete.as_deref(), "complete", &[CANDIDATE_LISTS], at, faults);
    let of = candidate.aspirations.as_ref().and_then(|aspirations| aspirations.candidate.as_ref());
    if let Some(of) = of.filter(|of| **of != candidate.id) {
        let message = format!(
            "{} is another candidate than {}; leave it out within a candidate",
            crate::fault::quote(of.as_str()),
            crate::fault::quote(candidate.id.as_str())
        );
        faults.add(&at.field("aspirations").field("candidate"), FaultKind::Unknown, message);
    }
}

pub(crate) fn facts(facts: &CandidateFacts, at: &At<'_>, faults: &mut RuleFaults) {
    sections(facts.experience.as_deref(), facts.aspirations.as_ref(), at, faults);
}

fn sections(
    experience: Option<&[Experience]>,
    aspirations: Option<&Aspirations>,
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    each(experience, "experience", at, faults, dates);
    if let Some(aspirations) = aspirations {
        super::aspirations::inline(aspirations, &at.field("aspirations"), faults);
    }
}

fn dates(experience: &Experience, at: &At<'_>, faults: &mut RuleFaults) {
    if let (Some(start), Some(end)) = (experience.start_date, experience.end_date)
        && start.earliest() > end.latest()
    {
        let message =
            format!("`startDate` {start} is after `endDate` {end}; exchange them or mend one");
        faults.add(&at.field("startDate"), FaultKind::Order, message);
    }
    if experience.current == Some(true) && experience.end_date.is_some() {
        let message = "it goes on and has an end; leave out `endDate` or `current`";
        faults.add(&at.field("current"), FaultKind::Choice, message);
    }
}
