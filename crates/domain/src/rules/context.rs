use crate::{ContextDocument, RuleFaults};

pub(crate) fn rules(_: &ContextDocument, _: &mut RuleFaults) {}
