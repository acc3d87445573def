//! The few values of a finding, by name.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;
use std::{borrow::Cow, collections::BTreeMap};

/// The few values of a finding or a change, by name, in the order of the names.
///
/// In JSON it is an object. There are so few that they stand in a row: a map would take several times the room, and an
/// explanation has a hundred of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedValues(Vec<(Cow<'static, str>, Value)>);

impl NamedValues {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every name with its value, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Sets the value of a name.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        let (name, value) = (name.into(), value.into());
        match self.0.binary_search_by(|(known, _)| known.cmp(&name)) {
            Ok(place) => {
                if let Some((_, known)) = self.0.get_mut(place) {
                    *known = value;
                }
            }
            Err(place) => self.0.insert(place, (name, value)),
        }
    }
}

impl Serialize for NamedValues {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for NamedValues {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = BTreeMap::<String, Value>::deserialize(deserializer)?;
        Ok(Self(values.into_iter().map(|(name, value)| (name.into(), value)).collect()))
    }
}

impl JsonSchema for NamedValues {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "NamedValues".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, Value>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_an_object_in_the_order_of_their_names() {
        let mut values = NamedValues::default();
        values.set("unit", "HOUR");
        values.set("asked", 3);
        values.set("unit", "WEEK");
        let text = serde_json::to_string(&values).unwrap();
        assert_eq!(text, r#"{"asked":3,"unit":"WEEK"}"#);
        assert_eq!(serde_json::from_str::<NamedValues>(&text).unwrap(), values);
        assert_eq!((values.get("unit"), values.get("has")), (Some(&"WEEK".into()), None));
    }
}
