//! Whether the candidate can work when the role needs somebody.

use crate::{
    deadline::Days,
    hours::{HOURS_OUTSIDE, Hours, Shifts, share_within},
    requirement_list::is_indifferent,
    setting,
};
use mutualfit_domain::{
    Audience, Availability as Stated, Item, Overlap, PairFacts, Pointer, Profile, RequiredAvailability, RoleView, Side, UtcOffset,
    WeekMinutes, Window, WorkplaceType,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts, Gate, Info, Mean, Purpose, ReadsOf,
    Registry, RoleAsks, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate can work when the role needs somebody: from when, how many hours a week, on which shifts, at which
hours, and how long together with others elsewhere.

## Degrees

The mean of the parts that are asked, each counting alike:

- start: 1 in time, then linear to 0 at `lateDays` after it. A start stated as a month or a year leaves time until the
  end of it; a notice period runs from the day as of which is scored.
- hours a week: 1 where the two ranges meet, then linear to 0 at ten hours apart.
- shifts: the share of the shifts asked for that the candidate can work.
- windows: the share of the minutes asked for in which the candidate can work.
- overlap: from Monday to Friday, the minutes in common with the others, up to those asked for, as a share of them.

½ is half of the days late, five hours apart, half of the shifts or minutes, or half of the parts. A must-have is met
where every part is 1.

## What is unknown

A part that the candidate says nothing about is `[0, 1]`. So are windows of remote work, unless the offset from UTC of
both places is stated, and the overlap, unless the candidate's hours and offset are. Days of a start that is stated as a
month or a year are an interval.

## Limits

Windows of work on site or hybrid, or without a stated kind, are compared on one clock. Offsets are as stated: no time
zone is looked up and no clock change known. Where the candidate says `flexible`, an unmet must-have stays open. Why
somebody cannot work at some hours is not asked and has no field.";

const WORDS: &[(&str, &str)] = &[
    ("start-in-time", "Can start by {has}; {asked} is asked."),
    ("start-late", "Can start by {has}; {asked} is asked."),
    ("hours-met", "The hours a week meet."),
    ("hours-apart", "The hours a week are {apart} apart."),
    ("shifts-met", "Can work every shift that is asked."),
    ("shifts-partly", "Can work {has} of {asked} shifts."),
    ("windows-met", "Can work at all hours that are asked."),
    ("windows-partly", "Can work {has} of {asked} minutes a week."),
    ("overlap-met", "Has the hours in common that are asked."),
    ("overlap-partly", "Has too few hours in common."),
    ("start-unsaid", "When they can start is not said."),
    ("hours-unsaid", "How many hours they can work is not said."),
    ("shifts-unsaid", "Which shifts they can work is not said."),
    ("windows-unsaid", "At which hours they can work is not clear."),
    ("overlap-unsaid", "Which hours there are in common is not clear."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Availability>(Info {
        id: "availability",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate can work when the role needs somebody.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/availability",
        reads: ReadsOf {
            role: &[
                "/requirements/availability/start",
                "/requirements/availability/hoursPerWeek",
                "/requirements/availability/shifts",
                "/requirements/availability/windows",
                "/requirements/availability/overlap",
                "/requirements/availability/importance",
                "/requirements/availability/mustHave",
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation/utcOffsetMinutes",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/availability/from",
                "/availability/noticePeriod",
                "/availability/hoursPerWeek",
                "/availability/shifts",
                "/availability/windows",
                "/availability/flexible",
                "/home/utcOffsetMinutes",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// Whether the candidate can work when the role needs somebody.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Availability {
    /// How many days after the start it is worth nothing to begin: 0 or more.
    #[serde(deserialize_with = "setting::quantity")]
    #[schemars(range(min = 0.0))]
    late_days: f64,
}

impl Default for Availability {
    fn default() -> Self {
        Self { late_days: 90.0 }
    }
}

/// What a role needs; what is `None` is not asked.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// By which day, counted from today.
    start: Option<i32>,
    hours: Option<Hours>,
    shifts: Option<Shifts>,
    windows: Option<WantedWindows>,
    overlap: Option<WantedOverlap>,
}

/// The hours to be covered.
#[derive(Debug)]
enum WantedWindows {
    /// On the clock of the candidate's home.
    SameClock(WeekMinutes),
    /// Remote, on a clock so far ahead of UTC.
    Remote(WeekMinutes, UtcOffset),
    /// Remote, on a clock that is not stated.
    RemoteSomewhere,
}

/// The hours to have in common with others, on UTC.
#[derive(Debug)]
struct WantedOverlap {
    /// From Monday to Friday.
    days: [WeekMinutes; 5],
    minutes_a_day: f32,
}

/// When a candidate can work; what is `None` is not said.
#[derive(Debug, Default)]
pub(crate) struct Free {
    from: Option<Days>,
    hours: Option<Hours>,
    shifts: Option<Shifts>,
    windows: Option<WeekMinutes>,
    home: Option<UtcOffset>,
}

/// The parts of an ask, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Start,
    Hours,
    Shifts,
    Windows,
    Overlap,
}

impl Criterion for Availability {
    type By = RoleAsks;
    type Want = Wanted;
    type Have = Free;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Wanted> {
        if is_indifferent(*role, SECTION) {
            return Ask::Irrelevant;
        }
        let Some(required) = required(*role) else { return Ask::Unstated };
        let wanted = Wanted::of(required, *role, context);
        if wanted.parts().count() == 0 {
            return Ask::Irrelevant;
        }
        let negotiable = role.is_negotiable(here().as_str());
        let essential = Essential::from_words(required.must_have, Some(negotiable));
        Ask::Stated(wanted, Stake::of(required.importance().get() as f32).essential(essential))
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<Free> {
        if candidate.is_indifferent(SECTION) {
            return Answer::Irrelevant;
        }
        let Some(stated) = candidate.availability() else { return Answer::Unstated };
        let free = Free::of(stated, *candidate, context);
        if stated.flexible == Some(true) { Answer::Negotiable(free) } else { Answer::Stated(free) }
    }

    fn fit(&self, wanted: &Wanted, free: &Free) -> Degree {
        let mut mean = Mean::default();
        wanted.parts().for_each(|part| mean.add(1.0, self.part(part, wanted, free)));
        mean.degree().unwrap_or(Degree::FULL)
    }

    fn gate(&self, wanted: &Wanted, free: &Free) -> Gate {
        wanted.parts().fold(Gate::Met, |gate, part| gate.and(Gate::at(1.0, self.part(part, wanted, free))))
    }

    fn facts(&self, role: &RoleView<'_>, candidate: &Profile<'_>, _: &[PairFacts], context: &Context, facts: &mut Facts) {
        let (Ask::Stated(wanted, stake), Some(required)) = (self.ask(role, context), required(*role)) else { return };
        let answer = self.answer(candidate, context);
        let (free, is_negotiable) = match answer {
            Answer::Stated(free) => (free, stake.is_essential() == Essential::Negotiable),
            Answer::Negotiable(free) => (free, true),
            Answer::Unstated => (Free::default(), true),
            Answer::Irrelevant => return,
        };
        let default = Stated::default();
        let stated = candidate.availability().unwrap_or(&default);
        let share = 1.0 / wanted.parts().count() as f32;
        for part in wanted.parts() {
            let degree = self.part(part, &wanted, &free);
            let gate = Gate::at(1.0, degree);
            let gate = if is_negotiable { gate.negotiable() } else { gate };
            let fact = said(part, degree, (required, stated), (&wanted, &free)).degree(degree).share(share);
            facts.push(if stake.is_essential() == Essential::No { fact } else { fact.gate(gate) });
        }
    }
}

const SECTION: &str = "availability";

fn here() -> Pointer {
    Pointer::root().field("requirements").field(SECTION)
}

fn required(role: RoleView<'_>) -> Option<&RequiredAvailability> {
    role.role().requirements.as_ref()?.availability.as_ref()
}

/// What is said of one part.
fn said(
    part: Part,
    degree: Degree,
    (required, stated): (&RequiredAvailability, &Stated),
    (wanted, free): (&Wanted, &Free),
) -> Fact {
    let name = part.field();
    let is_met = degree.low() >= 1.0;
    let audience: Option<Audience> = stated.audience;
    let fact = |code: &str| Fact::new(code).asked(here().field(name)).audience(audience);
    let answered = |field: &str| Pointer::root().field(SECTION).field(field);
    match part {
        Part::Start => {
            let asked = required.start.map(|date| date.to_string()).unwrap_or_default();
            let by_notice = stated.notice_period.as_ref().map(|notice| ("noticePeriod", notice.to_string()));
            let Some((field, has)) = stated.from.map(|date| ("from", date.to_string())).or(by_notice) else {
                return fact("start-unsaid").value("asked", asked);
            };
            let code = if is_met { "start-in-time" } else { "start-late" };
            fact(code).answered(answered(field)).value("asked", asked).value("has", has)
        }
        Part::Hours => match (wanted.hours, free.hours) {
            (Some(asked), Some(own)) => {
                let code = if is_met { "hours-met" } else { "hours-apart" };
                fact(code).answered(answered(name)).value("apart", f64::from(apart(asked, own)))
            }
            _ => fact("hours-unsaid"),
        },
        Part::Shifts => match (&wanted.shifts, &free.shifts) {
            (Some(asked), Some(own)) => {
                let code = if is_met { "shifts-met" } else { "shifts-partly" };
                fact(code).answered(answered(name)).value("has", asked.common(own)).value("asked", asked.count())
            }
            _ => fact("shifts-unsaid"),
        },
        Part::Windows if free.windows.is_some() && degree != Degree::UNKNOWN => {
            let asked = wanted.windows.as_ref().map_or(0, WantedWindows::minutes);
            let has = (f64::from(degree.low()) * f64::from(asked)).round() as u32;
            let code = if is_met { "windows-met" } else { "windows-partly" };
            fact(code).answered(answered(name)).value("has", has).value("asked", asked)
        }
        Part::Overlap if free.windows.is_some() && degree != Degree::UNKNOWN => {
            let code = if is_met { "overlap-met" } else { "overlap-partly" };
            fact(code).answered(answered("windows"))
        }
        Part::Windows => fact("windows-unsaid"),
        Part::Overlap => fact("overlap-unsaid"),
    }
}

impl Part {
    const ALL: [Self; 5] = [Self::Start, Self::Hours, Self::Shifts, Self::Windows, Self::Overlap];

    /// What it is called in a document.
    fn field(self) -> &'static str {
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
    fn of(required: &RequiredAvailability, role: RoleView<'_>, context: &Context) -> Self {
        let arrangement = role.arrangement();
        let is_remote = arrangement.and_then(|arrangement| arrangement.workplace_type) == Some(WorkplaceType::Remote);
        let clock = arrangement.and_then(|arrangement| arrangement.job_location.as_ref()?.utc_offset_minutes);
        let windows = required.windows.as_deref().filter(|windows| !windows.is_empty()).map(WeekMinutes::of);
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
    fn parts(&self) -> impl Iterator<Item = Part> + '_ {
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
    fn minutes(&self) -> u32 {
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
        let in_common = |day: &WeekMinutes| (day.common(hours).minutes() as f32).min(self.minutes_a_day);
        let minutes: f32 = self.days.iter().map(in_common).sum();
        minutes / (self.minutes_a_day * self.days.len() as f32)
    }
}

impl Free {
    fn of(stated: &Stated, candidate: Profile<'_>, context: &Context) -> Self {
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

impl Availability {
    fn part(&self, part: Part, wanted: &Wanted, free: &Free) -> Degree {
        let degree = match part {
            Part::Start => self.start(wanted, free),
            Part::Hours => hours(wanted, free),
            Part::Shifts => shifts(wanted, free),
            Part::Windows => windows(wanted, free),
            Part::Overlap => overlap(wanted, free),
        };
        degree.unwrap_or(Degree::UNKNOWN)
    }

    fn start(&self, wanted: &Wanted, free: &Free) -> Option<Degree> {
        let (start, from) = (wanted.start?, free.from?);
        let degree = |day: i32| {
            let late = (day - start).max(0) as f32;
            if late > 0.0 { 1.0 - late / self.late_days as f32 } else { 1.0 }
        };
        Some(Degree::between(degree(from.earliest).max(0.0), degree(from.latest).max(0.0)))
    }
}

/// How many hours lie between two ranges; 0 where they meet.
fn apart(one: Hours, other: Hours) -> f32 {
    (one.least - other.most).max(other.least - one.most).max(0.0)
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
        WantedWindows::Remote(windows, clock) => share_within(windows, &own.moved(free.home?, *clock)),
        WantedWindows::RemoteSomewhere => return None,
    };
    Some(Degree::exact(share))
}

fn overlap(wanted: &Wanted, free: &Free) -> Option<Degree> {
    let hours = free.windows.as_ref()?.moved(free.home?, UtcOffset::default());
    Some(Degree::exact(wanted.overlap.as_ref()?.share(&hours)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    /// Today is 2 November 2026.
    #[track_caller]
    fn check(asked: Value, stated: Value, expected: &str, codes: &[&str]) {
        check_documents(&json!({"requirements": {"availability": asked}}), &json!({"availability": stated}), expected, codes);
    }

    #[track_caller]
    fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
        let outcome = Trial::of(register).judge_closely(role, candidate);
        assert_eq!((outcome.brief().as_str(), outcome.codes()), (expected, codes.to_vec()), "{outcome:#?}");
    }

    fn window(days: &[&str], start: &str, end: &str) -> Value {
        json!([{"days": days, "start": start, "end": end}])
    }

    #[test]
    fn a_late_start_costs_by_its_days() {
        let start = || json!({"start": "2027-01-01"});
        check(start(), json!({"from": "2027-01-01"}), "1", &["start-in-time"]);
        check(start(), json!({"from": "2026-12"}), "1", &["start-in-time"]);
        check(start(), json!({"from": "2027-02-15"}), "0.5", &["start-late"]);
        check(start(), json!({"from": "2028"}), "0", &["start-late"]);
        check(start(), json!({"from": "2027-01"}), "0.6667..1", &["start-late"]);
        check(json!({"start": "2027-01"}), json!({"from": "2027-01"}), "1", &["start-in-time"]);
        check(start(), json!({"noticePeriod": "P60D"}), "1", &["start-in-time"]);
        check(start(), json!({"noticePeriod": "P105D"}), "0.5", &["start-late"]);
    }

    #[test]
    fn hours_count_by_how_far_they_are_apart() {
        let hours = |least: u32, most: u32| json!({"hoursPerWeek": {"minValue": least, "maxValue": most}});
        check(hours(32, 40), hours(20, 32), "1", &["hours-met"]);
        check(hours(32, 40), hours(20, 27), "0.5", &["hours-apart"]);
        check(hours(32, 40), hours(10, 20), "0", &["hours-apart"]);
        check(hours(20, 24), json!({"hoursPerWeek": {"minValue": 29}}), "0.5", &["hours-apart"]);
    }

    #[test]
    fn shifts_and_windows_count_by_their_share() {
        let shifts = |shifts: &[&str]| json!({"shifts": shifts});
        check(shifts(&["day", "night"]), shifts(&["day", "night", "evening"]), "1", &["shifts-met"]);
        check(shifts(&["day", "night"]), shifts(&["day"]), "0.5", &["shifts-partly"]);
        check(shifts(&["day", "night"]), shifts(&[]), "0", &["shifts-partly"]);
        let windows = |start, end| json!({"windows": window(&["mon", "fri"], start, end)});
        check(windows("09:00", "17:00"), windows("08:00", "18:00"), "1", &["windows-met"]);
        check(windows("09:00", "17:00"), windows("13:00", "21:00"), "0.5", &["windows-partly"]);
        check(windows("09:00", "17:00"), windows("17:00", "21:00"), "0", &["windows-partly"]);
    }

    #[test]
    fn remote_hours_are_compared_by_their_offsets() {
        let asked = json!({"windows": window(&["mon"], "09:00", "17:00")});
        let role = |place: Value| json!({"requirements": {"availability": asked},
            "arrangements": [{"workplaceType": "remote", "jobLocation": place}]});
        let home = |offset: i32| json!({"availability": {"windows": window(&["mon"], "09:00", "17:00")},
            "home": {"country": "US", "utcOffsetMinutes": offset}});
        let berlin = || role(json!({"country": "DE", "utcOffsetMinutes": 60}));
        check_documents(&berlin(), &home(60), "1", &["windows-met"]);
        check_documents(&berlin(), &home(-180), "0.5", &["windows-partly"]);
        check_documents(&role(json!({"country": "DE"})), &home(60), "0..1", &["windows-unsaid"]);
    }

    #[test]
    fn overlap_is_reckoned_from_stated_offsets() {
        let asked = |hours: Value| json!({"requirements": {"availability": {"overlap":
            {"utcOffsetMinutes": 60, "start": "09:00", "end": "17:00", "minHours": hours}}}});
        let at = |offset: i32| json!({"availability": {"windows": window(&["mon", "tue", "wed", "thu", "fri"], "09:00", "17:00")},
            "home": {"country": "US", "utcOffsetMinutes": offset}});
        check_documents(&asked(json!(4)), &at(-180), "1", &["overlap-met"]);
        check_documents(&asked(json!(4)), &at(-300), "0.5", &["overlap-partly"]);
        check_documents(&asked(Value::Null), &at(-180), "0.5", &["overlap-partly"]);
        check_documents(&asked(json!(4)), &at(-480), "0", &["overlap-partly"]);
        let nowhere = json!({"availability": {"windows": window(&["mon"], "09:00", "17:00")}});
        check_documents(&asked(json!(4)), &nowhere, "0..1", &["overlap-unsaid"]);
    }

    #[test]
    fn parts_that_are_asked_count_alike() {
        let asked = json!({"start": "2027-01-01", "shifts": ["day"]});
        check(asked.clone(), json!({"from": "2028", "shifts": ["day"]}), "0.5", &["start-late", "shifts-met"]);
        check(asked.clone(), json!({"shifts": ["day"]}), "0.5..1", &["start-unsaid", "shifts-met"]);
        check(asked, json!({}), "0..1", &["start-unsaid", "shifts-unsaid"]);
    }

    #[test]
    fn what_does_not_matter_is_not_compared() {
        check(json!({}), json!({"from": "2027"}), "irrelevant", &[]);
        check(json!({"shifts": []}), json!({"from": "2027"}), "irrelevant", &[]);
        let role = json!({"requirements": {"availability": {"shifts": ["day"]}}});
        check_documents(&role, &json!({}), "not answered", &["shifts-unsaid"]);
        check_documents(&role, &json!({"indifferent": ["availability"]}), "irrelevant", &[]);
        check_documents(&json!({}), &json!({"availability": {}}), "not asked", &[]);
    }

    #[test]
    fn a_must_have_gates_on_every_part() {
        let asked = json!({"start": "2027-01-01", "shifts": ["day"], "mustHave": true});
        check(asked.clone(), json!({"from": "2027-01-01", "shifts": ["day"]}), "1 met", &["start-in-time", "shifts-met"]);
        check(asked.clone(), json!({"from": "2027-01-01"}), "0.5..1 open", &["start-in-time", "shifts-unsaid"]);
        check(asked.clone(), json!({"from": "2027-01-01", "shifts": []}), "0.5 unmet", &["start-in-time", "shifts-partly"]);
        let flexible = json!({"from": "2027-01-01", "shifts": [], "flexible": true});
        check(asked.clone(), flexible, "0.5 open", &["start-in-time", "shifts-partly"]);
        let role = json!({"requirements": {"availability": asked}, "negotiable": ["/requirements/availability"]});
        check_documents(&role, &json!({"availability": {"shifts": []}}), "0..0.5 open", &["start-unsaid", "shifts-partly"]);
    }
}
