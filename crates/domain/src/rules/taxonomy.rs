use crate::{RuleFaults, Taxonomy};

pub(crate) fn rules(_: &Taxonomy, _: &mut RuleFaults) {}
