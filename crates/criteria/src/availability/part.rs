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
use ordered_float::OrderedFloat;

/// What a role needs; what is `None` is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    /// By which day, counted from today.
    pub(super) start: Option<i32>,
    pub(super) hours: Option<Hours>,
    pub(super) shifts: Option<Shifts>,
    pub(super) windows: Option<WantedWindows>,
    pub(super) overlap: Option<WantedOverlap>,
}

/// The hours to be covered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum WantedWindows {
    /// On the clock of the candidate's home.
    SameClock(WeekMinutes),
    /// Remote, on UTC.
    Remote(WeekMinutes),
    /// Remote, on a clock that is not stated.
    RemoteSomewhere,
}

/// The hours to have in common with others, on UTC.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct WantedOverlap {
    /// From Monday to Friday.
    days: [WeekMinutes; 5],
    minutes_a_day: OrderedFloat<f32>,
}

/// When a candidate can work; what is `None` is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Free {
    pub(super) from: Option<Days>,
    pub(super) hours: Option<Hours>,
    pub(super) shifts: Option<Shifts>,
    pub(super) windows: Option<Box<OwnWindows>>,
}

/// The hours at which a candidate can work, on both clocks, so that no pair has to move them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct OwnWindows {
    at_home: WeekMinutes,
    /// `None` where it is not stated how far the clock at home is ahead.
    utc: Option<WeekMinutes>,
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
                Some(clock) => WantedWindows::Remote(on_utc(&windows, clock)),
                None => WantedWindows::RemoteSomewhere,
            }),
            overlap: required.overlap.as_ref().map(WantedOverlap::of),
        }
    }

    /// How far each part that is asked is met, in their order; unknown where nothing is said of it. It is worth nothing to
    /// begin so many days late.
    #[inline]
    pub(super) fn parts(&self, free: &Free, late_days: f32, mut found: impl FnMut(Part, Degree)) {
        let known = |degree: Option<Degree>| degree.unwrap_or(Degree::UNKNOWN);
        if let Some(start) = self.start {
            found(Part::Start, known(free.from.map(|from| in_time(start, from, late_days))));
        }
        if let Some(asked) = self.hours {
            let degree = |own| Degree::exact(1.0 - apart(asked, own) / HOURS_OUTSIDE);
            found(Part::Hours, known(free.hours.map(degree)));
        }
        if let Some(asked) = &self.shifts {
            let degree = |own| Degree::exact(asked.share_among(own));
            found(Part::Shifts, known(free.shifts.as_ref().map(degree)));
        }
        if let Some(asked) = &self.windows {
            let share = free.windows.as_ref().and_then(|own| asked.share(own));
            found(Part::Windows, known(share.map(Degree::exact)));
        }
        if let Some(asked) = &self.overlap {
            let hours = free.windows.as_ref().and_then(|own| own.utc.as_ref());
            found(Part::Overlap, known(hours.map(|hours| Degree::exact(asked.share(hours)))));
        }
    }
}

impl WantedWindows {
    pub(super) fn minutes(&self) -> u32 {
        match self {
            Self::SameClock(windows) | Self::Remote(windows) => windows.minutes(),
            Self::RemoteSomewhere => 0,
        }
    }

    /// The share of the minutes asked for in which somebody can work; `None` where the clocks are not known.
    pub(super) fn share(&self, own: &OwnWindows) -> Option<f32> {
        match self {
            Self::SameClock(windows) => Some(share_within(windows, &own.at_home)),
            Self::Remote(windows) => Some(share_within(windows, own.utc.as_ref()?)),
            Self::RemoteSomewhere => None,
        }
    }
}

impl WantedOverlap {
    fn of(overlap: &Overlap) -> Self {
        use mutualfit_domain::Day::{Fri, Mon, Thu, Tue, Wed};
        let days = [Mon, Tue, Wed, Thu, Fri].map(|day| {
            let window = Window::new(vec![day], overlap.start, overlap.end);
            let window: Vec<Window> = window.into_iter().collect();
            on_utc(&WeekMinutes::of(&window), overlap.utc_offset_minutes)
        });
        let all = days.first().map_or(0, WeekMinutes::minutes) as f32;
        let asked = overlap.min_hours.map_or(all, |hours| hours.get() as f32 * 60.0);
        Self { days, minutes_a_day: OrderedFloat(asked.min(all)) }
    }

    /// How many minutes there are in common on the day that has fewest.
    pub(super) fn least(&self, own: &OwnWindows) -> Option<u32> {
        let hours = own.utc.as_ref()?;
        self.days.iter().map(|day| day.common(hours).minutes()).min()
    }

    /// The share of the minutes asked for that there are in common with somebody's hours on UTC.
    fn share(&self, hours: &WeekMinutes) -> f32 {
        let OrderedFloat(asked) = self.minutes_a_day;
        if asked <= 0.0 {
            return 1.0;
        }
        let in_common = |day: &WeekMinutes| (day.common(hours).minutes() as f32).min(asked);
        let minutes: f32 = self.days.iter().map(in_common).sum();
        minutes / (asked * self.days.len() as f32)
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
            windows: stated.windows.as_deref().map(|windows| {
                let at_home = WeekMinutes::of(windows);
                let clock = candidate.home().and_then(|home| home.utc_offset_minutes);
                Box::new(OwnWindows { utc: clock.map(|clock| on_utc(&at_home, clock)), at_home })
            }),
        }
    }
}

/// How many hours lie between two ranges; 0 where they meet.
pub(super) fn apart(one: Hours, other: Hours) -> f32 {
    (one.least - other.most).max(other.least - one.most).max(0.0)
}

/// Whether somebody who can start between two days can by the day asked for.
fn in_time(start: i32, from: Days, late_days: f32) -> Degree {
    let degree = |day: i32| {
        let late = (day - start).max(0) as f32;
        if late > 0.0 { (1.0 - late / late_days).max(0.0) } else { 1.0 }
    };
    Degree::between(degree(from.earliest), degree(from.latest))
}

/// The same moments on UTC as on a clock so far ahead of it.
fn on_utc(windows: &WeekMinutes, clock: UtcOffset) -> WeekMinutes {
    windows.moved(clock, UtcOffset::default())
}
