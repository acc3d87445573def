//! The credentials of a candidate, and how far they are the ones asked for.

use crate::{
    deadline::{Days, Timeliness},
    items::Unlisted,
    names::Names,
};
use mutualfit_domain::{ConceptId, CredentialStatus, Credits, HeldCredential, SubdivisionCode};
use mutualfit_scoring::{Context, Degree, Gate};

/// One credential that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    pub(super) keys: [ConceptId; 2],
    pub(super) jurisdiction: Option<SubdivisionCode>,
    pub(super) deadline: i32,
}

/// The credentials of a candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Held {
    pub(super) entries: Vec<Entry>,
    /// What a credential counts that is not listed.
    pub(super) unlisted: Unlisted,
    pub(super) is_complete: bool,
}

/// One credential of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    names: Names,
    jurisdiction: Option<SubdivisionCode>,
    standing: Standing,
}

/// How things stand with a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

impl Entry {
    pub(super) fn of(held: &HeldCredential, credits: Credits, context: &Context) -> Self {
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
        let names = Names::of(&held.concept, credits, context);
        Self { names, jurisdiction: held.jurisdiction.clone(), standing }
    }

    /// How close it is to what is wanted; `None` where it is something else.
    fn credit(&self, wanted: &Wanted) -> Option<f32> {
        self.names.credit(wanted.keys)
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
            Standing::Expected(expected) if timeliness(expected, wanted) == Timeliness::Late => {
                Gate::Unmet
            }
            Standing::Held if self.jurisdiction(wanted) == Jurisdiction::Here => Gate::Met,
            _ => Gate::Open,
        }
    }
}

fn timeliness(expected: Option<Days>, wanted: &Wanted) -> Timeliness {
    expected.map_or(Timeliness::Unknown, |days| days.by(wanted.deadline))
}

impl Held {
    /// The entries that answer: those of the very credential, or else those of its neighbours.
    fn listed<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = (usize, &'a Entry, f32)> {
        let credits = || self.entries.iter().filter_map(|entry| entry.credit(wanted));
        let least = if credits().any(|credit| credit >= 1.0) { 1.0 } else { 0.0 };
        let entries = self.entries.iter().enumerate();
        let credited =
            entries.filter_map(|(place, entry)| Some((place, entry, entry.credit(wanted)?)));
        credited.filter(move |(.., credit)| *credit >= least)
    }

    /// What an entry earns; who holds a neighbour of a credential may hold the very one.
    fn earned(&self, wanted: &Wanted, entry: &Entry, credit: f32) -> Degree {
        let degree = entry.degree(wanted);
        if credit >= 1.0 {
            degree
        } else {
            degree.times(credit).or(self.unlisted.degree(self.is_complete))
        }
    }

    pub(super) fn degree(&self, wanted: &Wanted) -> Degree {
        let earned =
            self.listed(wanted).map(|(_, entry, credit)| self.earned(wanted, entry, credit));
        earned.reduce(Degree::or).unwrap_or_else(|| self.unlisted.degree(self.is_complete))
    }

    pub(super) fn gate(&self, wanted: &Wanted) -> Gate {
        let unlisted = || Gate::at(1.0, self.unlisted.degree(self.is_complete));
        let gates = self
            .listed(wanted)
            .map(|(_, entry, credit)| if credit >= 1.0 { entry.gate(wanted) } else { unlisted() });
        gates.min().unwrap_or_else(unlisted)
    }

    /// The entry that answers best; of equal ones, the first.
    pub(super) fn best(&self, wanted: &Wanted) -> Option<usize> {
        let mut best: Option<(usize, f32, f32)> = None;
        for (place, entry, credit) in self.listed(wanted) {
            let earned = self.earned(wanted, entry, credit);
            if best.is_none_or(|(_, low, high)| (earned.low(), earned.high()) > (low, high)) {
                best = Some((place, earned.low(), earned.high()));
            }
        }
        best.map(|(place, ..)| place)
    }

    pub(super) fn code(&self, wanted: &Wanted, best: Option<usize>) -> &'static str {
        let Some(entry) = best.and_then(|place| self.entries.get(place)) else {
            return if self.unlisted.degree(self.is_complete).width() > 0.0 {
                "unlisted"
            } else {
                "lacking"
            };
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
