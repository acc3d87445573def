//! `transparency`: is the role open about what the candidate wants to know?

use mutualfit_domain::{
    Candidate, FACETS, FaultKind, PairFacts, Pointer, Role, RoleView, Side, TransparencyWish,
    ValueError,
};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Essential, Fact, Facts,
    Gate, Info, Plain, Purpose, ReadsOf, Registry, Scorer, Stake,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the role says something about what the candidate wants to know before they decide: the topics that they name, or,
where they name none, those of a realistic preview (`topics`): pay and raises, benefits, workplace, schedule, contract,
the days, what is expected when, challenges, growth, career steps, the team, why the post is open, and how it is decided.

## Degrees

The share of the topics that the role states: **1** all of them, **½** half, **0** none. The topics follow the checklist
that METHODS.md §3.2 draws from research on realistic job previews and role clarity (Breaugh and Billings 1988;
Earnest, Allen and Landis 2011); that each counts alike is this project's choice.

## What is unknown

Nothing: whether a role states something can be read from the role.

## What would change it

Nothing is proposed: what a role keeps to itself is its own to say, and no patch can say it for it.

## Limits

That something is stated does not make it true, specific or good; an empty list states that there is none. Because this
asks what is stated, stating more raises it, and is meant to. A topic that no role can state counts as not stated.";

/// The topics of a realistic preview.
const PREVIEW: [&str; 14] = [
    "pay",
    "raises",
    "benefits",
    "workplace",
    "schedule",
    "contract",
    "day-to-day",
    "expectations",
    "challenges",
    "growth",
    "career-direction",
    "team",
    "reason-open",
    "process",
];

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    let info = Info {
        id: "transparency",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the role is open about what the candidate wants to know.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/aspirations/transparency",
        reads: ReadsOf {
            role: &[
                "/hiringOrganization",
                "/reasonOpen",
                "/team",
                "/responsibilities",
                "/demands",
                "/expectations",
                "/highlights",
                "/challenges",
                "/requirements",
                "/compensation",
                "/arrangements",
                "/growth",
                "/environment",
                "/process",
            ],
            candidate: &["/aspirations/transparency", "/indifferent", "/aspirations/indifferent"],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("stated", "The role is open about {topic}."),
            ("not-stated", "The role says nothing about {topic}."),
        ],
    };
    registry.add_with(info, |settings: Transparency| {
        settings.checked().map(|checked| Box::new(Plain::sharing(checked)) as Box<dyn Scorer>)
    })
}

/// The settings of `transparency`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Transparency {
    /// The topics that are asked about where the candidate names none, at least one: facets such as `pay` or `team`.
    #[schemars(length(min = 1))]
    topics: Vec<String>,
}

impl Default for Transparency {
    fn default() -> Self {
        Self { topics: PREVIEW.map(str::to_owned).into() }
    }
}

impl Transparency {
    fn checked(self) -> Result<Self, ValueError> {
        if self.topics.is_empty() {
            let message = "`topics` is empty; name at least one, such as `pay`";
            return Err(ValueError::new(FaultKind::Empty, message));
        }
        match self.topics.iter().find(|topic| !FACETS.contains(&topic.as_str())) {
            Some(topic) => {
                let message = format!("`{topic}` is no topic; use some of {}", FACETS.join(", "));
                Err(ValueError::new(FaultKind::Unknown, message))
            }
            None => Ok(self),
        }
    }

    /// The topics that a wish asks about.
    fn topics<'a>(&'a self, wish: &'a TransparencyWish) -> Vec<&'a str> {
        match &wish.topics {
            Some(topics) => topics.iter().map(mutualfit_domain::Text::as_str).collect(),
            None => self.topics.iter().map(String::as_str).collect(),
        }
    }
}

/// Some of the facets, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Topics(u64);

impl Topics {
    fn of<'a>(topics: impl IntoIterator<Item = &'a str>) -> Self {
        Self(topics.into_iter().fold(0, |set, topic| set | bit(topic)))
    }
}

/// The bit of a topic; none for one that no role can state.
fn bit(topic: &str) -> u64 {
    FACETS.iter().position(|facet| *facet == topic).map_or(0, |position| 1 << position)
}

/// What a candidate wants to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Want {
    topics: Topics,
    /// How many topics there are, with those that no role can state.
    count: usize,
}

