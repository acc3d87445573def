//! What the strategies make, and the laws over every built-in criterion.

mod documents;
