//! Embeds the engine: two documents from JSON, one score from each side.
//!
//! `cargo run -p mutualfit-examples --example embed`
#![allow(clippy::print_stdout, reason = "a program that prints what it finds")]

use mutualfit::{criteria, domain, scoring};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let role: domain::Role = domain::read(
        r#"{ "spec": "mutualfit/role/1", "id": "vet-tech", "title": "Veterinary technician",
             "requirements": { "skills": [ { "concept": { "label": "Feline handling" }, "importance": 1 },
                                           { "concept": { "label": "Dental radiography" } } ] },
             "compensation": { "pay": [ { "minValue": "23", "maxValue": "27", "currency": "USD", "unitText": "HOUR" } ] } }"#,
    )?;
    let candidate: domain::Candidate = domain::read(
        r#"{ "spec": "mutualfit/candidate/1", "id": "c-1", "skills": [ { "concept": { "label": "Feline handling" } } ],
             "aspirations": { "pay": { "options": [ { "minimum": "24", "currency": "USD", "unitText": "HOUR" } ] } } }"#,
    )?;
    let world = scoring::World::new(
        domain::ContextDocument::new("today".parse()?, "2026-11-22".parse()?),
        &[],
    );
    let engine =
        scoring::Engine::new(&criteria::registry()?, &criteria::default_rubric()?, &world)?;
    let (roles, candidates) = (engine.pool([role])?, engine.pool([candidate])?);
    for ranking in engine.rank(&roles, &candidates, scoring::Request::top(10))? {
        println!("{}", serde_json::to_string_pretty(&ranking)?);
    }
    Ok(())
}
