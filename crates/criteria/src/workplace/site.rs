//! Where the work of an arrangement is done, and how far it is there.

use super::PARTS;
use crate::{
    conditions::Situation,
    options,
    places::{self, KnownPlace},
};
use mutualfit_domain::{PairFacts, Pointer, Quantity, RoleView, WorkplaceType};
use mutualfit_scoring::Degree;

/// How many days on site more than asked for are worth nothing.
const DAYS_OVER: f32 = 2.0;
/// How much more of the time on journeys than asked for is worth nothing.
const TRAVEL_OVER: f32 = 0.25;
/// The days of a week.
const WEEK: f32 = 7.0;

/// Where the work of an arrangement is done.
#[derive(Clone, Debug, Default)]
pub(crate) struct Have {
    /// What conditions ask of it.
    pub(super) situation: Situation,
    place: Option<KnownPlace>,
    /// From and to.
    days: Option<(f32, f32)>,
    travel: Option<f32>,
    employable: Option<Box<[KnownPlace]>>,
    is_complete: bool,
    /// Whether each part can be talked about, in the order of [`PARTS`].
    pub(super) negotiable: [bool; 6],
}

impl Have {
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
            situation: Situation::of(role),
            place: arrangement.job_location.as_ref().map(KnownPlace::of),
            days: days.map(|days| {
                let bound = |bound: Option<Quantity>| bound.map(|bound| bound.get() as f32);
                let least = bound(days.min_value()).unwrap_or(0.0);
                (least, bound(days.max_value()).unwrap_or(WEEK.max(least)))
            }),
            travel: arrangement.travel_share.map(|share| share.get() as f32),
            employable: employable.map(|places| places.iter().map(KnownPlace::of).collect()),
            is_complete: employable.is_some_and(<[_]>::is_empty)
                || document.is_complete("applicantLocations"),
            negotiable: PARTS.map(|(code, _, member)| match code {
                "employable" => role.is_negotiable("/applicantLocations"),
                _ => options::is_negotiable(role, &[member]),
            }),
        })
    }

    /// Whether the work is of one of some kinds, one bit each.
    pub(super) fn is_of(&self, kinds: u8) -> Degree {
        match self.situation.workplace {
            Some(kind) if kinds & (1 << kind as u8) != 0 => Degree::FULL,
            Some(_) => Degree::NONE,
            None => Degree::UNKNOWN,
        }
    }

    /// Whether the place that one has to be at, if any, lies in one of those asked for.
    pub(super) fn is_in(&self, places: &[KnownPlace]) -> Degree {
        self.if_not_remote(places::lies_in_any(self.place.as_ref(), places))
    }

    /// Whether the way there, if there is one, is within a limit of minutes.
    pub(super) fn is_near(&self, commute: Option<Commute>, limit: f32) -> Degree {
        self.if_not_remote(commute.map_or(Degree::UNKNOWN, |commute| commute.within(limit)))
    }

    /// Whether one is on journeys for no more than a share of the time.
    pub(super) fn travels_within(&self, asked: f32) -> Degree {
        self.travel.map_or(Degree::UNKNOWN, |share| over(share - asked, TRAVEL_OVER))
    }

    /// What holds of a place that one has to be at, as it holds of this arrangement: remote work asks for none.
    fn if_not_remote(&self, degree: Degree) -> Degree {
        match self.situation.workplace {
            Some(WorkplaceType::Remote) => Degree::FULL,
            Some(_) => degree,
            None => degree.either(Degree::FULL),
        }
    }

    /// Whether one is on site for no more than so many days a week.
    pub(super) fn days_within(&self, asked: f32) -> Degree {
        let (least, most) = self.days.unwrap_or((0.0, WEEK));
        self.if_not_remote(over(least - asked, DAYS_OVER).either(over(most - asked, DAYS_OVER)))
    }

    /// Whether the employer can employ where somebody lives, which remote work alone asks.
    pub(super) fn employs(&self, home: &KnownPlace) -> Degree {
        let listed = self.employable.as_deref();
        let listed = listed.map(|listed| places::lists(listed, home, self.is_complete));
        let is_at_home = self.place.as_ref().is_some_and(|place| place.country == home.country);
        let degree = match listed {
            Some(listed) if self.is_complete => listed,
            _ if is_at_home => Degree::FULL,
            listed => listed.unwrap_or(Degree::UNKNOWN),
        };
        match self.situation.workplace {
            Some(WorkplaceType::Remote) => degree,
            Some(_) => Degree::FULL,
            None => degree.either(Degree::FULL),
        }
    }

    /// Where a part of an option is answered in the role, where it is.
    pub(super) fn answers(&self, role: RoleView<'_>, code: &str, member: &str) -> Option<Pointer> {
        let is_answered = match code {
            "type" => self.situation.workplace.is_some(),
            "place" => self.place.is_some(),
            "on-site-days" => self.days.is_some(),
            "travel" => self.travel.is_some(),
            "employable" => {
                let there = Pointer::root().field("applicantLocations");
                return self.employable.is_some().then_some(there);
            }
            _ => false,
        };
        is_answered.then(|| options::in_arrangement(role, &[member])).flatten()
    }
}

/// What exceeds a limit costs in proportion, and all at so much.
fn over(excess: f32, nothing_at: f32) -> Degree {
    Degree::exact(1.0 - excess.max(0.0) / nothing_at)
}

/// The way to work in one pair, one way, in minutes, from and to where sources differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Commute {
    least: f32,
    /// At most so many minutes.
    pub(super) most: f32,
}

impl Commute {
    /// What is known of it, by any source.
    pub(super) fn of(known: &[PairFacts]) -> Option<Self> {
        let minutes = known
            .iter()
            .filter_map(|known| known.commute_minutes)
            .map(|minutes| minutes.to_f64() as f32);
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
        degree(self.least).either(degree(self.most))
    }
}
