//! A criterion of one's own: a candidate who wants a team of at most so many people.

use mutualfit::domain::{Candidate, PairFacts, Pointer, RoleView, Side};
use mutualfit::scoring::{Answer, Ask, CandidateAsks, Context, Criterion, Degree};
use mutualfit::scoring::{Fact, Facts, Info, ReadsOf, Stake};

const KEY: &str = "com.acme.teamSize";
const SUMMARY: &str = "A team no larger than the candidate likes.";

/// What the criterion says about itself.
pub const INFO: Info = Info {
    docs: "1 up to the size wished for, 0 at `slack` times it; a role that does not say is unknown.",
    asks: "/extensions/com.acme.teamSize",
    reads: ReadsOf { role: &["/team/size"], candidate: &[], pair: &[], extensions: &[KEY] },
    words: &[("team", "a team of {size}")],
    ..Info::new("acme/team-size", Side::Candidate, SUMMARY)
};

/// A team no larger than the candidate likes.
#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
pub struct TeamSize {
    /// How many times the size wished for is the worst that still makes sense to compare.
    #[schemars(range(min = 2, max = 10))]
    slack: u8,
}

impl Criterion for TeamSize {
    type By = CandidateAsks;
    type Want = f32;
    type Have = f32;

    fn ask(&self, candidate: &Candidate, context: &Context) -> Ask<f32> {
        let wished = context.extension(candidate.extensions.as_ref(), KEY).ok().flatten();
        wished.map_or(Ask::Unstated, |size| Ask::Stated(size, Stake::default()))
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<f32> {
        let size = role.role().team.as_ref().and_then(|team| team.size);
        size.map_or(Answer::Unstated, |size| Answer::Stated(size.to_f64() as f32))
    }

    fn fit(&self, wished: &f32, size: &f32) -> Degree {
        Degree::exact(1.0 - (size / wished - 1.0) / (f32::from(self.slack) - 1.0))
    }

    fn facts(
        &self,
        _: &Candidate,
        r: &RoleView<'_>,
        _: &[PairFacts],
        c: &Context,
        all: &mut Facts,
    ) {
        let Answer::Stated(size) = self.answer(r, c) else { return };
        let at = Pointer::root().field("team").field("size");
        all.push(Fact::new("team").answered(at).value("size", f64::from(size)));
    }
}
