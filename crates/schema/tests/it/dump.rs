#[test]
fn dump() {
    let registry = mutualfit_scoring::Registry::default();
    std::fs::create_dir_all("/tmp/schema-out").unwrap();
    for file in mutualfit_schema::files(&registry) {
        std::fs::write(format!("/tmp/schema-out/{}", file.name), file.text).unwrap();
    }
}
