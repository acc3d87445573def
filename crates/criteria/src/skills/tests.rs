use super::*;
use crate::trial::Trial;
use mutualfit_domain::{ContextDocument, FaultKind, Role, Taxonomy};
use mutualfit_scoring::{LANES, World};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a role asks for one skill on the scale for people.
fn asked(skill: &str, level: u32) -> Value {
    json!({"concept": {"label": skill}, "level": {"scale": "mutualfit/proficiency", "value": level}})
}

fn with(mut item: Value, members: &Value) -> Value {
    item.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    item
}

fn role(items: &[Value]) -> Value {
    json!({"requirements": {"skills": items}})
}

fn candidate(items: &[Value]) -> Value {
    json!({"skills": items})
}

#[track_caller]
fn check(items: &[Value], held: &[Value], expected: &str, codes: &[&str]) {
    check_documents(&role(items), &candidate(held), expected, codes);
}

#[track_caller]
fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
    let outcome = Trial::of(register).judge_closely(role, candidate);
    assert_eq!(
        (outcome.brief().as_str(), outcome.codes()),
        (expected, codes.to_vec()),
        "{outcome:#?}"
    );
}

#[test]
fn a_skill_counts_by_its_share_of_the_level_asked() {
    check(&[asked("suturing", 4)], &[asked("Suturing", 4)], "1", &["met"]);
    check(&[asked("suturing", 4)], &[asked("suturing", 5)], "1", &["met"]);
    check(&[asked("suturing", 4)], &[asked("suturing", 2)], "0.5", &["short"]);
    let no = json!({"concept": {"label": "suturing"}, "held": false});
    check(&[asked("suturing", 4)], &[no], "0", &["not-held"]);
    check(&[json!({"concept": {"label": "suturing"}})], &[asked("suturing", 1)], "1", &["held"]);
}

#[test]
fn what_is_not_listed_is_unknown() {
    let role = role(&[asked("suturing", 4), asked("x-rays", 4)]);
    let list = json!([asked("suturing", 4)]);
    check_documents(&role, &json!({"skills": list}), "0.5..1", &["met", "unlisted"]);
    check_documents(
        &role,
        &json!({"skills": list, "complete": ["skills"]}),
        "0.5",
        &["met", "lacking"],
    );
    check_documents(&role, &json!({"skills": []}), "0", &["lacking", "lacking"]);
    check_documents(&role, &json!({}), "not answered", &["unstated", "unstated"]);
    let lacking = Trial::of(register).with(json!({"unlisted": "lacking"}));
    assert_eq!(lacking.judge_closely(&role, &json!({"skills": list})).brief(), "0.5");
}

#[test]
fn what_does_not_matter_is_not_compared() {
    let held = candidate(&[asked("suturing", 4)]);
    check_documents(&role(&[]), &held, "irrelevant", &[]);
    check_documents(&json!({"requirements": {}}), &held, "not asked", &[]);
    check_documents(&json!({}), &held, "not asked", &[]);
    let mut indifferent = role(&[asked("suturing", 4)]);
    indifferent["indifferent"] = json!(["skills"]);
    check_documents(&indifferent, &held, "irrelevant", &[]);
    check_documents(
        &role(&[asked("suturing", 4)]),
        &json!({"indifferent": ["skills"]}),
        "irrelevant",
        &[],
    );
}

#[test]
fn an_unknown_level_is_at_least_the_least() {
    let bare = json!({"concept": {"label": "suturing"}});
    check(&[asked("suturing", 4)], std::slice::from_ref(&bare), "0.25..1", &["level-unknown"]);
    check(&[asked("suturing", 1)], std::slice::from_ref(&bare), "1", &["held"]);
    let elsewhere =
        json!({"concept": {"label": "suturing"}, "level": {"scale": "sfia", "value": 5}});
    check(&[asked("suturing", 4)], std::slice::from_ref(&elsewhere), "0.25..1", &["level-unknown"]);
    let undeclared =
        json!({"concept": {"label": "suturing"}, "level": {"scale": "acme/stars", "value": 2}});
    check(&[undeclared], &[bare], "0..1", &["level-unknown"]);
}

