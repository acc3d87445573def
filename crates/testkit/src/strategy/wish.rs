//! Aspirations, section by section.

use super::quantity::{count, hours, pay_wanted, place, share, span, when, windows};
use super::shape::{
    Json, Member, always, filled, flag, list, object, often, one_of, seldom, some_of, text,
};
use super::vocabulary::{
    EMPLOYMENT, INTERESTS, WORK_VALUES, WORKPLACES, benefit, concept, facet, importance, level,
    occupation, profile, shifts,
};
use proptest::prelude::*;

pub(crate) fn audience() -> Json {
    one_of(&["engine", "shared"])
}

/// What every wish may say of itself.
fn weighed(mut members: Vec<Member>) -> Json {
    members.push(often("importance", importance()));
    members.push(seldom("dealBreaker", flag()));
    members.push(seldom("audience", audience()));
    object(members)
}

pub(crate) fn goals() -> Json {
    let goal = object(vec![
        always("statement", text("Lead a team")),
        often("horizon", span()),
        often("occupations", list(occupation(), 2)),
        often("importance", importance()),
        seldom("audience", audience()),
    ]);
    list(goal, 2)
}

pub(crate) fn learning() -> Json {
    list(weighed(vec![always("concept", concept()), often("level", level())]), 4)
}

pub(crate) fn contributions() -> Json {
    list(object(vec![always("concept", concept()), seldom("importance", importance())]), 2)
}

/// Skills to use, tasks to do or challenges to meet.
pub(crate) fn concepts() -> Json {
    let wish = prop_oneof![5 => text("seek"), 1 => text("accept"), 3 => text("avoid")].boxed();
    list(weighed(vec![always("concept", concept()), always("wish", wish)]), 4)
}

/// A need with up to three options; one in ten says nothing but its weight.
fn need(option: Json) -> Json {
    let limited =
        (option, prop::option::weighted(0.3, desirability()), prop::option::weighted(0.25, when()));
    let option = limited.prop_map(|(mut option, desirability, when)| {
        let given = [("desirability", desirability), ("when", when)];
        if let Some(members) = option.as_object_mut() {
            let given =
                given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
            members.extend(given);
        }
        option
    });
    let options = prop::option::weighted(0.9, filled(option.boxed(), 3)).boxed();
    weighed(vec![("options", options), seldom("negotiable", flag())])
}

fn desirability() -> Json {
    prop_oneof![4 => share(), 1 => one_of(&[1.0])].boxed()
}

pub(crate) fn pay() -> Json {
    let basis = prop::option::weighted(0.3, one_of(&["guaranteed", "total"]));
    let option = (pay_wanted(), basis).prop_map(|(mut pay, basis)| {
        if let (Some(basis), Some(members)) = (basis, pay.as_object_mut()) {
            members.insert("basis".to_owned(), basis);
        }
        pay
    });
    need(option.boxed())
}

pub(crate) fn workplace() -> Json {
    need(object(vec![
        often("workplaceType", some_of(WORKPLACES, 1, 2)),
        seldom("places", filled(place(), 2)),
        often("maxCommuteMinutes", count(0..=60)),
        seldom("maxOnSiteDaysPerWeek", count(0..=5)),
        seldom("maxTravelShare", share()),
    ]))
}

pub(crate) fn schedule() -> Json {
    need(object(vec![
        often("hoursPerWeek", hours()),
        seldom("shifts", shifts(1)),
        seldom("avoidShifts", shifts(0)),
        seldom("windows", windows()),
        seldom("minNoticeDays", count(0..=30)),
    ]))
}

pub(crate) fn contract() -> Json {
    need(object(vec![
        often("employmentType", some_of(EMPLOYMENT, 1, 3)),
        often("minDuration", span()),
    ]))
}

pub(crate) fn benefits() -> Json {
    list(weighed(vec![always("kind", benefit())]), 3)
}

pub(crate) fn transparency() -> Json {
    weighed(vec![often("topics", list(facet(), 4))])
}

pub(crate) fn work_values() -> Json {
    with_weight(profile(WORK_VALUES))
}

pub(crate) fn interests() -> Json {
    with_weight(profile(INTERESTS))
}

fn with_weight(profile: Json) -> Json {
    let both = (profile, weighed(Vec::new())).prop_map(|(mut profile, weighed)| {
        if let (Some(members), serde_json::Value::Object(weighed)) =
            (profile.as_object_mut(), weighed)
        {
            members.extend(weighed);
        }
        profile
    });
    both.boxed()
}
