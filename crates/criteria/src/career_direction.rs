//! `career-direction`: does the role lead to where the candidate wants to go?

use crate::{
    items::Unlisted,
    levers::appending,
    listed::Listed,
    options::UNSTATED,
    wishes::{self, Name, Rest, Unmet, Wish, Wishes},
};
use mutualfit_domain::{
    Aspirations, Candidate, ConceptId, ConceptRef, Credits, Goal, Pointer, RoleView, Share, Side,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

const DOCS: &str = "\
## What it asks

Whether the role is, or leads to, an occupation that the candidate's goals name.

## Degrees

The mean of the goals that name occupations, by their importance. A goal is worth the best of its occupations:

- **1**: the role is that occupation, or a career step leads there and the role shows that it has.
- **½**: the role is, or leads to, an occupation one step broader (`credits`).
- **0**: the role neither is nor leads to anything of the kind.

A career step without `evidence` may come true or not: it earns from 0.75 (`unproven`) to 1. This is needs–supplies fit
on advancement (METHODS.md §1.1); what a step is worth without evidence, and what a neighbour is worth, are this
project's choices.

## What is unknown

An occupation that the role does not list is unknown unless `complete` names both `occupations` and `careerSteps` (an
empty list counts as complete) and every career step says which occupation it is; the setting `unlisted` decides
otherwise.

## What would change it

A career step that the role adds, without evidence: that it has led anybody there cannot be promised. Never the goal,
which is about more than one role.

## Limits

Goals without occupations, the vision, and how soon a step comes are shown and not scored. The title of a career step is
not read as an occupation. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<CareerDirection>(
        registry,
        Info {
            id: "career-direction",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether the role leads to where the candidate wants to go.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 0.0,
            asks: "/aspirations/goals",
            reads: ReadsOf {
                role: &[
                    "/occupations/*",
                    "/growth/careerSteps/*/occupation",
                    "/growth/careerSteps/*/evidence",
                    "/indifferent",
                    "/complete",
                ],
                candidate: &[
                    "/aspirations/goals/*/occupations/*",
                    "/aspirations/goals/*/importance",
                    "/indifferent",
                    "/aspirations/indifferent",
                ],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("reached", "The role is what the goal names, or is shown to lead there."),
                (
                    "promised",
                    "A career step leads to what the goal names; that it has led anybody there is not said.",
                ),
                ("towards", "The role leads to something close to what the goal names."),
                ("unlisted", "Whether the role leads to what the goal names is not said."),
                ("elsewhere", "The role does not lead to what the goal names."),
                UNSTATED,
                ("offer-step", "Let a career step lead to {occupation}."),
            ],
        },
    )
}

/// The settings of `career-direction`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct CareerDirection {
    /// What a career step without evidence earns at the least, 0 to 1; 0.75 unless stated.
    unproven: Share,
    /// What a goal earns when something narrower, broader or related is listed.
    credits: Credits,
    /// What a goal counts that the role does not list.
    unlisted: Unlisted,
}

impl Default for CareerDirection {
    fn default() -> Self {
        let unproven = Share::new(0.75).unwrap_or(Share::ALL);
        Self { unproven, credits: Credits::default(), unlisted: Unlisted::default() }
    }
}

/// The occupations that a goal names, at least one.
type Named = Box<[[ConceptId; 2]]>;

impl Wish for Named {
    fn names(&self) -> impl Iterator<Item = Name> {
        self.iter().flatten().copied().map(Name::from)
    }
}

/// What a role is, or leads to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Direction {
    is_proven: bool,
    /// A career step, and not what the role is.
    is_step: bool,
    place: u32,
}

impl CareerDirection {
    fn earns(&self, direction: Direction) -> Degree {
        Degree::between(if direction.is_proven { 1.0 } else { self.unproven.get() as f32 }, 1.0)
    }
}

impl Wishes for CareerDirection {
    const SECTION: &'static str = "goals";
    type Item = Goal;
    type Wish = Named;
    type Have = Listed<Direction>;

    fn list(aspirations: &Aspirations) -> Option<&Vec<Goal>> {
        aspirations.goals.as_ref()
    }

    fn is_stated(goals: &[Goal]) -> bool {
        let names_any =
            |goal: &Goal| goal.occupations.as_ref().is_some_and(|named| !named.is_empty());
        goals.is_empty() || goals.iter().any(names_any)
    }

