//! What a criterion makes of some documents beside a column of the other side: degrees and gates, row by row.

use crate::{Cell, Column, Degree, Degrees, Gate, LANES, Lanes, Scorer, cells::Row};
use std::{fmt, ops::Range};

/// How far some documents and those of a column suit each other.
pub enum DegreeTable<'a> {
    /// Each different value of the column has a row.
    Coded(Coded<'a>),
    /// Rows are written as they are needed.
    Rows(Box<dyn DegreeRows + 'a>),
}

/// Whether what must be is, between some documents and those of a column.
pub enum GateTable<'a> {
    /// Each different value of the column has a row.
    Coded(CodedGates<'a>),
    /// Rows are written as they are needed.
    Rows(Box<dyn GateRows + 'a>),
}

/// Writes degrees of some slots.
pub trait DegreeRows: Send + Sync {
    /// Writes the degree of every lane that counts with each of these slots, a row of [`Lanes::width`] cells a slot.
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>);
}

/// Writes gates of some slots.
pub trait GateRows: Send + Sync {
    /// Writes the gate of every lane that counts with each of these slots, a row of [`Lanes::width`] cells a slot.
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]);
}

/// Rows of degrees for the different values of a column, and which of them each slot has.
pub struct Coded<'a> {
    pub(crate) codes: &'a [u16],
    pub(crate) low: Table,
    /// Absent where every degree is exact.
    pub(crate) width: Option<Table>,
}

/// Rows of numbers, as wide as there are lanes.
pub(crate) enum Table {
    One(Vec<f32>),
    Some(Vec<Row<16>>),
    Most(Vec<Row<LANES>>),
}

impl Table {
    /// So many rows of nothing.
    fn new(across: usize, rows: usize) -> Self {
        match across {
            1 => Self::One(vec![0.0; padded(rows)]),
            16 => Self::Some(vec![Row::NOTHING; rows]),
            _ => Self::Most(vec![Row::NOTHING; rows]),
        }
    }

    fn row(&self, row: usize) -> &[f32] {
        match self {
            Self::One(cells) => cells.get(row..=row).unwrap_or_default(),
            Self::Some(rows) => rows.get(row).map_or(&[], |row| &row.0),
            Self::Most(rows) => rows.get(row).map_or(&[], |row| &row.0),
        }
    }

    fn row_mut(&mut self, row: usize) -> &mut [f32] {
        match self {
            Self::One(cells) => cells.get_mut(row..=row).unwrap_or_default(),
            Self::Some(rows) => rows.get_mut(row).map_or(&mut [], |row| &mut row.0),
            Self::Most(rows) => rows.get_mut(row).map_or(&mut [], |row| &mut row.0),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::One(cells) => cells.len(),
            Self::Some(rows) => rows.len(),
            Self::Most(rows) => rows.len(),
        }
    }

    /// Multiplies every lane.
    pub(crate) fn scale(&mut self, lanes: &Row<LANES>) {
        for row in 0..self.len() {
            self.row_mut(row).iter_mut().zip(&lanes.0).for_each(|(cell, lane)| *cell *= lane);
        }
    }
}

/// Rows of gates for the different values of a column, and which of them each slot has.
pub struct CodedGates<'a> {
    pub(crate) codes: &'a [u16],
    pub(crate) gates: Vec<Gate>,
}

impl<'a> Coded<'a> {
    /// The rows of so many different values, each lane's degree with each of them; `twins` says of each lane which is
    /// the first that is the same.
    pub(crate) fn new(
        lanes: Lanes<'_>,
        twins: &[usize],
        codes: &'a [u16],
        values: usize,
        degree: impl Fn(usize, usize) -> Degree,
    ) -> Self {
        let across = lanes.width();
        let (mut low, mut width) = (Table::new(across, values), None::<Table>);
        for value in 0..values {
            for (lane, _) in lanes.counted() {
                let twin = twins.get(lane).copied().unwrap_or(lane);
                if twin < lane {
                    copy(low.row_mut(value), twin, lane);
                    if let Some(width) = &mut width {
                        copy(width.row_mut(value), twin, lane);
                    }
                    continue;
                }
                let found = degree(lane, value);
                if let Some(low) = low.row_mut(value).get_mut(lane) {
                    *low = found.low();
                }
                if found.width() > 0.0 {
                    let width = width.get_or_insert_with(|| Table::new(across, values));
                    if let Some(width) = width.row_mut(value).get_mut(lane) {
                        *width = found.width();
                    }
                }
            }
        }
        Self { codes, low, width }
    }
}

impl<'a> CodedGates<'a> {
    /// The rows of so many different values, each lane's gate with each of them; `twins` as for degrees.
    pub(crate) fn new(
        lanes: Lanes<'_>,
        twins: &[usize],
        codes: &'a [u16],
        values: usize,
        gate: impl Fn(usize, usize) -> Gate,
    ) -> Self {
        let across = lanes.width();
        let mut gates = vec![Gate::Met; values * across];
        for value in 0..values {
            let row = value * across;
            for (lane, _) in lanes.counted() {
                let twin = twins.get(lane).copied().unwrap_or(lane);
                if twin < lane {
                    copy(&mut gates, row + twin, row + lane);
                } else if let Some(at) = gates.get_mut(row + lane) {
                    *at = gate(lane, value);
                }
            }
        }
        Self { codes, gates }
    }
}

fn copy<T: Copy>(cells: &mut [T], from: usize, to: usize) {
    let found = cells.get(from).copied();
    if let (Some(found), Some(cell)) = (found, cells.get_mut(to)) {
        *cell = found;
    }
}

