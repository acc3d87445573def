//! What the strategies and the market make, the laws over every built-in criterion, and the engine's promises.

mod documents;
mod flaws;
mod market;