impl Criterion for Transparency {
    type By = CandidateAsks;
    type Want = Want;
    type Have = Topics;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Want> {
        if candidate.is_indifferent("transparency") {
            return Ask::Irrelevant;
        }
        let Some(wish) = wish(candidate) else { return Ask::Unstated };
        let topics = distinct(self.topics(wish));
        if topics.is_empty() {
            return Ask::Irrelevant;
        }
        let essential = Essential::from_words(wish.deal_breaker, None);
        let stake =
            Stake::of(wish.importance.unwrap_or_default().get() as f32).essential(essential);
        Ask::Stated(Want { count: topics.len(), topics: Topics::of(topics) }, stake)
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<Topics> {
        Answer::Stated(Topics::of(role.role().stated_topics()))
    }

    fn fit(&self, want: &Want, have: &Topics) -> Degree {
        Degree::exact((want.topics.0 & have.0).count_ones() as f32 / want.count as f32)
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(wish), Ask::Stated(want, stake)) =
            (wish(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let stated = role.role().stated_topics();
        let here = Pointer::root().field("aspirations").field("transparency");
        for topic in distinct(self.topics(wish)) {
            let named = wish.topics.iter().flatten().position(|named| named == topic);
            let asked = named
                .map_or_else(|| here.clone(), |place| here.clone().field("topics").index(place));
            let is_stated = stated.contains(&topic);
            let degree = if is_stated { Degree::FULL } else { Degree::NONE };
            let fact = Fact::new(if is_stated { "stated" } else { "not-stated" })
                .asked(asked)
                .answered(is_stated.then(|| place_of(topic, role.role())).flatten())
                .degree(degree)
                .share(1.0 / want.count as f32)
                .audience(wish.audience)
                .value("topic", topic);
            let is_essential = stake.is_essential() != Essential::No;
            facts.push(if is_essential { fact.gate(Gate::at(1.0, degree)) } else { fact });
        }
    }
}

fn wish(candidate: &Candidate) -> Option<&TransparencyWish> {
    candidate.aspirations.as_ref()?.transparency.as_ref()
}

/// Each topic once, in the order in which they first come.
fn distinct(topics: Vec<&str>) -> Vec<&str> {
    topics.into_iter().fold(Vec::new(), |mut distinct, topic| {
        if !distinct.contains(&topic) {
            distinct.push(topic);
        }
        distinct
    })
}

/// Where a role states a topic.
fn place_of(topic: &str, role: &Role) -> Option<Pointer> {
    let path: &[&str] = match topic {
        "pay" => &["compensation", "pay"],
        "benefits" => &["compensation", "benefits"],
        "raises" => &["compensation", "raises"],
        "workplace" | "schedule" | "contract" => &["arrangements"],
        "growth" => &["growth"],
        "career-direction" => &["growth", "careerSteps"],
        "skill-use" | "day-to-day" => &["responsibilities"],
        "work-values" => &["environment", "workValues"],
        "interests" => &["environment", "interests"],
        "reason-open" => &["reasonOpen"],
        "organization" => &["hiringOrganization"],
        "work-authorization" => &["requirements", "workAuthorization"],
        "team" | "process" | "expectations" | "demands" | "highlights" | "challenges" => &[topic],
        _ if role.requirements.is_some() => &["requirements", topic],
        _ => return None,
    };
    Some(path.iter().fold(Pointer::root(), |pointer, name| pointer.field(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn candidate(wish: &Value) -> Value {
        json!({"aspirations": {"transparency": wish}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn the_share_of_the_topics_counts() {
        let asked = candidate(&json!({"topics": ["team", "process", "team"]}));
        check(&json!({"team": {}, "process": {}}), &asked, "1");
        check(&json!({"team": {}}), &asked, "0.5");
        check(&json!({}), &asked, "0");
        check(&json!({"team": {}}), &candidate(&json!({"topics": ["team", "acme/chairs"]})), "0.5");
        check(&json!({}), &json!({}), "not asked");
        check(&json!({}), &candidate(&json!({"topics": []})), "irrelevant");
        check(&json!({}), &json!({"indifferent": ["transparency"]}), "irrelevant");
    }

    #[test]
    fn a_preview_is_asked_for_where_no_topics_are_named() {
        let pay = json!({"pay": [{"minValue": "1", "currency": "EUR", "unitText": "HOUR"}], "benefits": [], "raises": "Yearly"});
        let way = json!({"workplaceType": "remote", "schedule": {}, "duration": "P1Y"});
        let role = json!({
            "compensation": pay, "arrangements": [way], "responsibilities": [], "expectations": [], "challenges": [],
            "growth": {"learn": [], "careerSteps": []}, "team": {}, "reasonOpen": {"kind": "new"}, "process": {},
        });
        check(&role, &candidate(&json!({})), "1");
        let half = json!({"compensation": pay, "arrangements": [way], "team": {}});
        check(&half, &candidate(&json!({})), "0.5");
    }

    #[test]
    fn openness_can_be_a_gate() {
        let asked = candidate(&json!({"topics": ["team", "process"], "dealBreaker": true}));
        check(&json!({"team": {}, "process": {}}), &asked, "1 met");
        check(&json!({"team": {}}), &asked, "0.5 unmet");
        let outcome = Trial::of(register).judge(&json!({"team": {}}), &asked);
        assert_eq!(outcome.pointers("stated"), ("/aspirations/transparency/topics/0", "/team"));
        assert_eq!(outcome.pointers("not-stated"), ("/aspirations/transparency/topics/1", ""));
    }

    #[test]
    fn settings_name_topics_that_exist() {
        let trial = Trial::of(register).with(json!({"topics": ["pay", "team"]}));
        assert_eq!(trial.judge(&json!({"team": {}}), &candidate(&json!({}))).brief(), "0.5");
        let mut registry = Registry::default();
        register(&mut registry).unwrap();
        let refused = |settings: Value| {
            registry.get("transparency").unwrap().build(&settings).unwrap_err().to_string()
        };
        let of_no_topic = refused(json!({"topics": ["wages"]}));
        assert!(of_no_topic.starts_with("unknown: `wages` is no topic"), "{of_no_topic}");
        assert!(refused(json!({"topics": []})).starts_with("empty: "));
    }
}
