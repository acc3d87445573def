//! What interviews have found of the competencies that the role asks for.

use crate::{
    ratings::{Rating, Ratings},
    requirement_list::{RequirementList, Verdict},
};
use mutualfit_domain::{
    ConceptId, ConceptRef, Credits, Item, PairFacts, Profile, RequiredCompetency, RequiredSkill,
    Requirements, RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Judged,
    Purpose, ReadsOf, Registry, RoleAsks, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

What interviews have found of the competencies that the role asks for. It reads the facts of the one pair, as they were
combined from ratings on anchored scales; a candidate's own document cannot answer it.

## Degrees

The weighted mean of the competencies that are asked for, by their importance; alternatives of one group count once, by
the best. Each is the rating as a share of what is asked, 0 at the least of the scale, ½ half way, 1 at what is asked.
Sources that differ are not averaged: the bounds hold whichever of them is right.

A competency that is also a required skill is evidence for that skill, in `skills`, and is not counted again here.

## What is unknown

Without an interview everything that is asked is unknown. After one, so is each competency that nobody rated.

## Limits

It is as good as the ratings: structured interviews with anchored scales predict far better than unstructured ones
(operational validity .42 to .19, Sackett et al. 2022; METHODS.md §4). There is no must-have among competencies, and no
competency of culture, personality or likeability should be asked for.";

const WORDS: &[(&str, &str)] = &[
    ("rated", "{competency} was rated in an interview."),
    ("differing", "{competency} was rated, and the sources differ."),
    ("not-rated", "{competency} was not rated."),
    ("unstated", "{competency} is for an interview to find out."),
    ("skill", "{competency} is asked as a skill and counted there."),
    ("alternatives", "The best of these alternatives counts."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Competencies>(Info {
        id: "competencies",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "What interviews have found of the competencies that the role asks for.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/competencies",
        reads: ReadsOf {
            role: &[
                "/requirements/competencies/*/concept",
                "/requirements/competencies/*/importance",
                "/requirements/competencies/*/alternativeGroup",
                "/requirements/skills/*/concept",
                "/indifferent",
            ],
            candidate: &[],
            pair: &[
                "/competencies/*/concept",
                "/competencies/*/low",
                "/competencies/*/high",
                "/competencies/*/source",
            ],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// What interviews have found of the competencies that the role asks for. It has no settings.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Competencies {}

/// One competency that is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WantedCompetency {
    /// The names to look it up by.
    keys: [ConceptId; 2],
    /// Whether the role asks for the same thing as a skill.
    is_skill: bool,
}

impl WantedCompetency {
    /// What interviews found of it, where it is counted here.
    fn rating<'a>(&self, ratings: &Ratings<'a>) -> Option<Rating<'a>> {
        if self.is_skill { None } else { ratings.about(self.keys) }
    }
}

impl Criterion for Competencies {
    type By = RoleAsks;
    type Want = RequirementList<WantedCompetency>;
    type Have = ();

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Self::Want> {
        let is_skill = |item: &RequiredCompetency| is_skill(*role, &item.concept, context);
        let weigh = |items: &[RequiredCompetency]| {
            let weight = |item| if is_skill(item) { 0.0 } else { item.importance().get() as f32 };
            items.iter().map(weight).collect()
        };
        let distil = |item: &RequiredCompetency| WantedCompetency {
            keys: context.concepts().asked(&item.concept).keys,
            is_skill: is_skill(item),
        };
        let list = RequirementList::ask_weighed(
            *role,
            SECTION,
            |asked| asked.competencies.as_ref(),
            weigh,
            distil,
        );
        match list {
            Ask::Stated(list, _) => {
                let greatest = list.counted().map(|counted| counted.weight()).fold(0.0, f32::max);
                Ask::Stated(list, Stake::of(greatest))
            }
            Ask::Unstated => Ask::Unstated,
            Ask::Irrelevant => Ask::Irrelevant,
        }
    }

    fn answer(&self, _: &Profile<'_>, _: &Context) -> Answer<()> {
        Answer::Unstated
    }

    fn fit(&self, _: &Self::Want, (): &()) -> Degree {
        Degree::UNKNOWN
    }

    fn pair(
        &self,
        known: &[PairFacts],
        want: Option<&Self::Want>,
        _: Option<&()>,
        context: &Context,
    ) -> Option<Judged> {
        let ratings = Ratings::of(known, context);
        let want = want.filter(|want| want.wants().any(|it| it.rating(&ratings).is_some()))?;
        let degree = want.degree(|wanted| {
            wanted.rating(&ratings).map_or(Degree::UNKNOWN, |rating| rating.degree())
        });
        Some(Judged { degree, gate: Gate::Met, item: None })
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        _: &Profile<'_>,
        known: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let required = asked(*role).and_then(|asked| asked.competencies.as_deref());
        let required = required.unwrap_or_default();
        let ratings = Ratings::of(known, context);
        let is_known = want.wants().any(|wanted| wanted.rating(&ratings).is_some());
        want.facts(SECTION, facts, |place, wanted| {
            let rating = wanted.rating(&ratings);
            let fact = match &rating {
                _ if wanted.is_skill => Fact::new("skill"),
                Some(rating) => rating.fact(),
                None => Fact::new(if is_known { "not-rated" } else { "unstated" }),
            };
            let competency = required.get(place).map_or("", |item| item.concept.name());
            let degree = rating.map_or(Degree::UNKNOWN, |rating| rating.degree());
            Verdict { fact: fact.value("competency", competency), degree, gate: Gate::Met }
        });
    }
}

const SECTION: &str = "competencies";

fn asked(role: RoleView<'_>) -> Option<&Requirements> {
    role.role().requirements.as_ref()
}

/// Whether a role asks for this as a skill.
fn is_skill(role: RoleView<'_>, concept: &ConceptRef, context: &Context) -> bool {
    let skills = asked(role).and_then(|asked| asked.skills.as_deref()).unwrap_or_default();
    let is_same = |skill: &RequiredSkill| {
        context.concepts().credit(&skill.concept, concept, Credits::EXACT).is_some()
    };
    skills.iter().any(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, requiring};
    use serde_json::{Value, json};

    #[track_caller]
    fn check(known: &[Value], expected: &str, codes: &[&str]) {
        let asked = json!([{"concept": {"label": "calm"}, "importance": 0.75}, {"concept": {"label": "care"}, "importance": 0.25}]);
        check_asked(asked, known, expected, codes);
    }

    #[track_caller]
    fn check_asked(asked: Value, known: &[Value], expected: &str, codes: &[&str]) {
        let trial = known.iter().fold(Trial::of(register), |trial, rated| {
            trial.knowing(json!({"competencies": rated}))
        });
        let mut role = requiring(SECTION, asked);
        role["requirements"]["skills"] = json!([{"concept": {"label": "suturing"}}]);
        let outcome = trial.judge_closely(&role, &json!({}));
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, codes.to_vec()),
            "{outcome:#?}"
        );
    }

    fn rated(label: &str, low: f64, high: f64) -> Value {
        json!({"concept": {"label": label}, "low": low, "high": high, "source": "panel"})
    }

    #[test]
    fn without_an_interview_nothing_is_answered() {
        check(&[], "not answered", &["unstated", "unstated"]);
        check(&[json!([rated("speed", 1.0, 1.0)])], "not answered", &["unstated", "unstated"]);
        check_asked(json!([]), &[], "irrelevant", &[]);
    }

    #[test]
    fn ratings_count_by_importance() {
        check(
            &[json!([rated("Calm", 1.0, 1.0), rated("care", 1.0, 1.0)])],
            "1",
            &["rated", "rated"],
        );
        check(
            &[json!([rated("calm", 0.5, 0.5), rated("care", 0.5, 0.5)])],
            "0.5",
            &["rated", "rated"],
        );
        check(
            &[json!([rated("calm", 0.0, 0.0), rated("care", 0.0, 0.0)])],
            "0",
            &["rated", "rated"],
        );
        check(&[json!([rated("calm", 0.5, 1.0)])], "0.375..1", &["rated", "not-rated"]);
    }

    #[test]
    fn sources_that_differ_are_not_averaged() {
        let sources = [
            json!([rated("calm", 0.25, 0.5), rated("care", 1.0, 1.0)]),
            json!([rated("calm", 0.75, 1.0)]),
        ];
        check(&sources, "0.4375..1", &["differing", "rated"]);
    }

    #[test]
    fn a_competency_that_is_a_skill_is_counted_there() {
        let asked = json!([{"concept": {"label": "Suturing"}}, {"concept": {"label": "calm"}}]);
        check_asked(
            asked,
            &[json!([rated("suturing", 0.0, 0.0), rated("calm", 1.0, 1.0)])],
            "1",
            &["skill", "rated"],
        );
        let only = json!([{"concept": {"label": "Suturing"}}]);
        check_asked(only, &[json!([rated("suturing", 0.0, 0.0)])], "irrelevant", &["skill"]);
    }
}
