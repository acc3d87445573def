//! `growth`: does the role teach what the candidate wants to learn?

use crate::{
    asked_level::AskedLevel,
    items::Unlisted,
    levels::{KeptLevel, written},
    levers::{appending, json},
    listed::Listed,
    options::{self, UNSTATED},
    wishes::{self, Aim, Rest, Sought, Unmet, Wishes},
};
use mutualfit_domain::{
    Aspirations, Candidate, ConceptRef, Credits, Learning, LearningWish, Level, Pointer,
    RequiredSkill, Role, RoleView, Share, Side,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the role teaches what the candidate wants to learn, as far as they want to get, and with what support.

## Degrees

The mean of the wishes by their importance. A wish is

- **1**: taught to the level wanted (or wanted at no particular level), and the role says how (`support`, `training`) or
  that it has been done (`evidence`), or names support for all learning.
- **½**: taught to half the level wanted.
- **0**: not taught.

A level earns `min(1, level taught / level wanted)` in values of the scale (needs–supplies by shortfall, METHODS.md
§1.2). What is taught without any word on how may come true or not: it earns from 0.75 (`unproven`) of that to all of it;
what a promise is worth without support is this project's choice. Something narrower, broader or related that is taught
earns the credit of that step (`credits`). Requirements that are taught (`training`, or `neededBy` after the start)
count as taught.

## What is unknown

What the role does not list is unknown unless `complete` names `learn` or the list is empty, and the role states which
skills it requires, since those may be taught too; the setting `unlisted` decides otherwise. As long as it does not state
both, what one of the two teaches is a least. A level that is not stated, or on a scale that no crosswalk leads to, is
anything from the least of the scale on.

## What would change it

The role teaches it, as far as it is wanted, and says how (what a patch says of that, *to be agreed*, is the role's to
fill in); never by asking for more. Or the candidate learns it as far as it is taught, or does without where it is not.

## Limits

Learning happens in the work too, unsaid. When it is taught is shown and not scored. Wishes to learn are read on the
candidate's side alone. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<Growth>(
        registry,
        Info {
            id: "growth",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether the role teaches what the candidate wants to learn.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 1.0,
            asks: "/aspirations/learning",
            reads: ReadsOf {
                role: &[
                    "/growth/learn/*/concept",
                    "/growth/learn/*/level",
                    "/growth/learn/*/support",
                    "/growth/learn/*/evidence",
                    "/growth/support",
                    "/requirements/skills/*/concept",
                    "/requirements/skills/*/level",
                    "/requirements/skills/*/neededBy",
                    "/requirements/skills/*/training",
                    "/negotiable",
                    "/indifferent",
                    "/complete",
                ],
                candidate: &["/aspirations/learning/*", "/indifferent", "/aspirations/indifferent"],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("taught", "{concept} is taught as far as wanted, and the role says how."),
                ("promised", "{concept} is taught; how is not said."),
                ("partly", "{concept} is taught, but not as far as wanted."),
                ("open", "{concept} or something close to it is taught; how far is not said."),
                ("unlisted", "{concept} is not among what the role says that it teaches."),
                ("not-taught", "{concept} is not taught."),
                UNSTATED,
                ("offer-learning", "Teach {concept} as far as it is wanted, and say how."),
                ("offer-more", "Teach {concept} as far as it is wanted, and say how."),
                ("accept-level", "Learn {concept} to level {to} here."),
                ("let-go", "Do without learning {concept} here."),
            ],
        },
    )
}

/// What a role is asked to say of how it teaches something: the words are its own to find.
const SUPPORT: &str = "To be agreed";

/// The settings of `growth`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Growth {
    /// What a wish earns at the least that is taught without a word on how, 0 to 1; 0.75 unless stated.
    unproven: Share,
    /// What it earns when something narrower, broader or related is taught.
    credits: Credits,
    /// What a wish counts that the role does not list.
    unlisted: Unlisted,
}

