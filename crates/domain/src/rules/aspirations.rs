//! The rules of aspirations.

use super::{
    MOST_WAYS, among, at_most, each, in_order, interests, not_empty, unknown_name, when,
    work_values,
};
use crate::facet::FACETS;
use crate::sections::ASPIRATION_SECTIONS;
use crate::{Aspirations, At, FaultKind, RuleFaults, Text, When};

/// The rules of aspirations that are a document of their own.
pub(crate) fn rules(aspirations: &Aspirations, faults: &mut RuleFaults) {
    let at = &At::root();
    let needed = [
        ("spec", aspirations.spec.is_some()),
        ("id", aspirations.id.is_some()),
        ("candidate", aspirations.candidate.is_some()),
    ];
    for (name, _) in needed.iter().filter(|(_, given)| !given) {
        faults.add(&at.field(name), FaultKind::Missing, format!("`{name}` is missing; add it"));
    }
    inline(aspirations, at, faults);
}

/// The rules of aspirations wherever they are.
pub(crate) fn inline(aspirations: &Aspirations, at: &At<'_>, faults: &mut RuleFaults) {
    among(aspirations.indifferent.as_deref(), "indifferent", &[ASPIRATION_SECTIONS], at, faults);
    needs(aspirations, at, faults);
    if let Some(wish) = &aspirations.transparency {
        each(wish.topics.as_deref(), "topics", &at.field("transparency"), faults, topic);
    }
    work_values(aspirations.work_values.as_ref(), at, faults);
    interests(aspirations.interests.as_ref(), at, faults);
}

fn needs(aspirations: &Aspirations, at: &At<'_>, faults: &mut RuleFaults) {
    let pay = aspirations.pay.as_ref().and_then(|need| need.options.as_deref());
    options(pay, "pay", at, faults, |option, at, faults| {
        in_order(("minimum", Some(option.minimum)), ("target", option.target), at, faults);
        limit(option.when.as_ref(), at, faults);
    });
    let workplace = aspirations.workplace.as_ref().and_then(|need| need.options.as_deref());
    options(workplace, "workplace", at, faults, |option, at, faults| {
        not_empty(option.workplace_type.as_deref(), "workplaceType", at, faults);
        not_empty(option.places.as_deref(), "places", at, faults);
        limit(option.when.as_ref(), at, faults);
    });
    let schedule = aspirations.schedule.as_ref().and_then(|need| need.options.as_deref());
    options(schedule, "schedule", at, faults, |option, at, faults| {
        not_empty(option.shifts.as_deref(), "shifts", at, faults);
        not_empty(option.windows.as_deref(), "windows", at, faults);
        limit(option.when.as_ref(), at, faults);
    });
    let contract = aspirations.contract.as_ref().and_then(|need| need.options.as_deref());
    options(contract, "contract", at, faults, |option, at, faults| {
        not_empty(option.employment_type.as_deref(), "employmentType", at, faults);
        limit(option.when.as_ref(), at, faults);
    });
}

fn options<'a, T>(
    options: Option<&'a [T]>,
    need: &str,
    at: &At<'_>,
    faults: &mut RuleFaults,
    rule: impl FnMut(&'a T, &At<'_>, &mut RuleFaults),
) {
    let at = &at.field(need);
    not_empty(options, "options", at, faults);
    at_most(MOST_WAYS, options, "options", at, faults);
    each(options, "options", at, faults, rule);
}

fn limit(limit: Option<&When>, at: &At<'_>, faults: &mut RuleFaults) {
    if let Some(limit) = limit {
        when(limit, &at.field("when"), faults);
    }
}

/// A topic is a facet that is known by name, or one that somebody else's criterion brings.
fn topic(topic: &Text, at: &At<'_>, faults: &mut RuleFaults) {
    let topic = topic.as_str();
    if !topic.contains('/') && !FACETS.contains(&topic) {
        faults.add(at, FaultKind::Unknown, unknown_name(topic, FACETS));
    }
}
