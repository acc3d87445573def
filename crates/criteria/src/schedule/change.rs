//! What of a schedule could be changed: by the role, and in what the candidate asks.

use crate::hours::{HOURS_OUTSIDE, Hours, Shifts, share_within};
use crate::levels::written;
use crate::levers::{down_to, up_to};
use mutualfit_domain::{
    Arrangement, Count, Quantity, Range, Schedule, ScheduleOption, Text, WeekMinutes, Window,
};
use serde_json::Value;

fn schedule(arrangement: &mut Arrangement) -> &mut Schedule {
    arrangement.schedule.get_or_insert_default()
}

/// Whole hours that may lie outside.
fn slack(needed: f32) -> f64 {
    down_to(f64::from(HOURS_OUTSIDE * (1.0 - needed)), 1.0)
}

fn range(least: Option<f64>, most: Option<f64>) -> Option<Range> {
    let bound = |hours: f64| Quantity::new(hours.max(0.0)).ok();
    Range::new(least.and_then(bound), most.and_then(bound)).ok()
}

fn bounds(range: &Range) -> [Option<f64>; 2] {
    [range.min_value(), range.max_value()].map(|bound| bound.map(Quantity::get))
}

/// Hours as people say them: from and to, or one number.
fn said(range: &Range) -> Value {
    let text = |hours: f64| written(hours).to_string();
    match bounds(range) {
        [Some(least), Some(most)] if least < most => format!("{}-{}", text(least), text(most)),
        [_, Some(most)] => text(most),
        [Some(least), None] => format!("{}+", text(least)),
        [None, None] => String::new(),
    }
    .into()
}

fn list(texts: &[Text]) -> Value {
    texts.iter().map(Text::as_str).collect::<Vec<_>>().into()
}

fn count(days: f64) -> Option<Count> {
    (0.0..=f64::from(u32::MAX)).contains(&days).then(|| Count::new(days as u32))
}

/// The role's hours, drawn as far towards those asked for as it takes.
pub(super) fn offer_hours(
    option: &ScheduleOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let asked = option.hours_per_week.as_ref()?;
    let (Hours { least, most }, slack) = (Hours::of(asked), slack(needed));
    let now = arrangement.schedule.as_ref().and_then(|schedule| schedule.hours_per_week.as_ref());
    let changed = match now {
        None => *asked,
        Some(now) => {
            let Hours { least: from, most: to } = Hours::of(now);
            let drawn = |hours: f32| {
                let (least, most) = (f64::from(least) - slack, f64::from(most) + slack);
                f64::from(hours).max(least).min(most)
            };
            range(Some(drawn(from)), Some(drawn(to)))?
        }
    };
    schedule(arrangement).hours_per_week = Some(changed);
    Some(said(&changed))
}

/// The hours asked for, widened as far towards the role's as it takes.
pub(super) fn accept_hours(
    option: &mut ScheduleOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let slack = slack(needed);
    let [from, to] = bounds(arrangement.schedule.as_ref()?.hours_per_week.as_ref()?);
    let [least, most] = bounds(option.hours_per_week.as_ref()?);
    let least = least.map(|least| from.map_or(least, |from| least.min(from + slack)));
    let most = most.map(|most| to.map_or(most, |to| most.max(to - slack)));
    let changed = range(least, most)?;
    option.hours_per_week = Some(changed);
    Some(said(&changed))
}

/// How many of these may be no match, beside so many that are one.
fn may_be(others: usize, matching: usize, needed: f32) -> usize {
    (0..=others)
        .rev()
        .find(|kept| matching as f32 >= needed * (matching + kept) as f32)
        .unwrap_or(0)
}

/// The role's shifts without as many of those not wanted as it takes; where none is wanted, the first that is.
pub(super) fn offer_shifts(
    option: &ScheduleOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let asked = option.shifts.as_deref()?;
    let now = schedule(arrangement).shifts.clone().unwrap_or_default();
    keep(now, |shift| asked.contains(shift), needed, arrangement).or_else(|| {
        let first = asked.iter().find(|shift| {
            !option.avoid_shifts.as_ref().is_some_and(|avoided| avoided.contains(shift))
        })?;
        schedule(arrangement).shifts = Some(vec![first.clone()]);
        Some(list(std::slice::from_ref(first)))
    })
}

