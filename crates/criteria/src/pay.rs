//! `pay`: does the pay meet what the candidate needs?

use crate::{
    conditions::Applies,
    need::{self, Bargain, Need, OfferOf, Seen, Verdict, in_role},
    options::{NOT_APPLICABLE, UNSTATED},
    pay_levers,
    pay_offered::{Measure, Money, Offered, Period},
    places::Country,
};
use mutualfit_domain::{
    Aspirations, Candidate, PairFacts, PayBasis, PayNeed, PayOption, RoleView, Share, Side,
};
use mutualfit_scoring::{
    Context, Degree, DuplicateKind, Fact, Gate, Info, Lever, Purpose, ReadsOf, Registry,
};
use ordered_float::OrderedFloat;
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the role pays what the candidate needs: the best of the need's options that apply to the arrangement, each
with a minimum and perhaps a target.

## Degrees

- **1**: the target is paid; without a target, the minimum. More earns nothing.
- **0.75** (`atMinimum`): with a target, exactly the minimum is paid; linear from there to the target.
- **½**: about 8 % under the minimum where there is a target, 12.5 % where there is none.
- **0**: 25 % (`shortfall`) under the minimum, or less.

With `t` the target, `m` the minimum, `a` `atMinimum` (1 without a target) and `s` `shortfall`, pay `p` earns
`a + (1 − a)·(p − m)/(t − m)` from `m` to `t` and `a·(1 − (m − p)/(s·m))` below `m`: needs–supplies by shortfall, excess
neutral (METHODS.md §1.2, §1.3). The numbers are this project's choice. An option's desirability multiplies its fit.

The gate of a deal-breaker is met where the minimum is paid for certain, and unmet where it is not paid at best.

An hour, a day, a week, a month and a year compare by 52 weeks and 12 months a year, 8 hours a day, and the hours a week
of the arrangement. `basis: guaranteed`, the default, adds variable pay that is guaranteed; `basis: total` adds also
what is not certain, from nothing to its most. Currencies compare by the rates of the context.

## What is unknown

A range of pay is an interval; a range without a most may be anything from its least on. Pay is unknown where the role
states none that applies for certain, where a period cannot be converted because the hours are not stated, and where
the context has no rate; what is guaranteed on top is paid all the same. Several entries of pay that apply, or may apply,
make one interval. `pay: []` says that nothing is paid. A role that lists no variable pay is read as paying none, and
what is not said to be guaranteed is not. Pay on top whose kind is not said may be one that is never turned into money.

## What would change it

The least that the role's pay says, in its own currency and period; or the minimum and the target of the candidate. As
much as it takes, in whole units, hourly pay in cents. For a deal-breaker the minimum is paid at the least.

## Limits

Equity, bonuses that are not guaranteed, and sign-on payments are shown and never turned into money. Pay that was
offered to one candidate (pair facts) takes the place of what the role states, for that pair; the last offer counts.
Taxes, and what it costs to live in a place, are not considered.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "pay",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the role pays what the candidate needs.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 1.0,
        asks: "/aspirations/pay",
        reads: ReadsOf {
            role: &[
                "/compensation/pay/*",
                "/compensation/variablePay/*",
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation/country",
                "/arrangements/*/employmentType",
                "/arrangements/*/schedule/shifts",
                "/arrangements/*/schedule/hoursPerWeek",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/aspirations/pay",
                "/home/country",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &["/payOffered"],
            extensions: &[],
        },
        words: &[
            (
                "met",
                "At least {offeredLow} {currency} ({unit}) is paid, which is all that is asked.",
            ),
            (
                "minimum",
                "{offeredLow} to {offeredHigh} {currency} ({unit}) is paid: at least the minimum of {minimum}, and less than what is hoped for.",
            ),
            (
                "short",
                "At most {offeredHigh} {currency} ({unit}) is paid; the minimum is {minimum}.",
            ),
            (
                "open",
                "At least {minimum} {currency} ({unit}) is asked; what is said does not settle whether that is paid.",
            ),
            NOT_APPLICABLE,
            UNSTATED,
            ("offer-pay", "Pay at least {to} {currency} ({unit})."),
            ("accept-pay", "Accept {to} {currency} ({unit}) as the minimum."),
            ("accept-target", "Hope for no more than {to} {currency} ({unit})."),
        ],
    };
    need::register::<Pay>(registry, info)
}