    fn distil(&self, _: &Candidate, goals: &[Goal], context: &Context) -> Vec<Option<Named>> {
        let keys = |occupation: &ConceptRef| context.concepts().asked(occupation).keys;
        let named = |goal: &Goal| goal.occupations.iter().flatten().map(keys).collect();
        goals.iter().map(named).map(|named: Named| (!named.is_empty()).then_some(named)).collect()
    }

    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Listed<Direction>> {
        let document = role.role();
        if document.is_indifferent("occupations") || document.is_indifferent("growth") {
            return Answer::Irrelevant;
        }
        let steps = document.growth.as_ref().and_then(|growth| growth.career_steps.as_deref());
        let occupations = document.occupations.as_deref();
        if steps.is_none() && occupations.is_none() {
            return Answer::Unstated;
        }
        let is_all = |name: &str, length: Option<usize>| {
            length.is_some_and(|length| length == 0 || document.is_complete(name))
        };
        let is_complete = is_all("occupations", occupations.map(<[_]>::len))
            && is_all("careerSteps", steps.map(<[_]>::len))
            && steps.unwrap_or_default().iter().all(|step| step.occupation.is_some());
        let is = |(occupation, place)| {
            (occupation, Direction { is_proven: true, is_step: false, place })
        };
        let own = occupations.unwrap_or_default().iter().zip(0..).map(is);
        let steps = steps.unwrap_or_default().iter().zip(0..).filter_map(|(step, place)| {
            let is_proven = step.evidence.as_ref().is_some_and(|evidence| !evidence.is_empty());
            step.occupation
                .as_ref()
                .map(|occupation| (occupation, Direction { is_proven, is_step: true, place }))
        });
        Answer::Stated(Listed::of(own.chain(steps), is_complete, self.credits, context))
    }

    fn found(&self, goal: &Named, have: &Listed<Direction>) -> Option<Degree> {
        let one = |keys: &[ConceptId; 2]| {
            have.found(*keys, self.unlisted, |direction| self.earns(*direction))
        };
        let found = goal.iter().filter_map(one).reduce(Degree::or)?;
        // The others may be listed elsewhere.
        let is_all = goal.iter().all(|keys| one(keys).is_some());
        Some(if is_all { found } else { found.or(have.rest(self.unlisted)) })
    }

    /// A step that the role could add. That a step has led anybody there cannot be promised, and where somebody wants to
    /// go is theirs.
    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let growth = unmet.role.role().growth.as_ref();
        let Some(occupation) = unmet.item.occupations.iter().flatten().next() else {
            return Vec::new();
        };
        let steps = growth.and_then(|growth| growth.career_steps.as_ref());
        let path = [("growth", growth.is_some()), ("careerSteps", steps.is_some())];
        let step = json!({"title": occupation.name(), "occupation": occupation});
        let lever = unmet.offering("offer-step").value("occupation", occupation.name());
        vec![appending(lever, &path, step)]
    }

    fn rest(&self, have: &Listed<Direction>) -> Rest {
        Rest::of(have.rest(self.unlisted))
    }

    fn say(&self, _: &Goal, goal: &Named, have: &Listed<Direction>, degree: Degree) -> Fact {
        let worth = |credit: f32, is_proven: bool| {
            if is_proven { credit } else { credit * self.unproven.get() as f32 }
        };
        let found =
            goal.iter().filter_map(|keys| have.winner(*keys, |direction| self.earns(*direction)));
        let found = found.reduce(|one, other| {
            let is_better =
                worth(other.credit, other.item.is_proven) > worth(one.credit, one.item.is_proven);
            if is_better { other } else { one }
        });
        let code = match found {
            Some(found) if found.credit < 1.0 => "towards",
            Some(found) if found.item.is_proven => "reached",
            Some(_) => "promised",
            None if degree.high() > 0.0 => "unlisted",
            None => "elsewhere",
        };
        Fact::new(code).answered(found.map(|found| found.item.pointer()))
    }
}

