//! The names of sections and lists, as `indifferent` and `complete` use them.

use crate::{Candidate, Role, Text};

/// Sections of a role that can be said not to matter.
pub const ROLE_SECTIONS: &[&str] = &[
    "hiringOrganization",
    "occupations",
    "reasonOpen",
    "team",
    "responsibilities",
    "demands",
    "expectations",
    "highlights",
    "challenges",
    "requirements",
    "skills",
    "experience",
    "credentials",
    "education",
    "languages",
    "availability",
    "workAuthorization",
    "competencies",
    "compensation",
    "arrangements",
    "applicantLocations",
    "growth",
    "environment",
    "workValues",
    "interests",
    "process",
];

/// Lists of a role that can be said to leave nothing out.
pub const ROLE_LISTS: &[&str] = &[
    "occupations",
    "responsibilities",
    "demands",
    "expectations",
    "highlights",
    "challenges",
    "skills",
    "experience",
    "credentials",
    "education",
    "languages",
    "workAuthorization",
    "competencies",
    "pay",
    "variablePay",
    "benefits",
    "arrangements",
    "applicantLocations",
    "learn",
    "careerSteps",
    "support",
    "teamWantsToLearn",
];

/// Lists of a candidate that can be said to leave nothing out.
pub const CANDIDATE_LISTS: &[&str] =
    &["skills", "experience", "credentials", "education", "languages", "workAuthorization"];

/// Sections of a candidate, without aspirations, that can be said not to matter.
pub const PROFILE_SECTIONS: &[&str] = &[
    "skills",
    "experience",
    "credentials",
    "education",
    "languages",
    "availability",
    "workAuthorization",
    "home",
];

/// Sections of aspirations that can be said not to matter.
pub const ASPIRATION_SECTIONS: &[&str] = &[
    "goals",
    "learning",
    "contributions",
    "skillUse",
    "tasks",
    "challenges",
    "pay",
    "workplace",
    "schedule",
    "contract",
    "benefits",
    "transparency",
    "workValues",
    "interests",
];

/// Members of a role that `negotiable` can point to.
pub(crate) const ROLE_MEMBERS: &[&str] = &[
    "title",
    "hiringOrganization",
    "occupations",
    "summary",
    "totalJobOpenings",
    "reasonOpen",
    "team",
    "responsibilities",
    "demands",
    "expectations",
    "highlights",
    "challenges",
    "requirements",
    "compensation",
    "arrangements",
    "applicantLocations",
    "growth",
    "environment",
    "process",
    "extensions",
];

impl Role {
    /// Whether the role says that a section does not matter.
    pub fn is_indifferent(&self, section: &str) -> bool {
        names(self.indifferent.as_deref(), section)
    }

    /// Whether the role says that a list leaves nothing out.
    pub fn is_complete(&self, list: &str) -> bool {
        names(self.complete.as_deref(), list)
    }
}

impl Candidate {
    /// Whether the candidate, or their aspirations, say that a section does not matter.
    pub fn is_indifferent(&self, section: &str) -> bool {
        let aspirations =
            self.aspirations.as_ref().and_then(|aspirations| aspirations.indifferent.as_deref());
        names(self.indifferent.as_deref(), section) || names(aspirations, section)
    }

    /// Whether the candidate says that a list leaves nothing out.
    pub fn is_complete(&self, list: &str) -> bool {
        names(self.complete.as_deref(), list)
    }
}

pub(crate) fn names(list: Option<&[Text]>, name: &str) -> bool {
    list.is_some_and(|list| list.iter().any(|listed| listed.as_str() == name))
}
