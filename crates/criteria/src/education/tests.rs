use super::*;
use crate::{
    by_block::tests::check_block,
    trial::{Trial, requiring, stating},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const SECTION: &str = Education::SECTION;

#[track_caller]
fn check(asked: Value, candidate: impl Into<Value>, expected: &str, code: &str) {
    let role = requiring(SECTION, vec![asked].into());
    let outcome = trial().judge_closely(&role, &candidate.into());
    assert_eq!((outcome.brief().as_str(), outcome.codes()), (expected, vec![code]), "{outcome:#?}");
}

fn trial() -> Trial {
    Trial::of(register).among(fields())
}

fn fields() -> Value {
    json!([
        {"uri": "urn:health", "label": "health"},
        {"uri": "urn:dental", "label": "dental studies", "broader": ["urn:health"]},
    ])
}

fn level(eqf: u8) -> Value {
    json!({"label": format!("EQF {eqf}")})
}

fn has(education: Value) -> Value {
    stating(SECTION, vec![education].into())
}

#[test]
fn a_level_counts_by_its_share() {
    check(json!({"level": level(6)}), has(json!({"level": level(6)})), "1", "met");
    check(json!({"level": level(6)}), has(json!({"level": level(8)})), "1", "met");
    check(json!({"level": level(6)}), has(json!({"level": level(3)})), "0.5", "short");
    check(json!({"level": level(6)}), json!({"education": []}), "0", "lacking");
    check(
        json!({"level": {"label": "Abitur"}}),
        has(json!({"level": {"label": "abitur"}})),
        "1",
        "met",
    );
    check(
        json!({"level": {"label": "Abitur"}}),
        has(json!({"level": {"label": "A levels"}})),
        "0..1",
        "unclear",
    );
}

#[test]
fn another_field_is_half() {
    let asked = || json!({"level": level(6), "field": {"uri": "urn:health"}});
    let complete = |field: &str| {
        let education = json!({"level": level(6), "field": {"uri": field}});
        json!({"education": [education], "complete": ["education"]})
    };
    check(asked(), complete("urn:health"), "1", "met");
    check(asked(), complete("urn:dental"), "0.95", "partly");
    check(asked(), complete("urn:law"), "0.5", "other-field");
    check(
        asked(),
        has(json!({"level": level(6), "field": {"uri": "urn:law"}})),
        "0.5..1",
        "other-field",
    );
    check(asked(), has(json!({"level": level(6)})), "0.5..1", "unclear");
}

#[test]
fn experience_may_be_accepted_instead() {
    let asked = |or_months: u32| json!({"level": level(6), "orMonthsOfExperience": or_months, "mustHave": true});
    let with = |months: u32| json!({"education": [{"level": level(3)}], "experience": [{"months": months, "kind": "caregiving"}]});
    check(asked(48), with(48), "1 met", "experience-instead");
    check(asked(48), with(36), "0.75 unmet", "experience-instead");
    check(asked(48), with(12), "0.5 unmet", "short");
    check(asked(48), has(json!({"level": level(3)})), "0.5..1 open", "short");
    check(asked(48), json!({"experience": [{"months": 60}]}), "1 met", "experience-instead");
    check(asked(48), json!({"experience": [{"months": 12}]}), "0.25..1 open", "experience-instead");
    check(json!({"level": level(6)}), json!({"experience": [{"months": 60}]}), "0..1", "unstated");
}

#[test]
fn what_is_in_progress_counts_by_when_it_comes() {
    let studies = |expected: &str| {
        has(json!({"level": level(6), "status": "inProgress", "expectedBy": expected}))
    };
    let role = |start: &str| {
        json!({"requirements": {
        "education": [{"level": level(6), "mustHave": true}], "availability": {"start": start}}})
    };
    let check = |start: &str, expected: &str, outcome: &str, code: &str| {
        let judged = trial().judge_closely(&role(start), &studies(expected));
        assert_eq!((judged.brief().as_str(), judged.codes()), (outcome, vec![code]), "{judged:#?}");
    };
    check("2027-09", "2027-09-30", "0.75 open", "in-time");
    check("2027-09", "2027-10-01", "0.25 unmet", "late");
    check("2027-09", "2027", "0.25..0.75 open", "undated");
}

#[test]
fn what_is_not_said_is_unknown() {
    check(json!({"level": level(6)}), has(json!({})), "0.1667..1", "unclear");
    check(json!({"level": level(6)}), json!({}), "not answered", "unstated");
    let outcome =
        trial().judge_closely(&json!({"requirements": {"education": []}}), &has(json!({})));
    assert_eq!(outcome.brief(), "irrelevant");
    let role = json!({"requirements": {"education": [{"level": level(6)}]}});
    assert_eq!(
        trial().judge_closely(&role, &json!({"indifferent": ["education"]})).brief(),
        "irrelevant"
    );
}

#[test]
fn a_negotiable_must_have_stays_open() {
    let asked = json!([{"level": level(6), "mustHave": true}]);
    let role =
        json!({"requirements": {"education": asked}, "negotiable": ["/requirements/education/0"]});
    let outcome = trial().judge_closely(&role, &has(json!({"level": level(3)})));
    assert_eq!(outcome.brief(), "0.5 open");
    let blocked = trial()
        .condition(&json!({"requirements": {"education": asked}}), &json!({"education": []}));
    assert_eq!(blocked.as_deref(), Some("/requirements/education/0"));
}

/// An object of the members that are there.
fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let stated = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(stated.collect())
}

