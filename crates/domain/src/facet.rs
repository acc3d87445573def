//! Facets: the one vocabulary for what a role can be asked about.

use crate::{Compensation, Growth, Requirements, Role};

/// Every facet that is known by name: the names of the criteria, then the topics that only clarity has.
///
/// Criteria that others write bring facets of their own, called `vendor/name`.
pub const FACETS: &[&str] = &[
    "skills",
    "experience",
    "credentials",
    "education",
    "languages",
    "availability",
    "competencies",
    "work-authorization",
    "pay",
    "benefits",
    "workplace",
    "schedule",
    "contract",
    "growth",
    "career-direction",
    "skill-use",
    "day-to-day",
    "challenges",
    "transparency",
    "work-values",
    "interests",
    "team",
    "process",
    "reason-open",
    "raises",
    "expectations",
    "demands",
    "highlights",
    "organization",
];

impl Role {
    /// The facets that the role states, in the order of [`FACETS`].
    ///
    /// An empty list states something: that there is none.
    pub fn stated_topics(&self) -> Vec<&'static str> {
        FACETS.iter().copied().filter(|facet| self.states(facet)).collect()
    }

    fn states(&self, facet: &str) -> bool {
        let asks =
            |stated: fn(&Requirements) -> bool| self.requirements.as_ref().is_some_and(stated);
        let pays =
            |stated: fn(&Compensation) -> bool| self.compensation.as_ref().is_some_and(stated);
        let grows = |stated: fn(&Growth) -> bool| self.growth.as_ref().is_some_and(stated);
        let arrangements = self.arrangements.as_deref().unwrap_or_default();
        match facet {
            "skills" => asks(|asked| asked.skills.is_some()),
            "experience" => asks(|asked| asked.experience.is_some()),
            "credentials" => asks(|asked| asked.credentials.is_some()),
            "education" => asks(|asked| asked.education.is_some()),
            "languages" => asks(|asked| asked.languages.is_some()),
            "availability" => asks(|asked| asked.availability.is_some()),
            "competencies" => asks(|asked| asked.competencies.is_some()),
            "work-authorization" => asks(|asked| asked.work_authorization.is_some()),
            "pay" => pays(|given| {
                let pay = given.pay.as_deref().unwrap_or_default();
                pay.iter().any(|pay| pay.min_value.is_some() || pay.max_value.is_some())
            }),
            "benefits" => pays(|given| given.benefits.is_some()),
            "raises" => pays(|given| given.raises.is_some()),
            "workplace" => arrangements
                .iter()
                .any(|way| way.workplace_type.is_some() || way.job_location.is_some()),
            "schedule" => arrangements.iter().any(|way| way.schedule.is_some()),
            "contract" => arrangements
                .iter()
                .any(|way| way.employment_type.is_some() || way.duration.is_some()),
            "growth" => grows(|growth| growth.learn.is_some() || growth.support.is_some()),
            "career-direction" => grows(|growth| growth.career_steps.is_some()),
            "skill-use" => self.responsibilities.iter().flatten().any(|duty| duty.skills.is_some()),
            "day-to-day" => self.responsibilities.is_some(),
            "challenges" => self.challenges.is_some(),
            "work-values" => {
                self.environment.as_ref().is_some_and(|place| place.work_values.is_some())
            }
            "interests" => self.environment.as_ref().is_some_and(|place| place.interests.is_some()),
            "team" => self.team.is_some(),
            "process" => self.process.is_some(),
            "reason-open" => self.reason_open.is_some(),
            "expectations" => self.expectations.is_some(),
            "demands" => self.demands.is_some(),
            "highlights" => self.highlights.is_some(),
            "organization" => self.hiring_organization.is_some(),
            _ => false,
        }
    }
}
