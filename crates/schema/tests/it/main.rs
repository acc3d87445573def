//! The schemas, held against the types they are made from.

mod documents;
mod drift;
mod generators;
mod law;
mod mutation;
mod registry;
mod results;
mod samples;
mod settings;
