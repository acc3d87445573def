//! Whether the candidate has the licences and certificates that the role asks for.

use crate::{
    deadline::{Days, Timeliness},
    items::Unlisted,
    requirement_list::{RequirementList, Verdict, answered},
};
use mutualfit_domain::{
    ConceptId, CredentialStatus, Credits, HeldCredential, PairFacts, Pointer, Profile, RequiredCredential, RoleView, Side,
    SubdivisionCode,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose, ReadsOf, Registry, RoleAsks,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate has the licences and certificates that the role asks for, where it asks for them, by the time it
needs them.

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is

| the candidate | degree | must-have |
|---|---|---|
| holds it | 1 | met |
| holds it for another jurisdiction | ½ | open |
| is getting it, or could, and expects it in time | ¾ | open |
| is getting it, or could, and expects it later | ¼ | unmet |
| held it, and it has lapsed | ¼ | open |
| does not have it | 0 | unmet |

Another jurisdiction halves whatever there is. In time means by the role's start (`requirements.availability.start`, or
the day as of which is scored) plus `neededBy`. A credential with a `validUntil` that has passed has lapsed. Who holds a
narrower, broader or related credential earns the `credits` of that step; a must-have is met by the very credential
alone. The numbers are this project's choice: half for what has to be transferred, three quarters for what is on its
way, a quarter for what has to be had again.

## What is unknown

A credential that is not listed is unknown, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. Whether a credential without a jurisdiction holds where it is asked for is unknown, `[½, 1]`. When one
without `expectedBy` comes is unknown, `[¼, ¾]`; so is whether one has lapsed that ran out in the month, or the year,
in which today is. All of these leave a must-have open.

## Limits

A credential without `validUntil` is taken not to run out. Jurisdictions are compared as they are written; which of them
recognise each other is for people to find out, and the gate stays open for it. Nothing is checked with a register.";

