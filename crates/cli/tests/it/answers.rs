//! What people read: golden files.

use crate::{
    documents::{DAY, folder, rank},
    run::Folder,
};

/// Text without what changes with every version or every criterion: versions and digests.
fn settled(text: &str) -> String {
    let version = format!("mutualfit {}", env!("CARGO_PKG_VERSION"));
    let text = text
        .replace(&version, "mutualfit VERSION")
        .replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"VERSION\"");
    let mut settled = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("blake3:") {
        settled.push_str(before);
        settled.push_str("blake3:DIGEST");
        rest = after.get(64..).unwrap_or_default();
    }
    settled + rest
}

#[test]
fn demo() {
    insta::assert_snapshot!(Folder::new().run(&["demo"]).done().output);
}

#[test]
fn the_demo_is_about_two_screens_of_a_hundred_columns() {
    let output = Folder::new().run(&["demo"]).done().output;
    assert!(output.lines().count() <= 82, "{} lines", output.lines().count());
    assert!(output.lines().all(|line| line.chars().count() <= 100));
    assert!(output.contains("O*NET® is a trademark of USDOL/ETA"));
}

#[test]
fn rank_table() {
    insta::assert_snapshot!(folder().run(&rank(&[])).done().output);
}

#[test]
fn rank_table_explained_in_ascii() {
    insta::assert_snapshot!(
        folder().run(&rank(&["--explain", "--ascii", "--top", "1"])).done().output
    );
}

#[test]
fn rank_json() {
    insta::assert_snapshot!(settled(&folder().run(&rank(&["--format", "json"])).done().output));
}

#[test]
fn rank_markdown() {
    insta::assert_snapshot!(folder().run(&rank(&["--format", "markdown"])).done().output);
}

#[test]
fn rank_csv() {
    insta::assert_snapshot!(folder().run(&rank(&["--format", "csv"])).done().output);
}

const AUDITOR: [&str; 2] = ["--for", "auditor"];

#[track_caller]
fn explained(candidate: &str, more: &[&str]) -> String {
    let file = format!("candidates/{candidate}.json");
    let mut arguments =
        vec!["explain", "--role", "role.json", "--candidate", &file, "--rubric", "rubric.json"];
    arguments.extend(DAY);
    arguments.extend(more);
    folder().run(&arguments).done().output
}

#[test]
fn explain_text() {
    insta::assert_snapshot!(explained("c-1", &AUDITOR));
}

#[test]
fn explain_text_of_a_blocked_pair() {
    insta::assert_snapshot!(explained("c-4", &AUDITOR));
}

#[test]
fn explain_text_of_a_candidate_who_says_nothing() {
    insta::assert_snapshot!(explained("c-2", &AUDITOR));
}

#[test]
fn explain_json() {
    insta::assert_snapshot!(settled(&explained("c-1", &["--format", "json"])));
}

#[test]
fn explain_markdown() {
    insta::assert_snapshot!(explained("c-1", &["--format", "markdown", "--for", "auditor"]));
}

#[test]
fn pages_are_whole_and_name_whom_they_are_about() {
    let ranking = folder().run(&rank(&["--format", "html"])).done().output;
    let explanation = explained("c-1", &["--format", "html"]);
    for (page, parts) in [
        (ranking, ["<title>Candidates for role hygienist</title>", "<bdi>c-1</bdi>", "blocked"]),
        (
            explanation,
            [
                "<title>Role hygienist and candidate c-1</title>",
                "Intraoral scanning",
                "by rubric <code>small</code>",
            ],
        ),
    ] {
        assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "{page}");
        for part in parts {
            assert!(page.contains(part), "{part} is not in: {page}");
        }
    }
}

#[test]
fn contributions_as_shown_add_up_to_the_sum_as_shown() {
    let text = explained("c-1", &AUDITOR);
    let mut sum = 0;
    let mut sums = 0;
    for line in text.lines() {
        let last = line.split_whitespace().last().unwrap_or_default();
        if line.contains(" x ") {
            sum += hundredths(last);
        } else if line.trim_start().starts_with("sum ") {
            assert_eq!(hundredths(last), sum, "{text}");
            sums += 1;
            sum = 0;
        }
    }
    assert_eq!(sums, 2, "{text}");
}

fn hundredths(number: &str) -> i32 {
    number.trim_start_matches('+').replace('.', "").parse().unwrap()
}

#[test]
fn criteria_list() {
    insta::assert_snapshot!(Folder::new().run(&["criteria"]).done().output);
}

#[test]
fn one_criterion_in_full() {
    let output = Folder::new().run(&["criteria", "pay"]).done().output;
    for part in [
        "# pay",
        "## What it asks",
        "## Degrees",
        "## What is unknown",
        "## Limits",
        "`/aspirations/pay`",
        "`shortfall`",
    ] {
        assert!(output.contains(part), "{part} is not in: {output}");
    }
}

#[test]
fn help_of_the_command() {
    insta::assert_snapshot!(Folder::new().run(&["--help"]).done().output);
}

#[test]
fn help_of_rank() {
    insta::assert_snapshot!(Folder::new().run(&["rank", "--help"]).done().output);
}

#[test]
fn check_faults() {
    let folder = Folder::with(&[
        (
            "role.json",
            "{\n  \"spec\": \"mutualfit/role/1\",\n  \"id\": \"r\",\n  \"title\": 7,\n  \"responsibilities\": [\n    {\"description\": \"a\", \"share\": 0.7},\n    {\"description\": \"b\", \"share\": 0.6}\n  ],\n  \"compensation\": {\"pay\": [{\"minValue\": \"60\", \"maxValue\": \"50\", \"currency\": \"usd\", \"unitText\": \"HOUR\"}]},\n  \"colour\": \"red\"\n}\n",
        ),
        (
            "candidates.jsonl",
            "{\"spec\":\"mutualfit/candidate/1\",\"id\":\"a\"}\n{\"spec\":\"mutualfit/candidate/1\",\"id\":\"b\",\"skills\":[{\"concept\":{\"label\":\"x\"},\"level\":{\"scale\":\"mutualfit/proficiency\",\"value\":9}}]}\n{\"spec\":\"mutualfit/candidate/1\",\"id\":\"a\"}\n",
        ),
        (
            "rubric.json",
            "{\"spec\":\"mutualfit/rubric/1\",\"id\":\"x\",\n \"criteria\":[{\"use\":\"payy\"},{\"use\":\"pay\",\"weight\":-1}]}\n",
        ),
        ("other.json", "{\"spec\":\"mutualfit/roll/1\",\"id\":\"x\"}\n"),
    ]);
    let arguments =
        ["check", "role.json", "candidates.jsonl", "rubric.json", "other.json", "--strict"];
    let answer = folder.run(&arguments).failed(1, "10 faults in 5 documents of 6");
    insta::assert_snapshot!(answer.output);
}
