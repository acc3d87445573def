//! Whether the candidate speaks the languages that the role asks for.

use crate::{
    items::Unlisted,
    requirement_list::{RequirementList, Verdict, answered},
};
use mutualfit_domain::{
    Activity, Cefr, LanguageTag, PairFacts, Pointer, Profile, RequiredLanguage, RoleView, Side,
    SpokenLanguage,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose,
    ReadsOf, Registry, RoleAsks,
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

Asked for an activity, the level in that activity counts, or else the overall one. Asked for no activity, the overall
level counts, or else the least of the five activities.

## What is unknown

A language that is not listed is unknown, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. A level that is not stated is anything from A1 on.

## Limits

Languages are compared without their region or script: `pt-BR` answers `pt-PT`. A level concluded from another
statement, such as \"native\", counts as it is written down. Ask for the level that a duty needs and no more: the duty
is shown beside it.";

const WORDS: &[(&str, &str)] = &[
    ("met", "Speaks {language} at {has}; {asked} is asked."),
    ("short", "Speaks {language} at {has}; {asked} is asked."),
    ("spoken", "Speaks {language}."),
    ("level-unknown", "Speaks {language}; whether at the {asked} asked is not said."),
    ("lacking", "Does not list {language} among all languages spoken."),
    ("unlisted", "Whether they speak {language} is not said."),
    ("unstated", "No languages are stated; {language} is asked."),
    ("alternatives", "The best of these alternatives counts."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Languages>(Info {
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
    })
}

/// Whether the candidate speaks the languages that the role asks for.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Languages {
    /// What a language counts that the candidate does not list.
    unlisted: Unlisted,
}

/// One language that is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    language: Name,
    /// Steps of the CEFR; 0 where no level is asked for.
    level: u8,
    activity: Option<Activity>,
}

/// The languages that a candidate speaks.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    languages: Vec<SpokenAt>,
    /// What a language counts that is not listed.
    unlisted: Unlisted,
    is_complete: bool,
}

/// One language, with the steps of the CEFR in it; 0 where they are not stated.
#[derive(Clone, Copy, Debug)]
struct SpokenAt {
    language: Name,
    overall: u8,
    activities: [u8; 5],
}

/// The letters of a language without region and script; no tag has more than eight.
type Name = [u8; 8];

impl Criterion for Languages {
    type By = RoleAsks;
    type Want = RequirementList<Wanted>;
    type Have = Spoken;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<Self::Want> {
        let distil = |item: &RequiredLanguage| Wanted {
            language: name(&item.language),
            level: steps(item.cefr),
            activity: item.activity,
        };
        RequirementList::ask(*role, SECTION, |asked| asked.languages.as_ref(), distil)
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<Spoken> {
        answered(*candidate, SECTION, candidate.languages()).map(|(list, is_complete)| {
            let languages = list.iter().map(SpokenAt::of).collect();
            Spoken { languages, unlisted: self.unlisted, is_complete }
        })
    }

    fn fit(&self, want: &Self::Want, have: &Spoken) -> Degree {
        want.degree(|wanted| have.degree(wanted))
    }

    fn gate(&self, want: &Self::Want, have: &Spoken) -> Gate {
        want.gate(|wanted| Gate::at(1.0, have.degree(wanted)))
    }

    fn gated_by(&self, want: &Self::Want, have: Option<&Spoken>) -> Option<usize> {
        want.gated_by(have.map(|have| |wanted: &Wanted| Gate::at(1.0, have.degree(wanted))))
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let spoken = match self.answer(candidate, context) {
            Answer::Stated(spoken) | Answer::Negotiable(spoken) => Some(spoken),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let requirements = role.role().requirements.as_ref();
        let required =
            requirements.and_then(|asked| asked.languages.as_deref()).unwrap_or_default();
        let listed = candidate.languages().unwrap_or_default();
        want.facts(SECTION, facts, |place, wanted| {
            let best = spoken.as_ref().and_then(|spoken| spoken.best(wanted));
            let verdict =
                spoken.as_ref().map_or_else(Verdict::unstated, |spoken| spoken.verdict(wanted));
            let Some(item) = required.get(place) else { return verdict };
            let answer = best.and_then(|place| listed.get(place));
            let fact = verdict.fact.value("language", item.language.as_str());
            let fact =
                item.cefr.iter().fold(fact, |fact, level| fact.value("asked", level.as_str()));
            let fact = item
                .activity
                .iter()
                .fold(fact, |fact, activity| fact.value("activity", activity.as_str()));
            let pointer = best.map(|place| Pointer::root().field(SECTION).index(place));
            let audience = answer.and_then(|answer| answer.audience);
            Verdict { fact: fact.answered(pointer).audience(audience), ..verdict }
        });
    }
}

const SECTION: &str = "languages";

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
        let in_activity =
            activity.and_then(|activity| self.activities.get(activity as usize)).copied();
        let stated = in_activity.filter(|steps| *steps > 0).unwrap_or(self.overall);
        if stated > 0 {
            return (stated, stated);
        }
        if activity.is_some() {
            return (Cefr::A1.rank(), Cefr::C2.rank());
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

impl Spoken {
    fn listed(&self, wanted: &Wanted) -> impl Iterator<Item = (usize, &SpokenAt)> {
        let language = wanted.language;
        self.languages.iter().enumerate().filter(move |(_, spoken)| spoken.language == language)
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let listed = self.listed(wanted).map(|(_, spoken)| spoken.degree(wanted));
        listed.reduce(Degree::or).unwrap_or_else(|| self.unlisted.degree(self.is_complete))
    }

    /// The entry that answers best; of equal ones, the first.
    fn best(&self, wanted: &Wanted) -> Option<usize> {
        let mut best: Option<(usize, Degree)> = None;
        for (place, spoken) in self.listed(wanted) {
            let degree = spoken.degree(wanted);
            if best.is_none_or(|(_, known)| {
                (degree.low(), degree.high()) > (known.low(), known.high())
            }) {
                best = Some((place, degree));
            }
        }
        best.map(|(place, _)| place)
    }

    fn verdict(&self, wanted: &Wanted) -> Verdict {
        let degree = self.degree(wanted);
        let spoken = self.best(wanted).and_then(|place| self.languages.get(place));
        let level = spoken.map(|spoken| spoken.level(wanted.activity));
        let code = match level {
            None if degree.width() > 0.0 => "unlisted",
            None => "lacking",
            Some(_) if wanted.level == 0 => "spoken",
            Some((least, most)) if least < most && degree.low() >= 1.0 => "spoken",
            Some(_) if degree.width() > 0.0 => "level-unknown",
            Some(_) if degree.low() >= 1.0 => "met",
            Some(_) => "short",
        };
        let fact = Fact::new(code);
        let known = level.filter(|(least, most)| least == most);
        let known =
            known.and_then(|(steps, _)| Cefr::ALL.iter().find(|level| level.rank() == steps));
        let fact = known.iter().fold(fact, |fact, level| fact.value("has", level.as_str()));
        Verdict { fact, degree, gate: Gate::at(1.0, degree) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, requiring, stating};
    use serde_json::{Value, json};

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
