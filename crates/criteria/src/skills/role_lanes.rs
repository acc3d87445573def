//! Some roles beside the candidates of a block: each different thing that is held is judged once, and what it gains the
//! roles is added up candidate by candidate.

use super::{
    choices::{Choices, ChoicesDraft},
    gain::{Gain, GainRow, StepRow},
    grouped::Grouped,
    held::HeldSkills,
    wanted::{Comparison, Item, Measure, Roles},
};
use mutualfit_domain::ConceptId;
use mutualfit_scoring::{Column, DegreeRows, Degrees, Gate, GateRows, LANES, Lanes, downcast};
use std::ops::Range;

/// The degrees of roles with a block of candidates; nothing where the columns are another's.
pub(super) fn degrees<'a>(
    lanes: Lanes<'a>,
    many: &'a dyn Column,
) -> Option<Box<dyn DegreeRows + 'a>> {
    Some(match lanes.width() {
        1 => Box::new(RoleLanes::<1>::of(lanes, many, Measure::Degree)?),
        16 => Box::new(RoleLanes::<16>::of(lanes, many, Measure::Degree)?),
        _ => Box::new(RoleLanes::<LANES>::of(lanes, many, Measure::Degree)?),
    })
}

/// The gates of roles with a block of candidates; nothing where the columns are another's.
pub(super) fn gates<'a>(lanes: Lanes<'a>, many: &'a dyn Column) -> Option<Box<dyn GateRows + 'a>> {
    Some(match lanes.width() {
        1 => Box::new(RoleLanes::<1>::of(lanes, many, Measure::Gate)?),
        16 => Box::new(RoleLanes::<16>::of(lanes, many, Measure::Gate)?),
        _ => Box::new(RoleLanes::<LANES>::of(lanes, many, Measure::Gate)?),
    })
}

/// What each thing held in a block gains some roles in one measure.
struct RoleLanes<'a, const W: usize> {
    held: &'a HeldSkills,
    /// What each role comes to with somebody who lists nothing that it asks for.
    base: GainRow<W>,
    /// What things held gain the roles. The first row is nothing.
    rows: Vec<GainRow<W>>,
    /// For each code the place of its row.
    places: Vec<u32>,
    /// For each code that has no row, the roles that it gains something.
    few: Grouped<(u32, Gain)>,
    /// What several of the things that somebody holds may answer.
    choices: Choices,
}

/// So many rows stay in a core's second cache. Beyond that, a row is kept only where one lane in eight gains anything.
const ROWS: usize = 2048;
const SPARSE: usize = 8;

/// So many things held are looked up at a time.
const CODES: usize = 16;

impl<'a, const W: usize> RoleLanes<'a, W> {
    fn of(lanes: Lanes<'a>, many: &'a dyn Column, measure: Measure) -> Option<Self> {
        let (roles, held) = (downcast::<Roles>(lanes.column())?, downcast::<HeldSkills>(many)?);
        let mut draft = Draft {
            held,
            comparisons: [false, true]
                .map(|open| held.comparison(roles.context.as_ref(), open).of_measure(measure)),
            base: GainRow::NOTHING,
            gains: Vec::new(),
            choices: ChoicesDraft::default(),
        };
        for (lane, cell) in lanes.counted() {
            let role = roles.rows.get(cell.slot)?;
            draft.base.add(lane, Gain::of(|_| role.start(measure)));
            for item in role.items(measure) {
                draft.add(lane, &item);
            }
        }
        Some(draft.finish())
    }

    /// The rows of some things held, without those that gain nobody anything, and how many there are.
    #[inline]
    fn rows(&self, codes: &[u32]) -> ([&GainRow<W>; CODES], usize) {
        let mut rows = [&GainRow::NOTHING; CODES];
        let mut count = 0;
        for code in codes {
            let place = self.places.get(*code as usize).copied().unwrap_or_default();
            if let (Some(at), Some(row)) = (rows.get_mut(count), self.rows.get(place as usize)) {
                *at = row;
            }
            // By value and not by branch, since who holds what cannot be foreseen: a row of nothing is written over.
            count += usize::from(place > 0);
        }
        (rows, count)
    }
}

/// The gains of lanes while they are gathered.
struct Draft<'a, const W: usize> {
    held: &'a HeldSkills,
    /// With those who do not hold what they do not list, and with those who may.
    comparisons: [Comparison<'a>; 2],
    base: GainRow<W>,
    /// What each code gains a lane.
    gains: Vec<(u32, (u32, Gain))>,
    choices: ChoicesDraft,
}

