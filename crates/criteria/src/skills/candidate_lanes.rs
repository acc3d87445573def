//! Some candidates beside the roles of a block: whatever a role asks is looked up once for all of them.

use super::{
    gain::{Gain, StepRow},
    grouped::Grouped,
    held::HeldSkills,
    wanted::{Comparison, Item, Measure, Roles, WantedSkills},
};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, DegreeRows, Degrees, Gate, GateRows, LANES, Lanes, downcast};
use std::ops::Range;

/// The degrees of candidates with a block of roles; nothing where the columns are another's.
pub(super) fn degrees<'a>(
    lanes: Lanes<'a>,
    many: &'a dyn Column,
) -> Option<Box<dyn DegreeRows + 'a>> {
    Some(match lanes.width() {
        1 => Box::new(CandidateLanes::<1>::of(lanes, many, Measure::Degree)?),
        16 => Box::new(CandidateLanes::<16>::of(lanes, many, Measure::Degree)?),
        _ => Box::new(CandidateLanes::<LANES>::of(lanes, many, Measure::Degree)?),
    })
}

/// The gates of candidates with a block of roles; nothing where the columns are another's.
pub(super) fn gates<'a>(lanes: Lanes<'a>, many: &'a dyn Column) -> Option<Box<dyn GateRows + 'a>> {
    Some(match lanes.width() {
        1 => Box::new(CandidateLanes::<1>::of(lanes, many, Measure::Gate)?),
        16 => Box::new(CandidateLanes::<16>::of(lanes, many, Measure::Gate)?),
        _ => Box::new(CandidateLanes::<LANES>::of(lanes, many, Measure::Gate)?),
    })
}

/// What some candidates hold, to be looked up by roles in one measure.
struct CandidateLanes<'a, const W: usize> {
    roles: &'a Roles,
    held: &'a HeldSkills,
    measure: Measure,
    /// The slot of each lane.
    slots: Vec<usize>,
    /// Every concept that any of them holds anything under, in order.
    concepts: Vec<ConceptId>,
    /// For each of these the lanes that hold something under it, and its code.
    holders: Grouped<(usize, u32)>,
}

impl<'a, const W: usize> CandidateLanes<'a, W> {
    fn of(lanes: Lanes<'a>, many: &'a dyn Column, measure: Measure) -> Option<Self> {
        let (roles, held) = (downcast::<Roles>(many)?, downcast::<HeldSkills>(lanes.column())?);
        let codes_of = |slot: usize| held.of_slot(slot).iter().copied();
        let mut listed: Vec<(ConceptId, (usize, u32))> = lanes
            .counted()
            .flat_map(|(lane, cell)| codes_of(cell.slot).map(move |code| (lane, code)))
            .filter_map(|(lane, code)| Some((held.concept(code)?, (lane, code))))
            .collect();
        listed.sort_unstable();
        let (mut concepts, mut holders) = (Vec::new(), Vec::new());
        for same in listed.chunk_by(|(one, _), (other, _)| one == other) {
            holders.extend(same.iter().map(|(_, holder)| (concepts.len() as u32, *holder)));
            concepts.extend(same.first().map(|(concept, _)| *concept));
        }
        let holders = Grouped::of(concepts.len(), holders);
        let slots = lanes.all().map(|(_, cell)| cell.slot).collect();
        Some(Self { roles, held, measure, slots, concepts, holders })
    }

    /// How what is held compares, by whether more may be held than is listed.
    fn comparison(&self, is_open: bool) -> Comparison<'a> {
        self.held.comparison(self.roles.context.as_ref(), is_open).of_measure(self.measure)
    }

    /// The lanes that hold something under a concept.
    fn holders(&self, concept: ConceptId) -> &[(usize, u32)] {
        let place = self.concepts.binary_search(&concept);
        place.map(|place| self.holders.get(place as u32)).unwrap_or_default()
    }

    /// What each lane comes to with a role.
    fn steps(&self, role: &WantedSkills) -> StepRow<W> {
        let mut sums = StepRow::NOTHING;
        let mut unlisted = Gain::of(|_| role.start(self.measure));
        for item in role.items(self.measure) {
            unlisted += self.add_found(&item, &mut sums);
        }
        for (lane, slot) in self.slots.iter().enumerate() {
            sums.add(lane, unlisted.steps(self.held.is_open(*slot)));
        }
        sums
    }

    /// Adds what the lanes gain that hold anything of an item, beside what counts where nothing of it is listed.
    fn add_found(&self, item: &Item<'_>, sums: &mut StepRow<W>) -> Gain {
        let unlisted = Gain::of(|is_open| item.steps(&self.comparison(is_open), |_| None));
        let mut names = item.wants().flat_map(|want| want.wanted.names());
        let mut held = names.by_ref().filter(|name| !self.holders(*name).is_empty());
        let Some(name) = held.next() else { return unlisted };
        let is_alone = held.all(|other| other == name);
        let holders: Vec<(usize, u32)> = if is_alone {
            self.holders(name).to_vec()
        } else {
            let names = item.wants().flat_map(|want| want.wanted.names());
            let mut all: Vec<_> = names.flat_map(|name| self.holders(name)).copied().collect();
            all.sort_unstable();
            all.dedup_by_key(|(lane, _)| *lane);
            all
        };
        for (lane, code) in holders {
            let slot = self.slots.get(lane).copied().unwrap_or_default();
            let is_open = self.held.is_open(slot);
            let comparison = self.comparison(is_open);
            let steps = if is_alone {
                item.steps_under(&comparison, name, self.held.entries(code))
            } else {
                item.steps(&comparison, |wanted| self.held.found(slot, wanted, &comparison))
            };
            sums.add(lane, steps - unlisted.steps(is_open));
        }
        unlisted
    }

    fn rows(&self, slots: Range<usize>) -> impl Iterator<Item = StepRow<W>> + '_ {
        let rows = self.roles.rows.get(slots).unwrap_or_default();
        rows.iter().map(|role| self.steps(role))
    }
}

impl<const W: usize> DegreeRows for CandidateLanes<'_, W> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        let (low, width) = (degrees.low.as_chunks_mut().0, degrees.width.as_chunks_mut().0);
        let into = low.iter_mut().zip(width).zip(self.rows(slots));
        let vague =
            into.fold(0, |vague, ((low, width), steps)| vague | steps.write_degrees(low, width));
        degrees.is_vague = vague != 0;
    }
}

impl<const W: usize> GateRows for CandidateLanes<'_, W> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        for (gates, steps) in gates.as_chunks_mut().0.iter_mut().zip(self.rows(slots)) {
            steps.write_gates(gates);
        }
    }
}
