//! `day-to-day`: are the days made of what the candidate wants to do?

use crate::{
    items::Unlisted,
    levers::{appending, down_to, up_to},
    listed::Listed,
    options::{self, UNSTATED},
    wishes::{self, Aim, Lists, Name, Rest, Sought, Unmet, Wishes},
};
use mutualfit_domain::{
    Aspirations, Candidate, ConceptId, ConceptWish, Credits, Pointer, Responsibility, RoleView,
    Share, Side,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Info, Lever, Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

const DOCS: &str = "\
## What it asks

Whether what one does all day is what the candidate wants to do, and not what they want to avoid, by shares of time.

## Degrees

The mean of the wishes by their importance. A task that is sought is

- **1**: at least a fifth (`enough`) of the time.
- **½** (`listed`): part of the work, for hardly any time; linear from there to 1.
- **0**: no part of the work.

A task to be avoided is **1** where it takes no time, **½** at a quarter of the time, **0** at half of it (`tooMuch`) or
more. A task that is merely accepted is not asked about.

With `t` the share of time, what is sought earns `listed + (1 − listed)·min(1, t/enough)` and what is to be avoided
`1 − min(1, t/tooMuch)`: needs–supplies by shortfall and by excess (METHODS.md §1.3). Duties that are narrower, broader
or related count by their credit (`credits`). The three numbers are this project's choice.

## What is unknown

Shares that come to less than 1 leave the rest unknown: it may belong to duties without a share, to duties that name no
concept, or, unless `complete` names `responsibilities` or the list is empty, to duties that are not listed at all. A
task takes from its stated share to that and all of the rest it may have. The setting `unlisted` decides that what is not
listed takes no time; a duty that names no concept is listed.

## What would change it

Enough of the time for a task that is sought, as one more duty where there is none, or no time for one to be avoided; the
other duties give that time or get it, in proportion. Or a wish that becomes acceptance.

## Limits

How often a duty comes up (`frequency`) is text for people. A task is found by the concept of a duty, not by its
description. Weights are whole numbers up to 1,000 for the greatest.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    wishes::register::<DayToDay>(
        registry,
        Info {
            id: "day-to-day",
            version: env!("CARGO_PKG_VERSION"),
            side: Side::Candidate,
            summary: "Whether the days are made of what the candidate wants to do.",
            docs: DOCS,
            purpose: Purpose::Selection,
            silence: 1.0,
            asks: "/aspirations/tasks",
            reads: ReadsOf {
                role: &[
                    "/responsibilities/*/concept",
                    "/responsibilities/*/share",
                    "/negotiable",
                    "/indifferent",
                    "/complete",
                ],
                candidate: &["/aspirations/tasks/*", "/indifferent", "/aspirations/indifferent"],
                pair: &[],
                extensions: &[],
            },
            words: &[
                ("met", "{task} takes enough of the time."),
                ("avoided", "{task} takes no time, as wished."),
                ("partly", "{task} takes {share} of the time."),
                ("missing", "{task} is no part of the work."),
                ("present", "{task} takes {share} of the time, and is to be avoided."),
                ("open", "How much of the time {task} takes is not settled."),
                UNSTATED,
                ("offer-time", "Let {task} take {to} of the time."),
                ("offer-no-time", "Let {task} take none of the time."),
                ("let-go", "Accept {task} for any part of the time."),
            ],
        },
    )
}

/// The settings of `day-to-day`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct DayToDay {
    /// The share of time from which on a task that is sought counts in full, 0 to 1; 0.2 unless stated.
    enough: Share,
    /// The share of time from which on a task to be avoided counts nothing, 0 to 1; 0.5 unless stated.
    too_much: Share,
    /// What a task that is sought earns by being part of the work at all, 0 to 1; 0.5 unless stated.
    listed: Share,
    /// What a task earns when a duty is narrower, broader or related.
    credits: Credits,
    /// What a task counts that the role does not list.
    unlisted: Unlisted,
}

impl Default for DayToDay {
    fn default() -> Self {
        let share = |share| Share::new(share).unwrap_or(Share::ALL);
        Self {
            enough: share(0.2),
            too_much: share(0.5),
            listed: share(0.5),
            credits: Credits::default(),
            unlisted: Unlisted::default(),
        }
    }
}

