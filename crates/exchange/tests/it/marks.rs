//! What the marks on figures do.

use crate::database::{HYGIENIST, Texts, rating};

const ELEMENT: &str = "2.C.3.d";

/// The hygienist with one more area of knowledge, its two rows marked.
fn marked(importance: (&str, &str), level: (&str, &str)) -> Texts {
    let rows = rating(HYGIENIST, ELEMENT, "Mechanical", "IM", "2.00", importance.0, importance.1)
        + &rating(HYGIENIST, ELEMENT, "Mechanical", "LV", "1.50", level.0, level.1);
    Texts::small().with_knowledge(&rows)
}

/// How documents list the marked element.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Listed {
    AtLevel(f64),
    AtUnknownLevel,
    LeftOut,
}

/// How the role and the incumbent, who agree, list the marked element.
#[track_caller]
fn listed(texts: &Texts) -> Listed {
    let asked = texts.role().requirements.unwrap().skills.unwrap();
    let asked = asked.iter().find(|skill| skill.concept.notation() == Some(ELEMENT));
    let candidate = texts.candidate();
    let held = candidate.skills.unwrap();
    let held = held.iter().find(|skill| skill.concept.notation() == Some(ELEMENT));
    let used = candidate.aspirations.unwrap().skill_use.unwrap();
    let used = used.iter().find(|wish| wish.concept.notation() == Some(ELEMENT));
    assert_eq!(held.map(|skill| &skill.level), asked.map(|skill| &skill.level));
    assert_eq!(used.map(|wish| wish.importance), asked.map(|skill| skill.importance));
    match asked.map(|skill| &skill.level) {
        None => Listed::LeftOut,
        Some(None) => Listed::AtUnknownLevel,
        Some(Some(level)) => Listed::AtLevel(level.value()),
    }
}

#[test]
fn marks_on_a_level_make_it_zero_or_unknown() {
    #[track_caller]
    fn check(suppress: &str, irrelevant: &str, expected: Listed) {
        let texts = marked(("N", "n/a"), (suppress, irrelevant));
        assert_eq!(listed(&texts), expected);
        assert!(texts.role().is_complete("skills"));
    }
    check("N", "N", Listed::AtLevel(1.5));
    check("", "", Listed::AtLevel(1.5));
    check("", "N", Listed::AtLevel(1.5));
    check("NULL", "NULL", Listed::AtLevel(1.5));
    check("N", "Y", Listed::AtLevel(0.0));
    check("", "Y", Listed::AtLevel(0.0));
    check("Y", "Y", Listed::AtLevel(0.0));
    check("Y", "N", Listed::AtUnknownLevel);
    check("Y", "", Listed::AtUnknownLevel);
}

#[test]
fn an_element_of_suppressed_importance_is_left_out() {
    #[track_caller]
    fn check(suppress: &str, irrelevant: &str) {
        assert_eq!(listed(&marked(("Y", "n/a"), (suppress, irrelevant))), Listed::LeftOut);
    }
    check("N", "N");
    check("N", "Y");
    check("Y", "N");
    check("Y", "Y");
}

#[test]
fn a_list_is_complete_unless_an_element_that_may_be_used_was_left_out() {
    #[track_caller]
    fn check(suppress: &str, irrelevant: &str, expected: bool) {
        let texts = marked(("Y", ""), (suppress, irrelevant));
        assert_eq!(texts.role().is_complete("skills"), expected);
        assert_eq!(texts.candidate().is_complete("skills"), expected);
    }
    check("N", "Y", true);
    check("Y", "Y", true);
    check("N", "N", false);
    check("Y", "N", false);
}

#[test]
fn the_order_of_an_elements_rows_does_not_matter() {
    let level = rating(HYGIENIST, ELEMENT, "Mechanical", "LV", "1.50", "N", "N");
    let importance = rating(HYGIENIST, ELEMENT, "Mechanical", "IM", "2.00", "N", "");
    let other = rating(HYGIENIST, "2.C.3.e", "Telecommunications", "IM", "1.50", "N", "");
    let texts = Texts::small().with_knowledge(&(level + &other + &importance));
    assert_eq!(listed(&texts), Listed::AtLevel(1.5));
}

#[test]
fn an_importance_without_a_level_leaves_the_level_unsaid() {
    let rows = rating(HYGIENIST, ELEMENT, "Mechanical", "IM", "2.00", "N", "");
    assert_eq!(listed(&Texts::small().with_knowledge(&rows)), Listed::AtUnknownLevel);
}
