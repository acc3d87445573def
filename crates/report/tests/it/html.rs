//! Rankings and explanations as pages.

use mutualfit_criteria::registry;
use mutualfit_domain::{Candidate, ContextDocument, Role};
use mutualfit_report::{Legend, explanation_html, ranking_html};
use mutualfit_scoring::{Engine, Explanation, Ranking, Reader, Registry, Request, Rubric, World};
use scraper::{ElementRef, Html, Selector};
use serde_json::json;
use std::collections::BTreeSet;

/// An id that would run if it were markup.
const HOSTILE: &str = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>&amp;";

fn rubric() -> Rubric {
    serde_json::from_value(json!({
        "spec": "mutualfit/rubric/1", "id": "small", "weightsFrom": "elicited",
        "criteria": [{"use": "skills", "weight": 3}, {"use": "languages"}, {"use": "pay", "weight": 3}, {"use": "schedule"}, {"use": "growth"}],
    }))
    .unwrap()
}

fn context() -> ContextDocument {
    ContextDocument::new("test".parse().unwrap(), "2026-11-22".parse().unwrap())
}

fn engine() -> Engine {
    Engine::new(&registry().unwrap(), &rubric(), &World::new(context(), &[])).unwrap()
}

fn role() -> Role {
    serde_json::from_value(json!({
        "spec": "mutualfit/role/1", "id": "restorer", "title": "Restorer",
        "requirements": {"skills": [
            {"concept": {"label": "Gilding"}, "level": {"scale": "mutualfit/proficiency", "value": 3}, "mustHave": true},
            {"concept": {"label": "Joinery"}, "level": {"scale": "mutualfit/proficiency", "value": 2}, "importance": 0.4},
        ], "languages": [{"language": "en", "cefr": "B2", "importance": 0.5}]},
        "growth": {"learn": [{"concept": {"label": "Lacquer"}}]},
        "compensation": {"pay": [{"minValue": "48.00", "maxValue": "48.00", "currency": "USD", "unitText": "HOUR"}]},
    }))
    .unwrap()
}

/// Somebody whose wishes hold what appears nowhere else, kept to the engine unless they are shared.
fn candidate(id: &str, audience: Option<&str>) -> Candidate {
    let mut aspirations = json!({
        "pay": {"importance": 0.8, "dealBreaker": true, "options": [{"minimum": "41.37", "target": "63.91", "currency": "USD", "unitText": "HOUR"}]},
        "schedule": {"dealBreaker": true, "options": [{"hoursPerWeek": {"minValue": 24, "maxValue": 32}}]},
        "learning": [{"concept": {"label": "Marquetry of Quorvia"}}, {"concept": {"label": "Lacquer"}}],
    });
    if let Some(audience) = audience {
        aspirations["audience"] = audience.into();
    }
    serde_json::from_value(json!({
        "spec": "mutualfit/candidate/1", "id": id,
        "skills": [{"concept": {"label": "Gilding"}, "level": {"scale": "mutualfit/proficiency", "value": 4}}],
        "aspirations": aspirations,
    }))
    .unwrap()
}

fn ranked(candidates: Vec<Candidate>, reader: Reader) -> Ranking {
    let engine = engine();
    let (roles, candidates) = (engine.pool([role()]).unwrap(), engine.pool(candidates).unwrap());
    engine.rank(&roles, &candidates, Request::top(5).read_by(reader)).unwrap().remove(0)
}

fn ranking_page(ranking: &Ranking) -> String {
    let (rubric, context) = (rubric(), context());
    let legend =
        Legend { reader: ranking.reader, rubric: &rubric, context: &context, sources: &[] };
    ranking_html(ranking, &registry().unwrap(), &legend)
}

fn explanation_page(explanation: &Explanation, registry: &Registry) -> String {
    let (rubric, context) = (rubric(), context());
    let legend =
        Legend { reader: explanation.reader, rubric: &rubric, context: &context, sources: &[] };
    explanation_html(explanation, registry, &legend)
}

