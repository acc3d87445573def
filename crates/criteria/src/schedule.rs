//! `schedule`: are the hours, the shifts and the notice what the candidate needs?

use crate::{
    conditions::{Condition, Situation},
    hours::{self, Hours, Shifts},
    options::{self, NOT_APPLICABLE, Need, Options, Part, UNSTATED, Verdict},
    places::Country,
};
use mutualfit_domain::{
    Candidate, PairFacts, Pointer, RoleView, ScheduleOption, Side, WeekMinutes,
};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info,
    Purpose, ReadsOf, Registry,
};
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

## Limits

Windows are compared as written, on the clock of the place of work. Overtime, the order of shifts and who decides about
swaps are shown and not scored.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Schedule>(Info {
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
        ],
    })
}

/// The settings of `schedule`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Schedule {}

/// When a candidate needs to work.
#[derive(Clone, Debug, Default)]
pub(crate) struct Want {
    options: Options<Wanted>,
    /// Where remote work is done.
    home: Option<Country>,
}

/// One option of it.
#[derive(Clone, Debug, Default)]
struct Wanted {
    hours: Option<Hours>,
    shifts: Option<Shifts>,
    avoid: Option<Shifts>,
    windows: Option<WeekMinutes>,
    notice_days: Option<f32>,
    desirability: f32,
    when: Condition,
}

/// When an arrangement is worked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Have {
    situation: Situation,
    windows: Option<WeekMinutes>,
    notice_days: Option<f32>,
    negotiable: [bool; 4],
}

/// What an option says, by the code of its fact and the member of the arrangement's schedule that answers it.
const PARTS: [(&str, &str, usize); 5] = [
    ("hours", "hoursPerWeek", 0),
    ("shifts", "shifts", 1),
    ("avoided-shifts", "shifts", 1),
    ("windows", "windows", 2),
    ("notice", "noticeDays", 3),
];

impl Wanted {
    fn of(option: &ScheduleOption) -> Self {
        Self {
            hours: option.hours_per_week.as_ref().map(Hours::of),
            shifts: option.shifts.as_deref().map(Shifts::of),
            avoid: option
                .avoid_shifts
                .as_deref()
                .filter(|shifts| !shifts.is_empty())
                .map(Shifts::of),
            windows: option.windows.as_deref().map(WeekMinutes::of),
            notice_days: option.min_notice_days.map(|days| days.to_f64() as f32),
            desirability: options::desirability(option.desirability),
            when: Condition::of(option.when.as_ref()),
        }
    }

    /// How far each thing that the option says holds, in the order of [`PARTS`]; `None` where it does not say it.
    fn parts(&self, have: &Have) -> [Option<Degree>; 5] {
        let shifts = have.situation.shifts.as_ref();
        let among = |of: fn(&Shifts, &Shifts) -> f32| {
            move |wanted: &Shifts| known(shifts.map(|role| of(role, wanted)))
        };
        let notice = |asked: f32| {
            known(have.notice_days.map(|given| if given >= asked { 1.0 } else { given / asked }))
        };
        let windows = |wanted: &WeekMinutes| {
            known(have.windows.as_ref().map(|role| hours::share_within(role, wanted)))
        };
        [
            self.hours.map(|asked| have.situation.hours.unwrap_or(Hours::ANY).within(asked)),
            self.shifts.as_ref().map(among(Shifts::share_among)),
            self.avoid.as_ref().map(among(|role, avoid| {
                if role.count() == 0 { 1.0 } else { 1.0 - role.share_among(avoid) }
            })),
            self.windows.as_ref().map(windows),
            self.notice_days.map(notice),
        ]
    }

    fn verdict(&self, want: &Want, have: &Have) -> Verdict {
        let parts = self.parts(have).into_iter().zip(PARTS);
        let part = |(degree, (_, _, member)): (Option<Degree>, (&str, &str, usize))| {
            let is_negotiable = have.negotiable.get(member).copied().unwrap_or_default();
            degree.map(|degree| Part { degree, is_negotiable })
        };
        let (fit, bar) = options::all(parts.filter_map(part));
        let applies = self.when.applies(&have.situation, want.home);
        Verdict { applies, desirability: self.desirability, fit, bar }
    }
}

