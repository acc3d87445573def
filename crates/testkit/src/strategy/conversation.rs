//! Interviews and pair facts.

use super::quantity::{count, late_date, moment, pay};
use super::role::{arrangement, extensions, external_ids};
use super::section::{Section, put};
use super::shape::{
    Json, Member, always, flag, list, object, often, one_of, seldom, some_of, text,
};
use super::vocabulary::{concept, facet, importance, level};
use super::wish::audience;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every section of pair facts.
pub(crate) const PAIR_SECTIONS: &[Section] = &[
    ("/externalIds", external_ids),
    ("/updatedAt", moment),
    ("/commuteMinutes", || count(0..=90)),
    ("/payOffered", pay),
    ("/arrangement", || count(0..=2)),
    ("/competencies", || list(found_competency(), 4)),
    ("/candidateRatings", || list(candidate_rating(), 2)),
    ("/expectations", expectations),
    ("/extensions", extensions),
];

/// Every section of an interview.
pub(crate) const INTERVIEW_SECTIONS: &[Section] = &[
    ("/externalIds", external_ids),
    ("/updatedAt", moment),
    ("/stage", || text("second")),
    ("/kind", || one_of(&["phoneScreen", "structured", "workingDay"])),
    ("/interviewedAt", moment),
    ("/minutes", || count(15..=480)),
    ("/medium", || one_of(&["inPerson", "video"])),
    ("/plan", plan),
    ("/exchanges", exchanges),
    ("/ratings", || list(rating(), 4)),
    ("/candidateRatings", || list(candidate_rating(), 2)),
    ("/expectations", expectations),
    ("/commitments", commitments),
    ("/decisions", decisions),
    ("/submittedBy", participant),
    ("/submittedAt", moment),
    ("/extensions", extensions),
];

/// What every interview of [`INTERVIEW_SECTIONS`] has, so that what refers to it finds it.
pub(crate) fn interview_head() -> Value {
    json!({
        "spec": "mutualfit/interview/1", "id": "i", "role": "r", "candidate": "c",
        "participants": [
            { "id": "u-1", "side": "role", "part": "hiringManager" },
            { "id": "u-2", "side": "role" },
            { "id": "u-3", "side": "candidate" },
        ],
        "ratingScales": [{
            "id": "five", "minValue": 1, "maxValue": 5,
            "anchors": [
                { "value": 1, "text": "cannot" },
                { "value": 3, "text": "can alone" },
                { "value": 5, "text": "teaches it" },
            ],
        }],
    })
}

fn participant() -> Json {
    one_of(&["u-1", "u-2", "u-3"])
}

/// A value, or that there is none.
fn decided(value: Json, mut members: Vec<Member>) -> Json {
    let value = prop::option::weighted(0.8, value);
    members.push(often("note", text("Twice")));
    (object(members), value)
        .prop_map(|(mut rating, value)| {
            match value {
                Some(value) => put(&mut rating, "/value", value),
                None => put(&mut rating, "/noDecision", json!(true)),
            }
            rating
        })
        .boxed()
}

fn rating() -> Json {
    let members = vec![
        always("by", one_of(&["u-1", "u-2"])),
        always("competency", concept()),
        always("scale", text("five")),
        seldom("evidence", some_of(&["e-0", "a case told in full"], 1, 2)),
        seldom("submittedAt", moment()),
        seldom("beforeDiscussion", flag()),
    ];
    decided(count(1..=5), members)
}

fn candidate_rating() -> Json {
    let members = vec![
        always("facet", facet()),
        always("scale", text("mutualfit/proficiency")),
        seldom("audience", audience()),
    ];
    decided(count(1..=5), members)
}

fn found_competency() -> Json {
    (concept(), 0..=20i32, 0..=10i32, prop::option::of(1..=4u32))
        .prop_map(|(concept, low, width, raters)| {
            let twentieths = |number: i32| f64::from(number.min(20)) / 20.0;
            let (low, high) = (twentieths(low), twentieths(low + width));
            let mut found = json!({ "concept": concept, "low": low, "high": high });
            if let Some(raters) = raters {
                put(&mut found, "/raters", json!(raters));
            }
            found
        })
        .boxed()
}

fn expectations() -> Json {
    let expectation = object(vec![
        always("facet", facet()),
        often("expected", text("Every second Friday off")),
        often("importance", importance()),
    ]);
    list(expectation, 2)
}

/// A list whose items are told apart by an id.
fn numbered(prefix: &'static str, item: Json, most: usize) -> Json {
    list(item, most)
        .prop_map(move |mut list| {
            for (number, item) in list.as_array_mut().into_iter().flatten().enumerate() {
                put(item, "/id", format!("{prefix}-{number}").into());
            }
            list
        })
        .boxed()
}

fn plan() -> Json {
    let question = object(vec![
        always("question", text("Tell of a patient who was afraid.")),
        often("facet", facet()),
        often("side", one_of(&["role", "candidate"])),
        seldom("competency", concept()),
        often("minutes", count(2..=20)),
    ]);
    numbered("q", question, 3)
}

fn exchanges() -> Json {
    let exchange = object(vec![
        always("askedBy", participant()),
        often("facet", facet()),
        often("question", text("How is a day?")),
        often("answer", text("Eight patients.")),
        often("answeredBy", participant()),
        often("certainty", one_of(&["firm", "expected", "unsure"])),
        seldom("audience", audience()),
        often("discloses", disclosure()),
    ]);
    numbered("e", exchange, 3)
}

fn disclosure() -> Json {
    let of_role = object(vec![
        seldom("arrangements", list(arrangement(), 1)),
        seldom("summary", text("Three chairs by then")),
    ]);
    let skill = object(vec![always("concept", concept()), often("level", level())]);
    let of_candidate = object(vec![
        often("skills", list(skill, 2)),
        seldom("aspirations", object(vec![seldom("pay", super::wish::pay())])),
    ]);
    let of_pair = object(vec![
        often("commuteMinutes", count(0..=90)),
        seldom("payOffered", pay()),
        seldom("arrangement", count(0..=2)),
    ]);
    object(vec![
        seldom("role", of_role),
        seldom("candidate", of_candidate),
        seldom("pair", of_pair),
    ])
}

fn commitments() -> Json {
    let commitment = object(vec![
        always("by", one_of(&["role", "candidate"])),
        always("statement", text("Send the benefits sheet")),
        often("facet", facet()),
        often("due", late_date()),
        seldom("doneAt", moment()),
    ]);
    list(commitment, 2)
}

fn decisions() -> Json {
    let recommendations = &["definitelyNot", "no", "mixed", "yes", "strongYes", "noDecision"];
    let by = |side: &'static str, by: &'static [&'static str]| {
        object(vec![
            always("side", text(side)),
            always("by", one_of(by)),
            always("recommendation", one_of(recommendations)),
            always("reason", text("The working day")),
            seldom("decidedAt", moment()),
        ])
    };
    list(prop_oneof![by("role", &["u-1", "u-2"]), by("candidate", &["u-3"])].boxed(), 2)
}
