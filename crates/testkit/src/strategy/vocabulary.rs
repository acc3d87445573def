//! Concepts that asks and answers have in common, so that they meet often.

use super::section::put;
use super::shape::{Json, always, object, often, one_of, some_of, text};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The skills, tasks and challenges that documents speak of.
pub(crate) const LABELS: [&str; 12] = [
    "Local anaesthesia",
    "Scaling",
    "Radiography",
    "Patient education",
    "Charting",
    "Scheduling",
    "Sterilisation",
    "Impressions",
    "Billing",
    "Triage",
    "Stock keeping",
    "Whitening",
];

const OCCUPATIONS: [&str; 4] =
    ["Dental hygienist", "Dental assistant", "Practice manager", "Dentist"];

/// A skill, task or challenge; most by label alone, some as one of a published classification.
pub(crate) fn concept() -> Json {
    let notation = |number: usize| format!("D{}", number + 1);
    let written = move |(number, form): (usize, u8)| {
        let label = LABELS.get(number).copied().unwrap_or_default();
        match form {
            0..=5 => json!({ "label": label }),
            6 => json!({ "label": label.to_uppercase() }),
            7 => json!({ "label": label, "scheme": "dental", "notation": notation(number) }),
            8 => json!({ "uri": uri(number), "label": label }),
            // A false friend: the same word in another classification.
            _ => json!({ "label": label, "scheme": "games" }),
        }
    };
    (0..LABELS.len(), 0..10u8).prop_map(written).boxed()
}

/// The address of a skill, as the taxonomy of [`taxonomy`] has it.
fn uri(number: usize) -> String {
    format!("https://example.com/dental/{}", number + 1)
}

pub(crate) fn occupation() -> Json {
    let written = |(number, identified): (usize, bool)| {
        let label = OCCUPATIONS.get(number).copied().unwrap_or_default();
        if identified {
            json!({ "label": label, "scheme": "isco-08", "notation": format!("{}", 3251 + number) })
        } else {
            json!({ "label": label })
        }
    };
    (0..OCCUPATIONS.len(), prop::bool::weighted(0.2)).prop_map(written).boxed()
}

pub(crate) fn credential() -> Json {
    let labels = &["Hygienist licence", "Radiation protection", "First aid", "Driving licence"];
    object(vec![always("label", one_of(labels))])
}

pub(crate) fn education_level() -> Json {
    let uri = |level: u8| json!({ "uri": format!("http://data.europa.eu/snb/eqf/{level}") });
    let label = |level: u8| json!({ "label": format!("EQF {level}") });
    prop_oneof![
        (1..=8u8).prop_map(uri),
        (1..=8u8).prop_map(label),
        Just(json!({ "label": "Some college" })),
    ]
    .boxed()
}

pub(crate) fn field_of_study() -> Json {
    object(vec![always("label", one_of(&["Dental hygiene", "Nursing", "Business"]))])
}

/// A level of a skill; one in twenty on a scale that nobody declares.
pub(crate) fn level() -> Json {
    let on = |scale: &'static str| move |value: f64| json!({ "scale": scale, "value": value });
    prop_oneof![
        10 => (1..=5i32).prop_map(f64::from).prop_map(on("mutualfit/proficiency")),
        9 => (0..=70i32).prop_map(|tenths| f64::from(tenths) / 10.0).prop_map(on("onet/LV")),
        1 => (0..=9i32).prop_map(f64::from).prop_map(on("house")),
    ]
    .boxed()
}

pub(crate) fn importance() -> Json {
    prop_oneof![
        4 => one_of(&[0.25, 0.5, 0.75, 1.0]),
        1 => Just(json!(0)),
        2 => (1..=99i32).prop_map(|hundredths| json!(f64::from(hundredths) / 100.0)),
    ]
    .boxed()
}

pub(crate) fn language() -> Json {
    one_of(&["de", "en", "es", "pt", "pt-BR"])
}

pub(crate) fn cefr() -> Json {
    one_of(&["A1", "A2", "B1", "B2", "C1", "C2"])
}

pub(crate) fn benefit() -> Json {
    one_of(&["health", "retirement", "paidLeave", "parentalLeave", "studyBudget"])
}

pub(crate) const SHIFTS: &[&str] = &["day", "evening", "night", "weekend", "rotating", "onCall"];

pub(crate) const WORKPLACES: &[&str] = &["onSite", "hybrid", "remote"];

pub(crate) const EMPLOYMENT: &[&str] = &[
    "FULL_TIME",
    "PART_TIME",
    "CONTRACTOR",
    "TEMPORARY",
    "INTERN",
    "VOLUNTEER",
    "PER_DIEM",
    "OTHER",
];

pub(crate) fn shifts(least: usize) -> Json {
    some_of(SHIFTS, least, 3)
}

pub(crate) fn facet() -> Json {
    prop::sample::select(mutualfit_domain::FACETS).prop_map(Value::from).boxed()
}

/// The six work values or interests on one scale, most of them stated.
pub(crate) fn profile(names: [&'static str; 6]) -> Json {
    let on = move |scale: &'static str, tenths: std::ops::RangeInclusive<i32>| {
        let value = || tenths.clone().prop_map(|tenths| json!(f64::from(tenths) / 10.0)).boxed();
        let members =
            names.into_iter().map(|name| (name, prop::option::weighted(0.9, value()).boxed()));
        object(std::iter::once(always("scale", text(scale))).chain(members).collect())
    };
    prop_oneof![3 => on("onet/EX", 10..=70), 1 => on("mutualfit/share", 0..=10)].boxed()
}

pub(crate) const WORK_VALUES: [&str; 6] =
    ["achievement", "independence", "recognition", "relationships", "support", "workingConditions"];

pub(crate) const INTERESTS: [&str; 6] =
    ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/// The classification that some of the concepts are taken from.
pub(crate) fn taxonomy() -> Value {
    let concept = |(number, label): (usize, &&str)| {
        let mut concept = json!({
            "uri": uri(number), "label": label, "scheme": "dental",
            "notation": format!("D{}", number + 1),
            "usualImportance": f64::from(u32::try_from(number % 5).unwrap_or_default()) / 5.0,
        });
        if number % 3 == 2 {
            put(&mut concept, "/broader", json!([uri(number - 1)]));
        }
        if number % 4 == 3 {
            put(&mut concept, "/related", json!([uri(number - 3)]));
        }
        concept
    };
    let concepts: Vec<Value> = LABELS.iter().enumerate().map(concept).collect();
    json!({ "spec": "mutualfit/taxonomy/1", "id": "dental", "concepts": concepts })
}

/// A member that names a concept, three times of four.
pub(crate) fn often_about(concept: Json) -> super::shape::Member {
    often("concept", concept)
}
