//! What the documents say.

use mutualfit_domain::{
    ASPIRATION_SECTIONS, Candidate, ConceptRef, Document, Role, read, unknown_fields,
};
use mutualfit_exchange::onet::{self, JOB_ZONE};
use serde_json::json;

use crate::database::{ASSISTANT, HYGIENIST, Texts, rating};

/// Everything that a database can say of the hygienist.
fn full() -> Texts {
    Texts::small()
        .with_interests(&[
            (HYGIENIST, "1.B.1.a", "OI", "5.33"),
            (HYGIENIST, "1.B.1.b", "OI", "3.00"),
            (HYGIENIST, "1.B.1.c", "OI", "1.00"),
            (HYGIENIST, "1.B.1.d", "OI", "6.33"),
            (HYGIENIST, "1.B.1.e", "OI", "2.00"),
            (HYGIENIST, "1.B.1.f", "OI", "5.00"),
            (HYGIENIST, "1.B.1.g", "IH", "4.00"),
            (HYGIENIST, "1.B.1.i", "IH", "0.00"),
        ])
        .with_work_values(&[
            (HYGIENIST, "1.B.2.a", "EX", "4.00"),
            (HYGIENIST, "1.B.2.b", "EX", "4.50"),
            (HYGIENIST, "1.B.2.c", "EX", "3.00"),
            (HYGIENIST, "1.B.2.d", "EX", "6.33"),
            (HYGIENIST, "1.B.2.e", "EX", "5.00"),
            (HYGIENIST, "1.B.2.f", "EX", "4.67"),
            (HYGIENIST, "1.B.2.g", "VH", "0.00"),
        ])
        .with_job_zones(&format!("{HYGIENIST}\t3\t08/2023\tAnalyst\n"))
        .with_tasks(&[(HYGIENIST, "Clean deposits from teeth."), (HYGIENIST, "Chart findings.")])
}

#[test]
fn a_role_says_what_the_tables_say() {
    let listening = json!({"label": "Active Listening", "scheme": "https://www.onetcenter.org/content.html", "notation": "2.A.1.b"});
    let medicine = json!({"label": "Medicine", "scheme": "https://www.onetcenter.org/content.html", "notation": "2.C.5.a"});
    let expected = json!({
        "spec": "mutualfit/role/1",
        "id": "29-1292.00",
        "title": "Dental Hygienists",
        "summary": "Care for teeth.",
        "occupations": [{"label": "Dental Hygienists", "scheme": "https://www.onetcenter.org/taxonomy.html", "notation": "29-1292.00"}],
        "responsibilities": [{"description": "Clean deposits from teeth."}, {"description": "Chart findings."}],
        "requirements": {"skills": [
            {"concept": listening, "level": {"scale": "onet/LV", "value": 3.75}, "importance": 0.75},
            {"concept": medicine, "level": {"scale": "onet/LV", "value": 3.75}, "importance": 0.75},
        ]},
        "environment": {
            "interests": {"scale": "onet/OI", "realistic": 5.33, "investigative": 3, "artistic": 1, "social": 6.33, "enterprising": 2, "conventional": 5},
            "workValues": {"scale": "onet/EX", "achievement": 4, "workingConditions": 4.5, "recognition": 3, "relationships": 6.33, "support": 5, "independence": 4.67},
        },
        "complete": ["skills"],
        "extensions": {"org.onetcenter.jobZone": 3},
    });
    assert_eq!(serde_json::to_value(full().role()).unwrap(), expected);
}

#[test]
fn an_incumbent_has_and_wishes_for_what_the_occupation_gives() {
    let role = full().role();
    let candidate = full().candidate();
    let aspirations = candidate.aspirations.clone().unwrap();
    let asked = role.requirements.unwrap().skills.unwrap();
    let held = candidate.skills.clone().unwrap();
    let used = aspirations.skill_use.unwrap();

    assert_eq!(candidate.id, role.id);
    assert!(candidate.is_complete("skills"));
    assert_eq!((held.len(), used.len()), (2, 2));
    for ((asked, held), used) in asked.iter().zip(&held).zip(&used) {
        assert_eq!((&held.concept, &held.level), (&asked.concept, &asked.level));
        assert_eq!((&used.concept, used.importance), (&asked.concept, asked.importance));
        assert_eq!(used.wish.as_str(), "seek");
    }
    assert_eq!(
        serde_json::to_value(candidate.experience).unwrap(),
        json!([{"occupation": role.occupations.unwrap()[0], "kind": "employment"}])
    );
    let environment = role.environment.unwrap();
    assert_eq!(
        (aspirations.interests, aspirations.work_values),
        (environment.interests, environment.work_values)
    );
}

#[test]
fn an_incumbent_is_indifferent_to_what_an_occupation_cannot_tell() {
    let candidate = full().candidate();
    for section in ASPIRATION_SECTIONS {
        let told = ["skillUse", "interests", "workValues"].contains(section);
        assert_eq!(candidate.is_indifferent(section), !told, "{section}");
    }
}

