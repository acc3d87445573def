//! Candidates of the market.

use super::{
    draw::Draw,
    part::{hours, importance, interests, share, work_values, yearly},
    word::{Words, known},
};
use mutualfit_domain::{
    Aspirations, AuthorizationStatus, Availability, BenefitWish, Candidate, Cefr, ConceptWish,
    ContractNeed, ContractOption, Count, CredentialStatus, EducationStatus, EmploymentType,
    Experience, Goal, HeldCredential, HeldEducation, HeldSkill, Id, LearningWish, PayNeed,
    PayOption, PayUnit, ScheduleNeed, ScheduleOption, SpokenLanguage, Text, TransparencyWish, Wish,
    WorkAuthorization, WorkplaceNeed, WorkplaceOption, WorkplaceType,
};

pub(crate) fn candidate(words: &Words, draw: &mut Draw, number: u64) -> Candidate {
    let field = draw.below(words.occupations.len() as u32);
    let mut candidate = Candidate::new(known(Id::new(format!("c-{number}"))));
    let count = draw.between(7, 13);
    let held = words.skills(draw, field, count);
    candidate.skills = Some(held.iter().map(|&skill| held_skill(words, draw, skill)).collect());
    candidate.experience =
        draw.said(|draw| (0..draw.between(1, 3)).map(|_| experience(words, draw, field)).collect());
    candidate.credentials = draw.said(|draw| vec![credential(words, draw)]);
    candidate.education = draw.said(|draw| vec![education(words, draw)]);
    candidate.languages = draw.said(|draw| (0..2).map(|_| language(words, draw)).collect());
    candidate.availability = draw.said(|draw| availability(words, draw));
    let home = draw.pick(&words.places);
    let status = if draw.in_hundred(90) {
        AuthorizationStatus::Authorized
    } else {
        AuthorizationStatus::NeedsSponsorship
    };
    candidate.work_authorization =
        draw.said(|_| vec![WorkAuthorization::new(home.country.clone(), status)]);
    candidate.home = draw.said(|_| home.clone());
    candidate.complete = draw.in_hundred(20).then(|| vec![known(Text::new("skills"))]);
    candidate.aspirations = Some(aspirations(words, draw, field, &held));
    candidate
}

fn held_skill(words: &Words, draw: &mut Draw, skill: usize) -> HeldSkill {
    HeldSkill { level: draw.said(|draw| words.level(draw)), ..HeldSkill::new(words.concept(skill)) }
}

fn experience(words: &Words, draw: &mut Draw, field: u32) -> Experience {
    let own = draw.in_hundred(80);
    let occupation = if own { words.occupations.get(field as usize) } else { None };
    Experience {
        occupation: Some(occupation.unwrap_or_else(|| draw.pick(&words.occupations)).clone()),
        months: draw.said(|draw| Count::new(draw.between(3, 72))),
        ..Experience::default()
    }
}

fn credential(words: &Words, draw: &mut Draw) -> HeldCredential {
    HeldCredential {
        jurisdiction: draw.said(|draw| draw.pick(&words.states).clone()),
        status: draw.said(|draw| *draw.pick(CredentialStatus::ALL)),
        ..HeldCredential::new(draw.pick(&words.credentials).clone())
    }
}

fn education(words: &Words, draw: &mut Draw) -> HeldEducation {
    HeldEducation {
        level: draw.said(|draw| draw.pick(&words.educations).clone()),
        field: draw.said(|draw| draw.pick(&words.fields).clone()),
        status: Some(EducationStatus::Completed),
        ..HeldEducation::default()
    }
}

fn language(words: &Words, draw: &mut Draw) -> SpokenLanguage {
    SpokenLanguage {
        cefr: draw.said(|draw| *draw.pick(Cefr::ALL)),
        ..SpokenLanguage::new(draw.pick(&words.languages).clone())
    }
}

fn availability(words: &Words, draw: &mut Draw) -> Availability {
    Availability {
        from: draw.said(|draw| *draw.pick(&words.starts)),
        hours_per_week: draw.said(hours),
        shifts: draw.said(|draw| (0..2).map(|_| draw.pick(&words.shifts).clone()).collect()),
        ..Availability::default()
    }
}

