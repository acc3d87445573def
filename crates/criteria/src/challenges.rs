//! `challenges`: does the role have the challenges that the candidate seeks, and none that they avoid?

use crate::{
    items::Unlisted,
    levers::appending,
    listed::Listed,
    options::{self, UNSTATED},
    wishes::{self, Aim, Rest, Sought, Unmet, Wishes},
};
use mutualfit_domain::{Aspirations, Candidate, ConceptWish, Credits, Pointer, RoleView, Side};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

const DOCS: &str = "\
## What it asks

Whether what is hard about the role is what the candidate seeks, and not what they want to avoid.

## Degrees

The mean of the wishes by their importance.

- **1**: a challenge that is sought is there; one that is to be avoided is not.
- **½**: something one step broader than the challenge is there (`credits`).
- **0**: a challenge that is sought is not there; one that is to be avoided is.

What is there earns its credit, and what is to be avoided 1 less that: needs–supplies on what a role says openly about
its hard sides, as a realistic preview does (METHODS.md §0, §3.1). A challenge that is merely accepted is not asked
about.

## What is unknown

A challenge that the role does not list is unknown unless `complete` names `challenges` or the list is empty; the setting
`unlisted` decides otherwise. A challenge that names no concept may be any.

## What would change it

A challenge that is sought and that the work could have; or a wish that becomes acceptance. A challenge to be avoided is
not left out of the role: the work would be as hard without the word.

## Limits

How often it comes up, and what helps with it, are shown and not scored. A role is not rewarded for having few
challenges, nor for having many. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<Challenges>(
        registry,
        Info {
            id: "challenges",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether what is hard about the role is what the candidate seeks.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 0.0,
            asks: "/aspirations/challenges",
            reads: ReadsOf {
                role: &["/challenges/*/concept", "/negotiable", "/indifferent", "/complete"],
                candidate: &[
                    "/aspirations/challenges/*",
                    "/indifferent",
                    "/aspirations/indifferent",
                ],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("met", "{challenge} is part of it, as wished."),
                ("avoided", "{challenge} is no part of it, as wished."),
                ("partly", "Something close to {challenge} is part of it."),
                ("missing", "{challenge} is no part of it."),
                ("present", "{challenge} is part of it, and is to be avoided."),
                ("open", "Whether {challenge} is part of it is not said."),
                UNSTATED,
                ("offer-challenge", "Make {challenge} part of it."),
                ("let-go", "Accept that {challenge} is part of it or not."),
            ],
        },
    )
}

/// The settings of `challenges`.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Challenges {
    /// What a wish earns when something narrower, broader or related is there.
    credits: Credits,
    /// What a wish counts that the role does not list.
    unlisted: Unlisted,
}

impl Wishes for Challenges {
    const SECTION: &'static str = "challenges";
    type Item = ConceptWish;
    type Wish = Sought;
    type Have = Listed<u32>;

    fn list(aspirations: &Aspirations) -> Option<&Vec<ConceptWish>> {
        aspirations.challenges.as_ref()
    }

    fn distil(
        &self,
        _: &Candidate,
        list: &[ConceptWish],
        context: &Context,
    ) -> Vec<Option<Sought>> {
        list.iter().map(|wish| Sought::of(wish, context)).collect()
    }

    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Listed<u32>> {
        let document = role.role();
        if document.is_indifferent("challenges") {
            return Answer::Irrelevant;
        }
        let Some(challenges) = document.challenges.as_deref() else { return Answer::Unstated };
        let named = challenges
            .iter()
            .zip(0..)
            .filter_map(|(challenge, place)| Some((challenge.concept.as_ref()?, place)));
        // What names no concept may be any, whatever the setting makes of what is not listed.
        let is_named = challenges.iter().all(|challenge| challenge.concept.is_some());
        let is_closed = document.is_complete("challenges") || self.unlisted == Unlisted::Lacking;
        let is_complete = challenges.is_empty() || is_named && is_closed;
        options::answered(
            role,
            "/challenges",
            Listed::of(named, is_complete, self.credits, context),
        )
    }

