use crate::{PairFacts, RuleFaults};

pub(crate) fn rules(_: &PairFacts, _: &mut RuleFaults) {}
