//! A ranking as a table of plain text.

use crate::{Page, number, words};
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use mutualfit_domain::Side;
use mutualfit_scoring::{
    Blocked, BlockedBy, BlockedEntry, Condition, RankedEntry, Ranking, Reader, Status,
};

/// Which columns hold numbers and stand to the right.
const NUMBERS: [&str; 4] = ["rank", "mutual", "role side", "candidate side"];

/// A ranking as tables of plain text: those ranked, and those blocked with by whom and how that could be opened.
pub fn ranking_text(ranking: &Ranking, page: &Page) -> String {
    let mut text =
        format!("{}; reader: {}\n", ranking_summary(ranking), words::reader(ranking.reader));
    if !ranking.entries.is_empty() {
        text.push('\n');
        text.push_str(&table(
            &words::COLUMNS,
            ranking.entries.iter().map(|entry| cells(entry, page)),
            page,
        ));
    }
    text.push_str(&blocked(ranking, page));
    for fault in &ranking.faults {
        let line = format!(
            "criterion {} misbehaved in {} pairs ({}); they count as unknown",
            fault.criterion, fault.count, fault.kind
        );
        text.push_str(&page.wrap("! ", 2, &line));
    }
    text
}

/// A ranking as a line for what it is about and one for each of those ranked.
pub fn ranking_brief(ranking: &Ranking, page: &Page) -> String {
    let mut text = format!("{}\n", ranking_summary(ranking));
    let width = ranking
        .entries
        .iter()
        .map(|entry| entry.id.as_str().chars().count())
        .max()
        .unwrap_or_default();
    for entry in &ranking.entries {
        let sides = [&entry.role_side, &entry.candidate_side];
        let [role, candidate] = sides.map(|side| number::side(side, page.glyphs));
        let mutual = number::mutual(&entry.mutual, sides, page.glyphs);
        let numbers = format!(
            "{:>4}. {:<width$}  mutual {mutual:<9}  role {role:<9}  candidate {candidate:<9}  {}",
            entry.rank,
            entry.id.as_str(),
            essential(entry),
        );
        text.push_str(&page.cut(&numbers, page.width));
        text.push('\n');
    }
    text
}

/// What a ranking is about, in one line without a break.
pub fn ranking_summary(ranking: &Ranking) -> String {
    let Ranking { considered, blocked, entries, .. } = ranking;
    let free = considered - blocked.count.min(*considered);
    let shown = if entries.len() < free as usize {
        format!(", the best {} shown", entries.len())
    } else {
        String::new()
    };
    let subject = words::ranked_for(ranking.subject.kind, ranking.subject.id.as_str());
    format!("{subject}: {considered} considered, {} blocked{shown}", blocked.count)
}

fn cells(entry: &RankedEntry, page: &Page) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    let [role, candidate] = sides.map(|side| number::side(side, page.glyphs));
    vec![
        entry.rank.to_string(),
        entry.id.to_string(),
        number::mutual(&entry.mutual, sides, page.glyphs),
        role,
        candidate,
        essential(entry),
    ]
}

/// Whether what is essential is met, and what is open.
pub(crate) fn essential(entry: &RankedEntry) -> String {
    match entry.status {
        Status::Met => words::status(Status::Met).to_owned(),
        Status::Open => format!("{}: {}", words::status(Status::Open), conditions(&entry.open)),
    }
}

/// Conditions in a row.
pub(crate) fn conditions(conditions: &[Condition]) -> String {
    conditions.iter().map(words::condition).collect::<Vec<_>>().join(", ")
}

/// How many are blocked, and by whose criteria.
pub(crate) fn blocked_by(blocked: &Blocked) -> String {
    let by = |by: &BlockedBy| format!("{} by {} {}", by.count, words::whose(by.side), by.criterion);
    format!(
        "{} blocked: {}",
        blocked.count,
        blocked.by.iter().map(by).collect::<Vec<_>>().join(", ")
    )
}

/// The sides whose conditions block somebody, the role first.
pub(crate) fn blocking_sides(blocked: &Blocked) -> impl Iterator<Item = Side> + '_ {
    [Side::Role, Side::Candidate]
        .into_iter()
        .filter(|side| blocked.by.iter().any(|by| by.side == *side))
}

fn blocked(ranking: &Ranking, page: &Page) -> String {
    let blocked = &ranking.blocked;
    if blocked.count == 0 {
        return String::new();
    }
    let mut text = format!("\n{}", page.wrap("", 2, &blocked_by(blocked)));
    if !blocked.entries.is_empty() {
        let is_pointed = ranking.reader == Reader::Auditor;
        let rows = blocked.entries.iter().map(|entry| blocked_cells(entry, is_pointed, page));
        text.push_str(&table(&words::BLOCKED_COLUMNS, rows, page));
        if (blocked.entries.len() as u32) < blocked.count {
            let line = format!(
                "the first {} of {} by id; more with --blocked",
                blocked.entries.len(),
                blocked.count
            );
            text.push_str(&page.wrap("  ", 2, &line));
        }
    }
    for side in blocking_sides(blocked) {
        text.push_str(&page.wrap("  ", 2, words::how_to_open(side)));
    }
    text
}

fn blocked_cells(entry: &BlockedEntry, is_pointed: bool, page: &Page) -> Vec<String> {
    let sides = [&entry.role_side, &entry.candidate_side];
    let [role, candidate] = sides.map(|side| number::side(side, page.glyphs));
    let by: Vec<String> = entry
        .by
        .iter()
        .map(|condition| match condition.pointer.as_ref().filter(|_| is_pointed) {
            Some(pointer) => format!("{} ({pointer})", words::condition(condition)),
            None => words::condition(condition),
        })
        .collect();
    vec![
        entry.id.to_string(),
        number::mutual(&entry.mutual, sides, page.glyphs),
        role,
        candidate,
        by.join(", "),
    ]
}

/// A table that keeps to the page.
pub(crate) fn table(
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    page: &Page,
) -> String {
    let rule = page.glyphs.rule();
    let mut table = Table::new();
    table
        .load_style(TableStyle::new().header_separator(LineStyle::none().fill(rule).junction(rule)))
        .force_no_tty()
        .set_width(u16::try_from(page.width).unwrap_or(u16::MAX))
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(columns.iter().map(|name| cell(name, name)));
    table.add_rows(rows.map(|row| {
        columns.iter().zip(row).map(|(name, text)| cell(name, &text)).collect::<Vec<_>>()
    }));
    Page::trimmed(&table.to_string())
}

fn cell(column: &str, text: &str) -> Cell {
    let is_number = NUMBERS.contains(&column);
    Cell::new(text).set_alignment(if is_number {
        CellAlignment::Right
    } else {
        CellAlignment::Left
    })
}
