//! What the role and the candidate read of the practice.

use crate::run::{Answer, Folder};
use mutualfit::{
    Candidate, ContextDocument, Engine, Reader, Registry, Request, Role, Rubric, World, criteria,
    read,
    report::{
        Detail, Page, Papers, RankingCsv, ranking_brief, ranking_markdown, ranking_text,
        story_markdown, story_text,
    },
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn practice() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/practice")
}

/// The command on the practice's files, named as in its folder.
fn run(arguments: &[&str]) -> Answer {
    let inside = |argument: &&str| {
        let is_file = Path::new(argument).extension().is_some_and(|it| it == "json");
        if is_file || *argument == "candidates" {
            practice().join(argument).to_string_lossy().into_owned()
        } else {
            (*argument).to_owned()
        }
    };
    let mut whole: Vec<String> = arguments.iter().map(inside).collect();
    let rubric = practice().join("rubric.json");
    let more = ["--rubric", &rubric.to_string_lossy(), "--as-of", "2026-11-22"].map(str::to_owned);
    whole.extend(more);
    let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
    Folder::new().run(&whole)
}

/// An explanation, without what it ends in alike.
#[track_caller]
fn explained(role: &str, candidate: &str, more: &[&str]) -> String {
    let (role, candidate) = (format!("roles/{role}.json"), format!("candidates/{candidate}.json"));
    let mut arguments = vec!["explain", "--role", &role, "--candidate", &candidate];
    arguments.extend(more);
    let output = run(&arguments).done().output;
    let end = output.find("\nAs of ").or_else(|| output.find("\n## How to read it"));
    output[..end.unwrap_or(output.len())].to_owned()
}

const CANDIDATE: [&str; 2] = ["--for", "candidate"];
const MARKDOWN: [&str; 2] = ["--format", "markdown"];

#[test]
fn the_role_reads_of_a_good_pair() {
    insta::assert_snapshot!(explained("dental-hygienist", "c-17", &[]));
}

#[test]
fn the_candidate_reads_of_a_good_pair() {
    insta::assert_snapshot!(explained("dental-hygienist", "c-17", &CANDIDATE));
}

#[test]
fn the_role_reads_of_somebody_who_keeps_their_wishes() {
    insta::assert_snapshot!(explained("dental-hygienist", "c-05", &MARKDOWN));
}

#[test]
fn the_candidate_reads_of_wishes_that_are_not_met() {
    let more = [CANDIDATE, MARKDOWN].concat();
    insta::assert_snapshot!(explained("dental-hygienist", "c-05", &more));
}

#[test]
fn the_role_reads_of_a_blocked_pair_and_what_would_change_it() {
    insta::assert_snapshot!(explained("dental-hygienist", "c-08", &["--target", "0.72"]));
}

#[test]
fn the_candidate_reads_of_a_blocked_pair_and_what_would_change_it() {
    let more = ["--for", "candidate", "--target", "0.7"];
    insta::assert_snapshot!(explained("dental-hygienist", "c-12", &more));
}

#[test]
fn the_role_reads_of_somebody_who_says_nothing() {
    insta::assert_snapshot!(explained("dental-assistant", "c-24", &["--ascii"]));
}

#[test]
fn the_candidate_reads_of_a_role_that_says_little() {
    let more = ["--for", "candidate", "--ascii"];
    insta::assert_snapshot!(explained("dental-assistant", "c-14", &more));
}

#[test]
fn two_candidates_are_compared_for_the_role() {
    let against = practice().join("candidates/c-03.json");
    let against = against.to_string_lossy();
    insta::assert_snapshot!(explained("dental-hygienist", "c-17", &["--against", &against]));
}

#[test]
fn two_roles_are_compared_for_the_candidate() {
    let more = ["--against-role", "roles/dental-assistant.json", "--format", "markdown"];
    insta::assert_snapshot!(explained("dental-hygienist", "c-17", &more));
}

#[test]
fn a_comparison_in_json_adds_up() {
    let more = ["--against", "candidates/c-03.json", "--format", "json"];
    let compared: Value =
        serde_json::from_str(&explained("dental-hygienist", "c-17", &more)).unwrap();
    assert_eq!(compared["spec"], "mutualfit/comparison/1");
    assert_eq!(compared["reader"], "auditor");
    for number in ["low", "high", "point"] {
        let of = |node: &Value| micros(&node["difference"][number]);
        let sides = compared["sides"].as_array().unwrap();
        assert_eq!(of(&compared), sides.iter().map(of).sum::<i64>(), "{number}");
        for side in sides {
            let criteria = side["criteria"].as_array().unwrap();
            assert_eq!(of(side), criteria.iter().map(of).sum::<i64>(), "{number}");
        }
        let above = micros(&compared["other"]["mutual"][number])
            - micros(&compared["one"]["mutual"][number]);
        assert_eq!(of(&compared), above);
    }
}

