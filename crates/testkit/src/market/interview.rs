//! What interviews of the market found.

use super::{
    draw::Draw,
    part::{share, yearly},
    word::{Words, known},
};
use mutualfit_domain::{
    Count, Id, PairCompetency, PairFacts, Pay, PayUnit, RequiredCompetency, Role, Text,
};
use std::collections::BTreeSet;

/// How many candidates are interviewed for a role at the most.
const MOST: u32 = 20;

/// The facts of each candidate, of the first so many, who was interviewed for a role.
pub(crate) fn interviews(
    words: &Words,
    draw: &mut Draw,
    role: &Role,
    candidates: u32,
) -> Vec<PairFacts> {
    let invited = if candidates == 0 { 0 } else { draw.between(MOST / 2, MOST) };
    let invited: BTreeSet<u32> = (0..invited).map(|_| draw.below(candidates)).collect();
    invited.into_iter().map(|number| interview(words, draw, role, number)).collect()
}

/// Most of the competencies that the role asks for are rated; some of those interviewed have agreed on their pay.
fn interview(words: &Words, draw: &mut Draw, role: &Role, number: u32) -> PairFacts {
    let asked = role.requirements.as_ref().and_then(|asked| asked.competencies.as_deref());
    let rated: Vec<PairCompetency> = asked
        .into_iter()
        .flatten()
        .filter_map(|asked| draw.said(|draw| rated(draw, asked)))
        .collect();
    let source = known(Text::new("interview"));
    PairFacts {
        competencies: (!rated.is_empty()).then_some(rated),
        pay_offered: draw.in_hundred(40).then(|| offer(words, draw, role)),
        ..PairFacts::new(role.id.clone(), known(Id::new(format!("c-{number}"))), source)
    }
}

fn rated(draw: &mut Draw, asked: &RequiredCompetency) -> PairCompetency {
    let (low, more) = (5 * draw.below(17), 5 * draw.below(5));
    PairCompetency {
        raters: Some(Count::new(draw.between(1, 3))),
        ..PairCompetency::new(asked.concept.clone(), share(low), share(low + more))
    }
}

/// The most that the role pays, or what was agreed where it does not say.
fn offer(words: &Words, draw: &mut Draw, role: &Role) -> Pay {
    let agreed = yearly(draw.between(40, 110));
    let pay = role.compensation.as_ref().and_then(|given| given.pay.as_deref()?.first());
    let most = pay.and_then(|pay| pay.max_value).unwrap_or(agreed);
    Pay {
        min_value: Some(most),
        max_value: Some(most),
        ..Pay::new(words.currency.clone(), PayUnit::Year)
    }
}
