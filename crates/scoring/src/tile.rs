//! Some documents beside a block of the other side: what each entry of the plan makes of them, ahead of adding it up.

use crate::{
    Essential, Gate, LANES, Lanes, Mark, State,
    block::{Block, Marks},
    cells::Row,
    cores,
    lanes::width,
    pair::At,
    plan::{Entry, Plan},
    table::{DegreeTable, GateTable},
};
use mutualfit_domain::Side;
use std::ops::Range;

/// Documents of one block, ranked together: a lane each, its slots the ways in which the document can be had.
pub(crate) struct Ones<'a> {
    pub(crate) block: &'a Block,
    pub(crate) side: Side,
    slots: Vec<Range<usize>>,
    /// The slot of each lane, way by way; that of the last it has where it has fewer.
    ways: Vec<Vec<usize>>,
}

impl<'a> Ones<'a> {
    pub(crate) fn new(block: &'a Block, side: Side, slots: Vec<Range<usize>>) -> Self {
        let most = slots.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        let of_way = |way: usize| {
            slots.iter().map(|slots| (slots.start + way).min(slots.end.saturating_sub(1))).collect()
        };
        let ways = (0..most).map(of_way).collect();
        Self { block, side, slots, ways }
    }

    /// The slot of a lane in one way; nothing where it can be had in fewer.
    pub(crate) fn slot(&self, lane: usize, way: usize) -> Option<usize> {
        let slots = self.slots.get(lane)?;
        (way < slots.len()).then_some(slots.start + way)
    }

    /// How many cells a row has.
    pub(crate) fn width(&self) -> usize {
        width(self.slots.len())
    }
}

/// What all entries of the plan make of some documents and a block.
pub(crate) struct Tile<'a> {
    /// What is the same in all ways in which the documents can be had.
    pub(crate) shared: Way<'a>,
    /// What is not, way by way.
    pub(crate) varied: Vec<Way<'a>>,
    /// What each slot of the block asks, whoever answers.
    pub(crate) base: Vec<f32>,
    /// The positions of the entries that gate anything.
    pub(crate) gating: Vec<usize>,
}

/// Some entries of the plan for documents had in one way.
pub(crate) struct Way<'a> {
    pub(crate) asked: Vec<Asked<'a>>,
    pub(crate) gates: Vec<Gated<'a>>,
    /// What the documents ask in these entries, lane by lane.
    pub(crate) total: Row<LANES>,
}

impl Default for Way<'_> {
    fn default() -> Self {
        Self { asked: Vec::new(), gates: Vec::new(), total: Row::NOTHING }
    }
}

/// One entry to add up.
pub(crate) struct Asked<'a> {
    /// Whether the lanes ask and the slots answer.
    pub(crate) by_lanes: bool,
    /// Absent where no degree counts.
    pub(crate) degrees: Option<DegreeTable<'a>>,
    pub(crate) marks: &'a Marks,
    /// What multiplies a slot's stake: 1 where the lanes ask, else the weight of the entry.
    pub(crate) times: f32,
    /// What an ask of a slot weighs that is not stated; 0 where the lanes ask.
    pub(crate) silence: f32,
    /// What multiplies a degree that is not weighed yet, as those of coded tables are: the weight of each lane's ask, or 1
    /// for each lane that answers.
    pub(crate) stated: Row<LANES>,
    /// The same for each lane that does not say.
    pub(crate) silent: Row<LANES>,
    /// Both together: 0 where the question does not arise.
    pub(crate) all: Row<LANES>,
    pub(crate) any_silent: bool,
    pub(crate) any_irrelevant: bool,
}

/// One entry that must be met.
pub(crate) struct Gated<'a> {
    pub(crate) by_lanes: bool,
    pub(crate) gates: Option<GateTable<'a>>,
    pub(crate) marks: &'a Marks,
    /// The best that a lane can come to: open where nothing is said.
    pub(crate) least: [Gate; LANES],
    /// The worst: met where nothing must be, open where it can be talked about.
    pub(crate) most: [Gate; LANES],
    /// Its bit among those that gate.
    pub(crate) bit: usize,
}