const WORDS: &[(&str, &str)] = &[
    ("held", "Holds {credential}."),
    ("held-elsewhere", "Holds {credential} for {jurisdiction}; {askedFor} is asked."),
    ("held-somewhere", "Holds {credential}; whether for {askedFor} is not said."),
    ("in-time", "Expects {credential} by {expectedBy}, in time."),
    ("late", "Expects {credential} by {expectedBy}, which is late."),
    ("undated", "Is getting {credential}, or could; whether in time is not clear."),
    ("lapsed", "{credential} has lapsed."),
    ("expiring", "Whether {credential} has lapsed is not clear."),
    ("related", "Holds {through}, which is close to {credential}."),
    ("not-held", "Does not have {credential}."),
    ("lacking", "Does not list {credential} among all credentials."),
    ("unlisted", "Whether they have {credential} is not said."),
    ("unstated", "No credentials are stated; {credential} is asked."),
    ("alternatives", "The best of these alternatives counts."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Credentials>(Info {
        id: "credentials",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate has the licences and certificates that the role asks for.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/credentials",
        reads: ReadsOf {
            role: &[
                "/requirements/credentials/*/concept",
                "/requirements/credentials/*/jurisdiction",
                "/requirements/credentials/*/neededBy",
                "/requirements/credentials/*/importance",
                "/requirements/credentials/*/mustHave",
                "/requirements/credentials/*/alternativeGroup",
                "/requirements/availability/start",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/credentials/*/concept",
                "/credentials/*/jurisdiction",
                "/credentials/*/status",
                "/credentials/*/validUntil",
                "/credentials/*/expectedBy",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// Whether the candidate has the licences and certificates that the role asks for.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Credentials {
    /// What a credential counts that the candidate does not list.
    unlisted: Unlisted,
    /// What holding a neighbour of a credential earns, a step: 0 to 1 each.
    credits: Credits,
}

/// One credential that is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    keys: [ConceptId; 2],
    jurisdiction: Option<SubdivisionCode>,
    deadline: i32,
}

/// The credentials of a candidate.
#[derive(Debug, Default)]
pub(crate) struct Held {
    entries: Vec<Entry>,
    /// What a credential counts that is not listed.
    unlisted: Unlisted,
    is_complete: bool,
}

/// One credential of a candidate.
#[derive(Debug)]
struct Entry {
    names: Vec<(ConceptId, f32)>,
    jurisdiction: Option<SubdivisionCode>,
    standing: Standing,
}

/// How things stand with a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Held,
    /// It ran out in the month or the year that it is.
    Expiring,
    Lapsed,
    Expected(Option<Days>),
    None,
}

/// Where a credential holds, as seen from where it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Jurisdiction {
    Here,
    Elsewhere,
    Unknown,
}

/// What holding a credential for another jurisdiction is worth, as a part of holding it here.
const ELSEWHERE: f32 = 0.5;
/// What having held a credential is worth, as a part of holding it.
const LAPSED: f32 = 0.25;

impl Criterion for Credentials {
    type By = RoleAsks;
    type Want = RequirementList<Wanted>;
    type Have = Held;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Self::Want> {
        let distil = |item: &RequiredCredential| Wanted {
            keys: context.concepts().asked(&item.concept).keys,
            jurisdiction: item.jurisdiction.clone(),
            deadline: Days::deadline(*role, item.needed_by.as_ref(), context),
        };
        RequirementList::ask(*role, SECTION, |asked| asked.credentials.as_ref(), distil)
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<Held> {
        match answered(*candidate, SECTION, candidate.credentials()) {
            Answer::Stated((list, is_complete)) | Answer::Negotiable((list, is_complete)) => {
                let entries = list.iter().map(|held| Entry::of(held, self.credits, context)).collect();
                Answer::Stated(Held { entries, unlisted: self.unlisted, is_complete })
            }
            Answer::Unstated => Answer::Unstated,
            Answer::Irrelevant => Answer::Irrelevant,
        }
    }

    fn fit(&self, want: &Self::Want, have: &Held) -> Degree {
        want.degree(|wanted| have.degree(wanted))
    }

    fn gate(&self, want: &Self::Want, have: &Held) -> Gate {
        want.gate(|wanted| have.gate(wanted))
    }

    fn gated_by(&self, want: &Self::Want, have: Option<&Held>) -> Option<usize> {
        want.gated_by(have.map(|have| |wanted: &Wanted| have.gate(wanted)))
    }

    fn facts(&self, role: &RoleView<'_>, candidate: &Profile<'_>, _: &[PairFacts], context: &Context, facts: &mut Facts) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let held = match self.answer(candidate, context) {
            Answer::Stated(held) | Answer::Negotiable(held) => Some(held),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let requirements = role.role().requirements.as_ref();
        let required = requirements.and_then(|asked| asked.credentials.as_deref()).unwrap_or_default();
        let listed = candidate.credentials().unwrap_or_default();
        want.facts(SECTION, facts, |place, wanted| {
            let Some(held) = &held else {
                let verdict = Verdict::unstated();
                let name = required.get(place).map_or("", |item| item.concept.name());
                return Verdict { fact: verdict.fact.value("credential", name), ..verdict };
            };
            let best = held.best(wanted);
            let answer = best.and_then(|place| listed.get(place));
            let fact = Fact::new(held.code(wanted, best))
                .answered(best.map(|place| Pointer::root().field(SECTION).index(place)))
                .audience(answer.and_then(|answer| answer.audience));
            let fact = required.get(place).into_iter().fold(fact, |fact, item| values(fact, item, answer));
            Verdict { fact, degree: held.degree(wanted), gate: held.gate(wanted) }
        });
    }
}

const SECTION: &str = "credentials";

/// The values that mattered for one item.
fn values(fact: Fact, item: &RequiredCredential, answer: Option<&HeldCredential>) -> Fact {
    let fact = fact.value("credential", item.concept.name());
    let fact = item.jurisdiction.iter().fold(fact, |fact, asked| fact.value("askedFor", asked.as_str()));
    let Some(answer) = answer else { return fact };
    let fact = fact.value("through", answer.concept.name());
    let fact = answer.jurisdiction.iter().fold(fact, |fact, place| fact.value("jurisdiction", place.as_str()));
    let fact = answer.valid_until.iter().fold(fact, |fact, date| fact.value("validUntil", date.to_string()));
    answer.expected_by.iter().fold(fact, |fact, date| fact.value("expectedBy", date.to_string()))
}

impl Entry {
    fn of(held: &HeldCredential, credits: Credits, context: &Context) -> Self {
        let expires = held.valid_until.map(|date| Days::of(date, context));
        let standing = match held.status.unwrap_or(CredentialStatus::Held) {
            CredentialStatus::Held => match expires {
                Some(Days { latest, .. }) if latest < 0 => Standing::Lapsed,
                Some(Days { earliest, .. }) if earliest < 0 => Standing::Expiring,
                _ => Standing::Held,
            },
            CredentialStatus::InProgress | CredentialStatus::Eligible => {
                Standing::Expected(held.expected_by.map(|date| Days::of(date, context)))
            }
            CredentialStatus::Lapsed => Standing::Lapsed,
            CredentialStatus::None => Standing::None,
        };
        let credits = if standing == Standing::None { Credits::EXACT } else { credits };
        let mut names = Vec::new();
        context.concepts().held(&held.concept, credits, &mut |id, credit| names.push((id, credit)));
        Self { names, jurisdiction: held.jurisdiction.clone(), standing }
    }

    /// How close it is to what is wanted; `None` where it is something else.
    fn credit(&self, wanted: &Wanted) -> Option<f32> {
        let matching = self.names.iter().filter(|(id, _)| wanted.keys.contains(id));
        matching.map(|(_, credit)| *credit).reduce(f32::max)
    }

    fn jurisdiction(&self, wanted: &Wanted) -> Jurisdiction {
        match (&wanted.jurisdiction, &self.jurisdiction) {
            (None, _) => Jurisdiction::Here,
            (Some(_), None) => Jurisdiction::Unknown,
            (Some(asked), Some(own)) if asked == own => Jurisdiction::Here,
            (Some(_), Some(_)) => Jurisdiction::Elsewhere,
        }
    }

    /// How far the very credential would be met by how things stand with it.
    fn degree(&self, wanted: &Wanted) -> Degree {
        let standing = match self.standing {
            Standing::Held => Degree::FULL,
            Standing::Expiring => Degree::between(LAPSED, 1.0),
            Standing::Lapsed => Degree::exact(LAPSED),
            Standing::Expected(expected) => timeliness(expected, wanted).degree(),
            Standing::None => Degree::NONE,
        };
        match self.jurisdiction(wanted) {
            Jurisdiction::Here => standing,
            Jurisdiction::Elsewhere => standing.times(ELSEWHERE),
            Jurisdiction::Unknown => Degree::between(standing.low() * ELSEWHERE, standing.high()),
        }
    }

    fn gate(&self, wanted: &Wanted) -> Gate {
        match self.standing {
            Standing::None => Gate::Unmet,
            Standing::Expected(expected) if timeliness(expected, wanted) == Timeliness::Late => Gate::Unmet,
            Standing::Held if self.jurisdiction(wanted) == Jurisdiction::Here => Gate::Met,
            _ => Gate::Open,
        }
    }
}

fn timeliness(expected: Option<Days>, wanted: &Wanted) -> Timeliness {
    expected.map_or(Timeliness::Unknown, |days| days.by(wanted.deadline))
}

impl Held {
    fn listed<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = (usize, &'a Entry, f32)> {
        let entries = self.entries.iter().enumerate();
        entries.filter_map(|(place, entry)| Some((place, entry, entry.credit(wanted)?)))
    }

    /// What an entry earns; who holds a neighbour of a credential may hold the very one.
    fn earned(&self, wanted: &Wanted, entry: &Entry, credit: f32) -> Degree {
        let degree = entry.degree(wanted);
        if credit >= 1.0 { degree } else { degree.times(credit).or(self.unlisted.degree(self.is_complete)) }
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let earned = self.listed(wanted).map(|(_, entry, credit)| self.earned(wanted, entry, credit));
        earned.reduce(Degree::or).unwrap_or_else(|| self.unlisted.degree(self.is_complete))
    }

    fn gate(&self, wanted: &Wanted) -> Gate {
        let unlisted = || Gate::at(1.0, self.unlisted.degree(self.is_complete));
        let gates = self.listed(wanted).map(|(_, entry, credit)| if credit >= 1.0 { entry.gate(wanted) } else { unlisted() });
        gates.min().unwrap_or_else(unlisted)
    }

    /// The entry that answers best; of equal ones, the first.
    fn best(&self, wanted: &Wanted) -> Option<usize> {
        let mut best: Option<(usize, f32, f32)> = None;
        for (place, entry, credit) in self.listed(wanted) {
            let earned = self.earned(wanted, entry, credit);
            if best.is_none_or(|(_, low, high)| (earned.low(), earned.high()) > (low, high)) {
                best = Some((place, earned.low(), earned.high()));
            }
        }
        best.map(|(place, ..)| place)
    }

    fn code(&self, wanted: &Wanted, best: Option<usize>) -> &'static str {
        let Some(entry) = best.and_then(|place| self.entries.get(place)) else {
            return if self.unlisted.degree(self.is_complete).width() > 0.0 { "unlisted" } else { "lacking" };
        };
        if entry.credit(wanted).is_some_and(|credit| credit < 1.0) {
            return "related";
        }
        match (entry.standing, entry.jurisdiction(wanted)) {
            (Standing::None, _) => "not-held",
            (Standing::Lapsed, _) => "lapsed",
            (Standing::Expiring, _) => "expiring",
            (Standing::Expected(expected), _) => match timeliness(expected, wanted) {
                Timeliness::InTime => "in-time",
                Timeliness::Late => "late",
                Timeliness::Unknown => "undated",
            },
            (Standing::Held, Jurisdiction::Here) => "held",
            (Standing::Held, Jurisdiction::Elsewhere) => "held-elsewhere",
            (Standing::Held, Jurisdiction::Unknown) => "held-somewhere",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    /// A must-have licence for Oregon, needed within ninety days; today is 2 November 2026.
    #[track_caller]
    fn check(held: Value, expected: &str, code: &str) {
        let asked = json!({"concept": {"label": "hygiene licence"}, "jurisdiction": "US-OR", "neededBy": "P90D", "mustHave": true});
        check_documents(&json!({"requirements": {"credentials": [asked]}}), &json!({"credentials": held}), expected, &[code]);
    }

    #[track_caller]
    fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
        let outcome = Trial::of(register).judge_closely(role, candidate);
        assert_eq!((outcome.brief().as_str(), outcome.codes()), (expected, codes.to_vec()), "{outcome:#?}");
    }

    fn licence(members: &Value) -> Value {
        let mut licence = json!({"concept": {"label": "Hygiene licence"}, "jurisdiction": "US-OR"});
        licence.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        json!([licence])
    }

    #[test]
    fn a_credential_counts_by_how_things_stand_with_it() {
        check(licence(&json!({})), "1 met", "held");
        check(licence(&json!({"status": "held", "validUntil": "2027-06"})), "1 met", "held");
        check(licence(&json!({"validUntil": "2026-10-31"})), "0.25 open", "lapsed");
        check(licence(&json!({"validUntil": "2026-11-02"})), "1 met", "held");
        check(licence(&json!({"validUntil": "2026"})), "0.25..1 open", "expiring");
        check(licence(&json!({"status": "lapsed"})), "0.25 open", "lapsed");
        check(licence(&json!({"status": "none"})), "0 unmet", "not-held");
    }

    #[test]
    fn what_is_expected_in_time_is_nearly_there() {
        for status in ["inProgress", "eligible"] {
            check(licence(&json!({"status": status, "expectedBy": "2027-01-31"})), "0.75 open", "in-time");
            check(licence(&json!({"status": status, "expectedBy": "2027-02-01"})), "0.25 unmet", "late");
            check(licence(&json!({"status": status, "expectedBy": "2027"})), "0.25..0.75 open", "undated");
            check(licence(&json!({"status": status})), "0.25..0.75 open", "undated");
        }
    }

    #[test]
    fn what_is_needed_later_is_reckoned_from_the_start() {
        let asked = json!({"concept": {"label": "hygiene licence"}, "neededBy": "P30D"});
        let role = json!({"requirements": {"credentials": [asked], "availability": {"start": "2027-03-01"}}});
        let expected = |date: &str| json!({"credentials": licence(&json!({"status": "inProgress", "expectedBy": date}))});
        check_documents(&role, &expected("2027-03-31"), "0.75", &["in-time"]);
        check_documents(&role, &expected("2027-04-01"), "0.25", &["late"]);
    }

    #[test]
    fn another_jurisdiction_is_half_and_open() {
        check(licence(&json!({"jurisdiction": "US-WA"})), "0.5 open", "held-elsewhere");
        let mut anywhere = licence(&json!({}));
        anywhere[0].as_object_mut().unwrap().remove("jurisdiction");
        check(anywhere, "0.5..1 open", "held-somewhere");
        let both = json!([licence(&json!({"jurisdiction": "US-WA"}))[0], licence(&json!({}))[0]]);
        check(both, "1 met", "held");
    }

    #[test]
    fn what_is_not_listed_is_unknown() {
        let other = json!([{"concept": {"label": "driving licence"}}]);
        check(other.clone(), "0..1 open", "unlisted");
        check(json!([]), "0 unmet", "lacking");
        let role = json!({"requirements": {"credentials": [{"concept": {"label": "hygiene licence"}}]}});
        check_documents(&role, &json!({"credentials": other, "complete": ["credentials"]}), "0", &["lacking"]);
        check_documents(&role, &json!({}), "not answered", &["unstated"]);
        check_documents(&role, &json!({"indifferent": ["credentials"]}), "irrelevant", &[]);
        check_documents(&json!({"requirements": {"credentials": []}}), &json!({"credentials": []}), "irrelevant", &[]);
    }

    #[test]
    fn a_neighbour_meets_no_must_have() {
        let trial = Trial::of(register).among(json!([
            {"uri": "urn:general", "label": "radiography certificate"},
            {"uri": "urn:dental", "label": "dental radiography certificate", "broader": ["urn:general"]},
        ]));
        let role = json!({"requirements": {"credentials": [{"concept": {"uri": "urn:general"}, "mustHave": true}]}});
        let held = json!([{"concept": {"uri": "urn:dental"}}]);
        assert_eq!(trial.judge_closely(&role, &json!({"credentials": held})).brief(), "0.9..1 open");
        let complete = json!({"credentials": held, "complete": ["credentials"]});
        assert_eq!(trial.judge_closely(&role, &complete).brief(), "0.9 unmet");
    }

    #[test]
    fn a_negotiable_must_have_stays_open() {
        let asked = json!([
            {"concept": {"label": "first aid"}, "importance": 1},
            {"concept": {"label": "hygiene licence"}, "mustHave": true, "importance": 0.5},
        ]);
        let candidate = json!({"credentials": [{"concept": {"label": "first aid"}}], "complete": ["credentials"]});
        let role = json!({"requirements": {"credentials": asked}});
        check_documents(&role, &candidate, "0.6667 unmet", &["held", "lacking"]);
        let blocked = Trial::of(register).condition(&role, &candidate);
        assert_eq!(blocked.as_deref(), Some("/requirements/credentials/1"));
        let role = json!({"requirements": {"credentials": asked}, "negotiable": ["/requirements/credentials/1"]});
        check_documents(&role, &candidate, "0.6667 open", &["held", "lacking"]);
    }
}
