//! The command line.

use crate::command::{
    check::CheckArguments, completions::CompletionsArguments, criteria::CriteriaArguments,
    explain::ExplainArguments, import::ImportArguments, rank::RankArguments,
    rubric::RubricArguments, schema::SchemaArguments, template::TemplateArguments,
};
use clap::{Args, Parser, Subcommand};
use mutualfit::domain::Date;
use std::path::PathBuf;

const AFTER_HELP: &str = "\
A PATH is a .json file with one document, a .jsonl file with one document a line, a folder of such files, or - for \
standard input.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done, 1 the documents or the \
answer are at fault, 2 wrong usage.

Start with `mutualfit demo`, which needs no files.";

/// Would this role be right for both? Scores the fit of roles and candidates from each side, and says why.
#[derive(Debug, Parser)]
#[command(name = "mutualfit", version, after_help = AFTER_HELP, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Draw with ASCII alone (also where TERM is `dumb`)
    #[arg(long, global = true, display_order = 900)]
    pub(crate) ascii: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Rank the bundled practice: four roles, 37 invented candidates, one pair and one blocked pair explained
    Demo,
    /// Rank candidates for a role, roles for a candidate, or many by many
    Rank(Box<RankArguments>),
    /// Explain why one role and one candidate score as they do
    Explain(Box<ExplainArguments>),
    /// Tell every fault of every document, with its place and how to mend it
    Check(CheckArguments),
    /// Show the criteria that there are, or one of them in full
    Criteria(CriteriaArguments),
    /// Print a rubric that comes along, to edit
    Rubric(RubricArguments),
    /// Print or write the JSON Schemas of the documents
    Schema(SchemaArguments),
    /// Print a form to fill in: every section explained, with who sees it
    Template(TemplateArguments),
    /// Read another format into documents
    Import(ImportArguments),
    /// Print completions for a shell
    Completions(CompletionsArguments),
}

/// What scores depend on beside the documents that are compared.
#[derive(Debug, Args)]
pub(crate) struct BasisArguments {
    /// The criteria and weights: a file, or `default` or `exploration`, which come along
    #[arg(long, value_name = "FILE|NAME", default_value = "default")]
    pub(crate) rubric: PathBuf,

    /// The day it is, as YYYY-MM-DD [default: today, or what --context says]
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,

    /// Exchange rates, crosswalks, scales and means
    #[arg(long, value_name = "FILE")]
    pub(crate) context: Option<PathBuf>,

    /// How concepts stand to each other; `default` names the usual importances of O*NET's skills and knowledge, which
    /// are used unless this names others
    #[arg(long, value_name = "FILE|default", num_args = 1..)]
    pub(crate) taxonomy: Vec<PathBuf>,

    /// What is known of single pairs
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(crate) pairs: Vec<PathBuf>,

    /// Aspirations that are documents of their own, joined by the candidate's id
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(crate) aspirations: Vec<PathBuf>,
}

impl BasisArguments {
    /// Every PATH that is named.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        let single = [Some(&self.rubric), self.context.as_ref()].into_iter().flatten();
        single.chain(&self.taxonomy).chain(&self.pairs).chain(&self.aspirations)
    }
}
