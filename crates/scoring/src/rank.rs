//! Rankings of one side's documents for the other's, many by many.

use crate::{
    Blocked, BlockedBy, BlockedEntry, Condition, Degree, Engine, Gate, LANES, Provenance,
    Published, Rankable, RankedEntry, Ranking, RankingSpec, Reader, Score, SideSummary, Status,
    SubjectRef,
    block::Block,
    cores,
    desk::{Desk, Pairing},
    pair::{self, At, EntryScore, PairScore, SideScore},
    plan::Entry,
    pool::{Place, Pool, Stored},
    tally::{SubjectAt, Tally},
    tile::Ones,
    top::Standing,
};
use mutualfit_domain::{Id, Pointer, Side};
use std::{
    ops::{ControlFlow, Range},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

/// How many pieces of a block each core gets at the least, where there is enough of it.
const PIECES_A_CORE: usize = 4;
/// How many slots a piece has at the least.
const SMALLEST: usize = 64;
/// How many it has at the most.
const LARGEST: usize = 8192;

/// What a ranking shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// How many entries at the most.
    pub top: usize,
    /// How many of the blocked at the most; their count is exact in any case.
    pub blocked: usize,
    /// For whom the rankings are written. The order is the same for everybody.
    pub reader: Reader,
}

impl Request {
    /// The best so many, and the first twenty of the blocked, for an auditor.
    pub fn top(top: usize) -> Self {
        Self { top, blocked: 20, reader: Reader::Auditor }
    }

    /// The same, written for this reader.
    #[must_use]
    pub fn read_by(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }
}

/// How far a ranking has come, in blocks scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So many are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

/// Told once a block how far a ranking has come; says whether to go on.
pub type Watch<'w> = &'w (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// Why there is no ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RankError {
    /// The watch said to stop.
    #[error("the ranking was stopped before it was complete")]
    Cancelled,
    /// A pool was made by an engine in another world, or whose rubric has other criteria or settings. Weights may differ.
    #[error("the pool was made for another rubric or world; make it again with this engine")]
    OtherRubric,
}

impl Engine {
    /// Ranks a pool for each subject, in the order of the subjects.
    ///
    /// # Errors
    ///
    /// Where one of the pools was made in another world, or by a rubric with other criteria or settings.
    pub fn rank<S: Rankable>(
        &self,
        subjects: &Pool<S>,
        pool: &Pool<S::Other>,
        request: Request,
    ) -> Result<Vec<Ranking>, RankError> {
        let mut rankings = Vec::with_capacity(subjects.len());
        self.rank_each(subjects, pool, request, &|_| ControlFlow::Continue(()), |ranking| {
            rankings.push(ranking);
        })?;
        Ok(rankings)
    }

