//! `workplace`: is the work done where the candidate needs to work?

mod site;

use self::site::{Commute, Have};
use crate::{
    conditions::{self, Condition},
    options::{self, NOT_APPLICABLE, Need, Options, Part, UNSTATED, Verdict},
    places::KnownPlace,
};
use mutualfit_domain::{Candidate, PairFacts, Pointer, RoleView, Side, WorkplaceOption};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info,
    Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the work is done where the candidate can and wants to work: on site, hybrid or remote, in which places, within
which commute, on how many days, with how much travel; and, for remote work, whether the employer can employ where the
candidate lives. The best option that applies counts, and an option is as good as the worst of what it says, because
all of it must hold.

## Degrees

- **1**: all that the option says holds.
- **½**: what holds least is off by half: a commute of one and a half times the limit, one day on site more than asked,
  an eighth of the time more on journeys.
- **0**: another kind of workplace or another place, a commute of twice the limit, two days more, a quarter of the time
  more; or remote work from where the employer cannot employ.

A commute earns `2 − minutes / limit`, days on site `1 − days over / 2`, travel `1 − share over / 0.25`, each within 0 and
1: needs–supplies with an excess that costs (METHODS.md §1.3). Where each is worth nothing is this project's choice. An
option's desirability multiplies its fit.

## What is unknown

What the arrangement does not state is anything from 0 to 1. The commute is known from pair facts alone. Remote work has
no commute, no place to be at and no days on site: work that has some is hybrid. A place that names no town or region is
unknown where one is asked for. Where the employer can employ is asked only of remote work and only of candidates who
say where they live: it is certain for the country of the employer's own place and for what `applicantLocations` lists,
and unknown for what that leaves out unless it is complete.

## Limits

Places are compared by country, region and the name of the town, not by distance. Travel counts on this side alone.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Workplace>(Info {
        id: "workplace",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the work is done where the candidate needs to work.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 1.0,
        asks: "/aspirations/workplace",
        reads: ReadsOf {
            role: &[
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation",
                "/arrangements/*/onSiteDaysPerWeek",
                "/arrangements/*/travelShare",
                "/arrangements/*/employmentType",
                "/arrangements/*/schedule/shifts",
                "/arrangements/*/schedule/hoursPerWeek",
                "/applicantLocations/*",
                "/negotiable",
                "/indifferent",
                "/complete",
            ],
            candidate: &[
                "/aspirations/workplace",
                "/home",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &["/commuteMinutes"],
            extensions: &[],
        },
        words: &[
            ("met", "The workplace is what was asked for."),
            ("partly", "The workplace is partly what was asked for."),
            ("unmet", "The workplace is not what was asked for."),
            (
                "open",
                "What is said of the workplace does not settle whether it is what was asked for.",
            ),
            NOT_APPLICABLE,
            UNSTATED,
            ("type", "The kind of workplace beside those asked for."),
            ("place", "Where the workplace is beside where it was asked to be."),
            ("commute", "The way to work beside {asked} minutes at most."),
            ("on-site-days", "Days on site beside {asked} a week at most."),
            ("travel", "The part of the time on journeys beside {asked} at most."),
            ("employable", "Whether the employer can employ where the candidate lives."),
        ],
    })
}

/// The settings of `workplace`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Workplace {}

/// Where a candidate needs to work.
#[derive(Clone, Debug, Default)]
pub(crate) struct Want {
    options: Options<Wanted>,
    home: Option<KnownPlace>,
}

/// One option of it.
#[derive(Clone, Debug, Default)]
struct Wanted {
    /// One bit a kind.
    types: Option<u8>,
    places: Option<Box<[KnownPlace]>>,
    commute: Option<f32>,
    days: Option<f32>,
    travel: Option<f32>,
    desirability: f32,
    when: Condition,
}

