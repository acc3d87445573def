//! Rankings of one side's documents for the other's, many by many.

use crate::{
    Blocked, BlockedBy, BlockedEntry, Condition, Engine, Gate, Published, Rankable, RankedEntry,
    Ranking, RankingSpec, Reader, Score, SideSummary, Status, SubjectRef, cores,
    pair::{self, At, EntryScore, PairScore, SideScore},
    plan::Entry,
    pool::Pool,
    tally::{Desk, SubjectAt, Tally},
    top::Standing,
};
use mutualfit_domain::{Id, Pointer, Side};
use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

/// How many subjects are ranked together; a hot block meets all of them before the next.
const TILE: usize = 64;
/// How many pieces of work each core gets at the least, where there is enough of it.
const PIECES_A_CORE: usize = 4;

/// What a ranking shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// How many entries at the most.
    pub top: usize,
    /// How many of the blocked at the most; their count is exact in any case.
    pub blocked: usize,
}

impl Request {
    /// The best so many, and the first twenty of the blocked.
    pub fn top(top: usize) -> Self {
        Self { top, blocked: 20 }
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
    /// A pool was made by an engine with another rubric.
    #[error("the pool was made for another rubric; make it again with this engine")]
    OtherRubric,
}

impl Engine {
    /// Ranks a pool for each subject, in the order of the subjects.
    ///
    /// # Errors
    ///
    /// Where one of the pools was made by an engine with another rubric.
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
    /// Where the watch says to stop (rankings handed over before are complete), or a pool was made by an engine with
    /// another rubric.
    pub fn rank_each<S: Rankable>(
        &self,
        subjects: &Pool<S>,
        pool: &Pool<S::Other>,
        request: Request,
        watch: Watch<'_>,
        mut sink: impl FnMut(Ranking),
    ) -> Result<(), RankError> {
        if [subjects.plan, pool.plan].iter().any(|plan| *plan != self.plan.rubric) {
            return Err(RankError::OtherRubric);
        }
        let places: Vec<_> = subjects.places().collect();
        let done = AtomicUsize::new(0);
        let of = places.len().div_ceil(TILE) * pool.blocks.len();
        let stopped = AtomicBool::new(false);
        for tile in places.chunks(TILE) {
            let of_tile: Vec<SubjectAt<'_, '_>> = tile
                .iter()
                .filter_map(|place| {
                    let known = self.known.with(S::SIDE, subjects.head(*place)?.id.as_str(), pool);
                    Some(SubjectAt::new(
                        *place,
                        subjects.block(*place)?,
                        known,
                        &self.plan,
                        &request,
                    ))
                })
                .collect();
            let pieces = pieces(pool.blocks.len(), of_tile.len());
            cores::each(&pieces, Desk::default, |desk, piece| {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                for subject in of_tile.get(piece.subjects.clone()).unwrap_or_default() {
                    desk.score(&self.plan, subject, S::SIDE, pool, piece.block);
                }
                let done = if piece.is_last {
                    done.fetch_add(1, Ordering::Relaxed) + 1
                } else {
                    done.load(Ordering::Relaxed)
                };
                if watch(Progress { done, of }).is_break() {
                    stopped.store(true, Ordering::Relaxed);
                }
            });
            if stopped.load(Ordering::Relaxed) {
                return Err(RankError::Cancelled);
            }
            of_tile
                .iter()
                .filter_map(|subject| self.ranking(subjects, pool, subject))
                .for_each(&mut sink);
        }
        Ok(())
    }

