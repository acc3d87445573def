//! Every law finds the criterion that breaks it, and lets the one pass that breaks none.

use mutualfit_domain::{Candidate, PairFacts, Pointer, Profile, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, Cell, Column, Context, Criterion, Degree, DegreeRows, DegreeTable, Degrees, Fact,
    Facts, Gate, Info, Lanes, Mark, Plain, Purpose, ReadsOf, Registry, RoleAsks, Scorer, Stake,
};
use mutualfit_testkit::law::{LAWS, Trial};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{
    ops::Range,
    sync::atomic::{AtomicU32, Ordering},
};

/// How many hours one can work on the road: a criterion that is lawful but for its flaw.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default)]
struct Hours {
    flaw: Flaw,
    enough: f32,
}

impl Default for Hours {
    fn default() -> Self {
        Self { flaw: Flaw::None, enough: 1.0 }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Flaw {
    #[default]
    None,
    CountsCalls,
    LooksAtTheTitle,
    LooksAtTheId,
    TakesSilenceForNone,
    TakesSilenceForAll,
    TakesIndifferenceForAsk,
    NeverContent,
    NeverAsks,
    GuessesTheMiddle,
    PointsNowhere,
    HasNoWords,
    Panics,
}

static CALLS: AtomicU32 = AtomicU32::new(0);

impl Criterion for Hours {
    type By = RoleAsks;
    type Want = f32;
    type Have = (f32, f32);

    fn ask(&self, role: &RoleView<'_>, _: &Context) -> Ask<f32> {
        let role = role.role();
        if role.is_indifferent("availability") && self.flaw != Flaw::TakesIndifferenceForAsk {
            return Ask::Irrelevant;
        }
        let asked = role.requirements.as_ref().and_then(|asked| asked.availability.as_ref());
        let least =
            asked.and_then(|asked| asked.hours_per_week).and_then(|hours| hours.min_value());
        match least {
            _ if self.flaw == Flaw::NeverAsks => Ask::Unstated,
            Some(_) if self.flaw == Flaw::LooksAtTheTitle => {
                Ask::Stated(role.title.as_str().len() as f32, Stake::default())
            }
            Some(_) if self.flaw == Flaw::LooksAtTheId => {
                Ask::Stated(role.id.as_str().len() as f32 * 9.0, Stake::default())
            }
            Some(least) => Ask::Stated(least.get() as f32, Stake::default()),
            None => Ask::Unstated,
        }
    }

    fn answer(&self, candidate: &Profile<'_>, _: &Context) -> Answer<(f32, f32)> {
        if candidate.is_indifferent("availability") {
            return Answer::Irrelevant;
        }
        let available = candidate.availability();
        let most = available
            .and_then(|available| available.hours_per_week)
            .and_then(|hours| hours.max_value());
        let Some(most) = most.map(|most| most.get() as f32) else {
            return match self.flaw {
                Flaw::TakesSilenceForNone => Answer::Stated((0.0, 0.0)),
                Flaw::TakesSilenceForAll => Answer::Stated((168.0, 168.0)),
                _ => Answer::Unstated,
            };
        };
        let travels = available.and_then(|available| available.travel_share);
        Answer::Stated(match travels.map(|share| most * share.get() as f32) {
            Some(there) => (there, there),
            None if self.flaw == Flaw::GuessesTheMiddle => (most / 2.0, most / 2.0),
            None => (0.0, most),
        })
    }

    fn fit(&self, want: &f32, have: &(f32, f32)) -> Degree {
        assert!(self.flaw != Flaw::Panics || *want < 40.0, "forty hours are too many");
        let call =
            if self.flaw == Flaw::CountsCalls { CALLS.fetch_add(1, Ordering::Relaxed) } else { 0 };
        let hours_less = (call % 3) as f32;
        let most = if self.flaw == Flaw::NeverContent { 0.9 } else { self.enough };
        let share =
            |hours: f32| if *want > 0.0 { ((hours - hours_less) / want).min(most) } else { most };
        Degree::between(share(have.0), share(have.1))
    }

    fn facts(
        &self,
        _: &RoleView<'_>,
        _: &Profile<'_>,
        _: &[PairFacts],
        _: &Context,
        facts: &mut Facts,
    ) {
        match self.flaw {
            Flaw::PointsNowhere => {
                facts.push(Fact::new("known").asked(Pointer::root().field("nowhere")));
            }
            Flaw::HasNoWords => facts.push(Fact::new("unknown")),
            _ => facts
                .push(Fact::new("known").asked(Pointer::root().field("id")).value("what", "hours")),
        }
    }
}

fn info(id: &'static str) -> Info {
    Info {
        id,
        version: "1.0.0",
        side: Side::Role,
        summary: "Whether the hours that are asked for can be worked.",
        docs: "1 where they can.",
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/availability",
        reads: ReadsOf {
            role: &["/requirements/availability/hoursPerWeek", "/indifferent"],
            candidate: &["/availability/hoursPerWeek", "/availability/travelShare", "/indifferent"],
            pair: &[],
            extensions: &[],
        },
        words: &[("known", "These are {what}.")],
    }
}

/// On how many cases a flaw is looked for: a flaw that shows in one case of twenty is missed by one
/// seed of thirty thousand.
const CASES: u32 = 200;

/// Whether a kind breaks a law with a flaw.
#[track_caller]
fn breaks(registry: &Registry, kind: &str, flaw: Flaw, law: &str) -> bool {
    let trial = Trial::new(registry, kind, &json!({ "flaw": flaw })).unwrap();
    let law = LAWS.iter().find(|known| known.name == law).unwrap();
    law.prove(&trial.with_cases(CASES)).is_err_and(|violation| violation.law() == law.name)
}

#[track_caller]
fn check(flaw: Flaw, law: &str) {
    let mut registry = Registry::default();
    registry.add::<Hours>(info("example/hours")).unwrap();
    assert!(breaks(&registry, "example/hours", flaw, law), "{flaw:?} does not break `{law}`");
}

#[test]
fn a_lawful_criterion_breaks_no_law() {
    let mut registry = Registry::default();
    registry.add::<Hours>(info("example/hours")).unwrap();
    mutualfit_testkit::law::assert_lawful(&registry, "example/hours", &json!({}));
}

#[test]
fn each_law_finds_who_breaks_it() {
    check(Flaw::NeverAsks, "exercised");
    check(Flaw::CountsCalls, "deterministic");
    check(Flaw::CountsCalls, "one-score");
    check(Flaw::NeverContent, "attainable");
    check(Flaw::GuessesTheMiddle, "refined");
    check(Flaw::TakesSilenceForNone, "said");
    check(Flaw::TakesIndifferenceForAsk, "said");
    check(Flaw::LooksAtTheTitle, "blind");
    check(Flaw::LooksAtTheId, "nameless");
    check(Flaw::PointsNowhere, "traceable");
    check(Flaw::HasNoWords, "traceable");
    check(Flaw::Panics, "bounded");
}

#[test]
fn who_says_that_silence_answers_is_held_to_it() {
    let mut registry = Registry::default();
    registry.add::<Hours>(info("example/hours")).unwrap();
    let broken = |flaw: Flaw, law: &str| {
        let trial = Trial::new(&registry, "example/hours", &json!({ "flaw": flaw })).unwrap();
        let law = LAWS.iter().find(|known| known.name == law).unwrap();
        law.prove(&trial.whose_silence_answers().with_cases(CASES)).unwrap_err()
    };
    // Silence is unstated to the one; to the other it is all that one can ask for, and stating less lowers it.
    assert_eq!(broken(Flaw::None, "said").law(), "said");
    let falls = broken(Flaw::TakesSilenceForAll, "refined");
    assert!(falls.why().contains("falls below"), "{falls}");
}

#[test]
fn a_counterexample_is_as_small_as_it_gets() {
    let mut registry = Registry::default();
    registry.add::<Hours>(info("example/hours")).unwrap();
    let trial =
        Trial::new(&registry, "example/hours", &json!({ "flaw": Flaw::GuessesTheMiddle })).unwrap();
    let violation = trial.with_cases(CASES).prove_all().unwrap_err();
    assert_eq!(violation.law(), "refined");
    let shown = violation.counterexample().unwrap();
    assert!(
        violation.why().ends_with("where /availability/travelShare was left out"),
        "{violation}"
    );
    assert_eq!(shown["role"].as_object().unwrap().len(), 4, "{violation}");
}

#[test]
fn what_a_kind_says_about_itself_is_checked() {
    for wrong in [
        Info { id: "example/Hours", ..info("") },
        Info { summary: " ", ..info("example/hours") },
        Info { silence: 1.5, ..info("example/hours") },
        Info { asks: "/growth", ..info("example/hours") },
        Info { side: Side::Candidate, ..info("example/hours") },
        Info { words: &[("known", "These are {what")], ..info("example/hours") },
        Info {
            reads: ReadsOf { candidate: &["/aspirations/pay"], ..info("").reads },
            ..info("example/hours")
        },
    ] {
        let (mut registry, id) = (Registry::default(), wrong.id);
        registry.add::<Hours>(wrong).unwrap();
        assert!(breaks(&registry, id, Flaw::None, "described"), "{id}");
    }
}

/// Scores a block otherwise than a pair.
#[derive(Debug)]
struct Hasty(Plain<Hours>);

impl Scorer for Hasty {
    fn side(&self) -> Side {
        self.0.side()
    }
    fn column(&self, of: Side) -> Box<dyn Column> {
        self.0.column(of)
    }
    fn push_role(&self, column: &mut dyn Column, role: RoleView<'_>, context: &Context) -> Mark {
        self.0.push_role(column, role, context)
    }
    fn push_candidate(
        &self,
        column: &mut dyn Column,
        candidate: &Candidate,
        context: &Context,
    ) -> Mark {
        self.0.push_candidate(column, candidate, context)
    }
    fn degree(&self, role: Cell<'_>, candidate: Cell<'_>) -> Degree {
        self.0.degree(role, candidate)
    }
    fn gate(&self, role: Cell<'_>, candidate: Cell<'_>) -> Gate {
        self.0.gate(role, candidate)
    }
    fn degrees<'a>(&'a self, lanes: Lanes<'a>, many: &'a dyn Column) -> DegreeTable<'a> {
        DegreeTable::Rows(Box::new(HastyRows { hasty: self, lanes, many }))
    }
}

