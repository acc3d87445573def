//! Values of findings, in words.

use crate::{number, words};
use serde_json::Value;

/// A value of this name as people say it.
pub(crate) fn value(name: &str, value: &Value) -> String {
    if MONEY.contains(&name) {
        return money(value);
    }
    match value {
        Value::String(code) => {
            // What something would be changed to may be a value of any name.
            let is_named = |of: &str| of == name || name == "to";
            let known =
                VALUES.iter().find(|(of, known, _)| is_named(of) && *known == code.as_str());
            match (known, name) {
                (Some((.., words)), _) => (*words).to_owned(),
                (None, "kind") => words::spoken(&number::value(value)),
                (None, "topic") => words::facet_within(&number::value(value)),
                (None, _) => number::value(value),
            }
        }
        Value::Number(share) if name == "share" => {
            share.as_f64().map_or_else(|| number::value(value), number::percent)
        }
        other => number::value(other),
    }
}

/// The names of values that are money.
const MONEY: [&str; 4] = ["minimum", "target", "offeredLow", "offeredHigh"];

/// Money with its hundredths, or none where it is whole.
fn money(value: &Value) -> String {
    let text = value.as_str().and_then(|text| text.parse::<f64>().ok());
    match text.or_else(|| value.as_f64()) {
        Some(amount) if amount.fract().abs() < 0.005 => format!("{amount:.0}"),
        Some(amount) => format!("{amount:.2}"),
        None => number::value(value),
    }
}

const VALUES: &[(&str, &str, &str)] = &[
    ("unit", "HOUR", "an hour"),
    ("unit", "DAY", "a day"),
    ("unit", "WEEK", "a week"),
    ("unit", "MONTH", "a month"),
    ("unit", "YEAR", "a year"),
    ("kind", "health", "health cover"),
    ("kind", "retirement", "a retirement plan"),
    ("kind", "studyBudget", "a study budget"),
    ("language", "ar", "Arabic"),
    ("language", "de", "German"),
    ("language", "en", "English"),
    ("language", "es", "Spanish"),
    ("language", "fr", "French"),
    ("language", "it", "Italian"),
    ("language", "ja", "Japanese"),
    ("language", "pl", "Polish"),
    ("language", "pt", "Portuguese"),
    ("language", "ru", "Russian"),
    ("language", "tr", "Turkish"),
    ("language", "uk", "Ukrainian"),
    ("language", "vi", "Vietnamese"),
    ("language", "zh", "Chinese"),
    ("country", "CA", "Canada"),
    ("country", "DE", "Germany"),
    ("country", "FR", "France"),
    ("country", "GB", "the United Kingdom"),
    ("country", "US", "the United States"),
    ("shift", "day", "days"),
    ("shift", "evening", "evenings"),
    ("shift", "night", "nights"),
    ("shift", "weekend", "weekends"),
    ("shift", "rotating", "changing shifts"),
    ("shift", "onCall", "on call"),
    ("day", "mon", "Monday"),
    ("day", "tue", "Tuesday"),
    ("day", "wed", "Wednesday"),
    ("day", "thu", "Thursday"),
    ("day", "fri", "Friday"),
    ("day", "sat", "Saturday"),
    ("day", "sun", "Sunday"),
    ("workplaceType", "onSite", "on site"),
    ("workplaceType", "hybrid", "partly on site, partly elsewhere"),
    ("workplaceType", "remote", "from anywhere"),
    ("employmentType", "FULL_TIME", "full time"),
    ("employmentType", "PART_TIME", "part time"),
    ("employmentType", "CONTRACTOR", "as a contractor"),
    ("employmentType", "TEMPORARY", "for a time"),
    ("employmentType", "INTERN", "as an intern"),
    ("employmentType", "VOLUNTEER", "as a volunteer"),
    ("employmentType", "PER_DIEM", "by the day"),
    ("employmentType", "OTHER", "in another way"),
];
