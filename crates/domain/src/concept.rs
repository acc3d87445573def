//! References to what things are about: skills, tasks, occupations, fields.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::object::object;
use crate::{FaultKind, LanguageTag, Text, ValueError};

/// Something named by a label, by a URI of a published classification, or by both.
///
/// ```
/// use mutualfit_domain::{ConceptRef, Text};
///
/// let concept = ConceptRef::labelled(Text::new("Local anaesthesia")?);
/// assert_eq!(concept.label(), Some("Local anaesthesia"));
/// # Ok::<(), mutualfit_domain::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        remote = "ConceptRef",
        description = "Something named by a label, by a URI of a published classification, or by both."
    )
)]
pub struct ConceptRef {
    /// What identifies it in a published classification.
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<Text>,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Text>,
    /// The classification it is taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    scheme: Option<Text>,
    /// Its code in the classification.
    #[serde(skip_serializing_if = "Option::is_none")]
    notation: Option<Text>,
    /// The language of the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<LanguageTag>,
}

impl ConceptRef {
    /// A concept named in plain words.
    pub fn labelled(label: Text) -> Self {
        Self { uri: None, label: Some(label), scheme: None, notation: None, lang: None }
    }

    /// A concept of a published classification.
    pub fn identified(uri: Text) -> Self {
        Self { uri: Some(uri), label: None, scheme: None, notation: None, lang: None }
    }

    /// The same concept with a URI.
    #[must_use]
    pub fn with_uri(self, uri: Text) -> Self {
        Self { uri: Some(uri), ..self }
    }

    /// The same concept with a label.
    #[must_use]
    pub fn with_label(self, label: Text) -> Self {
        Self { label: Some(label), ..self }
    }

    /// The same concept as one of the classification `scheme`.
    #[must_use]
    pub fn with_scheme(self, scheme: Text) -> Self {
        Self { scheme: Some(scheme), ..self }
    }

    /// The same concept with its code in the classification.
    #[must_use]
    pub fn with_notation(self, notation: Text) -> Self {
        Self { notation: Some(notation), ..self }
    }

    /// The same concept with the language of its label.
    #[must_use]
    pub fn with_lang(self, lang: LanguageTag) -> Self {
        Self { lang: Some(lang), ..self }
    }

    /// Its URI.
    pub fn uri(&self) -> Option<&str> {
        self.uri.as_ref().map(Text::as_str)
    }

    /// What people call it.
    pub fn label(&self) -> Option<&str> {
        self.label.as_ref().map(Text::as_str)
    }

    /// The classification it is taken from.
    pub fn scheme(&self) -> Option<&str> {
        self.scheme.as_ref().map(Text::as_str)
    }

    /// Its code in the classification.
    pub fn notation(&self) -> Option<&str> {
        self.notation.as_ref().map(Text::as_str)
    }

    /// The language of its label.
    pub fn lang(&self) -> Option<&LanguageTag> {
        self.lang.as_ref()
    }

    /// What to show people: the label, or the URI when it has none.
    pub fn name(&self) -> &str {
        self.label().or_else(|| self.uri()).unwrap_or_default()
    }

    fn checked(self) -> Result<Self, ValueError> {
        if self.uri.is_none() && self.label.is_none() {
            Err(ValueError::new(
                FaultKind::Choice,
                "the concept has no name; give `label`, `uri` or both",
            ))
        } else {
            Ok(self)
        }
    }
}

object!(ConceptRef checked);

/// A label made comparable: compatibility forms unified, small letters, words apart by one space.
///
/// Letters, digits, `+` and `#` stay (C++, C#); apostrophes and invisible characters go; everything
/// else parts words. A label of nothing else stays as it is, in small letters.
///
/// ```
/// use mutualfit_domain::normalise_label;
///
/// assert_eq!(normalise_label("  Local–Anaesthesia (dental)"), "local anaesthesia dental");
/// assert_ne!(normalise_label("C++"), normalise_label("C"));
/// ```
pub fn normalise_label(label: &str) -> String {
    // ASCII is in its compatibility form already; most labels are.
    let lower: String = if label.is_ascii() {
        label.to_ascii_lowercase()
    } else {
        label.nfkc().collect::<String>().to_lowercase().nfkc().collect()
    };
    let mut words = String::with_capacity(lower.len());
    for character in lower.chars() {
        if character.is_alphanumeric()
            || is_combining_mark(character)
            || matches!(character, '+' | '#')
        {
            words.push(character);
        } else if !is_dropped(character) && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    if words.is_empty() { lower.split_whitespace().collect::<Vec<_>>().join(" ") } else { words }
}

fn is_dropped(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2019}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: &str) {
        assert_eq!(normalise_label(label), expected);
        assert_eq!(normalise_label(expected), expected, "of what is normal already");
    }

    #[test]
    fn labels_are_made_comparable() {
        check("Local  Anaesthesia", "local anaesthesia");
        check("local-anaesthesia / dental", "local anaesthesia dental");
        check("Driver’s licence", "drivers licence");
        check("Café", "café");
        check("Cafe\u{301}", "café");
        check("ﬁling", "filing");
        check("C++", "c++");
        check("C#", "c#");
        check("हिन्दी", "हिन्दी");
        check("???", "???");
        check("", "");
    }

    #[test]
    fn a_concept_has_a_name() {
        let error =
            serde_json::from_str::<ConceptRef>(r#"{"scheme": "x", "notation": "1"}"#).unwrap_err();
        assert!(error.to_string().starts_with("choice: "), "{error}");
        assert!(serde_json::from_str::<ConceptRef>(r#"{"uri": "x:1"}"#).is_ok());
        assert!(serde_json::from_str::<ConceptRef>(r#"{"label": ""}"#).is_err());
    }
}
