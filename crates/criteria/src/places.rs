//! Places made quick to compare: whether one lies in another, as far as both are named.

use mutualfit_domain::{CountryCode, Place, SubdivisionCode, Text, normalise_label};
use mutualfit_scoring::Degree;

/// A country, by the letters of its code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Country([u8; 2]);

impl Country {
    /// The country of a code.
    pub(crate) fn of(code: &CountryCode) -> Self {
        let mut letters = [0; 2];
        letters.iter_mut().zip(code.as_str().bytes()).for_each(|(letter, byte)| *letter = byte);
        Self(letters)
    }
}

/// A country, perhaps a region of it and a town, the town by its comparable name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct KnownPlace {
    /// The country.
    pub(crate) country: Country,
    region: Option<SubdivisionCode>,
    town: Option<String>,
}

impl KnownPlace {
    /// A place of a document.
    pub(crate) fn of(place: &Place) -> Self {
        Self {
            country: Country::of(&place.country),
            region: place.subdivision.clone(),
            town: place.locality.as_ref().map(Text::as_str).map(normalise_label),
        }
    }

    /// Whether it lies in another place; unknown where that is named more closely.
    fn lies_in(&self, outer: &Self) -> Degree {
        if self.country != outer.country {
            return Degree::NONE;
        }
        let region = part(outer.region.as_ref(), self.region.as_ref());
        region.and(part(outer.town.as_ref(), self.town.as_ref()))
    }
}

/// Whether a place lies in any of those asked for; unknown where it is not known closely enough.
pub(crate) fn lies_in_any(place: Option<&KnownPlace>, asked: &[KnownPlace]) -> Degree {
    let Some(place) = place else { return Degree::UNKNOWN };
    asked.iter().fold(Degree::NONE, |best, asked| best.or(place.lies_in(asked)))
}

/// Whether a list of places covers somebody's home; what an incomplete list leaves out is unknown.
pub(crate) fn lists(listed: &[KnownPlace], home: &KnownPlace, is_complete: bool) -> Degree {
    let unlisted = if is_complete { Degree::NONE } else { Degree::UNKNOWN };
    listed.iter().fold(unlisted, |best, place| best.or(home.lies_in(place)))
}

fn part<T: PartialEq>(asked: Option<&T>, given: Option<&T>) -> Degree {
    match (asked, given) {
        (None, _) => Degree::FULL,
        (Some(_), None) => Degree::UNKNOWN,
        (Some(asked), Some(given)) if asked == given => Degree::FULL,
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
            [place, outer].map(|place| KnownPlace::of(&serde_json::from_value(place).unwrap()));
        assert_eq!(place.lies_in(&outer), expected);
    }

    #[test]
    fn a_place_lies_in_what_is_no_closer_than_itself() {
        let portland = json!({"country": "US", "subdivision": "US-OR", "locality": "Portland"});
        let shouted = json!({"country": "US", "subdivision": "US-OR", "locality": "PORTLAND"});
        let other = json!({"country": "US", "subdivision": "US-ME", "locality": "Portland"});
        check(portland.clone(), json!({"country": "US"}), Degree::FULL);
        check(portland.clone(), shouted, Degree::FULL);
        check(portland.clone(), other, Degree::NONE);
        check(portland.clone(), json!({"country": "CA"}), Degree::NONE);
        check(json!({"country": "US"}), portland, Degree::UNKNOWN);
    }
}
