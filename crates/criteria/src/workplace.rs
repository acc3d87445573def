//! `workplace`: is the work done where the candidate needs to work?

mod change;
mod site;

use self::site::{Commute, Site};
use crate::{
    conditions,
    need::{
        self, ACCEPT_SEVERAL, Accepting, Need, OFFER_SEVERAL, OfferOf, Offering, Part, with_asked,
    },
    options::{NOT_APPLICABLE, UNSTATED},
    places::KnownPlace,
};
use mutualfit_domain::{
    Aspirations, Candidate, Count, PairFacts, Quantity, RoleView, Share, Side, WorkplaceNeed,
    WorkplaceOption, WorkplaceType,
};
use mutualfit_scoring::{Context, Degree, DuplicateKind, Info, Purpose, ReadsOf, Registry};
use ordered_float::OrderedFloat;
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
unknown where one is asked for. Where the employer can employ is asked only of remote work, by options that it would do
for, and only of candidates who say where they live: it is certain for the country of the employer's own place and for what `applicantLocations` lists,
and unknown for what that leaves out unless it is complete.

## What would change it

The role's kind of workplace, days on site and journeys, as far as an option asks; or one more option of the candidate,
and more days or journeys. Never where the candidate lives, where the employer's place is, or where it can employ.

## Limits

Places are compared by country, region and the name of the town, not by distance. Travel counts on this side alone.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
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
            ("offer-type", "Let the work be {to}."),
            ("offer-days", "Ask for no more than {to} days a week on site."),
            ("offer-travel", "Keep journeys to {to} of the time."),
            OFFER_SEVERAL,
            ("accept-type", "Accept {to} work as well."),
            ("accept-place", "Accept work in {to} as well."),
            ("accept-days", "Accept up to {to} days a week on site."),
            ("accept-travel", "Accept journeys for up to {to} of the time."),
            ACCEPT_SEVERAL,
        ],
    };
    need::register::<Workplace>(registry, info)
}

/// The settings of `workplace`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Workplace {}

/// An option: where one would work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    /// One bit a kind.
    kinds: Option<u8>,
    places: Option<Box<[KnownPlace]>>,
    commute: Option<OrderedFloat<f32>>,
    days: Option<OrderedFloat<f32>>,
    travel: Option<OrderedFloat<f32>>,
    /// Where the candidate lives, where remote work would do.
    home: Option<KnownPlace>,
}

const KIND: &Part<Workplace> = &Part {
    code: "type",
    bit: 1 << 0,
    asked: "/aspirations/workplace/options/*/workplaceType",
    answered: "/arrangements/*/workplaceType",
    is_answered: |offer| offer.situation.workplace.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-type", change: change::offer_type }),
    accept: Some(Accepting { code: "accept-type", change: change::accept_type, is_another: true }),
};

const PLACE: &Part<Workplace> = &Part {
    code: "place",
    bit: 1 << 1,
    asked: "/aspirations/workplace/options/*/places",
    answered: "/arrangements/*/jobLocation",
    is_answered: |offer| offer.offered.place.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-type", change: change::offer_remote }),
    accept: Some(Accepting {
        code: "accept-place",
        change: change::accept_place,
        is_another: true,
    }),
};

const COMMUTE: &Part<Workplace> = &Part {
    code: "commute",
    bit: 1 << 2,
    asked: "/aspirations/workplace/options/*/maxCommuteMinutes",
    answered: "/arrangements/*/jobLocation",
    is_answered: |_| false,
    values: |fact, option, offer| {
        let minutes = offer.offered.commute.map(|commute| f64::from(commute.most.0));
        let fact = with_asked(fact, option.max_commute_minutes.map(Count::to_f64));
        minutes.map_or(fact.clone(), |minutes| fact.value("minutes", minutes))
    },
    offer: Some(Offering { code: "offer-type", change: change::offer_remote }),
    // How long the way is belongs to one pair, and no document says it.
    accept: None,
};

const DAYS: &Part<Workplace> = &Part {
    code: "on-site-days",
    bit: 1 << 3,
    asked: "/aspirations/workplace/options/*/maxOnSiteDaysPerWeek",
    answered: "/arrangements/*/onSiteDaysPerWeek",
    is_answered: |offer| offer.offered.days.is_some(),
    values: |fact, option, _| with_asked(fact, option.max_on_site_days_per_week.map(Quantity::get)),
    offer: Some(Offering { code: "offer-days", change: change::offer_days }),
    accept: Some(Accepting { code: "accept-days", change: change::accept_days, is_another: false }),
};

const TRAVEL: &Part<Workplace> = &Part {
    code: "travel",
    bit: 1 << 4,
    asked: "/aspirations/workplace/options/*/maxTravelShare",
    answered: "/arrangements/*/travelShare",
    is_answered: |offer| offer.offered.travel.is_some(),
    values: |fact, option, _| with_asked(fact, option.max_travel_share.map(Share::get)),
    offer: Some(Offering { code: "offer-travel", change: change::offer_travel }),
    accept: Some(Accepting {
        code: "accept-travel",
        change: change::accept_travel,
        is_another: false,
    }),
};

const EMPLOYABLE: &Part<Workplace> = &Part {
    code: "employable",
    bit: 1 << 5,
    asked: "/home",
    answered: "/applicantLocations",
    is_answered: |offer| offer.offered.employable.is_some(),
    values: |fact, _, _| fact,
    // Where somebody may be employed follows from law, and where somebody lives is theirs.
    offer: None,
    accept: None,
};

