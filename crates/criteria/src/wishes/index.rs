//! Who of a block wishes for what, and one role against all of them.

use super::{
    Lists as _, Name, Wish as _, Wishes,
    candidates::{Candidates, Slots},
    mean::{Start, Sum, Weights},
};
use mutualfit_scoring::{BLOCK, Lanes};

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

    /// Adds the degrees of one role and everybody to the lanes.
    pub(super) fn score<C: Wishes>(
        &self,
        column: &Candidates<C>,
        criterion: &C,
        have: &C::Have,
        (weight, stakes): (f32, &[u8]),
        lanes: Lanes<'_>,
    ) {
        let start = Start::of(criterion.rest(have));
        let mut gained = NOTHING;
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
        add_means(&start, &column.slots, &gained, (weight, stakes), lanes);
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

/// What the wishes of each slot gain by what is found.
struct Gained {
    low: [f64; BLOCK],
    high: [f64; BLOCK],
}

/// On the stack: to ask for so much memory at every call would cost more than to add up.
const NOTHING: Gained = Gained { low: [0.0; BLOCK], high: [0.0; BLOCK] };

impl Gained {
    /// Adds what those gain who share a wish.
    fn add(&mut self, wishing: &[(u16, u16)], gain: Sum) {
        for (slot, weight) in wishing {
            // Within the block by its remainder, so that no slot needs a check.
            let (slot, weight) = (usize::from(*slot) % BLOCK, f64::from(*weight));
            if let (Some(low), Some(high)) = (self.low.get_mut(slot), self.high.get_mut(slot)) {
                *low += weight * gain.low;
                *high += weight * gain.high;
            }
        }
    }
}

/// Adds the mean of every slot; the same operations as a lane's own.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn add_means(
    start: &Start,
    slots: &Slots,
    gained: &Gained,
    (weight, stakes): (f32, &[u8]),
    lanes: Lanes<'_>,
) {
    let slots = slots.sought.iter().zip(&slots.avoided);
    let slots = slots.zip(gained.low.iter().zip(&gained.high));
    let lanes = lanes.low.iter_mut().zip(lanes.width).zip(stakes);
    for (((low, width), stake), ((sought, avoided), (gained_low, gained_high))) in lanes.zip(slots)
    {
        let weights = Weights { sought: *sought, avoided: *avoided };
        let mean = start.mean(weights, Sum { low: *gained_low, high: *gained_high });
        let weight = weight * f32::from(*stake);
        *low += weight * mean.low();
        *width += weight * mean.width();
    }
}
