//! The sentences of results that are told to one side.

/// The sentence of a code, with its `{name}`s filled in.
pub(crate) fn say(code: &str, values: &[(&str, &str)]) -> String {
    let template = SENTENCES.iter().find(|(known, _)| *known == code);
    values
        .iter()
        .fold(template.map_or(code, |(_, words)| *words).to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
}

/// Things in a row, as in `a, b and c`.
pub(crate) fn row(items: &[impl AsRef<str>]) -> String {
    joined(items, "and")
}

/// Things of which one will do, as in `a, b or c`.
pub(crate) fn either(items: &[impl AsRef<str>]) -> String {
    joined(items, "or")
}

fn joined(items: &[impl AsRef<str>], last_after: &str) -> String {
    let join = |items: &[_]| items.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => format!("{} {last_after} {}", join(first), last.as_ref()),
    }
}

const SENTENCES: &[(&str, &str)] = &[
    // What stands at the top.
    ("role-title", "{role} and candidate {candidate}"),
    ("candidate-title", "{role}, for candidate {candidate}"),
    ("role-outcome-met", "Nothing essential stands in the way."),
    ("role-outcome-open", "Something essential is still open."),
    (
        "role-outcome-unmet",
        "Something essential is not met as things stand; nobody is rejected by that.",
    ),
    ("candidate-outcome-met", "Nothing essential stands in the way."),
    ("candidate-outcome-open", "Something essential is still open."),
    (
        "candidate-outcome-unmet",
        "Something essential is not met as things stand; that rejects nobody.",
    ),
    ("role-reader", "Written for the role."),
    ("candidate-reader", "Written for the candidate."),
    ("role-score-role", "what you ask for"),
    ("role-score-candidate", "what they want"),
    ("candidate-score-role", "what they ask for"),
    ("candidate-score-candidate", "what you want"),
    ("score-both", "both together"),
    (
        "banded",
        "Shown in fifths: the candidate keeps something private that counts, and exact numbers would give it away.",
    ),
    // The sections.
    ("speaks", "What speaks for talking"),
    ("limits", "What limits it"),
    ("conditions", "Conditions, and who can open them"),
    ("ours", "What you could change"),
    ("tell", "What to tell plainly"),
    ("ask", "What to ask"),
    ("days", "What the days look like"),
    ("wishes", "How your wishes are met"),
    ("aspirations", "What it does for where you want to go"),
    ("asked", "Conditions, and what they ask of you"),
    ("unsaid", "What it leaves unsaid"),
    ("questions", "Questions to bring"),
    ("change", "What would change it"),
    ("sums", "How the numbers add up"),
    ("sums-both", "{point} = {start} to start from, {parts}."),
    ("sums-side", "{point} = {parts}."),
    ("sums-nothing-asked", "nothing asked"),
    // To whoever hires.
    ("speaks-none", "Nothing that they say speaks for it yet. Ask before you judge."),
    ("brings", "Brings {concepts}, which your team hopes to learn."),
    ("brings-label", "For your team"),
    ("learns", "Wants to learn {concepts}, and you teach it."),
    ("closes", "What they would learn here also closes a gap that you ask about: {concepts}."),
    ("kept-met", "Met, though they keep what it is private: {facets}."),
    ("kept-partly", "Partly met, and kept private: {facets}."),
    ("kept-not-met", "Not met, and kept private: {facets}."),
    ("limits-none", "Nothing that is known."),
    ("conditions-none", "Neither of you has any."),
    ("conditions-met", "Met: {facets}."),
    ("role-own-unmet", "Your condition, not met."),
    ("role-own-open", "Your condition, still open."),
    ("role-their-unmet", "Their condition, not met."),
    ("role-their-open", "Their condition, still open."),
    (
        "role-opens-own-unmet",
        "You can do without it, call it negotiable or wait for it; or they come to meet it.",
    ),
    ("role-opens-own-open", "Ask them."),
    ("role-opens-own-talk", "You said that it can be talked about."),
    (
        "role-opens-their-unmet",
        "They can do without it; or you change what you offer, or say that it can be talked about.",
    ),
    ("role-opens-their-open", "Say how it is with you."),
    ("role-opens-their-talk", "It can be talked about."),
    (
        "ours-offer",
        "What you offer falls short of what they want in {facets}: see whether there is room.",
    ),
    (
        "ours-kept",
        "They keep what they want to themselves in {facets}: worth talking about, openly and without asking for numbers first.",
    ),
    (
        "ours-condition",
        "You ask for {facets} without exception. Could you wait for it, teach it or do without?",
    ),
    ("ours-none", "Nothing on your side holds it back."),
    ("tell-none", "You have said it all: say it again when you meet."),
    ("tell-label-unsaid", "Not in your description"),
    ("tell-unsaid", "{facets}. Most people ask."),
    ("ask-none", "Nothing is open that you ask for."),
    ("ask-wishes", "What do you look for in {facets}?"),
    ("ask-wishes-label", "What they want"),
    // To the candidate.
    ("days-none", "The description does not say."),
    ("days-rest", "The rest of the time is not described."),
    ("days-arrangement", "In short"),
    ("days-place", "{type} in {place}"),
    ("days-on-site", "{days} days a week there"),
    ("days-hours", "{hours} hours a week"),
    ("days-window", "{days} from {start} to {end}"),
    ("days-notice", "you know your hours {days} days ahead"),
    ("days-team", "Team"),
    ("days-reports", "You would report to: {whom}."),
    ("days-hard", "What is hard"),
    ("days-support", "What helps: {support}"),
    ("days-demands", "What it demands"),
    ("wishes-none", "You have not said what you want, so anything is possible: tell them."),
    ("wishes-unsaid", "You did not say what you want in {facets}, so that stays open."),
    ("wishes-unanswered", "They say nothing about it."),
    ("aspirations-none", "You have not said where you want to go."),
    ("aspirations-brings", "You bring {concepts}, which the team hopes to learn."),
    ("aspirations-brings-label", "Giving"),
    ("aspirations-closes", "Learning {concepts} here would also close a gap that they ask about."),
    ("aspirations-goal", "One of your goals"),
    ("asked-met", "You meet what they ask in {facets}."),
    ("asked-none", "They do not say."),
    ("candidate-own-unmet", "Your condition, not met."),
    ("candidate-own-open", "Your condition, still open."),
    ("candidate-their-unmet", "They cannot do without it, as things stand."),
    ("candidate-their-open", "They cannot do without it, and it is still open."),
    (
        "candidate-opens-own-unmet",
        "You can do without it or say that it can be talked about; or they change what they offer.",
    ),
    ("candidate-opens-own-open", "Ask them."),
    ("candidate-opens-own-talk", "It can be talked about."),
    (
        "candidate-opens-their-unmet",
        "They can do without it, wait for it or call it negotiable; or you come to meet it.",
    ),
    ("candidate-opens-their-open", "Tell them how it is with you."),
    ("candidate-opens-their-talk", "They say that it can be talked about."),
    ("unsaid-none", "Nothing that you ask about."),
    ("unsaid-facets", "Nothing is said about {facets}."),
    ("unsaid-facets-label", "Also"),
    (
        "questions-none",
        "What you ask about is answered. Ask what you would like to see for yourself.",
    ),
    ("be-ready-label", "They may ask you:"),
    // What would change a score.
    ("change-there", "The score is {target} or more already, and nothing blocks it."),
    ("change-reached", "This would change this score to {target} or more:"),
    (
        "change-reached-by-talking",
        "What is worth talking about could change this score to {target} or more.",
    ),
    (
        "change-reached-with-talking",
        "Together with what is worth talking about, this would change this score to {target} or more:",
    ),
    (
        "change-not-enough-with-talking",
        "Even together with what is worth talking about, this would not change this score to {target}:",
    ),
    (
        "change-not-enough-by-talking",
        "Even what is worth talking about would not bring this score to {target}.",
    ),
    ("change-not-enough", "Even all of this would not change this score to {target}:"),
    (
        "change-nothing",
        "There is nothing that you alone could change to bring this score to {target}.",
    ),
    ("change-after", "Both together then: {score}."),
    ("change-both", "Together with the other side"),
    ("change-talk", "Worth talking about"),
    ("change-waive-role", "Do without this as a must: {what}."),
    ("change-waive-candidate", "Give this up as a deal-breaker: {what}."),
    (
        "change-caution",
        "This is about the score alone: whether it is right, the two of you decide.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_that_is_said_has_words() {
        let sources = [
            include_str!("../story.rs"),
            include_str!("../story/change.rs"),
            include_str!("../story/conditions.rs"),
            include_str!("../story/days.rs"),
            include_str!("../story/for_candidate.rs"),
            include_str!("../story/for_role.rs"),
            include_str!("../story/told.rs"),
            include_str!("../story_text.rs"),
            include_str!("../story_markdown.rs"),
        ];
        let has_words = |code: &str| SENTENCES.iter().any(|(known, _)| *known == code);
        for source in sources {
            let mut before = "";
            for part in source.split("say(\"") {
                let code = part.split('"').next().unwrap_or_default();
                if before.ends_with("own_") {
                    for side in ["role", "candidate"] {
                        let code = format!("{side}-{code}");
                        assert!(has_words(&code), "`{code}` has no words");
                    }
                } else if !before.is_empty() {
                    assert!(has_words(code), "`{code}` has no words");
                }
                before = part;
            }
        }
    }

    #[test]
    fn rows_read_as_people_say_them() {
        assert_eq!(row(&["a"]), "a");
        assert_eq!(row(&["a", "b", "c"]), "a, b and c");
        assert_eq!(either(&["a", "b"]), "a or b");
        assert_eq!(row(&[""; 0]), "");
    }
}
