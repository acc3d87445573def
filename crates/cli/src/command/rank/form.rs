//! Which of its three forms `rank` was called in.

use crate::{
    command::rank::{Each, RankArguments, printing::Format},
    failure::Failure,
    source::is_standard_input,
};
use std::path::PathBuf;

/// What is ranked for whom.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form {
    Candidates { for_roles: Vec<PathBuf>, of: Vec<PathBuf> },
    Roles { for_candidates: Vec<PathBuf>, of: Vec<PathBuf> },
}

impl Form {
    /// The form of these arguments.
    ///
    /// # Errors
    ///
    /// Wrong usage, where they are of no form.
    pub(super) fn of(arguments: &RankArguments) -> Result<Self, Failure> {
        let RankArguments { role, candidate, roles, candidates, each, .. } = arguments;
        let form = match (role, candidate, roles.is_empty(), candidates.is_empty()) {
            (Some(role), None, true, false) => {
                Self::Candidates { for_roles: vec![role.clone()], of: candidates.clone() }
            }
            (None, Some(candidate), false, true) => {
                Self::Roles { for_candidates: vec![candidate.clone()], of: roles.clone() }
            }
            (None, None, false, false) => match each.unwrap_or(Each::Role) {
                Each::Role => Self::Candidates { for_roles: roles.clone(), of: candidates.clone() },
                Each::Candidate => {
                    Self::Roles { for_candidates: candidates.clone(), of: roles.clone() }
                }
            },
            (Some(_), ..) => return Err(wrong("name the candidates to rank with --candidates")),
            (None, Some(_), ..) => return Err(wrong("name the roles to rank with --roles")),
            (None, None, ..) => {
                return Err(wrong(
                    "name whom to rank and for whom: --role with --candidates, --candidate with --roles, or --roles with \
                     --candidates",
                ));
            }
        };
        let is_many = role.is_none() && candidate.is_none();
        if !is_many && each.is_some() {
            return Err(wrong("--each is for many by many: --roles with --candidates"));
        }
        if is_many && arguments.format == Format::Json {
            return Err(wrong(
                "--format json is one object, for one --role or --candidate; use --format jsonl for many by many",
            ));
        }
        if is_many && arguments.format == Format::Html {
            return Err(wrong(
                "--format html is one page, for one --role or --candidate; use --format markdown or jsonl for many by many",
            ));
        }
        if arguments.explain && arguments.format == Format::Html {
            return Err(wrong(
                "--format html has a page of its own for each explanation; leave out --explain, and use `mutualfit explain \
                 --format html`",
            ));
        }
        if arguments.explain && arguments.format == Format::Csv {
            return Err(wrong(
                "--format csv has no room for explanations; use another --format, or leave out --explain",
            ));
        }
        form.check_standard_input(arguments)?;
        Ok(form)
    }

    /// Whether people are ranked for a role.
    pub(super) fn ranks_people(&self) -> bool {
        matches!(self, Self::Candidates { .. })
    }

    fn check_standard_input(&self, arguments: &RankArguments) -> Result<(), Failure> {
        let (Self::Candidates { for_roles: subjects, of }
        | Self::Roles { for_candidates: subjects, of }) = self;
        let is_read = |path: &&PathBuf| is_standard_input(path);
        let ranked = subjects.iter().chain(of).filter(is_read).count();
        if ranked + arguments.basis.paths().filter(is_read).count() > 1 {
            return Err(wrong("standard input (-) can be read once; give the others as files"));
        }
        if ranked > 0 && arguments.explain {
            return Err(wrong(
                "--explain reads the documents a second time; give files in place of standard input (-)",
            ));
        }
        Ok(())
    }
}

fn wrong(message: &str) -> Failure {
    Failure::Usage(message.to_owned())
}
