//! Small criteria over extensions, written as a third party would.

use mutualfit_domain::{
    Candidate, ContextDocument, PairFacts, Pointer, Profile, Role, RoleView, Side,
};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts,
    Gate, Info, Judged, Lever, Levers, Purpose, ReadsOf, Registry, RoleAsks, Stake, World,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

/// The extension that both criteria read: `{ask, answer, stake, essential, negotiable}`, all optional.
const KEY: &str = "com.example.numbers";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Numbers {
    ask: Option<f32>,
    low: Option<f32>,
    high: Option<f32>,
    stake: Option<f32>,
    essential: bool,
    negotiable: bool,
    irrelevant: bool,
}

/// A role asks for a number and the candidate has one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default)]
struct Asked {
    /// How far a number may fall short, above 0.
    slack: f32,
}

/// A candidate asks for a number and the role has one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default)]
struct Wished {
    /// How far a number may fall short, above 0.
    slack: f32,
}

impl Default for Asked {
    fn default() -> Self {
        Self { slack: 1.0 }
    }
}

impl Default for Wished {
    fn default() -> Self {
        Self { slack: 1.0 }
    }
}

fn ask(numbers: &Numbers) -> Ask<f32> {
    let essential = Essential::from_words(Some(numbers.essential), Some(numbers.negotiable));
    match numbers.ask {
        _ if numbers.irrelevant => Ask::Irrelevant,
        Some(ask) => Ask::Stated(ask, Stake::of(numbers.stake.unwrap_or(0.5)).essential(essential)),
        None => Ask::Unstated,
    }
}

fn answer(numbers: &Numbers) -> Answer<(f32, f32)> {
    match (numbers.low, numbers.high) {
        _ if numbers.irrelevant => Answer::Irrelevant,
        (Some(low), high) if numbers.negotiable => Answer::Negotiable((low, high.unwrap_or(low))),
        (Some(low), high) => Answer::Stated((low, high.unwrap_or(low))),
        (None, _) => Answer::Unstated,
    }
}

fn fit(slack: f32, want: f32, have: (f32, f32)) -> Degree {
    let degree = |has: f32| 1.0 - (want - has) / slack;
    Degree::between(degree(have.0), degree(have.1))
}

fn role(role: RoleView<'_>, context: &Context) -> Numbers {
    context.extension(role.role().extensions.as_ref(), KEY).unwrap().unwrap_or_default()
}

impl Criterion for Asked {
    type By = RoleAsks;
    type Want = f32;
    type Have = (f32, f32);

    fn ask(&self, asker: &RoleView<'_>, context: &Context) -> Ask<f32> {
        ask(&role(*asker, context))
    }

    fn answer(&self, answerer: &Profile<'_>, context: &Context) -> Answer<(f32, f32)> {
        answer(&context.extension(answerer.extensions(), KEY).unwrap().unwrap_or_default())
    }

    fn fit(&self, want: &f32, have: &(f32, f32)) -> Degree {
        fit(self.slack, *want, *have)
    }

    fn pair(
        &self,
        known: &[PairFacts],
        want: Option<&f32>,
        _: Option<&(f32, f32)>,
        _: &Context,
    ) -> Option<Judged> {
        let minutes = known.iter().find_map(|facts| facts.commute_minutes)?.get() as f32;
        let degree = fit(self.slack, *want?, (minutes, minutes));
        Some(Judged { degree, gate: Gate::at(1.0, degree), item: None })
    }

    fn facts(
        &self,
        _: &RoleView<'_>,
        _: &Profile<'_>,
        _: &[PairFacts],
        _: &Context,
        facts: &mut Facts,
    ) {
        facts.push(Fact::new("compared").value("slack", f64::from(self.slack)));
    }

    fn levers(
        &self,
        asker: &RoleView<'_>,
        _: &Profile<'_>,
        context: &Context,
        levers: &mut Levers,
    ) {
        levers.push(raise(Side::Candidate, self.slack, &role(*asker, context), levers.target()));
    }
}

/// A change of the number of one side to what gives a degree.
fn raise(side: Side, slack: f32, asker: &Numbers, target: f32) -> Lever {
    let wanted = asker.ask.unwrap_or_default() - (1.0 - target) * slack;
    let path = Pointer::root().field("extensions").field(KEY).field("low");
    Lever::on(side, "raise").value("to", f64::from(wanted)).add(path, f64::from(wanted))
}

impl Criterion for Wished {
    type By = CandidateAsks;
    type Want = f32;
    type Have = (f32, f32);

    fn ask(&self, asker: &Candidate, context: &Context) -> Ask<f32> {
        ask(&context.extension(asker.extensions.as_ref(), KEY).unwrap().unwrap_or_default())
    }

    fn answer(&self, answerer: &RoleView<'_>, context: &Context) -> Answer<(f32, f32)> {
        answer(&role(*answerer, context))
    }

    fn fit(&self, want: &f32, have: &(f32, f32)) -> Degree {
        fit(self.slack, *want, *have)
    }

    fn levers(&self, asker: &Candidate, _: &RoleView<'_>, context: &Context, levers: &mut Levers) {
        let numbers = context.extension(asker.extensions.as_ref(), KEY).unwrap();
        let numbers = numbers.unwrap_or_default();
        levers.push(raise(Side::Role, self.slack, &numbers, levers.target()));
    }
}

fn info(id: &'static str, side: Side, asks: &'static str) -> Info {
    Info {
        id,
        version: "1",
        side,
        summary: "Compares two numbers.",
        docs: "",
        purpose: Purpose::Selection,
        silence: 0.0,
        asks,
        reads: ReadsOf {
            role: &["/extensions"],
            candidate: &["/extensions"],
            pair: &["/commuteMinutes"],
            extensions: &[KEY],
        },
        words: &[("compared", "compared with a slack of {slack}")],
    }
}

/// Adds both kinds.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Asked>(info("example/asked", Side::Role, "/extensions/com.example.numbers"))?;
    registry.add::<Wished>(info(
        "example/wished",
        Side::Candidate,
        "/extensions/com.example.numbers",
    ))
}

/// A registry with both kinds.
pub(crate) fn registry() -> Registry {
    let mut registry = Registry::default();
    register(&mut registry).unwrap();
    registry
}

/// A world with nothing in it but a date.
pub(crate) fn world() -> World {
    World::new(ContextDocument::new("none".parse().unwrap(), "2026-11-22".parse().unwrap()), &[])
}

/// A role whose numbers are these.
pub(crate) fn role_with(id: &str, numbers: serde_json::Value) -> Role {
    let document = json!({ "spec": "mutualfit/role/1", "id": id, "title": "A role", "extensions": { KEY: numbers } });
    serde_json::from_value(document).unwrap()
}

/// A candidate whose numbers are these.
pub(crate) fn candidate_with(id: &str, numbers: serde_json::Value) -> Candidate {
    let document =
        json!({ "spec": "mutualfit/candidate/1", "id": id, "extensions": { KEY: numbers } });
    serde_json::from_value(document).unwrap()
}
