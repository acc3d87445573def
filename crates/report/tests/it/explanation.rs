//! Explanations as text and Markdown.

use mutualfit_report::{Detail, Page, explanation_markdown, explanation_text};
use mutualfit_scoring::{Explanation, Registry};
use serde_json::{Value, json};

fn node(code: &str, point: f64, adds: f64, weight: f64) -> Value {
    json!({"code": code, "baseline": 0.0, "value": {"low": point, "high": point, "point": point},
        "contribution": {"low": adds, "high": adds, "point": adds}, "weight": weight, "facts": [], "children": []})
}

fn entry(code: &str, point: f64, weight: f64, more: &Value) -> Value {
    let mut entry = node(code, point, point * weight, weight);
    entry["use"] = code.into();
    entry["asked"] = "stated".into();
    entry["answered"] = "stated".into();
    for (name, value) in more.as_object().into_iter().flatten() {
        entry[name] = value.clone();
    }
    entry
}

fn explanation(role: &[Value], candidate: &[Value], gate: &str) -> Explanation {
    let side = |code: &str, children: &[Value], adds: f64| {
        let point: f64 =
            children.iter().map(|child| child["contribution"]["point"].as_f64().unwrap()).sum();
        let mut side = node(code, (point * 1e6).round() / 1e6, adds, 0.5);
        side["children"] = children.into();
        side
    };
    let mut mutual = node("mutual", 0.78, 0.78, 1.0);
    mutual["baseline"] = 0.5.into();
    mutual["children"] =
        json!([side("role-side", role, 0.165), side("candidate-side", candidate, 0.115)]);
    let digest = format!("blake3:{}", "0".repeat(64));
    serde_json::from_value(json!({
        "spec": "mutualfit/explanation/1", "reader": "auditor", "role": "r", "candidate": "c", "arrangement": 1, "gate": gate,
        "explanation": mutual,
        "provenance": {"engine": "mutualfit", "asOf": "2026-11-22", "rubric": digest, "context": digest, "criteria": [], "inputs": digest},
    }))
    .unwrap()
}

fn full(explanation: &Explanation) -> String {
    explanation_text(explanation, &Registry::default(), &Page::default(), Detail::Full)
}

#[test]
fn what_is_shown_adds_up_to_the_sum_that_is_shown() {
    let thirds: Vec<Value> =
        ["a", "b", "c"].iter().map(|code| entry(code, 0.5, 1.0 / 3.0, &json!({}))).collect();
    let text = full(&explanation(&thirds, &[entry("d", 1.0, 1.0, &json!({}))], "met"));
    let adds: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("33 %"))
        .filter_map(|line| line.split_whitespace().last())
        .collect();
    assert_eq!(adds, ["+0.17", "+0.17", "+0.16"], "{text}");
    assert!(
        text.contains("= 0.50 to start from, +0.17 role's side, +0.11 candidate's side"),
        "{text}"
    );
}

#[test]
fn conditions_say_whose_they_are_and_who_can_open_them() {
    let unmet = json!({"gate": "unmet", "negotiable": false, "facts": [{"code": "lacking", "gate": "unmet", "degree": {"low": 0.0, "high": 0.0}, "values": {"what": "licence"}}]});
    let open = json!({"gate": "open", "negotiable": true});
    let text = full(&explanation(
        &[entry("credentials", 0.0, 1.0, &unmet)],
        &[entry("pay", 0.5, 1.0, &open)],
        "unmet",
    ));
    let told = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "blocked: something essential is not met",
        "the role's credentials: not met; the role can drop it or call it negotiable, the candidate can come to meet it",
        "lacking: what licence: 0.00 (essential, not met)",
        "the candidate's pay: open; can be talked about",
        "by its /arrangements/1",
    ] {
        assert!(told.contains(part), "{part} is not in: {told}");
    }
    let markdown = explanation_markdown(
        &explanation(&[entry("credentials", 0.0, 1.0, &unmet)], &[], "unmet"),
        &Registry::default(),
    );
    assert!(
        markdown.contains("- the role's credentials: not met; the role can drop it"),
        "{markdown}"
    );
}

#[test]
fn what_nobody_said_is_told_apart_from_what_does_not_count() {
    let unanswered = json!({"answered": "unstated"});
    let unasked = json!({"asked": "unstated"});
    let role = [
        entry("skills", 0.5, 0.5, &unanswered),
        entry("languages", 0.5, 0.5, &unasked),
        entry("education", 0.0, 0.0, &json!({"asked": "irrelevant"})),
    ];
    let text = full(&explanation(&role, &[node("nothing-asked", 0.5, 0.5, 1.0)], "met"));
    for part in [
        "Not known (asked by the role, not answered): skills",
        "Not known (not stated by the role): languages",
        "said not to matter: education",
        "silence is not agreement",
    ] {
        assert!(text.contains(part), "{part} is not in: {text}");
    }
}

#[test]
fn text_of_documents_cannot_steer_a_terminal() {
    let facts = json!({"facts": [{"code": "met", "values": {"skill": "Writing\u{1b}[31m\nwell"}}]});
    let text = full(&explanation(&[entry("skills", 1.0, 1.0, &facts)], &[], "met"));
    assert!(text.contains("skill Writing [31m well") && !text.contains('\u{1b}'), "{text}");
}

#[test]
fn brief_explanations_keep_to_a_line_a_criterion() {
    let long = json!({"facts": [{"code": "short", "degree": {"low": 0.5, "high": 0.5}, "values": {"skill": "x".repeat(300)}}]});
    let role = [entry("skills", 0.5, 0.5, &long), entry("languages", 1.0, 0.5, &json!({}))];
    let text = explanation_text(
        &explanation(&role, &[], "met"),
        &Registry::default(),
        &Page::default(),
        Detail::Brief,
    );
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    assert!(text.contains("Met in full: languages +0.50"), "{text}");
    let gist = explanation_text(
        &explanation(&role, &[], "met"),
        &Registry::default(),
        &Page::default(),
        Detail::Gist,
    );
    assert_eq!(gist.lines().count(), 6, "{gist}");
}
