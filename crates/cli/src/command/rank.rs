//! `mutualfit rank`: who fits, best first, from both sides.

mod explaining;
mod form;
mod printing;

use crate::{
    args::BasisArguments,
    basis::Basis,
    command::rank::{
        form::Form,
        printing::{Format, Printer},
    },
    console::Console,
    failure::Failure,
    flaws::Flaws,
    messages,
    progress::Progress,
    reader::ReaderArguments,
    reading::{self, Sheet},
    seat::Seat,
    source::{Source, sources},
};
use clap::{Args, ValueEnum};
use mutualfit::{
    Candidate, FaultKind, Pointer, Pool, Ranking, Reader, Request, Role, scoring::RankError,
};
use std::{
    io::{self, IsTerminal},
    ops::ControlFlow,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

const EXAMPLES: &str = "\
Forms:
  mutualfit rank --role FILE --candidates PATH...         candidates for one role
  mutualfit rank --candidate FILE --roles PATH...         roles for one candidate
  mutualfit rank --roles PATH... --candidates PATH...     many by many: one ranking a role, or with
                                                          --each candidate one a candidate

With --explain, tables and Markdown explain each one ranked after the table; `json` puts the explanations into the \
ranking as `explanations`; `jsonl` writes each of them on a line after its ranking (told apart by `spec`). The files \
are read a second time for it, so none of them can be standard input.";

/// Who and what to rank, by what, and how to show it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RankArguments {
    /// The role to rank candidates for
    #[arg(long, value_name = "FILE", conflicts_with_all = ["candidate", "roles"])]
    role: Option<PathBuf>,

    /// The candidate to rank roles for
    #[arg(long, value_name = "FILE", conflicts_with_all = ["role", "candidates"])]
    candidate: Option<PathBuf>,

    /// The roles to rank
    #[arg(long, value_name = "PATH", num_args = 1..)]
    roles: Vec<PathBuf>,

    /// The candidates to rank
    #[arg(long, value_name = "PATH", num_args = 1..)]
    candidates: Vec<PathBuf>,

    /// Many by many: whom to rank for [default: role]
    #[arg(long, value_name = "SIDE")]
    each: Option<Each>,

    #[command(flatten)]
    basis: BasisArguments,

    /// How many to show of those ranked
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,

    /// How many to show of those blocked; their count is always exact [default: 20, many by many 0]
    #[arg(long, value_name = "N")]
    blocked: Option<usize>,

    /// Also explain each one shown as ranked
    #[arg(long)]
    explain: bool,

    #[command(flatten)]
    reader: ReaderArguments,

    /// How to show it; `json` is one object and `html` one page, for one role or candidate
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,

    /// How many threads to use [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,

    /// Leave out documents of the pools that are at fault, and count them
    #[arg(long)]
    keep_going: bool,
}

/// Whom to rank for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Each {
    Role,
    Candidate,
}

pub(crate) fn run(arguments: RankArguments, console: &Console) -> Result<(), Failure> {
    let form = Form::of(&arguments)?;
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        pool.build_global()
            .map_err(|error| Failure::Fault(format!("cannot start {threads} threads: {error}")))?;
    }
    let basis = Basis::read(&arguments.basis)?;
    if form.ranks_people() {
        basis.tell_cautions();
    }
    let mut run = Run { arguments, basis, console: *console };
    match form {
        Form::Candidates { for_roles, of } => run.rank::<Role>(&for_roles, &of),
        Form::Roles { for_candidates, of } => run.rank::<Candidate>(&for_candidates, &of),
    }
}

/// One run of the command.
struct Run {
    arguments: RankArguments,
    basis: Basis,
    console: Console,
}

