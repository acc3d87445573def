//! Every built-in criterion keeps every law.

use mutualfit_scoring::Registry;
use mutualfit_testkit::law::{Trial, assert_lawful};
use serde_json::json;

fn registry() -> Registry {
    mutualfit_criteria::registry().unwrap()
}

/// One test a kind, and one that no kind is missing.
macro_rules! lawful {
    ($($name:ident: $kind:literal,)+) => {
        $(
            #[test]
            fn $name() {
                assert_lawful(&registry(), $kind, &json!({}));
            }
        )+

        #[test]
        fn transparency_is_lawful_and_silence_answers_it() {
            let registry = registry();
            let trial = Trial::new(&registry, "transparency", &json!({})).unwrap();
            trial.whose_silence_answers().prove_all().unwrap();
        }

        #[test]
        fn every_built_in_criterion_is_on_trial() {
            let registry = registry();
            let mut kinds: Vec<&str> = registry.kinds().map(|kind| kind.info().id).collect();
            let mut tried = vec!["transparency", $($kind),+];
            kinds.sort_unstable();
            tried.sort_unstable();
            assert_eq!(tried, kinds);
        }
    };
}

lawful! {
    availability_is_lawful: "availability",
    benefits_is_lawful: "benefits",
    career_direction_is_lawful: "career-direction",
    challenges_is_lawful: "challenges",
    competencies_is_lawful: "competencies",
    contract_is_lawful: "contract",
    credentials_is_lawful: "credentials",
    day_to_day_is_lawful: "day-to-day",
    education_is_lawful: "education",
    experience_is_lawful: "experience",
    growth_is_lawful: "growth",
    interests_is_lawful: "interests",
    languages_is_lawful: "languages",
    pay_is_lawful: "pay",
    schedule_is_lawful: "schedule",
    skill_use_is_lawful: "skill-use",
    skills_is_lawful: "skills",
    work_authorization_is_lawful: "work-authorization",
    work_values_is_lawful: "work-values",
    workplace_is_lawful: "workplace",
}
