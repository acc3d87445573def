//! `interests`: is the work of the kind that the candidate likes?

use crate::options::{self, UNSTATED};
use mutualfit_domain::{Candidate, InterestProfile, Number, PairFacts, Pointer, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts,
    Gate, Info, Purpose, ReadsOf, Registry, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the profile of the work over Holland's six interests (realistic, investigative, artistic, social, enterprising,
conventional) has the shape of the candidate's.

## Degrees

`1 − √((1 − r) / 2)` with the correlation `r` of the six values (Pearson; the index of the O*NET Interest Profiler,
METHODS.md §1.2): the distance of the two standardised profiles as a share of the greatest there can be. On O*NET's
occupations this told roles apart better than `(1 + r) / 2` (this project's own trial).

- **1**: the same shape, `r = 1`.
- **½**: `r = .5`.
- **0**: the opposite shape, `r = −1`.

The gate of a deal-breaker is met from `r = .608` on, a *great* fit by the Interest Profiler (Gregory and Lewis 2016).

## What is unknown

A profile that lacks one of the six values, or in which all are equal, correlates with nothing: anything from 0 to 1.

## What would change it

Nothing is proposed: neither what somebody likes to do nor what a place is like changes for one pair.

## Limits

For exploring roles for oneself: its publishers say that it is not for screening applicants. Correlation compares the
shape of two profiles, neither how strong the interests are nor how much they differ.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Interests>(Info {
        id: "interests",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the work is of the kind that the candidate likes.",
        docs: DOCS,
        purpose: Purpose::Exploration,
        silence: 0.0,
        asks: "/aspirations/interests",
        reads: ReadsOf {
            role: &["/environment/interests", "/negotiable", "/indifferent"],
            candidate: &["/aspirations/interests", "/indifferent", "/aspirations/indifferent"],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("best", "The profiles correlate by {correlation}: a best fit."),
            ("great", "The profiles correlate by {correlation}: a great fit."),
            ("weak", "The profiles correlate by {correlation}."),
            ("undefined", "A profile that is flat or not complete correlates with nothing."),
            UNSTATED,
        ],
    })
}

/// The settings of `interests`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Interests {}

/// From here on the Interest Profiler calls a correlation best: significant at .05, one-tailed, for six values.
const BEST: f32 = 0.729;
/// From here on it calls a correlation great: significant at .10.
const GREAT: f32 = 0.608;

/// A profile with mean 0 and length 1; not a number where it has none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape([f32; 6]);

impl Shape {
    fn of(profile: &InterestProfile) -> Self {
        let values = values(profile).map(|value| value.map_or(f64::NAN, Number::get));
        let mean = values.iter().sum::<f64>() / 6.0;
        let centred = values.map(|value| value - mean);
        let length = centred.iter().map(|value| value * value).sum::<f64>().sqrt();
        // A flat profile has no length; what is left of it by rounding is not a shape.
        let has_shape = length
            > 1e-9 * values.iter().fold(0.0_f64, |greatest, value| greatest.max(value.abs()));
        Self(centred.map(|value| if has_shape { (value / length) as f32 } else { f32::NAN }))
    }

    /// Half of the distance from another, squared: `(1 − r) / 2`.
    #[inline]
    fn apart(self, other: Self) -> f32 {
        let mut sum = 0.0;
        for (one, other) in self.0.iter().zip(&other.0) {
            sum += (one - other) * (one - other);
        }
        sum / 4.0
    }

    /// The correlation with another.
    fn correlation(self, other: Self) -> f32 {
        1.0 - 2.0 * self.apart(other)
    }
}

