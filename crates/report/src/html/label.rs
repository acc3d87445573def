//! Where labels go, so that they cover each other and the marks as little as they can.

/// How high a label is.
const HEIGHT: f64 = 14.0;
/// How wide a character of a label is.
const CHARACTER: f64 = 7.6;
/// How far from its mark a label stands, the nearest first.
const DISTANCES: [f64; 3] = [10.0, 18.0, 28.0];
/// The directions in which a label can stand, the best first.
const DIRECTIONS: [[f64; 2]; 8] = [
    [1.0, 0.0],
    [-1.0, 0.0],
    [0.0, -1.0],
    [0.0, 1.0],
    [0.7, -0.7],
    [-0.7, -0.7],
    [0.7, 0.7],
    [-0.7, 0.7],
];
/// How much of a mark's surroundings a label should leave free.
const MARK: f64 = 7.0;

/// A mark that is to have a label.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Where the mark is.
    pub(super) at: [f64; 2],
    /// How many characters its label has.
    pub(super) characters: usize,
    /// Whether nothing is drawn there, so that the label can stand in its place.
    pub(super) is_free: bool,
}

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn around([x, y]: [f64; 2], width: f64, height: f64) -> Self {
        let (half, rise) = (width / 2.0, height / 2.0);
        Self { left: x - half, top: y - rise, right: x + half, bottom: y + rise }
    }

    fn shared(self, other: Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }
}

/// The middle of each spot's label, one after the other at the best place that is left, within a square.
pub(super) fn places(spots: &[Spot], [start, end]: [[f64; 2]; 2]) -> Vec<[f64; 2]> {
    let drawn = spots.iter().filter(|spot| !spot.is_free);
    let marks: Vec<Area> = drawn.map(|spot| Area::around(spot.at, MARK, MARK)).collect();
    let within = Area { left: start[0], top: start[1], right: end[0], bottom: end[1] };
    let mut taken: Vec<Area> = Vec::new();
    let mut places = Vec::new();
    for spot in spots {
        let width = spot.characters as f64 * CHARACTER;
        let place = |distance: f64, [x, y]: [f64; 2]| {
            [spot.at[0] + x * (distance + width / 2.0 - 4.0), spot.at[1] + y * (distance + 2.0)]
        };
        let cost = |middle: [f64; 2]| {
            let area = Area::around(middle, width, HEIGHT);
            let outside = width * HEIGHT - area.shared(within);
            let covered: f64 = taken.iter().chain(&marks).map(|other| area.shared(*other)).sum();
            covered + 2.0 * outside
        };
        let around = DISTANCES
            .iter()
            .flat_map(|distance| DIRECTIONS.iter().map(|direction| place(*distance, *direction)));
        let choices = spot.is_free.then_some(spot.at).into_iter().chain(around);
        // Of equals the first is kept, which is the nearest.
        let best = choices
            .map(|middle| (cost(middle), middle))
            .reduce(|best, other| if other.0 < best.0 { other } else { best });
        let middle = best.map_or(spot.at, |(_, middle)| middle);
        taken.push(Area::around(middle, width, HEIGHT));
        places.push(middle);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_marks_that_are_close_do_not_cover_each_other() {
        let spots: Vec<Spot> = (0..8)
            .map(|place| Spot {
                at: [100.0 + 3.0 * f64::from(place), 100.0],
                characters: 2,
                is_free: false,
            })
            .collect();
        let places = places(&spots, [[0.0, 0.0], [200.0, 200.0]]);
        let areas: Vec<Area> =
            places.iter().map(|middle| Area::around(*middle, 2.0 * CHARACTER, HEIGHT)).collect();
        for (place, area) in areas.iter().enumerate() {
            for other in &areas[..place] {
                assert!(area.shared(*other) < 1.0, "{places:?}");
            }
        }
    }

    #[test]
    fn labels_stay_within_the_square() {
        let spots = [Spot { at: [200.0, 0.0], characters: 2, is_free: false }];
        let [[x, y]] = places(&spots, [[0.0, 0.0], [200.0, 200.0]])[..] else { panic!() };
        assert!(x + CHARACTER <= 200.0 && y - HEIGHT / 2.0 >= 0.0, "{x} {y}");
    }
}