impl Default for Growth {
    fn default() -> Self {
        let unproven = Share::new(0.75).unwrap_or(Share::ALL);
        Self { unproven, credits: Credits::default(), unlisted: Unlisted::default() }
    }
}

/// Something that a candidate wants to learn, and how far; `None` where that is not said.
type Wanted = Sought<Option<AskedLevel>>;

/// Something that a role teaches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taught {
    level: Option<KeptLevel>,
    is_supported: bool,
    /// A requirement, and not something of its own.
    is_requirement: bool,
    /// What the role teaches is not stated otherwise, so that it may be taught further.
    may_be_more: bool,
    place: u32,
}

impl Growth {
    fn earns(&self, want: &Wanted, taught: &Taught) -> Degree {
        let reached =
            want.level.as_ref().map_or(Degree::FULL, |level| level.reached_by(taught.level));
        let sure = if taught.is_supported { 1.0 } else { self.unproven.get() as f32 };
        Degree::between(reached.low() * sure, if taught.may_be_more { 1.0 } else { reached.high() })
    }
}

impl Wishes for Growth {
    const SECTION: &'static str = "learning";
    type Item = LearningWish;
    type Wish = Wanted;
    type Have = Listed<Taught>;

    fn list(aspirations: &Aspirations) -> Option<&Vec<LearningWish>> {
        aspirations.learning.as_ref()
    }

    fn distil(
        &self,
        _: &Candidate,
        list: &[LearningWish],
        context: &Context,
    ) -> Vec<Option<Wanted>> {
        let wanted = |wish: &LearningWish| {
            let level = wish.level.as_ref().and_then(|level| AskedLevel::of(level, context));
            let keys = context.concepts().asked(&wish.concept).keys;
            Some(Sought { keys, aim: Aim::Seek, level })
        };
        list.iter().map(wanted).collect()
    }

    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Listed<Taught>> {
        let document = role.role();
        if document.is_indifferent("growth") {
            return Answer::Irrelevant;
        }
        let learn = document.growth.as_ref().and_then(|growth| growth.learn.as_deref());
        let is_supported = document
            .growth
            .iter()
            .filter_map(|growth| growth.support.as_deref())
            .any(|support| !support.is_empty());
        let asked = document.requirements.as_ref().and_then(|asked| asked.skills.as_deref());
        // Either list may teach what the other does not, or further, as long as it is not stated.
        let is_complete = asked.is_some()
            && learn.is_some_and(|learn| learn.is_empty() || document.is_complete("learn"));
        let learned = learn.unwrap_or_default().iter().zip(0..).map(|(learned, place)| {
            let (concept, taught) = of_learning(learned, place, is_supported, context);
            (concept, Taught { may_be_more: asked.is_none(), ..taught })
        });
        let required = asked.unwrap_or_default().iter().zip(0..).filter_map(|(skill, place)| {
            let (concept, taught) = of_requirement(skill, place, is_supported, context)?;
            Some((concept, Taught { may_be_more: learn.is_none(), ..taught }))
        });
        let listed = Listed::of(learned.chain(required), is_complete, self.credits, context);
        if learn.is_none() && listed.is_empty() {
            return Answer::Unstated;
        }
        options::answered(role, "/growth/learn", listed)
    }

