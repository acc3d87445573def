//! What a candidate has learned and done, and how far that is what is asked for.

use super::eqf::eqf;
use crate::{
    deadline::{Days, Timeliness},
    items::Unlisted,
    months::Months,
    names::Names,
};
use mutualfit_domain::{ConceptId, Credits, EducationStatus, HeldEducation};
use mutualfit_scoring::{Context, Degree, Gate};
use ordered_float::OrderedFloat;

/// One education that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    pub(super) level: WantedLevel,
    pub(super) field: Option<[ConceptId; 2]>,
    pub(super) or_months: OrMonths,
    pub(super) deadline: i32,
}

/// How many months of experience are accepted instead; `None` where none are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct OrMonths(pub(super) Option<OrderedFloat<f32>>);

/// How far an education is to lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum WantedLevel {
    Any,
    /// A level of the EQF.
    Eqf(u8),
    /// Something that is no level of the EQF.
    Named([ConceptId; 2]),
}

/// What a candidate has learned, and done.
#[derive(Clone, Debug, Default)]
pub(crate) struct Learned {
    pub(super) schooling: Schooling,
    /// All experience together.
    pub(super) months: Months,
}

/// What a candidate has learned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Schooling {
    /// `None` where education is not stated.
    pub(super) educations: Option<Vec<Entry>>,
    /// What an education counts that is not listed.
    pub(super) unlisted: Unlisted,
    pub(super) is_complete: bool,
}

/// One education of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    /// The level of the EQF; 0 where it is none or not stated.
    pub(super) eqf: u8,
    level: Option<Names>,
    field: Option<Names>,
    progress: Progress,
}

/// How far an education has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Progress {
    Completed,
    Expected(Option<Days>),
}

/// What another field is worth, as a part of the one asked for.
const OTHER_FIELD: f32 = 0.5;

impl Entry {
    pub(super) fn of(held: &HeldEducation, credits: Credits, context: &Context) -> Self {
        let progress = match held.status.unwrap_or(EducationStatus::Completed) {
            EducationStatus::Completed => Progress::Completed,
            EducationStatus::InProgress => {
                Progress::Expected(held.expected_by.map(|date| Days::of(date, context)))
            }
        };
        Self {
            eqf: held.level.as_ref().and_then(eqf).unwrap_or(0),
            level: held.level.as_ref().map(|level| Names::of(level, Credits::EXACT, context)),
            field: held.field.as_ref().map(|field| Names::of(field, credits, context)),
            progress,
        }
    }

    fn level(&self, wanted: &Wanted) -> Degree {
        match wanted.level {
            WantedLevel::Any => Degree::FULL,
            WantedLevel::Eqf(asked) if self.eqf > 0 => {
                Degree::exact(f32::from(self.eqf) / f32::from(asked))
            }
            WantedLevel::Eqf(asked) => Degree::between(1.0 / f32::from(asked), 1.0),
            WantedLevel::Named(keys) => {
                let own = self.level.as_ref().and_then(|names| names.credit(keys));
                if own.is_some() { Degree::FULL } else { Degree::UNKNOWN }
            }
        }
    }

    /// How much of the field it is; `None` where it is not stated.
    pub(super) fn field(&self, wanted: &Wanted) -> Option<f32> {
        let Some(keys) = wanted.field else { return Some(1.0) };
        Some(self.field.as_ref()?.credit(keys).unwrap_or(0.0))
    }

    /// What it would be worth if it were finished.
    fn finished(&self, wanted: &Wanted) -> Degree {
        let level = self.level(wanted);
        match self.field(wanted) {
            Some(credit) => level.times(OTHER_FIELD + (1.0 - OTHER_FIELD) * credit),
            None => Degree::between(level.low() * OTHER_FIELD, level.high()),
        }
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let (finished, timely) =
            (self.finished(wanted), self.timeliness(wanted).map(Timeliness::degree));
        timely.map_or(finished, |timely| {
            Degree::between(finished.low() * timely.low(), finished.high() * timely.high())
        })
    }

    /// Whether it comes in time; `None` where it is finished.
    pub(super) fn timeliness(&self, wanted: &Wanted) -> Option<Timeliness> {
        match self.progress {
            Progress::Completed => None,
            Progress::Expected(days) => {
                Some(days.map_or(Timeliness::Unknown, |days| days.by(wanted.deadline)))
            }
        }
    }

