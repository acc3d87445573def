//! Would this role be right for both?
//!
//! mutualfit scores how well a role and a candidate fit, **from each side**: how far the candidate meets what the role
//! asks, and how far the role meets what the candidate wants. It explains both, keeps what is unknown as bounds instead
//! of guesses, and keeps deal-breakers of either side apart from the score.
//!
//! ```
//! use mutualfit::{Candidate, ContextDocument, Engine, Request, Role, World, criteria, read};
//!
//! let role: Role = read(r#"{"spec": "mutualfit/role/1", "id": "hygienist", "title": "Dental hygienist",
//!     "requirements": {"skills": [{"concept": {"label": "Periodontal scaling"}, "mustHave": true}]},
//!     "compensation": {"pay": [{"minValue": "48.00", "maxValue": "56.00", "currency": "USD", "unitText": "HOUR"}]}}"#)?;
//! let candidates = [
//!     r#"{"spec": "mutualfit/candidate/1", "id": "c-1", "skills": [{"concept": {"label": "Periodontal scaling"}}],
//!         "aspirations": {"pay": {"options": [{"minimum": "45.00", "currency": "USD", "unitText": "HOUR"}]}}}"#,
//!     r#"{"spec": "mutualfit/candidate/1", "id": "c-2", "complete": ["skills"], "skills": []}"#,
//! ].map(read::<Candidate>).into_iter().collect::<Result<Vec<_>, _>>()?;
//!
//! let context = ContextDocument::new("today".parse()?, "2026-11-22".parse()?);
//! let engine = Engine::new(&criteria::registry()?, &criteria::default_rubric()?, &World::new(context, &[]))?;
//! let ranking = engine.rank(&engine.pool([role])?, &engine.pool(candidates)?, Request::top(10))?.remove(0);
//!
//! assert_eq!(ranking.entries[0].id.as_str(), "c-1");
//! assert_eq!(ranking.blocked.entries[0].by[0].pointer.as_ref().unwrap().as_str(), "/requirements/skills/0");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | module | what it has |
//! |---|---|
//! | [`domain`] | roles, candidates, aspirations, interviews: documents, values and their reading |
//! | [`scoring`] | criteria, rubrics, the engine, rankings and explanations |
//! | [`criteria`] | the built-in criteria and the rubrics that come along |
//! | [`report`] | results as text, Markdown, CSV and pages for a browser |
//! | [`schema`] | JSON Schema of every document |
//! | [`exchange`] | other formats read into documents |
//!
//! The names used most are re-exported here.

pub use mutualfit_criteria as criteria;
pub use mutualfit_domain as domain;
pub use mutualfit_exchange as exchange;
pub use mutualfit_report as report;
pub use mutualfit_schema as schema;
pub use mutualfit_scoring as scoring;

pub use mutualfit_domain::{
    Aspirations, Candidate, ContextDocument, Document, Fault, FaultKind, Faults, Id, Interview,
    PairFacts, Pointer, Role, RoleView, Side, Taxonomy, read, read_bytes, read_value, strict,
};
pub use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Comparison, Context, Criterion, Degree, Digest, Engine,
    Explanation, Gate, Info, Pool, PoolBuilder, Ranking, Reader, Registry, Request, RoleAsks,
    Rubric, Sourced, Stake, World,
};

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
