//! Members whose absence says something by the rules of the documents.

use mutualfit_domain::Pointer;

/// A member of an answering document whose absence says something, so that leaving it out is a change and no silence:
/// the law `refined` never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// How a pointer to the member ends, with `*` for any name or position.
    pub of: &'static str,
    /// What it says that the member is absent.
    pub says: &'static str,
}

/// Every such member; a test shows for each that a criterion reads it so. All else that an answering document says can
/// be left out, `indifferent` too: of what does not arise nothing is said. What people want never answers.
pub const ABSENCES: &[Absence] = &[
    absence("held", "that a skill that is listed is held"),
    absence("status", "that a credential is held, an education completed"),
    absence("validUntil", "that what is held does not run out"),
    absence("flexible", "that the hours, shifts and windows are all there is"),
    absence("availability/hoursPerWeek/*", "that the hours are open at this end"),
    absence(
        "neededBy",
        "that a skill is needed from the first day, so that nothing says that it is learnt",
    ),
    absence("training", "that a skill is not taught"),
    absence("importance", "that an item is as important as usual"),
    absence("mustHave", "that an item is no must-have"),
    absence("variablePay", "that nothing is paid on top"),
    absence("guaranteed", "that what is paid on top is not certain"),
    absence("minHoursPerWeek", "that a benefit is given at any hours"),
    absence("appliesTo", "that pay is for everybody"),
    absence("appliesTo/*", "that pay is limited in one respect less"),
    absence("appliesTo/hoursPerWeek/*", "that pay is for any hours from or up to the other bound"),
    absence("applicantLocations/*/*", "that the employer can employ in all of the country"),
    absence("negotiable", "that nothing can be talked about"),
    absence("*/uri", "that a concept is the one of its label"),
    absence("*/label", "that a concept has no name but its address or notation"),
    absence("*/notation", "that a concept is meant by its label or address alone"),
    absence("*/scheme", "that a label is taken from no classification"),
];

const fn absence(of: &'static str, says: &'static str) -> Absence {
    Absence { of, says }
}

impl Absence {
    /// Whether it is this member that a pointer leads to.
    pub fn is_of(&self, at: &Pointer) -> bool {
        let path: Vec<String> = at.segments().collect();
        let end: Vec<&str> = self.of.split('/').collect();
        let start = path.len().checked_sub(end.len());
        start.and_then(|start| path.get(start..)).is_some_and(|path| {
            path.iter().zip(&end).all(|(name, known)| *known == "*" || name == known)
        })
    }
}

/// What the absence of a member says, if it says anything.
pub(crate) fn of(at: &Pointer) -> Option<&'static Absence> {
    ABSENCES.iter().find(|absence| absence.is_of(at))
}

/// Whether the absence of a member of this name says something even where the object is absent that it belongs to: a
/// role that says nothing of its pay pays nothing on top. The parts of a condition, a range or a concept go with it.
pub(crate) fn speaks_alone(name: &str) -> bool {
    ABSENCES.iter().any(|absence| absence.of == name)
}
