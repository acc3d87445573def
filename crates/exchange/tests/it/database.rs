//! A small database with the headers of the official text files.

use mutualfit_domain::{Candidate, Role};
use mutualfit_exchange::TableSource;
use mutualfit_exchange::onet::{self, OnetDatabase, OnetTables};

pub(crate) const HYGIENIST: &str = "29-1292.00";
pub(crate) const ASSISTANT: &str = "31-9091.00";

const RATING_HEADER: &str = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n";
const PROFILE_HEADER: &str =
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n";

/// The text of each table; `None` where it is not handed over.
#[derive(Clone)]
pub(crate) struct Texts {
    pub(crate) occupations: Option<String>,
    pub(crate) content_model: Option<String>,
    pub(crate) skills: Option<String>,
    pub(crate) knowledge: Option<String>,
    pub(crate) interests: Option<String>,
    pub(crate) work_values: Option<String>,
    pub(crate) job_zones: Option<String>,
    pub(crate) tasks: Option<String>,
}

impl Texts {
    /// Two occupations with one skill and one area of knowledge each, and nothing else.
    pub(crate) fn small() -> Self {
        let occupations = format!(
            "O*NET-SOC Code\tTitle\tDescription\n{HYGIENIST}\tDental Hygienists\tCare for teeth.\n{ASSISTANT}\tDental Assistants\tHelp at the chair.\n"
        );
        let [skills, knowledge] =
            [("2.A.1.b", "Active Listening"), ("2.C.5.a", "Medicine")].map(|(element, name)| {
                let mut rows = RATING_HEADER.to_owned();
                for (code, importance, level) in
                    [(HYGIENIST, "4.00", "3.75"), (ASSISTANT, "3.50", "3.00")]
                {
                    rows += &rating(code, element, name, "IM", importance, "N", "n/a");
                    rows += &rating(code, element, name, "LV", level, "N", "N");
                }
                rows
            });
        Self {
            occupations: Some(occupations),
            content_model: None,
            skills: Some(skills),
            knowledge: Some(knowledge),
            interests: None,
            work_values: None,
            job_zones: None,
            tasks: None,
        }
    }

    /// The same with rows added to the skills, or to a table of skills with nothing but a header.
    pub(crate) fn with_skills(mut self, rows: &str) -> Self {
        self.skills.get_or_insert_with(|| RATING_HEADER.to_owned()).push_str(rows);
        self
    }

    pub(crate) fn with_knowledge(mut self, rows: &str) -> Self {
        self.knowledge.get_or_insert_with(|| RATING_HEADER.to_owned()).push_str(rows);
        self
    }

    pub(crate) fn with_interests(mut self, rows: &[(&str, &str, &str, &str)]) -> Self {
        self.interests = Some(profile(rows));
        self
    }

    pub(crate) fn with_work_values(mut self, rows: &[(&str, &str, &str, &str)]) -> Self {
        self.work_values = Some(profile(rows));
        self
    }

    pub(crate) fn with_job_zones(mut self, rows: &str) -> Self {
        self.job_zones = Some(format!("O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n{rows}"));
        self
    }

    pub(crate) fn with_tasks(mut self, tasks: &[(&str, &str)]) -> Self {
        let rows = tasks
            .iter()
            .map(|(code, task)| format!("{code}\t1\t{task}\tCore\t9\t08/2023\tIncumbent\n"));
        let header = "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source\n";
        self.tasks = Some(header.to_owned() + &rows.collect::<String>());
        self
    }

    pub(crate) fn read(&self) -> OnetDatabase {
        fn source<'a>(file: &str, text: Option<&'a String>) -> Option<TableSource<'a>> {
            text.map(|text| TableSource::new(file, text.as_bytes()))
        }
        let tables = OnetTables {
            occupations: source("Occupation Data.txt", self.occupations.as_ref()),
            content_model: source("Content Model Reference.txt", self.content_model.as_ref()),
            skills: source("Skills.txt", self.skills.as_ref()),
            knowledge: source("Knowledge.txt", self.knowledge.as_ref()),
            interests: source("Interests.txt", self.interests.as_ref()),
            work_values: source("Work Values.txt", self.work_values.as_ref()),
            job_zones: source("Job Zones.txt", self.job_zones.as_ref()),
            tasks: source("Task Statements.txt", self.tasks.as_ref()),
        };
        OnetDatabase::read(tables).unwrap()
    }

    /// The hygienist's role, when nothing is at fault.
    #[track_caller]
    pub(crate) fn role(&self) -> Role {
        let database = self.read();
        assert!(database.faults().is_empty(), "{}", database.faults());
        onet::roles(&database).swap_remove(0)
    }

    /// The hygienist, when nothing is at fault.
    #[track_caller]
    pub(crate) fn candidate(&self) -> Candidate {
        let database = self.read();
        assert!(database.faults().is_empty(), "{}", database.faults());
        onet::candidates(&database).swap_remove(0)
    }
}

/// A row of skills or knowledge as the official files have it.
pub(crate) fn rating(
    code: &str,
    element: &str,
    name: &str,
    scale: &str,
    value: &str,
    suppress: &str,
    irrelevant: &str,
) -> String {
    format!(
        "{code}\t{element}\t{name}\t{scale}\t{value}\t8\t0.18\t3.4\t4.1\t{suppress}\t{irrelevant}\t08/2023\tAnalyst\n"
    )
}

/// A table of interests or work values: code, element, scale and value of each row.
fn profile(rows: &[(&str, &str, &str, &str)]) -> String {
    let rows = rows.iter().map(|(code, element, scale, value)| {
        format!("{code}\t{element}\tsome name\t{scale}\t{value}\t11/2023\tMachine Learning\n")
    });
    PROFILE_HEADER.to_owned() + &rows.collect::<String>()
}
