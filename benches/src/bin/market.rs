//! The synthetic market as JSON Lines, to read and rank from files.
//!
//! `cargo run --release -p mutualfit-benches --bin market -- candidates --count 200000 > candidates.jsonl`

use clap::{Parser, ValueEnum};
use mutualfit_testkit::market::Market;
use std::io::{self, BufWriter, Write};

/// Writes documents of the synthetic market, one a line.
#[derive(Debug, Parser)]
struct Arguments {
    /// Which documents.
    #[arg(value_enum)]
    kind: Kind,
    /// How many.
    #[arg(long, default_value_t = 1)]
    count: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Candidates,
    Roles,
}

fn main() -> io::Result<()> {
    let Arguments { kind, count } = Arguments::parse();
    let market = Market::new(7);
    let mut output = BufWriter::new(io::stdout().lock());
    for number in 0..count {
        match kind {
            Kind::Candidates => serde_json::to_writer(&mut output, &market.candidate(number))?,
            Kind::Roles => serde_json::to_writer(&mut output, &market.role(number))?,
        }
        writeln!(output)?;
    }
    output.flush()
}
