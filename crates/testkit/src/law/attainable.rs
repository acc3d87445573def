//! Whoever is or has all that is asked reaches exactly 1.

use super::{
    case::Case,
    trial::{Trial, Violation},
};
use mutualfit_domain::{RoleView, Side};
use mutualfit_scoring::{Cell, Degree, Mark, Scorer};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::cell::Cell as Counter;

pub(crate) fn prove(trial: &Trial<'_>) -> Result<(), Violation> {
    let (perfect, compared) = (Counter::new(0), Counter::new(0));
    let cases = (trial.roles(), any::<bool>()).prop_map(|(role, furnished)| {
        let candidate = made_for(&role);
        Case { role, candidate, pairs: Vec::new(), furnished, picks: Vec::new() }
    });
    trial.try_with(
        || "attainable",
        cases,
        Case::shown,
        |case| {
            let Some(degree) = degree(trial, case) else { return Ok(()) };
            compared.set(compared.get() + 1);
            if degree.high().to_bits() != 1f32.to_bits() {
                return Err(format!(
                    "one who is and has all that is asked reaches {} at the most",
                    degree.high()
                ));
            }
            perfect.set(perfect.get() + usize::from(degree == Degree::FULL));
            Ok(())
        },
    )?;
    if compared.get() == 0 || perfect.get() > 0 {
        return Ok(());
    }
    Err(trial.broken("attainable", "nobody made for a role reached 1 for certain", None))
}

/// What the first arrangement of the role gives, where ask and answer are stated.
fn degree(trial: &Trial<'_>, case: &Case) -> Option<Degree> {
    let documents = case.documents();
    let context = &trial.bench(case.furnished).context;
    let scorer: &dyn Scorer = &*trial.scorer;
    let (mut roles, mut candidates) = (scorer.column(Side::Role), scorer.column(Side::Candidate));
    let marks = [
        scorer.push_role(&mut *roles, RoleView::new(&documents.role, Some(0)), context),
        scorer.push_candidate(&mut *candidates, &documents.candidate, context),
    ];
    roles.seal();
    candidates.seal();
    let stated = marks.iter().all(|mark| *mark != Mark::UNSTATED && *mark != Mark::IRRELEVANT);
    let (role, candidate) =
        (Cell { column: &*roles, slot: 0 }, Cell { column: &*candidates, slot: 0 });
    stated.then(|| scorer.degree(role, candidate))
}

/// A candidate made for a role: who brings all that it asks and wants what its first arrangement gives.
///
/// Both are JSON; what a role does not say, the candidate neither brings nor wants.
pub fn made_for(role: &Value) -> Value {
    let mut candidate = json!({ "spec": "mutualfit/candidate/1", "id": "c" });
    let mut aspirations = Map::new();
    if let (Some(members), brings) = (candidate.as_object_mut(), brings(role)) {
        members.extend(brings);
        aspirations.extend(wants(role));
        members.insert("aspirations".to_owned(), Value::Object(aspirations));
    }
    candidate
}

/// One item of the candidate's for each item of the role's, where the role has the list.
fn each(role: &Value, list: &str, item: impl Fn(&Value) -> Option<Value>) -> Option<Value> {
    Some(Value::Array(role.pointer(list)?.as_array()?.iter().filter_map(item).collect()))
}

/// The members of an object that are named.
fn taking(of: &Value, names: &[&str]) -> Map<String, Value> {
    let taken = names.iter().filter_map(|&name| Some((name.to_owned(), of.get(name)?.clone())));
    taken.collect()
}

/// These members, and one more.
fn with(mut members: Map<String, Value>, name: &str, value: impl Into<Value>) -> Value {
    members.insert(name.to_owned(), value.into());
    Value::Object(members)
}

