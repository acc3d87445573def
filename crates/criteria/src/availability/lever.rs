//! What could change about when somebody is needed, and when somebody is there.

use super::{
    Part, SECTION, here,
    part::{Free, Wanted, WantedWindows},
};
use crate::{deadline::day_after, levels::written, levers::json};
use mutualfit_domain::{
    Availability as Stated, Day, Place, Pointer, Quantity, RequiredAvailability, RoleView, Side,
    Text, TimeOfDay, UtcOffset, Window,
};
use mutualfit_scoring::{Context, Lever};
use serde_json::Value;

/// The minutes of a day.
const DAY: i32 = 24 * 60;
/// The days of a week.
const DAYS: i32 = 7;

/// A role that needs somebody and a candidate who is there at other times.
pub(super) struct Pair<'a> {
    pub(super) role: RoleView<'a>,
    pub(super) home: Option<&'a Place>,
    pub(super) required: &'a RequiredAvailability,
    pub(super) stated: &'a Stated,
    pub(super) wanted: &'a Wanted,
    pub(super) free: &'a Free,
    pub(super) context: &'a Context,
}

impl Pair<'_> {
    /// What either side could do about a part that is not met.
    pub(super) fn levers(&self, part: Part) -> Vec<Lever> {
        let levers = match part {
            Part::Start => [self.start_later(), self.be_free()],
            Part::Hours => self.hours(),
            Part::Shifts => self.shifts(),
            Part::Windows => [self.need_windows(), self.work_windows()],
            Part::Overlap => [self.need_less_overlap(), self.work_overlap()],
        };
        levers.into_iter().flatten().collect()
    }

    fn start_later(&self) -> Option<Lever> {
        let to = day_after(self.free.from?.latest, self.context)?;
        let change = Change { part: Part::Start, becomes: json(&to), to: json(&to) };
        Some(change.lever(Side::Role, "start-later", "start"))
    }

    /// To be there by the start, though not before today.
    fn be_free(&self) -> Option<Lever> {
        let to = day_after(self.wanted.start?.max(0), self.context)?;
        let change = Change { part: Part::Start, becomes: json(&to), to: json(&to) };
        Some(change.lever(Side::Candidate, "be-free-from", "from"))
    }

    /// To move the end of a range to where the other begins.
    fn hours(&self) -> [Option<Lever>; 2] {
        let (Some(asked), Some(own)) = (&self.required.hours_per_week, &self.stated.hours_per_week)
        else {
            return [None, None];
        };
        let moved = |side, code: &str, bound: &str, to: Option<Quantity>| {
            let to = written(to?.get());
            let change = Change { part: Part::Hours, becomes: to.clone(), to };
            Some(change.lever(side, code, &format!("hoursPerWeek/{bound}")))
        };
        if own.max_value().is_some() && own.max_value() < asked.min_value() {
            [
                moved(Side::Role, "need-fewer-hours", "minValue", own.max_value()),
                moved(Side::Candidate, "work-more-hours", "maxValue", asked.min_value()),
            ]
        } else {
            [
                moved(Side::Role, "need-more-hours", "maxValue", own.min_value()),
                moved(Side::Candidate, "work-fewer-hours", "minValue", asked.max_value()),
            ]
        }
    }

    /// To need those of the shifts that somebody works, or else the ones that they work; to work those that are missing.
    fn shifts(&self) -> [Option<Lever>; 2] {
        let (Some(asked), Some(own)) = (&self.required.shifts, &self.stated.shifts) else {
            return [None, None];
        };
        let (common, missing): (Vec<&Text>, Vec<&Text>) =
            asked.iter().partition(|shift| own.contains(shift));
        let needed = if common.is_empty() { own.iter().collect() } else { common };
        let worked: Vec<&Text> = own.iter().chain(missing.iter().copied()).collect();
        let change = |shifts: &[&Text], named: &[&Text]| {
            let named: Vec<&str> = named.iter().map(|shift| shift.as_str()).collect();
            let to = named.join(", ").into();
            Change { part: Part::Shifts, becomes: json(&shifts), to }
        };
        let for_role = change(&needed, &needed).lever(Side::Role, "need-shifts", "shifts");
        let for_candidate =
            change(&worked, &missing).lever(Side::Candidate, "work-shifts", "shifts");
        [Some(for_role).filter(|_| !needed.is_empty()), Some(for_candidate)]
    }

    /// To need somebody at those of the hours at which they are there, or else whenever they are.
    fn need_windows(&self) -> Option<Lever> {
        let is_covered = |window: Window| {
            let alone = RequiredAvailability { windows: Some(vec![window]), ..Default::default() };
            let asked = Wanted::of(&alone, self.role, self.context).windows;
            let share = asked.zip(self.free.windows.as_ref());
            share.and_then(|(asked, own)| asked.share(own)).is_some_and(|share| share >= 1.0)
        };
        let kept = self.required.windows.iter().flatten().filter_map(|asked| {
            let on = |day: &Day| Window::new(vec![*day], asked.start(), asked.end());
            let days = asked.days().iter().copied().filter(|day| on(day).is_ok_and(is_covered));
            Window::new(days.collect(), asked.start(), asked.end()).ok()
        });
        let kept: Vec<Window> = kept.collect();
        let is_same_clock = matches!(self.wanted.windows, Some(WantedWindows::SameClock(_)));
        let own = self.stated.windows.as_ref().filter(|own| is_same_clock && !own.is_empty());
        let windows = if kept.is_empty() { own.cloned()? } else { kept };
        let change = Change { part: Part::Windows, becomes: json(&windows), to: told(&windows) };
        Some(change.lever(Side::Role, "need-windows", "windows"))
    }

    /// To be there at the hours that are asked for.
    fn work_windows(&self) -> Option<Lever> {
        let asked = self.required.windows.as_deref()?;
        let ahead = match self.wanted.windows.as_ref()? {
            WantedWindows::SameClock(_) => 0,
            WantedWindows::Remote(_) => {
                let place = self.role.arrangement()?.job_location.as_ref()?;
                self.home_ahead_of(place.utc_offset_minutes?)?
            }
            WantedWindows::RemoteSomewhere => return None,
        };
        Some(self.work(Part::Windows, moved(asked, ahead)))
    }

    /// To have in common what there is on the day that has least of it, in quarters of an hour.
    fn need_less_overlap(&self) -> Option<Lever> {
        let asked = self.wanted.overlap.as_ref()?;
        let quarters = asked.least(self.free.windows.as_ref()?)? / 15;
        let to = written(f64::from(quarters) / 4.0);
        let change = Change { part: Part::Overlap, becomes: to.clone(), to };
        let lever = change.lever(Side::Role, "need-less-overlap", "overlap/minHours");
        (quarters > 0).then_some(lever)
    }

    /// To be there for as long as is asked, from when the others begin.
    fn work_overlap(&self) -> Option<Lever> {
        let asked = self.required.overlap.as_ref()?;
        let (start, end) = (i32::from(asked.start.minutes()), i32::from(asked.end.minutes()));
        let whole = if end > start { end - start } else { end + DAY - start };
        let needed = asked.min_hours.map(|hours| (hours.get() * 60.0).ceil() as i32);
        let end = time(start + needed.map_or(whole, |needed| needed.min(whole)))?;
        let weekdays = vec![Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
        let window = Window::new(weekdays, asked.start, end).ok()?;
        let ahead = self.home_ahead_of(asked.utc_offset_minutes)?;
        Some(self.work(Part::Overlap, moved(&[window], ahead)))
    }

    /// How many minutes the clock at home is ahead of another.
    fn home_ahead_of(&self, clock: UtcOffset) -> Option<i32> {
        let home = self.home?.utc_offset_minutes?;
        Some(i32::from(home.minutes()) - i32::from(clock.minutes()))
    }

    /// To be there at more hours than before.
    fn work(&self, part: Part, more: Vec<Window>) -> Lever {
        let to = told(&more);
        let windows: Vec<Window> =
            self.stated.windows.iter().flatten().cloned().chain(more).collect();
        let change = Change { part, becomes: json(&windows), to };
        change.lever(Side::Candidate, "work-windows", "windows")
    }
}

