//! A kind of criterion on trial: documents that are about what it reads, and engines that score by it alone.

use super::{
    BOUNDED, LAWS, Law, Proof,
    case::{Case, Documents, Seen, entry},
};
use crate::strategy::{self, section::Emphasis, shape::Json};
use mutualfit_domain::{Id, Side};
use mutualfit_scoring::{
    Context, Engine, Explanation, Info, Node, Reads, Registry, Rubric, Said, Scorer, World,
};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner},
};
use serde_json::{Map, Value};
use std::cell::Cell;

/// How many cases a law is tried on, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 48;
/// How many times a counterexample is made smaller at the most.
const SHRINKS: u32 = 2048;

/// A kind of criterion, with its settings, on trial.
#[derive(Debug)]
pub struct Trial<'r> {
    pub(crate) info: &'r Info,
    pub(crate) registry: &'r Registry,
    pub(crate) settings: Map<String, Value>,
    pub(crate) scorer: Box<dyn Scorer>,
    pub(crate) reads: Reads,
    pub(crate) silence: Silence,
    /// How many cases a law is tried on; `None` for as many as the environment says.
    cases: Option<u32>,
    /// A bare world and a furnished one.
    worlds: [Bench; 2],
}

/// What it means that a document leaves something unsaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// That it is not known.
    Unknown,
    /// Whatever the kind was asked: what is stated is its very question.
    Answer,
}

/// An engine that scores by the kind alone, in one world.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) engine: Engine,
    pub(crate) context: Context,
}

/// A law that does not hold.
#[derive(Clone, Debug, thiserror::Error)]
#[error("criterion `{kind}` breaks the law `{law}`: {why}{}", .shown.as_ref().map(|shown| format!("\n{shown:#}")).unwrap_or_default())]
pub struct Violation {
    law: &'static str,
    kind: String,
    why: String,
    shown: Option<Box<Value>>,
}

impl Violation {
    /// The name of the law.
    pub fn law(&self) -> &'static str {
        self.law
    }

    /// Why it does not hold.
    pub fn why(&self) -> &str {
        &self.why
    }

    /// The smallest documents found that show it.
    pub fn counterexample(&self) -> Option<&Value> {
        self.shown.as_deref()
    }
}

impl<'r> Trial<'r> {
    /// Puts a kind of criterion on trial, with these settings (`{}` or `null` for its own).
    ///
    /// # Errors
    ///
    /// Where there is no such kind, or it refuses the settings.
    pub fn new(registry: &'r Registry, kind: &str, settings: &Value) -> Result<Self, Violation> {
        let refused = |why: String| Violation {
            law: "settings",
            kind: kind.to_owned(),
            why,
            shown: Some(Box::new(settings.clone())),
        };
        let found =
            registry.get(kind).ok_or_else(|| refused("there is no such kind".to_owned()))?;
        let settings = match settings {
            Value::Object(settings) => settings.clone(),
            Value::Null => Map::new(),
            _ => return Err(refused("settings are an object, `{}` for the kind's own".to_owned())),
        };
        let scorer = found
            .build(&Value::Object(settings.clone()))
            .map_err(|error| refused(format!("it refuses its settings: {error}")))?;
        let reads = scorer.reads().unwrap_or_else(|| Reads::from(found.info().reads));
        let bench =
            |world: &World| bench(registry, kind, &settings, &reads, world).map_err(refused);
        let worlds = [bench(&strategy::bare_world())?, bench(&strategy::furnished_world())?];
        Ok(Self {
            info: found.info(),
            registry,
            settings,
            scorer,
            reads,
            silence: Silence::Unknown,
            cases: None,
            worlds,
        })
    }

    /// The same trial of a kind that asks *what is stated*, so that silence answers it and what was left out is no
    /// unknown that could narrow. Three laws hold in place of two that speak of unknowns: silence is a stated answer
    /// (`said`); stating more lowers neither bound, and closes no gate (`refined`), whatever it is that is stated, even
    /// where its absence says something.
    #[must_use]
    pub fn whose_silence_answers(self) -> Self {
        Self { silence: Silence::Answer, ..self }
    }

    /// The same trial, on so many cases whatever the environment says: more find what is rarer.
    #[must_use]
    pub fn with_cases(self, cases: u32) -> Self {
        Self { cases: Some(cases), ..self }
    }

    /// Proves every law.
    ///
    /// # Errors
    ///
    /// The first law that does not hold.
    pub fn prove_all(&self) -> Result<(), Violation> {
        self.prove(&LAWS)
    }

    /// Proves these laws.
    ///
    /// # Errors
    ///
    /// The first law that does not hold.
    pub fn prove(&self, laws: &[Law]) -> Result<(), Violation> {
        laws.iter().try_for_each(|law| match law.proof {
            Proof::Apart(prove) => prove(self),
            Proof::Pair(_) | Proof::Exercised => Ok(()),
        })?;
        let met = self.survey(laws)?;
        let is_required = laws.iter().any(|law| matches!(law.proof, Proof::Exercised));
        if is_required { met.require() } else { Ok(()) }
    }

