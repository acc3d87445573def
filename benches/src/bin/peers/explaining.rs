//! Pairs explained one by one, from their documents: what a rule engine is compared with.

use crate::reading::documents;
use mutualfit::{Candidate, Digest, Document, Engine, Ranking, Role, Sourced};
use serde_json::{Value, json};
use std::{collections::HashMap, error::Error, hint::black_box, path::Path, time::Instant};

/// Explains the first so many pairs of some rankings; tells how long that took and which they were.
pub(crate) fn explained(
    engine: &Engine,
    data: &Path,
    rankings: &[Ranking],
    pairs: usize,
) -> Result<Option<Value>, Box<dyn Error>> {
    if pairs == 0 {
        return Ok(None);
    }
    let roles = by_id::<Role>(&data.join("roles.jsonl"))?;
    let candidates = by_id::<Candidate>(&data.join("candidates.jsonl"))?;
    let ranked = rankings.iter().flat_map(|ranking| {
        ranking.entries.iter().map(|entry| (ranking.subject.id.as_str(), entry.id.as_str()))
    });
    let pairs: Vec<_> = ranked
        .take(pairs)
        .filter_map(|(role, candidate)| Some((roles.get(role)?, candidates.get(candidate)?)))
        .collect();
    let digest = Digest::default();
    let start = Instant::now();
    for (role, candidate) in &pairs {
        let (role, candidate) = (*role, *candidate);
        black_box(
            engine.explain(
                Sourced { document: role, digest },
                Sourced { document: candidate, digest },
            ),
        );
    }
    let seconds = start.elapsed().as_secs_f64();
    Ok(Some(json!({
        "seconds": seconds,
        "pairs": pairs.iter().map(|(role, candidate)| [&role.id, &candidate.id]).collect::<Vec<_>>(),
    })))
}

fn by_id<D: Document + Send>(path: &Path) -> Result<HashMap<String, D>, Box<dyn Error>> {
    let read = documents::<D>(path)?.into_iter();
    Ok(read.map(|(document, _)| (document.id().to_owned(), document)).collect())
}
