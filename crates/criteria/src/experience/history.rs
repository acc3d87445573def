//! What a candidate has done, and how far that is what is asked for.

use crate::{items::Unlisted, months::Months, names::Names};
use mutualfit_domain::{ConceptId, Credits, Experience};
use mutualfit_scoring::{Context, Degree, Gate};
use ordered_float::OrderedFloat;

/// One thing that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wanted {
    /// The names of the occupation; `None` for any.
    pub(super) occupation: Option<[ConceptId; 2]>,
    pub(super) minimum: OrderedFloat<f32>,
}

/// What a candidate has done.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    pub(super) entries: Vec<Entry<Names>>,
    /// Whether there may be more than is listed.
    pub(super) is_open: bool,
}

/// One thing that a candidate has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry<O> {
    /// `None` where it is not said.
    pub(super) occupation: Option<O>,
    pub(super) months: Months,
}

/// What a candidate has done, wherever it is kept.
#[derive(Clone, Debug)]
pub(super) struct Done<E> {
    pub(super) entries: E,
    pub(super) is_open: bool,
}

/// What the entries that count towards one ask add up to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Total {
    pub(super) months: Months,
    /// The best credit of an entry that counts; 0 where none does.
    credit: f32,
}

impl History {
    /// A history without entries.
    pub(super) fn new(unlisted: Unlisted, is_complete: bool) -> Self {
        let is_open = unlisted.degree(is_complete).width() > 0.0;
        Self { entries: Vec::new(), is_open }
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, done: &Experience, credits: Credits, context: &Context) {
        let names = |occupation| Names::of(occupation, credits, context);
        let occupation = done.occupation.as_ref().map(names);
        self.entries.push(Entry { occupation, months: Months::of(done, context) });
    }

    pub(super) fn done(&self) -> Done<impl Iterator<Item = Entry<&Names>> + Clone> {
        let entries = self.entries.iter().map(|Entry { occupation, months }| Entry {
            occupation: occupation.as_ref(),
            months: *months,
        });
        Done { entries, is_open: self.is_open }
    }
}

impl<'a, E: Iterator<Item = Entry<&'a Names>> + Clone> Done<E> {
    /// The months of each entry and how much they count towards an ask; `None` where that is not known.
    #[inline]
    fn credited(&self, wanted: &Wanted) -> impl Iterator<Item = (Months, Option<f32>)> {
        let keys = wanted.occupation;
        self.entries.clone().map(move |Entry { occupation, months }| {
            let credit = match (keys, occupation) {
                (None, _) => Some(1.0),
                (Some(_), None) => None,
                (Some(keys), Some(names)) => Some(names.credit(keys).unwrap_or(0.0)),
            };
            (months, credit)
        })
    }

    /// What counts towards an ask.
    #[inline]
    pub(super) fn total(&self, wanted: &Wanted) -> Total {
        self.credited(wanted).fold(Total::default(), |total, (months, credit)| match credit {
            Some(credit) => {
                let months = if credit > 0.0 { months.times(credit) } else { Months::default() };
                Total { months: total.months.plus(months), credit: total.credit.max(credit) }
            }
            None => Total { months: total.months.plus(Months { least: 0.0, ..months }), ..total },
        })
    }

    #[inline]
    pub(super) fn degree(&self, wanted: &Wanted) -> Degree {
        let total = self.total(wanted);
        let listed = total.months.reach(*wanted.minimum);
        // Only the very occupation says how much there is of it.
        if total.credit >= 1.0 { listed } else { listed.or(self.unlisted()) }
    }

    pub(super) fn gate(&self, wanted: &Wanted) -> Gate {
        Gate::at(1.0, self.degree(wanted))
    }

    /// What an occupation counts that is not listed.
    fn unlisted(&self) -> Degree {
        if self.is_open { Degree::UNKNOWN } else { Degree::NONE }
    }

    /// A word for what was found.
    pub(super) fn code(&self, wanted: &Wanted) -> &'static str {
        let (total, degree) = (self.total(wanted), self.degree(wanted));
        match wanted.occupation {
            _ if total.months.most <= 0.0 && total.credit <= 0.0 => {
                if degree.width() > 0.0 {
                    "unlisted"
                } else {
                    "lacking"
                }
            }
            Some(_) if total.credit > 0.0 && total.credit < 1.0 => "related",
            Some(_) if degree.low() >= 1.0 => "met",
            Some(_) if degree.width() > 0.0 => "unclear",
            Some(_) => "short",
            None if degree.low() >= 1.0 => "any-met",
            None if degree.width() > 0.0 => "any-unclear",
            None => "any-short",
        }
    }

    /// The entry that counts most towards an ask.
    pub(super) fn longest(&self, wanted: &Wanted) -> Option<usize> {
        let mut longest = None;
        for (place, (months, credit)) in self.credited(wanted).enumerate() {
            let months = months.most * credit.unwrap_or(1.0);
            if credit != Some(0.0) && longest.is_none_or(|(_, most)| months > most) {
                longest = Some((place, months));
            }
        }
        longest.map(|(place, _)| place)
    }
}
