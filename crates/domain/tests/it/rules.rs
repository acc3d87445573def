//! The rules of documents: what no single value shows.

use mutualfit_domain::{
    Aspirations, Candidate, ContextDocument, Document, FaultKind, Interview, PairFacts, Role,
    Taxonomy, read_value,
};

use crate::samples::{ASPIRATIONS, CANDIDATE, CONTEXT, INTERVIEW, PAIR, ROLE, TAXONOMY, with};

/// The faults of a sample with one value replaced.
#[track_caller]
fn check<D: Document>(sample: &str, pointer: &str, json: &str, expected: &[(&str, FaultKind)]) {
    let faults = match read_value::<D>(with(sample, pointer, json)) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_vec(),
    };
    let found: Vec<_> =
        faults.iter().map(|fault| (fault.pointer().as_str(), fault.kind())).collect();
    assert_eq!(found, expected, "{faults:?}");
}

#[test]
fn shares_come_to_one_at_most() {
    let shares = |json| check::<Role>(ROLE, "/responsibilities", json, &[]);
    shares(
        r#"[{"description": "a", "share": 0.1}, {"description": "b", "share": 0.2}, {"description": "c", "share": 0.7}]"#,
    );
    shares(r#"[{"description": "a", "share": 1}, {"description": "b"}]"#);
    check::<Role>(
        ROLE,
        "/responsibilities/1/share",
        "0.41",
        &[("/responsibilities", FaultKind::Sum)],
    );
}

#[test]
fn a_role_has_up_to_eight_arrangements() {
    let list = |count| format!("[{}]", vec!["{}"; count].join(","));
    let negotiable = r#"["/arrangements"]"#;
    check::<Role>(ROLE, "/arrangements", &list(8), &[]);
    check::<Role>(ROLE, "/arrangements", &list(9), &[("/arrangements", FaultKind::TooMany)]);
    check::<Role>(ROLE, "/negotiable", negotiable, &[]);
}

#[test]
fn bounds_and_dates_are_in_order() {
    use FaultKind::Order;
    check::<Role>(
        ROLE,
        "/compensation/pay/0/maxValue",
        "\"42.49\"",
        &[("/compensation/pay/0/minValue", Order)],
    );
    check::<Role>(
        ROLE,
        "/compensation/variablePay/0/minValue",
        "\"2001\"",
        &[("/compensation/variablePay/0/minValue", Order)],
    );
    check::<Role>(ROLE, "/validThrough", "\"2027-01-03\"", &[("/datePosted", Order)]);
    check::<Role>(ROLE, "/validThrough", "\"2027-01-04\"", &[]);
    check::<Candidate>(
        CANDIDATE,
        "/experience/0/endDate",
        "\"2023-04\"",
        &[("/experience/0/startDate", Order)],
    );
    check::<Candidate>(CANDIDATE, "/experience/0/endDate", "\"2023\"", &[]);
    let target = "/aspirations/pay/options/0";
    check::<Candidate>(
        CANDIDATE,
        &format!("{target}/target"),
        "\"44\"",
        &[(&format!("{target}/minimum"), Order)],
    );
    check::<PairFacts>(PAIR, "/competencies/0/low", "0.9", &[("/competencies/0/low", Order)]);
    check::<Interview>(
        INTERVIEW,
        "/exchanges/1/discloses/pair/payOffered/minValue",
        "\"51\"",
        &[("/exchanges/1/discloses/pair/payOffered/minValue", Order)],
    );
    check::<Role>(
        ROLE,
        "/requirements/availability/hoursPerWeek",
        r#"{"minValue": 3, "maxValue": 2}"#,
        &[("/requirements/availability/hoursPerWeek", Order)],
    );
}

#[test]
fn names_of_sections_and_lists_exist() {
    use FaultKind::Unknown;
    check::<Role>(ROLE, "/indifferent/0", "\"schedule\"", &[("/indifferent/0", Unknown)]);
    check::<Role>(ROLE, "/complete/0", "\"team\"", &[("/complete/0", Unknown)]);
    check::<Candidate>(CANDIDATE, "/indifferent/0", "\"workValues\"", &[]);
    check::<Candidate>(
        CANDIDATE,
        "/indifferent/0",
        "\"work-values\"",
        &[("/indifferent/0", Unknown)],
    );
    check::<Candidate>(CANDIDATE, "/complete/0", "\"pay\"", &[("/complete/0", Unknown)]);
    check::<Candidate>(
        CANDIDATE,
        "/aspirations/indifferent/0",
        "\"skills\"",
        &[("/aspirations/indifferent/0", Unknown)],
    );
    let faults = read_value::<Candidate>(with(CANDIDATE, "/complete/0", "\"skill\"")).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "/complete/0: unknown: `skill` does not exist; did you mean `skills`"
    );
}

