//! What embedders share between threads.

use mutualfit::{domain, scoring};

#[test]
fn what_embedders_hold_can_be_shared() {
    fn shared<T: Send + Sync + Clone>() {}
    fn sent<T: Send + Sync>() {}
    shared::<scoring::Engine>();
    shared::<scoring::Pool<domain::Role>>();
    shared::<scoring::Pool<domain::Candidate>>();
    shared::<scoring::World>();
    shared::<scoring::Rubric>();
    shared::<scoring::Ranking>();
    shared::<scoring::Explanation>();
    shared::<domain::Role>();
    shared::<domain::Candidate>();
    shared::<domain::Interview>();
    shared::<domain::PairFacts>();
    shared::<domain::Faults>();
    sent::<scoring::Registry>();
    sent::<scoring::PoolBuilder<domain::Role>>();
    sent::<domain::ConceptSpace>();
}
