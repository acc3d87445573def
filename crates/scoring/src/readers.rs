//! What each reader may see of an explanation.
//!
//! Only a candidate keeps things to the engine, so an auditor and the candidate see everything, and a role sees of what
//! is kept whether it is met, and no number from which more would follow.

use crate::{
    BASELINE, Contribution, Explanation, Fact, Gate, Merge, Node, Published, Reader, Said, Score,
    change::Kept,
    explanation::{NOTHING_ASKED, share_out},
};
use mutualfit_domain::{Audience, Side};

/// The code of the node that stands for everything a side keeps to the engine.
pub const KEPT: &str = "kept";

impl Reader {
    /// Whether this reader may see what the candidate keeps to the engine.
    pub fn sees_what_is_kept(self) -> bool {
        self != Self::Role
    }

    /// The reader on this side.
    pub fn on(side: Side) -> Self {
        match side {
            Side::Role => Self::Role,
            Side::Candidate => Self::Candidate,
        }
    }
}

/// An auditor's explanation as a reader may see it.
///
/// Where a side keeps anything, it is shown in fifths, as are the node of all that it keeps and the mutual score; what
/// it shares keeps its numbers. The contributions add up to what is shown: that of what is kept is the rest, so that it
/// tells nothing beyond the fifths.
pub(crate) fn seen_by(auditor: &Explanation, reader: Reader, merge: &Merge) -> Explanation {
    let mut seen = Explanation { reader, ..auditor.clone() };
    let kept = if reader.sees_what_is_kept() { Kept::default() } else { Kept::of(auditor) };
    // An auditor's least change goes by exact scores: who may not see those has one of their own.
    seen.least_change = auditor
        .least_change
        .as_ref()
        .filter(|_| kept.is_empty())
        .map(|change| change.seen_by(reader, &kept));
    if reader.sees_what_is_kept() {
        return seen;
    }
    let is_open = |audience: Option<Audience>| audience != Some(Audience::Engine);
    seen.unknown.retain(|unknown| is_open(unknown.audience) && kept.is_empty());
    seen.growth.retain(|link| is_open(link.audience));
    let mutual = &mut seen.explanation;
    for (side, node) in [Side::Role, Side::Candidate].into_iter().zip(&mut mutual.children) {
        keep(side, node);
    }
    if mutual.children.iter().any(|side| side.value.banded) {
        mutual.value = mutual.value.in_fifths();
        mutual.contribution = mutual.value.into();
        share_between(mutual, merge);
        seen.provenance.inputs = None;
    }
    seen
}

/// Puts everything that a side keeps into one node, and shows the side in fifths.
fn keep(side: Side, node: &mut Node) {
    if !node.children.iter().any(Node::is_kept) {
        return;
    }
    // That nothing is asked follows from what is kept.
    let (kept, open): (Vec<Node>, Vec<Node>) =
        node.children.drain(..).partition(|entry| entry.is_kept() || entry.code == NOTHING_ASKED);
    node.children = open;
    node.value = node.value.in_fifths();
    let rest = |whole: Published, part: fn(&Contribution) -> Published| {
        let open: f64 = node.children.iter().map(|entry| part(&entry.contribution).get()).sum();
        Published::rounded(whole.get() - node.baseline.get() - open)
    };
    let contribution = Contribution {
        low: rest(node.value.low, |part| part.low),
        high: rest(node.value.high, |part| part.high),
        point: None,
    };
    let weight: f64 = kept.iter().map(|entry| entry.weight.get()).sum();
    let mean = |bound: fn(&Score) -> Published, unknown: f64| {
        let sum: f64 =
            kept.iter().map(|entry| entry.weight.get() * bound(&entry.value).get()).sum();
        Published::rounded(if weight > 0.0 { (sum / weight).clamp(0.0, 1.0) } else { unknown })
    };
    let value = Score {
        low: mean(|score| score.low, 0.0),
        high: mean(|score| score.high, 1.0),
        point: None,
        banded: false,
    };
    node.children.push(Node {
        value: value.in_fifths(),
        contribution,
        weight: Published::rounded(weight),
        audience: Some(Audience::Engine),
        facts: kept.into_iter().filter(Node::is_kept).flat_map(|entry| told(side, entry)).collect(),
        ..Node::bare(KEPT)
    });
}

