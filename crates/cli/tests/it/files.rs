//! Where documents come from and where results go.

use crate::{
    documents::{DAY, DEAR, GOOD, LACKING, ROLE, RUBRIC, SILENT, folder, rank},
    run::{Folder, command},
};
use std::{fs, io::Read};

#[test]
fn a_folder_and_lines_and_standard_input_give_one_ranking() {
    let folder = folder();
    let [lines, files] = ["candidates.jsonl", "candidates"].map(|path| {
        let mut arguments =
            vec!["rank", "--role", "role.json", "--candidates", path, "--rubric", "rubric.json"];
        arguments.extend(DAY);
        folder.run(&[&arguments[..], &["--format", "json"]].concat()).done().json()
    });
    let input = fs::read(folder.path("candidates.jsonl")).unwrap();
    let mut arguments =
        vec!["rank", "--role", "role.json", "--candidates", "-", "--rubric", "rubric.json"];
    arguments.extend(DAY);
    arguments.extend(["--format", "json"]);
    let read = folder.run_with(&arguments, &input).done().json();
    assert_eq!(lines["entries"].as_array().map(Vec::len), Some(2));
    assert_eq!(lines, files);
    assert_eq!(lines, read);
}

#[test]
fn standard_input_may_be_one_document_over_many_lines() {
    let folder = folder();
    let mut arguments =
        vec!["rank", "--role", "-", "--candidates", "candidates", "--rubric", "rubric.json"];
    arguments.extend(DAY);
    let answer = folder.run_with(&arguments, ROLE.as_bytes()).done();
    assert!(
        answer.output.starts_with("Candidates for role hygienist: 4 considered, 2 blocked"),
        "{}",
        answer.output
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = folder();
    let run =
        |threads| folder.run(&rank(&["--format", "json", "--threads", threads])).done().output;
    assert_eq!(run("1"), run("4"));
}

#[test]
fn many_by_many_gives_a_line_for_each() {
    let folder = folder();
    let base = [
        "rank",
        "--roles",
        "role.json",
        "--candidates",
        "candidates.jsonl",
        "--rubric",
        "rubric.json",
    ];
    let jsonl = [&base[..], &DAY[..], &["--format", "jsonl"]].concat();
    let rankings = folder.run(&jsonl).done().json_lines();
    assert_eq!(rankings.len(), 1);
    assert_eq!(rankings[0]["blocked"]["count"], 2);
    assert_eq!(rankings[0]["blocked"]["entries"].as_array().map(Vec::len), Some(0));
    let each = folder.run(&[&jsonl[..], &["--each", "candidate"]].concat()).done().json_lines();
    let subjects: Vec<_> =
        each.iter().map(|ranking| ranking["subject"]["id"].as_str().unwrap()).collect();
    assert_eq!(subjects, ["c-1", "c-2", "c-3", "c-4"]);
}

#[test]
fn a_pair_scores_the_same_in_both_directions() {
    let folder = folder();
    let for_role = folder.run(&rank(&["--format", "json"])).done().json();
    let mut arguments = vec![
        "rank",
        "--candidate",
        "candidates/c-1.json",
        "--roles",
        "role.json",
        "--rubric",
        "rubric.json",
    ];
    arguments.extend(DAY);
    arguments.extend(["--format", "json"]);
    let for_candidate = folder.run(&arguments).done().json();
    let of = |ranking: &serde_json::Value| {
        ["mutual", "roleSide", "candidateSide"].map(|name| ranking["entries"][0][name].clone())
    };
    assert_eq!(for_role["entries"][0]["id"], "c-1");
    assert_eq!(of(&for_role), of(&for_candidate));
}

#[test]
fn explanations_come_with_rankings() {
    let folder = folder();
    let object = folder.run(&rank(&["--format", "json", "--explain"])).done().json();
    let explained: Vec<_> = object["explanations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["candidate"].clone())
        .collect();
    let ranked: Vec<_> =
        object["entries"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(explained, ranked);
    assert_eq!(object["explanations"][0]["explanation"]["value"], object["entries"][0]["mutual"]);
    let lines = folder.run(&rank(&["--format", "jsonl", "--explain"])).done().json_lines();
    let specs: Vec<_> = lines.iter().map(|line| line["spec"].as_str().unwrap()).collect();
    assert_eq!(
        specs,
        ["mutualfit/ranking/1", "mutualfit/explanation/1", "mutualfit/explanation/1"]
    );
}

#[test]
fn faulty_documents_can_be_left_out_and_are_counted() {
    let folder = folder();
    folder.write("candidates.jsonl", format!("{GOOD}\nnonsense\n{SILENT}\n{GOOD}\n").as_bytes());
    let answer = folder.run(&rank(&["--keep-going", "--format", "json"])).done();
    assert_eq!(answer.json()["considered"], 2);
    assert!(answer.messages.contains("2 faults in 2 documents; left out 2"), "{}", answer.messages);
    assert!(answer.messages.contains("candidates.jsonl:2:"), "{}", answer.messages);
}

const WISHES: &str = r#"{"spec":"mutualfit/aspirations/1","id":"w-2","candidate":"c-2","pay":{"importance":1,"dealBreaker":true,"options":[{"minimum":"70","currency":"USD","unitText":"HOUR"}]}}"#;

#[test]
fn aspirations_are_joined_by_the_candidates_id() {
    let folder = folder();
    folder.write("wishes.jsonl", WISHES.as_bytes());
    let count = |more: &[&str]| {
        folder.run(&rank(&[&["--format", "json"], more].concat())).done().json()["blocked"]["count"]
            .clone()
    };
    assert_eq!(count(&[]), 2);
    assert_eq!(count(&["--aspirations", "wishes.jsonl"]), 3);
}

#[test]
fn two_aspirations_of_one_candidate_are_a_fault() {
    let folder = folder();
    folder.write("wishes.jsonl", format!("{WISHES}\n{}", WISHES.replace("w-2", "w-3")).as_bytes());
    folder
        .run(&rank(&["--aspirations", "wishes.jsonl"]))
        .failed(1, "candidate `c-2` has aspirations already, in wishes.jsonl:1");
    folder.write("wishes.jsonl", WISHES.replace("c-2", "c-1").as_bytes());
    folder
        .run(&rank(&["--aspirations", "wishes.jsonl"]))
        .failed(1, "candidate `c-1` has aspirations already, in candidates.jsonl:1");
}

#[test]
fn aspirations_of_an_unknown_candidate_are_told() {
    let folder = folder();
    folder.write("wishes.jsonl", WISHES.replace("c-2", "c-9").as_bytes());
    let answer = folder.run(&rank(&["--aspirations", "wishes.jsonl"])).done();
    assert!(answer.messages.contains("there is no candidate `c-9`"), "{}", answer.messages);
}

#[test]
fn facts_of_a_pair_change_that_pair() {
    let folder = folder();
    let pair = r#"{"spec":"mutualfit/pair/1","role":"hygienist","candidate":"c-4","source":"call","payOffered":{"minValue":"61","maxValue":"61","currency":"USD","unitText":"HOUR"}}"#;
    folder.write("pairs.jsonl", pair.as_bytes());
    let ranked = |more: &[&str]| {
        let ranking = folder.run(&rank(&[&["--format", "json"], more].concat())).done().json();
        ranking["entries"].as_array().unwrap().iter().any(|entry| entry["id"] == "c-4")
    };
    assert!(!ranked(&[]));
    assert!(ranked(&["--pairs", "pairs.jsonl"]));
}

#[test]
fn a_context_gives_the_day_and_as_of_overrides_it() {
    let folder = folder();
    folder.write("context.json", br#"{"spec":"mutualfit/context/1","id":"k","asOf":"2026-01-31"}"#);
    let mut arguments = vec![
        "rank",
        "--role",
        "role.json",
        "--candidates",
        "candidates",
        "--context",
        "context.json",
    ];
    arguments.extend(["--format", "json"]);
    assert_eq!(folder.run(&arguments).done().json()["provenance"]["asOf"], "2026-01-31");
    arguments.extend(DAY);
    assert_eq!(folder.run(&arguments).done().json()["provenance"]["asOf"], "2026-11-22");
}

#[test]
fn a_taxonomy_takes_the_place_of_the_default_and_is_part_of_the_context() {
    let folder = folder();
    folder.write("own.json", br#"{"spec":"mutualfit/taxonomy/1","id":"own","concepts":[{"label":"Intraoral scanning","usualImportance":0.1}]}"#);
    let context = |more: &[&str]| {
        folder.run(&rank(&[&["--format", "json"], more].concat())).done().json()["provenance"]["context"].clone()
    };
    assert_ne!(context(&[]), context(&["--taxonomy", "own.json"]));
    assert_eq!(context(&[]), context(&["--taxonomy", "default"]));
    let table = folder.run(&rank(&["--taxonomy", "own.json"])).done().output;
    assert!(table.contains("Taxonomy `own`") && !table.contains("O*NET"), "{table}");
}

#[test]
fn a_context_that_names_another_taxonomy_is_a_fault() {
    let folder = folder();
    let digest = format!("blake3:{}", "0".repeat(64));
    let context = format!(
        r#"{{"spec":"mutualfit/context/1","id":"k","asOf":"2026-01-31","taxonomies":[{{"id":"esco","digest":"{digest}"}}]}}"#
    );
    folder.write("context.json", context.as_bytes());
    folder.run(&rank(&["--context", "context.json"])).failed(1, "taxonomy `esco`");
}

#[test]
fn schemas_are_written_whole() {
    let folder = Folder::new();
    folder.run(&["schema", "--out", "schemas"]).done();
    let mut names: Vec<_> = fs::read_dir(folder.path("schemas"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(
        names.contains(&"role.schema.json".to_owned())
            && names.contains(&"all.schema.json".to_owned()),
        "{names:?}"
    );
    assert!(names.iter().all(|name| name.ends_with(".schema.json")), "{names:?}");
    let printed = folder.run(&["schema", "role"]).done().output;
    assert_eq!(printed, fs::read_to_string(folder.path("schemas/role.schema.json")).unwrap());
}

#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let lines: Vec<String> =
        (0..3_000).map(|number| GOOD.replace("c-1", &format!("c-{number}"))).collect();
    let lines = lines.join("\n");
    let folder = Folder::with(&[("role.json", ROLE), ("rubric.json", RUBRIC), ("c.jsonl", &lines)]);
    let arguments = [
        "rank",
        "--role",
        "role.json",
        "--candidates",
        "c.jsonl",
        "--rubric",
        "rubric.json",
        "--top",
        "3000",
        "--format",
        "jsonl",
    ];
    let mut child = command(folder.path(".").as_path(), &arguments).spawn().unwrap();
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut [0; 16]).unwrap();
    drop(output);
    drop(child.stdin.take());
    let answer = child.wait_with_output().unwrap();
    assert!(answer.status.success(), "{answer:?}");
    assert_eq!(String::from_utf8_lossy(&answer.stderr), "");
}

#[test]
fn blocked_documents_can_be_shown_or_left_out() {
    let folder = folder();
    let blocked = |number| {
        folder.run(&rank(&["--format", "json", "--blocked", number])).done().json()["blocked"]
            .clone()
    };
    assert_eq!(blocked("0")["entries"].as_array().map(Vec::len), Some(0));
    assert_eq!(blocked("1")["entries"][0]["id"], "c-3");
    assert_eq!(blocked("1")["count"], 2);
    let names: Vec<_> = [LACKING, DEAR]
        .iter()
        .map(|one| serde_json::from_str::<serde_json::Value>(one).unwrap()["id"].clone())
        .collect();
    assert_eq!(
        blocked("5")["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["id"].clone())
            .collect::<Vec<_>>(),
        names
    );
}
