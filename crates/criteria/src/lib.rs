//! The built-in criteria of mutualfit, one file each.
//!
//! Each uses only what any third party can use: [`mutualfit_scoring::Criterion`] or, where a criterion owns an index,
//! [`mutualfit_scoring::Scorer`]. [`register`] adds them all to a registry; [`default_rubric`] and
//! [`exploration_rubric`] name and weigh them.

mod asked_level;
mod availability;
mod benefits;
mod by_block;
mod career_direction;
mod challenges;
mod competencies;
mod conditions;
mod contract;
mod credentials;
mod day_to_day;
mod deadline;
mod dictionary;
mod education;
mod experience;
mod growth;
mod hours;
mod interests;
mod items;
mod languages;
#[cfg(test)]
mod laws;
mod levels;
mod levers;
mod list_criterion;
mod listed;
mod months;
mod names;
mod need;
mod options;
mod pay;
mod pay_levers;
mod pay_offered;
mod places;
#[cfg(test)]
mod profile_laws;
mod raising;
mod ratings;
mod requirement_list;
mod rubrics;
mod salience;
mod schedule;
mod setting;
mod skill_use;
mod skills;
mod transparency;
#[cfg(test)]
mod trial;
mod wishes;
mod work_authorization;
mod work_values;
mod workplace;

pub use rubrics::{default_rubric, exploration_rubric};

use mutualfit_scoring::{DuplicateKind, Registry};

/// Adds one kind of criterion to a registry.
type Register = fn(&mut Registry) -> Result<(), DuplicateKind>;

/// Every built-in criterion, the role's side first.
const BUILT_IN: [Register; 21] = [
    skills::register,
    experience::register,
    credentials::register,
    education::register,
    languages::register,
    availability::register,
    competencies::register,
    work_authorization::register,
    pay::register,
    benefits::register,
    workplace::register,
    schedule::register,
    contract::register,
    growth::register,
    career_direction::register,
    skill_use::register,
    day_to_day::register,
    challenges::register,
    transparency::register,
    work_values::register,
    interests::register,
];

/// Adds every built-in criterion to a registry.
///
/// # Errors
///
/// Where the registry has a kind of the same id already.
pub fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    BUILT_IN.iter().try_for_each(|register| register(registry))
}

/// A registry with every built-in criterion.
///
/// # Errors
///
/// None in practice: the built-in ids differ, which a test holds to.
pub fn registry() -> Result<Registry, DuplicateKind> {
    let mut registry = Registry::default();
    register(&mut registry)?;
    Ok(registry)
}
