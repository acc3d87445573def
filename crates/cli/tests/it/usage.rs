//! Wrong usage, and the commands that print forms and lists.

use crate::{
    documents::{ROLE, folder, rank},
    run::Folder,
};

#[track_caller]
fn check(arguments: &[&str], message: &str) {
    let answer = folder().run(arguments).failed(2, message);
    assert_eq!(answer.output, "");
}

#[test]
fn wrong_usage_is_told_with_what_to_do() {
    check(&["frobnicate"], "unrecognized subcommand");
    check(&["rank"], "name whom to rank and for whom");
    check(&["rank", "--role", "role.json"], "name the candidates to rank with --candidates");
    check(&["rank", "--candidate", "candidates/c-1.json"], "name the roles to rank with --roles");
    check(&["rank", "--role", "role.json", "--roles", "role.json"], "cannot be used with");
    check(
        &["rank", "--role", "role.json", "--candidate", "candidates/c-1.json"],
        "cannot be used with",
    );
    check(&["rank", "--roles", "role.json"], "name whom to rank and for whom");
    check(&rank(&["--top", "many"]), "invalid value");
    check(&rank(&["--threads", "0"]), "invalid value");
    check(
        &["rank", "--role", "role.json", "--candidates", "candidates", "--as-of", "2026-02-30"],
        "2026-02-30",
    );
    check(&rank(&["--format", "csv", "--explain"]), "--format csv has no room for explanations");
    check(&rank(&["--format", "html", "--explain"]), "use `mutualfit explain --format html`");
    check(
        &["rank", "--roles", "role.json", "--candidates", "candidates", "--format", "html"],
        "use --format markdown or jsonl for many by many",
    );
    check(&rank(&["--each", "role"]), "--roles");
    check(
        &["rank", "--roles", "role.json", "--candidates", "candidates", "--format", "json"],
        "use --format jsonl for many by many",
    );
    check(&["rank", "--role", "-", "--candidates", "-"], "standard input (-) can be read once");
    check(
        &["rank", "--role", "role.json", "--candidates", "-", "--explain"],
        "reads the documents a second time",
    );
    check(&["explain", "--role", "-", "--candidate", "-"], "standard input (-) can be read once");
    check(&["check"], "required");
    check(&["criteria", "salary"], "there is no criterion `salary`; there are availability,");
    check(&["schema", "roll"], "there is no document `roll`; there are role,");
    check(&["rubric", "mine"], "invalid value");
    check(&["template", "interview"], "invalid value");
}

#[test]
fn files_that_are_not_there_are_told() {
    let folder = folder();
    folder
        .run(&["rank", "--role", "nobody.json", "--candidates", "candidates"])
        .failed(1, "cannot read `nobody.json`");
    folder.write("empty/readme.md", b"nothing");
    folder
        .run(&["rank", "--role", "role.json", "--candidates", "empty"])
        .failed(1, "`empty` has no .json and no .jsonl file");
    folder.write("none.jsonl", b"\n\n");
    folder
        .run(&["rank", "--role", "role.json", "--candidates", "none.jsonl"])
        .failed(1, "none.jsonl: there is no document in it");
    folder
        .run(&["rank", "--role", "candidates.jsonl", "--candidates", "candidates"])
        .failed(1, "is another kind of document");
    folder.run(&["import", "--from", "onet", "nowhere", "--as", "roles"]).failed(1, "nowhere");
}

#[test]
fn exploration_is_told_where_people_are_ranked_for_a_role() {
    let folder = folder();
    let explore = ["--rubric", "exploration", "--as-of", "2026-11-22"];
    let people = folder
        .run(
            &[&["rank", "--role", "role.json", "--candidates", "candidates"], &explore[..]]
                .concat(),
        )
        .done();
    assert!(
        people.messages.contains("`interests` is for people who explore roles for themselves"),
        "{}",
        people.messages
    );
    assert!(people.messages.contains("`work-values`"), "{}", people.messages);
    let roles = folder
        .run(
            &[
                &["rank", "--candidate", "candidates/c-1.json", "--roles", "role.json"],
                &explore[..],
            ]
            .concat(),
        )
        .done();
    assert_eq!(roles.messages, "");
}

#[test]
fn a_setting_that_asks_for_care_is_told() {
    let folder = folder();
    let rubric = br#"{"spec": "mutualfit/rubric/1", "id": "fresh", "criteria": [{"use": "skills", "with": {"recency": {}}}]}"#;
    folder.write("fresh.json", rubric);
    let checked = folder.run(&["check", "fresh.json"]).done();
    assert!(
        checked.messages.contains("/criteria/0: `recency` lowers those"),
        "{}",
        checked.messages
    );
    let rank =
        ["rank", "--role", "role.json", "--candidates", "candidates", "--rubric", "fresh.json"];
    let ranked = folder.run(&rank).done();
    assert!(ranked.messages.contains("`skills`: `recency` lowers those"), "{}", ranked.messages);
}

