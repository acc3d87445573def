//! Whether the candidate has the education that the role asks for, or experience that it accepts instead.

use crate::{
    deadline::{Days, Timeliness},
    items::Unlisted,
    months::{Months, shown},
    requirement_list::{RequirementList, Verdict},
};
use mutualfit_domain::{
    ConceptId, ConceptRef, Credits, EducationStatus, HeldEducation, PairFacts, Pointer, Profile, RequiredEducation, RoleView,
    Side,
};
use mutualfit_scoring::{
    Answer, Ask, Context, Criterion, Degree, DuplicateKind, Fact, Facts, Gate, Info, Purpose, ReadsOf, Registry, RoleAsks,
};
use schemars::JsonSchema;
use serde::Deserialize;

const DOCS: &str = "\
## What it asks

Whether the candidate has an education of the level and in the field that the role asks for, or as many months of
experience as it accepts instead (`orMonthsOfExperience`).

## Degrees

The weighted mean of the items, by their importance; alternatives of one group count once, by the best. An item is the
best of the candidate's educations and of the experience accepted instead:

- the level: `min(1, have / asked)` in levels of the European Qualifications Framework (EQF, 1 to 8), 1 at the level
  asked for and above (demands–abilities; METHODS.md §1.2);
- times ½ where it is in another field, up to 1 in the field asked for: `½ + ½ · credit`, with the `credits` of a
  narrower, broader or related field;
- times ¾ where it is still in progress and expected by the role's start (`requirements.availability.start`, or the day
  as of which is scored), ¼ where it is expected later;
- experience: `min(1, months / orMonthsOfExperience)`, of any kind, paid or not.

0 is no education and no experience. A must-have is met where the item is 1; an education expected in time leaves it
open.

A level is read from a URI that ends in `/eqf/4` or `/eqf/level-4`, from a notation or a label such as `EQF 4`. Any
other level is compared by concept: the same is 1, another is unknown.

## What is unknown

An education that is not listed is unknown, unless the list is empty or `complete` names it; the setting `unlisted`
decides otherwise. A level that is not stated is anything from EQF 1 on, a field anything from ½ on. Where the field
asked for is not listed, the high is 1 while the list is not complete. Months of experience as the criterion
`experience` reckons them. Who states experience but no education has answered as far as experience is accepted.

## Limits

It reads no institution, and no date but the one by which an education is expected. The EQF says how far an education
leads, not how good it was. Ask for education where a law or the work needs it, and accept experience where it does as
well.";

const WORDS: &[(&str, &str)] = &[
    ("met", "Has the education that is asked."),
    ("short", "Has an education at EQF {has}; EQF {asked} is asked."),
    ("other-field", "Has an education in another field than {field}."),
    ("partly", "Has part of the education that is asked."),
    ("unclear", "Has an education; whether it is the one asked is not clear."),
    ("in-time", "Will have the education by {expectedBy}, in time."),
    ("late", "Will have the education by {expectedBy}, which is late."),
    ("undated", "Is getting the education; whether in time is not clear."),
    ("experience-instead", "{months} months of experience count instead; {orMonths} are asked."),
    ("lacking", "No such education is listed among all."),
    ("unlisted", "Whether there is such an education is not said."),
    ("unstated", "No education is stated."),
    ("alternatives", "The best of these alternatives counts."),
];

pub(crate) fn register(registry: &mut Registry) -> Result<(), DuplicateKind> {
    registry.add::<Education>(Info {
        id: "education",
        version: env!("CARGO_PKG_VERSION"),
        side: Side::Role,
        summary: "Whether the candidate has the education that the role asks for, or experience that it accepts instead.",
        docs: DOCS,
        purpose: Purpose::Selection,
        silence: 0.0,
        asks: "/requirements/education",
        reads: ReadsOf {
            role: &[
                "/requirements/education/*/level",
                "/requirements/education/*/field",
                "/requirements/education/*/orMonthsOfExperience",
                "/requirements/education/*/importance",
                "/requirements/education/*/mustHave",
                "/requirements/education/*/alternativeGroup",
                "/requirements/availability/start",
                "/negotiable",
                "/indifferent",
            ],
            candidate: &[
                "/education/*/level",
                "/education/*/field",
                "/education/*/status",
                "/education/*/expectedBy",
                "/experience/*/months",
                "/experience/*/startDate",
                "/experience/*/endDate",
                "/experience/*/current",
                "/complete",
                "/indifferent",
            ],
            pair: &[],
            extensions: &[],
        },
        words: WORDS,
    })
}

