//! The laws of scores, held by every criterion of the candidate's side on documents made at random: what a role leaves
//! out widens the bounds and never moves them, and a block scores as each pair alone.

mod block;
mod raising;

use crate::{Register, trial::Trial};
use mutualfit_domain::{Candidate, Role};
use mutualfit_scoring::{Engine, Gate, Request};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Criteria for which a role that says more only narrows the bounds. `transparency` asks what is said, so that saying
/// more is meant to raise it.
const NARROWING: [Register; 12] = [
    crate::pay::register,
    crate::benefits::register,
    crate::workplace::register,
    crate::schedule::register,
    crate::contract::register,
    crate::growth::register,
    crate::career_direction::register,
    crate::skill_use::register,
    crate::day_to_day::register,
    crate::challenges::register,
    crate::work_values::register,
    crate::interests::register,
];

/// Members whose absence says something by the rules of the documents, or without which an object is none.
const KEPT: [&str; 27] = [
    "spec",
    "id",
    "title",
    "concept",
    "kind",
    "currency",
    "unitText",
    "scale",
    "value",
    "days",
    "start",
    "end",
    "country",
    "statement",
    "description",
    "appliesTo",
    "minHoursPerWeek",
    "guaranteed",
    "variablePay",
    "neededBy",
    "training",
    "label",
    "minValue",
    "skills",
    "when",
    "wish",
    "minimum",
];

/// How many pairs the laws are held to, each by every criterion.
const CASES: u32 = 48;

/// Draws from a seed (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    fn pick(&mut self, of: &[&str]) -> String {
        of[self.roll(of.len() as u64) as usize].to_owned()
    }

    fn list(&mut self, most: u64, mut item: impl FnMut(&mut Self) -> Value) -> Value {
        (0..self.roll(most + 1)).map(|_| item(self)).collect()
    }

    fn concept(&mut self) -> Value {
        json!({"label": self.pick(&["care", "triage", "billing", "teaching", "dancing"])})
    }

    fn level(&mut self) -> Value {
        json!({"scale": self.pick(&["mutualfit/proficiency", "sfia"]), "value": 1 + self.roll(5)})
    }

    fn range(&mut self, least: u64, extent: u64) -> Value {
        let least = least + self.roll(extent);
        json!({"minValue": least, "maxValue": least + self.roll(3)})
    }

    fn place(&mut self) -> Value {
        json!({"country": self.pick(&["DE", "GB"]), "locality": self.pick(&["Bonn", "Leeds"])})
    }

    fn profile(&mut self, names: &[&str]) -> Value {
        let mut profile = json!({"scale": "onet/EX"});
        for name in names {
            profile[name] = json!(1 + self.roll(7));
        }
        profile
    }

    fn text(&mut self, words: &[&str]) -> Value {
        self.pick(words).into()
    }

    fn gating(&mut self, mut item: Value) -> Value {
        item["importance"] = json!(self.roll(5) as f64 / 4.0);
        item["dealBreaker"] = json!(self.roll(2) == 0);
        item
    }
}

const KINDS: [&str; 3] = ["onSite", "hybrid", "remote"];
const EMPLOYMENT: [&str; 3] = ["FULL_TIME", "PART_TIME", "CONTRACTOR"];
const SHIFTS: [&str; 3] = ["day", "night", "late"];
const VALUES: [&str; 6] =
    ["achievement", "independence", "recognition", "relationships", "support", "workingConditions"];
const INTERESTS: [&str; 6] =
    ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/// A role that leaves nothing out but items of lists.