/// The settings of `pay`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Pay {
    /// What the minimum earns where there is a target above it, 0 to 1; 0.75 unless stated.
    at_minimum: Share,
    /// How far under the minimum pay is worth nothing, as a share of the minimum, 0 to 1; 0.25 unless stated.
    shortfall: Share,
}

impl Default for Pay {
    fn default() -> Self {
        let share = |share| Share::new(share).unwrap_or(Share::ALL);
        Self { at_minimum: share(0.75), shortfall: share(0.25) }
    }
}

/// An option: what one would work for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    minimum: OrderedFloat<f32>,
    target: OrderedFloat<f32>,
    pub(crate) measure: Measure,
}

impl Need for Pay {
    const SECTION: &'static str = "pay";
    const ROLE_SECTION: &'static str = "compensation";
    const ANSWER: &'static str = "/compensation/pay";
    // What is paid for remote work may differ by country.
    const DEPENDS_ON_HOME: bool = true;

    type Stated = PayNeed;
    type Wanted = Wanted;
    type Offered = Offered;

    fn stated(aspirations: &Aspirations) -> Option<&PayNeed> {
        aspirations.pay.as_ref()
    }

    fn wanted(option: &PayOption, _: &Candidate) -> Wanted {
        let (period, times) = Period::of(option.unit_text);
        let minimum = option.minimum.to_f64() * times;
        let target = option.target.map_or(minimum, |target| target.to_f64() * times);
        Wanted {
            minimum: OrderedFloat(minimum as f32),
            target: OrderedFloat(target.max(minimum) as f32),
            measure: Measure {
                money: Money::new(&option.currency, period),
                is_total: option.basis() == PayBasis::Total,
            },
        }
    }

    fn offered(role: RoleView<'_>, context: &Context) -> Option<Offered> {
        Offered::of(role, context)
    }

    fn offered_in_pair(
        offered: Option<&Offered>,
        known: &[PairFacts],
        context: &Context,
    ) -> Option<Offered> {
        let pay = known.iter().rev().find_map(|known| known.pay_offered.as_ref())?;
        Some(offered.cloned().unwrap_or_default().with(pay, context))
    }

    #[inline]
    fn fit(&self, wanted: &Wanted, offer: &OfferOf<Self>, home: Option<Country>) -> Degree {
        let (low, high) = offer.offered.paid(wanted.measure, &offer.situation, home);
        Degree::between(self.earns(wanted, low), self.earns(wanted, high))
    }

    #[inline]
    fn bar(&self, wanted: &Wanted, offer: &OfferOf<Self>, home: Option<Country>) -> Gate {
        let (low, high) = offer.offered.paid(wanted.measure, &offer.situation, home);
        if low >= wanted.minimum.0 {
            Gate::Met
        } else if high < wanted.minimum.0 {
            Gate::Unmet
        } else {
            Gate::Open
        }
    }

    fn fact(&self, verdict: &Verdict, seen: &Seen<'_, Self>) -> Fact {
        let Seen { option, wanted, offer, home, .. } = *seen;
        let (low, high) = offer.offered.paid(wanted.measure, &offer.situation, home);
        let entry = offer.offered.first_applicable(&offer.situation, home);
        let pay = in_role(seen.role, Self::ANSWER);
        let fact = Fact::new(code(verdict, wanted, (low, high)))
            .answered(entry.zip(pay).map(|(entry, pay)| pay.index(entry)))
            .value("minimum", option.minimum.to_string())
            .value("currency", option.currency.as_str())
            .value("unit", option.unit_text.as_str());
        let fact = match option.target {
            Some(target) => fact.value("target", target.to_string()),
            None => fact,
        };
        let times = Period::of(option.unit_text).1;
        [("offeredLow", low), ("offeredHigh", high)]
            .into_iter()
            .map(|(name, amount)| (name, f64::from(amount) / times))
            .filter(|(_, amount)| *amount < f64::from(Money::UNBOUNDED))
            .fold(fact, |fact, (name, amount)| fact.value(name, (amount * 100.0).round() / 100.0))
    }

    fn levers(&self, bargain: &Bargain<'_, Self>) -> Vec<Lever> {
        pay_levers::levers(self, bargain)
    }
}

