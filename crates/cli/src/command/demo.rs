//! `mutualfit demo`: the main job on the bundled practice.

use crate::{
    basis::Basis,
    command::practice::{CANDIDATES, ROLES, RUBRIC},
    console::Console,
    failure::Failure,
    known_rubric::KnownRubric,
    output,
    telling::Pair,
};
use mutualfit::{
    Candidate, Digest, Document, Engine, Pool, Ranking, Reader, Request, Role, Sourced,
    domain::Date,
    read,
    report::{Detail, Page, ranking_brief},
    scoring::{BlockedEntry, Rankable},
};
use std::fmt::Write as _;

/// The day as of which the practice is ranked, so that the output is the same on every day.
const AS_OF: &str = "2026-11-22";
/// How many are shown for each role.
const SHOWN: usize = 3;

const INTRODUCTION: &str = "\
A practice with a dental, an eye and a veterinary clinic has four roles open, and 37 people look for work. All of them \
are invented. Each is scored from both sides: how far the candidate meets what the role asks, and how far the role \
meets what the candidate wants. What is not known stays a range; the role sees in fifths, such as 0.6 to 0.8, what rests on \
something that a candidate keeps private.";

const NEXT: &str = "\
Next: `mutualfit template role` prints a form to fill in, `mutualfit check FILE` tells what is wrong with it, and \
`mutualfit rank --role FILE --candidates PATH` does this with your own documents; `mutualfit rank --help` tells more.";

pub(crate) fn run(console: &Console) -> Result<(), Failure> {
    let rubric = bundled::<KnownRubric>(RUBRIC)?.0;
    let basis = Basis::plain(rubric, as_of()?)?;
    let roles = pool::<Role>(&basis.engine, &ROLES)?;
    let candidates = pool::<Candidate>(&basis.engine, &CANDIDATES)?;
    let request = Request { blocked: CANDIDATES.len(), ..Request::top(SHOWN) };
    let request = request.read_by(Reader::Role);
    let rankings = basis
        .engine
        .rank(&roles, &candidates, request)
        .map_err(|error| Failure::Fault(error.to_string()))?;

    let page = &console.page;
    let mut text = paragraph(INTRODUCTION, page);
    for ranking in &rankings {
        let _ = write!(text, "\n{}", ranking_brief(ranking, page));
    }
    if let Some(ranking) = best(&rankings) {
        let role = ranking.subject.id.as_str();
        let first = ranking.entries.first().map(|entry| entry.id.as_str());
        let blocked = nearest_blocked(ranking).map(|entry| entry.id.as_str());
        let pairs =
            [(first, Reader::Candidate, Detail::Brief), (blocked, Reader::Role, Detail::Gist)];
        for (candidate, reader, detail) in pairs {
            let Some(candidate) = candidate else { continue };
            let _ = write!(text, "\n{}", told(&basis, page, (role, candidate), reader, detail)?);
        }
    }
    let _ = write!(text, "\n{}{}", basis.legend(Reader::Role).footer(page), paragraph(NEXT, page));
    output::print(&text)
}

/// The ranking whose first entry is the best of those that keep nothing private, so that both sides can be shown in full.
fn best(rankings: &[Ranking]) -> Option<&Ranking> {
    let point = |ranking: &Ranking| ranking.entries.first().and_then(|entry| entry.mutual.point);
    rankings.iter().reduce(|one, other| if point(other) > point(one) { other } else { one })
}

/// The one who would stand highest of those blocked who keep nothing private.
fn nearest_blocked(ranking: &Ranking) -> Option<&BlockedEntry> {
    let point = |entry: &BlockedEntry| entry.mutual.point;
    ranking
        .blocked
        .entries
        .iter()
        .reduce(|one, other| if point(other) > point(one) { other } else { one })
}

/// A pair of the practice as it is told to a reader.
fn told(
    basis: &Basis,
    page: &Page,
    (role, candidate): (&str, &str),
    reader: Reader,
    detail: Detail,
) -> Result<String, Failure> {
    let (role, role_digest) = of_id::<Role>(&ROLES, role)?;
    let (candidate, candidate_digest) = of_id::<Candidate>(&CANDIDATES, candidate)?;
    let role = Sourced { document: &role, digest: role_digest };
    let candidate = Sourced { document: &candidate, digest: candidate_digest };
    Ok(Pair::of(&basis.engine, reader, role, candidate, None).text(basis, page, detail))
}

fn of_id<D: Document>(files: &[(&str, &str)], id: &str) -> Result<(D, Digest), Failure> {
    for file in files {
        let document = bundled::<D>(*file)?;
        if document.id() == id {
            return Ok((document, Digest::of_bytes(file.1.as_bytes())));
        }
    }
    Err(Failure::Fault(format!("the practice has no {} `{id}`", D::NAME)))
}

fn pool<D: Rankable + Document>(
    engine: &Engine,
    files: &[(&str, &str)],
) -> Result<Pool<D>, Failure> {
    let mut builder = engine.builder();
    for file in files {
        let digest = Digest::of_bytes(file.1.as_bytes());
        builder
            .push(bundled::<D>(*file)?, digest)
            .map_err(|error| Failure::Fault(format!("{}: {error}", file.0)))?;
    }
    Ok(builder.build())
}

fn bundled<D: Document>((name, text): (&str, &str)) -> Result<D, Failure> {
    read(text).map_err(|faults| Failure::Fault(format!("{name}: {faults}")))
}

fn as_of() -> Result<Date, Failure> {
    AS_OF.parse().map_err(|error: mutualfit::domain::ValueError| Failure::Fault(error.to_string()))
}

/// Text in lines that keep to the page.
fn paragraph(text: &str, page: &Page) -> String {
    page.wrap("", 0, text)
}
