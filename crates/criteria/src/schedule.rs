//! `schedule`: are the hours, the shifts and the notice what the candidate needs?

mod change;

use crate::{
    hours::{self, Hours, Shifts},
    need::{
        self, ACCEPT_SEVERAL, Accepting, Need, OFFER_SEVERAL, OfferOf, Offering, Part, with_asked,
    },
    options::{NOT_APPLICABLE, UNSTATED},
};
use mutualfit_domain::{
    Aspirations, Candidate, Count, RoleView, ScheduleNeed, ScheduleOption, Side, WeekMinutes,
};
use mutualfit_scoring::{Context, Degree, DuplicateKind, Info, Purpose, ReadsOf, Registry};
use ordered_float::OrderedFloat;
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the arrangement is worked when the candidate can and wants to work: hours a week, shifts, hours of the day, and
how far ahead they are known. The best option that applies counts, and an option is as good as the worst of what it
says, because all of it must hold (the conjunction of fuzzy sets, Zadeh 1965).

## Degrees

- **1**: all that the option says holds.
- **½**: what holds least is off by half: hours a week 5 outside of those asked for, half of the role's shifts not among
  those wanted, half of its minutes outside of the windows, half of the notice asked for.
- **0**: hours a week 10 or more outside, every shift unwanted, all minutes outside, no notice.

With `d` the hours outside of the range, hours earn `1 − d/10`; shifts earn the share of the role's shifts that are
wanted and the share that is not to be avoided, windows the share of the role's minutes within, notice
`min(1, days given / days asked)`: needs–supplies by shortfall (METHODS.md §1.2, §1.3). Ten hours is this project's
choice. An option's desirability multiplies its fit.

## What is unknown

What the arrangement does not state is anything from 0 to 1. Hours from and to are an interval. An empty list of shifts
or windows says that there are none, so that none is unwanted.

## What would change it

Hours, shifts, windows and notice: the role's as far towards an option as it takes, or the option's as far towards the
role.

## Limits

Windows are compared as written, on the clock of the place of work. Overtime, the order of shifts and who decides about
swaps are shown and not scored.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "schedule",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the role is worked when the candidate needs to work.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 1.0,
        asks: "/aspirations/schedule",
        reads: ReadsOf {
            role: &[
                "/arrangements/*/schedule/hoursPerWeek",
                "/arrangements/*/schedule/shifts",
                "/arrangements/*/schedule/windows",
                "/arrangements/*/schedule/noticeDays",
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation/country",
                "/arrangements/*/employmentType",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/aspirations/schedule",
                "/home/country",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("met", "The schedule is what was asked for."),
            ("partly", "The schedule is partly what was asked for."),
            ("unmet", "The schedule is not what was asked for."),
            (
                "open",
                "What is said of the schedule does not settle whether it is what was asked for.",
            ),
            NOT_APPLICABLE,
            UNSTATED,
            ("hours", "Hours a week beside those asked for."),
            ("shifts", "Shifts beside those wanted."),
            ("avoided-shifts", "Shifts beside those to be avoided."),
            ("windows", "Hours of the day beside those asked for."),
            ("notice", "{asked} days of notice are asked for."),
            ("offer-hours", "Let the week have {to} hours."),
            ("offer-shifts", "Let the shifts be these: {to}."),
            ("offer-windows", "Let the work be done in these hours: {to}."),
            ("offer-notice", "Tell the hours {to} days ahead."),
            OFFER_SEVERAL,
            ("accept-hours", "Accept {to} hours a week."),
            ("accept-shifts", "Accept these shifts as well: {to}."),
            ("accept-windows", "Accept work in these hours as well: {to}."),
            ("accept-notice", "Do with {to} days of notice."),
            ACCEPT_SEVERAL,
        ],
    };
    need::register::<Schedule>(registry, info)
}

/// The settings of `schedule`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Schedule {}

/// An option: when one would work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    hours: Option<Hours>,
    shifts: Option<Shifts>,
    avoided: Option<Shifts>,
    windows: Option<WeekMinutes>,
    notice_days: Option<OrderedFloat<f32>>,
}

/// When an arrangement is worked, beside its hours and shifts, which conditions ask about as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Offered {
    windows: Option<WeekMinutes>,
    notice_days: Option<OrderedFloat<f32>>,
}

const HOURS: &Part<Schedule> = &Part {
    code: "hours",
    bit: 1 << 0,
    asked: "/aspirations/schedule/options/*/hoursPerWeek",
    answered: "/arrangements/*/schedule/hoursPerWeek",
    is_answered: |offer| offer.situation.hours.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-hours", change: change::offer_hours }),
    accept: Some(Accepting {
        code: "accept-hours",
        change: change::accept_hours,
        is_another: false,
    }),
};

