//! `languages`: does the candidate speak the languages that the role asks for, well enough?

use crate::{
    items::Unlisted,
    requirement_list::{RequirementList, Verdict, answered},
};
use mutualfit_domain::{Activity, Cefr, LanguageTag, PairFacts, Pointer, Profile, RequiredLanguage, RoleView, Side, SpokenLanguage};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose, ReadsOf, Registry,
    RoleAsks,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate speaks each language that the role asks for at the level of the Common European Framework (CEFR) that
it asks for, overall or at one activity.

## Degrees

- **1**: every language at its level or above, or spoken at all where no level is asked for.
- **½**: half the steps of the level asked for, counted from A1 as 1 to C2 as 6.
- **0**: a language that is asked for is not spoken.

A language is `min(1, steps spoken / steps asked)` (demands–abilities by shortfall, METHODS.md §1.2); languages count by
their importance, alternatives of one group once by the best. A must-have is met at its level.

## What is unknown

A language that is not listed is anything from 0 to 1, unless the list is empty or `complete` names it. A level that is not
stated is anything from A1 on.

## Limits

Languages compare by their primary subtag: `pt-BR` answers `pt`, and regional varieties are not told apart. A level that was
concluded from \"native\" counts as C2, like one that was tested.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Languages>(Info {
        id: "languages",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate speaks the languages that the role asks for.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/languages",
        reads: ReadsOf {
            role: &["/requirements/languages", "/indifferent", "/negotiable"],
            candidate: &["/languages", "/complete", "/indifferent"],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("met", "{language} at the level asked for or above"),
            ("short", "{language} at {has}, where {asked} is asked for"),
            ("level-unstated", "{language} is spoken, at a level that is not stated"),
            ("not-spoken", "{language} is not spoken"),
            ("unlisted", "nothing is said about {language}"),
            ("unstated", "the candidate says nothing about languages"),
            ("alternatives", "one of these is enough"),
        ],
    })
}

/// Whether the candidate speaks the languages that the role asks for.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Languages {
    /// What a language counts that the candidate does not list.
    unlisted: Unlisted,
}

/// A primary language subtag, eight letters at the most, packed for comparing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Primary(u64);

impl Primary {
    fn of(language: &LanguageTag) -> Self {
        Self(language.primary().bytes().take(8).fold(0, |packed, letter| packed << 8 | u64::from(letter)))
    }
}

/// One language asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    language: Primary,
    /// From 1 for A1 to 6 for C2; 0 where no level is asked for.
    steps: u8,
    activity: Option<Activity>,
}

/// One language spoken: its steps overall and at each activity, 0 where that is not stated.
#[derive(Clone, Copy, Debug)]
struct Spoken {
    language: Primary,
    overall: u8,
    at: [u8; Activity::ALL.len()],
}

/// The languages of a candidate.
#[derive(Clone, Debug, Default)]
pub(crate) struct Have {
    spoken: Vec<Spoken>,
    is_complete: bool,
}

fn steps(level: Option<Cefr>) -> u8 {
    level.map_or(0, Cefr::rank)
}

impl Spoken {
    fn of(language: &SpokenLanguage) -> Self {
        let mut at = [0; Activity::ALL.len()];
        for (at, activity) in at.iter_mut().zip(Activity::ALL) {
            *at = steps(language.level(Some(*activity)));
        }
        Self { language: Primary::of(&language.language), overall: steps(language.level(None)), at }
    }

    fn steps(&self, activity: Option<Activity>) -> u8 {
        let place = activity.and_then(|activity| Activity::ALL.iter().position(|known| *known == activity));
        place.and_then(|place| self.at.get(place).copied()).unwrap_or(self.overall)
    }
}

impl Wanted {
    fn degree(&self, spoken: &Spoken) -> Degree {
        let share = |steps: u8| f32::from(steps) / f32::from(self.steps);
        match (self.steps, spoken.steps(self.activity)) {
            (0, _) => Degree::FULL,
            (_, 0) => Degree::between(share(1), 1.0),
            (_, steps) => Degree::exact(share(steps)),
        }
    }
}

impl Languages {
    fn judge(self, wanted: &Wanted, have: &Have) -> Degree {
        let same = have.spoken.iter().filter(|spoken| spoken.language == wanted.language);
        same.map(|spoken| wanted.degree(spoken)).reduce(Degree::or).unwrap_or_else(|| self.unlisted.degree(have.is_complete))
    }

    fn verdict(self, wanted: &Wanted, asked: &RequiredLanguage, listed: Option<&[SpokenLanguage]>, have: Option<&Have>) -> Verdict {
        let Some(have) = have else { return Verdict::unstated() };
        let degree = self.judge(wanted, have);
        let found = have.spoken.iter().enumerate().filter(|(_, spoken)| spoken.language == wanted.language);
        let best = found.max_by_key(|(place, spoken)| (spoken.steps(wanted.activity), usize::MAX - place)).map(|(place, _)| place);
        let spoken = best.and_then(|place| listed?.get(place));
        let level = spoken.and_then(|spoken| spoken.level(asked.activity));
        let code = match (spoken, level) {
            (None, _) if degree.high() > 0.0 => "unlisted",
            (None, _) => "not-spoken",
            (Some(_), _) if degree.low() >= 1.0 => "met",
            (Some(_), None) => "level-unstated",
            (Some(_), Some(_)) => "short",
        };
        let fact = Fact::new(code)
            .answered(best.map(|place| Pointer::root().field("languages").index(place)))
            .value("language", asked.language.as_str());
        let fact = asked.cefr.map_or(fact.clone(), |level| fact.value("asked", level.as_str()));
        let fact = level.map_or(fact.clone(), |level| fact.value("has", level.as_str()));
        Verdict { fact, degree, gate: Gate::at(1.0, degree) }
    }
}

