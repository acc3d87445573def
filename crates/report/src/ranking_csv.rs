//! Rankings as CSV.

use crate::words;
use mutualfit_domain::Side;
use mutualfit_scoring::{
    BlockedEntry, Condition, Published, RankedEntry, Ranking, Score, SideSummary,
};
use std::{fmt, io};

/// The columns, one line a document that was ranked or blocked.
const COLUMNS: [&str; 21] = [
    "reader",
    "subjectKind",
    "subject",
    "rank",
    "id",
    "arrangement",
    "status",
    "mutualLow",
    "mutualHigh",
    "mutualPoint",
    "roleLow",
    "roleHigh",
    "rolePoint",
    "roleCoverage",
    "roleAsked",
    "candidateLow",
    "candidateHigh",
    "candidatePoint",
    "candidateCoverage",
    "candidateAsked",
    "conditions",
];

/// Writes rankings as CSV: those ranked with their rank, then those blocked without one.
///
/// The last column lists what is open, or what blocks, as `side:criterion`, separated by spaces.
pub struct RankingCsv<W: io::Write> {
    writer: csv::Writer<W>,
}

impl<W: io::Write> fmt::Debug for RankingCsv<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RankingCsv").finish_non_exhaustive()
    }
}

impl<W: io::Write> RankingCsv<W> {
    /// A writer that has written the names of the columns.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    pub fn new(output: W) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(output);
        writer.write_record(COLUMNS)?;
        Ok(Self { writer })
    }

    /// Writes one ranking.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&mut self, ranking: &Ranking) -> io::Result<()> {
        for entry in &ranking.entries {
            self.writer.write_record(ranked(ranking, entry))?;
        }
        for entry in &ranking.blocked.entries {
            self.writer.write_record(blocked(ranking, entry))?;
        }
        self.writer.flush()
    }
}

fn ranked(ranking: &Ranking, entry: &RankedEntry) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    let rank = entry.rank.to_string();
    record(
        ranking,
        [&rank, entry.id.as_str(), words::status(entry.status)],
        entry.arrangement,
        &entry.mutual,
        sides,
        &entry.open,
    )
}

fn blocked(ranking: &Ranking, entry: &BlockedEntry) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    record(
        ranking,
        ["", entry.id.as_str(), "blocked"],
        entry.arrangement,
        &entry.mutual,
        sides,
        &entry.by,
    )
}

fn record(
    ranking: &Ranking,
    [rank, id, status]: [&str; 3],
    arrangement: Option<u16>,
    mutual: &Score,
    sides: [&SideSummary; 2],
    conditions: &[Condition],
) -> Vec<String> {
    let subject = &ranking.subject;
    let mut cells: Vec<String> =
        [words::reader(ranking.reader), kind(subject.kind), subject.id.as_str(), rank, id]
            .map(str::to_owned)
            .into();
    cells.push(arrangement.map(|number| number.to_string()).unwrap_or_default());
    cells.push(status.to_owned());
    let shown = |number: Option<Published>| {
        number.map(|number| number.get().to_string()).unwrap_or_default()
    };
    cells.extend([Some(mutual.low), Some(mutual.high), mutual.point].map(shown));
    for side in sides {
        cells.extend([Some(side.low), Some(side.high), side.point, side.coverage].map(shown));
        cells.push(side.asked.to_string());
    }
    let condition =
        |condition: &Condition| format!("{}:{}", kind(condition.side), condition.criterion);
    cells.push(conditions.iter().map(condition).collect::<Vec<_>>().join(" "));
    cells
}

fn kind(side: Side) -> &'static str {
    match side {
        Side::Role => "role",
        Side::Candidate => "candidate",
    }
}
