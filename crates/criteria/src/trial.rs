//! One criterion at work on one pair, as an engine explains it: what the tests of this crate look at.

use mutualfit_domain::{
    Candidate, ContextDocument, PairFacts, Pointer, Role, RoleView, Side, Taxonomy,
};
use mutualfit_scoring::{
    Context, DuplicateKind, Engine, Explanation, Fact, Gate, Info, Lever, Levers, NamedValues,
    Node, Registry, Request, Rubric, Said, Seats, World,
};
use serde_json::{Value, json};

/// Registers the criterion under test.
type Register = fn(&mut Registry) -> Result<(), DuplicateKind>;

/// A pair to be judged by one criterion; what is not said is left out of the documents.
#[derive(Debug)]
pub(crate) struct Trial {
    register: Register,
    settings: Value,
    context: Value,
    known: Vec<Value>,
    concepts: Value,
}

/// What a criterion made of a pair.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) node: Node,
}

impl Trial {
    /// A trial of a criterion with its own settings, in a world of which nothing but the date is known.
    pub(crate) fn of(register: Register) -> Self {
        Self {
            register,
            settings: json!({}),
            context: json!({}),
            known: Vec::new(),
            concepts: json!([]),
        }
    }

    /// With these settings.
    pub(crate) fn with(self, settings: Value) -> Self {
        Self { settings, ..self }
    }

    /// In a world of which this is known.
    pub(crate) fn within(self, context: Value) -> Self {
        Self { context, ..self }
    }

    /// Knowing this of the pair.
    pub(crate) fn knowing(mut self, known: Value) -> Self {
        self.known.push(known);
        self
    }

    /// With a taxonomy of these concepts.
    pub(crate) fn among(self, concepts: Value) -> Self {
        Self { concepts, ..self }
    }

    /// What [`judge`](Self::judge) gives. Checks besides that the facts point to something, and that they add up to
    /// the degree and to the gate.
    #[track_caller]
    pub(crate) fn judge_closely(&self, role: &Value, candidate: &Value) -> Outcome {
        let outcome = self.judge(role, candidate);
        let mut registry = Registry::default();
        (self.register)(&mut registry).unwrap();
        let (asker, answerer) = match registry.kinds().next().unwrap().info().side {
            Side::Role => (role, candidate),
            Side::Candidate => (candidate, role),
        };
        for fact in &outcome.node.facts {
            points(fact.asked.as_ref(), asker);
            points(fact.answered.as_ref(), answerer);
        }
        let both_stated =
            outcome.node.asked == Some(Said::Stated) && outcome.node.answered == Some(Said::Stated);
        let has_shares =
            outcome.node.facts.iter().any(|fact| fact.share.is_some_and(|share| share > 0.0));
        if both_stated && has_shares {
            outcome.check_facts();
        }
        let gate = outcome.node.facts.iter().filter_map(|fact| fact.gate).max();
        if let (Some(of_facts), Some(of_node)) = (gate, outcome.node.gate) {
            assert_eq!(of_facts, of_node, "{:#?}", outcome.node);
        }
        outcome
    }

    /// Where the first ask stands that keeps the pair open or blocks it, as a ranking shows it.
    pub(crate) fn condition(&self, role: &Value, candidate: &Value) -> Option<String> {
        let role: Role =
            document(json!({"spec": "mutualfit/role/1", "id": "r", "title": "Role"}), role);
        let candidate: Candidate =
            document(json!({"spec": "mutualfit/candidate/1", "id": "c"}), candidate);
        let engine = self.engine();
        let (roles, candidates) = (engine.pool([role]).unwrap(), engine.pool([candidate]).unwrap());
        let ranking = engine.rank(&roles, &candidates, Request::top(1)).unwrap().remove(0);
        let open = ranking.entries.first().map(|entry| &entry.open);
        let conditions = open.or(ranking.blocked.entries.first().map(|entry| &entry.by))?;
        conditions.first()?.pointer.as_ref().map(|pointer| pointer.as_str().to_owned())
    }

    /// What the criterion makes of a role and a candidate. Checks on the way that every fact has its words and every
    /// word its value.
    #[track_caller]
    pub(crate) fn judge(&self, role: &Value, candidate: &Value) -> Outcome {
        let role: Role =
            document(json!({"spec": "mutualfit/role/1", "id": "r", "title": "Role"}), role);
        let candidate: Candidate =
            document(json!({"spec": "mutualfit/candidate/1", "id": "c"}), candidate);
        let explanation: Explanation = self.engine().explain(&role, &candidate);
        let mut nodes = explanation.explanation.children.into_iter().flat_map(|side| side.children);
        let node = nodes.find(|node| node.kind.is_some()).unwrap();
        self.check_words(&node.facts);
        Outcome { node }
    }

