//! Whether the candidate is allowed to work where the job is, or can be sponsored to be.

use crate::{
    raising::by_criterion,
    requirement_list::{answered, is_indifferent, pointer},
};
use mutualfit_domain::{
    AuthorizationStatus, CountryCode, PairFacts, Pointer, Profile, RequiredWorkAuthorization,
    RoleView, Side, Sponsorship, WorkplaceType,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts, Gate, Info,
    Lever, Levers, Purpose, ReadsOf, Registry, RoleAsks, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate is allowed to work in the country of the job, or needs sponsorship that the role offers. It is a
gate and nothing else: it weighs nothing, and needing sponsorship never lowers a score.

## Degrees

Always 1, with weight 0. There is no 0 and no ½: what counts is the gate. Being authorised meets it. Needing sponsorship
meets it where the role offers sponsorship, leaves it open where sponsorship is considered or nothing is said of it, and
fails it where it is not offered.

Which of the countries counts: the one where the arrangement's `jobLocation` is, if the list names it; for remote work
any one of the list will do; otherwise the place is not known, and the gate is met or failed only where it would be so
in every country of the list.

## What is unknown

A country that the candidate does not list is unknown, and the gate open. An empty list, or one that `complete` names,
says that there is no permission elsewhere, which counts as needing sponsorship.

## Limits

It reads no citizenship, no kind of permission and no expiry; there is no field for them. It does not know which
permissions hold in several countries: list each country. What the law requires is for the employer to check with
everybody alike, after an offer.";

const WORDS: &[(&str, &str)] = &[
    ("authorized", "May work in {country}."),
    ("sponsorship-offered", "Needs sponsorship for {country}, which is offered."),
    ("sponsorship-considered", "Needs sponsorship for {country}, which is considered."),
    ("sponsorship-not-offered", "Needs sponsorship for {country}, which is not offered."),
    ("sponsorship-unsaid", "Needs sponsorship for {country}; whether it is offered is not said."),
    ("unlisted", "Whether they may work in {country} is not said."),
    ("elsewhere", "{country} is not where this arrangement is."),
    ("offer-sponsorship", "Offer sponsorship for {country}."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add_sharing::<WorkAuthorization>(Info {
        id: "work-authorization",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate may work where the job is, or can be sponsored to.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/workAuthorization",
        reads: ReadsOf {
            role: &[
                "/requirements/workAuthorization/*/country",
                "/requirements/workAuthorization/*/sponsorship",
                "/arrangements/*/jobLocation/country",
                "/arrangements/*/workplaceType",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/workAuthorization/*/country",
                "/workAuthorization/*/status",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// Whether the candidate is allowed to work where the job is. It has no settings.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WorkAuthorization {}

/// What a role says of the countries that it could be done in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    countries: Vec<WantedCountry>,
    place: PlaceOfWork,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct WantedCountry {
    index: usize,
    country: [u8; 2],
    sponsorship: Option<Sponsorship>,
    is_negotiable: bool,
}

/// How several countries of one list go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum PlaceOfWork {
    /// One of them it is, but which is not said.
    #[default]
    OneOfThem,
    /// Whichever suits.
    AnyOfThem,
}

/// Where a candidate is allowed to work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Allowed {
    /// In order and each but once, so that candidates who say the same are alike.
    countries: Vec<([u8; 2], AuthorizationStatus)>,
    is_complete: bool,
}

impl Criterion for WorkAuthorization {
    type By = RoleAsks;
    type Want = Wanted;
    type Have = Allowed;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<Wanted> {
        if is_indifferent(*role, SECTION) {
            return Ask::Irrelevant;
        }
        match listed(*role) {
            None => Ask::Unstated,
            Some([]) => Ask::Irrelevant,
            Some(list) => {
                let wanted = Wanted::of(*role, list);
                let negotiable = wanted.countries.iter().all(|country| country.is_negotiable);
                let essential = if negotiable { Essential::Negotiable } else { Essential::Yes };
                Ask::Stated(wanted, Stake::GATE_ONLY.essential(essential))
            }
        }
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<Allowed> {
        answered(*candidate, SECTION, candidate.work_authorization()).map(|(list, is_complete)| {
            let mut countries: Vec<_> =
                list.iter().map(|allowed| (code(&allowed.country), allowed.status)).collect();
            countries.sort_unstable();
            countries.dedup();
            Allowed { countries, is_complete }
        })
    }

    fn fit(&self, _: &Wanted, _: &Allowed) -> Degree {
        Degree::FULL
    }

    fn gate(&self, wanted: &Wanted, allowed: &Allowed) -> Gate {
        let gates = || wanted.countries.iter().map(|country| country.gate(allowed));
        let (best, worst) = (gates().min().unwrap_or_default(), gates().max().unwrap_or_default());
        if wanted.place == PlaceOfWork::AnyOfThem || best == worst { best } else { Gate::Open }
    }

    fn gated_by(&self, wanted: &Wanted, allowed: Option<&Allowed>) -> Option<usize> {
        let is_met = |country: &&WantedCountry| {
            allowed.is_some_and(|allowed| country.gate(allowed) == Gate::Met)
        };
        wanted.countries.iter().find(|country| !is_met(country)).map(|country| country.index)
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Ask::Stated(wanted, _), Some(list)) = (self.ask(role, context), listed(*role)) else {
            return;
        };
        let allowed = match self.answer(candidate, context) {
            Answer::Stated(allowed) | Answer::Negotiable(allowed) => Some(allowed),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        for (index, required) in list.iter().enumerate() {
            let asked = pointer(SECTION).index(index);
            let Some(country) = wanted.countries.iter().find(|country| country.index == index)
            else {
                facts.push(
                    Fact::new("elsewhere").asked(asked).value("country", required.country.as_str()),
                );
                continue;
            };
            let status = allowed.as_ref().and_then(|allowed| allowed.status(country.country));
            let code = match (status, country.sponsorship) {
                (None, _) => "unlisted",
                (Some(AuthorizationStatus::Authorized), _) => "authorized",
                (_, Some(Sponsorship::Offered)) => "sponsorship-offered",
                (_, Some(Sponsorship::Considered)) => "sponsorship-considered",
                (_, Some(Sponsorship::NotOffered)) => "sponsorship-not-offered",
                (_, None) => "sponsorship-unsaid",
            };
            let answers = candidate.work_authorization().unwrap_or_default();
            let place = answers.iter().position(|answer| {
                answer.country == required.country && Some(answer.status) == status
            });
            let answer = place.and_then(|place| answers.get(place));
            let fact = Fact::new(code)
                .asked(asked)
                .answered(place.map(|place| Pointer::root().field(SECTION).index(place)))
                .audience(answer.and_then(|answer| answer.audience))
                .value("country", required.country.as_str());
            let alone = wanted.countries.len() == 1;
            let gate = allowed.as_ref().map_or(Gate::Open, |allowed| country.gate(allowed));
            facts.push(if alone { fact.gate(gate) } else { fact });
        }
    }

    /// The role can offer sponsorship. Whether somebody is allowed to work in a country is not theirs to change.
    fn levers(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        let (Some(raising), Ask::Stated(wanted, _), Some(list)) = (
            by_criterion(self, *role, *candidate, context),
            self.ask(role, context),
            listed(*role),
        ) else {
            return;
        };
        for country in &wanted.countries {
            let Some(required) = list.get(country.index) else { continue };
            let asked = pointer(SECTION).index(country.index);
            let sponsorship = asked.clone().field("sponsorship");
            let lever = Lever::on(Side::Role, "offer-sponsorship")
                .asked(asked)
                .value("country", required.country.as_str())
                .add(sponsorship, Sponsorship::Offered.as_str());
            raising.propose(vec![lever], levers);
        }
    }
}

const SECTION: &str = "workAuthorization";

fn listed(role: RoleView<'_>) -> Option<&[RequiredWorkAuthorization]> {
    role.role().requirements.as_ref()?.work_authorization.as_deref()
}

impl Wanted {
    /// The countries of the list that matter to the arrangement.
    fn of(role: RoleView<'_>, list: &[RequiredWorkAuthorization]) -> Self {
        let arrangement = role.arrangement();
        let here = arrangement
            .and_then(|arrangement| arrangement.job_location.as_ref())
            .map(|place| &place.country);
        let here = here.filter(|here| list.iter().any(|required| required.country == **here));
        let is_remote = arrangement.and_then(|arrangement| arrangement.workplace_type)
            == Some(WorkplaceType::Remote);
        let matters = |required: &RequiredWorkAuthorization| {
            here.is_none_or(|here| required.country == *here)
        };
        let countries = list
            .iter()
            .enumerate()
            .filter(|(_, required)| matters(required))
            .map(|(index, required)| WantedCountry {
                index,
                country: code(&required.country),
                sponsorship: required.sponsorship,
                is_negotiable: role.is_negotiable(pointer(SECTION).index(index).as_str()),
            })
            .collect();
        let place = if is_remote || here.is_some() {
            PlaceOfWork::AnyOfThem
        } else {
            PlaceOfWork::OneOfThem
        };
        Self { countries, place }
    }
}

impl WantedCountry {
    fn gate(&self, allowed: &Allowed) -> Gate {
        let gate = match (allowed.status(self.country), self.sponsorship) {
            (Some(AuthorizationStatus::Authorized), _)
            | (Some(AuthorizationStatus::NeedsSponsorship), Some(Sponsorship::Offered)) => {
                Gate::Met
            }
            (Some(AuthorizationStatus::NeedsSponsorship), Some(Sponsorship::NotOffered)) => {
                Gate::Unmet
            }
            (Some(AuthorizationStatus::NeedsSponsorship), Some(Sponsorship::Considered) | None)
            | (None, _) => Gate::Open,
        };
        if self.is_negotiable { gate.negotiable() } else { gate }
    }
}

impl Allowed {
    /// What is said of a country, or follows from the list leaving nothing out.
    fn status(&self, country: [u8; 2]) -> Option<AuthorizationStatus> {
        let said = self
            .countries
            .iter()
            .filter(|(listed, _)| *listed == country)
            .map(|(_, status)| *status);
        said.min().or(self.is_complete.then_some(AuthorizationStatus::NeedsSponsorship))
    }
}

/// The two letters of a country.
fn code(country: &CountryCode) -> [u8; 2] {
    match country.as_str().as_bytes() {
        [first, second, ..] => [*first, *second],
        _ => [0; 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, stating};
    use serde_json::{Value, json};

    #[track_caller]
    fn check(list: Value, answer: Value, expected: &str, codes: &[&str]) {
        check_arranged(json!({}), list, answer, expected, codes);
    }

    #[track_caller]
    fn check_arranged(mut role: Value, list: Value, answer: Value, expected: &str, codes: &[&str]) {
        role["requirements"] = stating(SECTION, list);
        let outcome = Trial::of(register).judge_closely(&role, &stating(SECTION, answer));
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, codes.to_vec()),
            "{outcome:#?}"
        );
    }

    fn needs(country: &str) -> Value {
        json!([{"country": country, "status": "needsSponsorship"}])
    }

    #[test]
    fn who_is_authorized_is_met() {
        let authorized = json!([{"country": "GB", "status": "authorized"}]);
        check(json!([{"country": "GB"}]), authorized, "1 met", &["authorized"]);
    }

    #[test]
    fn needing_sponsorship_is_a_gate_against_what_is_offered() {
        let asked = |sponsorship: &str| json!([{"country": "GB", "sponsorship": sponsorship}]);
        check(asked("offered"), needs("GB"), "1 met", &["sponsorship-offered"]);
        check(asked("considered"), needs("GB"), "1 open", &["sponsorship-considered"]);
        check(asked("notOffered"), needs("GB"), "1 unmet", &["sponsorship-not-offered"]);
        check(json!([{"country": "GB"}]), needs("GB"), "1 open", &["sponsorship-unsaid"]);
    }

    #[test]
    fn what_is_not_said_is_open() {
        let asked = || json!([{"country": "GB", "sponsorship": "notOffered"}]);
        check(asked(), needs("IE"), "1 open", &["unlisted"]);
        check(asked(), Value::Null, "not answered open", &["unlisted"]);
        check(asked(), json!([]), "1 unmet", &["sponsorship-not-offered"]);
        check(json!([]), needs("GB"), "irrelevant", &[]);
    }

    #[test]
    fn the_place_of_the_arrangement_says_which_country_counts() {
        let list = || json!([{"country": "GB", "sponsorship": "notOffered"}, {"country": "IE"}]);
        let irish = || json!([{"country": "IE", "status": "authorized"}, {"country": "GB", "status": "needsSponsorship"}]);
        let at = |place: Value| json!({"arrangements": [place]});
        let dublin = at(json!({"jobLocation": {"country": "IE"}}));
        check_arranged(dublin, list(), irish(), "1 met", &["elsewhere", "authorized"]);
        let leeds = at(json!({"jobLocation": {"country": "GB"}}));
        check_arranged(
            leeds,
            list(),
            irish(),
            "1 unmet",
            &["sponsorship-not-offered", "elsewhere"],
        );
        let remote = at(json!({"workplaceType": "remote"}));
        let both = ["sponsorship-not-offered", "authorized"];
        check_arranged(remote, list(), irish(), "1 met", &both);
        check(list(), irish(), "1 open", &both);
    }

    #[test]
    fn what_can_be_talked_about_stays_open() {
        let role = json!({"negotiable": ["/requirements/workAuthorization"]});
        let list = json!([{"country": "GB", "sponsorship": "notOffered"}]);
        check_arranged(role, list, needs("GB"), "1 open", &["sponsorship-not-offered"]);
    }

    #[test]
    fn indifference_asks_nothing() {
        let role = json!({"indifferent": ["workAuthorization"]});
        check_arranged(role, json!([{"country": "GB"}]), needs("GB"), "irrelevant", &[]);
    }

    #[test]
    fn a_role_can_offer_sponsorship() {
        let check = |asked: Value, answer: Value, expected: &[&str]| {
            let role = json!({"requirements": {"workAuthorization": asked}});
            Trial::of(register).check_changes(&role, &stating(SECTION, answer), expected);
        };
        let asked = |sponsorship: &str| json!([{"country": "GB", "sponsorship": sponsorship}]);
        let offered = ["role offer-sponsorship 1 met"];
        check(asked("notOffered"), needs("GB"), &offered);
        check(asked("considered"), needs("GB"), &offered);
        check(json!([{"country": "GB"}]), needs("GB"), &offered);
        check(asked("notOffered"), json!([]), &offered);
        check(asked("offered"), needs("GB"), &[]);
        check(asked("notOffered"), needs("IE"), &[]);
        check(asked("notOffered"), Value::Null, &[]);
    }
}
