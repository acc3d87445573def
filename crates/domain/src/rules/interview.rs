use crate::{Interview, RuleFaults};

pub(crate) fn rules(_: &Interview, _: &mut RuleFaults) {}
