use super::*;
use crate::trial::{Trial, requiring, stating};
use serde_json::{Value, json};

const SECTION: &str = Credentials::SECTION;

/// A must-have licence for Oregon, needed within ninety days; today is 2 November 2026.
#[track_caller]
fn check(held: Value, expected: &str, code: &str) {
    let asked = json!({"concept": {"label": "hygiene licence"}, "jurisdiction": "US-OR", "neededBy": "P90D", "mustHave": true});
    check_documents(
        &requiring(SECTION, vec![asked].into()),
        &stating(SECTION, held),
        expected,
        &[code],
    );
}

#[track_caller]
fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
    let outcome = Trial::of(register).judge_closely(role, candidate);
    assert_eq!(
        (outcome.brief().as_str(), outcome.codes()),
        (expected, codes.to_vec()),
        "{outcome:#?}"
    );
}

fn licence(members: &Value) -> Value {
    let mut licence = json!({"concept": {"label": "Hygiene licence"}, "jurisdiction": "US-OR"});
    licence.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    json!([licence])
}

#[test]
fn a_credential_counts_by_how_things_stand_with_it() {
    check(licence(&json!({})), "1 met", "held");
    check(licence(&json!({"status": "held", "validUntil": "2027-06"})), "1 met", "held");
    check(licence(&json!({"validUntil": "2026-10-31"})), "0.25 open", "lapsed");
    check(licence(&json!({"validUntil": "2026-11-02"})), "1 met", "held");
    check(licence(&json!({"validUntil": "2026"})), "0.25..1 open", "expiring");
    check(licence(&json!({"status": "lapsed"})), "0.25 open", "lapsed");
    check(licence(&json!({"status": "none"})), "0 unmet", "not-held");
}

#[test]
fn what_is_expected_in_time_is_nearly_there() {
    for status in ["inProgress", "eligible"] {
        check(
            licence(&json!({"status": status, "expectedBy": "2027-01-31"})),
            "0.75 open",
            "in-time",
        );
        check(
            licence(&json!({"status": status, "expectedBy": "2027-02-01"})),
            "0.25 unmet",
            "late",
        );
        check(
            licence(&json!({"status": status, "expectedBy": "2027"})),
            "0.25..0.75 open",
            "undated",
        );
        check(licence(&json!({"status": status})), "0.25..0.75 open", "undated");
    }
}

#[test]
fn what_is_needed_later_is_reckoned_from_the_start() {
    let asked = json!({"concept": {"label": "hygiene licence"}, "neededBy": "P30D"});
    let role =
        json!({"requirements": {"credentials": [asked], "availability": {"start": "2027-03-01"}}});
    let expected = |date: &str| json!({"credentials": licence(&json!({"status": "inProgress", "expectedBy": date}))});
    check_documents(&role, &expected("2027-03-31"), "0.75", &["in-time"]);
    check_documents(&role, &expected("2027-04-01"), "0.25", &["late"]);
}

#[test]
fn another_jurisdiction_is_half_and_open() {
    check(licence(&json!({"jurisdiction": "US-WA"})), "0.5 open", "held-elsewhere");
    let mut anywhere = licence(&json!({}));
    anywhere[0].as_object_mut().unwrap().remove("jurisdiction");
    check(anywhere, "0.5..1 open", "held-somewhere");
    let both = json!([licence(&json!({"jurisdiction": "US-WA"}))[0], licence(&json!({}))[0]]);
    check(both, "1 met", "held");
}

#[test]
fn what_is_not_listed_is_unknown() {
    let other = json!([{"concept": {"label": "driving licence"}}]);
    check(other.clone(), "0..1 open", "unlisted");
    check(json!([]), "0 unmet", "lacking");
    let role =
        json!({"requirements": {"credentials": [{"concept": {"label": "hygiene licence"}}]}});
    check_documents(
        &role,
        &json!({"credentials": other, "complete": ["credentials"]}),
        "0",
        &["lacking"],
    );
    check_documents(&role, &json!({}), "not answered", &["unstated"]);
    check_documents(&role, &json!({"indifferent": ["credentials"]}), "irrelevant", &[]);
    check_documents(
        &json!({"requirements": {"credentials": []}}),
        &json!({"credentials": []}),
        "irrelevant",
        &[],
    );
}

