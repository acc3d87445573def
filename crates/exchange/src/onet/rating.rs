//! How important an element is to an occupation, and at what level it is used.

use mutualfit_domain::{FaultKind, Importance, Level, Number, ValueError};

use crate::fault::quoted;
use crate::onet::constant::text;
use crate::onet::figure::{four_decimals, on_scale, twice, unknown_scale};

/// An element that an occupation uses: its place among the elements, how much, and how well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    pub(super) element: usize,
    pub(super) importance: Importance,
    pub(super) level: Option<&'a Level>,
}

/// What the rows of one element say of an occupation.
#[derive(Clone, Debug)]
pub(super) struct Rating {
    pub(super) element: usize,
    /// The line of its first row.
    pub(super) line: u64,
    pub(super) importance: Reading<Importance>,
    pub(super) level: Reading<Level>,
}

impl Rating {
    /// What can be used of it; `None` when its importance cannot.
    pub(super) fn item(&self) -> Option<Item<'_>> {
        let Reading::Given(importance) = self.importance else { return None };
        let level = match &self.level {
            Reading::Given(level) => Some(level),
            Reading::Absent | Reading::Suppressed => None,
        };
        Some(Item { element: self.element, importance, level })
    }
}

/// A figure, as far as it can be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading<T> {
    /// No row gives it.
    Absent,
    /// The row that gives it says that it is too uncertain to use.
    Suppressed,
    /// It can be used.
    Given(T),
}

/// The cells of a row that rates an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct RatingRow<'r> {
    pub(super) scale: &'r str,
    pub(super) value: &'r str,
    pub(super) suppress: &'r str,
    pub(super) irrelevant: &'r str,
}

/// Adds a row to the ratings of an occupation.
pub(super) fn rate(
    ratings: &mut Vec<Rating>,
    element: usize,
    line: u64,
    row: RatingRow<'_>,
) -> Result<(), ValueError> {
    let suppressed = is_marked("Recommend Suppress", row.suppress)?;
    let irrelevant = is_marked("Not Relevant", row.irrelevant)?;
    // The rows of an element follow each other, so the search from the end is short.
    let place = ratings.iter().rposition(|rating| rating.element == element).unwrap_or_else(|| {
        let (importance, level) = (Reading::Absent, Reading::Absent);
        ratings.push(Rating { element, line, importance, level });
        ratings.len() - 1
    });
    let Some(rating) = ratings.get_mut(place) else { return Ok(()) };
    match row.scale {
        "IM" => {
            let importance = importance(on_scale("onet/IM", row.value)?)?;
            let reading = if suppressed { Reading::Suppressed } else { Reading::Given(importance) };
            set(&mut rating.importance, reading, row.scale)
        }
        "LV" => {
            let value = on_scale("onet/LV", row.value)?;
            let reading = if irrelevant {
                Reading::Given(level(0.0)?)
            } else if suppressed {
                Reading::Suppressed
            } else {
                Reading::Given(level(value)?)
            };
            set(&mut rating.level, reading, row.scale)
        }
        other => Err(unknown_scale(other, "`IM` or `LV`")),
    }
}

/// O*NET's importance, 1 to 5, as a part of 1.
fn importance(value: f64) -> Result<Importance, ValueError> {
    Importance::new(four_decimals((value - 1.0) / 4.0))
}

fn level(value: f64) -> Result<Level, ValueError> {
    Level::new(text("onet/LV"), Number::new(value)?)
}

fn is_marked(column: &str, word: &str) -> Result<bool, ValueError> {
    match word {
        "Y" => Ok(true),
        "" | "N" | "n/a" | "NULL" => Ok(false),
        other => Err(ValueError::new(
            FaultKind::Malformed,
            format!(
                "{} in the column `{column}` is no mark; write `Y`, `N` or nothing",
                quoted(other)
            ),
        )),
    }
}

fn set<T>(reading: &mut Reading<T>, value: Reading<T>, scale: &str) -> Result<(), ValueError> {
    if matches!(reading, Reading::Absent) {
        *reading = value;
        Ok(())
    } else {
        Err(twice(&format!("the element with the scale `{scale}`")))
    }
}
