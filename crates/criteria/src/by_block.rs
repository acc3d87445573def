//! Criteria over a list whose answers hardly repeat: a block lays the answers out and judges them together.

use crate::{
    list_criterion::{ListCriterion, OverList},
    requirement_list::RequirementList,
};
use mutualfit_domain::{Candidate, PairFacts, Profile, RoleView, Side};
use mutualfit_scoring::{
    Cell, Column, Context, Criterion, Degree, Facts, Gate, Lanes, Levers, Mark, Scorer, Seats,
    downcast, downcast_mut,
};

/// A criterion over a list that says how a block lays out what candidates answer.
pub(crate) trait BlockCriterion: ListCriterion {
    /// What a block keeps of its candidates.
    type Block: AnswerBlock<Self>;
}

/// What a block keeps of its candidates for one criterion.
///
/// [`score`](Self::score) agrees with [`degree`](Self::degree), slot by slot and to the bit.
pub(crate) trait AnswerBlock<C: ListCriterion + ?Sized>: Column + Default {
    /// Adds what a candidate answers, as the next slot.
    fn push(&mut self, have: C::Have);

    /// How far the candidate of a slot meets one item.
    fn degree(&self, want: &C::Want, slot: usize) -> Degree;

    /// Whether the candidate of a slot meets one item that must be met.
    fn gate(&self, want: &C::Want, slot: usize) -> Gate;

    /// Adds `weight · stakes[i]` times how far each slot meets a whole list.
    fn score(&self, list: &RequirementList<C::Want>, weight: f32, stakes: &[u8], lanes: Lanes<'_>);
}

/// The [`Scorer`] of a [`BlockCriterion`].
#[derive(Debug)]
pub(crate) struct ByBlock<C>(OverList<C>);

/// What a block keeps of its roles, slot by slot.
#[derive(Debug)]
struct Asked<W>(Vec<RequirementList<W>>);

impl<W: std::fmt::Debug + Send + Sync + 'static> Column for Asked<W> {
    fn len(&self) -> usize {
        self.0.len()
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
fn asked<C: ListCriterion>(role: Cell<'_>) -> Option<&RequirementList<C::Want>> {
    role.of::<Asked<C::Want>>()?.0.get(role.slot)
}

impl<C> ByBlock<C> {
    pub(crate) fn new(criterion: C) -> Self {
        Self(OverList(criterion))
    }
}

impl<C: BlockCriterion> Scorer for ByBlock<C> {
    fn side(&self) -> Side {
        Side::Role
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        match of {
            Side::Role => Box::new(Asked::<C::Want>(Vec::new())),
            Side::Candidate => Box::new(C::Block::default()),
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        let (list, mark) = self.0.ask(&role, context).marked();
        if let Some(asked) = downcast_mut::<Asked<C::Want>>(column) {
            asked.0.push(list.unwrap_or_default());
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

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        self.0.facts(&seats.role, &Profile::of(seats.candidate), known, context, facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        self.0.levers(&seats.role, &Profile::of(seats.candidate), context, levers);
    }

    fn score_candidates(
        &self,
        role: Cell<'_>,
        candidates: &dyn Column,
        weight: f32,
        stakes: &[u8],
        lanes: Lanes<'_>,
    ) {
        if let (Some(list), Some(block)) = (asked::<C>(role), downcast::<C::Block>(candidates)) {
            block.score(list, weight, stakes, lanes);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use mutualfit_domain::Role;
    use mutualfit_scoring::World;
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
        let is_same = |block: &dyn Column, when: &str| {
            for (slot, list) in asked.iter().enumerate() {
                let role = Cell { column: &*roles, slot };
                check_role(&scorer, role, block, &format!("{when}, {list} and {candidates:?}"));
            }
        };
        is_same(&*block, "before the index is there");
        block.seal();
        is_same(&*block, "once the index is there");
    }

    #[track_caller]
    fn check_role(scorer: &dyn Scorer, role: Cell<'_>, block: &dyn Column, when: &str) {
        let stakes: Vec<u8> = (0..block.len()).map(|slot| (slot % 4) as u8).collect();
        let (mut low, mut width) = (vec![0.25; stakes.len()], vec![0.5; stakes.len()]);
        let lanes = Lanes { low: &mut low, width: &mut width };
        scorer.score_candidates(role, block, 3.0, &stakes, lanes);
        for (slot, stake) in stakes.iter().enumerate() {
            let candidate = Cell { column: block, slot };
            let (degree, weight) = (scorer.degree(role, candidate), 3.0 * f32::from(*stake));
            let expected = [0.25 + weight * degree.low(), 0.5 + weight * degree.width()];
            let found = [low[slot], width[slot]];
            assert_eq!(found.map(f32::to_bits), expected.map(f32::to_bits), "slot {slot} {when}");
        }
    }

    fn context(concepts: &Value) -> Context {
        let world = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02"});
        let taxonomy = json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": concepts});
        let taxonomy = serde_json::from_value(taxonomy).unwrap();
        Context::new(&World::new(serde_json::from_value(world).unwrap(), &[taxonomy]), [])
    }
}
