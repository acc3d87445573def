//! `competencies`: do the people who met the candidate rate what the role asks for?

use crate::requirement_list::{RequirementList, Verdict, is_indifferent};
use mutualfit_domain::{ConceptRef, Credits, PairFacts, Profile, RequiredCompetency, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose, ReadsOf, Registry,
    RoleAsks,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

What no document shows and only people who met the candidate can tell: the competencies that the role names, by the ratings
of its interviews. They are facts of this pair alone and change nobody else's score. A competency that is also a required
skill is asked here only by what ratings say of it.

## Degrees

- **1**: rated at all that the role asks for.
- **½**: rated halfway.
- **0**: rated at the bottom of the scale.

Each competency counts by its importance: `Σ importance · rating / Σ importance` (mechanical combination, METHODS.md §4).

## What is unknown

A competency without a rating is anything from 0 to 1, and without an interview all of them are. A rating is bounds already;
where several sources differ, the bounds hold all of them: disagreement is shown, not averaged away.

## Limits

Ratings are as good as the interview: structured ones, on anchored scales, tell more. No rating is asked about culture,
personality or likeability.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Competencies>(Info {
        id: "competencies",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether interviews show the competencies that the role asks for.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/competencies",
        reads: ReadsOf {
            role: &["/requirements/competencies", "/indifferent", "/negotiable"],
            candidate: &[],
            pair: &["/competencies"],
            extensions: &[],
        },
        words: &[
            ("rated", "{name}: rated in an interview"),
            ("unrated", "{name}: no interview has rated it"),
            ("alternatives", "one of these is enough"),
        ],
    })
}

/// The settings of `competencies`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Competencies {}

/// What ratings say of one competency: bounds that hold every source.
fn rated(asked: &ConceptRef, known: &[PairFacts], context: &Context) -> Option<Degree> {
    let ratings = known.iter().filter_map(|facts| facts.competencies.as_deref()).flatten();
    let same = ratings.filter(|rating| context.concepts().credit(asked, &rating.concept, Credits::EXACT).is_some());
    same.map(|rating| Degree::between(rating.low.get() as f32, rating.high.get() as f32)).reduce(Degree::either)
}

impl Criterion for Competencies {
    type By = RoleAsks;
    type Want = RequirementList<Option<ConceptRef>>;
    type Have = ();

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<Self::Want> {
        RequirementList::ask(*role, "competencies", |asked| asked.competencies.as_ref(), |item: &RequiredCompetency| {
            Some(item.concept.clone())
        })
    }

    fn answer(&self, _: &Profile<'_>, _: &Context) -> Answer<()> {
        Answer::Unstated
    }

    fn fit(&self, want: &Self::Want, (): &()) -> Degree {
        want.degree(|_| Degree::UNKNOWN)
    }

    fn pair(
        &self,
        known: &[PairFacts],
        want: Option<&Self::Want>,
        _: Option<&()>,
        context: &Context,
    ) -> Option<(Degree, Gate)> {
        known.iter().find(|facts| facts.competencies.is_some())?;
        let rating = |asked: &Option<ConceptRef>| asked.as_ref().and_then(|asked| rated(asked, known, context));
        Some((want?.degree(|asked| rating(asked).unwrap_or(Degree::UNKNOWN)), Gate::Met))
    }

    fn facts(&self, role: &RoleView<'_>, _: &Profile<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        if is_indifferent(*role, "competencies") {
            return;
        }
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        want.facts("competencies", facts, |_, asked| {
            let rating = asked.as_ref().and_then(|asked| rated(asked, known, context));
            let code = if rating.is_some() { "rated" } else { "unrated" };
            let name = asked.as_ref().map_or("", ConceptRef::name);
            let degree = rating.unwrap_or(Degree::UNKNOWN);
            Verdict { fact: Fact::new(code).value("name", name), degree, gate: Gate::at(1.0, degree) }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Outcome, Trial};
    use serde_json::{Value, json};

    fn role(competencies: &Value) -> Value {
        json!({"requirements": {"competencies": competencies}})
    }

    fn listening() -> Value {
        role(&json!([
            {"concept": {"label": "Listening"}, "importance": 0.75},
            {"concept": {"label": "Composure"}, "importance": 0.25},
        ]))
    }

    fn rating(label: &str, low: f64, high: f64) -> Value {
        json!({"competencies": [{"concept": {"label": label}, "low": low, "high": high}]})
    }

    #[track_caller]
    fn check(known: &[Value], role: &Value, expected: &str) -> Outcome {
        let trial = known.iter().fold(Trial::of(register), |trial, known| trial.knowing(known.clone()));
        let outcome = trial.judge_closely(role, &json!({}));
        assert_eq!(outcome.brief(), expected);
        outcome
    }

    #[test]
    fn without_an_interview_every_competency_is_unknown() {
        let outcome = check(&[], &listening(), "not answered");
        assert_eq!(outcome.codes(), ["unrated", "unrated"]);
        check(&[], &role(&json!([])), "irrelevant");
        check(&[], &json!({}), "not asked");
        check(&[], &json!({"indifferent": ["competencies"]}), "irrelevant");
    }

    #[test]
    fn ratings_count_by_importance() {
        let both = json!({"competencies": [
            {"concept": {"label": "listening"}, "low": 1.0, "high": 1.0},
            {"concept": {"label": "Composure"}, "low": 0.0, "high": 0.0},
        ]});
        check(&[both], &listening(), "0.75");
        check(&[rating("Listening", 0.5, 0.5), rating("Composure", 0.5, 0.5)], &listening(), "0.5");
        check(&[rating("Listening", 1.0, 1.0), rating("Composure", 1.0, 1.0)], &listening(), "1");
    }

    #[test]
    fn what_no_rating_is_about_stays_unknown() {
        let outcome = check(&[rating("Listening", 0.5, 1.0)], &listening(), "0.375..1");
        assert_eq!(outcome.codes(), ["rated", "unrated"]);
        check(&[rating("Juggling", 1.0, 1.0)], &listening(), "0..1");
        check(&[json!({"commuteMinutes": 20})], &listening(), "not answered");
    }

    #[test]
    fn sources_that_differ_are_both_held() {
        check(&[rating("Listening", 0.2, 0.4), rating("Listening", 0.6, 0.8)], &listening(), "0.15..0.85");
    }
}