/// What a role's days are made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Days {
    duties: Listed<Duty>,
    /// The share of time of duties that name no concept; `None` where there are none.
    unnamed: Option<f32>,
    /// The share of time that no duty states.
    rest: f32,
}

/// A duty that names a concept.
#[derive(Clone, Copy, Debug)]
struct Duty {
    share: Option<f32>,
    place: u32,
}

/// What is known of the time that a task takes.
#[derive(Clone, Copy, Debug)]
struct Time {
    /// The best credit of the duties that are that task; 0 where there are none.
    credit: f32,
    least: f32,
    most: f32,
    /// Whether the task itself may be among what is not said.
    may_be_more: bool,
}

impl Days {
    /// The time of what goes by these names; `None` where no duty is that.
    #[inline]
    fn found(&self, keys: [ConceptId; 2], unlisted: Unlisted) -> Option<Time> {
        let (mut credit, mut least, mut is_unmeasured) = (0.0_f32, 0.0, false);
        for entry in self.duties.find(keys) {
            credit = credit.max(entry.credit);
            least += entry.credit * entry.item.share.unwrap_or(0.0);
            is_unmeasured |= entry.item.share.is_none();
        }
        let rest = self.unlisted(unlisted);
        let more = if is_unmeasured && !rest.may_be_more { self.rest } else { rest.most };
        (credit > 0.0).then_some(Time { credit, least, most: least + more, ..rest })
    }

    /// The time of what no duty is; a duty that names no concept may be that all the same.
    fn unlisted(&self, unlisted: Unlisted) -> Time {
        let is_open =
            unlisted == Unlisted::Unknown && !self.duties.is_complete() && self.rest > 0.0;
        let may_be_more = is_open || self.unnamed.is_some();
        let rest = if may_be_more { self.rest } else { 0.0 };
        Time { credit: 0.0, least: 0.0, most: self.unnamed.unwrap_or(0.0) + rest, may_be_more }
    }
}

impl DayToDay {
    /// What a task earns that takes so much time.
    #[inline]
    fn earns(&self, aim: Aim, time: Time) -> Degree {
        let share_of = |time: f32, of: Share| {
            if time >= of.get() as f32 { 1.0 } else { time / of.get() as f32 }
        };
        if aim == Aim::Avoid {
            let earns =
                |time: f32| if time > 0.0 { 1.0 - share_of(time, self.too_much) } else { 1.0 };
            return Degree::between(earns(time.most), earns(time.least));
        }
        let listed = self.listed.get() as f32;
        let earns = |time: f32| listed + (1.0 - listed) * share_of(time, self.enough);
        let Time { credit, least, most, may_be_more } = time;
        let low = if credit > 0.0 { credit * earns(least / credit) } else { 0.0 };
        let high = match (may_be_more, credit > 0.0) {
            (true, _) => earns(most),
            (false, true) => credit * earns(most / credit),
            (false, false) => 0.0,
        };
        Degree::between(low, high.max(low))
    }
}

impl DayToDay {
    /// A duty that takes enough of the time, one more where there is none; what it takes the others give, in proportion.
    fn more_time(&self, unmet: &Unmet<'_, Self>) -> Lever {
        let (days, keys) = (unmet.have, unmet.wish.keys);
        let duties = unmet.role.role().responsibilities.as_deref();
        let mut shares: Vec<f64> = shares(duties.unwrap_or_default());
        let very = days.duties.find(keys).find(|entry| entry.credit >= 1.0);
        let place = very.map_or(shares.len(), |entry| entry.item.place as usize);
        let least = days.found(keys, self.unlisted).filter(|_| very.is_some());
        let lacks = self.enough.get() - least.map_or(0.0, |time| f64::from(time.least));
        let given = shares.get(place).copied().unwrap_or(0.0);
        let enough = up_to((given + lacks).min(1.0), STEP);
        if place == shares.len() {
            shares.push(0.0);
        }
        let others: f64 = shares.iter().sum::<f64>() - given;
        let times = if others > 0.0 { ((1.0 - enough) / others).min(1.0) } else { 1.0 };
        let lever = unmet.offering("offer-time").value("to", enough);
        let lever = resharing(lever, duties.unwrap_or_default(), &[place], enough, times);
        if very.is_some() {
            return lever;
        }
        let concept = &unmet.item.concept;
        let duty = json!({"description": concept.name(), "concept": concept, "share": enough});
        appending(lever, &[("responsibilities", duties.is_some())], duty)
    }
}