impl<'a> Tile<'a> {
    /// With `any_may_gate`, room is left for the refusal of every entry of the plan.
    pub(crate) fn new(
        plan: &'a Plan,
        ones: &'a Ones<'a>,
        many: &'a Block,
        any_may_gate: bool,
    ) -> Self {
        let slots = &ones.ways;
        let shared = plan.shared.iter().map(|entry| (0, *entry));
        let varied =
            (0..slots.len()).flat_map(|way| plan.varied.iter().map(move |entry| (way, *entry)));
        let jobs: Vec<(usize, usize)> = shared.chain(varied).collect();
        let made = cores::map(&jobs, |&(way, position)| {
            let entry = plan.entries.get(position)?;
            Some(Made::of(entry, position, ones, slots.get(way)?, many))
        });
        let mut tile = Self {
            shared: Way::default(),
            varied: (0..slots.len()).map(|_| Way::default()).collect(),
            base: base(plan, ones.side, many),
            gating: (0..if any_may_gate { plan.entries.len() } else { 0 }).collect(),
        };
        for (at, ((way, position), made)) in jobs.iter().zip(made).enumerate() {
            let Some(made) = made else { continue };
            let way = if at < plan.shared.len() {
                &mut tile.shared
            } else if let Some(way) = tile.varied.get_mut(*way) {
                way
            } else {
                continue;
            };
            way.asked.extend(made.asked);
            for (total, of_entry) in way.total.0.iter_mut().zip(made.total.0) {
                *total += of_entry;
            }
            if let Some(mut gated) = made.gated {
                let known = tile.gating.iter().position(|known| known == position);
                gated.bit = known.unwrap_or_else(|| {
                    tile.gating.push(*position);
                    tile.gating.len() - 1
                });
                way.gates.push(gated);
            }
        }
        tile
    }
}

/// What one entry makes of the lanes.
struct Made<'a> {
    asked: Option<Asked<'a>>,
    gated: Option<Gated<'a>>,
    total: Row<LANES>,
}

impl<'a> Made<'a> {
    fn of(
        entry: &'a Entry,
        position: usize,
        ones: &'a Ones<'a>,
        slots: &'a [usize],
        many: &'a Block,
    ) -> Self {
        let nothing = Self { asked: None, gated: None, total: Row::NOTHING };
        let (Some(column), Some(of_many), Some(marks)) = (
            ones.block.columns.get(position),
            many.columns.get(position),
            many.marks.get(position),
        ) else {
            return nothing;
        };
        let of_ones: Vec<Mark> = slots
            .iter()
            .filter_map(|&slot| At { block: ones.block, slot }.read(position))
            .map(|(_, mark)| mark)
            .collect();
        let by_lanes = entry.side == ones.side;
        let lanes = Lanes::new(ones.side, &**column, slots);
        let asked = Asked::of(entry, lanes, &of_ones, by_lanes, (&**of_many, marks));
        let gated = Gated::of(entry, lanes, &of_ones, by_lanes, (&**of_many, marks));
        let total = if by_lanes { asked.all } else { Row::NOTHING };
        let weighs = asked.all.0.iter().any(|all| *all > 0.0) || asked.any_irrelevant;
        Self { asked: (weighs && entry.weight > 0.0).then_some(asked), gated, total }
    }
}