    /// The levers of a pair towards a degree: whose document each changes, its code, and what the criterion makes of the
    /// pair with it, as [`Outcome::brief`] says it.
    #[track_caller]
    pub(crate) fn levers(
        &self,
        role: &Value,
        candidate: &Value,
        target: f32,
    ) -> Vec<(Side, String, String)> {
        let proposed = self.proposed(role, candidate, target).into_iter();
        proposed.map(|(lever, after)| (lever.side, lever.code, after.brief())).collect()
    }

    /// Checks what [`levers`](Self::levers) gives: a side, a code and the degree after it, each.
    #[track_caller]
    pub(crate) fn check_levers(
        &self,
        (role, candidate): (&Value, &Value),
        target: f32,
        expected: &[(Side, &str, &str)],
    ) {
        let levers = self.levers(role, candidate, target);
        let levers: Vec<(Side, &str, &str)> =
            levers.iter().map(|(side, code, after)| (*side, &**code, &**after)).collect();
        assert_eq!(levers, expected);
    }

    /// The levers of a pair towards a degree, each with what the criterion makes of the pair that it gives. Checks that
    /// each gives a valid document, points to something, has its words, and never lowers the degree.
    #[track_caller]
    pub(crate) fn proposed(
        &self,
        role: &Value,
        candidate: &Value,
        target: f32,
    ) -> Vec<(Lever, Outcome)> {
        let role: Role =
            document(json!({"spec": "mutualfit/role/1", "id": "r", "title": "Role"}), role);
        let candidate: Candidate =
            document(json!({"spec": "mutualfit/candidate/1", "id": "c"}), candidate);
        let mut registry = Registry::default();
        (self.register)(&mut registry).unwrap();
        let kind = registry.kinds().next().unwrap();
        let scorer = kind.build(&self.settings).unwrap();
        let engine = self.engine();
        let judge = |role: &Role, candidate: &Candidate| {
            let explanation = engine.explain(role, candidate);
            let sides = explanation.explanation.children.into_iter();
            let mut nodes = sides.flat_map(|side| side.children);
            (explanation.arrangement, nodes.find(|node| node.kind.is_some()).unwrap())
        };
        let (arrangement, before) = judge(&role, &candidate);
        let view = RoleView::new(&role, arrangement.map(usize::from));
        let mut levers = Levers::to(target);
        let seats = Seats { role: view, candidate: &candidate };
        scorer.levers(seats, &Context::new(&self.world(), []), &mut levers);
        let tried = levers.into_vec().into_iter().map(|lever| {
            check_words(kind.info(), &lever.code, &lever.values);
            let asker = match kind.info().side {
                Side::Role => serde_json::to_value(&role).unwrap(),
                Side::Candidate => serde_json::to_value(&candidate).unwrap(),
            };
            points(lever.asked.as_ref(), &asker);
            let invalid = || panic!("no valid document, or the same, by {lever:#?}");
            let (_, after) = match lever.side {
                Side::Role => judge(&lever.apply(&role).unwrap_or_else(invalid), &candidate),
                Side::Candidate => {
                    let invalid = || panic!("no valid document, or the same, by {lever:#?}");
                    judge(&role, &lever.apply(&candidate).unwrap_or_else(invalid))
                }
            };
            let is_asked = after.asked != Some(Said::Irrelevant);
            assert!(
                !is_asked || after.value.low.get() >= before.value.low.get() - 2e-6,
                "{:?} became {:?} by {lever:#?}",
                before.value,
                after.value
            );
            (lever, Outcome { node: after })
        });
        tried.collect()
    }

    /// Checks the levers of a pair towards all that is asked, each as `role lower-level 1 met`.
    #[track_caller]
    pub(crate) fn check_changes(&self, role: &Value, candidate: &Value, expected: &[&str]) {
        let levers = self.levers(role, candidate, 1.0).into_iter();
        let levers: Vec<String> =
            levers.map(|(side, code, brief)| format!("{side} {code} {brief}")).collect();
        assert_eq!(levers, expected, "for {role:#} and {candidate:#}");
    }

    /// An engine of the one criterion.
    pub(crate) fn engine(&self) -> Engine {
        let mut registry = Registry::default();
        (self.register)(&mut registry).unwrap();
        let info = registry.kinds().next().unwrap().info();
        let (kind, rank_by) = (info.id, format!("{}Side", info.side));
        let rubric: Rubric = serde_json::from_value(json!({
            "spec": "mutualfit/rubric/1", "id": "trial", "rankBy": rank_by, "criteria": [{"use": kind, "with": self.settings}],
        }))
        .unwrap();
        let known = self.known.iter().map(|known| {
            let pair = json!({"spec": "mutualfit/pair/1", "role": "r", "candidate": "c", "source": "interview"});
            document::<PairFacts>(pair, known)
        });
        Engine::new(&registry, &rubric, &self.world()).unwrap().knowing(known)
    }

