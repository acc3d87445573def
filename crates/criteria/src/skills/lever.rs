//! What could change about skills that are not held as they are asked for.

use super::{
    SECTION, Skills, answer,
    finding::Listing,
    wanted::{WantedLevel, WantedSkill},
};
use crate::{
    levels::written,
    levers::json,
    raising::{Place, Raising, Standing, having},
    requirement_list::{Unmet, pointer},
};
use mutualfit_domain::{
    Count, HeldSkill as Listed, Level, Number, Pointer, Profile, RequiredSkill, RoleView, Side,
    Text,
};
use mutualfit_scoring::{Answer, Ask, Context, Degree, Gate, Lever, Levers};

/// What is written of training that is proposed, for the role to say more of.
const TRAINING: &str = "On the job.";
/// After so many days a skill that is taught has to be there, where it must be had: this project's choice.
const DAYS: u32 = 90;

impl Skills {
    /// Proposes of each skill that is not met what could change. The role can ask for the level that there is, or teach;
    /// the candidate can learn.
    pub(super) fn propose(
        &self,
        role: RoleView<'_>,
        profile: Profile<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        let judge =
            |role: RoleView<'_>, profile: Profile<'_>| self.standing(role, profile, context);
        let required = role.role().requirements.as_ref().and_then(|asked| asked.skills.as_deref());
        let (Some(raising), Ask::Stated(row, _), Answer::Stated((listed, is_complete)), Some(list)) =
            (Raising::of(role, profile, judge), self.ask(role, context), answer(profile), required)
        else {
            return;
        };
        let open = self.is_open(is_complete);
        let held = Listing::of(self, listed, open, context);
        let comparison = held.comparison(context);
        let degree = |wanted: &WantedSkill| held.degree(wanted, comparison);
        let gate = |wanted: &WantedSkill| wanted.gate(held.degree(wanted, comparison.ageless()));
        for unmet in row.list.unmet(|wanted| wanted.with_floor(degree(wanted)), gate) {
            let Some(item) = list.get(unmet.place) else { continue };
            let by = held.best(unmet.want, &comparison).and_then(|(place, entry)| {
                // Who holds a neighbour of a skill says nothing of the very skill.
                let is_said = entry.credit <= 0.0 || entry.credit >= 1.0;
                Some((place, listed.get(place)?)).filter(|_| is_said)
            });
            let short = Short { item, unmet: &unmet, degree: degree(unmet.want), by, context };
            let learned = short.learned(self, profile, listed.len());
            let of_role = [short.lowered(), short.taught()];
            raising.propose(of_role.into_iter().flatten().chain([learned]).collect(), levers);
        }
    }

    /// How a pair stands.
    fn standing(
        &self,
        role: RoleView<'_>,
        profile: Profile<'_>,
        context: &Context,
    ) -> Option<Standing> {
        let Ask::Stated(row, stake) = self.ask(role, context) else { return None };
        let compared = answer(profile).map(|(listed, is_complete)| {
            let open = self.is_open(is_complete);
            let held = Listing::of(self, listed, open, context);
            let comparison = held.comparison(context);
            let gate =
                |wanted: &WantedSkill| wanted.gate(held.degree(wanted, comparison.ageless()));
            let degree = row.degree(&comparison, |wanted| held.found(wanted, comparison));
            (degree, row.list.gate(gate))
        });
        Standing::of(stake, compared)
    }
}

/// One skill that is known not to be met.
struct Short<'a> {
    item: &'a RequiredSkill,
    unmet: &'a Unmet<'a, WantedSkill>,
    /// How far it is met, however it is taught.
    degree: Degree,
    /// What the candidate says of the very skill, and where.
    by: Option<(usize, &'a Listed)>,
    context: &'a Context,
}

impl Short<'_> {
    fn lever(&self, side: Side, code: &str) -> Lever {
        Lever::on(side, code)
            .asked(pointer(SECTION).index(self.unmet.place))
            .value("skill", self.item.concept.name())
    }

    fn member(&self, name: &str) -> Pointer {
        pointer(SECTION).index(self.unmet.place).field(name)
    }

    /// To ask for the level that there is.
    fn lowered(&self) -> Option<Lever> {
        let WantedLevel::At(_, scale) = &self.unmet.want.level else { return None };
        let (_, listed) = self.by.filter(|_| self.degree.low() > 0.0)?;
        let to = self.context.on_scale(listed.level.as_ref()?, scale)?;
        let level = Level::new(Text::new(&**scale).ok()?, Number::new(to).ok()?).ok()?;
        let lever =
            self.lever(Side::Role, "lower-level").value("to", written(to)).value("unit", &**scale);
        let before = self.item.level.iter();
        let lever =
            before.fold(lever, |lever, before| lever.value("from", written(before.value())));
        Some(lever.replace(self.member("level"), json(&level)))
    }

    /// To teach it, and to need it only then where it has to be had.
    fn taught(&self) -> Option<Lever> {
        let is_late = self.unmet.gate == Gate::Unmet && !self.unmet.want.may_come_later;
        let is_taught = self.unmet.want.floor.is_some();
        let code = match (is_taught, is_late) {
            (false, false) => "train",
            (false, true) => "train-later",
            (true, true) => "allow-later",
            (true, false) => return None,
        };
        let lever = self.lever(Side::Role, code);
        let lever = if is_taught { lever } else { lever.add(self.member("training"), TRAINING) };
        Some(if is_late {
            lever.value("days", DAYS).add(self.member("neededBy"), format!("P{DAYS}D"))
        } else {
            lever
        })
    }

    /// To learn it to the level that is asked for, or to use it again.
    fn learned(&self, skills: &Skills, profile: Profile<'_>, count: usize) -> Lever {
        let year = u32::try_from(self.context.as_of().year()).ok().map(Count::new);
        let used = skills.recency.and(year);
        let level = self.item.level.as_ref();
        let reaches = |own: &Listed| {
            let have = own.level.as_ref().zip(level);
            let have = have.and_then(|(own, asked)| self.context.on_scale(own, asked.scale()));
            level.is_none_or(|asked| have.is_some_and(|have| have >= asked.value()))
        };
        let code = match self.by {
            Some((_, own)) if own.is_held() && reaches(own) => "use-again",
            _ if level.is_some() => "learn-to",
            _ => "learn",
        };
        let lever = self.lever(Side::Candidate, code);
        let lever = level.iter().fold(lever, |lever, level| {
            lever.value("to", written(level.value())).value("unit", level.scale())
        });
        let had = match self.by {
            Some((_, own)) if code == "use-again" => own.clone(),
            Some((_, own)) => Listed { held: None, level: level.cloned(), ..own.clone() },
            None => Listed { level: level.cloned(), ..Listed::new(self.item.concept.clone()) },
        };
        let had = Listed { last_used: used.or(had.last_used), ..had };
        let index = self.by.map(|(place, _)| place);
        having(lever, Place { section: SECTION, candidate: profile, count, index }, &had)
    }
}
