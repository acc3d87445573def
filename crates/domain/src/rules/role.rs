use crate::{Role, RuleFaults};

pub(crate) fn rules(_: &Role, _: &mut RuleFaults) {}