    fn world(&self) -> World {
        let context = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02"});
        World::new(document::<ContextDocument>(context, &self.context), &[self.taxonomy()])
    }

    fn taxonomy(&self) -> Taxonomy {
        let taxonomy =
            json!({"spec": "mutualfit/taxonomy/1", "id": "t", "concepts": self.concepts});
        serde_json::from_value(taxonomy).unwrap()
    }

    #[track_caller]
    fn check_words(&self, facts: &[Fact]) {
        let mut registry = Registry::default();
        (self.register)(&mut registry).unwrap();
        let info = registry.kinds().next().unwrap().info();
        for fact in facts {
            check_words(info, &fact.code, &fact.values);
        }
    }
}

impl Outcome {
    /// In short: `0.75`, `0..1`, `not asked`, `not answered` or `irrelevant`; then the gate of an essential ask.
    pub(crate) fn brief(&self) -> String {
        let (low, high) = (self.node.value.low.get(), self.node.value.high.get());
        let short = |bound: f64| (bound * 10_000.0).round() / 10_000.0;
        let degree = match (self.node.asked, self.node.answered) {
            (Some(Said::Irrelevant), _) | (_, Some(Said::Irrelevant)) => "irrelevant".to_owned(),
            (Some(Said::Unstated), _) => "not asked".to_owned(),
            (_, Some(Said::Unstated)) => "not answered".to_owned(),
            _ if low.to_bits() == high.to_bits() => short(low).to_string(),
            _ => format!("{}..{}", short(low), short(high)),
        };
        match self.node.gate {
            None => degree,
            Some(Gate::Met) => degree + " met",
            Some(Gate::Open) => degree + " open",
            Some(Gate::Unmet) => degree + " unmet",
        }
    }

    /// The codes of the facts, in their order.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.node.facts.iter().map(|fact| &*fact.code).collect()
    }

    /// The fact with this code.
    #[track_caller]
    pub(crate) fn fact(&self, code: &str) -> &Fact {
        let found = self.node.facts.iter().find(|fact| fact.code == code);
        found.unwrap_or_else(|| panic!("no fact `{code}` among {:?}", self.codes()))
    }

    /// Where a fact with this code was asked and answered.
    #[track_caller]
    pub(crate) fn pointers(&self, code: &str) -> (&str, &str) {
        let fact = self.fact(code);
        let text = |pointer| Option::map_or(pointer, "", mutualfit_domain::Pointer::as_str);
        (text(fact.asked.as_ref()), text(fact.answered.as_ref()))
    }

    /// Checks that the degrees of the facts, by their shares, make up the degree of the criterion.
    #[track_caller]
    pub(crate) fn check_facts(&self) {
        let mut sums = (0.0, 0.0);
        for fact in &self.node.facts {
            if let (Some(degree), Some(share)) = (fact.degree, fact.share) {
                sums.0 += share * f64::from(degree.low());
                sums.1 += share * f64::from(degree.high());
            }
        }
        let value = self.node.value;
        assert!(
            (sums.0 - value.low.get()).abs() < 1e-4 && (sums.1 - value.high.get()).abs() < 1e-4,
            "{sums:?} is not {value:?}"
        );
    }
}

/// Checks that a code has words, and each value that they name.
#[track_caller]
fn check_words(info: &Info, code: &str, values: &NamedValues) {
    let words = info.words_for(code).unwrap_or_else(|| panic!("`{code}` has no words"));
    for (_, rest) in words.match_indices('{').map(|(at, _)| words.split_at(at + 1)) {
        let name = rest.split('}').next().unwrap();
        assert!(values.get(name).is_some(), "`{code}` has no value for {{{name}}}");
    }
}

#[track_caller]
fn points(pointer: Option<&Pointer>, document: &Value) {
    if let Some(pointer) = pointer {
        assert!(
            document.pointer(pointer.as_str()).is_some(),
            "`{pointer}` leads nowhere in {document:#}"
        );
    }
}

/// A role's members where it asks this in one section of its requirements.
pub(crate) fn requiring(section: &str, asked: Value) -> Value {
    stating("requirements", stating(section, asked))
}

/// Members that say this in one section; none where it is `null`.
pub(crate) fn stating(section: &str, said: Value) -> Value {
    let member = (section.to_owned(), said);
    Value::Object([member].into_iter().filter(|(_, said)| !said.is_null()).collect())
}

/// A document with these members over the ones that it needs.
#[track_caller]
fn document<D: serde::de::DeserializeOwned>(mut base: Value, members: &Value) -> D {
    if let (Value::Object(base), Value::Object(members)) = (&mut base, members) {
        base.extend(members.clone());
    }
    serde_json::from_value(base).unwrap()
}
