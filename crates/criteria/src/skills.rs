//! How far the candidate has the skills that the role asks for.

mod candidate_lanes;
mod choices;
mod finding;
mod gain;
mod grouped;
mod held;
mod lever;
mod recency;
mod role_lanes;
mod steps;
mod wanted;

#[cfg(test)]
mod tests;

use self::{
    held::{HeldSkill, HeldSkills, UNREAD},
    recency::Recency,
    wanted::{Comparison, Roles, WantedLevel, WantedSkill, WantedSkills},
};
use crate::{
    items::Unlisted,
    levels::{KeptLevel, LevelShare},
    ratings::Ratings,
    requirement_list::{RequirementList, answered},
    salience, setting,
};
use mutualfit_domain::{
    Candidate, Credits, HeldSkill as Listed, Item, PairFacts, Profile, RequiredSkill, RoleView,
    Side,
};
use mutualfit_scoring::{
    Answer, Ask, Cell, Column, Context, Degree, DegreeTable, DuplicateKind, Facts, Gate, GateTable,
    Info, Judged, Lanes, Levers, Mark, Purpose, Reads, ReadsOf, Registry, Scorer, Seats, State,
    downcast_mut,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

How far the candidate has the skills and the knowledge that the role asks for, each at its level (demands–abilities fit).

## Degrees

The weighted mean of the items. An item is 1 where the skill is held at the level asked for or above, or held at all
where no level is asked for; `have / asked` below that, in values of the scale; 0 where it is said not to be held. ½ is
half the level, or half of the weight. The kernel is `min(1, have / asked)`, with what exceeds it earning nothing
(METHODS.md §1.2: D–A).

An item weighs `importance · (1 + salience · max(0, importance − usual))`, where `usual` is how important the taxonomy
says that the skill usually is: what is asked beyond the usual tells roles apart. Without a taxonomy it weighs its
importance. Alternatives of one group count once, by the best of them and the greatest of their weights.

Who holds a narrower, broader or related skill earns the `credits` of that step times the degree, unless something is
said of the very skill. A requirement that is
taught (`training` is stated, or `neededBy` is after the start) earns at least `teachable`.

What interviews rated of the very skill in this pair takes the place of what the candidate's document says of it, as a
share of what is asked; sources that differ are not averaged: the bounds hold whichever of them is right.

With the setting `recency`, which is off, a skill counts in full for `years` after it was last used, and falls evenly to
the share `keeps` at twice as many; where `lastUsed` is not said, it is anything between.

A must-have is met by the skill itself at its level, whenever it was last used. Needed only later (`neededBy`), lacking
it leaves the gate open.

## What is unknown

A skill that is not listed is unknown, `[0, 1]`, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. A level that is not stated, or on a scale that no crosswalk of the context leads from, is anything
from the least of the scale on. Who holds a neighbour of a skill may hold the very skill: the high stays 1 while the
list is not complete.

## Limits

Levels are taken at their word: whether somebody rated themselves is shown, not scored. Levels keep 16 bits of their
scale. A level on a scale that neither the context declares nor everybody knows compares with nothing. When a skill
was last used is read with `recency` alone: it lowers those who come back from a pause, such as parents and carers.
Weights are whole numbers up to 1,000 for the greatest.";

const WORDS: &[(&str, &str)] = &[
    ("met", "Has {skill} at {has}; {asked} is asked."),
    ("short", "Has {skill} at {has}; {asked} is asked."),
    ("held", "Has {skill}."),
    ("level-unknown", "Has {skill}; at what level does not compare with the {asked} asked."),
    ("worn", "Has {skill}, last used in {lastUsed}."),
    ("undated", "Has {skill}; when it was last used is not said."),
    ("rated", "{skill} was rated in an interview."),
    ("differing", "{skill} was rated in interviews, and the sources differ."),
    ("related", "Has {through}, which is close to {skill}."),
    ("taught", "{skill} is taught."),
    ("not-held", "Does not have {skill}."),
    ("lacking", "Does not list {skill} among all that they have."),
    ("unlisted", "Whether they have {skill} is not said."),
    ("unstated", "No skills are stated; {skill} is asked."),
    ("alternatives", "The best of these alternatives counts."),
    ("lower-level", "Ask for {skill} at {to}."),
    ("train", "Train {skill} on the job."),
    ("train-later", "Train {skill} on the job, within {days} days of the start."),
    ("allow-later", "Let {skill} be learned within {days} days of the start."),
    ("learn", "Learn {skill}."),
    ("learn-to", "Learn {skill} to {to}."),
    ("use-again", "Use {skill} again."),
];

const READS: ReadsOf = ReadsOf {
    role: &[
        "/requirements/skills/*/concept",
        "/requirements/skills/*/level",
        "/requirements/skills/*/importance",
        "/requirements/skills/*/mustHave",
        "/requirements/skills/*/neededBy",
        "/requirements/skills/*/training",
        "/requirements/skills/*/alternativeGroup",
        "/negotiable",
        "/indifferent",
    ],
    candidate: &[
        "/skills/*/concept",
        "/skills/*/level",
        "/skills/*/held",
        "/complete",
        "/indifferent",
    ],
    pair: &[
        "/competencies/*/concept",
        "/competencies/*/low",
        "/competencies/*/high",
        "/competencies/*/source",
    ],
    extensions: &[],
};

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "skills",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "How far the candidate has the skills that the role asks for, each at its level.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/skills",
        reads: READS,
        words: WORDS,
    };
    registry.add_with(info, |skills: Skills| Ok(Box::new(skills) as Box<dyn Scorer>))
}

