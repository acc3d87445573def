//! `mutualfit explain`: why one role and one candidate score as they do.

use crate::{
    args::BasisArguments,
    basis::Basis,
    console::Console,
    failure::Failure,
    flaws::Flaws,
    output,
    reader::ReaderArguments,
    reading::{self, Sheet},
    seat::Seat,
    source::is_standard_input,
    telling::Pair,
};
use clap::{Args, ValueEnum};
use mutualfit::{
    Candidate, Comparison, Reader, Role,
    report::{Detail, comparison_markdown, comparison_text, explanation_html},
};
use std::path::{Path, PathBuf};

/// Whom to explain, by what, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// The role
    #[arg(long, value_name = "FILE")]
    role: PathBuf,

    /// The candidate
    #[arg(long, value_name = "FILE")]
    candidate: PathBuf,

    /// Another candidate for the role: which criteria make the difference between the two
    #[arg(long, value_name = "FILE", conflicts_with = "against_role")]
    against: Option<PathBuf>,

    /// Another role for the candidate: which criteria make the difference between the two
    #[arg(long, value_name = "FILE")]
    against_role: Option<PathBuf>,

    #[command(flatten)]
    basis: BasisArguments,

    /// Also tell the least that would change the mutual score to this: 0 to 1, such as 0.7
    #[arg(long, value_name = "SCORE", value_parser = target, allow_negative_numbers = true,
        conflicts_with_all = ["against", "against_role"])]
    target: Option<f32>,

    #[command(flatten)]
    reader: ReaderArguments,

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
    /// Markdown
    Markdown,
    /// A page for a browser
    Html,
}

/// A score to be reached.
fn target(text: &str) -> Result<f32, String> {
    let score: Option<f32> = text.parse().ok();
    score
        .filter(|score| (0.0..=1.0).contains(score))
        .ok_or_else(|| "a score to be reached is a number from 0 to 1, such as 0.7".to_owned())
}

pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<(), Failure> {
    let reader = arguments.reader()?;
    let others = [&arguments.against, &arguments.against_role].into_iter().flatten();
    let paths = [&arguments.role, &arguments.candidate].into_iter().chain(others);
    let paths = paths.chain(arguments.basis.paths());
    if paths.filter(|path| is_standard_input(path)).count() > 1 {
        let message = "standard input (-) can be read once; give the others as files";
        return Err(Failure::Usage(message.to_owned()));
    }
    let mut basis = Basis::read(&arguments.basis)?;
    basis.tell_cautions();
    let mut flaws = Flaws::default();
    let role = one::<Role>(&arguments.role, &mut basis, &mut flaws)?;
    let candidate = one::<Candidate>(&arguments.candidate, &mut basis, &mut flaws)?;
    let against = match &arguments.against {
        Some(path) => one::<Candidate>(path, &mut basis, &mut flaws)?,
        None => None,
    };
    let against_role = match &arguments.against_role {
        Some(path) => one::<Role>(path, &mut basis, &mut flaws)?,
        None => None,
    };
    let (Some(role), Some(candidate), true) = (role, candidate, flaws.is_empty()) else {
        return Err(Failure::Documents(Box::new(flaws)));
    };
    basis.wishes.tell_unjoined();
    let pair =
        |role, candidate, target| Pair::explained(&basis.engine, reader, role, candidate, target);
    let one = pair(&role, &candidate, arguments.target);
    let other = match (&against, &against_role) {
        (None, None) => None,
        (other, other_role) => Some(pair(
            other_role.as_ref().unwrap_or(&role),
            other.as_ref().unwrap_or(&candidate),
            None,
        )),
    };
    let compared = other.and_then(|other| Comparison::of(&one.explanation, &other.explanation));
    let page = &console.page;
    let footer = basis.legend(reader).footer(page);
    match (arguments.format, compared) {
        (Format::Json, None) => output::print_json(&one.explanation),
        (Format::Json, Some(compared)) => output::print_json(&compared),
        (Format::Text, None) => {
            output::print(&format!("{}\n{footer}", one.text(&basis, page, Detail::Full)))
        }
        (Format::Text, Some(compared)) => {
            output::print(&format!("{}\n{footer}", comparison_text(&compared, page)))
        }
        (Format::Markdown, compared) => {
            let text = compared
                .map_or_else(|| one.markdown(&basis), |compared| comparison_markdown(&compared));
            output::print(&format!("{text}\n{}", basis.legend(reader).markdown()))
        }
        (Format::Html, _) => {
            let legend = basis.legend(reader);
            output::print(&explanation_html(&one.explanation, &basis.registry, &legend))
        }
    }
}

impl ExplainArguments {
    /// Who reads it: people read for the role unless they compare two roles, programs for the auditor.
    ///
    /// # Errors
    ///
    /// Where a candidate would see another one, or there is no page for it.
    fn reader(&self) -> Result<Reader, Failure> {
        let reader = self.reader.or(match self.format {
            Format::Json => Reader::Auditor,
            Format::Text | Format::Markdown | Format::Html if self.against_role.is_some() => {
                Reader::Candidate
            }
            Format::Text | Format::Markdown | Format::Html => Reader::Role,
        });
        if self.format == Format::Html && (self.against.is_some() || self.against_role.is_some()) {
            return Err(Failure::Usage(
                "--format html has no page for a difference; use another --format, or leave out --against".to_owned(),
            ));
        }
        if self.against.is_some() && reader == Reader::Candidate {
            return Err(Failure::Usage(
                "--against shows another candidate, and no candidate sees another; use --for role or --for auditor"
                    .to_owned(),
            ));
        }
        Ok(reader)
    }
}

/// The one document of a file, complete.
fn one<D: Seat>(
    path: &Path,
    basis: &mut Basis,
    flaws: &mut Flaws,
) -> Result<Option<Sheet<D>>, Failure> {
    let mut sheet = reading::one::<D>(path, flaws)?;
    if let Some(sheet) = &mut sheet {
        D::complete(sheet, &mut basis.wishes, flaws);
    }
    Ok(sheet)
}
