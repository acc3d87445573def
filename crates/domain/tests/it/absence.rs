//! What was not said, what was said to be none, and what was said not to matter.

use mutualfit_domain::{Candidate, Role, read};

use crate::samples::{CANDIDATE, ROLE};

fn candidate(members: &str) -> Candidate {
    read(&format!(r#"{{"spec": "mutualfit/candidate/1", "id": "c"{members}}}"#)).unwrap()
}

#[test]
fn null_is_absent() {
    let nulls = r#", "skills": null, "availability": null, "aspirations": null, "complete": null, "extensions": null"#;
    assert_eq!(candidate(nulls), candidate(""));
}

#[test]
fn empty_is_not_absent() {
    assert_eq!(candidate("").skills, None);
    assert_eq!(candidate(r#", "skills": []"#).skills, Some(vec![]));
    assert_ne!(candidate(r#", "skills": []"#), candidate(""));
}

#[test]
fn indifferent_is_neither() {
    let indifferent = candidate(r#", "indifferent": ["skills"]"#);
    assert_eq!(indifferent.skills, None);
    assert!(indifferent.is_indifferent("skills"));
    assert!(!candidate(r#", "skills": []"#).is_indifferent("skills"));
}

#[test]
fn a_candidate_and_their_aspirations_both_say_what_does_not_matter() {
    let candidate: Candidate = read(CANDIDATE).unwrap();
    assert!(candidate.is_indifferent("contract"));
    assert!(candidate.is_indifferent("goals"));
    assert!(!candidate.is_indifferent("pay"));
    assert!(candidate.is_complete("credentials"));
    assert!(!candidate.is_complete("skills"));
}

#[test]
fn a_role_says_what_does_not_matter_and_what_is_complete() {
    let role: Role = read(ROLE).unwrap();
    assert!(role.is_indifferent("education") && !role.is_indifferent("skills"));
    assert!(role.is_complete("benefits") && !role.is_complete("education"));
}
