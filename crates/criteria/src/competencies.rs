//! What interviews have found of the competencies that the role asks for.

use crate::requirement_list::{RequirementList, Verdict};
use mutualfit_domain::{
    ConceptRef, Credits, Item, PairCompetency, PairFacts, Profile, RequiredCompetency, RoleView,
    Side,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose,
    ReadsOf, Registry, RoleAsks, Stake,
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

A competency that is also a required skill is evidence for that skill and is not counted again here.

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
#[derive(Clone, Debug)]
pub(crate) struct WantedCompetency {
    concept: ConceptRef,
    /// Whether the role asks for the same thing as a skill.
    is_skill: bool,
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
            concept: item.concept.clone(),
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
    ) -> Option<(Degree, Gate)> {
        let is_rated =
            |wanted: &WantedCompetency| !wanted.is_skill && wanted.rating(known, context).is_some();
        let degree =
            |wanted: &WantedCompetency| wanted.rating(known, context).unwrap_or(Degree::UNKNOWN);
        let want = want.filter(|want| want.wants().any(is_rated))?;
        Some((want.degree(degree), Gate::Met))
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
        let is_known = self.pair(known, Some(&want), None, context).is_some();
        want.facts(SECTION, facts, |_, wanted| {
            let ratings: Vec<&PairCompetency> = wanted.ratings(known, context).collect();
            let rating = wanted.rating(known, context);
            let code = match rating {
                _ if wanted.is_skill => "skill",
                Some(_) if differ(&ratings) => "differing",
                Some(_) => "rated",
                None if is_known => "not-rated",
                None => "unstated",
            };
            let sources: Vec<&str> = ratings
                .iter()
                .filter_map(|rating| Some(rating.source.as_ref()?.as_str()))
                .collect();
            let fact = Fact::new(code).value("competency", wanted.concept.name());
            let fact = if sources.is_empty() { fact } else { fact.value("sources", sources) };
            Verdict { fact, degree: rating.unwrap_or(Degree::UNKNOWN), gate: Gate::Met }
        });
    }
}

const SECTION: &str = "competencies";

/// Whether a role asks for this as a skill.
fn is_skill(role: RoleView<'_>, concept: &ConceptRef, context: &Context) -> bool {
    let skills = role
        .role()
        .requirements
        .as_ref()
        .and_then(|asked| asked.skills.as_deref())
        .unwrap_or_default();
    skills.iter().any(|skill| is_same(&skill.concept, concept, context))
}

fn is_same(one: &ConceptRef, other: &ConceptRef, context: &Context) -> bool {
    context.concepts().credit(one, other, Credits::EXACT).is_some()
}

/// Whether sources say different things.
fn differ(ratings: &[&PairCompetency]) -> bool {
    ratings
        .windows(2)
        .any(|two| matches!(two, [one, other] if (one.low, one.high) != (other.low, other.high)))
}

impl WantedCompetency {
    /// What every source says of it.
    fn ratings<'a>(
        &self,
        known: &'a [PairFacts],
        context: &Context,
    ) -> impl Iterator<Item = &'a PairCompetency> {
        let all = known.iter().flat_map(|facts| facts.competencies.iter().flatten());
        all.filter(move |rated| is_same(&self.concept, &rated.concept, context))
    }

    /// The bounds that hold whichever source is right; `None` where nobody rated it.
    fn rating(&self, known: &[PairFacts], context: &Context) -> Option<Degree> {
        let degree = |rated: &PairCompetency| {
            Degree::between(rated.low.get() as f32, rated.high.get() as f32)
        };
        self.ratings(known, context).map(degree).reduce(Degree::either)
    }
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
