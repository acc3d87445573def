//! A block of candidates scores to the bit as each of them alone, whatever its criterion looks up.

use super::{Dice, candidate, concepts, role, thin};
use crate::Register;
use mutualfit_domain::{Candidate, ContextDocument, Role, RoleView, Side, Taxonomy};
use mutualfit_scoring::{Cell, Column, Context, Gate, Lanes, Registry, Scorer, World};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Criteria over wishes that are found by their names.
const BY_NAMES: [Register; 6] = [
    crate::benefits::register,
    crate::growth::register,
    crate::career_direction::register,
    crate::skill_use::register,
    crate::day_to_day::register,
    crate::challenges::register,
];

/// How many roles and candidates a case has.
const ROLES: usize = 4;
const CANDIDATES: usize = 24;

fn context() -> Context {
    let document = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02"});
    let document: ContextDocument = serde_json::from_value(document).unwrap();
    let taxonomy = json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": concepts()});
    let taxonomy: Taxonomy = serde_json::from_value(taxonomy).unwrap();
    Context::new(&World::new(document, &[taxonomy]), [])
}

/// Documents from which one member in six is left out, so that lists are absent, partial or empty.
fn documents(dice: &mut Dice, count: usize, make: fn(&mut Dice) -> Value) -> Vec<Value> {
    let one = |_| {
        let mut document = make(dice);
        thin(&mut document, dice, 6);
        document
    };
    (0..count).map(one).collect()
}

/// Sealed columns of some roles and candidates.
fn columns(
    scorer: &dyn Scorer,
    roles: &[Role],
    candidates: &[Candidate],
) -> (Box<dyn Column>, Box<dyn Column>) {
    let context = context();
    let (mut of_roles, mut of_candidates) =
        (scorer.column(Side::Role), scorer.column(Side::Candidate));
    for role in roles {
        let has_any = role.arrangements.as_ref().is_some_and(|all| !all.is_empty());
        let view = RoleView::new(role, has_any.then_some(0));
        scorer.push_role(&mut *of_roles, view, &context);
    }
    for candidate in candidates {
        scorer.push_candidate(&mut *of_candidates, candidate, &context);
    }
    of_roles.seal();
    of_candidates.seal();
    (of_roles, of_candidates)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_looked_up_scores_as_each_pair_to_the_bit(seed in 1_u64.., is_lacking: bool) {
        let mut dice = Dice(seed);
        let read = |values: Vec<Value>| Value::Array(values);
        let roles: Vec<Role> = serde_json::from_value(read(documents(&mut dice, ROLES, role))).unwrap();
        let candidates: Vec<Candidate> = serde_json::from_value(read(documents(&mut dice, CANDIDATES, candidate))).unwrap();
        let settings = if is_lacking { json!({"unlisted": "lacking"}) } else { json!({}) };
        for register in BY_NAMES {
            let mut registry = Registry::default();
            register(&mut registry).unwrap();
            let scorer = registry.kinds().next().unwrap().build(&settings).unwrap();
            let (of_roles, of_candidates) = columns(&*scorer, &roles, &candidates);
            for (side, ones, many) in [
                (Side::Role, &of_roles, &of_candidates),
                (Side::Candidate, &of_candidates, &of_roles),
            ] {
                let all: Vec<usize> = (0..ones.len()).collect();
                for (first, slots) in [all.as_slice(), &all[..1]].into_iter().enumerate() {
                    let lanes = Lanes::new(side, &**ones, slots);
                    let (degrees, gates) = (scorer.degrees(lanes, &**many), scorer.gates(lanes, &**many));
                    for slot in 0..many.len() {
                        let (degrees, gates) = (degrees.row(&lanes, slot), gates.row(&lanes, slot));
                        let other = Cell { column: &**many, slot };
                        for (lane, cell) in lanes.all() {
                            let (role, candidate) = lanes.seat(cell, other);
                            let alone = scorer.degree(role, candidate);
                            let (low, width) = degrees[lane];
                            prop_assert_eq!(
                                [low, width].map(f32::to_bits),
                                [alone.low(), alone.width()].map(f32::to_bits),
                                "{} {}", side, first
                            );
                            prop_assert_eq!(gates[lane], scorer.gate(role, candidate));
                            let item = scorer.gated_by(role, candidate, true);
                            prop_assert_eq!(gates[lane] == Gate::Met, item.is_none());
                        }
                    }
                }
            }
        }
    }
}
