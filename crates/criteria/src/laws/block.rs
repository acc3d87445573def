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

/// What a column adds to lanes that are empty.
fn added(stakes: &[u8], add: impl FnOnce(&[u8], Lanes<'_>)) -> Vec<(u32, u32)> {
    let (mut low, mut width) = (vec![0.0_f32; stakes.len()], vec![0.0_f32; stakes.len()]);
    add(stakes, Lanes { low: &mut low, width: &mut width });
    low.iter().zip(&width).map(|(low, width)| (low.to_bits(), width.to_bits())).collect()
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
            let cell = |slot| Cell { column: &*of_candidates, slot };
            for role in (0..ROLES).map(|slot| Cell { column: &*of_roles, slot }) {
                let stakes: Vec<u8> = (0..CANDIDATES).map(|slot| (slot % 5) as u8 * 16).collect();
                let together = added(&stakes, |stakes, lanes| {
                    scorer.score_candidates(role, &*of_candidates, 3.0, stakes, lanes);
                });
                let alone = added(&stakes, |stakes, lanes| {
                    lanes.add(3.0, stakes, |slot| scorer.degree(role, cell(slot)));
                });
                prop_assert_eq!(together, alone);

                let slots: Vec<u16> = (0..CANDIDATES as u16).collect();
                let mut gates = [Gate::Open; CANDIDATES];
                scorer.gate_candidates(role, &*of_candidates, &slots, &mut gates);
                for (slot, gate) in gates.into_iter().enumerate() {
                    prop_assert_eq!(gate, scorer.gate(role, cell(slot)));
                    let first = scorer.gated_by(role, cell(slot), true);
                    prop_assert_eq!(gate == Gate::Met, first.is_none());
                }
            }
            for candidate in (0..CANDIDATES).map(cell) {
                let together = added(&[64; ROLES], |stakes, lanes| {
                    scorer.score_roles(candidate, &*of_roles, 3.0, stakes, lanes);
                });
                let alone = added(&[64; ROLES], |stakes, lanes| {
                    lanes.add(3.0, stakes, |slot| scorer.degree(Cell { column: &*of_roles, slot }, candidate));
                });
                prop_assert_eq!(together, alone);
            }
        }
    }
}