#[test]
fn levels_compare_across_scales_through_a_crosswalk() {
    let points = json!([{"from": 1, "to": 1}, {"from": 7, "to": 5}]);
    let crosswalk =
        json!({"crosswalks": [{"from": "sfia", "to": "mutualfit/proficiency", "points": points}]});
    let held = json!({"concept": {"label": "suturing"}, "level": {"scale": "sfia", "value": 4}});
    let outcome = Trial::of(register)
        .within(crosswalk)
        .judge_closely(&role(&[asked("suturing", 4)]), &candidate(&[held]));
    assert_eq!(outcome.brief(), "0.75");
}

#[test]
fn items_share_by_importance() {
    let items = [
        with(asked("suturing", 4), &json!({"importance": 0.75})),
        with(asked("x-rays", 4), &json!({"importance": 0.25})),
    ];
    check(&items, &[asked("suturing", 4), asked("x-rays", 2)], "0.875", &["met", "short"]);
    let nothing = [with(asked("suturing", 4), &json!({"importance": 0}))];
    check(&nothing, &[asked("suturing", 1)], "irrelevant", &["short"]);
}

#[test]
fn a_must_have_gates_by_its_own_level() {
    let must =
        |members: Value| with(asked("suturing", 4), &with(json!({"mustHave": true}), &members));
    check(&[must(json!({}))], &[asked("suturing", 4)], "1 met", &["met"]);
    check(&[must(json!({}))], &[asked("suturing", 3)], "0.75 unmet", &["short"]);
    check(&[must(json!({}))], &[asked("x-rays", 3)], "0..1 open", &["unlisted"]);
    check(&[must(json!({"neededBy": "P90D"}))], &[asked("suturing", 3)], "0.75 open", &["short"]);
    check(&[must(json!({"neededBy": "P90D"}))], &[asked("suturing", 4)], "1 met", &["met"]);
    check(
        &[must(json!({"training": "on the job"}))],
        &[asked("suturing", 1)],
        "0.5 unmet",
        &["taught"],
    );
    let items = [asked("x-rays", 5), must(json!({"importance": 0}))];
    check(&items, &[asked("suturing", 3), asked("x-rays", 5)], "1 unmet", &["met", "short"]);
    let trial = Trial::of(register);
    let blocked = trial.condition(&role(&items), &candidate(&[asked("suturing", 3)]));
    assert_eq!(blocked.as_deref(), Some("/requirements/skills/1"));
}

#[test]
fn a_negotiable_must_have_stays_open() {
    let mut role = role(&[with(asked("suturing", 4), &json!({"mustHave": true}))]);
    role["negotiable"] = json!(["/requirements/skills/0"]);
    check_documents(&role, &candidate(&[asked("suturing", 2)]), "0.5 open", &["short"]);
}

#[test]
fn what_is_taught_earns_something() {
    let taught = || with(asked("suturing", 4), &json!({"training": "a course in the first month"}));
    check(&[taught()], &[], "0.5", &["taught"]);
    check(&[taught()], &[asked("x-rays", 4)], "0.5..1", &["taught"]);
    check(&[taught()], &[asked("suturing", 3)], "0.75", &["short"]);
    let later = with(asked("suturing", 4), &json!({"neededBy": "P1Y"}));
    let setting = Trial::of(register).with(json!({"teachable": 0.25}));
    assert_eq!(setting.judge_closely(&role(&[later]), &candidate(&[])).brief(), "0.25");
}

