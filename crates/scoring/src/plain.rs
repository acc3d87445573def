//! Any criterion as a scorer, its inner loops compiled for each vector width.

use crate::{
    Asker, Cell, Column, Context, Criterion, Degree, Facts, Gate, Lanes, Mark, Scorer, State,
    asker::{Read, sealed::Reads as _},
    facts::Seats,
    scorer::{Values, downcast, downcast_mut},
};
use mutualfit_domain::{Candidate, PairFacts, RoleView, Side};

/// Makes a [`Scorer`] of any [`Criterion`].
#[derive(Debug)]
pub struct Plain<C>(
    /// The criterion.
    pub C,
);

impl<C: Criterion> Plain<C> {
    fn push(column: &mut dyn Column, read: Read<C>) -> Mark {
        match read {
            Read::Want(want, mark) => {
                if let Some(Values(values)) = downcast_mut(column) {
                    values.push(want);
                }
                mark
            }
            Read::Have(have, mark) => {
                if let Some(Values(values)) = downcast_mut(column) {
                    values.push(have);
                }
                mark
            }
        }
    }

    fn pair_of<'a>(role: Cell<'a>, candidate: Cell<'a>) -> Option<(&'a C::Want, &'a C::Have)> {
        let (asker, answerer) = seated::<C, _>(role, candidate);
        Some((value(asker)?, value(answerer)?))
    }
}

/// The one who asks first, the one who answers second.
fn seated<C: Criterion, T>(role: T, candidate: T) -> (T, T) {
    match C::By::SIDE {
        Side::Role => (role, candidate),
        Side::Candidate => (candidate, role),
    }
}

fn values<T: Send + Sync + 'static>(column: &dyn Column) -> &[T] {
    downcast::<Values<T>>(column).map_or(&[], |values| &values.0)
}

fn value<T: Send + Sync + 'static>(cell: Cell<'_>) -> Option<&T> {
    values(cell.column).get(cell.slot)
}

impl<C: Criterion> Scorer for Plain<C> {
    fn side(&self) -> Side {
        C::By::SIDE
    }

    fn column(&self, of: Side) -> Box<dyn Column> {
        if of == C::By::SIDE {
            Box::new(Values(Vec::<C::Want>::new()))
        } else {
            Box::new(Values(Vec::<C::Have>::new()))
        }
    }

    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        Self::push(column, C::By::role(&self.0, role, context))
    }

    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        Self::push(column, C::By::candidate(&self.0, candidate, context))
    }

    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        Self::pair_of(role, candidate)
            .map_or(Degree::UNKNOWN, |(want, have)| self.0.fit(want, have))
    }

    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        Self::pair_of(role, candidate).map_or(Gate::Open, |(want, have)| self.0.gate(want, have))
    }

    fn gated_by(&self, role: Cell<'_>, candidate: Cell<'_>, answered: bool) -> Option<usize> {
        let (want, have) = Self::pair_of(role, candidate)?;
        self.0.gated_by(want, answered.then_some(have))
    }

    fn pair(
        &self,
        known: &[PairFacts],
        role: (Cell<'_>, State),
        candidate: (Cell<'_>, State),
        context: &Context,
    ) -> Option<(Degree, Gate)> {
        let ((asker, asked), (answerer, answered)) = seated::<C, _>(role, candidate);
        let want = value(asker).filter(|_| asked == State::Stated);
        let have = value(answerer).filter(|_| answered == State::Stated);
        self.0.pair(known, want, have, context)
    }

    fn facts(&self, seats: Seats<'_>, known: &[PairFacts], context: &Context, facts: &mut Facts) {
        C::By::facts(&self.0, seats, known, context, facts);
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
        active: &[bool],
        gates: &mut [Gate],
    ) {
        self.gates(role, candidates, Side::Role, active, gates);
    }

    fn gate_roles(
        &self,
        candidate: Cell<'_>,
        roles: &dyn Column,
        active: &[bool],
        gates: &mut [Gate],
    ) {
        self.gates(candidate, roles, Side::Candidate, active, gates);
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
        Lanes { low, width }: Lanes<'_>,
    ) {
        let criterion = &self.0;
        if one_is == C::By::SIDE {
            if let Some(want) = value(one) {
                let haves = values(many);
                if const { Self::OWNS_MEMORY } {
                    let lanes = Lanes { low, width };
                    lanes.add_each(weight, stakes, haves, |have| criterion.fit(want, have));
                } else if low_of_answers(criterion, want, haves, weight, stakes, low) != 0 {
                    width_of_answers(criterion, want, haves, weight, stakes, width);
                }
            }
        } else if let Some(have) = value(one) {
            let wants = values(many);
            if const { Self::OWNS_MEMORY } {
                let lanes = Lanes { low, width };
                lanes.add_each(weight, stakes, wants, |want| criterion.fit(want, have));
            } else if low_of_asks(criterion, wants, have, weight, stakes, low) != 0 {
                width_of_asks(criterion, wants, have, weight, stakes, width);
            }
        }
    }

    fn gates(
        &self,
        one: Cell<'_>,
        many: &dyn Column,
        one_is: Side,
        active: &[bool],
        gates: &mut [Gate],
    ) {
        if one_is == C::By::SIDE {
            if let Some(want) = value::<C::Want>(one) {
                let lanes = gates
                    .iter_mut()
                    .zip(values::<C::Have>(many))
                    .zip(active)
                    .filter(|(_, active)| **active);
                lanes.for_each(|((gate, have), _)| *gate = self.0.gate(want, have));
            }
        } else if let Some(have) = value::<C::Have>(one) {
            let lanes = gates
                .iter_mut()
                .zip(values::<C::Want>(many))
                .zip(active)
                .filter(|(_, active)| **active);
            lanes.for_each(|((gate, want), _)| *gate = self.0.gate(want, have));
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
