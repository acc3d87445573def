//! What the example programs share: a criterion of one's own.

mod team_size;

pub use team_size::{INFO, TeamSize};
