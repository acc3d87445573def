//! What should perhaps not be in a document: hints, never faults.

use serde_json::Value;

use crate::{Document, Pointer, normalise_label};

/// Something that should perhaps not be in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pointer: Pointer,
    code: NoticeCode,
}

impl Notice {
    /// Where in the document.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// What it looks like.
    pub fn code(&self) -> NoticeCode {
        self.code
    }

    /// What it looks like, and what to do about it.
    pub fn message(&self) -> &'static str {
        match self.code {
            NoticeCode::EmailAsId => {
                "the id looks like an e-mail address; use one that does not say who somebody is"
            }
            NoticeCode::DateOfBirth => {
                "the text looks like an age or a date of birth; take it out, no score needs it"
            }
            NoticeCode::PayHistory => {
                "the text looks like past or present pay; say what is wanted instead"
            }
            NoticeCode::Health => {
                "the text looks like a statement about somebody's health; take it out, no score needs it"
            }
        }
    }
}

/// The kinds of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoticeCode {
    /// An id looks like an e-mail address.
    EmailAsId,
    /// Text looks like an age or a date of birth.
    DateOfBirth,
    /// Text looks like what somebody is or was paid.
    PayHistory,
    /// Text looks like a statement about somebody's health.
    Health,
}

impl NoticeCode {
    /// The code in kebab-case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EmailAsId => "email-as-id",
            Self::DateOfBirth => "date-of-birth",
            Self::PayHistory => "pay-history",
            Self::Health => "health",
        }
    }
}

/// Phrases that people use about themselves; words alone would hit a nurse's skills.
const PHRASES: &[(&str, NoticeCode)] = &[
    ("date of birth", NoticeCode::DateOfBirth),
    ("dob", NoticeCode::DateOfBirth),
    ("born in", NoticeCode::DateOfBirth),
    ("born on", NoticeCode::DateOfBirth),
    ("my birthday", NoticeCode::DateOfBirth),
    ("my age", NoticeCode::DateOfBirth),
    ("years old", NoticeCode::DateOfBirth),
    ("current salary", NoticeCode::PayHistory),
    ("current pay", NoticeCode::PayHistory),
    ("last salary", NoticeCode::PayHistory),
    ("previous salary", NoticeCode::PayHistory),
    ("salary history", NoticeCode::PayHistory),
    ("currently earn", NoticeCode::PayHistory),
    ("currently earning", NoticeCode::PayHistory),
    ("currently paid", NoticeCode::PayHistory),
    ("used to earn", NoticeCode::PayHistory),
    ("i earned", NoticeCode::PayHistory),
    ("my health", NoticeCode::Health),
    ("my disability", NoticeCode::Health),
    ("i am disabled", NoticeCode::Health),
    ("i have a disability", NoticeCode::Health),
    ("my illness", NoticeCode::Health),
    ("my diagnosis", NoticeCode::Health),
    ("diagnosed with", NoticeCode::Health),
    ("i am pregnant", NoticeCode::Health),
    ("im pregnant", NoticeCode::Health),
    ("my pregnancy", NoticeCode::Health),
    ("sick leave", NoticeCode::Health),
];

/// What should perhaps not be in a document, in the order of the pointers.
///
/// These are hints from simple signs: an id with an `@` and a dot after it, and some English phrases in
/// the text of candidates, aspirations, interviews and pair facts. Nothing found is no promise.
///
/// ```
/// use mutualfit_domain::{Candidate, Id, NoticeCode, notices};
///
/// let candidate = Candidate::new(Id::new("jo@example.org")?);
/// assert_eq!(notices(&candidate)[0].code(), NoticeCode::EmailAsId);
/// # Ok::<(), mutualfit_domain::ValueError>(())
/// ```
pub fn notices<D: Document>(document: &D) -> Vec<Notice> {
    let mut found = Vec::new();
    if let Ok(value) = serde_json::to_value(document) {
        let about_somebody = matches!(D::NAME, "candidate" | "aspirations" | "interview" | "pair");
        look(&value, "", &Pointer::root(), about_somebody, &mut found);
    }
    found.sort_by(|a: &Notice, b| a.pointer().reading_order(b.pointer()));
    found
}

fn look(
    value: &Value,
    member: &str,
    pointer: &Pointer,
    about_somebody: bool,
    found: &mut Vec<Notice>,
) {
    match value {
        Value::String(text) => {
            if is_id(member) {
                if looks_like_email(text) {
                    found.push(Notice { pointer: pointer.clone(), code: NoticeCode::EmailAsId });
                }
            } else if about_somebody {
                found.extend(signs(text).map(|code| Notice { pointer: pointer.clone(), code }));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                look(item, member, &pointer.clone().index(index), about_somebody, found);
            }
        }
        // The members of extensions are not ours to judge.
        Value::Object(members) => {
            for (name, inside) in members.iter().filter(|(name, _)| name.as_str() != "extensions") {
                look(inside, name, &pointer.clone().field(name), about_somebody, found);
            }
        }
        _ => {}
    }
}

fn is_id(member: &str) -> bool {
    matches!(
        member,
        "id" | "role" | "candidate" | "by" | "askedBy" | "answeredBy" | "submittedBy" | "planId"
    )
}

fn looks_like_email(id: &str) -> bool {
    id.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.trim_matches('.').contains('.'))
}

/// The codes of the phrases in a text, each once.
fn signs(text: &str) -> impl Iterator<Item = NoticeCode> {
    let words = format!(" {} ", normalise_label(text));
    let mut codes: Vec<NoticeCode> = PHRASES
        .iter()
        .filter(|(phrase, _)| words.contains(&format!(" {phrase} ")))
        .map(|(_, code)| *code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter()
}
