//! Texts and codes that have a form: ids, countries, currencies, languages.

use crate::fault::quote;
use crate::object::{schema_of, text, words};
use crate::{FaultKind, ValueError};

text! {
    /// An opaque name that a caller gave: 1 to 200 characters, none of them a control character.
    ///
    /// Ids are compared byte by byte. An id should not say who somebody is.
    pub struct Id("an id as text") ({
        "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^\\x00-\\x1f\\x7f-\\x9f]+$",
        "description": "An opaque id of 1 to 200 characters; it should not say who somebody is.",
    })
    |text| {
        if text.is_empty() {
            Err(ValueError::new(FaultKind::Empty, "the id is empty; give 1 to 200 characters"))
        } else if text.chars().count() > 200 {
            Err(ValueError::quoting(FaultKind::OutOfRange, text, "is too long for an id; give at most 200 characters"))
        } else if text.chars().any(char::is_control) {
            Err(ValueError::quoting(
                FaultKind::Malformed,
                text,
                "is no id; leave out line breaks and other control characters",
            ))
        } else {
            Ok(())
        }
    }
}

text! {
    /// Text that says something: never empty.
    pub struct Text("text") ({"type": "string", "minLength": 1, "description": "Text that is not empty."})
    |text| {
        if text.is_empty() {
            Err(ValueError::new(FaultKind::Empty, "the text is empty; say it, or leave out the object around it"))
        } else {
            Ok(())
        }
    }
}

text! {
    /// A country: ISO 3166-1 alpha-2, such as `GB`.
    pub struct CountryCode("a country code such as `GB`") ({
        "type": "string", "pattern": "^[A-Z]{2}$", "description": "A country, ISO 3166-1 alpha-2, such as GB.",
    })
    |text| well_formed(
        text,
        text.len() == 2 && upper(text),
        "is no country code; give two capital letters (ISO 3166-1), such as `GB`",
    )
}

text! {
    /// A part of a country: ISO 3166-2, such as `US-CA`.
    pub struct SubdivisionCode("a subdivision code such as `US-CA`") ({
        "type": "string", "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$",
        "description": "A part of a country, ISO 3166-2, such as US-CA.",
    })
    |text| {
        let fits = text.split_once('-').is_some_and(|(country, part)| {
            country.len() == 2
                && upper(country)
                && (1..=3).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        });
        well_formed(text, fits, "is no subdivision code; give one of ISO 3166-2, such as `US-CA`")
    }
}

text! {
    /// A currency: ISO 4217, such as `EUR`.
    pub struct CurrencyCode("a currency code such as `EUR`") ({
        "type": "string", "pattern": "^[A-Z]{3}$", "description": "A currency, ISO 4217, such as EUR.",
    })
    |text| well_formed(
        text,
        text.len() == 3 && upper(text),
        "is no currency code; give three capital letters (ISO 4217), such as `EUR`",
    )
}

text! {
    /// A language: a BCP 47 tag, such as `de` or `pt-BR`.
    pub struct LanguageTag("a language tag such as `de`") ({
        "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        "description": "A language, BCP 47, such as de or pt-BR.",
    })
    |text| {
        let mut subtags = text.split('-');
        let fits = subtags.next().is_some_and(|primary| {
            (2..=8).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        }) && subtags
            .all(|subtag| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        well_formed(text, fits, "is no language tag; give one of BCP 47, such as `de` or `pt-BR`")
    }
}

impl SubdivisionCode {
    /// The country it is a part of.
    pub fn country(&self) -> &str {
        self.as_str().split_once('-').map_or("", |(country, _)| country)
    }
}

impl LanguageTag {
    /// The language alone, in small letters: `pt` of `pt-BR`.
    pub fn primary(&self) -> String {
        self.as_str().split('-').next().unwrap_or_default().to_ascii_lowercase()
    }
}

words! {
    /// How well somebody speaks a language, on the Common European Framework of Reference.
    pub enum Cefr ("a CEFR level") {
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Effective operational proficiency.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

impl Cefr {
    /// The level as a number on the scale `cefr`: 1 for A1 to 6 for C2.
    pub fn rank(self) -> u8 {
        match self {
            Self::A1 => 1,
            Self::A2 => 2,
            Self::B1 => 3,
            Self::B2 => 4,
            Self::C1 => 5,
            Self::C2 => 6,
        }
    }
}

fn upper(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn well_formed(text: &str, fits: bool, message: &str) -> Result<(), ValueError> {
    if fits {
        Ok(())
    } else {
        Err(ValueError::new(FaultKind::Malformed, format!("{} {message}", quote(text))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: std::str::FromStr<Err = ValueError>>(good: &[&str], bad: &[(&str, FaultKind)]) {
        for text in good {
            assert!(text.parse::<T>().is_ok(), "{text}");
        }
        for (text, kind) in bad {
            assert_eq!(
                text.parse::<T>().map(drop).map_err(|error| error.kind()),
                Err(*kind),
                "{text}"
            );
        }
    }

    #[test]
    fn codes_have_a_form() {
        use FaultKind::Malformed;
        check::<CountryCode>(
            &["GB"],
            &[("gb", Malformed), ("GBR", Malformed), ("É", Malformed), ("", Malformed)],
        );
        check::<SubdivisionCode>(
            &["US-CA", "GB-ENG", "AT-9"],
            &[
                ("US", Malformed),
                ("US-", Malformed),
                ("USA-C", Malformed),
                ("US-CALI", Malformed),
                ("US-C-A", Malformed),
            ],
        );
        check::<CurrencyCode>(&["EUR"], &[("EU", Malformed), ("eur", Malformed)]);
        check::<LanguageTag>(
            &["de", "pt-BR", "zh-Hant-TW"],
            &[
                ("d", Malformed),
                ("de-", Malformed),
                ("de_AT", Malformed),
                ("d3", Malformed),
                ("abcdefghi", Malformed),
            ],
        );
        check::<Cefr>(&["A1", "C2"], &[("a1", Malformed), ("D1", Malformed)]);
    }

    #[test]
    fn ids_are_short_and_printable() {
        let (longest, longer) = ("é".repeat(200), "é".repeat(201));
        check::<Id>(
            &["c-17", " ", &longest],
            &[
                ("", FaultKind::Empty),
                (&longer, FaultKind::OutOfRange),
                ("a\nb", FaultKind::Malformed),
                ("\u{85}", FaultKind::Malformed),
            ],
        );
    }

    #[test]
    fn the_primary_language_is_the_first_part() {
        assert_eq!("PT-BR".parse::<LanguageTag>().unwrap().primary(), "pt");
        assert_eq!("US-CA".parse::<SubdivisionCode>().unwrap().country(), "US");
        assert!(Cefr::B2 < Cefr::C1);
    }
}
