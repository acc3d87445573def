//! Reading documents and their faults.

use mutualfit_domain::{Candidate, Fault, Role, read};

#[test]
fn prints() {
    let text = r#"{
  "spec": "mutualfit/role/1",
  "id": "r-1",
  "totalJobOpenings": "two",
  "hiringOrganization": [1, null],
  "requirements": {
    "skills": [
      {"concept": {"lang": "en"}, "importance": 1.5},
      "welding",
      {"level": {"scale": "sfia", "value": 9}, "concept": {"label": "x"}, "neededBy": "90 days"}
    ],
    "languages": [{"language": "d", "cefr": "D1"}]
  },
  "arrangements": [{"schedule": {"windows": [{"days": [], "start": "25:00", "end": "07:00"}]}}],
  "datePosted": "2027-02-30"
}"#;
    let faults = read::<Role>(text).unwrap_err();
    println!("{faults}");
    println!("{}", read::<Role>("[]").unwrap_err());
    println!("{}", read::<Role>("").unwrap_err());
    println!("{}", read::<Role>("{\"a\": NaN}").unwrap_err());
    println!("{}", read::<Role>("{\"a\": 1, \"a\": 2").unwrap_err());
    println!(
        "{}",
        read::<Candidate>("{\"id\": \"1\", \"id\": \"2\", \"spec\":\"mutualfit/candidate/1\"}")
            .unwrap_err()
    );
    println!(
        "{}",
        read::<Candidate>("{\"id\": \"1\", \"spec\":\"mutualfit/role/1\"}").unwrap_err()
    );
    let _: Option<Fault> = None;
}
