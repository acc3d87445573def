//! Any criterion as a scorer, its inner loops compiled for each vector width.

use crate::{
    Asker, Cell, Column, Context, Criterion, Degree, Facts, Gate, Judged, Lanes, Levers, Mark,
    Scorer, State,
    asker::{Read, sealed::Reads as _},
    facts::Seats,
    scorer::{downcast, downcast_mut},
    values::{Same, Shared, Values, value},
};
use mutualfit_domain::{Candidate, PairFacts, RoleView, Side};
use std::{fmt, hash::Hash};

/// Makes a [`Scorer`] of any [`Criterion`].
pub struct Plain<C: Criterion> {
    criterion: C,
    want: Option<Same<C::Want>>,
    have: Option<Same<C::Have>>,
}

impl<C: Criterion> Plain<C> {
    /// Keeps one value a document, and compares each: best for numbers, whose loops are vectorised.
    pub fn new(criterion: C) -> Self {
        Self { criterion, want: None, have: None }
    }

    /// Keeps each different value once a block and compares it once, however many documents share it: best for values
    /// that own memory or take long to compare, such as conditions, sets of places or short lists of words. The scores
    /// are the same to the bit. Where no two values are equal, a pair costs what one comparison costs.
    pub fn sharing(criterion: C) -> Self
    where
        C::Want: Eq + Hash,
        C::Have: Eq + Hash,
    {
        Self { criterion, want: Some(Same::OWN), have: Some(Same::OWN) }
    }

    fn push(column: &mut dyn Column, read: Read<C>) -> Mark {
        match read {
            Read::Want(want, mark) => push(column, want, mark),
            Read::Have(have, mark) => push(column, have, mark),
        }
    }

    fn pair_of<'a>(role: Cell<'a>, candidate: Cell<'a>) -> Option<(&'a C::Want, &'a C::Have)> {
        let (asker, answerer) = seated::<C, _>(role, candidate);
        Some((value(asker)?, value(answerer)?))
    }
}

impl<C: Criterion> fmt::Debug for Plain<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Plain").field(&self.criterion).finish()
    }
}

fn push<T: Send + Sync + 'static>(column: &mut dyn Column, value: T, mark: Mark) -> Mark {
    if let Some(values) = downcast_mut::<Values<T>>(column) {
        values.push(value);
    }
    mark
}

/// The one who asks first, the one who answers second.
fn seated<C: Criterion, T>(role: T, candidate: T) -> (T, T) {
    match C::By::SIDE {
        Side::Role => (role, candidate),
        Side::Candidate => (candidate, role),
    }
}

impl<C: Criterion> Scorer for Plain<C> {
    fn side(&self) -> Side {
        C::By::SIDE
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        if of == C::By::SIDE {
            Box::new(Values::new(self.want))
        } else {
            Box::new(Values::new(self.have))
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        Self::push(column, C::By::role(&self.criterion, role, context))
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        Self::push(column, C::By::candidate(&self.criterion, candidate, context))
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        Self::pair_of(role, candidate)
            .map_or(Degree::UNKNOWN, |(want, have)| self.criterion.fit(want, have))
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        Self::pair_of(role, candidate)
            .map_or(Gate::Open, |(want, have)| self.criterion.gate(want, have))
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let (want, have) = Self::pair_of(role, candidate)?;
        self.criterion.gated_by(want, answered.then_some(have))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        role: (Cell<'_>, State),
        candidate: (Cell<'_>, State),
        context: &Context,
    ) -> Option<Judged> {
        let ((asker, asked), (answerer, answered)) = seated::<C, _>(role, candidate);
        let want = value(asker).filter(|_| asked == State::Stated);
        let have = value(answerer).filter(|_| answered == State::Stated);
        self.criterion.pair(known, want, have, context)
    }

    fn caution(&self) -> Option<&'static str> {
        self.criterion.caution()
    }

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        C::By::facts(&self.criterion, seats, known, context, facts);
    }

    fn levers(&self, seats: Seats<'_>, context: &Context, levers: &mut Levers) {
        C::By::levers(&self.criterion, seats, context, levers);
    }

    fn score_candidates(
        &self,
        role: Cell<'_>,
        candidates: &dyn Column,
        weight: f32,
        stakes: &[u8],
        lanes: Lanes<'_>,
    ) {
        self.score(role, candidates, Side::Role, weight, stakes, lanes);
    }

    fn score_roles(
        &self,
        candidate: Cell<'_>,
        roles: &dyn Column,
        weight: f32,
        stakes: &[u8],
        lanes: Lanes<'_>,
    ) {
        self.score(candidate, roles, Side::Candidate, weight, stakes, lanes);
    }

    fn gate_candidates(
        &self,
        role: Cell<'_>,
        candidates: &dyn Column,
        slots: &[u16],
        gates: &mut [Gate],
    ) {
        self.gates(role, candidates, Side::Role, slots, gates);
    }

    fn gate_roles(
        &self,
        candidate: Cell<'_>,
        roles: &dyn Column,
        slots: &[u16],
        gates: &mut [Gate],
    ) {
        self.gates(candidate, roles, Side::Candidate, slots, gates);
    }
}

impl<C: Criterion> Plain<C> {
    /// Whether what is distilled owns memory. Comparing such values follows pointers and does not vectorise, so that
    /// one careful pass over the lanes that count beats two quick ones over all.
    const OWNS_MEMORY: bool =
        std::mem::needs_drop::<C::Want>() || std::mem::needs_drop::<C::Have>();

