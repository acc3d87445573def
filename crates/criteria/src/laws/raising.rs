//! Levers give valid documents and raise what they are for.

use super::{CASES, Dice, NARROWING, candidate, role, thin, trial};
use crate::trial::Trial;
use mutualfit_domain::Side;
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_lever_gives_a_valid_document_and_never_lowers_its_degree(seed in 1_u64..) {
        let mut dice = Dice(seed);
        let (mut role, mut candidate) = (role(&mut dice), candidate(&mut dice));
        thin(&mut role, &mut dice, 4);
        thin(&mut candidate, &mut dice, 8);
        let target = (1 + dice.roll(16)) as f32 / 16.0;
        for register in NARROWING.into_iter().chain([crate::transparency::register as crate::Register]) {
            // Held where they are proposed: valid, pointed, with words, and the low bound stays or rises.
            let _ = trial(register).proposed(&role, &candidate, target);
        }
    }

    #[test]
    fn a_need_with_one_option_gets_as_much_as_is_aimed_at(seed in 1_u64..) {
        let mut dice = Dice(seed);
        let (role, mut candidate) = (role(&mut dice), candidate(&mut dice));
        let target = (1 + dice.roll(40)) as f32 / 40.0;
        let needs: [(&str, crate::Register); 3] =
            [("pay", crate::pay::register), ("schedule", crate::schedule::register), ("contract", crate::contract::register)];
        for (name, register) in needs {
            let need = &mut candidate["aspirations"][name];
            need["importance"] = 1.into();
            if let Some(options) = need["options"].as_array_mut() {
                options.truncate(1);
                options[0].as_object_mut().unwrap().remove("when");
                for (lever, after) in trial(register).proposed(&role, &candidate, target) {
                    let low = after.node.value.low.get();
                    prop_assert!(low >= f64::from(target) - 1e-4, "{low} < {target}: {lever:#?} {role} {candidate}");
                }
            }
        }
    }
}

/// Every criterion but those for which nothing is believable proposes something on each side that it says it does.
#[test]
fn criteria_propose_on_the_sides_that_they_say() {
    let mut dice = Dice(7);
    let mut seen = vec![[0_usize; 2]; NARROWING.len()];
    for _ in 0..60 {
        let (role, candidate) = (role(&mut dice), candidate(&mut dice));
        for (register, seen) in NARROWING.into_iter().zip(&mut seen) {
            for (lever, _) in trial(register).proposed(&role, &candidate, 1.0) {
                seen[usize::from(lever.side == Side::Candidate)] += 1;
            }
        }
    }
    // In the order of the criteria above: career-direction changes the role alone; values and interests change nothing.
    let is_seen: Vec<[bool; 2]> = seen.iter().map(|seen| seen.map(|count| count > 0)).collect();
    let mut expected = vec![[true, true]; NARROWING.len()];
    expected[6] = [true, false];
    expected[10] = [false, false];
    expected[11] = [false, false];
    assert_eq!(is_seen, expected, "{seen:?}");
}

#[test]
fn the_practice_gets_valid_levers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/practice");
    let read = |folder: std::path::PathBuf| -> Vec<Value> {
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        files.map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).collect()
    };
    let (roles, candidates) = (read(folder.join("roles")), read(folder.join("candidates")));
    let mut count = [0_usize; 2];
    for role in &roles {
        for candidate in candidates.iter().step_by(4) {
            for register in NARROWING {
                for (lever, _) in Trial::of(register).proposed(role, candidate, 0.9) {
                    count[usize::from(lever.side == Side::Candidate)] += 1;
                }
            }
        }
    }
    assert!(count.iter().all(|count| *count > 50), "{count:?}");
}