/// Whether the candidate has the education that the role asks for, or experience that it accepts instead.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Education {
    /// What an education counts that the candidate does not list.
    unlisted: Unlisted,
    /// What a neighbour of the field that is asked for counts, a step: 0 to 1 each.
    credits: Credits,
}

/// One education that is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    level: WantedLevel,
    field: Option<[ConceptId; 2]>,
    or_months: Option<f32>,
    deadline: i32,
}

/// How far an education is to lead.
#[derive(Clone, Copy, Debug)]
enum WantedLevel {
    Any,
    /// A level of the EQF.
    Eqf(u8),
    /// Something that is no level of the EQF.
    Named([ConceptId; 2]),
}

/// What a candidate has learned, and done.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    /// `None` where education is not stated.
    educations: Option<Vec<Entry>>,
    /// What an education counts that is not listed.
    unlisted: Unlisted,
    is_complete: bool,
    /// All experience together; `None` where it is not stated.
    months: Option<Months>,
}

/// One education of a candidate.
#[derive(Debug)]
struct Entry {
    /// The level of the EQF; 0 where it is none or not stated.
    eqf: u8,
    level: Option<Vec<(ConceptId, f32)>>,
    field: Option<Vec<(ConceptId, f32)>>,
    progress: Progress,
}

/// How far an education has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Completed,
    Expected(Option<Days>),
}

/// What another field is worth, as a part of the one asked for.
const OTHER_FIELD: f32 = 0.5;

impl Criterion for Education {
    type By = RoleAsks;
    type Want = RequirementList<Wanted>;
    type Have = Learned;

    fn ask(&self, role: &RoleView<'_>, context: &Context) -> Ask<Self::Want> {
        let keys = |concept: &ConceptRef| context.concepts().asked(concept).keys;
        let distil = |item: &RequiredEducation| Wanted {
            level: match &item.level {
                None => WantedLevel::Any,
                Some(level) => eqf(level).map_or_else(|| WantedLevel::Named(keys(level)), WantedLevel::Eqf),
            },
            field: item.field.as_ref().map(keys),
            or_months: item.or_months_of_experience.map(|months| months.to_f64() as f32),
            deadline: Days::deadline(*role, None, context),
        };
        RequirementList::ask(*role, SECTION, |asked| asked.education.as_ref(), distil)
    }

    fn answer(&self, candidate: &Profile<'_>, context: &Context) -> Answer<Learned> {
        if candidate.is_indifferent(SECTION) {
            return Answer::Irrelevant;
        }
        let done = candidate.experience();
        let months = done.map(|done| {
            done.iter().fold(Months::default(), |total, experience| total.plus(Months::of(experience, context)))
        });
        let educations: Option<Vec<Entry>> = candidate
            .education()
            .map(|list| list.iter().map(|held| Entry::of(held, self.credits, context)).collect());
        if educations.is_none() && months.is_none() {
            return Answer::Unstated;
        }
        let is_complete = candidate.is_complete(SECTION) || educations.as_ref().is_some_and(Vec::is_empty);
        Answer::Stated(Learned { educations, unlisted: self.unlisted, is_complete, months })
    }

    fn fit(&self, want: &Self::Want, have: &Learned) -> Degree {
        want.degree(|wanted| have.degree(wanted))
    }

    fn gate(&self, want: &Self::Want, have: &Learned) -> Gate {
        want.gate(|wanted| have.gate(wanted))
    }

    fn gated_by(&self, want: &Self::Want, have: Option<&Learned>) -> Option<usize> {
        want.gated_by(have.map(|have| |wanted: &Wanted| have.gate(wanted)))
    }