/// The pages of a ranking and of an explanation for this reader.
fn pages(audience: Option<&str>, reader: Reader) -> [String; 2] {
    let engine = engine();
    let candidate = candidate("c-1", audience);
    let mut seen = engine.seen_by(reader, &engine.explain(&role(), &candidate));
    seen.least_change = Some(engine.least_change_read_by(reader, &role(), &candidate, 0.95));
    [
        ranking_page(&ranked(vec![candidate, lacking(), silent()], reader)),
        explanation_page(&seen, &registry().unwrap()),
    ]
}

fn lacking() -> Candidate {
    serde_json::from_value(json!({"spec": "mutualfit/candidate/1", "id": "c-2", "skills": [{"concept": {"label": "Gilding"}, "held": false}]}))
        .unwrap()
}

fn silent() -> Candidate {
    serde_json::from_value(json!({"spec": "mutualfit/candidate/1", "id": "c-3"})).unwrap()
}

fn all<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page that a parser takes as it is, whose names are there once and whose references lead somewhere.
#[track_caller]
fn well_formed(page: &str) -> Html {
    let parsed = Html::parse_document(page);
    assert_eq!(parsed.errors, Vec::<String>::new(), "{page}");
    let ids: Vec<&str> = all(&parsed, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id is there twice: {ids:?}");
    for element in all(&parsed, "*") {
        for (name, value) in element.value().attrs() {
            let named: Vec<&str> = match name {
                "aria-labelledby" => value.split(' ').collect(),
                "href" => vec![value.strip_prefix('#').unwrap()],
                "fill" => vec![value.strip_prefix("url(#").unwrap().trim_end_matches(')')],
                _ => Vec::new(),
            };
            let is_refused = ["src", "style", "srcset", "action"].contains(&name);
            assert!(!is_refused && !name.starts_with("on"), "{name}={value}");
            assert!(named.iter().all(|name| known.contains(name)), "{name}={value}");
        }
    }
    assert!(all(&parsed, "script, img, link, iframe, object, form").is_empty());
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("@import"));
    for (selector, count) in
        [("html[lang=en]", 1), ("title", 1), ("h1", 1), ("main", 1), ("header", 1), ("footer", 1)]
    {
        let found = all(
            &parsed,
            &format!("body > {selector}, head > {selector}, {selector}:not(svg {selector})"),
        );
        assert_eq!(found.len(), count, "{selector}");
    }
    parsed
}

#[test]
fn pages_are_well_formed_and_need_nothing_else() {
    for reader in [Reader::Auditor, Reader::Role, Reader::Candidate] {
        for page in pages(None, reader) {
            let page = well_formed(&page);
            for table in all(&page, "table") {
                assert!(table.select(&Selector::parse("caption").unwrap()).next().is_some());
            }
            for picture in all(&page, "svg:not([aria-hidden])") {
                assert!(picture.attr("aria-labelledby").is_some());
            }
        }
    }
}