/// How far the candidate has the skills that the role asks for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Skills {
    /// How much more an item weighs for each unit of importance beyond the usual: 0 or more.
    #[serde(deserialize_with = "setting::quantity")]
    #[schemars(range(min = 0.0))]
    salience: f64,
    /// What a requirement that is taught earns at the least: 0 to 1.
    #[serde(deserialize_with = "setting::share")]
    #[schemars(range(min = 0.0, max = 1.0))]
    teachable: f64,
    /// What a skill counts that the candidate does not list.
    unlisted: Unlisted,
    /// What holding a neighbour of a skill earns, a step: 0 to 1 each.
    credits: Credits,
    /// Counts a skill the less, the longer ago it was last used; off unless stated. It lowers those who come back from
    /// a pause.
    recency: Option<Recency>,
}

impl Default for Skills {
    fn default() -> Self {
        Self {
            salience: 20.0,
            teachable: 0.5,
            unlisted: Unlisted::default(),
            credits: Credits::default(),
            recency: None,
        }
    }
}

impl Scorer for Skills {
    fn side(&self) -> Side {
        Side::Role
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        match of {
            Side::Role => Box::new(Roles::default()),
            Side::Candidate => Box::new(HeldSkills::default()),
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        let Some(roles) = downcast_mut::<Roles>(column) else { return Mark::UNSTATED };
        let (row, mark) = self.ask(role, context).marked();
        roles.rows.push(row.unwrap_or_default());
        roles.context.get_or_insert_with(|| context.clone());
        mark
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        let Some(held) = downcast_mut::<HeldSkills>(column) else { return Mark::UNSTATED };
        let (list, mark) = answer(Profile::of(candidate)).marked();
        let (list, is_complete) = list.unwrap_or_default();
        let mut entries = Vec::with_capacity(list.len());
        for listed in list {
            self.distil(listed, context, held, &mut entries);
        }
        held.push(entries, self.is_open(is_complete));
        mark
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        let Some(pair) = Pair::of(role, candidate) else { return Degree::UNKNOWN };
        pair.row.degree(&pair.comparison, |wanted| pair.met(&pair.comparison, wanted))
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        let Some(pair) = Pair::of(role, candidate) else { return Gate::Open };
        pair.row.list.gate(|wanted| pair.gate(wanted))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        (role, asked): (Cell<'_>, State),
        (candidate, answered): (Cell<'_>, State),
        context: &Context,
    ) -> Option<Judged> {
        let mut pair = Pair::of(role, candidate)
            .filter(|_| asked == State::Stated && answered != State::Irrelevant)?;
        if answered == State::Unstated {
            pair.comparison = pair.comparison.opened();
        }
        let ratings = Ratings::of(known, context);
        let rated = |wanted: &WantedSkill| Some(ratings.about(wanted.keys)?.degree());
        pair.row.list.wants().any(|wanted| rated(wanted).is_some()).then(|| {
            let gate = |wanted: &WantedSkill| {
                rated(wanted).map_or_else(|| pair.gate(wanted), |degree| wanted.gate(degree))
            };
            Judged {
                degree: pair.row.degree(&pair.comparison, |wanted| {
                    rated(wanted).or_else(|| pair.met(&pair.comparison, wanted))
                }),
                gate: pair.row.list.gate(gate),
                item: pair.row.list.gated_by(Some(gate)),
            }
        })
    }

    fn caution(&self) -> Option<&'static str> {
        self.recency.is_some().then_some(
            "`recency` lowers those who come back from a pause, such as parents and carers; leave it out unless the work \
             changes so fast that it must count",
        )
    }

    fn reads(&self) -> Option<Reads> {
        self.recency.map(|_| {
            let mut reads = Reads::from(READS);
            reads.candidate.push("/skills/*/lastUsed".to_owned());
            reads
        })
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let pair = Pair::of(role, candidate)?;
        pair.row.list.gated_by(answered.then_some(|wanted: &WantedSkill| pair.gate(wanted)))
    }

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        self.say(seats.role, Profile::of(seats.candidate), known, context, facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        self.propose(seats.role, Profile::of(seats.candidate), context, levers);
    }

    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        let rows = match lanes.side() {
            Side::Role => role_lanes::degrees(lanes, many),
            Side::Candidate => candidate_lanes::degrees(lanes, many),
        };
        rows.map_or_else(|| DegreeTable::pair_by_pair(self, lanes, many), DegreeTable::Rows)
    }

    fn gates<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> GateTable<'a> {
        let rows = match lanes.side() {
            Side::Role => role_lanes::gates(lanes, many),
            Side::Candidate => candidate_lanes::gates(lanes, many),
        };
        rows.map_or_else(|| GateTable::pair_by_pair(self, lanes, many), GateTable::Rows)
    }
}

