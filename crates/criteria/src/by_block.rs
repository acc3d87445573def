//! Criteria over a list whose answers hardly repeat: a block lays the answers out and judges them together.

mod measure;
mod rows;

pub(crate) use self::measure::Measure;

use self::rows::Rows;
use crate::{
    dictionary::Dictionary,
    list_criterion::{ListCriterion, OverList},
    requirement_list::RequirementList,
};
use mutualfit_domain::{Candidate, PairFacts, Profile, RoleView, Side};
use mutualfit_scoring::{
    Cell, Column, Context, Criterion, Degree, DegreeTable, Facts, Gate, GateTable, Lanes, Levers,
    Mark, Scorer, Seats, downcast, downcast_mut,
};
use std::{fmt::Debug, hash::Hash, ops::Range};

/// A criterion over a list that says how a block lays out what candidates answer.
pub(crate) trait BlockCriterion: ListCriterion<Want: Eq + Hash> {
    /// What a block keeps of its candidates.
    type Block: AnswerBlock<Self>;
}

/// What a block keeps of its candidates for one criterion.
pub(crate) trait AnswerBlock<C: ListCriterion + ?Sized>: Column + Default {
    /// The candidates beside some roles.
    type Answers<'a, M: Measure>: Answers<M, Want = C::Want> + 'a;

    /// Adds what a candidate answers, as the next slot.
    fn push(&mut self, have: C::Have);

    /// How far the candidate of a slot meets one item.
    fn degree(&self, want: &C::Want, slot: usize) -> Degree;

    /// Whether the candidate of a slot meets one item that must be met.
    fn gate(&self, want: &C::Want, slot: usize) -> Gate;

    /// Lays the candidates beside what some roles ask.
    fn beside<'a, M: Measure>(&'a self, lists: &[Listing<'a, C::Want>]) -> Self::Answers<'a, M>;
}

/// The candidates of a criterion's block beside some roles.
type AnswersOf<'a, C, M> = <<C as BlockCriterion>::Block as AnswerBlock<C>>::Answers<'a, M>;

/// What one of several roles asks; equal lists of one block are the same one.
pub(crate) struct Listing<'a, W> {
    pub(crate) lane: usize,
    pub(crate) list: &'a RequirementList<W>,
}

/// The candidates of a block beside what some roles ask: of which kind each is, and to which roles one is not like all of
/// that kind.
pub(crate) trait Answers<M>: Send + Sync {
    /// What is asked in one item.
    type Want;

    /// How many kinds there are.
    fn kinds(&self) -> usize;

    /// What a list comes to for a kind.
    fn of_kind(&self, list: &RequirementList<Self::Want>, kind: usize) -> M;

    /// The kind of a slot's candidate.
    fn kind(&self, slot: usize) -> usize;

    /// Tells what the lists of some lanes come to for one candidate; those of the others, what they do for all `alike`.
    fn apart(&self, slot: usize, alike: &[M], tell: impl FnMut(usize, M));
}

/// The [`Scorer`] of a [`BlockCriterion`].
#[derive(Debug)]
pub(crate) struct ByBlock<C>(OverList<C>);

/// What a block keeps of its roles.
#[derive(Debug)]
struct Asked<W> {
    lists: Dictionary<RequirementList<W>>,
    /// For each slot, the code of its list.
    codes: Vec<u16>,
}

impl<W> Default for Asked<W> {
    fn default() -> Self {
        Self { lists: Dictionary::default(), codes: Vec::new() }
    }
}

impl<W: Eq + Hash> Asked<W> {
    fn push(&mut self, list: RequirementList<W>) {
        // A block has fewer slots than there are codes.
        self.codes.push(self.lists.code(list) as u16);
    }
}

