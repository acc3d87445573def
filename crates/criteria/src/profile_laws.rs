//! The laws of scores, held by every criterion of the role's side on documents made at random: what a candidate leaves
//! out widens the bounds and never moves them, and a block scores as each pair alone.

use crate::{Register, trial::Trial};
use mutualfit_domain::{Candidate, Role, Side};
use mutualfit_scoring::{Engine, Gate, Node, Request};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};

/// Every criterion of the role's side.
const CRITERIA: [Register; 8] = [
    crate::skills::register,
    crate::experience::register,
    crate::credentials::register,
    crate::education::register,
    crate::languages::register,
    crate::availability::register,
    crate::competencies::register,
    crate::work_authorization::register,
];

/// Members of a candidate that say something by being absent (a default), without which an object is none, or beside
/// which others change their meaning.
const KEPT: [&str; 19] = [
    "spec",
    "id",
    "concept",
    "label",
    "scale",
    "value",
    "held",
    "status",
    "validUntil",
    "language",
    "country",
    "days",
    "start",
    "end",
    "minValue",
    "maxValue",
    "from",
    "noticePeriod",
    "months",
];

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::select(words).prop_map(Value::from)
}

fn concept() -> impl Strategy<Value = Value> {
    one_of(&["care", "triage", "billing"]).prop_map(|label| json!({"label": label}))
}

fn level() -> impl Strategy<Value = Value> {
    (one_of(&["mutualfit/proficiency", "sfia"]), 1..=5)
        .prop_map(|(scale, value)| json!({"scale": scale, "value": value}))
}

fn eqf() -> impl Strategy<Value = Value> {
    (1..=8).prop_map(|level| json!({"label": format!("EQF {level}")}))
}

fn date() -> impl Strategy<Value = Value> {
    (2025..=2027, 1..=12, 1..=28, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => json!(format!("{year}")),
        1 => json!(format!("{year}-{month:02}")),
        _ => json!(format!("{year}-{month:02}-{day:02}")),
    })
}

fn windows() -> impl Strategy<Value = Value> {
    (one_of(&["tue", "sun"]), 10..20).prop_map(
        |(day, end)| json!([{"days": ["mon", day], "start": "09:00", "end": format!("{end}:00")}]),
    )
}

fn hours() -> impl Strategy<Value = Value> {
    (10..40, 0..10).prop_map(|(least, more)| json!({"minValue": least, "maxValue": least + more}))
}

/// An object of these members, each there or not.
fn object(members: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    values
        .prop_map(move |values| names.iter().map(|name| (*name).to_owned()).zip(values).collect())
        .boxed()
}

fn listed(item: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 0..4).prop_map(Value::from).boxed()
}

/// A requirement of these members beside those that every one may have.
fn requirement(members: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let common = (0..=4, any::<bool>(), prop::option::weighted(0.2, Just("group")));
    (object(members), common)
        .prop_map(|(mut item, (importance, must_have, group))| {
            item["importance"] = json!(f64::from(importance) / 4.0);
            item["mustHave"] = json!(must_have);
            if let Some(group) = group {
                item["alternativeGroup"] = json!(group);
            }
            item
        })
        .boxed()
}

fn role() -> impl Strategy<Value = Value> {
    let skill = requirement(vec![
        ("concept", concept().boxed()),
        ("level", level().boxed()),
        ("neededBy", one_of(&["P0D", "P0D", "P90D"]).boxed()),
    ]);
    let experience = requirement(vec![
        ("occupation", concept().boxed()),
        ("minimumMonths", (0..48).prop_map(Value::from).boxed()),
    ]);
    let credential = requirement(vec![
        ("concept", concept().boxed()),
        ("jurisdiction", one_of(&["US-OR", "US-WA"]).boxed()),
        ("neededBy", one_of(&["P0D", "P90D"]).boxed()),
    ]);
    let education = requirement(vec![
        ("level", eqf().boxed()),
        ("field", concept().boxed()),
        ("orMonthsOfExperience", prop::option::of(1..48).prop_map(|months| json!(months)).boxed()),
    ]);
    let language = requirement(vec![
        ("language", one_of(&["de", "en"]).boxed()),
        ("cefr", one_of(&["A2", "B2", "C1"]).boxed()),
        ("activity", one_of(&["writing", "listening"]).boxed()),
    ]);
    let overlap = (0..8).prop_map(|hours| json!({"utcOffsetMinutes": 60, "start": "09:00", "end": "17:00", "minHours": hours}));
    let availability = requirement(vec![
        ("start", date().boxed()),
        ("hoursPerWeek", hours().boxed()),
        ("shifts", Just(json!(["day", "night"])).boxed()),
        ("windows", windows().boxed()),
        ("overlap", overlap.boxed()),
    ])
    .prop_map(|mut availability| {
        availability.as_object_mut().unwrap().remove("alternativeGroup");
        availability
    });
    let authorization = object(vec![
        ("country", one_of(&["GB", "IE"]).boxed()),
        ("sponsorship", one_of(&["offered", "considered", "notOffered"]).boxed()),
    ]);
    let arrangement = object(vec![
        ("workplaceType", one_of(&["onSite", "remote"]).boxed()),
        ("jobLocation", Just(json!({"country": "GB", "utcOffsetMinutes": 0})).boxed()),
    ]);
    let requirements = object(vec![
        ("skills", listed(skill)),
        ("experience", listed(experience)),
        ("credentials", listed(credential)),
        ("education", listed(education)),
        ("languages", listed(language)),
        ("availability", availability.boxed()),
        ("workAuthorization", listed(authorization)),
    ]);
    (requirements, arrangement).prop_map(|(requirements, arrangement)| {
        json!({"spec": "mutualfit/role/1", "id": "r", "title": "x", "requirements": requirements, "arrangements": [arrangement]})
    })
}

