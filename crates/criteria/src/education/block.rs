//! What the candidates of a block have learned and done.

use super::{
    Education,
    learned::{Learned, Schooling, Wanted},
};
use crate::{by_block::AnswerBlock, months::Months, requirement_list::RequirementList};
use mutualfit_scoring::{BLOCK, Column, Degree, Gate, Lanes};
use std::{collections::HashMap, sync::Arc};

/// What the candidates of a block have learned and done: educations repeat from one to the other and are kept and
/// judged once, months do not.
#[derive(Debug, Default)]
pub(crate) struct LearnedBlock {
    schoolings: Vec<Arc<Schooling>>,
    /// Finds the place of a schooling while the block is filled.
    places: HashMap<Arc<Schooling>, u16>,
    /// For each slot, the place of its schooling.
    codes: Vec<u16>,
    months: Vec<Months>,
}

/// One item, with what each schooling of a block comes to.
struct Judged<'a> {
    wanted: &'a Wanted,
    by_schooling: Vec<Degree>,
}

impl Column for LearnedBlock {
    fn len(&self) -> usize {
        self.codes.len()
    }

    fn seal(&mut self) {
        self.schoolings.shrink_to_fit();
        self.codes.shrink_to_fit();
        self.months.shrink_to_fit();
        self.places = HashMap::new();
    }
}

impl LearnedBlock {
    fn learned(&self, slot: usize) -> Option<(&Schooling, Months)> {
        let schooling = self.schoolings.get(usize::from(*self.codes.get(slot)?))?;
        Some((schooling, *self.months.get(slot)?))
    }

    /// Each item of a list with what each schooling comes to.
    fn judged<'a>(&self, list: &'a RequirementList<Wanted>) -> RequirementList<Judged<'a>> {
        list.map(|wanted| {
            let by_schooling = self.schoolings.iter().map(|schooling| schooling.degree(wanted));
            Judged { wanted, by_schooling: by_schooling.collect() }
        })
    }
}

impl Judged<'_> {
    fn get(&self, code: u16) -> Option<Degree> {
        self.by_schooling.get(usize::from(code)).copied()
    }
}

/// Whether a list takes experience in the place of an education.
fn accepts_experience(list: &RequirementList<Wanted>) -> bool {
    list.wants().any(|wanted| wanted.or_months.is_some())
}

impl AnswerBlock<Education> for LearnedBlock {
    fn push(&mut self, Learned { schooling, months }: Learned) {
        let place = self.places.get(&schooling).copied().unwrap_or_else(|| {
            let place = self.schoolings.len() as u16;
            let schooling = Arc::new(schooling);
            self.schoolings.push(Arc::clone(&schooling));
            self.places.insert(schooling, place);
            place
        });
        self.codes.push(place);
        self.months.push(months);
    }

    fn degree(&self, wanted: &Wanted, slot: usize) -> Degree {
        self.learned(slot)
            .map_or(Degree::UNKNOWN, |(schooling, months)| wanted.degree(schooling, months))
    }

    fn gate(&self, wanted: &Wanted, slot: usize) -> Gate {
        self.learned(slot).map_or(Gate::Open, |(schooling, months)| wanted.gate(schooling, months))
    }

    fn score(&self, list: &RequirementList<Wanted>, weight: f32, stakes: &[u8], lanes: Lanes<'_>) {
        if !accepts_experience(list) && self.schoolings.len() <= BLOCK {
            let of_one =
                |schooling: &Arc<Schooling>| list.degree(|wanted| schooling.degree(wanted));
            return lanes.add_coded(
                weight,
                stakes,
                &self.codes,
                self.schoolings.iter().map(of_one),
            );
        }
        let judged = self.judged(list);
        lanes.add(weight, stakes, |slot| {
            let (Some(code), Some(months)) = (self.codes.get(slot), self.months.get(slot)) else {
                return Degree::UNKNOWN;
            };
            judged.degree(|one| {
                one.get(*code).unwrap_or(Degree::UNKNOWN).or(one.wanted.by_experience(*months))
            })
        });
    }
}