impl<W: Clone + Debug + Eq + Hash + Send + Sync + 'static> Column for Asked<W> {
    fn len(&self) -> usize {
        self.codes.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        let mut adopt = self.lists.adopt(&other.lists, Clone::clone);
        let codes = other.codes.get(slots).unwrap_or_default().iter();
        self.codes.extend(codes.filter_map(|code| Some(adopt((*code).into())? as u16)));
    }

    fn seal(&mut self) {
        self.lists.seal();
        self.codes.shrink_to_fit();
    }
}

/// The two documents of a pair, as they are kept.
struct Pair<'a, C: BlockCriterion> {
    list: &'a RequirementList<C::Want>,
    block: &'a C::Block,
    slot: usize,
}

impl<'a, C: BlockCriterion> Pair<'a, C> {
    fn of(role: Cell<'a>, candidate: Cell<'a>) -> Option<Self> {
        Some(Self { list: asked::<C>(role)?, block: candidate.of()?, slot: candidate.slot })
    }

    fn gate(&self, want: &C::Want) -> Gate {
        self.block.gate(want, self.slot)
    }
}

/// What the role of a slot asks.
fn asked<C: BlockCriterion>(role: Cell<'_>) -> Option<&RequirementList<C::Want>> {
    let asked: &Asked<C::Want> = role.of()?;
    asked.lists.get((*asked.codes.get(role.slot)?).into())
}

impl<C> ByBlock<C> {
    pub(crate) fn new(criterion: C) -> Self {
        Self(OverList(criterion))
    }
}

impl<C: BlockCriterion> ByBlock<C> {
    /// Some roles beside a block of candidates; `None` for candidates beside roles.
    fn rows<'a, M: Measure>(
        lanes: Lanes<'a>,
        many: &'a dyn Column,
    ) -> Option<Rows<M, AnswersOf<'a, C, M>>> {
        let block: &C::Block = downcast(many).filter(|_| lanes.side() == Side::Role)?;
        let listing = |(lane, role)| Some(Listing { lane, list: asked::<C>(role)? });
        let lists: Vec<_> = lanes.counted().filter_map(listing).collect();
        Some(Rows::new(&lists, lanes.width(), block.beside(&lists)))
    }
}

impl<C: BlockCriterion> Scorer for ByBlock<C> {
    fn side(&self) -> Side {
        Side::Role
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        match of {
            Side::Role => Box::new(Asked::<C::Want>::default()),
            Side::Candidate => Box::new(C::Block::default()),
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        let (list, mark) = self.0.ask(&role, context).marked();
        if let Some(asked) = downcast_mut::<Asked<C::Want>>(column) {
            asked.push(list.unwrap_or_default());
        }
        mark
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        let (have, mark) = self.0.answer(&Profile::of(candidate), context).marked();
        if let Some(block) = downcast_mut::<C::Block>(column) {
            block.push(have.unwrap_or_default());
        }
        mark
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        Pair::<C>::of(role, candidate).map_or(Degree::UNKNOWN, |pair| {
            pair.list.degree(|want| pair.block.degree(want, pair.slot))
        })
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        Pair::<C>::of(role, candidate)
            .map_or(Gate::Open, |pair| pair.list.gate(|want| pair.gate(want)))
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let pair = Pair::<C>::of(role, candidate)?;
        pair.list.gated_by(answered.then_some(|want: &C::Want| pair.gate(want)))
    }

    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        match Self::rows::<Degree>(lanes, many) {
            Some(rows) => DegreeTable::Rows(Box::new(rows)),
            None => DegreeTable::pair_by_pair(self, lanes, many),
        }
    }

