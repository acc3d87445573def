//! Faults of documents that cannot be read, with their places.

use mutualfit_domain::{
    Aspirations, Candidate, Document, Fault, FaultKind, Interview, Role, read, read_bytes,
    read_value, strict, unknown_fields,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::samples::{CANDIDATE, INTERVIEW, ROLE};

/// What `read` says of a text, one fault a line.
#[track_caller]
fn check<D: Document>(text: &str, expected: &[&str]) {
    let told: Vec<String> = match read::<D>(text) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(told, expected);
}

#[test]
fn every_fault_is_told_with_its_place() {
    let text = r#"{
  "spec": "mutualfit/role/1",
  "id": "r-1",
  "totalJobOpenings": "two",
  "hiringOrganization": [1, null],
  "requirements": {
    "skills": [
      {"concept": {"lang": "en"}, "importance": 1.5},
      "welding",
      {"level": {"scale": "sfia", "value": 9}, "concept": {"label": "é"}, "neededBy": "90 days"}
    ],
    "languages": [{"language": "d", "cefr": "D1"}]
  },
  "responsibilities": [{"description": "a", "share": 0.7}, {"description": "b", "share": 0.7}],
  "arrangements": [{"schedule": {"windows": [{"days": [], "start": "25:00", "end": "07:00"}]}}],
  "datePosted": "2027-02-30",
  "negotiable": ["/arrangement"]
}"#;
    check::<Role>(
        text,
        &[
            "1:1: /title: missing: `title` is missing; add it",
            "4:23: /totalJobOpenings: wrong-type: this is the text `two`; give a whole number that is not negative",
            "5:25: /hiringOrganization: wrong-type: this is a list; give an object",
            "8:19: /requirements/skills/0/concept: choice: the concept has no name; give `label`, `uri` or both",
            "8:49: /requirements/skills/0/importance: out-of-range: `1.5` is not an importance; give a number from 0 to 1, \
             such as 0.25 minor, 0.5 normal, 0.75 high, 1 decisive",
            "9:7: /requirements/skills/1: wrong-type: this is the text `welding`; give an object",
            "10:17: /requirements/skills/2/level: off-scale: `9` is outside the scale `sfia`; give a value from 1 to 7",
            "10:87: /requirements/skills/2/neededBy: malformed: `90 days` is no length of time; write an ISO 8601 duration \
             of whole numbers, such as `P90D`, `P2W` or `P1Y6M`",
            "12:32: /requirements/languages/0/language: malformed: `d` is no language tag; give one of BCP 47, such as \
             `de` or `pt-BR`",
            "12:45: /requirements/languages/0/cefr: malformed: `D1` is not a CEFR level; use one of `A1`, `A2`, `B1`, \
             `B2`, `C1`, `C2`",
            "14:23: /responsibilities: sum: the shares come to 1.40; bring them to 1 or less",
            "15:46: /arrangements/0/schedule/windows/0: empty: the window has no days; name at least one, such as `mon`",
            "15:68: /arrangements/0/schedule/windows/0/start: malformed: `25:00` is no time of day; write hours and \
             minutes from `00:00` to `24:00`",
            "16:17: /datePosted: calendar: `2027-02-30` is in no calendar; give a date and time that exist",
            "17:18: /negotiable/0: unknown: `arrangement` does not exist; did you mean `arrangements`",
        ],
    );
}

#[test]
fn text_that_is_not_json_is_told_as_such() {
    check::<Role>("", &["1:1: syntax: the text is empty; give a JSON object"]);
    check::<Role>(" \n", &["2:1: syntax: the text is empty; give a JSON object"]);
    check::<Role>("[]", &["1:1: wrong-type: this is a list; give an object"]);
    check::<Role>(
        "{\"id\": ",
        &["1:8: syntax: the text ends in the middle of a value; it may have been cut off"],
    );
    check::<Role>(
        "{\n \"id\": NaN}",
        &["2:8: syntax: `NaN` is no JSON number; leave out what is not known"],
    );
    check::<Role>(
        "{\"id\": -Infinity}",
        &["1:8: syntax: `-Infinity` is no JSON number; leave out what is not known"],
    );
    check::<Role>(
        "{\"é\": x}",
        &["1:7: syntax: `x` is not JSON: expected value; put text in double quotes"],
    );
    check::<Role>(
        "{\"id\": \"a\",}",
        &["1:12: syntax: a comma is followed by nothing; take it away"],
    );
    check::<Role>(
        "{id: 1}",
        &["1:2: syntax: the name of a member is not in double quotes; put it in them"],
    );
    check::<Role>(
        "{} {}",
        &[
            "1:4: syntax: there is more after the document; keep one document in a file, or one a line in JSON Lines",
        ],
    );
    check::<Role>(
        "{\"a\": 1e999}",
        &["1:11: syntax: the number is too large to be kept; give a smaller one"],
    );
}

