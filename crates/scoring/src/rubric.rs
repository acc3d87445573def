//! The criteria and weights that score fit.

use crate::{Exponent, Merge, one_spelling::OneSpelling, spec::spec};
use mutualfit_domain::{At, Document, FaultKind, Id, RuleFaults};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;
use std::collections::BTreeSet;

spec!(
    /// The literal `mutualfit/rubric/1`.
    RubricSpec, "mutualfit/rubric/1"
);

/// How many entries a side may have: both sides together fit the 128 bits of a mask.
pub(crate) const ENTRIES_A_SIDE: usize = 64;
/// How many entries a rubric may have.
const ENTRIES: usize = 2 * ENTRIES_A_SIDE;

/// The criteria and weights that score fit, and how the sides become one ranking.
///
/// Not the scorecard of an applicant tracking system, which is a form that an interviewer fills in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", remote = "Self")]
#[schemars(remote = "Rubric")]
pub struct Rubric {
    /// `mutualfit/rubric/1`.
    pub spec: RubricSpec,
    /// Its name.
    pub id: Id,
    /// Whom it ranks by; `mutual` unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_by: Option<RankBy>,
    /// Where within an interval the point lies; `balanced` unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// How the two sides become one score; the harmonic mean of equal weights unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mutual: Option<MergeSettings>,
    /// Where the weights come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights_from: Option<WeightsFrom>,
    /// The criteria, at least one and at most 64 a side.
    #[schemars(length(min = 1, max = ENTRIES))]
    pub criteria: Vec<RubricEntry>,
}

/// One criterion of a rubric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RubricEntry {
    /// The kind of criterion, such as `pay`.
    #[serde(rename = "use")]
    pub kind: String,
    /// Its name in results; the kind's id unless stated. Unique within a rubric.
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Id>,
    /// Its weight beside the others of its side; 1 unless stated. 0 shows it without weighing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1_000_000.0))]
    pub weight: Option<f64>,
    /// The stake of an ask that was not stated, `0..=1`; the kind's own unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub silence: Option<f64>,
    /// The settings of the kind.
    #[serde(rename = "with", default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<std::collections::BTreeMap<String, Value>>")]
    pub settings: Option<serde_json::Map<String, Value>>,
}

/// Whom a ranking is by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum RankBy {
    /// Both sides together.
    #[default]
    Mutual,
    /// The role's side alone.
    RoleSide,
    /// The candidate's side alone.
    CandidateSide,
}

/// Where within an interval the point lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Stance {
    /// At the low: what is not known does not count.
    Cautious,
    /// Halfway.
    #[default]
    Balanced,
    /// At the high: what is not known counts as good.
    Optimistic,
}

impl Stance {
    /// From 0 at the low to 1 at the high.
    pub fn share(self) -> f32 {
        match self {
            Self::Cautious => 0.0,
            Self::Balanced => 0.5,
            Self::Optimistic => 1.0,
        }
    }
}

/// Where a rubric's weights come from. Learned weights can change what the law makes of a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum WeightsFrom {
    /// All alike.
    Equal,
    /// Asked of people.
    Elicited,
    /// Fitted to data.
    Learned,
}

/// How the two sides become one score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MergeSettings {
    /// The exponent of the power mean; -1, the harmonic mean, unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exponent: Option<Exponent>,
    /// The weight of the role's side, above 0; 1 unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.001, max = 1000.0))]
    pub role_weight: Option<f64>,
    /// The weight of the candidate's side, above 0; 1 unless stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.001, max = 1000.0))]
    pub candidate_weight: Option<f64>,
}

impl From<MergeSettings> for Merge {
    fn from(settings: MergeSettings) -> Self {
        let weight = |stated: Option<f64>| stated.map_or(1.0, |weight| weight as f32);
        Self {
            exponent: settings.exponent.unwrap_or_default(),
            role_weight: weight(settings.role_weight),
            candidate_weight: weight(settings.candidate_weight),
        }
    }
}