#[test]
fn negotiable_pointers_lead_into_the_role() {
    use FaultKind::{Malformed, Unknown};
    for (pointer, kind) in [
        ("\"\"", Unknown),
        ("\"/pay\"", Unknown),
        ("\"compensation\"", Malformed),
        ("\"/id\"", Unknown),
    ] {
        check::<Role>(ROLE, "/negotiable/0", pointer, &[("/negotiable/0", kind)]);
    }
}

#[test]
fn openings_are_one_or_more() {
    check::<Role>(ROLE, "/totalJobOpenings", "0", &[("/totalJobOpenings", FaultKind::OutOfRange)]);
}

#[test]
fn needs_have_one_to_eight_options() {
    for need in ["pay", "workplace", "schedule", "contract"] {
        let options = format!("/aspirations/{need}/options");
        check::<Candidate>(CANDIDATE, &options, "[]", &[(&options, FaultKind::Empty)]);
        let option =
            with(CANDIDATE, "/id", "\"c\"").pointer(&format!("{options}/0")).unwrap().to_string();
        let list = format!("[{}]", vec![option; 9].join(","));
        check::<Candidate>(CANDIDATE, &options, &list, &[(&options, FaultKind::TooMany)]);
        check::<Candidate>(CANDIDATE, &options, "null", &[]);
    }
    check::<Aspirations>(
        ASPIRATIONS,
        "/workplace/options",
        "[]",
        &[("/workplace/options", FaultKind::Empty)],
    );
}

#[test]
fn what_nothing_could_satisfy_is_a_fault() {
    for list in [
        "/aspirations/workplace/options/1/workplaceType",
        "/aspirations/workplace/options/1/places",
        "/aspirations/workplace/options/1/when/countries",
        "/aspirations/schedule/options/0/shifts",
        "/aspirations/schedule/options/0/windows",
        "/aspirations/contract/options/0/employmentType",
    ] {
        check::<Candidate>(CANDIDATE, list, "[]", &[(list, FaultKind::Empty)]);
    }
    let shifts = "/compensation/pay/0/appliesTo/shifts";
    check::<Role>(ROLE, shifts, "[]", &[(shifts, FaultKind::Empty)]);
    check::<Candidate>(CANDIDATE, "/aspirations/schedule/options/0/avoidShifts", "[]", &[]);
}

#[test]
fn topics_are_facets() {
    let topic = "/aspirations/transparency/topics/0";
    check::<Candidate>(CANDIDATE, topic, "\"reason-open\"", &[]);
    check::<Candidate>(CANDIDATE, topic, "\"reasonOpen\"", &[(topic, FaultKind::Unknown)]);
}

