//! Tables that make no sense.

use mutualfit_domain::Document;
use mutualfit_exchange::TableSource;
use mutualfit_exchange::onet::{self, OnetDatabase, OnetTables};
use proptest::prelude::*;

use crate::database::{ASSISTANT, HYGIENIST, Texts};

fn source(text: &[u8]) -> TableSource<'_> {
    TableSource::new("table", text)
}

/// Cells that rows are made of, some of them right.
fn cell() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        HYGIENIST,
        ASSISTANT,
        "99-9999.00",
        "",
        "\"",
        "2.A.1.b",
        "2.C.5.a",
        "1.B.1.a",
        "1.B.2.f",
        "IM",
        "LV",
        "OI",
        "EX",
        "Y",
        "N",
        "3.5",
        "9",
        "-1",
        "NaN",
        "inf",
        "3",
        "ﬀ",
        "a b",
        "\u{0}",
    ])
}

proptest! {
    #[test]
    fn bytes_of_any_kind_never_panic(text in prop::collection::vec(any::<u8>(), 0..200)) {
        let tables = OnetTables {
            occupations: Some(source(&text)),
            content_model: Some(source(&text)),
            skills: Some(source(&text)),
            knowledge: Some(source(&text)),
            interests: Some(source(&text)),
            work_values: Some(source(&text)),
            job_zones: Some(source(&text)),
            tasks: Some(source(&text)),
        };
        let database = OnetDatabase::read(tables).unwrap();
        prop_assert!(!database.faults().is_empty());
        prop_assert!(onet::roles(&database).is_empty());
    }

    #[test]
    fn rows_of_any_kind_leave_right_documents(rows in prop::collection::vec(prop::collection::vec(cell(), 12..15), 0..12)) {
        let rows: String = rows.iter().map(|row| row.join("\t") + "\n").collect();
        let database = Texts::small().with_skills(&rows).with_knowledge(&rows).read();
        for role in onet::roles(&database) {
            prop_assert_eq!(role.check(), []);
        }
        for candidate in onet::candidates(&database) {
            prop_assert_eq!(candidate.check(), []);
        }
        prop_assert_eq!(onet::taxonomy(&database).check(), []);
    }
}
