//! A pair has one score, whoever ranks and whatever else is ranked.

use super::trial::{Trial, Violation};
use crate::{document::valid, strategy::section::put};
use mutualfit_domain::{Candidate, Role, RoleView, Side};
use mutualfit_scoring::{
    Cell, Column, Context, Degree, Engine, Explanation, Gate, LANES, Lanes, Mark, Node, Published,
    Ranking, Request, Score, Scorer, SideSummary, Sourced, Status,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Several roles and candidates, and what is known of some pairs.
type Many = (Vec<Value>, Vec<Value>, Vec<Value>, bool);

pub(crate) fn prove(trial: &Trial<'_>) -> Result<(), Violation> {
    let many = (
        prop::collection::vec(trial.roles(), 1..=3),
        prop::collection::vec(trial.candidates(), 1..=4),
        trial.known(),
        any::<bool>(),
    );
    let shown = |(roles, candidates, pairs, furnished): &Many| json!({ "roles": roles, "candidates": candidates, "pairs": pairs, "furnished": furnished });
    trial.try_with(
        || "one-score",
        many,
        shown,
        |(roles, candidates, pairs, furnished)| {
            let roles: Vec<Role> = numbered("r", roles).iter().map(valid).collect();
            let candidates: Vec<Candidate> = numbered("c", candidates).iter().map(valid).collect();
            let pairs = pairs.iter().cloned().map(|mut known: Value| {
                put(&mut known, "/role", json!("r0"));
                put(&mut known, "/candidate", json!("c0"));
                valid(&known)
            });
            let bench = trial.bench(*furnished);
            blocks_agree(&*trial.scorer, &bench.context, &roles, &candidates)?;
            one_score(&bench.engine.clone().knowing(pairs), &roles, &candidates)
        },
    )
}

/// The documents with ids that tell them apart.
fn numbered(prefix: &str, documents: &[Value]) -> Vec<Value> {
    let numbered = documents.iter().enumerate().map(|(number, document)| {
        let mut document = document.clone();
        put(&mut document, "/id", json!(format!("{prefix}{number}")));
        document
    });
    numbered.collect()
}

/// Whether rankings of candidates for each role, rankings of roles for each candidate, and explanations give each
/// pair the same score, in any order of the pools, and whether rankings are in the order of their points.
///
/// # Errors
///
/// The first pair or ranking that shows otherwise.
pub fn one_score(engine: &Engine, roles: &[Role], candidates: &[Candidate]) -> Result<(), String> {
    let every = Request { blocked: usize::MAX, ..Request::top(usize::MAX) };
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let pool_of_roles = engine.pool(roles.to_vec()).map_err(|error| text(&error))?;
    let pool_of_candidates = engine.pool(candidates.to_vec()).map_err(|error| text(&error))?;
    let reversed = engine.pool(candidates.iter().rev().cloned()).map_err(|error| text(&error))?;
    let by_role =
        engine.rank(&pool_of_roles, &pool_of_candidates, every).map_err(|error| text(&error))?;
    let by_candidate =
        engine.rank(&pool_of_candidates, &pool_of_roles, every).map_err(|error| text(&error))?;
    if engine.rank(&pool_of_roles, &reversed, every).map_err(|error| text(&error))? != by_role {
        return Err("the order of the pool changes a ranking".to_owned());
    }
    by_role.iter().chain(&by_candidate).try_for_each(in_order)?;
    let pairs: Vec<(Sourced<'_, Role>, Sourced<'_, Candidate>)> = roles
        .iter()
        .flat_map(|role| candidates.iter().map(move |candidate| (role.into(), candidate.into())))
        .collect();
    let ranked = engine
        .explain_ranked(&pool_of_roles, &pool_of_candidates, &pairs)
        .map_err(|error| text(&error))?;
    let alone =
        pairs.iter().map(|(role, candidate)| engine.explain(role.document, candidate.document));
    if !alone.eq(ranked) {
        return Err("a pair is explained otherwise from the pools than by itself".to_owned());
    }
    for (role, of_role) in roles.iter().zip(&by_role) {
        for (candidate, of_candidate) in candidates.iter().zip(&by_candidate) {
            let (role_id, candidate_id) = (role.id.as_str(), candidate.id.as_str());
            let from_role = standing(of_role, candidate_id);
            let from_candidate = standing(of_candidate, role_id);
            let explained = explained(&engine.explain(role, candidate));
            if from_role != from_candidate || from_role.as_ref() != Some(&explained) {
                return Err(format!(
                    "`{role_id}` and `{candidate_id}`: ranked for the role {from_role:?}, for the candidate {from_candidate:?}, explained {explained:?}"
                ));
            }
        }
    }
    Ok(())
}

/// Low, high and point of a score.
type Bounds = (Published, Published, Option<Published>);

/// What a result says of a pair.
#[derive(Debug, PartialEq)]
struct Standing {
    mutual: Score,
    sides: [Bounds; 2],
    gate: Gate,
    arrangement: Option<u16>,
}

fn standing(ranking: &Ranking, id: &str) -> Option<Standing> {
    let sides = |role: &SideSummary, candidate: &SideSummary| {
        [role, candidate].map(|side| (side.low, side.high, side.point))
    };
    let ranked = ranking.entries.iter().find(|entry| entry.id.as_str() == id);
    let ranked = ranked.map(|entry| Standing {
        mutual: entry.mutual,
        sides: sides(&entry.role_side, &entry.candidate_side),
        gate: if entry.status == Status::Open { Gate::Open } else { Gate::Met },
        arrangement: entry.arrangement,
    });
    ranked.or_else(|| {
        let entry = ranking.blocked.entries.iter().find(|entry| entry.id.as_str() == id)?;
        Some(Standing {
            mutual: entry.mutual,
            sides: sides(&entry.role_side, &entry.candidate_side),
            gate: Gate::Unmet,
            arrangement: entry.arrangement,
        })
    })
}

fn explained(explanation: &Explanation) -> Standing {
    let side = |code: &str| {
        let found = explanation.explanation.children.iter().find(|node: &&Node| node.code == code);
        found.map(|node| (node.value.low, node.value.high, node.value.point)).unwrap_or_default()
    };
    Standing {
        mutual: explanation.explanation.value,
        sides: [side("role-side"), side("candidate-side")],
        gate: explanation.gate,
        arrangement: explanation.arrangement,
    }
}

/// Best first, ties by id as bytes; the blocked by id.
fn in_order(ranking: &Ranking) -> Result<(), String> {
    let ranks = ranking.entries.iter().zip(1..).all(|(entry, rank)| entry.rank == rank);
    let all = ranking.entries.len() + ranking.blocked.entries.len() == ranking.considered as usize;
    let first =
        ranking.blocked.entries.is_sorted_by(|one, other| one.id.as_str() < other.id.as_str());
    if ranks && all && first {
        Ok(())
    } else {
        Err(format!("the ranking is not in order: {ranking:?}"))
    }
}

/// Whether every way of scoring a pair gives the same bits.
fn blocks_agree(
    scorer: &dyn Scorer,
    context: &Context,
    roles: &[Role],
    candidates: &[Candidate],
) -> Result<(), String> {
    let views: Vec<RoleView<'_>> = roles.iter().flat_map(RoleView::each).collect();
    let people: Vec<&Candidate> = candidates.iter().collect();
    let block =
        |views: &[RoleView<'_>], people: &[&Candidate]| Sealed::of(scorer, context, views, people);
    let together = block(&views, &people);
    let backwards = {
        let (mut views, mut people) = (views.clone(), people.clone());
        views.reverse();
        people.reverse();
        block(&views, &people)
    };
    for (role, view) in views.iter().enumerate() {
        for (candidate, person) in people.iter().enumerate() {
            if !together.both_stated(role, candidate) {
                continue;
            }
            let found = together.found(scorer, role, candidate);
            let turned =
                backwards.found(scorer, views.len() - 1 - role, people.len() - 1 - candidate);
            let alone = block(&[*view], &[*person]).found(scorer, 0, 0);
            if found != alone || found != turned {
                return Err(format!(
                    "a pair scores {found:?} among others, {turned:?} in another order, {alone:?} alone"
                ));
            }
            check_lanes(scorer, &together, (role, candidate), &found)?;
        }
    }
    Ok(())
}

/// Columns of both sides, ready to be scored.
struct Sealed {
    roles: (Box<dyn Column>, Vec<Mark>),
    candidates: (Box<dyn Column>, Vec<Mark>),
}

/// What a scorer finds in a pair.
#[derive(Debug, PartialEq)]
struct Found {
    bits: [u32; 2],
    degree: Degree,
    gate: Gate,
    item: Option<usize>,
}

impl Sealed {
    fn of(
        scorer: &dyn Scorer,
        context: &Context,
        views: &[RoleView<'_>],
        people: &[&Candidate],
    ) -> Self {
        let mut roles = scorer.column(Side::Role);
        let mut candidates = scorer.column(Side::Candidate);
        let of_roles =
            views.iter().map(|view| scorer.push_role(&mut *roles, *view, context)).collect();
        let of_candidates = people
            .iter()
            .map(|person| scorer.push_candidate(&mut *candidates, person, context))
            .collect();
        roles.seal();
        candidates.seal();
        Self { roles: (roles, of_roles), candidates: (candidates, of_candidates) }
    }

    fn cells(&self, role: usize, candidate: usize) -> (Cell<'_>, Cell<'_>) {
        let (roles, candidates) = (&*self.roles.0, &*self.candidates.0);
        (Cell { column: roles, slot: role }, Cell { column: candidates, slot: candidate })
    }

    fn both_stated(&self, role: usize, candidate: usize) -> bool {
        let marks = (self.roles.1.get(role), self.candidates.1.get(candidate));
        matches!(marks, (Some(role), Some(candidate)) if is_stated(*role) && is_stated(*candidate))
    }

    fn found(&self, scorer: &dyn Scorer, role: usize, candidate: usize) -> Found {
        let (role, candidate) = self.cells(role, candidate);
        let degree = scorer.degree(role, candidate);
        Found {
            bits: [degree.low().to_bits(), degree.high().to_bits()],
            degree,
            gate: scorer.gate(role, candidate),
            item: scorer.gated_by(role, candidate, true),
        }
    }
}

fn is_stated(mark: Mark) -> bool {
    mark != Mark::UNSTATED && mark != Mark::IRRELEVANT
}

/// Whether both directions over a block give a pair what it has alone, whatever is beside it.
fn check_lanes(
    scorer: &dyn Scorer,
    block: &Sealed,
    at: (usize, usize),
    found: &Found,
) -> Result<(), String> {
    let (role, candidate) = block.cells(at.0, at.1);
    for one in [Side::Role, Side::Candidate] {
        let (ones, many) = match one {
            Side::Role => (role, candidate),
            Side::Candidate => (candidate, role),
        };
        // The document alone, beside all others, and in the widest row.
        let beside: Vec<usize> = (0..ones.column.len().min(LANES)).collect();
        let wide: Vec<usize> = beside.iter().copied().cycle().take(LANES).collect();
        let alone = [ones.slot];
        for (slots, lane) in [(&alone[..], 0), (&beside, ones.slot), (&wide, ones.slot)] {
            let lanes = Lanes::new(one, ones.column, slots);
            let degrees = scorer.degrees(lanes, many.column).row(&lanes, many.slot);
            let expected = (found.degree.low(), found.degree.width());
            let bits = |(low, width): (f32, f32)| (low.to_bits(), width.to_bits());
            if let Some(summed) = degrees.get(lane).filter(|it| bits(**it) != bits(expected)) {
                return Err(format!(
                    "{} of the {one} side by side have {summed:?}, low and width, with a block, the pair alone {expected:?}",
                    slots.len()
                ));
            }
            let gates = scorer.gates(lanes, many.column).row(&lanes, many.slot);
            if let Some(gate) = gates.get(lane).filter(|gate| **gate != found.gate) {
                return Err(format!(
                    "{} of the {one} side by side gate {gate:?} with a block, the pair alone {:?}",
                    slots.len(),
                    found.gate
                ));
            }
        }
    }
    Ok(())
}