    /// Ranks a pool for each subject and hands over every ranking as soon as it is final, in the order of the subjects.
    ///
    /// # Errors
    ///
    /// Where the watch says to stop (rankings handed over before are complete), or a pool was made in
    /// another world or by a rubric with other criteria or settings.
    pub fn rank_each<S: Rankable>(
        &self,
        subjects: &Pool<S>,
        pool: &Pool<S::Other>,
        request: Request,
        watch: Watch<'_>,
        mut sink: impl FnMut(Ranking),
    ) -> Result<(), RankError> {
        if ![&subjects.plan, &pool.plan].into_iter().all(|plan| self.plan.distils_as(plan)) {
            return Err(RankError::OtherRubric);
        }
        let tiles: Vec<Vec<Place>> = subjects.tiles(LANES).collect();
        let done = AtomicUsize::new(0);
        let of = tiles.len() * pool.blocks.len();
        let stopped = AtomicBool::new(false);
        let numbered: Vec<(usize, &Stored)> = pool.blocks.iter().enumerate().collect();
        for tile in tiles {
            let of_tile: Vec<SubjectAt<'_, '_>> = tile
                .iter()
                .filter_map(|place| {
                    let known = self.known.with(S::SIDE, subjects.id(*place), pool);
                    Some(SubjectAt::new(
                        *place,
                        subjects.block(*place)?,
                        known,
                        &self.plan,
                        &request,
                    ))
                })
                .collect();
            let Some(first) = of_tile.first() else { continue };
            let slots = of_tile.iter().map(SubjectAt::slots).collect();
            let ones = Ones::new(first.block, S::SIDE, slots);
            cores::each(
                &numbered,
                || (),
                |(), &(number, stored)| {
                    if stopped.load(Ordering::Relaxed) {
                        return;
                    }
                    let pairing = Pairing::new(
                        &self.plan,
                        &of_tile,
                        &ones,
                        (stored, number),
                        request.blocked,
                    );
                    cores::each(&pieces(&stored.block), Desk::default, |desk, slots| {
                        if !stopped.load(Ordering::Relaxed) {
                            desk.score(&pairing, slots.clone());
                        }
                    });
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if watch(Progress { done, of }).is_break() {
                        stopped.store(true, Ordering::Relaxed);
                    }
                },
            );
            if stopped.load(Ordering::Relaxed) {
                return Err(RankError::Cancelled);
            }
            of_tile
                .iter()
                .filter_map(|subject| self.ranking(subjects, pool, subject, request.reader))
                .for_each(&mut sink);
        }
        Ok(())
    }

