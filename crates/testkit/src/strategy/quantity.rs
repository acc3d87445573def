//! Money, hours, days and places.

use super::section::put;
use super::shape::{Json, always, filled, object, often, one_of, seldom, some_of, text};
use super::vocabulary::{EMPLOYMENT, SHIFTS, WORKPLACES};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Units of pay with what an hour is worth in them, so that asks and offers are of one size.
const UNITS: [(&str, u32); 5] =
    [("HOUR", 1), ("DAY", 8), ("WEEK", 40), ("MONTH", 170), ("YEAR", 2000)];

/// Pay as offered: one bound or both, some of it only for some arrangements.
pub(crate) fn pay() -> Json {
    let written = |((unit, hours), least, more, bounds, currency): (_, u32, u32, u8, &str)| {
        let mut pay = json!({ "currency": currency, "unitText": unit });
        if bounds != 1 {
            put(&mut pay, "/minValue", amount(least * hours));
        }
        if bounds != 2 {
            put(&mut pay, "/maxValue", amount((least + more) * hours));
        }
        pay
    };
    let pay = (prop::sample::select(&UNITS), 10..=60u32, 0..=20u32, 0..5u8, currency());
    (pay.prop_map(written), prop::option::weighted(0.2, when()))
        .prop_map(|(mut pay, applies_to)| {
            if let Some(applies_to) = applies_to {
                put(&mut pay, "/appliesTo", applies_to);
            }
            pay
        })
        .boxed()
}

/// A minimum, its currency and unit, and sometimes a target above it.
pub(crate) fn pay_wanted() -> Json {
    let written = |((unit, hours), least, more, currency): (_, u32, Option<u32>, &str)| {
        let mut pay =
            json!({ "minimum": amount(least * hours), "currency": currency, "unitText": unit });
        if let Some(more) = more {
            put(&mut pay, "/target", amount((least + more) * hours));
        }
        pay
    };
    (prop::sample::select(&UNITS), 10..=60u32, prop::option::of(0..=20u32), currency())
        .prop_map(written)
        .boxed()
}

fn amount(units: u32) -> Value {
    Value::from(if units.is_multiple_of(7) { format!("{units}.50") } else { units.to_string() })
}

/// The context of some cases knows USD to EUR and nothing else.
fn currency() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![6 => Just("USD"), 3 => Just("EUR"), 1 => Just("GBP")]
}

pub(crate) fn when() -> Json {
    object(vec![
        seldom("countries", some_of(&["DE", "GB", "US"], 1, 2)),
        seldom("workplaceType", some_of(WORKPLACES, 1, 2)),
        seldom("employmentType", some_of(EMPLOYMENT, 1, 2)),
        seldom("shifts", some_of(SHIFTS, 1, 2)),
        often("hoursPerWeek", hours()),
    ])
}

/// Hours a week: one bound or both.
pub(crate) fn hours() -> Json {
    range(4..=50)
}

pub(crate) fn days_on_site() -> Json {
    range(0..=5)
}

fn range(bounds: std::ops::RangeInclusive<u32>) -> Json {
    let most = *bounds.end();
    (bounds, 0..=10u32, 0..6u8)
        .prop_map(move |(least, more, form)| match form {
            0 => json!({ "minValue": least }),
            1 => json!({ "maxValue": least }),
            2 | 3 => json!({ "minValue": least, "maxValue": least }),
            _ => json!({ "minValue": least, "maxValue": (least + more).min(most.max(least)) }),
        })
        .boxed()
}

/// A share of a whole, in twentieths.
pub(crate) fn share() -> Json {
    (0..=20i32).prop_map(|twentieths| json!(f64::from(twentieths) / 20.0)).boxed()
}

pub(crate) fn windows() -> Json {
    let times = &["00:00", "07:00", "09:00", "12:30", "17:00", "19:00", "22:00", "24:00"];
    let window = object(vec![
        always("days", some_of(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1, 7)),
        always("start", one_of(times)),
        always("end", one_of(times)),
    ]);
    filled(window, 2)
}

pub(crate) fn span() -> Json {
    one_of(&["P0D", "P14D", "P30D", "P3M", "P90D", "P6M", "P1Y", "P2Y"])
}

/// A day, month or year about the day as of which is scored, 2026-11-22.
pub(crate) fn date() -> Json {
    one_of(&[
        "2024",
        "2025-06-30",
        "2026",
        "2026-11-22",
        "2026-12",
        "2027-01-15",
        "2027-03",
        "2027",
        "2029",
    ])
}

/// A day, month or year before those of [`late_date`].
pub(crate) fn early_date() -> Json {
    one_of(&["2012", "2015-03", "2018-09-01", "2020"])
}

/// A day, month or year after those of [`early_date`], and before the day as of which is scored.
pub(crate) fn late_date() -> Json {
    one_of(&["2021-02", "2023", "2025-12-31", "2026-08"])
}

pub(crate) fn count(range: std::ops::RangeInclusive<u32>) -> Json {
    range.prop_map(Value::from).boxed()
}

pub(crate) fn place() -> Json {
    let with = |members: Value| Just(members).boxed();
    let town = |country: &'static str, subdivision: &'static str, locality: &'static str| {
        object(vec![
            always("country", text(country)),
            often("subdivision", text(subdivision)),
            often("locality", text(locality)),
            often("utcOffsetMinutes", one_of(&[-480, -300, 0, 60])),
        ])
    };
    prop_oneof![
        3 => town("US", "US-OR", "Portland"),
        1 => town("US", "US-WA", "Seattle"),
        1 => town("DE", "DE-BE", "Berlin"),
        1 => with(json!({ "country": "GB" })),
    ]
    .boxed()
}

pub(crate) fn moment() -> Json {
    one_of(&["2026-10-01T09:00:00Z", "2026-11-20T15:30:00+01:00"])
}
