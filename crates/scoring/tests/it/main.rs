//! The engine as its users see it, with small criteria of a third party.

mod criteria;
mod explaining;
mod ranking;
mod rubrics;