    /// Scores one document, of the side `one_is`, against a column of the other side.
    fn score(
        &self,
        one: Cell<'_>,
        many: &dyn Column,
        one_is: Side,
        weight: f32,
        stakes: &[u8],
        lanes: Lanes<'_>,
    ) {
        let criterion = &self.criterion;
        if one_is == C::By::SIDE {
            let Some(want) = value(one) else { return };
            match downcast(many) {
                Some(Values::Shared(Shared { values, codes, .. })) => {
                    let degrees = values.iter().map(|have| criterion.fit(want, have));
                    lanes.add_coded(weight, stakes, codes, degrees);
                }
                Some(Values::Each(haves)) if const { Self::OWNS_MEMORY } => {
                    lanes.add_each(weight, stakes, haves, |have| criterion.fit(want, have));
                }
                Some(Values::Each(haves)) => {
                    let Lanes { low, width } = lanes;
                    if low_of_answers(criterion, want, haves, weight, stakes, low) != 0 {
                        width_of_answers(criterion, want, haves, weight, stakes, width);
                    }
                }
                None => {}
            }
        } else if let Some(have) = value(one) {
            match downcast(many) {
                Some(Values::Shared(Shared { values, codes, .. })) => {
                    let degrees = values.iter().map(|want| criterion.fit(want, have));
                    lanes.add_coded(weight, stakes, codes, degrees);
                }
                Some(Values::Each(wants)) if const { Self::OWNS_MEMORY } => {
                    lanes.add_each(weight, stakes, wants, |want| criterion.fit(want, have));
                }
                Some(Values::Each(wants)) => {
                    let Lanes { low, width } = lanes;
                    if low_of_asks(criterion, wants, have, weight, stakes, low) != 0 {
                        width_of_asks(criterion, wants, have, weight, stakes, width);
                    }
                }
                None => {}
            }
        }
    }

    fn gates(
        &self,
        one: Cell<'_>,
        many: &dyn Column,
        one_is: Side,
        slots: &[u16],
        gates: &mut [Gate],
    ) {
        if one_is == C::By::SIDE {
            if let (Some(want), Some(haves)) = (value(one), downcast(many)) {
                each_gate(haves, slots, gates, |have| self.criterion.gate(want, have));
            }
        } else if let (Some(have), Some(wants)) = (value(one), downcast(many)) {
            each_gate(wants, slots, gates, |want| self.criterion.gate(want, have));
        }
    }
}

/// Writes the gate of each of these slots, a value that is shared being compared but once.
fn each_gate<T>(values: &Values<T>, slots: &[u16], gates: &mut [Gate], gate: impl Fn(&T) -> Gate) {
    match values {
        Values::Each(values) => {
            for (at, slot) in gates.iter_mut().zip(slots) {
                *at = values.get(usize::from(*slot)).map_or(Gate::Open, &gate);
            }
        }
        Values::Shared(Shared { values, codes, .. }) if values.len() < slots.len() => {
            let found: Vec<Gate> = values.iter().map(gate).collect();
            for (at, slot) in gates.iter_mut().zip(slots) {
                let code = codes.get(usize::from(*slot)).map_or(usize::MAX, |&code| code.into());
                *at = found.get(code).copied().unwrap_or(Gate::Open);
            }
        }
        Values::Shared(Shared { values, codes, .. }) => {
            let mut found: Vec<Option<Gate>> = vec![None; values.len()];
            for (at, slot) in gates.iter_mut().zip(slots) {
                let code =
                    codes.get(usize::from(*slot)).map_or(usize::MAX, |&code| usize::from(code));
                if let (Some(known), Some(value)) = (found.get_mut(code), values.get(code)) {
                    *at = *known.get_or_insert_with(|| gate(value));
                }
            }
        }
    }
}

/// Writes a loop over the lanes of a block twice: once for lows, telling whether any degree is an interval, and once
/// for widths, which runs only then. For a criterion whose degrees are always exact the compiler drops the test and
/// the second loop.
macro_rules! kernels {
    ($low:ident, $width:ident, ($($one:ident: $One:ident)?), $many:ident: $Many:ident, ($($after:ident: $After:ident)?)) => {
        #[cfg_attr(feature = "multiversion", multiversion::multiversion(targets(
            "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
            "x86_64+avx2+fma+popcnt",
        )))]
        fn $low<C: Criterion>(criterion: &C, $($one: &C::$One,)? $many: &[C::$Many], $($after: &C::$After,)? weight: f32, stakes: &[u8], lows: &mut [f32]) -> u32 {
            let mut vague = 0;
            for ((low, $many), stake) in lows.iter_mut().zip($many).zip(stakes) {
                let degree = criterion.fit($($one,)? $many $(, $after)?);
                *low += weight * f32::from(*stake) * degree.low();
                vague |= degree.low().to_bits() ^ degree.high().to_bits();
            }
            vague
        }

        #[cfg_attr(feature = "multiversion", multiversion::multiversion(targets(
            "x86_64+avx512f+avx512vl+avx512bw+avx512dq+avx2+fma+popcnt",
            "x86_64+avx2+fma+popcnt",
        )))]
        fn $width<C: Criterion>(criterion: &C, $($one: &C::$One,)? $many: &[C::$Many], $($after: &C::$After,)? weight: f32, stakes: &[u8], widths: &mut [f32]) {
            for ((width, $many), stake) in widths.iter_mut().zip($many).zip(stakes) {
                *width += weight * f32::from(*stake) * criterion.fit($($one,)? $many $(, $after)?).width();
            }
        }
    };
}

kernels!(low_of_answers, width_of_answers, (want: Want), have: Have, ());
kernels!(low_of_asks, width_of_asks, (), want: Want, (have: Have));
