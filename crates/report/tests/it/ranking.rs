//! Rankings as tables, Markdown and CSV.

use mutualfit_report::{
    Glyphs, Legend, Page, RankingCsv, ranking_brief, ranking_markdown, ranking_text,
};
use mutualfit_scoring::{Ranking, Rubric};
use serde_json::{Value, json};

fn side(low: f64, high: f64, coverage: f64, asked: u32) -> Value {
    json!({"low": low, "high": high, "point": f64::midpoint(low, high), "coverage": coverage, "asked": asked})
}

fn entry(id: &str, role: &Value, candidate: &Value) -> Value {
    json!({"rank": 1, "id": id, "mutual": {"low": 0.6, "high": 0.8, "point": 0.7}, "roleSide": role, "candidateSide": candidate,
        "status": "open", "open": [{"side": "candidate", "criterion": "schedule", "pointer": "/aspirations/schedule", "negotiable": true}]})
}

fn ranking(entries: &[Value], blocked: &[Value], count: usize) -> Ranking {
    let digest = format!("blake3:{}", "0".repeat(64));
    serde_json::from_value(json!({
        "spec": "mutualfit/ranking/1", "reader": "auditor", "subject": {"kind": "role", "id": "r-1"},
        "considered": entries.len() + count, "entries": entries,
        "blocked": {"count": count, "by": [{"side": "role", "criterion": "credentials", "count": count}], "entries": blocked},
        "faults": [],
        "provenance": {"engine": "mutualfit", "asOf": "2026-11-22", "rubric": digest, "context": digest, "criteria": [], "inputs": digest},
    }))
    .unwrap()
}

fn blocked(id: &str) -> Value {
    json!({"id": id, "mutual": {"low": 0.1, "high": 0.2, "point": 0.15}, "roleSide": side(0.1, 0.2, 1.0, 5), "candidateSide": side(0.1, 0.2, 1.0, 5),
        "by": [{"side": "role", "criterion": "credentials", "pointer": "/requirements/credentials/0", "negotiable": false}]})
}

/// The cells of the one entry of a ranking.
#[track_caller]
fn check(role: &Value, candidate: &Value, expected: [&str; 3]) {
    let text = ranking_text(&ranking(&[entry("c-1", role, candidate)], &[], 0), &Page::default());
    let line = text.lines().find(|line| line.contains("c-1")).unwrap();
    assert_eq!(line.split_whitespace().skip(2).take(3).collect::<Vec<_>>(), expected);
}

#[test]
fn a_side_that_rests_on_little_shows_its_bounds() {
    let (well, thin, few) =
        (side(0.5, 0.7, 0.5, 3), side(0.5, 0.7, 0.49, 9), side(0.5, 0.7, 1.0, 2));
    check(&well, &well, ["0.70", "0.60", "0.60"]);
    check(&thin, &well, ["0.60–0.80", "0.50–0.70", "0.60"]);
    check(&well, &few, ["0.60–0.80", "0.60", "0.50–0.70"]);
}

#[test]
fn tables_say_whose_condition_is_open_and_who_reads() {
    let all = side(0.5, 0.7, 1.0, 9);
    let text = ranking_text(&ranking(&[entry("c-1", &all, &all)], &[], 0), &Page::default());
    assert!(text.contains("open: the candidate's schedule (negotiable)"), "{text}");
    assert!(text.lines().next().is_some_and(|line| line.ends_with("reader: auditor")), "{text}");
    assert!(!text.contains("blocked:"), "{text}");
}

#[test]
fn the_blocked_are_counted_and_shown_with_how_they_could_be_opened() {
    let text = ranking_text(&ranking(&[], &[blocked("c-9")], 31), &Page::default());
    for part in [
        "31 blocked: 31 by the role's credentials",
        "the first 1 of 31 by id",
        "/requirements/credentials/0",
        "when the role drops it",
    ] {
        assert!(text.contains(part), "{part} is not in: {text}");
    }
    assert!(!text.contains("A condition of the candidate"), "{text}");
}

#[test]
fn tables_keep_to_the_page() {
    let all = side(0.5, 0.7, 1.0, 9);
    let long = "a-very-long-identifier-".repeat(8);
    for width in [60, 100] {
        let page = Page { width, glyphs: Glyphs::Ascii };
        let ranking = ranking(&[entry(&long, &all, &all)], &[blocked(&long)], 1);
        let text = ranking_text(&ranking, &page);
        assert!(text.lines().skip(1).all(|line| line.chars().count() <= width), "{text}");
        assert!(text.is_ascii(), "{text}");
        assert!(
            ranking_brief(&ranking, &page)
                .lines()
                .skip(1)
                .all(|line| line.chars().count() <= width)
        );
    }
}

#[test]
fn ids_cannot_become_markup() {
    let all = side(0.5, 0.7, 1.0, 9);
    let text = ranking_markdown(&ranking(&[entry("a|b<i>", &all, &all)], &[], 0));
    assert!(text.contains(r"| a\|b\<i\> |"), "{text}");
}

#[test]
fn csv_has_a_line_for_each_ranked_and_blocked() {
    let all = side(0.5, 0.7, 1.0, 9);
    let mut bytes = Vec::new();
    let mut csv = RankingCsv::new(&mut bytes).unwrap();
    csv.write(&ranking(&[entry("a,\"b\"", &all, &all)], &[blocked("c-9")], 1)).unwrap();
    drop(csv);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("reader,subjectKind,subject,rank,id,"), "{text}");
    assert!(
        lines[1].starts_with("auditor,role,r-1,1,\"a,\"\"b\"\"\",,open,0.6,0.8,0.7,"),
        "{text}"
    );
    assert!(lines[1].ends_with(",candidate:schedule"), "{text}");
    assert!(
        lines[2].starts_with("auditor,role,r-1,,c-9,,blocked,")
            && lines[2].ends_with(",role:credentials"),
        "{text}"
    );
}

#[test]
fn the_legend_says_by_what_was_ranked() {
    let rubric: Rubric = serde_json::from_value(json!({
        "spec": "mutualfit/rubric/1", "id": "mine", "rankBy": "candidateSide", "stance": "cautious", "weightsFrom": "learned",
        "mutual": {"exponent": "min", "roleWeight": 2}, "criteria": [{"use": "pay"}],
    }))
    .unwrap();
    let context =
        mutualfit_domain::ContextDocument::new("k".parse().unwrap(), "2026-11-22".parse().unwrap());
    let sources = ["Figures from elsewhere.".to_owned()];
    let legend = Legend {
        reader: mutualfit_scoring::Reader::Auditor,
        rubric: &rubric,
        context: &context,
        sources: &sources,
    };
    let text = legend.text(&Page { width: 1_000, ..Page::default() });
    for part in [
        "by the worse of the two weighted 2 to 1",
        "the low (stance cautious)",
        "ranked by the candidate's side alone",
        "As of 2026-11-22, by rubric `mine` (weights learned from data).",
        "Figures from elsewhere.",
    ] {
        assert!(text.contains(part), "{part} is not in: {text}");
        assert!(legend.markdown().contains(part), "{part}");
    }
}