/// One pair, ready to be compared.
struct Pair<'a> {
    row: &'a WantedSkills,
    held: &'a HeldSkills,
    slot: usize,
    comparison: Comparison<'a>,
}

impl<'a> Pair<'a> {
    fn of(role: Cell<'a>, candidate: Cell<'a>) -> Option<Self> {
        let (roles, held) = (role.of::<Roles>()?, candidate.of::<HeldSkills>()?);
        let slot = candidate.slot;
        let comparison = held.comparison(roles.context.as_ref(), held.is_open(slot));
        Some(Self { row: roles.rows.get(role.slot)?, held, slot, comparison })
    }

    /// How far one requirement is met, however it is taught.
    fn met(&self, comparison: &Comparison<'_>, wanted: &WantedSkill) -> Option<Degree> {
        self.held.found(self.slot, wanted, comparison)
    }

    fn gate(&self, wanted: &WantedSkill) -> Gate {
        let ageless = self.comparison.ageless();
        wanted.gate(self.met(&ageless, wanted).unwrap_or_else(|| ageless.unlisted()))
    }
}

const SECTION: &str = "skills";

/// What a candidate lists, and whether that leaves nothing out.
fn answer(profile: Profile<'_>) -> Answer<(&[Listed], bool)> {
    answered(profile, SECTION, profile.skills())
}

impl Skills {
    /// Whether a skill may be held that is not listed.
    fn is_open(&self, is_complete: bool) -> bool {
        self.unlisted.degree(is_complete) != Degree::NONE
    }

    fn ask(&self, role: RoleView<'_>, context: &Context) -> Ask<WantedSkills> {
        let weigh = |items: &[RequiredSkill]| {
            let weight = |item: &RequiredSkill| {
                let usual = context.concepts().asked(&item.concept).usual_importance;
                salience::weight(item.importance().get(), usual, self.salience)
            };
            salience::whole(&items.iter().map(weight).collect::<Vec<f64>>())
        };
        match RequirementList::ask_weighed(
            role,
            SECTION,
            |asked| asked.skills.as_ref(),
            weigh,
            |item| self.want(item, context),
        ) {
            Ask::Stated(list, stake) => Ask::Stated(WantedSkills::of(list), stake),
            Ask::Unstated => Ask::Unstated,
            Ask::Irrelevant => Ask::Irrelevant,
        }
    }

    fn want(&self, item: &RequiredSkill, context: &Context) -> WantedSkill {
        let may_come_later =
            item.needed_by.as_ref().is_some_and(|needed_by| needed_by.days() > 0.0);
        let is_taught = may_come_later || item.training.is_some();
        let level = match &item.level {
            None => WantedLevel::Any,
            Some(level) => match KeptLevel::of(level, context) {
                Some(kept) => WantedLevel::At(kept, level.scale().into()),
                None => WantedLevel::Incomparable,
            },
        };
        WantedSkill {
            keys: context.concepts().asked(&item.concept).keys,
            level,
            floor: is_taught.then_some(self.teachable as f32),
            may_come_later,
        }
    }

    /// Adds every name under which a candidate is found who lists a skill.
    fn distil(
        &self,
        listed: &Listed,
        context: &Context,
        column: &mut HeldSkills,
        entries: &mut Vec<HeldSkill>,
    ) {
        if listed.held == Some(false) {
            context.concepts().held(&listed.concept, Credits::EXACT, &mut |concept, _| {
                entries.push(HeldSkill {
                    concept,
                    credit: 0.0,
                    level: LevelShare::UNKNOWN,
                    reading: UNREAD,
                });
            });
        } else {
            let year = context.as_of().year();
            let kept =
                self.recency.map_or(Degree::FULL, |recency| recency.kept(listed.last_used, year));
            let (level, reading) = column.read(listed.level.as_ref(), kept, context);
            context.concepts().held(&listed.concept, self.credits, &mut |concept, credit| {
                entries.push(HeldSkill { concept, credit, level, reading });
            });
        }
    }
}
