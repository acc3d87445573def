//! What people read of the difference between two pairs.

use mutualfit_domain::Side;
use mutualfit_scoring::Reader;

/// The columns of a comparison's table.
pub(crate) const COMPARED_COLUMNS: [&str; 2] = ["what makes the difference", "adds"];
pub(crate) const DIFFERENCE: &str = "difference, both together";
pub(crate) const COMPARED_NOTE: &str = "A number above 0 speaks for the second, one below 0 for the first; they add up to the difference.";
/// Between what the low and what the high differ by.
pub(crate) const TO: &str = " to ";
pub(crate) const KEPT_ROW: &str = "kept private, as one";

/// What two pairs have in common, and what is compared of them.
pub(crate) fn compared(role: [&str; 2], candidate: [&str; 2]) -> String {
    match (role[0] == role[1], candidate[0] == candidate[1]) {
        (true, _) => {
            format!("Candidates {} and {} for role {}", candidate[0], candidate[1], role[0])
        }
        (false, true) => {
            format!("Roles {} and {} for candidate {}", role[0], role[1], candidate[0])
        }
        (false, false) => format!(
            "Role {} with candidate {}, and role {} with candidate {}",
            role[0], candidate[0], role[1], candidate[1]
        ),
    }
}

/// A side as its reader calls it.
pub(crate) fn compared_side(reader: Reader, side: Side) -> &'static str {
    match (reader, side) {
        (Reader::Role, Side::Role) => "what you ask for",
        (Reader::Role, Side::Candidate) => "what they want",
        (Reader::Candidate, Side::Role) => "what they ask for",
        (Reader::Candidate, Side::Candidate) => "what you want",
        (Reader::Auditor, Side::Role) => "the role's side",
        (Reader::Auditor, Side::Candidate) => "the candidate's side",
    }
}
