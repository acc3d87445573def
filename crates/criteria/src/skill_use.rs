//! `skill-use`: does the role use the skills that the candidate wants to use?

use crate::{
    asked_level::{AskedLevel, reaches_unknown},
    items::Unlisted,
    levels::{KeptLevel, written},
    levers::{appending, json},
    listed::Listed,
    options::UNSTATED,
    salience, setting,
    wishes::{self, Aim, Lists, Name, Rest, Sought, Unmet, Wishes},
};
use mutualfit_domain::{
    Aspirations, Candidate, ConceptWish, Credits, HeldSkill, Item as _, Pointer, Responsibility,
    RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

const DOCS: &str = "\
## What it asks

Whether the role uses the skills that the candidate wants to use, at the level that they have, and leaves out those that
they want to leave (ability utilisation, one of the needs of the theory of work adjustment; METHODS.md §1.1).

## Degrees

The mean of the wishes. A skill that is sought is

- **1**: used at the candidate's own level or above.
- **½**: used at half of that level.
- **0**: not used.

Use is `min(1, level the role asks / the candidate's own level)` in values of the scale (needs–supplies by shortfall,
METHODS.md §1.2); using something narrower, broader or related earns the credit of that step (`credits`). A skill that is
to be avoided is worth 1 less its use; one that is merely accepted is not asked about.

A wish weighs `importance · (1 + salience · max(0, importance − usual))`, where `usual` is how important the taxonomy
says that the skill usually is, as in `skills`.

## What is unknown

Duties that name a skill use it at a level that is not said: anything from the least of the scale on, as for a
requirement without a level. Where a requirement lists the very skill, its level holds. A skill whose own level the candidate does not state is used at least as far as the role's
level is of the greatest. A skill that the role does not list is unknown, unless `complete` names `skills`, or none is required
and every duty says which skills it takes; the setting `unlisted` decides otherwise.

## What would change it

A duty that takes the skill, the candidate's own level where the skill is required at a lesser one, or duties without a
skill that is not required; or a wish that becomes acceptance. No requirement is added or dropped for it.

## Limits

The candidate's level is that of the very skill they name, not of a neighbour. How often a skill is used is read by
`day-to-day`. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<SkillUse>(
        registry,
        Info {
            id: "skill-use",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether the role uses the skills that the candidate wants to use.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 0.0,
            asks: "/aspirations/skillUse",
            reads: ReadsOf {
                role: &[
                    "/requirements/skills/*/concept",
                    "/requirements/skills/*/level",
                    "/responsibilities/*/skills/*",
                    "/indifferent",
                    "/complete",
                ],
                candidate: &[
                    "/aspirations/skillUse/*",
                    "/skills/*/concept",
                    "/skills/*/level",
                    "/skills/*/held",
                    "/indifferent",
                    "/aspirations/indifferent",
                ],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("met", "{skill} is used as far as the candidate has it."),
                ("avoided", "{skill} is not used, as wished."),
                ("partly", "{skill} is used, but not as far as wished."),
                ("missing", "{skill} is not used."),
                ("present", "{skill} is used in full, and is to be avoided."),
                ("open", "How far {skill} is used is not said."),
                UNSTATED,
                ("offer-duty", "Add a duty that takes {skill}."),
                ("offer-level", "Use {skill} at level {to}, and ask for it."),
                ("offer-without", "Take {skill} out of the duties."),
                ("let-go", "Accept that {skill} is used or not."),
            ],
        },
    )
}

/// The settings of `skill-use`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct SkillUse {
    /// How much more a wish weighs that is out of the ordinary, 0 or more; 20 unless stated.
    #[serde(deserialize_with = "setting::quantity")]
    #[schemars(range(min = 0.0))]
    salience: f64,
    /// What a wish earns when something narrower, broader or related is used.
    credits: Credits,
    /// What a wish counts that the role does not list.
    unlisted: Unlisted,
}

impl Default for SkillUse {
    fn default() -> Self {
        Self { salience: 20.0, credits: Credits::default(), unlisted: Unlisted::default() }
    }
}

/// A skill that a candidate wants to use, or not to use, and how well they have it.
type Wanted = Sought<OwnLevel>;

/// How well the candidate has a skill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum OwnLevel {
    At(AskedLevel),
    Unknown,
    /// They say that they do not have it, so that any use of it is enough.
    NotHeld,
}

/// The skills that a role uses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    required: Listed<Option<KeptLevel>>,
    /// Of the duties, at a level that is not said, by the place of the duty and that of the skill in it.
    of_duties: Listed<(u32, u32)>,
}

