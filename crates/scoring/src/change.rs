//! The least that would have to change: levers tried on the documents, each scored before it is shown.

use crate::{
    Degree, Engine, Explanation, Gate, Lever, Levers, NamedValues, Operation, Published, Reader,
    Score, facts::Seats, pair::PairScore, plan::Entry, ranking::is_false, subject,
};
use mutualfit_domain::{Candidate, Pointer, Role, RoleView, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{cmp::Reverse, collections::BTreeSet};

/// How many changes a way takes at the most.
const STEPS: usize = 6;
/// What is asked for above a degree that would just do, so that rounding does not fall short of it.
const MARGIN: f32 = 1e-4;

/// What would have to change for a pair to reach a score with nothing that blocks it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LeastChange {
    /// The mutual point to be reached.
    pub target: Published,
    /// The least that each side could change by itself and, where neither reaches it, that both could together. None
    /// where the pair is there already.
    pub ways: Vec<Way>,
    /// What there is to talk about with the other side, without saying what it would take.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub talk: Vec<Facet>,
}

/// Changes that together reach a score, or come as near to it as they can.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// Who makes the changes.
    pub by: Party,
    /// Whether the target is reached and nothing blocks the pair.
    pub reached: bool,
    /// Why it is not; absent where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The changes, in the order in which their patches apply.
    pub steps: Vec<Step>,
    /// Whether the way takes changes beside these, which are not for this reader to see: there is something to talk about.
    #[serde(default, skip_serializing_if = "is_false")]
    pub takes_more: bool,
    /// What the pair scores with all of them.
    pub after: Outcome,
}

/// Who makes changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Party {
    /// The role.
    Role,
    /// The candidate.
    Candidate,
    /// Both together.
    Both,
}

/// Why a target is not reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// There is nothing that this party could change and that would raise the score.
    NothingToChange,
    /// What it could change is not enough.
    NotEnough,
}

/// One change of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Whose document changes.
    pub side: Side,
    /// The entry of the rubric that it raises.
    pub criterion: String,
    /// The kind of that entry.
    #[serde(rename = "use")]
    pub kind: String,
    /// What kind of change it is; `waive` is no condition any more, all else has its words with the kind.
    pub code: String,
    /// Where the ask stands that it serves, in the document that asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Pointer>,
    /// The values that people read, by name.
    #[serde(default, skip_serializing_if = "NamedValues::is_empty")]
    pub values: NamedValues,
    /// The change itself, as a JSON Patch (RFC 6902) on the document.
    pub patch: Vec<Operation>,
    /// By how much the criterion's degree changes; for a condition that is waived, what is missing of it.
    pub amount: Published,
}

/// What a pair scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Whether anything essential blocks it.
    pub gate: Gate,
    /// Both sides together.
    pub mutual: Score,
    /// How far the candidate meets what the role asks.
    pub role_side: Score,
    /// How far the role meets what the candidate asks.
    pub candidate_side: Score,
}

/// A criterion as something to talk about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// Whose document it is about.
    pub side: Side,
    /// The entry of the rubric.
    pub criterion: String,
}

/// The code of a change that makes a condition none.
pub const WAIVE: &str = "waive";

impl Engine {
    /// The least that would have to change for a pair to reach this mutual point, `0..=1`, with nothing that blocks it.
    ///
    /// Levers of all criteria are applied and the whole pair is scored again; of single changes that reach the target
    /// the one that changes its criterion's degree least is taken, ties by the entry's name; where none does by itself,
    /// changes are put together, what helps most first, and those that turn out not to be needed are left out.
    pub fn least_change(&self, role: &Role, candidate: &Candidate, target: f32) -> LeastChange {
        self.search(role, candidate, target, &Kept::default())
    }

    /// The least change as this reader may see it: changes of their own document, and of all else the facet to talk about.
    ///
    /// Where the candidate keeps anything, the role's is searched by what the role may see: the target counts in whole
    /// fifths, changes are sized and ordered by what is shared, and those that follow from what is kept are none to be
    /// shown. Else whoever tries one target after the other could find out the exact score.
    pub fn least_change_read_by(
        &self,
        reader: Reader,
        role: &Role,
        candidate: &Candidate,
        target: f32,
    ) -> LeastChange {
        let kept = if reader.sees_what_is_kept() {
            Kept::default()
        } else {
            Kept::of(&self.explain(role, candidate))
        };
        self.search(role, candidate, target, &kept).seen_by(reader, &kept)
    }