impl<'a, const W: usize> Draft<'a, W> {
    fn add(&mut self, lane: usize, item: &Item<'_>) {
        let mut names: Vec<ConceptId> = item.wants().flat_map(|want| want.wanted.names()).collect();
        names.retain(|name| !self.held.codes_of(*name).is_empty());
        names.sort_unstable();
        names.dedup();
        let [closed, open] = self.comparisons;
        let comparison = |is_open: bool| if is_open { open } else { closed };
        let held = self.held;
        if names.len() > 1 {
            let wants = item.wants().map(|want| {
                let unlisted = Gain::of(|is_open| want.steps(&comparison(is_open), None));
                let codes = want.wanted.names().flat_map(|name| held.codes_of(name));
                let found = codes.map(move |code| {
                    let steps = |is_open| {
                        let comparison = comparison(is_open);
                        let found = comparison.found(want.wanted, held.entries(code));
                        want.steps(&comparison, found)
                    };
                    (code, Gain::of(steps))
                });
                (unlisted, found)
            });
            self.base.add(lane, self.choices.add(lane, wants));
            return;
        }
        let unlisted = Gain::of(|is_open| item.steps(&comparison(is_open), |_| None));
        self.base.add(lane, unlisted);
        for name in names {
            for code in held.codes_of(name) {
                let steps =
                    |is_open| item.steps_under(&comparison(is_open), name, held.entries(code));
                self.gains.push((code, (lane as u32, Gain::of(steps) - unlisted)));
            }
        }
    }

    fn finish(mut self) -> RoleLanes<'a, W> {
        let codes = self.held.count();
        let mut rows = vec![GainRow::NOTHING];
        let mut places = vec![0; codes];
        let mut few = Vec::new();
        self.gains.sort_unstable_by_key(|(code, (lane, _))| (*code, *lane));
        let is_same = |(one, _): &(u32, _), (other, _): &(u32, _)| one == other;
        let is_many = self.gains.chunk_by(is_same).count() > ROWS;
        for same in self.gains.chunk_by(is_same) {
            if is_many && same.len() * SPARSE < W {
                few.extend_from_slice(same);
                continue;
            }
            let mut row = GainRow::NOTHING;
            for (code, (lane, gain)) in same {
                row.add(*lane as usize, *gain);
                if let Some(place) = places.get_mut(*code as usize) {
                    *place = rows.len() as u32;
                }
            }
            rows.push(row);
        }
        RoleLanes {
            held: self.held,
            base: self.base,
            rows,
            places,
            few: Grouped::of(codes, few),
            choices: self.choices.finish(codes),
        }
    }
}

impl<const W: usize> DegreeRows for RoleLanes<'_, W> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        let (low, width) =
            (degrees.low.as_chunks_mut::<W>().0, degrees.width.as_chunks_mut::<W>().0);
        let mut into = low.iter_mut().zip(width);
        let mut vague = 0;
        add_up(self, slots, |steps| {
            if let Some((low, width)) = into.next() {
                vague |= steps.write_degrees(low, width);
            }
        });
        degrees.is_vague = vague != 0;
    }
}

impl<const W: usize> GateRows for RoleLanes<'_, W> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        let mut into = gates.as_chunks_mut::<W>().0.iter_mut();
        add_up(self, slots, |steps| {
            if let Some(gates) = into.next() {
                steps.write_gates(gates);
            }
        });
    }
}

/// Adds up what the roles come to with each of these candidates, and shows it.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt",
))]
fn add_up<const W: usize, F: FnMut(&StepRow<W>)>(
    lanes: &RoleLanes<'_, W>,
    slots: Range<usize>,
    mut see: F,
) {
    let mut room = lanes.choices.room();
    for slot in slots {
        let (codes, is_open) = (lanes.held.of_slot(slot), lanes.held.is_open(slot));
        let mut sums = lanes.base.steps(is_open);
        for codes in codes.chunks(CODES) {
            let (rows, count) = lanes.rows(codes);
            for four in rows.as_chunks().0.iter().take(count.div_ceil(4)) {
                sums.add_four(*four, is_open);
            }
        }
        if !lanes.few.is_empty() {
            for (lane, gain) in codes.iter().flat_map(|code| lanes.few.get(*code)) {
                sums.add(*lane as usize, gain.steps(is_open));
            }
        }
        lanes.choices.choose(codes, is_open, &mut room, |lane, steps| sums.add(lane, steps));
        see(&sums);
    }
}