    fn found(&self, wish: &Wanted, have: &Listed<Taught>) -> Option<Degree> {
        have.found(wish.keys, self.unlisted, |taught| self.earns(wish, taught))
    }

    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let (wish, item) = (unmet.wish, unmet.item);
        let says = |lever: Lever| lever.value("concept", item.concept.name());
        let found = unmet.have.winner(wish.keys, |taught| self.earns(wish, taught));
        let very = found.filter(|found| found.credit >= 1.0).map(|found| &found.item);
        let is_short = |taught: &Taught| {
            wish.level.as_ref().is_some_and(|level| level.reached_by(taught.level).low() < 1.0)
        };
        let offer = match very {
            Some(taught) if !(taught.is_requirement && is_short(taught)) => {
                let (at, mut lever) = (taught.pointer(), unmet.offering("offer-more"));
                if let Some(level) = item.level.as_ref().filter(|_| is_short(taught)) {
                    lever = lever.add(at.clone().field("level"), json(level));
                }
                if !taught.is_supported {
                    let how = if taught.is_requirement { "training" } else { "support" };
                    lever = lever.add(at.field(how), SUPPORT);
                }
                lever
            }
            // Nobody is asked for more so that it can be taught: it is taught beside what is required.
            _ => {
                let growth = unmet.role.role().growth.as_ref();
                let learn = growth.and_then(|growth| growth.learn.as_ref());
                let supports = growth.and_then(|growth| growth.support.as_deref());
                let mut learning = Learning::new(item.concept.clone());
                learning.level.clone_from(&item.level);
                if supports.unwrap_or_default().is_empty() {
                    learning.support = Some(SUPPORT.to_owned());
                }
                let path = [("growth", growth.is_some()), ("learn", learn.is_some())];
                appending(unmet.offering("offer-learning"), &path, json(&learning))
            }
        };
        // What is taught less far may do; what is not taught at all is let go.
        let less = very.filter(|taught| is_short(taught)).and_then(|taught| {
            let level = taught.stated_level(unmet.role.role())?;
            let lever = unmet.accepting("accept-level")?.value("to", written(level.value()));
            Some(lever.replace(unmet.at().field("level"), json(level)))
        });
        let let_go = less.or_else(|| unmet.let_go());
        [offer].into_iter().chain(let_go).map(says).collect()
    }

    fn rest(&self, have: &Listed<Taught>) -> Rest {
        Rest::of(have.rest(self.unlisted))
    }

    fn say(
        &self,
        item: &LearningWish,
        wish: &Wanted,
        have: &Listed<Taught>,
        degree: Degree,
    ) -> Fact {
        let found = have.winner(wish.keys, |taught| self.earns(wish, taught));
        let code = match found {
            Some(found) if degree.low() >= 1.0 && found.item.is_supported => "taught",
            Some(found)
                if degree.high() >= 1.0 && !found.item.is_supported && found.credit >= 1.0 =>
            {
                "promised"
            }
            Some(_) if degree.high() < 1.0 => "partly",
            Some(_) => "open",
            None if degree.high() > 0.0 => "unlisted",
            None => "not-taught",
        };
        Fact::new(code)
            .answered(found.map(|found| found.item.pointer()))
            .value("concept", item.concept.name())
    }
}

impl Taught {
    /// The level that the role states.
    fn stated_level<'r>(&self, role: &'r Role) -> Option<&'r Level> {
        let place = self.place as usize;
        if self.is_requirement {
            role.requirements.as_ref()?.skills.as_ref()?.get(place)?.level.as_ref()
        } else {
            role.growth.as_ref()?.learn.as_ref()?.get(place)?.level.as_ref()
        }
    }

    /// Where it stands in the role.
    fn pointer(&self) -> Pointer {
        let list =
            if self.is_requirement { ["requirements", "skills"] } else { ["growth", "learn"] };
        list.iter()
            .fold(Pointer::root(), |pointer, name| pointer.field(name))
            .index(self.place as usize)
    }
}

fn of_learning<'a>(
    learned: &'a Learning,
    place: u32,
    is_supported: bool,
    context: &Context,
) -> (&'a ConceptRef, Taught) {
    let says = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
    let is_supported = is_supported || says(&learned.support) || says(&learned.evidence);
    let level = learned.level.as_ref().and_then(|level| KeptLevel::of(level, context));
    (
        &learned.concept,
        Taught { level, is_supported, is_requirement: false, may_be_more: false, place },
    )
}