    fn ranking<S: Rankable>(
        &self,
        subjects: &Pool<S>,
        pool: &Pool<S::Other>,
        subject: &SubjectAt<'_, '_>,
        reader: Reader,
    ) -> Option<Ranking> {
        let head = subjects.head(subject.place)?;
        let Tally { top, blocked, by, first_blocked } = subject.take_tally();
        let provenance = self.provenance(&[head.digest, pool.digest()]);
        let scored = |standings: Vec<Standing<'_>>| -> Vec<Stood> {
            standings
                .iter()
                .filter_map(|standing| self.standing(S::SIDE, subject, pool, standing, reader))
                .collect()
        };
        let entries = scored(top.into_sorted()).into_iter().enumerate();
        let blocked_entries = scored(first_blocked.into_sorted()).into_iter();
        Some(Ranking {
            spec: RankingSpec,
            reader,
            subject: SubjectRef { kind: S::SIDE, id: Id::new(subjects.id(subject.place)).ok()? },
            considered: pool.len() as u32,
            entries: entries.map(|(position, stood)| self.ranked(position, stood)).collect(),
            blocked: Blocked {
                count: blocked,
                by: self.blocked_by(&by),
                entries: blocked_entries.map(|stood| self.blocked(stood)).collect(),
            },
            faults: Vec::new(),
            provenance: Provenance {
                inputs: provenance.inputs.filter(|_| reader.sees_what_is_kept()),
                ..provenance
            },
        })
    }

    /// The full score of a standing, its id and arrangement.
    fn standing<D>(
        &self,
        side: Side,
        subject: &SubjectAt<'_, '_>,
        pool: &Pool<D>,
        standing: &Standing<'_>,
        reader: Reader,
    ) -> Option<Stood> {
        let block = pool.block(standing.place)?;
        let known = subject
            .known
            .iter()
            .find(|pair| pair.place == standing.place)
            .map_or(&[][..], |pair| pair.facts);
        let one = At { block: subject.block, slot: usize::from(standing.slots.one) };
        let many = At { block, slot: usize::from(standing.slots.many) };
        let (role, candidate) = match side {
            Side::Role => (one, many),
            Side::Candidate => (many, one),
        };
        let arrangement =
            role.block.slots.get(role.slot).and_then(|slot| slot.arrangement).map(u16::from);
        let keeps = candidate.block.keeps(candidate.slot);
        Some(Stood {
            id: Id::new(standing.id).ok()?,
            score: pair::score(&self.plan, role, candidate, known),
            arrangement,
            kept: if reader.sees_what_is_kept() { [false, false] } else { keeps },
        })
    }

    fn ranked(&self, position: usize, stood: Stood) -> RankedEntry {
        let Stood { id, score, arrangement, kept } = stood;
        let Scores { mutual, sides: [role_side, candidate_side] } = self.scores(&score, kept);
        RankedEntry {
            rank: position as u32 + 1,
            id,
            mutual,
            role_side,
            candidate_side,
            status: if score.gate == Gate::Open { Status::Open } else { Status::Met },
            open: self.conditions(&score, kept, Gate::Open),
            arrangement,
        }
    }

    fn blocked(&self, stood: Stood) -> BlockedEntry {
        let Stood { id, score, arrangement, kept } = stood;
        let Scores { mutual, sides: [role_side, candidate_side] } = self.scores(&score, kept);
        BlockedEntry {
            id,
            mutual,
            role_side,
            candidate_side,
            by: self.conditions(&score, kept, Gate::Unmet),
            arrangement,
        }
    }

    /// The scores of a pair as a reader may see them from whom this is kept on either side.
    fn scores(&self, score: &PairScore, kept: [bool; 2]) -> Scores {
        let shown = |degree: Degree, kept: bool| {
            let exact = Score::of(degree, self.plan.stance);
            if kept { exact.in_fifths() } else { exact }
        };
        let side = |side: &SideScore, kept: bool| {
            let Score { low, high, point, banded } = shown(side.degree, kept);
            let coverage = (!banded).then(|| Published::of(side.coverage));
            SideSummary { low, high, point, banded, coverage, asked: side.asked }
        };
        let [role_kept, candidate_kept] = kept;
        Scores {
            mutual: shown(score.mutual, role_kept || candidate_kept),
            sides: [side(&score.role, role_kept), side(&score.candidate, candidate_kept)],
        }
    }

    fn conditions(&self, score: &PairScore, kept: [bool; 2], gate: Gate) -> Vec<Condition> {
        let entries =
            self.plan.entries.iter().zip(&score.entries).filter(|(_, scored)| scored.gate == gate);
        let [_, keeps_wishes] = kept;
        let condition = |(entry, scored): (&Entry, &EntryScore)| {
            let is_shown = entry.side == Side::Role || !keeps_wishes;
            Condition {
                side: entry.side,
                criterion: entry.name.clone(),
                pointer: is_shown.then(|| at_item(&entry.asks, scored.item)),
                negotiable: is_shown.then_some(scored.negotiable),
            }
        };
        entries.map(condition).collect()
    }

    fn blocked_by(&self, counts: &[u32]) -> Vec<BlockedBy> {
        let blocking = self.plan.entries.iter().zip(counts).filter(|(_, count)| **count > 0);
        let by = |(entry, count): (&Entry, &u32)| BlockedBy {
            side: entry.side,
            criterion: entry.name.clone(),
            count: *count,
        };
        blocking.map(by).collect()
    }
}

/// One document of a pool, scored for a ranking.
struct Stood {
    id: Id,
    score: PairScore,
    arrangement: Option<u16>,
    /// Whether the reader may not see all of what each side, the role's first, rests on.
    kept: [bool; 2],
}

/// What is shown of a pair's scores; the role's side first.
struct Scores {
    mutual: Score,
    sides: [SideSummary; 2],
}

fn at_item(asks: &Pointer, item: Option<usize>) -> Pointer {
    item.map_or_else(|| asks.clone(), |item| asks.clone().index(item))
}

/// The slots of a block in pieces for all cores, each of whole documents.
fn pieces(block: &Block) -> Vec<Range<usize>> {
    let slots = block.slots.len();
    let length = slots.div_ceil(cores::count() * PIECES_A_CORE).clamp(SMALLEST, LARGEST);
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < slots {
        let end = block.whole_documents((start + length).min(slots));
        pieces.push(start..end);
        start = end;
    }
    pieces
}
