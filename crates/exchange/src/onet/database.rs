//! Reading the tables into occupations.

use std::collections::HashMap;

use mutualfit_domain::{ConceptRef, FaultKind, Responsibility, Text, ValueError};
use serde_json::Value;

use crate::fault::quoted;
use crate::onet::constant::text;
use crate::onet::figure::twice;
use crate::onet::occupation::{Occupation, State};
use crate::onet::profile::{add_interest, add_work_value};
use crate::onet::rating::{Rating, RatingRow, Reading, rate};
use crate::onet::{ELEMENT_SCHEME, JOB_ZONE, OnetTables};
use crate::table::Column::{Needed, Optional};
use crate::table::{Column, RowState, TabRow, TabTable, unquoted};
use crate::{TableError, TableFault, TableFaults, TableSource};

const CODE: Column = Needed("O*NET-SOC Code");
const ELEMENT: Column = Needed("Element ID");
const SCALE: Column = Needed("Scale ID");
const VALUE: Column = Needed("Data Value");

/// What the tables of an O*NET database say, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct OnetDatabase {
    occupations: Vec<Occupation>,
    /// The place of each code among the occupations; `None` when its own row is at fault.
    places: HashMap<String, Option<usize>>,
    elements: Elements,
    faults: TableFaults,
    state: TablesState,
}

/// Whether all the tables could be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum TablesState {
    #[default]
    Readable,
    /// One that is there could not, or one that is needed is not there.
    Unreadable,
}

impl OnetDatabase {
    /// Reads the tables; what is wrong with their content is kept with [`faults`](Self::faults).
    ///
    /// # Errors
    ///
    /// When a reader fails.
    pub fn read(tables: OnetTables<'_>) -> Result<Self, TableError> {
        let mut database = Self::default();
        database.read_occupations(tables.occupations)?;
        database.read_content_model(tables.content_model)?;
        database.need("Skills.txt", tables.skills.as_ref());
        database.read_ratings(tables.skills, |occupation| &mut occupation.skills)?;
        database.read_ratings(tables.knowledge, |occupation| &mut occupation.knowledge)?;
        database.read_rows(
            tables.interests,
            [CODE, ELEMENT, SCALE, VALUE],
            |_, occupation, row| {
                let [_, element, scale, value] = row.cells;
                add_interest(occupation, element, scale, value)
            },
        )?;
        database.read_rows(
            tables.work_values,
            [CODE, ELEMENT, SCALE, VALUE],
            |_, occupation, row| {
                let [_, element, scale, value] = row.cells;
                add_work_value(occupation, element, scale, value)
            },
        )?;
        database.read_rows(
            tables.job_zones,
            [CODE, Needed("Job Zone")],
            |_, occupation, row| {
                let [_, zone] = row.cells;
                add_job_zone(occupation, zone)
            },
        )?;
        database.read_rows(tables.tasks, [CODE, Needed("Task")], |_, occupation, row| {
            let [_, task] = row.cells;
            occupation.tasks.push(Responsibility::new(Text::new(unquoted(task))?));
            Ok(())
        })?;
        Ok(database)
    }

    /// What is wrong with the tables.
    pub fn faults(&self) -> &TableFaults {
        &self.faults
    }

    /// The occupations that documents can be made of: without a fault, and with skills.
    pub(super) fn occupations(&self) -> impl Iterator<Item = &Occupation> {
        let readable = self.state == TablesState::Readable;
        self.occupations.iter().filter(move |occupation| {
            readable && occupation.state == State::Sound && !occupation.skills.is_empty()
        })
    }

    /// The skills and areas of knowledge that occur, in the order of the tables.
    pub(super) fn elements(&self) -> &[ConceptRef] {
        &self.elements.concepts
    }

    fn need(&mut self, file: &str, table: Option<&TableSource<'_>>) {
        if table.is_none() {
            let message = format!("the table is not there; add `{file}` of the O*NET database");
            self.faults.add(TableFault::of_table(file, FaultKind::Missing, message));
            self.state = TablesState::Unreadable;
        }
    }

    fn read_occupations(&mut self, source: Option<TableSource<'_>>) -> Result<(), TableError> {
        self.need("Occupation Data.txt", source.as_ref());
        let columns = [CODE, Needed("Title"), Optional("Description")];
        let Some(mut table) = self.open(source, columns)? else { return Ok(()) };
        while let Some(row) = table.next_row(&mut self.faults)? {
            let [code, title, description] = row.cells;
            let made = match row.state {
                RowState::Broken => None,
                RowState::Whole if self.places.contains_key(code) => Some(Err(twice("the code"))),
                RowState::Whole => {
                    Some(Occupation::new(code, &unquoted(title), &unquoted(description)))
                }
            };
            let place = match made {
                None => None,
                Some(Ok(occupation)) => {
                    self.occupations.push(occupation);
                    Some(self.occupations.len() - 1)
                }
                Some(Err(error)) => {
                    self.faults.add(row.fault(&error));
                    None
                }
            };
            let before = self.places.insert(code.to_owned(), place).flatten();
            if let Some(first) = before.and_then(|place| self.occupations.get_mut(place)) {
                first.state = State::Faulty;
            }
        }
        Ok(())
    }

    fn read_content_model(&mut self, source: Option<TableSource<'_>>) -> Result<(), TableError> {
        let columns = [ELEMENT, Needed("Element Name")];
        let Some(mut table) = self.open(source, columns)? else { return Ok(()) };
        while let Some(row) = table.next_row(&mut self.faults)? {
            let [element, name] = row.cells;
            if row.state == RowState::Whole {
                self.elements.names.insert(element.to_owned(), unquoted(name).into_owned());
            }
        }
        Ok(())
    }