fn some_level() -> impl Strategy<Value = Option<Value>> {
    prop::option::of(prop_oneof![(2_u8..8).prop_map(level), Just(json!({"label": "Abitur"}))])
}

fn some_field() -> impl Strategy<Value = Option<Value>> {
    let fields = ["urn:health", "urn:dental", "urn:law"].map(|field| json!({"uri": field}));
    prop::option::of(prop::sample::select(fields.to_vec()))
}

fn asked() -> impl Strategy<Value = Value> {
    let one = (some_level(), some_field(), prop::option::of(0..60), any::<(bool, bool)>());
    let one = one.prop_map(|(level, field, months, (must_have, alternative))| {
        object([
            ("level", level),
            ("field", field),
            ("orMonthsOfExperience", months.map(Value::from)),
            ("mustHave", Some(must_have.into())),
            ("alternativeGroup", alternative.then(|| "either".into())),
        ])
    });
    prop::collection::vec(one, 0..3).prop_map(Value::from)
}

fn learned() -> impl Strategy<Value = Value> {
    let expected =
        prop::option::weighted(0.3, prop::sample::select(vec!["2026-11", "2026", "2028"]));
    let one = (some_level(), some_field(), expected).prop_map(|(level, field, expected)| {
        let status = expected.map(|_| "inProgress".into());
        object([
            ("level", level),
            ("field", field),
            ("status", status),
            ("expectedBy", expected.map(Value::from)),
        ])
    });
    let educations = prop::option::of(prop::collection::vec(one, 0..3));
    let months = prop::option::of(0..60);
    (educations, months, any::<bool>()).prop_map(|(educations, months, is_complete)| {
        object([
            ("education", educations.map(Value::from)),
            ("experience", months.map(|months| json!([{"months": months}]))),
            ("complete", is_complete.then(|| json!([SECTION]))),
        ])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_block_scores_as_each_pair(
        asked in prop::collection::vec(asked(), 1..8), learned in prop::collection::vec(learned(), 1..12),
    ) {
        check_block(Education::default(), &fields(), &asked, &learned);
    }
}

#[track_caller]
fn check_levers(asked: Value, candidate: impl Into<Value>, expected: &[&str]) {
    trial().check_changes(&requiring(SECTION, vec![asked].into()), &candidate.into(), expected);
}

#[test]
fn a_role_can_ask_for_less_or_for_experience() {
    let lower = has(json!({"level": level(4)}));
    check_levers(json!({"level": level(6)}), lower.clone(), &["role lower-level 1"]);
    check_levers(json!({"level": level(6), "mustHave": true}), lower, &["role lower-level 1 met"]);
    let none = json!({"education": [], "experience": [{"months": 30}]});
    check_levers(json!({"level": level(6)}), none.clone(), &["role accept-experience 1"]);
    let accepted = json!({"level": level(6), "orMonthsOfExperience": 60, "mustHave": true});
    check_levers(accepted, none, &["role accept-experience 1 met"]);
    let field = json!({"label": "dental studies"});
    let other = has(json!({"level": level(6), "field": {"label": "law"}}));
    let complete = |mut candidate: Value| {
        candidate["complete"] = json!(["education"]);
        candidate
    };
    let asked = || json!({"level": level(6), "field": field});
    check_levers(asked(), complete(other), &["role any-field 1"]);
    let lower = has(json!({"level": level(3), "field": {"label": "dental studies"}}));
    check_levers(asked(), lower, &["role lower-level 1"]);
}

#[test]
fn a_candidate_can_finish_in_time_what_is_begun() {
    let asked = json!({"level": level(6), "mustHave": true});
    let role =
        json!({"requirements": {"education": [asked], "availability": {"start": "2027-06-01"}}});
    let studies = |expected: Value| {
        has(json!({"level": level(6), "status": "inProgress", "expectedBy": expected}))
    };
    let complete = |mut candidate: Value| {
        candidate["complete"] = json!(["education"]);
        candidate
    };
    let finished = ["candidate finish-by 0.75 open"];
    trial().check_changes(&role, &complete(studies(json!("2028"))), &finished);
    trial().check_changes(&role, &complete(studies(Value::Null)), &finished);
    trial().check_changes(&role, &complete(studies(json!("2027-05"))), &[]);
    // Nothing is finished today that is not.
    let at_once = json!({"requirements": {"education": [asked]}});
    trial().check_changes(&at_once, &complete(studies(json!("2028"))), &[]);
}

#[test]
fn no_education_is_made_up() {
    check_levers(json!({"level": level(6)}), json!({"education": []}), &[]);
    check_levers(json!({"level": level(6)}), json!({}), &[]);
}
