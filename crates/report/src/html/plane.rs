//! The plane of both sides: the role's to the right, the candidate's upwards.

use crate::{
    html::{
        bar::Bounds,
        contour::{Place, contour},
        label::{self, Spot},
    },
    words::page,
};
use maud::{Markup, html};
use mutualfit_scoring::Merge;

/// The scores of which a line is drawn.
const LEVELS: [f32; 4] = [0.2, 0.4, 0.6, 0.8];
const LEFT: f64 = 62.0;
const TOP: f64 = 30.0;
const SIZE: f64 = 440.0;
const RIGHT: f64 = LEFT + SIZE;
const BOTTOM: f64 = TOP + SIZE;
/// How many names a label lists before it only counts.
const NAMES: usize = 6;

/// How far a label is from its mark before a line joins them.
const FAR: f64 = 16.0;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Met,
    Open,
    Blocked,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Met, Self::Open, Self::Blocked];

    fn class(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Open => "open",
            Self::Blocked => "blocked",
        }
    }

    /// Its sign in text.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Met => "●",
            Self::Open => "○",
            Self::Blocked => "×",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Met => page::KEY_MET,
            Self::Open => page::KEY_OPEN,
            Self::Blocked => page::KEY_BLOCKED,
        }
    }
}

/// One who stands in the plane.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The rank, or the letter of one who is blocked.
    pub(super) label: String,
    pub(super) standing: Standing,
    pub(super) role: Bounds,
    pub(super) candidate: Bounds,
}

impl Mark {
    fn is_exact(&self) -> bool {
        self.role.point.is_some() && self.candidate.point.is_some()
    }

    /// Where it stands: at its points, or halfway between bounds that have none.
    fn at(&self) -> [f64; 2] {
        let point =
            |bounds: Bounds| bounds.point.unwrap_or_else(|| f64::midpoint(bounds.low, bounds.high));
        [right(point(self.role)), up(point(self.candidate))]
    }

    /// Whether it looks the same as another that shows no point.
    fn is_like(&self, other: &Self) -> bool {
        !self.is_exact()
            && (self.standing, self.role, self.candidate)
                == (other.standing, other.role, other.candidate)
    }
}

fn right(share: f64) -> f64 {
    LEFT + share.clamp(0.0, 1.0) * SIZE
}

fn up(share: f64) -> f64 {
    BOTTOM - share.clamp(0.0, 1.0) * SIZE
}

fn px(length: f64) -> String {
    format!("{:.1}", length + 0.0)
}

/// The plane, with those who look the same under one label.
pub(super) fn plane(marks: &[Mark], merge: &Merge) -> Markup {
    let groups = groups(marks);
    let spots: Vec<Spot> = groups
        .iter()
        .map(|(mark, label)| Spot {
            at: mark.at(),
            characters: label.chars().count(),
            is_free: !mark.is_exact(),
        })
        .collect();
    let places = label::places(&spots, [[LEFT, TOP], [RIGHT, BOTTOM]]);
    html! {
        svg class="plane" role="img" aria-labelledby="plane-title plane-about" viewBox="0 0 560 524" {
            title id="plane-title" { (page::PLANE_TITLE) }
            desc id="plane-about" { (page::PLANE_ABOUT) }
            (axes())
            (corners())
            @for level in LEVELS {
                (curve(merge, level))
            }
            @for (mark, _) in groups.iter().rev() {
                (area(mark))
            }
            @for (mark, _) in groups.iter().rev() {
                (sign(mark))
            }
            @for ((mark, _), [x, y]) in groups.iter().zip(&places) {
                (leader(mark.at(), [*x, *y]))
            }
            @for ((mark, label), [x, y]) in groups.iter().zip(&places) {
                text class={ "name " (mark.standing.class()) } x=(px(*x)) y=(px(*y + 4.5)) text-anchor="middle" { (label) }
            }
        }
    }
}

/// Marks with their labels; those that look the same as one mark.
fn groups(marks: &[Mark]) -> Vec<(&Mark, String)> {
    let mut groups: Vec<(&Mark, Vec<&str>)> = Vec::new();
    for mark in marks {
        match groups.iter_mut().find(|(other, _)| mark.is_like(other)) {
            Some((_, labels)) => labels.push(&mark.label),
            None => groups.push((mark, vec![&mark.label])),
        }
    }
    groups
        .into_iter()
        .map(|(mark, labels)| {
            let mut label = labels.iter().take(NAMES).copied().collect::<Vec<_>>().join(", ");
            if labels.len() > NAMES {
                label = format!("{label} +{}", labels.len() - NAMES);
            }
            if !mark.is_exact() && mark.standing != Standing::Met {
                label = format!("{label} {}", mark.standing.sign());
            }
            (mark, label)
        })
        .collect()
}

fn axes() -> Markup {
    let quarters = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
    let middle = TOP + SIZE / 2.0;
    html! {
        rect class="ground" x=(px(LEFT)) y=(px(TOP)) width=(px(SIZE)) height=(px(SIZE)) {}
        @for share in quarters {
            line class="tick" x1=(px(right(share))) x2=(px(right(share))) y1=(px(BOTTOM)) y2=(px(BOTTOM + 5.0)) {}
            text class="number" x=(px(right(share))) y=(px(BOTTOM + 19.0)) text-anchor="middle" { (share) }
            line class="tick" x1=(px(LEFT - 5.0)) x2=(px(LEFT)) y1=(px(up(share))) y2=(px(up(share))) {}
            text class="number" x=(px(LEFT - 9.0)) y=(px(up(share) + 4.5)) text-anchor="end" { (share) }
        }
        text class="axis-name role" x=(px(LEFT + SIZE / 2.0)) y=(px(BOTTOM + 42.0)) text-anchor="middle" { (page::ROLE_AXIS) }
        text class="axis-name candidate" x="16" y=(px(middle)) text-anchor="middle" transform=(format!("rotate(-90 16 {middle})")) { (page::CANDIDATE_AXIS) }
    }
}

