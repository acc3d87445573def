//! What criteria found, in the words of those who read it.
//!
//! A template holds `{name}` for a value of the finding; what stands in `[…]` is said once for each finding of the same
//! code, as a list. A kind that is not here brings words of its own with its criterion, for every reader alike.

/// A finding in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    kind: &'static str,
    code: &'static str,
    /// To whoever hires, about the candidate or what the candidate wants.
    pub(crate) to_role: &'static str,
    /// To the candidate, about what they bring or what the role gives.
    pub(crate) to_candidate: &'static str,
    /// What whoever wants to know asks the other; empty where there is nothing to ask.
    pub(crate) question: &'static str,
}

/// The words for a code of a kind.
pub(crate) fn finding(kind: &str, code: &str) -> Option<&'static Finding> {
    FINDINGS.iter().find(|finding| finding.kind == kind && finding.code == code)
}

/// The part of a need that a finding is about, where it is about one: such as the hours of a schedule.
pub(crate) fn part(kind: &str, code: &str) -> Option<&'static str> {
    PARTS.iter().find(|(of, known, _)| *of == kind && *known == code).map(|(.., words)| *words)
}

const fn of(
    kind: &'static str,
    code: &'static str,
    [to_role, to_candidate, question]: [&'static str; 3],
) -> Finding {
    Finding { kind, code, to_role, to_candidate, question }
}

const PARTS: &[(&str, &str, &str)] = &[
    ("schedule", "hours", "the hours a week"),
    ("schedule", "shifts", "the shifts"),
    ("schedule", "avoided-shifts", "shifts to be avoided"),
    ("schedule", "windows", "the times of day"),
    ("schedule", "notice", "how early the hours are known"),
    ("workplace", "type", "on site or from home"),
    ("workplace", "place", "where it is"),
    ("workplace", "commute", "the way to work"),
    ("workplace", "on-site-days", "the days on site"),
    ("workplace", "travel", "travelling"),
    ("workplace", "employable", "where the employer can employ"),
    ("contract", "employment-type", "the kind of contract"),
    ("contract", "duration", "how long it lasts"),
];

const FINDINGS: &[Finding] = &[
    of(
        "skills",
        "met",
        [
            "Brings [{skill}], as much as you ask or more.",
            "You bring [{skill}], as much as they ask or more.",
            "",
        ],
    ),
    of(
        "skills",
        "short",
        [
            "Brings less than you ask of [{skill} ({has} where you ask for {asked})].",
            "They ask for more of [{skill} (you have {has}, they ask for {asked})].",
            "",
        ],
    ),
    of("skills", "held", ["Brings [{skill}].", "You bring [{skill}].", ""]),
    of(
        "skills",
        "level-unknown",
        [
            "Brings [{skill}]; how well is not clear.",
            "You bring [{skill}]; how well is not clear to them.",
            "How well do you know [{skill}]? What did you do with it last?",
        ],
    ),
    of(
        "skills",
        "worn",
        ["Last used [{skill} in {lastUsed}].", "You last used [{skill} in {lastUsed}].", ""],
    ),
    of(
        "skills",
        "undated",
        [
            "Brings [{skill}]; when last used is not said.",
            "You bring [{skill}]; when you last used it is not said.",
            "When did you last use [{skill}]?",
        ],
    ),
    of(
        "skills",
        "rated",
        ["An interview looked at [{skill}].", "An interview looked at [{skill}].", ""],
    ),
    of(
        "skills",
        "differing",
        [
            "Interviews disagree about [{skill}].",
            "Interviews disagree about [{skill}].",
            "Could we look at [{skill}] together once more?",
        ],
    ),
    of(
        "skills",
        "related",
        [
            "Has [{through}, which is close to {skill}].",
            "You have [{through}, which is close to {skill}].",
            "How far does [{through} carry over to {skill}]?",
        ],
    ),
    of(
        "skills",
        "taught",
        [
            "Does not bring [{skill}] yet, and you teach it.",
            "You do not bring [{skill}] yet, and they teach it.",
            "How far have you come with [{skill}]?",
        ],
    ),
    of(
        "skills",
        "not-held",
        ["Does not have [{skill}].", "You say that you do not have [{skill}].", ""],
    ),
    of(
        "skills",
        "lacking",
        [
            "Lists all their skills, without [{skill}].",
            "You list all your skills, without [{skill}].",
            "",
        ],
    ),
    of(
        "skills",
        "unlisted",
        [
            "Whether they have [{skill}] is not said.",
            "You do not say whether you have [{skill}].",
            "Have you worked with [{skill}]?",
        ],
    ),
    of(
        "skills",
        "unstated",
        [
            "Whether they have [{skill}] is not said.",
            "You do not say whether you have [{skill}].",
            "Have you worked with [{skill}]?",
        ],
    ),
    of("credentials", "held", ["Holds [{credential}].", "You hold [{credential}].", ""]),
    of(
        "credentials",
        "held-elsewhere",
        [
            "Holds [{credential} for {jurisdiction}, where you need it for {askedFor}].",
            "You hold [{credential} for {jurisdiction}, and they need it for {askedFor}].",
            "Could you get [{credential} for {askedFor}], and by when?",
        ],
    ),
    of(
        "credentials",
        "held-somewhere",
        [
            "Holds [{credential}]; whether it counts where you are is not said.",
            "You hold [{credential}]; whether it counts where they are is not said.",
            "Where is your [{credential}] valid?",
        ],
    ),
    of(
        "credentials",
        "in-time",
        [
            "Expects [{credential} by {expectedBy}], in time for you.",
            "You expect [{credential} by {expectedBy}], in time for them.",
            "Is [{credential} by {expectedBy}] certain?",
        ],
    ),
    of(
        "credentials",
        "late",
        [
            "Expects [{credential} by {expectedBy}], later than you need it.",
            "You expect [{credential} by {expectedBy}], later than they need it.",
            "",
        ],
    ),
    of(
        "credentials",
        "undated",
        [
            "Is getting [{credential}], or could; whether in time is not clear.",
            "You are getting [{credential}], or could; whether in time is not clear.",
            "By when will you have [{credential}]?",
        ],
    ),
    of(
        "credentials",
        "lapsed",
        ["[{credential}] has lapsed.", "Your [{credential}] has lapsed.", ""],
    ),
    of(
        "credentials",
        "expiring",
        [
            "Whether [{credential}] is still valid is not clear.",
            "Whether your [{credential}] is still valid is not clear.",
            "Until when is your [{credential}] valid?",
        ],
    ),
    of(
        "credentials",
        "related",
        [
            "Holds [{through}, which is close to {credential}].",
            "You hold [{through}, which is close to {credential}].",
            "Could you get [{credential}] as well?",
        ],
    ),
    of(
        "credentials",
        "not-held",
        ["Does not have [{credential}].", "You say that you do not have [{credential}].", ""],
    ),
    of(
        "credentials",
        "lacking",
        [
            "Lists all their licences and certificates, without [{credential}].",
            "You list all your licences and certificates, without [{credential}].",
            "",
        ],
    ),
    of(
        "credentials",
        "unlisted",
        [
            "Whether they have [{credential}] is not said.",
            "You do not say whether you have [{credential}].",
            "Do you have [{credential}]?",
        ],
    ),
    of(
        "credentials",
        "unstated",
        [
            "Whether they have [{credential}] is not said.",
            "You do not say whether you have [{credential}].",
            "Do you have [{credential}]?",
        ],
    ),
    of(
        "experience",
        "met",
        [
            "Has worked [{has} months as {occupation}; you ask for {asked}].",
            "You have worked [{has} months as {occupation}; they ask for {asked}].",
            "",
        ],
    ),
    of(
        "experience",
        "short",
        [
            "Has worked [{has} months as {occupation}; you ask for {asked}].",
            "You have worked [{has} months as {occupation}; they ask for {asked}].",
            "",
        ],
    ),
    of(
        "experience",
        "unclear",
        [
            "Has worked [{has} to {upTo} months as {occupation}; you ask for {asked}].",
            "You have worked [{has} to {upTo} months as {occupation}; they ask for {asked}].",
            "How long have you worked as [{occupation}]?",
        ],
    ),
    of(
        "experience",
        "related",
        [
            "Has worked in something close to [{occupation}; {has} months of it count, and you ask for {asked}].",
            "You have worked in something close to [{occupation}; {has} months of it count, and they ask for {asked}].",
            "What of your work was like [{occupation}]?",
        ],
    ),
    of(
        "experience",
        "any-met",
        [
            "Has worked [{has} months; you ask for {asked}].",
            "You have worked [{has} months; they ask for {asked}].",
            "",
        ],
    ),
    of(
        "experience",
        "any-short",
        [
            "Has worked [{has} months; you ask for {asked}].",
            "You have worked [{has} months; they ask for {asked}].",
            "",
        ],
    ),
    of(
        "experience",
        "any-unclear",
        [
            "Has worked [{has} to {upTo} months; you ask for {asked}].",
            "You have worked [{has} to {upTo} months; they ask for {asked}].",
            "How long have you worked?",
        ],
    ),
    of(
        "experience",
        "lacking",
        [
            "Lists all their work, and the [{asked}] months that you ask for are not among it.",
            "The [{asked}] months that they ask for are not among the work that you list.",
            "",
        ],
    ),
    of(
        "experience",
        "unlisted",
        [
            "Whether they have done such work for [{asked}] months is not said.",
            "You do not say whether you have done such work for [{asked}] months.",
            "What have you done that is like this work, and for how long?",
        ],
    ),
    of(
        "experience",
        "unstated",
        [
            "What they have worked as is not said.",
            "You do not say what you have worked as.",
            "What have you done that is like this work, and for how long?",
        ],
    ),
    of(
        "education",
        "met",
        ["Has the education that you ask for.", "You have the education that they ask for.", ""],
    ),
    of(
        "education",
        "short",
        [
            "Has studied, though not as far as you ask.",
            "You have studied, though not as far as they ask.",
            "",
        ],
    ),
    of(
        "education",
        "other-field",
        [
            "Has studied something other than [{field}].",
            "You have studied something other than [{field}].",
            "",
        ],
    ),
    of(
        "education",
        "partly",
        [
            "Has part of the education that you ask for.",
            "You have part of the education that they ask for.",
            "",
        ],
    ),
    of(
        "education",
        "unclear",
        [
            "Has studied; whether it is what you ask for is not clear.",
            "You have studied; whether it is what they ask for is not clear.",
            "What did you study, and how far?",
        ],
    ),
    of(
        "education",
        "in-time",
        [
            "Will finish the education by [{expectedBy}], in time for you.",
            "You will finish the education by [{expectedBy}], in time for them.",
            "",
        ],
    ),
    of(
        "education",
        "late",
        [
            "Will finish the education by [{expectedBy}], later than you need it.",
            "You will finish the education by [{expectedBy}], later than they need it.",
            "",
        ],
    ),
    of(
        "education",
        "undated",
        [
            "Is still studying; whether they finish in time is not clear.",
            "You are still studying; whether you finish in time is not clear.",
            "When will you finish your studies?",
        ],
    ),
    of(
        "education",
        "experience-instead",
        [
            "Has worked [{months}] months, which you accept in place of the education.",
            "You have worked [{months}] months, which they accept in place of the education.",
            "",
        ],
    ),
    of(
        "education",
        "lacking",
        [
            "Lists all their education, and what you ask for is not among it.",
            "The education that they ask for is not among what you list.",
            "",
        ],
    ),
    of(
        "education",
        "unlisted",
        [
            "Whether they have the education that you ask for is not said.",
            "You do not say whether you have the education that they ask for.",
            "What did you study, and how far?",
        ],
    ),
    of(
        "education",
        "unstated",
        [
            "What they studied is not said.",
            "You do not say what you studied.",
            "What did you study, and how far?",
        ],
    ),
    of(
        "languages",
        "met",
        [
            "Speaks [{language} at {has}; you ask for {asked}].",
            "You speak [{language} at {has}; they ask for {asked}].",
            "",
        ],
    ),
    of(
        "languages",
        "short",
        [
            "Speaks [{language} at {has}; you ask for {asked}].",
            "You speak [{language} at {has}; they ask for {asked}].",
            "",
        ],
    ),
    of("languages", "spoken", ["Speaks [{language}].", "You speak [{language}].", ""]),
    of(
        "languages",
        "level-unknown",
        [
            "Speaks [{language}; whether at the {asked} that you ask for is not said].",
            "You speak [{language}; whether at the {asked} that they ask for is not said].",
            "How well do you speak [{language}]?",
        ],
    ),
    of(
        "languages",
        "lacking",
        [
            "Lists all their languages, without [{language}].",
            "You list all your languages, without [{language}].",
            "",
        ],
    ),
    of(
        "languages",
        "unlisted",
        [
            "Whether they speak [{language}] is not said.",
            "You do not say whether you speak [{language}].",
            "Do you speak [{language}], and how well?",
        ],
    ),
    of(
        "languages",
        "unstated",
        [
            "Whether they speak [{language}] is not said.",
            "You do not say whether you speak [{language}].",
            "Do you speak [{language}], and how well?",
        ],
    ),
    of(
        "availability",
        "start-in-time",
        [
            "Can start by [{has}], in time for you.",
            "You can start by [{has}], in time for them.",
            "",
        ],
    ),
    of(
        "availability",
        "start-late",
        [
            "Can start by [{has}; you hope for {asked}].",
            "You can start by [{has}; they hope for {asked}].",
            "",
        ],
    ),
    of(
        "availability",
        "hours-met",
        ["The hours a week suit both of you.", "The hours a week suit both of you.", ""],
    ),
    of(
        "availability",
        "hours-apart",
        ["The hours a week are [{apart}] apart.", "The hours a week are [{apart}] apart.", ""],
    ),
    of(
        "availability",
        "shifts-met",
        ["Can work all your shifts.", "You can work all their shifts.", ""],
    ),
    of(
        "availability",
        "shifts-partly",
        [
            "Can work [{has} of your {asked}] shifts.",
            "You can work [{has} of their {asked}] shifts.",
            "",
        ],
    ),
    of(
        "availability",
        "windows-met",
        ["Can work at all the times you need.", "You can work at all the times they need.", ""],
    ),
    of(
        "availability",
        "windows-partly",
        [
            "Cannot work at all the times you need.",
            "You cannot work at all the times they need.",
            "",
        ],
    ),
    of(
        "availability",
        "overlap-met",
        [
            "Works enough hours at the same time as the team.",
            "You work enough hours at the same time as the team.",
            "",
        ],
    ),
    of(
        "availability",
        "overlap-partly",
        [
            "Works too few hours at the same time as the team.",
            "You work too few hours at the same time as the team.",
            "",
        ],
    ),
    of(
        "availability",
        "start-unsaid",
        [
            "When they can start is not said.",
            "You do not say when you can start.",
            "When could you start?",
        ],
    ),
    of(
        "availability",
        "hours-unsaid",
        [
            "How many hours they can work is not said.",
            "You do not say how many hours you can work.",
            "How many hours a week would you work?",
        ],
    ),
    of(
        "availability",
        "shifts-unsaid",
        [
            "Which shifts they can work is not said.",
            "You do not say which shifts you can work.",
            "Which shifts could you work?",
        ],
    ),
    of(
        "availability",
        "windows-unsaid",
        [
            "At what times they can work is not clear.",
            "At what times you can work is not clear.",
            "At what times of the week could you work?",
        ],
    ),
    of(
        "availability",
        "overlap-unsaid",
        [
            "Which hours they share with the team is not clear.",
            "Which hours you share with the team is not clear.",
            "Which hours would you share with the team?",
        ],
    ),
    of(
        "competencies",
        "rated",
        ["An interview looked at [{competency}].", "An interview looked at [{competency}].", ""],
    ),
    of(
        "competencies",
        "differing",
        [
            "Interviews disagree about [{competency}].",
            "Interviews disagree about [{competency}].",
            "Tell me about a time that shows this: [{competency}].",
        ],
    ),
    of(
        "competencies",
        "not-rated",
        [
            "An interview would show [{competency}].",
            "An interview would show [{competency}].",
            "Tell me about a time that shows this: [{competency}].",
        ],
    ),
    of(
        "competencies",
        "unstated",
        [
            "An interview would show [{competency}].",
            "An interview would show [{competency}].",
            "Tell me about a time that shows this: [{competency}].",
        ],
    ),
    of(
        "work-authorization",
        "authorized",
        ["May work in [{country}].", "You may work in [{country}].", ""],
    ),
    of(
        "work-authorization",
        "sponsorship-offered",
        [
            "Needs sponsorship to work in [{country}], which you offer.",
            "You need sponsorship to work in [{country}], which they offer.",
            "",
        ],
    ),
    of(
        "work-authorization",
        "sponsorship-considered",
        [
            "Needs sponsorship to work in [{country}], which you consider.",
            "You need sponsorship to work in [{country}], which they consider.",
            "",
        ],
    ),
    of(
        "work-authorization",
        "sponsorship-not-offered",
        [
            "Needs sponsorship to work in [{country}], which you do not offer.",
            "You need sponsorship to work in [{country}], which they do not offer.",
            "",
        ],
    ),
    of(
        "work-authorization",
        "sponsorship-unsaid",
        [
            "Needs sponsorship to work in [{country}]; you do not say whether you offer it.",
            "You need sponsorship to work in [{country}]; they do not say whether they offer it.",
            "",
        ],
    ),
    of(
        "work-authorization",
        "unlisted",
        [
            "Whether they may work in [{country}] is not said.",
            "You do not say whether you may work in [{country}].",
            "May you work in [{country}]?",
        ],
    ),
    of(
        "pay",
        "met",
        [
            "You pay all that they hope for.",
            "They pay at least [{offeredLow} {currency} {unit}], which is all that you ask for.",
            "",
        ],
    ),
    of(
        "pay",
        "minimum",
        [
            "You pay their minimum of [{minimum} {currency} {unit}], and less than they hope for at your lower end.",
            "They pay [{offeredLow} to {offeredHigh} {currency} {unit}]: your minimum of {minimum}, and at the lower end less than you hope for.",
            "Where between [{offeredLow} and {offeredHigh} {currency}] would I start?",
        ],
    ),
    of(
        "pay",
        "short",
        [
            "You pay at most [{offeredHigh} {currency} {unit}; their minimum is {minimum}].",
            "They pay at most [{offeredHigh} {currency} {unit}; your minimum is {minimum}].",
            "",
        ],
    ),
    of(
        "pay",
        "open",
        [
            "They ask for at least [{minimum} {currency} {unit}]; what you say does not settle whether you pay that.",
            "You ask for at least [{minimum} {currency} {unit}]; what they say does not settle whether they pay that.",
            "What would you pay me, at the least and at the most?",
        ],
    ),
    of(
        "pay",
        "unstated",
        [
            "You do not say what you pay.",
            "They do not say what they pay.",
            "What would you pay me, at the least and at the most?",
        ],
    ),
    of(
        "benefits",
        "given",
        ["They want [{kind}], and you give it.", "They give you [{kind}].", ""],
    ),
    of(
        "benefits",
        "hours-open",
        [
            "They want [{kind}]; you give it from {minHoursPerWeek} hours a week on.",
            "They give [{kind} from {minHoursPerWeek} hours a week on]; your hours are not settled.",
            "Would my hours be enough for [{kind}]?",
        ],
    ),
    of(
        "benefits",
        "hours-short",
        [
            "They want [{kind}], which you give from {minHoursPerWeek} hours a week on only.",
            "They give [{kind} from {minHoursPerWeek} hours a week on only].",
            "",
        ],
    ),
    of(
        "benefits",
        "unlisted",
        [
            "They want [{kind}]; you do not say whether you give it.",
            "They do not say whether they give [{kind}].",
            "Do you give [{kind}]?",
        ],
    ),
    of(
        "benefits",
        "not-given",
        ["They want [{kind}], which you do not give.", "They do not give [{kind}].", ""],
    ),
    of(
        "workplace",
        "met",
        ["The place of work is what they want.", "The place of work is what you asked for.", ""],
    ),
    of(
        "workplace",
        "partly",
        [
            "The place of work is partly what they want.",
            "The place of work is partly what you asked for.",
            "",
        ],
    ),
    of(
        "workplace",
        "unmet",
        [
            "The place of work is not what they want.",
            "The place of work is not what you asked for.",
            "",
        ],
    ),
    of(
        "workplace",
        "open",
        [
            "What you say does not settle whether the place of work suits them.",
            "What they say does not settle whether the place of work suits you.",
            "Where would I work, and on how many days?",
        ],
    ),
    of(
        "workplace",
        "unstated",
        [
            "You do not say where the work is done.",
            "They do not say where the work is done.",
            "Where would I work, and on how many days?",
        ],
    ),
    of(
        "schedule",
        "met",
        ["The working hours are what they want.", "The working hours are what you asked for.", ""],
    ),
    of(
        "schedule",
        "partly",
        [
            "The working hours are partly what they want.",
            "The working hours are partly what you asked for.",
            "",
        ],
    ),
    of(
        "schedule",
        "unmet",
        [
            "The working hours are not what they want.",
            "The working hours are not what you asked for.",
            "",
        ],
    ),
    of(
        "schedule",
        "open",
        [
            "What you say does not settle whether the working hours suit them.",
            "What they say does not settle whether the working hours suit you.",
            "What would my weeks look like, and how early do I know?",
        ],
    ),
    of(
        "schedule",
        "unstated",
        [
            "You do not say when the work is done.",
            "They do not say when the work is done.",
            "What would my weeks look like, and how early do I know?",
        ],
    ),
    of(
        "contract",
        "met",
        ["The contract is what they want.", "The contract is what you asked for.", ""],
    ),
    of(
        "contract",
        "partly",
        [
            "The contract is partly what they want.",
            "The contract is partly what you asked for.",
            "",
        ],
    ),
    of(
        "contract",
        "unmet",
        ["The contract is not what they want.", "The contract is not what you asked for.", ""],
    ),
    of(
        "contract",
        "open",
        [
            "What you say does not settle whether the contract suits them.",
            "What they say does not settle whether the contract suits you.",
            "How would I be employed, and for how long?",
        ],
    ),
    of(
        "contract",
        "unstated",
        [
            "You do not say how they would be employed.",
            "They do not say how you would be employed.",
            "How would I be employed, and for how long?",
        ],
    ),
    of(
        "growth",
        "taught",
        [
            "Wants to learn [{concept}], and you teach it.",
            "You can learn [{concept}] here, as far as you want.",
            "",
        ],
    ),
    of(
        "growth",
        "promised",
        [
            "Wants to learn [{concept}]; you teach it, and do not say how.",
            "They teach [{concept}], and do not say how.",
            "How would I learn [{concept}]?",
        ],
    ),
    of(
        "growth",
        "partly",
        [
            "Wants to learn [{concept}]; you teach it, though not as far as they want.",
            "They teach [{concept}], though not as far as you want.",
            "",
        ],
    ),
    of(
        "growth",
        "open",
        [
            "Wants to learn [{concept}]; how far you teach it is not said.",
            "They teach [{concept}] or something close to it; how far is not said.",
            "How far would I get with [{concept}]?",
        ],
    ),
    of(
        "growth",
        "unlisted",
        [
            "Wants to learn [{concept}], which you do not mention.",
            "They do not mention [{concept}].",
            "Could I learn [{concept}] here?",
        ],
    ),
    of(
        "growth",
        "not-taught",
        [
            "Wants to learn [{concept}], which you do not teach.",
            "They do not teach [{concept}].",
            "",
        ],
    ),
    of(
        "career-direction",
        "reached",
        [
            "The role leads where they want to go.",
            "[{goal}]: the role is that already, or has led there before.",
            "",
        ],
    ),
    of(
        "career-direction",
        "promised",
        [
            "You say that the role leads where they want to go, and not whether it ever has.",
            "[{goal}]: they say that the role leads there, and not whether it ever has.",
            "Has anybody gone on from here to \"[{goal}]\"?",
        ],
    ),
    of(
        "career-direction",
        "towards",
        [
            "The role leads close to where they want to go.",
            "[{goal}]: the role leads close to it.",
            "",
        ],
    ),
    of(
        "career-direction",
        "unlisted",
        [
            "Whether the role leads where they want to go is not said.",
            "[{goal}]: whether the role leads there is not said.",
            "Could this role lead me to \"[{goal}]\"?",
        ],
    ),
    of(
        "career-direction",
        "elsewhere",
        [
            "The role does not lead where they want to go.",
            "[{goal}]: the role does not lead there.",
            "",
        ],
    ),
    of(
        "skill-use",
        "met",
        [
            "Wants to use [{skill}], and would.",
            "You would use [{skill}] as much as you have of it.",
            "",
        ],
    ),
    of(
        "skill-use",
        "avoided",
        [
            "Would rather not use [{skill}], and would not.",
            "You would not use [{skill}], as you wish.",
            "",
        ],
    ),
    of(
        "skill-use",
        "partly",
        [
            "Has a wish about using [{skill}], which is only partly met.",
            "You would use [{skill}], though not as you wish.",
            "",
        ],
    ),
    of(
        "skill-use",
        "missing",
        ["Wants to use [{skill}], and would not.", "You would not use [{skill}].", ""],
    ),
    of(
        "skill-use",
        "present",
        [
            "Would rather not use [{skill}], and would use it fully.",
            "You would use [{skill}] fully, which you would rather not.",
            "",
        ],
    ),
    of(
        "skill-use",
        "open",
        [
            "Has a wish about using [{skill}]; how far it is used is not said.",
            "They do not say how far you would use [{skill}].",
            "How much would I use [{skill}]?",
        ],
    ),
    of(
        "day-to-day",
        "met",
        [
            "Wants to do [{task}], and would do enough of it.",
            "You would do enough of [{task}].",
            "",
        ],
    ),
    of(
        "day-to-day",
        "avoided",
        [
            "Would rather not do [{task}], and would not.",
            "You would not do [{task}], as you wish.",
            "",
        ],
    ),
    of(
        "day-to-day",
        "partly",
        [
            "Has a wish about [{task} ({share} of the time)], which is only partly met.",
            "[{task}] takes {share} of the time, which is not quite what you wish.",
            "",
        ],
    ),
    of(
        "day-to-day",
        "missing",
        ["Wants to do [{task}]: no part of the work.", "No part of the work: [{task}].", ""],
    ),
    of(
        "day-to-day",
        "present",
        [
            "Would rather not do [{task} ({share} of the time)].",
            "You would rather not do [{task} ({share} of the time)].",
            "",
        ],
    ),
    of(
        "day-to-day",
        "open",
        [
            "Has a wish about [{task}]; how much of the time it takes is not said.",
            "They do not say how much of the time [{task}] takes.",
            "How much of my time would go to [{task}]?",
        ],
    ),
    of(
        "challenges",
        "met",
        [
            "Looks for [{challenge}], and would find it.",
            "You would find [{challenge}], as you wish.",
            "",
        ],
    ),
    of(
        "challenges",
        "avoided",
        [
            "Would rather be spared [{challenge}], and would be.",
            "You would be spared [{challenge}], as you wish.",
            "",
        ],
    ),
    of(
        "challenges",
        "partly",
        [
            "Looks for [{challenge}], and would find something close.",
            "You would find something close to [{challenge}].",
            "",
        ],
    ),
    of(
        "challenges",
        "missing",
        [
            "Looks for [{challenge}], and would not find it.",
            "You would not find [{challenge}] here.",
            "",
        ],
    ),
    of(
        "challenges",
        "present",
        [
            "Would rather be spared [{challenge}], and would not be.",
            "You would rather be spared [{challenge}], and it is part of the work.",
            "",
        ],
    ),
    of(
        "challenges",
        "open",
        [
            "Has a wish about [{challenge}]; you do not say whether it is part of the work.",
            "They do not say whether [{challenge}] is part of the work.",
            "How much of [{challenge}] is there?",
        ],
    ),
    of(
        "transparency",
        "stated",
        [
            "Wants you to be open about [{topic}], and you are.",
            "They are open about [{topic}].",
            "",
        ],
    ),
    of(
        "transparency",
        "not-stated",
        [
            "Wants you to be open about [{topic}], of which you say nothing.",
            "They say nothing about [{topic}].",
            "What can you tell me about [{topic}]?",
        ],
    ),
    of(
        "work-values",
        "met",
        [
            "Cares about [{value}], and finds it.",
            "You find [{value}] as far as it matters to you.",
            "",
        ],
    ),
    of(
        "work-values",
        "short",
        [
            "Cares about [{value}] more than you serve it.",
            "You find less of [{value}] than matters to you.",
            "",
        ],
    ),
    of(
        "work-values",
        "open",
        [
            "Cares about [{value}]; how far you serve it is not said.",
            "They do not say how far you find [{value}].",
            "What does [{value}] look like here?",
        ],
    ),
];
