//! Names of types as code generators like them.

/// A word, a code or an id as the name of a type: `on-site`, `onSite`, `ON_SITE` and `on/site` are `OnSite`.
pub(crate) fn pascal(text: &str) -> String {
    let is_shouted = !text.chars().any(char::is_lowercase);
    let mut name = String::with_capacity(text.len());
    let mut begins = true;
    for character in text.chars() {
        if !character.is_alphanumeric() {
            begins = true;
        } else if begins {
            name.extend(character.to_uppercase());
            begins = false;
        } else if is_shouted {
            name.extend(character.to_lowercase());
        } else {
            name.push(character);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(pascal(text), expected);
    }

    #[test]
    fn words_of_any_spelling_become_names_of_types() {
        check("day-to-day", "DayToDay");
        check("onSite", "OnSite");
        check("FULL_TIME", "FullTime");
        check("acme.com/team-size", "AcmeComTeamSize");
        check("A1", "A1");
        check("", "");
    }
}