#[test]
fn alternatives_count_once_by_the_best() {
    let one_of = |skill, importance: f64| {
        with(asked(skill, 4), &json!({"alternativeGroup": "lab", "importance": importance}))
    };
    let items = [one_of("python", 0.25), asked("sql", 4), one_of("r", 0.5)];
    let codes = ["lacking", "lacking", "met", "alternatives"];
    let held = json!({"skills": [asked("r", 4)], "complete": ["skills"]});
    check_documents(&role(&items), &held, "0.5", &codes);
    let must = [one_of("python", 0.5), with(one_of("r", 0.5), &json!({"mustHave": true}))];
    check(&must, &[asked("python", 4)], "1 met", &["met", "unlisted", "alternatives"]);
    check(&must, &[asked("python", 2)], "0.5..1 open", &["short", "unlisted", "alternatives"]);
    check(&must, &[], "0 unmet", &["lacking", "lacking", "alternatives"]);
}

/// Injections, and their kinds.
fn taxonomy() -> Value {
    json!([
        {"uri": "urn:injecting", "label": "injecting"},
        {"uri": "urn:anaesthesia", "label": "local anaesthesia", "broader": ["urn:injecting"], "usualImportance": 0.25},
        {"uri": "urn:charting", "label": "charting", "related": ["urn:anaesthesia"], "usualImportance": 0.5},
    ])
}

#[test]
fn a_neighbour_earns_partial_credit() {
    let trial = || Trial::of(register).among(taxonomy());
    let uri = |uri: &str| json!({"concept": {"uri": uri}});
    let check = |trial: Trial, complete: bool, expected: &str| {
        let held = json!({"skills": [uri("urn:anaesthesia")], "complete": if complete { json!(["skills"]) } else { json!([]) }});
        let outcome = trial.judge_closely(&role(&[uri("urn:injecting")]), &held);
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, vec!["related"]),
            "{outcome:#?}"
        );
    };
    check(trial(), true, "0.9");
    check(trial(), false, "0.9..1");
    check(trial().with(json!({"credits": {"narrower": 0.25}})), true, "0.25");
    let mut short = asked("injecting", 1);
    short["concept"] = json!({"uri": "urn:injecting"});
    let both = candidate(&[uri("urn:anaesthesia"), short.clone()]);
    short["level"]["value"] = json!(4);
    let outcome = trial().judge_closely(&role(&[short]), &both);
    assert_eq!((outcome.brief().as_str(), outcome.codes()), ("0.25", vec!["short"]));
    let role = role(&[uri("urn:injecting")]);
    let denied = candidate(&[
        uri("urn:anaesthesia"),
        json!({"concept": {"uri": "urn:injecting"}, "held": false}),
    ]);
    assert_eq!(trial().judge(&role, &denied).brief(), "0");
}

#[test]
fn what_is_asked_beyond_the_usual_weighs_more() {
    let item = |uri: &str| json!({"concept": {"uri": uri}, "importance": 0.5});
    let role = role(&[item("urn:anaesthesia"), item("urn:charting")]);
    let held = json!({"skills": [{"concept": {"uri": "urn:charting"}}], "complete": ["skills"]});
    let outcome = Trial::of(register)
        .with(json!({"credits": {"related": 0}}))
        .among(taxonomy())
        .judge_closely(&role, &held);
    // ½·(1 + 20·¼) = 3 to ½, as 6 to 1.
    assert_eq!(outcome.brief(), "0.1429");
}

/// What an interview rated, as a share of what is asked.
fn rated(skill: &str, low: f64, high: f64) -> Value {
    json!({"competencies": [{"concept": {"label": skill}, "low": low, "high": high, "source": "panel"}]})
}

