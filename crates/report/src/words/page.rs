//! The words of pages beside those that all results share.

use crate::words::{other, who, whose};
use mutualfit_domain::Side;
use mutualfit_scoring::{GrowthCode, Party, RankBy, Reason, Said};

pub(crate) const SKIP: &str = "Skip to the result";

pub(crate) const BLOCKED: &str = "Blocked";
pub(crate) const NOBODY_BLOCKED: &str = "No essential condition blocks any of them.";
pub(crate) const NOBODY_RANKED: &str = "None is ranked here.";
pub(crate) const NOT_REJECTED: &str = "Something essential is not met as it is stated. Nobody is rejected by it: talk, or change a condition.";
pub(crate) const NOT_KNOWN: &str = "What is not known";
pub(crate) const NOT_KNOWN_YET: &str = "Not known yet";
pub(crate) const SEE_BLOCKED: &str = "Who is blocked, and by what";
pub(crate) const SEE_UNKNOWN: &str = "What to ask, and whom";
pub(crate) const ALL_KNOWN: &str = "Everything that counts is known.";
pub(crate) const PLANE: &str = "Both sides at once";
pub(crate) const RANKED: &str = "Ranked";
pub(crate) const CRITERIA: &str = "What each criterion asks";
pub(crate) const MADE_FROM: &str = "What this was made from";
pub(crate) const FIT: &str = "The fit in three numbers";
pub(crate) const TOGETHER: &str = "How both sides come together";
pub(crate) const GROWTH: &str = "What each would give the other to grow by";
pub(crate) const CHANGE: &str = "The least that would have to change";
pub(crate) const TALK: &str = "To talk about with the other side";

pub(crate) const KEPT: &str = "kept by the candidate";
pub(crate) const KEPT_ABOUT: &str =
    "What the candidate keeps to the engine: whether it is met, and no number of its own.";
pub(crate) const NOTHING_ASKED: &str = "nothing asked";

pub(crate) const ROLE_AXIS: &str = "Role’s side → the candidate meets what the role asks";
pub(crate) const CANDIDATE_AXIS: &str = "Candidate’s side → the role meets what the candidate asks";
pub(crate) const PLANE_TITLE: &str = "Where each one stands on both sides";
pub(crate) const PLANE_ABOUT: &str = "A square. To the right the role’s side grows from 0 to 1, upwards the candidate’s side. Each one is a mark within \
     the box of its bounds. Curves join places of the same score of both together. The same numbers are in the tables \
     below.";
/// What stands in the corners of the plane: top left, top right, bottom right.
pub(crate) const CORNERS: [&str; 3] =
    ["↖ suits the candidate only", "suits both ↗", "suits the role only ↘"];

/// What the marks of the plane mean.
pub(crate) const KEY_MET: &str = "ranked, everything essential is met; the number is the rank";
pub(crate) const KEY_OPEN: &str = "ranked, something essential is open: ask, or talk about it";
pub(crate) const KEY_BLOCKED: &str =
    "blocked: something essential is not met; the letter is in the table of those blocked";
pub(crate) const KEY_BOX: &str = "box: everything still possible; the wider, the less is known";
pub(crate) const KEY_CURVE: &str = "curve: the same score of both together, 0.2 to 0.8";
pub(crate) const KEY_BANDED: &str = "box without a mark: only fifths are shown, since exact numbers would tell what a candidate keeps; a line stands \
     where one side is known exactly";

/// How many are in the plane, where not all are.
pub(crate) fn drawn(drawn: usize, ranked: usize, blocked: usize) -> String {
    format!(
        "Of the {ranked} ranked and the {blocked} blocked that are listed, the first {drawn} each are drawn."
    )
}

/// What the bars mean.
pub(crate) const KEY_SURE: &str = "certain";
pub(crate) const KEY_MAYBE: &str = "still possible";
pub(crate) const KEY_POINT: &str = "the number shown";

/// What the waterfall of a side shows.
pub(crate) const STEPS_ABOUT: &str =
    "Each bar starts where those above it have reached, so that together they add up to the sum.";

/// The headings of the columns of what is not known in a ranking.
pub(crate) const UNKNOWN_COLUMNS: [&str; 5] =
    ["rank", "id", "both together could be", "known of what is asked", "to ask or talk about"];
/// The headings of the columns of those ranked.
pub(crate) const RANKED_COLUMNS: [&str; 6] =
    ["rank", "id", "both together", "role’s side", "candidate’s side", "essential conditions"];
/// The headings of the columns of those blocked.
pub(crate) const BLOCKED_COLUMNS: [&str; 6] =
    ["in the plane", "id", "blocked by", "both together", "role’s side", "candidate’s side"];