const SHIFTS: &Part<Schedule> = &Part {
    code: "shifts",
    bit: 1 << 1,
    asked: "/aspirations/schedule/options/*/shifts",
    answered: "/arrangements/*/schedule/shifts",
    is_answered: |offer| offer.situation.shifts.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-shifts", change: change::offer_shifts }),
    accept: Some(Accepting {
        code: "accept-shifts",
        change: change::accept_shifts,
        is_another: false,
    }),
};

const AVOIDED: &Part<Schedule> = &Part {
    code: "avoided-shifts",
    bit: 1 << 2,
    asked: "/aspirations/schedule/options/*/avoidShifts",
    answered: "/arrangements/*/schedule/shifts",
    is_answered: |offer| offer.situation.shifts.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-shifts", change: change::offer_other_shifts }),
    accept: Some(Accepting {
        code: "accept-shifts",
        change: change::accept_avoided_shifts,
        is_another: false,
    }),
};

const WINDOWS: &Part<Schedule> = &Part {
    code: "windows",
    bit: 1 << 3,
    asked: "/aspirations/schedule/options/*/windows",
    answered: "/arrangements/*/schedule/windows",
    is_answered: |offer| offer.offered.windows.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-windows", change: change::offer_windows }),
    accept: Some(Accepting {
        code: "accept-windows",
        change: change::accept_windows,
        is_another: false,
    }),
};

const NOTICE: &Part<Schedule> = &Part {
    code: "notice",
    bit: 1 << 4,
    asked: "/aspirations/schedule/options/*/minNoticeDays",
    answered: "/arrangements/*/schedule/noticeDays",
    is_answered: |offer| offer.offered.notice_days.is_some(),
    values: |fact, option, _| with_asked(fact, option.min_notice_days.map(Count::to_f64)),
    offer: Some(Offering { code: "offer-notice", change: change::offer_notice }),
    accept: Some(Accepting {
        code: "accept-notice",
        change: change::accept_notice,
        is_another: false,
    }),
};

