//! What the role asks for.

use crate::stake::stake;
use mutualfit::domain::{Arrangement, PartialDate, Profile, RequiredAvailability, RoleView, Side};
use mutualfit::scoring::{Essential, ReadsOf};
use mutualfit::{Answer, Ask, Context, Criterion, Degree, Info, RoleAsks};
use schemars::JsonSchema;
use serde::Deserialize;

pub(crate) const EXPERIENCE: Info = Info {
    asks: "/requirements/experience/0",
    reads: ReadsOf { role: &["/requirements/experience"], ..READS },
    ..Info::new("bench/experience", Side::Role, "Months of experience.")
};
pub(crate) const HOURS: Info = Info {
    asks: "/requirements/availability/hoursPerWeek",
    reads: ReadsOf { role: &["/requirements/availability"], ..READS },
    ..Info::new("bench/hours", Side::Role, "Hours a week that can be worked.")
};
pub(crate) const START: Info = Info {
    asks: "/requirements/availability/start",
    reads: ReadsOf { role: &["/requirements/availability"], ..READS },
    ..Info::new("bench/start", Side::Role, "Being there when the work begins.")
};
pub(crate) const TRAVEL: Info = Info {
    asks: "/arrangements/0/travelShare",
    reads: ReadsOf { role: &["/arrangements/*/travelShare"], ..READS },
    ..Info::new("bench/travel", Side::Role, "Time that can be spent on journeys.")
};
const READS: ReadsOf =
    ReadsOf { role: &[], candidate: &["/experience", "/availability"], pair: &[], extensions: &[] };

/// After how many days too late a start is worth nothing.
const LATEST: f32 = 90.0;
/// How much less travelling than needed is worth nothing.
const LEAST_TRAVEL: f32 = 0.25;

/// Months of experience, as a part of those asked for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Experience {}

impl Criterion for Experience {
    type By = RoleAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<f32> {
        let asked =
            role.role().requirements.as_ref().and_then(|it| it.experience.as_ref()?.first());
        asked.map_or(Ask::Unstated, |it| {
            let essential = Essential::from_words(it.must_have, None);
            Ask::Stated(
                it.minimum_months.to_f64() as f32,
                stake(it.importance).essential(essential),
            )
        })
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<f32> {
        let months = candidate.experience().and_then(|list| list.first()?.months);
        months.map_or(Answer::Unstated, |months| Answer::Stated(months.to_f64() as f32))
    }

    fn fit(&self, asked: &f32, months: &f32) -> Degree {
        Degree::exact(months / asked)
    }
}

/// Hours a week, as a part of the least asked for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Hours {}

impl Criterion for Hours {
    type By = RoleAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<f32> {
        of_availability(*role, |asked| {
            asked.hours_per_week.as_ref()?.min_value().map(|hours| hours.get() as f32)
        })
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<f32> {
        let hours = candidate.availability().and_then(|it| it.hours_per_week.as_ref()?.max_value());
        hours.map_or(Answer::Unstated, |hours| Answer::Stated(hours.get() as f32))
    }

    fn fit(&self, asked: &f32, hours: &f32) -> Degree {
        Degree::exact(hours / asked)
    }
}

/// Being there by the start, or so many days after it.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Start {}

impl Criterion for Start {
    type By = RoleAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<f32> {
        of_availability(*role, |asked| asked.start.map(|day| days(day, context)))
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<f32> {
        let from = candidate.availability().and_then(|it| it.from);
        from.map_or(Answer::Unstated, |day| Answer::Stated(days(day, context)))
    }

    fn fit(&self, start: &f32, from: &f32) -> Degree {
        Degree::exact(1.0 - (from - start) / LATEST)
    }
}

/// Travelling as much as the work needs.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Travel {}

impl Criterion for Travel {
    type By = RoleAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<f32> {
        let share = role.arrangement().and_then(|Arrangement { travel_share, .. }| *travel_share);
        share.map_or(Ask::Unstated, |share| Ask::Stated(share.get() as f32, stake(None)))
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<f32> {
        let share = candidate.availability().and_then(|it| it.travel_share);
        share.map_or(Answer::Unstated, |share| Answer::Stated(share.get() as f32))
    }

    fn fit(&self, needed: &f32, share: &f32) -> Degree {
        Degree::exact(1.0 - (needed - share) / LEAST_TRAVEL)
    }
}

/// Something that the section about availability asks for.
fn of_availability(
    role: RoleView<'_>,
    read: impl FnOnce(&RequiredAvailability) -> Option<f32>,
) -> Ask<f32> {
    if role.role().is_indifferent("availability") {
        return Ask::Irrelevant;
    }
    let asked = role.role().requirements.as_ref().and_then(|it| it.availability.as_ref());
    let found = asked.and_then(|asked| Some((read(asked)?, stake(asked.importance))));
    found.map_or(Ask::Unstated, |(want, stake)| Ask::Stated(want, stake))
}

/// Days from the day as of which is scored.
fn days(day: PartialDate, context: &Context) -> f32 {
    (day.earliest() - context.as_of()).get_days() as f32
}
