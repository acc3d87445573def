//! What comes of tables in other formats.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod database;
mod documents;
mod faults;
mod folder;
mod marks;
mod random;
mod taxonomy;

use mutualfit_exchange::onet::{OnetDatabase, OnetTables};
use mutualfit_exchange::{TableError, TableFault, TableFaults};

#[test]
fn public_types_can_be_shared_between_threads() {
    fn check<T: Send + Sync>() {}
    check::<OnetDatabase>();
    check::<OnetTables<'static>>();
    check::<TableError>();
    check::<TableFault>();
    check::<TableFaults>();
}
