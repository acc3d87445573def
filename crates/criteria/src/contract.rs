//! `contract`: is the employment of the kind and length that the candidate needs?

use crate::{
    conditions::{self, Condition, Situation},
    options::{self, NOT_APPLICABLE, Need, Options, Part, UNSTATED, Verdict},
    places::Country,
};
use mutualfit_domain::{Candidate, ContractOption, PairFacts, RoleView, Side};
use mutualfit_scoring::{
    Answer, Ask, CandidateAsks, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info,
    Purpose, ReadsOf, Registry,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether one can be employed in a way that the candidate would accept, and for long enough. The best option that applies
counts, and an option is as good as the worst of what it says, because all of it must hold.

## Degrees

- **1**: one of the kinds of employment asked for can be had, for at least as long as asked.
- **½**: for half as long as asked.
- **0**: none of the kinds asked for can be had, or for no time at all.

Length earns `min(1, duration / duration asked)`, by days: needs–supplies by shortfall, excess neutral (METHODS.md §1.2,
§1.3). A kind of employment is there or not. An option's desirability multiplies its fit.

## What is unknown

A kind of employment or a length that the arrangement does not state is anything from 0 to 1. Full time and part time do
not say how long: no length means that nothing was said of it, not that it is without end.

## Limits

Lengths count a year as 365.25 days and a month as a twelfth of that. Probation and notice are not scored.";

/// Adds the criterion to a registry.
pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Contract>(Info {
        id: "contract",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Candidate,
        summary: "Whether the employment is of the kind and length that the candidate needs.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/aspirations/contract",
        reads: ReadsOf {
            role: &[
                "/arrangements/*/employmentType",
                "/arrangements/*/duration",
                "/arrangements/*/workplaceType",
                "/arrangements/*/jobLocation/country",
                "/arrangements/*/schedule/shifts",
                "/arrangements/*/schedule/hoursPerWeek",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/aspirations/contract",
                "/home/country",
                "/indifferent",
                "/aspirations/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: &[
            ("met", "The contract is what was asked for."),
            ("partly", "The contract is partly what was asked for."),
            ("unmet", "The contract is not what was asked for."),
            (
                "open",
                "What is said of the contract does not settle whether it is what was asked for.",
            ),
            NOT_APPLICABLE,
            UNSTATED,
            ("employment-type", "Kinds of employment beside those asked for."),
            ("duration", "How long it lasts; at least {asked} is asked for."),
        ],
    })
}

/// The settings of `contract`: none.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Contract {}

/// How a candidate needs to be employed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Want {
    options: Options<Wanted>,
    /// Where remote work is done.
    home: Option<Country>,
}

/// One option of it.
#[derive(Clone, Debug, Default)]
struct Wanted {
    /// One bit a kind.
    employment: Option<u8>,
    days: Option<f32>,
    desirability: f32,
    when: Condition,
}

/// How one is employed in an arrangement.
#[derive(Clone, Debug, Default)]
pub(crate) struct Have {
    situation: Situation,
    days: Option<f32>,
    negotiable: [bool; 2],
}

/// What an option says, by the code of its fact, its member in the option, and that of the arrangement.
const PARTS: [(&str, &str, &str); 2] = [
    ("employment-type", "employmentType", "employmentType"),
    ("duration", "minDuration", "duration"),
];

impl Wanted {
    fn of(option: &ContractOption) -> Self {
        Self {
            employment: option.employment_type.as_deref().map(conditions::employments),
            days: option.min_duration.as_ref().map(|span| span.days() as f32),
            desirability: options::desirability(option.desirability),
            when: Condition::of(option.when.as_ref()),
        }
    }

    /// How far each thing that the option says holds, in the order of [`PARTS`]; `None` where it does not say it.
    fn parts(&self, have: &Have) -> [Option<Degree>; 2] {
        let is_among = |asked: u8| {
            move |kinds: u8| if asked & kinds != 0 { Degree::FULL } else { Degree::NONE }
        };
        let lasts = |asked: f32| {
            move |days: f32| Degree::exact(if days >= asked { 1.0 } else { days / asked })
        };
        [
            self.employment
                .map(|asked| have.situation.employment.map_or(Degree::UNKNOWN, is_among(asked))),
            self.days.map(|asked| have.days.map_or(Degree::UNKNOWN, lasts(asked))),
        ]
    }