impl OwnLevel {
    /// The candidate's level of the very skill, the first that they state.
    fn of(sought: &Sought, skills: &Listed<&HeldSkill>, context: &Context) -> Self {
        let mut own = Self::Unknown;
        for skill in skills.find(sought.keys).map(|entry| entry.item) {
            if skill.held == Some(false) {
                return Self::NotHeld;
            }
            let level = skill.level.as_ref().and_then(|level| AskedLevel::of(level, context));
            own = match (own, level) {
                (Self::Unknown, Some(level)) => Self::At(level),
                (own, _) => own,
            };
        }
        own
    }

    /// How far using a skill at a level reaches it.
    #[inline]
    fn reached_by(&self, level: Option<KeptLevel>) -> Degree {
        match self {
            Self::At(own) => own.reached_by(level),
            Self::Unknown => reaches_unknown(level),
            Self::NotHeld => Degree::FULL,
        }
    }
}

impl Lists for Uses {
    fn names(&self) -> impl Iterator<Item = Name> {
        self.required.names().chain(self.of_duties.names())
    }
}

impl Wishes for SkillUse {
    const SECTION: &'static str = "skillUse";
    type Item = ConceptWish;
    type Wish = Wanted;
    type Have = Uses;

    fn list(aspirations: &Aspirations) -> Option<&Vec<ConceptWish>> {
        aspirations.skill_use.as_ref()
    }

    fn distil(
        &self,
        candidate: &Candidate,
        list: &[ConceptWish],
        context: &Context,
    ) -> Vec<Option<Wanted>> {
        let skills = candidate.skills.iter().flatten().map(|skill| (&skill.concept, skill));
        let skills = Listed::of(skills, false, Credits::EXACT, context);
        let wanted = |wish: &ConceptWish| {
            let sought = Sought::of(wish, context)?;
            let own = OwnLevel::of(&sought, &skills, context);
            Some(sought.at(own))
        };
        list.iter().map(wanted).collect()
    }

    fn weight(&self, item: &ConceptWish, context: &Context) -> f64 {
        let usual = context.concepts().asked(&item.concept).usual_importance;
        salience::weight(item.importance().get(), usual, self.salience)
    }

    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Uses> {
        let document = role.role();
        if document.is_indifferent("skills") || document.is_indifferent("requirements") {
            return Answer::Irrelevant;
        }
        let required = document.requirements.as_ref().and_then(|asked| asked.skills.as_deref());
        let duties = document.responsibilities.as_deref().unwrap_or_default();
        let names_any = duties.iter().any(|duty| duty.skills.is_some());
        if required.is_none() && !names_any {
            return Answer::Unstated;
        }
        // A complete list of requirements leaves no skill to the duties; an empty one may.
        let is_named = required.is_some() && document.is_complete("skills");
        let says_all = |duties: &[Responsibility]| duties.iter().all(|duty| duty.skills.is_some());
        let is_complete = is_named
            || required.is_some_and(<[_]>::is_empty)
                && document.responsibilities.as_deref().is_some_and(says_all);
        let required = required.unwrap_or_default();
        let of_requirements = required.iter().map(|skill| {
            let level = skill.level.as_ref().and_then(|level| KeptLevel::of(level, context));
            (&skill.concept, level)
        });
        let of_duties = duties.iter().zip(0..).flat_map(|(duty, place)| {
            let skills = duty.skills.iter().flatten().zip(0..);
            skills.map(move |(concept, skill)| (concept, (place, skill)))
        });
        let of_duties = of_duties.filter(|_| !is_named);
        Answer::Stated(Uses {
            required: Listed::of(of_requirements, is_complete, self.credits, context),
            of_duties: Listed::of(of_duties, is_complete, self.credits, context),
        })
    }

    fn found(&self, wish: &Wanted, have: &Uses) -> Option<Degree> {
        let keys = wish.keys;
        let at = |level: &Option<KeptLevel>| wish.level.reached_by(*level);
        let required = have.required.found(keys, self.unlisted, at);
        // What a requirement lists is used at the level that it says, whatever duties name too.
        let used = if have.of_duties.is_empty() || have.required.has(keys) {
            required
        } else {
            let named = have.of_duties.found(keys, self.unlisted, |_| wish.level.reached_by(None));
            required.into_iter().chain(named).reduce(Degree::or)
        };
        Some(wish.aim.degree(used?))
    }

    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let concept = &unmet.item.concept;
        let says = |lever: Lever| lever.value("skill", concept.name());
        let offer = match unmet.wish.aim {
            Aim::Seek => used_further(unmet).or_else(|| Some(used(unmet))),
            Aim::Avoid => used_no_more(unmet),
        };
        offer.into_iter().chain(unmet.let_go()).map(says).collect()
    }

    fn rest(&self, have: &Uses) -> Rest {
        Rest::of(have.required.rest(self.unlisted))
    }

    fn say(&self, item: &ConceptWish, wish: &Wanted, have: &Uses, degree: Degree) -> Fact {
        let keys = wish.keys;
        let required = have.required.winner(keys, |level| wish.level.reached_by(*level));
        let named = have.of_duties.winner(keys, |_| wish.level.reached_by(None));
        let named = named.filter(|_| !have.required.has(keys));
        let is_named = |named: f32| required.is_none_or(|found| named > found.credit);
        let pointer = match named.filter(|named| is_named(named.credit)) {
            Some(named) => Some(in_duty(named.item)),
            None => required.map(|found| requirement(found.place as usize)),
        };
        let fact = Fact::new(wish.aim.code(degree)).answered(pointer);
        fact.value("skill", item.concept.name())
    }
}

