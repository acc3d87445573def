//! An occupation as its rows describe it, before it becomes a document.

use mutualfit_domain::{
    ConceptRef, Extensions, FaultKind, Id, InterestProfile, Responsibility, Text, ValueError,
    WorkValueProfile,
};

use crate::fault::quoted;
use crate::onet::OCCUPATION_SCHEME;
use crate::onet::constant::text;
use crate::onet::rating::{Item, Rating, Reading};

/// Everything the tables say of one occupation.
#[derive(Clone, Debug)]
pub(super) struct Occupation {
    pub(super) id: Id,
    pub(super) title: Text,
    pub(super) concept: ConceptRef,
    pub(super) summary: Option<String>,
    pub(super) skills: Vec<Rating>,
    pub(super) knowledge: Vec<Rating>,
    pub(super) interests: Option<InterestProfile>,
    pub(super) work_values: Option<WorkValueProfile>,
    pub(super) tasks: Vec<Responsibility>,
    pub(super) job_zone: Option<Extensions>,
    pub(super) state: State,
}

/// Whether documents can be made of an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// All its rows are right.
    Sound,
    /// One of its rows is not.
    Faulty,
}

impl Occupation {
    pub(super) fn new(code: &str, title: &str, description: &str) -> Result<Self, ValueError> {
        if !is_occupation_code(code) {
            return Err(ValueError::new(
                FaultKind::Malformed,
                format!("{} is no O*NET-SOC code; write one such as `29-1292.00`", quoted(code)),
            ));
        }
        let title = Text::new(title)?;
        let concept = ConceptRef::labelled(title.clone())
            .with_scheme(text(OCCUPATION_SCHEME))
            .with_notation(Text::new(code)?);
        Ok(Self {
            id: Id::new(code)?,
            title,
            concept,
            summary: (!description.is_empty()).then(|| description.to_owned()),
            skills: Vec::new(),
            knowledge: Vec::new(),
            interests: None,
            work_values: None,
            tasks: Vec::new(),
            job_zone: None,
            state: State::Sound,
        })
    }

    /// The elements whose importance can be used, skills first.
    pub(super) fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.skills.iter().chain(&self.knowledge).filter_map(Rating::item)
    }

    /// Whether what is not among the items is certain not to be used: both tables tell of the
    /// occupation, and each element that is left out is not relevant to it.
    pub(super) fn leaves_nothing_out(&self) -> bool {
        !self.skills.is_empty()
            && !self.knowledge.is_empty()
            && self.skills.iter().chain(&self.knowledge).all(|rating| {
                rating.item().is_some()
                    || matches!(&rating.level, Reading::Given(level) if level.value() <= 0.0)
            })
    }
}

/// Whether a code has the form `29-1292.00`.
fn is_occupation_code(code: &str) -> bool {
    code.len() == 10
        && code.bytes().enumerate().all(|(at, byte)| match at {
            2 => byte == b'-',
            7 => byte == b'.',
            _ => byte.is_ascii_digit(),
        })
}