    fn verdict(&self, want: &Want, have: &Have) -> Verdict {
        let parts = self.parts(have).into_iter().zip(have.negotiable);
        let part = |(degree, is_negotiable): (Option<Degree>, bool)| {
            degree.map(|degree| Part { degree, is_negotiable })
        };
        let (fit, bar) = options::all(parts.filter_map(part));
        let applies = self.when.applies(&have.situation, want.home);
        Verdict { applies, desirability: self.desirability, fit, bar }
    }
}

impl Criterion for Contract {
    type By = CandidateAsks;
    type Want = Want;
    type Have = Have;

    fn ask(&self, candidate: &Candidate, _: &Context) -> Ask<Want> {
        match Need::ask(candidate, "contract", need(candidate).as_ref(), Wanted::of) {
            Ask::Stated(options, stake) => Ask::Stated(
                Want {
                    options,
                    home: candidate.home.as_ref().map(|home| Country::of(&home.country)),
                },
                stake,
            ),
            Ask::Unstated => Ask::Unstated,
            Ask::Irrelevant => Ask::Irrelevant,
        }
    }

    fn answer(&self, role: &RoleView<'_>, _: &Context) -> Answer<Have> {
        if role.role().is_indifferent("arrangements") {
            return Answer::Irrelevant;
        }
        let Some(arrangement) = role.arrangement() else { return Answer::Unstated };
        if arrangement.employment_type.is_none() && arrangement.duration.is_none() {
            return Answer::Unstated;
        }
        let have = Have {
            situation: Situation::of(*role),
            days: arrangement.duration.as_ref().map(|span| span.days() as f32),
            negotiable: PARTS.map(|(_, _, member)| options::is_negotiable(*role, &[member])),
        };
        let is_negotiable = options::is_negotiable(*role, &[]);
        if is_negotiable { Answer::Negotiable(have) } else { Answer::Stated(have) }
    }

    fn fit(&self, want: &Want, have: &Have) -> Degree {
        options::degree(want.options.iter().map(|option| option.verdict(want, have)))
    }

    fn gate(&self, want: &Want, have: &Have) -> Gate {
        options::gate(want.options.iter().map(|option| option.verdict(want, have)))
    }

    fn facts(
        &self,
        candidate: &Candidate,
        role: &RoleView<'_>,
        _: &[PairFacts],
        context: &Context,
        facts: &mut Facts,
    ) {
        let (Some(need), Ask::Stated(want, _)) = (need(candidate), self.ask(candidate, context))
        else {
            return;
        };
        let have = match self.answer(role, context) {
            Answer::Stated(have) | Answer::Negotiable(have) => have,
            Answer::Unstated => return need.unstated(facts),
            Answer::Irrelevant => return,
        };
        let verdicts: Vec<Verdict> =
            want.options.iter().map(|option| option.verdict(&want, &have)).collect();
        need.facts(&verdicts, facts, |_, verdict| {
            Fact::new(verdict.code()).answered(options::in_arrangement(*role, &[]))
        });
        let is_stated = [have.situation.employment.is_some(), have.days.is_some()];
        for (place, (option, stated)) in want.options.iter().zip(need.options).enumerate() {
            let parts = option.parts(&have).into_iter().zip(PARTS).zip(is_stated);
            for ((degree, (code, asked, member)), is_stated) in parts {
                let Some(degree) = degree else { continue };
                let fact = Fact::new(code)
                    .asked(options::pointer("contract", place).field(asked))
                    .answered(options::in_arrangement(*role, &[member]).filter(|_| is_stated))
                    .degree(degree)
                    .audience(need.audience);
                facts.push(match &stated.min_duration {
                    Some(span) if code == "duration" => fact.value("asked", span.as_str()),
                    _ => fact,
                });
            }
        }
    }
}

