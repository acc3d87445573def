//! Whether the candidate can work when the role needs somebody.

mod lever;
mod part;

#[cfg(test)]
mod tests;

use self::part::{Free, Part, Wanted, WantedWindows, apart};
use crate::{raising::by_criterion, requirement_list::is_indifferent, setting};
use mutualfit_domain::{
    Audience, Availability as Stated, Item, PairFacts, Pointer, Profile, RequiredAvailability,
    RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts, Gate, Info,
    Levers, Mean, Purpose, ReadsOf, Registry, RoleAsks, Stake,
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
    ("start-later", "Start later, on {to}."),
    ("need-fewer-hours", "Ask for {to} hours a week at the least."),
    ("need-more-hours", "Ask for up to {to} hours a week."),
    ("need-shifts", "Ask for these shifts: {to}."),
    ("need-windows", "Ask for these hours: {to}."),
    ("need-less-overlap", "Ask for {to} hours a day in common."),
    ("be-free-from", "Be free from {to}."),
    ("work-more-hours", "Work up to {to} hours a week."),
    ("work-fewer-hours", "Work {to} hours a week."),
    ("work-shifts", "Work these shifts as well: {to}."),
    ("work-windows", "Work at these hours as well: {to}."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add_sharing::<Availability>(Info {
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
        if wanted == Wanted::default() {
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
        wanted.parts(free, self.late_days as f32, |_, degree| mean.add(1.0, degree));
        mean.degree().unwrap_or(Degree::FULL)
    }

    fn gate(&self, wanted: &Wanted, free: &Free) -> Gate {
        let mut gate = Gate::Met;
        wanted.parts(free, self.late_days as f32, |_, degree| {
            gate = gate.and(Gate::at(1.0, degree));
        });
        gate
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Ask::Stated(wanted, stake), Some(required)) =
            (self.ask(role, context), required(*role))
        else {
            return;
        };
        let answer = self.answer(candidate, context);
        let (free, is_negotiable) = match answer {
            Answer::Stated(free) => (free, stake.is_essential() == Essential::Negotiable),
            Answer::Negotiable(free) => (free, true),
            Answer::Unstated => (Free::default(), true),
            Answer::Irrelevant => return,
        };
        let default = Stated::default();
        let stated = candidate.availability().unwrap_or(&default);
        let mut parts = Vec::new();
        wanted.parts(&free, self.late_days as f32, |part, degree| parts.push((part, degree)));
        let share = 1.0 / parts.len() as f32;
        for (part, degree) in parts {
            let gate = Gate::at(1.0, degree);
            let gate = if is_negotiable { gate.negotiable() } else { gate };
            let fact = said(part, degree, (required, stated), (&wanted, &free))
                .degree(degree)
                .share(share);
            facts.push(if stake.is_essential() == Essential::No { fact } else { fact.gate(gate) });
        }
    }

    /// Each part by itself: the role can need somebody when the candidate is there, the candidate can be there when
    /// the role needs somebody.
    fn levers(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        let (Ask::Stated(wanted, _), Answer::Stated(free) | Answer::Negotiable(free)) =
            (self.ask(role, context), self.answer(candidate, context))
        else {
            return;
        };
        let Some(((raising, required), stated)) = by_criterion(self, *role, *candidate, context)
            .zip(required(*role))
            .zip(candidate.availability())
        else {
            return;
        };
        let mut parts = Vec::new();
        wanted.parts(&free, self.late_days as f32, |part, degree| parts.push((part, degree)));
        let home = candidate.home();
        let (wanted, free, role) = (&wanted, &free, *role);
        let pair = lever::Pair { role, home, required, stated, wanted, free, context };
        // What may be met as it is, is to be asked.
        for (part, _) in parts.into_iter().filter(|(_, degree)| degree.high() < 1.0) {
            raising.propose(pair.levers(part), levers);
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
    let fact = |code: &'static str| Fact::new(code).asked(here().field(name)).audience(audience);
    let answered = |field: &str| Pointer::root().field(SECTION).field(field);
    match part {
        Part::Start => {
            let asked = required.start.map(|date| date.to_string()).unwrap_or_default();
            let by_notice =
                stated.notice_period.as_ref().map(|notice| ("noticePeriod", notice.to_string()));
            let Some((field, has)) =
                stated.from.map(|date| ("from", date.to_string())).or(by_notice)
            else {
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
                fact(code)
                    .answered(answered(name))
                    .value("has", asked.common(own))
                    .value("asked", asked.count())
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