#[test]
fn an_interview_speaks_louder_than_the_document() {
    let check =
        |known: &[Value], items: &[Value], candidate: Value, expected: &str, codes: &[&str]| {
            let trial =
                known.iter().fold(Trial::of(register), |trial, known| trial.knowing(known.clone()));
            let outcome = trial.judge_closely(&role(items), &candidate);
            assert_eq!(
                (outcome.brief().as_str(), outcome.codes()),
                (expected, codes.to_vec()),
                "{outcome:#?}"
            );
        };
    let items = [asked("suturing", 4), asked("x-rays", 4)];
    let panel = [rated("Suturing", 0.75, 0.75)];
    let held = candidate(&[asked("suturing", 5), asked("x-rays", 2)]);
    check(&panel, &items, held, "0.625", &["rated", "short"]);
    check(&panel, &items, json!({}), "0.375..0.875", &["rated", "unstated"]);
    check(
        &[rated("welding", 1.0, 1.0)],
        &items,
        json!({}),
        "not answered",
        &["unstated", "unstated"],
    );
    check(&panel, &items, json!({"indifferent": ["skills"]}), "irrelevant", &[]);
    let two = [rated("suturing", 0.25, 0.5), rated("suturing", 0.75, 1.0)];
    check(&two, &items[..1], candidate(&[]), "0.25..1", &["differing"]);
    let taught = [with(asked("suturing", 4), &json!({"training": "a course"}))];
    check(&[rated("suturing", 0.25, 0.25)], &taught, candidate(&[]), "0.5", &["rated"]);
}

#[test]
fn an_interview_decides_a_must_have() {
    let must = |skill| with(asked(skill, 4), &json!({"mustHave": true}));
    let role = role(&[must("suturing"), must("x-rays")]);
    let held = candidate(&[asked("suturing", 5), asked("x-rays", 4)]);
    let condition = |known: Value| Trial::of(register).knowing(known).condition(&role, &held);
    assert_eq!(condition(rated("x-rays", 0.5, 0.75)).as_deref(), Some("/requirements/skills/1"));
    assert_eq!(condition(rated("suturing", 0.5, 1.0)).as_deref(), Some("/requirements/skills/0"));
    assert_eq!(condition(rated("x-rays", 1.0, 1.0)), None);
}

#[test]
fn recency_counts_where_a_rubric_says_so() {
    let used = |year: Value| with(asked("suturing", 4), &json!({"lastUsed": year}));
    let check = |held: Value, expected: &str, codes: &[&str]| {
        let trial = Trial::of(register).with(json!({"recency": {"years": 4, "keeps": 0.5}}));
        let must = with(asked("suturing", 4), &json!({"mustHave": true}));
        let outcome = trial.judge_closely(&role(&[must]), &candidate(&[held]));
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, codes.to_vec()),
            "{outcome:#?}"
        );
    };
    check(used(json!(2023)), "1 met", &["met"]);
    check(used(json!(2020)), "0.75 met", &["worn"]);
    check(used(json!(1999)), "0.5 met", &["worn"]);
    check(asked("suturing", 4), "0.5..1 met", &["undated"]);
    check(with(asked("suturing", 2), &json!({"lastUsed": 2018})), "0.25 unmet", &["worn"]);
    check_documents(
        &role(&[asked("suturing", 4)]),
        &candidate(&[used(json!(1999))]),
        "1",
        &["met"],
    );
}

#[test]
fn settings_out_of_range_are_refused() {
    let mut registry = Registry::default();
    register(&mut registry).unwrap();
    let refused = |settings: Value| {
        let error = registry.get("skills").unwrap().build(&settings).unwrap_err();
        (error.fault().pointer().to_string(), error.fault().kind())
    };
    let out_of_range = |pointer: &str| (pointer.to_owned(), FaultKind::OutOfRange);
    assert_eq!(refused(json!({"teachable": 1.5})), out_of_range("/teachable"));
    assert_eq!(refused(json!({"salience": -1})), out_of_range("/salience"));
    assert!(registry.get("skills").unwrap().build(&json!({"salienc": 1})).is_err());
    assert!(registry.get("skills").unwrap().build(&json!({})).is_ok());
}