/// What one member of a document becomes for the sake of one part, and how that is told.
struct Change {
    part: Part,
    becomes: Value,
    to: Value,
}

impl Change {
    /// The lever that makes the change; `member` is its path within what a side says of availability.
    fn lever(self, side: Side, code: &str, member: &str) -> Lever {
        let said = match side {
            Side::Role => here(),
            Side::Candidate => Pointer::root().field(SECTION),
        };
        let path = member.split('/').fold(said, Pointer::field);
        let asked = here().field(self.part.field());
        Lever::on(side, code).asked(asked).value("to", self.to).add(path, self.becomes)
    }
}

/// A time of day, so many minutes from some midnight.
fn time(minutes: i32) -> Option<TimeOfDay> {
    TimeOfDay::from_minutes(u16::try_from(minutes.rem_euclid(DAY)).ok()?)
}

/// The same hours on a clock that is so many minutes ahead.
fn moved(windows: &[Window], ahead: i32) -> Vec<Window> {
    let one = |window: &Window| {
        let start = i32::from(window.start().minutes()) + ahead;
        let end = i32::from(window.end().minutes()) + ahead;
        let on = |day: &Day| {
            let day = *day as i32 + start.div_euclid(DAY);
            Day::ALL.get(usize::try_from(day.rem_euclid(DAYS)).ok()?).copied()
        };
        let days = window.days().iter().filter_map(on).collect();
        Window::new(days, time(start)?, time(end)?).ok()
    };
    windows.iter().filter_map(one).collect()
}

/// Hours as people write them: `mon, tue 09:00-17:00`.
fn told(windows: &[Window]) -> Value {
    let one = |window: &Window| {
        let days: Vec<&str> = window.days().iter().map(|day| day.as_str()).collect();
        format!("{} {}-{}", days.join(", "), window.start(), window.end())
    };
    windows.iter().map(one).collect::<Vec<String>>().join("; ").into()
}
