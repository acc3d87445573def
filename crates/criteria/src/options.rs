//! What is said of a role's answer to options and wishes alike.

use mutualfit_domain::RoleView;
use mutualfit_scoring::Answer;

/// The words for an option that does not apply.
pub(crate) const NOT_APPLICABLE: (&str, &str) =
    ("not-applicable", "This option does not apply to what the role offers.");
/// The words for what the role does not answer at all.
pub(crate) const UNSTATED: (&str, &str) = ("unstated", "The role says nothing of it.");

/// A stated answer; one that can be talked about where the role lists the pointer as negotiable.
pub(crate) fn answered<T>(role: RoleView<'_>, pointer: &str, have: T) -> Answer<T> {
    if role.is_negotiable(pointer) { Answer::Negotiable(have) } else { Answer::Stated(have) }
}
