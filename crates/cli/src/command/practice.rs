//! The bundled practice: the documents of `examples/data/practice`, as part of the program.

/// A file's path within the practice and its text.
macro_rules! bundled {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../../examples/data/practice/", $path)))
    };
}

/// The rubric.
pub(crate) const RUBRIC: (&str, &str) = bundled!("rubric.json");

/// The roles, by file name.
pub(crate) const ROLES: [(&str, &str); 4] = [
    bundled!("roles/dental-assistant.json"),
    bundled!("roles/dental-hygienist.json"),
    bundled!("roles/optometry-receptionist.json"),
    bundled!("roles/veterinary-technician.json"),
];

/// The candidates, by file name.
pub(crate) const CANDIDATES: [(&str, &str); 37] = [
    bundled!("candidates/c-01.json"),
    bundled!("candidates/c-02.json"),
    bundled!("candidates/c-03.json"),
    bundled!("candidates/c-04.json"),
    bundled!("candidates/c-05.json"),
    bundled!("candidates/c-06.json"),
    bundled!("candidates/c-07.json"),
    bundled!("candidates/c-08.json"),
    bundled!("candidates/c-09.json"),
    bundled!("candidates/c-10.json"),
    bundled!("candidates/c-11.json"),
    bundled!("candidates/c-12.json"),
    bundled!("candidates/c-13.json"),
    bundled!("candidates/c-14.json"),
    bundled!("candidates/c-15.json"),
    bundled!("candidates/c-16.json"),
    bundled!("candidates/c-17.json"),
    bundled!("candidates/c-18.json"),
    bundled!("candidates/c-19.json"),
    bundled!("candidates/c-20.json"),
    bundled!("candidates/c-21.json"),
    bundled!("candidates/c-22.json"),
    bundled!("candidates/c-23.json"),
    bundled!("candidates/c-24.json"),
    bundled!("candidates/c-25.json"),
    bundled!("candidates/c-26.json"),
    bundled!("candidates/c-27.json"),
    bundled!("candidates/c-28.json"),
    bundled!("candidates/c-29.json"),
    bundled!("candidates/c-30.json"),
    bundled!("candidates/c-31.json"),
    bundled!("candidates/c-32.json"),
    bundled!("candidates/c-33.json"),
    bundled!("candidates/c-34.json"),
    bundled!("candidates/c-35.json"),
    bundled!("candidates/c-36.json"),
    bundled!("candidates/c-37.json"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[track_caller]
    fn check(folder: &str, bundled: &[(&str, &str)]) {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/practice").join(folder);
        let mut files: Vec<String> = fs::read_dir(&path)
            .unwrap()
            .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()))
            .collect();
        files.sort();
        let listed: Vec<&str> = bundled.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, files, "list every file of {}", path.display());
    }

    #[test]
    fn every_file_of_the_practice_is_bundled() {
        check("roles", &ROLES);
        check("candidates", &CANDIDATES);
    }
}
