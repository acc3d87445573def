//! Who fits, best first: the document that a ranking is.

use crate::{Degree, Provenance, spec::spec};
use mutualfit_domain::{Id, Pointer, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

spec!(
    /// The literal `mutualfit/ranking/1`.
    RankingSpec, "mutualfit/ranking/1"
);

/// Who fits one subject, best first; who is blocked, and by what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ranking {
    /// `mutualfit/ranking/1`.
    pub spec: RankingSpec,
    /// For whom it is written.
    pub reader: Reader,
    /// Whom it ranks for.
    pub subject: SubjectRef,
    /// How many documents were considered.
    pub considered: u32,
    /// Those that nothing blocks, best first.
    pub entries: Vec<RankedEntry>,
    /// Those that an essential condition blocks.
    pub blocked: Blocked,
    /// Criteria that misbehaved; their answers count as unknown.
    pub faults: Vec<CriterionFault>,
    /// What it was made from.
    pub provenance: Provenance,
}

/// For whom a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Reader {
    /// Whoever answers for the ranking itself and may see everything.
    Auditor,
    /// Whoever hires: what the candidate keeps to the engine is not shown.
    Role,
    /// The candidate: sees all numbers of their own pairs.
    Candidate,
}

/// Whom a ranking ranks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SubjectRef {
    /// A role or a candidate.
    pub kind: Side,
    /// Its id.
    pub id: Id,
}

/// One that nothing blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RankedEntry {
    /// From 1, best first.
    pub rank: u32,
    /// Its id.
    pub id: Id,
    /// Both sides together.
    pub mutual: Score,
    /// How far the candidate meets what the role asks.
    pub role_side: SideSummary,
    /// How far the role meets what the candidate asks.
    pub candidate_side: SideSummary,
    /// Whether all that is essential is met or some of it is still open.
    pub status: Status,
    /// What is essential and still open.
    pub open: Vec<Condition>,
    /// Which of the role's arrangements this is about; absent where it lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<u16>,
}

/// Those that an essential condition blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Blocked {
    /// How many.
    pub count: u32,
    /// How many each criterion blocks; one document may be blocked by several.
    pub by: Vec<BlockedBy>,
    /// The first of them by id, scored as everybody else.
    pub entries: Vec<BlockedEntry>,
}

/// How many documents one criterion blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BlockedBy {
    /// Whose condition it is.
    pub side: Side,
    /// The entry of the rubric.
    pub criterion: String,
    /// How many.
    pub count: u32,
}

/// One that an essential condition blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BlockedEntry {
    /// Its id.
    pub id: Id,
    /// Both sides together.
    pub mutual: Score,
    /// How far the candidate meets what the role asks.
    pub role_side: SideSummary,
    /// How far the role meets what the candidate asks.
    pub candidate_side: SideSummary,
    /// The conditions that are not met.
    pub by: Vec<Condition>,
    /// Which of the role's arrangements this is about; absent where it lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<u16>,
}

/// An essential condition that is not met, or still open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// Whose condition it is.
    pub side: Side,
    /// The entry of the rubric.
    pub criterion: String,
    /// Where it stands in that side's document; absent where that is kept from the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Pointer>,
    /// Whether one of the two said that it can be talked about; absent where that is kept from the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negotiable: Option<bool>,
}

/// Whether all that is essential is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// All of it.
    Met,
    /// Some of it is not known or can be talked about.
    Open,
}

/// A score: its bounds, and the point between them that the rubric's stance picks. Never a probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// What holds at the least.
    pub low: Published,
    /// What is still possible.
    pub high: Published,
    /// What a ranking orders by; absent where the score is banded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Published>,
    /// Whether it is shown in whole fifths, since exact numbers would give away what somebody keeps to the engine.
    #[serde(default, skip_serializing_if = "is_false")]
    pub banded: bool,
}

/// How many bands a score is shown in, where exact numbers would say too much.
const BANDS: f64 = 5.0;

impl Score {
    /// The score of these bounds at a stance.
    pub(crate) fn of(degree: Degree, stance: f32) -> Self {
        Self {
            low: Published::of(degree.low()),
            high: Published::of(degree.high()),
            point: Some(Published::of(degree.at(stance))),
            banded: false,
        }
    }

    /// The fifths that its bounds lie in: never a single number, and without its point.
    ///
    /// A fifth holds its lower end and not its upper one, the last both, so that a bound at an end tells no more than
    /// one within.
    pub(crate) fn in_fifths(self) -> Self {
        let fifth = |bound: Published| (bound.get() * BANDS).floor().clamp(0.0, BANDS - 1.0);
        Self {
            low: Published(fifth(self.low) / BANDS),
            high: Published((fifth(self.high) + 1.0) / BANDS),
            point: None,
            banded: true,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !value
}

/// A score with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SideSummary {
    /// What holds at the least.
    pub low: Published,
    /// What is still possible.
    pub high: Published,
    /// The point between them that the rubric's stance picks; absent where the side is banded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Published>,
    /// Whether it is shown in whole fifths, since exact numbers would give away what somebody keeps to the engine.
    #[serde(default, skip_serializing_if = "is_false")]
    pub banded: bool,
    /// The share of the side's weight whose ask and answer are both stated; absent where the side is banded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Published>,
    /// How many criteria's asks are stated.
    pub asked: u32,
}

/// A criterion that misbehaved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CriterionFault {
    /// The entry of the rubric.
    pub criterion: String,
    /// What went wrong.
    pub kind: String,
    /// In how many pairs.
    pub count: u32,
    /// The first ids by which to find them.
    pub ids: Vec<Id>,
}

/// A number as published: an f64 of six decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Published(f64);

/// A score's number as it is published: an f64 rounded to six decimals.
pub fn published(number: f32) -> f64 {
    rounded(f64::from(number))
}

fn rounded(number: f64) -> f64 {
    (number * MICROS).round() / MICROS + 0.0
}

/// How many units of the sixth decimal make one.
const MICROS: f64 = 1e6;

impl Published {
    /// A number as it is published.
    pub(crate) fn of(number: f32) -> Self {
        Self(published(number))
    }

    /// A number rounded to six decimals.
    pub(crate) fn rounded(number: f64) -> Self {
        Self(rounded(number))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Parts of a whole, rounded so that they add up to it as published: by largest remainder.
    pub(crate) fn parts(whole: f64, parts: &[f64]) -> Vec<Self> {
        let floors: Vec<f64> = parts.iter().map(|part| (part * MICROS).floor()).collect();
        let missing = ((whole * MICROS).round() - floors.iter().sum::<f64>())
            .clamp(0.0, parts.len() as f64) as usize;
        let mut order: Vec<(usize, f64)> = parts
            .iter()
            .zip(&floors)
            .map(|(part, floor)| part * MICROS - floor)
            .enumerate()
            .collect();
        order.sort_by(|one, other| other.1.total_cmp(&one.1));
        let mut units = floors;
        for (position, _) in order.into_iter().take(missing) {
            if let Some(unit) = units.get_mut(position) {
                *unit += 1.0;
            }
        }
        units.into_iter().map(|unit| Self(unit / MICROS + 0.0)).collect()
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(|number| Self(rounded(number)))
    }
}

impl JsonSchema for Published {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Published".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}
