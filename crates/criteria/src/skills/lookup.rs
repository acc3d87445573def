//! One candidate against one role, and against a block of roles.

use super::{
    held::{HeldSkill, HeldSkills},
    wanted::{Comparison, Roles, Sum, WantedSkill, WantedSkills},
};
use crate::levels::{LevelShare, reached};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Degree, Gate};

/// One candidate by itself, looked up by name.
pub(super) fn single<'a>(
    entries: &'a [HeldSkill],
    comparison: Comparison<'a>,
) -> impl Fn(&WantedSkill) -> Option<Degree> + use<'a> {
    move |wanted| {
        let [first, second] = wanted.keys;
        let other = if second == first { &[] } else { HeldSkills::of_concept(entries, second) };
        comparison
            .found(wanted, HeldSkills::of_concept(entries, first).iter().chain(other).copied())
    }
}

/// One candidate, ready to be looked up by the roles of a block.
pub(super) struct Candidate<'a> {
    entries: &'a [HeldSkill],
    comparison: Comparison<'a>,
    /// For each concept of the block of roles, what the candidate holds under it.
    seen: Vec<Seen>,
    /// For each concept of the block of roles, its first entry and how many there are.
    places: Vec<(u32, u32)>,
}

/// What a candidate holds under one concept.
#[derive(Clone, Copy)]
enum Seen {
    Nothing,
    /// The thing itself, at a level of the scale of this name.
    One(LevelShare, Option<ConceptId>),
    /// Anything else.
    Else,
}

impl<'a> Candidate<'a> {
    pub(super) fn of(entries: &'a [HeldSkill], roles: &Roles, comparison: Comparison<'a>) -> Self {
        let mut seen = vec![Seen::Nothing; roles.concepts.len()];
        let mut places = vec![(0, 0); roles.concepts.len()];
        let mut start = 0;
        for same in entries.chunk_by(|one, other| one.concept == other.concept) {
            let concept = same.first().map(|held| held.concept);
            let at = concept.and_then(|concept| roles.concepts.binary_search(&concept).ok());
            if let Some(at) = at
                && let (Some(seen), Some(place)) = (seen.get_mut(at), places.get_mut(at))
            {
                *seen = Seen::of(same, &comparison);
                *place = (start as u32, same.len() as u32);
            }
            start += same.len();
        }
        Self { entries, comparison, seen, places }
    }

    /// The degree for one role of the block.
    pub(super) fn degree(&self, role: &WantedSkills) -> Degree {
        let by_cases =
            || role.degree(&self.comparison, |wanted| self.found(self.comparison, wanted));
        self.without_cases(role).unwrap_or_else(by_cases)
    }

    /// The gate of one role of the block.
    pub(super) fn gate(&self, role: &WantedSkills) -> Gate {
        let ageless = self.comparison.ageless();
        role.list.gate(|wanted| {
            wanted.gate(self.found(ageless, wanted).unwrap_or_else(|| ageless.unlisted()))
        })
    }

    /// The same operations as [`WantedSkills::degree`], where nothing takes more than a look at the level.
    fn without_cases(&self, role: &WantedSkills) -> Option<Degree> {
        let mut sum = Sum::default();
        for plain in role.plain.as_deref()? {
            let [first, second] = plain.places;
            let seen = match (self.seen(first), second == first) {
                (Seen::Nothing, false) => self.seen(second),
                (seen, true) => seen,
                (seen, false) if matches!(self.seen(second), Seen::Nothing) => seen,
                _ => return None,
            };
            let level = match seen {
                Seen::Nothing => continue,
                Seen::One(level, scale) if scale == plain.scale || level.is_unknown() => level,
                Seen::One(level, _) if plain.scale.is_none() => level,
                Seen::One(..) | Seen::Else => return None,
            };
            let degree = reached(level, plain.asked, plain.least);
            sum.add(plain.weight, degree.low(), degree.high());
        }
        Some(sum.degree(role.total, self.comparison.open))
    }

    #[inline]
    fn seen(&self, place: u32) -> Seen {
        self.seen.get(place as usize).copied().unwrap_or(Seen::Nothing)
    }

    fn found(&self, comparison: Comparison<'_>, wanted: &WantedSkill) -> Option<Degree> {
        let [first, second] = wanted.places;
        let other = if second == first { &[] } else { self.at(second) };
        comparison.found(wanted, self.at(first).iter().chain(other).copied())
    }

    fn at(&self, place: u32) -> &'a [HeldSkill] {
        let (start, count) = self.places.get(place as usize).copied().unwrap_or_default();
        self.entries.get(start as usize..(start + count) as usize).unwrap_or_default()
    }
}

impl Seen {
    fn of(entries: &[HeldSkill], comparison: &Comparison<'_>) -> Self {
        match entries {
            [held] if held.credit >= 1.0 && comparison.kept(*held) == Degree::FULL => {
                let reading = comparison.readings.get(usize::from(held.reading));
                let scale = reading.and_then(|reading| reading.scale.as_ref());
                Self::One(held.level, scale.map(|scale| scale.id))
            }
            _ => Self::Else,
        }
    }
}
