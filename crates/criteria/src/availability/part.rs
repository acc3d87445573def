//! The parts of when somebody is needed, and how far each is met.

use crate::{
    deadline::Days,
    hours::{HOURS_OUTSIDE, Hours, Shifts, share_within},
};
use mutualfit_domain::{
    Availability as Stated, Overlap, Profile, RequiredAvailability, RoleView, UtcOffset,
    WeekMinutes, Window, WorkplaceType,
};
use mutualfit_scoring::{Context, Degree};

/// What a role needs; what is `None` is not asked.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// By which day, counted from today.
    pub(super) start: Option<i32>,
    pub(super) hours: Option<Hours>,
    pub(super) shifts: Option<Shifts>,
    pub(super) windows: Option<WantedWindows>,
    pub(super) overlap: Option<WantedOverlap>,
}

/// The hours to be covered.
#[derive(Debug)]
pub(super) enum WantedWindows {
    /// On the clock of the candidate's home.
    SameClock(WeekMinutes),
    /// Remote, on a clock so far ahead of UTC.
    Remote(WeekMinutes, UtcOffset),
    /// Remote, on a clock that is not stated.
    RemoteSomewhere,
}

/// The hours to have in common with others, on UTC.
#[derive(Debug)]
pub(super) struct WantedOverlap {
    /// From Monday to Friday.
    days: [WeekMinutes; 5],
    minutes_a_day: f32,
}

/// When a candidate can work; what is `None` is not said.
#[derive(Debug, Default)]
pub(crate) struct Free {
    from: Option<Days>,
    pub(super) hours: Option<Hours>,
    pub(super) shifts: Option<Shifts>,
    pub(super) windows: Option<WeekMinutes>,
    home: Option<UtcOffset>,
}

/// The parts of an ask, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Start,
    Hours,
    Shifts,
    Windows,
    Overlap,
}

impl Part {
    const ALL: [Self; 5] = [Self::Start, Self::Hours, Self::Shifts, Self::Windows, Self::Overlap];

    /// What it is called in a document.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Hours => "hoursPerWeek",
            Self::Shifts => "shifts",
            Self::Windows => "windows",
            Self::Overlap => "overlap",
        }
    }
}

impl Part {
    /// How far it is met; unknown where nothing is said of it. It is worth nothing to begin so many days late.
    pub(super) fn degree(self, wanted: &Wanted, free: &Free, late_days: f32) -> Degree {
        let degree = match self {
            Self::Start => start(wanted, free, late_days),
            Self::Hours => hours(wanted, free),
            Self::Shifts => shifts(wanted, free),
            Self::Windows => windows(wanted, free),
            Self::Overlap => overlap(wanted, free),
        };
        degree.unwrap_or(Degree::UNKNOWN)
    }
}

impl Wanted {
    pub(super) fn of(
        required: &RequiredAvailability,
        role: RoleView<'_>,
        context: &Context,
    ) -> Self {
        let arrangement = role.arrangement();
        let is_remote = arrangement.and_then(|arrangement| arrangement.workplace_type)
            == Some(WorkplaceType::Remote);
        let clock = arrangement
            .and_then(|arrangement| arrangement.job_location.as_ref()?.utc_offset_minutes);
        let windows =
            required.windows.as_deref().filter(|windows| !windows.is_empty()).map(WeekMinutes::of);
        Self {
            start: required.start.map(|start| Days::of(start, context).latest),
            hours: required.hours_per_week.as_ref().map(Hours::of),
            shifts: required.shifts.as_deref().filter(|shifts| !shifts.is_empty()).map(Shifts::of),
            windows: windows.map(|windows| match clock {
                _ if !is_remote => WantedWindows::SameClock(windows),
                Some(clock) => WantedWindows::Remote(windows, clock),
                None => WantedWindows::RemoteSomewhere,
            }),
            overlap: required.overlap.as_ref().map(WantedOverlap::of),
        }
    }