/// The need as the candidate states it.
fn need(candidate: &Candidate) -> Option<Need<'_, ContractOption>> {
    let need = candidate.aspirations.as_ref()?.contract.as_ref()?;
    Some(Need::of("contract", need, need.negotiable, need.options.as_ref(), need.audience))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use serde_json::{Value, json};

    fn role(arrangement: &Value) -> Value {
        json!({"arrangements": [arrangement]})
    }

    fn candidate(option: &Value) -> Value {
        json!({"aspirations": {"contract": {"options": [option]}}})
    }

    #[track_caller]
    fn check(role: &Value, candidate: &Value, expected: &str) {
        let outcome = Trial::of(register).judge(role, candidate);
        assert_eq!(outcome.brief(), expected);
        if !outcome.node.facts.is_empty() {
            outcome.check_facts();
        }
    }

    #[test]
    fn any_kind_of_employment_asked_for_will_do() {
        let asked = candidate(&json!({"employmentType": ["FULL_TIME", "PART_TIME"]}));
        check(&role(&json!({"employmentType": ["PART_TIME", "TEMPORARY"]})), &asked, "1");
        check(&role(&json!({"employmentType": ["CONTRACTOR"]})), &asked, "0");
        check(&role(&json!({"employmentType": []})), &asked, "0");
        check(&role(&json!({"duration": "P1Y"})), &asked, "0..1");
        check(&role(&json!({})), &asked, "not answered");
        check(&json!({"arrangements": []}), &asked, "not answered");
        check(&json!({"indifferent": ["arrangements"]}), &asked, "irrelevant");
        check(&role(&json!({"employmentType": []})), &json!({}), "not asked");
        check(
            &role(&json!({"employmentType": []})),
            &json!({"indifferent": ["contract"]}),
            "irrelevant",
        );
    }

    #[test]
    fn a_contract_lasts_for_its_share_of_what_is_asked() {
        let asked = candidate(&json!({"minDuration": "P12M"}));
        check(&role(&json!({"duration": "P1Y"})), &asked, "1");
        check(&role(&json!({"duration": "P2Y"})), &asked, "1");
        check(&role(&json!({"duration": "P6M"})), &asked, "0.5");
        check(&role(&json!({"duration": "P0D"})), &asked, "0");
        check(&role(&json!({"duration": "P0D"})), &candidate(&json!({"minDuration": "P0D"})), "1");
        check(&role(&json!({"employmentType": ["FULL_TIME"]})), &asked, "0..1");
    }

    #[test]
    fn the_gate_asks_whether_all_of_an_option_holds() {
        let asked = |negotiable: bool| json!({"aspirations": {"contract": {"dealBreaker": true, "negotiable": negotiable, "options": [{"employmentType": ["FULL_TIME"], "minDuration": "P1Y"}]}}});
        check(
            &role(&json!({"employmentType": ["FULL_TIME"], "duration": "P1Y"})),
            &asked(false),
            "1 met",
        );
        check(&role(&json!({"employmentType": ["FULL_TIME"]})), &asked(false), "0..1 open");
        check(&role(&json!({"employmentType": ["INTERN"]})), &asked(false), "0 unmet");
        check(&role(&json!({"employmentType": ["INTERN"]})), &asked(true), "0 open");
        check(&json!({}), &asked(false), "not answered open");
        let mut negotiable = role(&json!({"employmentType": ["FULL_TIME"], "duration": "P6M"}));
        check(&negotiable, &asked(false), "0.5 unmet");
        negotiable["negotiable"] = json!(["/arrangements/0/duration"]);
        check(&negotiable, &asked(false), "0.5 open");
    }

    #[test]
    fn an_option_counts_where_it_applies() {
        let asked = candidate(
            &json!({"minDuration": "P6M", "when": {"employmentType": ["CONTRACTOR"]}, "desirability": 0.5}),
        );
        check(&role(&json!({"employmentType": ["CONTRACTOR"], "duration": "P6M"})), &asked, "0.5");
        check(&role(&json!({"employmentType": ["FULL_TIME"], "duration": "P6M"})), &asked, "0");
        check(&role(&json!({"duration": "P6M"})), &asked, "0..0.5");
        let outcome = Trial::of(register)
            .judge(&role(&json!({"employmentType": ["CONTRACTOR"], "duration": "P6M"})), &asked);
        assert_eq!(
            outcome.pointers("duration"),
            ("/aspirations/contract/options/0/minDuration", "/arrangements/0/duration")
        );
        assert_eq!(outcome.codes(), ["met", "duration"]);
    }
}
