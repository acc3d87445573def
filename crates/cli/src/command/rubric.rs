//! `mutualfit rubric`: the rubrics that come along.

use crate::{failure::Failure, output};
use clap::{Args, ValueEnum};
use mutualfit::criteria;

/// Which rubric to print.
#[derive(Debug, Args)]
pub(crate) struct RubricArguments {
    /// The rubric
    name: Bundled,
}

/// The rubrics that come along.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Bundled {
    /// What is used unless another is named
    Default,
    /// With interests and work values, for people who explore roles for themselves
    Exploration,
}

pub(crate) fn run(arguments: &RubricArguments) -> Result<(), Failure> {
    let rubric = match arguments.name {
        Bundled::Default => criteria::default_rubric(),
        Bundled::Exploration => criteria::exploration_rubric(),
    };
    output::print_json(&rubric.map_err(|error| Failure::Fault(error.to_string()))?)
}
