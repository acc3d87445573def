//! What the candidates of a block have learned and done.

use super::{
    Education,
    learned::{Learned, Schooling, Wanted},
};
use crate::{by_block::AnswerBlock, months::Months, requirement_list::RequirementList};
use mutualfit_scoring::{Column, Degree, Gate};
use std::{collections::HashMap, sync::Arc};

/// What the candidates of a block have learned and done: educations repeat from one to the other and are kept and
/// judged once, months do not.
#[derive(Debug, Default)]
pub(crate) struct LearnedBlock {
    schoolings: Vec<Arc<Schooling>>,
    /// Finds the place of a schooling while the block is filled.
    places: HashMap<Arc<Schooling>, u32>,
    slots: Vec<(u32, Option<Months>)>,
}

/// One item, with what each schooling of a block comes to.
struct Judged<'a, T> {
    wanted: &'a Wanted,
    by_schooling: Vec<T>,
}

impl Column for LearnedBlock {
    fn len(&self) -> usize {
        self.slots.len()
    }

    fn seal(&mut self) {
        self.places = HashMap::new();
    }
}

impl LearnedBlock {
    fn learned(&self, slot: usize) -> Option<(&Schooling, Option<Months>)> {
        let (place, months) = self.slots.get(slot)?;
        Some((self.schoolings.get(*place as usize)?, *months))
    }

    /// Each item of a list with what each schooling comes to.
    fn judged<'a, T>(
        &self,
        list: &'a RequirementList<Wanted>,
        judge: impl Fn(&Schooling, &Wanted) -> T,
    ) -> RequirementList<Judged<'a, T>> {
        list.map(|wanted| {
            let by_schooling = self.schoolings.iter().map(|schooling| judge(schooling, wanted));
            Judged { wanted, by_schooling: by_schooling.collect() }
        })
    }

    /// What each schooling comes to by a whole list that accepts no experience; `None` for any other list.
    fn by_schooling<T>(
        &self,
        list: &RequirementList<Wanted>,
        judge: impl Fn(&Schooling) -> T,
    ) -> Option<Vec<T>> {
        let accepts_none = list.wants().all(|wanted| wanted.or_months.is_none());
        accepts_none.then(|| self.schoolings.iter().map(|schooling| judge(schooling)).collect())
    }
}

impl<T: Copy> Judged<'_, T> {
    fn get(&self, schooling: u32) -> Option<T> {
        self.by_schooling.get(schooling as usize).copied()
    }
}

impl AnswerBlock<Education> for LearnedBlock {
    fn push(&mut self, Learned { schooling, months }: Learned) {
        let place = self.places.get(&schooling).copied().unwrap_or_else(|| {
            let place = self.schoolings.len() as u32;
            let schooling = Arc::new(schooling);
            self.schoolings.push(Arc::clone(&schooling));
            self.places.insert(schooling, place);
            place
        });
        self.slots.push((place, months));
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.learned(slot)
            .map_or(Degree::UNKNOWN, |(schooling, months)| wanted.degree(schooling, months))
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.learned(slot).map_or(Gate::Open, |(schooling, months)| wanted.gate(schooling, months))
    }

    fn degrees(&self, list: &RequirementList<Wanted>, degrees: &mut [Degree]) {
        let slots = degrees.iter_mut().zip(&self.slots);
        let of_one = |schooling: &Schooling| list.degree(|wanted| schooling.degree(wanted));
        if let Some(found) = self.by_schooling(list, of_one) {
            slots.for_each(|(at, (place, _))| {
                *at = found.get(*place as usize).copied().unwrap_or(*at)
            });
            return;
        }
        let judged = self.judged(list, Schooling::degree);
        for (at, (place, months)) in slots {
            *at = judged.degree(|one| {
                one.get(*place).unwrap_or(Degree::UNKNOWN).or(one.wanted.by_experience(*months))
            });
        }
    }

    fn gates(&self, list: &RequirementList<Wanted>, active: &[bool], gates: &mut [Gate]) {
        let slots = gates.iter_mut().zip(&self.slots);
        let of_one = |schooling: &Schooling| list.gate(|wanted| schooling.gate(wanted));
        if let Some(found) = self.by_schooling(list, of_one) {
            slots.for_each(|(at, (place, _))| {
                *at = found.get(*place as usize).copied().unwrap_or(*at)
            });
            return;
        }
        let judged = self.judged(list, Schooling::gate);
        for ((at, (place, months)), _) in slots.zip(active).filter(|(_, active)| **active) {
            *at = judged.gate(|one| {
                let by_experience = Gate::at(1.0, one.wanted.by_experience(*months));
                one.get(*place).unwrap_or(Gate::Open).min(by_experience)
            });
        }
    }
}