/// The headings of columns that hold bars.
pub(crate) const SCORE_COLUMNS: [&str; 4] =
    ["both together", "role’s side", "candidate’s side", "both together could be"];
/// The headings of the columns of a side's parts.
pub(crate) const STEP_COLUMNS: [&str; 5] =
    ["criterion", "adds up", "adds", "how far met", "what was compared"];
/// The headings of the columns of what is not known of a pair.
pub(crate) const WIDENS_COLUMNS: [&str; 4] =
    ["whose criterion", "what is missing", "both together would narrow by", "its side by"];

/// Who comes first, and by what.
pub(crate) fn first_by(by: RankBy) -> &'static str {
    match by {
        RankBy::Mutual => "Fits both sides best",
        RankBy::RoleSide => "Comes first by the role’s side alone",
        RankBy::CandidateSide => "Comes first by the candidate’s side alone",
    }
}

/// How many have something essential open.
pub(crate) fn how_many_open(open: usize, shown: usize) -> String {
    format!("{open} of {shown} have something essential open: ask, or talk about it.")
}

/// How many rest on little.
pub(crate) fn how_many_thin(thin: usize, shown: usize) -> String {
    format!(
        "{thin} of {shown} have a side of which less than half is known, or of which little is asked."
    )
}

/// How many are shown in fifths.
pub(crate) fn how_many_banded(banded: usize, shown: usize) -> String {
    format!(
        "{banded} of {shown} are shown in fifths, since exact numbers would tell what a candidate keeps."
    )
}

/// What is missing where an ask or its answer is.
pub(crate) fn missing(owner: Side, asked: Said, answered: Said) -> String {
    match (asked, answered) {
        (Said::Stated, Said::Unstated) => {
            format!("{} asks, {} does not say", who(owner), who(other(owner)))
        }
        (Said::Unstated, _) => format!("{} does not say what it asks", who(owner)),
        _ => "what is said leaves it open".to_owned(),
    }
}

/// A link by which one would grow.
pub(crate) fn growth(code: GrowthCode) -> &'static str {
    match code {
        GrowthCode::Learns => "The role teaches what the candidate wants to learn",
        GrowthCode::Brings => "The candidate brings what the team hopes to learn",
    }
}

pub(crate) const CLOSES: &str = "it would also meet a requirement that is not met yet";

/// A target of the mutual score.
pub(crate) fn target(target: &str) -> String {
    format!("For {target} of both together, with nothing that blocks it.")
}

pub(crate) const THERE_ALREADY: &str = "The pair is there already.";

/// Who would make changes.
pub(crate) fn changed_by(by: Party) -> &'static str {
    match by {
        Party::Role => "What the role could change",
        Party::Candidate => "What the candidate could change",
        Party::Both => "What both could change together",
    }
}

/// Whether changes reach the target.
pub(crate) fn reached(reason: Option<Reason>) -> &'static str {
    match reason {
        None => "This would be enough.",
        Some(Reason::NotEnough) => "This would not be enough.",
        Some(Reason::NothingToChange) => "There is nothing to change here that would help.",
    }
}

/// Whether changes reach the target together with what is told only as something to talk about.
pub(crate) fn reached_by_talking(reason: Option<Reason>) -> &'static str {
    match reason {
        None => "Together with what there is to talk about, below, this would be enough.",
        Some(Reason::NotEnough) => {
            "Even together with what there is to talk about, below, this would not be enough."
        }
        Some(Reason::NothingToChange) => reached(reason),
    }
}

/// A condition that would be none any more.
pub(crate) fn waived(owner: Side) -> String {
    format!("{} makes it no condition any more", who(owner))
}

/// A criterion and whose it is.
pub(crate) fn owned(owner: Side, criterion: &str) -> String {
    format!("{} {criterion}", whose(owner))
}

/// How something that is kept is met; `None` for what is not kept.
pub(crate) fn kept(code: &str) -> Option<&'static str> {
    match code {
        "kept-met" => Some("met; what it rests on is kept"),
        "kept-partly" => Some("met in part; what it rests on is kept"),
        "kept-not-met" => Some("not met; what it rests on is kept"),
        "kept-not-stated" => Some("not stated, or kept"),
        _ => None,
    }
}

/// What stands over what is not known of a pair.
pub(crate) const WIDENS: &str =
    "By how much the bounds would come closer if each were known, what matters most first";
pub(crate) const UNKNOWN_KEPT: &str = "What is not known is not listed, since it would tell what the candidate keeps. The bounds above are as wide as it \
     leaves them.";