    fn read_ratings(
        &mut self,
        source: Option<TableSource<'_>>,
        ratings: fn(&mut Occupation) -> &mut Vec<Rating>,
    ) -> Result<(), TableError> {
        let Some(source) = source else { return Ok(()) };
        let file = source.file().to_owned();
        let columns = [
            CODE,
            ELEMENT,
            Optional("Element Name"),
            SCALE,
            VALUE,
            Needed("Recommend Suppress"),
            Needed("Not Relevant"),
        ];
        self.read_rows(Some(source), columns, |elements, occupation, row| {
            let [_, element, name, scale, value, suppress, irrelevant] = row.cells;
            let element = elements.place(element, name)?;
            let cells = RatingRow { scale, value, suppress, irrelevant };
            rate(ratings(occupation), element, row.line, cells)
        })?;
        for occupation in &mut self.occupations {
            if occupation.state == State::Faulty {
                continue;
            }
            let unweighed = ratings(occupation)
                .iter()
                .filter(|rating| rating.importance == Reading::Absent)
                .map(|rating| rating.line);
            let before = self.faults.count();
            for line in unweighed {
                let message =
                    "the element has a level and no importance; add its row with the scale `IM`";
                let error = ValueError::new(FaultKind::Missing, message);
                self.faults.add(TableFault::of_row(&file, line, &error));
            }
            if self.faults.count() > before {
                occupation.state = State::Faulty;
            }
        }
        Ok(())
    }

    /// Hands each row of a table, whose first column is the code, to `take` with its occupation.
    fn read_rows<const N: usize>(
        &mut self,
        source: Option<TableSource<'_>>,
        columns: [Column; N],
        mut take: impl FnMut(&mut Elements, &mut Occupation, &TabRow<'_, N>) -> Result<(), ValueError>,
    ) -> Result<(), TableError> {
        let Some(mut table) = self.open(source, columns)? else { return Ok(()) };
        while let Some(row) = table.next_row(&mut self.faults)? {
            let code = row.cells.first().copied().unwrap_or_default();
            let Some(place) = self.places.get(code) else {
                if row.state == RowState::Whole {
                    self.faults.add(row.fault(&unknown_occupation(code)));
                }
                continue;
            };
            let found = place.and_then(|place| self.occupations.get_mut(place));
            let Some(occupation) = found else { continue };
            if row.state == RowState::Broken {
                occupation.state = State::Faulty;
            } else if let Err(error) = take(&mut self.elements, occupation, &row) {
                self.faults.add(row.fault(&error));
                occupation.state = State::Faulty;
            }
        }
        Ok(())
    }

    /// Opens a table; `None` when it is not there or cannot be read.
    ///
    /// Without the occupations each row of the other tables would be a fault of its own, so that only
    /// their headers are looked at.
    fn open<'a, const N: usize>(
        &mut self,
        source: Option<TableSource<'a>>,
        columns: [Column; N],
    ) -> Result<Option<TabTable<'a, N>>, TableError> {
        let without_occupations = self.state == TablesState::Unreadable && self.places.is_empty();
        let Some(source) = source else { return Ok(None) };
        let table = TabTable::open(source, columns, &mut self.faults)?;
        if table.is_none() {
            self.state = TablesState::Unreadable;
        }
        Ok(table.filter(|_| !without_occupations))
    }
}

/// The skills and areas of knowledge that occur.
#[derive(Clone, Debug, Default)]
struct Elements {
    concepts: Vec<ConceptRef>,
    places: HashMap<String, usize>,
    /// What the content model calls them.
    names: HashMap<String, String>,
}

impl Elements {
    /// The place of an element, which is added when it is new.
    fn place(&mut self, element: &str, name_in_row: &str) -> Result<usize, ValueError> {
        if let Some(place) = self.places.get(element) {
            return Ok(*place);
        }
        let name = self.names.get(element).map_or(name_in_row, String::as_str);
        if element.is_empty() || name.is_empty() {
            let message = "the element has no id or no name; give both, or add the table `Content Model Reference.txt`";
            return Err(ValueError::new(FaultKind::Missing, message));
        }
        let concept = ConceptRef::labelled(Text::new(unquoted(name))?)
            .with_scheme(text(ELEMENT_SCHEME))
            .with_notation(Text::new(element)?);
        self.concepts.push(concept);
        self.places.insert(element.to_owned(), self.concepts.len() - 1);
        Ok(self.concepts.len() - 1)
    }
}

fn add_job_zone(occupation: &mut Occupation, zone: &str) -> Result<(), ValueError> {
    let number: u8 = zone.parse().unwrap_or_default();
    if !(1..=5).contains(&number) {
        let message = format!("{} is no job zone; give a whole number from 1 to 5", quoted(zone));
        return Err(ValueError::new(FaultKind::OutOfRange, message));
    }
    let extensions = occupation.job_zone.get_or_insert_default();
    match extensions.insert(JOB_ZONE, Value::from(number))? {
        None => Ok(()),
        Some(_) => Err(twice("the job zone")),
    }
}

fn unknown_occupation(code: &str) -> ValueError {
    let message = format!(
        "{} is no occupation of `Occupation Data`; add it there, or take out the row",
        quoted(code)
    );
    ValueError::new(FaultKind::Unknown, message)
}