fn micros(number: &Value) -> i64 {
    (number.as_f64().unwrap() * 1e6).round() as i64
}

#[test]
fn every_output_says_who_reads_it() {
    let rank = |format: &str, more: &[&str]| {
        let arguments =
            ["rank", "--role", "roles/dental-hygienist.json", "--candidates", "candidates"];
        run(&[&arguments[..], &["--format", format, "--top", "1", "--blocked", "1"], more].concat())
            .done()
            .output
    };
    assert!(rank("table", &[]).contains("; reader: role"));
    assert!(rank("markdown", &[]).contains("; reader: role"));
    assert!(rank("csv", &[]).contains("\nauditor,role,dental-hygienist,1,"));
    assert!(rank("csv", &["--for", "role"]).contains("\nrole,role,dental-hygienist,1,"));
    let explained: Value =
        serde_json::from_str(&rank("json", &["--explain", "--for", "role"])).unwrap();
    assert_eq!(explained["reader"], "role");
    assert_eq!(explained["explanations"][0]["reader"], "role");
    assert_eq!(serde_json::from_str::<Value>(&rank("json", &[])).unwrap()["reader"], "auditor");
    assert!(rank("table", &["--explain"]).contains("Written for the role."));
    assert!(rank("table", &["--explain", "--for", "auditor"]).contains("reader: auditor"));
}

#[test]
fn roles_for_a_candidate_are_read_by_the_candidate() {
    let folder = practice().join("roles");
    let output = run(&[
        "rank",
        "--candidate",
        "candidates/c-17.json",
        "--roles",
        &folder.to_string_lossy(),
        "--explain",
    ])
    .done()
    .output;
    assert!(
        output.contains("; reader: candidate") && output.contains("Written for the candidate.")
    );
}

#[test]
fn a_target_is_a_score() {
    for target in ["1.5", "-0.1", "NaN", "much"] {
        run(&["explain", "--role", "r.json", "--candidate", "c.json", "--target", target])
            .failed(2, "a score to be reached is a number from 0 to 1, such as 0.7");
    }
}

#[test]
fn no_candidate_sees_another() {
    let arguments = ["explain", "--role", "r.json", "--candidate", "c.json", "--against", "d.json"];
    run(&[&arguments[..], &CANDIDATE].concat()).failed(2, "no candidate sees another");
}

#[test]
fn what_people_read_keeps_to_a_hundred_columns() {
    for candidate in ["c-05", "c-08", "c-17", "c-24", "c-30", "c-36"] {
        for more in [&CANDIDATE[..], &["--for", "role"]] {
            let text = explained(
                "dental-assistant",
                candidate,
                &[more, &["--ascii", "--target", "0.9"]].concat(),
            );
            assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
            assert!(text.is_ascii(), "{text}");
        }
    }
}

#[test]
fn the_sample_of_the_readme_is_what_the_demo_prints() {
    let readme = include_str!("../../../../README.md");
    let sample = readme.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
    let demo = Folder::new().run(&["demo"]).done().output;
    for line in sample.lines() {
        assert!(demo.lines().any(|printed| printed == line), "the demo does not print: {line}");
    }
}

/// Everything that the role reads of the practice, a text a candidate.
struct Outputs {
    engine: Engine,
    registry: Registry,
    roles: Vec<Role>,
}

impl Outputs {
    fn new() -> Self {
        let rubric = fs::read_to_string(practice().join("rubric.json")).unwrap();
        let rubric: Rubric = serde_json::from_str(&rubric).unwrap();
        let context = ContextDocument::new("k".parse().unwrap(), "2026-11-22".parse().unwrap());
        let registry = criteria::registry().unwrap();
        let engine = Engine::new(&registry, &rubric, &World::new(context, &[])).unwrap();
        Self { engine, registry, roles: all("roles") }
    }

