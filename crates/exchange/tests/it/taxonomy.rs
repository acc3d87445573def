//! The taxonomy of elements.

use mutualfit_domain::{Document, Share, Taxonomy, read};
use mutualfit_exchange::onet::{self, ELEMENT_SCHEME, ONET_ATTRIBUTION, default_taxonomy};

use crate::database::{ASSISTANT, HYGIENIST, Texts, rating};

fn usual(taxonomy: &Taxonomy, notation: &str) -> Option<f64> {
    let of = |concept: &&mutualfit_domain::Concept| {
        concept.notation.as_ref().is_some_and(|found| *found == notation)
    };
    taxonomy.concepts.iter().find(of).unwrap().usual_importance.map(Share::get)
}

#[test]
fn usual_importance_is_the_mean_over_occupations() {
    let taxonomy = onet::taxonomy(&Texts::small().read());
    assert_eq!(taxonomy.concepts.len(), 2);
    assert_eq!(usual(&taxonomy, "2.A.1.b"), Some(0.6875));
    assert_eq!(taxonomy.concepts[0].label.as_ref().unwrap(), &"Active Listening");
    assert_eq!(taxonomy.concepts[0].scheme.as_ref().unwrap(), &ELEMENT_SCHEME);
    assert_eq!(taxonomy.attribution.as_deref(), Some(ONET_ATTRIBUTION));
}

#[test]
fn suppressed_importances_do_not_count() {
    let rows = rating(HYGIENIST, "2.A.1.a", "Reading", "IM", "5.00", "Y", "")
        + &rating(ASSISTANT, "2.A.1.a", "Reading", "IM", "2.00", "N", "")
        + &rating(HYGIENIST, "2.A.1.c", "Writing", "IM", "5.00", "Y", "");
    let taxonomy = onet::taxonomy(&Texts::small().with_skills(&rows).read());
    assert_eq!(usual(&taxonomy, "2.A.1.a"), Some(0.25));
    assert_eq!(usual(&taxonomy, "2.A.1.c"), None);
}

#[test]
fn occupations_that_are_not_imported_do_not_count() {
    let wrong = rating(ASSISTANT, "2.A.1.a", "Reading", "IM", "9", "N", "");
    let taxonomy = onet::taxonomy(&Texts::small().with_skills(&wrong).read());
    assert_eq!(usual(&taxonomy, "2.A.1.b"), Some(0.75));
}

#[test]
fn the_default_taxonomy_has_every_skill_and_area_of_knowledge() {
    let taxonomy = default_taxonomy();
    let count = |domain: &str| {
        let of = |concept: &&mutualfit_domain::Concept| {
            concept.notation.as_ref().is_some_and(|notation| notation.as_str().starts_with(domain))
        };
        taxonomy.concepts.iter().filter(of).count()
    };
    assert_eq!((count("2.A.") + count("2.B."), count("2.C.")), (35, 33));
    assert_eq!(taxonomy.concepts.len(), 68);
    for concept in &taxonomy.concepts {
        let usual = concept.usual_importance.unwrap().get();
        assert!((0.01..0.7).contains(&usual), "{concept:?}");
        assert!(concept.label.is_some() && concept.scheme.is_some(), "{concept:?}");
    }
    let mut notations: Vec<_> =
        taxonomy.concepts.iter().map(|concept| concept.notation.clone()).collect();
    notations.sort();
    notations.dedup();
    assert_eq!(notations.len(), 68);
}

#[test]
fn the_default_taxonomy_is_a_right_document_with_its_attribution() {
    let taxonomy = default_taxonomy();
    assert_eq!(taxonomy.check(), []);
    assert_eq!(taxonomy.version.as_deref(), Some("29"));
    assert_eq!(taxonomy.attribution.as_deref(), Some(ONET_ATTRIBUTION));
    let text = serde_json::to_string(&taxonomy).unwrap();
    assert_eq!(read::<Taxonomy>(&text).unwrap(), taxonomy);
}
