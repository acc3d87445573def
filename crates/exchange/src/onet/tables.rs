//! The tables of the O*NET database that are read.

use crate::TableSource;

/// The tables of an O*NET database, each if it is there.
///
/// Occupations and skills are needed; what another table holds is left unsaid without it.
#[derive(Debug, Default)]
pub struct OnetTables<'a> {
    /// *Occupation Data*: codes, titles and descriptions.
    pub occupations: Option<TableSource<'a>>,
    /// *Content Model Reference*: the names of elements; without it they are taken from their rows.
    pub content_model: Option<TableSource<'a>>,
    /// *Skills*: importance and level of 35 skills.
    pub skills: Option<TableSource<'a>>,
    /// *Knowledge*: importance and level of 33 areas of knowledge.
    pub knowledge: Option<TableSource<'a>>,
    /// *Interests*, which later releases call *Career Interest Types*: the six interests.
    pub interests: Option<TableSource<'a>>,
    /// *Work Values*: the six values; releases from 30.3 on have none.
    pub work_values: Option<TableSource<'a>>,
    /// *Job Zones*: how much preparation an occupation takes, 1 to 5.
    pub job_zones: Option<TableSource<'a>>,
    /// *Task Statements*: what one does.
    pub tasks: Option<TableSource<'a>>,
}