/// The demands–abilities row of METHODS.md §1.2, with levels of 0 to 7 and importances of 1 to 5.
#[test]
fn agrees_with_the_published_kernel() {
    let item = |skill: &str, level: f64, importance: f64| json!({"concept": {"label": skill}, "importance": (importance - 1.0) / 4.0, "level": {"scale": "onet/LV", "value": level}});
    let asked = [item("a", 4.5, 4.5), item("b", 3.5, 3.0), item("c", 5.0, 4.0)];
    let held = [item("a", 4.5, 1.0), item("b", 2.8, 1.0), item("c", 6.0, 1.0)].map(|mut item| {
        item.as_object_mut().unwrap().remove("importance");
        item
    });
    let outcome = Trial::of(register).judge_closely(&role(&asked), &candidate(&held));
    assert!((outcome.node.value.low.get() - 0.952_941).abs() < 2e-6, "{outcome:#?}");
}

const SKILLS: [&str; 6] =
    ["injecting", "local anaesthesia", "charting", "x-rays", "suturing", "german"];

fn concept() -> impl Strategy<Value = Value> {
    let uris = ["urn:injecting", "urn:anaesthesia", "urn:charting"];
    prop_oneof![
        3 => prop::sample::select(&SKILLS[..]).prop_map(|label| json!({"label": label})),
        1 => prop::sample::select(uris.to_vec()).prop_map(|uri| json!({"uri": uri})),
        1 => prop::sample::select(&SKILLS[3..]).prop_map(|label| json!({"label": label, "uri": format!("urn:{label}")})),
    ]
}

fn level() -> impl Strategy<Value = Option<Value>> {
    let scale = |name: &'static str, most: u32| {
        (1..=most).prop_map(move |value| Some(json!({"scale": name, "value": value})))
    };
    prop_oneof![
        Just(None),
        scale("mutualfit/proficiency", 5),
        scale("mutualfit/proficiency", 5),
        scale("sfia", 7),
        scale("acme", 3)
    ]
}

fn object(members: Vec<(&str, Option<Value>)>) -> Value {
    Value::Object(
        members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect(),
    )
}

fn requirement() -> impl Strategy<Value = Value> {
    let group = prop::option::weighted(0.2, prop::sample::select(vec!["one", "two"]));
    let importance = prop::option::of(prop::sample::select(vec![0.0, 0.2, 0.35, 0.75, 1.0]));
    let needed_by = prop::option::weighted(0.2, prop::sample::select(vec!["P0D", "P90D"]));
    let must_have = prop::option::of(any::<bool>());
    let training = prop::option::weighted(0.2, Just("yes"));
    (concept(), level(), importance, must_have, needed_by, training, group).prop_map(
        |(concept, level, importance, must_have, needed_by, training, group)| {
            object(vec![
                ("concept", Some(concept)),
                ("level", level),
                ("importance", importance.map(Value::from)),
                ("mustHave", must_have.map(Value::from)),
                ("neededBy", needed_by.map(Value::from)),
                ("training", training.map(Value::from)),
                ("alternativeGroup", group.map(Value::from)),
            ])
        },
    )
}

fn held() -> impl Strategy<Value = Value> {
    let held = prop::option::weighted(0.2, any::<bool>());
    let last_used = prop::option::of(prop::sample::select(vec![2026, 2021, 2019, 2010]));
    (concept(), level(), held, last_used).prop_map(|(concept, level, held, last_used)| {
        object(vec![
            ("concept", Some(concept)),
            ("level", level),
            ("held", held.map(Value::from)),
            ("lastUsed", last_used.map(Value::from)),
        ])
    })
}

/// The criterion as it is, and with the setting that is off.
fn skills() -> impl Strategy<Value = Skills> {
    prop::option::of(Just(Recency::default()))
        .prop_map(|recency| Skills { recency, ..Skills::default() })
}

fn roles() -> impl Strategy<Value = Vec<Role>> {
    let role = prop::collection::vec(requirement(), 0..6).prop_map(|items| {
        let base = json!({"spec": "mutualfit/role/1", "id": "r", "title": "Role", "requirements": {"skills": items}});
        serde_json::from_value(base).unwrap()
    });
    prop::collection::vec(role, 1..6)
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let candidate = (prop::collection::vec(held(), 0..8), any::<bool>()).prop_map(|(items, complete)| {
        let complete = if complete { json!(["skills"]) } else { json!([]) };
        let base = json!({"spec": "mutualfit/candidate/1", "id": "c", "skills": items, "complete": complete});
        serde_json::from_value(base).unwrap()
    });
    prop::collection::vec(candidate, 1..40)
}

