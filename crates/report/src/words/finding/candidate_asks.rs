//! What is found of that which the candidate wants.

use super::{Finding, of};

pub(super) const FINDINGS: &[Finding] = &[
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
