//! The words that people read for the engine's codes.
//!
//! A kind of criterion brings the words for its own facts; everything else that people read of a result is here.

mod comparison;
mod facet;
mod finding;
pub(crate) mod page;
mod story;
mod value;

pub(crate) use self::{
    comparison::{
        COMPARED_COLUMNS, COMPARED_NOTE, DIFFERENCE, KEPT_ROW, TO, compared, compared_side,
    },
    facet::{PREVIEW, facet, facet_title, facet_within, spoken},
    finding::{finding, part},
    story::{either, row, say},
    value::value,
};
pub(crate) use crate::number::printable;

use mutualfit_domain::Side;
use mutualfit_scoring::{Condition, Gate, RankBy, Reader, Stance, Status, WeightsFrom};

pub(crate) const NOT_STATED: &str = "not stated";
pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";
pub(crate) const NONE: &str = "none";

/// The headings of a ranking's columns.
pub(crate) const COLUMNS: [&str; 6] =
    ["rank", "id", "mutual", "role side", "candidate side", "essential conditions"];
/// The headings of the columns of those who are blocked.
pub(crate) const BLOCKED_COLUMNS: [&str; 5] =
    ["blocked", "mutual", "role side", "candidate side", "blocked by"];
/// The headings of an explanation's columns.
pub(crate) const PART_COLUMNS: [&str; 5] =
    ["criterion", "met", "weight", "adds", "what was compared"];
/// The headings of the columns of the kinds of criteria.
pub(crate) const KIND_COLUMNS: [&str; 4] = ["criterion", "asked by", "use", "what it asks"];

pub(crate) const NOT_ANSWERED: &str = "Not known";
pub(crate) const IN_FULL: &str = "Met in full";
pub(crate) const NOT_COUNTED: &str =
    "Not counted, since nothing is asked or it was said not to matter";
pub(crate) const NOTHING_ASKED: &str =
    "nothing is asked, so anything is possible: silence is not agreement";
pub(crate) const CONDITIONS: &str = "Essential conditions";
pub(crate) const NO_CONDITIONS: &str = "Nothing is essential here.";
pub(crate) const TOGETHER: &str = "both together";
pub(crate) const START: &str = "to start from";
pub(crate) const SUM: &str = "sum";
pub(crate) const LEGEND: &str = "How to read it";

/// Text of a document as a sentence.
pub(crate) fn sentence(text: &str) -> String {
    let text = printable(text.trim());
    if text.ends_with(['.', '!', '?', '…']) { text } else { format!("{text}.") }
}

/// Whom a ranking is for, and of whom.
pub(crate) fn ranked_for(subject: Side, id: &str) -> String {
    match subject {
        Side::Role => format!("Candidates for role {id}"),
        Side::Candidate => format!("Roles for candidate {id}"),
    }
}

/// One side as an owner: whose condition, whose criterion.
pub(crate) fn whose(side: Side) -> &'static str {
    match side {
        Side::Role => "the role's",
        Side::Candidate => "the candidate's",
    }
}

/// One side as somebody who speaks.
pub(crate) fn who(side: Side) -> &'static str {
    match side {
        Side::Role => "the role",
        Side::Candidate => "the candidate",
    }
}

/// The other side.
pub(crate) fn other(side: Side) -> Side {
    match side {
        Side::Role => Side::Candidate,
        Side::Candidate => Side::Role,
    }
}

/// A side's heading.
pub(crate) fn heading(side: Side) -> &'static str {
    match side {
        Side::Role => "Role's side: how far the candidate meets what the role asks",
        Side::Candidate => "Candidate's side: how far the role meets what the candidate asks",
    }
}

/// A side in a table or a sum.
pub(crate) fn side(side: Side) -> &'static str {
    match side {
        Side::Role => "role's side",
        Side::Candidate => "candidate's side",
    }
}

pub(crate) fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::Auditor => "auditor",
        Reader::Role => "role",
        Reader::Candidate => "candidate",
    }
}

pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::Open => "open",
    }
}

pub(crate) fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::Met => "met",
        Gate::Open => "open",
        Gate::Unmet => "not met",
    }
}

