//! What is found of that which the role asks for.

use super::{Finding, of};

pub(super) const FINDINGS: &[Finding] = &[
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
            "Has worked [{months}] months, which count with you in place of the education.",
            "You have worked [{months}] months, which count with them in place of the education.",
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
        "competencies",
        "skill",
        [
            "Looked at with the skills: [{competency}].",
            "Looked at with the skills: [{competency}].",
            "",
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
];
