//! Whether the candidate has the education that the role asks for, or experience that it accepts instead.

mod block;
mod eqf;
mod learned;

#[cfg(test)]
mod tests;

use self::{
    block::LearnedBlock,
    eqf::eqf,
    learned::{Entry, Learned, OrMonths, Schooling, Wanted, WantedLevel},
};
use crate::{
    by_block::{BlockCriterion, ByBlock},
    deadline::{Days, Timeliness, day_after},
    items::Unlisted,
    levers::json,
    list_criterion::{Asked, Found, ListCriterion},
    months::{Months, shown},
};
use mutualfit_domain::{
    ConceptRef, Credits, HeldEducation, Pointer, Profile, RequiredEducation, Requirements,
    RoleView, Side, Text,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Gate, Info, Lever, Purpose, ReadsOf, Registry,
    Scorer,
};
use ordered_float::OrderedFloat;
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate has an education of the level and in the field that the role asks for, or as many months of
experience as it accepts instead (`orMonthsOfExperience`).

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is the
best of the candidate's educations and of the experience accepted instead:

- the level: `min(1, have / asked)` in levels of the European Qualifications Framework (EQF, 1 to 8), 1 at the level
  asked for and above (demands–abilities; METHODS.md §1.2);
- times ½ where it is in another field, up to 1 in the field asked for: `½ + ½ · credit`, with the `credits` of a
  narrower, broader or related field;
- times ¾ where it is still in progress and expected by the role's start (`requirements.availability.start`, or the day
  as of which is scored), ¼ where it is expected later;
- experience: `min(1, months / orMonthsOfExperience)`, of any kind, paid or not.

0 is no education and no experience. A must-have is met where the item is 1; an education expected in time leaves it
open.

A level is read from a URI that ends in `/eqf/4` or `/eqf/level-4`, from a notation or a label such as `EQF 4`. Any
other level is compared by concept: the same is 1, another is unknown.

## What is unknown

An education that is not listed is unknown, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. A level that is not stated is anything from EQF 1 on, a field anything from ½ on. Where no education
in the very field is listed, the high is 1 while the list is not complete. Months of experience as the criterion
`experience` reckons them. Who states experience but no education has answered as far as experience is accepted.

## Limits

It reads no institution, and no date but the one by which an education is expected. The EQF says how far an education
leads, not how good it was. Ask for education where a law or the work needs it, and accept experience where it does as
well.";