/// What an option says, by the code of its fact, its member in the option, and that of the arrangement.
const PARTS: [(&str, &str, &str); 6] = [
    ("type", "workplaceType", "workplaceType"),
    ("place", "places", "jobLocation"),
    ("commute", "maxCommuteMinutes", "jobLocation"),
    ("on-site-days", "maxOnSiteDaysPerWeek", "onSiteDaysPerWeek"),
    ("travel", "maxTravelShare", "travelShare"),
    ("employable", "", ""),
];

impl Wanted {
    fn of(option: &WorkplaceOption) -> Self {
        Self {
            types: option.workplace_type.as_deref().map(conditions::workplaces),
            places: option
                .places
                .as_deref()
                .map(|places| places.iter().map(KnownPlace::of).collect()),
            commute: option.max_commute_minutes.map(|minutes| minutes.to_f64() as f32),
            days: option.max_on_site_days_per_week.map(|days| days.get() as f32),
            travel: option.max_travel_share.map(|share| share.get() as f32),
            desirability: options::desirability(option.desirability),
            when: Condition::of(option.when.as_ref()),
        }
    }

    /// How far each thing that the option says holds, in the order of [`PARTS`]; `None` where it does not say it.
    fn parts(&self, want: &Want, have: &Have, commute: Option<Commute>) -> [Option<Degree>; 6] {
        [
            self.types.map(|asked| have.is_of(asked)),
            self.places.as_deref().map(|asked| have.is_in(asked)),
            self.commute.map(|limit| have.is_near(commute, limit)),
            self.days.map(|asked| have.days_within(asked)),
            self.travel.map(|asked| have.travels_within(asked)),
            want.home.as_ref().map(|home| have.employs(home)),
        ]
    }

    fn verdict(&self, want: &Want, have: &Have, commute: Option<Commute>) -> Verdict {
        let parts = self.parts(want, have, commute).into_iter().zip(have.negotiable);
        let part = |(degree, is_negotiable): (Option<Degree>, bool)| {
            degree.map(|degree| Part { degree, is_negotiable })
        };
        let (fit, bar) = options::all(parts.filter_map(part));
        let applies =
            self.when.applies(&have.situation, want.home.as_ref().map(|home| home.country));
        Verdict { applies, desirability: self.desirability, fit, bar }
    }
}

