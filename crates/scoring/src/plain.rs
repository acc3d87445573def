//! Any criterion as a scorer, its inner loops compiled for each vector width.

use crate::{
    Asker, Cell, Column, Context, Criterion, Degree, DegreeTable, Degrees, Facts, Gate, GateTable,
    Judged, LANES, Lanes, Levers, Mark, Scorer, State,
    asker::{Read, sealed::Reads as _},
    facts::Seats,
    scorer::{downcast, downcast_mut},
    table::{Coded, CodedGates, DegreeRows, GateRows},
    values::{Same, Shared, Values, value},
};
use mutualfit_domain::{Candidate, PairFacts, RoleView, Side};
use std::{collections::HashMap, fmt, hash::Hash, ops::Range};

/// Makes a [`Scorer`] of any [`Criterion`], which keeps its values one a document or, where it `SHARES`, each different
/// one once a block.
pub struct Plain<C: Criterion, const SHARES: bool = false> {
    criterion: C,
    want: Option<Same<C::Want>>,
    have: Option<Same<C::Have>>,
}

impl<C: Criterion> Plain<C> {
    /// Keeps one value a document, and compares each: best for numbers, whose loops are vectorised.
    pub fn new(criterion: C) -> Self {
        Self { criterion, want: None, have: None }
    }
}

impl<C: Criterion> Plain<C, true> {
    /// Keeps each different value once a block and compares it once, however many documents share it: best for values
    /// that own memory or take long to compare, such as conditions, sets of places or short lists of words. The scores
    /// are the same to the bit. Where no two values are equal, a pair costs what one comparison costs.
    pub fn sharing(criterion: C) -> Self
    where
        C::Want: Eq + Hash,
        C::Have: Eq + Hash,
    {
        Self { criterion, want: Some(Same::OWN), have: Some(Same::OWN) }
    }
}

impl<C: Criterion, const SHARES: bool> Plain<C, SHARES> {
    fn push(column: &mut dyn Column, read: Read<C>) -> Mark {
        match read {
            Read::Want(want, mark) => push(column, want, mark),
            Read::Have(have, mark) => push(column, have, mark),
        }
    }

    fn pair_of<'a>(role: Cell<'a>, candidate: Cell<'a>) -> Option<(&'a C::Want, &'a C::Have)> {
        let (asker, answerer) = seated::<C, _>(role, candidate);
        Some((value(asker)?, value(answerer)?))
    }
}

impl<C: Criterion, const SHARES: bool> fmt::Debug for Plain<C, SHARES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Plain").field(&self.criterion).finish()
    }
}

fn push<T: Clone + Send + Sync + 'static>(column: &mut dyn Column, value: T, mark: Mark) -> Mark {
    if let Some(values) = downcast_mut::<Values<T>>(column) {
        values.push(value);
    }
    mark
}

/// The one who asks first, the one who answers second.
fn seated<C: Criterion, T>(role: T, candidate: T) -> (T, T) {
    match C::By::SIDE {
        Side::Role => (role, candidate),
        Side::Candidate => (candidate, role),
    }
}

impl<C: Criterion, const SHARES: bool> Scorer for Plain<C, SHARES> {
    fn side(&self) -> Side {
        C::By::SIDE
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        if of == C::By::SIDE {
            Box::new(Values::new(self.want))
        } else {
            Box::new(Values::new(self.have))
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        Self::push(column, C::By::role(&self.criterion, role, context))
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        Self::push(column, C::By::candidate(&self.criterion, candidate, context))
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        Self::pair_of(role, candidate)
            .map_or(Degree::UNKNOWN, |(want, have)| self.criterion.fit(want, have))
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        Self::pair_of(role, candidate)
            .map_or(Gate::Open, |(want, have)| self.criterion.gate(want, have))
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let (want, have) = Self::pair_of(role, candidate)?;
        self.criterion.gated_by(want, answered.then_some(have))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        role: (Cell<'_>, State),
        candidate: (Cell<'_>, State),
        context: &Context,
    ) -> Option<Judged> {
        let ((asker, asked), (answerer, answered)) = seated::<C, _>(role, candidate);
        let want = value(asker).filter(|_| asked == State::Stated);
        let have = value(answerer).filter(|_| answered == State::Stated);
        self.criterion.pair(known, want, have, context)
    }

    fn caution(&self) -> Option<&'static str> {
        self.criterion.caution()
    }

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        C::By::facts(&self.criterion, seats, known, context, facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        C::By::levers(&self.criterion, seats, context, levers);
    }

    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        let criterion = &self.criterion;
        let table = if lanes.side() == C::By::SIDE {
            degrees::<SHARES, _, _>(lanes, many, |want: &C::Want, have: &C::Have| {
                criterion.fit(want, have)
            })
        } else {
            degrees::<SHARES, _, _>(lanes, many, |have: &C::Have, want: &C::Want| {
                criterion.fit(want, have)
            })
        };
        table.unwrap_or_else(|| DegreeTable::pair_by_pair(self, lanes, many))
    }

    fn gates<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> GateTable<'a> {
        let criterion = &self.criterion;
        let table = if lanes.side() == C::By::SIDE {
            gates::<SHARES, _, _>(lanes, many, |want: &C::Want, have: &C::Have| {
                criterion.gate(want, have)
            })
        } else {
            gates::<SHARES, _, _>(lanes, many, |have: &C::Have, want: &C::Want| {
                criterion.gate(want, have)
            })
        };
        table.unwrap_or_else(|| GateTable::pair_by_pair(self, lanes, many))
    }
}

