//! One role against a block of candidates, through the index of the block.

use super::{
    held::{HeldSkills, Holders, UNREAD},
    wanted::{Comparison, Sum, WantedLevel, WantedSkill, WantedSkills},
};
use crate::{
    levels::{LevelShare, ratio},
    requirement_list::Counted,
};
use mutualfit_scoring::{BLOCK, Context, Degree, Gate, Lanes};

/// The running sums of a block, slot by slot; the same as a [`Sum`] each.
struct Sums {
    low: [f32; BLOCK],
    width: [f32; BLOCK],
    weight: [f32; BLOCK],
}

/// What candidates earn for one requirement, slot by slot; below 0 where it is not listed.
struct Found {
    low: [f32; BLOCK],
    high: [f32; BLOCK],
}

const UNLISTED: f32 = -1.0;

impl Found {
    const NOBODY: Self = Self { low: [UNLISTED; BLOCK], high: [UNLISTED; BLOCK] };
    const NOTHING: Self = Self { low: [0.0; BLOCK], high: [0.0; BLOCK] };

    /// The degrees of everybody listed for a requirement, by the comparison that somebody's silence makes.
    fn of<'a>(
        wanted: &WantedSkill,
        held: &HeldSkills,
        comparison: impl Fn(f32) -> Comparison<'a>,
    ) -> Self {
        let mut found = Self::NOBODY;
        if let Some(holders) = alike(wanted, held) {
            holders.each(wanted, |slot, low, high| found.offer(slot, low, high));
            return found;
        }
        for holders in listed(wanted, held) {
            for (slot, entry) in holders.entries() {
                let open = held.open.get(usize::from(slot)).copied().unwrap_or(1.0);
                let degree = comparison(open).earned(wanted, entry);
                found.offer(slot, degree.low(), degree.high());
            }
        }
        found
    }

    #[inline]
    fn offer(&mut self, slot: u16, low: f32, high: f32) {
        let slot = usize::from(slot) % BLOCK;
        if let (Some(found_low), Some(found_high)) =
            (self.low.get_mut(slot), self.high.get_mut(slot))
        {
            *found_low = found_low.max(low);
            *found_high = found_high.max(high);
        }
    }
}

/// How what is held compares, by what a skill that is not listed may count at the most.
fn by_age<'a>(
    held: &'a HeldSkills,
    context: Option<&'a Context>,
) -> impl Fn(f32) -> Comparison<'a> {
    move |open| Comparison::of(&held.readings, context, open)
}

/// Those who hold what is wanted, under either of its names.
fn listed<'a>(wanted: &WantedSkill, held: &'a HeldSkills) -> impl Iterator<Item = Holders<'a>> {
    let [first, second] = wanted.keys;
    let other = if second == first { None } else { held.holders(second) };
    held.holders(first).into_iter().chain(other)
}

/// Adds the degrees of one role and a block of candidates to the lanes.
pub(super) fn score_candidates(
    role: &WantedSkills,
    held: &HeldSkills,
    context: Option<&Context>,
    (weight, stakes): (f32, &[u8]),
    lanes: Lanes<'_>,
) {
    let mut sums = Sums { low: [0.0; BLOCK], width: [0.0; BLOCK], weight: [0.0; BLOCK] };
    for counted in role.list.counted().filter(|counted| counted.weight() > 0.0) {
        let alone = counted.alone().filter(|wanted| wanted.floor.is_none());
        match alone.map(|wanted| (wanted, alike(wanted, held))) {
            Some((wanted, Some(holders))) => {
                add_alike(&mut sums, counted.weight(), wanted, holders, held.open.len());
            }
            Some((wanted, None)) => {
                add_listed(
                    &mut sums,
                    counted.weight(),
                    &Found::of(wanted, held, by_age(held, context)),
                );
            }
            None => add_best(&mut sums, &counted, held, context),
        }
    }
    fold(&sums, (role.total, &held.open), (weight, stakes), lanes);
}