    fn ranking<S: Rankable>(
        &self,
        subjects: &Pool<S>,
        pool: &Pool<S::Other>,
        subject: &SubjectAt<'_, '_>,
    ) -> Option<Ranking> {
        let head = subjects.head(subject.place)?;
        let Tally { top, blocked, by, first_blocked } = subject.take_tally();
        let scored = |standings: Vec<Standing<'_>>| -> Vec<(Id, PairScore, Option<u16>)> {
            standings
                .iter()
                .filter_map(|standing| self.standing(S::SIDE, subject, pool, standing))
                .collect()
        };
        let entries = scored(top.into_sorted()).into_iter().enumerate();
        let blocked_entries = scored(first_blocked.into_sorted()).into_iter();
        Some(Ranking {
            spec: RankingSpec,
            reader: Reader::Auditor,
            subject: SubjectRef { kind: S::SIDE, id: head.id.clone() },
            considered: pool.len() as u32,
            entries: entries
                .map(|(position, (id, score, arrangement))| {
                    self.ranked(position, id, &score, arrangement)
                })
                .collect(),
            blocked: Blocked {
                count: blocked,
                by: self.blocked_by(&by),
                entries: blocked_entries
                    .map(|(id, score, arrangement)| self.blocked(id, &score, arrangement))
                    .collect(),
            },
            faults: Vec::new(),
            provenance: self.provenance(&[head.digest, pool.digest()]),
        })
    }

    /// The full score of a standing, its id and arrangement.
    fn standing<D>(
        &self,
        side: Side,
        subject: &SubjectAt<'_, '_>,
        pool: &Pool<D>,
        standing: &Standing<'_>,
    ) -> Option<(Id, PairScore, Option<u16>)> {
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
        let arrangement = role.block.slots.get(role.slot).and_then(|slot| slot.arrangement);
        Some((standing.id.clone(), pair::score(&self.plan, role, candidate, known), arrangement))
    }

    fn ranked(
        &self,
        position: usize,
        id: Id,
        score: &PairScore,
        arrangement: Option<u16>,
    ) -> RankedEntry {
        RankedEntry {
            rank: position as u32 + 1,
            id,
            mutual: Score::of(score.mutual, self.plan.stance),
            role_side: self.summary(&score.role),
            candidate_side: self.summary(&score.candidate),
            status: if score.gate == Gate::Open { Status::Open } else { Status::Met },
            open: self.conditions(score, Gate::Open),
            arrangement,
        }
    }

    fn blocked(&self, id: Id, score: &PairScore, arrangement: Option<u16>) -> BlockedEntry {
        BlockedEntry {
            id,
            mutual: Score::of(score.mutual, self.plan.stance),
            role_side: self.summary(&score.role),
            candidate_side: self.summary(&score.candidate),
            by: self.conditions(score, Gate::Unmet),
            arrangement,
        }
    }

    fn summary(&self, side: &SideScore) -> SideSummary {
        let Score { low, high, point } = Score::of(side.degree, self.plan.stance);
        SideSummary { low, high, point, coverage: Published::of(side.coverage), asked: side.asked }
    }

    fn conditions(&self, score: &PairScore, gate: Gate) -> Vec<Condition> {
        let entries =
            self.plan.entries.iter().zip(&score.entries).filter(|(_, scored)| scored.gate == gate);
        let condition = |(entry, scored): (&Entry, &EntryScore)| Condition {
            side: entry.side,
            criterion: entry.name.clone(),
            pointer: at_item(&entry.asks, scored.item),
            negotiable: scored.negotiable,
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

fn at_item(asks: &Pointer, item: Option<usize>) -> Pointer {
    item.map_or_else(|| asks.clone(), |item| asks.clone().index(item))
}

/// One piece of work: some subjects of a tile against one block.
struct Piece {
    block: usize,
    subjects: std::ops::Range<usize>,
    /// Whether it is the last of its block, by which progress is counted.
    is_last: bool,
}

/// Whole tiles a block where there are blocks enough for all cores, else tiles cut up.
fn pieces(blocks: usize, subjects: usize) -> Vec<Piece> {
    let wanted = cores::count() * PIECES_A_CORE;
    let cuts = wanted.div_ceil(blocks.max(1)).clamp(1, subjects.max(1));
    let length = subjects.div_ceil(cuts).max(1);
    let of_block = |block: usize| {
        (0..subjects).step_by(length).map(move |start| {
            let end = (start + length).min(subjects);
            Piece { block, subjects: start..end, is_last: end == subjects }
        })
    };
    (0..blocks).flat_map(of_block).collect()
}
