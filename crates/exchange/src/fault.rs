//! What is wrong with a table, where, and how to mend it.

use std::fmt;

use mutualfit_domain::{FaultKind, ValueError};

/// How many characters of the user's text a message quotes.
const QUOTED: usize = 60;

/// Something wrong with a table.
///
/// Displayed on one line: ``Skills.txt:14: off-scale: `9` is outside the scale `onet/IM`; …``.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    file: String,
    row: Option<u64>,
    kind: FaultKind,
    message: String,
}

impl TableFault {
    /// A fault of a whole table.
    pub(crate) fn of_table(file: &str, kind: FaultKind, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), row: None, kind, message: message.into() }
    }

    /// A fault in a row of a table.
    pub(crate) fn of_row(file: &str, row: u64, error: &ValueError) -> Self {
        Self {
            file: file.to_owned(),
            row: Some(row),
            kind: error.kind(),
            message: error.message().to_owned(),
        }
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line in the file, from 1; `None` when the table as a whole is at fault.
    pub fn row(&self) -> Option<u64> {
        self.row
    }

    /// What kind of fault.
    pub fn kind(&self) -> FaultKind {
        self.kind
    }

    /// What is wrong and how to mend it.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if let Some(row) = self.row {
            write!(f, "{row}:")?;
        }
        write!(f, " {}: {}", self.kind, self.message)
    }
}

/// Everything that is wrong with some tables: the first hundred faults, and how many there are.
///
/// Displayed one a line, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFaults {
    kept: Vec<TableFault>,
    count: usize,
}

impl TableFaults {
    /// How many faults are kept; the rest are counted.
    pub const KEPT: usize = 100;

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many faults there are, those that were not kept included.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The faults that were kept: the first hundred.
    pub fn iter(&self) -> std::slice::Iter<'_, TableFault> {
        self.kept.iter()
    }

    pub(crate) fn add(&mut self, fault: TableFault) {
        self.count += 1;
        if self.kept.len() < Self::KEPT {
            self.kept.push(fault);
        }
    }
}

impl<'a> IntoIterator for &'a TableFaults {
    type Item = &'a TableFault;
    type IntoIter = std::slice::Iter<'a, TableFault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for TableFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.kept.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        match self.count.saturating_sub(self.kept.len()) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

/// The user's text in backticks, on one line and at most sixty characters of it.
pub(crate) fn quoted(text: &str) -> String {
    let shown = text.chars().take(QUOTED).map(|character| match character {
        '`' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        plain => plain,
    });
    let more = if text.chars().nth(QUOTED).is_some() { "…" } else { "" };
    format!("`{}{more}`", shown.collect::<String>())
}
