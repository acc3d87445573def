//! temp
#[path = "../tests/it/registry.rs"]
#[allow(dead_code)]
mod registry;
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let own = std::env::args().nth(2).is_some();
    std::fs::create_dir_all(&out).unwrap();
    let registry = if own { registry::registry() } else { registry::built_in() };
    for file in mutualfit_schema::files(&registry) {
        std::fs::write(format!("{out}/{}", file.name), file.text).unwrap();
    }
}
