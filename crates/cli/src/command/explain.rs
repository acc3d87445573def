//! `mutualfit explain`: why one role and one candidate score as they do.

use crate::{
    args::BasisArguments, basis::Basis, console::Console, failure::Failure, flaws::Flaws, output,
    reading, seat::Seat, source::is_standard_input,
};
use clap::{Args, ValueEnum};
use mutualfit::{
    Candidate, Role,
    report::{Detail, explanation_html, explanation_markdown, explanation_text},
};
use std::path::PathBuf;

/// Whom to explain, by what, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// The role
    #[arg(long, value_name = "FILE")]
    role: PathBuf,

    /// The candidate
    #[arg(long, value_name = "FILE")]
    candidate: PathBuf,

    #[command(flatten)]
    basis: BasisArguments,

    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How explanations are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text with bars
    Text,
    /// One JSON object
    Json,
    /// Markdown tables
    Markdown,
    /// A page for a browser
    Html,
}

pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<(), Failure> {
    let paths = [&arguments.role, &arguments.candidate].into_iter().chain(arguments.basis.paths());
    if paths.filter(|path| is_standard_input(path)).count() > 1 {
        let message = "standard input (-) can be read once; give the others as files";
        return Err(Failure::Usage(message.to_owned()));
    }
    let mut basis = Basis::read(&arguments.basis)?;
    basis.tell_cautions();
    let mut flaws = Flaws::default();
    let role = reading::one::<Role>(&arguments.role, &mut flaws)?;
    let mut candidate = reading::one::<Candidate>(&arguments.candidate, &mut flaws)?;
    if let Some(candidate) = &mut candidate {
        Candidate::complete(candidate, &mut basis.wishes, &mut flaws);
    }
    let (Some(role), Some(candidate), true) = (role, candidate, flaws.is_empty()) else {
        return Err(Failure::Documents(Box::new(flaws)));
    };
    basis.wishes.tell_unjoined();
    let explanation = Role::explain(&basis.engine, &role, &candidate);
    match arguments.format {
        Format::Json => output::print_json(&explanation),
        Format::Text => {
            let text = explanation_text(&explanation, &basis.registry, &console.page, Detail::Full);
            let footer = basis.legend().footer(&console.page);
            output::print(&format!("{text}\n{footer}"))
        }
        Format::Markdown => {
            let text = explanation_markdown(&explanation, &basis.registry);
            output::print(&format!("{text}\n{}", basis.legend().markdown()))
        }
        Format::Html => {
            output::print(&explanation_html(&explanation, &basis.registry, &basis.legend()))
        }
    }
}