/// A candidate who leaves nothing out but items of lists.
fn candidate() -> impl Strategy<Value = Value> {
    let skill = object(vec![
        ("concept", concept().boxed()),
        ("level", level().boxed()),
        ("held", (0..4).prop_map(|side| (side > 0).into()).boxed()),
    ]);
    let experience = object(vec![
        ("occupation", concept().boxed()),
        ("startDate", one_of(&["2020", "2024-03", "2024-03-10"]).boxed()),
        ("endDate", one_of(&["2025", "2025-04", "2026-01-10"]).boxed()),
    ]);
    let credential = object(vec![
        ("concept", concept().boxed()),
        ("jurisdiction", one_of(&["US-OR", "US-WA"]).boxed()),
        ("status", one_of(&["held", "inProgress", "eligible", "lapsed", "none"]).boxed()),
        ("validUntil", date().boxed()),
        ("expectedBy", date().boxed()),
    ]);
    let education = object(vec![
        ("level", eqf().boxed()),
        ("field", concept().boxed()),
        ("status", one_of(&["completed", "inProgress"]).boxed()),
        ("expectedBy", date().boxed()),
    ]);
    let cefr = || one_of(&["A1", "B1", "B2", "C2"]).boxed();
    let activities = ["listening", "reading", "spokenInteraction", "spokenProduction", "writing"];
    let mut members = vec![("language", one_of(&["de", "en"]).boxed())];
    members.extend(activities.map(|activity| (activity, cefr())));
    let language = object(members).prop_map(move |mut language| {
        // Levels are written so that they sort; overall is what is reached in every activity.
        let least = activities.iter().filter_map(|activity| language[activity].as_str()).min();
        language["cefr"] = least.into();
        language
    });
    let availability = object(vec![
        ("from", date().boxed()),
        ("hoursPerWeek", hours().boxed()),
        ("shifts", one_of(&["day", "night"]).prop_map(|shift| json!([shift])).boxed()),
        ("windows", windows().boxed()),
    ]);
    let authorization = object(vec![
        ("country", one_of(&["GB", "IE"]).boxed()),
        ("status", one_of(&["authorized", "needsSponsorship"]).boxed()),
    ]);
    let lists =
        ["skills", "experience", "credentials", "education", "languages", "workAuthorization"];
    let sections = object(vec![
        ("skills", listed(skill)),
        ("experience", listed(experience)),
        ("credentials", listed(credential)),
        ("education", listed(education)),
        ("languages", listed(language.boxed())),
        ("availability", availability),
        ("workAuthorization", listed(authorization)),
        (
            "home",
            (-8..8)
                .prop_map(|offset| json!({"country": "GB", "utcOffsetMinutes": offset * 60}))
                .boxed(),
        ),
        (
            "complete",
            prop::sample::subsequence(lists.to_vec(), 0..=lists.len())
                .prop_map(Value::from)
                .boxed(),
        ),
    ]);
    sections.prop_map(|mut candidate| {
        candidate["spec"] = json!("mutualfit/candidate/1");
        candidate["id"] = json!("c");
        candidate
    })
}

/// Leaves out members at any depth, one for each of the draws that is true, as long as they last.
fn thin(value: &mut Value, draws: &mut impl Iterator<Item = bool>) {
    match value {
        Value::Object(members) => {
            members
                .retain(|name, _| KEPT.contains(&name.as_str()) || !draws.next().unwrap_or(false));
            members.values_mut().for_each(|member| thin(member, draws));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| thin(item, draws)),
        _ => {}
    }
}

/// What one criterion makes of a pair: low, high and gate.
fn judged(engine: &Engine, role: &Role, candidate: &Value) -> (f64, f64, Option<Gate>) {
    let candidate: Candidate = serde_json::from_value(candidate.clone()).unwrap();
    let sides = engine.explain(role, &candidate).explanation.children;
    let node =
        sides.into_iter().flat_map(|side| side.children).find(|node| node.kind.is_some()).unwrap();
    summary(&node)
}

