//! What could change about a language that is not spoken as it is asked for.

use super::{Languages, SpokenAt};
use crate::{
    list_criterion::{Asked, ListCriterion},
    raising::{Place, having},
};
use mutualfit_domain::{Activity, Cefr, Profile, Side, SpokenLanguage};
use mutualfit_scoring::Lever;

/// To ask for the level that there is for certain.
pub(super) fn lowered(asked: &Asked<'_, Languages>, spoken: SpokenAt) -> Option<Lever> {
    let (least, _) = spoken.level(asked.want.activity);
    let to = *Cefr::ALL.iter().find(|level| level.rank() == least)?;
    let lever = lever(asked, Side::Role, "lower-level", Some(to));
    Some(lever.replace(asked.member("cefr"), to.as_str()))
}

/// To learn a language to the level that is asked for, from the level that is listed of it.
pub(super) fn learned(
    asked: &Asked<'_, Languages>,
    candidate: Profile<'_>,
    own: Option<(usize, &SpokenLanguage)>,
) -> Lever {
    let item = asked.item;
    let code = if item.cefr.is_some() { "learn-to" } else { "learn" };
    let lever = lever(asked, Side::Candidate, code, item.cefr);
    let mut learned = own.map_or_else(
        || SpokenLanguage::new(item.language.clone()),
        |(_, own)| SpokenLanguage { inferred: None, ..own.clone() },
    );
    let activities = [
        (Activity::Listening, &mut learned.listening),
        (Activity::Reading, &mut learned.reading),
        (Activity::SpokenInteraction, &mut learned.spoken_interaction),
        (Activity::SpokenProduction, &mut learned.spoken_production),
        (Activity::Writing, &mut learned.writing),
    ];
    for (activity, level) in activities {
        // Overall is what is reached in every activity.
        let is_asked = item.activity.map_or(level.is_some(), |asked| asked == activity);
        if is_asked && level.map_or(0, Cefr::rank) < asked.want.level {
            *level = item.cefr;
        }
    }
    if item.activity.is_none() {
        learned.cefr = item.cefr;
    }
    let count = candidate.languages().map_or(0, <[_]>::len);
    let index = own.map(|(place, _)| place);
    having(lever, Place { section: Languages::SECTION, candidate, count, index }, &learned)
}

/// A lever for a language, towards a level.
fn lever(asked: &Asked<'_, Languages>, side: Side, code: &str, to: Option<Cefr>) -> Lever {
    let lever = asked.lever(side, code).value("language", asked.item.language.as_str());
    let lever = to.iter().fold(lever, |lever, level| lever.value("to", level.as_str()));
    let activity = asked.item.activity.iter();
    activity.fold(lever, |lever, activity| lever.value("activity", activity.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::register;
    use crate::trial::{Trial, requiring, stating};
    use serde_json::{Value, json};

    #[track_caller]
    fn check_levers(asked: Value, spoken: Value, expected: &[&str]) {
        let (role, candidate) = (requiring("languages", asked), stating("languages", spoken));
        Trial::of(register).check_changes(&role, &candidate, expected);
    }

    #[test]
    fn a_role_can_ask_for_less_and_a_candidate_learn() {
        let both = ["role lower-level 1 met", "candidate learn-to 1 met"];
        let german = json!([{"language": "de", "cefr": "B2", "mustHave": true}]);
        check_levers(german.clone(), json!([{"language": "de", "cefr": "A2"}]), &both);
        let some = json!({"language": "de", "writing": "A2", "listening": "C1", "reading": "B1",
            "spokenInteraction": "B1", "spokenProduction": "B1"});
        check_levers(german.clone(), json!([some]), &both);
        check_levers(german.clone(), json!([]), &["candidate learn-to 1 met"]);
        check_levers(json!([{"language": "de"}]), json!([]), &["candidate learn 1"]);
        check_levers(german, json!([{"language": "de", "cefr": "C1"}]), &[]);
    }

    #[test]
    fn an_activity_is_learnt_by_itself() {
        let writing = json!([{"language": "de", "cefr": "B2", "activity": "writing"}]);
        let both = ["role lower-level 1", "candidate learn-to 1"];
        check_levers(
            writing.clone(),
            json!([{"language": "de", "cefr": "A2", "writing": "B1"}]),
            &both,
        );
        check_levers(writing, json!([]), &["candidate learn-to 1"]);
    }

    #[test]
    fn what_is_not_known_is_to_be_asked() {
        let german = json!([{"language": "de", "cefr": "B2"}]);
        check_levers(german.clone(), json!([{"language": "de"}]), &[]);
        check_levers(german.clone(), json!([{"language": "fr", "cefr": "B2"}]), &[]);
        check_levers(german, Value::Null, &[]);
    }
}