#[test]
fn nesting_has_an_end() {
    let kinds = |text: &str| -> Vec<FaultKind> {
        read::<Candidate>(text)
            .map_or_else(|faults| faults.iter().map(Fault::kind).collect(), |_| Vec::new())
    };
    assert_eq!(kinds(&"[".repeat(100_000)), [FaultKind::TooDeep]);
    let deep = format!("{{\"extensions\": {{\"a.b\": {}0{}}}}}", "[".repeat(200), "]".repeat(200));
    assert_eq!(kinds(&deep), [FaultKind::TooDeep]);
}

#[test]
fn another_kind_of_document_is_named() {
    check::<Candidate>(
        ROLE,
        &[
            "2:11: /spec: malformed: `mutualfit/role/1` is another kind of document; use one with the spec `mutualfit/candidate/1`",
        ],
    );
}

#[test]
fn long_text_is_quoted_in_part() {
    let text = format!(
        r#"{{"spec": "mutualfit/candidate/1", "id": "c", "skills": "{}"}}"#,
        "x".repeat(1_000_000)
    );
    let faults = read::<Candidate>(&text).unwrap_err();
    assert!(faults.to_string().len() < 200, "{}", faults.to_string().len());
}

#[test]
fn a_member_twice_is_a_fault() {
    let text = "{\"spec\": \"mutualfit/candidate/1\",\n \"id\": \"a\",\n \"id\": \"b\"}";
    let duplicate = "3:2: /id: duplicate: `id` is in this object twice; leave one of them";
    check::<Candidate>(text, &[duplicate]);
    assert_eq!(strict::<Candidate>(text).unwrap_err().to_string(), duplicate);
}

#[test]
fn unknown_members_are_told_by_a_strict_reading() {
    let text = r#"{"$schema": "x", "spec": "mutualfit/candidate/1", "id": "c", "name": "Jo", "skills": [
        {"concept": {"label": "x", "lable": "y"}, "level": {"scale": "s", "value": 1, "max": 5}}],
        "extensions": {"com.acme.x": {"anything": 1, "anything": 2}}}"#;
    assert!(read::<Candidate>(text).is_ok());
    let told = unknown_fields::<Candidate>(text);
    let found: Vec<_> =
        told.iter().map(|fault| (fault.line(), fault.pointer().as_str(), fault.kind())).collect();
    assert_eq!(
        found,
        [
            (Some(1), "/name", FaultKind::UnknownField),
            (Some(2), "/skills/0/concept/lable", FaultKind::UnknownField),
            (Some(2), "/skills/0/level/max", FaultKind::UnknownField),
            (Some(3), "/extensions/com.acme.x/anything", FaultKind::Duplicate),
        ]
    );
    assert_eq!(strict::<Candidate>(text).unwrap_err().as_slice(), told);
}

#[test]
fn a_strict_reading_tells_faults_of_both_kinds() {
    let text = r#"{"spec": "mutualfit/candidate/1", "id": "", "name": "Jo"}"#;
    let faults = strict::<Candidate>(text).unwrap_err();
    let found: Vec<_> =
        faults.iter().map(|fault| (fault.pointer().as_str(), fault.kind())).collect();
    assert_eq!(found, [("/id", FaultKind::Empty), ("/name", FaultKind::UnknownField)]);
}

#[test]
fn bytes_are_text_in_utf_8() {
    assert!(read_bytes::<Role>(format!("\u{feff}{ROLE}").as_bytes()).is_ok());
    let faults = read_bytes::<Role>(b"{\n\"id\": \"\xff\"}").unwrap_err();
    assert_eq!(faults.to_string(), "2:8: syntax: the text is not UTF-8; save it in that encoding");
}

#[test]
fn faults_of_a_value_have_no_place_in_a_text() {
    let faults =
        read_value::<Role>(json!({"spec": "mutualfit/role/1", "id": 1, "title": 2})).unwrap_err();
    assert!(faults.iter().all(|fault| fault.line().is_none()));
    assert_eq!(faults.as_slice().len(), 2);
}

