//! When something has to be there, and when it is expected.

use mutualfit_domain::{PartialDate, RoleView, Span};
use mutualfit_scoring::{Context, Degree};

/// The days, counted from the day as of which is scored, between which something happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Days {
    pub(crate) earliest: i32,
    pub(crate) latest: i32,
}

/// Whether something comes in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Timeliness {
    InTime,
    Late,
    Unknown,
}

impl Days {
    /// The days that a date can mean.
    pub(crate) fn of(date: PartialDate, context: &Context) -> Self {
        let day = |date| days_between(context.as_of(), date);
        Self { earliest: day(date.earliest()), latest: day(date.latest()) }
    }

    /// By when what a role needs has to be there: so long after its stated start, or after today where it states none.
    /// A start that is stated as a month or a year leaves time until the end of it.
    pub(crate) fn deadline(role: RoleView<'_>, needed_by: Option<&Span>, context: &Context) -> i32 {
        let requirements = role.role().requirements.as_ref();
        let start = requirements
            .and_then(|asked| asked.availability.as_ref())
            .and_then(|asked| asked.start);
        let start = start.map_or(0, |start| Self::of(start, context).latest);
        start + needed_by.map_or(0, |span| span.days().round() as i32)
    }

    /// Whether it comes by a day.
    pub(crate) fn by(self, deadline: i32) -> Timeliness {
        if self.latest <= deadline {
            Timeliness::InTime
        } else if self.earliest > deadline {
            Timeliness::Late
        } else {
            Timeliness::Unknown
        }
    }
}

impl Timeliness {
    /// What is expected in time is worth so much of having it.
    pub(crate) const IN_TIME: f32 = 0.75;
    /// What is expected later is worth so much of having it.
    pub(crate) const LATE: f32 = 0.25;

    /// How much of having it it is worth to be getting it.
    pub(crate) fn degree(self) -> Degree {
        match self {
            Self::InTime => Degree::exact(Self::IN_TIME),
            Self::Late => Degree::exact(Self::LATE),
            Self::Unknown => Degree::between(Self::LATE, Self::IN_TIME),
        }
    }
}

/// The day that is so many after the day as of which is scored; `None` where no document can say it.
pub(crate) fn day_after(days: i32, context: &Context) -> Option<PartialDate> {
    let span = jiff::SignedDuration::from_hours(24 * i64::from(days));
    PartialDate::day(context.as_of().checked_add(span).ok()?)
}

/// The days from one date to another; negative where that is before.
fn days_between(from: jiff::civil::Date, to: jiff::civil::Date) -> i32 {
    (to.duration_since(from).as_hours() / 24) as i32
}