    /// Tries the laws of single pairs on documents that are about what the kind reads, all on the same ones.
    pub(crate) fn survey(&self, laws: &[Law]) -> Result<Met<'_>, Violation> {
        let met = Cell::new(0);
        let (trying, broken) = (Cell::new(None), Cell::new(None));
        let check = |case: &Case| {
            // A law still being tried failed or panicked: what breaks it is made smaller as long as it breaks that one.
            broken.set(broken.get().or(trying.get()));
            trying.set(Some(BOUNDED));
            let seen = Seen::of(self, case)?;
            let both =
                seen.node.asked == Some(Said::Stated) && seen.node.answered == Some(Said::Stated);
            met.set(met.get() + usize::from(both));
            for law in laws.iter().filter(|law| broken.get().is_none_or(|name| name == law.name)) {
                if let Proof::Pair(check) = law.proof {
                    trying.set(Some(law.name));
                    check(self, &seen)?;
                }
            }
            trying.set(None);
            Ok(())
        };
        let law = || broken.get().or(trying.get()).unwrap_or(BOUNDED);
        self.try_with(law, self.pairs(), Case::shown, check)?;
        Ok(Met { trial: self, pairs: met.get() })
    }

    /// Tries a law on whatever a strategy makes.
    pub(crate) fn try_with<S: Strategy>(
        &self,
        law: impl Fn() -> &'static str,
        strategy: S,
        shown: impl Fn(&S::Value) -> Value,
        check: impl Fn(&S::Value) -> Result<(), String>,
    ) -> Result<(), Violation> {
        let outcome =
            runner(self.cases).run(&strategy, |case| check(&case).map_err(TestCaseError::fail));
        outcome.map_err(|error| match error {
            TestError::Fail(why, case) => self.broken(law(), &why.to_string(), Some(shown(&case))),
            TestError::Abort(why) => self.broken(law(), &why.to_string(), None),
        })
    }

    pub(crate) fn broken(&self, law: &'static str, why: &str, shown: Option<Value>) -> Violation {
        Violation {
            law,
            kind: self.info.id.to_owned(),
            why: why.to_owned(),
            shown: shown.map(Box::new),
        }
    }

    /// Pairs of documents that are about what the kind reads.
    pub(crate) fn pairs(&self) -> impl Strategy<Value = Case> {
        let picks = prop::collection::vec(any::<Index>(), 1..4);
        let made = (self.roles(), self.candidates(), self.known(), any::<bool>(), picks);
        made.prop_map(|(role, candidate, pairs, furnished, picks)| Case {
            role,
            candidate,
            pairs,
            furnished,
            picks,
        })
    }

    /// What is known of a pair alone, for kinds that read that.
    pub(crate) fn known(&self) -> BoxedStrategy<Vec<Value>> {
        let most = if self.reads.pair.is_empty() { 0 } else { 2 };
        prop::collection::vec(strategy::pair_json(), 0..=most).boxed()
    }

    /// Roles that are about what the kind reads.
    pub(crate) fn roles(&self) -> Json {
        strategy::role_json(Emphasis::On(&self.reads.role))
    }

    /// Candidates who are about what the kind reads.
    pub(crate) fn candidates(&self) -> Json {
        strategy::candidate_json(Emphasis::On(&self.reads.candidate))
    }

    pub(crate) fn bench(&self, furnished: bool) -> &Bench {
        let [bare, with_all] = &self.worlds;
        if furnished { with_all } else { bare }
    }

    /// Which side's document answers.
    pub(crate) fn answerer(&self) -> Side {
        match self.info.side {
            Side::Role => Side::Candidate,
            Side::Candidate => Side::Role,
        }
    }

    /// What the kind reads of one side's documents.
    pub(crate) fn reads_of(&self, side: Side) -> &[String] {
        match side {
            Side::Role => &self.reads.role,
            Side::Candidate => &self.reads.candidate,
        }
    }

    /// Why a pair scores as it does by the kind alone.
    pub(crate) fn explain(&self, documents: &Documents, furnished: bool) -> Explanation {
        let engine = self.bench(furnished).engine.clone().knowing(documents.pairs.iter().cloned());
        engine.explain(&documents.role, &documents.candidate)
    }

    /// What the kind found in a pair; nothing where the documents do not read.
    pub(crate) fn node(&self, case: &Case) -> Option<Node> {
        let documents = case.read()?;
        entry(&self.explain(&documents, case.furnished)).cloned()
    }
}

/// In how many pairs a kind found something to compare.
pub(crate) struct Met<'t> {
    trial: &'t Trial<'t>,
    pairs: usize,
}

impl Met<'_> {
    /// Requires at least one.
    pub(crate) fn require(self) -> Result<(), Violation> {
        if self.pairs > 0 {
            return Ok(());
        }
        let why = "no pair of documents made it compare anything; see what it says that it reads";
        Err(self.trial.broken("exercised", why, None))
    }
}

fn bench(
    registry: &Registry,
    kind: &str,
    settings: &Map<String, Value>,
    reads: &Reads,
    world: &World,
) -> Result<Bench, String> {
    let id = Id::new("trial").map_err(|error| error.to_string())?;
    let mut rubric = Rubric::of(id, [kind]);
    for entry in &mut rubric.criteria {
        entry.settings = Some(settings.clone());
    }
    let engine = Engine::new(registry, &rubric, world).map_err(|faults| faults.to_string())?;
    Ok(Bench { engine, context: Context::new(world, reads.extensions.iter().cloned()) })
}

fn runner(cases: Option<u32>) -> TestRunner {
    let stated = |name| std::env::var_os(name).is_some();
    let mut config =
        Config { failure_persistence: None, max_shrink_iters: SHRINKS, ..Config::default() };
    if cases.is_some() || !stated("PROPTEST_CASES") {
        config.cases = cases.unwrap_or(CASES);
    }
    if !stated("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(0);
    }
    TestRunner::new(config)
}