    fn search(&self, role: &Role, candidate: &Candidate, target: f32, kept: &Kept) -> LeastChange {
        let target = if target.is_nan() { 1.0 } else { target.clamp(0.0, 1.0) };
        let target = if kept.is_empty() { Published::of(target) } else { up_to_fifth(target) };
        let mut change = LeastChange { target, ways: Vec::new(), talk: Vec::new() };
        let start = Trial::of(self, role.clone(), candidate.clone());
        let search = Search { engine: self, target, kept };
        if search.is_reached(&start) {
            return change;
        }
        change.ways = [Party::Role, Party::Candidate].map(|by| search.way(&start, by)).into();
        if !change.ways.iter().any(|way| way.reached) {
            change.ways.push(search.way(&start, Party::Both));
        }
        change
    }
}

/// A pair as it would be.
#[derive(Clone)]
struct Trial {
    role: Role,
    candidate: Candidate,
    arrangement: Option<usize>,
    score: PairScore,
}

impl Trial {
    fn of(engine: &Engine, role: Role, candidate: Candidate) -> Self {
        let (score, arrangement) = engine.score_pair(&role, &candidate);
        Self { role, candidate, arrangement, score }
    }

    /// The pair with one lever applied; `None` where the document would not be valid, or is not changed by it.
    fn with(&self, engine: &Engine, lever: &Lever) -> Option<Self> {
        match lever.side {
            Side::Role => Some(Self::of(engine, lever.apply(&self.role)?, self.candidate.clone())),
            Side::Candidate => {
                Some(Self::of(engine, self.role.clone(), lever.apply(&self.candidate)?))
            }
        }
    }

    fn seats(&self) -> Seats<'_> {
        Seats { role: RoleView::new(&self.role, self.arrangement), candidate: &self.candidate }
    }

    fn blocking(&self) -> usize {
        self.score.entries.iter().filter(|entry| entry.gate == Gate::Unmet).count()
    }
}

struct Search<'s> {
    engine: &'s Engine,
    target: Published,
    kept: &'s Kept,
}

/// What is kept from whoever reads a least change.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The entries of the rubric that rest on it.
    entries: BTreeSet<String>,
    /// Whether either side, the role's first, has such an entry.
    banded: [bool; 2],
}

impl Kept {
    /// What the role may not see of a pair.
    pub(crate) fn of(auditor: &Explanation) -> Self {
        let mut kept = Self::default();
        for (banded, side) in kept.banded.iter_mut().zip(&auditor.explanation.children) {
            let entries = side.children.iter().filter(|node| node.is_kept());
            let entries = entries.map(|node| node.code.clone());
            let before = kept.entries.len();
            kept.entries.extend(entries);
            *banded = kept.entries.len() > before;
        }
        kept
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn has(&self, entry: &str) -> bool {
        self.entries.contains(entry)
    }
}

/// A target in whole fifths: the next one that is no less.
fn up_to_fifth(target: f32) -> Published {
    Published::rounded((f64::from(target) * 5.0 - 1e-9).ceil().max(0.0) / 5.0)
}

/// A lever that was tried.
struct Tried {
    step: Step,
    trial: Trial,
}

impl Search<'_> {
    fn point(&self, degree: Degree) -> f32 {
        degree.at(self.engine.plan.stance)
    }

    /// Whether the target is reached, as far as six decimals tell.
    fn is_reached(&self, trial: &Trial) -> bool {
        let point = Published::of(self.point(trial.score.mutual));
        trial.score.gate != Gate::Unmet && point >= self.target
    }

    fn way(&self, start: &Trial, by: Party) -> Way {
        let mut steps: Vec<Tried> = Vec::new();
        while steps.len() < STEPS {
            let at = steps.last().map_or(start, |last| &last.trial);
            if self.is_reached(at) {
                break;
            }
            match self.next(at, by) {
                Some(tried) => steps.push(tried),
                None => break,
            }
        }
        let is_reached =
            |steps: &[Tried]| self.is_reached(steps.last().map_or(start, |last| &last.trial));
        let reached = is_reached(&steps);
        if reached {
            steps = self.needed(start, steps);
        }
        let reason = match (reached, steps.is_empty()) {
            (true, _) => None,
            (false, true) => Some(Reason::NothingToChange),
            (false, false) => Some(Reason::NotEnough),
        };
        let after = self.outcome(steps.last().map_or(start, |last| &last.trial));
        Way {
            by,
            reached,
            reason,
            takes_more: false,
            steps: steps.into_iter().map(|tried| tried.step).collect(),
            after,
        }
    }

