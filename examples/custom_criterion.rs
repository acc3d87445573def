//! Ranks with a criterion of one's own beside the built-in ones.
//!
//! `cargo run -p mutualfit-examples --example custom_criterion`
#![allow(clippy::print_stdout, reason = "a program that prints what it finds")]

use mutualfit::{criteria, domain, scoring};
use mutualfit_examples::{INFO, TeamSize};
use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut registry = criteria::registry()?;
    registry.add::<TeamSize>(INFO)?;
    let rubric: scoring::Rubric = serde_json::from_value(json!({
        "spec": "mutualfit/rubric/1", "id": "small-teams",
        "criteria": [{ "use": "skills" }, { "use": "acme/team-size", "with": { "slack": 4 } }],
    }))?;
    let world = scoring::World::new(
        domain::ContextDocument::new("today".parse()?, "2026-11-22".parse()?),
        &[],
    );
    let engine = scoring::Engine::new(&registry, &rubric, &world)?;
    let role = |id: &str, size: u32| -> Result<domain::Role, serde_json::Error> {
        serde_json::from_value(json!({
            "spec": "mutualfit/role/1", "id": id, "title": "Dental assistant", "team": { "size": size },
        }))
    };
    let candidate: domain::Candidate = serde_json::from_value(json!({
        "spec": "mutualfit/candidate/1", "id": "c-1", "extensions": { "com.acme.teamSize": 6 },
    }))?;
    let roles = engine.pool([role("small", 5)?, role("middling", 9)?, role("large", 30)?])?;
    let candidates = engine.pool([candidate])?;
    for ranking in engine.rank(&candidates, &roles, scoring::Request::top(3))? {
        for entry in ranking.entries {
            let side = entry.candidate_side;
            println!("{}. {:<10} candidate's side {:.2}", entry.rank, entry.id, side.low.get());
        }
    }
    Ok(())
}