#[test]
fn a_neighbour_meets_no_must_have() {
    let trial = Trial::of(register).among(json!([
        {"uri": "urn:general", "label": "radiography certificate"},
        {"uri": "urn:dental", "label": "dental radiography certificate", "broader": ["urn:general"]},
    ]));
    let role = json!({"requirements": {"credentials": [{"concept": {"uri": "urn:general"}, "mustHave": true}]}});
    let held = json!([{"concept": {"uri": "urn:dental"}}]);
    assert_eq!(trial.judge_closely(&role, &json!({"credentials": held})).brief(), "0.9..1 open");
    let complete = json!({"credentials": held, "complete": ["credentials"]});
    assert_eq!(trial.judge_closely(&role, &complete).brief(), "0.9 unmet");
}

#[test]
fn a_negotiable_must_have_stays_open() {
    let asked = json!([
        {"concept": {"label": "first aid"}, "importance": 1},
        {"concept": {"label": "hygiene licence"}, "mustHave": true, "importance": 0.5},
    ]);
    let candidate =
        json!({"credentials": [{"concept": {"label": "first aid"}}], "complete": ["credentials"]});
    let role = json!({"requirements": {"credentials": asked}});
    check_documents(&role, &candidate, "0.6667 unmet", &["held", "lacking"]);
    let blocked = Trial::of(register).condition(&role, &candidate);
    assert_eq!(blocked.as_deref(), Some("/requirements/credentials/1"));
    let role = json!({"requirements": {"credentials": asked}, "negotiable": ["/requirements/credentials/1"]});
    check_documents(&role, &candidate, "0.6667 open", &["held", "lacking"]);
}

/// A must-have licence for Oregon, needed by the start.
#[track_caller]
fn check_levers(start: &str, held: Value, expected: &[&str]) {
    let asked =
        json!({"concept": {"label": "hygiene licence"}, "jurisdiction": "US-OR", "mustHave": true});
    let role = json!({"requirements": {"credentials": [asked], "availability": {"start": start}}});
    Trial::of(register).check_changes(&role, &stating(SECTION, held), expected);
}

#[test]
fn a_role_can_wait_and_a_candidate_be_in_time() {
    let getting =
        |expected: &str| licence(&json!({"status": "inProgress", "expectedBy": expected}));
    let both = ["role wait 0.75 open", "candidate obtain-by 0.75 open"];
    check_levers("2027-01-01", getting("2027-03"), &both);
    let at_once = ["role wait 0.75 open", "candidate obtain-for 1 met"];
    check_levers("2026-11-02", getting("2027-03"), &at_once);
    check_levers("2027-01-01", getting("2026-12"), &["candidate obtain-for 1 met"]);
    let undated = licence(&json!({"status": "eligible"}));
    check_levers("2027-01-01", undated, &["candidate obtain-by 0.75 open"]);
}

#[test]
fn a_candidate_can_get_what_they_are_known_to_lack() {
    let obtained = ["candidate obtain-for 1 met"];
    check_levers("2027", licence(&json!({"status": "none"})), &obtained);
    check_levers("2027", licence(&json!({"jurisdiction": "US-WA"})), &obtained);
    check_levers("2027", json!([]), &obtained);
    let lapsed = json!({"status": "held", "validUntil": "2026-01"});
    check_levers("2027", licence(&lapsed), &["candidate renew 1 met"]);
    // What may be there is to be asked.
    check_levers("2027", json!([{"concept": {"label": "first aid"}}]), &[]);
    check_levers("2027", Value::Null, &[]);
    check_levers("2027", licence(&json!({"jurisdiction": null})), &[]);
    check_levers("2027", licence(&json!({})), &[]);
}

#[test]
fn to_get_one_credential_leaves_nothing_else_open() {
    let asked =
        json!([{"concept": {"label": "first aid"}}, {"concept": {"label": "hygiene licence"}}]);
    let one = ["candidate obtain 0.5", "candidate obtain 0.5"];
    let role = requiring(SECTION, asked);
    Trial::of(register).check_changes(&role, &json!({"credentials": []}), &one);
    let others = json!({"credentials": [], "complete": ["skills"]});
    Trial::of(register).check_changes(&role, &others, &one);
}