/// A duty that takes the skill.
fn used(unmet: &Unmet<'_, SkillUse>) -> Lever {
    let concept = &unmet.item.concept;
    let duty = json!({"description": concept.name(), "skills": [concept]});
    let path = [("responsibilities", unmet.role.role().responsibilities.is_some())];
    appending(unmet.offering("offer-duty"), &path, duty)
}

/// A requirement of the very skill at the candidate's own level, who thereby uses all that they have.
fn used_further(unmet: &Unmet<'_, SkillUse>) -> Option<Lever> {
    let (wish, required) = (unmet.wish, &unmet.have.required);
    let own = unmet.candidate.skills.iter().flatten().find_map(|skill| {
        let keys = unmet.context.concepts().asked(&skill.concept).keys;
        skill.level.as_ref().filter(|_| keys.iter().any(|key| wish.keys.contains(key)))
    })?;
    let very = required.find(wish.keys).find(|entry| entry.credit >= 1.0)?;
    let lever = unmet.offering("offer-level").value("to", written(own.value()));
    Some(lever.add(requirement(very.place as usize).field("level"), json(own)))
}

/// Duties without the skill; nothing where it is required, and so is needed.
fn used_no_more(unmet: &Unmet<'_, SkillUse>) -> Option<Lever> {
    let Uses { required, of_duties } = unmet.have;
    let keys = unmet.wish.keys;
    let mut places: Vec<(u32, u32)> = of_duties.find(keys).map(|entry| entry.item).collect();
    if places.is_empty() || required.find(keys).next().is_some() {
        return None;
    }
    // From the end, so that those before keep their places.
    places.sort_unstable_by(|one, other| other.cmp(one));
    places.dedup();
    let lever = unmet.offering("offer-without");
    Some(places.into_iter().fold(lever, |lever, place| lever.remove(in_duty(place))))
}

fn requirement(place: usize) -> Pointer {
    Pointer::root().field("requirements").field("skills").index(place)
}