struct HastyRows<'a> {
    hasty: &'a Hasty,
    lanes: Lanes<'a>,
    many: &'a dyn Column,
}

impl DegreeRows for HastyRows<'_> {
    fn write(&self, slots: Range<usize>, degrees: &mut Degrees<'_>) {
        for (row, slot) in slots.enumerate() {
            for (lane, cell) in self.lanes.counted() {
                let (role, candidate) = self.lanes.seat(cell, Cell { column: self.many, slot });
                let degree = self.hasty.degree(role, candidate);
                let hasty = Degree::between(degree.low() * 0.999_999_9, degree.high());
                degrees.put(row * self.lanes.width() + lane, hasty);
            }
        }
    }
}

#[test]
fn a_block_that_is_off_by_one_bit_is_found() {
    let mut registry = Registry::default();
    let hasty = |hours: Hours| Ok(Box::new(Hasty(Plain::new(hours))) as Box<dyn Scorer>);
    registry.add_with::<Hours>(info("example/hasty"), hasty).unwrap();
    assert!(breaks(&registry, "example/hasty", Flaw::None, "one-score"));
}

#[test]
fn settings_that_are_not_what_the_schema_shows_are_found() {
    #[derive(Deserialize, JsonSchema)]
    struct Shown {
        #[serde(default = "all")]
        #[schemars(extend("default" = 0.5))]
        enough: f32,
    }
    fn all() -> f32 {
        1.0
    }
    let mut registry = Registry::default();
    let made = |shown: Shown| {
        let hours = Hours { flaw: Flaw::None, enough: shown.enough };
        Ok(Box::new(Plain::new(hours)) as Box<dyn Scorer>)
    };
    registry.add_with::<Shown>(info("example/shown"), made).unwrap();
    assert!(breaks(&registry, "example/shown", Flaw::None, "settings"));
    let refused = |kind, settings| Trial::new(&registry, kind, &settings).unwrap_err();
    assert_eq!(refused("example/shown", json!({ "enough": "all" })).law(), "settings");
    assert_eq!(refused("example/shown", json!(["enough"])).law(), "settings");
    assert_eq!(refused("example/other", json!({})).why(), "there is no such kind");
}
