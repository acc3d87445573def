use crate::{Aspirations, RuleFaults};

pub(crate) fn rules(_: &Aspirations, _: &mut RuleFaults) {}
pub(crate) fn inline(_: &Aspirations, _: &crate::At<'_>, _: &mut RuleFaults) {}
