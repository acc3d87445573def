//! Small documents to run the command on.

use crate::run::Folder;

pub(crate) const ROLE: &str = r#"{
  "spec": "mutualfit/role/1",
  "id": "hygienist",
  "title": "Dental hygienist",
  "requirements": {
    "skills": [
      {"concept": {"label": "Periodontal scaling"}, "level": {"scale": "mutualfit/proficiency", "value": 3}, "importance": 0.9, "mustHave": true},
      {"concept": {"label": "Intraoral scanning"}, "level": {"scale": "mutualfit/proficiency", "value": 2}, "importance": 0.4}
    ],
    "languages": [{"language": "en", "cefr": "B2", "importance": 0.5}]
  },
  "compensation": {"pay": [{"minValue": "48.00", "maxValue": "48.00", "currency": "USD", "unitText": "HOUR"}]},
  "arrangements": [{"workplaceType": "onSite", "employmentType": ["PART_TIME"], "schedule": {"hoursPerWeek": {"minValue": 30, "maxValue": 30}, "shifts": ["day"]}}]
}
"#;

/// Fits, and the role fits them.
pub(crate) const GOOD: &str = r#"{"spec":"mutualfit/candidate/1","id":"c-1","skills":[{"concept":{"label":"Periodontal scaling"},"level":{"scale":"mutualfit/proficiency","value":4}},{"concept":{"label":"Intraoral scanning"},"level":{"scale":"mutualfit/proficiency","value":1}}],"languages":[{"language":"en","cefr":"C1"}],"aspirations":{"pay":{"importance":0.8,"options":[{"minimum":"45.00","currency":"USD","unitText":"HOUR"}]},"workplace":{"options":[{"workplaceType":["onSite"]}]},"schedule":{"options":[{"hoursPerWeek":{"minValue":24,"maxValue":32}}]},"contract":{"options":[{"employmentType":["PART_TIME"]}]}}}"#;

/// Says nothing at all.
pub(crate) const SILENT: &str = r#"{"spec":"mutualfit/candidate/1","id":"c-2"}"#;

/// Lacks what the role cannot do without.
pub(crate) const LACKING: &str = r#"{"spec":"mutualfit/candidate/1","id":"c-3","skills":[{"concept":{"label":"Periodontal scaling"},"held":false}]}"#;

/// Would not take the pay.
pub(crate) const DEAR: &str = r#"{"spec":"mutualfit/candidate/1","id":"c-4","skills":[{"concept":{"label":"Periodontal scaling"},"level":{"scale":"mutualfit/proficiency","value":5}}],"aspirations":{"pay":{"importance":1,"dealBreaker":true,"options":[{"minimum":"60.00","currency":"USD","unitText":"HOUR"}]}}}"#;

/// A rubric of few criteria, so that what it gives does not depend on which there are.
pub(crate) const RUBRIC: &str = r#"{"spec":"mutualfit/rubric/1","id":"small","weightsFrom":"elicited","criteria":[{"use":"skills","weight":3},{"use":"languages"},{"use":"pay","weight":3},{"use":"workplace"},{"use":"schedule","weight":2},{"use":"contract"}]}"#;

/// A folder with all of them: a role, a rubric, and candidates as files and as lines.
pub(crate) fn folder() -> Folder {
    let lines = [GOOD, SILENT, LACKING, DEAR].map(|line| format!("{line}\n")).concat();
    Folder::with(&[
        ("role.json", ROLE),
        ("rubric.json", RUBRIC),
        ("candidates.jsonl", &lines),
        ("candidates/c-1.json", GOOD),
        ("candidates/c-2.json", SILENT),
        ("candidates/c-3.json", LACKING),
        ("candidates/c-4.json", DEAR),
    ])
}

/// The day as of which everything here is scored.
pub(crate) const DAY: [&str; 2] = ["--as-of", "2026-11-22"];

/// A ranking of all candidates for the role by the small rubric, with more arguments.
pub(crate) fn rank<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec![
        "rank",
        "--role",
        "role.json",
        "--candidates",
        "candidates.jsonl",
        "--rubric",
        "rubric.json",
    ];
    arguments.extend(DAY);
    arguments.extend(more);
    arguments
}
