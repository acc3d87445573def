//! `mutualfit criteria`: what there is to score by.

use crate::{console::Console, failure::Failure, output};
use clap::Args;
use mutualfit::{
    criteria,
    report::{criteria_text, criterion_text},
};

/// Which criterion to show.
#[derive(Debug, Args)]
pub(crate) struct CriteriaArguments {
    /// A criterion, to be shown in full: what it asks, its degrees, what it reads, its settings
    id: Option<String>,
}

pub(crate) fn run(arguments: &CriteriaArguments, console: &Console) -> Result<(), Failure> {
    let registry = criteria::registry().map_err(|error| Failure::Fault(error.to_string()))?;
    let Some(id) = &arguments.id else {
        return output::print(&criteria_text(&registry, &console.page));
    };
    let Some(kind) = registry.get(id) else {
        let known: Vec<&str> = registry.kinds().map(|kind| kind.info().id).collect();
        return Err(Failure::Usage(format!(
            "there is no criterion `{id}`; there are {}",
            known.join(", ")
        )));
    };
    output::print(&criterion_text(kind))
}
