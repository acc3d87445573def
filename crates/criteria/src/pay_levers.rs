//! What pay would have to be, or what less could be asked for.

use crate::{
    levers::{appending, changing, json},
    need::{Bargain, Open},
    pay::Pay,
    pay_offered::{Period, Raised},
};
use mutualfit_domain::{
    Amount, CurrencyCode, Item as _, Pay as Entry, PayOption, PayUnit, Pointer, Side,
};
use mutualfit_scoring::Lever;

type PayBargain<'a> = Bargain<'a, Pay>;

/// What would make each option hold as far as it should.
pub(crate) fn levers(settings: &Pay, bargain: &PayBargain<'_>) -> Vec<Lever> {
    let mut levers = Vec::new();
    for open in bargain.open() {
        let lines = Lines::of(settings, open.option);
        levers.extend(offered(&lines, bargain, &open));
        levers.extend(accepted(&lines, bargain, &open));
    }
    levers
}

/// What pay earns, by straight lines between nothing, the minimum and the target.
struct Lines {
    minimum: f64,
    /// Above the minimum; `None` where that is all that is asked.
    target: Option<f64>,
    at_minimum: f64,
    shortfall: f64,
}

impl Lines {
    fn of(settings: &Pay, option: &PayOption) -> Self {
        let minimum = option.minimum.to_f64();
        let target = option.target.map(Amount::to_f64).filter(|target| *target > minimum);
        let (at_minimum, shortfall) = settings.lines();
        Self {
            minimum,
            target,
            at_minimum: if target.is_some() { at_minimum } else { 1.0 },
            shortfall,
        }
    }

    /// The least pay that earns so much.
    fn pay(&self, earned: f64) -> f64 {
        let Self { minimum, at_minimum, shortfall, .. } = *self;
        match self.target {
            Some(target) if earned >= 1.0 => target,
            Some(target) if earned > at_minimum => {
                minimum + (earned - at_minimum) / (1.0 - at_minimum) * (target - minimum)
            }
            _ => minimum * (1.0 - shortfall * (1.0 - (earned / at_minimum).min(1.0))),
        }
    }

    /// The most that can be asked as minimum and target for pay to earn so much.
    fn asked(&self, pay: f64, earned: f64) -> (f64, Option<f64>) {
        let Self { minimum, at_minimum, shortfall, .. } = *self;
        let under = |share: f64| pay / (1.0 - shortfall * (1.0 - share));
        match self.target {
            Some(target) if earned > at_minimum && pay >= minimum => {
                let most = minimum + (1.0 - at_minimum) * (pay - minimum) / (earned - at_minimum);
                (minimum, Some(target.min(most)))
            }
            // A minimum that is not paid earns too little beside any target.
            Some(_) if earned > at_minimum => (minimum.min(under(earned)), None),
            Some(target) => (minimum.min(under(earned / at_minimum)), Some(target)),
            None => (minimum.min(under(earned)), None),
        }
    }
}

fn offered(lines: &Lines, bargain: &PayBargain<'_>, open: &Open<'_, Pay>) -> Option<Lever> {
    let (measure, situation) = (open.wanted.measure, &bargain.offer.situation);
    let mut needed = lines.pay(aimed(open));
    if bargain.need.is_essential() {
        needed = needed.max(lines.minimum);
    }
    let option = open.option;
    let times = Period::of(option.unit_text).1;
    let home = bargain.want.home();
    let Raised { entries, added } =
        bargain.offer.offered.raised_to(needed * times, measure, situation, home)?;

    let compensation = bargain.role.role().compensation.as_ref();
    let stated = compensation.and_then(|given| given.pay.as_deref());
    let mut lever = PayBargain::lever(Side::Role, "offer-pay", open.place);
    let mut said = None;
    for (place, least) in entries {
        let entry = stated?.get(place)?;
        let least = rounded(least / Period::of(entry.unit_text).1, entry.unit_text, f64::ceil)?;
        let raised = Entry {
            min_value: Some(least),
            max_value: entry.max_value.map(|most| most.max(least)),
            ..entry.clone()
        };
        let at = Pointer::root().field("compensation").field("pay").index(place);
        lever = changing(lever, &at, &json(entry), &json(&raised));
        said = said.or(Some((least, &entry.currency, entry.unit_text)));
    }
    if let Some(least) = added {
        let unit = option.unit_text;
        let least = rounded(least / times, unit, f64::ceil)?;
        let mut entry = Entry::new(option.currency.clone(), unit);
        entry.min_value = Some(least);
        let path = [("compensation", compensation.is_some()), ("pay", stated.is_some())];
        lever = appending(lever, &path, json(&entry));
        said = said.or(Some((least, &option.currency, unit)));
    }
    Some(saying(lever, said?))
}