    /// The steps without those that the target does not need.
    fn needed(&self, start: &Trial, mut steps: Vec<Tried>) -> Vec<Tried> {
        let mut place = 0;
        while steps.len() > 1 && place < steps.len() {
            let rest: Vec<Lever> = steps
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != place)
                .map(|(_, tried)| tried.step.lever())
                .collect();
            let mut trials = Vec::new();
            for lever in &rest {
                let at = trials.last().unwrap_or(start);
                match at.with(self.engine, lever) {
                    Some(trial) => trials.push(trial),
                    None => break,
                }
            }
            if trials.len() == rest.len() && trials.last().is_some_and(|last| self.is_reached(last))
            {
                steps.remove(place);
                for (tried, trial) in steps.iter_mut().zip(trials) {
                    tried.trial = trial;
                }
            } else {
                place += 1;
            }
        }
        steps
    }

    /// The change to make next: the least that reaches the target, or else what helps most.
    fn next(&self, at: &Trial, by: Party) -> Option<Tried> {
        let tried = self.tried(at, by);
        let (mut reaching, rest): (Vec<Tried>, Vec<Tried>) =
            tried.into_iter().partition(|tried| self.is_reached(&tried.trial));
        // What something that is kept would change is not to be told by what is chosen before it.
        let is_kept = |tried: &Tried| self.kept.has(&tried.step.criterion);
        let size = |tried: &Tried| {
            let amount = if is_kept(tried) { Published::default() } else { tried.step.amount };
            (is_kept(tried), amount, tried.step.code == WAIVE)
        };
        reaching.sort_by(|one, other| {
            size(one)
                .partial_cmp(&size(other))
                .unwrap_or(std::cmp::Ordering::Equal)
                .then_with(|| one.step.criterion.cmp(&other.step.criterion))
        });
        if let Some(least) = reaching.into_iter().next() {
            return Some(least);
        }
        let worth = |trial: &Trial| {
            (Reverse(trial.blocking()), Published::of(self.point(trial.score.mutual)))
        };
        let before = worth(at);
        let helping = rest.into_iter().filter(|tried| worth(&tried.trial) > before);
        if self.kept.is_empty() {
            return helping.reduce(|best, other| {
                if worth(&other.trial) > worth(&best.trial) { other } else { best }
            });
        }
        // Ordered by what is shared alone.
        let rank = |tried: &Tried| {
            let amount = if is_kept(tried) { Published::default() } else { tried.step.amount };
            (Reverse(tried.trial.blocking()), !is_kept(tried), amount)
        };
        let mut helping: Vec<Tried> = helping.collect();
        helping.sort_by(|one, other| one.step.criterion.cmp(&other.step.criterion));
        helping
            .into_iter()
            .reduce(|best, other| if rank(&other) > rank(&best) { other } else { best })
    }

    /// Every lever that this party has, applied.
    fn tried(&self, at: &Trial, by: Party) -> Vec<Tried> {
        let mut tried = Vec::new();
        let plan = &self.engine.plan;
        for (entry, scored) in plan.entries.iter().zip(&at.score.entries) {
            let is_short = scored.weight > 0.0 && scored.degree.low() < 1.0;
            if !is_short && scored.gate != Gate::Unmet {
                continue;
            }
            let mut levers: Vec<Lever> = Vec::new();
            for target in self.targets(at, entry, scored.degree, scored.weight) {
                let mut proposed = Levers::to(target);
                entry.scorer.levers(at.seats(), &entry.context, &mut proposed);
                levers.extend(proposed.into_vec());
            }
            if scored.gate == Gate::Unmet {
                levers.extend(waivers(at, entry));
            }
            let mut seen: Vec<Lever> = Vec::new();
            for lever in levers {
                if by.has(lever.side) && !seen.contains(&lever) {
                    tried.extend(self.attempt(at, entry, scored.degree, &lever));
                    seen.push(lever);
                }
            }
        }
        tried
    }

    fn attempt(&self, at: &Trial, entry: &Entry, before: Degree, lever: &Lever) -> Option<Tried> {
        let trial = at.with(self.engine, lever)?;
        let position = self.engine.plan.entries.iter().position(|it| it.name == entry.name)?;
        let after = trial.score.entries.get(position)?.degree;
        let changed = if lever.code == WAIVE {
            1.0 - before.low()
        } else {
            (self.point(after) - self.point(before)).abs()
        };
        let step = Step {
            side: lever.side,
            criterion: entry.name.clone(),
            kind: entry.kind.to_owned(),
            code: lever.code.clone(),
            asked: lever.asked.clone(),
            values: lever.values.clone(),
            patch: lever.patch.clone(),
            amount: Published::of(changed),
        };
        Some(Tried { step, trial })
    }

    /// The degrees to aim at: all that is asked, and as much as would just do by itself.
    fn targets(&self, at: &Trial, entry: &Entry, degree: Degree, weight: f32) -> Vec<f32> {
        let side = at.score.side(entry.side);
        let other = self.point(at.score.side(subject::other(entry.side)).degree);
        let merged = |own: f32| match entry.side {
            Side::Role => self.engine.plan.merge.point(own, other),
            Side::Candidate => self.engine.plan.merge.point(other, own),
        };
        let goal = self.target.get() as f32;
        // How much would just do follows from both sides' exact scores.
        if weight <= 0.0 || merged(1.0) < goal || !self.kept.is_empty() {
            return vec![1.0];
        }
        // A mean is monotone in each of its sides.
        let (mut low, mut high) = (0.0_f32, 1.0_f32);
        for _ in 0..24 {
            let middle = low.midpoint(high);
            if merged(middle) < goal { low = middle } else { high = middle }
        }
        let needed = (high - self.point(side.degree)) * side.total / weight;
        let enough = self.point(degree) + needed + MARGIN;
        if enough > self.point(degree) && enough < 1.0 { vec![enough, 1.0] } else { vec![1.0] }
    }

    fn outcome(&self, trial: &Trial) -> Outcome {
        let score = |degree| Score::of(degree, self.engine.plan.stance);
        Outcome {
            gate: trial.score.gate,
            mutual: score(trial.score.mutual),
            role_side: score(trial.score.role.degree),
            candidate_side: score(trial.score.candidate.degree),
        }
    }
}