impl Need for Workplace {
    const SECTION: &'static str = "workplace";
    const ANSWER: &'static str = "/arrangements/*";
    const PARTS: &'static [&'static Part<Self>] = &[KIND, PLACE, COMMUTE, DAYS, TRAVEL, EMPLOYABLE];

    type Stated = WorkplaceNeed;
    type Wanted = Wanted;
    type Offered = Site;

    fn stated(aspirations: &Aspirations) -> Option<&WorkplaceNeed> {
        aspirations.workplace.as_ref()
    }

    fn wanted(option: &WorkplaceOption, candidate: &Candidate) -> Wanted {
        let limit = |limit: f64| OrderedFloat(limit as f32);
        let kinds = option.workplace_type.as_deref();
        let is_remote = kinds.is_none_or(|kinds| kinds.contains(&WorkplaceType::Remote));
        let places = option.places.as_deref();
        Wanted {
            kinds: kinds.map(conditions::workplaces),
            places: places.map(|places| places.iter().map(KnownPlace::of).collect()),
            commute: option.max_commute_minutes.map(|minutes| limit(minutes.to_f64())),
            days: option.max_on_site_days_per_week.map(|days| limit(days.get())),
            travel: option.max_travel_share.map(|share| limit(share.get())),
            home: candidate.home.as_ref().filter(|_| is_remote).map(KnownPlace::of),
        }
    }

    fn offered(role: RoleView<'_>, _: &Context) -> Option<Site> {
        Site::of(role)
    }

    fn offered_in_pair(site: Option<&Site>, known: &[PairFacts], _: &Context) -> Option<Site> {
        Some(site.cloned().unwrap_or_default().with(Commute::of(known)?))
    }

    #[inline]
    fn parts(
        wanted: &Wanted,
        offer: &OfferOf<Self>,
        mut found: impl FnMut(&'static Part<Self>, Degree),
    ) {
        let (site, kind) = (&offer.offered, offer.situation.workplace);
        if let Some(kinds) = wanted.kinds {
            found(KIND, site::is_of(kind, kinds));
        }
        if let Some(places) = &wanted.places {
            found(PLACE, site::unless_remote(kind, site.is_in(places)));
        }
        if let Some(limit) = wanted.commute {
            found(COMMUTE, site::unless_remote(kind, site.is_near(limit.0)));
        }
        if let Some(asked) = wanted.days {
            found(DAYS, site::unless_remote(kind, site.days_within(asked.0)));
        }
        if let Some(asked) = wanted.travel {
            found(TRAVEL, site.travels_within(asked.0));
        }
        if let Some(home) = &wanted.home {
            found(EMPLOYABLE, site::if_remote(kind, || site.employs(home)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, stating};
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

    #[track_caller]
    fn check_levers(
        arrangement: Value,
        options: Value,
        target: f32,
        expected: &[(Side, &str, &str)],
    ) {
        let role = stating("arrangements", Value::from(vec![arrangement]));
        let candidate = stating("aspirations", stating("workplace", stating("options", options)));
        Trial::of(register).check_levers((&role, &candidate), target, expected);
    }

    #[test]
    fn the_kind_of_workplace_changes_or_is_one_more_option() {
        let on_site = json!({"workplaceType": "onSite"});
        let remote = json!([{"workplaceType": ["remote"]}]);
        check_levers(
            on_site.clone(),
            remote.clone(),
            1.0,
            &[(Side::Role, "offer-type", "1"), (Side::Candidate, "accept-type", "1")],
        );
        // One more option is as desirable as need be.
        check_levers(
            on_site,
            remote.clone(),
            0.6,
            &[(Side::Role, "offer-type", "1"), (Side::Candidate, "accept-type", "0.6")],
        );
        check_levers(json!({}), remote, 1.0, &[(Side::Role, "offer-type", "1")]);
    }

    #[test]
    fn days_and_journeys_change_as_far_as_it_takes() {
        let worked = json!({"workplaceType": "hybrid", "travelShare": 0.4, "onSiteDaysPerWeek": {"minValue": 4, "maxValue": 4}});
        let days = json!([{"workplaceType": ["hybrid"], "maxOnSiteDaysPerWeek": 2}]);
        let both = |code: [&'static str; 2], after: &'static str| {
            [(Side::Role, code[0], after), (Side::Candidate, code[1], after)]
        };
        check_levers(worked.clone(), days.clone(), 1.0, &both(["offer-days", "accept-days"], "1"));
        check_levers(worked.clone(), days, 0.5, &both(["offer-days", "accept-days"], "0.5"));
        let travel = json!([{"maxTravelShare": 0.2}]);
        check_levers(worked.clone(), travel, 0.5, &both(["offer-travel", "accept-travel"], "0.52"));
        let several = json!([{"maxOnSiteDaysPerWeek": 2, "maxTravelShare": 0.2}]);
        check_levers(worked, several, 1.0, &both(["offer-several", "accept-several"], "1"));
    }

    #[test]
    fn another_place_is_accepted_and_never_moved() {
        let at = json!({"workplaceType": "onSite", "jobLocation": {"country": "GB", "locality": "Leeds"}});
        let asked = json!([{"workplaceType": ["onSite"], "places": [{"country": "GB", "locality": "York"}]}]);
        check_levers(at.clone(), asked, 1.0, &[(Side::Candidate, "accept-place", "1")]);
        // Where remote work would do, it has no place.
        let asked = json!([{"places": [{"country": "GB", "locality": "York"}]}]);
        let expected = [(Side::Role, "offer-type", "1"), (Side::Candidate, "accept-place", "1")];
        check_levers(at, asked, 1.0, &expected);
    }
}
