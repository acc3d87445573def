//! Input that is wrong: a clear answer, the right exit code, and no panic.

use crate::{
    documents::{DAY, GOOD, ROLE, RUBRIC, folder},
    run::Folder,
};

/// What `rank` and `check` say of a candidate's file.
#[track_caller]
fn check(candidate: &[u8], message: &str) {
    let folder = Folder::with(&[("role.json", ROLE), ("rubric.json", RUBRIC)]);
    folder.write("candidate.json", candidate);
    let mut rank = vec![
        "rank",
        "--role",
        "role.json",
        "--candidates",
        "candidate.json",
        "--rubric",
        "rubric.json",
    ];
    rank.extend(DAY);
    folder.run(&rank).failed(1, message);
    folder.run(&["check", "candidate.json"]).failed(1, message);
    let mut explain = vec!["explain", "--role", "role.json", "--candidate", "candidate.json"];
    explain.extend(DAY);
    folder.run(&explain).failed(1, message);
}

fn candidate(members: &str) -> Vec<u8> {
    format!(r#"{{"spec": "mutualfit/candidate/1", "id": "c", {members}}}"#).into_bytes()
}

#[test]
fn an_empty_file() {
    check(b"", "the text is empty; give a JSON object");
    check(b" \n ", "the text is empty; give a JSON object");
}

#[test]
fn truncated_json() {
    check(&GOOD.as_bytes()[..100], "the text ends in the middle of a value");
}

#[test]
fn text_that_is_no_utf8() {
    check(b"{\"spec\": \"\xff\"}", "the text is not UTF-8");
}

#[test]
fn another_json_type() {
    check(b"[]", "give");
    check(b"7", "give");
    check(&candidate(r#""skills": {"label": "Writing"}"#), "/skills");
    check(&candidate(r#""skills": ["Writing"]"#), "/skills/0");
}

#[test]
fn numbers_that_are_none() {
    for word in ["NaN", "Infinity", "-Infinity", "1e999"] {
        let text = format!(
            r#""skills": [{{"concept": {{"label": "a"}}, "level": {{"scale": "s", "value": {word}}}}}]"#
        );
        let message = if word == "1e999" { "the number is too large" } else { "is no JSON number" };
        check(&candidate(&text), message);
    }
}

#[test]
fn a_string_of_ten_million_bytes() {
    let long = "x".repeat(10_000_000);
    let folder = Folder::with(&[("role.json", ROLE)]);
    folder.write("c.json", &candidate(&format!(r#""skills": "{long}""#)));
    folder.run(&["rank", "--role", "role.json", "--candidates", "c.json"]).failed(1, "/skills");
    let name = format!(r#"{{"spec": "mutualfit/candidate/1", "id": "{long}"}}"#);
    folder.write("c.json", name.as_bytes());
    let answer = folder.run(&["check", "c.json"]).failed(1, "/id");
    assert!(answer.output.len() < 5_000, "{} bytes", answer.output.len());
}

#[test]
fn nesting_a_thousand_deep() {
    let deep = format!("{}{}", "[".repeat(1_000), "]".repeat(1_000));
    check(&candidate(&format!(r#""extensions": {{"com.acme": {deep}}}"#)), "nested more than");
    check("[".repeat(1_000_000).as_bytes(), "nested more than");
}

#[test]
fn another_kind_of_document() {
    let folder = Folder::with(&[("role.json", ROLE)]);
    let arguments = ["rank", "--role", "role.json", "--candidates", "role.json"];
    folder.run(&arguments).failed(1, "`mutualfit/role/1` is another kind of document");
    Folder::with(&[("x.json", r#"{"id": "x"}"#)])
        .run(&["check", "x.json"])
        .failed(1, "`spec` is missing");
}

#[test]
fn one_id_twice() {
    let folder = Folder::with(&[("role.json", ROLE), ("c.jsonl", &format!("{GOOD}\n\n{GOOD}\n"))]);
    let arguments = ["rank", "--role", "role.json", "--candidates", "c.jsonl"];
    folder.run(&arguments).failed(1, "c.jsonl:3: /id: id `c-1` is there twice");
    folder.run(&["check", "c.jsonl"]).failed(1, "c.jsonl:3: /id: id `c-1` is there twice");
}

#[track_caller]
fn check_rubric(rubric: &str, message: &str) {
    let folder = folder();
    folder.write("bad.json", rubric.as_bytes());
    let arguments =
        ["rank", "--role", "role.json", "--candidates", "candidates", "--rubric", "bad.json"];
    folder.run(&arguments).failed(1, message);
    folder.run(&["check", "bad.json"]).failed(1, message);
}

fn rubric(criteria: &str) -> String {
    format!(r#"{{"spec": "mutualfit/rubric/1", "id": "r", "criteria": [{criteria}]}}"#)
}

#[test]
fn rubrics_that_cannot_be_used() {
    check_rubric(
        &rubric(r#"{"use": "skils"}"#),
        "there is no criterion `skils`; did you mean `skills`?",
    );
    check_rubric(&rubric(r#"{"use": "pay", "weight": 0}"#), "give at least one a weight above 0");
    check_rubric(&rubric(r#"{"use": "pay", "weight": -1}"#), "/criteria/0/weight: `-1` is outside");
    check_rubric(&rubric(r#"{"use": "pay"}, {"use": "pay"}"#), "`pay` is there twice");
    check_rubric(
        &rubric(r#"{"use": "pay", "with": {"shortfall": "much"}}"#),
        "/criteria/0/with/shortfall",
    );
    check_rubric(&rubric(""), "the rubric has no criteria");
}

#[track_caller]
fn check_role(members: &str, message: &str) {
    let role = format!(r#"{{"spec": "mutualfit/role/1", "id": "r", "title": "t", {members}}}"#);
    let folder = Folder::with(&[("role.json", &role), ("c.json", GOOD)]);
    folder.run(&["rank", "--role", "role.json", "--candidates", "c.json"]).failed(1, message);
}

#[test]
fn shares_above_one() {
    check_role(
        r#""responsibilities": [{"description": "a", "share": 1.5}]"#,
        "/responsibilities/0/share",
    );
    let two = r#""responsibilities": [{"description": "a", "share": 0.7}, {"description": "b", "share": 0.7}]"#;
    check_role(two, "the shares come to 1.40");
}

#[test]
fn a_minimum_above_its_maximum() {
    let pay = r#""compensation": {"pay": [{"minValue": "60", "maxValue": "50", "currency": "USD", "unitText": "HOUR"}]}"#;
    check_role(pay, "`minValue` 60 is above `maxValue` 50");
}

#[test]
fn a_candidate_who_says_nothing_is_ranked_between_nothing_and_all() {
    let folder = Folder::with(&[
        ("role.json", ROLE),
        ("c.json", r#"{"spec": "mutualfit/candidate/1", "id": "c"}"#),
    ]);
    let arguments = [
        "rank",
        "--role",
        "role.json",
        "--candidates",
        "c.json",
        "--format",
        "json",
        "--as-of",
        "2026-11-22",
    ];
    let ranking = folder.run(&arguments).done().json();
    let entry = &ranking["entries"][0];
    assert_eq!(entry["id"], "c");
    assert_eq!(
        (entry["mutual"]["low"].as_f64(), entry["mutual"]["high"].as_f64()),
        (Some(0.0), Some(1.0))
    );
    assert_eq!(entry["status"], "open");
}

#[test]
fn all_faults_of_all_documents_are_told_together() {
    let folder = Folder::with(&[
        ("role.json", r#"{"spec": "mutualfit/role/1", "id": "", "title": ""}"#),
        (
            "c.jsonl",
            "nonsense\n{\"spec\":\"mutualfit/candidate/1\",\"id\":\"c\",\"home\":{\"country\":\"usa\"}}\n",
        ),
    ]);
    let arguments = ["rank", "--role", "role.json", "--candidates", "c.jsonl"];
    let answer = folder.run(&arguments).failed(1, "4 faults in 3 documents");
    for part in ["/id", "/title", "c.jsonl:1", "c.jsonl:2", "/home/country"] {
        assert!(answer.messages.contains(part), "{part} is not in: {}", answer.messages);
    }
    assert_eq!(answer.output, "");
}

#[test]
fn very_many_faults_are_counted_and_not_all_shown() {
    let lines = "{\"spec\":\"mutualfit/candidate/1\"}\n".repeat(3_000);
    let folder = Folder::with(&[("role.json", ROLE), ("c.jsonl", &lines)]);
    let arguments = ["rank", "--role", "role.json", "--candidates", "c.jsonl"];
    folder.run(&arguments).failed(1, "3000 faults in 3000 documents, the first 100 shown");
}
