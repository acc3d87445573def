//! What a pair needs of the machine, estimated.

use serde_json::{Value, json};

/// What one pair of the default rubric needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    /// All that the pool keeps of a candidate. A role that reads every column reads as much; one that asks less, and
    /// finds skills in an index, reads less. So a share of this roof may be above 1.
    pub(crate) bytes: f64,
    /// Operations on numbers of single precision.
    pub(crate) operations: f64,
}

/// For one entry of the rubric: a comparison of want and have (a difference or a quotient, two bounds), the stake times
/// the weight, and a multiplication and an addition to the sum. Lists and gates take more, what was not said less.
const OPERATIONS_AN_ENTRY: f64 = 6.0;
/// For the pair: four bounds by division, the merge of two of them, the point and the comparison with the best so far.
const OPERATIONS_A_PAIR: f64 = 24.0;

impl Need {
    /// What a pair needs by a rubric of so many entries, from a pool that keeps so many bytes a candidate.
    pub(crate) fn of(bytes: f64, entries: usize) -> Self {
        Self { bytes, operations: OPERATIONS_AN_ENTRY * entries as f64 + OPERATIONS_A_PAIR }
    }

    /// As it is printed.
    pub(crate) fn told(&self) -> Value {
        json!({
            "bytes": self.bytes.round(),
            "operations": self.operations,
            "operationsPerByte": self.operations / self.bytes,
        })
    }
}
