//! Documents of every shape: they read, write and read again as the same, and nothing panics.

use mutualfit_domain::{Candidate, Document, Interview, PairFacts, Role, read, read_value};
use mutualfit_testkit::strategy;
use proptest::prelude::*;
use serde_json::Value;

#[track_caller]
fn check_round_trip<D: Document + PartialEq + std::fmt::Debug>(document: &D) {
    let text = serde_json::to_string(document).unwrap();
    assert_eq!(&read::<D>(&text).unwrap(), document);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_was_written_reads_as_it_was(
        role in strategy::role(),
        candidate in strategy::candidate(),
        interview in strategy::interview(),
        pair in strategy::pair_facts(),
    ) {
        check_round_trip::<Role>(&role);
        check_round_trip::<Candidate>(&candidate);
        check_round_trip::<Interview>(&interview);
        check_round_trip::<PairFacts>(&pair);
    }
}
