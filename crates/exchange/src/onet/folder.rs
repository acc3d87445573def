//! Finding the tables in the folder that an O*NET download unpacks to.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use crate::onet::OnetTables;
use crate::{TableError, TableSource};

impl OnetTables<'static> {
    /// The tables in a folder: `Skills.txt` and so on, or the same names with `.tsv`.
    ///
    /// A table that is not there is left out; where both are there, `.txt` is taken.
    ///
    /// # Errors
    ///
    /// When the folder or one of its tables cannot be opened.
    pub fn from_dir(folder: impl AsRef<Path>) -> Result<Self, TableError> {
        let folder = folder.as_ref();
        fs::read_dir(folder)
            .map_err(|source| TableError::new(folder.display().to_string(), source))?;
        Ok(Self {
            occupations: find(folder, &["Occupation Data"])?,
            content_model: find(folder, &["Content Model Reference"])?,
            skills: find(folder, &["Skills"])?,
            knowledge: find(folder, &["Knowledge"])?,
            interests: find(folder, &["Interests", "Career Interest Types"])?,
            work_values: find(folder, &["Work Values"])?,
            job_zones: find(folder, &["Job Zones"])?,
            tasks: find(folder, &["Task Statements"])?,
        })
    }
}

/// The first table of one of these names.
fn find(folder: &Path, names: &[&str]) -> Result<Option<TableSource<'static>>, TableError> {
    for name in names {
        for extension in ["txt", "tsv"] {
            let file = format!("{name}.{extension}");
            match File::open(folder.join(&file)) {
                Ok(opened) => return Ok(Some(TableSource::new(file, opened))),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    let path = folder.join(&file).display().to_string();
                    return Err(TableError::new(path, error));
                }
            }
        }
    }
    Ok(None)
}