impl Criterion for Languages {
    type By = RoleAsks;
    type Want = RequirementList<Wanted>;
    type Have = Have;

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<Self::Want> {
        RequirementList::ask(*role, "languages", |asked| asked.languages.as_ref(), |item: &RequiredLanguage| Wanted {
            language: Primary::of(&item.language),
            steps: steps(item.cefr),
            activity: item.activity,
        })
    }

    fn answer(&self, profile: &Profile<'_>, _: &Context) -> Answer<Have> {
        let have = |(list, is_complete): (&[SpokenLanguage], bool)| Have {
            spoken: list.iter().map(Spoken::of).collect(),
            is_complete,
        };
        match answered(*profile, "languages", profile.languages()) {
            Answer::Stated(list) => Answer::Stated(have(list)),
            Answer::Negotiable(list) => Answer::Negotiable(have(list)),
            Answer::Unstated => Answer::Unstated,
            Answer::Irrelevant => Answer::Irrelevant,
        }
    }

    fn fit(&self, want: &Self::Want, have: &Have) -> Degree {
        want.degree(|wanted| self.judge(wanted, have))
    }

    fn gate(&self, want: &Self::Want, have: &Have) -> Gate {
        want.gate(|wanted| Gate::at(1.0, self.judge(wanted, have)))
    }

    fn gated_by(&self, want: &Self::Want, have: Option<&Have>) -> Option<usize> {
        want.gated_by(have.map(|have| move |wanted: &Wanted| Gate::at(1.0, self.judge(wanted, have))))
    }

    fn facts(&self, role: &RoleView<'_>, profile: &Profile<'_>, _: &[PairFacts], context: &Context, facts: &mut Facts) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let have = match self.answer(profile, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let required = role.role().requirements.as_ref().and_then(|asked| asked.languages.as_deref()).unwrap_or_default();
        want.facts("languages", facts, |place, wanted| match required.get(place) {
            Some(asked) => self.verdict(wanted, asked, profile.languages(), have.as_ref()),
            None => Verdict::unstated(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(languages: &Value) -> Value {
        json!({"requirements": {"languages": languages}})
    }

    fn candidate(languages: &Value) -> Value {
        json!({"languages": languages})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        assert_eq!(Trial::of(register).judge_closely(role, candidate).brief(), expected);
    }

    fn spanish() -> Value {
        role(&json!([{"language": "es", "cefr": "B2"}]))
    }

    #[test]
    fn a_language_counts_by_its_steps() {
        check(&spanish(), &candidate(&json!([{"language": "es", "cefr": "B2"}])), "1");
        check(&spanish(), &candidate(&json!([{"language": "es-MX", "cefr": "C2"}])), "1");
        check(&spanish(), &candidate(&json!([{"language": "ES", "cefr": "A2"}])), "0.5");
        check(&spanish(), &candidate(&json!([{"language": "es"}])), "0.25..1");
        check(&role(&json!([{"language": "es"}])), &candidate(&json!([{"language": "es", "cefr": "A1"}])), "1");
    }

    #[test]
    fn what_is_not_listed_is_unknown_unless_the_list_is_complete() {
        let english = json!([{"language": "en", "cefr": "C2"}]);
        check(&spanish(), &candidate(&english), "0..1");
        check(&spanish(), &json!({"languages": english, "complete": ["languages"]}), "0");
        check(&spanish(), &candidate(&json!([])), "0");
        check(&spanish(), &json!({}), "not answered");
        check(&spanish(), &json!({"indifferent": ["languages"]}), "irrelevant");
        check(&json!({}), &candidate(&english), "not asked");
        check(&role(&json!([])), &candidate(&english), "irrelevant");
        let lacking = Trial::of(register).with(json!({"unlisted": "lacking"}));
        assert_eq!(lacking.judge_closely(&spanish(), &candidate(&english)).brief(), "0");
    }

    #[test]
    fn an_activity_is_answered_by_itself() {
        let writing = role(&json!([{"language": "es", "cefr": "B2", "activity": "writing"}]));
        check(&writing, &candidate(&json!([{"language": "es", "writing": "A2", "reading": "C1"}])), "0.5");
        check(&writing, &candidate(&json!([{"language": "es", "cefr": "B2"}])), "1");
    }

    #[test]
    fn a_must_have_is_met_at_its_level() {
        let must = role(&json!([
            {"language": "en", "cefr": "B1"},
            {"language": "es", "cefr": "B2", "mustHave": true},
        ]));
        check(&must, &candidate(&json!([{"language": "en", "cefr": "B1"}, {"language": "es", "cefr": "C1"}])), "1 met");
        check(&must, &candidate(&json!([{"language": "en", "cefr": "B1"}])), "0.5..1 open");
        check(&must, &candidate(&json!([{"language": "en", "cefr": "B1"}, {"language": "es", "cefr": "A2"}])), "0.75 unmet");
        let condition = Trial::of(register).condition(&must, &candidate(&json!([])));
        assert_eq!(condition.as_deref(), Some("/requirements/languages/1"));
    }

    #[test]
    fn one_of_several_languages_is_enough() {
        let either = role(&json!([
            {"language": "fr", "cefr": "B1", "alternativeGroup": "second"},
            {"language": "es", "cefr": "B1", "alternativeGroup": "second", "importance": 1.0},
        ]));
        check(&either, &json!({"languages": [{"language": "fr", "cefr": "B1"}], "complete": ["languages"]}), "1");
    }
}
