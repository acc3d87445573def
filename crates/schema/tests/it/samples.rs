//! The samples in `schemas/samples`: those that are right, and those whose file name says what is wrong.

use crate::documents::readable;
use crate::registry::registry;
use mutualfit_schema::bundle;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A document in a file.
pub(crate) struct Sample {
    /// Its file, from `schemas/samples` on.
    pub(crate) path: String,
    pub(crate) value: Value,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/samples")
}

/// The samples in a folder and all folders within it, by name.
pub(crate) fn samples(within: &str) -> Vec<Sample> {
    let mut found = Vec::new();
    let mut folders = vec![folder().join(within)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(sample(&path));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn sample(path: &Path) -> Sample {
    let text = std::fs::read_to_string(path).unwrap();
    let value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let within = path.strip_prefix(folder()).unwrap();
    let path =
        within.components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>();
    Sample { path: path.join("/"), value }
}

#[test]
fn what_is_right_is_read_and_accepted_and_written_as_it_was() {
    for readable in readable() {
        let valid = samples(&format!("valid/{}", readable.name));
        assert!(valid.len() >= 4, "{} samples of a right {}", valid.len(), readable.name);
        for Sample { path, value } in valid {
            let written = readable.read(&value).unwrap_or_else(|faults| panic!("{path}: {faults}"));
            readable.check(&value);
            readable.check(&written);
            assert_eq!(readable.read(&written).as_ref(), Ok(&written), "{path}");
        }
    }
}

#[test]
fn what_is_wrong_has_the_faults_that_are_expected_and_no_others() {
    let mut expected = expected();
    let mut wrong = Vec::new();
    for readable in readable() {
        let invalid = samples(&format!("invalid/{}", readable.name));
        assert!(invalid.len() >= 5, "{} samples of a wrong {}", invalid.len(), readable.name);
        for Sample { path, value } in invalid {
            let found: BTreeSet<(String, String)> = match readable.read(&value) {
                Ok(_) => BTreeSet::new(),
                Err(faults) => faults
                    .iter()
                    .map(|fault| (fault.pointer().to_string(), fault.kind().to_string()))
                    .collect(),
            };
            let expected = expected.remove(&path).unwrap_or_default();
            if found.is_empty() || found != expected {
                wrong.push(format!("{path}: {found:?}, not {expected:?}"));
            }
        }
    }
    wrong.extend(expected.into_keys().map(|path| format!("{path}: there is no such file")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_wrong_is_refused_unless_no_schema_could_say_so() {
    let mut wrong = Vec::new();
    for readable in readable() {
        for Sample { path, value } in samples(&format!("invalid/{}", readable.name)) {
            let Err(faults) = readable.read(&value) else { continue };
            let accepted = readable.accepts(&value);
            if accepted && !faults.iter().all(|fault| fault.kind().beyond_schema()) {
                wrong.push(format!("{path}: the schema accepts it"));
            }
            if accepted != path.contains("/beyond-the-schema/") {
                wrong.push(format!("{path}: in the wrong folder"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_schema_of_all_documents_accepts_what_one_of_their_own_accepts() {
    let all = jsonschema::draft202012::new(&bundle(Some(&registry()))).unwrap();
    for Sample { path, value } in samples("valid").into_iter().chain(samples("invalid")) {
        let accepted = readable().iter().any(|readable| readable.accepts(&value));
        assert_eq!(all.is_valid(&value), accepted, "{path}");
    }
}

/// The faults of each wrong sample, by its path.
fn expected() -> BTreeMap<String, BTreeSet<(String, String)>> {
    let text = std::fs::read_to_string(folder().join("expected.json")).unwrap();
    let listed: BTreeMap<String, Vec<BTreeMap<String, String>>> =
        serde_json::from_str(&text).unwrap();
    let fault = |fault: BTreeMap<String, String>| (fault["pointer"].clone(), fault["kind"].clone());
    listed
        .into_iter()
        .map(|(path, faults)| (path, faults.into_iter().map(fault).collect()))
        .collect()
}
