//! The rules of documents: what no single value shows.

pub(crate) mod aspirations;
pub(crate) mod candidate;
pub(crate) mod context;
pub(crate) mod interview;
pub(crate) mod pair;
pub(crate) mod rating;
pub(crate) mod role;
pub(crate) mod taxonomy;

use std::collections::HashSet;
use std::fmt::Display;

use crate::{
    At, FaultKind, InterestProfile, Number, Pay, RuleFaults, Text, When, WorkValueProfile,
};

/// How many arrangements a role, and how many options a need can have.
const MOST_WAYS: usize = 8;

/// Looks at each item of a list, where there is one.
fn each<'a, T>(
    list: Option<&'a [T]>,
    name: &str,
    at: &At<'_>,
    faults: &mut RuleFaults,
    mut rule: impl FnMut(&'a T, &At<'_>, &mut RuleFaults),
) {
    let at = at.field(name);
    for (index, item) in list.unwrap_or_default().iter().enumerate() {
        rule(item, &at.index(index), faults);
    }
}

/// A list that is there says something.
fn not_empty<T>(list: Option<&[T]>, name: &str, at: &At<'_>, faults: &mut RuleFaults) {
    if list.is_some_and(<[T]>::is_empty) {
        faults.add(
            &at.field(name),
            FaultKind::Empty,
            "the list is empty, so nothing could satisfy it; fill it or leave it out",
        );
    }
}

/// A list is no longer than allowed.
fn at_most<T>(most: usize, list: Option<&[T]>, name: &str, at: &At<'_>, faults: &mut RuleFaults) {
    let length = list.map_or(0, <[T]>::len);
    if length > most {
        faults.add(
            &at.field(name),
            FaultKind::TooMany,
            format!("there are {length} of them; keep at most {most}"),
        );
    }
}

/// Two members are in order, where both are there.
fn in_order<T: PartialOrd + Display>(
    (low_name, low): (&str, Option<T>),
    (high_name, high): (&str, Option<T>),
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    if let (Some(low), Some(high)) = (low, high)
        && low > high
    {
        let message =
            format!("`{low_name}` {low} is above `{high_name}` {high}; exchange them or mend one");
        faults.add(&at.field(low_name), FaultKind::Order, message);
    }
}

/// Ids within a list are there once each.
fn unique<'a>(
    ids: impl Iterator<Item = &'a str>,
    name: &str,
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    let at = at.field(name);
    let mut seen = HashSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            let message = format!("{} is there twice; give each its own", crate::fault::quote(id));
            faults.add(&at.index(index).field("id"), FaultKind::Duplicate, message);
        }
    }
}

/// Names are among those there are.
fn among(
    names: Option<&[Text]>,
    name: &str,
    allowed: &[&[&str]],
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    each(names, name, at, faults, |listed, at, faults| {
        let listed = listed.as_str();
        if !allowed.iter().any(|names| names.contains(&listed)) {
            faults.add(at, FaultKind::Unknown, unknown_name(listed, &allowed.concat()));
        }
    });
}

/// The words for a name that is none of those there are: the nearest one, or all of them.
fn unknown_name(name: &str, allowed: &[&str]) -> String {
    let name_quoted = crate::fault::quote(name);
    let nearest = allowed.iter().map(|allowed| (distance(name, allowed), *allowed)).min();
    match nearest {
        Some((distance, nearest)) if distance <= 3 && 2 * distance < name.len() => {
            format!("{name_quoted} does not exist; did you mean `{nearest}`")
        }
        _ => {
            let listed: Vec<String> = allowed.iter().map(|name| format!("`{name}`")).collect();
            format!("{name_quoted} does not exist; use one of {}", listed.join(", "))
        }
    }
}

/// How many letters to add, drop or change to get from one word to the other (Levenshtein); words of
/// more than forty letters are far from everything.
fn distance(a: &str, b: &str) -> usize {
    const LONG: usize = 40;
    if a.len() > LONG || b.len() > LONG {
        return LONG;
    }
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (to, above) in b.chars().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(from != to)).min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn pay(pay: &Pay, at: &At<'_>, faults: &mut RuleFaults) {
    in_order(("minValue", pay.min_value), ("maxValue", pay.max_value), at, faults);
    if let Some(limit) = &pay.applies_to {
        when(limit, &at.field("appliesTo"), faults);
    }
}

fn when(limit: &When, at: &At<'_>, faults: &mut RuleFaults) {
    not_empty(limit.countries.as_deref(), "countries", at, faults);
    not_empty(limit.workplace_type.as_deref(), "workplaceType", at, faults);
    not_empty(limit.employment_type.as_deref(), "employmentType", at, faults);
    not_empty(limit.shifts.as_deref(), "shifts", at, faults);
}

fn work_values(profile: Option<&WorkValueProfile>, at: &At<'_>, faults: &mut RuleFaults) {
    let Some(profile) = profile else { return };
    let values = [
        ("achievement", profile.achievement),
        ("independence", profile.independence),
        ("recognition", profile.recognition),
        ("relationships", profile.relationships),
        ("support", profile.support),
        ("workingConditions", profile.working_conditions),
    ];
    on_scale(&profile.scale, &values, &at.field("workValues"), faults);
}

fn interests(profile: Option<&InterestProfile>, at: &At<'_>, faults: &mut RuleFaults) {
    let Some(profile) = profile else { return };
    let values = [
        ("realistic", profile.realistic),
        ("investigative", profile.investigative),
        ("artistic", profile.artistic),
        ("social", profile.social),
        ("enterprising", profile.enterprising),
        ("conventional", profile.conventional),
    ];
    on_scale(&profile.scale, &values, &at.field("interests"), faults);
}

fn on_scale(scale: &Text, values: &[(&str, Option<Number>)], at: &At<'_>, faults: &mut RuleFaults) {
    for (name, value) in values {
        if let Some(value) = value
            && let Err(error) = crate::level::check_on_scale(scale.as_str(), value.get())
        {
            faults.add_error(&at.field(name), &error);
        }
    }
}