impl Pay {
    /// What the minimum earns where there is a target above it, and how far under the minimum pay is worth nothing.
    pub(crate) fn lines(&self) -> (f64, f64) {
        (self.at_minimum.get(), self.shortfall.get())
    }

    /// What pay earns, by straight lines between nothing, the minimum and the target.
    #[inline]
    fn earns(&self, wanted: &Wanted, pay: f32) -> f32 {
        let (minimum, target) = (wanted.minimum.0, wanted.target.0);
        let at_minimum = if target > minimum { self.at_minimum.get() as f32 } else { 1.0 };
        if pay >= target {
            1.0
        } else if pay >= minimum {
            at_minimum + (1.0 - at_minimum) * (pay - minimum) / (target - minimum)
        } else {
            at_minimum * (1.0 - (minimum - pay) / (self.shortfall.get() as f32 * minimum)).max(0.0)
        }
    }
}

fn code(verdict: &Verdict, wanted: &Wanted, (low, high): (f32, f32)) -> &'static str {
    match verdict.code() {
        code @ ("open" | "not-applicable") if verdict.applies != Applies::Yes => code,
        _ if low >= wanted.target.0 => "met",
        _ if high < wanted.minimum.0 => "short",
        _ if low >= wanted.minimum.0 && high < Money::UNBOUNDED => "minimum",
        _ => "open",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(pay: &Value) -> Value {
        json!({"compensation": {"pay": pay}, "arrangements": [{"schedule": {"hoursPerWeek": {"minValue": 40, "maxValue": 40}}}]})
    }

    fn candidate(options: &Value) -> Value {
        json!({"aspirations": {"pay": {"options": options}}})
    }

    fn essential(minimum: &str) -> Value {
        json!({"aspirations": {"pay": {"dealBreaker": true, "options": [{"minimum": minimum, "currency": "EUR", "unitText": "YEAR"}]}}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if outcome.node.asked == Some(mutualfit_scoring::Said::Stated)
            && outcome.node.answered == Some(mutualfit_scoring::Said::Stated)
        {
            outcome.check_facts();
        }
    }

    #[test]
    fn pay_is_worth_what_it_is_of_minimum_and_target() {
        let asked = candidate(
            &json!([{"minimum": "80000", "target": "100000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let pays = |least: &str, most: &str| {
            role(
                &json!([{"minValue": least, "maxValue": most, "currency": "EUR", "unitText": "YEAR"}]),
            )
        };
        check(&pays("100000", "100000"), &asked, "1");
        check(&pays("120000", "130000"), &asked, "1");
        check(&pays("90000", "90000"), &asked, "0.875");
        check(&pays("80000", "80000"), &asked, "0.75");
        check(&pays("70000", "70000"), &asked, "0.375");
        check(&pays("60000", "60000"), &asked, "0");
        check(&pays("80000", "100000"), &asked, "0.75..1");
        check(
            &role(&json!([{"minValue": "90000", "currency": "EUR", "unitText": "YEAR"}])),
            &asked,
            "0.875..1",
        );
        check(
            &role(&json!([{"maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}])),
            &asked,
            "0..0.375",
        );
        check(&role(&json!([])), &asked, "0");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["compensation"]}), &asked, "irrelevant");
    }

    #[test]
    fn the_minimum_is_all_that_is_asked_without_a_target() {
        let asked =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        let pays = |amount: &str| {
            role(
                &json!([{"minValue": amount, "maxValue": amount, "currency": "EUR", "unitText": "YEAR"}]),
            )
        };
        check(&pays("80000"), &asked, "1");
        check(&pays("70000"), &asked, "0.5");
        check(&pays("60000"), &json!({}), "not asked");
        check(&pays("60000"), &json!({"aspirations": {"indifferent": ["pay"]}}), "irrelevant");
    }

    #[test]
    fn the_gate_is_at_the_minimum() {
        let pays = |least: &str, most: &str| {
            role(
                &json!([{"minValue": least, "maxValue": most, "currency": "EUR", "unitText": "YEAR"}]),
            )
        };
        check(&pays("80000", "90000"), &essential("80000"), "1 met");
        check(&pays("70000", "90000"), &essential("80000"), "0.5..1 open");
        check(&pays("70000", "70000"), &essential("80000"), "0.5 unmet");
        check(&json!({}), &essential("80000"), "not answered open");
        let mut negotiable = pays("70000", "70000");
        negotiable["negotiable"] = json!(["/compensation/pay"]);
        check(&negotiable, &essential("80000"), "0.5 open");
        let mut asked = essential("80000");
        asked["aspirations"]["pay"]["negotiable"] = json!(true);
        check(&pays("70000", "70000"), &asked, "0.5 open");
    }

    #[test]
    fn periods_convert_by_the_hours_of_the_arrangement() {
        let asked = |minimum: &str, unit: &str| {
            candidate(&json!([{"minimum": minimum, "currency": "EUR", "unitText": unit}]))
        };
        let pays = |amount: &str, unit: &str| json!([{"minValue": amount, "maxValue": amount, "currency": "EUR", "unitText": unit}]);
        check(&role(&pays("30", "HOUR")), &asked("62400", "YEAR"), "1");
        check(&role(&pays("62400", "YEAR")), &asked("30", "HOUR"), "1");
        check(&role(&pays("240", "DAY")), &asked("5200", "MONTH"), "1");
        check(&role(&pays("1200", "WEEK")), &asked("240", "DAY"), "1");
        check(&role(&pays("26.25", "HOUR")), &asked("62400", "YEAR"), "0.5");
        let hours_unknown = json!({"compensation": {"pay": pays("30", "HOUR")}});
        check(&hours_unknown, &asked("62400", "YEAR"), "0..1");
        check(&hours_unknown, &asked("30", "HOUR"), "1");
    }

    #[test]
    fn currencies_convert_by_the_rates_of_the_context() {
        let role = role(
            &json!([{"minValue": "100000", "maxValue": "100000", "currency": "USD", "unitText": "YEAR"}]),
        );
        let asked =
            candidate(&json!([{"minimum": "100000", "currency": "EUR", "unitText": "YEAR"}]));
        check(&role, &asked, "0..1");
        let rates = json!({"rates": [{"from": "EUR", "to": "USD", "rate": 1.25}]});
        assert_eq!(Trial::of(register).within(rates).judge(&role, &asked).brief(), "0.2");
    }

    #[test]
    fn guaranteed_pay_on_top_counts_and_the_rest_may() {
        let mut role = role(
            &json!([{"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let asked = |basis: &str| {
            candidate(
                &json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR", "basis": basis}]),
            )
        };
        role["compensation"]["variablePay"] = json!([{"kind": "bonus", "minValue": "5000", "maxValue": "5000", "currency": "EUR", "unitText": "YEAR", "guaranteed": true}]);
        check(&role, &asked("guaranteed"), "0.75");
        role["compensation"]["variablePay"][0]["guaranteed"] = json!(false);
        check(&role, &asked("total"), "0.5");
        role["compensation"]["variablePay"][0]["kind"] = json!("commission");
        check(&role, &asked("guaranteed"), "0.5");
        check(&role, &asked("total"), "0.5..0.75");
    }

    #[test]
    fn what_comes_on_top_without_its_kind_may_be_no_money() {
        let on_top = |kind: &Value| {
            let mut on_top = json!({"minValue": "10000", "maxValue": "10000", "currency": "EUR", "unitText": "YEAR", "guaranteed": true});
            if !kind.is_null() {
                on_top["kind"] = kind.clone();
            }
            on_top
        };
        let mut posted = role(
            &json!([{"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let asked =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        for (kind, expected) in
            [(json!("bonus"), "1"), (json!("signOn"), "0.5"), (Value::Null, "0.5..1")]
        {
            posted["compensation"]["variablePay"] = json!([on_top(&kind)]);
            check(&posted, &asked, expected);
        }
        // It is no answer by itself, as it may be one that says nothing of pay.
        let alone = |kind: &Value| json!({"compensation": {"variablePay": [on_top(kind)]}});
        check(&alone(&Value::Null), &asked, "not answered");
        check(&alone(&json!("signOn")), &asked, "not answered");
        check(&alone(&json!("bonus")), &asked, "0..1");
    }

    #[test]
    fn pay_that_applies_elsewhere_does_not_count() {
        let pay = json!([
            {"minValue": "100000", "maxValue": "100000", "currency": "EUR", "unitText": "YEAR", "appliesTo": {"countries": ["GB"]}},
            {"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR", "appliesTo": {"countries": ["DE"]}},
        ]);
        let remote =
            json!({"compensation": {"pay": pay}, "arrangements": [{"workplaceType": "remote"}]});
        let mut asked =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        check(&remote, &asked, "0..1");
        asked["home"] = json!({"country": "DE"});
        check(&remote, &asked, "0.5");
        let outcome = Trial::of(register).judge(&remote, &asked);
        assert_eq!(
            outcome.pointers("short"),
            ("/aspirations/pay/options/0", "/compensation/pay/1")
        );
    }

    #[test]
    fn the_best_option_that_applies_counts() {
        let asked = candidate(&json!([
            {"minimum": "80000", "currency": "EUR", "unitText": "YEAR", "when": {"hoursPerWeek": {"maxValue": 32}}},
            {"minimum": "100000", "currency": "EUR", "unitText": "YEAR", "when": {"hoursPerWeek": {"minValue": 33}}},
        ]));
        let pay = json!([{"minValue": "90000", "maxValue": "90000", "currency": "EUR", "unitText": "YEAR"}]);
        check(&role(&pay), &asked, "0.6");
        check(&json!({"compensation": {"pay": pay}}), &asked, "0..1");
        let outcome = Trial::of(register).judge(&role(&pay), &asked);
        assert_eq!(outcome.codes(), ["not-applicable", "short"]);
    }

    #[test]
    fn an_offer_to_one_candidate_counts_for_that_pair() {
        let offer = json!({"payOffered": {"minValue": "80000", "maxValue": "80000", "currency": "EUR", "unitText": "YEAR"}});
        let trial = Trial::of(register).knowing(offer);
        assert_eq!(trial.judge(&json!({}), &essential("80000")).brief(), "1 met");
        let posted = role(
            &json!([{"minValue": "60000", "maxValue": "60000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        assert_eq!(trial.judge(&posted, &essential("80000")).brief(), "1 met");
    }

    #[test]
    fn an_offer_counts_with_what_comes_on_top_even_where_the_role_states_no_pay() {
        let on_top = |guaranteed: bool| json!([{"kind": "commission", "minValue": "5000", "maxValue": "5000", "currency": "EUR", "unitText": "YEAR", "guaranteed": guaranteed}]);
        let role = |guaranteed: bool| json!({"compensation": {"variablePay": on_top(guaranteed)}});
        let asked = |minimum: &str, basis: &str| {
            candidate(
                &json!([{"minimum": minimum, "currency": "EUR", "unitText": "YEAR", "basis": basis}]),
            )
        };
        let trial = Trial::of(register).knowing(json!({"payOffered": {"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}}));
        let brief = |guaranteed: bool, basis: &str| {
            trial.judge(&role(guaranteed), &asked("80000", basis)).brief()
        };
        assert_eq!(brief(true, "guaranteed"), "0.75");
        assert_eq!(brief(false, "guaranteed"), "0.5");
        assert_eq!(brief(false, "total"), "0.5..0.75");
        // The offer takes the place of the pay, so that stating the pay as well changes nothing.
        for (guaranteed, basis) in [(true, "guaranteed"), (false, "guaranteed"), (false, "total")] {
            let mut posted = role(guaranteed);
            posted["compensation"]["pay"] = json!([{"minValue": "60000", "maxValue": "60000", "currency": "EUR", "unitText": "YEAR"}]);
            let outcome = trial.judge(&posted, &asked("80000", basis));
            assert_eq!(outcome.brief(), brief(guaranteed, basis));
        }
        check(&role(true), &asked("5000", "guaranteed"), "1");
        check(&role(true), &asked("80000", "guaranteed"), "0..1");
        let equity = json!({"compensation": {"variablePay": [{"kind": "equity"}]}});
        check(&equity, &asked("80000", "total"), "not answered");
    }

    #[test]
    fn settings_move_the_lines() {
        let asked = candidate(
            &json!([{"minimum": "80000", "target": "100000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let role = role(
            &json!([{"minValue": "72000", "maxValue": "72000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let trial = Trial::of(register).with(json!({"atMinimum": 0.5, "shortfall": 0.2}));
        assert_eq!(trial.judge(&role, &asked).brief(), "0.25");
        let mut registry = Registry::default();
        register(&mut registry).unwrap();
        let error = registry.get("pay").unwrap().build(&json!({"shortfall": 1.5})).unwrap_err();
        assert_eq!(error.fault().pointer().as_str(), "/shortfall");
    }

    #[track_caller]
    fn check_levers(role: &Value, asked: &Value, target: f32, expected: &[(Side, &str, &str)]) {
        Trial::of(register).check_levers((role, asked), target, expected);
    }

    #[test]
    fn pay_is_raised_or_less_is_asked_as_far_as_it_takes() {
        let pays = |least: &str, most: &str| {
            role(
                &json!([{"minValue": least, "maxValue": most, "currency": "EUR", "unitText": "YEAR"}]),
            )
        };
        let hoping = candidate(
            &json!([{"minimum": "80000", "target": "100000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let plain =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        let both = |code, after: &'static str| {
            [(Side::Role, "offer-pay", after), (Side::Candidate, code, after)]
        };
        check_levers(&pays("60000", "60000"), &hoping, 1.0, &both("accept-pay", "1"));
        check_levers(&pays("60000", "60000"), &hoping, 0.75, &both("accept-pay", "0.75"));
        check_levers(&pays("60000", "60000"), &hoping, 0.5, &both("accept-pay", "0.5"));
        check_levers(&pays("85000", "85000"), &hoping, 0.875, &both("accept-target", "0.875"));
        check_levers(&pays("70000", "70000"), &plain, 0.75, &both("accept-pay", "0.75"));
        check_levers(&pays("100000", "100000"), &hoping, 1.0, &[]);
        check_levers(&pays("60000", "60000"), &hoping, 0.6, &both("accept-pay", "0.6"));
        // The least of a range is raised, and what may be paid beyond it stays. Beside a minimum that is just paid, no
        // target would do but none.
        let expected =
            [(Side::Role, "offer-pay", "0.875..1"), (Side::Candidate, "accept-target", "1")];
        check_levers(&pays("80000", "100000"), &hoping, 0.875, &expected);
    }

    #[test]
    fn a_minimum_that_must_be_paid_is_paid_whatever_degree_would_do() {
        let pays = role(
            &json!([{"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        let expected =
            [(Side::Role, "offer-pay", "1 met"), (Side::Candidate, "accept-pay", "1 met")];
        check_levers(&pays, &essential("80000"), 0.6, &expected);
    }

    #[test]
    fn pay_is_offered_where_none_is_and_in_the_money_of_the_role() {
        let asked =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        let offered = |after| [(Side::Role, "offer-pay", after)];
        check_levers(&json!({}), &asked, 1.0, &offered("1"));
        check_levers(&role(&json!([])), &asked, 0.75, &offered("0.75..1"));
        let hourly = role(
            &json!([{"minValue": "30", "maxValue": "30", "currency": "USD", "unitText": "HOUR"}]),
        );
        let rates = json!({"rates": [{"from": "EUR", "to": "USD", "rate": 1.25}]});
        let trial = Trial::of(register).within(rates);
        let (lever, after) = trial.proposed(&hourly, &asked, 1.0).remove(0);
        let said = |name: &str| lever.values.get(name).and_then(Value::as_str);
        assert_eq!(
            [said("to"), said("currency"), said("unit")],
            [Some("48.08"), Some("USD"), Some("HOUR")]
        );
        assert_eq!(after.brief(), "1");
        // Without a rate, or without the hours, nobody can say how much it would take.
        check_levers(&hourly, &asked, 1.0, &[]);
        let rates = json!({"rates": [{"from": "EUR", "to": "USD", "rate": 1.25}]});
        let hours_unknown = json!({"compensation": hourly["compensation"]});
        Trial::of(register).within(rates).check_levers((&hours_unknown, &asked), 1.0, &[]);
    }

    #[test]
    fn what_is_guaranteed_on_top_need_not_be_paid_twice() {
        let mut role = role(
            &json!([{"minValue": "70000", "maxValue": "70000", "currency": "EUR", "unitText": "YEAR"}]),
        );
        role["compensation"]["variablePay"] = json!([{"kind": "bonus", "minValue": "5000", "maxValue": "5000", "currency": "EUR", "unitText": "YEAR", "guaranteed": true}]);
        let asked =
            candidate(&json!([{"minimum": "80000", "currency": "EUR", "unitText": "YEAR"}]));
        let (lever, after) = Trial::of(register).proposed(&role, &asked, 1.0).remove(0);
        assert_eq!(lever.values.get("to"), Some(&json!("75000")));
        assert_eq!(after.brief(), "1");
    }
}