#[test]
fn tables_that_are_not_there_leave_their_sections_unsaid() {
    let mut texts = Texts::small();
    texts.occupations = Some(format!(
        "O*NET-SOC Code\tTitle\n{HYGIENIST}\tDental Hygienists\n{ASSISTANT}\tDental Assistants\n"
    ));
    let role = texts.role();
    assert_eq!((role.summary, role.responsibilities), (None, None));
    assert_eq!((role.environment, role.extensions), (None, None));

    let candidate = texts.candidate();
    assert!(!candidate.is_indifferent("interests"));
    let aspirations = candidate.aspirations.unwrap();
    assert_eq!((aspirations.interests, aspirations.work_values), (None, None));
}

#[test]
fn skills_without_knowledge_are_not_called_complete() {
    let mut texts = Texts::small();
    texts.knowledge = None;
    assert_eq!(texts.role().complete, None);
    assert_eq!(texts.candidate().complete, None);
}

#[test]
fn occupations_without_skills_are_left_out() {
    let mut texts = Texts::small();
    let occupations = texts.occupations.as_mut().unwrap();
    occupations.push_str("11-1031.00\tLegislators\tMake laws.\n");
    let database = texts.with_tasks(&[("11-1031.00", "Debate.")]).read();
    assert!(database.faults().is_empty(), "{}", database.faults());
    let ids: Vec<_> = onet::roles(&database).into_iter().map(|role| role.id).collect();
    assert_eq!(ids, [HYGIENIST, ASSISTANT]);
}

#[test]
fn importances_are_rounded_to_four_decimals() {
    let rows = rating(HYGIENIST, "2.A.1.a", "Reading Comprehension", "IM", "3.33333", "N", "");
    let role = Texts::small().with_skills(&rows).role();
    let skills = role.requirements.unwrap().skills.unwrap();
    assert_eq!(serde_json::to_value(skills[1].importance).unwrap(), json!(0.5833));
}

#[test]
fn the_content_model_names_elements_that_their_rows_do_not() {
    let mut texts = Texts::small();
    texts.content_model =
        Some("Element ID\tElement Name\tDescription\n2.A.1.b\tListening\tHearing out.\n".into());
    texts.skills = Some(format!(
        "O*NET-SOC Code\tElement ID\tScale ID\tData Value\tNot Relevant\tRecommend Suppress\n{HYGIENIST}\t2.A.1.b\tIM\t4\t\tN\n"
    ));
    let role = texts.role();
    let skills = role.requirements.unwrap().skills.unwrap();
    assert_eq!(skills[0].concept.label(), Some("Listening"));
}

#[test]
fn texts_keep_their_quotation_marks_and_lose_those_of_spreadsheets() {
    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let role = Texts::small().with_tasks(&[(HYGIENIST, cell)]).role();
        assert_eq!(role.responsibilities.unwrap()[0].description, expected);
    }
    check("Clean teeth.", "Clean teeth.");
    check("Conduct \"head counts\" before votes.", "Conduct \"head counts\" before votes.");
    check("\"Conduct \"\"head counts\"\" before votes.\"", "Conduct \"head counts\" before votes.");
    check("\"Chart, file and send.\"", "Chart, file and send.");
    check("\"Left\" and \"right\"", "\"Left\" and \"right\"");
    check("A 5\" tray", "A 5\" tray");
    check("\"", "\"");
}

#[test]
fn line_ends_marks_of_byte_order_and_blanks_do_not_matter() {
    let plain = full();
    let mut other = plain.clone();
    for text in [&mut other.occupations, &mut other.skills, &mut other.tasks] {
        let lines = text.as_deref().unwrap().replace("\tN\t", "\t N \t").replace('\n', "\r\n");
        *text = Some(format!("\u{feff}{lines}\r\n"));
    }
    assert_eq!(other.role(), plain.role());
    assert_eq!(other.candidate(), plain.candidate());
}

#[test]
fn documents_are_read_back_as_they_were_made() {
    let (role, candidate) = (full().role(), full().candidate());
    assert_eq!(role.check(), []);
    assert_eq!(candidate.check(), []);
    let texts =
        [&serde_json::to_string(&role).unwrap(), &serde_json::to_string(&candidate).unwrap()];
    assert_eq!(read::<Role>(texts[0]).unwrap(), role);
    assert_eq!(read::<Candidate>(texts[1]).unwrap(), candidate);
    assert_eq!(unknown_fields::<Role>(texts[0]), []);
    assert_eq!(unknown_fields::<Candidate>(texts[1]), []);
    assert_eq!(role.extensions.unwrap().get::<u8>(JOB_ZONE).unwrap(), Some(3));
}

#[test]
fn the_same_element_is_the_same_concept_in_every_document() {
    let database = Texts::small().read();
    let concepts: Vec<Vec<ConceptRef>> = onet::roles(&database)
        .into_iter()
        .map(|role| role.requirements.unwrap().skills.unwrap())
        .map(|skills| skills.into_iter().map(|skill| skill.concept).collect())
        .collect();
    assert_eq!(concepts[0], concepts[1]);
}
