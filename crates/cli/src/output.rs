//! Where data goes: standard output, or files that are never left half written.

use crate::failure::Failure;
use serde::Serialize;
use std::{
    fs::{self, File},
    io::{self, BufWriter, StdoutLock, Write},
    path::Path,
};

/// Standard output, in large pieces. To be flushed at the end.
pub(crate) fn standard() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// Prints text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut output = standard();
    output.write_all(text.as_bytes())?;
    Ok(output.flush()?)
}

/// Prints a value as indented JSON that ends in a line break.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut output = standard();
    serde_json::to_writer_pretty(&mut output, value)?;
    output.write_all(b"\n")?;
    Ok(output.flush()?)
}

/// Writes a file by way of another one beside it, so that it is there whole or not at all.
pub(crate) fn write_file(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed = |error: &io::Error| Failure::of_file("write", path, error);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let beside = tempfile::Builder::new()
        .prefix(".mutualfit-")
        .make_in(folder, |path| File::create_new(path))
        .map_err(|error| failed(&error))?;
    let (file, beside) = beside.into_parts();
    let mut writer = BufWriter::new(file);
    write(&mut writer)
        .and_then(|()| writer.flush())
        .and_then(|()| writer.get_ref().sync_all())
        .map_err(|error| failed(&error))?;
    drop(writer);
    beside.persist(path).map_err(|error| failed(&error.error))
}
