//! What the candidates of a block have learned and done.

use super::{
    Education,
    learned::{Learned, OrMonths, Schooling, Wanted},
};
use crate::{
    by_block::{AnswerBlock, Answers, Listing, Measure},
    dictionary::Dictionary,
    months::Months,
    requirement_list::RequirementList,
};
use mutualfit_scoring::{Column, Degree, Gate, downcast};
use std::ops::Range;

/// What the candidates of a block have learned and done, each different schooling and number of months once.
#[derive(Debug, Default)]
pub(crate) struct LearnedBlock {
    schoolings: Dictionary<Schooling>,
    months: Dictionary<Months>,
    /// For each slot, the codes of both; a block has fewer slots than there are codes.
    codes: Vec<(u16, u16)>,
}

impl Column for LearnedBlock {
    fn len(&self) -> usize {
        self.codes.len()
    }

    fn append(&mut self, other: &dyn Column, slots: Range<usize>) {
        let Some(other) = downcast::<Self>(other) else { return };
        let mut schooling = self.schoolings.adopt(&other.schoolings, Clone::clone);
        let mut months = self.months.adopt(&other.months, Clone::clone);
        let codes = other.codes.get(slots).unwrap_or_default().iter();
        self.codes.extend(codes.filter_map(|(of_schooling, of_months)| {
            Some((schooling((*of_schooling).into())? as u16, months((*of_months).into())? as u16))
        }));
    }

    fn seal(&mut self) {
        self.schoolings.seal();
        self.months.seal();
        self.codes.shrink_to_fit();
    }
}

impl LearnedBlock {
    fn learned(&self, slot: usize) -> Option<(&Schooling, Months)> {
        let (schooling, months) = *self.codes.get(slot)?;
        Some((self.schoolings.get(schooling.into())?, *self.months.get(months.into())?))
    }
}

impl AnswerBlock<Education> for LearnedBlock {
    type Answers<'a, M: Measure> = Accepting<'a, M>;

    fn push(&mut self, Learned { schooling, months }: Learned) {
        let codes = (self.schoolings.code(schooling), self.months.code(months));
        self.codes.push((codes.0 as u16, codes.1 as u16));
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.learned(slot)
            .map_or(Degree::UNKNOWN, |(schooling, months)| wanted.degree(schooling, months))
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.learned(slot).map_or(Gate::Open, |(schooling, months)| wanted.gate(schooling, months))
    }

    fn beside<'a, M: Measure>(&'a self, lists: &[Listing<'a, Wanted>]) -> Accepting<'a, M> {
        Accepting::of(self, lists)
    }
}

/// The candidates of a block beside roles of which some accept experience in the place of an education: to the others,
/// all with the same schooling are alike.
pub(crate) struct Accepting<'a, M> {
    block: &'a LearnedBlock,
    /// The lanes whose lists come down to one thing, each with the place of what it accepts.
    either: Vec<(usize, usize)>,
    /// For each number of months, what everything that is accepted comes to.
    by_months: Vec<M>,
    /// How many different things are accepted.
    accepted: usize,
    /// The lanes whose lists come down to several things, of which each is met in one way or the other.
    mixed: Vec<(usize, &'a RequirementList<Wanted>)>,
}

impl<'a, M: Measure> Accepting<'a, M> {
    fn of(block: &'a LearnedBlock, lists: &[Listing<'a, Wanted>]) -> Self {
        let mut accepted: Vec<RequirementList<OrMonths>> = Vec::new();
        let (mut either, mut mixed) = (Vec::new(), Vec::new());
        for Listing { lane, list } in lists {
            let mut wants = M::counted(list).flat_map(|counted| counted.wants());
            if !wants.any(|(wanted, _)| wanted.or_months.0.is_some()) {
                continue;
            }
            if M::counted(list).nth(1).is_some() {
                mixed.push((*lane, *list));
                continue;
            }
            let own = list.map(|wanted| wanted.or_months);
            let place = accepted.iter().position(|known| *known == own).unwrap_or_else(|| {
                accepted.push(own);
                accepted.len() - 1
            });
            either.push((*lane, place));
        }
        let judge = |months: Months| {
            accepted.iter().map(move |list| {
                M::of_list(list, |own| M::pick(|| own.degree(months), || own.gate(months)))
            })
        };
        let by_months = block.months.values().iter().flat_map(|months| judge(*months)).collect();
        Self { block, either, by_months, accepted: accepted.len(), mixed }
    }
}

impl<M: Measure> Answers<M> for Accepting<'_, M> {
    type Want = Wanted;

    fn kinds(&self) -> usize {
        self.block.schoolings.values().len()
    }

    fn of_kind(&self, list: &RequirementList<Wanted>, kind: usize) -> M {
        self.block.schoolings.get(kind as u32).map_or(M::BLANK, |schooling| {
            M::of_list(list, |own| M::pick(|| schooling.degree(own), || schooling.gate(own)))
        })
    }

    #[inline]
    fn kind(&self, slot: usize) -> usize {
        self.block.codes.get(slot).map_or(0, |(schooling, _)| (*schooling).into())
    }

    #[inline]
    fn apart(&self, slot: usize, alike: &[M], mut tell: impl FnMut(usize, M)) {
        let Some((_, months)) = self.block.codes.get(slot) else { return };
        let start = usize::from(*months) * self.accepted;
        let by_months = self.by_months.get(start..start + self.accepted).unwrap_or_default();
        // A mean of one thing grows with it, so that the better of two means is the mean of the better.
        for (lane, place) in &self.either {
            if let (Some(by_schooling), Some(by_months)) = (alike.get(*lane), by_months.get(*place))
            {
                tell(*lane, by_schooling.or(*by_months));
            }
        }
        for (lane, list) in &self.mixed {
            if let Some((schooling, months)) = self.block.learned(slot) {
                tell(
                    *lane,
                    M::of_list(list, |own| {
                        M::pick(|| own.degree(schooling, months), || own.gate(schooling, months))
                    }),
                );
            }
        }
    }
}
