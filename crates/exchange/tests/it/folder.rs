//! Tables found in a folder.

use std::error::Error as _;
use std::fs;
use std::io::{self, Read};

use mutualfit_exchange::TableSource;
use mutualfit_exchange::onet::{self, OnetDatabase, OnetTables};

use crate::database::{HYGIENIST, Texts};

#[test]
fn tables_are_found_with_either_extension() {
    let folder = tempfile::tempdir().unwrap();
    let texts = Texts::small().with_job_zones(&format!("{HYGIENIST}\t3\t08/2023\tAnalyst\n"));
    let write = |file: &str, text: &Option<String>| {
        fs::write(folder.path().join(file), text.as_deref().unwrap()).unwrap();
    };
    write("Occupation Data.txt", &texts.occupations);
    write("Skills.tsv", &texts.skills);
    write("Knowledge.txt", &texts.knowledge);
    write("Job Zones.tsv", &texts.job_zones);
    fs::write(folder.path().join("Abilities.txt"), "of no concern").unwrap();

    let tables = OnetTables::from_dir(folder.path()).unwrap();
    assert_eq!(tables.skills.as_ref().map(TableSource::file), Some("Skills.tsv"));
    assert!(tables.interests.is_none());
    let database = OnetDatabase::read(tables).unwrap();
    assert!(database.faults().is_empty(), "{}", database.faults());
    assert_eq!(onet::roles(&database)[0], texts.role());
}

#[test]
fn interests_are_found_under_their_later_name() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Career Interest Types.txt"), "").unwrap();
    let tables = OnetTables::from_dir(folder.path()).unwrap();
    assert_eq!(tables.interests.unwrap().file(), "Career Interest Types.txt");
}

#[test]
fn where_both_extensions_are_there_the_official_one_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Skills.tsv"), "").unwrap();
    fs::write(folder.path().join("Skills.txt"), "").unwrap();
    let tables = OnetTables::from_dir(folder.path()).unwrap();
    assert_eq!(tables.skills.unwrap().file(), "Skills.txt");
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = OnetTables::from_dir(folder.path().join("nowhere")).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "{error}");
    assert!(error.source().is_some());
}

#[test]
fn a_folder_without_tables_says_which_are_needed() {
    let folder = tempfile::tempdir().unwrap();
    let database = OnetDatabase::read(OnetTables::from_dir(folder.path()).unwrap()).unwrap();
    let told = database.faults().to_string();
    assert_eq!(database.faults().count(), 2);
    assert!(told.contains("Occupation Data.txt: missing:"), "{told}");
    assert!(told.contains("Skills.txt: missing:"), "{told}");
}

#[test]
fn a_reader_that_fails_is_an_error_that_names_the_file() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let occupations = Some(TableSource::new("Occupation Data.txt", Broken));
    let tables = OnetTables { occupations, ..OnetTables::default() };
    let error = OnetDatabase::read(tables).unwrap_err();
    assert_eq!(error.file(), "Occupation Data.txt");
    assert_eq!(
        error.to_string(),
        "cannot read `Occupation Data.txt`; check that it is there and that you may read it"
    );
    assert!(error.source().unwrap().to_string().contains("the disk is gone"));
}
