//! Candidates, section by section.

use super::quantity::{
    count, date, early_date, hours, late_date, moment, place, share, span, windows,
};
use super::role::{extensions, external_ids};
use super::section::{Section, put};
use super::shape::{
    Json, Member, always, flag, list, object, often, one_of, seldom, some_of, text,
};
use super::vocabulary::{
    cefr, concept, credential, education_level, field_of_study, language, level, occupation, shifts,
};
use super::wish;
use proptest::prelude::*;
use serde_json::json;

/// Every section of a candidate, with aspirations inline.
pub(crate) const SECTIONS: &[Section] = &[
    ("/externalIds", external_ids),
    ("/updatedAt", moment),
    ("/skills", || list(held_skill(), 5)),
    ("/experience", || list(experience(), 4)),
    ("/credentials", || list(held_credential(), 4)),
    ("/education", || list(held_education(), 2)),
    ("/languages", || list(spoken_language(), 3)),
    ("/availability", availability),
    ("/workAuthorization", || list(work_authorization(), 3)),
    ("/home", place),
    ("/aspirations", || Just(json!({})).boxed()),
    ("/aspirations/statedAt", date),
    ("/aspirations/audience", wish::audience),
    ("/aspirations/vision", || text("To lead a practice where nobody is afraid")),
    ("/aspirations/nextRole", || text("Hygienist with a column of one's own")),
    ("/aspirations/goals", wish::goals),
    ("/aspirations/learning", wish::learning),
    ("/aspirations/contributions", wish::contributions),
    ("/aspirations/skillUse", wish::concepts),
    ("/aspirations/tasks", wish::concepts),
    ("/aspirations/challenges", wish::concepts),
    ("/aspirations/pay", wish::pay),
    ("/aspirations/workplace", wish::workplace),
    ("/aspirations/schedule", wish::schedule),
    ("/aspirations/contract", wish::contract),
    ("/aspirations/benefits", wish::benefits),
    ("/aspirations/transparency", wish::transparency),
    ("/aspirations/workValues", wish::work_values),
    ("/aspirations/interests", wish::interests),
    ("/aspirations/indifferent", || some_of(mutualfit_domain::ASPIRATION_SECTIONS, 0, 4)),
    ("/indifferent", || some_of(mutualfit_domain::PROFILE_SECTIONS, 0, 3)),
    ("/complete", || some_of(mutualfit_domain::CANDIDATE_LISTS, 0, 5)),
    ("/extensions", extensions),
];

fn audience() -> Member {
    seldom("audience", wish::audience())
}

fn held_skill() -> Json {
    object(vec![
        always("concept", concept()),
        often("level", level()),
        seldom("held", flag()),
        seldom("lastUsed", count(2010..=2026)),
        seldom("selfRated", flag()),
        audience(),
    ])
}

/// Work with its months, or its dates, or both where they agree.
fn experience() -> Json {
    let job = |dated: Vec<Member>| {
        let mut members = vec![
            often("occupation", occupation()),
            seldom("title", text("Hygienist")),
            seldom("kind", one_of(&["employment", "volunteer", "caregiving", "military"])),
            seldom("skills", list(concept(), 2)),
            audience(),
        ];
        members.extend(dated);
        object(members)
    };
    prop_oneof![
        3 => job(vec![often("months", count(0..=60))]),
        3 => job(vec![often("startDate", early_date()), often("endDate", late_date())]),
        1 => job(vec![often("startDate", early_date()), seldom("current", flag())]),
        1 => job(vec![
            often("startDate", text("2020-01")),
            often("endDate", text("2021-12")),
            often("months", count(24..=24)),
        ]),
    ]
    .boxed()
}

fn held_credential() -> Json {
    object(vec![
        always("concept", credential()),
        often("jurisdiction", one_of(&["US-OR", "US-WA", "DE-BE"])),
        often("status", one_of(&["held", "inProgress", "eligible", "lapsed", "none"])),
        seldom("validUntil", date()),
        seldom("expectedBy", date()),
        audience(),
    ])
}

fn held_education() -> Json {
    object(vec![
        often("level", education_level()),
        often("field", field_of_study()),
        often("status", one_of(&["completed", "inProgress"])),
        seldom("expectedBy", date()),
        audience(),
    ])
}

/// A language with some of its levels, overall and by activity. Overall is what is reached in every activity.
fn spoken_language() -> Json {
    const LEVELS: &[&str] =
        &["listening", "reading", "spokenInteraction", "spokenProduction", "writing", "cefr"];
    let language =
        object(vec![always("language", language()), seldom("inferred", flag()), audience()]);
    let levels = prop::collection::vec(cefr(), LEVELS.len() - 1).prop_map(|mut levels| {
        // Levels are written so that they sort.
        let least = levels.iter().min_by(|one, other| one.as_str().cmp(&other.as_str())).cloned();
        levels.extend(least);
        levels
    });
    let stated = prop::sample::subsequence(LEVELS, 0..=LEVELS.len());
    (language, levels, stated)
        .prop_map(|(mut language, levels, stated)| {
            let levels = LEVELS.iter().zip(levels).filter(|(name, _)| stated.contains(name));
            levels.for_each(|(name, level)| put(&mut language, &format!("/{name}"), level));
            language
        })
        .boxed()
}

/// When somebody can work, from a day on or after a notice.
fn availability() -> Json {
    let free = |from: Member| {
        object(vec![
            from,
            often("hoursPerWeek", hours()),
            often("shifts", shifts(0)),
            seldom("windows", windows()),
            often("travelShare", share()),
            seldom("flexible", flag()),
            audience(),
        ])
    };
    prop_oneof![3 => free(often("from", date())), 1 => free(often("noticePeriod", span()))].boxed()
}

fn work_authorization() -> Json {
    object(vec![
        always("country", one_of(&["DE", "GB", "US"])),
        always("status", one_of(&["authorized", "needsSponsorship"])),
        audience(),
    ])
}
