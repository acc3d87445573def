//! Pay as a role offers it, by any currency, period and basis.

use crate::{
    conditions::{Applies, Condition, Situation},
    hours::Hours,
    places::Country,
};
use mutualfit_domain::{Amount, CurrencyCode, PayUnit, RoleView, VariablePay};
use mutualfit_scoring::Context;

/// The weeks of a year that are paid.
const WEEKS_A_YEAR: f64 = 52.0;
/// The hours of a day that is paid by the day.
const HOURS_A_DAY: f64 = 8.0;
/// More than anybody is paid: what is possible where nothing is known.
const UNBOUNDED: f64 = Money::UNBOUNDED as f64;

/// What an amount is for: time that is worked, or time that passes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    /// An amount of this in another currency, in the same period; `None` without a rate.
    fn exchanged(self, amount: f64, to: Self, context: Option<&Context>) -> Option<f64> {
        if self.currency == to.currency {
            return Some(amount);
        }
        context?.convert(amount, &self.code()?, &to.code()?)
    }
}

/// From and to; from 0 where the least is not known, to [`UNBOUNDED`] where the most is not.
type Amounts = (f64, f64);

/// What a role pays by the arrangement that it is seen with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offered {
    entries: Vec<Entry>,
    extras: Vec<Extra>,
    situation: Situation,
    /// The role says that nothing is paid.
    is_unpaid: bool,
}

/// One entry of pay.
#[derive(Clone, Debug)]
struct Entry {
    amounts: Amounts,
    money: Money,
    when: Condition,
}

/// Pay that comes on top.
#[derive(Clone, Debug)]
struct Extra {
    amounts: Amounts,
    /// `None` where its currency or its period is not said.
    money: Option<Money>,
    is_guaranteed: bool,
}

impl Offered {
    /// What a role says that it pays; `None` where it says nothing.
    pub(crate) fn of(role: RoleView<'_>) -> Option<Self> {
        let compensation = role.role().compensation.as_ref()?;
        let pay = compensation.pay.as_deref()?;
        Some(Self {
            entries: pay.iter().map(Entry::of).collect(),
            extras: compensation.variable_pay.iter().flatten().filter_map(Extra::of).collect(),
            situation: Situation::of(role),
            is_unpaid: pay.is_empty(),
        })
    }

    /// The same with another offer in place of its pay.
    pub(crate) fn with(self, pay: &mutualfit_domain::Pay) -> Self {
        let entry = Entry { when: Condition::default(), ..Entry::of(pay) };
        Self { entries: vec![entry], is_unpaid: false, ..self }
    }

    /// The arrangement that this is paid in.
    pub(crate) fn situation(&self) -> &Situation {
        &self.situation
    }

    /// The position of the first entry that applies, or may.
    pub(crate) fn first_applicable(&self, home: Option<Country>) -> Option<usize> {
        let applies = |entry: &Entry| entry.when.applies(&self.situation, home);
        let first = |wanted| self.entries.iter().position(|entry| applies(entry) == wanted);
        first(Applies::Yes).or_else(|| first(Applies::Unknown))
    }

    /// What is paid, from and to, in this money: pay and what is guaranteed on top, or all that comes on top.
    pub(crate) fn paid(
        &self,
        money: Money,
        is_total: bool,
        home: Option<Country>,
        context: Option<&Context>,
    ) -> (f32, f32) {
        let into = |amounts, from| self.converted(amounts, from, money, context);
        let (mut low, mut high, mut is_certain) = (UNBOUNDED, 0.0_f64, false);
        for entry in &self.entries {
            let applies = entry.when.applies(&self.situation, home);
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
            if extra.is_guaranteed {
                low += least;
            }
            if extra.is_guaranteed || is_total {
                high += most;
            }
        }
        (low.min(UNBOUNDED) as f32, high.min(UNBOUNDED) as f32)
    }

    /// Amounts in other money: anything where there is no rate, or where hours are needed and not stated.
    fn converted(
        &self,
        (low, high): Amounts,
        from: Option<Money>,
        to: Money,
        context: Option<&Context>,
    ) -> Amounts {
        if from == Some(to) {
            return (low, high);
        }
        let exchanged = |amount| from.and_then(|from| from.exchanged(amount, to, context));
        let (Some(from), Some(least), Some(most)) = (from, exchanged(low), exchanged(high)) else {
            return (0.0, UNBOUNDED);
        };
        let Hours { least: fewest, most: longest } = self.situation.hours.unwrap_or(Hours::ANY);
        let [fewest, longest] = [fewest, longest].map(|hours| f64::from(hours) * WEEKS_A_YEAR);
        let over = |amount: f64, hours: f64| if hours > 0.0 { amount / hours } else { UNBOUNDED };
        let (least, most) = match (from.period, to.period) {
            (Period::Hour, Period::Year) => (least * fewest, most * longest),
            (Period::Year, Period::Hour) => (over(least, longest), over(most, fewest)),
            _ => (least, most),
        };
        (least, if high < UNBOUNDED { most } else { UNBOUNDED })
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
        let kind = pay.kind.as_ref().map_or("", |kind| kind.as_str());
        if matches!(kind, "equity" | "signOn") || (kind == "bonus" && !is_guaranteed) {
            return None;
        }
        let unit = pay.unit_text.map(Period::of);
        let money = unit
            .zip(pay.currency.as_ref())
            .map(|((period, _), currency)| Money::new(currency, period));
        let times = unit.map_or(1.0, |(_, times)| times);
        Some(Self { amounts: amounts(pay.min_value, pay.max_value, times), money, is_guaranteed })
    }
}

fn amounts(least: Option<Amount>, most: Option<Amount>, times: f64) -> Amounts {
    let amount = |amount: Amount| amount.to_f64() * times;
    (least.map_or(0.0, amount), most.map_or(UNBOUNDED, amount))
}
