//! The built-in criteria, and one of a third party.

use mutualfit_domain::{Candidate, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, Info, Plain, Purpose, ReadsOf,
    Registry, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A criterion of a third party, whose settings use what settings can.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TeamSize {
    /// What counts as comfortable.
    comfortable: Comfort,
    /// How it is measured.
    #[serde(default)]
    measure: Measure,
    /// Bonus by team.
    #[serde(default)]
    bonus: BTreeMap<String, f64>,
    /// A type of the same name as a document's.
    #[serde(default)]
    level: Option<Level>,
}

/// A team that is comfortable.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Comfort {
    /// At most so many.
    AtMost(Limit),
    /// Anything.
    Any {
        /// Why.
        #[serde(default)]
        reason: Option<String>,
    },
}

/// A number of people.
#[derive(Debug, Deserialize, JsonSchema)]
struct Limit {
    /// How many.
    #[schemars(range(min = 0.0, max = 1e6))]
    people: f64,
}

/// How a team is measured.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
enum Measure {
    /// By heads.
    #[default]
    Heads,
    /// By full-time posts.
    FullTimePosts,
}

/// How high.
#[derive(Debug, Deserialize, JsonSchema)]
struct Level {
    /// The floor.
    #[schemars(with = "i32")]
    floor: i32,
}

impl TeamSize {
    /// The size of a team on this criterion's own measure.
    fn measured(&self, heads: f32) -> f32 {
        let floor = self.level.as_ref().map_or(0, |level| level.floor);
        let bonus: f64 = self.bonus.values().sum();
        let heads = match self.measure {
            Measure::Heads => heads,
            Measure::FullTimePosts => heads * 0.75,
        };
        heads + floor as f32 - bonus as f32
    }
}

impl Criterion for TeamSize {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, _: &Candidate, _: &Context) -> Ask<f32> {
        match &self.comfortable {
            Comfort::Any { reason } if reason.is_some() => Ask::Irrelevant,
            Comfort::Any { .. } => Ask::Unstated,
            Comfort::AtMost(limit) => Ask::Stated(limit.people as f32, Stake::default()),
        }
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        match role.role().team.as_ref().and_then(|team| team.size) {
            Some(size) => Answer::Stated(self.measured(size.to_f64() as f32)),
            None => Answer::Unstated,
        }
    }

    fn fit(&self, want: &f32, have: &f32) -> Degree {
        Degree::exact(want / have)
    }
}

/// The built-in criteria, and `acme/team-size`.
pub(crate) fn registry() -> Registry {
    let mut registry = built_in();
    registry.add_with::<TeamSize>(INFO, |size| Ok(Box::new(Plain::new(size)))).unwrap();
    registry
}

const INFO: Info = Info {
    id: "acme/team-size",
    version: "1.0.0",
    side: Side::Candidate,
    summary: "Is the team as small as the candidate likes?",
    docs: "",
    purpose: Purpose::Selection,
    silence: 0.1,
    asks: "/aspirations",
    reads: ReadsOf { role: &["/team/size"], candidate: &[], pair: &[], extensions: &[] },
    words: &[],
};

/// The built-in criteria alone.
pub(crate) fn built_in() -> Registry {
    mutualfit_criteria::registry().unwrap()
}
