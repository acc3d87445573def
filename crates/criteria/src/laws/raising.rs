//! Levers give valid documents and raise what they are for.

use super::{CASES, Dice, NARROWING, candidate, role, thin, trial};
use proptest::prelude::*;

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
}

/// Every criterion but those for which nothing is believable proposes something on each side that it says it does.
#[test]
fn criteria_propose_on_the_sides_that_they_say() {
    use mutualfit_domain::Side;
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