impl Criterion for Workplace {
    type By = CandidateAsks;
    type Want = Want;
    type Have = Have;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Want> {
        match Need::ask(candidate, "workplace", need(candidate).as_ref(), Wanted::of) {
            Ask::Stated(options, stake) => Ask::Stated(
                Want { options, home: candidate.home.as_ref().map(KnownPlace::of) },
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
        Have::of(*role).map_or(Answer::Unstated, Answer::Stated)
    }

    fn fit(&self, want: &Want, have: &Have) -> Degree {
        options::degree(want.options.iter().map(|option| option.verdict(want, have, None)))
    }

    fn gate(&self, want: &Want, have: &Have) -> Gate {
        options::gate(want.options.iter().map(|option| option.verdict(want, have, None)))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        want: Option<&Want>,
        have: Option<&Have>,
        _: &Context,
    ) -> Option<(Degree, Gate)> {
        let (want, commute) = (want?, Commute::of(known)?);
        let unstated = Have::default();
        let have = have.unwrap_or(&unstated);
        let verdicts =
            || want.options.iter().map(|option| option.verdict(want, have, Some(commute)));
        Some((options::degree(verdicts()), options::gate(verdicts())))
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        known: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(need), Ask::Stated(want, _)) = (need(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let commute = Commute::of(known);
        let have = match self.answer(role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => have,
            Answer::Unstated if commute.is_some() => Have::default(),
            Answer::Unstated => return need.unstated(facts),
            Answer::Irrelevant => return,
        };
        let verdicts: Vec<Verdict> =
            want.options.iter().map(|option| option.verdict(&want, &have, commute)).collect();
        need.facts(&verdicts, facts, |_, verdict| {
            Fact::new(verdict.code()).answered(options::in_arrangement(*role, &[]))
        });
        for (place, option) in want.options.iter().enumerate() {
            for (degree, (code, asked, member)) in
                option.parts(&want, &have, commute).into_iter().zip(PARTS)
            {
                let Some(degree) = degree else { continue };
                let here = options::pointer("workplace", place);
                let home = Pointer::root().field("home");
                let fact = Fact::new(code)
                    .asked(if code == "employable" { home } else { here.field(asked) })
                    .answered(have.answers(*role, code, member))
                    .degree(degree)
                    .audience(need.audience);
                let limit = match code {
                    "commute" => option.commute,
                    "on-site-days" => option.days,
                    "travel" => option.travel,
                    _ => None,
                };
                let fact =
                    limit.map_or(fact.clone(), |limit| fact.value("asked", f64::from(limit)));
                let minutes = commute.filter(|_| code == "commute");
                facts.push(minutes.map_or(fact.clone(), |minutes| {
                    fact.value("minutes", f64::from(minutes.most))
                }));
            }
        }
    }
}

/// The need as the candidate states it.
fn need(candidate: &Candidate) -> Option<Need<'_, WorkplaceOption>> {
    let need = candidate.aspirations.as_ref()?.workplace.as_ref()?;
    Some(Need::of("workplace", need, need.negotiable, need.options.as_ref(), need.audience))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(arrangement: &Value) -> Value {
        json!({"arrangements": [arrangement]})
    }

    fn candidate(option: &Value) -> Value {
        json!({"aspirations": {"workplace": {"options": [option]}}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        check_knowing(&[], role, candidate, expected);
    }

    #[track_caller]
    fn check_knowing(minutes: &[u32], role: &Value, candidate: &Value, expected: &str) {
        let trial = minutes.iter().fold(Trial::of(register), |trial, minutes| {
            trial.knowing(json!({"commuteMinutes": minutes}))
        });
        let outcome = trial.judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn the_kind_of_workplace_is_among_those_asked_for_or_not() {
        let asked = candidate(&json!({"workplaceType": ["remote", "hybrid"]}));
        check(&role(&json!({"workplaceType": "hybrid"})), &asked, "1");
        check(&role(&json!({"workplaceType": "onSite"})), &asked, "0");
        check(&role(&json!({"travelShare": 0.1})), &asked, "0..1");
        check(&role(&json!({})), &asked, "not answered");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["arrangements"]}), &asked, "irrelevant");
        check(&role(&json!({"workplaceType": "onSite"})), &json!({}), "not asked");
        check(
            &role(&json!({"workplaceType": "onSite"})),
            &json!({"indifferent": ["workplace"]}),
            "irrelevant",
        );
    }

    #[test]
    fn places_hold_by_country_region_and_town() {
        let asked = candidate(
            &json!({"places": [{"country": "DE", "locality": "Berlin"}, {"country": "AT"}]}),
        );
        let at =
            |kind: &str, place: Value| role(&json!({"workplaceType": kind, "jobLocation": place}));
        check(&at("onSite", json!({"country": "AT", "locality": "Wien"})), &asked, "1");
        check(&at("onSite", json!({"country": "DE", "locality": "berlin"})), &asked, "1");
        check(&at("onSite", json!({"country": "DE", "locality": "Bonn"})), &asked, "0");
        check(&at("onSite", json!({"country": "DE"})), &asked, "0..1");
        check(&at("remote", json!({"country": "FR"})), &asked, "1");
        check(&role(&json!({"workplaceType": "hybrid"})), &asked, "0..1");
        check(&role(&json!({"jobLocation": {"country": "FR"}})), &asked, "0..1");
    }

    #[test]
    fn a_commute_is_known_from_the_pair_alone() {
        let asked = candidate(&json!({"maxCommuteMinutes": 30}));
        let on_site = role(&json!({"workplaceType": "onSite"}));
        check(&on_site, &asked, "0..1");
        check(&role(&json!({"workplaceType": "remote"})), &asked, "1");
        check_knowing(&[30], &on_site, &asked, "1");
        check_knowing(&[45], &on_site, &asked, "0.5");
        check_knowing(&[60], &on_site, &asked, "0");
        check_knowing(&[30, 45], &on_site, &asked, "0.5..1");
        check_knowing(&[45], &role(&json!({"jobLocation": {"country": "DE"}})), &asked, "0.5..1");
        check_knowing(&[45], &json!({}), &asked, "0.5..1");
        check_knowing(&[45], &json!({}), &json!({}), "not asked");
        check_knowing(&[1], &on_site, &candidate(&json!({"maxCommuteMinutes": 0})), "0");
    }

    #[test]
    fn days_and_travel_cost_beyond_the_limit() {
        let asked = candidate(&json!({"maxOnSiteDaysPerWeek": 2}));
        let days = |least: u8, most: u8| {
            role(
                &json!({"workplaceType": "hybrid", "onSiteDaysPerWeek": {"minValue": least, "maxValue": most}}),
            )
        };
        check(&days(1, 2), &asked, "1");
        check(&days(3, 3), &asked, "0.5");
        check(&days(4, 5), &asked, "0");
        check(&days(2, 3), &asked, "0.5..1");
        check(&role(&json!({"workplaceType": "onSite"})), &asked, "0..1");
        check(&role(&json!({"workplaceType": "remote"})), &asked, "1");
        let asked = candidate(&json!({"maxTravelShare": 0.25}));
        check(&role(&json!({"travelShare": 0.2})), &asked, "1");
        check(&role(&json!({"travelShare": 0.375})), &asked, "0.5");
        check(&role(&json!({"travelShare": 0.5})), &asked, "0");
    }

    #[test]
    fn remote_work_asks_where_the_employer_can_employ() {
        let mut asked = candidate(&json!({"workplaceType": ["remote", "onSite"]}));
        asked["home"] = json!({"country": "US", "subdivision": "US-OR"});
        let remote = |locations: Value| json!({"arrangements": [{"workplaceType": "remote"}], "applicantLocations": locations});
        check(&remote(json!([{"country": "US"}])), &asked, "1");
        check(&remote(json!([{"country": "DE"}])), &asked, "0..1");
        check(&remote(json!([])), &asked, "0");
        check(&role(&json!({"workplaceType": "remote"})), &asked, "0..1");
        check(
            &role(&json!({"workplaceType": "remote", "jobLocation": {"country": "US"}})),
            &asked,
            "1",
        );
        check(
            &role(&json!({"workplaceType": "onSite", "jobLocation": {"country": "DE"}})),
            &asked,
            "1",
        );
        let mut complete = remote(json!([{"country": "US", "subdivision": "US-WA"}]));
        complete["complete"] = json!(["applicantLocations"]);
        check(&complete, &asked, "0");
    }

    #[test]
    fn the_best_option_counts_by_its_desirability() {
        let asked = json!({"aspirations": {"workplace": {"importance": 1, "dealBreaker": true, "options": [
            {"workplaceType": ["remote"]},
            {"workplaceType": ["onSite", "hybrid"], "maxCommuteMinutes": 20, "desirability": 0.75},
        ]}}});
        check(&role(&json!({"workplaceType": "remote"})), &asked, "1 met");
        check(&role(&json!({"workplaceType": "onSite"})), &asked, "0..0.75 open");
        check_knowing(&[20], &role(&json!({"workplaceType": "onSite"})), &asked, "0.75 met");
        check_knowing(&[30], &role(&json!({"workplaceType": "onSite"})), &asked, "0.375 unmet");
        check(&json!({}), &asked, "not answered open");
        let mut negotiable = role(&json!({"workplaceType": "onSite"}));
        negotiable["negotiable"] = json!(["/arrangements/0/workplaceType"]);
        check_knowing(&[30], &negotiable, &asked, "0.375 open");
        let outcome = Trial::of(register)
            .knowing(json!({"commuteMinutes": 30}))
            .judge(&role(&json!({"workplaceType": "onSite"})), &asked);
        assert_eq!(outcome.codes(), ["unmet", "partly", "type", "type", "commute"]);
        assert_eq!(
            outcome.pointers("partly"),
            ("/aspirations/workplace/options/1", "/arrangements/0")
        );
    }
}
