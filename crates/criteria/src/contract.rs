//! `contract`: is the employment of the kind and length that the candidate needs?

use crate::{
    conditions,
    levers::{down_to, up_to},
    need::{
        self, ACCEPT_SEVERAL, Accepting, Need, OFFER_SEVERAL, OfferOf, Offering, Part, with_asked,
    },
    options::{NOT_APPLICABLE, UNSTATED},
};
use mutualfit_domain::{
    Arrangement, Aspirations, Candidate, ContractNeed, ContractOption, RoleView, Side, Span,
};
use mutualfit_scoring::{Context, Degree, DuplicateKind, Info, Purpose, ReadsOf, Registry};
use ordered_float::OrderedFloat;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

const DOCS: &str = "\
## What it asks

Whether one can be employed in a way that the candidate would accept, and for long enough. The best option that applies
counts, and an option is as good as the worst of what it says, because all of it must hold.

## Degrees

- **1**: one of the kinds of employment asked for can be had, for at least as long as asked.
- **½**: for half as long as asked.
- **0**: none of the kinds asked for can be had, or for no time at all.

Length earns `min(1, duration / duration asked)`, by days: needs–supplies by shortfall, excess neutral (METHODS.md §1.2,
§1.3). A kind of employment is there or not. An option's desirability multiplies its fit.

## What is unknown

A kind of employment or a length that the arrangement does not state is anything from 0 to 1. Full time and part time do
not say how long: no length means that nothing was said of it, not that it is without end.

## What would change it

A kind of employment that the role offers as well, or for longer; or one more kind that the candidate accepts, or a
shorter time.

## Limits

Lengths count a year as 365.25 days and a month as a twelfth of that. Probation and notice are not scored.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "contract",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the employment is of the kind and length that the candidate needs.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/aspirations/contract",
        reads: ReadsOf {
            role: &[
                "/arrangements/*/employmentType",
                "/arrangements/*/duration",
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation/country",
                "/arrangements/*/schedule/shifts",
                "/arrangements/*/schedule/hoursPerWeek",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/aspirations/contract",
                "/home/country",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("met", "The contract is what was asked for."),
            ("partly", "The contract is partly what was asked for."),
            ("unmet", "The contract is not what was asked for."),
            (
                "open",
                "What is said of the contract does not settle whether it is what was asked for.",
            ),
            NOT_APPLICABLE,
            UNSTATED,
            ("employment-type", "Kinds of employment beside those asked for."),
            ("duration", "How long it lasts; at least {asked} is asked for."),
            ("offer-employment", "Offer employment as {to} as well."),
            ("offer-duration", "Let it last {to}."),
            OFFER_SEVERAL,
            ("accept-employment", "Accept employment as {to} as well."),
            ("accept-duration", "Accept {to} as long enough."),
            ACCEPT_SEVERAL,
        ],
    };
    need::register::<Contract>(registry, info)
}

/// The settings of `contract`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Contract {}

/// An option: how one would be employed, and for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    /// One bit a kind.
    kinds: Option<u8>,
    days: Option<OrderedFloat<f32>>,
}

/// For how long an arrangement employs somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Offered {
    days: Option<OrderedFloat<f32>>,
}

const KIND: &Part<Contract> = &Part {
    code: "employment-type",
    bit: 1,
    asked: "/aspirations/contract/options/*/employmentType",
    answered: "/arrangements/*/employmentType",
    is_answered: |offer| offer.situation.employment.is_some(),
    values: |fact, _, _| fact,
    offer: Some(Offering { code: "offer-employment", change: offer_employment }),
    accept: Some(Accepting {
        code: "accept-employment",
        change: accept_employment,
        is_another: true,
    }),
};

const DURATION: &Part<Contract> = &Part {
    code: "duration",
    bit: 2,
    asked: "/aspirations/contract/options/*/minDuration",
    answered: "/arrangements/*/duration",
    is_answered: |offer| offer.offered.days.is_some(),
    values: |fact, option, _| with_asked(fact, option.min_duration.as_ref().map(Span::as_str)),
    offer: Some(Offering { code: "offer-duration", change: offer_duration }),
    accept: Some(Accepting { code: "accept-duration", change: accept_duration, is_another: false }),
};

