//! The schemas in `schemas/v1` against what they would be now.

use crate::registry::built_in;
use mutualfit_schema::{SchemaFile, files};
use std::collections::BTreeSet;
use std::path::Path;

const COMMAND: &str = "cargo run -p mutualfit-cli -- schema --out schemas/v1";

#[test]
fn schemas_are_what_the_types_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/v1");
    let files = files(&built_in());
    for SchemaFile { name, text } in &files {
        let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        let same = there.lines().eq(text.lines());
        assert!(
            same,
            "schemas/v1/{name} is not what the types say; run `{COMMAND}` and look at what changed"
        );
    }
    let there: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let here = files.into_iter().map(|file| file.name).collect();
    assert_eq!(there, here, "schemas/v1 holds other files than `{COMMAND}` writes");
}
