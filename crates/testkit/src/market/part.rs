//! Parts that roles and candidates of the market have in common.

use super::{
    draw::Draw,
    word::{Words, known},
};
use mutualfit_domain::{
    Amount, Importance, InterestProfile, Number, Quantity, Range, Share, WorkValueProfile,
};

pub(crate) fn importance(draw: &mut Draw) -> Importance {
    *draw.pick(&[Importance::MINOR, Importance::NORMAL, Importance::HIGH, Importance::DECISIVE])
}

/// A share given in hundredths.
pub(crate) fn share(hundredths: u32) -> Share {
    known(Share::new(f64::from(hundredths) / 100.0))
}

/// Hours a week: a range in five of them, or a number.
pub(crate) fn hours(draw: &mut Draw) -> Range {
    let least = draw.between(3, 8) * 5;
    let quantity = |hours: u32| known(Quantity::new(f64::from(hours)));
    let most = least + 5 * draw.below(2);
    known(Range::new(Some(quantity(least)), Some(quantity(most))))
}

/// So many thousands a year.
pub(crate) fn yearly(thousands: u32) -> Amount {
    Amount::units(thousands * 1000)
}

/// A value on the scale from 1 to 7, in tenths.
fn extent(draw: &mut Draw) -> Number {
    known(Number::new(f64::from(draw.between(10, 70)) / 10.0))
}

pub(crate) fn work_values(words: &Words, draw: &mut Draw) -> WorkValueProfile {
    WorkValueProfile {
        achievement: Some(extent(draw)),
        independence: Some(extent(draw)),
        recognition: Some(extent(draw)),
        relationships: Some(extent(draw)),
        support: Some(extent(draw)),
        working_conditions: Some(extent(draw)),
        ..WorkValueProfile::new(words.extent.clone())
    }
}

pub(crate) fn interests(words: &Words, draw: &mut Draw) -> InterestProfile {
    InterestProfile {
        realistic: Some(extent(draw)),
        investigative: Some(extent(draw)),
        artistic: Some(extent(draw)),
        social: Some(extent(draw)),
        enterprising: Some(extent(draw)),
        conventional: Some(extent(draw)),
        ..InterestProfile::new(words.extent.clone())
    }
}
