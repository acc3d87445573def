//! What scores depend on beside the documents that are compared: rubric, context, taxonomies, pair facts.

use crate::{
    args::BasisArguments, failure::Failure, flaws::Flaws, known_rubric::KnownRubric, messages,
    reading, reading::Sheet, wishes::Wishes,
};
use mutualfit::{
    ContextDocument, Digest, Engine, FaultKind, PairFacts, Pointer, Reader, Registry, Rubric,
    Taxonomy, World, criteria,
    domain::{Date, Id, TaxonomyDigest, Text},
    exchange::onet,
    report::Legend,
    scoring::{Purpose, RubricEntry},
};
use std::path::Path;

/// What the `default` taxonomy is called on the command line.
const DEFAULT: &str = "default";

/// What scores depend on beside the documents that are compared, and the engine made of it.
#[derive(Debug)]
pub(crate) struct Basis {
    pub(crate) registry: Registry,
    pub(crate) rubric: Rubric,
    pub(crate) context: ContextDocument,
    pub(crate) engine: Engine,
    /// Aspirations that are documents of their own.
    pub(crate) wishes: Wishes,
    sources: Vec<String>,
}

impl Basis {
    /// Reads all of it.
    ///
    /// # Errors
    ///
    /// All faults of these documents together.
    pub(crate) fn read(arguments: &BasisArguments) -> Result<Self, Failure> {
        let mut flaws = Flaws::default();
        let rubric = rubric(&arguments.rubric, &mut flaws)?;
        let context = match &arguments.context {
            Some(path) => reading::one::<ContextDocument>(path, &mut flaws)?,
            None => None,
        };
        let taxonomies = taxonomies(arguments, &mut flaws)?;
        let pairs = reading::all::<PairFacts>(&arguments.pairs, &mut flaws)?;
        let wishes = Wishes::read(&arguments.aspirations, &mut flaws)?;
        if let Some(Sheet { document, origin, .. }) = &context {
            named_taxonomies(document, &taxonomies, |message| {
                flaws.add_one(
                    origin,
                    Pointer::root().field("taxonomies"),
                    FaultKind::Unknown,
                    message,
                );
            });
        }
        let Some(rubric) = rubric.filter(|_| flaws.is_empty()) else {
            return Err(Failure::Documents(Box::new(flaws)));
        };
        let context = settled(context.map(|sheet| sheet.document), arguments.as_of, &taxonomies)?;
        let pairs = pairs.into_iter().map(|sheet| sheet.document);
        Ok(Self { wishes, ..Self::new(rubric, context, taxonomies, pairs)? })
    }

    /// A basis of the default taxonomy and nothing else beside a rubric and a day.
    pub(crate) fn plain(rubric: Rubric, as_of: Date) -> Result<Self, Failure> {
        let taxonomies = vec![default_taxonomy()];
        let context = settled(None, Some(as_of), &taxonomies)?;
        Self::new(rubric, context, taxonomies, std::iter::empty())
    }

    fn new(
        rubric: Rubric,
        context: ContextDocument,
        taxonomies: Vec<Given>,
        pairs: impl Iterator<Item = PairFacts>,
    ) -> Result<Self, Failure> {
        let registry = criteria::registry().map_err(|error| Failure::Fault(error.to_string()))?;
        let sources = taxonomies.iter().map(Given::line).collect();
        let taxonomies: Vec<Taxonomy> =
            taxonomies.into_iter().map(|given| given.taxonomy).collect();
        let world = World::new(context.clone(), &taxonomies);
        let engine = Engine::new(&registry, &rubric, &world)
            .map_err(|faults| Failure::Fault(faults.to_string()))?;
        let engine = engine.knowing(pairs);
        Ok(Self { registry, rubric, context, engine, wishes: Wishes::default(), sources })
    }

    /// What results end in.
    pub(crate) fn legend(&self, reader: Reader) -> Legend<'_> {
        Legend { reader, rubric: &self.rubric, context: &self.context, sources: &self.sources }
    }

    /// Tells where people are ranked for a role by criteria whose publishers say that they are not for that, or with
    /// settings that ask for care.
    pub(crate) fn tell_cautions(&self) {
        for (position, caution) in self.engine.cautions() {
            let name = self.rubric.criteria.get(position).map_or("", RubricEntry::name);
            messages::note(&format!("`{name}`: {caution}"));
        }
        for entry in &self.rubric.criteria {
            let info = self.registry.get(&entry.kind).map(mutualfit::scoring::Kind::info);
            if info.is_some_and(|info| info.purpose == Purpose::Exploration) {
                messages::note(&format!(
                    "`{}` is for people who explore roles for themselves: its publisher says that it is not for \
                     screening applicants; leave it out where people are ranked for a role",
                    entry.name()
                ));
            }
        }
    }
}