    fn found(&self, wish: &Sought, have: &Listed<u32>) -> Option<Degree> {
        let found = have.found(wish.keys, Unlisted::Unknown, |_| Degree::FULL)?;
        Some(wish.aim.degree(found))
    }

    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let concept = &unmet.item.concept;
        let says = |lever: Lever| lever.value("challenge", concept.name());
        // What is hard about the work stays so where it is left out of the document.
        let offer = (unmet.wish.aim == Aim::Seek).then(|| {
            let challenge = json!({"statement": concept.name(), "concept": concept});
            let path = [("challenges", unmet.role.role().challenges.is_some())];
            says(appending(unmet.offering("offer-challenge"), &path, challenge))
        });
        offer.into_iter().chain(unmet.let_go().map(says)).collect()
    }

    fn rest(&self, have: &Listed<u32>) -> Rest {
        Rest::of(have.rest(Unlisted::Unknown))
    }

    fn say(&self, item: &ConceptWish, wish: &Sought, have: &Listed<u32>, degree: Degree) -> Fact {
        let found = have.winner(wish.keys, |_| Degree::FULL);
        let pointer =
            found.map(|found| Pointer::root().field("challenges").index(found.item as usize));
        let fact = Fact::new(wish.aim.code(degree)).answered(pointer);
        fact.value("challenge", item.concept.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::Value;

    fn role(labels: &[&str]) -> Value {
        let challenge = |label: &&str| json!({"statement": label, "concept": {"label": label}});
        json!({"challenges": labels.iter().map(challenge).collect::<Vec<_>>()})
    }

    fn complete(labels: &[&str]) -> Value {
        let mut role = role(labels);
        role["complete"] = json!(["challenges"]);
        role
    }

    fn candidate(wish: &str, essential: bool) -> Value {
        json!({"aspirations": {"challenges": [{"concept": {"label": "Night calls"}, "wish": wish, "dealBreaker": essential}]}})
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
    fn a_challenge_is_there_or_not() {
        check(&role(&["night calls"]), &candidate("seek", false), "1");
        check(&role(&["night calls"]), &candidate("avoid", false), "0");
        check(&role(&["columns"]), &candidate("seek", false), "0..1");
        check(&complete(&["columns"]), &candidate("seek", false), "0");
        check(&complete(&["columns"]), &candidate("avoid", false), "1");
        check(&role(&[]), &candidate("avoid", false), "1");
        check(&json!({}), &candidate("avoid", false), "not answered");
        check(&json!({"indifferent": ["challenges"]}), &candidate("avoid", false), "irrelevant");
        check(&role(&[]), &candidate("accept", false), "irrelevant");
        check(&role(&[]), &json!({"aspirations": {"challenges": []}}), "irrelevant");
        check(&role(&[]), &json!({"indifferent": ["challenges"]}), "irrelevant");
        check(&role(&[]), &json!({}), "not asked");
    }

    #[test]
    fn a_challenge_without_a_concept_may_be_any() {
        let mut role = complete(&["columns"]);
        role["challenges"][0].as_object_mut().unwrap().remove("concept");
        check(&role, &candidate("avoid", false), "0..1");
    }

    #[test]
    fn what_must_not_be_is_a_gate() {
        check(&role(&["night calls"]), &candidate("avoid", true), "0 unmet");
        check(&role(&["columns"]), &candidate("avoid", true), "0..1 open");
        check(&complete(&["columns"]), &candidate("avoid", true), "1 met");
        check(&json!({}), &candidate("avoid", true), "not answered open");
        let mut negotiable = role(&["night calls"]);
        negotiable["negotiable"] = json!(["/challenges"]);
        check(&negotiable, &candidate("avoid", true), "0 open");
        let outcome = Trial::of(register)
            .judge(&role(&["columns", "night calls"]), &candidate("avoid", true));
        assert_eq!(outcome.pointers("present"), ("/aspirations/challenges/0", "/challenges/1"));
    }

    #[test]
    fn a_neighbour_counts_in_part_and_settings_decide() {
        let trial = Trial::of(register).with(json!({"unlisted": "lacking"}));
        assert_eq!(trial.judge(&role(&["columns"]), &candidate("avoid", false)).brief(), "1");
        assert_eq!(trial.judge(&role(&["columns"]), &candidate("seek", true)).brief(), "0 unmet");
        let unnamed = json!({"challenges": [{"statement": "It gets busy"}]});
        assert_eq!(trial.judge(&unnamed, &candidate("seek", true)).brief(), "0..1 open");
    }

    #[test]
    fn what_is_sought_is_offered_and_what_is_hard_is_not_hidden() {
        let trial = Trial::of(register);
        let wishes = |wish: &str| json!({"aspirations": {"challenges": [{"concept": {"label": "Crowds"}, "wish": wish}]}});
        let none = json!({"challenges": []});
        let go = (Side::Candidate, "let-go", "irrelevant");
        trial.check_levers(
            (&none, &wishes("seek")),
            1.0,
            &[(Side::Role, "offer-challenge", "1"), go],
        );
        trial.check_levers(
            (&json!({}), &wishes("seek")),
            1.0,
            &[(Side::Role, "offer-challenge", "1")],
        );
        let crowds = json!({"challenges": [{"statement": "x", "concept": {"label": "Crowds"}}]});
        trial.check_levers((&crowds, &wishes("avoid")), 1.0, &[go]);
    }
}
