//! `mutualfit template`: forms to fill in, every section explained.

use crate::{failure::Failure, output};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// What a form begins and its comments begin with.
const COMMENT: &str = "//";

const HELP: &str = "\
Every section is optional but for `spec`, `id` and a role's `title`: take away what you do not want to say. Leaving a \
section out says nothing; an empty list says that there is none; naming a section under `indifferent` says that it does \
not matter. The values shown are examples. In JSON, members whose name begins with `//` are comments, which are ignored \
when a document is read.";

/// Which form, and how.
#[derive(Debug, Args)]
pub(crate) struct TemplateArguments {
    /// The document
    document: Document,

    /// `json` can be filled in and read; `markdown` is for people to read
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: Format,
}

/// The documents that there are forms for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Document {
    /// What the work is, what it asks for and what it gives
    Role,
    /// What somebody brings, and what they want
    Candidate,
    /// What somebody wants, as a document of its own
    Aspirations,
}

/// How forms are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A document with examples and comments
    Json,
    /// A list of sections with examples
    Markdown,
}

impl Document {
    fn text(self) -> &'static str {
        match self {
            Self::Role => include_str!("template/role.json"),
            Self::Candidate => include_str!("template/candidate.json"),
            Self::Aspirations => include_str!("template/aspirations.json"),
        }
    }
}

pub(crate) fn run(arguments: &TemplateArguments) -> Result<(), Failure> {
    let text = arguments.document.text();
    match arguments.format {
        Format::Json => output::print(text),
        Format::Markdown => {
            let form = serde_json::from_str::<Map<String, Value>>(text);
            let form =
                form.map_err(|error| Failure::Fault(format!("the form cannot be read: {error}")))?;
            output::print(&markdown(&form))
        }
    }
}

/// A form as Markdown: each section with what it is for, who sees it, and its example.
fn markdown(form: &Map<String, Value>) -> String {
    let title = form.get(COMMENT).and_then(Value::as_str).unwrap_or_default();
    let mut text = format!("# {title}\n\n{HELP}\n");
    sections(form, "##", &mut text);
    text
}

/// The commented members of an object; those that hold commented members themselves in turn.
fn sections(object: &Map<String, Value>, level: &str, text: &mut String) {
    for (name, value) in object {
        let Some(comment) = object.get(&format!("{COMMENT}{name}")).and_then(Value::as_str) else {
            continue;
        };
        let _ = write!(text, "\n{level} {name}\n\n{comment}\n");
        if let Some(inner) =
            value.as_object().filter(|inner| inner.keys().any(|name| name.starts_with(COMMENT)))
        {
            sections(inner, &format!("{level}#"), text);
        } else {
            let example = serde_json::to_string_pretty(value).unwrap_or_default();
            let _ = write!(text, "\n```json\n{example}\n```\n");
        }
    }
}