#[test]
fn aspirations_of_their_own_say_whose_they_are() {
    check::<Aspirations>(
        r#"{"spec": "mutualfit/aspirations/1", "id": "a"}"#,
        &["1:1: /candidate: missing: `candidate` is missing; add it"],
    );
}

#[test]
fn a_fault_brings_no_others_about() {
    let broken = |json: &str| INTERVIEW.replacen("\"id\": \"u-3\"", json, 1);
    check::<Interview>(
        &broken("\"id\": 3"),
        &["14:12: /participants/0/id: wrong-type: this is the number `3`; give an id as text"],
    );
    let text = INTERVIEW.replacen("\"value\": 4", "\"value\": \"4\"", 1);
    let faults = read::<Interview>(&text).unwrap_err();
    assert_eq!(faults.as_slice().len(), 1, "{faults}");
}

#[test]
fn at_most_a_hundred_unreadable_values_are_told() {
    let skills = vec![json!(1); 1000];
    let value = json!({"spec": "mutualfit/candidate/1", "id": "c", "skills": skills});
    assert_eq!(read_value::<Candidate>(value).unwrap_err().as_slice().len(), 100);
}

/// Every pointer into a value.
fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| pointers(item, format!("{here}/{index}"), found));
        }
        Value::Object(members) => members.iter().for_each(|(name, inside)| {
            pointers(
                inside,
                format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")),
                found,
            );
        }),
        _ => {}
    }
    found.push(here);
}

/// Puts one thing or another in every place in turn; serde and `read` agree on whether that can be read.
fn check_damage<D: Document>(sample: &str, damage: &[Value]) {
    let whole: Value = serde_json::from_str(sample).unwrap();
    let mut places = Vec::new();
    pointers(&whole, String::new(), &mut places);
    let places = places.iter().filter(|place| !place.is_empty());
    for (place, put) in places.zip(damage.iter().cycle()) {
        let mut value = whole.clone();
        *value.pointer_mut(place).unwrap() = put.clone();
        let read = read_value::<D>(value.clone()).map(drop);
        assert_eq!(read.is_ok(), serde_json::from_value::<D>(value).is_ok(), "{place} {put}");
    }
}

#[test]
fn serde_and_read_agree_on_damaged_documents() {
    let damage = [json!(null), json!(-1), json!("x"), json!([]), json!({}), json!({"label": "x"})];
    check_damage::<Role>(ROLE, &damage);
    check_damage::<Candidate>(CANDIDATE, &damage);
    check_damage::<Interview>(INTERVIEW, &damage);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-zA-Z0-9:/~.é-]{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "mutualfit/role/1",
            "2027-01",
            "P1D",
            "EUR",
            "12.5",
            "onSite",
            "HOUR"
        ])
        .prop_map(Value::from),
    ];
    let names = prop::sample::select(vec![
        "spec",
        "id",
        "title",
        "requirements",
        "skills",
        "concept",
        "label",
        "level",
        "scale",
        "value",
        "arrangements",
        "schedule",
        "windows",
        "days",
        "start",
        "end",
        "compensation",
        "pay",
        "minValue",
        "currency",
        "unitText",
        "negotiable",
        "indifferent",
        "extensions",
        "a.b",
        "growth",
        "learn",
        "hoursPerWeek",
    ]);
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..8).prop_map(|members| members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #[test]
    fn reading_any_json_never_panics(value in any_json()) {
        let mut role = value;
        if let Value::Object(members) = &mut role {
            members.insert("spec".into(), "mutualfit/role/1".into());
        }
        let text = role.to_string();
        let read_text = read::<Role>(&text).map_err(|faults| faults.as_slice().len());
        let read_tree = read_value::<Role>(role).map_err(|faults| faults.as_slice().len());
        prop_assert_eq!(read_text, read_tree);
        let _told = unknown_fields::<Role>(&text);
    }

    #[test]
    fn reading_any_text_never_panics(text in ".{0,80}", cut in 0..4000_usize) {
        prop_assert!(read::<Role>(&text).is_err());
        let cut: String = ROLE.chars().take(cut).collect();
        let told = read::<Role>(&cut).unwrap_err();
        prop_assert!(told.iter().all(|fault| fault.line().is_some()));
        let mixed = format!("{cut}{text}");
        let _read = strict::<Role>(&mixed);
    }
}
