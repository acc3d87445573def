//! Documents compared side by side, and what comes of it, cell by cell.

use crate::{Cell, Column, Degree};
use mutualfit_domain::Side;

/// How many documents are compared side by side at the most.
pub const LANES: usize = 64;

/// How many cells are filled at a time at the most: so few that they stay in a core's first cache.
pub(crate) const CELLS: usize = 1024;

/// How wide rows are: one lane, or as many as fill the vectors of a processor.
const WIDTHS: [usize; 3] = [1, 16, LANES];

/// Documents of one side that are compared with a column of the other: one lane each, up to [`LANES`].
#[derive(Clone, Copy, Debug)]
pub struct Lanes<'a> {
    side: Side,
    column: &'a dyn Column,
    slots: &'a [usize],
    counts: u64,
}

impl<'a> Lanes<'a> {
    /// The documents in these slots of a column; what is beyond [`LANES`] is left out.
    pub fn new(side: Side, column: &'a dyn Column, slots: &'a [usize]) -> Self {
        Self { side, column, slots: slots.get(..LANES).unwrap_or(slots), counts: u64::MAX }
    }

    /// The same lanes, of which only some count, a bit each: others need no degree.
    #[must_use]
    pub(crate) fn counting(self, counts: u64) -> Self {
        Self { counts, ..self }
    }

    /// The side of the documents.
    pub fn side(&self) -> Side {
        self.side
    }

    /// The column that they are in.
    pub fn column(&self) -> &'a dyn Column {
        self.column
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// How many cells a row has: 1, 16 or [`LANES`], as many as the lanes or more.
    pub fn width(&self) -> usize {
        width(self.slots.len())
    }

    /// Every lane's place in a row and its slot.
    pub fn all(&self) -> impl Iterator<Item = (usize, Cell<'a>)> + use<'a> {
        let column = self.column;
        self.slots.iter().map(move |&slot| Cell { column, slot }).enumerate()
    }

    /// The lanes that need a degree; others may have any.
    pub fn counted(&self) -> impl Iterator<Item = (usize, Cell<'a>)> + use<'a> {
        let counts = self.counts;
        self.all().filter(move |(lane, _)| counts >> lane & 1 == 1)
    }

    /// A lane's document and one of the other side: the role's slot first, the candidate's second.
    pub fn seat(&self, lane: Cell<'a>, other: Cell<'a>) -> (Cell<'a>, Cell<'a>) {
        match self.side {
            Side::Role => (lane, other),
            Side::Candidate => (other, lane),
        }
    }
}

/// The width of rows for so many lanes.
pub(crate) fn width(lanes: usize) -> usize {
    WIDTHS.into_iter().find(|width| lanes <= *width).unwrap_or(LANES)
}

/// Where degrees are written: rows of lanes, a row a slot.
#[derive(Debug)]
pub struct Degrees<'a> {
    /// The low bounds.
    pub low: &'a mut [f32],
    /// How far the high bounds are above them; read only where [`is_vague`](Self::is_vague).
    pub width: &'a mut [f32],
    /// Whether any degree is an interval. Whoever says so has written every width.
    pub is_vague: bool,
}

impl Degrees<'_> {
    /// Writes both bounds of one cell.
    #[inline]
    pub fn put(&mut self, cell: usize, degree: Degree) {
        if let (Some(low), Some(width)) = (self.low.get_mut(cell), self.width.get_mut(cell)) {
            (*low, *width) = (degree.low(), degree.width());
        }
        self.is_vague |= degree.width() > 0.0;
    }
}
