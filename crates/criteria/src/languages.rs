//! Whether the candidate speaks the languages that the role asks for.

mod lever;

use crate::{
    items::Unlisted,
    list_criterion::{Asked, Found, ListCriterion, register_sharing},
    requirement_list::answered,
};
use mutualfit_domain::{
    Activity, Audience, Cefr, LanguageTag, Pointer, Profile, RequiredLanguage, Requirements,
    RoleView, Side, SpokenLanguage,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate speaks the languages that the role asks for, each at its level of the Common European Framework of
Reference (CEFR), overall or in one activity.

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is
`min(1, have / asked)` in steps of the CEFR, A1 = 1 to C2 = 6 (demands–abilities; METHODS.md §1.2): 1 at the level asked
for and above, ½ where B1 is held and C2 is asked, 0 where the language is not spoken. Where no level is asked for, to
speak the language is enough. A must-have is met at its level.

An overall level says what is reached in every activity. Asked for no activity, it counts, or else the least of the
five activities. Asked for an activity, the level in that activity counts; where only the overall level is stated, that
is the least there is of it.

## What is unknown

A language that is not listed is unknown, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. A level that is not stated is anything from A1 on; in an activity, anything from the overall level on.

## Limits

Languages are compared without their region or script: `pt-BR` answers `pt-PT`. A level concluded from another
statement, such as \"native\", counts as it is written down. An activity stated below the overall level contradicts it:
asked for that activity, its own level counts. Ask for the level that a duty needs and no more: the duty is shown beside
it.";

const WORDS: &[(&str, &str)] = &[
    ("met", "Speaks {language} at {has}; {asked} is asked."),
    ("short", "Speaks {language} at {has}; {asked} is asked."),
    ("spoken", "Speaks {language}."),
    ("level-unknown", "Speaks {language}; whether at the {asked} asked is not said."),
    ("lacking", "Does not list {language} among all languages spoken."),
    ("unlisted", "Whether they speak {language} is not said."),
    ("unstated", "No languages are stated; {language} is asked."),
    ("alternatives", "The best of these alternatives counts."),
    ("lower-level", "Ask for {language} at {to}."),
    ("learn", "Learn {language}."),
    ("learn-to", "Learn {language} to {to}."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "languages",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate speaks the languages that the role asks for, each at its level.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/languages",
        reads: ReadsOf {
            role: &[
                "/requirements/languages/*/language",
                "/requirements/languages/*/cefr",
                "/requirements/languages/*/activity",
                "/requirements/languages/*/importance",
                "/requirements/languages/*/mustHave",
                "/requirements/languages/*/alternativeGroup",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/languages/*/language",
                "/languages/*/cefr",
                "/languages/*/listening",
                "/languages/*/reading",
                "/languages/*/spokenInteraction",
                "/languages/*/spokenProduction",
                "/languages/*/writing",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    };
    register_sharing::<Languages>(registry, info)
}

/// Whether the candidate speaks the languages that the role asks for.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Languages {
    /// What a language counts that the candidate does not list.
    unlisted: Unlisted,
}

/// One language that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    language: Name,
    /// Steps of the CEFR; 0 where no level is asked for.
    level: u8,
    activity: Option<Activity>,
}

/// The languages that a candidate speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Spoken {
    /// In order and each but once, so that candidates who say the same are alike.
    languages: Box<[SpokenAt]>,
    /// What a language counts that is not listed.
    unlisted: Unlisted,
    is_complete: bool,
}

/// One language, with the steps of the CEFR in it; 0 where they are not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct SpokenAt {
    language: Name,
    overall: u8,
    activities: [u8; 5],
}

/// The letters of a language without region and script; no tag has more than eight.
type Name = [u8; 8];

impl ListCriterion for Languages {
    type Item = RequiredLanguage;
    type Want = Wanted;
    type Have = Spoken;

    const SECTION: &'static str = "languages";

    fn items(requirements: &Requirements) -> Option<&Vec<RequiredLanguage>> {
        requirements.languages.as_ref()
    }

    fn want(&self, item: &RequiredLanguage, _: RoleView<'_>, _: &Context) -> Wanted {
        Wanted { language: name(&item.language), level: steps(item.cefr), activity: item.activity }
    }

    fn have(&self, candidate: Profile<'_>, _: &Context) -> Answer<Spoken> {
        answered(candidate, Self::SECTION, candidate.languages()).map(|(list, is_complete)| {
            let mut languages: Vec<SpokenAt> = list.iter().map(SpokenAt::of).collect();
            languages.sort_unstable();
            languages.dedup();
            Spoken { languages: languages.into(), unlisted: self.unlisted, is_complete }
        })
    }

    fn degree(wanted: &Wanted, spoken: &Spoken) -> Degree {
        let listed = spoken.languages.iter().filter(|spoken| spoken.language == wanted.language);
        listed
            .map(|spoken| spoken.degree(wanted))
            .reduce(Degree::or)
            .unwrap_or_else(|| spoken.unlisted.degree(spoken.is_complete))
    }

