//! Whether one place lies in another, as far as both are named.

use mutualfit_domain::{Place, normalise_label};
use mutualfit_scoring::Degree;

/// Whether a place lies in any of those asked for; unknown where it is not known closely enough.
pub(crate) fn any_holds(place: Option<&Place>, asked: &[Place]) -> Degree {
    let Some(place) = place else { return Degree::UNKNOWN };
    asked.iter().fold(Degree::NONE, |best, asked| best.or(lies_in(place, asked)))
}

/// Whether a list of places covers somebody's home; what an incomplete list leaves out is unknown.
pub(crate) fn lists(listed: &[Place], home: &Place, is_complete: bool) -> Degree {
    let unlisted = if is_complete { Degree::NONE } else { Degree::UNKNOWN };
    listed.iter().fold(unlisted, |best, place| best.or(lies_in(home, place)))
}

/// Whether a place lies in another, which names no more than what matters: a country, perhaps a region and a town.
fn lies_in(place: &Place, outer: &Place) -> Degree {
    if place.country != outer.country {
        return Degree::NONE;
    }
    let region =
        part(outer.subdivision.as_ref(), place.subdivision.as_ref(), |one, other| one == other);
    let town = part(outer.locality.as_ref(), place.locality.as_ref(), |one, other| {
        normalise_label(one.as_str()) == normalise_label(other.as_str())
    });
    region.and(town)
}

fn part<T>(asked: Option<&T>, given: Option<&T>, is_same: impl Fn(&T, &T) -> bool) -> Degree {
    match (asked, given) {
        (None, _) => Degree::FULL,
        (Some(_), None) => Degree::UNKNOWN,
        (Some(asked), Some(given)) if is_same(asked, given) => Degree::FULL,
        _ => Degree::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(place: Value, outer: Value, expected: Degree) {
        let [place, outer] =
            [place, outer].map(|place| serde_json::from_value::<Place>(place).unwrap());
        assert_eq!(lies_in(&place, &outer), expected);
    }

    #[test]
    fn a_place_lies_in_what_is_no_closer_than_itself() {
        let portland = json!({"country": "US", "subdivision": "US-OR", "locality": "Portland"});
        check(portland.clone(), json!({"country": "US"}), Degree::FULL);
        check(
            portland.clone(),
            json!({"country": "US", "subdivision": "US-OR", "locality": "PORTLAND"}),
            Degree::FULL,
        );
        check(
            portland.clone(),
            json!({"country": "US", "subdivision": "US-ME", "locality": "Portland"}),
            Degree::NONE,
        );
        check(portland.clone(), json!({"country": "CA"}), Degree::NONE);
        check(json!({"country": "US"}), portland, Degree::UNKNOWN);
    }
}
