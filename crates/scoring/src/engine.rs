//! Ranks and explains.

use crate::{
    Context, Digest, DocumentChanged, DuplicateId, Explanation, ExplanationSpec, PoolBuilder,
    Provenance, RankError, Rankable, Reader, Registry, Rubric, World,
    block::Block,
    cores,
    explanation::{self, Case},
    facts::Seats,
    growth,
    known::Known,
    pair::{self, At, PairScore, Standard},
    plan::Plan,
    pool::Pool,
    provenance, readers, unknown,
};
use mutualfit_domain::{Candidate, Faults, PairFacts, Role, RoleView};
use serde::Serialize;
use std::{ops::Range, sync::Arc};

/// Ranks and explains by one rubric in one world. Cheap to clone, safe to share.
#[derive(Clone, Debug)]
pub struct Engine {
    pub(crate) plan: Arc<Plan>,
    pub(crate) known: Arc<Known>,
    world: World,
    context: Digest,
}

impl Engine {
    /// An engine that ranks by this rubric, whose kinds the registry knows, in this world.
    ///
    /// # Errors
    ///
    /// Every fault of the rubric at once: kinds that do not exist, settings of another shape, names given twice,
    /// weights that are all 0.
    pub fn new(registry: &Registry, rubric: &Rubric, world: &World) -> Result<Self, Faults> {
        let plan = Plan::new(registry, rubric, world)?;
        let context = Digest::of_canonical(world.document()).unwrap_or_default();
        Ok(Self { plan: Arc::new(plan), known: Arc::default(), world: world.clone(), context })
    }

    /// The same engine with what is known of single pairs, in place of what it had.
    #[must_use]
    pub fn knowing(self, facts: impl IntoIterator<Item = PairFacts>) -> Self {
        Self { known: Arc::new(Known::new(facts)), ..self }
    }

    /// What whoever ranks people by this rubric should be told, with the position of the entry that says so.
    pub fn cautions(&self) -> impl Iterator<Item = (usize, &'static str)> + '_ {
        let entries = self.plan.entries.iter().enumerate();
        entries.filter_map(|(position, entry)| Some((position, entry.scorer.caution()?)))
    }

    /// A pool to be filled with documents as they are read.
    pub fn builder<D: Rankable>(&self) -> PoolBuilder<D> {
        PoolBuilder::new(Arc::clone(&self.plan))
    }

    /// A builder that starts from a pool: with documents added, replaced and removed it makes another pool, which shares
    /// with the first whatever did not change. The first stays as it is.
    ///
    /// # Errors
    ///
    /// Where the pool was distilled otherwise than this engine does.
    pub fn edit<D: Rankable>(&self, pool: &Pool<D>) -> Result<PoolBuilder<D>, RankError> {
        if !self.plan.distils_as(&pool.plan) {
            return Err(RankError::OtherRubric);
        }
        Ok(PoolBuilder::over(Arc::clone(&self.plan), pool.blocks.to_vec()))
    }

    /// The same engine by another rubric. Where that differs in weights, silences, stance, merge or what is ranked by
    /// alone, the pools of this engine are ranked by the other too: nothing is read again.
    ///
    /// # Errors
    ///
    /// Every fault of the rubric, as for [`new`](Self::new).
    pub fn with_rubric(&self, registry: &Registry, rubric: &Rubric) -> Result<Self, Faults> {
        let plan = Plan::new(registry, rubric, &self.world)?;
        Ok(Self { plan: Arc::new(plan), ..self.clone() })
    }

    /// A pool of documents built in code.
    ///
    /// # Errors
    ///
    /// Where two documents have one id.
    pub fn pool<D: Rankable + Serialize>(
        &self,
        documents: impl IntoIterator<Item = D>,
    ) -> Result<Pool<D>, DuplicateId> {
        let mut builder = self.builder();
        for document in documents {
            let digest = digest_of(&document);
            builder.push(document, digest)?;
        }
        Ok(builder.build())
    }

    /// Why a pair scores as it does. With the digests of the documents as they were read, provenance names those.
    pub fn explain<'a>(
        &self,
        role: impl Into<Sourced<'a, Role>>,
        candidate: impl Into<Sourced<'a, Candidate>>,
    ) -> Explanation {
        let (role, candidate) = (role.into(), candidate.into());
        let (score, arrangement) = self.score_pair(role.document, candidate.document);
        self.explained(&role, &candidate, &score, arrangement)
    }

