//! Every built-in criterion keeps every law, with its own settings and at both ends of each.

use mutualfit_domain::Side;
use mutualfit_scoring::{Engine, Registry, Rubric};
use mutualfit_testkit::law::{LAWS, Law, Trial};
use schemars::SchemaGenerator;
use serde_json::{Value, json};

fn registry() -> Registry {
    mutualfit_criteria::registry().unwrap()
}

/// The settings that a kind is tried with beside its own.
fn varied(kind: &str) -> Vec<Value> {
    let nothing = json!({ "narrower": 0, "broader": 0, "related": 0 });
    let all = json!({ "narrower": 1, "broader": 1, "related": 1 });
    // Nobody is made for a role that teaches, or gives time for, less than is asked for: `enough` stays below what the kit
    // takes for a task that somebody seeks.
    let (least, most) = match kind {
        "availability" => (json!({ "lateDays": 0 }), json!({ "lateDays": 400 })),
        "benefits" | "languages" => return vec![json!({ "unlisted": "lacking" })],
        "education" => (json!({ "credits": nothing }), json!({ "credits": all })),
        "challenges" | "credentials" | "experience" => {
            (json!({ "credits": nothing, "unlisted": "lacking" }), json!({ "credits": all }))
        }
        "career-direction" | "growth" => {
            (json!({ "credits": nothing, "unproven": 0 }), json!({ "credits": all, "unproven": 1 }))
        }
        "day-to-day" => (
            json!({ "credits": nothing, "unlisted": "lacking", "enough": 0, "tooMuch": 0, "listed": 0 }),
            json!({ "credits": all, "enough": 0.25, "tooMuch": 1, "listed": 1 }),
        ),
        "pay" => {
            (json!({ "atMinimum": 0, "shortfall": 0 }), json!({ "atMinimum": 1, "shortfall": 1 }))
        }
        "skill-use" => (
            json!({ "credits": nothing, "salience": 0 }),
            json!({ "credits": all, "salience": 1000 }),
        ),
        "skills" => (
            json!({ "credits": nothing, "unlisted": "lacking", "salience": 0, "teachable": 0, "recency": { "years": 0, "keeps": 0 } }),
            json!({ "credits": all, "salience": 1000, "teachable": 1, "recency": { "years": 50 } }),
        ),
        "transparency" => {
            (json!({ "topics": ["team"] }), json!({ "topics": mutualfit_domain::FACETS }))
        }
        _ => return Vec::new(),
    };
    vec![least, most]
}

/// Kinds that look for one thing in two lists. Where their setting `unlisted` reads what is not listed as lacking, a list
/// that is not stated at all is read so beside one that is, and refinement cannot hold when it is stated later.
const IN_TWO_LISTS: [&str; 4] = ["career-direction", "education", "growth", "skill-use"];

/// Proves every law of a kind, with its own settings and with those beside.
#[track_caller]
fn prove(kind: &str) {
    let registry = registry();
    for settings in std::iter::once(json!({})).chain(varied(kind)) {
        let trial = Trial::new(&registry, kind, &settings).unwrap();
        let trial = if kind == "transparency" { trial.whose_silence_answers() } else { trial };
        if let Err(violation) = trial.prove_all() {
            panic!("with the settings {settings}: {violation}");
        }
    }
    if IN_TWO_LISTS.contains(&kind) {
        let trial = Trial::new(&registry, kind, &json!({ "unlisted": "lacking" })).unwrap();
        let others: Vec<Law> = LAWS.into_iter().filter(|law| law.name != "refined").collect();
        trial.prove(&others).unwrap();
    }
}

/// One test a kind, and one that no kind is missing.
macro_rules! lawful {
    ($($name:ident: $kind:literal,)+) => {
        $(
            #[test]
            fn $name() {
                prove($kind);
            }
        )+

        #[test]
        fn every_built_in_criterion_is_on_trial() {
            let registry = registry();
            let mut kinds: Vec<&str> = registry.kinds().map(|kind| kind.info().id).collect();
            let mut tried = vec![$($kind),+];
            kinds.sort_unstable();
            tried.sort_unstable();
            assert_eq!(tried, kinds);
        }
    };
}