/// What is told of an entry that keeps something: what it shares, and how the rest is met.
fn told(side: Side, entry: Node) -> Vec<Fact> {
    let Node { code, kind, asked, answered, gate, value, facts, .. } = entry;
    let is_compared = asked == Some(Said::Stated) && answered == Some(Said::Stated);
    let is_whole = |fact: &Fact| match side {
        // A fact that points to no answer may speak of several, among which one is kept.
        Side::Role => fact.answered.is_some(),
        Side::Candidate => fact.asked.is_some(),
    };
    let (shared, kept): (Vec<Fact>, Vec<Fact>) =
        facts.into_iter().partition(|fact| !fact.is_kept() && is_whole(fact));
    let words = kept.iter().filter(|fact| fact.is_kept());
    let mut words = words.map(|fact| fact.degree.map_or(Word::of(&value), Word::of_degree));
    let word = match words.next() {
        _ if !is_compared => Word::NotStated,
        None => Word::of(&value),
        Some(first) => {
            words.fold(first, |one, other| if one == other { one } else { Word::Partly })
        }
    };
    let mut fact = Fact::new(word.code());
    fact.gate = gate.filter(|gate| *gate != Gate::Met);
    let mut told = vec![fact];
    told.extend(shared);
    for fact in &mut told {
        fact.criterion = Some(code.clone());
        fact.kind.clone_from(&kind);
    }
    told
}

/// How something that is kept is met, and no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Met,
    Partly,
    NotMet,
    NotStated,
}

impl Word {
    fn of(score: &Score) -> Self {
        Self::between(score.low.get(), score.high.get())
    }

    fn of_degree(degree: crate::Degree) -> Self {
        Self::between(f64::from(degree.low()), f64::from(degree.high()))
    }

    fn between(low: f64, high: f64) -> Self {
        match (low, high) {
            (low, _) if low >= 1.0 => Self::Met,
            (_, high) if high <= 0.0 => Self::NotMet,
            (low, high) if low <= 0.0 && high >= 1.0 => Self::NotStated,
            _ => Self::Partly,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Met => "kept-met",
            Self::Partly => "kept-partly",
            Self::NotMet => "kept-not-met",
            Self::NotStated => "kept-not-stated",
        }
    }
}

/// Shares a mutual score in fifths out between its sides: by what is shown of them, and what the fifths add to that is
/// the sides' that are shown in fifths.
fn share_between(mutual: &mut Node, merge: &Merge) {
    let [role, candidate] = mutual.children.as_slice() else { return };
    let banded = [role.value.banded, candidate.value.banded];
    let by_bound = |bound: fn(&Score) -> Published| {
        let [role, candidate] = [role, candidate].map(|side| bound(&side.value).get() as f32);
        let mut parts = merge.contributions(role, candidate).map(f64::from);
        let rest = bound(&mutual.value).get() - f64::from(BASELINE) - parts.iter().sum::<f64>();
        let share = rest / banded.iter().filter(|banded| **banded).count() as f64;
        for (part, banded) in parts.iter_mut().zip(banded) {
            *part += if banded { share } else { 0.0 };
        }
        parts
    };
    let (lows, highs) = (by_bound(|score| score.low), by_bound(|score| score.high));
    share_out(mutual, &lows, &highs, None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, expected: Word) {
        assert_eq!(Word::between(low, high), expected);
    }

    #[test]
    fn what_is_kept_is_told_in_a_word() {
        check(1.0, 1.0, Word::Met);
        check(0.0, 0.0, Word::NotMet);
        check(0.0, 1.0, Word::NotStated);
        check(0.3, 0.3, Word::Partly);
        check(0.0, 0.5, Word::Partly);
        check(0.5, 1.0, Word::Partly);
    }
}