impl Need for Contract {
    const SECTION: &'static str = "contract";
    const ANSWER: &'static str = "/arrangements/*";
    const PARTS: &'static [&'static Part<Self>] = &[KIND, DURATION];

    type Stated = ContractNeed;
    type Wanted = Wanted;
    type Offered = Offered;

    fn stated(aspirations: &Aspirations) -> Option<&ContractNeed> {
        aspirations.contract.as_ref()
    }

    fn wanted(option: &ContractOption, _: &Candidate) -> Wanted {
        Wanted {
            kinds: option.employment_type.as_deref().map(conditions::employments),
            days: option.min_duration.as_ref().map(|span| OrderedFloat(span.days() as f32)),
        }
    }

    fn offered(role: RoleView<'_>, _: &Context) -> Option<Offered> {
        let arrangement = role.arrangement()?;
        let duration = arrangement.duration.as_ref();
        let is_silent = arrangement.employment_type.is_none() && duration.is_none();
        let days = duration.map(|span| OrderedFloat(span.days() as f32));
        (!is_silent).then_some(Offered { days })
    }

    #[inline]
    fn parts(
        wanted: &Wanted,
        offer: &OfferOf<Self>,
        mut found: impl FnMut(&'static Part<Self>, Degree),
    ) {
        if let Some(asked) = wanted.kinds {
            let is_among = |kinds| if asked & kinds == 0 { Degree::NONE } else { Degree::FULL };
            found(KIND, offer.situation.employment.map_or(Degree::UNKNOWN, is_among));
        }
        if let Some(OrderedFloat(asked)) = wanted.days {
            let lasts = |OrderedFloat(days): OrderedFloat<f32>| {
                Degree::exact(if days >= asked { 1.0 } else { days / asked })
            };
            found(DURATION, offer.offered.days.map_or(Degree::UNKNOWN, lasts));
        }
    }
}

/// The first kind that is asked for.
fn offer_employment(
    option: &ContractOption,
    arrangement: &mut Arrangement,
    _: f32,
) -> Option<Value> {
    let kind = *option.employment_type.as_deref()?.first()?;
    arrangement.employment_type.get_or_insert_default().push(kind);
    Some(kind.as_str().into())
}

/// The first kind that the role offers.
fn accept_employment(
    option: &mut ContractOption,
    arrangement: &Arrangement,
    _: f32,
) -> Option<Value> {
    let kind = *arrangement.employment_type.as_deref()?.first()?;
    option.employment_type = Some(vec![kind]);
    Some(kind.as_str().into())
}

/// What is asked for, or as many days of it as it takes.
fn offer_duration(
    option: &ContractOption,
    arrangement: &mut Arrangement,
    needed: f32,
) -> Option<Value> {
    let asked = option.min_duration.as_ref()?;
    let enough = || days(up_to(asked.days() * f64::from(needed), 1.0));
    let span = if needed < 1.0 { enough()? } else { asked.clone() };
    let to = span.as_str().into();
    arrangement.duration = Some(span);
    Some(to)
}

/// What the role offers, or as many days more as that would do for.
fn accept_duration(
    option: &mut ContractOption,
    arrangement: &Arrangement,
    needed: f32,
) -> Option<Value> {
    let offered = arrangement.duration.as_ref()?;
    let enough = || days(down_to(offered.days() / f64::from(needed), 1.0));
    let span = if needed < 1.0 { enough()? } else { offered.clone() };
    let to = span.as_str().into();
    option.min_duration = Some(span);
    Some(to)
}