impl Criterion for Interests {
    type By = CandidateAsks;
    type Want = Shape;
    type Have = Shape;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Shape> {
        if candidate.is_indifferent("interests") {
            return Ask::Irrelevant;
        }
        match wished(candidate).filter(|profile| says_something(profile)) {
            Some(profile) => {
                let essential = Essential::from_words(profile.deal_breaker, None);
                let stake = Stake::of(profile.importance.unwrap_or_default().get() as f32);
                Ask::Stated(Shape::of(profile), stake.essential(essential))
            }
            None => Ask::Unstated,
        }
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<Shape> {
        let document = role.role();
        if document.is_indifferent("interests") || document.is_indifferent("environment") {
            return Answer::Irrelevant;
        }
        let profile = document.environment.as_ref().and_then(|place| place.interests.as_ref());
        match profile.filter(|profile| says_something(profile)) {
            Some(profile) => options::answered(*role, "/environment/interests", Shape::of(profile)),
            None => Answer::Unstated,
        }
    }

    fn fit(&self, want: &Shape, have: &Shape) -> Degree {
        Degree::exact(1.0 - want.apart(*have).sqrt())
    }

    fn gate(&self, want: &Shape, have: &Shape) -> Gate {
        match want.correlation(*have) {
            undefined if undefined.is_nan() => Gate::Open,
            correlation if correlation >= GREAT => Gate::Met,
            _ => Gate::Unmet,
        }
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(profile), Ask::Stated(want, stake)) =
            (wished(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let have = match self.answer(role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => Some(have),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let correlation = have.map(|have| want.correlation(have));
        let code = match correlation {
            None => UNSTATED.0,
            Some(undefined) if undefined.is_nan() => "undefined",
            Some(best) if best >= BEST => "best",
            Some(great) if great >= GREAT => "great",
            Some(_) => "weak",
        };
        let there = Pointer::root().field("environment").field("interests");
        let mut fact = Fact::new(code)
            .asked(Pointer::root().field("aspirations").field("interests"))
            .answered(have.map(|_| there))
            .degree(have.map_or(Degree::UNKNOWN, |have| self.fit(&want, &have)))
            .share(1.0)
            .audience(profile.audience);
        if let Some(known) = correlation.filter(|correlation| !correlation.is_nan()) {
            fact = fact.value("correlation", (f64::from(known) * 1e3).round() / 1e3);
        }
        if stake.is_essential() != Essential::No {
            fact = fact.gate(have.map_or(Gate::Open, |have| self.gate(&want, &have)));
        }
        facts.push(fact);
    }
}

/// The values of a profile, in Holland's order.
fn values(profile: &InterestProfile) -> [Option<Number>; 6] {
    [
        profile.realistic,
        profile.investigative,
        profile.artistic,
        profile.social,
        profile.enterprising,
        profile.conventional,
    ]
}

fn says_something(profile: &InterestProfile) -> bool {
    values(profile).iter().any(Option::is_some)
}

fn wished(candidate: &Candidate) -> Option<&InterestProfile> {
    candidate.aspirations.as_ref()?.interests.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    /// O*NET 43-4041.00, credit authorisers (O*NET 30.1).
    const CREDIT_AUTHORISERS: [f64; 6] = [1.0, 1.85, 1.0, 3.39, 4.47, 7.0];

    fn profile(scale: &str, values: &[f64]) -> Value {
        let names =
            ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];
        let mut profile = json!({"scale": scale});
        for (name, value) in names.iter().zip(values) {
            profile[name] = json!(value);
        }
        profile
    }

    fn role(values: &[f64]) -> Value {
        json!({"environment": {"interests": profile("onet/OI", values)}})
    }

    fn candidate(values: &[f64]) -> Value {
        json!({"aspirations": {"interests": profile("onet/IP", values)}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[track_caller]
    fn check_correlation(person: [f64; 6], expected: f64) {
        let shape = |values: [f64; 6], scale| {
            Shape::of(&serde_json::from_value(profile(scale, &values)).unwrap())
        };
        let found = shape(person, "onet/IP").correlation(shape(CREDIT_AUTHORISERS, "onet/OI"));
        assert!((f64::from(found) - expected).abs() < 1e-6, "{found} is not {expected}");
    }

    #[test]
    fn correlations_are_those_of_the_published_profile() {
        check_correlation([8.0, 14.0, 5.0, 20.0, 26.0, 36.0], 0.988_758_2);
        check_correlation([10.0, 20.0, 10.0, 25.0, 18.0, 22.0], 0.664_722_6);
        check_correlation([30.0, 25.0, 35.0, 18.0, 12.0, 6.0], -0.965_796_7);
    }

    #[test]
    fn the_same_shape_is_all_that_is_asked() {
        let asked = candidate(&[5.0, 5.0, 5.0, 10.0, 10.0, 10.0]);
        check(&role(&[1.0, 1.0, 1.0, 7.0, 7.0, 7.0]), &asked, "1");
        check(&role(&[7.0, 7.0, 7.0, 1.0, 1.0, 1.0]), &asked, "0");
        let (half, whole) = ([6.0, 5.0, 1.0, 1.0, 1.0, 1.0], [6.0, 1.0, 5.0, 1.0, 1.0, 1.0]);
        let outcome = Trial::of(register).judge(&role(&half), &candidate(&whole));
        let r = f64::from(
            Shape::of(&serde_json::from_value(profile("x", &half)).unwrap())
                .correlation(Shape::of(&serde_json::from_value(profile("x", &whole)).unwrap())),
        );
        assert!((outcome.node.value.low.get() - (1.0 - ((1.0 - r) / 2.0).sqrt())).abs() < 1e-5);
    }

    #[test]
    fn a_flat_or_incomplete_profile_is_unknown() {
        let asked = candidate(&[5.0, 5.0, 5.0, 10.0, 10.0, 10.0]);
        check(&role(&[4.0; 6]), &asked, "0..1");
        check(&role(&[1.1; 6]), &asked, "0..1");
        check(&role(&[4.0, 1.0]), &asked, "0..1");
        check(&role(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), &candidate(&[7.0; 6]), "0..1");
        check(&role(&[]), &asked, "not answered");
        check(&json!({}), &asked, "not answered");
        check(&json!({"indifferent": ["interests"]}), &asked, "irrelevant");
        check(&role(&[4.0; 6]), &json!({}), "not asked");
        check(&role(&[4.0; 6]), &candidate(&[]), "not asked");
        check(&role(&[4.0; 6]), &json!({"indifferent": ["interests"]}), "irrelevant");
    }

    #[test]
    fn a_great_fit_opens_the_gate() {
        let essential = |values: [f64; 6]| {
            let mut asked = candidate(&values);
            asked["aspirations"]["interests"]["dealBreaker"] = json!(true);
            asked
        };
        let gate =
            |role: &Value, values| Trial::of(register).judge(role, &essential(values)).node.gate;
        let there = role(&CREDIT_AUTHORISERS);
        assert_eq!(gate(&there, [10.0, 20.0, 10.0, 25.0, 18.0, 22.0]), Some(Gate::Met));
        assert_eq!(gate(&there, [30.0, 25.0, 35.0, 18.0, 12.0, 6.0]), Some(Gate::Unmet));
        assert_eq!(gate(&role(&[1.0]), [30.0, 25.0, 35.0, 18.0, 12.0, 6.0]), Some(Gate::Open));
        assert_eq!(gate(&json!({}), [30.0, 25.0, 35.0, 18.0, 12.0, 6.0]), Some(Gate::Open));
        let outcome =
            Trial::of(register).judge(&there, &candidate(&[8.0, 14.0, 5.0, 20.0, 26.0, 36.0]));
        assert_eq!(outcome.pointers("best"), ("/aspirations/interests", "/environment/interests"));
    }
}