/// The degrees of some documents with a column: once for each value that is shared, else by the loops below.
fn degrees<'a, const SHARES: bool, One, Many>(
    lanes: Lanes<'a>,
    many: &'a dyn Column,
    fit: impl Fn(&One, &Many) -> Degree + Copy + Send + Sync + 'a,
) -> Option<DegreeTable<'a>>
where
    One: Clone + Send + Sync + 'static,
    Many: Clone + Send + Sync + 'static,
{
    match downcast(many)? {
        Values::Shared(Shared { values, codes, .. }) => {
            let ones = Ones::<One>::of(lanes)?;
            let degree = |lane: usize, value: usize| {
                let pair = ones.get(lane).zip(values.get(value));
                pair.map_or(Degree::UNKNOWN, |(one, many)| fit(one, many))
            };
            Some(DegreeTable::Coded(Coded::new(lanes, &ones.twins, codes, values.len(), degree)))
        }
        // The loops are compiled for the criteria that need them alone.
        Values::Each(_) if const { SHARES } => None,
        Values::Each(many) => Some(DegreeTable::Rows(Box::new(Each::of(lanes, many, fit)?))),
    }
}

/// The gates of some documents with a column, in the same way.
fn gates<'a, const SHARES: bool, One, Many>(
    lanes: Lanes<'a>,
    many: &'a dyn Column,
    gate: impl Fn(&One, &Many) -> Gate + Copy + Send + Sync + 'a,
) -> Option<GateTable<'a>>
where
    One: Clone + Send + Sync + 'static,
    Many: Clone + Send + Sync + 'static,
{
    match downcast(many)? {
        Values::Shared(Shared { values, codes, .. }) => {
            let ones = Ones::<One>::of(lanes)?;
            let gate = |lane: usize, value: usize| {
                let pair = ones.get(lane).zip(values.get(value));
                pair.map_or(Gate::Open, |(one, many)| gate(one, many))
            };
            Some(GateTable::Coded(CodedGates::new(lanes, &ones.twins, codes, values.len(), gate)))
        }
        Values::Each(_) if const { SHARES } => None,
        Values::Each(many) => Some(GateTable::Rows(Box::new(Each::of(lanes, many, gate)?))),
    }
}

/// The values of some documents, and which of them are the same.
struct Ones<'a, T> {
    values: Vec<Option<&'a T>>,
    /// For each lane the first with the same value.
    twins: Vec<usize>,
}

impl<'a, T: Clone + Send + Sync + 'static> Ones<'a, T> {
    fn of(lanes: Lanes<'a>) -> Option<Self> {
        let column: &Values<T> = downcast(lanes.column())?;
        let values: Vec<_> = lanes.all().map(|(_, cell)| column.get(cell.slot)).collect();
        // Only the lanes that count stand for others: no one else is compared.
        let mut first = HashMap::new();
        let mut twins: Vec<usize> = (0..values.len()).collect();
        for (lane, cell) in lanes.counted() {
            let same = column.code(cell.slot).map(|code| *first.entry(code).or_insert(lane));
            if let (Some(twin), Some(same)) = (twins.get_mut(lane), same) {
                *twin = same;
            }
        }
        Some(Self { values, twins })
    }

    fn get(&self, lane: usize) -> Option<&'a T> {
        self.values.get(lane).copied().flatten()
    }
}

