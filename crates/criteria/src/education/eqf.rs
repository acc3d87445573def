//! Levels of the European Qualifications Framework, by the names they go by.

use mutualfit_domain::ConceptRef;

/// The level of the EQF that a concept names.
pub(super) fn eqf(level: &ConceptRef) -> Option<u8> {
    let digit = |text: &str| match text.as_bytes() {
        [digit @ b'1'..=b'8'] => Some(digit - b'0'),
        _ => None,
    };
    let named = |text: &str| {
        let text = text.trim().to_ascii_lowercase();
        let rest = text.strip_prefix("eqf")?.trim_start_matches([' ', '-', ':']);
        digit(rest.strip_prefix("level").unwrap_or(rest).trim_start_matches([' ', '-']))
    };
    let by_uri = level.uri().and_then(|uri| {
        let (_, end) = uri.trim_end_matches('/').rsplit_once("/eqf/")?;
        digit(end.strip_prefix("level-").unwrap_or(end))
    });
    let in_scheme =
        level.scheme().is_some_and(|scheme| scheme.to_ascii_lowercase().contains("eqf"));
    let by_notation = || {
        level.notation().and_then(|notation| {
            if in_scheme { digit(notation) } else { None }.or_else(|| named(notation))
        })
    };
    by_uri.or_else(by_notation).or_else(|| level.label().and_then(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_domain::Text;

    #[test]
    fn levels_of_the_framework_have_several_names() {
        let text = |text: &str| Text::new(text).unwrap();
        let label = |label: &str| ConceptRef::labelled(text(label));
        let uri = |uri: &str| ConceptRef::identified(text(uri));
        for concept in [
            uri("http://data.europa.eu/snb/eqf/4"),
            uri("http://data.europa.eu/snb/eqf/level-4"),
            label("EQF 4"),
            label("EQF level 4"),
            label("eqf-4"),
            label("Abitur").with_notation(text("EQF 4")),
            label("Abitur")
                .with_scheme(text("http://data.europa.eu/snb/eqf/25831c2"))
                .with_notation(text("4")),
        ] {
            assert_eq!(eqf(&concept), Some(4), "{concept:?}");
        }
        for concept in
            [label("Abitur"), label("EQF 9"), label("4"), uri("http://data.europa.eu/snb/isced/4")]
        {
            assert_eq!(eqf(&concept), None, "{concept:?}");
        }
    }
}
