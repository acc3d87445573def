//! Who of a block wishes for what, and one role against all of them.

use super::{
    Lists as _, Name, Wish as _, Wishes,
    candidates::Candidates,
    mean::{Start, Sum, Weights},
};
use mutualfit_scoring::{Column as _, Degree};

/// Who wishes for what.
#[derive(Debug)]
pub(super) struct Index {
    /// The codes of wishes, by the names under which they are looked for.
    names: Box<[(Name, u32)]>,
    /// Where those who share a wish end, by its code.
    ends: Box<[u32]>,
    /// Those who share a wish, and what it weighs for each.
    wishing: Box<[(u16, u16)]>,
}

impl Index {
    /// The index of a column that is complete; empty for more slots than a block has.
    pub(super) fn of<C: Wishes>(column: &Candidates<C>) -> Self {
        let coded = column.wishes.iter().zip(0..);
        let mut names: Vec<(Name, u32)> =
            coded.flat_map(|(wish, code)| wish.names().map(move |name| (name, code))).collect();
        names.sort_unstable();
        names.dedup();

        let mut ends = vec![0_u32; column.wishes.len()];
        for asked in &column.asked {
            if let Some(count) = ends.get_mut(asked.code as usize) {
                *count += 1;
            }
        }
        // Each wish's end is where it starts until its run is filled.
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        let mut wishing = vec![(0, 0); column.asked.len()];
        let mut slot = 0_usize;
        for (asked, at) in column.asked.iter().zip(0_u32..) {
            while column.slots.ends.get(slot).is_some_and(|end| *end <= at) {
                slot += 1;
            }
            if let Some(next) = ends.get_mut(asked.code as usize) {
                if let Some(entry) = wishing.get_mut(*next as usize) {
                    *entry = (slot as u16, asked.weight);
                }
                *next += 1;
            }
        }
        Self { names: names.into(), ends: ends.into(), wishing: wishing.into() }
    }

    /// The degrees of one role and everybody, slot by slot.
    pub(super) fn degrees<C: Wishes>(
        &self,
        column: &Candidates<C>,
        criterion: &C,
        have: &C::Have,
    ) -> Vec<Degree> {
        let start = Start::of(criterion.rest(have));
        let mut gained = Gained { low: vec![0.0; column.len()], high: vec![0.0; column.len()] };
        let mut is_judged = vec![false; column.wishes.len()];
        for name in have.names() {
            for (_, code) in self.under(name) {
                // Under each of its names a wish is the same, and counts once.
                let code = *code as usize;
                let is_new = is_judged.get_mut(code).is_some_and(|is| !std::mem::replace(is, true));
                let Some(wish) = column.wishes.get(code).filter(|_| is_new) else { continue };
                if let Some(found) = criterion.found(wish, have) {
                    gained.add(self.sharing(code), start.gain(wish.aim(), found));
                }
            }
        }
        let mut degrees = vec![Degree::FULL; column.len()];
        means(&start, &column.slots.sought, &column.slots.avoided, &gained, &mut degrees);
        degrees
    }

    fn under(&self, name: Name) -> &[(Name, u32)] {
        let from = self.names.partition_point(|(known, _)| *known < name);
        let rest = self.names.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|(known, _)| *known == name).count();
        rest.get(..count).unwrap_or_default()
    }

    fn sharing(&self, code: usize) -> &[(u16, u16)] {
        let end = |code: usize| self.ends.get(code).map_or(0, |end| *end as usize);
        self.wishing.get(code.checked_sub(1).map_or(0, end)..end(code)).unwrap_or_default()
    }
}

/// What the wishes of each slot gained by what was found.
struct Gained {
    low: Vec<f64>,
    high: Vec<f64>,
}

impl Gained {
    fn add(&mut self, wishing: &[(u16, u16)], gain: Sum) {
        for (slot, weight) in wishing {
            let (slot, weight) = (usize::from(*slot), f64::from(*weight));
            if let (Some(low), Some(high)) = (self.low.get_mut(slot), self.high.get_mut(slot)) {
                *low += weight * gain.low;
                *high += weight * gain.high;
            }
        }
    }
}

/// The mean of every slot.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn means(start: &Start, sought: &[f32], avoided: &[f32], gained: &Gained, degrees: &mut [Degree]) {
    let slots = sought.iter().zip(avoided).zip(gained.low.iter().zip(&gained.high));
    for (degree, ((sought, avoided), (low, high))) in degrees.iter_mut().zip(slots) {
        let weights = Weights { sought: *sought, avoided: *avoided };
        *degree = start.mean(weights, Sum { low: *low, high: *high });
    }
}
