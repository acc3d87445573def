//! Occupations as the people who hold them.

use mutualfit_domain::{
    ASPIRATION_SECTIONS, Aspirations, Candidate, ConceptWish, Experience, HeldSkill, Text, Wish,
};

use crate::onet::OnetDatabase;
use crate::onet::constant::text;
use crate::onet::occupation::Occupation;
use crate::onet::role::complete;

/// One incumbent an occupation, in the order of *Occupation Data*.
///
/// They have the occupation's skills and knowledge at its levels, and wish for what the occupation
/// gives: to use each skill as much as it is used there, its interests and its work values. Every other
/// section of aspirations is named as indifferent; interests and work values that the tables do not
/// give are left unsaid instead.
pub fn candidates(database: &OnetDatabase) -> Vec<Candidate> {
    database.occupations().map(|occupation| incumbent(occupation, database)).collect()
}

fn incumbent(occupation: &Occupation, database: &OnetDatabase) -> Candidate {
    let mut skills = Vec::new();
    let mut skill_use = Vec::new();
    for item in occupation.items() {
        let Some(concept) = database.elements().get(item.element) else { continue };
        skills.push(HeldSkill { level: item.level.cloned(), ..HeldSkill::new(concept.clone()) });
        skill_use.push(ConceptWish {
            importance: Some(item.importance),
            ..ConceptWish::new(concept.clone(), Wish::Seek)
        });
    }
    Candidate {
        skills: Some(skills),
        experience: Some(vec![Experience {
            occupation: Some(occupation.concept.clone()),
            kind: Some(text("employment")),
            ..Experience::default()
        }]),
        aspirations: Some(Aspirations {
            skill_use: Some(skill_use),
            work_values: occupation.work_values.clone(),
            interests: occupation.interests.clone(),
            indifferent: Some(indifferent()),
            ..Aspirations::default()
        }),
        complete: complete(occupation),
        ..Candidate::new(occupation.id.clone())
    }
}

/// The sections that an occupation cannot tell of.
fn indifferent() -> Vec<Text> {
    ASPIRATION_SECTIONS
        .iter()
        .filter(|section| !["skillUse", "workValues", "interests"].contains(section))
        .map(|section| text(section))
        .collect()
}
