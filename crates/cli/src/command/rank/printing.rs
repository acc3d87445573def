//! Rankings as they are printed.

use crate::{basis::Basis, failure::Failure, output, telling::Pair};
use clap::ValueEnum;
use mutualfit::{
    Explanation, Ranking, Reader,
    report::{Detail, Legend, Page, RankingCsv, ranking_html, ranking_markdown, ranking_text},
};
use serde::Serialize;
use std::io::{BufWriter, StdoutLock, Write};

/// How rankings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for people
    Table,
    /// One JSON object, for one role or candidate
    Json,
    /// JSON Lines: a ranking a line
    Jsonl,
    /// Markdown tables
    Markdown,
    /// A page for a browser, for one role or candidate
    Html,
    /// Comma-separated values: a line for each one ranked or blocked
    Csv,
}

type Standard = BufWriter<StdoutLock<'static>>;

/// Prints rankings one after the other.
pub(crate) struct Printer<'b> {
    output: Output,
    legend: Legend<'b>,
    basis: &'b Basis,
    page: Page,
    is_first: bool,
}

enum Output {
    Table(Standard),
    Markdown(Standard),
    Json(Standard),
    Lines(Standard),
    Html(Standard),
    Csv(Box<RankingCsv<Standard>>),
}

/// A ranking and why those who are ranked are where they are.
#[derive(Serialize)]
struct Explained<'r> {
    #[serde(flatten)]
    ranking: &'r Ranking,
    explanations: Vec<&'r Explanation>,
}

impl<'b> Printer<'b> {
    pub(crate) fn new(
        format: Format,
        reader: Reader,
        basis: &'b Basis,
        page: Page,
    ) -> Result<Self, Failure> {
        let standard = output::standard();
        let output = match format {
            Format::Table => Output::Table(standard),
            Format::Markdown => Output::Markdown(standard),
            Format::Json => Output::Json(standard),
            Format::Jsonl => Output::Lines(standard),
            Format::Html => Output::Html(standard),
            Format::Csv => Output::Csv(Box::new(RankingCsv::new(standard)?)),
        };
        Ok(Self { output, legend: basis.legend(reader), basis, page, is_first: true })
    }

    /// Prints one ranking with its explanations.
    pub(crate) fn print(&mut self, ranking: &Ranking, pairs: &[Pair<'_>]) -> Result<(), Failure> {
        let between = if std::mem::take(&mut self.is_first) { "" } else { "\n" };
        match &mut self.output {
            Output::Table(output) => {
                write!(output, "{between}{}", ranking_text(ranking, &self.page))?;
                for pair in pairs {
                    let text = pair.text(self.basis, &self.page, Detail::Full);
                    write!(output, "\n{text}")?;
                }
            }
            Output::Markdown(output) => {
                write!(output, "{between}{}", ranking_markdown(ranking))?;
                for pair in pairs {
                    write!(output, "\n{}", pair.markdown(self.basis))?;
                }
            }
            Output::Json(output) if pairs.is_empty() => {
                serde_json::to_writer_pretty(&mut *output, ranking)?;
                output.write_all(b"\n")?;
            }
            Output::Json(output) => {
                let explanations = pairs.iter().map(|pair| &pair.explanation).collect();
                serde_json::to_writer_pretty(&mut *output, &Explained { ranking, explanations })?;
                output.write_all(b"\n")?;
            }
            Output::Lines(output) => {
                serde_json::to_writer(&mut *output, ranking)?;
                output.write_all(b"\n")?;
                for pair in pairs {
                    serde_json::to_writer(&mut *output, &pair.explanation)?;
                    output.write_all(b"\n")?;
                }
            }
            Output::Html(output) => {
                let page = ranking_html(ranking, &self.basis.registry, &self.legend);
                output.write_all(page.as_bytes())?;
            }
            Output::Csv(output) => output.write(ranking)?,
        }
        Ok(())
    }

    /// Prints what comes last, and makes sure that all is out.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self.output {
            Output::Table(mut output) => {
                write!(output, "\n{}", self.legend.text(&self.page))?;
                Ok(output.flush()?)
            }
            Output::Markdown(mut output) => {
                write!(output, "\n{}", self.legend.markdown())?;
                Ok(output.flush()?)
            }
            Output::Json(mut output) | Output::Lines(mut output) | Output::Html(mut output) => {
                Ok(output.flush()?)
            }
            Output::Csv(_) => Ok(()),
        }
    }
}
