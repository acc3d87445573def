use super::*;
use crate::trial::{Trial, requiring, stating};
use serde_json::{Value, json};

/// Today is 2 November 2026.
#[track_caller]
fn check(asked: Value, stated: Value, expected: &str, codes: &[&str]) {
    check_documents(&requiring(SECTION, asked), &stating(SECTION, stated), expected, codes);
}

#[track_caller]
fn check_documents(role: &Value, candidate: &Value, expected: &str, codes: &[&str]) {
    let outcome = Trial::of(register).judge_closely(role, candidate);
    assert_eq!(
        (outcome.brief().as_str(), outcome.codes()),
        (expected, codes.to_vec()),
        "{outcome:#?}"
    );
}

fn window(days: &[&str], start: &str, end: &str) -> Value {
    json!([{"days": days, "start": start, "end": end}])
}

#[test]
fn a_late_start_costs_by_its_days() {
    let start = || json!({"start": "2027-01-01"});
    check(start(), json!({"from": "2027-01-01"}), "1", &["start-in-time"]);
    check(start(), json!({"from": "2026-12"}), "1", &["start-in-time"]);
    check(start(), json!({"from": "2027-02-15"}), "0.5", &["start-late"]);
    check(start(), json!({"from": "2028"}), "0", &["start-late"]);
    check(start(), json!({"from": "2027-01"}), "0.6667..1", &["start-late"]);
    check(json!({"start": "2027-01"}), json!({"from": "2027-01"}), "1", &["start-in-time"]);
    check(start(), json!({"noticePeriod": "P60D"}), "1", &["start-in-time"]);
    check(start(), json!({"noticePeriod": "P105D"}), "0.5", &["start-late"]);
}

#[test]
fn hours_count_by_how_far_they_are_apart() {
    let hours =
        |least: u32, most: u32| json!({"hoursPerWeek": {"minValue": least, "maxValue": most}});
    check(hours(32, 40), hours(20, 32), "1", &["hours-met"]);
    check(hours(32, 40), hours(20, 27), "0.5", &["hours-apart"]);
    check(hours(32, 40), hours(10, 20), "0", &["hours-apart"]);
    check(hours(20, 24), json!({"hoursPerWeek": {"minValue": 29}}), "0.5", &["hours-apart"]);
}

#[test]
fn shifts_and_windows_count_by_their_share() {
    let shifts = |shifts: &[&str]| json!({"shifts": shifts});
    check(shifts(&["day", "night"]), shifts(&["day", "night", "evening"]), "1", &["shifts-met"]);
    check(shifts(&["day", "night"]), shifts(&["day"]), "0.5", &["shifts-partly"]);
    check(shifts(&["day", "night"]), shifts(&[]), "0", &["shifts-partly"]);
    let windows = |start, end| json!({"windows": window(&["mon", "fri"], start, end)});
    check(windows("09:00", "17:00"), windows("08:00", "18:00"), "1", &["windows-met"]);
    check(windows("09:00", "17:00"), windows("13:00", "21:00"), "0.5", &["windows-partly"]);
    check(windows("09:00", "17:00"), windows("17:00", "21:00"), "0", &["windows-partly"]);
}

#[test]
fn remote_hours_are_compared_by_their_offsets() {
    let asked = json!({"windows": window(&["mon"], "09:00", "17:00")});
    let role = |place: Value| {
        json!({"requirements": {"availability": asked},
        "arrangements": [{"workplaceType": "remote", "jobLocation": place}]})
    };
    let home = |offset: i32| {
        json!({"availability": {"windows": window(&["mon"], "09:00", "17:00")},
        "home": {"country": "US", "utcOffsetMinutes": offset}})
    };
    let berlin = || role(json!({"country": "DE", "utcOffsetMinutes": 60}));
    check_documents(&berlin(), &home(60), "1", &["windows-met"]);
    check_documents(&berlin(), &home(-180), "0.5", &["windows-partly"]);
    check_documents(&role(json!({"country": "DE"})), &home(60), "0..1", &["windows-unsaid"]);
}

