//! Roles, candidates with their aspirations, and the interviews between them: the documents of mutualfit.
//!
//! A document is read with [`read`], which tells every fault of one that is wrong, each with a JSON
//! Pointer, a line and a column, and how to mend it. A value that exists is valid: what it says is
//! within its range, and its parts agree.
//!
//! ```
//! use mutualfit_domain::{Item, Role, read};
//!
//! let role: Role = read(r#"{
//!     "spec": "mutualfit/role/1",
//!     "id": "dental-hygienist",
//!     "title": "Dental hygienist",
//!     "requirements": {"skills": [{"concept": {"label": "Local anaesthesia"}, "neededBy": "P6M"}]},
//!     "compensation": {"pay": [{"minValue": "42.50", "currency": "USD", "unitText": "HOUR"}]}
//! }"#)?;
//!
//! let skills = role.requirements.as_ref().and_then(|asked| asked.skills.as_deref()).unwrap_or_default();
//! assert!(skills[0].is_learnable());
//! assert_eq!(skills[0].importance().get(), 0.5);
//! assert_eq!(role.stated_topics(), ["skills", "pay"]);
//! # Ok::<(), mutualfit_domain::Faults>(())
//! ```
//!
//! # What absence means
//!
//! A member that is absent (or null) was not said; a list that is empty says that there is none; and
//! what a document names under `indifferent` was said not to matter. So members are `Option`s, and none
//! has a default that would make silence an answer.
//!
//! # The documents
//!
//! [`Role`], [`Candidate`], [`Aspirations`] (within a candidate or on their own), [`Interview`],
//! [`PairFacts`], [`ContextDocument`], [`Taxonomy`]. Scoring sees a role through a [`RoleView`], one way
//! it can be had, and a candidate as a [`Profile`], from which there is no way to their aspirations.
//! [`ConceptSpace`] decides which concepts match. [`each_line`] reads any number of documents from one text.
//!
//! # Features
//!
//! `rayon`, on by default, lets [`each_line`] and [`in_order`] use all cores.
//!
//! `schemars` derives JSON Schemas. A schema accepts what [`read`] accepts, but for faults that no
//! schema can say ([`FaultKind::beyond_schema`]), and for aspirations as a document of their own, whose
//! [`Document::REQUIRED`] members are optional within a candidate.

mod amount;
mod arrangement;
mod aspirations;
mod audience;
mod availability;
mod candidate;
mod compensation;
mod concept;
mod concept_space;
mod context;
mod conversation;
mod disclosure;
mod document;
mod environment;
mod extensions;
mod external_id;
mod facet;
mod fault;
mod growth;
mod held;
mod in_order;
mod interview;
mod level;
mod lines;
mod need;
mod notices;
mod number;
mod object;
mod organization;
mod pair;
mod pay;
mod place;
mod places;
mod pointer;
mod process;
mod profile;
mod range;
mod rating;
mod reading;
mod repair;
mod requirement;
mod role;
mod rules;
mod schedule;
mod sections;
mod syntax;
mod taxonomy;
mod taxonomy_index;
mod text;
mod time;
mod translation;
mod week;
mod when;
mod wish;
mod work;

pub use amount::*;
pub use arrangement::*;
pub use aspirations::{Aspirations, AspirationsSpec};
pub use availability::*;
pub use candidate::*;
pub use compensation::*;
pub use concept::*;
pub use concept_space::*;
pub use context::*;
pub use conversation::*;
pub use disclosure::*;
pub use document::{Document, RuleFaults};
pub use environment::*;
pub use extensions::*;
pub use external_id::*;
pub use facet::FACETS;
pub use fault::*;
pub use growth::*;
pub use held::*;
pub use in_order::in_order;
pub use interview::*;
pub use level::*;
pub use lines::{Chunk, Chunks, Line, each_line};
pub use need::*;
pub use notices::*;
pub use number::*;
pub use organization::*;
pub use pair::*;
pub use pay::*;
pub use place::*;
pub use pointer::{At, Pointer};
pub use process::*;
pub use profile::*;
pub use range::*;
pub use rating::*;
pub use reading::*;
pub use requirement::*;
pub use role::*;
pub use schedule::*;
pub use sections::{
    ASPIRATION_SECTIONS, CANDIDATE_LISTS, PROFILE_SECTIONS, ROLE_LISTS, ROLE_SECTIONS,
};
pub use taxonomy::*;
pub use text::*;
pub use time::*;
pub use week::*;
pub use when::*;
pub use wish::*;
pub use work::*;
