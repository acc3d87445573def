//! What a candidate keeps to the engine stays there, by any rubric of the built-in criteria.

use crate::config;
use mutualfit_criteria::{default_rubric, exploration_rubric};
use mutualfit_scoring::{Engine, Exponent, MergeSettings, Registry, Rubric};
use mutualfit_testkit::{law::confided, strategy};
use proptest::prelude::*;
use std::sync::LazyLock;

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| mutualfit_criteria::registry().unwrap());

/// A rubric with another merge.
fn rubric() -> impl Strategy<Value = Rubric> {
    let exponents = prop::sample::select(Exponent::ALL.to_vec());
    (any::<bool>(), exponents).prop_map(|(is_default, exponent)| {
        let rubric = if is_default { default_rubric() } else { exploration_rubric() };
        let mutual = Some(MergeSettings { exponent: Some(exponent), ..MergeSettings::default() });
        Rubric { mutual, ..rubric.unwrap() }
    })
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn what_is_kept_cannot_be_worked_out(
        rubric in rubric(), role in strategy::role(), candidate in strategy::candidate(),
    ) {
        let engine = Engine::new(&REGISTRY, &rubric, &mutualfit_testkit::world!({})).unwrap();
        prop_assert_eq!(confided(&engine, &rubric.merge(), &role, &candidate), Ok(()));
    }
}
