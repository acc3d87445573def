//! The kinds of criteria that a rubric can use.

use crate::{Criterion, Info, Plain, Scorer, one_spelling::OneSpelling};
use mutualfit_domain::{Fault, Pointer, ValueError};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::{collections::BTreeMap, fmt, hash::Hash};

/// The kinds of criteria that a rubric can use, by id.
///
/// ```
/// # use mutualfit_scoring::Registry;
/// let registry = Registry::default();
/// assert!(registry.get("pay").is_none());
/// ```
#[derive(Default)]
pub struct Registry {
    kinds: BTreeMap<&'static str, Kind>,
}

/// Makes a scorer of settings.
type Build = Box<dyn Fn(&Value) -> Result<Box<dyn Scorer>, SettingsError> + Send + Sync>;

/// A kind of criterion: what it says about itself, its settings' schema, and how to make one.
pub struct Kind {
    info: Info,
    build: Build,
    schema: fn(&mut SchemaGenerator) -> Schema,
}

impl Registry {
    /// Adds a criterion whose struct is its own settings: `{}` must make one, so its fields have defaults.
    ///
    /// # Errors
    ///
    /// Where a kind of that id is there already.
    pub fn add<C: Criterion + DeserializeOwned + JsonSchema>(
        &mut self,
        info: Info,
    ) -> Result<(), DuplicateKind> {
        self.add_with(info, |settings: C| Ok(Box::new(Plain::new(settings)) as Box<dyn Scorer>))
    }

    /// Adds a criterion as [`add`](Self::add) does, whose equal values are kept and compared once a block: see
    /// [`Plain::sharing`].
    ///
    /// # Errors
    ///
    /// Where a kind of that id is there already.
    pub fn add_sharing<C>(&mut self, info: Info) -> Result<(), DuplicateKind>
    where
        C: Criterion<Want: Eq + Hash, Have: Eq + Hash> + DeserializeOwned + JsonSchema,
    {
        self.add_with(info, |settings: C| Ok(Box::new(Plain::sharing(settings)) as Box<dyn Scorer>))
    }

    /// Adds a criterion made from its settings, which `make` may compile or refuse: with the reason, how to mend it, and
    /// a kind of fault, [beyond a schema](mutualfit_domain::FaultKind::beyond_schema) where the settings' schema accepts
    /// them.
    ///
    /// Settings are read as their schema describes them, also where serde would take more: a list is no object, and an
    /// object no word. Enums with a tag inside, untagged ones and flattened members are read as serde reads them.
    ///
    /// # Errors
    ///
    /// Where a kind of that id is there already.
    pub fn add_with<S: DeserializeOwned + JsonSchema + 'static>(
        &mut self,
        info: Info,
        make: impl Fn(S) -> Result<Box<dyn Scorer>, ValueError> + Send + Sync + 'static,
    ) -> Result<(), DuplicateKind> {
        if self.kinds.contains_key(info.id) {
            return Err(DuplicateKind { id: info.id });
        }
        let build = Box::new(move |value: &Value| {
            let settings = serde_path_to_error::deserialize(OneSpelling(value))
                .map_err(|error| SettingsError { fault: Fault::of_reading(&error) })?;
            make(settings).map_err(|error| SettingsError {
                fault: Fault::new(Pointer::root(), error.kind(), error.message()),
            })
        });
        self.kinds.insert(
            info.id,
            Kind { info, build, schema: |generator| generator.subschema_for::<S>() },
        );
        Ok(())
    }

    /// The kind of this id.
    pub fn get(&self, id: &str) -> Option<&Kind> {
        self.kinds.get(id)
    }

    /// All kinds, by id.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.values()
    }
}

impl Kind {
    /// What the kind says about itself.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// The schema of its settings; shared types go to the generator's definitions.
    pub fn settings_schema(&self, generator: &mut SchemaGenerator) -> Schema {
        (self.schema)(generator)
    }

    /// A scorer with these settings.
    ///
    /// # Errors
    ///
    /// Where the settings are not of the kind's shape, or the kind refuses them.
    pub fn build(&self, settings: &Value) -> Result<Box<dyn Scorer>, SettingsError> {
        (self.build)(settings)
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.kinds.keys()).finish()
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kind").field("info", &self.info).finish_non_exhaustive()
    }
}

/// A kind of that id is registered already.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "criterion `{id}` is registered twice; give one of the two another id (third parties use `vendor/name`)"
)]
pub struct DuplicateKind {
    id: &'static str,
}

/// Settings that a kind of criterion cannot use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct SettingsError {
    fault: Fault,
}

impl SettingsError {
    /// What is wrong, and where in the settings.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }
}
