//! Whether the candidate has worked long enough as what the role asks for.

mod histories;
mod history;

#[cfg(test)]
mod tests;

use self::{
    histories::Histories,
    history::{History, Wanted},
};
use crate::{
    by_block::{BlockCriterion, ByBlock},
    items::Unlisted,
    list_criterion::{Asked, Found, ListCriterion},
    months::shown,
    requirement_list::answered,
};
use mutualfit_domain::{
    Credits, Pointer, Profile, RequiredExperience, Requirements, RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry, Scorer,
};
use ordered_float::OrderedFloat;
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate has done what the role asks for long enough: months in an occupation, or in any. Employment,
voluntary work, projects, military service and caring for people count alike.

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is
`min(1, months / minimumMonths)` (demands–abilities; METHODS.md §1.2): 1 at the minimum and above, ½ at half of it, 0
for none. Months in a narrower, broader or related occupation count by the `credits` of that step. There is no maximum,
and more than the minimum earns nothing. A must-have is met at its minimum.

## What is unknown

Months that are not stated follow from the dates, as exactly as those are given; without dates they are unknown. Whether
an entry without an occupation is of the kind asked for is unknown. An occupation that no entry matches is unknown,
unless the list is empty or `complete` names it; the setting `unlisted` decides otherwise. Where only a neighbouring
occupation is listed, the high is 1 while the list is not complete.

## Limits

Jobs at the same time add up. It reads no gaps, no order of jobs and no names of employers. A month is 30.4375 days.
How long somebody has worked predicts little of how well they will (operational validity .07; METHODS.md §4), so
that a skill, where it can be named, is the better ask.";

const WORDS: &[(&str, &str)] = &[
    ("met", "{has} months as {occupation}; {asked} are asked."),
    ("short", "{has} months as {occupation}; {asked} are asked."),
    ("unclear", "{has} to {upTo} months as {occupation}; {asked} are asked."),
    ("related", "{has} months count, by what is close to {occupation}; {asked} are asked."),
    ("any-met", "{has} months of experience; {asked} are asked."),
    ("any-short", "{has} months of experience; {asked} are asked."),
    ("any-unclear", "{has} to {upTo} months of experience; {asked} are asked."),
    ("lacking", "No such experience is listed among all; {asked} months are asked."),
    ("unlisted", "Whether there is such experience is not said; {asked} months are asked."),
    ("unstated", "No experience is stated; {asked} months are asked."),
    ("alternatives", "The best of these alternatives counts."),
    ("fewer-months", "Ask for {to} months as {occupation}."),
    ("fewer-months-of-any", "Ask for {to} months of experience."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "experience",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate has done what the role asks for long enough.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/experience",
        reads: ReadsOf {
            role: &[
                "/requirements/experience/*/occupation",
                "/requirements/experience/*/minimumMonths",
                "/requirements/experience/*/importance",
                "/requirements/experience/*/mustHave",
                "/requirements/experience/*/alternativeGroup",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/experience/*/occupation",
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
    registry.add_with(info, |experience: Experience| {
        Ok(Box::new(ByBlock::new(experience)) as Box<dyn Scorer>)
    })
}

/// Whether the candidate has done what the role asks for long enough.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Experience {
    /// What an occupation counts that the candidate does not list.
    unlisted: Unlisted,
    /// What months in a neighbouring occupation count, a step: 0 to 1 each.
    credits: Credits,
}

impl ListCriterion for Experience {
    type Item = RequiredExperience;
    type Want = Wanted;
    type Have = History;

    const SECTION: &'static str = "experience";

    fn items(requirements: &Requirements) -> Option<&Vec<RequiredExperience>> {
        requirements.experience.as_ref()
    }

    fn want(&self, item: &RequiredExperience, _: RoleView<'_>, context: &Context) -> Wanted {
        let keys = |occupation| context.concepts().asked(occupation).keys;
        Wanted {
            occupation: item.occupation.as_ref().map(keys),
            minimum: OrderedFloat(item.minimum_months.to_f64() as f32),
        }
    }

    fn have(&self, candidate: Profile<'_>, context: &Context) -> Answer<History> {
        answered(candidate, Self::SECTION, candidate.experience()).map(|(list, is_complete)| {
            let mut history = History::new(self.unlisted, is_complete);
            for done in list {
                history.add(done, self.credits, context);
            }
            history
        })
    }

    fn degree(wanted: &Wanted, history: &History) -> Degree {
        history.done().degree(wanted)
    }

    fn fact(
        &self,
        item: &RequiredExperience,
        wanted: &Wanted,
        found: Option<Found<'_, History>>,
    ) -> Fact {
        let fact = match found {
            None => Fact::new("unstated"),
            Some(Found { have, candidate }) => {
                let done = have.done();
                let total = done.total(wanted);
                let place = done.longest(wanted);
                Fact::new(done.code(wanted))
                    .value("has", shown(total.months.least))
                    .value("upTo", shown(total.months.most))
                    .value("unit", "months")
                    .answered(place.map(|place| Pointer::root().field(Self::SECTION).index(place)))
                    .audience(candidate.experience_audience())
            }
        };
        let fact = fact.value("asked", shown(*wanted.minimum));
        let occupation = item.occupation.iter();
        occupation.fold(fact, |fact, occupation| fact.value("occupation", occupation.name()))
    }

    /// The role alone can change: what somebody has done is past, and more of it is not made up.
    fn levers(
        &self,
        asked: &Asked<'_, Self>,
        Found { have, .. }: Found<'_, History>,
    ) -> Vec<Lever> {
        let months = have.done().total(asked.want).months.least.floor();
        if months < 1.0 {
            return Vec::new();
        }
        let occupation = asked.item.occupation.as_ref();
        let code = if occupation.is_some() { "fewer-months" } else { "fewer-months-of-any" };
        let lever = asked
            .lever(Side::Role, code)
            .value("from", asked.item.minimum_months.get())
            .value("to", months as u32)
            .value("unit", "months")
            .replace(asked.member("minimumMonths"), months as u32);
        let lever = occupation
            .iter()
            .fold(lever, |lever, occupation| lever.value("occupation", occupation.name()));
        vec![lever]
    }
}

impl BlockCriterion for Experience {
    type Block = Histories;
}
