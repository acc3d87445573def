//! Layers point one way: the only edges between the crates are those of ARCHITECTURE.md.

use std::{collections::BTreeMap, env, process::Command};

/// Which crates of the workspace each may use outside its tests.
const EDGES: [(&str, &[&str]); 11] = [
    ("mutualfit-domain", &[]),
    ("mutualfit-scoring", &["mutualfit-domain"]),
    ("mutualfit-criteria", &["mutualfit-domain", "mutualfit-scoring"]),
    ("mutualfit-report", &["mutualfit-domain", "mutualfit-scoring"]),
    ("mutualfit-schema", &["mutualfit-domain", "mutualfit-scoring"]),
    ("mutualfit-exchange", &["mutualfit-domain"]),
    ("mutualfit-testkit", &["mutualfit-domain", "mutualfit-scoring"]),
    (
        "mutualfit",
        &[
            "mutualfit-criteria",
            "mutualfit-domain",
            "mutualfit-exchange",
            "mutualfit-report",
            "mutualfit-schema",
            "mutualfit-scoring",
        ],
    ),
    ("mutualfit-cli", &["mutualfit"]),
    ("mutualfit-examples", &["mutualfit"]),
    ("mutualfit-benches", &["mutualfit", "mutualfit-testkit"]),
];

#[test]
fn layers_point_one_way() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let allowed = BTreeMap::from(EDGES);
    let packages = metadata["packages"].as_array().unwrap();
    assert_eq!(packages.len(), allowed.len(), "every member has its row");
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let dependencies = package["dependencies"].as_array().unwrap();
        for dependency in dependencies.iter().filter(|dependency| dependency["kind"].is_null()) {
            let used = dependency["name"].as_str().unwrap();
            let inside = used == "mutualfit" || used.starts_with("mutualfit-");
            assert!(!inside || allowed[name].contains(&used), "`{name}` may not use `{used}`");
        }
    }
}
