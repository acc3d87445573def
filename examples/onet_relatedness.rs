//! Measures rankings against the occupations that O*NET lists as related.
//!
//! Every occupation is a role and an incumbent candidate. For each candidate all other occupations are ranked, by the
//! role's side, by the candidate's side and by both, and the rankings are compared with O*NET's related occupations by
//! nDCG@20 (Järvelin and Kekäläinen 2002): gain 1 for any related occupation that was imported, occupations with none
//! left out. Nothing is learned from those relations.
//!
//! `cargo run --release -p mutualfit-examples --example onet_relatedness -- FOLDER-OF-THE-ONET-DATABASE`
#![allow(clippy::print_stdout, reason = "a program that prints what it finds")]

use mutualfit::{criteria, domain, exchange::onet, scoring};
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs, path::Path};

/// How many of a ranking count.
const DEPTH: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args().nth(1).ok_or("name the folder of the O*NET database files")?;
    let folder = Path::new(&folder);
    let database = onet::OnetDatabase::read(onet::OnetTables::from_dir(folder)?)?;
    let (roles, candidates) = (onet::roles(&database), onet::candidates(&database));
    let known: BTreeSet<&str> = roles.iter().map(|role| role.id.as_str()).collect();
    let related = related(folder, &known)?;

    let day = domain::ContextDocument::new("onet".parse()?, "2026-11-22".parse()?);
    let world = scoring::World::new(day, &[onet::taxonomy(&database)]);
    let registry = criteria::registry()?;
    println!(
        "{} roles, {} candidates, {} of them with related occupations",
        roles.len(),
        candidates.len(),
        related.len()
    );
    for by in [scoring::RankBy::RoleSide, scoring::RankBy::CandidateSide, scoring::RankBy::Mutual] {
        let rubric = scoring::Rubric { rank_by: Some(by), ..criteria::exploration_rubric()? };
        let engine = scoring::Engine::new(&registry, &rubric, &world)?;
        let (roles, candidates) =
            (engine.pool(roles.iter().cloned())?, engine.pool(candidates.iter().cloned())?);
        let request = scoring::Request { blocked: 0, ..scoring::Request::top(DEPTH + 1) };
        let gains: Vec<f64> = engine
            .rank(&candidates, &roles, request)?
            .iter()
            .filter_map(|ranking| Some(gain(ranking, related.get(ranking.subject.id.as_str())?)))
            .collect();
        println!("{by:?}: nDCG@{DEPTH} {:.3}", gains.iter().sum::<f64>() / gains.len() as f64);
    }
    Ok(())
}

/// The related occupations that were imported, by occupation.
fn related(
    folder: &Path,
    known: &BTreeSet<&str>,
) -> Result<BTreeMap<String, BTreeSet<String>>, Box<dyn std::error::Error>> {
    let file = ["Related Occupations.txt", "Related Occupations.tsv"]
        .map(|name| folder.join(name))
        .into_iter()
        .find(|file| file.exists());
    let text = fs::read_to_string(file.ok_or("there is no file `Related Occupations`")?)?;
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let column = |name: &str| {
        header.iter().position(|head| *head == name).ok_or(format!("there is no column `{name}`"))
    };
    let (from, to) = (column("O*NET-SOC Code")?, column("Related O*NET-SOC Code")?);
    let mut related: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines {
        if let (Some(&from), Some(&to)) = (line.get(from), line.get(to))
            && known.contains(from)
            && known.contains(to)
        {
            related.entry(from.to_owned()).or_default().insert(to.to_owned());
        }
    }
    Ok(related)
}

/// The discounted gain of a ranking over that of the best possible one; the occupation itself is left out.
fn gain(ranking: &scoring::Ranking, related: &BTreeSet<String>) -> f64 {
    let discount = |position: usize| 1.0 / (position as f64 + 2.0).log2();
    let others = ranking
        .entries
        .iter()
        .filter(|entry| entry.id != ranking.subject.id)
        .take(DEPTH)
        .enumerate();
    let found: f64 = others
        .filter(|(_, entry)| related.contains(entry.id.as_str()))
        .map(|(position, _)| discount(position))
        .sum();
    let best: f64 = (0..related.len().min(DEPTH)).map(discount).sum();
    found / best
}
