//! Roles, section by section.

use super::quantity::{count, date, days_on_site, hours, moment, pay, place, share, span, windows};
use super::section::Section;
use super::shape::{Json, always, flag, list, object, often, one_of, seldom, some_of, text};
use super::vocabulary::{
    EMPLOYMENT, INTERESTS, WORK_VALUES, WORKPLACES, benefit, cefr, concept, credential,
    education_level, field_of_study, importance, language, level, occupation, often_about, profile,
    shifts,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every section of a role.
pub(crate) const SECTIONS: &[Section] = &[
    ("/externalIds", external_ids),
    ("/updatedAt", moment),
    ("/hiringOrganization", organization),
    ("/occupations", || list(occupation(), 3)),
    ("/summary", || text("Two chairs, one town.")),
    ("/datePosted", || text("2026-11-01")),
    ("/validThrough", || text("2027-01-31")),
    ("/totalJobOpenings", || count(1..=3)),
    ("/reasonOpen", || {
        object(vec![often("kind", text("growth")), often("statement", text("A third chair"))])
    }),
    ("/team", || {
        object(vec![often("size", count(1..=9)), often("reportsTo", text("The dentist"))])
    }),
    ("/responsibilities", responsibilities),
    ("/demands", demands),
    ("/expectations", expectations),
    ("/highlights", || {
        list(
            object(vec![
                always("statement", text("Quiet rooms")),
                often("evidence", text("Come and see")),
            ]),
            2,
        )
    }),
    ("/challenges", challenges),
    ("/requirements", || Just(json!({})).boxed()),
    ("/requirements/skills", || list(required_skill(), 5)),
    ("/requirements/experience", || list(required_experience(), 3)),
    ("/requirements/credentials", || list(required_credential(), 3)),
    ("/requirements/education", || list(required_education(), 2)),
    ("/requirements/languages", || list(required_language(), 3)),
    ("/requirements/availability", required_availability),
    ("/requirements/workAuthorization", || list(required_authorization(), 2)),
    ("/requirements/competencies", || list(required_competency(), 3)),
    ("/compensation/pay", || list(pay(), 3)),
    ("/compensation/variablePay", || list(variable_pay(), 2)),
    ("/compensation/benefits", || list(offered_benefit(), 4)),
    ("/compensation/raises", || text("Every January")),
    ("/arrangements", || list(arrangement(), 3)),
    ("/applicantLocations", || list(place(), 2)),
    ("/growth/learn", || list(learning(), 4)),
    ("/growth/careerSteps", || list(career_step(), 2)),
    ("/growth/support", || some_of(&["A mentor", "A paid study day"], 0, 2)),
    ("/growth/teamWantsToLearn", || list(object(vec![always("concept", concept())]), 2)),
    ("/environment/workValues", || profile(WORK_VALUES)),
    ("/environment/interests", || profile(INTERESTS)),
    ("/process", process),
    ("/negotiable", negotiable),
    ("/indifferent", || some_of(mutualfit_domain::ROLE_SECTIONS, 0, 4)),
    ("/complete", || some_of(mutualfit_domain::ROLE_LISTS, 0, 12)),
    ("/extensions", extensions),
];

/// The role without what would contradict itself: an employer's own places are where it can employ, and duties take no
/// skill that a complete list leaves out.
pub(crate) fn consistent(mut role: Value) -> Value {
    let ways = role.get("arrangements").and_then(Value::as_array).into_iter().flatten();
    let own = ways.filter_map(|way| way.pointer("/jobLocation/country"));
    let own: Vec<Value> = own.map(|country| json!({ "country": country })).collect();
    if let Some(places) = role.get_mut("applicantLocations").and_then(Value::as_array_mut) {
        places.extend(own);
    }
    let complete = role.get("complete").and_then(Value::as_array);
    if complete.is_some_and(|lists| lists.iter().any(|list| list == "skills")) {
        leave_out(&mut role, "/responsibilities", &["skills"]);
    }
    role
}

/// Leaves out members of every item of a list.
fn leave_out(role: &mut Value, list: &str, members: &[&str]) {
    let items = role.pointer_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
    for item in items.filter_map(Value::as_object_mut) {
        for member in members {
            item.remove(*member);
        }
    }
}

pub(crate) fn external_ids() -> Json {
    let id = object(vec![
        always("system", text("greenhouse")),
        always("type", text("job")),
        always("id", one_of(&["4012", "4013"])),
    ]);
    list(id, 1)
}

fn organization() -> Json {
    object(vec![
        often("name", text("Two Chairs")),
        seldom("industry", object(vec![always("label", text("Dentistry"))])),
        often("size", count(2..=40)),
        often("direction", text("A second practice by 2028")),
    ])
}

/// Duties whose shares never come to more than the whole.
fn responsibilities() -> Json {
    let duty = object(vec![
        always("description", text("A duty")),
        often_about(concept()),
        often("share", one_of(&[0.05, 0.1, 0.25, 0.5])),
        seldom("frequency", text("daily")),
        seldom("skills", list(concept(), 2)),
    ]);
    list(duty, 4)
        .prop_map(|mut duties| {
            let mut rest = 1.0;
            for duty in duties.as_array_mut().into_iter().flatten() {
                let share = duty.get("share").and_then(Value::as_f64).unwrap_or_default();
                if share <= rest {
                    rest -= share;
                } else if let Some(duty) = duty.as_object_mut() {
                    duty.remove("share");
                }
            }
            duties
        })
        .boxed()
}

fn demands() -> Json {
    let demand = object(vec![
        always("statement", text("Standing for hours")),
        often("kind", one_of(&["physical", "emotional"])),
        often("essentialFunction", flag()),
    ]);
    list(demand, 2)
}

fn expectations() -> Json {
    let expectation = object(vec![
        always("horizon", span()),
        always("outcome", text("An own column")),
        often("measure", text("Six patients a day")),
        often("support", text("Two weeks of shadowing")),
    ]);
    list(expectation, 2)
}

fn challenges() -> Json {
    let challenge = object(vec![
        always("statement", text("It gets busy")),
        often_about(concept()),
        seldom("frequency", text("weekly")),
        seldom("support", text("A second assistant")),
    ]);
    list(challenge, 4)
}

fn group() -> Json {
    one_of(&["one", "other"])
}

fn required_skill() -> Json {
    object(vec![
        always("concept", concept()),
        often("level", level()),
        often("importance", importance()),
        seldom("mustHave", flag()),
        seldom("neededBy", span()),
        seldom("training", text("Two weeks with a colleague")),
        seldom("alternativeGroup", group()),
    ])
}

fn required_experience() -> Json {
    object(vec![
        always("minimumMonths", count(0..=48)),
        often("occupation", occupation()),
        often("importance", importance()),
        seldom("mustHave", flag()),
        seldom("alternativeGroup", group()),
    ])
}

fn required_credential() -> Json {
    object(vec![
        always("concept", credential()),
        often("jurisdiction", one_of(&["US-OR", "US-WA", "DE-BE"])),
        often("importance", importance()),
        seldom("mustHave", flag()),
        seldom("neededBy", span()),
        seldom("alternativeGroup", group()),
    ])
}

fn required_education() -> Json {
    object(vec![
        often("level", education_level()),
        often("field", field_of_study()),
        seldom("orMonthsOfExperience", count(6..=60)),
        often("importance", importance()),
        seldom("mustHave", flag()),
        seldom("alternativeGroup", group()),
    ])
}

fn required_language() -> Json {
    let activities = &["listening", "reading", "spokenInteraction", "spokenProduction", "writing"];
    object(vec![
        always("language", language()),
        often("cefr", cefr()),
        seldom("activity", one_of(activities)),
        often("importance", importance()),
        seldom("mustHave", flag()),
        seldom("duty", text("Explaining treatment")),
        seldom("alternativeGroup", group()),
    ])
}

fn required_availability() -> Json {
    let overlap = object(vec![
        always("utcOffsetMinutes", one_of(&[-480, 0, 60])),
        always("start", one_of(&["08:00", "13:00"])),
        always("end", one_of(&["12:00", "17:00"])),
        often("minHours", one_of(&[1.0, 2.5, 4.0])),
    ]);
    object(vec![
        often("start", date()),
        often("hoursPerWeek", hours()),
        often("shifts", shifts(0)),
        seldom("windows", windows()),
        seldom("overlap", overlap),
        often("importance", importance()),
        seldom("mustHave", flag()),
    ])
}

fn required_authorization() -> Json {
    object(vec![
        always("country", one_of(&["DE", "GB", "US"])),
        often("sponsorship", one_of(&["offered", "considered", "notOffered"])),
    ])
}

fn required_competency() -> Json {
    object(vec![
        always("concept", concept()),
        often("definition", text("Explains so that it is understood")),
        often("importance", importance()),
        seldom("alternativeGroup", group()),
    ])
}

fn variable_pay() -> Json {
    let certain = object(vec![
        always("kind", one_of(&["shiftDifferential", "bonus", "tips"])),
        always("minValue", one_of(&["100", "250.50"])),
        seldom("maxValue", one_of(&["400", "900"])),
        always("currency", one_of(&["USD", "EUR"])),
        always("unitText", one_of(&["WEEK", "MONTH", "YEAR"])),
        often("guaranteed", flag()),
    ]);
    let stated = object(vec![always("kind", text("equity")), often("statement", text("A tenth"))]);
    prop_oneof![3 => certain, 1 => stated].boxed()
}

fn offered_benefit() -> Json {
    object(vec![
        always("kind", benefit()),
        seldom("statement", text("From the first day")),
        seldom("minHoursPerWeek", one_of(&[0, 20, 32])),
        seldom("after", span()),
    ])
}

pub(crate) fn arrangement() -> Json {
    let schedule = object(vec![
        often("hoursPerWeek", hours()),
        often("shifts", shifts(0)),
        seldom("windows", windows()),
        seldom("pattern", text("4x9")),
        often("noticeDays", count(0..=30)),
        seldom("overtimeHoursPerWeek", one_of(&[0, 2, 8])),
    ]);
    object(vec![
        often("workplaceType", one_of(WORKPLACES)),
        often("jobLocation", place()),
        often("onSiteDaysPerWeek", days_on_site()),
        often("travelShare", share()),
        often("employmentType", some_of(EMPLOYMENT, 1, 2)),
        seldom("duration", span()),
        often("schedule", schedule),
    ])
}

fn learning() -> Json {
    object(vec![
        always("concept", concept()),
        often("level", level()),
        seldom("by", span()),
        often("support", text("A course, paid")),
        often("evidence", text("Both hygienists did it")),
    ])
}

fn career_step() -> Json {
    object(vec![
        always("title", text("Lead hygienist")),
        often("occupation", occupation()),
        seldom("after", span()),
        often("evidence", text("One did in 2025")),
    ])
}

fn process() -> Json {
    let step = object(vec![
        always("name", text("Working day")),
        often("kind", text("workingDay")),
        often("minutes", count(30..=480)),
        often("paid", flag()),
    ]);
    object(vec![
        often("steps", list(step, 2)),
        seldom("decisionBy", date()),
        seldom("startDate", date()),
    ])
}

fn negotiable() -> Json {
    some_of(
        &[
            "/arrangements",
            "/arrangements/0/schedule",
            "/challenges",
            "/compensation",
            "/compensation/pay",
            "/growth",
            "/requirements/credentials",
            "/responsibilities",
        ],
        0,
        3,
    )
}

pub(crate) fn extensions() -> Json {
    object(vec![seldom("com.example.chairs", object(vec![often("chairs", count(1..=9))]))])
}