#[test]
fn text_of_documents_cannot_become_markup() {
    let digest = format!("blake3:{}", "0".repeat(64));
    let side = json!({"low": 0.2, "high": 0.9, "point": 0.5, "coverage": 0.4, "asked": 4});
    let condition = json!({"side": "role", "criterion": HOSTILE, "pointer": format!("/{}", HOSTILE.replace('/', "~1")), "negotiable": false});
    let score = json!({"low": 0.2, "high": 0.9, "point": 0.5});
    let provenance = json!({"engine": HOSTILE, "asOf": "2026-11-22", "rubric": digest, "context": digest, "criteria": [{"use": HOSTILE, "version": HOSTILE}], "inputs": digest});
    let ranking: Ranking = serde_json::from_value(json!({
        "spec": "mutualfit/ranking/1", "reader": "auditor", "subject": {"kind": "role", "id": HOSTILE}, "considered": 2,
        "entries": [{"rank": 1, "id": HOSTILE, "mutual": score, "roleSide": side, "candidateSide": side, "status": "open", "open": [condition]}],
        "blocked": {"count": 1, "by": [{"side": "role", "criterion": HOSTILE, "count": 1}],
            "entries": [{"id": HOSTILE, "mutual": score, "roleSide": side, "candidateSide": side, "by": [condition]}]},
        "faults": [{"criterion": HOSTILE, "kind": HOSTILE, "count": 1, "ids": [HOSTILE]}],
        "provenance": provenance,
    }))
    .unwrap();
    let page = ranking_page(&ranking);
    let page = well_formed(&page);
    assert!(all(&page, "bdi").iter().all(|id| text(*id) == HOSTILE));
    assert!(all(&page, "title").iter().any(|title| text(*title).contains(HOSTILE)));

    let entry = json!({"code": HOSTILE, "use": HOSTILE, "baseline": 0.0, "value": score, "contribution": score, "weight": 1.0,
        "asked": "stated", "answered": "unstated", "gate": "unmet", "negotiable": false,
        "facts": [{"code": HOSTILE, "gate": "unmet", "degree": {"low": 0.0, "high": 0.5}, "values": {HOSTILE: HOSTILE}}], "children": []});
    let side = |code: &str| json!({"code": code, "baseline": 0.0, "value": score, "contribution": {"low": -0.15, "high": 0.2, "point": 0.0}, "weight": 0.5, "facts": [], "children": [entry]});
    let step = json!({"side": "role", "criterion": HOSTILE, "use": HOSTILE, "code": HOSTILE, "values": {HOSTILE: HOSTILE}, "patch": [], "amount": 0.5});
    let explanation: Explanation = serde_json::from_value(json!({
        "spec": "mutualfit/explanation/1", "reader": "auditor", "role": HOSTILE, "candidate": HOSTILE, "gate": "unmet",
        "explanation": {"code": "mutual", "baseline": 0.5, "value": score, "contribution": score, "weight": 1.0, "facts": [], "children": [side("role-side"), side("candidate-side")]},
        "unknown": [{"side": "role", "criterion": HOSTILE, "asked": "stated", "answered": "unstated", "sideWidth": 0.7, "mutualWidth": 0.3}],
        "growth": [{"code": "learns", "concept": HOSTILE, "given": "/a", "hoped": "/b", "closes": "/c"}],
        "leastChange": {"target": 0.8, "ways": [{"by": "role", "reached": true, "steps": [step],
            "after": {"gate": "met", "mutual": score, "roleSide": score, "candidateSide": score}}],
            "talk": [{"side": "candidate", "criterion": HOSTILE}]},
        "provenance": provenance,
    }))
    .unwrap();
    let page = explanation_page(&explanation, &Registry::default());
    let page = well_formed(&page);
    for part in [
        "#unknown-caption",
        "section[aria-labelledby=growth] li",
        "section[aria-labelledby=change] ol li",
    ] {
        assert_eq!(all(&page, part).len(), 1, "{part}");
    }
    assert!(
        all(&page, "section[aria-labelledby=growth] strong").iter().all(|it| text(*it) == HOSTILE)
    );
}

#[test]
fn a_page_for_the_role_holds_nothing_that_the_candidate_keeps() {
    let kept = ["41.37", "63.91", "Quorvia", "/aspirations"];
    let [_, shared] = pages(Some("shared"), Reader::Role);
    let [_, all] = pages(None, Reader::Auditor);
    for value in ["41.37", "Quorvia"] {
        assert!(shared.contains(value) && all.contains(value), "{value} could be shown");
    }
    for page in pages(None, Reader::Role) {
        for value in kept {
            assert!(!page.contains(value), "{value} is in {page}");
        }
    }
    let exact = ranked(vec![candidate("c-1", None)], Reader::Auditor);
    let point = exact.entries[0].candidate_side.point.unwrap().get();
    let [ranking, _] = pages(None, Reader::Role);
    assert!(!ranking.contains(&format!("{point:.2}")), "{point} is in {ranking}");
}