fn aspirations(words: &Words, draw: &mut Draw, field: u32, held: &[usize]) -> Aspirations {
    // A quarter of the needs is left out, and with it what would have been a deal-breaker.
    let strict = draw.in_hundred(27).then(|| draw.below(4));
    let breaker = |need: u32| (strict == Some(need)).then_some(true);
    Aspirations {
        goals: draw.said(|draw| vec![goal(words, draw, field)]),
        learning: draw.said(|draw| (0..3).map(|_| learning(words, draw, field)).collect()),
        skill_use: draw
            .said(|draw| held.iter().take(3).map(|&skill| wish(words, draw, skill)).collect()),
        tasks: draw.said(|draw| (0..3).map(|_| some_wish(words, draw, field)).collect()),
        challenges: draw.said(|draw| (0..2).map(|_| some_wish(words, draw, field)).collect()),
        pay: draw.said(|draw| PayNeed {
            deal_breaker: breaker(0),
            importance: draw.said(importance),
            options: Some(vec![pay(words, draw)]),
            ..PayNeed::default()
        }),
        workplace: draw.said(|draw| WorkplaceNeed {
            deal_breaker: breaker(1),
            importance: draw.said(importance),
            options: Some(vec![workplace(draw)]),
            ..WorkplaceNeed::default()
        }),
        schedule: draw.said(|draw| ScheduleNeed {
            deal_breaker: breaker(2),
            importance: draw.said(importance),
            options: Some(vec![schedule(words, draw)]),
            ..ScheduleNeed::default()
        }),
        contract: draw.said(|draw| ContractNeed {
            deal_breaker: breaker(3),
            importance: draw.said(importance),
            options: Some(vec![contract(draw)]),
            ..ContractNeed::default()
        }),
        benefits: draw.said(|draw| {
            (0..2).map(|_| BenefitWish::new(draw.pick(&words.benefits).clone())).collect()
        }),
        transparency: draw.said(|draw| TransparencyWish {
            topics: Some((0..2).map(|_| draw.pick(&words.facets).clone()).collect()),
            ..TransparencyWish::default()
        }),
        work_values: draw.said(|draw| work_values(words, draw)),
        interests: draw.said(|draw| interests(words, draw)),
        ..Aspirations::default()
    }
}

fn goal(words: &Words, draw: &mut Draw, field: u32) -> Goal {
    let own = words.occupations.get(field as usize).filter(|_| draw.in_hundred(60));
    let occupation = own.unwrap_or_else(|| draw.pick(&words.occupations)).clone();
    Goal { occupations: Some(vec![occupation]), ..Goal::new(words.statement.clone()) }
}

fn learning(words: &Words, draw: &mut Draw, field: u32) -> LearningWish {
    LearningWish {
        level: draw.said(|draw| words.level(draw)),
        importance: draw.said(importance),
        ..LearningWish::new(words.concept(words.skill(draw, field)))
    }
}

fn wish(words: &Words, draw: &mut Draw, skill: usize) -> ConceptWish {
    let wish = if draw.in_hundred(80) { Wish::Seek } else { Wish::Avoid };
    ConceptWish {
        importance: draw.said(importance),
        ..ConceptWish::new(words.concept(skill), wish)
    }
}

fn some_wish(words: &Words, draw: &mut Draw, field: u32) -> ConceptWish {
    let skill = words.skill(draw, field);
    wish(words, draw, skill)
}

fn pay(words: &Words, draw: &mut Draw) -> PayOption {
    let least = draw.between(35, 100);
    PayOption {
        target: draw.in_hundred(50).then(|| yearly(least + 10)),
        ..PayOption::new(yearly(least), words.currency.clone(), PayUnit::Year)
    }
}

fn workplace(draw: &mut Draw) -> WorkplaceOption {
    WorkplaceOption {
        workplace_type: draw
            .said(|draw| vec![*draw.pick(WorkplaceType::ALL), *draw.pick(WorkplaceType::ALL)]),
        max_travel_share: draw.said(|draw| share(5 * draw.below(6))),
        max_commute_minutes: draw.in_hundred(40).then(|| Count::new(30)),
        ..WorkplaceOption::default()
    }
}

fn schedule(words: &Words, draw: &mut Draw) -> ScheduleOption {
    ScheduleOption {
        hours_per_week: draw.said(hours),
        avoid_shifts: draw.said(|draw| vec![draw.pick(&words.shifts).clone()]),
        min_notice_days: draw.in_hundred(30).then(|| Count::new(14)),
        ..ScheduleOption::default()
    }
}

fn contract(draw: &mut Draw) -> ContractOption {
    ContractOption {
        employment_type: Some(vec![*draw.pick(EmploymentType::ALL)]),
        ..ContractOption::default()
    }
}
