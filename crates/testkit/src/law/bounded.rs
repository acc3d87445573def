//! Bounds, sums and determinism.

use super::{case::Seen, trial::Trial};
use mutualfit_domain::{RoleView, Side};
use mutualfit_scoring::{Cell, Context, Node, Published, Scorer};

/// What sums of published numbers may be off by.
const TOLERANCE: f64 = 1e-6;

pub(crate) fn check(_: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let tree = &seen.explanation.explanation;
    each(tree, &within)?;
    adds_up(tree)
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
        let (mut low, mut high, mut point) = (0.0, 0.0, Some(0.0));
        for part in parts {
            low += part.low.get();
            high += part.high.get();
            point = point.zip(part.point).map(|(sum, part)| sum + part.get());
        }
        let (base, value) = (node.baseline.get(), node.value);
        let point = value.point.map(|whole| ("point", point.unwrap_or(f64::NAN), whole));
        let bounds = [("low", low, value.low), ("high", high, value.high)];
        for (name, sum, whole) in bounds.into_iter().chain(point) {
            if (base + sum - whole.get()).abs() > TOLERANCE || sum.is_nan() {
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
    let (low, high) = (node.value.low.get(), node.value.high.get());
    let point = node.value.point.map_or(low, Published::get);
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

/// The same documents give the same bytes again, and the same degrees where other concepts were met before them.
pub(crate) fn check_deterministic(trial: &Trial<'_>, seen: &Seen<'_>) -> Result<(), String> {
    let again = trial.explain(&seen.documents, seen.case.furnished);
    let written =
        |explanation| serde_json::to_string(explanation).map_err(|error| error.to_string());
    if written(&again)? != written(&seen.explanation)? {
        return Err("two explanations of one pair differ".to_owned());
    }
    let [one, other] = [Side::Role, Side::Candidate].map(|first| degrees(trial, seen, first));
    if one == other {
        Ok(())
    } else {
        Err(format!("read in one order it gives {one:?}, in the other {other:?}"))
    }
}

/// The bits of the degree of every arrangement, in a world of their own that met one of the documents first.
fn degrees(trial: &Trial<'_>, seen: &Seen<'_>, first: Side) -> Vec<[u32; 2]> {
    let documents = &seen.documents;
    let world = if seen.case.furnished {
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