fn context() -> Context {
    let points = json!([{"from": 1, "to": 1}, {"from": 7, "to": 5}]);
    let document: ContextDocument = serde_json::from_value(json!({
        "spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-22",
        "crosswalks": [{"from": "sfia", "to": "mutualfit/proficiency", "points": points}],
    }))
    .unwrap();
    let taxonomy: Taxonomy = serde_json::from_value(
        json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": taxonomy()}),
    )
    .unwrap();
    Context::new(&World::new(document, &[taxonomy]), [])
}

/// Both columns of some documents, distilled in this order.
fn columns(
    skills: &Skills,
    roles: &[Role],
    candidates: &[Candidate],
) -> (Box<dyn Column>, Box<dyn Column>) {
    let context = context();
    let (mut asks, mut answers) = (skills.column(Side::Role), skills.column(Side::Candidate));
    for role in roles {
        skills.push_role(&mut *asks, RoleView::new(role, None), &context);
    }
    for candidate in candidates {
        skills.push_candidate(&mut *answers, candidate, &context);
    }
    asks.seal();
    answers.seal();
    (asks, answers)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lanes_of_either_side_agree_with_each_pair_to_the_bit(skills in skills(), roles in roles(), candidates in candidates()) {
        let (asks, answers) = columns(&skills, &roles, &candidates);
        for (side, ones, many) in [(Side::Role, &asks, &answers), (Side::Candidate, &answers, &asks)] {
            for across in [1, 16, LANES] {
                let slots: Vec<usize> = (0..ones.len()).cycle().take(across).collect();
                let lanes = Lanes::new(side, &**ones, &slots);
                let (degrees, gates) = (skills.degrees(lanes, &**many), skills.gates(lanes, &**many));
                for slot in 0..many.len() {
                    let (degrees, gates) = (degrees.row(&lanes, slot), gates.row(&lanes, slot));
                    for (lane, cell) in lanes.all() {
                        let (role, candidate) = lanes.seat(cell, Cell { column: &**many, slot });
                        let alone = skills.degree(role, candidate);
                        let (low, width) = degrees[lane];
                        prop_assert_eq!(
                            [low, width].map(f32::to_bits),
                            [alone.low(), alone.width()].map(f32::to_bits),
                            "{} {} of {}", side, lane, across
                        );
                        prop_assert_eq!(gates[lane], skills.gate(role, candidate));
                    }
                }
            }
        }
    }

    #[test]
    fn what_else_is_in_the_block_changes_nothing(skills in skills(), roles in roles(), candidates in candidates()) {
        let (asks, answers) = columns(&skills, &roles, &candidates);
        let (last_role, last) = (roles.len() - 1, candidates.len() - 1);
        let (ask, answer) = columns(&skills, &roles[last_role..], &candidates[last..]);
        let among = skills.degree(Cell { column: &*asks, slot: last_role }, Cell { column: &*answers, slot: last });
        let alone = skills.degree(Cell { column: &*ask, slot: 0 }, Cell { column: &*answer, slot: 0 });
        prop_assert_eq!(among, alone);
    }

    #[test]
    fn who_has_all_that_is_asked_fits_perfectly(roles in roles()) {
        let held: Vec<HeldItem> = roles.iter().map(HeldItem::of).collect();
        let candidates: Vec<Candidate> = held.into_iter().map(|held| held.0).collect();
        let skills = Skills::default();
        let (asks, answers) = columns(&skills, &roles, &candidates);
        for (slot, role) in roles.iter().enumerate() {
            let degree = skills.degree(Cell { column: &*asks, slot }, Cell { column: &*answers, slot });
            let comparable = !serde_json::to_string(role).unwrap().contains("acme");
            prop_assert!(!comparable || degree == Degree::FULL, "{degree:?} for {role:?}");
        }
    }

    #[test]
    fn stating_more_only_narrows(skills in skills(), roles in roles(), candidates in candidates(), level in 1..=5u32) {
        let mut stated = candidates.clone();
        for listed in stated.iter_mut().flat_map(|candidate| candidate.skills.iter_mut().flatten()) {
            let level = json!({"scale": "mutualfit/proficiency", "value": level});
            listed.level.get_or_insert(serde_json::from_value(level).unwrap());
            listed.last_used.get_or_insert(serde_json::from_value(json!(2020)).unwrap());
        }
        let complete = |candidate: &mut Candidate| candidate.complete = serde_json::from_value(json!(["skills"])).unwrap();
        let mut completed = stated.clone();
        completed.iter_mut().for_each(complete);
        let (asks, before) = columns(&skills, &roles, &candidates);
        let (_, after) = columns(&skills, &roles, &stated);
        let (_, last) = columns(&skills, &roles, &completed);
        for role in 0..roles.len() {
            for slot in 0..candidates.len() {
                let role = Cell { column: &*asks, slot: role };
                let chain = [&before, &after, &last].map(|column| {
                    let cell = Cell { column: &**column, slot };
                    (skills.degree(role, cell), skills.gate(role, cell))
                });
                for step in chain.windows(2) {
                    let ((wide, open), (narrow, gate)) = (step[0], step[1]);
                    prop_assert!(wide.low() <= narrow.low() + 1e-6 && narrow.high() <= wide.high() + 1e-6);
                    prop_assert!(open == Gate::Open || open == gate);
                }
            }
        }
    }
}

