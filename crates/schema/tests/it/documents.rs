//! What can be read as each kind of document, and what its schema accepts.

use crate::registry::registry;
use jsonschema::Validator;
use mutualfit_domain::{
    Aspirations, Candidate, ContextDocument, Document, FaultKind, Faults, Interview, PairFacts,
    Role, Taxonomy, read_value,
};
use mutualfit_schema::{document, emit};
use mutualfit_scoring::{Engine, Registry, Rubric, World};
use serde_json::Value;
use std::sync::LazyLock;

/// A kind of document: how it is read, and its schema.
pub(crate) struct Readable {
    pub(crate) name: &'static str,
    reads: fn(&Value) -> bool,
    read: fn(Value) -> Result<Value, Faults>,
    validator: Validator,
}

impl Readable {
    fn of<D: Document>() -> Self {
        Self {
            name: D::NAME,
            reads: |value| D::deserialize(value).is_ok_and(|read| read.check().is_empty()),
            read: |value| Ok(serde_json::to_value(read_value::<D>(value)?).unwrap()),
            validator: validator(D::NAME, Some(&registry())),
        }
    }

    /// What is read, as it is written again, or all its faults.
    pub(crate) fn read(&self, value: &Value) -> Result<Value, Faults> {
        (self.read)(value.clone())
    }

    /// Whether the schema accepts it.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        self.validator.is_valid(value)
    }

    /// Whether it is read.
    pub(crate) fn reads(&self, value: &Value) -> bool {
        (self.reads)(value)
    }

    /// Holds the law: what is read is accepted; what is accepted is read, or no schema could say what is wrong.
    #[track_caller]
    pub(crate) fn check(&self, value: &Value) {
        let accepted = self.validator.validate(value);
        if self.reads(value) {
            if let Err(error) = accepted {
                panic!(
                    "{} reads and its schema says at {}: {error}\n{value:#}",
                    self.name,
                    error.instance_path()
                );
            }
        } else if accepted.is_ok() {
            let faults = self.read(value).unwrap_err();
            if let Some(fault) = faults.iter().find(|fault| !fault.kind().beyond_schema()) {
                panic!("{} has a fault that its schema lets pass: {fault}\n{value:#}", self.name);
            }
        }
    }
}

/// A validator of the schema of this name.
pub(crate) fn validator(name: &str, registry: Option<&Registry>) -> Validator {
    let schema = emit(&document(name).unwrap(), registry);
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The kind of document of this name.
pub(crate) fn readable_as(name: &str) -> &'static Readable {
    readable().iter().find(|readable| readable.name == name).unwrap()
}

/// A rubric as it is read where the kinds of criteria are not known, and the schema for that.
pub(crate) fn rubric_of_any_kinds() -> &'static Readable {
    static OF_ANY_KINDS: LazyLock<Readable> = LazyLock::new(|| Readable {
        validator: validator(Rubric::NAME, None),
        ..Readable::of::<Rubric>()
    });
    &OF_ANY_KINDS
}

/// Every kind of document that people and tools write.
pub(crate) fn readable() -> &'static [Readable] {
    READABLE.as_slice()
}

static READABLE: LazyLock<[Readable; 8]> = LazyLock::new(|| {
    [
        Readable::of::<Role>(),
        Readable::of::<Candidate>(),
        Readable::of::<Aspirations>(),
        Readable::of::<Interview>(),
        Readable::of::<PairFacts>(),
        Readable::of::<ContextDocument>(),
        Readable::of::<Taxonomy>(),
        Readable {
            reads: |value| rubric(value.clone()).is_ok(),
            read: |value| Ok(serde_json::to_value(rubric(value)?).unwrap()),
            ..Readable::of::<Rubric>()
        },
    ]
});

/// A rubric is read when an engine can be made of it, since that is what knows the kinds of criteria.
fn rubric(value: Value) -> Result<Rubric, Faults> {
    static REGISTRY: LazyLock<Registry> = LazyLock::new(registry);
    let rubric = read_value::<Rubric>(value)?;
    Engine::new(&REGISTRY, &rubric, &world())?;
    Ok(rubric)
}

pub(crate) fn world() -> World {
    World::new(ContextDocument::new("world".parse().unwrap(), "2026-11-22".parse().unwrap()), &[])
}

#[test]
fn kinds_of_fault_beyond_a_schema_are_the_documented_ones() {
    let readme = include_str!("../../../../schemas/README.md");
    for kind in FaultKind::ALL {
        let listed = readme.contains(&format!("| `{kind}` |"));
        assert_eq!(listed, kind.beyond_schema(), "`{kind}` in the table of schemas/README.md");
    }
}