/// Duties of the task that take no time; what they took the others get, in proportion.
fn no_time(unmet: &Unmet<'_, DayToDay>) -> Option<Lever> {
    let duties = unmet.role.role().responsibilities.as_deref()?;
    let found = unmet.have.duties.find(unmet.wish.keys);
    let places: Vec<usize> = found.map(|entry| entry.item.place as usize).collect();
    if places.is_empty() {
        return None;
    }
    let shares = shares(duties);
    let sum: f64 = shares.iter().sum();
    let freed: f64 = places.iter().filter_map(|place| shares.get(*place)).sum();
    let times = if sum > freed { sum / (sum - freed) } else { 1.0 };
    Some(resharing(unmet.offering("offer-no-time"), duties, &places, 0.0, times))
}

fn shares(duties: &[Responsibility]) -> Vec<f64> {
    duties.iter().map(|duty| duty.share.map_or(0.0, Share::get)).collect()
}

/// Shares are said in ten-thousandths.
const STEP: f64 = 1e-4;

/// With one share for the duties of some places, and those of the others so many times what they are.
fn resharing(
    lever: Lever,
    duties: &[Responsibility],
    places: &[usize],
    share: f64,
    times: f64,
) -> Lever {
    duties.iter().enumerate().fold(lever, |lever, (place, duty)| {
        let now = duty.share.map(Share::get);
        let after = if places.contains(&place) {
            Some(share)
        } else {
            now.map(|share| down_to((share * times).min(1.0), STEP))
        };
        let is_other = after.is_some_and(|after| now.is_none_or(|now| (now - after).abs() > 1e-9));
        let at = Pointer::root().field("responsibilities").index(place).field("share");
        match after.filter(|_| is_other) {
            Some(after) => lever.add(at, after),
            None => lever,
        }
    })
}

impl Lists for Days {
    fn names(&self) -> impl Iterator<Item = Name> {
        self.duties.names()
    }
}

impl Wishes for DayToDay {
    const SECTION: &'static str = "tasks";
    type Item = ConceptWish;
    type Wish = Sought;
    type Have = Days;

    fn list(aspirations: &Aspirations) -> Option<&Vec<ConceptWish>> {
        aspirations.tasks.as_ref()
    }

    fn distil(
        &self,
        _: &Candidate,
        list: &[ConceptWish],
        context: &Context,
    ) -> Vec<Option<Sought>> {
        list.iter().map(|wish| Sought::of(wish, context)).collect()
    }

    fn answer(&self, role: RoleView<'_>, context: &Context) -> Answer<Days> {
        let document = role.role();
        if document.is_indifferent("responsibilities") {
            return Answer::Irrelevant;
        }
        let Some(duties) = document.responsibilities.as_deref() else { return Answer::Unstated };
        let is_complete = duties.is_empty() || document.is_complete("responsibilities");
        let named = duties.iter().zip(0..).filter_map(|(duty, place)| {
            let share = duty.share.map(|share| share.get() as f32);
            duty.concept.as_ref().map(|concept| (concept, Duty { share, place }))
        });
        let unnamed =
            duties.iter().filter(|duty| duty.concept.is_none()).map(|duty| millionths(duty.share));
        // Whole millionths, so that shares that come to 1 leave exactly nothing.
        let stated: i64 = duties.iter().map(|duty| millionths(duty.share)).sum();
        let days = Days {
            duties: Listed::of(named, is_complete, self.credits, context),
            unnamed: unnamed.reduce(|one, other| one + other).map(|sum| sum as f32 / 1e6),
            rest: if duties.is_empty() { 0.0 } else { (1_000_000 - stated).max(0) as f32 / 1e6 },
        };
        options::answered(role, "/responsibilities", days)
    }

    fn found(&self, task: &Sought, have: &Days) -> Option<Degree> {
        Some(self.earns(task.aim, have.found(task.keys, self.unlisted)?))
    }

