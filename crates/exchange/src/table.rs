//! Tables of text: one row a line, columns found by name.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};
use mutualfit_domain::{FaultKind, ValueError};

use crate::fault::{TableFault, TableFaults, quoted};

/// Ends the last line, so that the line after a row is known for each row; an empty line is no row.
const LAST_LINE_END: &[u8] = b"\n";

/// Bytes read ahead.
const BUFFER: usize = 1 << 16;

/// A table to read, and the name of its file for faults to give.
pub struct TableSource<'a> {
    file: String,
    reader: Box<dyn Read + Send + Sync + 'a>,
}

impl<'a> TableSource<'a> {
    /// The table that `reader` gives, called `file` in faults.
    pub fn new(file: impl Into<String>, reader: impl Read + Send + Sync + 'a) -> Self {
        Self { file: file.into(), reader: Box::new(reader) }
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }
}

impl fmt::Debug for TableSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TableSource").field("file", &self.file).finish_non_exhaustive()
    }
}

/// A file or folder that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {}; check that it is there and that you may read it", quoted(.file))]
pub struct TableError {
    file: String,
    source: io::Error,
}

impl TableError {
    pub(crate) fn new(file: impl Into<String>, source: io::Error) -> Self {
        Self { file: file.into(), source }
    }

    /// The name of the file or folder.
    pub fn file(&self) -> &str {
        &self.file
    }
}

/// A column that is looked for.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// Without it the table cannot be read.
    Needed(&'static str),
    /// Without it its cells are empty.
    Optional(&'static str),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Needed(name) | Self::Optional(name) => name,
        }
    }
}

/// A tab-separated table without quoting: what stands in a cell is the cell, quotation marks included.
pub(crate) struct TabTable<'a, const N: usize> {
    file: String,
    reader: Reader<Box<dyn Read + Send + Sync + 'a>>,
    record: ByteRecord,
    columns: [Option<usize>; N],
    width: usize,
}

impl<'a, const N: usize> TabTable<'a, N> {
    /// Reads the header and finds the columns in it; `None` when one that is needed is not there.
    pub(crate) fn open(
        source: TableSource<'a>,
        columns: [Column; N],
        faults: &mut TableFaults,
    ) -> Result<Option<Self>, TableError> {
        let TableSource { file, reader } = source;
        let reader = ReaderBuilder::new()
            .delimiter(b'\t')
            .quoting(false)
            .terminator(Terminator::Any(b'\n'))
            .flexible(true)
            .has_headers(false)
            .buffer_capacity(BUFFER)
            .from_reader(Box::new(reader.chain(LAST_LINE_END)) as Box<dyn Read + Send + Sync + 'a>);
        let mut table =
            Self { file, reader, record: ByteRecord::new(), columns: [None; N], width: 0 };
        if !table.read_record()? {
            let message = "the file is empty; begin it with a row of column names";
            faults.add(TableFault::of_table(&table.file, FaultKind::Missing, message));
            return Ok(None);
        }
        let header: Vec<String> = table
            .record
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim().to_owned())
            .collect();
        table.width = header.len();
        let before = faults.count();
        table.columns = columns.map(|column| table.find(column, &header, faults));
        Ok((faults.count() == before).then_some(table))
    }

    /// The next row; a row that is broken is told as a fault and given all the same.
    pub(crate) fn next_row(
        &mut self,
        faults: &mut TableFaults,
    ) -> Result<Option<TabRow<'_, N>>, TableError> {
        if !self.read_record()? {
            return Ok(None);
        }
        let line = self.reader.position().line().saturating_sub(1);
        let mut state = RowState::Whole;
        let mut broken = |message: String| {
            state = RowState::Broken;
            let error = ValueError::new(FaultKind::Malformed, message);
            faults.add(TableFault::of_row(&self.file, line, &error));
        };
        if self.record.len() != self.width {
            broken(format!(
                "the row has {} and the header {}; give every row a cell for each column, parted by tabs",
                cells(self.record.len()),
                self.width,
            ));
        }
        let cells = self.columns.map(|column| {
            let cell = column.and_then(|index| self.record.get(index)).unwrap_or_default();
            let Ok(text) = str::from_utf8(cell) else {
                let shown = quoted(&String::from_utf8_lossy(cell));
                broken(format!("{shown} is not UTF-8; save the file as UTF-8"));
                return "";
            };
            text.trim()
        });
        Ok(Some(TabRow { file: &self.file, line, cells, state }))
    }

    fn find(&self, column: Column, header: &[String], faults: &mut TableFaults) -> Option<usize> {
        let mut found =
            header.iter().enumerate().filter(|(_, name)| *name == column.name()).map(|(at, _)| at);
        let index = found.next();
        let fault = match (index, found.next(), column) {
            (Some(_), Some(_), _) => Some((
                FaultKind::Duplicate,
                format!("the column `{}` is there twice; keep one", column.name()),
            )),
            (None, _, Column::Needed(name)) => Some((
                FaultKind::Missing,
                format!(
                    "there is no column `{name}` in the header {}; write the columns' names in the first row, parted by tabs",
                    quoted(&header.join(" ")),
                ),
            )),
            _ => None,
        };
        if let Some((kind, message)) = fault {
            faults.add(TableFault::of_table(&self.file, kind, message));
        }
        index
    }

    /// The next line that is not blank; `false` when there is none.
    fn read_record(&mut self) -> Result<bool, TableError> {
        loop {
            let read = self
                .reader
                .read_byte_record(&mut self.record)
                .map_err(|error| TableError::new(&self.file, error.into()))?;
            let blank = self.record.len() == 1 && self.record.as_slice().trim_ascii().is_empty();
            if !(read && blank) {
                return Ok(read);
            }
        }
    }
}

/// Whether a row can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowState {
    /// It has a cell for each column, and all that is looked at is text.
    Whole,
    /// It has not; the fault was told.
    Broken,
}

/// A row: the cells of the columns looked for, without the blanks around them.
pub(crate) struct TabRow<'r, const N: usize> {
    file: &'r str,
    pub(crate) line: u64,
    pub(crate) cells: [&'r str; N],
    pub(crate) state: RowState,
}

impl<const N: usize> TabRow<'_, N> {
    /// A fault of this row.
    pub(crate) fn fault(&self, error: &ValueError) -> TableFault {
        TableFault::of_row(self.file, self.line, error)
    }
}

/// The text of a cell that a spreadsheet may have put in quotation marks, with those within doubled.
pub(crate) fn unquoted(cell: &str) -> Cow<'_, str> {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => {
            Cow::Owned(inner.replace("\"\"", "\""))
        }
        _ => Cow::Borrowed(cell),
    }
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}
