//! Schemas against the types they are made from.

mod dump;