fn role(dice: &mut Dice) -> Value {
    let pay = |dice: &mut Dice| {
        let least = 30 + dice.roll(30);
        json!({"minValue": least.to_string(), "maxValue": (least + dice.roll(9)).to_string(), "currency": "EUR",
               "unitText": dice.pick(&["HOUR", "WEEK"])})
    };
    let duty = |dice: &mut Dice| {
        json!({"description": "x", "concept": dice.concept(), "share": dice.roll(5) as f64 / 16.0,
               "skills": dice.list(2, Dice::concept)})
    };
    // Who can employ anywhere can do so in their own country.
    let country = dice.pick(&["DE", "GB"]);
    let complete: Vec<&str> =
        ["learn", "occupations", "careerSteps", "benefits", "challenges", "applicantLocations"]
            .into_iter()
            .filter(|_| dice.roll(2) == 0)
            .collect();
    let learn = dice.list(2, |dice| json!({"concept": dice.concept(), "level": dice.level(), "support": "x", "evidence": "y"}));
    let skill = |dice: &mut Dice| {
        let mut skill = json!({"concept": dice.concept(), "level": dice.level()});
        if dice.roll(2) == 0 {
            skill["training"] = json!("course");
        }
        skill
    };
    json!({
        "spec": "mutualfit/role/1", "id": "r", "title": "x", "complete": complete,
        "occupations": dice.list(2, Dice::concept),
        "responsibilities": dice.list(3, duty),
        "challenges": dice.list(2, |dice| json!({"statement": "x", "concept": dice.concept()})),
        "requirements": {"skills": dice.list(3, skill)},
        "compensation": {
            "pay": dice.list(2, pay),
            "benefits": dice.list(2, |dice| json!({"kind": dice.text(&["health", "food"]), "minHoursPerWeek": 20 + dice.roll(20)})),
        },
        "arrangements": [{
            "workplaceType": dice.pick(&KINDS), "jobLocation": {"country": country, "locality": "Bonn"}, "onSiteDaysPerWeek": dice.range(0, 5),
            "travelShare": dice.roll(9) as f64 / 8.0, "employmentType": [dice.pick(&EMPLOYMENT)],
            "duration": format!("P{}M", dice.roll(24)),
            "schedule": {
                "hoursPerWeek": dice.range(20, 25), "shifts": dice.list(2, |dice| dice.text(&SHIFTS)), "noticeDays": dice.roll(20),
                "windows": [{"days": ["mon", dice.pick(&["tue", "sun"])], "start": "09:00", "end": format!("1{}:00", dice.roll(9))}],
            },
        }],
        "applicantLocations": [{"country": country}, {"country": dice.pick(&["FR", "GB"])}],
        "growth": {
            "learn": learn,
            "careerSteps": dice.list(2, |dice| json!({"title": "x", "occupation": dice.concept(), "evidence": "x"})),
            "support": ["x"],
        },
        "environment": {"workValues": dice.profile(&VALUES), "interests": dice.profile(&INTERESTS)},
    })
}

fn candidate(dice: &mut Dice) -> Value {
    let wish = |dice: &mut Dice| {
        let wish =
            json!({"concept": dice.concept(), "wish": dice.pick(&["seek", "avoid", "accept"])});
        dice.gating(wish)
    };
    let when = |dice: &mut Dice| match dice.roll(4) {
        0 => json!({"workplaceType": [dice.pick(&KINDS)], "hoursPerWeek": dice.range(20, 25)}),
        1 => json!({"countries": ["DE"], "shifts": [dice.pick(&SHIFTS)]}),
        2 => json!({"employmentType": [dice.pick(&EMPLOYMENT)]}),
        _ => json!({}),
    };
    let pay = |dice: &mut Dice| {
        let minimum = 30 + dice.roll(30);
        json!({"minimum": minimum.to_string(), "target": (minimum + dice.roll(20)).to_string(), "currency": "EUR", "unitText": dice.pick(&["HOUR", "WEEK"]), "when": when(dice)})
    };
    let workplace = |dice: &mut Dice| {
        json!({"workplaceType": [dice.pick(&KINDS), dice.pick(&KINDS)], "places": [dice.place()], "maxCommuteMinutes": 30,
               "maxOnSiteDaysPerWeek": dice.roll(5), "maxTravelShare": dice.roll(5) as f64 / 8.0, "desirability": 0.5, "when": when(dice)})
    };
    let schedule = |dice: &mut Dice| {
        json!({"hoursPerWeek": dice.range(20, 25), "shifts": [dice.pick(&SHIFTS), dice.pick(&SHIFTS)], "avoidShifts": [dice.pick(&SHIFTS)],
               "windows": [{"days": ["mon", "tue"], "start": "08:00", "end": "14:00"}], "minNoticeDays": dice.roll(20), "when": when(dice)})
    };
    let contract = |dice: &mut Dice| json!({"employmentType": [dice.pick(&EMPLOYMENT)], "minDuration": format!("P{}M", dice.roll(24)), "when": when(dice)});
    let need = |dice: &mut Dice, option: &dyn Fn(&mut Dice) -> Value| {
        let options = [option(dice), option(dice)];
        dice.gating(json!({"options": options}))
    };
    let mut document = json!({
        "spec": "mutualfit/candidate/1", "id": "c", "home": dice.place(),
        "skills": dice.list(3, |dice| json!({"concept": dice.concept(), "level": dice.level(), "held": dice.roll(4) > 0})),
        "aspirations": {
            "pay": need(dice, &pay), "workplace": need(dice, &workplace), "schedule": need(dice, &schedule),
            "contract": need(dice, &contract),
            "skillUse": dice.list(3, wish), "tasks": dice.list(3, wish), "challenges": dice.list(3, wish),
            "learning": dice.list(3, |dice| { let wish = json!({"concept": dice.concept(), "level": dice.level()}); dice.gating(wish) }),
            "goals": dice.list(2, |dice| json!({"statement": "x", "occupations": dice.list(2, Dice::concept)})),
            "benefits": dice.list(2, |dice| { let wish = json!({"kind": dice.pick(&["health", "food"])}); dice.gating(wish) }),
            "workValues": dice.profile(&VALUES), "interests": dice.profile(&INTERESTS),
        },
    });
    thin(&mut document, dice, 6);
    document
}

