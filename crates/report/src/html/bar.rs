//! Bars of bounds: what is certain is full, what is still possible is hatched, and a line stands at the point.

use maud::{Markup, html};
use mutualfit_domain::Side;
use mutualfit_scoring::{Published, Score, SideSummary};

/// Bounds, and the point between them where it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) point: Option<f64>,
}

impl From<&Score> for Bounds {
    fn from(score: &Score) -> Self {
        let point = score.point.map(Published::get);
        Self { low: score.low.get(), high: score.high.get(), point }
    }
}

impl From<&SideSummary> for Bounds {
    fn from(side: &SideSummary) -> Self {
        let point = side.point.map(Published::get);
        Self { low: side.low.get(), high: side.high.get(), point }
    }
}

/// Whose number a bar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Role,
    Candidate,
    Both,
}

impl From<Side> for Tone {
    fn from(side: Side) -> Self {
        match side {
            Side::Role => Self::Role,
            Side::Candidate => Self::Candidate,
        }
    }
}

impl Tone {
    const ALL: [Self; 3] = [Self::Role, Self::Candidate, Self::Both];

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Candidate => "candidate",
            Self::Both => "both",
        }
    }

    fn hatching(self) -> String {
        format!("url(#hatch-{})", self.class())
    }
}

/// What all bars are drawn with, once a page.
pub(super) fn stock() -> Markup {
    html! {
        svg class="away" aria-hidden="true" width="0" height="0" {
            defs {
                g id="track" {
                    rect class="track" x="0" y="3" width="100%" height="12" {}
                    @for quarter in ["25%", "50%", "75%"] {
                        line class="grid" x1=(quarter) x2=(quarter) y1="0" y2="18" {}
                    }
                }
                @for tone in Tone::ALL {
                    pattern id={ "hatch-" (tone.class()) } class=(tone.class()) patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)" {
                        rect class="between" width="6" height="6" {}
                        line x1="1.5" y1="0" x2="1.5" y2="6" {}
                    }
                }
            }
        }
    }
}

/// A bar from 0 to 1. The numbers stand beside it as text.
pub(super) fn bar(bounds: Bounds, tone: Tone) -> Markup {
    bar_from(0.0, Bounds { low: bounds.low, high: bounds.high, point: bounds.point }, tone)
}

/// A bar within 0 to 1 of something that adds to what is there already.
pub(super) fn bar_from(start: f64, adds: Bounds, tone: Tone) -> Markup {
    let (least, most) = (adds.low.min(adds.high), adds.low.max(adds.high));
    // What is added at the least, in whichever direction.
    let certain = if least > 0.0 {
        least
    } else if most < 0.0 {
        most
    } else {
        0.0
    };
    html! {
        svg class={ "bar " (tone.class()) } aria-hidden="true" width="100%" height="18" {
            use href="#track" {}
            (piece("maybe", Some(tone.hatching()), start + least, start + most))
            (piece("sure", None, start.min(start + certain), start.max(start + certain)))
            @if let Some(point) = adds.point {
                @let at = percent(start + point);
                line class="point" x1=(at) x2=(at) y1="0" y2="18" {}
            }
        }
    }
}

fn piece(class: &str, fill: Option<String>, from: f64, to: f64) -> Markup {
    let (from, to) = (from.clamp(0.0, 1.0), to.clamp(0.0, 1.0));
    html! {
        @if to > from {
            rect class=(class) fill=[fill] x=(percent(from)) y="3" width=(percent(to - from)) height="12" {}
        }
    }
}

/// What stands over a column of bars.
pub(super) fn axis() -> Markup {
    html! {
        span class="axis" aria-hidden="true" { span { "0" } span { "½" } span { "1" } }
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0)
}