    fn facts(&self, role: &RoleView<'_>, candidate: &Profile<'_>, _: &[PairFacts], context: &Context, facts: &mut Facts) {
        let Ask::Stated(want, _) = self.ask(role, context) else { return };
        let learned = match self.answer(candidate, context) {
            Answer::Stated(learned) | Answer::Negotiable(learned) => Some(learned),
            Answer::Unstated => None,
            Answer::Irrelevant => return,
        };
        let requirements = role.role().requirements.as_ref();
        let required = requirements.and_then(|asked| asked.education.as_deref()).unwrap_or_default();
        let listed = candidate.education().unwrap_or_default();
        want.facts(SECTION, facts, |place, wanted| {
            let (Some(learned), Some(item)) = (&learned, required.get(place)) else { return Verdict::unstated() };
            let best = learned.best(wanted);
            let answer = best.and_then(|place| listed.get(place));
            let code = learned.code(wanted, best);
            let fact = values(Fact::new(code), item, answer, best.and_then(|place| learned.entry(place)));
            let months = learned.months.map_or(0.0, |months| months.least);
            let fact = if code == "experience-instead" {
                let first = candidate.experience().is_some_and(|done| !done.is_empty());
                let pointer = Pointer::root().field("experience");
                fact.value("months", shown(months)).answered(first.then_some(pointer))
            } else {
                fact.answered(best.map(|place| Pointer::root().field(SECTION).index(place)))
                    .audience(answer.and_then(|answer| answer.audience))
            };
            Verdict { fact, degree: learned.degree(wanted), gate: learned.gate(wanted) }
        });
    }
}

const SECTION: &str = "education";

/// The values that mattered for one item.
fn values(fact: Fact, item: &RequiredEducation, answer: Option<&HeldEducation>, entry: Option<&Entry>) -> Fact {
    let fact = item.field.iter().fold(fact, |fact, field| fact.value("field", field.name()));
    let fact = item.or_months_of_experience.iter().fold(fact, |fact, months| fact.value("orMonths", months.get()));
    let asked = item.level.as_ref().and_then(eqf);
    let fact = asked.iter().fold(fact, |fact, level| fact.value("asked", *level));
    let has = entry.map(|entry| entry.eqf).filter(|level| *level > 0);
    let fact = has.iter().fold(fact, |fact, level| fact.value("has", *level));
    let expected = answer.and_then(|answer| answer.expected_by);
    expected.iter().fold(fact, |fact, date| fact.value("expectedBy", date.to_string()))
}

/// The level of the EQF that a concept names.
fn eqf(level: &ConceptRef) -> Option<u8> {
    let digit = |text: &str| match text.as_bytes() {
        [digit @ b'1'..=b'8'] => Some(digit - b'0'),
        _ => None,
    };
    let named = |text: &str| {
        let text = text.trim().to_ascii_lowercase();
        let rest = text.strip_prefix("eqf")?.trim_start_matches([' ', '-', ':']);
        digit(rest.strip_prefix("level").unwrap_or(rest).trim_start_matches([' ', '-']))
    };
    let by_uri = level.uri().and_then(|uri| {
        let (_, end) = uri.trim_end_matches('/').rsplit_once("/eqf/")?;
        digit(end.strip_prefix("level-").unwrap_or(end))
    });
    let in_scheme = level.scheme().is_some_and(|scheme| scheme.to_ascii_lowercase().contains("eqf"));
    let by_notation = || level.notation().and_then(|notation| if in_scheme { digit(notation) } else { None }.or_else(|| named(notation)));
    by_uri.or_else(by_notation).or_else(|| level.label().and_then(named))
}

impl Entry {
    fn of(held: &HeldEducation, credits: Credits, context: &Context) -> Self {
        let names = |concept: &ConceptRef, credits: Credits| {
            let mut names = Vec::new();
            context.concepts().held(concept, credits, &mut |id, credit| names.push((id, credit)));
            names
        };
        let progress = match held.status.unwrap_or(EducationStatus::Completed) {
            EducationStatus::Completed => Progress::Completed,
            EducationStatus::InProgress => {
                Progress::Expected(held.expected_by.map(|date| Days::of(date, context)))
            }
        };
        Self {
            eqf: held.level.as_ref().and_then(eqf).unwrap_or(0),
            level: held.level.as_ref().map(|level| names(level, Credits::EXACT)),
            field: held.field.as_ref().map(|field| names(field, credits)),
            progress,
        }
    }