/// Turns sums into degrees and adds them; the same operations as [`Sum::degree`] and a lane's own.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn fold(
    sums: &Sums,
    (total, open): (f32, &[f32]),
    (weight, stakes): (f32, &[u8]),
    lanes: Lanes<'_>,
) {
    let sums = sums.low.iter().zip(&sums.width).zip(&sums.weight).zip(open);
    let into = lanes.low.iter_mut().zip(lanes.width).zip(stakes);
    for (((low, width), stake), (((of_low, of_width), of_weight), open)) in into.zip(sums) {
        let (least, most) = Sum::bounds((*of_low, *of_width, *of_weight), total, *open);
        let weight = weight * f32::from(*stake);
        *low += weight * least;
        *width += weight * (most - least);
    }
}

/// Those who hold a requirement in a way that needs no cases: under one name, the thing itself, at levels on the scale
/// that is asked for.
#[derive(Clone, Copy, Default)]
struct Alike<'a> {
    slots: &'a [u16],
    levels: &'a [LevelShare],
    has_unknown: bool,
}

/// The holders of a requirement, where they are alike; where there are none, they are.
fn alike<'a>(wanted: &WantedSkill, held: &'a HeldSkills) -> Option<Alike<'a>> {
    let mut found = listed(wanted, held);
    let holders = match (found.next(), found.next()) {
        (None, _) => return Some(Alike::default()),
        (Some(holders), None) => holders,
        (Some(_), Some(_)) => return None,
    };
    let reading = holders.reading?;
    let own = held.readings.get(usize::from(reading)).and_then(|reading| reading.scale.as_ref());
    let compares = match &wanted.level {
        WantedLevel::Any => true,
        WantedLevel::At(asked, _) => {
            reading == UNREAD || own.is_some_and(|scale| scale.id == asked.scale)
        }
        WantedLevel::Incomparable => false,
    };
    let Holders { slots, levels, has_unknown, .. } = holders;
    compares.then_some(Alike { slots, levels, has_unknown })
}

impl Alike<'_> {
    /// Each slot with its bounds: the same numbers as [`Comparison::earned`] gives, without its cases.
    fn each(self, wanted: &WantedSkill, mut see: impl FnMut(u16, f32, f32)) {
        let holders = self.slots.iter().zip(self.levels);
        match &wanted.level {
            WantedLevel::At(asked, _) => {
                let least = ratio(asked.least, asked.share);
                for (slot, level) in holders {
                    let known = ratio(*level, asked.share);
                    let (low, high) =
                        if level.is_unknown() { (least, 1.0) } else { (known, known) };
                    see(*slot, low, high);
                }
            }
            WantedLevel::Any | WantedLevel::Incomparable => {
                holders.for_each(|(slot, _)| see(*slot, 1.0, 1.0));
            }
        }
    }
}

/// Adds a requirement whose holders are alike; `lanes` is how many there could be.
fn add_alike(sums: &mut Sums, weight: f32, wanted: &WantedSkill, holders: Alike<'_>, lanes: usize) {
    match &wanted.level {
        WantedLevel::At(asked, _) if holders.slots.len() == lanes && !holders.has_unknown => {
            add_everybody(sums, weight, asked.share, holders.levels);
        }
        WantedLevel::At(asked, _) if !holders.has_unknown => {
            add_known(sums, weight, asked.share, holders);
        }
        _ => holders.each(wanted, |slot, low, high| {
            let slot = usize::from(slot) % BLOCK;
            if let (Some(of_low), Some(of_width), Some(of_weight)) =
                (sums.low.get_mut(slot), sums.width.get_mut(slot), sums.weight.get_mut(slot))
            {
                *of_low += weight * low;
                *of_width += weight * (high - low);
                *of_weight += weight;
            }
        }),
    }
}

/// Adds a requirement whose holders are alike and have known levels.
fn add_known(sums: &mut Sums, weight: f32, asked: LevelShare, holders: Alike<'_>) {
    for (slot, level) in holders.slots.iter().zip(holders.levels) {
        let slot = usize::from(*slot) % BLOCK;
        if let (Some(low), Some(of_weight)) = (sums.low.get_mut(slot), sums.weight.get_mut(slot)) {
            *low += weight * ratio(*level, asked);
            *of_weight += weight;
        }
    }
}