fn accepted(lines: &Lines, bargain: &PayBargain<'_>, open: &Open<'_, Pay>) -> Option<Lever> {
    let (measure, situation) = (open.wanted.measure, &bargain.offer.situation);
    let (low, _) = bargain.offer.offered.paid(measure, situation, bargain.want.home());
    let option = open.option;
    let paid = f64::from(low) / Period::of(option.unit_text).1;
    // What is not known to be paid is asked about, and not given up.
    if paid <= 0.0 {
        return None;
    }
    let (mut minimum, target) = lines.asked(paid, aimed(open));
    if bargain.need.is_essential() {
        minimum = minimum.min(paid);
    }
    let floor = |amount: f64| rounded(amount, option.unit_text, f64::floor);
    let least = if minimum < lines.minimum { floor(minimum)? } else { option.minimum };
    let most = match (target, lines.target) {
        (Some(target), Some(before)) if target < before => Some(floor(target)?.max(least)),
        (Some(_), _) => option.target,
        (None, _) => None,
    };
    let changed = PayOption { minimum: least, target: most, ..option.clone() };
    let is_target = least == option.minimum;
    let code = if is_target { "accept-target" } else { "accept-pay" };
    let lever = PayBargain::lever(Side::Candidate, code, open.place);
    let lever = changing(lever, &PayBargain::at(open.place), &json(option), &json(&changed));
    let to = most.filter(|_| is_target).unwrap_or(least);
    Some(saying(lever, (to, &option.currency, option.unit_text)))
}

/// The degree to aim at, in millionths, so that an amount does not tell how a number is kept.
fn aimed(open: &Open<'_, Pay>) -> f64 {
    (f64::from(open.aimed) * 1e6).round() / 1e6
}

fn saying(lever: Lever, (to, currency, unit): (Amount, &CurrencyCode, PayUnit)) -> Lever {
    let lever = lever.value("to", to.to_string());
    lever.value("currency", currency.as_str()).value("unit", unit.as_str())
}

/// An amount in whole units, by the hour in hundredths; what is off by no more than rounding is taken as whole.
fn rounded(amount: f64, unit: PayUnit, whole: fn(f64) -> f64) -> Option<Amount> {
    let steps = if unit == PayUnit::Hour { 100.0 } else { 1.0 };
    let scaled = amount * steps;
    let nearest = scaled.round();
    let is_whole = (scaled - nearest).abs() <= 1e-9 * scaled.abs();
    let stepped = if is_whole { nearest } else { whole(scaled) };
    Amount::from_ten_thousandths((stepped / steps * 10_000.0).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_the_inverse_of_what_is_earned() {
        for target in [None, Some(100_000.0)] {
            let lines = Lines {
                minimum: 80_000.0,
                target,
                at_minimum: if target.is_some() { 0.75 } else { 1.0 },
                shortfall: 0.25,
            };
            for (earned, without, with) in [
                (1.0, 80_000.0, 100_000.0),
                (0.875, 77_500.0, 90_000.0),
                (0.5, 70_000.0, 73_333.333_333),
            ] {
                let expected = if target.is_some() { with } else { without };
                assert!(
                    (lines.pay(earned) - expected).abs() < 1e-3,
                    "{earned}: {}",
                    lines.pay(earned)
                );
            }
            let (minimum, target) = lines.asked(70_000.0, 1.0);
            assert!((minimum - 70_000.0).abs() < 1e-6 && target.is_none());
        }
    }
}
