//! Criteria, rubrics, engine, rankings and explanations of mutual fit.
//!
//! A [`Criterion`] asks one thing on behalf of one side. A [`Registry`] knows the kinds of criteria, a [`Rubric`] names
//! and weighs the ones to use, and an [`Engine`] scores pairs of a role and a candidate by them: from the role's side
//! (how far the candidate meets what the role asks), from the candidate's side (how far the role meets what the
//! candidate asks), and together. Each number is an interval: what is not known is bounds, never a guess.
//!
//! This crate knows no particular criterion; the built-in ones are in `mutualfit-criteria`.

mod asker;
mod block;
mod builder;
mod cells;
mod change;
mod comparison;
mod context;
mod cores;
mod criterion;
mod degree;
mod desk;
mod digest;
mod engine;
mod explanation;
mod facts;
mod gate;
mod gating;
mod growth;
mod ids;
mod info;
mod known;
mod lanes;
mod lever;
mod merge;
mod named;
mod one_spelling;
mod pair;
mod plain;
mod plan;
mod pool;
mod provenance;
mod rank;
mod ranking;
mod readers;
mod registry;
mod rubric;
mod scorer;
mod sealed;
mod sheet;
mod spec;
mod subject;
mod table;
mod tally;
mod tile;
mod top;
mod unknown;
mod values;

pub use asker::{Asker, CandidateAsks, RoleAsks};
pub use builder::{DuplicateId, PoolBuilder};
pub use change::{Facet, LeastChange, Outcome, Party, Reason, Step, WAIVE, Way};
pub use comparison::{
    Compared, Comparison, ComparisonSpec, CriterionDifference, Difference, SideDifference,
};
pub use context::{Context, ContextError, World};
pub use criterion::{Answer, Answers, Ask, Asks, Criterion, Essential, Judged, Stake};
pub use degree::{Degree, Mean};
pub use digest::{Digest, NoDigest};
pub use engine::{Engine, Sourced};
pub use explanation::{Contribution, DocumentChanged, Explanation, ExplanationSpec, Node, Said};
pub use facts::{Fact, Facts, Seats};
pub use gate::Gate;
pub use growth::{GrowthCode, GrowthLink};
pub use info::{Info, Purpose, Reads, ReadsOf};
pub use lanes::{Degrees, LANES, Lanes};
pub use lever::{Lever, Levers, Operation};
pub use merge::{BASELINE, Exponent, Merge};
pub use named::NamedValues;
pub use plain::Plain;
pub use pool::Pool;
pub use provenance::{CriterionVersion, Provenance};
pub use rank::{Progress, RankError, Request, Watch};
pub use ranking::{
    Blocked, BlockedBy, BlockedEntry, Condition, CriterionFault, Published, RankedEntry, Ranking,
    RankingSpec, Reader, Score, SideSummary, Status, SubjectRef, published,
};
pub use readers::KEPT;
pub use registry::{DuplicateKind, Kind, Registry, SettingsError};
pub use rubric::{MergeSettings, RankBy, Rubric, RubricEntry, RubricSpec, Stance, WeightsFrom};
pub use scorer::{BLOCK, Cell, Column, Mark, Scorer, State, downcast, downcast_mut};
pub use subject::Rankable;
pub use table::{Coded, CodedGates, DegreeRows, DegreeTable, GateRows, GateTable};
pub use unknown::Unknown;