    fn fact(
        &self,
        item: &RequiredLanguage,
        wanted: &Wanted,
        found: Option<Found<'_, Spoken>>,
    ) -> Fact {
        let fact = found.map_or_else(|| Fact::new("unstated"), |found| found.fact(wanted));
        let fact = fact.value("language", item.language.as_str());
        let fact = item.cefr.iter().fold(fact, |fact, level| fact.value("asked", level.as_str()));
        item.activity.iter().fold(fact, |fact, activity| fact.value("activity", activity.as_str()))
    }

    /// The role can ask for the level that there is; the candidate can learn.
    fn levers(&self, asked: &Asked<'_, Self>, found: Found<'_, Spoken>) -> Vec<Lever> {
        let best = found.best(asked.want);
        let listed = found.candidate.languages().unwrap_or_default();
        let own = best.and_then(|(place, ..)| Some((place, listed.get(place)?)));
        let lowered = best.and_then(|(_, spoken, _)| lever::lowered(asked, spoken));
        lowered.into_iter().chain([lever::learned(asked, found.candidate, own)]).collect()
    }
}

fn name(tag: &LanguageTag) -> Name {
    let mut name = Name::default();
    name.iter_mut().zip(tag.primary().bytes()).for_each(|(letter, byte)| *letter = byte);
    name
}

fn steps(level: Option<Cefr>) -> u8 {
    level.map_or(0, Cefr::rank)
}

impl SpokenAt {
    fn of(spoken: &SpokenLanguage) -> Self {
        let SpokenLanguage {
            listening,
            reading,
            spoken_interaction,
            spoken_production,
            writing,
            ..
        } = spoken;
        let activities =
            [*listening, *reading, *spoken_interaction, *spoken_production, *writing].map(steps);
        Self { language: name(&spoken.language), overall: steps(spoken.cefr), activities }
    }

    /// The least and the greatest level, in steps, that what is stated allows.
    fn level(&self, activity: Option<Activity>) -> (u8, u8) {
        if let Some(activity) = activity {
            let stated = self.activities.get(activity as usize).copied().unwrap_or(0);
            let least = self.overall.max(Cefr::A1.rank());
            return if stated > 0 { (stated, stated) } else { (least, Cefr::C2.rank()) };
        }
        if self.overall > 0 {
            return (self.overall, self.overall);
        }
        let least = |unknown: Cefr| {
            let steps = self
                .activities
                .iter()
                .map(|steps| if *steps > 0 { *steps } else { unknown.rank() });
            steps.min().unwrap_or(unknown.rank())
        };
        (least(Cefr::A1), least(Cefr::C2))
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let (least, most) = self.level(wanted.activity);
        let ratio = |steps: u8| {
            if steps >= wanted.level { 1.0 } else { f32::from(steps) / f32::from(wanted.level) }
        };
        Degree::between(ratio(least), ratio(most))
    }
}

/// Where a language stands, what is said of it, and who may see it.
type Entry = (usize, SpokenAt, Option<Audience>);