#[test]
fn forms_are_documents_that_pass_a_strict_check() {
    let folder = Folder::new();
    for name in ["role", "candidate", "aspirations"] {
        let form = folder.run(&["template", name]).done();
        folder.write("form.json", form.output.as_bytes());
        let answer = folder.run(&["check", "--strict", "form.json"]).done();
        assert_eq!(
            (answer.output.as_str(), answer.messages.as_str()),
            ("", "no faults in 1 document\n")
        );
        let markdown = folder.run(&["template", name, "--format", "markdown"]).done().output;
        for section in markdown.split("\n## ").skip(1) {
            let (title, rest) = section.split_once("\n\n").unwrap();
            assert!(
                rest.lines().next().is_some_and(|line| line.len() > 20),
                "{name}: {title} is not explained"
            );
        }
    }
}

#[test]
fn forms_have_every_section_of_their_documents() {
    let folder = Folder::new();
    for name in ["role", "candidate", "aspirations"] {
        let schema = folder.run(&["schema", name]).done().json();
        let form = folder.run(&["template", name]).done().json();
        for section in schema["properties"].as_object().unwrap().keys() {
            assert!(form.get(section).is_some(), "the form of {name} lacks `{section}`");
            assert!(
                form[format!("//{section}")].is_string(),
                "the form of {name} does not explain `{section}`"
            );
        }
        for group in ["requirements", "compensation", "growth", "environment", "aspirations"] {
            let Some(explained) = form[group].as_object() else { continue };
            for section in explained.keys().filter(|key| !key.starts_with("//")) {
                assert!(
                    explained.contains_key(&format!("//{section}")),
                    "`{group}.{section}` is not explained"
                );
            }
        }
    }
}

#[test]
fn rubrics_that_are_printed_can_be_edited_and_used() {
    let folder = folder();
    for name in ["default", "exploration"] {
        let rubric = folder.run(&["rubric", name]).done().output;
        folder.write("mine.json", rubric.as_bytes());
        folder.run(&["check", "--strict", "mine.json"]).done();
        let base = [
            "rank",
            "--candidate",
            "candidates/c-1.json",
            "--roles",
            "role.json",
            "--format",
            "json",
            "--as-of",
            "2026-11-22",
        ];
        let [named, own] = [name, "mine.json"]
            .map(|rubric| folder.run(&[&base[..], &["--rubric", rubric]].concat()).done().output);
        assert_eq!(named, own);
    }
}

#[test]
fn notices_are_told_and_are_no_faults() {
    let folder =
        Folder::with(&[("c.json", r#"{"spec": "mutualfit/candidate/1", "id": "jo@example.org"}"#)]);
    let answer = folder.run(&["check", "c.json"]).done();
    assert!(
        answer.messages.contains("c.json: /id: the id looks like an e-mail address"),
        "{}",
        answer.messages
    );
}

#[test]
fn unknown_members_are_faults_of_a_strict_check_alone() {
    let folder =
        Folder::with(&[("role.json", &ROLE.replace("\"title\"", "\"titel\": \"x\", \"title\""))]);
    folder.run(&["check", "role.json"]).done();
    folder
        .run(&["check", "role.json", "--strict"])
        .failed(1, "/titel: `titel` is no member that is known here");
}

#[test]
fn completions_are_printed_for_shells() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = Folder::new().run(&["completions", shell]).done().output;
        assert!(output.contains("mutualfit"), "{shell}");
    }
}

#[test]
fn onet_is_imported_from_its_tables() {
    let folder = Folder::with(&[
        (
            "onet/Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription\n29-1292.00\tDental Hygienists\tClean teeth.\n",
        ),
        (
            "onet/Skills.txt",
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\n\
             29-1292.00\t2.A.1.b\tActive Listening\tIM\t4.00\tN\tn/a\n29-1292.00\t2.A.1.b\tActive Listening\tLV\t3.75\tN\tN\n",
        ),
    ]);
    let roles = folder.run(&["import", "--from", "onet", "onet", "--as", "roles"]).done();
    assert_eq!(roles.json_lines()[0]["title"], "Dental Hygienists");
    assert!(roles.messages.contains("O*NET® is a trademark of USDOL/ETA"), "{}", roles.messages);
    folder
        .run(&[
            "import",
            "--from",
            "onet",
            "onet",
            "--as",
            "candidates",
            "--out",
            "people/onet.jsonl",
        ])
        .done();
    folder
        .run(&["import", "--from", "onet", "onet", "--as", "taxonomy", "--out", "onet.json"])
        .done();
    folder.run(&["check", "--strict", "people", "onet.json"]).done();
    folder.write("onet/Skills.txt", b"O*NET-SOC Code\tElement ID\n");
    folder.run(&["import", "--from", "onet", "onet", "--as", "roles"]).failed(1, "Skills.txt");
}

#[test]
fn colours_are_for_terminals() {
    let folder = Folder::with(&[("c.json", "nonsense")]);
    let answer = folder.run(&["check", "c.json"]).failed(1, "is not JSON");
    assert!(!answer.output.contains('\u{1b}') && !answer.messages.contains('\u{1b}'));
    let ascii = folder.run(&["check", "c.json", "--ascii"]).failed(1, "is not JSON");
    assert!(ascii.output.is_ascii(), "{}", ascii.output);
}
