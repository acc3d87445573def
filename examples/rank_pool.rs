//! Ranks a folder of candidates for a role, both read from files.
//!
//! `cargo run -p mutualfit-examples --example rank_pool -- ROLE.json FOLDER`
#![allow(clippy::print_stdout, reason = "a program that prints what it finds")]

use mutualfit::{criteria, domain, scoring};
use std::{env, fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let practice = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/practice");
    let given: Vec<String> = env::args().skip(1).collect();
    let role =
        given.first().map_or_else(|| practice.join("roles/dental-assistant.json"), Into::into);
    let folder = given.get(1).map_or_else(|| practice.join("candidates"), Into::into);

    let world = scoring::World::new(
        domain::ContextDocument::new("today".parse()?, "2026-11-22".parse()?),
        &[],
    );
    let engine =
        scoring::Engine::new(&criteria::registry()?, &criteria::default_rubric()?, &world)?;
    let roles = engine.pool([domain::read::<domain::Role>(&fs::read_to_string(role)?)?])?;
    let mut candidates = engine.builder();
    for entry in fs::read_dir(folder)? {
        let text = fs::read_to_string(entry?.path())?;
        candidates.push(
            domain::read::<domain::Candidate>(&text)?,
            scoring::Digest::of_bytes(text.as_bytes()),
        )?;
    }
    let candidates = candidates.build();
    for ranking in engine.rank(&roles, &candidates, scoring::Request::top(5))? {
        println!("{} considered, {} blocked", ranking.considered, ranking.blocked.count);
        for entry in ranking.entries {
            let [mutual, role, candidate] =
                [entry.mutual.point, entry.role_side.point, entry.candidate_side.point]
                    .map(|point| point.map_or(f64::NAN, scoring::Published::get));
            println!(
                "{}. {:<6} mutual {mutual:.2}, role's side {role:.2}, candidate's side {candidate:.2}",
                entry.rank, entry.id
            );
        }
    }
    Ok(())
}
