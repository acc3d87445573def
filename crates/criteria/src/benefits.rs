//! `benefits`: does the role give the benefits that the candidate wants?

use crate::{
    conditions::{Applies, Situation},
    hours::Hours,
    items::Unlisted,
    levels::written,
    levers::{appending, json},
    options::{self, UNSTATED},
    wishes::{self, Lists, Name, Rest, Unmet, Wish, Wishes},
};
use mutualfit_domain::{
    Aspirations, Benefit, BenefitWish, Candidate, Pointer, RoleView, Side, Text,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the role gives the benefits that the candidate wants: health, retirement, paid leave, parental leave, a budget to
study, or others by name.

## Degrees

The mean of the wishes by their importance (needs–supplies; METHODS.md §1.2). A benefit is

- **1**: given at the hours of the arrangement.
- **0**: not given, or given at more hours a week alone.

A benefit is there or not; the whole list is at **½** where benefits of half of the weight are given.

## What is unknown

A benefit that the role does not list is unknown unless `complete` names `benefits` or the list is empty; the setting
`unlisted` decides otherwise. A benefit that states no hours is given at any. A benefit that is given from some hours
a week on is unknown where the arrangement does not state its hours.

## What would change it

A benefit that the role gives as well, or at fewer hours; or one that is not given and that the candidate does without:
the wish stays in the list and counts nothing.

## Limits

Kinds are compared as written. What a benefit is worth, and how long after the start it is given, are shown and not
scored. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<Benefits>(
        registry,
        Info {
            id: "benefits",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether the role gives the benefits that the candidate wants.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 0.0,
            asks: "/aspirations/benefits",
            reads: ReadsOf {
                role: &[
                    "/compensation/benefits/*/kind",
                    "/compensation/benefits/*/after",
                    "/compensation/benefits/*/minHoursPerWeek",
                    "/arrangements/*/schedule/hoursPerWeek",
                    "/negotiable",
                    "/indifferent",
                    "/complete",
                ],
                candidate: &["/aspirations/benefits/*", "/indifferent", "/aspirations/indifferent"],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("given", "{kind} is given."),
                (
                    "hours-open",
                    "{kind} is given from {minHoursPerWeek} hours a week on; the hours are not settled.",
                ),
                (
                    "hours-short",
                    "{kind} is given from {minHoursPerWeek} hours a week on, which is more than this.",
                ),
                ("unlisted", "Whether {kind} is given is not said."),
                ("not-given", "{kind} is not given."),
                UNSTATED,
                ("offer-benefit", "Give {kind}, at the hours of this arrangement."),
                ("let-go", "Do without {kind}."),
            ],
        },
    )
}

/// The settings of `benefits`.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Benefits {
    /// What a benefit counts that the role does not list.
    unlisted: Unlisted,
}

/// What a role gives in an arrangement.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// Each benefit, and whether it is given at the hours of the arrangement.
    listed: Vec<(Benefit, Applies)>,
    is_complete: bool,
}

impl Given {
    /// The benefit of a kind and its place in the list; the first of those that settle it.
    fn find(&self, kind: &Text) -> Option<(usize, &(Benefit, Applies))> {
        let same = self.listed.iter().enumerate().filter(|(_, (benefit, _))| benefit.kind == *kind);
        same.min_by_key(|(_, (_, applies))| *applies)
    }
}

impl Lists for Given {
    fn names(&self) -> impl Iterator<Item = Name> {
        self.listed.iter().map(|(benefit, _)| Name::from(&benefit.kind))
    }
}

impl Wish for Text {
    fn names(&self) -> impl Iterator<Item = Name> {
        [Name::from(self)].into_iter()
    }
}

impl Wishes for Benefits {
    const SECTION: &'static str = "benefits";
    type Item = BenefitWish;
    type Wish = Text;
    type Have = Given;

    fn list(aspirations: &Aspirations) -> Option<&Vec<BenefitWish>> {
        aspirations.benefits.as_ref()
    }

    fn distil(&self, _: &Candidate, list: &[BenefitWish], _: &Context) -> Vec<Option<Text>> {
        list.iter().map(|wish| Some(wish.kind.clone())).collect()
    }

