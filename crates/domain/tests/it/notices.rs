//! Hints at what should perhaps not be in a document.

use mutualfit_domain::{
    Candidate, Document, Extensions, Interview, NoticeCode, Role, notices, read,
};

use crate::samples::{CANDIDATE, INTERVIEW, ROLE};

#[track_caller]
fn check<D: Document>(json: &str, expected: &[(&str, &str)]) {
    let notices = notices(&read::<D>(json).unwrap());
    let found: Vec<_> =
        notices.iter().map(|notice| (notice.pointer().as_str(), notice.code().as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn usual_documents_bring_no_notice() {
    check::<Role>(ROLE, &[]);
    check::<Candidate>(CANDIDATE, &[]);
    check::<Interview>(INTERVIEW, &[]);
}

#[test]
fn ids_that_say_who_somebody_is_are_noticed() {
    check::<Candidate>(
        r#"{"spec": "mutualfit/candidate/1", "id": "jo@example.org",
            "externalIds": [{"system": "x", "type": "person", "id": "a@b.c"}, {"system": "x", "type": "person", "id": "a@b"}]}"#,
        &[("/externalIds/0/id", "email-as-id"), ("/id", "email-as-id")],
    );
}

#[test]
fn text_about_age_past_pay_and_health_is_noticed() {
    check::<Candidate>(
        r#"{"spec": "mutualfit/candidate/1", "id": "c", "aspirations": {
            "pay": {"statement": "I currently earn 40,000."},
            "vision": "I was born in 1970.",
            "schedule": {"statement": "Mornings, because of my health."}}}"#,
        &[
            ("/aspirations/pay/statement", "pay-history"),
            ("/aspirations/schedule/statement", "health"),
            ("/aspirations/vision", "date-of-birth"),
        ],
    );
}

#[test]
fn skills_in_health_care_are_not_noticed() {
    check::<Candidate>(
        r#"{"spec": "mutualfit/candidate/1", "id": "c", "skills": [
            {"concept": {"label": "Pregnancy care"}}, {"concept": {"label": "Disability support"}}],
            "extensions": {"com.acme.x": "my disability"}}"#,
        &[],
    );
    check::<Role>(
        r#"{"spec": "mutualfit/role/1", "id": "r", "title": "x", "summary": "We are 20 years old."}"#,
        &[],
    );
}

#[test]
fn a_notice_says_what_to_do() {
    let candidate = Candidate::new("a@b.c".parse().unwrap());
    let notice = &notices(&candidate)[0];
    assert_eq!(notice.code(), NoticeCode::EmailAsId);
    assert!(notice.message().contains("; use one"));
}

#[test]
fn extensions_are_read_as_types() {
    let candidate: Candidate = read(CANDIDATE).unwrap();
    let extensions = candidate.extensions.unwrap();
    assert_eq!(extensions.get::<String>("com.acme.note").unwrap().as_deref(), Some("x"));
    assert_eq!(extensions.get::<u8>("com.acme.other").unwrap(), None);
    let error = extensions.get::<u8>("com.acme.note").unwrap_err();
    assert_eq!(error.key(), "com.acme.note");
    assert!(std::error::Error::source(&error).is_some());
    assert!(Extensions::default().insert("chairs", 4.into()).is_err());
}
