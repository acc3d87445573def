//! The rules of contexts.

use std::collections::HashSet;

use super::{each, in_order, not_empty, unique};
use crate::{At, ContextDocument, Crosswalk, FaultKind, Number, RuleFaults, level};

pub(crate) fn rules(context: &ContextDocument, faults: &mut RuleFaults) {
    let at = &At::root();
    let mut currencies = HashSet::new();
    each(context.rates.as_deref(), "rates", at, faults, |rate, at, faults| {
        if !currencies.insert((&rate.from, &rate.to)) {
            let message =
                format!("the rate from `{}` to `{}` is there twice; keep one", rate.from, rate.to);
            faults.add(at, FaultKind::Duplicate, message);
        }
    });
    unique(context.scales.iter().flatten().map(|scale| scale.id.as_str()), "scales", at, faults);
    each(context.scales.as_deref(), "scales", at, faults, |scale, at, faults| {
        in_order(
            ("minValue", Some(scale.min_value)),
            ("maxValue", Some(scale.max_value)),
            at,
            faults,
        );
        if level::scale_bounds(scale.id.as_str()).is_some() {
            let message =
                format!("`{}` is a scale that is known already; give yours another name", scale.id);
            faults.add(&at.field("id"), FaultKind::Duplicate, message);
        }
    });
    let mut scales = HashSet::new();
    each(context.crosswalks.as_deref(), "crosswalks", at, faults, |crosswalk, at, faults| {
        if !scales.insert((&crosswalk.from, &crosswalk.to)) {
            let message = format!(
                "the crosswalk from `{}` to `{}` is there twice; keep one",
                crosswalk.from, crosswalk.to
            );
            faults.add(at, FaultKind::Duplicate, message);
        }
        points(context, crosswalk, at, faults);
    });
}

fn points(context: &ContextDocument, crosswalk: &Crosswalk, at: &At<'_>, faults: &mut RuleFaults) {
    not_empty(Some(&crosswalk.points), "points", at, faults);
    let mut before: Option<(Number, Number)> = None;
    each(Some(&crosswalk.points), "points", at, faults, |point, at, faults| {
        if before.is_some_and(|(from, to)| point.from <= from || point.to < to) {
            let message = "a crosswalk rises; give points with a greater `from`, and a `to` that is no smaller, each time";
            faults.add(at, FaultKind::Order, message);
        }
        before = Some((point.from, point.to));
        for (name, scale, value) in
            [("from", &crosswalk.from, point.from), ("to", &crosswalk.to, point.to)]
        {
            if let Some((least, greatest)) = bounds(context, scale.as_str())
                && !(least..=greatest).contains(&value.get())
            {
                let message = format!(
                    "`{value}` is outside the scale `{scale}`; give a value from {least} to {greatest}"
                );
                faults.add(&at.field(name), FaultKind::OffScale, message);
            }
        }
    });
}

fn bounds(context: &ContextDocument, scale: &str) -> Option<(f64, f64)> {
    let mut declared =
        context.scales.iter().flatten().filter(|declared| declared.id.as_str() == scale);
    level::scale_bounds(scale)
        .or_else(|| declared.next().map(|found| (found.min_value.get(), found.max_value.get())))
}
