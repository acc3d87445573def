//! Bounds, sums, determinism, and that anything is compared at all.

use super::trial::{Case, Trial, Violation};
use mutualfit_domain::{RoleView, Side};
use mutualfit_scoring::{Cell, Context, Node, Said, Scorer};
use std::cell::Cell as Counter;

/// What sums of published numbers may be off by.
const TOLERANCE: f64 = 1e-6;

pub(crate) fn prove(trial: &Trial<'_>) -> Result<(), Violation> {
    trial.try_pairs("bounded", |case| {
        let explanation = trial.explain(&case.documents(), case.furnished);
        each(&explanation.explanation, &|node| {
            within(node)?;
            node.facts.iter().try_for_each(|fact| match fact.degree {
                Some(degree) if degree.low() > degree.high() => {
                    Err(format!("fact `{}` is out of order", fact.code))
                }
                _ => Ok(()),
            })
        })?;
        adds_up(&explanation.explanation)
    })
}

/// Whether every number of an explanation is its baseline and what its parts contribute, to 1e-6.
///
/// # Errors
///
/// The first node that is not.
pub fn adds_up(tree: &Node) -> Result<(), String> {
    each(tree, &|node| {
        if node.children.is_empty() {
            return Ok(());
        }
        let parts = node.children.iter().map(|child| child.contribution);
        let (mut low, mut high, mut point) = (0.0, 0.0, 0.0);
        for part in parts {
            low += part.low.get();
            high += part.high.get();
            point += part.point.get();
        }
        let (base, value) = (node.baseline.get(), node.value);
        let sums =
            [("low", low, value.low), ("high", high, value.high), ("point", point, value.point)];
        for (name, sum, whole) in sums {
            if (base + sum - whole.get()).abs() > TOLERANCE {
                return Err(format!(
                    "the {name} of `{}` is {} and its parts give {}",
                    node.code,
                    whole.get(),
                    base + sum
                ));
            }
        }
        Ok(())
    })
}

fn within(node: &Node) -> Result<(), String> {
    let (low, high, point) = (node.value.low.get(), node.value.high.get(), node.value.point.get());
    if 0.0 <= low && low <= point && point <= high && high <= 1.0 {
        Ok(())
    } else {
        Err(format!("`{}` is {low} to {high} with the point {point}", node.code))
    }
}

fn each(node: &Node, check: &impl Fn(&Node) -> Result<(), String>) -> Result<(), String> {
    check(node)?;
    node.children.iter().try_for_each(|child| each(child, check))
}

pub(crate) fn prove_exercised(trial: &Trial<'_>) -> Result<(), Violation> {
    let met = Counter::new(0);
    trial.try_pairs("exercised", |case| {
        let node = trial.node(case).ok_or("the explanation has no node for the criterion")?;
        let both = node.asked == Some(Said::Stated) && node.answered == Some(Said::Stated);
        met.set(met.get() + usize::from(both));
        Ok(())
    })?;
    if met.get() > 0 {
        return Ok(());
    }
    let why = "no pair of documents made it compare anything; see what it says that it reads";
    Err(trial.broken("exercised", why, None))
}

/// The same documents give the same bytes again, and the same degrees where other concepts were met before them.
pub(crate) fn prove_deterministic(trial: &Trial<'_>) -> Result<(), Violation> {
    trial.try_pairs("deterministic", |case| {
        let documents = case.documents();
        let written = || {
            serde_json::to_string(&trial.explain(&documents, case.furnished))
                .map_err(|error| error.to_string())
        };
        if written()? != written()? {
            return Err("two explanations of one pair differ".to_owned());
        }
        let [one, other] = [Side::Role, Side::Candidate].map(|first| degrees(trial, case, first));
        if one == other {
            Ok(())
        } else {
            Err(format!("read in one order it gives {one:?}, in the other {other:?}"))
        }
    })
}

/// The bits of the degree of every arrangement, in a world of their own that met one of the documents first.
fn degrees(trial: &Trial<'_>, case: &Case, first: Side) -> Vec<[u32; 2]> {
    let documents = case.documents();
    let world = if case.furnished {
        crate::strategy::furnished_world()
    } else {
        crate::strategy::bare_world()
    };
    let context = Context::new(&world, trial.reads.extensions.iter().cloned());
    let scorer: &dyn Scorer = &*trial.scorer;
    let mut roles = scorer.column(Side::Role);
    let mut candidates = scorer.column(Side::Candidate);
    let views: Vec<RoleView<'_>> = RoleView::each(&documents.role).collect();
    for side in [first, if first == Side::Role { Side::Candidate } else { Side::Role }] {
        match side {
            Side::Role => views.iter().for_each(|view| {
                scorer.push_role(&mut *roles, *view, &context);
            }),
            Side::Candidate => {
                scorer.push_candidate(&mut *candidates, &documents.candidate, &context);
            }
        }
    }
    roles.seal();
    candidates.seal();
    let degree = |slot| {
        let (role, candidate) =
            (Cell { column: &*roles, slot }, Cell { column: &*candidates, slot: 0 });
        let degree = scorer.degree(role, candidate);
        [degree.low().to_bits(), degree.high().to_bits()]
    };
    (0..views.len()).map(degree).collect()
}
