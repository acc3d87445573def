//! The words of descriptions, for people who see no program.

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::Value;

/// Takes from descriptions what only the documentation of a program has: examples in code, and links to types.
pub(crate) fn plain_descriptions(schema: &mut Schema) {
    transform_subschemas(&mut plain_descriptions, schema);
    if let Some(Value::String(words)) = schema.get_mut("description") {
        *words = without_links(&without_examples(words));
    }
}

fn without_examples(words: &str) -> String {
    words.split("```").step_by(2).map(str::trim).collect::<Vec<_>>().join("\n\n").trim().to_owned()
}

fn without_links(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((linked, after)) = after.split_once("`]") else { break };
        plain.extend([before, "`", linked, "`"]);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut schema = schemars::json_schema!({ "items": { "description": words } });
        plain_descriptions(&mut schema);
        assert_eq!(schema.as_value()["items"]["description"], expected);
    }

    #[test]
    fn links_become_words() {
        check(
            "As [`Role`] and [`Stance::share`](crate::Stance::share) say.",
            "As `Role` and `Stance::share` say.",
        );
        check("A list `[0, 1]` stays, [`open", "A list `[0, 1]` stays, [`open");
    }

    #[test]
    fn examples_in_code_go() {
        check("A degree.\n\n```\nlet one = 1;\n```\n\nNever NaN.", "A degree.\n\nNever NaN.");
        check("A degree.\n\n```\nlet one = 1;\n```", "A degree.");
    }
}