impl Need for Schedule {
    const SECTION: &'static str = "schedule";
    const ANSWER: &'static str = "/arrangements/*/schedule";
    const PARTS: &'static [&'static Part<Self>] = &[HOURS, SHIFTS, AVOIDED, WINDOWS, NOTICE];

    type Stated = ScheduleNeed;
    type Wanted = Wanted;
    type Offered = Offered;

    fn stated(aspirations: &Aspirations) -> Option<&ScheduleNeed> {
        aspirations.schedule.as_ref()
    }

    fn wanted(option: &ScheduleOption, _: &Candidate) -> Wanted {
        let avoided = option.avoid_shifts.as_deref().filter(|shifts| !shifts.is_empty());
        Wanted {
            hours: option.hours_per_week.as_ref().map(Hours::of),
            shifts: option.shifts.as_deref().map(Shifts::of),
            avoided: avoided.map(Shifts::of),
            windows: option.windows.as_deref().map(WeekMinutes::of),
            notice_days: option.min_notice_days.map(|days| OrderedFloat(days.to_f64() as f32)),
        }
    }

    fn offered(role: RoleView<'_>, _: &Context) -> Option<Offered> {
        let schedule = role.arrangement()?.schedule.as_ref()?;
        Some(Offered {
            windows: schedule.windows.as_deref().map(WeekMinutes::of),
            notice_days: schedule.notice_days.map(|days| OrderedFloat(days.to_f64() as f32)),
        })
    }

    #[inline]
    fn parts(
        wanted: &Wanted,
        offer: &OfferOf<Self>,
        mut found: impl FnMut(&'static Part<Self>, Degree),
    ) {
        let known = |share: Option<f32>| share.map_or(Degree::UNKNOWN, Degree::exact);
        let shifts = offer.situation.shifts.as_ref();
        if let Some(asked) = wanted.hours {
            found(HOURS, offer.situation.hours.unwrap_or(Hours::ANY).within(asked));
        }
        if let Some(asked) = &wanted.shifts {
            found(SHIFTS, known(shifts.map(|worked| worked.share_among(asked))));
        }
        if let Some(avoided) = &wanted.avoided {
            found(AVOIDED, known(shifts.map(|worked| worked.share_outside(avoided))));
        }
        if let Some(asked) = &wanted.windows {
            let worked = offer.offered.windows.as_ref();
            found(WINDOWS, known(worked.map(|worked| hours::share_within(worked, asked))));
        }
        if let Some(OrderedFloat(asked)) = wanted.notice_days {
            let share = |given: f32| if given >= asked { 1.0 } else { given / asked };
            found(NOTICE, known(offer.offered.notice_days.map(|days| share(days.0))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, stating};
    use serde_json::{Value, json};

    fn role(schedule: &Value) -> Value {
        json!({"arrangements": [{"schedule": schedule}]})
    }

    fn candidate(option: &Value) -> Value {
        json!({"aspirations": {"schedule": {"options": [option]}}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn hours_cost_a_tenth_each_outside() {
        let asked = candidate(&json!({"hoursPerWeek": {"minValue": 24, "maxValue": 32}}));
        let works = |least: u8, most: u8| {
            role(&json!({"hoursPerWeek": {"minValue": least, "maxValue": most}}))
        };
        check(&works(32, 32), &asked, "1");
        check(&works(37, 37), &asked, "0.5");
        check(&works(42, 42), &asked, "0");
        check(&works(30, 36), &asked, "0.6..1");
        check(&role(&json!({"hoursPerWeek": {"minValue": 32}})), &asked, "0..1");
        check(&role(&json!({})), &asked, "0..1");
        check(&json!({"arrangements": [{}]}), &asked, "not answered");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["arrangements"]}), &asked, "irrelevant");
        check(&works(32, 32), &json!({}), "not asked");
        check(&works(32, 32), &json!({"indifferent": ["schedule"]}), "irrelevant");
    }

    #[test]
    fn shifts_count_by_their_share() {
        let works = |shifts: &[&str]| role(&json!({"shifts": shifts}));
        let wants = candidate(&json!({"shifts": ["day", "evening"]}));
        check(&works(&["day"]), &wants, "1");
        check(&works(&["day", "night"]), &wants, "0.5");
        check(&works(&["night"]), &wants, "0");
        check(&works(&[]), &wants, "1");
        check(&role(&json!({})), &wants, "0..1");
        let avoids = candidate(&json!({"avoidShifts": ["night"]}));
        check(&works(&["day"]), &avoids, "1");
        check(&works(&["day", "night"]), &avoids, "0.5");
        check(&works(&["night"]), &avoids, "0");
        check(&works(&[]), &avoids, "1");
    }

    #[test]
    fn windows_count_by_minutes_and_notice_by_days() {
        let window =
            |start: &str, end: &str| json!([{"days": ["mon", "tue"], "start": start, "end": end}]);
        let asked = candidate(&json!({"windows": window("09:00", "13:00")}));
        check(&role(&json!({"windows": window("09:00", "13:00")})), &asked, "1");
        check(&role(&json!({"windows": window("09:00", "17:00")})), &asked, "0.5");
        check(&role(&json!({"windows": window("14:00", "17:00")})), &asked, "0");
        let asked = candidate(&json!({"minNoticeDays": 14}));
        check(&role(&json!({"noticeDays": 14})), &asked, "1");
        check(&role(&json!({"noticeDays": 7})), &asked, "0.5");
        check(&role(&json!({"noticeDays": 0})), &asked, "0");
        check(&role(&json!({"noticeDays": 0})), &candidate(&json!({"minNoticeDays": 0})), "1");
    }

    #[test]
    fn an_option_is_as_good_as_the_worst_of_what_it_says() {
        let asked = candidate(
            &json!({"hoursPerWeek": {"maxValue": 32}, "shifts": ["day"], "desirability": 0.8}),
        );
        check(
            &role(&json!({"hoursPerWeek": {"minValue": 34, "maxValue": 34}, "shifts": ["day"]})),
            &asked,
            "0.64",
        );
        check(&role(&json!({"hoursPerWeek": {"minValue": 37, "maxValue": 37}})), &asked, "0..0.4");
    }

    #[test]
    fn the_gate_asks_whether_all_of_an_option_holds() {
        let asked = |negotiable: bool| json!({"aspirations": {"schedule": {"dealBreaker": true, "negotiable": negotiable, "options": [{"hoursPerWeek": {"maxValue": 32}, "shifts": ["day"]}]}}});
        let works = |hours: u8| json!({"hoursPerWeek": {"minValue": hours, "maxValue": hours}, "shifts": ["day"]});
        check(&role(&works(32)), &asked(false), "1 met");
        check(&role(&works(37)), &asked(false), "0.5 unmet");
        check(&role(&works(37)), &asked(true), "0.5 open");
        check(&role(&json!({"shifts": ["day"]})), &asked(false), "0..1 open");
        check(&json!({}), &asked(false), "not answered open");
        let mut negotiable = role(&works(37));
        negotiable["negotiable"] = json!(["/arrangements/0/schedule/hoursPerWeek"]);
        check(&negotiable, &asked(false), "0.5 open");
        negotiable["negotiable"] = json!(["/arrangements/0/schedule/shifts"]);
        check(&negotiable, &asked(false), "0.5 unmet");
        negotiable["negotiable"] = json!(["/arrangements"]);
        check(&negotiable, &asked(false), "0.5 open");
    }

    #[test]
    fn facts_point_into_the_arrangement() {
        let schedule = json!({"hoursPerWeek": {"minValue": 32, "maxValue": 32}, "noticeDays": 5});
        let role = json!({"arrangements": [{}, {"schedule": schedule}]});
        let hours = |most: u8| json!({"maxValue": most});
        let options =
            json!([{"hoursPerWeek": hours(20)}, {"hoursPerWeek": hours(32), "minNoticeDays": 3}]);
        let outcome = Trial::of(register)
            .judge(&role, &json!({"aspirations": {"schedule": {"options": options}}}));
        assert_eq!(outcome.codes(), ["unmet", "met", "hours", "hours", "notice"]);
        let here = (
            "/aspirations/schedule/options/0/hoursPerWeek",
            "/arrangements/1/schedule/hoursPerWeek",
        );
        assert_eq!(outcome.pointers("hours"), here);
        let here = (
            "/aspirations/schedule/options/1/minNoticeDays",
            "/arrangements/1/schedule/noticeDays",
        );
        assert_eq!(outcome.pointers("notice"), here);
    }

    #[track_caller]
    fn check_levers(
        schedule: Value,
        option: Value,
        target: f32,
        codes: [&str; 2],
        after: [&str; 2],
    ) {
        let arrangement = stating("schedule", schedule);
        let role = stating("arrangements", Value::from(vec![arrangement]));
        let need = stating("options", Value::from(vec![option]));
        let candidate = stating("aspirations", stating("schedule", need));
        let expected = [(Side::Role, codes[0], after[0]), (Side::Candidate, codes[1], after[1])];
        Trial::of(register).check_levers((&role, &candidate), target, &expected);
    }

    #[test]
    fn each_part_of_a_schedule_changes_as_far_as_it_takes() {
        let hours =
            |least: u8, most: u8| json!({"hoursPerWeek": {"minValue": least, "maxValue": most}});
        let codes = ["offer-hours", "accept-hours"];
        check_levers(hours(45, 45), hours(32, 38), 1.0, codes, ["1"; 2]);
        check_levers(hours(45, 45), hours(32, 38), 0.5, codes, ["0.5"; 2]);
        check_levers(hours(20, 45), hours(32, 38), 1.0, codes, ["1"; 2]);
        let shifts = |shifts: &[&str]| json!({"shifts": shifts});
        let codes = ["offer-shifts", "accept-shifts"];
        check_levers(shifts(&["night"]), shifts(&["day"]), 1.0, codes, ["1"; 2]);
        check_levers(
            shifts(&["day", "night", "late"]),
            shifts(&["day"]),
            0.5,
            codes,
            ["0.5", "0.6667"],
        );
        let avoided = json!({"avoidShifts": ["night", "late"]});
        check_levers(shifts(&["day", "night", "late"]), avoided, 1.0, codes, ["1"; 2]);
        let window =
            |end: &str| json!({"windows": [{"days": ["mon"], "start": "08:00", "end": end}]});
        let codes = ["offer-windows", "accept-windows"];
        check_levers(window("18:00"), window("13:00"), 1.0, codes, ["1"; 2]);
        let codes = ["offer-notice", "accept-notice"];
        check_levers(json!({"noticeDays": 3}), json!({"minNoticeDays": 14}), 1.0, codes, ["1"; 2]);
        check_levers(
            json!({"noticeDays": 3}),
            json!({"minNoticeDays": 14}),
            0.5,
            codes,
            ["0.5"; 2],
        );
    }

    #[test]
    fn parts_that_fall_short_together_change_together() {
        let worked = json!({"noticeDays": 3, "shifts": ["night"]});
        let asked = json!({"minNoticeDays": 14, "shifts": ["day"]});
        check_levers(worked, asked, 1.0, ["offer-several", "accept-several"], ["1"; 2]);
    }

    #[test]
    fn a_schedule_is_offered_where_none_is_stated_and_none_is_given_up() {
        let candidate = json!({"aspirations": {"schedule": {"options": [{"minNoticeDays": 14}]}}});
        for role in [json!({}), json!({"arrangements": []}), json!({"arrangements": [{}]})] {
            let offered = [(Side::Role, "offer-notice", "1")];
            Trial::of(register).check_levers((&role, &candidate), 1.0, &offered);
        }
        // Who only works the shifts that are to be avoided has no others to offer.
        let role = json!({"arrangements": [{"schedule": {"shifts": ["night"]}}]});
        let candidate =
            json!({"aspirations": {"schedule": {"options": [{"avoidShifts": ["night"]}]}}});
        let accepted = [(Side::Candidate, "accept-shifts", "1")];
        Trial::of(register).check_levers((&role, &candidate), 1.0, &accepted);
    }
}
