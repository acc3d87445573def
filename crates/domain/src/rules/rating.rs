//! The rules of ratings and of the scales they are on.

use super::{each, in_order};
use crate::{Anchor, At, CandidateRating, FaultKind, Id, Number, RatingScale, RuleFaults, level};

/// The scales that ratings of a document may be on, beside the known ones.
#[derive(Clone, Copy)]
pub(super) enum Scales<'a> {
    /// The document declares them.
    Declared(&'a [RatingScale]),
    /// Another document declares them.
    Elsewhere,
}

pub(super) fn scale(scale: &RatingScale, at: &At<'_>, faults: &mut RuleFaults) {
    in_order(("minValue", scale.min_value), ("maxValue", scale.max_value), at, faults);
    let anchors = scale.anchors.as_deref();
    each(anchors, "anchors", at, faults, |anchor, at, faults| {
        check_within(scale, anchor.value, &at.field("value"), faults);
    });
    let bounds = (scale.min_value.map(Number::get), scale.max_value.map(Number::get));
    if bounds == (Some(1.0), Some(5.0)) {
        let anchored =
            |point: f64| anchors.unwrap_or_default().iter().any(|anchor| is_at(anchor, point));
        let lacking: Vec<String> = [1.0, 3.0, 5.0]
            .iter()
            .filter(|point| !anchored(**point))
            .map(|point| format!("`{point}`"))
            .collect();
        if !lacking.is_empty() {
            let message = format!(
                "nothing says what {} means on it; add an anchor for each",
                lacking.join(", ")
            );
            faults.add(&at.field("anchors"), FaultKind::Choice, message);
        }
    }
}

pub(super) fn candidate_rating(
    rating: &CandidateRating,
    scales: Scales<'_>,
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    value(&rating.scale, rating.value, rating.no_decision, scales, at, faults);
}

/// A rating has a value on its scale, or says that there is no decision.
pub(super) fn value(
    scale: &Id,
    value: Option<Number>,
    no_decision: Option<bool>,
    scales: Scales<'_>,
    at: &At<'_>,
    faults: &mut RuleFaults,
) {
    match (value, no_decision == Some(true)) {
        (None, false) => faults.add(
            at,
            FaultKind::Choice,
            "the rating says nothing; give `value`, or `noDecision` true",
        ),
        (Some(_), true) => {
            faults.add(
                at,
                FaultKind::Choice,
                "the rating has a value and no decision; leave out `value` or `noDecision`",
            );
        }
        _ => {}
    }
    let declared = match scales {
        Scales::Declared(scales) => scales.iter().find(|declared| declared.id == *scale),
        Scales::Elsewhere => None,
    };
    if let Some(declared) = declared {
        if let Some(value) = value {
            check_within(declared, value, &at.field("value"), faults);
        }
    } else if level::scale_bounds(scale.as_str()).is_some() {
        if let Some(Err(error)) =
            value.map(|value| level::check_on_scale(scale.as_str(), value.get()))
        {
            faults.add_error(&at.field("value"), &error);
        }
    } else if matches!(scales, Scales::Declared(_)) {
        let message = format!(
            "the scale {} is not declared; add it to `ratingScales`",
            crate::fault::quote(scale.as_str())
        );
        faults.add(&at.field("scale"), FaultKind::Unknown, message);
    }
}

fn is_at(anchor: &Anchor, point: f64) -> bool {
    (anchor.value.get() - point).abs() <= 0.0
}

fn check_within(scale: &RatingScale, value: Number, at: &At<'_>, faults: &mut RuleFaults) {
    let below = scale.min_value.is_some_and(|least| value < least);
    let above = scale.max_value.is_some_and(|greatest| value > greatest);
    if below || above {
        let bound = |bound: Option<Number>| {
            bound.map_or_else(|| "any".to_owned(), |bound| bound.to_string())
        };
        let message = format!(
            "`{value}` is outside the scale {}; give a value from {} to {}",
            crate::fault::quote(scale.id.as_str()),
            bound(scale.min_value),
            bound(scale.max_value)
        );
        faults.add(at, FaultKind::OffScale, message);
    }
}