impl Direction {
    /// Where it stands in the role.
    fn pointer(self) -> Pointer {
        if self.is_step {
            Pointer::root()
                .field("growth")
                .field("careerSteps")
                .index(self.place as usize)
                .field("occupation")
        } else {
            Pointer::root().field("occupations").index(self.place as usize)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::Value;

    fn candidate(goals: &Value) -> Value {
        json!({"aspirations": {"goals": goals}})
    }

    fn steps(steps: &Value) -> Value {
        json!({"growth": {"careerSteps": steps}})
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
    fn a_goal_is_reached_by_the_role_or_by_a_step() {
        let asked = candidate(
            &json!([{"statement": "Teach", "occupations": [{"label": "Lecturer"}, {"label": "Head nurse"}]}]),
        );
        check(&json!({"occupations": [{"label": "Lecturer"}]}), &asked, "1");
        check(
            &steps(
                &json!([{"title": "Head", "occupation": {"label": "Head nurse"}, "evidence": "Two did"}]),
            ),
            &asked,
            "1",
        );
        check(
            &steps(&json!([{"title": "Head", "occupation": {"label": "Head nurse"}}])),
            &asked,
            "0.75..1",
        );
        check(&json!({"occupations": [{"label": "Nurse"}]}), &asked, "0..1");
        check(&json!({"occupations": [], "growth": {"careerSteps": []}}), &asked, "0");
        check(&json!({}), &asked, "not answered");
        check(&json!({"occupations": [], "indifferent": ["growth"]}), &asked, "irrelevant");
    }

    #[test]
    fn a_step_without_an_occupation_may_lead_anywhere() {
        let asked =
            candidate(&json!([{"statement": "Teach", "occupations": [{"label": "Lecturer"}]}]));
        let role = |step: Value| json!({"occupations": [{"label": "Nurse"}], "growth": {"careerSteps": [step]}, "complete": ["occupations", "careerSteps"]});
        check(&role(json!({"title": "Lead"})), &asked, "0..1");
        check(&role(json!({"title": "Lead", "occupation": {"label": "Head nurse"}})), &asked, "0");
    }

    #[test]
    fn goals_without_occupations_ask_nothing_here() {
        let role = json!({"occupations": [{"label": "Nurse"}]});
        check(&role, &candidate(&json!([{"statement": "Be happy"}])), "not asked");
        check(&role, &candidate(&json!([])), "irrelevant");
        check(&role, &json!({}), "not asked");
        check(
            &role,
            &json!({"aspirations": {"goals": [{"statement": "x"}], "indifferent": ["goals"]}}),
            "irrelevant",
        );
        let mixed = candidate(
            &json!([{"statement": "Be happy", "importance": 1}, {"statement": "Nurse", "occupations": [{"label": "Nurse"}]}]),
        );
        check(&role, &mixed, "1");
        let outcome = Trial::of(register).judge(&role, &mixed);
        assert_eq!(outcome.pointers("reached"), ("/aspirations/goals/1", "/occupations/0"));
    }

    #[test]
    fn goals_share_by_importance() {
        let asked = candidate(&json!([
            {"statement": "a", "importance": 0.75, "occupations": [{"label": "Nurse"}]},
            {"statement": "b", "importance": 0.25, "occupations": [{"label": "Lecturer"}]},
        ]));
        check(
            &json!({"occupations": [{"label": "Nurse"}], "growth": {"careerSteps": []}, "complete": ["occupations"]}),
            &asked,
            "0.75",
        );
        let trial = Trial::of(register).with(json!({"unlisted": "lacking"}));
        assert_eq!(
            trial.judge(&json!({"occupations": [{"label": "Nurse"}]}), &asked).brief(),
            "0.75"
        );
    }

    #[test]
    fn a_step_is_offered_and_no_goal_is_given_up() {
        let trial = Trial::of(register);
        let asked =
            candidate(&json!([{"statement": "Teach", "occupations": [{"label": "Lecturer"}]}]));
        let offered = [(Side::Role, "offer-step", "0.75..1")];
        trial.check_levers(
            (&json!({"occupations": [], "growth": {"careerSteps": []}}), &asked),
            1.0,
            &offered,
        );
        trial.check_levers((&json!({}), &asked), 1.0, &offered);
        // What shows that a step has led there cannot be promised.
        let promised = steps(&json!([{"title": "x", "occupation": {"label": "Lecturer"}}]));
        trial.check_levers((&promised, &asked), 1.0, &[]);
    }
}