    fn levers(&self, unmet: &Unmet<'_, Self>) -> Vec<Lever> {
        let says = |lever: Lever| lever.value("task", unmet.item.concept.name());
        let offer = match unmet.wish.aim {
            Aim::Seek => Some(self.more_time(unmet)),
            Aim::Avoid => no_time(unmet),
        };
        offer.into_iter().chain(unmet.let_go()).map(says).collect()
    }

    fn rest(&self, have: &Days) -> Rest {
        let time = have.unlisted(self.unlisted);
        Rest { sought: self.earns(Aim::Seek, time), avoided: self.earns(Aim::Avoid, time) }
    }

    fn say(&self, item: &ConceptWish, task: &Sought, have: &Days, degree: Degree) -> Fact {
        let least = have.found(task.keys, self.unlisted).map_or(0.0, |time| time.least);
        let found = have.duties.winner(task.keys, |_| Degree::FULL);
        let pointer = found.map(|found| {
            Pointer::root().field("responsibilities").index(found.item.place as usize)
        });
        Fact::new(task.aim.code(degree))
            .answered(pointer)
            .value("task", item.concept.name())
            .value("share", (f64::from(least) * 1e4).round() / 1e4)
    }
}

/// A share of time in whole millionths; 0 where it is not stated.
fn millionths(share: Option<Share>) -> i64 {
    share.map_or(0, |share| (share.get() * 1e6).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::Value;

    /// Duties by label and share; without a share where it is negative, without a concept where the label is empty.
    fn role(duties: &[(&str, f64)]) -> Value {
        let duty = |(label, share): &(&str, f64)| {
            let mut duty = json!({"description": "x"});
            if !label.is_empty() {
                duty["concept"] = json!({"label": label});
            }
            if *share >= 0.0 {
                duty["share"] = json!(share);
            }
            duty
        };
        json!({"responsibilities": duties.iter().map(duty).collect::<Vec<_>>()})
    }

    fn complete(duties: &[(&str, f64)]) -> Value {
        let mut role = role(duties);
        role["complete"] = json!(["responsibilities"]);
        role
    }

    fn candidate(wish: &str) -> Value {
        json!({"aspirations": {"tasks": [{"concept": {"label": "Teaching"}, "wish": wish}]}})
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
    fn a_task_that_is_sought_takes_enough_of_the_time() {
        let asked = candidate("seek");
        check(&role(&[("teaching", 0.2), ("x", 0.8)]), &asked, "1");
        check(&role(&[("teaching", 0.1), ("x", 0.9)]), &asked, "0.75");
        check(&role(&[("teaching", 0.0), ("x", 1.0)]), &asked, "0.5");
        check(&role(&[("x", 0.3), ("y", 0.3), ("z", 0.4)]), &asked, "0");
        check(&role(&[("teaching", 0.05), ("teaching", 0.05), ("x", 0.9)]), &asked, "0.75");
        check(&role(&[]), &asked, "0");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["responsibilities"]}), &asked, "irrelevant");
    }

    #[test]
    fn the_rest_of_the_time_is_unknown() {
        let asked = candidate("seek");
        check(&role(&[("teaching", -1.0)]), &asked, "0.5..1");
        check(&role(&[("x", 0.9)]), &asked, "0..0.75");
        check(&complete(&[("x", 0.9)]), &asked, "0");
        check(&complete(&[("teaching", -1.0), ("x", 0.9)]), &asked, "0.5..0.75");
        check(&complete(&[("", 0.1), ("x", 0.9)]), &asked, "0..0.75");
        check(&role(&[("x", -1.0)]), &asked, "0..1");
        check(&complete(&[("", -1.0), ("x", 1.0)]), &asked, "0..0.5");
    }

    #[test]
    fn a_task_to_be_avoided_costs_by_its_time() {
        let asked = candidate("avoid");
        check(&role(&[("x", 1.0)]), &asked, "1");
        check(&role(&[("teaching", 0.25), ("x", 0.75)]), &asked, "0.5");
        check(&role(&[("teaching", 0.6), ("x", 0.4)]), &asked, "0");
        check(&role(&[("teaching", -1.0), ("x", 0.75)]), &asked, "0.5..1");
        check(&complete(&[("x", 0.5)]), &asked, "1");
        check(&role(&[("x", -1.0)]), &asked, "0..1");
        check(&role(&[("x", 1.0)]), &candidate("accept"), "irrelevant");
        check(&role(&[("x", 1.0)]), &json!({"aspirations": {"tasks": []}}), "irrelevant");
        check(
            &role(&[("x", 1.0)]),
            &json!({"aspirations": {"indifferent": ["tasks"]}}),
            "irrelevant",
        );
        check(&role(&[("x", 1.0)]), &json!({}), "not asked");
    }

    #[test]
    fn wishes_share_by_importance_and_gate_one_by_one() {
        let asked = json!({"aspirations": {"tasks": [
            {"concept": {"label": "Teaching"}, "wish": "seek", "importance": 0.75},
            {"concept": {"label": "Billing"}, "wish": "avoid", "importance": 0.25, "dealBreaker": true},
        ]}});
        check(&role(&[("Teaching", 1.0)]), &asked, "1 met");
        check(&role(&[("Teaching", 0.75), ("Billing", 0.25)]), &asked, "0.875 unmet");
        check(&role(&[("Teaching", 0.75)]), &asked, "0.875..1 open");
        check(&json!({}), &asked, "not answered open");
        let mut negotiable = role(&[("Teaching", 0.75), ("Billing", 0.25)]);
        negotiable["negotiable"] = json!(["/responsibilities"]);
        check(&negotiable, &asked, "0.875 open");
        let outcome =
            Trial::of(register).judge(&role(&[("Teaching", 0.75), ("Billing", 0.25)]), &asked);
        assert_eq!(outcome.pointers("partly"), ("/aspirations/tasks/1", "/responsibilities/1"));
    }

    #[test]
    fn the_settings_move_the_lines() {
        let trial =
            Trial::of(register).with(json!({"enough": 0.4, "listed": 0, "unlisted": "lacking"}));
        assert_eq!(trial.judge(&role(&[("teaching", 0.1)]), &candidate("seek")).brief(), "0.25");
        assert_eq!(trial.judge(&role(&[("x", 0.1)]), &candidate("seek")).brief(), "0");
        // A duty without a concept is listed, and may be any.
        assert_eq!(trial.judge(&role(&[("", 0.1)]), &candidate("seek")).brief(), "0..1");
    }

    #[test]
    fn time_is_given_to_what_is_sought_and_taken_from_what_is_to_be_avoided() {
        let trial = Trial::of(register);
        let concept = |label: &str| json!({"label": label});
        let wishes = |label: &str, wish: &str| json!({"aspirations": {"tasks": [{"concept": concept(label), "wish": wish}]}});
        let duty = |label: &str, share: f64| json!({"description": "x", "concept": concept(label), "share": share});
        let days =
            |duties: Value| json!({"responsibilities": duties, "complete": ["responsibilities"]});
        let go = (Side::Candidate, "let-go", "irrelevant");
        let full = days(json!([duty("care", 0.1), duty("billing", 0.9)]));
        trial.check_levers(
            (&full, &wishes("care", "seek")),
            1.0,
            &[(Side::Role, "offer-time", "1"), go],
        );
        trial.check_levers(
            (&full, &wishes("teaching", "seek")),
            1.0,
            &[(Side::Role, "offer-time", "1"), go],
        );
        trial.check_levers(
            (&full, &wishes("billing", "avoid")),
            1.0,
            &[(Side::Role, "offer-no-time", "1"), go],
        );
        trial.check_levers(
            (&json!({}), &wishes("care", "seek")),
            1.0,
            &[(Side::Role, "offer-time", "1")],
        );
        let (lever, _) = trial.proposed(&full, &wishes("teaching", "seek"), 1.0).remove(0);
        assert_eq!(
            serde_json::to_value(&lever.patch).unwrap(),
            json!([
                {"op": "add", "path": "/responsibilities/0/share", "value": 0.08},
                {"op": "add", "path": "/responsibilities/1/share", "value": 0.72},
                {"op": "add", "path": "/responsibilities/-", "value": {"description": "teaching", "concept": {"label": "teaching"}, "share": 0.2}},
            ])
        );
    }
}
