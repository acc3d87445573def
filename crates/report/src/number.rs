//! Numbers as people read them.

use crate::Glyphs;
use mutualfit_scoring::{Published, Score, SideSummary};
use serde_json::Value;

/// Below this coverage a side's bounds are shown in place of its point.
const THIN_COVERAGE: f64 = 0.5;
/// With fewer criteria asked than this, a side's bounds are shown in place of its point.
const FEW_ASKED: u32 = 3;

/// A number of two decimals.
pub(crate) fn two(number: f64) -> String {
    // Adding 0 takes the sign from a zero.
    format!("{:.2}", (number * 100.0).round() / 100.0 + 0.0)
}

/// What adds to a sum, with its sign, in hundredths.
pub(crate) fn signed(hundredths: i64) -> String {
    let sign = if hundredths < 0 { '-' } else { '+' };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// A share in whole percent.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Two bounds, or one number where they look the same.
pub(crate) fn bounds(low: f64, high: f64, glyphs: Glyphs) -> String {
    let (low, high) = (two(low), two(high));
    if low == high { low } else { format!("{low}{}{high}", glyphs.dash()) }
}

/// The bounds of a score: two decimals, or one where it is shown in fifths.
pub(crate) fn interval(score: &Score, glyphs: Glyphs) -> String {
    let (low, high) = (score.low.get(), score.high.get());
    if score.banded { fifths(low, high, glyphs) } else { bounds(low, high, glyphs) }
}

fn fifths(low: f64, high: f64, glyphs: Glyphs) -> String {
    format!("{low:.1}{}{high:.1}", glyphs.dash())
}

/// Whether a side rests on so little that its point would say more than is known.
pub(crate) fn is_thin(side: &SideSummary) -> bool {
    let is_thin = |coverage: Published| coverage.get() < THIN_COVERAGE;
    side.coverage.is_none_or(is_thin) || side.asked < FEW_ASKED
}

/// A side's point, or its bounds where it rests on little or is banded.
pub(crate) fn side(side: &SideSummary, glyphs: Glyphs) -> String {
    match side.point.filter(|_| !is_thin(side)) {
        Some(point) => two(point.get()),
        None if side.banded => fifths(side.low.get(), side.high.get(), glyphs),
        None => bounds(side.low.get(), side.high.get(), glyphs),
    }
}

/// The mutual point, or its bounds where one of the sides rests on little or is banded.
pub(crate) fn mutual(score: &Score, sides: [&SideSummary; 2], glyphs: Glyphs) -> String {
    match score.point.filter(|_| !sides.into_iter().any(is_thin)) {
        Some(point) => two(point.get()),
        None => interval(score, glyphs),
    }
}

/// A score's point with its bounds where they are not the same, or its bounds alone where it is banded.
pub(crate) fn score(score: &Score, glyphs: Glyphs) -> String {
    let bounds = interval(score, glyphs);
    match score.point.map(|point| two(point.get())) {
        Some(point) if point != bounds => format!("{point} ({bounds})"),
        _ => bounds,
    }
}

/// A sum as it is shown: its point, or its bounds where it is banded.
pub(crate) fn point(score: &Score, glyphs: Glyphs) -> String {
    score.point.map_or_else(|| interval(score, glyphs), |point| two(point.get()))
}

/// Parts of a whole in hundredths, rounded so that they add up to it as it is shown: by largest remainder.
pub(crate) fn parts(whole: f64, baseline: f64, parts: &[f64]) -> Vec<i64> {
    let floors: Vec<f64> = parts.iter().map(|part| (part * 100.0).floor()).collect();
    let above = (whole * 100.0).round() - (baseline * 100.0).round() - floors.iter().sum::<f64>();
    let missing = above.clamp(0.0, parts.len() as f64) as usize;
    let mut order: Vec<(usize, f64)> =
        parts.iter().zip(&floors).map(|(part, floor)| part * 100.0 - floor).enumerate().collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut units: Vec<i64> = floors.into_iter().map(|floor| floor as i64).collect();
    for (position, _) in order.into_iter().take(missing) {
        if let Some(unit) = units.get_mut(position) {
            *unit += 1;
        }
    }
    units
}

/// A value of a fact, in words.
pub(crate) fn value(value: &Value) -> String {
    match value {
        Value::Null => crate::words::NOT_STATED.to_owned(),
        Value::Bool(true) => crate::words::YES.to_owned(),
        Value::Bool(false) => crate::words::NO.to_owned(),
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), plain),
        Value::String(text) => printable(text),
        Value::Array(items) => items.iter().map(self::value).collect::<Vec<_>>().join(", "),
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| format!("{name} {}", self::value(member)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Text of a document on one line, without characters that a terminal would obey.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// A number with no more decimals than it needs, two at the most.
fn plain(number: f64) -> String {
    let text = two(number);
    let text = text.strip_suffix("00").map_or(text.as_str(), |whole| whole.trim_end_matches('.'));
    if text.contains('.') { text.trim_end_matches('0').to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parts_add_up_to_what_is_shown() {
        for (whole, baseline, given, expected) in [
            (0.78, 0.5, &[0.165_2, 0.114_8][..], &[17, 11][..]),
            (0.333_333, 0.0, &[0.111_111, 0.111_111, 0.111_111], &[11, 11, 11]),
            (0.5, 0.0, &[0.166_667, 0.166_667, 0.166_666], &[17, 17, 16]),
            (0.3, 0.5, &[0.1, -0.3], &[10, -30]),
        ] {
            let shown = parts(whole, baseline, given);
            assert_eq!(shown, expected);
            let sum = (baseline * 100.0).round() as i64 + shown.iter().sum::<i64>();
            assert_eq!(sum, (whole * 100.0).round() as i64);
        }
    }

    #[test]
    fn bounds_that_are_one_number_are_shown_as_one() {
        assert_eq!(bounds(0.501, 0.504, Glyphs::Unicode), "0.50");
        assert_eq!(bounds(0.62, 0.8, Glyphs::Unicode), "0.62–0.80");
        assert_eq!(bounds(0.62, 0.8, Glyphs::Ascii), "0.62-0.80");
    }

    #[test]
    fn signs_are_always_there() {
        assert_eq!([17, 0, -3, 120].map(signed), ["+0.17", "+0.00", "-0.03", "+1.20"]);
    }

    #[track_caller]
    fn check(given: &Value, expected: &str) {
        assert_eq!(value(given), expected);
    }

    #[test]
    fn values_read_as_words() {
        check(&json!(4.5), "4.5");
        check(&json!(4.0), "4");
        check(&json!(80_000), "80000");
        check(&json!(0.333_333), "0.33");
        check(&json!(null), "not stated");
        check(&json!(true), "yes");
        check(&json!(["day", "evening"]), "day, evening");
        check(&json!({"minValue": 32}), "minValue 32");
        check(&json!("Writing\u{1b}[31m\nwell"), "Writing [31m well");
    }
}