    /// Why pairs of two pools score as they do, in their order, over all cores: as [`explain`](Self::explain), without
    /// distilling the documents again.
    ///
    /// # Errors
    ///
    /// Where a document is not the one that a pool holds.
    pub fn explain_ranked(
        &self,
        roles: &Pool<Role>,
        candidates: &Pool<Candidate>,
        pairs: &[(Sourced<'_, Role>, Sourced<'_, Candidate>)],
    ) -> Result<Vec<Explanation>, DocumentChanged> {
        let explained = cores::map(pairs, |(role, candidate)| {
            let (role_id, candidate_id) =
                (role.document.id.as_str(), candidate.document.id.as_str());
            let (of_role, role_slots) = roles.slots_of(role_id, role.digest)?;
            let (of_candidate, slots) = candidates.slots_of(candidate_id, candidate.digest)?;
            let known = self.known.of(role_id, candidate_id);
            let at = At { block: of_candidate, slot: slots.start };
            let (score, slot) = best_slot(&self.plan, (of_role, role_slots), at, known);
            let arrangement = of_role.slots.get(slot).and_then(|slot| slot.arrangement);
            Ok(self.explained(role, candidate, &score, arrangement.map(usize::from)))
        });
        explained.into_iter().collect()
    }

    fn explained(
        &self,
        role: &Sourced<'_, Role>,
        candidate: &Sourced<'_, Candidate>,
        score: &PairScore,
        arrangement: Option<usize>,
    ) -> Explanation {
        let known = self.known.of(role.document.id.as_str(), candidate.document.id.as_str());
        let view = RoleView::new(role.document, arrangement);
        let seats = Seats { role: view, candidate: candidate.document };
        let tree = explanation::tree(&self.plan, score, &Case { seats, known });
        let unknown = unknown::unknowns(&self.plan, score, &tree);
        Explanation {
            spec: ExplanationSpec,
            reader: Reader::Auditor,
            role: role.document.id.clone(),
            candidate: candidate.document.id.clone(),
            arrangement: arrangement.map(|arrangement| arrangement as u16),
            gate: score.gate,
            explanation: tree,
            unknown,
            growth: growth::links(seats, &Context::new(&self.world, [])),
            least_change: None,
            provenance: self.provenance(&[role.digest, candidate.digest]),
        }
    }

    /// An auditor's explanation as a reader may see it; one that was written for another reader stays as it is.
    ///
    /// What the candidate keeps to the engine is shown to the role as met, partly, not met or not stated, and every
    /// number from which more would follow in fifths. A least change, which goes by exact scores, is left out then: see
    /// [`least_change_read_by`](Self::least_change_read_by).
    #[must_use]
    pub fn seen_by(&self, reader: Reader, explanation: &Explanation) -> Explanation {
        match explanation.reader {
            Reader::Auditor => readers::seen_by(explanation, reader, &self.plan.merge),
            Reader::Role | Reader::Candidate => explanation.clone(),
        }
    }

    /// The score of a pair by the best of the role's arrangements, and which that is.
    pub(crate) fn score_pair(
        &self,
        role: &Role,
        candidate: &Candidate,
    ) -> (PairScore, Option<usize>) {
        let known = self.known.of(role.id.as_str(), candidate.id.as_str());
        let roles = Block::of(&self.plan, [(role, Digest::default())]).sealed();
        let candidates = Block::of(&self.plan, [(candidate, Digest::default())]).sealed();
        let slots = 0..roles.slots.len();
        let at = At { block: &candidates, slot: 0 };
        let (score, slot) = best_slot(&self.plan, (&roles, slots), at, known);
        let arrangement = roles.slots.get(slot).and_then(|slot| slot.arrangement);
        (score, arrangement.map(usize::from))
    }

    pub(crate) fn provenance(&self, documents: &[Digest]) -> Provenance {
        let inputs = Digest::of_all(&[documents, &[self.known.digest()]].concat());
        Provenance {
            engine: provenance::engine(),
            as_of: self.world.document().as_of,
            rubric: self.plan.rubric,
            context: self.context,
            criteria: self.plan.versions.clone(),
            inputs: Some(inputs),
        }
    }
}

/// A document and the digest of the bytes that it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Sourced<'a, D> {
    /// The document.
    pub document: &'a D,
    /// The digest.
    pub digest: Digest,
}

impl<'a, D: Serialize> From<&'a D> for Sourced<'a, D> {
    /// A document built in code goes by the digest of its JSON form.
    fn from(document: &'a D) -> Self {
        Self { document, digest: digest_of(document) }
    }
}

/// Documents always have a JSON form: their maps have string keys and their numbers are finite.
fn digest_of(document: &impl Serialize) -> Digest {
    Digest::of_document(document).unwrap_or_default()
}

/// The best of a role's arrangements for a candidate, and its slot.
fn best_slot(
    plan: &Plan,
    (roles, slots): (&Block, Range<usize>),
    candidate: At<'_>,
    known: &[PairFacts],
) -> (PairScore, usize) {
    let score =
        |slot: usize| (pair::score(plan, At { block: roles, slot }, candidate, known), slot);
    let standard =
        |score: &PairScore| Standard::of(score.gate, score.ranked(plan.rank_by).at(plan.stance));
    let better = |one: (PairScore, usize), later: (PairScore, usize)| {
        if standard(&later.0) > standard(&one.0) { later } else { one }
    };
    (slots.start + 1..slots.end).map(score).fold(score(slots.start), better)
}