lawful! {
    availability_is_lawful: "availability",
    benefits_is_lawful: "benefits",
    career_direction_is_lawful: "career-direction",
    challenges_is_lawful: "challenges",
    competencies_is_lawful: "competencies",
    contract_is_lawful: "contract",
    credentials_is_lawful: "credentials",
    day_to_day_is_lawful: "day-to-day",
    education_is_lawful: "education",
    experience_is_lawful: "experience",
    growth_is_lawful: "growth",
    interests_is_lawful: "interests",
    languages_is_lawful: "languages",
    pay_is_lawful: "pay",
    schedule_is_lawful: "schedule",
    skill_use_is_lawful: "skill-use",
    skills_is_lawful: "skills",
    transparency_is_lawful_and_silence_answers_it: "transparency",
    work_authorization_is_lawful: "work-authorization",
    work_values_is_lawful: "work-values",
    workplace_is_lawful: "workplace",
}

#[test]
fn every_setting_is_varied() {
    for kind in registry().kinds() {
        let id = kind.info().id;
        let mut generator = SchemaGenerator::default();
        let schema = kind.settings_schema(&mut generator).to_value();
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|at| at.rsplit('/').next());
        let whole = name.and_then(|name| generator.definitions().get(name)).unwrap_or(&schema);
        let settings = whole["properties"].as_object().cloned().unwrap_or_default();
        let varied = varied(id);
        let is_varied = |name: &str| {
            varied.iter().any(|settings| settings.get(name).is_some())
                || name == "unlisted" && IN_TWO_LISTS.contains(&id)
        };
        let missing: Vec<&String> = settings.keys().filter(|name| !is_varied(name)).collect();
        assert!(missing.is_empty(), "`{id}` is never tried with another {missing:?}");
    }
}

#[test]
fn what_is_read_as_lacking_in_one_list_may_be_stated_in_the_other() {
    let triage = json!({ "label": "Triage" });
    let billing = json!([{ "concept": { "label": "Billing" } }]);
    let bachelor = json!({ "label": "EQF 6" });
    let dentist = json!([{ "label": "Dentist" }]);
    // What is asked, what is stated, and what is stated then.
    let cases = [
        (
            "career-direction",
            json!({ "aspirations": { "goals": [{ "statement": "x", "occupations": dentist }] } }),
            json!({ "growth": { "careerSteps": [] } }),
            json!({ "occupations": dentist }),
        ),
        (
            "education",
            json!({ "requirements": { "education": [{ "level": bachelor, "orMonthsOfExperience": 12 }] } }),
            json!({ "experience": [] }),
            json!({ "education": [{ "level": bachelor }] }),
        ),
        (
            "growth",
            json!({ "aspirations": { "learning": [{ "concept": triage }] } }),
            json!({ "growth": { "learn": billing } }),
            json!({ "requirements": { "skills": [{ "concept": triage, "training": "A course" }] } }),
        ),
        (
            "skill-use",
            json!({ "aspirations": { "skillUse": [{ "concept": triage, "wish": "seek" }] } }),
            json!({ "requirements": { "skills": billing } }),
            json!({ "responsibilities": [{ "description": "x", "skills": [triage] }] }),
        ),
    ];
    assert_eq!(cases.each_ref().map(|case| case.0), IN_TWO_LISTS);
    for (kind, asked, stated, then) in &cases {
        assert!(most(kind, asked, &[stated]) <= 0.0, "{kind}");
        assert!(most(kind, asked, &[stated, then]) > 0.0, "{kind}");
    }
}

/// What a kind that reads what is not listed as lacking finds at the most in these members of two documents.
fn most(kind: &str, asked: &Value, answered: &[&Value]) -> f64 {
    let registry = registry();
    let mut role = json!({ "spec": "mutualfit/role/1", "id": "r", "title": "x" });
    let mut candidate = json!({ "spec": "mutualfit/candidate/1", "id": "c" });
    let (asker, answerer) = match registry.get(kind).unwrap().info().side {
        Side::Role => (&mut role, &mut candidate),
        Side::Candidate => (&mut candidate, &mut role),
    };
    asker.as_object_mut().unwrap().extend(asked.as_object().unwrap().clone());
    for members in answered {
        answerer.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    }
    let rubric = json!({
        "spec": "mutualfit/rubric/1", "id": "one",
        "criteria": [{ "use": kind, "with": { "unlisted": "lacking" } }],
    });
    let rubric: Rubric = serde_json::from_value(rubric).unwrap();
    let engine = Engine::new(&registry, &rubric, &mutualfit_testkit::world!({})).unwrap();
    let (role, candidate) =
        (serde_json::from_value(role).unwrap(), serde_json::from_value(candidate).unwrap());
    let sides = engine.explain(&role, &candidate).explanation.children;
    let found = sides.iter().flat_map(|side| &side.children).find(|node| node.kind.is_some());
    found.unwrap().value.high.get()
}