impl Found<'_, Spoken> {
    /// The entry that answers best, and where it stands; of equal ones, the first.
    fn best(&self, wanted: &Wanted) -> Option<Entry> {
        let mut best: Option<(Degree, Entry)> = None;
        for (place, listed) in self.candidate.languages().unwrap_or_default().iter().enumerate() {
            let spoken = SpokenAt::of(listed);
            let degree = spoken.degree(wanted);
            let exceeds =
                |known: &Degree| (degree.low(), degree.high()) > (known.low(), known.high());
            if spoken.language == wanted.language
                && best.as_ref().is_none_or(|(known, _)| exceeds(known))
            {
                best = Some((degree, (place, spoken, listed.audience)));
            }
        }
        best.map(|(_, found)| found)
    }

    fn fact(&self, wanted: &Wanted) -> Fact {
        let degree = Languages::degree(wanted, self.have);
        let best = self.best(wanted);
        let level = best.map(|(_, spoken, _)| spoken.level(wanted.activity));
        let has_overall = best.is_some_and(|(_, spoken, _)| spoken.overall > 0);
        let code = match level {
            None if degree.width() > 0.0 => "unlisted",
            None => "lacking",
            Some(_) if wanted.level == 0 => "spoken",
            Some(_) if degree.width() > 0.0 => "level-unknown",
            Some((least, most)) if least < most && !has_overall => "spoken",
            Some(_) if degree.low() >= 1.0 => "met",
            Some(_) => "short",
        };
        // Where an activity is enough for what is asked, so is the overall level that says so.
        let known =
            level.filter(|(least, most)| least == most || (has_overall && degree.low() >= 1.0));
        let known =
            known.and_then(|(steps, _)| Cefr::ALL.iter().find(|level| level.rank() == steps));
        let place = best.map(|(place, ..)| Pointer::root().field(Languages::SECTION).index(place));
        let fact =
            Fact::new(code).answered(place).audience(best.and_then(|(.., audience)| audience));
        known.iter().fold(fact, |fact, level| fact.value("has", level.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, requiring, stating};
    use serde_json::{Value, json};

    const SECTION: &str = Languages::SECTION;

    #[track_caller]
    fn check(asked: Value, spoken: Value, expected: &str, codes: &[&str]) {
        check_documents(&requiring(SECTION, asked), &stating(SECTION, spoken), expected, codes);
    }

    #[track_caller]
    fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
        let outcome = Trial::of(register).judge_closely(role, candidate);
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, codes.to_vec()),
            "{outcome:#?}"
        );
    }

    fn german(level: &str) -> Value {
        json!({"language": "de", "cefr": level})
    }

    #[test]
    fn a_level_counts_by_its_steps() {
        check(json!([german("B2")]), json!([german("B2")]), "1", &["met"]);
        check(json!([german("B2")]), json!([german("C2")]), "1", &["met"]);
        check(json!([german("C2")]), json!([german("B1")]), "0.5", &["short"]);
        check(json!([german("B2")]), json!([]), "0", &["lacking"]);
        check(json!([{"language": "de"}]), json!([german("A1")]), "1", &["spoken"]);
    }

    #[test]
    fn regions_answer_each_other() {
        check(
            json!([{"language": "pt-BR", "cefr": "B2"}]),
            json!([{"language": "PT-pt", "cefr": "B2"}]),
            "1",
            &["met"],
        );
    }

    #[test]
    fn an_activity_counts_before_the_overall_level() {
        let talking = || json!([{"language": "de", "cefr": "B2", "activity": "spokenInteraction"}]);
        check(
            talking(),
            json!([{"language": "de", "cefr": "C1", "spokenInteraction": "A2"}]),
            "0.5",
            &["short"],
        );
        check(talking(), json!([{"language": "de", "cefr": "C1", "writing": "A2"}]), "1", &["met"]);
        check(
            talking(),
            json!([{"language": "de", "writing": "A2"}]),
            "0.25..1",
            &["level-unknown"],
        );
    }

    #[test]
    fn an_activity_that_is_not_stated_is_at_the_overall_level_or_above() {
        let talking = || json!([{"language": "de", "cefr": "B2", "activity": "spokenInteraction"}]);
        check(talking(), json!([german("B2")]), "1", &["met"]);
        check(talking(), json!([german("C2")]), "1", &["met"]);
        check(talking(), json!([german("A2")]), "0.5..1", &["level-unknown"]);
        let talks = json!([{"language": "de", "cefr": "A2", "spokenInteraction": "B1"}]);
        check(talking(), talks, "0.75", &["short"]);
    }

    #[test]
    fn without_an_activity_the_least_of_them_counts() {
        let all = json!({"language": "de", "listening": "C1", "reading": "C1", "spokenInteraction": "B2",
            "spokenProduction": "A2", "writing": "B1"});
        check(json!([german("B2")]), json!([all]), "0.5", &["short"]);
        check(
            json!([german("B2")]),
            json!([{"language": "de", "writing": "A2"}]),
            "0.25..0.5",
            &["level-unknown"],
        );
    }

    #[test]
    fn what_is_not_said_is_unknown() {
        check(json!([german("B2")]), json!([{"language": "fr"}]), "0..1", &["unlisted"]);
        check(json!([german("B2")]), json!([{"language": "de"}]), "0.25..1", &["level-unknown"]);
        check(json!([german("A1")]), json!([{"language": "de"}]), "1", &["spoken"]);
        check(json!([german("B2")]), Value::Null, "not answered", &["unstated"]);
        let complete = json!({"languages": [{"language": "fr"}], "complete": ["languages"]});
        check_documents(
            &json!({"requirements": {"languages": [german("B2")]}}),
            &complete,
            "0",
            &["lacking"],
        );
    }

    #[test]
    fn what_does_not_matter_is_not_compared() {
        check(json!([]), json!([german("B2")]), "irrelevant", &[]);
        let role =
            json!({"indifferent": ["requirements"], "requirements": {"languages": [german("B2")]}});
        check_documents(&role, &json!({"languages": []}), "irrelevant", &[]);
    }

    #[test]
    fn a_must_have_gates_by_its_own_level() {
        let must = || json!([{"language": "de", "cefr": "B2", "mustHave": true}, {"language": "en", "cefr": "C2"}]);
        let spoken = |level: &str| json!([german(level), {"language": "en", "cefr": "C2"}]);
        check(must(), spoken("B2"), "1 met", &["met", "met"]);
        check(must(), spoken("A2"), "0.75 unmet", &["short", "met"]);
        check(
            must(),
            json!([{"language": "en", "cefr": "B1"}]),
            "0.25..0.75 open",
            &["unlisted", "short"],
        );
        let role = json!({"negotiable": ["/requirements/languages/0"], "requirements": {"languages": must()}});
        check_documents(&role, &json!({"languages": spoken("A2")}), "0.75 open", &["short", "met"]);
    }
}
