//! Whether the candidate has worked long enough as what the role asks for.

use crate::{
    items::Unlisted,
    months::{Months, shown},
    requirement_list::{RequirementList, Verdict, answered},
};
use mutualfit_domain::{
    ConceptId, Credits, Experience as Done, PairFacts, Pointer, Profile, RequiredExperience,
    RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose,
    ReadsOf, Registry, RoleAsks,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate has done what the role asks for long enough: months in an occupation, or in any. Employment,
voluntary work, projects, military service and caring for people count alike.

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is
`min(1, months / minimumMonths)` (demands–abilities; METHODS.md §1.2): 1 at the minimum and above, ½ at half of it, 0
for none. Months in a narrower, broader or related occupation count by the `credits` of that step. There is no maximum,
and more than the minimum earns nothing. A must-have is met at its minimum.

## What is unknown

Months that are not stated follow from the dates, as exactly as those are given; without dates they are unknown. Whether
an entry without an occupation is of the kind asked for is unknown. An occupation that no entry matches is unknown,
unless the list is empty or `complete` names it; the setting `unlisted` decides otherwise. Where only a neighbouring
occupation is listed, the high is 1 while the list is not complete.

## Limits

Jobs at the same time add up. It reads no gaps, no order of jobs and no names of employers. A month is 30.4375 days.
How long somebody has worked predicts little of how well they will (operational validity .07; METHODS.md §4), so
that a skill, where it can be named, is the better ask.";

const WORDS: &[(&str, &str)] = &[
    ("met", "{has} months as {occupation}; {asked} are asked."),
    ("short", "{has} months as {occupation}; {asked} are asked."),
    ("unclear", "{has} to {upTo} months as {occupation}; {asked} are asked."),
    ("related", "{has} months count, by what is close to {occupation}; {asked} are asked."),
    ("any-met", "{has} months of experience; {asked} are asked."),
    ("any-short", "{has} months of experience; {asked} are asked."),
    ("any-unclear", "{has} to {upTo} months of experience; {asked} are asked."),
    ("lacking", "No such experience is listed among all; {asked} months are asked."),
    ("unlisted", "Whether there is such experience is not said; {asked} months are asked."),
    ("unstated", "No experience is stated; {asked} months are asked."),
    ("alternatives", "The best of these alternatives counts."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Experience>(Info {
        id: "experience",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate has done what the role asks for long enough.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/experience",
        reads: ReadsOf {
            role: &[
                "/requirements/experience/*/occupation",
                "/requirements/experience/*/minimumMonths",
                "/requirements/experience/*/importance",
                "/requirements/experience/*/mustHave",
                "/requirements/experience/*/alternativeGroup",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/experience/*/occupation",
                "/experience/*/months",
                "/experience/*/startDate",
                "/experience/*/endDate",
                "/experience/*/current",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// Whether the candidate has done what the role asks for long enough.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Experience {
    /// What an occupation counts that the candidate does not list.
    unlisted: Unlisted,
    /// What months in a neighbouring occupation count, a step: 0 to 1 each.
    credits: Credits,
}

/// One thing that is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// The names of the occupation; `None` for any.
    occupation: Option<[ConceptId; 2]>,
    minimum: f32,
}

/// What a candidate has done.
#[derive(Debug, Default)]
pub(crate) struct History {
    entries: Vec<Entry>,
    /// What an occupation counts that is not listed.
    unlisted: Unlisted,
    is_complete: bool,
}

/// One thing that a candidate has done.
#[derive(Debug)]
struct Entry {
    /// Every occupation that it counts as, and how much; `None` where it is not said.
    occupations: Option<Vec<(ConceptId, f32)>>,
    months: Months,
}

/// What the entries that count towards one ask add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Total {
    months: Months,
    /// The best credit of an entry that counts; 0 where none does.
    credit: f32,
}

impl Criterion for Experience {
    type By = RoleAsks;
    type Want = RequirementList<Wanted>;
    type Have = History;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Self::Want> {
        let distil = |item: &RequiredExperience| Wanted {
            occupation: item
                .occupation
                .as_ref()
                .map(|occupation| context.concepts().asked(occupation).keys),
            minimum: item.minimum_months.to_f64() as f32,
        };
        RequirementList::ask(*role, SECTION, |asked| asked.experience.as_ref(), distil)
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<History> {
        answered(*candidate, SECTION, candidate.experience()).map(|(list, is_complete)| {
            let entries = list.iter().map(|done| Entry::of(done, self.credits, context)).collect();
            History { entries, unlisted: self.unlisted, is_complete }
        })
    }

    fn fit(&self, want: &Self::Want, have: &History) -> Degree {
        want.degree(|wanted| have.degree(wanted))
    }

    fn gate(&self, want: &Self::Want, have: &History) -> Gate {
        want.gate(|wanted| Gate::at(1.0, have.degree(wanted)))
    }

    fn gated_by(&self, want: &Self::Want, have: Option<&History>) -> Option<usize> {
        want.gated_by(have.map(|have| |wanted: &Wanted| Gate::at(1.0, have.degree(wanted))))
    }

    fn facts(
        &self,
        role: &RoleView<'_>,
        candidate: &Profile<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let history = match self.answer(candidate, context) {
            Answer::Stated(history) | Answer::Negotiable(history) => Some(history),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let requirements = role.role().requirements.as_ref();
        let required =
            requirements.and_then(|asked| asked.experience.as_deref()).unwrap_or_default();
        want.facts(SECTION, facts, |place, wanted| {
            let verdict =
                history.as_ref().map_or_else(Verdict::unstated, |history| history.verdict(wanted));
            let occupation = required.get(place).and_then(|item| item.occupation.as_ref());
            let fact = verdict.fact.value("asked", shown(wanted.minimum));
            let fact = occupation
                .iter()
                .fold(fact, |fact, occupation| fact.value("occupation", occupation.name()));
            let answer = history.as_ref().and_then(|history| history.longest(wanted));
            let audience = answer.and_then(|place| candidate.experience()?.get(place)?.audience);
            let pointer = answer.map(|place| Pointer::root().field(SECTION).index(place));
            Verdict { fact: fact.answered(pointer).audience(audience), ..verdict }
        });
    }
}

const SECTION: &str = "experience";

impl Entry {
    fn of(done: &Done, credits: Credits, context: &Context) -> Self {
        let occupations = done.occupation.as_ref().map(|occupation| {
            let mut names = Vec::new();
            context
                .concepts()
                .held(occupation, credits, &mut |id, credit| names.push((id, credit)));
            names
        });
        Self { occupations, months: Months::of(done, context) }
    }

    /// How much it counts towards an ask; `None` where that is not known.
    fn credit(&self, wanted: &Wanted) -> Option<f32> {
        let Some(keys) = wanted.occupation else { return Some(1.0) };
        let names = self.occupations.as_ref()?;
        let matching = names.iter().filter(|(id, _)| keys.contains(id)).map(|(_, credit)| *credit);
        Some(matching.fold(0.0, f32::max))
    }
}

impl History {
    fn total(&self, wanted: &Wanted) -> Total {
        self.entries.iter().fold(Total::default(), |total, entry| match entry.credit(wanted) {
            Some(credit) => {
                let months =
                    if credit > 0.0 { entry.months.times(credit) } else { Months::default() };
                Total { months: total.months.plus(months), credit: total.credit.max(credit) }
            }
            None => {
                Total { months: total.months.plus(Months { least: 0.0, ..entry.months }), ..total }
            }
        })
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let total = self.total(wanted);
        let listed = total.months.reach(wanted.minimum);
        // Only the very occupation says how much there is of it.
        if total.credit >= 1.0 { listed } else { listed.or(self.unlisted.degree(self.is_complete)) }
    }

    fn verdict(&self, wanted: &Wanted) -> Verdict {
        let (total, degree) = (self.total(wanted), self.degree(wanted));
        let code = match wanted.occupation {
            _ if total.months.most <= 0.0 && total.credit <= 0.0 => {
                if degree.width() > 0.0 {
                    "unlisted"
                } else {
                    "lacking"
                }
            }
            Some(_) if total.credit > 0.0 && total.credit < 1.0 => "related",
            Some(_) if degree.low() >= 1.0 => "met",
            Some(_) if degree.width() > 0.0 => "unclear",
            Some(_) => "short",
            None if degree.low() >= 1.0 => "any-met",
            None if degree.width() > 0.0 => "any-unclear",
            None => "any-short",
        };
        let fact = Fact::new(code)
            .value("has", shown(total.months.least))
            .value("upTo", shown(total.months.most))
            .value("unit", "months");
        Verdict { fact, degree, gate: Gate::at(1.0, degree) }
    }

    /// The entry that counts most towards an ask.
    fn longest(&self, wanted: &Wanted) -> Option<usize> {
        let counted = |entry: &Entry| {
            let credit = entry.credit(wanted);
            if credit == Some(0.0) { 0.0 } else { entry.months.most * credit.unwrap_or(1.0) }
        };
        let mut longest = None;
        for (place, entry) in self.entries.iter().enumerate() {
            let months = counted(entry);
            if entry.credit(wanted) != Some(0.0) && longest.is_none_or(|(_, most)| months > most) {
                longest = Some((place, months));
            }
        }
        longest.map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, requiring, stating};
    use serde_json::{Value, json};

    #[track_caller]
    fn check(asked: Value, done: Value, expected: &str, codes: &[&str]) {
        check_documents(&requiring(SECTION, asked), &stating(SECTION, done), expected, codes);
    }

    #[track_caller]
    fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
        let outcome = trial().judge_closely(role, candidate);
        assert_eq!(
            (outcome.brief().as_str(), outcome.codes()),
            (expected, codes.to_vec()),
            "{outcome:#?}"
        );
    }

    fn trial() -> Trial {
        Trial::of(register).among(json!([
            {"uri": "urn:hygienist", "label": "dental hygienist", "broader": ["urn:dental"]},
            {"uri": "urn:dental", "label": "dental worker"},
        ]))
    }

    fn hygienist(months: u32) -> Value {
        json!({"occupation": {"label": "Dental hygienist"}, "minimumMonths": months})
    }

    fn worked(label: &str, months: u32) -> Value {
        json!({"occupation": {"label": label}, "months": months})
    }

    #[test]
    fn months_count_by_their_share_of_the_minimum() {
        check(json!([hygienist(24)]), json!([worked("dental hygienist", 24)]), "1", &["met"]);
        check(json!([hygienist(24)]), json!([worked("dental hygienist", 240)]), "1", &["met"]);
        check(json!([hygienist(24)]), json!([worked("dental hygienist", 12)]), "0.5", &["short"]);
        check(
            json!([hygienist(24)]),
            json!([worked("dental hygienist", 6), worked("dental hygienist", 6)]),
            "0.5",
            &["short"],
        );
        check(json!([hygienist(24)]), json!([]), "0", &["lacking"]);
        check(json!([hygienist(0)]), json!([]), "1", &["lacking"]);
    }

    #[test]
    fn kinds_of_experience_count_alike() {
        for kind in ["employment", "volunteer", "military", "caregiving", "project"] {
            let mut done = worked("dental hygienist", 12);
            done["kind"] = json!(kind);
            check(json!([hygienist(24)]), json!([done]), "0.5", &["short"]);
        }
    }

    #[test]
    fn without_an_occupation_any_experience_counts() {
        let any = || json!([{"minimumMonths": 24}]);
        check(any(), json!([worked("baker", 12), {"months": 12}]), "1", &["any-met"]);
        check(any(), json!([worked("baker", 12)]), "0.5", &["any-short"]);
        check(
            any(),
            json!([{"startDate": "2024", "endDate": "2024"}]),
            "0..0.501",
            &["any-unclear"],
        );
    }

    #[test]
    fn what_is_not_said_is_unknown() {
        check(json!([hygienist(24)]), json!([worked("baker", 60)]), "0..1", &["unlisted"]);
        check(json!([hygienist(24)]), json!([{"months": 12}]), "0..1", &["unclear"]);
        check(
            json!([hygienist(24)]),
            json!([worked("dental hygienist", 12), {"months": 6}]),
            "0.5..0.75",
            &["unclear"],
        );
        check(json!([hygienist(24)]), Value::Null, "not answered", &["unstated"]);
        let complete = json!({"experience": [worked("baker", 60)], "complete": ["experience"]});
        check_documents(
            &json!({"requirements": {"experience": [hygienist(24)]}}),
            &complete,
            "0",
            &["lacking"],
        );
        let unsure = json!([{"occupation": {"label": "dental hygienist"}}]);
        check(json!([hygienist(24)]), unsure, "0..1", &["unclear"]);
    }

    #[test]
    fn a_neighbouring_occupation_counts_in_part() {
        let asked = json!([{"occupation": {"uri": "urn:dental"}, "minimumMonths": 24}]);
        let complete =
            json!({"experience": [worked("dental hygienist", 24)], "complete": ["experience"]});
        check_documents(
            &json!({"requirements": {"experience": asked}}),
            &complete,
            "0.9",
            &["related"],
        );
        check(asked, json!([worked("dental hygienist", 24)]), "0.9..1", &["related"]);
    }

    #[test]
    fn what_does_not_matter_is_not_compared() {
        check(json!([]), json!([worked("baker", 60)]), "irrelevant", &[]);
        let role =
            json!({"indifferent": ["experience"], "requirements": {"experience": [hygienist(24)]}});
        check_documents(&role, &json!({"experience": []}), "irrelevant", &[]);
        check_documents(&json!({}), &json!({"experience": []}), "not asked", &[]);
    }

    #[test]
    fn a_must_have_gates_by_its_own_minimum() {
        let mut must = hygienist(24);
        must["mustHave"] = json!(true);
        check(json!([must]), json!([worked("dental hygienist", 24)]), "1 met", &["met"]);
        check(json!([must]), json!([worked("dental hygienist", 23)]), "0.9583 unmet", &["short"]);
        check(json!([must]), json!([worked("baker", 23)]), "0..1 open", &["unlisted"]);
        let role = json!({"negotiable": ["/requirements/experience"], "requirements": {"experience": [must]}});
        check_documents(&role, &json!({"experience": []}), "0 open", &["lacking"]);
        let role = json!({"requirements": {"experience": [hygienist(1), must]}});
        let blocked =
            trial().condition(&role, &json!({"experience": [worked("dental hygienist", 12)]}));
        assert_eq!(blocked.as_deref(), Some("/requirements/experience/1"));
    }

    #[test]
    fn alternatives_count_once() {
        let one_of = |mut item: Value, importance: f64| {
            item["alternativeGroup"] = json!("either");
            item["importance"] = json!(importance);
            item
        };
        let asked = json!([one_of(hygienist(24), 0.5), one_of(json!({"minimumMonths": 48}), 0.25)]);
        check(
            asked,
            json!([worked("dental hygienist", 24)]),
            "1",
            &["met", "any-short", "alternatives"],
        );
    }
}