    /// Whether it is, or will be, what must be had.
    fn gate(&self, wanted: &Wanted) -> Gate {
        let finished = Gate::at(1.0, self.finished(wanted));
        match self.timeliness(wanted) {
            None => finished,
            Some(Timeliness::Late) => Gate::Unmet,
            Some(Timeliness::InTime | Timeliness::Unknown) => finished.and(Gate::Open),
        }
    }
}

impl Wanted {
    /// How far it is met by education, or by experience where that is accepted instead.
    pub(super) fn degree(&self, schooling: &Schooling, months: Months) -> Degree {
        schooling.degree(self).or(self.or_months.degree(months))
    }

    pub(super) fn gate(&self, schooling: &Schooling, months: Months) -> Gate {
        schooling.gate(self).min(self.or_months.gate(months))
    }
}

impl OrMonths {
    /// How far experience is enough.
    pub(super) fn degree(self, months: Months) -> Degree {
        self.0.map_or(Degree::NONE, |asked| months.reach(*asked))
    }

    pub(super) fn gate(self, months: Months) -> Gate {
        Gate::at(1.0, self.degree(months))
    }
}

impl Schooling {
    /// The education at a place of the list.
    pub(super) fn entry(&self, place: usize) -> Option<&Entry> {
        self.educations.as_ref()?.get(place)
    }

    /// What an education counts that the candidate does not list.
    fn unlisted(&self) -> Degree {
        self.unlisted.degree(self.is_complete && self.educations.is_some())
    }

    /// Whether an education in the very field is listed, so that nothing is open but what it leaves open itself.
    fn is_answered(&self, wanted: &Wanted) -> bool {
        self.educations
            .iter()
            .flatten()
            .any(|entry| entry.field(wanted).is_some_and(|credit| credit >= 1.0))
    }

    /// How far education meets what is wanted.
    pub(super) fn degree(&self, wanted: &Wanted) -> Degree {
        let listed = self.educations.iter().flatten().map(|entry| entry.degree(wanted));
        let listed = listed.fold(Degree::NONE, Degree::or);
        if self.is_answered(wanted) { listed } else { listed.or(self.unlisted()) }
    }

    /// Whether education meets what must be had.
    pub(super) fn gate(&self, wanted: &Wanted) -> Gate {
        let unlisted =
            if self.is_answered(wanted) { Gate::Unmet } else { Gate::at(1.0, self.unlisted()) };
        let listed = self.educations.iter().flatten().map(|entry| entry.gate(wanted));
        listed.fold(unlisted, Gate::min)
    }

    /// The education that answers best; of equal ones, the first.
    pub(super) fn best(&self, wanted: &Wanted) -> Option<usize> {
        let mut best: Option<(usize, Degree)> = None;
        for (place, entry) in self.educations.iter().flatten().enumerate() {
            let degree = entry.degree(wanted);
            if best.is_none_or(|(_, known)| {
                (degree.low(), degree.high()) > (known.low(), known.high())
            }) {
                best = Some((place, degree));
            }
        }
        best.map(|(place, _)| place)
    }
}

impl Learned {
    /// A word for what was found.
    pub(super) fn code(&self, wanted: &Wanted, best: Option<usize>) -> &'static str {
        let Self { schooling, months } = self;
        let entry = best.and_then(|place| schooling.entry(place));
        let degree = entry.map_or(Degree::NONE, |entry| entry.degree(wanted));
        if wanted.or_months.degree(*months).low() > degree.low() {
            return "experience-instead";
        }
        let Some(entry) = entry else {
            return match schooling.unlisted().width() > 0.0 {
                _ if schooling.educations.is_none() => "unstated",
                true => "unlisted",
                false => "lacking",
            };
        };
        match (entry.timeliness(wanted), wanted.level) {
            (Some(Timeliness::InTime), _) => "in-time",
            (Some(Timeliness::Late), _) => "late",
            (Some(Timeliness::Unknown), _) => "undated",
            (None, _) if degree.low() >= 1.0 => "met",
            (None, _) if degree.width() > 0.0 => "unclear",
            (None, _) if entry.field(wanted) == Some(0.0) => "other-field",
            (None, WantedLevel::Eqf(asked)) if entry.eqf < asked => "short",
            (None, _) => "partly",
        }
    }
}
