//! Where something applies: conditions on the arrangement, and the arrangement that they are read against.

use crate::{
    hours::{Hours, Shifts},
    places::Country,
};
use mutualfit_domain::{Arrangement, EmploymentType, RoleView, When, WorkplaceType};

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Applies {
    /// It does.
    #[default]
    Yes,
    /// It is not known.
    Unknown,
    /// It does not.
    No,
}

impl Applies {
    /// Whether one of the things that are possible is among those that are asked for; unknown where nothing is known
    /// to be possible.
    fn any<T>(possible: Option<T>, is_asked: impl Fn(T) -> bool) -> Self {
        match possible.map(is_asked) {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

/// Where something applies, distilled: all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Condition(Option<Box<Limits>>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Limits {
    countries: Option<Box<[Country]>>,
    workplace: Option<u8>,
    employment: Option<u8>,
    shifts: Option<Shifts>,
    hours: Option<Hours>,
}

impl Condition {
    /// The limits that a document states; none where it states none.
    pub(crate) fn of(when: Option<&When>) -> Self {
        Self(when.map(|when| {
            Box::new(Limits {
                countries: when
                    .countries
                    .as_deref()
                    .map(|countries| countries.iter().map(Country::of).collect()),
                workplace: when.workplace_type.as_deref().map(workplaces),
                employment: when.employment_type.as_deref().map(employments),
                shifts: when.shifts.as_deref().map(Shifts::of),
                hours: when.hours_per_week.as_ref().map(Hours::of),
            })
        }))
    }

    /// Whether they ask in which country the work is done.
    pub(crate) fn asks_for_a_country(&self) -> bool {
        self.0.as_ref().is_some_and(|limits| limits.countries.is_some())
    }

    /// Whether they hold in a situation, for somebody who lives in this country.
    #[inline]
    pub(crate) fn applies(&self, to: &Situation, home: Option<Country>) -> Applies {
        self.0.as_ref().map_or(Applies::Yes, |limits| limits.apply(to, home))
    }
}

impl Limits {
    fn apply(&self, to: &Situation, home: Option<Country>) -> Applies {
        let countries = self.countries.as_deref().map(|countries| to.is_in(countries, home));
        let workplace = self
            .workplace
            .map(|asked| Applies::any(to.workplace, |kind| asked & (1 << kind as u8) != 0));
        let employment =
            self.employment.map(|asked| Applies::any(to.employment, |kinds| asked & kinds != 0));
        let shifts = self
            .shifts
            .as_ref()
            .map(|asked| Applies::any(to.shifts.as_ref(), |shifts| asked.common(shifts) > 0));
        let hours = self.hours.map(|asked| to.hours.unwrap_or(Hours::ANY).applies_at(asked));
        [countries, workplace, employment, shifts, hours]
            .into_iter()
            .flatten()
            .max()
            .unwrap_or_default()
    }
}

/// What an arrangement says of what conditions ask: where, how employed, on which shifts, for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Situation {
    /// The country of the employer's place.
    country: Option<Country>,
    /// Where the work is done.
    pub(crate) workplace: Option<WorkplaceType>,
    /// How one can be employed, one bit a kind.
    pub(crate) employment: Option<u8>,
    /// The shifts.
    pub(crate) shifts: Option<Shifts>,
    /// The hours in a usual week.
    pub(crate) hours: Option<Hours>,
}

impl Situation {
    /// What a role says by the arrangement that it is seen with.
    pub(crate) fn of(role: RoleView<'_>) -> Self {
        role.arrangement().map(Self::of_arrangement).unwrap_or_default()
    }

    fn of_arrangement(arrangement: &Arrangement) -> Self {
        let schedule = arrangement.schedule.as_ref();
        Self {
            country: arrangement.job_location.as_ref().map(|place| Country::of(&place.country)),
            workplace: arrangement.workplace_type,
            employment: arrangement.employment_type.as_deref().map(employments),
            shifts: schedule.and_then(|schedule| schedule.shifts.as_deref()).map(Shifts::of),
            hours: schedule.and_then(|schedule| schedule.hours_per_week.as_ref()).map(Hours::of),
        }
    }

    /// Whether the work is done in one of some countries: at home where it is remote, else at the employer's place.
    fn is_in(&self, countries: &[Country], home: Option<Country>) -> Applies {
        let at_home = Applies::any(home, |home| countries.contains(&home));
        let there = Applies::any(self.country, |country| countries.contains(&country));
        match self.workplace {
            Some(WorkplaceType::Remote) => at_home,
            Some(_) => there,
            None if at_home == there => there,
            None => Applies::Unknown,
        }
    }
}

/// Kinds of workplace, one bit each.
pub(crate) fn workplaces(kinds: &[WorkplaceType]) -> u8 {
    kinds.iter().fold(0, |set, kind| set | 1 << *kind as u8)
}

/// Kinds of employment, one bit each.
pub(crate) fn employments(kinds: &[EmploymentType]) -> u8 {
    kinds.iter().fold(0, |set, kind| set | 1 << *kind as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_domain::CountryCode;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(when: Value, arrangement: Value, home: &str, expected: Applies) {
        let when: When = serde_json::from_value(when).unwrap();
        let arrangement: Arrangement = serde_json::from_value(arrangement).unwrap();
        let home = CountryCode::new(home).ok().as_ref().map(Country::of);
        assert_eq!(
            Condition::of(Some(&when)).applies(&Situation::of_arrangement(&arrangement), home),
            expected
        );
    }

    #[test]
    fn all_that_is_given_must_hold() {
        let when = json!({"workplaceType": ["hybrid", "onSite"], "employmentType": ["PART_TIME"]});
        check(
            when.clone(),
            json!({"workplaceType": "hybrid", "employmentType": ["FULL_TIME", "PART_TIME"]}),
            "",
            Applies::Yes,
        );
        check(
            when.clone(),
            json!({"workplaceType": "hybrid", "employmentType": ["FULL_TIME"]}),
            "",
            Applies::No,
        );
        check(when.clone(), json!({"workplaceType": "remote"}), "", Applies::No);
        check(when.clone(), json!({"workplaceType": "onSite"}), "", Applies::Unknown);
        check(json!({}), json!({}), "", Applies::Yes);
    }

    #[test]
    fn hours_and_shifts_decide() {
        let when = json!({"hoursPerWeek": {"maxValue": 32}, "shifts": ["night"]});
        let at = |least: u8, most: u8| json!({"schedule": {"hoursPerWeek": {"minValue": least, "maxValue": most}, "shifts": ["day", "night"]}});
        check(when.clone(), at(24, 32), "", Applies::Yes);
        check(when.clone(), at(24, 40), "", Applies::Unknown);
        check(when.clone(), at(36, 40), "", Applies::No);
        check(when, json!({}), "", Applies::Unknown);
    }

    #[test]
    fn remote_work_is_done_at_home() {
        let when = json!({"countries": ["DE"]});
        let at =
            |workplace: &str| json!({"workplaceType": workplace, "jobLocation": {"country": "GB"}});
        check(when.clone(), at("remote"), "DE", Applies::Yes);
        check(when.clone(), at("remote"), "", Applies::Unknown);
        check(when.clone(), at("onSite"), "DE", Applies::No);
        check(when.clone(), json!({"jobLocation": {"country": "GB"}}), "DE", Applies::Unknown);
        check(when, json!({"jobLocation": {"country": "GB"}}), "FR", Applies::No);
    }
}
