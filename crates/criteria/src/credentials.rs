//! Whether the candidate has the licences and certificates that the role asks for.

mod held;

#[cfg(test)]
mod tests;

use self::held::{Entry, Held, Wanted};
use crate::{
    deadline::{Days, day_after},
    items::Unlisted,
    levers::json,
    list_criterion::{Asked, Found, ListCriterion, register_sharing},
    raising::{Place, having},
    requirement_list::answered,
};
use mutualfit_domain::{
    CredentialStatus, Credits, HeldCredential, Pointer, Profile, RequiredCredential, Requirements,
    RoleView, Side, Span,
};
use mutualfit_scoring::{
    Answer, Context, Degree, DuplicateKind, Fact, Gate, Info, Lever, Purpose, ReadsOf, Registry,
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
    ("wait", "Wait for {credential} until {days} days after the start."),
    ("obtain", "Get {credential}."),
    ("obtain-for", "Get {credential} for {askedFor}."),
    ("obtain-by", "Get {credential} by {to}."),
    ("renew", "Renew {credential}."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
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
    };
    register_sharing::<Credentials>(registry, info)
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

impl ListCriterion for Credentials {
    type Item = RequiredCredential;
    type Want = Wanted;
    type Have = Held;

    const SECTION: &'static str = "credentials";

    fn items(requirements: &Requirements) -> Option<&Vec<RequiredCredential>> {
        requirements.credentials.as_ref()
    }

    fn want(&self, item: &RequiredCredential, role: RoleView<'_>, context: &Context) -> Wanted {
        Wanted {
            keys: context.concepts().asked(&item.concept).keys,
            jurisdiction: item.jurisdiction.clone(),
            deadline: Days::deadline(role, item.needed_by.as_ref(), context),
        }
    }

    fn have(&self, candidate: Profile<'_>, context: &Context) -> Answer<Held> {
        answered(candidate, Self::SECTION, candidate.credentials()).map(|(list, is_complete)| {
            let entries = list.iter().map(|held| Entry::of(held, self.credits, context)).collect();
            Held { entries, unlisted: self.unlisted, is_complete }
        })
    }

    fn degree(wanted: &Wanted, held: &Held) -> Degree {
        held.degree(wanted)
    }

    fn gate(wanted: &Wanted, held: &Held) -> Gate {
        held.gate(wanted)
    }

    fn fact(
        &self,
        item: &RequiredCredential,
        wanted: &Wanted,
        found: Option<Found<'_, Held>>,
    ) -> Fact {
        let Some(Found { have, candidate }) = found else {
            return Fact::new("unstated").value("credential", item.concept.name());
        };
        let best = have.best(wanted);
        let answer = best.and_then(|place| candidate.credentials()?.get(place));
        let fact = Fact::new(have.code(wanted, best))
            .answered(best.map(|place| Pointer::root().field(Self::SECTION).index(place)))
            .audience(answer.and_then(|answer| answer.audience));
        values(fact, item, answer)
    }

    /// The role can wait for what is expected; the candidate can get the credential, or say by when. No role makes do
    /// with another jurisdiction, which is for the law to say.
    fn levers(
        &self,
        asked: &Asked<'_, Self>,
        Found { have, candidate }: Found<'_, Held>,
    ) -> Vec<Lever> {
        let held = candidate.credentials().unwrap_or_default();
        let best = have.best(asked.want);
        let code = have.code(asked.want, best);
        let own = best.and_then(|place| Some((place, held.get(place)?)));
        let own = own.filter(|_| code != "related");
        let waited = own.and_then(|(_, own)| waited(asked, own));
        let own = own.filter(|(_, own)| !is_elsewhere(asked.item, own));
        let by = own.filter(|_| matches!(code, "late" | "undated"));
        let obtained = match by.and_then(|(place, _)| obtained_by(asked, place)) {
            Some(by) => by,
            None => obtained(asked, candidate, own, code == "lapsed"),
        };
        waited.into_iter().chain([obtained]).collect()
    }
}

/// To need the credential no sooner than it is expected.
fn waited(asked: &Asked<'_, Credentials>, own: &HeldCredential) -> Option<Lever> {
    let is_expected =
        matches!(own.status(), CredentialStatus::InProgress | CredentialStatus::Eligible);
    let expected = Days::of(own.expected_by.filter(|_| is_expected)?, asked.context).latest;
    let days = expected - Days::deadline(asked.role, None, asked.context);
    let span = Span::new(format!("P{days}D")).ok()?;
    let lever = asked
        .lever(Side::Role, "wait")
        .value("credential", asked.item.concept.name())
        .value("days", days);
    Some(lever.add(asked.member("neededBy"), json(&span)))
}

/// To have by when it is needed what is on its way.
fn obtained_by(asked: &Asked<'_, Credentials>, place: usize) -> Option<Lever> {
    let deadline = Some(asked.want.deadline).filter(|days| *days > 0)?;
    let by = day_after(deadline, asked.context)?;
    let pointer = Pointer::root().field(Credentials::SECTION).index(place).field("expectedBy");
    let lever = asked
        .lever(Side::Candidate, "obtain-by")
        .value("credential", asked.item.concept.name())
        .value("to", by.to_string());
    Some(lever.add(pointer, json(&by)))
}

/// To have the credential where it is asked for: in place of what is listed of it, or beside.
fn obtained(
    asked: &Asked<'_, Credentials>,
    candidate: Profile<'_>,
    own: Option<(usize, &HeldCredential)>,
    has_lapsed: bool,
) -> Lever {
    let item = asked.item;
    let code = match &item.jurisdiction {
        _ if has_lapsed && own.is_some() => "renew",
        Some(_) => "obtain-for",
        None => "obtain",
    };
    let lever = asked.lever(Side::Candidate, code).value("credential", item.concept.name());
    let lever = item
        .jurisdiction
        .iter()
        .fold(lever, |lever, asked| lever.value("askedFor", asked.as_str()));
    let had = own.map_or_else(
        || HeldCredential::new(item.concept.clone()),
        |(_, own)| HeldCredential { valid_until: None, expected_by: None, ..own.clone() },
    );
    let jurisdiction = item.jurisdiction.clone().or_else(|| had.jurisdiction.clone());
    let had = HeldCredential { jurisdiction, status: Some(CredentialStatus::Held), ..had };
    let count = candidate.credentials().map_or(0, <[_]>::len);
    let index = own.map(|(place, _)| place);
    having(lever, Place { section: Credentials::SECTION, candidate, count, index }, &had)
}

/// Whether a credential is one for another jurisdiction than the one asked for.
fn is_elsewhere(item: &RequiredCredential, own: &HeldCredential) -> bool {
    own.jurisdiction.is_some()
        && item.jurisdiction.is_some()
        && own.jurisdiction != item.jurisdiction
}

/// The values that mattered for one item.
fn values(fact: Fact, item: &RequiredCredential, answer: Option<&HeldCredential>) -> Fact {
    let fact = fact.value("credential", item.concept.name());
    let fact =
        item.jurisdiction.iter().fold(fact, |fact, asked| fact.value("askedFor", asked.as_str()));
    let Some(answer) = answer else { return fact };
    let fact = fact.value("through", answer.concept.name());
    let fact = answer
        .jurisdiction
        .iter()
        .fold(fact, |fact, place| fact.value("jurisdiction", place.as_str()));
    let fact = answer
        .valid_until
        .iter()
        .fold(fact, |fact, date| fact.value("validUntil", date.to_string()));
    answer.expected_by.iter().fold(fact, |fact, date| fact.value("expectedBy", date.to_string()))
}
