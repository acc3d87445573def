//! Pay as a role offers it, by any currency, period and basis.

use crate::{
    conditions::{Applies, Condition, Situation},
    hours::Hours,
    places::Country,
};
use mutualfit_domain::{Amount, Compensation, CurrencyCode, PayUnit, RoleView, VariablePay};
use mutualfit_scoring::Context;
use ordered_float::OrderedFloat;
use std::hash::{Hash, Hasher};

/// The weeks of a year that are paid.
const WEEKS_A_YEAR: f64 = 52.0;
/// The hours of a day that is paid by the day.
const HOURS_A_DAY: f64 = 8.0;
/// More than anybody is paid: what is possible where nothing is known.
const UNBOUNDED: f64 = Money::UNBOUNDED as f64;

/// What an amount is for: time that is worked, or time that passes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Period {
    /// An hour of work.
    Hour,
    /// A year.
    #[default]
    Year,
}

impl Period {
    /// The period that a unit converts to without knowing hours, and how many units make one.
    pub(crate) fn of(unit: PayUnit) -> (Self, f64) {
        match unit {
            PayUnit::Hour => (Self::Hour, 1.0),
            PayUnit::Day => (Self::Hour, 1.0 / HOURS_A_DAY),
            PayUnit::Week => (Self::Year, WEEKS_A_YEAR),
            PayUnit::Month => (Self::Year, 12.0),
            PayUnit::Year => (Self::Year, 1.0),
        }
    }
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Money {
    /// The letters of the currency.
    currency: [u8; 3],
    period: Period,
}

impl Money {
    /// More than anybody is paid.
    pub(crate) const UNBOUNDED: f32 = 1e30;

    /// A currency, for a period.
    pub(crate) fn new(currency: &CurrencyCode, period: Period) -> Self {
        let mut letters = [0; 3];
        letters.iter_mut().zip(currency.as_str().bytes()).for_each(|(letter, byte)| *letter = byte);
        Self { currency: letters, period }
    }

    fn code(self) -> Option<CurrencyCode> {
        CurrencyCode::new(str::from_utf8(&self.currency).ok()?).ok()
    }
}

/// How an option counts pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Measure {
    /// In what.
    pub(crate) money: Money,
    /// With all that comes on top, not with what is guaranteed alone.
    pub(crate) is_total: bool,
}

/// From and to; from 0 where the least is not known, to [`UNBOUNDED`] where the most is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Amounts {
    least: OrderedFloat<f64>,
    most: OrderedFloat<f64>,
}

/// What a role pays by the arrangement that it is seen with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Offered {
    entries: Vec<Entry>,
    extras: Vec<Extra>,
    /// The role says that nothing is paid.
    is_unpaid: bool,
    /// It was offered to one candidate, and does not stand in the role.
    is_of_pair: bool,
    rates: Rates,
}

/// What pay would have to say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Raised {
    /// Entries by their place, each with its least in its own currency and period.
    pub(crate) entries: Vec<(usize, f64)>,
    /// The least of an entry to be added, where none applies for certain, as the measure counts.
    pub(crate) added: Option<f64>,
}

/// One entry of pay.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Entry {
    amounts: Amounts,
    money: Money,
    when: Condition,
}

/// Pay that comes on top.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Extra {
    amounts: Amounts,
    /// `None` where its currency or its period is not said.
    money: Option<Money>,
    is_guaranteed: bool,
    /// Its kind is said; without it, it may be one that is never turned into money.
    is_money: bool,
}

/// The rates between currencies. All that is compared is distilled in one context, so that any two are the same.
#[derive(Clone, Debug, Default)]
struct Rates(Option<Context>);

impl PartialEq for Rates {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Rates {}

impl Hash for Rates {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Rates {
    /// An amount in another currency, in the same period; `None` without a rate.
    fn exchanged(&self, amount: f64, from: Money, to: Money) -> Option<f64> {
        if from.currency == to.currency {
            return Some(amount);
        }
        self.0.as_ref()?.convert(amount, &from.code()?, &to.code()?)
    }
}

impl Offered {
    /// What a role says that it pays; `None` where it says nothing. What comes on top bounds what is paid, even where
    /// the pay itself is not stated.
    pub(crate) fn of(role: RoleView<'_>, context: &Context) -> Option<Self> {
        let Compensation { pay, variable_pay, .. } = role.role().compensation.as_ref()?;
        let extras: Vec<Extra> = variable_pay.iter().flatten().filter_map(Extra::of).collect();
        if pay.is_none() && !extras.iter().any(|extra| extra.is_money) {
            return None;
        }
        Some(Self {
            entries: pay.iter().flatten().map(Entry::of).collect(),
            extras,
            is_unpaid: pay.as_ref().is_some_and(Vec::is_empty),
            is_of_pair: false,
            rates: Rates(Some(context.clone())),
        })
    }

    /// The same with what was offered to one candidate in place of its pay.
    pub(crate) fn with(self, pay: &mutualfit_domain::Pay, context: &Context) -> Self {
        let entry = Entry { when: Condition::default(), ..Entry::of(pay) };
        let rates = Rates(Some(context.clone()));
        Self { entries: vec![entry], is_unpaid: false, is_of_pair: true, rates, ..self }
    }

    /// The position in the role of the first entry that applies, or may.
    pub(crate) fn first_applicable(
        &self,
        situation: &Situation,
        home: Option<Country>,
    ) -> Option<usize> {
        let first = |wanted| {
            let applies = |entry: &Entry| entry.when.applies(situation, home) == wanted;
            self.entries.iter().position(applies).filter(|_| !self.is_of_pair)
        };
        first(Applies::Yes).or_else(|| first(Applies::Unknown))
    }

