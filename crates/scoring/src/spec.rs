//! The `spec` of a document: one literal and nothing else.

/// Defines a type that is written and read as one literal alone.
macro_rules! spec {
    ($(#[$meta:meta])* $name:ident, $literal:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name;

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($literal)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                if text == $literal {
                    return Ok(Self);
                }
                let kind = mutualfit_domain::FaultKind::Malformed;
                let message = format!("`{text}` is another kind of document; use one with the spec `{}`", $literal);
                Err(serde::de::Error::custom(mutualfit_domain::ValueError::new(kind, message)))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "const": $literal, "description": "Which document this is." })
            }
        }
    };
}

pub(crate) use spec;