/// Adds a requirement that everybody holds at a known level: slot after slot, without looking any up.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn add_everybody(sums: &mut Sums, weight: f32, asked: LevelShare, levels: &[LevelShare]) {
    for ((low, of_weight), level) in sums.low.iter_mut().zip(&mut sums.weight).zip(levels) {
        *low += weight * ratio(*level, asked);
        *of_weight += weight;
    }
}

/// Adds a requirement for those who are listed.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn add_listed(sums: &mut Sums, weight: f32, found: &Found) {
    let sums = sums.low.iter_mut().zip(&mut sums.width).zip(&mut sums.weight);
    for (((of_low, of_width), of_weight), (low, high)) in
        sums.zip(found.low.iter().zip(&found.high))
    {
        let is_listed = *low >= 0.0;
        *of_low += if is_listed { weight * *low } else { 0.0 };
        *of_width += if is_listed { weight * (*high - *low) } else { 0.0 };
        *of_weight += if is_listed { weight } else { 0.0 };
    }
}

/// Adds what counts for everybody, listed or not: alternatives, and what is taught.
fn add_best(
    sums: &mut Sums,
    counted: &Counted<'_, WantedSkill>,
    held: &HeldSkills,
    context: Option<&Context>,
) {
    let mut best = Found::NOTHING;
    for (wanted, _) in counted.wants() {
        better(
            &mut best,
            &Found::of(wanted, held, by_age(held, context)),
            wanted.floor.unwrap_or(0.0),
            &held.open,
        );
    }
    add_listed(sums, counted.weight(), &best);
}

/// Keeps the better, bound by bound, of what there is and of a requirement that earns at least `floor`.
#[multiversion::multiversion(targets(
    "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
    "x86_64+avx2+fma+popcnt"
))]
fn better(best: &mut Found, found: &Found, floor: f32, open: &[f32]) {
    let best = best.low.iter_mut().zip(&mut best.high);
    for (((best_low, best_high), open), (low, high)) in
        best.zip(open).zip(found.low.iter().zip(&found.high))
    {
        let high = if *low < 0.0 { *open } else { *high };
        *best_low = best_low.max(*low).max(floor);
        *best_high = best_high.max(high).max(floor);
    }
}

/// Writes the gates of one role and the candidates of a block in these slots.
pub(super) fn gate_candidates(
    role: &WantedSkills,
    held: &HeldSkills,
    context: Option<&Context>,
    slots: &[u16],
    gates: &mut [Gate],
) {
    gates.fill(Gate::Met);
    for counted in role.list.counted().filter(Counted::is_essential) {
        let mut best = [Gate::Unmet; BLOCK];
        for (wanted, is_negotiable) in counted.wants() {
            let gate = |low, high| {
                let gate = wanted.gate(Degree::between(low, high));
                if is_negotiable { gate.negotiable() } else { gate }
            };
            let (open, closed) = (gate(0.0, 1.0), gate(0.0, 0.0));
            let mut own = [Gate::Unmet; BLOCK];
            own.iter_mut()
                .zip(&held.open)
                .for_each(|(own, is_open)| *own = if *is_open > 0.0 { open } else { closed });
            if let Some(holders) = alike(wanted, held) {
                holders.each(wanted, |slot, low, high| {
                    if let Some(own) = own.get_mut(usize::from(slot) % BLOCK) {
                        *own = gate(low, high);
                    }
                });
            } else {
                let ageless = |open| Comparison::of(&held.readings, context, open).ageless();
                let found = Found::of(wanted, held, ageless);
                for (own, (low, high)) in own.iter_mut().zip(found.low.iter().zip(&found.high)) {
                    *own = if *low < 0.0 { *own } else { gate(*low, *high) };
                }
            }
            best.iter_mut().zip(&own).for_each(|(best, own)| {
                *best = if (*own as u8) < (*best as u8) { *own } else { *best }
            });
        }
        for (gate, slot) in gates.iter_mut().zip(slots) {
            *gate = gate.and(best.get(usize::from(*slot)).copied().unwrap_or(Gate::Open));
        }
    }
}