    fn level(&self, wanted: &Wanted) -> Degree {
        match wanted.level {
            WantedLevel::Any => Degree::FULL,
            WantedLevel::Eqf(asked) if self.eqf > 0 => Degree::exact(f32::from(self.eqf) / f32::from(asked)),
            WantedLevel::Eqf(asked) => Degree::between(1.0 / f32::from(asked), 1.0),
            WantedLevel::Named(keys) => {
                let is_same = self.level.iter().flatten().any(|(id, _)| keys.contains(id));
                if is_same { Degree::FULL } else { Degree::UNKNOWN }
            }
        }
    }

    /// How much of the field it is; `None` where it is not stated.
    fn field(&self, wanted: &Wanted) -> Option<f32> {
        let Some(keys) = wanted.field else { return Some(1.0) };
        let names = self.field.as_ref()?;
        let matching = names.iter().filter(|(id, _)| keys.contains(id)).map(|(_, credit)| *credit);
        Some(matching.fold(0.0, f32::max))
    }

    /// What it would be worth if it were finished.
    fn finished(&self, wanted: &Wanted) -> Degree {
        let level = self.level(wanted);
        match self.field(wanted) {
            Some(credit) => level.times(OTHER_FIELD + (1.0 - OTHER_FIELD) * credit),
            None => Degree::between(level.low() * OTHER_FIELD, level.high()),
        }
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        let (finished, timely) = (self.finished(wanted), self.timeliness(wanted).map(Timeliness::degree));
        timely.map_or(finished, |timely| Degree::between(finished.low() * timely.low(), finished.high() * timely.high()))
    }

    /// Whether it comes in time; `None` where it is finished.
    fn timeliness(&self, wanted: &Wanted) -> Option<Timeliness> {
        match self.progress {
            Progress::Completed => None,
            Progress::Expected(days) => Some(days.map_or(Timeliness::Unknown, |days| days.by(wanted.deadline))),
        }
    }

    /// Whether it is, or will be, what must be had.
    fn gate(&self, wanted: &Wanted) -> Gate {
        let finished = Gate::at(1.0, self.finished(wanted));
        match self.timeliness(wanted) {
            None => finished,
            Some(Timeliness::Late) => Gate::Unmet,
            Some(Timeliness::InTime | Timeliness::Unknown) => finished.and(Gate::Open),
        }
    }
}

impl Learned {
    fn entry(&self, place: usize) -> Option<&Entry> {
        self.educations.as_ref()?.get(place)
    }

    /// What an education counts that the candidate does not list.
    fn unlisted(&self) -> Degree {
        self.unlisted.degree(self.is_complete && self.educations.is_some())
    }

    /// Whether an entry says all there is to know: it is in the field asked for, or may be.
    fn is_answer(entry: &Entry, wanted: &Wanted) -> bool {
        entry.field(wanted).is_none_or(|credit| credit >= 1.0)
    }

    fn by_education(&self, wanted: &Wanted) -> Degree {
        let educations = self.educations.iter().flatten();
        let earned = educations.map(|entry| {
            let degree = entry.degree(wanted);
            if Self::is_answer(entry, wanted) { degree } else { degree.or(self.unlisted()) }
        });
        earned.reduce(Degree::or).unwrap_or_else(|| self.unlisted())
    }

    fn by_experience(&self, wanted: &Wanted) -> Degree {
        match (wanted.or_months, self.months) {
            (None, _) => Degree::NONE,
            (Some(asked), Some(months)) => months.reach(asked),
            (Some(_), None) => Degree::UNKNOWN,
        }
    }

    fn degree(&self, wanted: &Wanted) -> Degree {
        self.by_education(wanted).or(self.by_experience(wanted))
    }