/// A candidate who holds exactly what a role asks.
struct HeldItem(Candidate);

impl HeldItem {
    fn of(role: &Role) -> Self {
        let required = role
            .requirements
            .as_ref()
            .and_then(|asked| asked.skills.as_deref())
            .unwrap_or_default();
        let items: Vec<Value> = required
            .iter()
            .map(|item| json!({"concept": item.concept, "level": item.level}))
            .collect();
        let items: Vec<Value> = items
            .into_iter()
            .map(|mut item| {
                if item["level"].is_null() {
                    item.as_object_mut().unwrap().remove("level");
                }
                item
            })
            .collect();
        let base = json!({"spec": "mutualfit/candidate/1", "id": "c", "skills": items});
        Self(serde_json::from_value(base).unwrap())
    }
}

#[track_caller]
fn check_levers(items: &[Value], held: &Value, expected: &[&str]) {
    Trial::of(register).check_changes(&role(items), held, expected);
}

#[test]
fn a_level_is_lowered_or_reached() {
    let half = candidate(&[asked("suturing", 2)]);
    let both = ["role lower-level 1", "candidate learn-to 1"];
    check_levers(&[asked("suturing", 4)], &half, &both);
    let essential = with(asked("suturing", 4), &json!({"mustHave": true}));
    check_levers(&[essential], &half, &["role lower-level 1 met", "candidate learn-to 1 met"]);
    check_levers(&[asked("suturing", 2)], &half, &[]);
}

#[test]
fn what_is_lacking_is_taught_or_learnt() {
    let not_held = candidate(&[json!({"concept": {"label": "suturing"}, "held": false})]);
    let both = ["role train 0.5", "candidate learn-to 1"];
    check_levers(&[asked("suturing", 4)], &not_held, &both);
    check_levers(&[asked("suturing", 4)], &candidate(&[]), &both);
    let any = || json!({"concept": {"label": "suturing"}});
    check_levers(&[any()], &not_held, &["role train 0.5", "candidate learn 1"]);
    let essential = with(asked("suturing", 4), &json!({"mustHave": true}));
    let gated = ["role train-later 0.5 open", "candidate learn-to 1 met"];
    check_levers(std::slice::from_ref(&essential), &not_held, &gated);
    let taught = with(essential, &json!({"training": "Two weeks with a mentor."}));
    let later = ["role allow-later 0.5 open", "candidate learn-to 1 met"];
    check_levers(&[taught], &not_held, &later);
    let taught = with(asked("suturing", 4), &json!({"neededBy": "P90D"}));
    check_levers(&[taught], &not_held, &["candidate learn-to 1"]);
}