#[test]
fn overlap_is_reckoned_from_stated_offsets() {
    let asked = |hours: Value| {
        json!({"requirements": {"availability": {"overlap":
        {"utcOffsetMinutes": 60, "start": "09:00", "end": "17:00", "minHours": hours}}}})
    };
    let at = |offset: i32| {
        json!({"availability": {"windows": window(&["mon", "tue", "wed", "thu", "fri"], "09:00", "17:00")},
        "home": {"country": "US", "utcOffsetMinutes": offset}})
    };
    check_documents(&asked(json!(4)), &at(-180), "1", &["overlap-met"]);
    check_documents(&asked(json!(4)), &at(-300), "0.5", &["overlap-partly"]);
    check_documents(&asked(Value::Null), &at(-180), "0.5", &["overlap-partly"]);
    check_documents(&asked(json!(4)), &at(-480), "0", &["overlap-partly"]);
    let nowhere = json!({"availability": {"windows": window(&["mon"], "09:00", "17:00")}});
    check_documents(&asked(json!(4)), &nowhere, "0..1", &["overlap-unsaid"]);
}

#[test]
fn parts_that_are_asked_count_alike() {
    let asked = json!({"start": "2027-01-01", "shifts": ["day"]});
    check(
        asked.clone(),
        json!({"from": "2028", "shifts": ["day"]}),
        "0.5",
        &["start-late", "shifts-met"],
    );
    check(asked.clone(), json!({"shifts": ["day"]}), "0.5..1", &["start-unsaid", "shifts-met"]);
    check(asked, json!({}), "0..1", &["start-unsaid", "shifts-unsaid"]);
}

#[test]
fn what_does_not_matter_is_not_compared() {
    check(json!({}), json!({"from": "2027"}), "irrelevant", &[]);
    check(json!({"shifts": []}), json!({"from": "2027"}), "irrelevant", &[]);
    let role = json!({"requirements": {"availability": {"shifts": ["day"]}}});
    check_documents(&role, &json!({}), "not answered", &["shifts-unsaid"]);
    check_documents(&role, &json!({"indifferent": ["availability"]}), "irrelevant", &[]);
    check_documents(&json!({}), &json!({"availability": {}}), "not asked", &[]);
}

#[test]
fn a_must_have_gates_on_every_part() {
    let asked = json!({"start": "2027-01-01", "shifts": ["day"], "mustHave": true});
    check(
        asked.clone(),
        json!({"from": "2027-01-01", "shifts": ["day"]}),
        "1 met",
        &["start-in-time", "shifts-met"],
    );
    check(
        asked.clone(),
        json!({"from": "2027-01-01"}),
        "0.5..1 open",
        &["start-in-time", "shifts-unsaid"],
    );
    check(
        asked.clone(),
        json!({"from": "2027-01-01", "shifts": []}),
        "0.5 unmet",
        &["start-in-time", "shifts-partly"],
    );
    let flexible = json!({"from": "2027-01-01", "shifts": [], "flexible": true});
    check(asked.clone(), flexible, "0.5 open", &["start-in-time", "shifts-partly"]);
    let role = json!({"requirements": {"availability": asked}, "negotiable": ["/requirements/availability"]});
    check_documents(
        &role,
        &json!({"availability": {"shifts": []}}),
        "0..0.5 open",
        &["start-unsaid", "shifts-partly"],
    );
}

/// Today is 2 November 2026.
#[track_caller]
fn check_levers(asked: Value, stated: Value, expected: &[&str]) {
    let (role, candidate) = (requiring(SECTION, asked), stating(SECTION, stated));
    Trial::of(register).check_changes(&role, &candidate, expected);
}

