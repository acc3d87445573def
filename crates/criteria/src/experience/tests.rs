use super::*;
use crate::{
    by_block::tests::check_block,
    trial::{Trial, requiring, stating},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const SECTION: &str = Experience::SECTION;

#[track_caller]
fn check(asked: Value, done: Value, expected: &str, codes: &[&str]) {
    check_documents(&requiring(SECTION, asked), &stating(SECTION, done), expected, codes);
}

#[track_caller]
fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
    let outcome = trial().judge_closely(role, candidate);
    assert_eq!(
        (outcome.brief().as_str(), outcome.codes()),
        (expected, codes.to_vec()),
        "{outcome:#?}"
    );
}

fn trial() -> Trial {
    Trial::of(register).among(occupations())
}

fn occupations() -> Value {
    json!([
        {"uri": "urn:hygienist", "label": "dental hygienist", "broader": ["urn:dental"]},
        {"uri": "urn:dental", "label": "dental worker"},
        {"uri": "urn:vet", "label": "technician"},
        {"uri": "urn:lab", "label": "technician"},
    ])
}

fn hygienist(months: u32) -> Value {
    json!({"occupation": {"label": "Dental hygienist"}, "minimumMonths": months})
}

fn worked(label: &str, months: u32) -> Value {
    json!({"occupation": {"label": label}, "months": months})
}

#[test]
fn months_count_by_their_share_of_the_minimum() {
    check(json!([hygienist(24)]), json!([worked("dental hygienist", 24)]), "1", &["met"]);
    check(json!([hygienist(24)]), json!([worked("dental hygienist", 240)]), "1", &["met"]);
    check(json!([hygienist(24)]), json!([worked("dental hygienist", 12)]), "0.5", &["short"]);
    check(
        json!([hygienist(24)]),
        json!([worked("dental hygienist", 6), worked("dental hygienist", 6)]),
        "0.5",
        &["short"],
    );
    check(json!([hygienist(24)]), json!([]), "0", &["lacking"]);
    check(json!([hygienist(0)]), json!([]), "1", &["lacking"]);
}

#[test]
fn kinds_of_experience_count_alike() {
    for kind in ["employment", "volunteer", "military", "caregiving", "project"] {
        let mut done = worked("dental hygienist", 12);
        done["kind"] = json!(kind);
        check(json!([hygienist(24)]), json!([done]), "0.5", &["short"]);
    }
}

#[test]
fn without_an_occupation_any_experience_counts() {
    let any = || json!([{"minimumMonths": 24}]);
    check(any(), json!([worked("baker", 12), {"months": 12}]), "1", &["any-met"]);
    check(any(), json!([worked("baker", 12)]), "0.5", &["any-short"]);
    check(any(), json!([{"startDate": "2024", "endDate": "2024"}]), "0..0.501", &["any-unclear"]);
}

#[test]
fn what_is_not_said_is_unknown() {
    check(json!([hygienist(24)]), json!([worked("baker", 60)]), "0..1", &["unlisted"]);
    check(json!([hygienist(24)]), json!([{"months": 12}]), "0..1", &["unclear"]);
    check(
        json!([hygienist(24)]),
        json!([worked("dental hygienist", 12), {"months": 6}]),
        "0.5..0.75",
        &["unclear"],
    );
    check(json!([hygienist(24)]), Value::Null, "not answered", &["unstated"]);
    let complete = json!({"experience": [worked("baker", 60)], "complete": ["experience"]});
    check_documents(
        &json!({"requirements": {"experience": [hygienist(24)]}}),
        &complete,
        "0",
        &["lacking"],
    );
    let unsure = json!([{"occupation": {"label": "dental hygienist"}}]);
    check(json!([hygienist(24)]), unsure, "0..1", &["unclear"]);
}

#[test]
fn a_neighbouring_occupation_counts_in_part() {
    let asked = json!([{"occupation": {"uri": "urn:dental"}, "minimumMonths": 24}]);
    let complete =
        json!({"experience": [worked("dental hygienist", 24)], "complete": ["experience"]});
    check_documents(
        &json!({"requirements": {"experience": asked}}),
        &complete,
        "0.9",
        &["related"],
    );
    check(asked, json!([worked("dental hygienist", 24)]), "0.9..1", &["related"]);
}

#[test]
fn what_does_not_matter_is_not_compared() {
    check(json!([]), json!([worked("baker", 60)]), "irrelevant", &[]);
    let role =
        json!({"indifferent": ["experience"], "requirements": {"experience": [hygienist(24)]}});
    check_documents(&role, &json!({"experience": []}), "irrelevant", &[]);
    check_documents(&json!({}), &json!({"experience": []}), "not asked", &[]);
}