#[test]
fn what_is_not_known_is_to_be_asked() {
    let others = candidate(&[asked("x-rays", 3)]);
    check_levers(&[asked("suturing", 4)], &others, &[]);
    let untold = candidate(&[json!({"concept": {"label": "suturing"}})]);
    check_levers(&[asked("suturing", 4)], &untold, &[]);
    check_levers(&[asked("suturing", 4)], &json!({}), &[]);
    let lacking = Trial::of(register).with(json!({"unlisted": "lacking", "teachable": 0}));
    let learnt = ["candidate learn-to 1"];
    lacking.check_changes(&role(&[asked("suturing", 4)]), &others, &learnt);
}

#[test]
fn alternatives_are_changed_one_by_one() {
    let either = json!({"alternativeGroup": "either"});
    let items = [with(asked("suturing", 4), &either), with(asked("x-rays", 4), &either)];
    let held = json!({"skills": [asked("suturing", 3)], "complete": ["skills"]});
    // To be taught x-rays would be less than the suturing that there is.
    let levers = ["role lower-level 1", "candidate learn-to 1", "candidate learn-to 1"];
    check_levers(&items, &held, &levers);
    let held = json!({"skills": [asked("x-rays", 4)], "complete": ["skills"]});
    check_levers(&items, &held, &[]);
}

#[test]
fn to_learn_one_skill_leaves_nothing_else_open() {
    let items = [asked("suturing", 4), asked("x-rays", 4)];
    let each = ["role train 0.25", "candidate learn-to 0.5"];
    check_levers(&items, &candidate(&[]), &each.repeat(2));
}

#[test]
fn a_neighbour_leaves_the_very_skill_to_learn() {
    let concepts = json!([
        {"uri": "urn:suturing", "label": "suturing", "broader": ["urn:surgery"]},
        {"uri": "urn:surgery", "label": "surgery"},
    ]);
    let trial = Trial::of(register).among(concepts);
    let held = json!({"skills": [asked("surgery", 4)], "complete": ["skills"]});
    let moves = trial.levers(&role(&[asked("suturing", 4)]), &held, 1.0);
    assert!(moves.contains(&(Side::Candidate, "learn-to".into(), "1".into())), "{moves:?}");
    assert!(moves.iter().all(|(_, code, _)| code != "lower-level"), "{moves:?}");
}

#[test]
fn levels_are_lowered_on_the_scale_that_is_asked() {
    let context = json!({"crosswalks": [
        {"from": "onet/LV", "to": "mutualfit/proficiency", "points": [{"from": 0, "to": 1}, {"from": 7, "to": 5}]},
    ]});
    let held =
        json!({"concept": {"label": "suturing"}, "level": {"scale": "onet/LV", "value": 3.1}});
    let trial = Trial::of(register).within(context);
    let both = ["role lower-level 1", "candidate learn-to 1"];
    trial.check_changes(&role(&[asked("suturing", 4)]), &candidate(&[held]), &both);
}

#[test]
fn a_skill_that_has_worn_is_used_again() {
    let trial = Trial::of(register).with(json!({"recency": {"years": 2, "keeps": 0.5}}));
    let worn = candidate(&[with(asked("suturing", 4), &json!({"lastUsed": 2010}))]);
    let again = ["candidate use-again 1"];
    trial.check_changes(&role(&[asked("suturing", 4)]), &worn, &again);
    let both = ["role lower-level 0.5", "candidate learn-to 1"];
    trial.check_changes(&role(&[asked("suturing", 5)]), &worn, &both);
}
