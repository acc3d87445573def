//! What is written is what was read.

use mutualfit_domain::{
    Aspirations, Candidate, ContextDocument, Document, Interview, PairFacts, Role, Taxonomy, read,
    read_value, strict,
};
use serde_json::Value;

use crate::samples::{ASPIRATIONS, CANDIDATE, CONTEXT, INTERVIEW, PAIR, ROLE, TAXONOMY};

#[track_caller]
fn check<D: Document + PartialEq + std::fmt::Debug>(sample: &str) {
    let document: D = strict(sample).unwrap();
    let written = serde_json::to_value(&document).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(sample).unwrap());
    assert_eq!(read_value::<D>(written.clone()).unwrap(), document);
    assert_eq!(serde_json::from_value::<D>(written.clone()).unwrap(), document);
    assert_eq!(document.check(), []);
    assert!(!document.id().is_empty());
    assert_eq!(written["spec"], D::SPEC);
    assert_eq!(D::SPEC, format!("mutualfit/{}/1", D::NAME));
    for required in D::REQUIRED {
        let mut without = written.clone();
        without.as_object_mut().unwrap().remove(*required);
        let faults = read_value::<D>(without).unwrap_err();
        let pointers: Vec<_> = faults.iter().map(|fault| fault.pointer().as_str()).collect();
        assert_eq!(pointers, [format!("/{required}")]);
    }
}

#[test]
fn every_document_reads_back_as_it_was_written() {
    check::<Role>(ROLE);
    check::<Candidate>(CANDIDATE);
    check::<Aspirations>(ASPIRATIONS);
    check::<Interview>(INTERVIEW);
    check::<PairFacts>(PAIR);
    check::<ContextDocument>(CONTEXT);
    check::<Taxonomy>(TAXONOMY);
}

#[test]
fn documents_built_in_code_read_back() -> Result<(), Box<dyn std::error::Error>> {
    let mut role = Role::new("r".parse()?, "Baker".parse()?);
    role.indifferent = Some(vec!["education".parse()?]);
    let written = serde_json::to_string(&role)?;
    assert_eq!(
        written,
        r#"{"spec":"mutualfit/role/1","id":"r","title":"Baker","indifferent":["education"]}"#
    );
    assert_eq!(read::<Role>(&written)?, role);

    let aspirations = Aspirations::of("a".parse()?, "c".parse()?);
    assert_eq!(read::<Aspirations>(&serde_json::to_string(&aspirations)?)?, aspirations);
    assert_eq!(Aspirations::default().check().len(), 3);
    Ok(())
}

#[test]
fn a_document_changed_in_code_is_checked() {
    let mut role: Role = read(ROLE).unwrap();
    let way = role.arrangements.as_ref().unwrap()[0].clone();
    role.arrangements = Some(vec![way; 9]);
    assert_eq!(
        role.check()[0].to_string(),
        "/arrangements: too-many: there are 9 of them; keep at most 8"
    );
    let error = serde_json::from_str::<Role>(&serde_json::to_string(&role).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "too-many: at `/arrangements`: there are 9 of them; keep at most 8"
    );
}