    fn gate(&self, wanted: &Wanted) -> Gate {
        let unlisted = Gate::at(1.0, self.unlisted());
        let educations = self.educations.iter().flatten().map(|entry| {
            let gate = entry.gate(wanted);
            if Self::is_answer(entry, wanted) { gate } else { gate.min(unlisted) }
        });
        let by_education = educations.min().unwrap_or(unlisted);
        by_education.min(Gate::at(1.0, self.by_experience(wanted)))
    }

    /// The education that answers best; of equal ones, the first.
    fn best(&self, wanted: &Wanted) -> Option<usize> {
        let mut best: Option<(usize, Degree)> = None;
        for (place, entry) in self.educations.iter().flatten().enumerate() {
            let degree = entry.degree(wanted);
            if best.is_none_or(|(_, known)| (degree.low(), degree.high()) > (known.low(), known.high())) {
                best = Some((place, degree));
            }
        }
        best.map(|(place, _)| place)
    }

    fn code(&self, wanted: &Wanted, best: Option<usize>) -> &'static str {
        let entry = best.and_then(|place| self.entry(place));
        let degree = entry.map_or(Degree::NONE, |entry| entry.degree(wanted));
        let instead = self.by_experience(wanted);
        if instead.low() > degree.low() {
            return "experience-instead";
        }
        let Some(entry) = entry else {
            return match self.unlisted().width() > 0.0 {
                _ if self.educations.is_none() => "unstated",
                true => "unlisted",
                false => "lacking",
            };
        };
        match (entry.timeliness(wanted), wanted.level) {
            (Some(Timeliness::InTime), _) => "in-time",
            (Some(Timeliness::Late), _) => "late",
            (Some(Timeliness::Unknown), _) => "undated",
            (None, _) if degree.low() >= 1.0 => "met",
            (None, _) if degree.width() > 0.0 => "unclear",
            (None, _) if entry.field(wanted) == Some(0.0) => "other-field",
            (None, WantedLevel::Eqf(asked)) if entry.eqf < asked => "short",
            (None, _) => "partly",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Trial;
    use mutualfit_domain::Text;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(asked: Value, candidate: Value, expected: &str, code: &str) {
        let role = json!({"requirements": {"education": [asked]}});
        let outcome = trial().judge_closely(&role, &candidate);
        assert_eq!((outcome.brief().as_str(), outcome.codes()), (expected, vec![code]), "{outcome:#?}");
    }

    fn trial() -> Trial {
        Trial::of(register).among(json!([
            {"uri": "urn:health", "label": "health"},
            {"uri": "urn:dental", "label": "dental studies", "broader": ["urn:health"]},
        ]))
    }

    fn level(eqf: u8) -> Value {
        json!({"label": format!("EQF {eqf}")})
    }

    fn has(education: Value) -> Value {
        json!({"education": [education]})
    }

    #[test]
    fn levels_of_the_framework_have_several_names() {
        let text = |text: &str| Text::new(text).unwrap();
        let label = |label: &str| ConceptRef::labelled(text(label));
        let uri = |uri: &str| ConceptRef::identified(text(uri));
        for concept in [
            uri("http://data.europa.eu/snb/eqf/4"),
            uri("http://data.europa.eu/snb/eqf/level-4"),
            label("EQF 4"),
            label("EQF level 4"),
            label("eqf-4"),
            label("Abitur").with_notation(text("EQF 4")),
            label("Abitur").with_scheme(text("http://data.europa.eu/snb/eqf/25831c2")).with_notation(text("4")),
        ] {
            assert_eq!(eqf(&concept), Some(4), "{concept:?}");
        }
        for concept in [label("Abitur"), label("EQF 9"), label("4"), uri("http://data.europa.eu/snb/isced/4")] {
            assert_eq!(eqf(&concept), None, "{concept:?}");
        }
    }

    #[test]
    fn a_level_counts_by_its_share() {
        check(json!({"level": level(6)}), has(json!({"level": level(6)})), "1", "met");
        check(json!({"level": level(6)}), has(json!({"level": level(8)})), "1", "met");
        check(json!({"level": level(6)}), has(json!({"level": level(3)})), "0.5", "short");
        check(json!({"level": level(6)}), json!({"education": []}), "0", "lacking");
        check(json!({"level": {"label": "Abitur"}}), has(json!({"level": {"label": "abitur"}})), "1", "met");
        check(json!({"level": {"label": "Abitur"}}), has(json!({"level": {"label": "A levels"}})), "0..1", "unclear");
    }

    #[test]
    fn another_field_is_half() {
        let asked = || json!({"level": level(6), "field": {"uri": "urn:health"}});
        let complete = |field: &str| {
            let education = json!({"level": level(6), "field": {"uri": field}});
            json!({"education": [education], "complete": ["education"]})
        };
        check(asked(), complete("urn:health"), "1", "met");
        check(asked(), complete("urn:dental"), "0.95", "partly");
        check(asked(), complete("urn:law"), "0.5", "other-field");
        check(asked(), has(json!({"level": level(6), "field": {"uri": "urn:law"}})), "0.5..1", "other-field");
        check(asked(), has(json!({"level": level(6)})), "0.5..1", "unclear");
    }

    #[test]
    fn experience_may_be_accepted_instead() {
        let asked = |or_months: u32| json!({"level": level(6), "orMonthsOfExperience": or_months, "mustHave": true});
        let with = |months: u32| json!({"education": [{"level": level(3)}], "experience": [{"months": months, "kind": "caregiving"}]});
        check(asked(48), with(48), "1 met", "experience-instead");
        check(asked(48), with(36), "0.75 unmet", "experience-instead");
        check(asked(48), with(12), "0.5 unmet", "short");
        check(asked(48), has(json!({"level": level(3)})), "0.5..1 open", "short");
        check(asked(48), json!({"experience": [{"months": 60}]}), "1 met", "experience-instead");
        check(asked(48), json!({"experience": [{"months": 12}]}), "0.25..1 open", "experience-instead");
        check(json!({"level": level(6)}), json!({"experience": [{"months": 60}]}), "0..1", "unstated");
    }

    #[test]
    fn what_is_in_progress_counts_by_when_it_comes() {
        let studies = |expected: &str| has(json!({"level": level(6), "status": "inProgress", "expectedBy": expected}));
        let role = |start: &str| json!({"requirements": {
            "education": [{"level": level(6), "mustHave": true}], "availability": {"start": start}}});
        let check = |start: &str, expected: &str, outcome: &str, code: &str| {
            let judged = trial().judge_closely(&role(start), &studies(expected));
            assert_eq!((judged.brief().as_str(), judged.codes()), (outcome, vec![code]), "{judged:#?}");
        };
        check("2027-09", "2027-09-30", "0.75 open", "in-time");
        check("2027-09", "2027-10-01", "0.25 unmet", "late");
        check("2027-09", "2027", "0.25..0.75 open", "undated");
    }

    #[test]
    fn what_is_not_said_is_unknown() {
        check(json!({"level": level(6)}), has(json!({})), "0.1667..1", "unclear");
        check(json!({"level": level(6)}), json!({}), "not answered", "unstated");
        let outcome = trial().judge_closely(&json!({"requirements": {"education": []}}), &has(json!({})));
        assert_eq!(outcome.brief(), "irrelevant");
        let role = json!({"requirements": {"education": [{"level": level(6)}]}});
        assert_eq!(trial().judge_closely(&role, &json!({"indifferent": ["education"]})).brief(), "irrelevant");
    }

    #[test]
    fn a_negotiable_must_have_stays_open() {
        let asked = json!([{"level": level(6), "mustHave": true}]);
        let role = json!({"requirements": {"education": asked}, "negotiable": ["/requirements/education/0"]});
        let outcome = trial().judge_closely(&role, &has(json!({"level": level(3)})));
        assert_eq!(outcome.brief(), "0.5 open");
        let blocked = trial().condition(&json!({"requirements": {"education": asked}}), &json!({"education": []}));
        assert_eq!(blocked.as_deref(), Some("/requirements/education/0"));
    }
}
