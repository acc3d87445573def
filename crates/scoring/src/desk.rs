//! Where one core scores some subjects against some slots of a block.

use crate::{
    Gate, LANES,
    block::Block,
    cells::Cells,
    gating::{Bench, Gates, Refusals},
    lanes::CELLS,
    pair::{self, At, Standard},
    plan::Plan,
    pool::{Place, Stored},
    sheet::Sheet,
    tally::SubjectAt,
    tile::{Ones, Tile},
    top::{Slots, Standing},
};
use mutualfit_domain::{PairFacts, Side};
use std::{collections::BinaryHeap, ops::Range};

/// Some subjects of a ranking, and a block of the pool that is ranked for them.
pub(crate) struct Pairing<'a, 'p> {
    plan: &'a Plan,
    subjects: &'a [SubjectAt<'a, 'p>],
    ones: &'a Ones<'a>,
    tile: Tile<'a>,
    stored: &'p Stored,
    number: usize,
    /// The pairs of which anything is known beside their documents, by the slot.
    known: Vec<Known<'a>>,
    /// How many of the blocked are shown.
    shown: usize,
}

struct Known<'a> {
    slot: usize,
    lane: usize,
    facts: &'a [PairFacts],
}

impl<'a, 'p: 'a> Pairing<'a, 'p> {
    pub(crate) fn new(
        plan: &'a Plan,
        subjects: &'a [SubjectAt<'a, 'p>],
        ones: &'a Ones<'a>,
        (stored, number): (&'p Stored, usize),
        shown: usize,
    ) -> Self {
        let (block, mut known) = (&*stored.block, Vec::new());
        for (lane, subject) in subjects.iter().enumerate() {
            for pair in subject.known.iter().filter(|pair| pair.place.block as usize == number) {
                let slots = block.slots_of(pair.place.document as usize);
                known.extend(slots.map(|slot| Known { slot, lane, facts: pair.facts }));
            }
        }
        known.sort_by_key(|known| (known.slot, known.lane));
        let tile = Tile::new(plan, ones, block, !known.is_empty());
        Self { plan, subjects, ones, tile, stored, number, known, shown }
    }

    fn known_of(&self, slots: Range<usize>) -> &[Known<'a>] {
        let from = self.known.partition_point(|known| known.slot < slots.start);
        let to = self.known.partition_point(|known| known.slot < slots.end);
        self.known.get(from..to).unwrap_or_default()
    }

    fn at(&self, slot: usize) -> At<'a> {
        At { block: self.block(), slot }
    }

    fn block(&self) -> &'p Block {
        &self.stored.block
    }

    /// The document that starts at a slot and is still there.
    fn document_from(&self, slot: usize) -> Option<usize> {
        self.block().document_from(slot).filter(|document| self.stored.holds(*document))
    }
}

/// Room of one core.
#[derive(Default)]
pub(crate) struct Desk<'p> {
    /// What is the same in every way in which the subjects can be had.
    shared: Sheet,
    shared_gates: Gates,
    /// What one way adds to it.
    own: Sheet,
    own_gates: Gates,
    bench: Bench,
    best: Best,
    news: Vec<News<'p>>,
    refusals: Option<Refusals>,
}

/// The best of the ways in which pairs can be had, cell by cell.
#[derive(Default)]
struct Best {
    points: Cells<f32>,
    standards: Cells<Standard>,
    /// Which of the ways it is.
    ways: Cells<u8>,
    /// How many rows below the first of a document its best slot is.
    below: Cells<u8>,
    gates: Gates,
    chosen: Cells<bool>,
}

/// What is to be told of one subject.
struct News<'p> {
    /// The least that enters its top.
    least: Standard,
    /// The first of the blocked, the last of them on top.
    first_blocked: BinaryHeap<ByRank<'p>>,
}

/// A standing by the rank of its id within the block.
struct ByRank<'p>(u16, Standing<'p>);

impl Ord for ByRank<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for ByRank<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ByRank<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for ByRank<'_> {}

