//! Where the work of an arrangement is done, and how far it is there.

use crate::places::{self, KnownPlace};
use mutualfit_domain::{PairFacts, Quantity, RoleView, WorkplaceType};
use mutualfit_scoring::Degree;
use ordered_float::OrderedFloat;

/// How many days on site more than asked for are worth nothing.
pub(super) const DAYS_OVER: f32 = 2.0;
/// How much more of the time on journeys than asked for is worth nothing.
pub(super) const TRAVEL_OVER: f32 = 0.25;
/// The days of a week.
const WEEK: f32 = 7.0;

/// Where the work of an arrangement is done, beside its kind, which conditions ask about as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Site {
    pub(super) place: Option<KnownPlace>,
    pub(super) days: Option<Days>,
    pub(super) travel: Option<OrderedFloat<f32>>,
    pub(super) employable: Option<Box<[KnownPlace]>>,
    is_complete: bool,
    /// The way there, known of one pair alone.
    pub(super) commute: Option<Commute>,
}

/// Days a week, from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Days {
    least: OrderedFloat<f32>,
    most: OrderedFloat<f32>,
}

impl Site {
    /// What a role says by the arrangement that it is seen with; `None` where it says nothing of it.
    pub(super) fn of(role: RoleView<'_>) -> Option<Self> {
        let (arrangement, document) = (role.arrangement()?, role.role());
        let is_silent = arrangement.workplace_type.is_none()
            && arrangement.job_location.is_none()
            && arrangement.on_site_days_per_week.is_none()
            && arrangement.travel_share.is_none();
        if is_silent {
            return None;
        }
        let employable = document.applicant_locations.as_deref();
        let days = arrangement.on_site_days_per_week.as_ref();
        Some(Self {
            place: arrangement.job_location.as_ref().map(KnownPlace::of),
            days: days.map(|days| {
                let bound = |bound: Option<Quantity>| bound.map(|bound| bound.get() as f32);
                let least = bound(days.min_value()).unwrap_or(0.0);
                let most = bound(days.max_value()).unwrap_or(WEEK.max(least));
                Days { least: OrderedFloat(least), most: OrderedFloat(most) }
            }),
            travel: arrangement.travel_share.map(|share| OrderedFloat(share.get() as f32)),
            employable: employable.map(|places| places.iter().map(KnownPlace::of).collect()),
            is_complete: employable.is_some_and(<[_]>::is_empty)
                || document.is_complete("applicantLocations"),
            commute: None,
        })
    }

    /// The same with what is known of the way there.
    pub(super) fn with(self, commute: Commute) -> Self {
        Self { commute: Some(commute), ..self }
    }

    /// Whether the place lies in one of those asked for.
    pub(super) fn is_in(&self, places: &[KnownPlace]) -> Degree {
        places::lies_in_any(self.place.as_ref(), places)
    }

    /// Whether the way there is within a limit of minutes.
    pub(super) fn is_near(&self, limit: f32) -> Degree {
        self.commute.map_or(Degree::UNKNOWN, |commute| commute.within(limit))
    }

    /// Whether one is there for no more than so many days a week.
    pub(super) fn days_within(&self, asked: f32) -> Degree {
        let (least, most) = self.days.map_or((0.0, WEEK), |days| (days.least.0, days.most.0));
        over(least - asked, DAYS_OVER).either(over(most - asked, DAYS_OVER))
    }

    /// Whether one is on journeys for no more than a share of the time.
    pub(super) fn travels_within(&self, asked: f32) -> Degree {
        self.travel.map_or(Degree::UNKNOWN, |share| over(share.0 - asked, TRAVEL_OVER))
    }

    /// Whether the employer can employ where somebody lives.
    pub(super) fn employs(&self, home: &KnownPlace) -> Degree {
        let listed = self.employable.as_deref();
        let listed = listed.map(|listed| places::lists(listed, home, self.is_complete));
        let is_at_home = self.place.as_ref().is_some_and(|place| place.country == home.country);
        match listed {
            Some(listed) if self.is_complete => listed,
            _ if is_at_home => Degree::FULL,
            listed => listed.unwrap_or(Degree::UNKNOWN),
        }
    }
}

/// Whether work of a kind is of one of some kinds, one bit each.
pub(super) fn is_of(kind: Option<WorkplaceType>, kinds: u8) -> Degree {
    match kind {
        Some(kind) if kinds & (1 << kind as u8) != 0 => Degree::FULL,
        Some(_) => Degree::NONE,
        None => Degree::UNKNOWN,
    }
}

/// What is asked of the place that one has to be at: remote work has none.
pub(super) fn unless_remote(kind: Option<WorkplaceType>, degree: Degree) -> Degree {
    match kind {
        Some(WorkplaceType::Remote) => Degree::FULL,
        Some(_) => degree,
        None => degree.either(Degree::FULL),
    }
}

/// What is asked of remote work alone.
pub(super) fn if_remote(kind: Option<WorkplaceType>, degree: impl FnOnce() -> Degree) -> Degree {
    match kind {
        Some(WorkplaceType::Remote) => degree(),
        Some(_) => Degree::FULL,
        None => degree().either(Degree::FULL),
    }
}

/// What exceeds a limit costs in proportion, and all at so much.
fn over(excess: f32, nothing_at: f32) -> Degree {
    Degree::exact(1.0 - excess.max(0.0) / nothing_at)
}

/// The way to work in one pair, one way, in minutes, from and to where sources differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Commute {
    least: OrderedFloat<f32>,
    /// At most so many minutes.
    pub(super) most: OrderedFloat<f32>,
}

impl Commute {
    /// What is known of it, by any source.
    pub(super) fn of(known: &[PairFacts]) -> Option<Self> {
        let minutes = known
            .iter()
            .filter_map(|known| known.commute_minutes)
            .map(|minutes| OrderedFloat(minutes.to_f64() as f32));
        minutes.fold(None, |commute: Option<Self>, minutes| {
            let (least, most) =
                commute.map_or((minutes, minutes), |commute| (commute.least, commute.most));
            Some(Self { least: least.min(minutes), most: most.max(minutes) })
        })
    }

    /// 1 up to the limit, 0 at twice.
    fn within(self, limit: f32) -> Degree {
        let degree = |minutes: f32| {
            if minutes <= limit {
                Degree::FULL
            } else {
                Degree::exact(if limit > 0.0 { 2.0 - minutes / limit } else { 0.0 })
            }
        };
        degree(self.least.0).either(degree(self.most.0))
    }
}