/// What a pair's gates come to.
pub(crate) fn outcome(gate: Gate) -> &'static str {
    match gate {
        Gate::Met => "everything essential is met",
        Gate::Open => "something essential is open",
        Gate::Unmet => "blocked: something essential is not met",
    }
}

/// A condition and whose it is, as in `the role's credentials`.
pub(crate) fn condition(condition: &Condition) -> String {
    let negotiable = if condition.negotiable == Some(true) { " (negotiable)" } else { "" };
    format!("{} {}{negotiable}", whose(condition.side), condition.criterion)
}

/// How one side's condition could be opened, and by whom.
pub(crate) fn how_to_open(owner: Side) -> &'static str {
    match owner {
        Side::Role => {
            "A condition of the role opens when the role drops it, calls it negotiable or can wait for it, or \
             when the candidate comes to meet it."
        }
        Side::Candidate => {
            "A condition of the candidate opens when the candidate drops it or calls it negotiable, or when the role \
             changes what it offers or calls it negotiable."
        }
    }
}

/// Who can open an essential condition that is not met, in few words.
pub(crate) fn who_opens(owner: Side, gate: Gate, negotiable: bool) -> String {
    match (gate, negotiable) {
        (Gate::Met, _) => String::new(),
        (Gate::Open, true) => "can be talked about".to_owned(),
        (Gate::Open, false) => format!("ask {}", who(other(owner))),
        (Gate::Unmet, _) => format!(
            "{} can drop it or call it negotiable, {} can come to meet it",
            who(owner),
            who(other(owner))
        ),
    }
}

/// What was left unsaid that counts.
pub(crate) fn unsaid(owner: Side, is_ask: bool) -> String {
    if is_ask {
        format!("not stated by {}", who(owner))
    } else {
        format!("asked by {}, not answered", who(owner))
    }
}

/// By what a ranking is ordered.
pub(crate) fn rank_by(by: RankBy) -> &'static str {
    match by {
        RankBy::Mutual => "both sides together",
        RankBy::RoleSide => "the role's side alone",
        RankBy::CandidateSide => "the candidate's side alone",
    }
}

/// Where the point lies within the bounds.
pub(crate) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Cautious => "the low (stance cautious)",
        Stance::Balanced => "the middle (stance balanced)",
        Stance::Optimistic => "the high (stance optimistic)",
    }
}

/// Where a rubric's weights come from.
pub(crate) fn weights_from(from: Option<WeightsFrom>) -> &'static str {
    match from {
        Some(WeightsFrom::Equal) => "weights all alike",
        Some(WeightsFrom::Elicited) => "weights asked of people",
        Some(WeightsFrom::Learned) => "weights learned from data",
        None => "origin of the weights not stated",
    }
}

/// Why a ranking that is written for the role shows some scores in fifths.
pub(crate) const BANDED: &str = "One decimal, as in 0.6 to 0.8, is shown in fifths: the candidate keeps something private that counts, and exact \
     numbers would give it away. What is kept still shapes the order.";
/// The same of a comparison, whose differences have two ends.
pub(crate) const BANDED_BOTH: &str = "Shown in fifths, for the low and for the high each: a candidate keeps something private that counts, and exact \
     numbers would give it away. What is kept private fills up to the fifths, so its row says nothing by itself: not that \
     one candidate's private wishes are met better.";

/// For whom a result is written, as a sentence.
pub(crate) fn written_for(reader: Reader) -> &'static str {
    match reader {
        Reader::Auditor => {
            "Written for the auditor, who sees everything: do not hand it to either side."
        }
        Reader::Role => "Written for the role: what candidates keep private is not shown.",
        Reader::Candidate => "Written for the candidate, who sees every number of their own pairs.",
    }
}

/// The sentences of the legend that every table ends in.
pub(crate) const LEGEND_SENTENCES: [&str; 4] = [
    "0 is the worst that still makes sense to compare, 1 is all that was asked. No number is a probability.",
    "Two numbers are bounds: what holds at the least, and what is still possible; what is not known widens them. They \
     stand in place of one number where coverage is below one half or fewer than three criteria were asked.",
    "coverage: the share of a side's weight whose ask and answer are both stated.",
    "open: something essential is not known yet, or can be talked about. blocked: something essential is not met as it \
     is stated; nobody is rejected by it.",
];