fn days(days: f64) -> Option<Span> {
    Span::new(format!("P{days}D")).ok()
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
        json!({"aspirations": {"contract": {"options": [option]}}})
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
    fn any_kind_of_employment_asked_for_will_do() {
        let asked = candidate(&json!({"employmentType": ["FULL_TIME", "PART_TIME"]}));
        check(&role(&json!({"employmentType": ["PART_TIME", "TEMPORARY"]})), &asked, "1");
        check(&role(&json!({"employmentType": ["CONTRACTOR"]})), &asked, "0");
        check(&role(&json!({"employmentType": []})), &asked, "0");
        check(&role(&json!({"duration": "P1Y"})), &asked, "0..1");
        check(&role(&json!({})), &asked, "not answered");
        check(&json!({"arrangements": []}), &asked, "not answered");
        check(&json!({"indifferent": ["arrangements"]}), &asked, "irrelevant");
        check(&role(&json!({"employmentType": []})), &json!({}), "not asked");
        check(
            &role(&json!({"employmentType": []})),
            &json!({"indifferent": ["contract"]}),
            "irrelevant",
        );
    }

    #[test]
    fn a_contract_lasts_for_its_share_of_what_is_asked() {
        let asked = candidate(&json!({"minDuration": "P12M"}));
        check(&role(&json!({"duration": "P1Y"})), &asked, "1");
        check(&role(&json!({"duration": "P2Y"})), &asked, "1");
        check(&role(&json!({"duration": "P6M"})), &asked, "0.5");
        check(&role(&json!({"duration": "P0D"})), &asked, "0");
        check(&role(&json!({"duration": "P0D"})), &candidate(&json!({"minDuration": "P0D"})), "1");
        check(&role(&json!({"employmentType": ["FULL_TIME"]})), &asked, "0..1");
    }

    #[test]
    fn the_gate_asks_whether_all_of_an_option_holds() {
        let asked = |negotiable: bool| json!({"aspirations": {"contract": {"dealBreaker": true, "negotiable": negotiable, "options": [{"employmentType": ["FULL_TIME"], "minDuration": "P1Y"}]}}});
        check(
            &role(&json!({"employmentType": ["FULL_TIME"], "duration": "P1Y"})),
            &asked(false),
            "1 met",
        );
        check(&role(&json!({"employmentType": ["FULL_TIME"]})), &asked(false), "0..1 open");
        check(&role(&json!({"employmentType": ["INTERN"]})), &asked(false), "0 unmet");
        check(&role(&json!({"employmentType": ["INTERN"]})), &asked(true), "0 open");
        check(&json!({}), &asked(false), "not answered open");
        let mut negotiable = role(&json!({"employmentType": ["FULL_TIME"], "duration": "P6M"}));
        check(&negotiable, &asked(false), "0.5 unmet");
        negotiable["negotiable"] = json!(["/arrangements/0/duration"]);
        check(&negotiable, &asked(false), "0.5 open");
    }

    #[test]
    fn an_option_counts_where_it_applies() {
        let asked = candidate(
            &json!({"minDuration": "P6M", "when": {"employmentType": ["CONTRACTOR"]}, "desirability": 0.5}),
        );
        check(&role(&json!({"employmentType": ["CONTRACTOR"], "duration": "P6M"})), &asked, "0.5");
        check(&role(&json!({"employmentType": ["FULL_TIME"], "duration": "P6M"})), &asked, "0");
        check(&role(&json!({"duration": "P6M"})), &asked, "0..0.5");
        let outcome = Trial::of(register)
            .judge(&role(&json!({"employmentType": ["CONTRACTOR"], "duration": "P6M"})), &asked);
        assert_eq!(
            outcome.pointers("duration"),
            ("/aspirations/contract/options/0/minDuration", "/arrangements/0/duration")
        );
        assert_eq!(outcome.codes(), ["met", "duration"]);
    }

    #[test]
    fn another_kind_and_another_length_are_offered_or_accepted() {
        let trial = Trial::of(register);
        let candidate = |option: Value| json!({"aspirations": {"contract": {"options": [option]}}});
        let role = |arrangement: Value| json!({"arrangements": [arrangement]});
        let both = |code: [&'static str; 2], after: [&'static str; 2]| {
            [(Side::Role, code[0], after[0]), (Side::Candidate, code[1], after[1])]
        };
        let pair = (
            &role(json!({"employmentType": ["CONTRACTOR"]})),
            &candidate(json!({"employmentType": ["FULL_TIME"]})),
        );
        let codes = ["offer-employment", "accept-employment"];
        trial.check_levers(pair, 1.0, &both(codes, ["1"; 2]));
        trial.check_levers(pair, 0.7, &both(codes, ["1", "0.7"]));
        let pair =
            (&role(json!({"duration": "P100D"})), &candidate(json!({"minDuration": "P400D"})));
        let codes = ["offer-duration", "accept-duration"];
        trial.check_levers(pair, 1.0, &both(codes, ["1"; 2]));
        trial.check_levers(pair, 0.5, &both(codes, ["0.5"; 2]));
        let silent = (&json!({}), &candidate(json!({"minDuration": "P1Y"})));
        trial.check_levers(silent, 1.0, &[(Side::Role, "offer-duration", "1")]);
    }
}
