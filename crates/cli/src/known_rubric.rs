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
        for fault in engine(&self.0).err().unwrap_or_default() {
            let segments: Vec<String> = fault.pointer().segments().collect();
            add(&At::root(), &segments, &fault, faults);
        }
    }

    fn deserialize_unruled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Rubric::deserialize_unruled(deserializer).map(Self)
    }
}

impl KnownRubric {
    /// What whoever ranks people by it should be told, each with its place.
    pub(crate) fn cautions(&self) -> Vec<(Pointer, &'static str)> {
        let Ok(engine) = engine(&self.0) else { return Vec::new() };
        let place = |position| Pointer::root().field("criteria").index(position);
        engine.cautions().map(|(position, caution)| (place(position), caution)).collect()
    }
}

/// An engine of a rubric, or what it says is wrong; the rubric's own rules are among that.
fn engine(rubric: &Rubric) -> Result<Engine, Vec<Fault>> {
    let failed = |error: String| vec![Fault::new(Pointer::root(), FaultKind::Duplicate, error)];
    let registry = criteria::registry().map_err(|error| failed(error.to_string()))?;
    // No fault of a rubric depends on the day or on what a name stands for.
    let (Ok(id), Ok(day)) = ("any".parse(), "2000-01-01".parse()) else {
        return Err(rubric.check());
    };
    let world = World::new(ContextDocument::new(id, day), &[]);
    Engine::new(&registry, rubric, &world).map_err(mutualfit::Faults::into_vec)
}

fn add(at: &At<'_>, segments: &[String], fault: &Fault, faults: &mut RuleFaults) {
    match segments.split_first() {
        None => faults.add(at, fault.kind(), fault.message()),
        Some((first, rest)) => add(&at.field(first), rest, fault, faults),
    }
}