    /// What is paid, from and to, as an option counts it: pay and what is guaranteed on top, or all that comes on top.
    #[inline]
    pub(crate) fn paid(
        &self,
        measure: Measure,
        situation: &Situation,
        home: Option<Country>,
    ) -> (f32, f32) {
        let into = |amounts, from| self.converted(amounts, from, measure.money, situation);
        let (mut low, mut high, mut is_certain) = (UNBOUNDED, 0.0_f64, false);
        for entry in &self.entries {
            let applies = entry.when.applies(situation, home);
            if applies != Applies::No {
                let (least, most) = into(entry.amounts, Some(entry.money));
                low = low.min(least);
                high = high.max(most);
                is_certain |= applies == Applies::Yes;
            }
        }
        if self.is_unpaid {
            (low, high) = (0.0, 0.0);
        } else if !is_certain {
            (low, high) = (0.0, UNBOUNDED);
        }
        for extra in &self.extras {
            let (least, most) = into(extra.amounts, extra.money);
            if extra.is_guaranteed && extra.is_money {
                low += least;
            }
            if extra.is_guaranteed || measure.is_total {
                high += most;
            }
        }
        (low.min(UNBOUNDED) as f32, high.min(UNBOUNDED) as f32)
    }

    /// What the entries of pay that apply, or may, would have to say at the least for so much to be paid for certain.
    /// `None` where that cannot be reckoned: without a rate, or without the hours.
    pub(crate) fn raised_to(
        &self,
        amount: f64,
        measure: Measure,
        situation: &Situation,
        home: Option<Country>,
    ) -> Option<Raised> {
        let into = |amounts, from| self.converted(amounts, from, measure.money, situation).0;
        let on_top = self.extras.iter().filter(|extra| extra.is_guaranteed);
        let base = amount - on_top.map(|extra| into(extra.amounts, extra.money)).sum::<f64>();
        let one = Amounts { least: OrderedFloat(1.0), most: OrderedFloat(1.0) };
        let (mut entries, mut is_certain) = (Vec::new(), false);
        for (place, entry) in self.entries.iter().enumerate() {
            let applies = entry.when.applies(situation, home);
            is_certain |= applies == Applies::Yes;
            if applies != Applies::No && into(entry.amounts, Some(entry.money)) < base {
                let worth = into(one, Some(entry.money));
                entries.push((place, (worth > 0.0).then(|| base / worth)?));
            }
        }
        Some(Raised { entries, added: (!is_certain && base > 0.0).then_some(base) })
    }

    /// Amounts in other money: anything where there is no rate, or where hours are needed and not stated.
    #[inline]
    fn converted(
        &self,
        amounts: Amounts,
        from: Option<Money>,
        to: Money,
        situation: &Situation,
    ) -> (f64, f64) {
        if from == Some(to) {
            return (amounts.least.0, amounts.most.0);
        }
        from.and_then(|from| self.exchanged(amounts, from, to, situation.hours))
            .unwrap_or((0.0, UNBOUNDED))
    }

    /// Amounts in another currency, and in another period by the hours a week; `None` where there is no rate.
    fn exchanged(
        &self,
        Amounts { least: OrderedFloat(low), most: OrderedFloat(high) }: Amounts,
        from: Money,
        to: Money,
        hours: Option<Hours>,
    ) -> Option<(f64, f64)> {
        let least = self.rates.exchanged(low, from, to)?;
        let most = self.rates.exchanged(high, from, to)?;
        let Hours { least: fewest, most: longest } = hours.unwrap_or(Hours::ANY);
        let [fewest, longest] = [fewest, longest].map(|hours| f64::from(hours) * WEEKS_A_YEAR);
        let over = |amount: f64, hours: f64| if hours > 0.0 { amount / hours } else { UNBOUNDED };
        let (least, most) = match (from.period, to.period) {
            (Period::Hour, Period::Year) => (least * fewest, most * longest),
            (Period::Year, Period::Hour) => (over(least, longest), over(most, fewest)),
            _ => (least, most),
        };
        Some((least, if high < UNBOUNDED { most } else { UNBOUNDED }))
    }
}

impl Entry {
    fn of(pay: &mutualfit_domain::Pay) -> Self {
        let (period, times) = Period::of(pay.unit_text);
        Self {
            amounts: amounts(pay.min_value, pay.max_value, times),
            money: Money::new(&pay.currency, period),
            when: Condition::of(pay.applies_to.as_ref()),
        }
    }
}

impl Extra {
    /// `None` for what is never turned into money: equity, what is paid once, and bonuses that are not certain.
    fn of(pay: &VariablePay) -> Option<Self> {
        let is_guaranteed = pay.guaranteed == Some(true);
        let kind = pay.kind.as_ref().map(mutualfit_domain::Text::as_str);
        if matches!(kind, Some("equity" | "signOn")) || (kind == Some("bonus") && !is_guaranteed) {
            return None;
        }
        let unit = pay.unit_text.map(Period::of);
        let money = unit
            .zip(pay.currency.as_ref())
            .map(|((period, _), currency)| Money::new(currency, period));
        let times = unit.map_or(1.0, |(_, times)| times);
        Some(Self {
            amounts: amounts(pay.min_value, pay.max_value, times),
            money,
            is_guaranteed,
            is_money: kind.is_some(),
        })
    }
}

fn amounts(least: Option<Amount>, most: Option<Amount>, times: f64) -> Amounts {
    let amount = |amount: Amount| amount.to_f64() * times;
    Amounts {
        least: OrderedFloat(least.map_or(0.0, amount)),
        most: OrderedFloat(most.map_or(UNBOUNDED, amount)),
    }
}