/// How many degrees fit a table that is looked up without a check; powers of two.
pub(crate) const FEW: usize = 256;
/// How many fit a table that stays in the first cache.
pub(crate) const SOME: usize = 4096;
/// As many as a block has different values.
pub(crate) const MANY: usize = crate::BLOCK;

/// How long a table for one lane is kept, so that every code is found without a check.
fn padded(values: usize) -> usize {
    [FEW, SOME, MANY].into_iter().find(|size| values <= *size).unwrap_or(values)
}

/// Degrees and gates found pair by pair: right for any scorer, and as slow as that.
struct PairByPair<'a, S: ?Sized> {
    scorer: &'a S,
    lanes: Lanes<'a>,
    many: &'a dyn Column,
}

impl<S: Scorer + ?Sized> PairByPair<'_, S> {
    fn each(&self, slots: Range<usize>, mut see: impl FnMut(usize, Cell<'_>, Cell<'_>)) {
        let across = self.lanes.width();
        for (row, slot) in slots.enumerate() {
            for (lane, cell) in self.lanes.counted() {
                let (role, candidate) = self.lanes.seat(cell, Cell { column: self.many, slot });
                see(row * across + lane, role, candidate);
            }
        }
    }
}

impl<S: Scorer + ?Sized> DegreeRows for PairByPair<'_, S> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        self.each(slots, |cell, role, candidate| {
            degrees.put(cell, self.scorer.degree(role, candidate));
        });
    }
}

impl<S: Scorer + ?Sized> GateRows for PairByPair<'_, S> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        self.each(slots, |cell, role, candidate| {
            if let Some(at) = gates.get_mut(cell) {
                *at = self.scorer.gate(role, candidate);
            }
        });
    }
}

impl Coded<'_> {
    /// The row of one slot.
    fn write(&self, slot: usize, degrees: &mut Degrees<'_>) {
        let Some(code) = self.codes.get(slot).map(|code| usize::from(*code)) else { return };
        degrees.low.copy_from_slice(self.low.row(code));
        if let Some(width) = &self.width {
            degrees.width.copy_from_slice(width.row(code));
        }
        degrees.is_vague = self.width.is_some();
    }
}

impl CodedGates<'_> {
    fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        match gates.len() / slots.len().max(1) {
            1 => self.write_rows::<1>(slots, gates),
            16 => self.write_rows::<16>(slots, gates),
            _ => self.write_rows::<LANES>(slots, gates),
        }
    }

    fn write_rows<const W: usize>(&self, slots: Range<usize>, gates: &mut [Gate]) {
        let (rows, kept) = (gates.as_chunks_mut::<W>().0, self.gates.as_chunks::<W>().0);
        let codes = self.codes.get(slots).unwrap_or_default();
        for (row, code) in rows.iter_mut().zip(codes) {
            if let Some(kept) = kept.get(usize::from(*code)) {
                *row = *kept;
            }
        }
    }
}

impl<'a> DegreeTable<'a> {
    /// The table of a scorer that has nothing quicker: asks it pair by pair.
    pub fn pair_by_pair<S: Scorer + ?Sized>(
        scorer: &'a S,
        lanes: Lanes<'a>,
        many: &'a dyn Column,
    ) -> Self {
        Self::Rows(Box::new(PairByPair { scorer, lanes, many }))
    }

    /// Low bound and width of every lane's degree with one slot of the column, as a ranking has them.
    pub fn row(&self, lanes: &Lanes<'_>, slot: usize) -> Vec<(f32, f32)> {
        let across = lanes.width();
        let (mut low, mut width) = (vec![0.0; across], vec![0.0; across]);
        let mut degrees = Degrees { low: &mut low, width: &mut width, is_vague: false };
        match self {
            Self::Coded(coded) => coded.write(slot, &mut degrees),
            Self::Rows(rows) => rows.write(slot..slot + 1, &mut degrees),
        }
        if !degrees.is_vague {
            width.fill(0.0);
        }
        low.into_iter().zip(width).take(lanes.len()).collect()
    }
}

impl<'a> GateTable<'a> {
    /// The table of a scorer that has nothing quicker: asks it pair by pair.
    pub fn pair_by_pair<S: Scorer + ?Sized>(
        scorer: &'a S,
        lanes: Lanes<'a>,
        many: &'a dyn Column,
    ) -> Self {
        Self::Rows(Box::new(PairByPair { scorer, lanes, many }))
    }

    /// The gate of every lane with one slot of the column, as a ranking has them.
    pub fn row(&self, lanes: &Lanes<'_>, slot: usize) -> Vec<Gate> {
        let mut gates = vec![Gate::Met; lanes.width()];
        self.write(slot..slot + 1, &mut gates);
        gates.truncate(lanes.len());
        gates
    }

    /// Writes the gates of some slots, row by row.
    pub(crate) fn write(&self, slots: Range<usize>, gates: &mut [Gate]) {
        match self {
            Self::Coded(coded) => coded.write(slots, gates),
            Self::Rows(rows) => rows.write(slots, gates),
        }
    }
}

impl fmt::Debug for DegreeTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coded(coded) => coded.fmt(f),
            Self::Rows(_) => f.write_str("Rows"),
        }
    }
}

impl fmt::Debug for GateTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coded(coded) => coded.fmt(f),
            Self::Rows(_) => f.write_str("Rows"),
        }
    }
}

impl fmt::Debug for Coded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Coded({} rows for {} slots)", self.low.len(), self.codes.len())
    }
}

impl fmt::Debug for CodedGates<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CodedGates({} cells for {} slots)", self.gates.len(), self.codes.len())
    }
}
