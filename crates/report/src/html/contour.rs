//! Where the mutual score is the same: lines in the plane of both sides.

use mutualfit_scoring::Merge;

/// How many points a line has on each side of the diagonal.
const STEPS: i16 = 32;
/// How often an interval is halved: as fine as an `f32` tells.
const HALVINGS: usize = 24;

/// A point of the plane: the role's side, and the candidate's.
pub(super) type Place = [f32; 2];

/// The places of this mutual score, from the upper or left edge of the plane to its right or lower edge.
///
/// Every mean grows when both of its sides do, so that each line parallel to the diagonal is crossed once at the most.
pub(super) fn contour(merge: &Merge, level: f32) -> Vec<Place> {
    let across = (-STEPS..=STEPS).filter_map(|step| {
        let ahead = f32::from(step) / f32::from(STEPS);
        let place = |along: f32| [(along + ahead).clamp(0.0, 1.0), along];
        crossing(merge, level, place, [(-ahead).max(0.0), (1.0 - ahead).min(1.0)])
    });
    let edge = |place: fn(f32) -> Place| crossing(merge, level, place, [0.0, 1.0]);
    let start = edge(|along| [along, 1.0]).or_else(|| edge(|along| [0.0, along]));
    let end = edge(|along| [1.0, along]).or_else(|| edge(|along| [along, 0.0]));
    start.into_iter().chain(across).chain(end).collect()
}

/// The place on a line at which the mean passes a level, if it does.
fn crossing(
    merge: &Merge,
    level: f32,
    place: impl Fn(f32) -> Place,
    [mut low, mut high]: [f32; 2],
) -> Option<Place> {
    let mean = |along: f32| {
        let [role, candidate] = place(along);
        merge.point(role, candidate)
    };
    if mean(low) > level || mean(high) < level {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = low.midpoint(high);
        if mean(middle) < level { low = middle } else { high = middle }
    }
    Some(place(high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_scoring::Exponent;

    #[track_caller]
    fn check(exponent: Exponent, level: f32, ends: [Place; 2]) {
        let merge = Merge { exponent, ..Merge::default() };
        let places = contour(&merge, level);
        for [role, candidate] in &places {
            assert!((merge.point(*role, *candidate) - level).abs() < 1e-4, "{exponent:?}");
        }
        let found = [places[0], places[places.len() - 1]];
        for (found, expected) in found.iter().flatten().zip(ends.iter().flatten()) {
            assert!((found - expected).abs() < 0.02, "{exponent:?}: {found} is not {expected}");
        }
    }

    #[test]
    fn lines_lie_where_the_mean_is_the_level() {
        check(Exponent::Harmonic, 0.6, [[0.428_571, 1.0], [1.0, 0.428_571]]);
        check(Exponent::Arithmetic, 0.6, [[0.2, 1.0], [1.0, 0.2]]);
        check(Exponent::Arithmetic, 0.2, [[0.0, 0.4], [0.4, 0.0]]);
        check(Exponent::Minimum, 0.4, [[0.4, 1.0], [1.0, 0.4]]);
        check(Exponent::Maximum, 0.4, [[0.0, 0.4], [0.4, 0.0]]);
        check(Exponent::Geometric, 0.5, [[0.25, 1.0], [1.0, 0.25]]);
        check(Exponent::Quadratic, 0.8, [[0.529_15, 1.0], [1.0, 0.529_15]]);
    }
}