impl Party {
    fn has(self, side: Side) -> bool {
        match self {
            Self::Role => side == Side::Role,
            Self::Candidate => side == Side::Candidate,
            Self::Both => true,
        }
    }
}

impl Step {
    fn lever(&self) -> Lever {
        Lever {
            side: self.side,
            code: self.code.clone(),
            asked: self.asked.clone(),
            values: self.values.clone(),
            patch: self.patch.clone(),
        }
    }
}

/// What whoever asks can do about essential items that are not met: make them none.
fn waivers(at: &Trial, entry: &Entry) -> Vec<Lever> {
    let mut facts = crate::Facts::default();
    entry.scorer.facts(at.seats(), &[], &entry.context, &mut facts);
    let document = match entry.side {
        Side::Role => serde_json::to_value(&at.role),
        Side::Candidate => serde_json::to_value(&at.candidate),
    };
    let Ok(document) = document else { return Vec::new() };
    let unmet = facts.into_vec().into_iter().filter(|fact| fact.gate == Some(Gate::Unmet));
    let pointers = unmet.filter_map(|fact| fact.asked).chain([entry.asks.clone()]);
    let mut levers: Vec<Lever> = Vec::new();
    for asked in pointers {
        if let Some(path) = essential(&document, &asked) {
            let lever = Lever::on(entry.side, WAIVE).asked(asked).replace(path, false);
            if levers.iter().all(|other| other.patch != lever.patch) {
                levers.push(lever);
            }
        }
    }
    levers
}

/// The member nearest to a pointer, in it or above it, that makes something essential.
fn essential(document: &Value, pointer: &Pointer) -> Option<Pointer> {
    let mut here = Some(pointer.clone());
    while let Some(pointer) = here {
        let object = document.pointer(pointer.as_str());
        for name in ["mustHave", "dealBreaker"] {
            if object.and_then(|object| object.get(name)) == Some(&Value::Bool(true)) {
                return Some(pointer.field(name));
            }
        }
        here = pointer.parent();
    }
    None
}

impl LeastChange {
    /// What a reader may see of it: changes of the own document that follow from nothing that is kept; of all else the
    /// facet to talk about.
    pub(crate) fn seen_by(&self, reader: Reader, kept: &Kept) -> Self {
        let own = match reader {
            Reader::Auditor => return self.clone(),
            Reader::Role => Side::Role,
            Reader::Candidate => Side::Candidate,
        };
        let mut seen = Self { ways: Vec::new(), talk: Vec::new(), ..self.clone() };
        for way in &self.ways {
            let is_shown = |step: &&Step| step.side == own && !kept.has(&step.criterion);
            let (shown, talk): (Vec<&Step>, Vec<&Step>) = way.steps.iter().partition(is_shown);
            let facet = |step: &Step| Facet { side: step.side, criterion: step.criterion.clone() };
            seen.talk.extend(talk.into_iter().map(facet));
            if way.by.has(own) {
                seen.ways.push(Way {
                    takes_more: shown.len() < way.steps.len(),
                    steps: shown.into_iter().cloned().collect(),
                    after: way.after.in_fifths(kept.banded),
                    ..way.clone()
                });
            }
        }
        // In an order that tells nothing of what would help most.
        seen.talk.sort();
        seen.talk.dedup();
        seen
    }
}

impl Outcome {
    fn in_fifths(self, [role, candidate]: [bool; 2]) -> Self {
        let shown = |score: Score, banded: bool| if banded { score.in_fifths() } else { score };
        Self {
            gate: self.gate,
            mutual: shown(self.mutual, role || candidate),
            role_side: shown(self.role_side, role),
            candidate_side: shown(self.candidate_side, candidate),
        }
    }
}
