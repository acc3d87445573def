//! Settings left out are the defaults that the schema shows.

use super::{
    case::Case,
    trial::{Trial, Violation},
};
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

pub(crate) fn prove(trial: &Trial<'_>) -> Result<(), Violation> {
    let broken = |why: String, shown: Value| trial.broken("settings", &why, Some(shown));
    let Some(kind) = trial.registry.get(trial.info.id) else { return Ok(()) };
    let properties = properties(trial);
    let mut spelt_out = trial.settings.clone();
    for (name, property) in &properties {
        if let Some(default) = property.get("default") {
            spelt_out.entry(name.clone()).or_insert_with(|| default.clone());
        }
        let settings = json!({ name.as_str(): of_another_type(property) });
        if kind.build(&settings).is_ok() {
            return Err(broken(format!("it takes a setting `{name}` of another type"), settings));
        }
    }
    if spelt_out == trial.settings {
        return Ok(());
    }
    let shown = Value::Object(spelt_out);
    let spelt_out = Trial::new(trial.registry, trial.info.id, &shown)?;
    trial.try_with(
        || "settings",
        trial.pairs(),
        Case::shown,
        |case| {
            let (own, spelt) = (trial.node(case), spelt_out.node(case));
            if own == spelt {
                Ok(())
            } else {
                Err(format!("spelling out the defaults, {shown}, changes what it finds"))
            }
        },
    )
}

/// A value that no setting of this schema is.
fn of_another_type(property: &Value) -> Value {
    let lists = property.get("type").is_some_and(|kind| kind == "array");
    if lists { json!({ "no": ["such", "setting"] }) } else { json!([[]]) }
}

/// The schema of each setting, by its name.
fn properties(trial: &Trial<'_>) -> Map<String, Value> {
    let mut generator = SchemaGenerator::default();
    let Some(kind) = trial.registry.get(trial.info.id) else { return Map::new() };
    let schema = kind.settings_schema(&mut generator).to_value();
    let referred = schema.get("$ref").and_then(Value::as_str).and_then(|at| at.rsplit('/').next());
    let whole = referred.and_then(|name| generator.definitions().get(name)).unwrap_or(&schema);
    whole.get("properties").and_then(Value::as_object).cloned().unwrap_or_default()
}