fn stated<const N: usize>(sections: [(&str, Option<Value>); N]) -> Map<String, Value> {
    sections.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn brings(role: &Value) -> Map<String, Value> {
    // Used up to the present, whenever that is.
    let skill = |asked: &Value| Some(with(taking(asked, &["concept", "level"]), "lastUsed", 9999));
    let job = |asked: &Value| {
        Some(with(taking(asked, &["occupation"]), "months", asked.get("minimumMonths")?.clone()))
    };
    let credential =
        |asked: &Value| Some(with(taking(asked, &["concept", "jurisdiction"]), "status", "held"));
    let education =
        |asked: &Value| Some(with(taking(asked, &["level", "field"]), "status", "completed"));
    let language =
        |asked: &Value| Some(json!({ "language": asked.get("language")?, "cefr": "C2" }));
    let permit =
        |asked: &Value| Some(json!({ "country": asked.get("country")?, "status": "authorized" }));
    // Where the role says where it can employ, a home might be elsewhere.
    let anywhere = role.get("applicantLocations").is_none();
    let overlap = role.pointer("/requirements/availability/overlap/utcOffsetMinutes");
    let offset = overlap.filter(|_| anywhere);
    let available = role.pointer("/requirements/availability").map(|asked| {
        let mut available = taking(asked, &["hoursPerWeek", "shifts", "windows"]);
        if asked.get("overlap").is_some() {
            let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            available.insert(
                "windows".to_owned(),
                json!([{ "days": week, "start": "00:00", "end": "24:00" }]),
            );
        }
        available.insert("travelShare".to_owned(), json!(1));
        with(available, "from", "2020-01-01")
    });
    stated([
        ("skills", each(role, "/requirements/skills", skill)),
        ("experience", each(role, "/requirements/experience", job)),
        ("credentials", each(role, "/requirements/credentials", credential)),
        ("education", each(role, "/requirements/education", education)),
        ("languages", each(role, "/requirements/languages", language)),
        ("workAuthorization", each(role, "/requirements/workAuthorization", permit)),
        ("availability", available),
        ("home", offset.map(|offset| json!({ "country": "US", "utcOffsetMinutes": offset }))),
    ])
}

fn wants(role: &Value) -> Map<String, Value> {
    let seek = |from: &Value| Some(json!({ "concept": from.get("concept")?, "wish": "seek" }));
    let learn = |taught: &Value| {
        let proven = taught.get("support").is_some() && taught.get("evidence").is_some();
        proven.then(|| Value::Object(taking(taught, &["concept", "level"])))
    };
    let task = |duty: &Value| {
        let large = duty.get("share").and_then(Value::as_f64).is_some_and(|share| share >= 0.25);
        seek(duty).filter(|_| large)
    };
    let benefit = |given: &Value| {
        let unlimited = given.get("minHoursPerWeek").is_none();
        unlimited.then(|| json!({ "kind": given.get("kind") }))
    };
    let need = |option: Value| json!({ "options": [option] });
    let way = role.pointer("/arrangements/0");
    let from_way =
        |names: &[&str]| way.map(|way| taking(way, names)).filter(|taken| !taken.is_empty());
    let hours = role.pointer("/arrangements/0/schedule/hoursPerWeek");
    let goal =
        |occupations: &Value| json!([{ "statement": "This work", "occupations": occupations }]);
    let topics = || {
        let stated = mutualfit_domain::read_value::<mutualfit_domain::Role>(role.clone()).ok()?;
        Some(json!({ "topics": stated.stated_topics() }))
    };
    stated([
        ("learning", each(role, "/growth/learn", learn)),
        ("goals", role.get("occupations").map(goal)),
        ("skillUse", each(role, "/requirements/skills", seek)),
        ("tasks", each(role, "/responsibilities", task)),
        ("challenges", each(role, "/challenges", seek)),
        ("pay", least_pay(role).map(need)),
        (
            "workplace",
            from_way(&["workplaceType"])
                .and_then(|taken| Some(json!({ "workplaceType": [taken.get("workplaceType")?] })))
                .map(need),
        ),
        ("schedule", hours.map(|hours| need(json!({ "hoursPerWeek": hours })))),
        ("contract", from_way(&["employmentType"]).map(|taken| need(Value::Object(taken)))),
        ("benefits", each(role, "/compensation/benefits", benefit)),
        ("transparency", topics()),
        ("workValues", role.pointer("/environment/workValues").cloned()),
        ("interests", role.pointer("/environment/interests").cloned()),
    ])
}

/// The pay that a role gives at the least, where it gives one kind of pay without conditions.
fn least_pay(role: &Value) -> Option<Value> {
    let pay = role.pointer("/compensation/pay")?.as_array()?;
    let [only] = pay.as_slice() else { return None };
    if only.get("appliesTo").is_some() {
        return None;
    }
    Some(with(taking(only, &["currency", "unitText"]), "minimum", only.get("minValue")?.clone()))
}