    /// All formats of all pairs and rankings of a candidate, as the role reads them.
    fn of(&self, candidate: &Candidate) -> String {
        let page = Page::default();
        let mut text = String::new();
        for role in &self.roles {
            let auditor = self.engine.explain(role, candidate);
            for target in [None, Some(0.9)] {
                let mut view = self.engine.seen_by(Reader::Role, &auditor);
                view.least_change = target.map(|target| {
                    self.engine.least_change_read_by(Reader::Role, role, candidate, target)
                });
                let papers = Papers { role, candidate: Some(candidate) };
                text += &story_text(&view, papers, &self.registry, &page, Detail::Full);
                text += &story_markdown(&view, papers, &self.registry);
                text += &serde_json::to_string(&view).unwrap();
            }
            let roles = self.engine.pool([role.clone()]).unwrap();
            let candidates = self.engine.pool([candidate.clone()]).unwrap();
            let request = Request { blocked: 1, ..Request::top(1) }.read_by(Reader::Role);
            let ranking = self.engine.rank(&roles, &candidates, request).unwrap().remove(0);
            text += &ranking_text(&ranking, &page);
            text += &ranking_brief(&ranking, &page);
            text += &ranking_markdown(&ranking);
            text += &serde_json::to_string(&ranking).unwrap();
            let mut csv = Vec::new();
            RankingCsv::new(&mut csv).unwrap().write(&ranking).unwrap();
            text += &String::from_utf8(csv).unwrap();
        }
        text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn all<D: mutualfit::Document>(folder: &str) -> Vec<D> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(practice().join(folder)).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| read(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}

/// The values of a document, those that are kept from the role apart from those that it may see.
#[derive(Default)]
struct Leaves {
    kept: BTreeSet<String>,
    shown: BTreeSet<String>,
}

impl Leaves {
    fn of(candidate: &Candidate) -> Self {
        let mut leaves = Self::default();
        leaves.add(&serde_json::to_value(candidate).unwrap(), false);
        leaves
    }

    fn add(&mut self, value: &Value, is_kept: bool) {
        match value {
            Value::Object(members) => {
                let is_kept = match members.get("audience").and_then(Value::as_str) {
                    Some(audience) => audience == "engine",
                    None => is_kept,
                };
                for (name, member) in members {
                    let is_aspirations = name == "aspirations";
                    self.add(member, is_kept || is_aspirations);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.add(item, is_kept)),
            Value::Null | Value::Bool(_) => {}
            leaf => {
                let leaf = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
                if is_kept {
                    self.kept.insert(leaf)
                } else {
                    self.shown.insert(leaf)
                };
            }
        }
    }
}

/// Whether a value stands in a text by itself.
fn has(text: &str, value: &str) -> bool {
    let is_part = |character: Option<char>| {
        character.is_some_and(|it| it.is_alphanumeric() || it == '.' || it == '-')
    };
    text.match_indices(value).any(|(start, _)| {
        let after = text[start + value.len()..].trim_start_matches('.');
        !is_part(text[..start].chars().next_back()) && !is_part(after.chars().next())
    })
}

/// Numbers that results print of themselves: scores, ranks, counts and days.
fn is_of_results(value: &str) -> bool {
    value.parse::<f64>().is_ok_and(|number| number <= 37.0)
}

#[test]
fn nothing_that_a_candidate_keeps_is_in_what_the_role_reads() {
    let outputs = Outputs::new();
    let roles: String =
        outputs.roles.iter().map(|role| serde_json::to_string(role).unwrap()).collect();
    let nothing = Candidate::new("nothing".parse().unwrap());
    // What is printed of somebody who says nothing follows from the role and the words alone.
    let bare = outputs.of(&nothing);
    let (mut checked, mut told) = (0, Vec::new());
    for candidate in all::<Candidate>("candidates") {
        let leaves = Leaves::of(&candidate);
        let text = outputs.of(&candidate);
        for value in &leaves.kept {
            let shorter = value.strip_suffix(".00").unwrap_or(value);
            let may_see = leaves.shown.contains(value)
                || has(&roles, value)
                || has(&roles, shorter)
                || has(&bare, value)
                || is_of_results(value);
            if !may_see {
                checked += 1;
                if has(&text, value) || has(&text, shorter) {
                    told.push(format!("{}: {value}", candidate.id));
                }
            }
        }
    }
    assert!(told.is_empty(), "kept, and told: {told:#?}");
    assert!(checked > 200, "{checked} values were looked for");
}
