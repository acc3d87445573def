//! Roles of the market.

use super::{
    draw::Draw,
    part::{hours, importance, interests, share, work_values, yearly},
    word::{Words, known},
};
use mutualfit_domain::{
    Activity, Arrangement, Benefit, CareerStep, Cefr, Challenge, Compensation, Count,
    EmploymentType, Environment, Growth, Id, Learning, Pay, PayUnit, RequiredAvailability,
    RequiredCompetency, RequiredCredential, RequiredEducation, RequiredExperience,
    RequiredLanguage, RequiredSkill, RequiredWorkAuthorization, Requirements, Responsibility, Role,
    Schedule, Sponsorship, Text, WorkplaceType,
};

pub(crate) fn role(words: &Words, draw: &mut Draw, number: u64) -> Role {
    let field = draw.below(words.occupations.len() as u32);
    let occupation = words.occupations.get(field as usize);
    let title = occupation.map_or("specialist", |occupation| occupation.name());
    let mut role = Role::new(known(Id::new(format!("r-{number}"))), known(Text::new(title)));
    role.occupations = occupation.cloned().map(|occupation| vec![occupation]);
    role.responsibilities = draw.said(|draw| responsibilities(words, draw, field));
    role.challenges = draw.said(|draw| challenges(words, draw, field));
    role.requirements = Some(requirements(words, draw, field));
    role.compensation = Some(compensation(words, draw));
    role.arrangements = Some((0..draw.between(1, 2)).map(|_| arrangement(words, draw)).collect());
    role.growth = draw.said(|draw| growth(words, draw, field));
    role.environment = draw.said(|draw| Environment {
        work_values: draw.said(|draw| work_values(words, draw)),
        interests: draw.said(|draw| interests(words, draw)),
    });
    role
}

fn responsibilities(words: &Words, draw: &mut Draw, field: u32) -> Vec<Responsibility> {
    let duty = |draw: &mut Draw| Responsibility {
        concept: Some(words.concept(words.skill(draw, field))),
        share: draw.said(|_| share(25)),
        ..Responsibility::new(words.statement.clone())
    };
    (0..4).map(|_| duty(draw)).collect()
}

fn challenges(words: &Words, draw: &mut Draw, field: u32) -> Vec<Challenge> {
    let challenge = |draw: &mut Draw| Challenge {
        concept: Some(words.concept(words.skill(draw, field))),
        ..Challenge::new(words.statement.clone())
    };
    (0..2).map(|_| challenge(draw)).collect()
}

fn requirements(words: &Words, draw: &mut Draw, field: u32) -> Requirements {
    let strict = draw.in_hundred(40);
    let count = draw.between(6, 10);
    let skills =
        words.skills(draw, field, count).into_iter().enumerate().map(|(position, skill)| {
            let first = position == 0;
            RequiredSkill {
                level: draw.said(|draw| words.level(draw)),
                importance: draw.said(importance),
                must_have: (strict && first).then_some(true),
                training: draw.in_hundred(10).then(|| words.statement.to_string()),
                ..RequiredSkill::new(words.concept(skill))
            }
        });
    let skills = skills.collect();
    let experience = RequiredExperience {
        occupation: words.occupations.get(field as usize).cloned(),
        importance: draw.said(importance),
        ..RequiredExperience::new(Count::new(draw.between(6, 60)))
    };
    let credential = RequiredCredential {
        jurisdiction: draw.said(|draw| draw.pick(&words.states).clone()),
        importance: draw.said(importance),
        must_have: (strict && draw.in_hundred(50)).then_some(true),
        ..RequiredCredential::new(draw.pick(&words.credentials).clone())
    };
    let education = RequiredEducation {
        level: Some(draw.pick(&words.educations).clone()),
        field: draw.said(|draw| draw.pick(&words.fields).clone()),
        or_months_of_experience: draw.in_hundred(30).then(|| Count::new(48)),
        ..RequiredEducation::default()
    };
    let language = RequiredLanguage {
        cefr: draw.said(|draw| *draw.pick(Cefr::ALL)),
        activity: draw.in_hundred(20).then_some(Activity::SpokenInteraction),
        ..RequiredLanguage::new(draw.pick(&words.languages).clone())
    };
    let permit = RequiredWorkAuthorization {
        sponsorship: draw.said(|draw| *draw.pick(Sponsorship::ALL)),
        ..RequiredWorkAuthorization::new(draw.pick(&words.places).country.clone())
    };
    let competency =
        |draw: &mut Draw| RequiredCompetency::new(words.concept(words.skill(draw, field)));
    Requirements {
        skills: Some(skills),
        experience: draw.said(|_| vec![experience]),
        credentials: draw.said(|_| vec![credential]),
        education: draw.said(|_| vec![education]),
        languages: draw.said(|_| vec![language]),
        availability: draw.said(|draw| availability(words, draw)),
        work_authorization: draw.said(|_| vec![permit]),
        competencies: draw.in_hundred(50).then(|| vec![competency(draw), competency(draw)]),
    }
}

fn availability(words: &Words, draw: &mut Draw) -> RequiredAvailability {
    RequiredAvailability {
        start: draw.said(|draw| *draw.pick(&words.starts)),
        hours_per_week: draw.said(hours),
        shifts: draw.said(|draw| vec![draw.pick(&words.shifts).clone()]),
        ..RequiredAvailability::default()
    }
}

fn compensation(words: &Words, draw: &mut Draw) -> Compensation {
    let pay = draw.said(|draw| {
        let (least, more) = (draw.between(40, 110), draw.below(30));
        Pay {
            min_value: draw.said(|_| yearly(least)),
            max_value: Some(yearly(least + more)),
            ..Pay::new(words.currency.clone(), PayUnit::Year)
        }
    });
    let benefit = |draw: &mut Draw| Benefit::new(draw.pick(&words.benefits).clone());
    Compensation {
        pay: pay.map(|pay| vec![pay]),
        benefits: draw.said(|draw| (0..3).map(|_| benefit(draw)).collect()),
        ..Compensation::default()
    }
}

fn arrangement(words: &Words, draw: &mut Draw) -> Arrangement {
    Arrangement {
        workplace_type: draw.said(|draw| *draw.pick(WorkplaceType::ALL)),
        job_location: draw.said(|draw| draw.pick(&words.places).clone()),
        travel_share: draw.said(|draw| share(5 * draw.below(6))),
        employment_type: draw
            .said(|draw| vec![*draw.pick(&[EmploymentType::FullTime, EmploymentType::PartTime])]),
        schedule: draw.said(|draw| Schedule {
            hours_per_week: draw.said(hours),
            shifts: draw.said(|draw| vec![draw.pick(&words.shifts).clone()]),
            notice_days: draw.said(|draw| Count::new(draw.below(21))),
            ..Schedule::default()
        }),
        ..Arrangement::default()
    }
}

fn growth(words: &Words, draw: &mut Draw, field: u32) -> Growth {
    let learning = |draw: &mut Draw| Learning {
        level: draw.said(|draw| words.level(draw)),
        support: draw.said(|_| words.statement.to_string()),
        evidence: draw.said(|_| words.statement.to_string()),
        ..Learning::new(words.concept(words.skill(draw, field)))
    };
    let step = |draw: &mut Draw| CareerStep {
        occupation: Some(draw.pick(&words.occupations).clone()),
        evidence: draw.said(|_| words.statement.to_string()),
        ..CareerStep::new(words.statement.clone())
    };
    Growth {
        learn: Some((0..3).map(|_| learning(draw)).collect()),
        career_steps: draw.said(|draw| vec![step(draw)]),
        ..Growth::default()
    }
}
