//! `mutualfit check`: every fault of every document.

use crate::{
    console::{Console, Stream},
    failure::Failure,
    flaws::Flaws,
    known_rubric::KnownRubric,
    messages, output,
    source::{Origin, Part, Piece, Source, sources},
};
use clap::Args;
use mutualfit::{
    Aspirations, Candidate, ContextDocument, Document, Fault, FaultKind, Faults, Interview,
    PairFacts, Pointer, Role, Taxonomy,
    domain::{in_order, notices, read_bytes, unknown_fields},
};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeSet, path::PathBuf};

/// What to check.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Documents of any kind, told apart by their `spec`
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Also take members that the format does not know, and members given twice, for faults; members whose name begins
    /// with `//` are comments
    #[arg(long)]
    strict: bool,
}

pub(crate) fn run(arguments: &CheckArguments, console: &Console) -> Result<(), Failure> {
    let strict = arguments.strict;
    let mut flaws = Flaws::default();
    let mut count = 0_usize;
    for path in &arguments.paths {
        // Documents of one PATH are a pool, in which ids tell them apart.
        let mut ids = BTreeSet::new();
        let sources = sources(std::slice::from_ref(path))?;
        in_order(
            sources.iter().flat_map(Source::parts),
            |part: Part| part.pieces().map(|piece| Checked::of(&piece, strict)).collect(),
            |checked: Vec<Checked>| {
                count += checked.len();
                for one in checked {
                    one.tell(&mut ids, &mut flaws);
                }
                Ok::<(), Failure>(())
            },
        )?;
    }
    output::print(&flaws.drawn(console, Stream::Output))?;
    if flaws.is_empty() {
        messages::tell(&format!(
            "no faults in {count} document{}",
            if count == 1 { "" } else { "s" }
        ));
        return Ok(());
    }
    messages::tell(&format!("{} of {count}", flaws.summary()));
    Err(Failure::Told)
}

/// What is found in one document.
#[derive(Default)]
struct Findings {
    /// Its kind and id, where it could be read.
    name: Option<(&'static str, String)>,
    faults: Vec<Fault>,
    notices: Vec<(Pointer, &'static str)>,
}

/// One document with what was found in it.
struct Checked {
    origin: Origin,
    findings: Findings,
    /// Its text, where it is needed to show faults.
    text: Vec<u8>,
}

impl Checked {
    fn of(piece: &Piece<'_>, strict: bool) -> Self {
        let findings = examine(piece.bytes, strict);
        let text = if findings.faults.is_empty() { Vec::new() } else { piece.bytes.to_vec() };
        Self { origin: piece.origin.clone(), findings, text }
    }

    /// Tells what was found, and that an id is there twice.
    fn tell(self, ids: &mut BTreeSet<(&'static str, String)>, flaws: &mut Flaws) {
        let Self { origin, findings: Findings { name, mut faults, notices }, text } = self;
        if let Some((kind, id)) = name.filter(|(_, id)| !id.is_empty()) {
            let message = format!("id `{id}` is there twice; give each {kind} an id of its own");
            if !ids.insert((kind, id)) {
                faults.push(Fault::new(Pointer::root().field("id"), FaultKind::Duplicate, message));
            }
        }
        if let Some(faults) = Faults::of(faults) {
            flaws.add(&origin, &text, faults);
        }
        for (pointer, message) in notices {
            messages::note(&format!("{origin}: {pointer}: {message}"));
        }
    }
}

/// Examines the bytes of one document; strictly, or as it is read.
type Examine = fn(&[u8], bool) -> Findings;

/// The kinds of documents that are read, by their `spec`.
const KINDS: [(&str, Examine); 8] = [
    (Role::SPEC, examine_as::<Role>),
    (Candidate::SPEC, examine_as::<Candidate>),
    (Aspirations::SPEC, examine_as::<Aspirations>),
    (Interview::SPEC, examine_as::<Interview>),
    (PairFacts::SPEC, examine_as::<PairFacts>),
    (ContextDocument::SPEC, examine_as::<ContextDocument>),
    (Taxonomy::SPEC, examine_as::<Taxonomy>),
    (KnownRubric::SPEC, examine_rubric),
];

fn examine(bytes: &[u8], strict: bool) -> Findings {
    #[derive(Deserialize)]
    struct Named {
        spec: Option<Value>,
    }

    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(Named { spec }) = serde_json::from_slice::<Named>(bytes) else {
        // Whatever kind it was to be: what is no JSON object is told the same way.
        return examine_as::<Role>(bytes, strict);
    };
    let named = KINDS.iter().find(|(known, _)| spec.as_ref().is_some_and(|spec| spec == *known));
    if let Some((_, examine)) = named {
        return examine(bytes, strict);
    }
    let known: Vec<String> = KINDS.iter().map(|(known, _)| format!("`{known}`")).collect();
    let known = known.join(", ");
    let (kind, message) = match spec {
        None => {
            (FaultKind::Missing, format!("`spec` is missing; say which document it is: {known}"))
        }
        Some(spec) => (
            FaultKind::Unknown,
            format!("`{}` is no document that is checked here; those are {known}", shown(&spec)),
        ),
    };
    Findings {
        faults: vec![Fault::new(Pointer::root().field("spec"), kind, message)],
        ..Findings::default()
    }
}

/// A value as a message quotes it.
fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.chars().filter(|character| !character.is_control()).take(60).collect()
}

fn examine_as<D: Document>(bytes: &[u8], strict: bool) -> Findings {
    examine_with(bytes, strict, |document: &D| {
        notices(document)
            .iter()
            .map(|notice| (notice.pointer().clone(), notice.message()))
            .collect()
    })
}

fn examine_rubric(bytes: &[u8], strict: bool) -> Findings {
    examine_with(bytes, strict, KnownRubric::cautions)
}

fn examine_with<D: Document>(
    bytes: &[u8],
    strict: bool,
    notices: impl Fn(&D) -> Vec<(Pointer, &'static str)>,
) -> Findings {
    let (name, notices, mut faults) = match read_bytes::<D>(bytes) {
        Ok(document) => (Some((D::NAME, document.id().to_owned())), notices(&document), Vec::new()),
        Err(faults) => (None, Vec::new(), faults.into_vec()),
    };
    if let (true, Ok(text)) = (strict, std::str::from_utf8(bytes)) {
        let unknown = unknown_fields::<D>(text);
        faults.extend(unknown.into_iter().filter(|fault| !is_comment(fault)));
        faults.sort_by(|one, other| {
            (one.position(), one.pointer()).cmp(&(other.position(), other.pointer()))
        });
        faults.dedup();
    }
    Findings { name, faults, notices }
}

/// Whether a member that the format does not know is a comment: its name begins with `//`.
fn is_comment(fault: &Fault) -> bool {
    fault.kind() == FaultKind::UnknownField
        && fault.pointer().last().is_some_and(|name| name.starts_with("//"))
}