/// A taxonomy that was given, with the digest of what it was read from.
struct Given {
    taxonomy: Taxonomy,
    digest: Digest,
}

impl Given {
    fn line(&self) -> String {
        let Taxonomy { id, version, attribution, .. } = &self.taxonomy;
        let version = version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        let attribution =
            attribution.as_ref().map(|attribution| format!(" {attribution}")).unwrap_or_default();
        format!("Taxonomy `{id}`{version}.{attribution}")
    }
}

fn rubric(path: &Path, flaws: &mut Flaws) -> Result<Option<Rubric>, Failure> {
    let bundled = match path.to_str() {
        Some(DEFAULT) => criteria::default_rubric(),
        Some("exploration") => criteria::exploration_rubric(),
        _ => return Ok(reading::one::<KnownRubric>(path, flaws)?.map(|sheet| sheet.document.0)),
    };
    bundled.map(Some).map_err(|error| Failure::Fault(error.to_string()))
}

/// The taxonomies that were named, or the usual importances of O*NET.
fn taxonomies(arguments: &BasisArguments, flaws: &mut Flaws) -> Result<Vec<Given>, Failure> {
    let mut taxonomies = Vec::new();
    if arguments.taxonomy.is_empty() {
        taxonomies.push(default_taxonomy());
    }
    for path in &arguments.taxonomy {
        if path.to_str() == Some(DEFAULT) {
            taxonomies.push(default_taxonomy());
        } else if let Some(sheet) = reading::one::<Taxonomy>(path, flaws)? {
            taxonomies.push(Given { taxonomy: sheet.document, digest: sheet.digest });
        }
    }
    Ok(taxonomies)
}

fn default_taxonomy() -> Given {
    let taxonomy = onet::default_taxonomy();
    let digest = Digest::of_document(&taxonomy).unwrap_or_default();
    Given { taxonomy, digest }
}

/// Tells where a context names other taxonomies than were given: a result could not be made again.
fn named_taxonomies(context: &ContextDocument, given: &[Given], mut tell: impl FnMut(String)) {
    let Some(named) = &context.taxonomies else { return };
    let given: Vec<String> = given.iter().map(|given| given.digest.to_string()).collect();
    for name in named {
        let digest = name.digest.as_str();
        if !given.iter().any(|given| given == digest) {
            let id = name.id.as_ref().map_or(digest, Id::as_str);
            tell(format!(
                "taxonomy `{id}` ({digest}) was not given; name its file with --taxonomy"
            ));
        }
    }
}

/// The context as it is scored in: with its day, and with the taxonomies that go with it.
fn settled(
    context: Option<ContextDocument>,
    as_of: Option<Date>,
    taxonomies: &[Given],
) -> Result<ContextDocument, Failure> {
    let failed = |error: mutualfit::domain::ValueError| Failure::Fault(error.to_string());
    let mut context = match (context, as_of) {
        (Some(context), None) => context,
        (Some(context), Some(as_of)) => ContextDocument { as_of, ..context },
        (None, Some(as_of)) => ContextDocument::new("command".parse().map_err(failed)?, as_of),
        (None, None) => ContextDocument::new("command".parse().map_err(failed)?, today()?),
    };
    let digest = |given: &Given| -> Result<TaxonomyDigest, Failure> {
        let digest: Text = given.digest.to_string().parse().map_err(failed)?;
        Ok(TaxonomyDigest { id: Some(given.taxonomy.id.clone()), ..TaxonomyDigest::new(digest) })
    };
    context.taxonomies = Some(taxonomies.iter().map(digest).collect::<Result<_, _>>()?);
    Ok(context)
}

/// The day it is where the command runs: the only clock that is read.
fn today() -> Result<Date, Failure> {
    let today = jiff::Zoned::now().date().to_string();
    today.parse().map_err(|error: mutualfit::domain::ValueError| Failure::Fault(error.to_string()))
}