impl Run {
    fn rank<S: Seat>(&mut self, subjects: &[PathBuf], others: &[PathBuf]) -> Result<(), Failure>
    where
        S::Other: Seat,
    {
        let (subject_sources, other_sources) = (sources(subjects)?, sources(others)?);
        let mut flaws = Flaws::default();
        let subjects = self.pool::<S>(&subject_sources, &mut flaws)?;
        let others = self.pool::<S::Other>(&other_sources, &mut flaws)?;
        self.judge(
            flaws,
            self.arguments.role.is_some() || self.arguments.candidate.is_some(),
            subjects.len(),
        )?;
        self.basis.wishes.tell_unjoined();

        if !self.arguments.explain {
            let mut printer = self.printer::<S>()?;
            self.rank_each(&subjects, &others, &mut |ranking| printer.print(&ranking, &[]))?;
            return printer.finish();
        }
        let mut rankings = Vec::new();
        self.rank_each(&subjects, &others, &mut |ranking| {
            rankings.push(ranking);
            Ok(())
        })?;
        let sheets = explaining::Sheets::read(
            &rankings,
            &subject_sources,
            &other_sources,
            &mut self.basis.wishes,
        )?;
        sheets.verify(&subjects, &others)?;
        let mut printer = self.printer::<S>()?;
        for ranking in &rankings {
            printer.print(ranking, &sheets.explanations(ranking, &self.basis.engine))?;
        }
        printer.finish()
    }

    fn printer<S: Seat>(&self) -> Result<Printer<'_>, Failure> {
        let Self { arguments, basis, console } = self;
        Printer::new(arguments.format, self.reader::<S>(), basis, console.page)
    }

    /// Who reads the rankings: what people read is written for the subject's side, what programs read for the auditor.
    fn reader<S: Seat>(&self) -> Reader {
        self.arguments.reader.or(match self.arguments.format {
            Format::Table | Format::Markdown | Format::Html => Reader::on(<S as Seat>::SIDE),
            Format::Json | Format::Jsonl | Format::Csv => Reader::Auditor,
        })
    }

    /// A pool of everything that the sources hold.
    fn pool<D: Seat>(&mut self, sources: &[Source], flaws: &mut Flaws) -> Result<Pool<D>, Failure> {
        let mut builder = self.basis.engine.builder::<D>();
        let wishes = &mut self.basis.wishes;
        reading::each::<D>(sources, flaws, &mut |mut sheet: Sheet<D>, flaws| {
            D::complete(&mut sheet, wishes, flaws);
            let Sheet { document, digest, origin } = sheet;
            if let Err(error) = builder.push(document, digest) {
                flaws.add_one(
                    &origin,
                    Pointer::root().field("id"),
                    FaultKind::Duplicate,
                    error.to_string(),
                );
            }
            Ok(())
        })?;
        Ok(builder.build())
    }

    /// Whether to go on with what was read.
    fn judge(&self, flaws: Flaws, is_single: bool, subjects: usize) -> Result<(), Failure> {
        if is_single && subjects > 1 {
            return Err(Failure::Fault(format!(
                "there are {subjects} documents to rank for; use --roles and --candidates for many by many"
            )));
        }
        if flaws.is_empty() {
            return Ok(());
        }
        if !self.arguments.keep_going || subjects == 0 {
            return Err(Failure::Documents(Box::new(flaws)));
        }
        for line in flaws.lines() {
            messages::note(&line);
        }
        messages::note(&format!("{}; left out {}", flaws.summary(), flaws.documents()));
        Ok(())
    }

    /// Ranks, and hands over each ranking as soon as it is final; stops where one cannot be taken.
    fn rank_each<S: Seat>(
        &self,
        subjects: &Pool<S>,
        others: &Pool<S::Other>,
        take: &mut dyn FnMut(Ranking) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let is_many = self.arguments.role.is_none() && self.arguments.candidate.is_none();
        let blocked = self.arguments.blocked.unwrap_or(if is_many { 0 } else { 20 });
        let request = Request { blocked, ..Request::top(self.arguments.top) };
        let request = request.read_by(self.reader::<S>());
        let is_streamed = is_many && io::stdout().is_terminal();
        let progress = if is_streamed { Progress::hidden() } else { Progress::ranking() };
        let stopped = AtomicBool::new(false);
        let mut failure = None;
        let watch = |done| {
            progress.scored(done);
            if stopped.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let ranked = self.basis.engine.rank_each(subjects, others, request, &watch, |ranking| {
            if failure.is_none()
                && let Err(error) = take(ranking)
            {
                stopped.store(true, Ordering::Relaxed);
                failure = Some(error);
            }
        });
        match (failure, ranked) {
            (Some(failure), _) => Err(failure),
            (None, Ok(()) | Err(RankError::Cancelled)) => Ok(()),
            (None, Err(error)) => Err(Failure::Fault(error.to_string())),
        }
    }
}