impl<'p> Desk<'p> {
    /// Scores the subjects of a pairing against some slots of its block, which are those of whole documents, and tells
    /// their tallies.
    pub(crate) fn score(&mut self, pairing: &Pairing<'_, 'p>, slots: Range<usize>) {
        self.news = pairing.subjects.iter().map(News::of).collect();
        self.refusals = Some(Refusals::of(pairing.tile.gating.len()));
        match pairing.ones.width() {
            1 => self.score_rows::<1>(pairing, slots),
            16 => self.score_rows::<16>(pairing, slots),
            _ => self.score_rows::<LANES>(pairing, slots),
        }
        let Some(refusals) = self.refusals.take() else { return };
        for (lane, (news, subject)) in self.news.drain(..).zip(pairing.subjects).enumerate() {
            news.tell(lane, subject, &pairing.tile.gating, &refusals);
        }
    }

    fn score_rows<const W: usize>(&mut self, pairing: &Pairing<'_, 'p>, slots: Range<usize>) {
        let mut start = slots.start;
        while start < slots.end {
            let end = (start + CELLS / W).min(slots.end);
            let end = pairing.block().whole_documents(end);
            self.score_sheet::<W>(pairing, start..end);
            start = end;
        }
    }

    /// Scores as many slots as a sheet has rows.
    fn score_sheet<const W: usize>(&mut self, pairing: &Pairing<'_, 'p>, slots: Range<usize>) {
        let tile = &pairing.tile;
        self.shared.start::<W>(tile, slots.clone());
        self.shared.add::<W>(&tile.shared, slots.clone());
        self.shared_gates.start(tile.gating.len());
        self.bench.add::<W>(&tile.shared.gates, slots.clone(), &mut self.shared_gates);
        let last = tile.varied.len().saturating_sub(1);
        for (number, way) in tile.varied.iter().enumerate() {
            if number == last {
                // Nobody else needs what is shared.
                std::mem::swap(&mut self.own, &mut self.shared);
                std::mem::swap(&mut self.own_gates, &mut self.shared_gates);
            } else {
                self.own.copy_from(&self.shared);
                self.own_gates.copy_from(&self.shared_gates);
            }
            self.own.add::<W>(way, slots.clone());
            self.own.points(pairing.plan, pairing.ones.side, &mut self.best.points);
            self.bench.add::<W>(&way.gates, slots.clone(), &mut self.own_gates);
            self.correct::<W>(pairing, number, slots.clone());
            if number == 0 {
                self.best.start(&mut self.own_gates);
            } else {
                self.best.take_better::<W>(number, pairing.ones, &self.own_gates);
            }
        }
        let rows = self.best.fold_documents::<W>(pairing.block(), slots.clone());
        self.notice::<W>(pairing, slots.start, rows);
    }

    /// Scores the few pairs again of which anything is known beside their documents.
    fn correct<const W: usize>(
        &mut self,
        pairing: &Pairing<'_, 'p>,
        way: usize,
        slots: Range<usize>,
    ) {
        for known in pairing.known_of(slots.clone()) {
            let Some(slot) = pairing.ones.slot(known.lane, way) else { continue };
            let (one, other) = (At { block: pairing.ones.block, slot }, pairing.at(known.slot));
            let (role, candidate) = match pairing.ones.side {
                Side::Role => (one, other),
                Side::Candidate => (other, one),
            };
            let score = pair::score(pairing.plan, role, candidate, known.facts);
            let cell = (known.slot - slots.start) * W + known.lane;
            if let Some(point) = self.best.points.get_mut(cell) {
                *point = score.ranked(pairing.plan.rank_by).at(pairing.plan.stance);
            }
            let gate_of = |number: usize| {
                let position = pairing.tile.gating.get(number)?;
                Some(score.entries.get(*position)?.gate)
            };
            self.own_gates.put(cell, score.gate, |number| gate_of(number) == Some(Gate::Unmet));
        }
    }

