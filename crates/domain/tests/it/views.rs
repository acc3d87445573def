//! What scoring sees of documents.

use mutualfit_domain::{
    Activity, Audience, Candidate, Cefr, FACETS, Profile, Role, RoleView, read,
};

use crate::samples::{CANDIDATE, ROLE};

#[test]
fn a_role_is_seen_once_for_each_arrangement() {
    let role: Role = read(ROLE).unwrap();
    let views: Vec<_> = RoleView::each(&role).map(RoleView::arrangement_index).collect();
    assert_eq!(views, [Some(0), Some(1)]);
    let second = RoleView::new(&role, Some(1));
    assert_eq!(second.arrangement(), Some(&role.arrangements.as_ref().unwrap()[1]));
    assert_eq!(RoleView::new(&role, Some(2)).arrangement(), None);
}

#[test]
fn a_role_without_arrangements_is_seen_once() {
    let mut role: Role = read(ROLE).unwrap();
    for arrangements in [None, Some(Vec::new())] {
        role.arrangements = arrangements;
        let views: Vec<_> = RoleView::each(&role).map(RoleView::arrangement_index).collect();
        assert_eq!(views, [None]);
    }
}

#[test]
fn what_lies_under_a_negotiable_pointer_is_negotiable() {
    let role: Role = read(ROLE).unwrap();
    let view = RoleView::new(&role, Some(0));
    for (pointer, expected) in [
        ("/compensation/pay", true),
        ("/compensation/pay/0/minValue", true),
        ("/compensation", false),
        ("/compensation/payment", false),
        ("/arrangements/0/schedule/hoursPerWeek", true),
        ("/arrangements/1/schedule", false),
    ] {
        assert_eq!(view.is_negotiable(pointer), expected, "{pointer}");
    }
}

#[test]
fn a_profile_shows_all_but_aspirations() {
    let candidate: Candidate = read(CANDIDATE).unwrap();
    let profile = Profile::of(&candidate);
    assert_eq!(profile.id(), "c-17");
    assert_eq!(profile.skills().map(<[_]>::len), Some(2));
    assert!(
        profile.home().is_some()
            && profile.availability().is_some()
            && profile.extensions().is_some()
    );
    assert!(profile.is_indifferent("education"));
    // The candidate does say so of their aspirations, and the profile does not tell.
    assert!(candidate.is_indifferent("contract") && !profile.is_indifferent("contract"));
    assert!(candidate.is_indifferent("goals") && !profile.is_indifferent("goals"));
}

#[test]
fn stated_topics_are_facets_in_their_order() {
    let role: Role = read(ROLE).unwrap();
    let unstated: Vec<_> =
        FACETS.iter().filter(|facet| !role.stated_topics().contains(facet)).collect();
    assert_eq!(unstated, [&"transparency"]);
    let little: Role = read(
        r#"{"spec": "mutualfit/role/1", "id": "r", "title": "x", "challenges": [],
            "compensation": {"pay": [{"currency": "EUR", "unitText": "YEAR"}], "benefits": []}}"#,
    )
    .unwrap();
    assert_eq!(little.stated_topics(), ["benefits", "challenges"]);
}

#[test]
fn a_language_is_known_by_activity_or_overall() {
    let candidate: Candidate = read(CANDIDATE).unwrap();
    let mut english = candidate.languages.unwrap().remove(0);
    assert_eq!(english.level(Some(Activity::Writing)), Some(Cefr::B2));
    assert_eq!(english.level(None), Some(Cefr::C2));
    english.writing = None;
    assert_eq!(english.level(Some(Activity::Writing)), Some(Cefr::C2));
}

#[test]
fn an_item_says_who_may_see_it_before_the_document_does() {
    let aspirations = read::<Candidate>(CANDIDATE).unwrap().aspirations.unwrap();
    assert_eq!(aspirations.audience_of(None), Audience::Engine);
    assert_eq!(aspirations.audience_of(Some(Audience::Shared)), Audience::Shared);
}

#[test]
fn documents_can_be_sent_between_threads() {
    fn check<T: Send + Sync>() {}
    check::<Role>();
    check::<Candidate>();
    check::<mutualfit_domain::Interview>();
    check::<mutualfit_domain::PairFacts>();
    check::<mutualfit_domain::ContextDocument>();
    check::<mutualfit_domain::Taxonomy>();
    check::<mutualfit_domain::ConceptSpace>();
    check::<mutualfit_domain::Faults>();
    check::<mutualfit_domain::ExtensionError>();
    check::<RoleView<'_>>();
    check::<Profile<'_>>();
}
