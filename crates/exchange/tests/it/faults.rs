//! What is told when tables are wrong.

use mutualfit_domain::FaultKind;
use mutualfit_exchange::{TableFault, TableFaults, TableSource, onet};

use crate::database::{ASSISTANT, HYGIENIST, Texts, rating};

/// The faults of the tables, one a line.
#[track_caller]
fn check(texts: &Texts, expected: &[&str]) {
    let told = texts.read().faults().to_string();
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

/// A row of a skill of the hygienist.
fn reading(scale: &str, value: &str, suppress: &str, irrelevant: &str) -> String {
    rating(HYGIENIST, "2.A.1.a", "Reading Comprehension", scale, value, suppress, irrelevant)
}

#[test]
fn a_row_says_what_is_wrong_with_it() {
    #[track_caller]
    fn skill(row: &str, expected: &str) {
        check(&Texts::small().with_skills(row), &[expected]);
    }
    skill(
        &reading("IM", "four", "N", ""),
        "Skills.txt:6: malformed: `four` is no number; give one from 1 to 5 with a decimal point, such as `3.25`",
    );
    skill(
        &reading("IM", "NaN", "N", ""),
        "Skills.txt:6: malformed: `NaN` is no number; give one from 1 to 5 with a decimal point, such as `3.25`",
    );
    skill(
        &reading("IM", "0.99", "N", ""),
        "Skills.txt:6: off-scale: `0.99` is outside the scale `onet/IM`; give a value from 1 to 5",
    );
    skill(
        &reading("LV", "7.01", "N", "N"),
        "Skills.txt:6: off-scale: `7.01` is outside the scale `onet/LV`; give a value from 0 to 7",
    );
    skill(
        &reading("XX", "3", "N", "N"),
        "Skills.txt:6: unknown: `XX` is no scale of this table; use `IM` or `LV`, or take out the row",
    );
    skill(
        &reading("IM", "3", "maybe", ""),
        "Skills.txt:6: malformed: `maybe` in the column `Recommend Suppress` is no mark; write `Y`, `N` or nothing",
    );
    skill(
        &reading("LV", "3", "N", "no"),
        "Skills.txt:6: malformed: `no` in the column `Not Relevant` is no mark; write `Y`, `N` or nothing",
    );
    skill(
        &reading("LV", "3", "N", "N"),
        "Skills.txt:6: missing: the element has a level and no importance; add its row with the scale `IM`",
    );
    skill(
        &rating(HYGIENIST, "2.A.1.b", "Active Listening", "IM", "3", "N", ""),
        "Skills.txt:6: duplicate: the element with the scale `IM` is there twice for this occupation; keep one row",
    );
    skill(
        &rating("99-9999.00", "2.A.1.b", "Active Listening", "IM", "3", "N", ""),
        "Skills.txt:6: unknown: `99-9999.00` is no occupation of `Occupation Data`; add it there, or take out the row",
    );
    skill(
        &rating(HYGIENIST, "2.A.1.a", "", "IM", "3", "N", ""),
        "Skills.txt:6: missing: the element has no id or no name; give both, or add the table `Content Model Reference.txt`",
    );
    skill(
        &format!("{HYGIENIST}\t2.A.1.a\tReading Comprehension\n"),
        "Skills.txt:6: malformed: the row has 3 cells and the header 13; give every row a cell for each column, parted by tabs",
    );
}

#[test]
fn every_table_says_what_is_wrong_with_it() {
    check(
        &Texts::small().with_interests(&[
            (HYGIENIST, "1.B.1.a", "OI", "0.5"),
            (HYGIENIST, "1.B.1.g", "OI", "3"),
            (HYGIENIST, "1.B.1.b", "EX", "3"),
            (ASSISTANT, "1.B.1.a", "OI", "3"),
            (ASSISTANT, "1.B.1.a", "OI", "4"),
        ]),
        &[
            "Interests.txt:2: off-scale: `0.5` is outside the scale `onet/OI`; give a value from 1 to 7",
            "Interests.txt:3: unknown: `1.B.1.g` is no element of this table; use `1.B.1.a` to `1.B.1.f`, or take out the row",
            "Interests.txt:4: unknown: `EX` is no scale of this table; use `OI`, or take out the row",
            "Interests.txt:6: duplicate: the element `1.B.1.a` is there twice for this occupation; keep one row",
        ],
    );
    check(
        &Texts::small().with_work_values(&[
            (HYGIENIST, "1.B.2.a", "EX", "7.5"),
            (HYGIENIST, "1.B.2.z", "EX", "3"),
            (HYGIENIST, "1.B.2.b", "OI", "3"),
        ]),
        &[
            "Work Values.txt:2: off-scale: `7.5` is outside the scale `onet/EX`; give a value from 1 to 7",
            "Work Values.txt:3: unknown: `1.B.2.z` is no element of this table; use `1.B.2.a` to `1.B.2.f`, or take out the row",
            "Work Values.txt:4: unknown: `OI` is no scale of this table; use `EX`, or take out the row",
        ],
    );
    check(
        &Texts::small().with_job_zones(&format!(
            "{HYGIENIST}\t6\t\t\n{ASSISTANT}\t2\t\t\n{ASSISTANT}\t2\t\t\n"
        )),
        &[
            "Job Zones.txt:2: out-of-range: `6` is no job zone; give a whole number from 1 to 5",
            "Job Zones.txt:4: duplicate: the job zone is there twice for this occupation; keep one row",
        ],
    );
    check(
        &Texts::small().with_tasks(&[(HYGIENIST, ""), ("41-0000.00", "Sell.")]),
        &[
            "Task Statements.txt:2: empty: the text is empty; say it, or leave out the object around it",
            "Task Statements.txt:3: unknown: `41-0000.00` is no occupation of `Occupation Data`; add it there, or take out the row",
        ],
    );
}

#[test]
fn occupations_at_fault_are_told_once() {
    let mut texts = Texts::small();
    texts.occupations = Some(format!(
        "O*NET-SOC Code\tTitle\tDescription\n{HYGIENIST}\t\tCare for teeth.\n{ASSISTANT}\tDental Assistants\t\nDental\tDentists\t\n{ASSISTANT}\tAgain\t\n12\n"
    ));
    check(
        &texts,
        &[
            "Occupation Data.txt:2: empty: the text is empty; say it, or leave out the object around it",
            "Occupation Data.txt:4: malformed: `Dental` is no O*NET-SOC code; write one such as `29-1292.00`",
            "Occupation Data.txt:5: duplicate: the code is there twice for this occupation; keep one row",
            "Occupation Data.txt:6: malformed: the row has 1 cell and the header 3; give every row a cell for each column, parted by tabs",
        ],
    );
    assert!(onet::roles(&texts.read()).is_empty());
}

#[test]
fn missing_columns_are_told_together() {
    let mut texts = Texts::small();
    texts.skills = Some("O*NET-SOC Code\tElement ID\tScale ID\tData Value\n".into());
    texts.tasks = Some("O*NET-SOC Code\tTask\tTask\n".into());
    texts.interests = Some(String::new());
    let header = "in the header `O*NET-SOC Code Element ID Scale ID Data Value`; write the columns' names in the first row, parted by tabs";
    check(
        &texts,
        &[
            &format!("Skills.txt: missing: there is no column `Recommend Suppress` {header}"),
            &format!("Skills.txt: missing: there is no column `Not Relevant` {header}"),
            "Interests.txt: missing: the file is empty; begin it with a row of column names",
            "Task Statements.txt: duplicate: the column `Task` is there twice; keep one",
        ],
    );
    assert!(onet::roles(&texts.read()).is_empty());
}

#[test]
fn without_occupations_rows_of_other_tables_are_not_told() {
    let mut texts = Texts::small();
    texts.occupations = Some("Code,Title\n".into());
    let database = texts.read();
    let files: Vec<_> = database.faults().iter().map(|fault| (fault.file(), fault.row())).collect();
    assert_eq!(files, [("Occupation Data.txt", None); 2]);
}

#[test]
fn a_row_at_fault_leaves_out_its_occupation_alone() {
    #[track_caller]
    fn check(texts: &Texts) {
        let database = texts.read();
        assert_eq!(database.faults().count(), 1, "{}", database.faults());
        let roles: Vec<_> = onet::roles(&database).into_iter().map(|role| role.id).collect();
        let candidates: Vec<_> =
            onet::candidates(&database).into_iter().map(|candidate| candidate.id).collect();
        assert_eq!(roles, [ASSISTANT]);
        assert_eq!(candidates, [ASSISTANT]);
    }
    check(&Texts::small().with_skills(&reading("IM", "9", "N", "")));
    check(&Texts::small().with_skills(&reading("LV", "3", "N", "N")));
    check(&Texts::small().with_skills(&format!("{HYGIENIST}\t2.A.1.a\n")));
    check(&Texts::small().with_tasks(&[(HYGIENIST, "")]));
}

#[test]
fn a_row_of_an_unknown_occupation_leaves_out_nothing() {
    let texts = Texts::small().with_tasks(&[("41-0000.00", "Sell.")]);
    assert_eq!(onet::roles(&texts.read()).len(), 2);
}

#[test]
fn rows_are_numbered_as_an_editor_numbers_them() {
    #[track_caller]
    fn check(prefix: &str, end: &str, line_end: &str, expected: u64) {
        let mut texts =
            Texts::small().with_skills(prefix).with_skills(&reading("IM", "9", "N", ""));
        let skills = texts.skills.take().unwrap();
        texts.skills = Some(skills.trim_end().replace('\n', line_end) + end);
        let database = texts.read();
        let rows: Vec<_> = database.faults().iter().map(TableFault::row).collect();
        assert_eq!(rows, [Some(expected)], "{}", database.faults());
    }
    check("", "\n", "\n", 6);
    check("", "", "\n", 6);
    check("", "", "\r\n", 6);
    check("", "\r\n\r\n", "\r\n", 6);
    check("\n\n", "\n", "\n", 8);
    check("\n \n", "", "\r\n", 8);
}

#[test]
fn text_that_is_not_utf8_is_told() {
    let mut text = b"O*NET-SOC Code\tTitle\n29-1292.00\tCaf\xe9\n".to_vec();
    text.extend_from_slice(b"31-9091.00\tDental Assistants\n");
    let tables = onet::OnetTables {
        occupations: Some(TableSource::new("o.txt", text.as_slice())),
        ..onet::OnetTables::default()
    };
    let database = onet::OnetDatabase::read(tables).unwrap();
    let fault = database.faults().iter().next().unwrap();
    assert_eq!((fault.row(), fault.kind()), (Some(2), FaultKind::Malformed));
    assert_eq!(fault.message(), "`Caf\u{fffd}` is not UTF-8; save the file as UTF-8");
}

#[test]
fn faults_beyond_a_hundred_are_counted() {
    let rows: String = (0..250)
        .map(|code| {
            rating(&format!("99-{code:04}.00"), "2.A.1.b", "Active Listening", "IM", "3", "N", "")
        })
        .collect();
    let database = Texts::small().with_skills(&rows).read();
    let faults = database.faults();
    assert_eq!((faults.count(), faults.iter().count()), (250, TableFaults::KEPT));
    assert!(faults.to_string().ends_with("\nand 150 more"), "{faults}");
    assert_eq!(onet::roles(&database).len(), 2);
}

#[test]
fn long_and_broken_text_is_quoted_on_one_line() {
    let value = "`x\u{7}".to_owned() + &"y".repeat(100);
    let database = Texts::small().with_skills(&reading("IM", &value, "N", "")).read();
    let fault = database.faults().iter().next().unwrap();
    let quoted = format!("`\u{fffd}x\u{fffd}{}…`", "y".repeat(57));
    assert!(fault.message().starts_with(&quoted), "{fault}");
}
