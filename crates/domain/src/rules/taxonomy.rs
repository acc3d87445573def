//! The rules of taxonomies.

use std::collections::HashSet;

use super::each;
use crate::{At, FaultKind, RuleFaults, Taxonomy};

pub(crate) fn rules(taxonomy: &Taxonomy, faults: &mut RuleFaults) {
    let mut seen = HashSet::new();
    each(Some(&taxonomy.concepts), "concepts", &At::root(), faults, |concept, at, faults| {
        match &concept.uri {
            None if concept.label.is_none() => {
                faults.add(
                    at,
                    FaultKind::Choice,
                    "the concept has no name; give `label`, `uri` or both",
                );
            }
            Some(uri) if !seen.insert(uri) => {
                let message = format!(
                    "{} is there twice; make one concept of both",
                    crate::fault::quote(uri.as_str())
                );
                faults.add(&at.field("uri"), FaultKind::Duplicate, message);
            }
            _ => {}
        }
    });
}
