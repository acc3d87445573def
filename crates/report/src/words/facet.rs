//! What a pair can be compared in, and what people ask about it.

/// Something that a pair is compared in, in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FacetWords {
    code: &'static str,
    /// As a title.
    pub(crate) title: &'static str,
    /// Within a sentence.
    pub(crate) within: &'static str,
    /// What a candidate asks who hears nothing of it.
    pub(crate) question: &'static str,
}

/// A facet as a title; one that somebody else brings by its own name.
pub(crate) fn facet_title(code: &str) -> String {
    facet(code).map_or_else(|| spoken(code), |facet| facet.title.to_owned())
}

/// A facet within a sentence.
pub(crate) fn facet_within(code: &str) -> String {
    facet(code).map_or_else(|| spoken(code), |facet| facet.within.to_owned())
}

/// The words of a facet that is known by name.
pub(crate) fn facet(code: &str) -> Option<&'static FacetWords> {
    FACETS.iter().find(|facet| facet.code == code)
}

/// A code as words: `studyBudget` and `study-budget` are `study budget`.
pub(crate) fn spoken(code: &str) -> String {
    let mut words = String::with_capacity(code.len());
    let mut was_small = false;
    for character in code.chars() {
        if character.is_uppercase() && was_small {
            words.push(' ');
        }
        was_small = character.is_lowercase();
        match character {
            '-' | '_' | '/' => words.push(' '),
            other => words.extend(other.to_lowercase()),
        }
    }
    words
}

/// What a candidate should hear of a role before anything is agreed, in the order in which one asks.
pub(crate) const PREVIEW: &[&str] = &[
    "day-to-day",
    "challenges",
    "pay",
    "raises",
    "schedule",
    "workplace",
    "contract",
    "expectations",
    "growth",
    "team",
    "reason-open",
    "process",
];

const fn of(code: &'static str, [title, within, question]: [&'static str; 3]) -> FacetWords {
    FacetWords { code, title, within, question }
}

const FACETS: &[FacetWords] = &[
    of("skills", ["Skills", "skills", "Which skills would you look at first?"]),
    of("experience", ["Experience", "experience", "What experience counts for you?"]),
    of(
        "credentials",
        [
            "Licences and certificates",
            "licences and certificates",
            "Which licences do you need, and by when?",
        ],
    ),
    of("education", ["Education", "education", "What education do you ask for?"]),
    of("languages", ["Languages", "languages", "Which languages do you speak at work?"]),
    of("availability", ["Time", "when to start and work", "When would you need me?"]),
    of(
        "competencies",
        ["Ways of working", "ways of working", "How do people here like to work together?"],
    ),
    of(
        "work-authorization",
        ["Right to work", "the right to work", "Do you sponsor people who need it?"],
    ),
    of("pay", ["Pay", "pay", "What would you pay me, at the least and at the most?"]),
    of("benefits", ["Benefits", "benefits", "What do you give beside the pay?"]),
    of(
        "workplace",
        ["Place of work", "the place of work", "Where would I work, and on how many days?"],
    ),
    of(
        "schedule",
        [
            "Working hours",
            "working hours",
            "What would my weeks look like, and how early do I know?",
        ],
    ),
    of("contract", ["Contract", "the contract", "How would I be employed, and for how long?"]),
    of("growth", ["Learning", "what one can learn", "What could I learn here, and who helps me?"]),
    of(
        "career-direction",
        ["Where it leads", "where it leads", "Where have people gone on to from this role?"],
    ),
    of("skill-use", ["Use of skills", "the use of skills", "Which of my skills would I use most?"]),
    of("day-to-day", ["Daily work", "the daily work", "How does a usual day go, hour by hour?"]),
    of("challenges", ["Challenges", "what is hard about it", "What is hard about this work?"]),
    of(
        "transparency",
        ["Openness", "openness", "What should I know that the description leaves out?"],
    ),
    of(
        "work-values",
        ["What matters at work", "what matters at work", "What do people value who stay here?"],
    ),
    of("interests", ["Interests", "interests", "What do people enjoy who do this work?"]),
    of("team", ["Team", "the team", "Who would I work with?"]),
    of(
        "process",
        [
            "How it is decided",
            "how it is decided",
            "What are the next steps, and when will you decide?",
        ],
    ),
    of("reason-open", ["Why it is open", "why the post is open", "Why is this post open?"]),
    of("raises", ["Raises", "raises", "How and when does pay go up?"]),
    of(
        "expectations",
        [
            "Expectations",
            "what is expected by when",
            "What should I have reached after three months, and after a year?",
        ],
    ),
    of(
        "demands",
        ["Demands", "what the work demands", "What does the work demand of body and senses?"],
    ),
    of("highlights", ["Highlights", "what is good about it", "What do people like best here?"]),
    of("organization", ["Organisation", "the organisation", "Where is the organisation going?"]),
];
