//! Messages of the reader in words for people, without names of types.

use crate::FaultKind;
use crate::fault::quote;

/// The kind and the words of a message, and the member it says is missing.
pub(crate) fn translate(message: &str) -> (FaultKind, String, Option<String>) {
    if let Some((code, rest)) = message.split_once(": ")
        && let Some(kind) = FaultKind::ALL.iter().find(|kind| kind.as_str() == code)
    {
        return (*kind, rest.to_owned(), None);
    }
    if let Some(member) = between(message, "missing field `", "`") {
        return (
            FaultKind::Missing,
            format!("`{member}` is missing; add it"),
            Some(member.to_owned()),
        );
    }
    if let Some((found, wanted)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "))
    {
        return (
            FaultKind::WrongType,
            format!("this is {}; give {}", describe(found), wish(wanted)),
            None,
        );
    }
    let message: String = message.chars().take(200).collect();
    (FaultKind::Malformed, format!("this cannot be read: {message}"), None)
}

fn describe(found: &str) -> String {
    if let Some(text) = found.strip_prefix("string \"") {
        return format!("the text {}", quote(text.strip_suffix('"').unwrap_or(text)));
    }
    if let Some(number) =
        between(found, "integer `", "`").or_else(|| between(found, "floating point `", "`"))
    {
        return format!("the number {}", quote(number));
    }
    match found {
        "boolean `true`" => "`true`",
        "boolean `false`" => "`false`",
        "null" | "unit value" => "null",
        "sequence" => "a list",
        "map" => "an object",
        _ => "something else",
    }
    .to_owned()
}

fn wish(wanted: &str) -> &str {
    match wanted {
        "a sequence" => "a list",
        "a map" => "an object",
        "a string" => "text",
        "a boolean" => "`true` or `false`",
        _ if wanted.starts_with("struct ") => "an object",
        _ => wanted,
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.strip_prefix(before).and_then(|rest| rest.split_once(after)).map(|(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, kind: FaultKind, words: &str) {
        let (found, translated, _) = translate(message);
        assert_eq!((found, translated.as_str()), (kind, words));
    }

    #[test]
    fn messages_name_no_types() {
        check(
            "invalid type: sequence, expected struct Role",
            FaultKind::WrongType,
            "this is a list; give an object",
        );
        check(
            "invalid type: string \"a, expected b\", expected a sequence",
            FaultKind::WrongType,
            "this is the text `a, expected b`; give a list",
        );
        check(
            "invalid type: floating point `1.5`, expected a string",
            FaultKind::WrongType,
            "this is the number `1.5`; give text",
        );
        check("missing field `title`", FaultKind::Missing, "`title` is missing; add it");
        check("out-of-range: `2` is too much", FaultKind::OutOfRange, "`2` is too much");
        check("anything: else", FaultKind::Malformed, "this cannot be read: anything: else");
    }

    #[test]
    fn a_missing_member_is_named() {
        assert_eq!(translate("missing field `title`").2.as_deref(), Some("title"));
    }
}