#[test]
fn levels_are_on_their_scales() {
    use FaultKind::OffScale;
    let level = "/skills/0/level";
    check::<Candidate>(
        CANDIDATE,
        level,
        r#"{"scale": "dreyfus", "value": 6}"#,
        &[(level, OffScale)],
    );
    check::<Candidate>(CANDIDATE, level, r#"{"scale": "ours", "value": 600}"#, &[]);
    check::<Role>(
        ROLE,
        "/environment/workValues/support",
        "7.5",
        &[("/environment/workValues/support", OffScale)],
    );
    check::<Candidate>(
        CANDIDATE,
        "/aspirations/interests/social",
        "2",
        &[("/aspirations/interests/social", OffScale)],
    );
}

#[test]
fn what_goes_on_has_no_end() {
    check::<Candidate>(
        CANDIDATE,
        "/experience/0/current",
        "true",
        &[("/experience/0/current", FaultKind::Choice)],
    );
}

#[test]
fn aspirations_within_a_candidate_are_theirs() {
    check::<Candidate>(CANDIDATE, "/aspirations/candidate", "\"c-17\"", &[]);
    check::<Candidate>(
        CANDIDATE,
        "/aspirations/candidate",
        "\"c-18\"",
        &[("/aspirations/candidate", FaultKind::Unknown)],
    );
}

#[test]
fn ids_in_an_interview_are_unique() {
    use FaultKind::Duplicate;
    check::<Interview>(
        INTERVIEW,
        "/participants/1/id",
        "\"u-3\"",
        &[("/exchanges/0/answeredBy", FaultKind::Unknown), ("/participants/1/id", Duplicate)],
    );
    check::<Interview>(INTERVIEW, "/exchanges/1/id", "\"e-1\"", &[("/exchanges/1/id", Duplicate)]);
}

#[test]
fn references_in_an_interview_lead_somewhere() {
    use FaultKind::Unknown;
    check::<Interview>(
        INTERVIEW,
        "/exchanges/0/planId",
        "\"q-2\"",
        &[("/exchanges/0/planId", Unknown)],
    );
    check::<Interview>(
        INTERVIEW,
        "/exchanges/0/askedBy",
        "\"u-4\"",
        &[("/exchanges/0/askedBy", Unknown)],
    );
    check::<Interview>(INTERVIEW, "/exchanges/0/askedBy", "\"role\"", &[]);
    check::<Interview>(INTERVIEW, "/ratings/0/by", "\"u-4\"", &[("/ratings/0/by", Unknown)]);
    check::<Interview>(INTERVIEW, "/decisions/0/by", "\"u-4\"", &[("/decisions/0/by", Unknown)]);
    check::<Interview>(
        INTERVIEW,
        "/ratings/0/scale",
        "\"stars\"",
        &[("/ratings/0/scale", Unknown)],
    );
    check::<Interview>(INTERVIEW, "/plan", "null", &[]);
    check::<Interview>(INTERVIEW, "/participants", "null", &[]);
}

#[test]
fn a_rating_has_a_value_or_says_why_not() {
    use FaultKind::{Choice, OffScale};
    check::<Interview>(INTERVIEW, "/ratings/0/value", "null", &[("/ratings/0", Choice)]);
    check::<Interview>(INTERVIEW, "/ratings/0/noDecision", "true", &[("/ratings/0", Choice)]);
    check::<Interview>(INTERVIEW, "/ratings/0/noDecision", "false", &[]);
    check::<Interview>(INTERVIEW, "/ratings/1/noDecision", "false", &[("/ratings/1", Choice)]);
    check::<Interview>(INTERVIEW, "/ratings/0/value", "5.5", &[("/ratings/0/value", OffScale)]);
    check::<Interview>(
        INTERVIEW,
        "/candidateRatings/0/value",
        "0",
        &[("/candidateRatings/0/value", OffScale)],
    );
    check::<PairFacts>(
        PAIR,
        "/candidateRatings/0/value",
        "null",
        &[("/candidateRatings/0", Choice)],
    );
}

#[test]
fn a_scale_says_what_its_points_mean() {
    use FaultKind::{Choice, OffScale};
    let anchors = "/ratingScales/0/anchors";
    check::<Interview>(
        INTERVIEW,
        anchors,
        r#"[{"value": 1, "text": "a"}, {"value": 5, "text": "b"}]"#,
        &[(anchors, Choice)],
    );
    check::<Interview>(INTERVIEW, anchors, "null", &[(anchors, Choice)]);
    check::<Interview>(
        INTERVIEW,
        "/ratingScales/0/anchors/0/value",
        "0",
        &[(anchors, Choice), ("/ratingScales/0/anchors/0/value", OffScale)],
    );
}

#[test]
fn disclosed_facts_keep_the_rules_of_what_they_are_about() {
    let (role, candidate) = ("/exchanges/1/discloses/role", "/exchanges/1/discloses/candidate");
    let pay = format!("{role}/compensation/pay/0");
    check::<Interview>(
        INTERVIEW,
        &format!("{pay}/maxValue"),
        "\"1\"",
        &[(&format!("{pay}/minValue"), FaultKind::Order)],
    );
    let need = format!("{candidate}/aspirations/pay");
    check::<Interview>(
        INTERVIEW,
        &need,
        r#"{"options": []}"#,
        &[(&format!("{need}/options"), FaultKind::Empty)],
    );
}

#[test]
fn a_context_holds_together() {
    use FaultKind::{Duplicate, Empty, OffScale, OutOfRange};
    check::<ContextDocument>(CONTEXT, "/rates/0/rate", "0", &[("/rates/0/rate", OutOfRange)]);
    check::<ContextDocument>(
        CONTEXT,
        "/rates",
        r#"[{"from": "EUR", "to": "USD", "rate": 1}, {"from": "EUR", "to": "USD", "rate": 2}]"#,
        &[("/rates/1", Duplicate)],
    );
    check::<ContextDocument>(
        CONTEXT,
        "/crosswalks/0/points",
        "[]",
        &[("/crosswalks/0/points", Empty)],
    );
    check::<ContextDocument>(
        CONTEXT,
        "/crosswalks/0/points/1/from",
        "0",
        &[("/crosswalks/0/points/1", FaultKind::Order)],
    );
    check::<ContextDocument>(
        CONTEXT,
        "/crosswalks/0/points/1/to",
        "6",
        &[("/crosswalks/0/points/1/to", OffScale)],
    );
    check::<ContextDocument>(
        CONTEXT,
        "/crosswalks/0/points/1/from",
        "11",
        &[("/crosswalks/0/points/1/from", OffScale)],
    );
    check::<ContextDocument>(CONTEXT, "/scales/0/id", "\"sfia\"", &[("/scales/0/id", Duplicate)]);
}

#[test]
fn concepts_of_a_taxonomy_are_named_once() {
    check::<Taxonomy>(
        TAXONOMY,
        "/concepts/1/uri",
        "\"x:numbing\"",
        &[("/concepts/1/uri", FaultKind::Duplicate)],
    );
    check::<Taxonomy>(TAXONOMY, "/concepts/1", "{}", &[("/concepts/1", FaultKind::Choice)]);
}
