//! Results of mutualfit as text, Markdown, CSV and pages for a browser: the words for people.
//!
//! Rankings and explanations are data: codes, numbers and pointers. Each kind of criterion brings the words for its own
//! findings ([`Info::words`](mutualfit_scoring::Info::words)); the rest of the words are here, in one module. Nothing
//! is scored here: every number shown is one that the engine gave, rounded.
//!
//! ```
//! use mutualfit_report::{Page, ranking_text};
//! use mutualfit_scoring::Ranking;
//!
//! let ranking: Ranking = serde_json::from_str(
//!     r#"{"spec":"mutualfit/ranking/1","reader":"auditor","subject":{"kind":"role","id":"dental-hygienist"},
//!         "considered":0,"entries":[],"blocked":{"count":0,"by":[],"entries":[]},"faults":[],
//!         "provenance":{"engine":"mutualfit 0.1.0","asOf":"2026-11-22","rubric":"blake3:0000000000000000000000000000000000000000000000000000000000000000",
//!         "context":"blake3:0000000000000000000000000000000000000000000000000000000000000000","criteria":[],
//!         "inputs":"blake3:0000000000000000000000000000000000000000000000000000000000000000"}}"#,
//! )?;
//! assert!(ranking_text(&ranking, &Page::default()).starts_with("Candidates for role dental-hygienist: 0 considered"));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod bar;
mod comparison;
mod criterion_text;
mod explanation_markdown;
mod explanation_text;
mod fact;
mod html;
mod legend;
mod number;
mod outline;
mod page;
mod ranking_csv;
mod ranking_markdown;
mod ranking_text;
mod settings;
mod story;
mod story_markdown;
mod story_text;
mod words;

pub use comparison::{comparison_markdown, comparison_text};
pub use criterion_text::{criteria_text, criterion_text};
pub use explanation_markdown::explanation_markdown;
pub use explanation_text::{Detail, explanation_text};
pub use html::{explanation_html, ranking_html};
pub use legend::Legend;
pub use page::{Glyphs, Page};
pub use ranking_csv::RankingCsv;
pub use ranking_markdown::ranking_markdown;
pub use ranking_text::{ranking_brief, ranking_summary, ranking_text};
pub use story::Papers;
pub use story_markdown::story_markdown;
pub use story_text::story_text;
