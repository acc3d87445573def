//! What the candidate asks for.

use crate::stake::stake;
use mutualfit::domain::{Importance, RoleView, Schedule, ScheduleOption, Side};
use mutualfit::scoring::{Essential, ReadsOf};
use mutualfit::{Answer, Ask, Candidate, CandidateAsks, Context, Criterion, Degree, Info};
use schemars::JsonSchema;
use serde::Deserialize;

const TEAM_SIZE: &str = "org.example.teamSize";

pub(crate) const PAY: Info = Info {
    asks: "/aspirations/pay",
    reads: ReadsOf { role: &["/compensation/pay"], candidate: &["/aspirations/pay"], ..READS },
    ..Info::new("bench/pay", Side::Candidate, "Pay of at least the minimum.")
};
pub(crate) const WEEK: Info = Info {
    asks: "/aspirations/schedule",
    reads: ReadsOf {
        role: &["/arrangements/*/schedule"],
        candidate: &["/aspirations/schedule"],
        ..READS
    },
    ..Info::new("bench/week", Side::Candidate, "No more hours a week than wished for.")
};
pub(crate) const OFFICE: Info = Info {
    asks: "/aspirations/workplace",
    reads: ReadsOf {
        role: &["/arrangements/*/onSiteDaysPerWeek"],
        candidate: &["/aspirations/workplace"],
        ..READS
    },
    ..Info::new("bench/office", Side::Candidate, "No more days on site than wished for.")
};
pub(crate) const TEAM: Info = Info {
    asks: "/extensions/org.example.teamSize",
    reads: ReadsOf { role: &["/team/size"], extensions: &[TEAM_SIZE], ..READS },
    ..Info::new("bench/team", Side::Candidate, "A team no larger than wished for.")
};
pub(crate) const NOTICE: Info = Info {
    asks: "/aspirations/schedule",
    reads: ReadsOf {
        role: &["/arrangements/*/schedule"],
        candidate: &["/aspirations/schedule"],
        ..READS
    },
    ..Info::new("bench/notice", Side::Candidate, "Hours known long enough ahead.")
};
const READS: ReadsOf = ReadsOf { role: &[], candidate: &[], pair: &[], extensions: &[] };

/// How many hours a week too many are worth nothing.
const MOST_HOURS: f32 = 20.0;
/// How many days on site too many are worth nothing.
const MOST_DAYS: f32 = 3.0;
/// How many times the team wished for is worth nothing.
const LARGEST_TEAM: f32 = 3.0;

/// Pay, as a part of the minimum. What of a range is left out may be anything.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Pay {}

impl Criterion for Pay {
    type By = CandidateAsks;
    type Want = f32;
    type Have = [f32; 2];

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<f32> {
        if candidate.is_indifferent("pay") {
            return Ask::Irrelevant;
        }
        let need = candidate.aspirations.as_ref().and_then(|it| it.pay.as_ref());
        let asked = need.and_then(|need| {
            let essential = Essential::from_words(need.deal_breaker, need.negotiable);
            let least = need.options.as_ref()?.first()?.minimum.to_f64();
            Some((least as f32, stake(need.importance).essential(essential)))
        });
        asked.map_or(Ask::Unstated, |(least, stake)| Ask::Stated(least, stake))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<[f32; 2]> {
        let pay = role.role().compensation.as_ref().and_then(|it| it.pay.as_ref()?.first());
        pay.map_or(Answer::Unstated, |pay| {
            let bound = |amount: Option<mutualfit::domain::Amount>, unsaid: f32| {
                amount.map_or(unsaid, |amount| amount.to_f64() as f32)
            };
            Answer::Stated([bound(pay.min_value, 0.0), bound(pay.max_value, f32::INFINITY)])
        })
    }

    fn fit(&self, minimum: &f32, [least, most]: &[f32; 2]) -> Degree {
        Degree::between(least / minimum, most / minimum)
    }
}

/// No more hours a week than wished for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Week {}

impl Criterion for Week {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<f32> {
        of_schedule(candidate, |option| {
            option.hours_per_week.as_ref()?.max_value().map(|hours| hours.get() as f32)
        })
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        let hours = schedule(*role).and_then(|it| it.hours_per_week.as_ref()?.max_value());
        hours.map_or(Answer::Unstated, |hours| Answer::Stated(hours.get() as f32))
    }

    fn fit(&self, most: &f32, hours: &f32) -> Degree {
        Degree::exact(1.0 - (hours - most) / MOST_HOURS)
    }
}

/// No more days on site than wished for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Office {}

impl Criterion for Office {
    type By = CandidateAsks;
    type Want = f32;
    type Have = [f32; 2];

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<f32> {
        if candidate.is_indifferent("workplace") {
            return Ask::Irrelevant;
        }
        let need = candidate.aspirations.as_ref().and_then(|it| it.workplace.as_ref());
        asked(need.and_then(|need| {
            let most = need.options.as_ref()?.first()?.max_on_site_days_per_week?;
            Some((most.get() as f32, need.importance))
        }))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<[f32; 2]> {
        let days = role.arrangement().and_then(|it| it.on_site_days_per_week.as_ref());
        let bounds = days.and_then(|days| Some([days.min_value()?, days.max_value()?]));
        bounds.map_or(Answer::Unstated, |bounds| Answer::Stated(bounds.map(|it| it.get() as f32)))
    }

    fn fit(&self, wished: &f32, [least, most]: &[f32; 2]) -> Degree {
        Degree::between(1.0 - (least - wished) / MOST_DAYS, 1.0 - (most - wished) / MOST_DAYS)
    }
}

/// A team no larger than wished for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Team {}

impl Criterion for Team {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, candidate: &Candidate, context: &Context) -> Ask<f32> {
        let wished = context.extension(candidate.extensions.as_ref(), TEAM_SIZE).ok().flatten();
        asked(wished.map(|size| (size, None)))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        let size = role.role().team.as_ref().and_then(|team| team.size);
        size.map_or(Answer::Unstated, |size| Answer::Stated(size.to_f64() as f32))
    }

    fn fit(&self, wished: &f32, size: &f32) -> Degree {
        Degree::exact(1.0 - (size / wished - 1.0) / (LARGEST_TEAM - 1.0))
    }
}

/// Days ahead on which hours are known, as a part of those wished for.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Notice {}

impl Criterion for Notice {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<f32> {
        of_schedule(candidate, |option| option.min_notice_days.map(|days| days.to_f64() as f32))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        let days = schedule(*role).and_then(|schedule| schedule.notice_days);
        days.map_or(Answer::Unstated, |days| Answer::Stated(days.to_f64() as f32))
    }

    fn fit(&self, wished: &f32, days: &f32) -> Degree {
        Degree::exact(days / wished)
    }
}

/// Something that the first of the schedules that would do asks for.
fn of_schedule(
    candidate: &Candidate,
    read: impl FnOnce(&ScheduleOption) -> Option<f32>,
) -> Ask<f32> {
    if candidate.is_indifferent("schedule") {
        return Ask::Irrelevant;
    }
    let need = candidate.aspirations.as_ref().and_then(|it| it.schedule.as_ref());
    asked(need.and_then(|need| Some((read(need.options.as_ref()?.first()?)?, need.importance))))
}

fn asked(found: Option<(f32, Option<Importance>)>) -> Ask<f32> {
    found.map_or(Ask::Unstated, |(want, importance)| Ask::Stated(want, stake(importance)))
}

fn schedule(role: RoleView<'_>) -> Option<&Schedule> {
    role.arrangement().and_then(|arrangement| arrangement.schedule.as_ref())
}