#[test]
fn what_is_shown_in_fifths_is_a_box_without_a_mark() {
    let [ranking, explanation] = pages(None, Reader::Role);
    let page = Html::parse_document(&ranking);
    assert!(!all(&page, ".plane .box").is_empty());
    assert!(all(&page, ".plane .dot").is_empty());
    assert!(ranking.contains("shown in fifths"), "{ranking}");
    let [auditor, _] = pages(None, Reader::Auditor);
    assert_eq!(all(&Html::parse_document(&auditor), ".plane .dot").len(), 3);
    let page = Html::parse_document(&explanation);
    let kept = all(&page, "section[aria-labelledby=candidate-side] tbody tr th");
    assert!(kept.iter().any(|name| text(*name).starts_with("kept by the candidate")));
    let conditions = all(&page, ".conditions > li");
    assert!(
        conditions.iter().any(|it| text(*it).contains("(kept by the candidate)")),
        "{explanation}"
    );
}

/// The numbers of a table's column of what is added, and of its sum.
#[track_caller]
fn adds_up(page: &Html, table: &str) {
    let hundredths = |row: &ElementRef<'_>| -> i64 {
        let cell = row.select(&Selector::parse("td.number").unwrap()).next().unwrap();
        let first = text(cell).split_whitespace().next().unwrap().to_owned();
        let (sign, digits) = first
            .strip_prefix('-')
            .map_or((1, first.trim_start_matches('+')), |digits| (-1, digits));
        // The bounds follow on the next line.
        let digits: i64 = digits.get(..4).unwrap().replace('.', "").parse().unwrap();
        sign * digits
    };
    let rows = all(page, &format!("{table} tbody tr:not(.sum)"));
    let sums = all(page, &format!("{table} tbody tr.sum"));
    assert_eq!(sums.len(), 1, "{table}");
    assert!(rows.len() > 1, "{table}");
    assert_eq!(rows.iter().map(hundredths).sum::<i64>(), hundredths(&sums[0]), "{table}");
}

#[test]
fn what_is_added_adds_up_to_the_sum_as_shown() {
    let [_, page] = pages(None, Reader::Auditor);
    let page = Html::parse_document(&page);
    adds_up(&page, "section[aria-labelledby=fit] details table");
    adds_up(&page, "section[aria-labelledby=role-side] table");
    adds_up(&page, "section[aria-labelledby=candidate-side] table");
}

#[test]
fn the_plane_names_everybody_and_draws_the_curves() {
    let ranking = ranked(vec![candidate("c-1", None), lacking(), silent()], Reader::Auditor);
    let page = ranking_page(&ranking);
    let page = Html::parse_document(&page);
    let labels: Vec<String> = all(&page, ".plane .name").iter().map(|it| text(*it)).collect();
    assert_eq!(labels, ["1", "2", "A"]);
    assert_eq!(all(&page, ".plane .curve").len(), 4);
    let levels: Vec<String> = all(&page, ".plane .level").iter().map(|it| text(*it)).collect();
    assert_eq!(levels, ["both 0.2", "both 0.4", "both 0.6", "both 0.8"]);
}

/// A page as lines, without its style and its digests.
fn settled(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let mut page = format!("{before}{after}").replace("><", ">\n<");
    while let Some(place) = page.find("blake3:") {
        page.replace_range(place..place + 71, "DIGEST");
    }
    page.replace(&format!("mutualfit {}", env!("CARGO_PKG_VERSION")), "mutualfit VERSION")
}

#[test]
fn a_small_ranking() {
    let [page, _] = pages(None, Reader::Auditor);
    insta::assert_snapshot!(settled(&page));
}

#[test]
fn a_small_explanation_for_the_role() {
    let [_, page] = pages(None, Reader::Role);
    insta::assert_snapshot!(settled(&page));
}

#[test]
fn nobody_ranked_and_nobody_blocked_are_said() {
    let page = ranking_page(&ranked(Vec::new(), Reader::Auditor));
    let page = well_formed(&page);
    assert!(all(&page, ".plane").is_empty());
    assert!(all(&page, "main p").iter().any(|it| text(*it) == "None is ranked here."));
}