    fn answer(&self, role: RoleView<'_>, _: &Context) -> Answer<Given> {
        let document = role.role();
        if document.is_indifferent("compensation") {
            return Answer::Irrelevant;
        }
        let benefits = document.compensation.as_ref().and_then(|given| given.benefits.as_deref());
        let Some(benefits) = benefits else { return Answer::Unstated };
        let hours = Situation::of(role).hours.unwrap_or(Hours::ANY);
        let applies = |least: f32| hours.applies_at(Hours { least, most: f32::INFINITY });
        let listed = benefits.iter().map(|benefit| {
            let least = benefit.min_hours_per_week.map(|hours| hours.get() as f32);
            (benefit.clone(), least.map_or(Applies::Yes, applies))
        });
        let is_complete = benefits.is_empty() || document.is_complete("benefits");
        options::answered(
            role,
            "/compensation/benefits",
            Given { listed: listed.collect(), is_complete },
        )
    }

    fn found(&self, kind: &Text, have: &Given) -> Option<Degree> {
        let (_, (_, applies)) = have.find(kind)?;
        Some(match applies {
            Applies::Yes => Degree::FULL,
            Applies::Unknown => Degree::UNKNOWN,
            Applies::No => Degree::NONE,
        })
    }

    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let given = unmet.role.role().compensation.as_ref();
        let lever = unmet.offering("offer-benefit").value("kind", unmet.wish.as_str());
        let offer = if let Some((place, _)) = unmet.have.find(unmet.wish) {
            // It is given at more hours: let it be given at these, or at any where they are not stated.
            let hours = Situation::of(unmet.role).hours.map(|hours| hours.least);
            let list = Pointer::root().field("compensation").field("benefits");
            let at = list.index(place).field("minHoursPerWeek");
            match hours.filter(|least| *least > 0.0) {
                Some(least) => lever.replace(at, written(f64::from(least))),
                None => lever.remove(at),
            }
        } else {
            let is_listed = given.is_some_and(|given| given.benefits.is_some());
            let path = [("compensation", given.is_some()), ("benefits", is_listed)];
            appending(lever, &path, json(&Benefit::new(unmet.wish.clone())))
        };
        let let_go = unmet.let_go().map(|lever| lever.value("kind", unmet.wish.as_str()));
        [offer].into_iter().chain(let_go).collect()
    }

    fn rest(&self, have: &Given) -> Rest {
        Rest::of(self.unlisted.degree(have.is_complete))
    }

    fn say(&self, _: &BenefitWish, kind: &Text, have: &Given, degree: Degree) -> Fact {
        let found = have.find(kind);
        let code = match found {
            Some((_, (_, Applies::Yes))) => "given",
            Some((_, (_, Applies::Unknown))) => "hours-open",
            Some((_, (_, Applies::No))) => "hours-short",
            None if degree.high() > 0.0 => "unlisted",
            None => "not-given",
        };
        let fact = Fact::new(code).value("kind", kind.as_str());
        let Some((place, (benefit, _))) = found else { return fact };
        let at = Pointer::root().field("compensation").field("benefits").index(place);
        let mut fact = fact.answered(at);
        if let Some(hours) = benefit.min_hours_per_week {
            fact = fact.value("minHoursPerWeek", hours.get());
        }
        if let Some(after) = &benefit.after {
            fact = fact.value("after", after.as_str());
        }
        fact
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(benefits: &Value) -> Value {
        json!({"compensation": {"benefits": benefits}, "arrangements": [{"schedule": {"hoursPerWeek": {"minValue": 30, "maxValue": 30}}}]})
    }

    fn candidate(benefits: &Value) -> Value {
        json!({"aspirations": {"benefits": benefits}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn a_benefit_is_given_or_not() {
        let asked = candidate(&json!([{"kind": "health"}, {"kind": "retirement"}]));
        check(&role(&json!([{"kind": "retirement"}, {"kind": "health"}])), &asked, "1");
        check(&role(&json!([])), &asked, "0");
        check(&role(&json!([{"kind": "health"}])), &asked, "0.5..1");
        let mut complete = role(&json!([{"kind": "health"}]));
        complete["complete"] = json!(["benefits"]);
        check(&complete, &asked, "0.5");
        check(&json!({"compensation": {}}), &asked, "not answered");
        check(&json!({"indifferent": ["compensation"]}), &asked, "irrelevant");
        check(&role(&json!([])), &json!({}), "not asked");
        check(&role(&json!([])), &candidate(&json!([])), "irrelevant");
        check(&role(&json!([])), &json!({"indifferent": ["benefits"]}), "irrelevant");
    }

    #[test]
    fn a_benefit_is_given_at_the_hours_of_the_arrangement() {
        let asked = candidate(&json!([{"kind": "health"}]));
        let from = |hours: u8| json!([{"kind": "health", "minHoursPerWeek": hours}]);
        check(&role(&from(30)), &asked, "1");
        check(&role(&from(31)), &asked, "0");
        check(&json!({"compensation": {"benefits": from(30)}}), &asked, "0..1");
        check(
            &role(
                &json!([{"kind": "health", "minHoursPerWeek": 36}, {"kind": "health", "minHoursPerWeek": 20}]),
            ),
            &asked,
            "1",
        );
        let outcome = Trial::of(register).judge(&role(&from(31)), &asked);
        assert_eq!(
            outcome.pointers("hours-short"),
            ("/aspirations/benefits/0", "/compensation/benefits/0")
        );
    }

    #[test]
    fn wishes_share_by_importance_and_gate_one_by_one() {
        let asked = candidate(&json!([
            {"kind": "health", "importance": 0.75},
            {"kind": "studyBudget", "importance": 0.25, "dealBreaker": true, "audience": "shared"},
        ]));
        let gives = |kind: &str| json!({"compensation": {"benefits": [{"kind": kind}]}, "complete": ["benefits"]});
        check(&gives("health"), &asked, "0.75 unmet");
        check(&gives("studyBudget"), &asked, "0.25 met");
        check(&role(&json!([{"kind": "health"}])), &asked, "0.75..1 open");
        check(&json!({}), &asked, "not answered open");
        let mut negotiable = gives("health");
        negotiable["negotiable"] = json!(["/compensation/benefits"]);
        check(&negotiable, &asked, "0.75 open");
        let outcome = Trial::of(register).judge(&gives("health"), &asked);
        assert_eq!(outcome.fact("not-given").audience, None);
        let trial = Trial::of(register).with(json!({"unlisted": "lacking"}));
        assert_eq!(trial.judge(&role(&json!([{"kind": "health"}])), &asked).brief(), "0.75 unmet");
    }

    #[test]
    fn a_benefit_is_given_or_done_without() {
        let trial = Trial::of(register);
        let asked =
            candidate(&json!([{"kind": "health"}, {"kind": "retirement", "dealBreaker": true}]));
        let gives_none = role(&json!([]));
        // Letting go of one of two leaves the other unmet, which raises no degree.
        let offered = [
            (Side::Role, "offer-benefit", "0.5..1 open"),
            (Side::Role, "offer-benefit", "0.5..1 met"),
        ];
        trial.check_levers((&gives_none, &asked), 1.0, &offered);
        let mut half = role(&json!([{"kind": "health"}]));
        half["complete"] = json!(["benefits"]);
        let both = [(Side::Role, "offer-benefit", "1 met"), (Side::Candidate, "let-go", "1")];
        trial.check_levers((&half, &asked), 1.0, &both);
        // What is not said is asked about, and not given up.
        let alone = candidate(&json!([{"kind": "health"}]));
        trial.check_levers((&json!({}), &alone), 1.0, &[(Side::Role, "offer-benefit", "1")]);
        let more = role(&json!([{"kind": "health", "minHoursPerWeek": 36}]));
        let both = [(Side::Role, "offer-benefit", "1"), (Side::Candidate, "let-go", "irrelevant")];
        trial.check_levers((&more, &alone), 1.0, &both);
    }
}