/// Leaves out one member in so many, at any depth.
fn thin(value: &mut Value, dice: &mut Dice, one_in: u64) {
    match value {
        Value::Object(members) => {
            let is_pay = members.contains_key("currency");
            let is_removable = |name: &str| is_pay && name == "minValue" || !KEPT.contains(&name);
            members.retain(|name, _| !is_removable(name) || dice.roll(one_in) > 0);
            members.values_mut().for_each(|member| thin(member, dice, one_in));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| thin(item, dice, one_in)),
        _ => {}
    }
}

/// A world where some of what documents are about is related.
fn concepts() -> Value {
    json!([
        {"uri": "x:care", "label": "care"},
        {"uri": "x:triage", "label": "triage", "broader": ["x:care"]},
        {"uri": "x:billing", "label": "billing", "related": ["x:teaching"]},
        {"uri": "x:teaching", "label": "teaching"},
    ])
}

/// A trial in that world.
fn trial(register: Register) -> Trial {
    Trial::of(register).among(concepts())
}

/// What one criterion makes of a pair: low, high and gate.
fn judged(engine: &Engine, role: &Value, candidate: &Value) -> (f64, f64, Option<Gate>) {
    let role: Role = serde_json::from_value(role.clone()).unwrap();
    let candidate: Candidate = serde_json::from_value(candidate.clone()).unwrap();
    let sides = engine.explain(&role, &candidate).explanation.children;
    let node =
        sides.into_iter().flat_map(|side| side.children).find(|node| node.kind.is_some()).unwrap();
    (node.value.low.get(), node.value.high.get(), node.gate)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_role_that_says_more_only_narrows_the_bounds(seed in 1_u64..) {
        let mut dice = Dice(seed);
        let (full, candidate) = (role(&mut dice), candidate(&mut dice));
        let mut partial = full.clone();
        thin(&mut partial, &mut dice, 4);
        for register in NARROWING {
            let engine = trial(register).engine();
            let (before, after) = (judged(&engine, &partial, &candidate), judged(&engine, &full, &candidate));
            let is_inside = before.0 <= after.0 + 2e-6 && after.1 <= before.1 + 2e-6;
            let holds = before.2 == after.2 || before.2 == Some(Gate::Open);
            prop_assert!(is_inside && holds, "{before:?} became {after:?}: {partial} {full} {candidate}");
        }
    }

    #[test]
    fn a_block_scores_as_each_pair_alone_in_either_direction(seed in 1_u64..) {
        let mut dice = Dice(seed);
        let documents = |dice: &mut Dice, make: fn(&mut Dice) -> Value| -> Vec<Value> {
            (0..3).map(|number| { let mut document = make(dice); thin(&mut document, dice, 6); document["id"] = json!(format!("{number}")); document }).collect()
        };
        let (roles, candidates) = (documents(&mut dice, role), documents(&mut dice, candidate));
        let read = |values: &[Value]| values.iter().map(|value| serde_json::from_value(value.clone()).unwrap()).collect::<Vec<Role>>();
        let roles: Vec<Role> = read(&roles);
        let candidates: Vec<Candidate> = candidates.into_iter().map(|value| serde_json::from_value(value).unwrap()).collect();
        for register in NARROWING.into_iter().chain([crate::transparency::register as Register]) {
            let engine = trial(register).engine();
            let (of_roles, of_candidates) = (engine.pool(roles.clone()).unwrap(), engine.pool(candidates.clone()).unwrap());
            let all = Request { blocked: 9, ..Request::top(9) };
            let forth = engine.rank(&of_roles, &of_candidates, all).unwrap();
            let back = engine.rank(&of_candidates, &of_roles, all).unwrap();
            for ranking in forth.iter().chain(&back) {
                let ranked = ranking.entries.iter().map(|entry| (&entry.id, &entry.candidate_side));
                let blocked = ranking.blocked.entries.iter().map(|entry| (&entry.id, &entry.candidate_side));
                for (id, side) in ranked.chain(blocked) {
                    let is_role = ranking.subject.kind == mutualfit_domain::Side::Role;
                    let (role, candidate) = if is_role { (&ranking.subject.id, id) } else { (id, &ranking.subject.id) };
                    let role = roles.iter().find(|known| known.id == *role).unwrap();
                    let candidate = candidates.iter().find(|known| known.id == *candidate).unwrap();
                    let sides = engine.explain(role, candidate).explanation.children;
                    let alone = sides.iter().find(|side| side.code == "candidate-side").unwrap().value;
                    prop_assert_eq!((side.low, side.high), (alone.low, alone.high));
                }
            }
        }
    }
}
