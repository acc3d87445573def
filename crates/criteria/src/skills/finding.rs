//! What was compared, skill by skill.

use super::{
    SECTION, Skills, answer,
    held::{HeldSkill, HeldSkills},
    wanted::{Comparison, WantedSkill},
};
use crate::{levels::written, ratings::Ratings, requirement_list::Verdict};
use mutualfit_domain::{HeldSkill as Listed, PairFacts, Pointer, Profile, RequiredSkill, RoleView};
use mutualfit_scoring::{Answer, Ask, Context, Degree, Fact, Facts};

impl Skills {
    /// Says of each requirement what was found.
    pub(super) fn say(
        &self,
        role: RoleView<'_>,
        profile: Profile<'_>,
        known: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let Ask::Stated(row, _) = self.ask(role, context) else { return };
        let required = role
            .role()
            .requirements
            .as_ref()
            .and_then(|asked| asked.skills.as_deref())
            .unwrap_or_default();
        let ratings = Ratings::of(known, context);
        let (stated, (listed, is_complete)) = match answer(profile) {
            Answer::Stated(list) | Answer::Negotiable(list) => (true, list),
            Answer::Unstated => (false, Default::default()),
            Answer::Irrelevant => return,
        };
        let open = !stated || self.is_open(is_complete);
        let listing = Listing::of(self, listed, open, context);
        let comparison = listing.comparison(context);
        row.list.facts(SECTION, facts, |place, wanted| {
            let item = required.get(place);
            let skill = item.map_or("", |item| item.concept.name());
            if let Some(rating) = ratings.about(wanted.keys) {
                let fact = rating.fact().value("skill", skill);
                let degree = rating.degree();
                return Verdict {
                    fact,
                    degree: wanted.with_floor(degree),
                    gate: wanted.gate(degree),
                };
            }
            if !stated {
                let fact = Fact::new("unstated").value("skill", skill);
                return Verdict { fact, ..Verdict::unstated() };
            }
            let degree = listing.degree(wanted, comparison);
            let answer = listing.best(wanted, &comparison);
            let by = answer.and_then(|(place, entry)| Some((listed.get(place)?, entry)));
            let kept = by.map_or(Degree::FULL, |(_, entry)| comparison.kept(entry));
            let fact = item.map_or_else(
                || Fact::new("unstated"),
                |item| found(item, wanted, (degree, kept), by),
            );
            let fact = fact
                .answered(answer.map(|(place, _)| Pointer::root().field(SECTION).index(place)))
                .audience(by.and_then(|(listed, _)| listed.audience));
            let gate = wanted.gate(listing.degree(wanted, comparison.ageless()));
            Verdict { fact, degree: wanted.with_floor(degree), gate }
        });
    }
}

/// The skills that one candidate lists, each with every name that it is found under.
pub(super) struct Listing {
    each: Vec<Vec<HeldSkill>>,
    column: HeldSkills,
}

impl Listing {
    /// A list; `open` says whether a skill that is not in it may be held.
    pub(super) fn of(skills: &Skills, listed: &[Listed], open: bool, context: &Context) -> Self {
        let mut column = HeldSkills::default();
        let mut each = Vec::with_capacity(listed.len());
        for listed in listed {
            let mut entries = Vec::new();
            skills.distil(listed, context, &mut column, &mut entries);
            each.push(entries);
        }
        column.push(each.concat(), open);
        Self { each, column }
    }

    pub(super) fn comparison<'a>(&'a self, context: &'a Context) -> Comparison<'a> {
        self.column.comparison(Some(context), self.column.is_open(0))
    }

    /// How far a skill is met, however it is taught.
    pub(super) fn degree(&self, wanted: &WantedSkill, comparison: Comparison<'_>) -> Degree {
        self.found(wanted, comparison).unwrap_or_else(|| comparison.unlisted())
    }

    /// The same where the skill is listed.
    pub(super) fn found(&self, wanted: &WantedSkill, comparison: Comparison<'_>) -> Option<Degree> {
        self.column.found(0, wanted, &comparison)
    }

    /// Which of the listed skills answers best, and by which name.
    pub(super) fn best(
        &self,
        wanted: &WantedSkill,
        comparison: &Comparison<'_>,
    ) -> Option<(usize, HeldSkill)> {
        let mut best: Option<(usize, HeldSkill, Degree)> = None;
        for (place, entries) in self.each.iter().enumerate() {
            for held in entries.iter().filter(|held| wanted.keys.contains(&held.concept)) {
                let degree = comparison.earned(wanted, *held);
                let is_better = best.is_none_or(|(_, best, found)| {
                    (directness(held.credit), degree.low(), degree.high())
                        > (directness(best.credit), found.low(), found.high())
                });
                if is_better {
                    best = Some((place, *held, degree));
                }
            }
        }
        best.map(|(place, held, _)| (place, held))
    }
}

/// How directly an entry answers: the very skill before a no to it, and that before a neighbour.
fn directness(credit: f32) -> u8 {
    if credit >= 1.0 { 2 } else { u8::from(credit <= 0.0) }
}

/// What was found of one item: code and values.
fn found(
    item: &RequiredSkill,
    wanted: &WantedSkill,
    (degree, kept): (Degree, Degree),
    by: Option<(&Listed, HeldSkill)>,
) -> Fact {
    let is_lifted = wanted.floor.is_some_and(|floor| floor > degree.low());
    let code = match by {
        _ if is_lifted => "taught",
        None if degree.width() > 0.0 => "unlisted",
        None => "lacking",
        Some((_, entry)) if entry.credit <= 0.0 => "not-held",
        Some((_, entry)) if entry.credit < 1.0 => "related",
        Some(_) if kept.width() > 0.0 => "undated",
        Some(_) if kept.low() < 1.0 => "worn",
        Some(_) if item.level.is_none() => "held",
        Some(_) if degree.width() > 0.0 => "level-unknown",
        Some((listed, _)) if listed.level.is_none() => "held",
        Some(_) if degree.low() >= 1.0 => "met",
        Some(_) => "short",
    };
    let fact = Fact::new(code).value("skill", item.concept.name());
    let fact = item.level.iter().fold(fact, |fact, level| {
        fact.value("asked", written(level.value())).value("unit", level.scale())
    });
    let Some((listed, entry)) = by else { return fact };
    let fact = if entry.credit > 0.0 && entry.credit < 1.0 {
        fact.value("through", listed.concept.name())
    } else {
        fact
    };
    let fact = match listed.last_used.filter(|_| kept != Degree::FULL) {
        Some(year) => fact.value("lastUsed", year.get()),
        None => fact,
    };
    listed.level.iter().fold(fact, |fact, level| {
        fact.value("has", written(level.value())).value("hasUnit", level.scale())
    })
}
