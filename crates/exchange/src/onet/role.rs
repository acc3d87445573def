//! Occupations as roles.

use mutualfit_domain::{Environment, RequiredSkill, Requirements, Role, Text};

use crate::onet::OnetDatabase;
use crate::onet::constant::text;
use crate::onet::occupation::Occupation;

/// The key of the extension that holds an occupation's job zone: how much preparation it takes, 1 to 5.
pub const JOB_ZONE: &str = "org.onetcenter.jobZone";

/// One role an occupation, in the order of *Occupation Data*.
///
/// It asks for the skills and knowledge of the occupation, each with its level (`onet/LV`) and with
/// (IM − 1) / 4 as importance; it has the occupation's tasks, interests (`onet/OI`) and work values
/// (`onet/EX`), and its [`JOB_ZONE`] as an extension.
pub fn roles(database: &OnetDatabase) -> Vec<Role> {
    database.occupations().map(|occupation| role(occupation, database)).collect()
}

fn role(occupation: &Occupation, database: &OnetDatabase) -> Role {
    let environment = Environment {
        work_values: occupation.work_values.clone(),
        interests: occupation.interests.clone(),
    };
    Role {
        summary: occupation.summary.clone(),
        occupations: Some(vec![occupation.concept.clone()]),
        responsibilities: (!occupation.tasks.is_empty()).then(|| occupation.tasks.clone()),
        requirements: Some(Requirements {
            skills: Some(required_skills(occupation, database)),
            ..Requirements::default()
        }),
        environment: (environment != Environment::default()).then_some(environment),
        complete: complete(occupation),
        extensions: occupation.job_zone.clone(),
        ..Role::new(occupation.id.clone(), occupation.title.clone())
    }
}

fn required_skills(occupation: &Occupation, database: &OnetDatabase) -> Vec<RequiredSkill> {
    occupation
        .items()
        .filter_map(|item| {
            let concept = database.elements().get(item.element)?.clone();
            Some(RequiredSkill {
                level: item.level.cloned(),
                importance: Some(item.importance),
                ..RequiredSkill::new(concept)
            })
        })
        .collect()
}

/// Says that the skills leave nothing out, where they do not.
pub(super) fn complete(occupation: &Occupation) -> Option<Vec<Text>> {
    occupation.leaves_nothing_out().then(|| vec![text("skills")])
}
