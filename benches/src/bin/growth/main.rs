//! How time and memory grow with the number of pairs.
//!
//! `cargo run --release -p mutualfit-benches --bin growth -- --out FOLDER` writes `growth.csv`, `growth.json` and
//! `growth.svg` there, and prints the exponent of time against pairs.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it prints its result and how far it is"
)]

mod chart;
mod power;

use clap::Parser;
use mutualfit_benches::{case, memory};
use serde::Serialize;
use std::{error::Error, fmt::Write as _, fs, path::PathBuf, time::Duration};

/// Measures rankings of a synthetic market by the default rubric, from few pairs to many.
#[derive(Debug, Parser)]
struct Arguments {
    /// The most candidates; measured are the powers of ten from 1,000.
    #[arg(long, default_value_t = 100_000)]
    candidates: u64,
    /// The most roles; measured are the powers of ten from 1.
    #[arg(long, default_value_t = 1000)]
    roles: u64,
    /// The most pairs; what has more is left out.
    #[arg(long, default_value_t = 100_000_000)]
    pairs: u64,
    /// How many threads.
    #[arg(long, default_value_t = rayon::current_num_threads())]
    threads: usize,
    /// How often each is run, unless that takes long; the fastest counts.
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// The folder for the points, the fit and the chart.
    #[arg(long)]
    out: PathBuf,
}

/// What was measured of one number of candidates and roles.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Point {
    candidates: u64,
    roles: u64,
    pairs: u64,
    seconds: f64,
    prepare_seconds: f64,
    peak_bytes: Option<u64>,
}

/// From so many pairs on, what does not grow with them no longer counts.
const MANY_PAIRS: u64 = 1_000_000;
/// How long one size is run again and again.
const PATIENCE: Duration = Duration::from_secs(4);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build()?;
    let points = pool.install(|| measured(&arguments).map_err(|error| error.to_string()))?;

    let many: Vec<Point> =
        points.iter().filter(|point| point.pairs >= MANY_PAIRS).copied().collect();
    let timed = |points: &[Point]| -> Vec<_> {
        points.iter().map(|point| (point.pairs as f64, point.seconds)).collect()
    };
    let report = serde_json::json!({
        "threads": arguments.threads,
        "exponent": power::law(&timed(&points)).map(|law| law.exponent),
        "exponentFromAMillionPairs": power::law(&timed(&many)).map(|law| law.exponent),
        "points": points,
    });
    fs::create_dir_all(&arguments.out)?;
    fs::write(arguments.out.join("growth.csv"), csv(&points))?;
    fs::write(arguments.out.join("growth.json"), serde_json::to_string_pretty(&report)? + "\n")?;
    chart::draw(&arguments.out.join("growth.svg"), &timed(&points), power::law(&timed(&many)))?;
    println!("{report}");
    Ok(())
}

fn measured(arguments: &Arguments) -> Result<Vec<Point>, Box<dyn Error>> {
    let mut points = Vec::new();
    for candidates in powers_of_ten(1000, arguments.candidates) {
        memory::forget_peak();
        let unknowing = case::engine(0, 0)?;
        let made = case::candidates(&unknowing, candidates)?;
        for roles in powers_of_ten(1, arguments.roles) {
            let pairs = candidates * roles;
            if pairs > arguments.pairs {
                break;
            }
            let engine = case::engine(roles, candidates)?;
            let roles_pool = case::roles(&engine, roles)?;
            let time = case::fastest(&engine, &roles_pool, &made.pool, arguments.runs, PATIENCE)?;
            eprintln!("{candidates} x {roles}: {:.3} s", time.as_secs_f64());
            points.push(Point {
                candidates,
                roles,
                pairs,
                seconds: time.as_secs_f64(),
                prepare_seconds: made.prepared.as_secs_f64(),
                peak_bytes: memory::peak(),
            });
        }
    }
    Ok(points)
}

fn powers_of_ten(least: u64, most: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(least), |power| power.checked_mul(10))
        .take_while(move |power| *power <= most)
}

fn csv(points: &[Point]) -> String {
    let mut lines = String::from("candidates,roles,pairs,seconds,prepare_seconds,peak_bytes\n");
    for point in points {
        let Point { candidates, roles, pairs, seconds, prepare_seconds, peak_bytes } = point;
        let peak = peak_bytes.map_or_else(String::new, |bytes| bytes.to_string());
        let _ = writeln!(
            lines,
            "{candidates},{roles},{pairs},{seconds:.6},{prepare_seconds:.3},{peak}"
        );
    }
    lines
}