    /// Takes note of who enters a top and who is blocked.
    fn notice<const W: usize>(&mut self, pairing: &Pairing<'_, 'p>, first: usize, rows: usize) {
        let mut least = [Standard::NOBODY; LANES];
        for (lane, least) in least.iter_mut().enumerate() {
            if let Some(news) = self.news.get(lane % W) {
                *least = news.least;
            }
        }
        // Where every row is a document that is there, the blocked are counted without looking at each.
        let counts_all = pairing.stored.is_whole() && pairing.block().is_even();
        if let Some(refusals) = self.refusals.as_mut().filter(|_| counts_all) {
            self.best.gates.count::<W>(rows, refusals);
        }
        let looks_at_blocked = pairing.shown > 0 || !counts_all;
        for start in (0..rows * W).step_by(LANES) {
            let lot = start..(start + LANES).min(rows * W);
            let standards = self.best.standards.get(lot.clone()).unwrap_or_default();
            let (reaching, blocked) = notable(standards, &least);
            if reaching == 0 && (blocked == 0 || !looks_at_blocked) {
                continue;
            }
            for (cell, least) in lot.zip(&mut least) {
                let Some(standard) = self.best.standards.get(cell).copied() else { continue };
                let (row, lane) = (cell / W, cell % W);
                if standard.is_blocked() {
                    if looks_at_blocked {
                        self.notice_blocked(pairing, cell, (first + row, lane), counts_all);
                    }
                } else if standard >= *least
                    && let Some(standing) =
                        self.standing(pairing, cell, standard, (first + row, lane))
                    && let (Some(subject), Some(news)) =
                        (pairing.subjects.get(lane), self.news.get_mut(lane))
                {
                    let mut tally = subject.tally();
                    tally.top.push(standing);
                    news.least = Standard::free_at(tally.top.threshold());
                    *least = news.least;
                }
            }
        }
    }

    fn notice_blocked(
        &mut self,
        pairing: &Pairing<'_, 'p>,
        cell: usize,
        (slot, lane): (usize, usize),
        is_counted: bool,
    ) {
        let Some(document) = pairing.document_from(slot) else { return };
        let Some(news) = self.news.get_mut(lane) else { return };
        if let Some(refusals) = self.refusals.as_mut().filter(|_| !is_counted) {
            refusals.add(lane, self.best.gates.blocked_by(cell));
        }
        let rank = pairing.block().ids.rank(document);
        let is_first = news.first_blocked.len() < pairing.shown
            || news.first_blocked.peek().is_some_and(|last| rank < last.0);
        if pairing.shown == 0 || !is_first {
            return;
        }
        let standing = self.standing(pairing, cell, Standard::default(), (slot, lane));
        if let (Some(standing), Some(news)) = (standing, self.news.get_mut(lane)) {
            news.first_blocked.push(ByRank(rank, standing));
            if news.first_blocked.len() > pairing.shown {
                news.first_blocked.pop();
            }
        }
    }

    /// The document that starts at a slot; nothing for any other slot.
    fn standing(
        &self,
        pairing: &Pairing<'_, 'p>,
        cell: usize,
        standard: Standard,
        (slot, lane): (usize, usize),
    ) -> Option<Standing<'p>> {
        let document = pairing.document_from(slot)?;
        let way = usize::from(*self.best.ways.get(cell)?);
        Some(Standing {
            point: standard.point(),
            id: pairing.block().ids.get(document),
            place: Place { block: pairing.number as u32, document: document as u32 },
            slots: Slots {
                one: pairing.ones.slot(lane, way)? as u16,
                many: slot as u16 + u16::from(*self.best.below.get(cell)?),
            },
        })
    }
}

impl Best {
    /// Takes over the first way of having the pairs, and who says no to it.
    fn start(&mut self, gates: &mut Gates) {
        for ((standard, point), gate) in
            self.standards.iter_mut().zip(self.points.iter()).zip(gates.cells())
        {
            *standard = Standard::of(*gate, *point);
        }
        self.ways.fill(0);
        std::mem::swap(&mut self.gates, gates);
    }