const WORDS: &[(&str, &str)] = &[
    ("met", "Has the education that is asked."),
    ("short", "Has an education at EQF {has}; EQF {asked} is asked."),
    ("other-field", "Has an education in another field than {field}."),
    ("partly", "Has part of the education that is asked."),
    ("unclear", "Has an education; whether it is the one asked is not clear."),
    ("in-time", "Will have the education by {expectedBy}, in time."),
    ("late", "Will have the education by {expectedBy}, which is late."),
    ("undated", "Is getting the education; whether in time is not clear."),
    ("experience-instead", "{months} months of experience count instead; {orMonths} are asked."),
    ("lacking", "No such education is listed among all."),
    ("unlisted", "Whether there is such an education is not said."),
    ("unstated", "No education is stated."),
    ("alternatives", "The best of these alternatives counts."),
    ("lower-level", "Ask for EQF {to}."),
    ("any-field", "Accept an education in another field than {field}."),
    ("accept-experience", "Accept {to} months of experience instead."),
    ("finish-by", "Finish the education by {to}."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "education",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate has the education that the role asks for, or experience that it accepts instead.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/education",
        reads: ReadsOf {
            role: &[
                "/requirements/education/*/level",
                "/requirements/education/*/field",
                "/requirements/education/*/orMonthsOfExperience",
                "/requirements/education/*/importance",
                "/requirements/education/*/mustHave",
                "/requirements/education/*/alternativeGroup",
                "/requirements/availability/start",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/education/*/level",
                "/education/*/field",
                "/education/*/status",
                "/education/*/expectedBy",
                "/experience/*/months",
                "/experience/*/startDate",
                "/experience/*/endDate",
                "/experience/*/current",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    };
    registry.add_with(info, |education: Education| {
        Ok(Box::new(ByBlock::new(education)) as Box<dyn Scorer>)
    })
}

/// Whether the candidate has the education that the role asks for, or experience that it accepts instead.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Education {
    /// What an education counts that the candidate does not list.
    unlisted: Unlisted,
    /// What a neighbour of the field that is asked for counts, a step: 0 to 1 each.
    credits: Credits,
}

impl ListCriterion for Education {
    type Item = RequiredEducation;
    type Want = Wanted;
    type Have = Learned;

    const SECTION: &'static str = "education";

    fn items(requirements: &Requirements) -> Option<&Vec<RequiredEducation>> {
        requirements.education.as_ref()
    }

    fn want(&self, item: &RequiredEducation, role: RoleView<'_>, context: &Context) -> Wanted {
        let keys = |concept: &ConceptRef| context.concepts().asked(concept).keys;
        let level = |level: &ConceptRef| {
            eqf(level).map_or_else(|| WantedLevel::Named(keys(level)), WantedLevel::Eqf)
        };
        Wanted {
            level: item.level.as_ref().map_or(WantedLevel::Any, level),
            field: item.field.as_ref().map(keys),
            or_months: OrMonths(
                item.or_months_of_experience.map(|months| OrderedFloat(months.to_f64() as f32)),
            ),
            deadline: Days::deadline(role, None, context),
        }
    }

    fn have(&self, candidate: Profile<'_>, context: &Context) -> Answer<Learned> {
        if candidate.is_indifferent(Self::SECTION) {
            return Answer::Irrelevant;
        }
        let months = candidate.experience().map(|done| {
            done.iter().fold(Months::default(), |total, experience| {
                total.plus(Months::of(experience, context))
            })
        });
        let educations: Option<Vec<Entry>> = candidate
            .education()
            .map(|list| list.iter().map(|held| Entry::of(held, self.credits, context)).collect());
        if educations.is_none() && months.is_none() {
            return Answer::Unstated;
        }
        let is_complete =
            candidate.is_complete(Self::SECTION) || educations.as_ref().is_some_and(Vec::is_empty);
        let schooling = Schooling { educations, unlisted: self.unlisted, is_complete };
        Answer::Stated(Learned { schooling, months: months.unwrap_or(Months::UNSTATED) })
    }

    fn degree(wanted: &Wanted, learned: &Learned) -> Degree {
        wanted.degree(&learned.schooling, learned.months)
    }

    fn gate(wanted: &Wanted, learned: &Learned) -> Gate {
        wanted.gate(&learned.schooling, learned.months)
    }

    fn fact(
        &self,
        item: &RequiredEducation,
        wanted: &Wanted,
        found: Option<Found<'_, Learned>>,
    ) -> Fact {
        let Some(Found { have: learned, candidate }) = found else { return Fact::new("unstated") };
        let best = learned.schooling.best(wanted);
        let answer = best.and_then(|place| candidate.education()?.get(place));
        let entry = best.and_then(|place| learned.schooling.entry(place));
        let code = learned.code(wanted, best);
        let mut audience = answer.and_then(|answer| answer.audience);
        if item.or_months_of_experience.is_some() {
            audience = candidate.experience_audience().or(audience);
        }
        let fact = values(Fact::new(code), item, answer, entry).audience(audience);
        if code == "experience-instead" {
            let has_any = candidate.experience().is_some_and(|done| !done.is_empty());
            let pointer = Pointer::root().field("experience");
            fact.value("months", shown(learned.months.least)).answered(has_any.then_some(pointer))
        } else {
            fact.answered(best.map(|place| Pointer::root().field(Self::SECTION).index(place)))
        }
    }

    /// The role can ask for less, or for experience; the candidate can finish in time what they have begun. Educations
    /// that are past do not change, and none is made up.
    fn levers(&self, asked: &Asked<'_, Self>, found: Found<'_, Learned>) -> Vec<Lever> {
        let learned = found.have;
        let best = learned.schooling.best(asked.want);
        let entry = best.and_then(|place| learned.schooling.entry(place));
        let of_role = [lower_level(asked, entry), any_field(asked, entry), instead(asked, learned)];
        let finished = best.zip(entry).and_then(|(place, entry)| finished(asked, place, entry));
        of_role.into_iter().chain([finished]).flatten().collect()
    }
}

/// To ask for the level that there is.
fn lower_level(asked: &Asked<'_, Education>, entry: Option<&Entry>) -> Option<Lever> {
    let WantedLevel::Eqf(level) = asked.want.level else { return None };
    let to = entry.map(|entry| entry.eqf).filter(|own| (1..level).contains(own))?;
    let named = ConceptRef::labelled(Text::new(format!("EQF {to}")).ok()?);
    let lever = asked.lever(Side::Role, "lower-level").value("from", level).value("to", to);
    Some(lever.replace(asked.member("level"), json(&named)))
}

/// To take an education in any field.
fn any_field(asked: &Asked<'_, Education>, entry: Option<&Entry>) -> Option<Lever> {
    let field = asked.item.field.as_ref()?;
    entry.filter(|entry| entry.field(asked.want).is_some_and(|credit| credit < 1.0))?;
    let lever = asked.lever(Side::Role, "any-field").value("field", field.name());
    Some(lever.remove(asked.member("field")))
}

/// To take as much experience as there is in its place.
fn instead(asked: &Asked<'_, Education>, learned: &Learned) -> Option<Lever> {
    let months = Some(learned.months.least.floor()).filter(|months| *months >= 1.0)? as u32;
    let lever = asked
        .lever(Side::Role, "accept-experience")
        .value("to", months)
        .value("unit", "months")
        .add(asked.member("orMonthsOfExperience"), months);
    let before = asked.item.or_months_of_experience;
    Some(before.iter().fold(lever, |lever, before| lever.value("from", before.get())))
}

/// To finish in time what is in progress.
fn finished(asked: &Asked<'_, Education>, place: usize, entry: &Entry) -> Option<Lever> {
    let deadline = asked.want.deadline;
    let timeliness = entry.timeliness(asked.want)?;
    let by = day_after(deadline, asked.context)
        .filter(|_| deadline > 0 && timeliness != Timeliness::InTime)?;
    let pointer = Pointer::root().field(Education::SECTION).index(place).field("expectedBy");
    let lever = asked.lever(Side::Candidate, "finish-by").value("to", by.to_string());
    Some(lever.add(pointer, json(&by)))
}

impl BlockCriterion for Education {
    type Block = LearnedBlock;
}

/// The values that mattered for one item.
fn values(
    fact: Fact,
    item: &RequiredEducation,
    answer: Option<&HeldEducation>,
    entry: Option<&Entry>,
) -> Fact {
    let fact = item.field.iter().fold(fact, |fact, field| fact.value("field", field.name()));
    let fact = item
        .or_months_of_experience
        .iter()
        .fold(fact, |fact, months| fact.value("orMonths", months.get()));
    let asked = item.level.as_ref().and_then(eqf);
    let fact = asked.iter().fold(fact, |fact, level| fact.value("asked", *level));
    let has = entry.map(|entry| entry.eqf).filter(|level| *level > 0);
    let fact = has.iter().fold(fact, |fact, level| fact.value("has", *level));
    let expected = answer.and_then(|answer| answer.expected_by);
    expected.iter().fold(fact, |fact, date| fact.value("expectedBy", date.to_string()))
}
