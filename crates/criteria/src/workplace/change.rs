//! What of a workplace could be changed: by the role, and in what the candidate asks.

use super::site::{DAYS_OVER, TRAVEL_OVER};
use crate::{
    levels::written,
    levers::{down_to, up_to},
};
use mutualfit_domain::{Arrangement, Quantity, Range, Share, WorkplaceOption, WorkplaceType};
use serde_json::Value;

/// The kind that is asked for and the least away from the one there is.
pub(super) fn offer_type(
    option: &WorkplaceOption,
    arrangement: &mut Arrangement,
    _: f32,
) -> Option<Value> {
    let asked = option.workplace_type.as_deref()?;
    let away = |kind: &&WorkplaceType| {
        arrangement.workplace_type.map_or(0, |now| (now as u8).abs_diff(**kind as u8))
    };
    Some(let_be(*asked.iter().min_by_key(away)?, arrangement))
}

/// Remote work, which has no place and no way to it, where that would do.
pub(super) fn offer_remote(
    option: &WorkplaceOption,
    arrangement: &mut Arrangement,
    _: f32,
) -> Option<Value> {
    if arrangement.workplace_type == Some(WorkplaceType::Remote) {
        return Some(Value::Null);
    }
    let would_do =
        option.workplace_type.as_ref().is_none_or(|asked| asked.contains(&WorkplaceType::Remote));
    would_do.then(|| let_be(WorkplaceType::Remote, arrangement))
}

fn let_be(kind: WorkplaceType, arrangement: &mut Arrangement) -> Value {
    arrangement.workplace_type = Some(kind);
    if kind == WorkplaceType::Remote {
        arrangement.on_site_days_per_week = None;
    }
    kind.as_str().into()
}

/// Whole days, and no fewer than are asked for.
pub(super) fn offer_days(
    option: &WorkplaceOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    if arrangement.workplace_type == Some(WorkplaceType::Remote) {
        return Some(Value::Null);
    }
    let asked = option.max_on_site_days_per_week?;
    let most = down_to(asked.get() + f64::from(DAYS_OVER * (1.0 - needed)), 1.0).max(asked.get());
    let least = arrangement.on_site_days_per_week.as_ref().and_then(Range::min_value);
    let least = least.map(Quantity::get).map(|least| least.min(most));
    let bound = |days: f64| Quantity::new(days).ok();
    arrangement.on_site_days_per_week = Range::new(least.and_then(bound), bound(most)).ok();
    Some(written(most))
}

/// Whole hundredths of the time, and no less than is asked for.
pub(super) fn offer_travel(
    option: &WorkplaceOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let asked = option.max_travel_share?.get();
    let most = asked + f64::from(TRAVEL_OVER * (1.0 - needed));
    let most = down_to(most, 0.01).max(asked);
    arrangement.travel_share = Some(Share::new(most).ok()?);
    Some(written(most))
}

/// The kind that the role is of.
pub(super) fn accept_type(
    option: &mut WorkplaceOption,
    arrangement: &Arrangement,
    _: f32,
) -> Option<Value> {
    let kind = arrangement.workplace_type?;
    option.workplace_type = Some(vec![kind]);
    Some(kind.as_str().into())
}

/// The role's place, where it is named closely enough to say yes to.
pub(super) fn accept_place(
    option: &mut WorkplaceOption,
    arrangement: &Arrangement,
    _: f32,
) -> Option<Value> {
    let place = arrangement.job_location.as_ref()?;
    let name = match (&place.locality, &place.subdivision) {
        (Some(town), _) => town.as_str(),
        (None, Some(region)) => region.as_str(),
        (None, None) => return None,
    };
    let name = name.to_owned();
    option.places = Some(vec![place.clone()]);
    Some(name.into())
}

/// As many whole days as it takes.
pub(super) fn accept_days(
    option: &mut WorkplaceOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let worked = arrangement.on_site_days_per_week.as_ref()?.max_value()?.get();
    let most = up_to(worked - f64::from(DAYS_OVER * (1.0 - needed)), 1.0).min(worked);
    option.max_on_site_days_per_week = Some(Quantity::new(most).ok()?);
    Some(written(most))
}

/// As many whole hundredths of the time as it takes.
pub(super) fn accept_travel(
    option: &mut WorkplaceOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let spent = arrangement.travel_share?.get();
    let most = spent - f64::from(TRAVEL_OVER * (1.0 - needed));
    let most = up_to(most, 0.01).min(spent);
    option.max_travel_share = Some(Share::new(most).ok()?);
    Some(written(most))
}