    fn gates<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> GateTable<'a> {
        match Self::rows::<Gate>(lanes, many) {
            Some(rows) => GateTable::Rows(Box::new(rows)),
            None => GateTable::pair_by_pair(self, lanes, many),
        }
    }

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        self.0.facts(&seats.role, &Profile::of(seats.candidate), known, context, facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        self.0.levers(&seats.role, &Profile::of(seats.candidate), context, levers);
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use mutualfit_domain::Role;
    use mutualfit_scoring::{LANES, World};
    use serde_json::{Value, json};

    /// Checks that a block of candidates scores and gates as each pair does, to the bit, for roles that ask these lists
    /// and candidates of these members.
    #[track_caller]
    pub(crate) fn check_block<C: BlockCriterion>(
        criterion: C,
        concepts: &Value,
        asked: &[Value],
        candidates: &[Value],
    ) {
        let context = context(concepts);
        let scorer = ByBlock::new(criterion);
        let (mut roles, mut block) = (scorer.column(Side::Role), scorer.column(Side::Candidate));
        for list in asked {
            let mut role =
                json!({"spec": "mutualfit/role/1", "id": "r", "title": "x", "requirements": {}});
            role["requirements"][C::SECTION] = list.clone();
            let role: Role = serde_json::from_value(role).unwrap();
            scorer.push_role(&mut *roles, RoleView::new(&role, None), &context);
        }
        for members in candidates {
            let mut candidate = members.clone();
            candidate["spec"] = json!("mutualfit/candidate/1");
            candidate["id"] = json!("c");
            let candidate = serde_json::from_value(candidate).unwrap();
            scorer.push_candidate(&mut *block, &candidate, &context);
        }
        roles.seal();
        check_all(&scorer, &*roles, &*block, "while the block is filled");
        block.seal();
        check_all(&scorer, &*roles, &*block, "once the block is full");
        let roles = again(&scorer, Side::Role, &*roles);
        let block = again(&scorer, Side::Candidate, &*block);
        check_all(&scorer, &*roles, &*block, "once its slots are elsewhere");
    }

    /// The last slots of a column before the first.
    fn again(scorer: &dyn Scorer, side: Side, column: &dyn Column) -> Box<dyn Column> {
        let mut again = scorer.column(side);
        let middle = column.len() / 2;
        again.append(column, middle..column.len());
        again.append(column, 0..middle);
        assert_eq!(again.len(), column.len());
        again.seal();
        again
    }

    /// Checks tables of rows of every width, in both directions.
    #[track_caller]
    fn check_all(scorer: &dyn Scorer, roles: &dyn Column, candidates: &dyn Column, when: &str) {
        for (side, ones, many) in
            [(Side::Role, roles, candidates), (Side::Candidate, candidates, roles)]
        {
            for width in [1, 16, LANES] {
                let slots: Vec<usize> = (0..ones.len()).cycle().take(width).collect();
                let lanes = Lanes::new(side, ones, &slots);
                assert_eq!(lanes.width(), width);
                check_table(scorer, lanes, many, when);
            }
        }
    }

    #[track_caller]
    fn check_table(scorer: &dyn Scorer, lanes: Lanes<'_>, many: &dyn Column, when: &str) {
        let (degrees, gates) = (scorer.degrees(lanes, many), scorer.gates(lanes, many));
        for slot in 0..many.len() {
            let (degrees, gates) = (degrees.row(&lanes, slot), gates.row(&lanes, slot));
            for (lane, cell) in lanes.all() {
                let (role, candidate) = lanes.seat(cell, Cell { column: many, slot });
                let degree = scorer.degree(role, candidate);
                let (found, expected) = (degrees[lane], (degree.low(), degree.width()));
                let at = format!("{} {lane} of {}, slot {slot}, {when}", lanes.side(), lanes.len());
                assert_eq!(
                    <[f32; 2]>::from(found).map(f32::to_bits),
                    <[f32; 2]>::from(expected).map(f32::to_bits),
                    "{found:?} for {expected:?}: {at}"
                );
                assert_eq!(gates[lane], scorer.gate(role, candidate), "{at}");
            }
        }
    }

    fn context(concepts: &Value) -> Context {
        let world = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02"});
        let taxonomy = json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": concepts});
        let taxonomy = serde_json::from_value(taxonomy).unwrap();
        Context::new(&World::new(serde_json::from_value(world).unwrap(), &[taxonomy]), [])
    }
}