impl<'a> Asked<'a> {
    fn of(
        entry: &'a Entry,
        lanes: Lanes<'a>,
        ones: &[Mark],
        by_lanes: bool,
        (many, marks): (&'a dyn crate::Column, &'a Marks),
    ) -> Self {
        let [mut stated, mut silent, mut all] = [Row::NOTHING; 3];
        let mut counts = 0;
        let lane = stated.0.iter_mut().zip(&mut silent.0).zip(&mut all.0).zip(ones).zip(0..);
        for ((((stated, silent), all), mark), lane) in lane {
            let weight =
                |sixty_fourths| if by_lanes { entry.weight_of(sixty_fourths) } else { 1.0 };
            match mark.state {
                State::Stated => *stated = weight(mark.stake),
                State::Unstated => *silent = weight(entry.silence),
                State::Irrelevant => {}
            }
            *all = *stated + *silent;
            counts |= u64::from(*stated > 0.0) << lane;
        }
        let counts_any = counts != 0 && marks.any(State::Stated) && entry.weight > 0.0;
        Self {
            by_lanes,
            degrees: counts_any.then(|| {
                let table = entry.scorer.degrees(lanes.counting(counts), many);
                weighed(table, &stated)
            }),
            marks,
            times: if by_lanes { 1.0 } else { entry.weight },
            silence: if by_lanes { 0.0 } else { entry.weight_of(entry.silence) },
            stated,
            silent,
            all,
            any_silent: ones.iter().any(|mark| mark.state == State::Unstated),
            any_irrelevant: ones.iter().any(|mark| mark.state == State::Irrelevant),
        }
    }
}

/// A table whose rows are weighed once for all slots that share them.
fn weighed<'a>(table: DegreeTable<'a>, lanes: &Row<LANES>) -> DegreeTable<'a> {
    match table {
        DegreeTable::Coded(mut coded) => {
            coded.low.scale(lanes);
            coded.width.iter_mut().for_each(|width| width.scale(lanes));
            DegreeTable::Coded(coded)
        }
        rows @ DegreeTable::Rows(_) => rows,
    }
}

impl<'a> Gated<'a> {
    fn of(
        entry: &'a Entry,
        lanes: Lanes<'a>,
        ones: &[Mark],
        by_lanes: bool,
        (many, marks): (&'a dyn crate::Column, &'a Marks),
    ) -> Option<Self> {
        let (mut least, mut most) = ([Gate::Met; LANES], [Gate::Met; LANES]);
        let mut counts = 0;
        for (((least, most), mark), lane) in least.iter_mut().zip(&mut most).zip(ones).zip(0..) {
            let talks = if mark.is_negotiable() { Gate::Open } else { Gate::Unmet };
            match mark.state {
                State::Stated if by_lanes && mark.essential == Essential::No => {}
                State::Stated => {
                    *most = talks;
                    counts |= 1_u64 << lane;
                }
                State::Unstated if !by_lanes => (*least, *most) = (Gate::Open, Gate::Open),
                State::Unstated | State::Irrelevant => {}
            }
        }
        let must_any = if by_lanes { counts != 0 } else { !marks.essential.is_empty() };
        if !must_any || most.iter().all(|most| *most == Gate::Met) {
            return None;
        }
        let compares = counts != 0 && marks.any(State::Stated);
        let gates = compares.then(|| entry.scorer.gates(lanes.counting(counts), many));
        Some(Self { by_lanes, gates, marks, least, most, bit: 0 })
    }
}

/// What each slot of a block asks, whoever answers.
fn base(plan: &Plan, of_ones: Side, many: &Block) -> Vec<f32> {
    let mut base = vec![0.0; many.slots.len()];
    for (entry, marks) in
        plan.entries.iter().zip(&many.marks).filter(|(entry, _)| entry.side != of_ones)
    {
        add_stakes(&mut base, entry.weight, &marks.stakes);
        if marks.any(State::Unstated) {
            add_where(&mut base, entry.weight_of(entry.silence), &marks.states, State::Unstated);
        }
    }
    base
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_stakes(sums: &mut [f32], weight: f32, stakes: &[u8]) {
    for (sum, stake) in sums.iter_mut().zip(stakes) {
        *sum += weight * f32::from(*stake);
    }
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn add_where(sums: &mut [f32], weight: f32, states: &[State], state: State) {
    for (sum, known) in sums.iter_mut().zip(states) {
        *sum += if *known as u8 == state as u8 { weight } else { 0.0 };
    }
}