impl RubricEntry {
    /// An entry of this kind with weight 1 and the kind's own settings.
    pub fn new(kind: &str) -> Self {
        Self { kind: kind.to_owned(), name: None, weight: None, silence: None, settings: None }
    }

    /// The name that results use.
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or(&self.kind, Id::as_str)
    }

    /// Whether it has a weight, be it one out of range.
    fn is_weighed(&self) -> bool {
        self.weight.is_none_or(|weight| weight.abs() > 0.0)
    }
}

impl Rubric {
    /// A rubric of these kinds, all of weight 1.
    pub fn of<'a>(id: Id, kinds: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            spec: RubricSpec,
            id,
            rank_by: None,
            stance: None,
            mutual: None,
            weights_from: Some(WeightsFrom::Equal),
            criteria: kinds.into_iter().map(RubricEntry::new).collect(),
        }
    }

    /// Whom it ranks by.
    pub fn rank_by(&self) -> RankBy {
        self.rank_by.unwrap_or_default()
    }

    /// Where within an interval the point lies.
    pub fn stance(&self) -> Stance {
        self.stance.unwrap_or_default()
    }

    /// How the two sides become one score.
    pub fn merge(&self) -> Merge {
        self.mutual.unwrap_or_default().into()
    }
}

impl Document for Rubric {
    const SPEC: &'static str = "mutualfit/rubric/1";
    const NAME: &'static str = "rubric";
    const REQUIRED: &'static [&'static str] = &["spec", "id", "criteria"];

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn rules(&self, faults: &mut RuleFaults) {
        let root = At::root();
        let list = root.field("criteria");
        if self.criteria.is_empty() {
            faults.add(&list, FaultKind::Empty, "the rubric has no criteria; name at least one");
        } else if !self.criteria.iter().any(RubricEntry::is_weighed) {
            let message = "no criterion weighs anything; give at least one a weight above 0";
            faults.add(&list, FaultKind::Sum, message);
        }
        if self.criteria.len() > ENTRIES {
            let count = self.criteria.len();
            let message =
                format!("there are {count} criteria; keep to {ENTRIES}, {ENTRIES_A_SIDE} a side");
            faults.add(&list, FaultKind::TooMany, message);
        }
        let mut names = BTreeSet::new();
        for (position, entry) in self.criteria.iter().enumerate() {
            let at = list.index(position);
            if !names.insert(entry.name()) {
                let message = format!(
                    "`{}` is there twice; give one of the two another name with `as`",
                    entry.name()
                );
                faults.add(&at, FaultKind::Duplicate, message);
            }
            outside(faults, &at, "weight", entry.weight, 0.0, 1e6);
            outside(faults, &at, "silence", entry.silence, 0.0, 1.0);
        }
        let mutual = root.field("mutual");
        let MergeSettings { role_weight, candidate_weight, .. } = self.mutual.unwrap_or_default();
        outside(faults, &mutual, "roleWeight", role_weight, 0.001, 1000.0);
        outside(faults, &mutual, "candidateWeight", candidate_weight, 0.001, 1000.0);
    }

    fn deserialize_unruled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(OneSpelling(deserializer))
    }
}

/// Adds a fault for a number that is not within its bounds.
fn outside(
    faults: &mut RuleFaults,
    at: &At<'_>,
    name: &str,
    number: Option<f64>,
    least: f64,
    most: f64,
) {
    if let Some(number) = number.filter(|number| !(least..=most).contains(number)) {
        let message =
            format!("`{number}` is outside what it takes; give a number from {least} to {most}");
        faults.add(&at.field(name), FaultKind::OutOfRange, message);
    }
}

impl Serialize for Rubric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Rubric {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rubric = Self::deserialize_unruled(deserializer)?;
        rubric.check().first().map_or(Ok(()), |fault| Err(D::Error::custom(fault)))?;
        Ok(rubric)
    }
}