    /// The parts that are asked.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        Part::ALL.into_iter().filter(|part| match part {
            Part::Start => self.start.is_some(),
            Part::Hours => self.hours.is_some(),
            Part::Shifts => self.shifts.is_some(),
            Part::Windows => self.windows.is_some(),
            Part::Overlap => self.overlap.is_some(),
        })
    }
}

impl WantedWindows {
    pub(super) fn minutes(&self) -> u32 {
        match self {
            Self::SameClock(windows) | Self::Remote(windows, _) => windows.minutes(),
            Self::RemoteSomewhere => 0,
        }
    }
}

impl WantedOverlap {
    fn of(overlap: &Overlap) -> Self {
        use mutualfit_domain::Day::{Fri, Mon, Thu, Tue, Wed};
        let days = [Mon, Tue, Wed, Thu, Fri].map(|day| {
            let window = Window::new(vec![day], overlap.start, overlap.end);
            let window: Vec<Window> = window.into_iter().collect();
            WeekMinutes::of(&window).moved(overlap.utc_offset_minutes, UtcOffset::default())
        });
        let all = days.first().map_or(0, WeekMinutes::minutes) as f32;
        let asked = overlap.min_hours.map_or(all, |hours| hours.get() as f32 * 60.0);
        Self { days, minutes_a_day: asked.min(all) }
    }

    /// The share of the minutes asked for that there are in common with somebody's hours on UTC.
    fn share(&self, hours: &WeekMinutes) -> f32 {
        if self.minutes_a_day <= 0.0 {
            return 1.0;
        }
        let in_common =
            |day: &WeekMinutes| (day.common(hours).minutes() as f32).min(self.minutes_a_day);
        let minutes: f32 = self.days.iter().map(in_common).sum();
        minutes / (self.minutes_a_day * self.days.len() as f32)
    }
}

impl Free {
    pub(super) fn of(stated: &Stated, candidate: Profile<'_>, context: &Context) -> Self {
        let by_notice = || {
            let days = stated.notice_period.as_ref()?.days().round() as i32;
            Some(Days { earliest: days, latest: days })
        };
        Self {
            from: stated.from.map(|from| Days::of(from, context)).or_else(by_notice),
            hours: stated.hours_per_week.as_ref().map(Hours::of),
            shifts: stated.shifts.as_deref().map(Shifts::of),
            windows: stated.windows.as_deref().map(WeekMinutes::of),
            home: candidate.home().and_then(|home| home.utc_offset_minutes),
        }
    }
}

/// How many hours lie between two ranges; 0 where they meet.
pub(super) fn apart(one: Hours, other: Hours) -> f32 {
    (one.least - other.most).max(other.least - one.most).max(0.0)
}

fn start(wanted: &Wanted, free: &Free, late_days: f32) -> Option<Degree> {
    let (start, from) = (wanted.start?, free.from?);
    let degree = |day: i32| {
        let late = (day - start).max(0) as f32;
        if late > 0.0 { (1.0 - late / late_days).max(0.0) } else { 1.0 }
    };
    Some(Degree::between(degree(from.earliest), degree(from.latest)))
}

fn hours(wanted: &Wanted, free: &Free) -> Option<Degree> {
    Some(Degree::exact(1.0 - apart(wanted.hours?, free.hours?) / HOURS_OUTSIDE))
}

fn shifts(wanted: &Wanted, free: &Free) -> Option<Degree> {
    Some(Degree::exact(wanted.shifts.as_ref()?.share_among(free.shifts.as_ref()?)))
}

fn windows(wanted: &Wanted, free: &Free) -> Option<Degree> {
    let own = free.windows.as_ref()?;
    let share = match wanted.windows.as_ref()? {
        WantedWindows::SameClock(windows) => share_within(windows, own),
        WantedWindows::Remote(windows, clock) => {
            share_within(windows, &own.moved(free.home?, *clock))
        }
        WantedWindows::RemoteSomewhere => return None,
    };
    Some(Degree::exact(share))
}

fn overlap(wanted: &Wanted, free: &Free) -> Option<Degree> {
    let hours = free.windows.as_ref()?.moved(free.home?, UtcOffset::default());
    Some(Degree::exact(wanted.overlap.as_ref()?.share(&hours)))
}
