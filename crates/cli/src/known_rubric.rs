//! Rubrics read together with the criteria that they name.

use mutualfit::{
    ContextDocument, Document, Engine, Fault, FaultKind, Pointer, Rubric, World, criteria,
    domain::{At, RuleFaults},
};
use serde::{Deserialize, Deserializer, Serialize};

/// A rubric of which every criterion and setting is one that the command knows.
///
/// Reading it tells what is wrong with the criteria it names as well, each in its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct KnownRubric(pub(crate) Rubric);

impl Document for KnownRubric {
    const SPEC: &'static str = Rubric::SPEC;
    const NAME: &'static str = Rubric::NAME;
    const REQUIRED: &'static [&'static str] = Rubric::REQUIRED;

    fn id(&self) -> &str {
        self.0.id()
    }

    fn rules(&self, faults: &mut RuleFaults) {
        for fault in unknown(&self.0) {
            let segments: Vec<String> = fault.pointer().segments().collect();
            add(&At::root(), &segments, &fault, faults);
        }
    }

    fn deserialize_unruled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Rubric::deserialize_unruled(deserializer).map(Self)
    }
}

/// What an engine says of a rubric; its own rules are among that.
fn unknown(rubric: &Rubric) -> Vec<Fault> {
    let registry = match criteria::registry() {
        Ok(registry) => registry,
        Err(error) => {
            return vec![Fault::new(Pointer::root(), FaultKind::Duplicate, error.to_string())];
        }
    };
    // No fault of a rubric depends on the day or on what a name stands for.
    let (Ok(id), Ok(day)) = ("any".parse(), "2000-01-01".parse()) else { return rubric.check() };
    let world = World::new(ContextDocument::new(id, day), &[]);
    Engine::new(&registry, rubric, &world).map_or_else(mutualfit::Faults::into_vec, |_| Vec::new())
}

fn add(at: &At<'_>, segments: &[String], fault: &Fault, faults: &mut RuleFaults) {
    match segments.split_first() {
        None => faults.add(at, fault.kind(), fault.message()),
        Some((first, rest)) => add(&at.field(first), rest, fault, faults),
    }
}
