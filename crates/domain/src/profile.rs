//! What scoring may see: a role with one of its arrangements, and a candidate without aspirations.

use crate::pointer::is_under;
use crate::sections::{PROFILE_SECTIONS, names};
use crate::{
    Arrangement, Availability, Candidate, Experience, Extensions, HeldCredential, HeldEducation,
    HeldSkill, Place, Role, SpokenLanguage, Text, WorkAuthorization,
};

/// A role, seen with one of the ways it can be had.
#[derive(Clone, Copy, Debug)]
pub struct RoleView<'a> {
    role: &'a Role,
    arrangement: Option<(usize, &'a Arrangement)>,
}

impl<'a> RoleView<'a> {
    /// The role with the arrangement at an index of its list; without one where there is none.
    pub fn new(role: &'a Role, arrangement: Option<usize>) -> Self {
        let listed = role.arrangements.as_deref().unwrap_or_default();
        let arrangement =
            arrangement.and_then(|index| listed.get(index).map(|found| (index, found)));
        Self { role, arrangement }
    }

    /// The role with each of its arrangements in turn; once without when it lists none.
    pub fn each(role: &'a Role) -> impl ExactSizeIterator<Item = RoleView<'a>> {
        let listed = role.arrangements.as_ref().map_or(0, Vec::len);
        (0..listed.max(1)).map(move |index| Self::new(role, Some(index)))
    }

    /// The role.
    pub fn role(self) -> &'a Role {
        self.role
    }

    /// The way it can be had; `None` when the role lists none.
    pub fn arrangement(self) -> Option<&'a Arrangement> {
        self.arrangement.map(|(_, arrangement)| arrangement)
    }

    /// The place of the arrangement in the role's list.
    pub fn arrangement_index(self) -> Option<usize> {
        self.arrangement.map(|(index, _)| index)
    }

    /// Whether what a pointer leads to can be talked about: the role lists it, or what it is part of,
    /// under `negotiable`.
    pub fn is_negotiable(self, pointer: &str) -> bool {
        self.role.negotiable.iter().flatten().any(|listed| is_under(pointer, listed.as_str()))
    }
}

/// A candidate without aspirations: what answers a role. There is no way from here to what they want.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a> {
    candidate: &'a Candidate,
}

impl<'a> Profile<'a> {
    /// The candidate without aspirations.
    pub fn of(candidate: &'a Candidate) -> Self {
        Self { candidate }
    }

    /// What the caller calls them.
    pub fn id(self) -> &'a str {
        self.candidate.id.as_str()
    }

    /// Skills and knowledge.
    pub fn skills(self) -> Option<&'a [HeldSkill]> {
        self.candidate.skills.as_deref()
    }

    /// What they have done.
    pub fn experience(self) -> Option<&'a [Experience]> {
        self.candidate.experience.as_deref()
    }

    /// Licences and certificates.
    pub fn credentials(self) -> Option<&'a [HeldCredential]> {
        self.candidate.credentials.as_deref()
    }

    /// Education.
    pub fn education(self) -> Option<&'a [HeldEducation]> {
        self.candidate.education.as_deref()
    }

    /// Languages.
    pub fn languages(self) -> Option<&'a [SpokenLanguage]> {
        self.candidate.languages.as_deref()
    }

    /// When they can work.
    pub fn availability(self) -> Option<&'a Availability> {
        self.candidate.availability.as_ref()
    }

    /// Where they are allowed to work.
    pub fn work_authorization(self) -> Option<&'a [WorkAuthorization]> {
        self.candidate.work_authorization.as_deref()
    }

    /// Where they live, no closer than a town.
    pub fn home(self) -> Option<&'a Place> {
        self.candidate.home.as_ref()
    }

    /// What others added to the candidate's document.
    pub fn extensions(self) -> Option<&'a Extensions> {
        self.candidate.extensions.as_ref()
    }

    /// Whether they say that a section of the profile does not matter.
    pub fn is_indifferent(self, section: &str) -> bool {
        PROFILE_SECTIONS.contains(&section) && names(self.candidate.indifferent.as_deref(), section)
    }

    /// Lists that leave nothing out.
    pub fn complete(self) -> Option<&'a [Text]> {
        self.candidate.complete.as_deref()
    }

    /// A document of their own without aspirations, to see what a change of it would give.
    pub fn to_candidate(self) -> Candidate {
        Candidate { aspirations: None, ..self.candidate.clone() }
    }

    /// Whether they say that a list leaves nothing out.
    pub fn is_complete(self, list: &str) -> bool {
        self.candidate.is_complete(list)
    }
}