#[test]
fn a_start_moves_on_either_side() {
    let start = json!({"start": "2027-01-01", "mustHave": true});
    let both = ["role start-later 1 met", "candidate be-free-from 1 met"];
    check_levers(start.clone(), json!({"from": "2027-02-15"}), &both);
    check_levers(start.clone(), json!({"noticePeriod": "P105D"}), &both);
    check_levers(start, json!({"from": "2027-01"}), &[]);
    let past = json!({"start": "2026-10-18"});
    let today = ["role start-later 1", "candidate be-free-from 0.8333"];
    check_levers(past, json!({"from": "2026-12-17"}), &today);
}

#[test]
fn hours_move_to_where_the_others_begin() {
    let hours =
        |least: u32, most: u32| json!({"hoursPerWeek": {"minValue": least, "maxValue": most}});
    let more = ["role need-fewer-hours 1", "candidate work-more-hours 1"];
    check_levers(hours(32, 40), hours(20, 27), &more);
    check_levers(
        json!({"hoursPerWeek": {"minValue": 32}}),
        json!({"hoursPerWeek": {"maxValue": 27.5}}),
        &more,
    );
    let fewer = ["role need-more-hours 1", "candidate work-fewer-hours 1"];
    check_levers(hours(20, 24), hours(32, 40), &fewer);
    check_levers(hours(20, 24), hours(24, 40), &[]);
}

#[test]
fn shifts_are_exchanged_or_added() {
    let shifts = |shifts: &[&str]| json!({"shifts": shifts});
    let both = ["role need-shifts 1", "candidate work-shifts 1"];
    check_levers(shifts(&["day", "night"]), shifts(&["day"]), &both);
    check_levers(shifts(&["night"]), shifts(&["day", "evening"]), &both);
    check_levers(shifts(&["night"]), shifts(&[]), &["candidate work-shifts 1"]);
}

#[test]
fn windows_are_exchanged_or_added() {
    let on = |days: &[&str], start, end| json!({"windows": window(days, start, end)});
    let both = ["role need-windows 1", "candidate work-windows 1"];
    check_levers(on(&["mon", "fri"], "09:00", "17:00"), on(&["mon"], "08:00", "18:00"), &both);
    check_levers(on(&["mon"], "09:00", "17:00"), on(&["mon"], "13:00", "21:00"), &both);
    check_levers(on(&["sun"], "19:00", "07:00"), on(&["mon"], "00:00", "24:00"), &both);
}

#[test]
fn hours_elsewhere_move_with_the_clock() {
    let role = |availability: Value| {
        json!({"requirements": {"availability": availability},
        "arrangements": [{"workplaceType": "remote", "jobLocation": {"country": "DE", "utcOffsetMinutes": 60}}]})
    };
    let home = |offset: i32, days: &[&str]| {
        json!({"availability": {"windows": window(days, "09:00", "17:00")},
        "home": {"country": "US", "utcOffsetMinutes": offset}})
    };
    let week = ["mon", "tue", "wed", "thu", "fri"];
    let mornings = || role(json!({"windows": window(&["mon", "tue"], "00:00", "08:00")}));
    Trial::of(register).check_changes(
        &mornings(),
        &home(-480, &["mon"]),
        &["candidate work-windows 1"],
    );
    let overlap = || {
        role(
            json!({"overlap": {"utcOffsetMinutes": 60, "start": "09:00", "end": "17:00", "minHours": 4}}),
        )
    };
    let both = ["role need-less-overlap 1", "candidate work-windows 1"];
    Trial::of(register).check_changes(&overlap(), &home(-300, &week), &both);
    Trial::of(register).check_changes(&overlap(), &home(-300, &["mon"]), &both[1..]);
}

#[test]
fn one_part_is_changed_at_a_time() {
    let asked = json!({"start": "2027-01-01", "shifts": ["day"], "hoursPerWeek": {"minValue": 30}});
    let stated = json!({"from": "2028", "shifts": ["night"]});
    let all = [
        "role start-later 0.3333..0.6667",
        "candidate be-free-from 0.3333..0.6667",
        "role need-shifts 0.3333..0.6667",
        "candidate work-shifts 0.3333..0.6667",
    ];
    check_levers(asked, stated, &all);
    check_levers(json!({"start": "2027-01-01"}), Value::Null, &[]);
}