    /// Takes over what one more way of having the pairs is better at than those before it.
    fn take_better<const W: usize>(&mut self, way: usize, ones: &Ones<'_>, gates: &Gates) {
        let mut has_it = [false; W];
        for (lane, has_it) in has_it.iter_mut().enumerate() {
            *has_it = ones.slot(lane, way).is_some();
        }
        let later = Later {
            points: self.points.as_chunks().0,
            gates: gates.cells().as_chunks().0,
            has_it: &has_it,
        };
        choose(self.standards.as_chunks_mut().0, self.chosen.as_chunks_mut().0, &later);
        for (kept, chosen) in self.ways.iter_mut().zip(self.chosen.iter()) {
            *kept = if *chosen { way as u8 } else { *kept };
        }
        self.gates.take(gates, &self.chosen);
    }

    /// Moves the best slot of each document to its first row, where documents have several, and says how many rows there
    /// are.
    fn fold_documents<const W: usize>(&mut self, block: &Block, slots: Range<usize>) -> usize {
        let rows = slots.len();
        self.below.fill(0);
        if block.is_even() {
            return rows;
        }
        let mut first = 0;
        for (row, slot) in slots.enumerate() {
            if block.document_from(slot).is_some() {
                first = row;
                continue;
            }
            for lane in 0..W {
                self.fold(first * W + lane, row * W + lane, (row - first) as u8);
            }
        }
        rows
    }

    fn fold(&mut self, into: usize, from: usize, below: u8) {
        if self.standards.get(from) > self.standards.get(into) {
            self.standards.swap(into, from);
            self.ways.swap(into, from);
            self.gates.swap(into, from);
            if let Some(at) = self.below.get_mut(into) {
                *at = below;
            }
        }
        if let Some(standard) = self.standards.get_mut(from) {
            *standard = Standard::NOTHING;
        }
    }
}

/// One more way of having pairs.
struct Later<'a, const W: usize> {
    points: &'a [[f32; W]],
    gates: &'a [[Gate; W]],
    /// The lanes that can be had in this way.
    has_it: &'a [bool; W],
}

#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn choose<const W: usize>(
    standards: &mut [[Standard; W]],
    chosen: &mut [[bool; W]],
    later: &Later<'_, W>,
) {
    let rows = standards.iter_mut().zip(chosen).zip(later.points).zip(later.gates);
    for (((standards, chosen), points), gates) in rows {
        let cells = standards.iter_mut().zip(chosen).zip(points).zip(gates).zip(later.has_it);
        for ((((best, chosen), point), gate), has_it) in cells {
            let later = Standard::of(*gate, *point);
            *chosen = later > *best && *has_it;
            *best = if *chosen { later } else { *best };
        }
    }
}

/// How many of some cells come to the least that enters a top, and how many are blocked; counted without branches, so that
/// it is one look.
#[cfg_attr(
    feature = "multiversion",
    multiversion::multiversion(targets(
        "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
        "x86_64+avx2+fma+popcnt",
    ))
)]
fn notable(lot: &[Standard], least: &[Standard; LANES]) -> (u32, u32) {
    let (mut reaching, mut blocked) = (0, 0);
    for (standard, least) in lot.iter().zip(least) {
        reaching += u32::from(*standard >= *least);
        blocked += u32::from(standard.is_blocked());
    }
    (reaching, blocked)
}

impl<'p> News<'p> {
    fn of(subject: &SubjectAt<'_, 'p>) -> Self {
        Self {
            least: Standard::free_at(subject.tally().top.threshold()),
            first_blocked: BinaryHeap::new(),
        }
    }

    fn tell(self, lane: usize, subject: &SubjectAt<'_, 'p>, gating: &[usize], refusals: &Refusals) {
        let of_lane = |counts: &[u32; LANES]| counts.get(lane).copied().unwrap_or_default();
        let mut tally = subject.tally();
        tally.blocked += of_lane(&refusals.any);
        for (position, counts) in gating.iter().zip(&refusals.by) {
            tally.count(*position, of_lane(counts));
        }
        for ByRank(_, standing) in self.first_blocked {
            tally.first_blocked.push(standing);
        }
    }
}
