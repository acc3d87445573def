//! What is said of a need and its options.

use super::{Need, OfferOf, Options, Seen, StatedNeed, Verdict};
use crate::options::UNSTATED;
use mutualfit_domain::{Pointer, RoleView};
use mutualfit_scoring::{Degree, Essential, Fact, Facts, Gate, Stake};

/// A stated need, about which is told.
pub(super) struct Teller<'a, N: Need> {
    /// The kind of need.
    pub(super) kind: &'a N,
    /// The need as its document states it.
    pub(super) need: &'a N::Stated,
    /// How much it counts.
    pub(super) stake: Stake,
}

impl<N: Need> Teller<'_, N> {
    /// Says of each option what was found, the best carrying all of the criterion, and then of each part of it.
    pub(super) fn tell(
        &self,
        want: &Options<N::Wanted>,
        offer: &OfferOf<N>,
        role: RoleView<'_>,
        facts: &mut Facts,
    ) {
        let home = want.home();
        let verdicts = want.verdicts(&offer.situation, |wanted| {
            (self.kind.fit(wanted, offer, home), self.kind.bar(wanted, offer, home))
        });
        let worth = |verdict: &Verdict| verdict.degree().low() + verdict.degree().high();
        let best = verdicts.iter().map(worth).fold(0.0, f32::max);
        let winner = verdicts.iter().position(|verdict| worth(verdict) >= best);
        let seen = want.wanted().zip(self.need.options()).map(|(wanted, option)| Seen::<N> {
            option,
            wanted,
            role,
            offer,
            home,
        });
        for (place, (verdict, seen)) in verdicts.iter().zip(seen.clone()).enumerate() {
            let share = if winner == Some(place) { 1.0 } else { 0.0 };
            let fact = self.kind.fact(verdict, &seen).degree(verdict.degree()).share(share);
            facts.push(self.of_option(place, fact, verdict.gate()));
        }
        for (place, seen) in seen.enumerate() {
            N::parts(seen.wanted, offer, |part, degree| {
                let fact = part.fact(place, &seen).degree(degree);
                facts.push(fact.audience(self.need.audience()));
            });
        }
    }

    /// Says that nothing is known of any option.
    pub(super) fn unstated(&self, facts: &mut Facts) {
        for place in 0..self.need.options().len() {
            let share = if place == 0 { 1.0 } else { 0.0 };
            let fact = Fact::new(UNSTATED.0).degree(Degree::UNKNOWN).share(share);
            facts.push(self.of_option(place, fact, Gate::Open));
        }
    }

    /// A fact of the option at this place.
    fn of_option(&self, place: usize, fact: Fact, gate: Gate) -> Fact {
        let options = Pointer::root().field("aspirations").field(N::SECTION).field("options");
        let fact = fact.asked(options.index(place)).audience(self.need.audience());
        if self.stake.is_essential() == Essential::No { fact } else { fact.gate(gate) }
    }
}