/// Low, high and gate.
fn summary(node: &Node) -> (f64, f64, Option<Gate>) {
    (node.value.low.get(), node.value.high.get(), node.gate)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_candidate_who_says_more_only_narrows_the_bounds(
        role in role(), full in candidate(), draws in prop::collection::vec(prop::bool::weighted(0.25), 80),
    ) {
        let role: Role = serde_json::from_value(role).unwrap();
        let mut partial = full.clone();
        thin(&mut partial, &mut draws.into_iter());
        for register in CRITERIA {
            let engine = Trial::of(register).engine();
            let (before, after) = (judged(&engine, &role, &partial), judged(&engine, &role, &full));
            let is_inside = before.0 <= after.0 + 2e-6 && after.1 <= before.1 + 2e-6;
            let holds = before.2 == after.2 || before.2 == Some(Gate::Open);
            let asked = serde_json::to_string(&role.requirements).unwrap();
            prop_assert!(is_inside && holds, "{before:?} became {after:?}: {asked} {partial} {full}");
        }
    }

    #[test]
    fn what_could_change_raises_what_it_is_proposed_for(
        role in role(), full in candidate(), draws in prop::collection::vec(prop::bool::weighted(0.1), 80),
    ) {
        let mut candidate = full;
        thin(&mut candidate, &mut draws.into_iter());
        let asked: Role = serde_json::from_value(role.clone()).unwrap();
        for register in CRITERIA {
            let trial = Trial::of(register);
            let before = judged(&trial.engine(), &asked, &candidate);
            for (lever, outcome) in trial.proposed(&role, &candidate, 1.0) {
                let after = summary(&outcome.node);
                let is_lower = after.0 < before.0 || after.1 < before.1 || after.2 > before.2;
                prop_assert!(!is_lower && after != before, "{before:?} became {after:?} by {lever:?}");
            }
        }
    }

    #[test]
    fn the_direction_changes_no_score(
        roles in prop::collection::vec(role(), 1..4), candidates in prop::collection::vec(candidate(), 1..4),
    ) {
        let named = |mut document: Value, number: usize| {
            document["id"] = json!(number.to_string());
            document
        };
        let roles: Vec<Role> =
            roles.into_iter().enumerate().map(|(at, role)| serde_json::from_value(named(role, at)).unwrap()).collect();
        let candidates: Vec<Candidate> = candidates
            .into_iter()
            .enumerate()
            .map(|(at, candidate)| serde_json::from_value(named(candidate, at)).unwrap())
            .collect();
        for register in CRITERIA {
            let engine = Trial::of(register).engine();
            let (roles, candidates) = (engine.pool(roles.clone()).unwrap(), engine.pool(candidates.clone()).unwrap());
            let all = Request { blocked: 9, ..Request::top(9) };
            let mut scores = Vec::new();
            let rankings = [engine.rank(&roles, &candidates, all).unwrap(), engine.rank(&candidates, &roles, all).unwrap()];
            for (direction, ranking) in rankings.iter().enumerate().flat_map(|(at, all)| all.iter().map(move |one| (at, one))) {
                let open = ranking.entries.iter().map(|entry| (&entry.id, entry.role_side.low, entry.role_side.high, false));
                let blocked =
                    ranking.blocked.entries.iter().map(|entry| (&entry.id, entry.role_side.low, entry.role_side.high, true));
                for (id, low, high, is_blocked) in open.chain(blocked) {
                    let pair = if direction == 0 { (&ranking.subject.id, id) } else { (id, &ranking.subject.id) };
                    scores.push((direction, pair, low, high, is_blocked));
                }
            }
            for (_, pair, low, high, is_blocked) in &scores {
                let same = scores.iter().filter(|other| other.1 == *pair && (other.2, other.3, other.4) == (*low, *high, *is_blocked));
                prop_assert_eq!(same.count(), 2);
            }
        }
    }
}

/// Every criterion proposes something on each side of which it says that it can change.
#[test]
fn criteria_propose_on_the_sides_that_they_say() {
    let mut runner = TestRunner::deterministic();
    let mut seen = [[false; 2]; CRITERIA.len()];
    for _ in 0..400 {
        let mut of =
            |strategy: BoxedStrategy<Value>| strategy.new_tree(&mut runner).unwrap().current();
        let (role, candidate) = (of(role().boxed()), of(candidate().boxed()));
        for (register, seen) in CRITERIA.into_iter().zip(&mut seen) {
            for (side, ..) in Trial::of(register).levers(&role, &candidate, 1.0) {
                seen[usize::from(side == Side::Candidate)] = true;
            }
        }
    }
    let (both, role, none) = ([true, true], [true, false], [false, false]);
    assert_eq!(seen, [both, role, both, both, both, both, none, role]);
}