/// The role's shifts without as many of those to be avoided as it takes; not without any.
pub(super) fn offer_other_shifts(
    option: &ScheduleOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let avoided = option.avoid_shifts.as_deref()?;
    let now = arrangement.schedule.as_ref()?.shifts.clone()?;
    keep(now, |shift| !avoided.contains(shift), needed, arrangement)
}

/// Keeps the shifts that match, and as many others as may be; nothing where none matches.
fn keep(
    now: Vec<Text>,
    matches: impl Fn(&Text) -> bool,
    needed: f32,
    arrangement: &mut Arrangement,
) -> Option<Value> {
    let distinct = distinct(now);
    let matching = distinct.iter().filter(|shift| matches(shift)).count();
    if matching == 0 {
        return None;
    }
    let mut others = may_be(distinct.len() - matching, matching, needed);
    let mut kept = distinct;
    kept.retain(|shift| {
        matches(shift) || {
            let is_kept = others > 0;
            others = others.saturating_sub(1);
            is_kept
        }
    });
    let to = list(&kept);
    schedule(arrangement).shifts = Some(kept);
    Some(to)
}

fn distinct(shifts: Vec<Text>) -> Vec<Text> {
    let mut distinct: Vec<Text> = Vec::new();
    for shift in shifts {
        if !distinct.contains(&shift) {
            distinct.push(shift);
        }
    }
    distinct
}

/// As many of the role's shifts as it takes, beside those wanted.
pub(super) fn accept_shifts(
    option: &mut ScheduleOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let worked = distinct(arrangement.schedule.as_ref()?.shifts.clone()?);
    let wanted = option.shifts.as_mut()?;
    let mut added = Vec::new();
    for shift in &worked {
        if Shifts::of(&worked).share_among(&Shifts::of(wanted)) >= needed {
            break;
        }
        if !wanted.contains(shift) {
            wanted.push(shift.clone());
            added.push(shift.clone());
        }
    }
    Some(list(&added))
}

/// As many of the role's shifts as it takes, out of those to be avoided.
pub(super) fn accept_avoided_shifts(
    option: &mut ScheduleOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let worked = distinct(arrangement.schedule.as_ref()?.shifts.clone()?);
    let avoided = option.avoid_shifts.as_mut()?;
    let mut accepted = Vec::new();
    for shift in &worked {
        if Shifts::of(&worked).share_outside(&Shifts::of(avoided)) >= needed {
            break;
        }
        if avoided.contains(shift) {
            avoided.retain(|other| other != shift);
            accepted.push(shift.clone());
        }
    }
    if avoided.is_empty() {
        option.avoid_shifts = None;
    }
    Some(list(&accepted))
}

/// The windows asked for.
pub(super) fn offer_windows(
    option: &ScheduleOption,
    arrangement: &mut Arrangement,
    _: f32,
) -> Option<Value> {
    let asked = option.windows.as_deref()?;
    schedule(arrangement).windows = Some(asked.to_vec());
    Some(times(asked))
}

/// As many of the role's windows as it takes, beside those asked for.
pub(super) fn accept_windows(
    option: &mut ScheduleOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let worked = arrangement.schedule.as_ref()?.windows.as_deref()?;
    let asked = option.windows.as_mut()?;
    let mut added = Vec::new();
    for window in worked {
        if share_within(&WeekMinutes::of(worked), &WeekMinutes::of(asked)) >= needed {
            break;
        }
        asked.push(window.clone());
        added.push(window.clone());
    }
    Some(times(&added))
}

fn times(windows: &[Window]) -> Value {
    let said = |window: &Window| {
        let days: Vec<&str> = window.days().iter().map(|day| day.as_str()).collect();
        format!("{} {}-{}", days.join(" "), window.start(), window.end())
    };
    windows.iter().map(said).collect::<Vec<_>>().into()
}

/// As many days as it takes.
pub(super) fn offer_notice(
    option: &ScheduleOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let asked = option.min_notice_days?.to_f64();
    let days = up_to(asked * f64::from(needed), 1.0);
    schedule(arrangement).notice_days = Some(count(days)?);
    Some(written(days))
}

/// No more days than the role's would do for.
pub(super) fn accept_notice(
    option: &mut ScheduleOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let given = arrangement.schedule.as_ref()?.notice_days?.to_f64();
    let days = down_to(given / f64::from(needed), 1.0);
    option.min_notice_days = Some(count(days)?);
    Some(written(days))
}
