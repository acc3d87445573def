//! What all documents have in common.

use serde::Serialize;
use serde::de::{DeserializeOwned, Deserializer};

use crate::{At, Fault, FaultKind, ValueError};

/// A document of mutualfit.
///
/// Its `Deserialize` keeps the document's rules and stops at the first fault; [`read`](crate::read)
/// tells them all, with their places.
pub trait Document: Serialize + DeserializeOwned {
    /// What its `spec` says, such as `mutualfit/role/1`.
    const SPEC: &'static str;

    /// What it is called, such as `role`.
    const NAME: &'static str;

    /// The members that every document of the kind has.
    const REQUIRED: &'static [&'static str];

    /// Its id; empty when it has none.
    fn id(&self) -> &str;

    /// Adds what is wrong with the document as a whole: what no single value shows.
    fn rules(&self, faults: &mut RuleFaults);

    /// What is wrong with a document that was built or changed in code.
    fn check(&self) -> Vec<Fault> {
        let mut faults = RuleFaults::default();
        self.rules(&mut faults);
        faults.into_vec()
    }

    /// Reads the document without its rules.
    #[doc(hidden)]
    fn deserialize_unruled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// The faults that rules find.
#[derive(Clone, Debug, Default)]
pub struct RuleFaults {
    faults: Vec<Fault>,
}

impl RuleFaults {
    /// Adds a fault; the message says what is wrong and how to mend it.
    pub fn add(&mut self, at: &At<'_>, kind: FaultKind, message: impl Into<String>) {
        self.faults.push(Fault::new(at.pointer(), kind, message));
    }

    /// Adds the error of a value that is wrong where it stands.
    pub fn add_error(&mut self, at: &At<'_>, error: &ValueError) {
        self.add(at, error.kind(), error.message());
    }

    /// The first fault as the error of a value, its place in the message.
    pub(crate) fn into_error(self) -> Result<(), ValueError> {
        match self.faults.into_iter().next() {
            None => Ok(()),
            Some(fault) => Err(ValueError::new(
                fault.kind(),
                format!("at `{}`: {}", fault.pointer(), fault.message()),
            )),
        }
    }

    /// The faults found so far.
    pub fn into_vec(self) -> Vec<Fault> {
        self.faults
    }
}

/// Implements [`Document`] and serde for a struct that derives serde with `remote = "Self"`.
macro_rules! document {
    ($type:ident, $spec:ident = $literal:literal, $name:literal, $required:expr, $id:expr, $rules:expr) => {
        document!(@parts $type, $spec = $literal, $name, $required, $id, $rules);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let document = <$type as crate::Document>::deserialize_unruled(deserializer)?;
                let mut faults = crate::RuleFaults::default();
                crate::Document::rules(&document, &mut faults);
                faults.into_error().map_err(serde::de::Error::custom)?;
                Ok(document)
            }
        }
    };
    (@parts $type:ident, $spec:ident = $literal:literal, $name:literal, $required:expr, $id:expr, $rules:expr) => {
        impl crate::Document for $type {
            const SPEC: &'static str = $literal;
            const NAME: &'static str = $name;
            const REQUIRED: &'static [&'static str] = &$required;

            fn id(&self) -> &str {
                let id: fn(&Self) -> &str = $id;
                id(self)
            }

            fn rules(&self, faults: &mut crate::RuleFaults) {
                let rules: fn(&Self, &mut crate::RuleFaults) = $rules;
                rules(self, faults);
            }

            fn deserialize_unruled<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $type::deserialize(crate::object::ObjectOnly(deserializer))
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }

        #[doc = concat!("The `spec` of a document: `", $literal, "` and nothing else.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $spec;

        impl std::str::FromStr for $spec {
            type Err = crate::ValueError;

            fn from_str(text: &str) -> Result<Self, crate::ValueError> {
                if text == $literal { Ok(Self) } else { Err(crate::document::other_spec(text, $literal)) }
            }
        }

        impl serde::Serialize for $spec {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($literal)
            }
        }

        impl<'de> serde::Deserialize<'de> for $spec {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::object::parse_text(deserializer, concat!("\"", $literal, "\""))
            }
        }

        crate::object::schema_of!($spec ({
            "type": "string", "const": $literal, "description": "Which document this is.",
        }));
    };
}

pub(crate) use document;

/// The error for a document whose `spec` is another.
pub(crate) fn other_spec(text: &str, wanted: &str) -> ValueError {
    ValueError::quoting(
        FaultKind::Malformed,
        text,
        &format!("is another kind of document; use one with the spec `{wanted}`"),
    )
}