impl Criterion for Schedule {
    type By = CandidateAsks;
    type Want = Want;
    type Have = Have;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Want> {
        match Need::ask(candidate, "schedule", need(candidate).as_ref(), Wanted::of) {
            Ask::Stated(options, stake) => Ask::Stated(
                Want {
                    options,
                    home: candidate.home.as_ref().map(|home| Country::of(&home.country)),
                },
                stake,
            ),
            Ask::Unstated => Ask::Unstated,
            Ask::Irrelevant => Ask::Irrelevant,
        }
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<Have> {
        if role.role().is_indifferent("arrangements") {
            return Answer::Irrelevant;
        }
        let schedule = role.arrangement().and_then(|arrangement| arrangement.schedule.as_ref());
        let Some(schedule) = schedule else { return Answer::Unstated };
        let member = |name| options::is_negotiable(*role, &["schedule", name]);
        let have = Have {
            situation: Situation::of(*role),
            windows: schedule.windows.as_deref().map(WeekMinutes::of),
            notice_days: schedule.notice_days.map(|days| days.to_f64() as f32),
            negotiable: ["hoursPerWeek", "shifts", "windows", "noticeDays"].map(member),
        };
        if options::is_negotiable(*role, &["schedule"]) {
            Answer::Negotiable(have)
        } else {
            Answer::Stated(have)
        }
    }

    fn fit(&self, want: &Want, have: &Have) -> Degree {
        options::degree(want.options.iter().map(|option| option.verdict(want, have)))
    }

    fn gate(&self, want: &Want, have: &Have) -> Gate {
        options::gate(want.options.iter().map(|option| option.verdict(want, have)))
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(need), Ask::Stated(want, _)) = (need(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let have = match self.answer(role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => have,
            Answer::Unstated => return need.unstated(facts),
            Answer::Irrelevant => return,
        };
        let verdicts: Vec<Verdict> =
            want.options.iter().map(|option| option.verdict(&want, &have)).collect();
        need.facts(&verdicts, facts, |_, verdict| {
            Fact::new(verdict.code()).answered(options::in_arrangement(*role, &["schedule"]))
        });
        for (place, option) in want.options.iter().enumerate() {
            for (degree, (code, member, _)) in option.parts(&have).into_iter().zip(PARTS) {
                let Some(degree) = degree else { continue };
                let fact = Fact::new(code)
                    .asked(asked(code, place))
                    .answered(
                        options::in_arrangement(*role, &["schedule", member])
                            .filter(|_| is_stated(&have, code)),
                    )
                    .degree(degree)
                    .audience(need.audience);
                facts.push(match option.notice_days {
                    Some(days) if code == "notice" => fact.value("asked", days),
                    _ => fact,
                });
            }
        }
    }
}

/// The need as the candidate states it.
fn need(candidate: &Candidate) -> Option<Need<'_, ScheduleOption>> {
    let need = candidate.aspirations.as_ref()?.schedule.as_ref()?;
    Some(Need::of("schedule", need, need.negotiable, need.options.as_ref(), need.audience))
}

/// Where a part of an option stands in the candidate.
fn asked(code: &str, place: usize) -> Pointer {
    options::pointer("schedule", place).field(match code {
        "hours" => "hoursPerWeek",
        "shifts" => "shifts",
        "avoided-shifts" => "avoidShifts",
        "windows" => "windows",
        _ => "minNoticeDays",
    })
}

fn is_stated(have: &Have, code: &str) -> bool {
    match code {
        "hours" => have.situation.hours.is_some(),
        "shifts" | "avoided-shifts" => have.situation.shifts.is_some(),
        "windows" => have.windows.is_some(),
        _ => have.notice_days.is_some(),
    }
}

fn known(degree: Option<f32>) -> Degree {
    degree.map_or(Degree::UNKNOWN, Degree::exact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
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
}
