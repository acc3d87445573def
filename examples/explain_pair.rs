//! Explains one pair of the practice: what each side's score is made of.
//!
//! `cargo run -p mutualfit-examples --example explain_pair`
#![allow(clippy::print_stdout, reason = "a program that prints what it finds")]

use mutualfit::{criteria, domain, scoring};

const ROLE: &str = include_str!("data/practice/roles/dental-hygienist.json");
const CANDIDATE: &str = include_str!("data/practice/candidates/c-01.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (role, candidate) =
        (domain::read::<domain::Role>(ROLE)?, domain::read::<domain::Candidate>(CANDIDATE)?);
    let world = scoring::World::new(
        domain::ContextDocument::new("today".parse()?, "2026-11-22".parse()?),
        &[],
    );
    let engine =
        scoring::Engine::new(&criteria::registry()?, &criteria::default_rubric()?, &world)?;
    print(&engine.explain(&role, &candidate).explanation, 0);
    Ok(())
}

fn print(node: &scoring::Node, depth: usize) {
    let (value, contribution) = (node.value, node.contribution.low.get());
    let indent = "  ".repeat(depth);
    println!(
        "{indent}{:<20} {:.2} to {:.2}, adds at least {contribution:+.3}",
        node.code,
        value.low.get(),
        value.high.get()
    );
    for fact in &node.facts {
        let at = |pointer: &Option<domain::Pointer>| {
            pointer.as_ref().map_or("nothing", domain::Pointer::as_str).to_owned()
        };
        println!(
            "{indent}    {}: {} answered by {}",
            fact.code,
            at(&fact.asked),
            at(&fact.answered)
        );
    }
    for child in &node.children {
        print(child, depth + 1);
    }
}
