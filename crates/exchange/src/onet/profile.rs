//! The interests and work values of an occupation.

use mutualfit_domain::{FaultKind, InterestProfile, Number, ValueError, WorkValueProfile};

use crate::fault::quoted;
use crate::onet::constant::text;
use crate::onet::figure::{on_scale, twice, unknown_scale};
use crate::onet::occupation::Occupation;

/// Adds a row to the interests of an occupation. Rows of the scale `IH` name the greatest; they are no scores.
pub(super) fn add_interest(
    occupation: &mut Occupation,
    element: &str,
    scale: &str,
    value: &str,
) -> Result<(), ValueError> {
    match scale {
        "OI" => {}
        "IH" => return Ok(()),
        other => return Err(unknown_scale(other, "`OI`")),
    }
    let value = on_scale("onet/OI", value)?;
    let profile = occupation.interests.get_or_insert_with(|| InterestProfile::new(text("onet/OI")));
    let interest = match element {
        "1.B.1.a" => &mut profile.realistic,
        "1.B.1.b" => &mut profile.investigative,
        "1.B.1.c" => &mut profile.artistic,
        "1.B.1.d" => &mut profile.social,
        "1.B.1.e" => &mut profile.enterprising,
        "1.B.1.f" => &mut profile.conventional,
        other => return Err(unknown_element(other, "1.B.1.a", "1.B.1.f")),
    };
    set_number(interest, value, element)
}

/// Adds a row to the values that an occupation serves. Rows of the scale `VH` name the greatest; they are no scores.
pub(super) fn add_work_value(
    occupation: &mut Occupation,
    element: &str,
    scale: &str,
    value: &str,
) -> Result<(), ValueError> {
    match scale {
        "EX" => {}
        "VH" => return Ok(()),
        other => return Err(unknown_scale(other, "`EX`")),
    }
    let value = on_scale("onet/EX", value)?;
    let profile =
        occupation.work_values.get_or_insert_with(|| WorkValueProfile::new(text("onet/EX")));
    let work_value = match element {
        "1.B.2.a" => &mut profile.achievement,
        "1.B.2.b" => &mut profile.working_conditions,
        "1.B.2.c" => &mut profile.recognition,
        "1.B.2.d" => &mut profile.relationships,
        "1.B.2.e" => &mut profile.support,
        "1.B.2.f" => &mut profile.independence,
        other => return Err(unknown_element(other, "1.B.2.a", "1.B.2.f")),
    };
    set_number(work_value, value, element)
}

fn set_number(number: &mut Option<Number>, value: f64, element: &str) -> Result<(), ValueError> {
    if number.replace(Number::new(value)?).is_none() {
        Ok(())
    } else {
        Err(twice(&format!("the element `{element}`")))
    }
}

fn unknown_element(element: &str, first: &str, last: &str) -> ValueError {
    let message = format!(
        "{} is no element of this table; use `{first}` to `{last}`, or take out the row",
        quoted(element)
    );
    ValueError::new(FaultKind::Unknown, message)
}
