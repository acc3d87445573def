//! What criteria found, in the words of those who read it.
//!
//! A template holds `{name}` for a value of the finding; what stands in `[…]` is said once for each finding of the same
//! code, as a list. A kind that is not here brings words of its own with its criterion, for every reader alike.

mod candidate_asks;
mod role_asks;

/// A finding in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    kind: &'static str,
    code: &'static str,
    /// To whoever hires, about the candidate or what the candidate wants.
    pub(crate) to_role: &'static str,
    /// To the candidate, about what they bring or what the role gives.
    pub(crate) to_candidate: &'static str,
    /// What whoever wants to know asks the other; empty where there is nothing to ask.
    pub(crate) question: &'static str,
}

/// The words for a code of a kind.
pub(crate) fn finding(kind: &str, code: &str) -> Option<&'static Finding> {
    let mut findings = role_asks::FINDINGS.iter().chain(candidate_asks::FINDINGS);
    findings.find(|finding| finding.kind == kind && finding.code == code)
}

/// The part of a need that a finding is about, where it is about one: such as the hours of a schedule.
pub(crate) fn part(kind: &str, code: &str) -> Option<&'static str> {
    PARTS.iter().find(|(of, known, _)| *of == kind && *known == code).map(|(.., words)| *words)
}

const fn of(
    kind: &'static str,
    code: &'static str,
    [to_role, to_candidate, question]: [&'static str; 3],
) -> Finding {
    Finding { kind, code, to_role, to_candidate, question }
}

const PARTS: &[(&str, &str, &str)] = &[
    ("schedule", "hours", "the hours a week"),
    ("schedule", "shifts", "the shifts"),
    ("schedule", "avoided-shifts", "shifts to be avoided"),
    ("schedule", "windows", "the times of day"),
    ("schedule", "notice", "how early the hours are known"),
    ("workplace", "type", "on site or from home"),
    ("workplace", "place", "where it is"),
    ("workplace", "commute", "the way to work"),
    ("workplace", "on-site-days", "the days on site"),
    ("workplace", "travel", "travelling"),
    ("workplace", "employable", "where the employer can employ"),
    ("contract", "employment-type", "the kind of contract"),
    ("contract", "duration", "how long it lasts"),
];