#[test]
fn a_must_have_gates_by_its_own_minimum() {
    let mut must = hygienist(24);
    must["mustHave"] = json!(true);
    check(json!([must]), json!([worked("dental hygienist", 24)]), "1 met", &["met"]);
    check(json!([must]), json!([worked("dental hygienist", 23)]), "0.9583 unmet", &["short"]);
    check(json!([must]), json!([worked("baker", 23)]), "0..1 open", &["unlisted"]);
    let role =
        json!({"negotiable": ["/requirements/experience"], "requirements": {"experience": [must]}});
    check_documents(&role, &json!({"experience": []}), "0 open", &["lacking"]);
    let role = json!({"requirements": {"experience": [hygienist(1), must]}});
    let blocked =
        trial().condition(&role, &json!({"experience": [worked("dental hygienist", 12)]}));
    assert_eq!(blocked.as_deref(), Some("/requirements/experience/1"));
}

#[test]
fn alternatives_count_once() {
    let one_of = |mut item: Value, importance: f64| {
        item["alternativeGroup"] = json!("either");
        item["importance"] = json!(importance);
        item
    };
    let asked = json!([one_of(hygienist(24), 0.5), one_of(json!({"minimumMonths": 48}), 0.25)]);
    check(
        asked,
        json!([worked("dental hygienist", 24)]),
        "1",
        &["met", "any-short", "alternatives"],
    );
}

/// An occupation by a name of its own, by one that two share, or by one that no taxonomy knows; or none at all.
fn occupation() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!({"label": "dental hygienist"}),
        json!({"uri": "urn:dental"}),
        json!({"uri": "urn:vet"}),
        json!({"label": "technician"}),
        json!({"label": "baker"}),
        json!({"uri": "urn:baker", "label": "baker"}),
        Value::Null,
    ])
}

fn item(occupation: Value, members: Value) -> Value {
    let mut item = members;
    if !occupation.is_null() {
        item["occupation"] = occupation;
    }
    item
}

fn asked() -> impl Strategy<Value = Value> {
    let one = (occupation(), 0..48, 0..=4, any::<bool>(), any::<bool>()).prop_map(
        |(occupation, months, importance, must_have, alternative)| {
            let importance = f64::from(importance) / 4.0;
            let mut members =
                json!({"minimumMonths": months, "importance": importance, "mustHave": must_have});
            if alternative {
                members["alternativeGroup"] = json!("either");
            }
            item(occupation, members)
        },
    );
    prop::collection::vec(one, 0..4).prop_map(Value::from)
}

fn history() -> impl Strategy<Value = Value> {
    let dates =
        prop::sample::select(vec![json!({}), json!({"startDate": "2024-03", "endDate": "2025"})]);
    let months = prop_oneof![2 => (0..60).prop_map(|months| json!({"months": months})), 1 => dates];
    let one = (occupation(), months).prop_map(|(occupation, members)| item(occupation, members));
    (prop::collection::vec(one, 0..4), any::<bool>()).prop_map(|(list, is_complete)| {
        let complete: &[&str] = if is_complete { &[SECTION] } else { &[] };
        json!({"experience": list, "complete": complete})
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_block_scores_as_each_pair(
        asked in prop::collection::vec(asked(), 1..8), histories in prop::collection::vec(history(), 1..12),
    ) {
        check_block(Experience::default(), &occupations(), &asked, &histories);
        let lacking = Experience { unlisted: Unlisted::Lacking, ..Experience::default() };
        check_block(lacking, &occupations(), &asked, &histories);
    }
}

#[track_caller]
fn check_levers(asked: Value, done: Value, expected: &[&str]) {
    trial().check_changes(&requiring(SECTION, asked), &stating(SECTION, done), expected);
}

#[test]
fn a_role_can_ask_for_as_much_as_there_is() {
    let asked = |members: Value| {
        let mut asked = hygienist(24);
        asked.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        json!([asked])
    };
    let done = |members: Value| {
        let mut done = json!({"occupation": {"label": "Dental hygienist"}});
        done.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        json!([done])
    };
    let essential = || asked(json!({"mustHave": true}));
    check_levers(asked(json!({})), done(json!({"months": 15})), &["role fewer-months 1"]);
    check_levers(essential(), done(json!({"months": 15})), &["role fewer-months 1 met"]);
    let year = done(json!({"startDate": "2024-01", "endDate": "2024-12"}));
    check_levers(essential(), year.clone(), &["role fewer-months 1 met"]);
    check_levers(json!([{"minimumMonths": 24}]), year, &["role fewer-months-of-any 1"]);
}

#[test]
fn what_nobody_did_or_said_is_not_changed() {
    check_levers(json!([hygienist(24)]), json!([]), &[]);
    check_levers(json!([hygienist(24)]), Value::Null, &[]);
    check_levers(json!([hygienist(24)]), json!([{"months": 36}]), &[]);
    let met = json!([{"occupation": {"label": "Dental hygienist"}, "months": 24}]);
    check_levers(json!([hygienist(24)]), met, &[]);
}

#[test]
fn an_alternative_that_is_met_leaves_nothing_to_change() {
    let mut asked = json!([hygienist(24), {"minimumMonths": 12}]);
    asked[0]["alternativeGroup"] = json!("either");
    asked[1]["alternativeGroup"] = json!("either");
    let months =
        |months: u32| json!([{"occupation": {"label": "Dental hygienist"}, "months": months}]);
    check_levers(asked.clone(), months(12), &[]);
    check_levers(asked, months(6), &["role fewer-months 1", "role fewer-months-of-any 1"]);
}