/// A requirement that need not be met from the start, or that comes with training.
fn of_requirement<'a>(
    skill: &'a RequiredSkill,
    place: u32,
    is_supported: bool,
    context: &Context,
) -> Option<(&'a ConceptRef, Taught)> {
    let is_trained = skill.training.as_ref().is_some_and(|training| !training.is_empty());
    let is_later = skill.needed_by.as_ref().is_some_and(|span| span.days() > 0.0);
    let level = skill.level.as_ref().and_then(|level| KeptLevel::of(level, context));
    let taught = Taught {
        level,
        is_supported: is_supported || is_trained,
        is_requirement: true,
        may_be_more: false,
        place,
    };
    (is_trained || is_later).then_some((&skill.concept, taught))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(learn: &Value) -> Value {
        json!({"growth": {"learn": learn}})
    }

    fn candidate(learning: &Value) -> Value {
        json!({"aspirations": {"learning": learning}})
    }

    fn level(value: u8) -> Value {
        json!({"scale": "mutualfit/proficiency", "value": value})
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
    fn what_is_taught_with_support_is_all_that_is_asked() {
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}}]));
        check(
            &role(&json!([{"concept": {"label": "suturing"}, "support": "Mentor"}])),
            &asked,
            "1",
        );
        check(
            &role(&json!([{"concept": {"label": "suturing"}, "evidence": "Both did it"}])),
            &asked,
            "1",
        );
        check(&role(&json!([{"concept": {"label": "suturing"}}])), &asked, "0.75..1");
        check(
            &json!({"growth": {"learn": [{"concept": {"label": "suturing"}}], "support": ["Paid study day"]}}),
            &asked,
            "1",
        );
        check(&role(&json!([{"concept": {"label": "Triage"}}])), &asked, "0..1");
        check(&json!({"growth": {"learn": []}, "requirements": {"skills": []}}), &asked, "0");
        check(
            &json!({"growth": {"learn": [{"concept": {"label": "Triage"}}]}, "requirements": {"skills": []}, "complete": ["learn"]}),
            &asked,
            "0",
        );
        check(&json!({"growth": {}}), &asked, "not answered");
        check(&json!({"indifferent": ["growth"]}), &asked, "irrelevant");
        check(&role(&json!([])), &json!({}), "not asked");
        check(&role(&json!([])), &candidate(&json!([])), "irrelevant");
        check(
            &role(&json!([])),
            &json!({"aspirations": {"indifferent": ["learning"]}}),
            "irrelevant",
        );
    }

    #[test]
    fn levels_count_by_their_share() {
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}, "level": level(4)}]));
        let role =
            |learn: &Value| json!({"growth": {"learn": learn}, "requirements": {"skills": []}});
        check(
            &role(&json!([{"concept": {"label": "Suturing"}, "level": level(4), "support": "x"}])),
            &asked,
            "1",
        );
        check(
            &role(&json!([{"concept": {"label": "Suturing"}, "level": level(2), "support": "x"}])),
            &asked,
            "0.5",
        );
        check(
            &role(&json!([{"concept": {"label": "Suturing"}, "support": "x"}])),
            &asked,
            "0.25..1",
        );
    }

    #[test]
    fn requirements_that_are_taught_are_learned_too() {
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}}]));
        let requires = |more: Value| {
            let mut skill = json!({"concept": {"label": "Suturing"}});
            skill.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            json!({"requirements": {"skills": [skill]}})
        };
        check(&requires(json!({"training": "Course"})), &asked, "1");
        check(&requires(json!({"neededBy": "P90D"})), &asked, "0.75..1");
        check(&requires(json!({})), &asked, "not answered");
        let outcome = Trial::of(register).judge(&requires(json!({"training": "Course"})), &asked);
        assert_eq!(
            outcome.pointers("taught"),
            ("/aspirations/learning/0", "/requirements/skills/0")
        );
    }

    #[test]
    fn requirements_that_are_not_stated_may_teach_more() {
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}, "level": level(4)}]));
        let teaches = |learn: Value, requirements: Value| json!({"growth": {"learn": learn}, "complete": ["learn"], "requirements": requirements});
        let half =
            json!([{"concept": {"label": "Suturing"}, "level": level(2), "support": "Mentor"}]);
        check(&teaches(half.clone(), json!({})), &asked, "0.5..1");
        check(&teaches(half, json!({"skills": []})), &asked, "0.5");
        let other = json!([{"concept": {"label": "Triage"}}]);
        check(&teaches(other.clone(), json!({})), &asked, "0..1");
        check(&teaches(other, json!({"skills": []})), &asked, "0");
        check(&role(&json!([])), &asked, "0..1");
        let trained = json!({"skills": [{"concept": {"label": "Suturing"}, "level": level(4), "training": "Course"}]});
        check(&teaches(json!([]), trained), &asked, "1");
    }

    #[test]
    fn wishes_share_by_importance_and_gate_one_by_one() {
        let asked = candidate(&json!([
            {"concept": {"label": "Suturing"}, "importance": 0.75},
            {"concept": {"label": "Triage"}, "importance": 0.25, "dealBreaker": true},
        ]));
        let teaches = |label: &str| json!({"growth": {"learn": [{"concept": {"label": label}, "support": "x"}]}, "requirements": {"skills": []}, "complete": ["learn"]});
        check(&teaches("Suturing"), &asked, "0.75 unmet");
        check(&teaches("Triage"), &asked, "0.25 met");
        check(&role(&json!([{"concept": {"label": "Other"}}])), &asked, "0..1 open");
        check(&json!({}), &asked, "not answered open");
        let mut negotiable = teaches("Suturing");
        negotiable["negotiable"] = json!(["/growth"]);
        check(&negotiable, &asked, "0.75 open");
        let outcome = Trial::of(register).judge(&teaches("Suturing"), &asked);
        assert_eq!(outcome.codes(), ["taught", "not-taught"]);
    }

    #[test]
    fn the_settings_decide_what_promises_and_silence_are_worth() {
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}}]));
        let trial = Trial::of(register).with(json!({"unproven": 0.5, "unlisted": "lacking"}));
        assert_eq!(
            trial.judge(&role(&json!([{"concept": {"label": "Suturing"}}])), &asked).brief(),
            "0.5..1"
        );
        assert_eq!(
            trial.judge(&role(&json!([{"concept": {"label": "Other"}}])), &asked).brief(),
            "0"
        );
    }

    #[test]
    fn it_is_taught_or_done_without() {
        let trial = Trial::of(register);
        let asked = candidate(&json!([{"concept": {"label": "Suturing"}, "level": level(4)}]));
        let taught = |learn: Value| json!({"growth": {"learn": learn}, "requirements": {"skills": []}, "complete": ["learn"]});
        let suturing = |more: Value| {
            let mut learning = json!({"concept": {"label": "Suturing"}});
            learning.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            json!([learning])
        };
        let role_alone = |code, after| [(Side::Role, code, after)];
        trial.check_levers((&json!({}), &asked), 1.0, &role_alone("offer-learning", "1"));
        trial.check_levers(
            (&taught(json!([])), &asked),
            1.0,
            &[(Side::Role, "offer-learning", "1"), (Side::Candidate, "let-go", "irrelevant")],
        );
        trial.check_levers(
            (&taught(suturing(json!({"level": level(2), "support": "Mentor"}))), &asked),
            1.0,
            &[(Side::Role, "offer-more", "1"), (Side::Candidate, "accept-level", "1")],
        );
        let promised = taught(suturing(json!({"level": level(4)})));
        trial.check_levers((&promised, &asked), 1.0, &role_alone("offer-more", "1"));
        // Nobody is asked for more so that it can be taught.
        let required = json!({"growth": {"learn": []}, "requirements": {"skills": [{"concept": {"label": "Suturing"}, "level": level(2), "training": "Course"}]}});
        let proposed = trial.proposed(&required, &asked, 1.0);
        let patch = serde_json::to_value(&proposed[0].0.patch).unwrap();
        assert_eq!(patch[0]["path"], "/growth/learn/-");
        assert_eq!(
            (proposed[0].1.brief(), proposed[1].0.code.as_str()),
            ("1".to_owned(), "accept-level")
        );
    }
}
