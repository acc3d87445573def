//! The O*NET database: its occupations as roles and as the people who hold them.
//!
//! [`OnetTables`] names the tables, handed over as readers or found in a folder; [`OnetDatabase::read`]
//! reads them and keeps what is wrong with them; [`roles`], [`candidates`] and [`taxonomy`] make
//! documents of what is right.
//!
//! ```
//! use mutualfit_exchange::TableSource;
//! use mutualfit_exchange::onet::{self, OnetDatabase, OnetTables};
//!
//! let occupations = "O*NET-SOC Code\tTitle\tDescription\n29-1292.00\tDental Hygienists\tClean teeth.\n";
//! let skills = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\n\
//!     29-1292.00\t2.A.1.b\tActive Listening\tIM\t4.00\tN\tn/a\n\
//!     29-1292.00\t2.A.1.b\tActive Listening\tLV\t3.75\tN\tN\n";
//! let database = OnetDatabase::read(OnetTables {
//!     occupations: Some(TableSource::new("Occupation Data.txt", occupations.as_bytes())),
//!     skills: Some(TableSource::new("Skills.txt", skills.as_bytes())),
//!     ..OnetTables::default()
//! })?;
//! assert!(database.faults().is_empty());
//!
//! let roles = onet::roles(&database);
//! assert_eq!(roles[0].title, "Dental Hygienists");
//! # Ok::<(), mutualfit_exchange::TableError>(())
//! ```
//!
//! # What is read, and how
//!
//! Columns are found by name, so that both the official text files and copies with more columns are
//! read. Cells are kept as they stand, since the official files quote nothing; only a text that is
//! wholly in quotation marks, as spreadsheets write it, loses them.
//!
//! O*NET marks figures. `Not Relevant` on a level means that the occupation does not use the skill: the
//! level is 0, and that is looked at first, since many cells carry both marks. `Recommend Suppress` means
//! that the figure is too uncertain to use: a level marked so is unknown, and an element whose importance
//! is marked so is left out.
//!
//! # Faults
//!
//! A fault in a row leaves out the documents of that row's occupation; a table that cannot be read
//! leaves out all of them, since each would lack what is in it. Everything else is imported.

mod constant;
mod database;
mod figure;
mod folder;
mod incumbent;
mod occupation;
mod profile;
mod rating;
mod role;
mod tables;
mod taxonomy;

pub use database::OnetDatabase;
pub use incumbent::candidates;
pub use role::{JOB_ZONE, roles};
pub use tables::OnetTables;
pub use taxonomy::{default_taxonomy, taxonomy};

/// What to show wherever figures of O*NET are shown, as its licence (CC BY 4.0) asks.
pub const ONET_ATTRIBUTION: &str = "This page includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.";

/// The scheme of occupations: O*NET-SOC codes such as `29-1292.00`.
pub const OCCUPATION_SCHEME: &str = "https://www.onetcenter.org/taxonomy.html";

/// The scheme of skills and knowledge: the content model's element ids such as `2.A.1.b`.
pub const ELEMENT_SCHEME: &str = "https://www.onetcenter.org/content.html";