fn in_duty((duty, skill): (u32, u32)) -> Pointer {
    let duty = Pointer::root().field("responsibilities").index(duty as usize);
    duty.field("skills").index(skill as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::Value;

    fn level(value: f64) -> Value {
        json!({"scale": "mutualfit/proficiency", "value": value})
    }

    fn role(skills: &Value) -> Value {
        json!({"requirements": {"skills": skills}})
    }

    fn candidate(wish: &str, own: &Value) -> Value {
        json!({"skills": [{"concept": {"label": "Welding"}, "level": own}], "aspirations": {"skillUse": [{"concept": {"label": "welding"}, "wish": wish}]}})
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
    fn a_skill_is_used_by_its_share_of_the_own_level() {
        let asked = candidate("seek", &level(4.0));
        let uses =
            |value: f64| role(&json!([{"concept": {"label": "Welding"}, "level": level(value)}]));
        check(&uses(4.0), &asked, "1");
        check(&uses(5.0), &asked, "1");
        check(&uses(2.0), &asked, "0.5");
        check(&role(&json!([{"concept": {"label": "Welding"}}])), &asked, "0.25..1");
        check(&role(&json!([{"concept": {"label": "Riveting"}}])), &asked, "0..1");
        check(&role(&json!([])), &asked, "0..1");
        check(&json!({"requirements": {"skills": []}, "responsibilities": []}), &asked, "0");
        check(
            &json!({"requirements": {"skills": [{"concept": {"label": "Riveting"}}]}, "complete": ["skills"]}),
            &asked,
            "0",
        );
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["skills"]}), &asked, "irrelevant");
    }

    #[test]
    fn avoiding_turns_use_around_and_accepting_asks_nothing() {
        let uses =
            |value: f64| role(&json!([{"concept": {"label": "Welding"}, "level": level(value)}]));
        check(&uses(4.0), &candidate("avoid", &level(4.0)), "0");
        check(&uses(1.0), &candidate("avoid", &level(4.0)), "0.75");
        let none = json!({"requirements": {"skills": []}, "responsibilities": []});
        check(&none, &candidate("avoid", &level(4.0)), "1");
        check(
            &json!({"requirements": {"skills": [{"concept": {"label": "Riveting"}}]}}),
            &candidate("avoid", &level(4.0)),
            "0..1",
        );
        check(&uses(4.0), &candidate("accept", &level(4.0)), "irrelevant");
        check(&uses(4.0), &json!({"aspirations": {"skillUse": []}}), "irrelevant");
        check(&uses(4.0), &json!({"indifferent": ["skillUse"]}), "irrelevant");
        check(&uses(4.0), &json!({}), "not asked");
    }

    #[test]
    fn an_own_level_that_is_not_stated_may_be_any() {
        let uses = role(&json!([{"concept": {"label": "Welding"}, "level": level(4.0)}]));
        check(
            &uses,
            &json!({"aspirations": {"skillUse": [{"concept": {"label": "Welding"}, "wish": "seek"}]}}),
            "0.8..1",
        );
        let mut not_held = candidate("seek", &level(4.0));
        not_held["skills"][0] = json!({"concept": {"label": "Welding"}, "held": false});
        check(
            &role(&json!([{"concept": {"label": "Welding"}, "level": level(1.0)}])),
            &not_held,
            "1",
        );
    }

    #[test]
    fn duties_use_skills_at_a_level_that_is_not_said() {
        let asked = candidate("seek", &level(4.0));
        let mut role = json!({"responsibilities": [{"description": "Frames", "skills": [{"label": "Grinding"}, {"label": "Welding"}]}]});
        check(&role, &asked, "0.25..1");
        let outcome = Trial::of(register).judge(&role, &asked);
        assert_eq!(
            outcome.pointers("open"),
            ("/aspirations/skillUse/0", "/responsibilities/0/skills/1")
        );
        role["requirements"] =
            json!({"skills": [{"concept": {"label": "Welding"}, "level": level(2.0)}]});
        check(&role, &asked, "0.5");
    }

    #[test]
    fn wishes_share_by_importance_and_gate_one_by_one() {
        let wish = |label: &str, importance: f64, essential: bool| json!({"concept": {"label": label}, "wish": "seek", "importance": importance, "dealBreaker": essential});
        let asked = json!({"aspirations": {"skillUse": [wish("Welding", 0.75, false), wish("Riveting", 0.25, true), wish("Sawing", 0.0, false)]}});
        let uses = |label: &str| json!({"requirements": {"skills": [{"concept": {"label": label}, "level": level(5.0)}]}, "complete": ["skills"]});
        check(&uses("Welding"), &asked, "0.75 unmet");
        check(&uses("Riveting"), &asked, "0.25 met");
        check(&role(&json!([{"concept": {"label": "Other"}}])), &asked, "0..1 open");
        let trial = Trial::of(register).with(json!({"unlisted": "lacking"}));
        assert_eq!(
            trial.judge(&role(&json!([{"concept": {"label": "Other"}}])), &asked).brief(),
            "0 unmet"
        );
        let mut registry = Registry::default();
        register(&mut registry).unwrap();
        assert!(registry.get("skill-use").unwrap().build(&json!({"salience": -1})).is_err());
    }

    #[test]
    fn a_skill_is_used_further_or_no_more_or_accepted() {
        let trial = Trial::of(register);
        let level = |value: u8| json!({"scale": "mutualfit/proficiency", "value": value});
        let writing = json!({"label": "Writing"});
        let wishes = |wish: &str| json!({"skills": [{"concept": writing, "level": level(4)}], "aspirations": {"skillUse": [{"concept": writing, "wish": wish}]}});
        let requires = |value: u8| json!({"requirements": {"skills": [{"concept": writing, "level": level(value)}]}, "complete": ["skills"]});
        let go = (Side::Candidate, "let-go", "irrelevant");
        trial.check_levers(
            (&requires(2), &wishes("seek")),
            1.0,
            &[(Side::Role, "offer-level", "1"), go],
        );
        let empty = json!({"requirements": {"skills": []}, "responsibilities": []});
        trial.check_levers(
            (&empty, &wishes("seek")),
            1.0,
            &[(Side::Role, "offer-duty", "0.25..1"), go],
        );
        trial.check_levers(
            (&json!({}), &wishes("seek")),
            1.0,
            &[(Side::Role, "offer-duty", "0.25..1")],
        );
        let duty = json!({"requirements": {"skills": []}, "responsibilities": [{"description": "x", "skills": [{"label": "x"}, writing]}]});
        trial.check_levers(
            (&duty, &wishes("avoid")),
            1.0,
            &[(Side::Role, "offer-without", "1"), go],
        );
        // What is required is needed.
        trial.check_levers((&requires(4), &wishes("avoid")), 1.0, &[go]);
    }
}
