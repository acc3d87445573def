use crate::{Candidate, RuleFaults};

pub(crate) fn rules(_: &Candidate, _: &mut RuleFaults) {}
