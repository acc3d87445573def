//! How a role and a candidate would make each other grow: shown on both sides, never scored.

use crate::{Context, facts::Seats};
use mutualfit_domain::{
    Aspirations, Audience, Candidate, ConceptRef, Credits, HeldSkill, Pointer, Requirements, Role,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that one side gives and the other hopes for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GrowthLink {
    /// Which way it goes.
    pub code: GrowthCode,
    /// What it is about, in words.
    pub concept: String,
    /// Where it is given: what the role teaches, or what the candidate brings.
    pub given: Pointer,
    /// Where it is hoped for: what the candidate wants to learn, or what the team does. Absent where that is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hoped: Option<Pointer>,
    /// The requirement that it helps the candidate to meet, where they do not say to meet it already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Pointer>,
    /// `engine` where the candidate keeps it from the role; absent where it may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
}

/// Which way something is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum GrowthCode {
    /// The role teaches what the candidate wants to learn.
    Learns,
    /// The candidate brings what the team hopes to learn.
    Brings,
}

/// Everything that each side of a pair would give the other to grow by.
pub(crate) fn links(seats: Seats<'_>, context: &Context) -> Vec<GrowthLink> {
    let role = seats.role.role();
    let Some(growth) = &role.growth else { return Vec::new() };
    let is_same = |one: &ConceptRef, other: &ConceptRef| {
        context.concepts().credit(one, other, Credits::EXACT).is_some()
    };
    let mut links = Vec::new();
    let wishes = seats.candidate.aspirations.as_ref();
    for (place, learned) in growth.learn.iter().flatten().enumerate() {
        let wanted = wishes.and_then(|wishes| wishes.learning.as_deref()).unwrap_or_default();
        for (wish, item) in wanted.iter().enumerate() {
            if is_same(&item.concept, &learned.concept) {
                links.push(GrowthLink {
                    code: GrowthCode::Learns,
                    concept: learned.concept.name().to_owned(),
                    given: at(&["growth", "learn"], place),
                    hoped: Some(at(&["aspirations", "learning"], wish)),
                    closes: gap(role, seats.candidate, &learned.concept, &is_same),
                    audience: kept(wishes, item.audience),
                });
            }
        }
    }
    for (place, hoped) in growth.team_wants_to_learn.iter().flatten().enumerate() {
        let given = brings(seats.candidate, |concept| is_same(&hoped.concept, concept));
        links.extend(given.map(|(given, audience)| GrowthLink {
            code: GrowthCode::Brings,
            concept: hoped.concept.name().to_owned(),
            given,
            hoped: Some(at(&["growth", "teamWantsToLearn"], place)),
            closes: None,
            audience,
        }));
    }
    links
}

/// The requirement of the same concept that a candidate does not say to meet.
fn gap(
    role: &Role,
    candidate: &Candidate,
    concept: &ConceptRef,
    is_same: &impl Fn(&ConceptRef, &ConceptRef) -> bool,
) -> Option<Pointer> {
    let asked = role.requirements.as_ref().and_then(|asked: &Requirements| asked.skills.as_deref());
    let has = |held: &HeldSkill| held.held != Some(false) && is_same(concept, &held.concept);
    let required = asked?.iter().position(|skill| is_same(&skill.concept, concept))?;
    let held = candidate.skills.iter().flatten().find(|held| has(held));
    let asked_level = asked?.get(required)?.level.as_ref();
    let is_met = held.is_some_and(|held| match (asked_level, &held.level) {
        (None, _) => true,
        (Some(asked), Some(level)) => {
            asked.scale() == level.scale() && level.value() >= asked.value()
        }
        (Some(_), None) => false,
    });
    (!is_met).then(|| at(&["requirements", "skills"], required))
}

/// Where a candidate brings something: as what they would like to bring, or else as a skill that they have.
fn brings(
    candidate: &Candidate,
    is_it: impl Fn(&ConceptRef) -> bool,
) -> Option<(Pointer, Option<Audience>)> {
    let wishes = candidate.aspirations.as_ref();
    let offered = wishes.and_then(|wishes| wishes.contributions.as_deref()).unwrap_or_default();
    let skills = candidate.skills.as_deref().unwrap_or_default();
    // What may be shown is found before what is kept.
    let skill = |audience: Option<Audience>| {
        let is_one = |held: &HeldSkill| {
            held.held != Some(false)
                && (held.audience == Some(Audience::Engine)) == audience.is_some()
                && is_it(&held.concept)
        };
        Some((at(&["skills"], skills.iter().position(is_one)?), audience))
    };
    let wish = || {
        let place = offered.iter().position(|offered| is_it(&offered.concept))?;
        let audience = kept(wishes, offered.get(place)?.audience);
        Some((at(&["aspirations", "contributions"], place), audience))
    };
    skill(None).or_else(wish).or_else(|| skill(Some(Audience::Engine)))
}

fn kept(wishes: Option<&Aspirations>, item: Option<Audience>) -> Option<Audience> {
    wishes.map(|wishes| wishes.audience_of(item)).filter(|audience| *audience == Audience::Engine)
}

fn at(list: &[&str], place: usize) -> Pointer {
    list.iter().fold(Pointer::root(), |pointer, name| pointer.field(name)).index(place)
}
