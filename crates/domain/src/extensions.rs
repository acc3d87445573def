//! What others add to documents, under names of their own.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fault::quote;
use crate::{FaultKind, ValueError};

/// Values that others add to a document, each under a name of its own: a reverse domain name or a URI.
///
/// ```
/// use mutualfit_domain::Extensions;
///
/// let mut extensions = Extensions::default();
/// extensions.insert("com.acme.chairs", 4.into())?;
/// assert_eq!(extensions.get::<u32>("com.acme.chairs")?, Some(4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Extensions(BTreeMap<String, Value>);

impl Extensions {
    /// Puts a value under a key.
    ///
    /// # Errors
    ///
    /// When the key is neither a reverse domain name nor a URI.
    pub fn insert(
        &mut self,
        key: impl Into<String>,
        value: Value,
    ) -> Result<Option<Value>, ValueError> {
        let key = key.into();
        check_key(&key)?;
        Ok(self.0.insert(key, value))
    }

    /// The value under a key, read as a type; `None` when there is none or it is null.
    ///
    /// # Errors
    ///
    /// When the value does not read as that type.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, ExtensionError> {
        match self.0.get(key) {
            None => Ok(None),
            Some(value) => Option::<T>::deserialize(value)
                .map_err(|source| ExtensionError { key: key.to_owned(), source }),
        }
    }

    /// The value under a key as JSON.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Every key with its value, ordered by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Extensions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = BTreeMap::<String, Value>::deserialize(deserializer)?;
        values.keys().try_for_each(|key| check_key(key)).map_err(D::Error::custom)?;
        Ok(Self(values))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Extensions {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Extensions".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "What others add, under names of their own: reverse domain names or URIs.",
            "propertyNames": {"pattern": "[.:]"},
            "additionalProperties": true,
        })
    }
}

/// An extension does not read as the type that was asked for.
#[derive(Debug, thiserror::Error)]
#[error("the extension {} has another form than is expected of it", quote(.key))]
pub struct ExtensionError {
    key: String,
    source: serde_json::Error,
}

impl ExtensionError {
    /// The key of the extension.
    pub fn key(&self) -> &str {
        &self.key
    }
}

fn check_key(key: &str) -> Result<(), ValueError> {
    if key.contains(['.', ':']) {
        Ok(())
    } else {
        Err(ValueError::quoting(
            FaultKind::Malformed,
            key,
            "is no name for an extension; use a reverse domain name or a URI, such as `com.acme.chairs`",
        ))
    }
}