/// Values kept one a slot, compared as they are needed.
struct Each<'a, One, Many, F> {
    /// One a lane, as many as a row is wide.
    ones: Vec<One>,
    many: &'a [Many],
    compare: F,
}

impl<'a, One: Clone + Send + Sync + 'static, Many, F> Each<'a, One, Many, F> {
    fn of(lanes: Lanes<'_>, many: &'a [Many], compare: F) -> Option<Self> {
        let mut ones: Vec<One> = lanes.all().filter_map(|(_, cell)| value(cell)).cloned().collect();
        let last = ones.last()?.clone();
        ones.resize(lanes.width(), last);
        Some(Self { ones, many, compare })
    }
}

impl<One, Many, F> DegreeRows for Each<'_, One, Many, F>
where
    One: Send + Sync,
    Many: Send + Sync,
    F: Fn(&One, &Many) -> Degree + Copy + Send + Sync,
{
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        match self.ones.len() {
            1 => self.write_rows::<1>(slots, degrees),
            16 => self.write_rows::<16>(slots, degrees),
            _ => self.write_rows::<LANES>(slots, degrees),
        }
    }
}

impl<One, Many, F: Fn(&One, &Many) -> Degree + Copy> Each<'_, One, Many, F> {
    fn write_rows<const W: usize>(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        let (Some(ones), Some(many)) = (self.ones.first_chunk::<W>(), self.many.get(slots)) else {
            return;
        };
        let Degrees { low, width, is_vague } = degrees;
        *is_vague = write_lows(self.compare, ones, many, low.as_chunks_mut().0) != 0;
        if *is_vague {
            write_widths(self.compare, ones, many, width.as_chunks_mut().0);
        }
    }
}

impl<One, Many, F> GateRows for Each<'_, One, Many, F>
where
    One: Send + Sync,
    Many: Send + Sync,
    F: Fn(&One, &Many) -> Gate + Copy + Send + Sync,
{
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        match self.ones.len() {
            1 => self.write_gate_rows::<1>(slots, gates),
            16 => self.write_gate_rows::<16>(slots, gates),
            _ => self.write_gate_rows::<LANES>(slots, gates),
        }
    }
}

impl<One, Many, F: Fn(&One, &Many) -> Gate + Copy> Each<'_, One, Many, F> {
    fn write_gate_rows<const W: usize>(&self, slots: Range<usize>, gates: &mut [Gate]) {
        if let (Some(ones), Some(many)) = (self.ones.first_chunk::<W>(), self.many.get(slots)) {
            write_gates(self.compare, ones, many, gates.as_chunks_mut().0);
        }
    }
}

/// Writes gates, row by row.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn write_gates<const W: usize, One, Many, F: Fn(&One, &Many) -> Gate>(
    gate: F,
    ones: &[One; W],
    many: &[Many],
    gates: &mut [[Gate; W]],
) {
    for (row, many) in gates.iter_mut().zip(many) {
        for (at, one) in row.iter_mut().zip(ones) {
            *at = gate(one, many);
        }
    }
}

/// Writes the low bounds of rows, and tells whether any degree is an interval. For a criterion whose degrees are always
/// exact the compiler drops the question.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn write_lows<const W: usize, One, Many, F: Fn(&One, &Many) -> Degree>(
    fit: F,
    ones: &[One; W],
    many: &[Many],
    lows: &mut [[f32; W]],
) -> u32 {
    let mut vague = 0;
    for (row, many) in lows.iter_mut().zip(many) {
        for (low, one) in row.iter_mut().zip(ones) {
            let degree = fit(one, many);
            *low = degree.low();
            vague |= degree.low().to_bits() ^ degree.high().to_bits();
        }
    }
    vague
}

/// Writes the widths of rows.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn write_widths<const W: usize, One, Many, F: Fn(&One, &Many) -> Degree>(
    fit: F,
    ones: &[One; W],
    many: &[Many],
    widths: &mut [[f32; W]],
) {
    for (row, many) in widths.iter_mut().zip(many) {
        for (width, one) in row.iter_mut().zip(ones) {
            *width = fit(one, many).width();
        }
    }
}