fn corners() -> Markup {
    let [top_left, top_right, bottom_right] = page::CORNERS;
    html! {
        text class="corner" x=(px(LEFT)) y=(px(TOP - 10.0)) { (top_left) }
        text class="corner" x=(px(RIGHT)) y=(px(TOP - 10.0)) text-anchor="end" { (top_right) }
        text class="corner" x=(px(RIGHT - 8.0)) y=(px(BOTTOM - 9.0)) text-anchor="end" { (bottom_right) }
    }
}

fn curve(merge: &Merge, level: f32) -> Markup {
    let places = contour(merge, level);
    let points: Vec<String> = places.iter().map(|place| at(*place)).collect();
    let end = places.last().map(|[role, candidate]| [f64::from(*role), f64::from(*candidate)]);
    html! {
        @if let Some([role, candidate]) = end {
            polyline class="curve" points=(points.join(" ")) {}
            // Where a curve ends at the lower edge, its number stands above it.
            @if role >= 1.0 {
                text class="level" x=(px(RIGHT + 6.0)) y=(px(up(candidate) + 4.5)) { "both " (level) }
            } @else {
                text class="level" x=(px(right(role) + 4.0)) y=(px(BOTTOM - 6.0)) { "both " (level) }
            }
        }
    }
}

fn at([role, candidate]: Place) -> String {
    format!("{},{}", px(right(f64::from(role))), px(up(f64::from(candidate))))
}

/// The box of a mark's bounds; with a line where one side is known exactly and the other is not.
fn area(mark: &Mark) -> Markup {
    let (role, candidate) = (mark.role, mark.candidate);
    let (left, top) = (right(role.low), up(candidate.high));
    let (width, height) = (right(role.high) - left, up(candidate.low) - top);
    let [x, y] = mark.at();
    let class = mark.standing.class();
    html! {
        rect class={ "box " (class) @if !mark.is_exact() { " vague" } } x=(px(left)) y=(px(top)) width=(px(width.max(1.0))) height=(px(height.max(1.0))) {}
        @match (role.point, candidate.point) {
            (Some(_), None) => line class={ "known " (class) } x1=(px(x)) x2=(px(x)) y1=(px(top)) y2=(px(top + height)) {},
            (None, Some(_)) => line class={ "known " (class) } x1=(px(left)) x2=(px(left + width)) y1=(px(y)) y2=(px(y)) {},
            _ => {}
        }
    }
}

/// A line from a mark to its label, where that is not beside it.
fn leader([x, y]: [f64; 2], [label_x, label_y]: [f64; 2]) -> Markup {
    let (across, along) = (label_x - x, label_y - y);
    let distance = across.hypot(along);
    html! {
        @if across.abs() > FAR || along.abs() > FAR {
            @let (from, to) = (6.0 / distance, 1.0 - 7.0 / distance);
            line class="leader" x1=(px(x + from * across)) y1=(px(y + from * along)) x2=(px(x + to * across)) y2=(px(y + to * along)) {}
        }
    }
}

fn sign(mark: &Mark) -> Markup {
    html! {
        @if mark.is_exact() {
            (shape(mark.standing, mark.at()))
        }
    }
}

/// A full dot, a ring, or a cross.
fn shape(standing: Standing, [x, y]: [f64; 2]) -> Markup {
    html! {
        @match standing {
            Standing::Met => circle class="dot met" cx=(px(x)) cy=(px(y)) r="5" {},
            Standing::Open => circle class="dot open" cx=(px(x)) cy=(px(y)) r="4.5" {},
            Standing::Blocked => path class="dot blocked" d=(format!("M{0} {2}L{1} {3}M{0} {3}L{1} {2}", px(x - 4.0), px(x + 4.0), px(y - 4.0), px(y + 4.0))) {},
        }
    }
}

/// What the marks mean, with boxes without marks where there are any.
pub(super) fn key(marks: &[Mark]) -> Markup {
    let has_banded = marks.iter().any(|mark| !mark.is_exact());
    html! {
        ul class="plane-key" {
            @for standing in Standing::ALL {
                @if marks.iter().any(|mark| mark.standing == standing) {
                    li {
                        svg aria-hidden="true" width="34" height="22" {
                            rect class={ "box " (standing.class()) } x="2" y="2" width="30" height="18" {}
                            (shape(standing, [17.0, 11.0]))
                        }
                        span { (standing.key()) }
                    }
                }
            }
            li {
                svg aria-hidden="true" width="34" height="22" {
                    rect class="box met" x="2" y="2" width="30" height="18" {}
                }
                span { (page::KEY_BOX) }
            }
            @if has_banded {
                li {
                    svg aria-hidden="true" width="34" height="22" {
                        rect class="box met" x="2" y="2" width="30" height="18" {}
                        line class="known met" x1="24" x2="24" y1="2" y2="20" {}
                    }
                    span { (page::KEY_BANDED) }
                }
            }
            li {
                svg aria-hidden="true" width="34" height="22" {
                    path class="curve" d="M4 2Q5 17 32 19" {}
                }
                span { (page::KEY_CURVE) }
            }
        }
    }
}
