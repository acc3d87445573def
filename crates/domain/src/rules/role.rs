//! The rules of roles, and of what becomes known of them.

use super::{MOST_WAYS, among, at_most, each, in_order, interests, pay, unknown_name, work_values};
use crate::sections::{ROLE_LISTS, ROLE_MEMBERS, ROLE_SECTIONS};
use crate::{
    Arrangement, At, Compensation, Environment, FaultKind, Pointer, Responsibility, Role,
    RoleFacts, RuleFaults,
};

/// What floating-point sums of shares may be above 1.
const SLACK: f64 = 1e-9;

pub(crate) fn rules(role: &Role, faults: &mut RuleFaults) {
    let at = &At::root();
    sections(
        role.responsibilities.as_deref(),
        role.compensation.as_ref(),
        role.arrangements.as_deref(),
        role.environment.as_ref(),
        at,
        faults,
    );
    in_order(("datePosted", role.date_posted), ("validThrough", role.valid_through), at, faults);
    if role.total_job_openings.is_some_and(|openings| openings.get() == 0) {
        let message = "`0` openings leave nothing to apply for; give 1 or more, or leave it out";
        faults.add(&at.field("totalJobOpenings"), FaultKind::OutOfRange, message);
    }
    among(role.indifferent.as_deref(), "indifferent", &[ROLE_SECTIONS], at, faults);
    among(role.complete.as_deref(), "complete", &[ROLE_LISTS], at, faults);
    each(role.negotiable.as_deref(), "negotiable", at, faults, negotiable);
}

pub(crate) fn facts(facts: &RoleFacts, at: &At<'_>, faults: &mut RuleFaults) {
    sections(
        facts.responsibilities.as_deref(),
        facts.compensation.as_ref(),
        facts.arrangements.as_deref(),
        facts.environment.as_ref(),
        at,
        faults,
    );
}

fn sections(
    responsibilities: Option<&[Responsibility]>,
    compensation: Option<&Compensation>,
    arrangements: Option<&[Arrangement]>,
    environment: Option<&Environment>,
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    let shares = responsibilities.unwrap_or_default().iter().filter_map(|duty| duty.share);
    let sum: f64 = shares.map(f64::from).sum();
    if sum > 1.0 + SLACK {
        let message = format!("the shares come to {:.2}; bring them to 1 or less", sum.max(1.01));
        faults.add(&at.field("responsibilities"), FaultKind::Sum, message);
    }
    at_most(MOST_WAYS, arrangements, "arrangements", at, faults);
    if let Some(given) = compensation {
        let at = &at.field("compensation");
        each(given.pay.as_deref(), "pay", at, faults, pay);
        each(given.variable_pay.as_deref(), "variablePay", at, faults, |pay, at, faults| {
            in_order(("minValue", pay.min_value), ("maxValue", pay.max_value), at, faults);
        });
    }
    if let Some(place) = environment {
        let at = &at.field("environment");
        work_values(place.work_values.as_ref(), at, faults);
        interests(place.interests.as_ref(), at, faults);
    }
}

fn negotiable(pointer: &Pointer, at: &At<'_>, faults: &mut RuleFaults) {
    match pointer.segments().next() {
        None => {
            let message =
                "this points to the whole role; point to a part of it, such as `/compensation/pay`";
            faults.add(at, FaultKind::Unknown, message);
        }
        Some(member) if !ROLE_MEMBERS.contains(&member.as_str()) => {
            faults.add(at, FaultKind::Unknown, unknown_name(&member, ROLE_MEMBERS));
        }
        Some(_) => {}
    }
}
