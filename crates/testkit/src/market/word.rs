//! What the documents of a market speak of.

use super::draw::Draw;
use mutualfit_domain::{
    ConceptRef, CountryCode, CurrencyCode, LanguageTag, Level, Number, PartialDate, Place,
    SubdivisionCode, Text, UtcOffset, ValueError,
};

/// How many skills there are.
const SKILLS: usize = 400;
/// How many skills belong to a field of work.
const FIELD: usize = 25;

const SUBJECTS: [&str; 20] = [
    "chart",
    "radiograph",
    "implant",
    "crown",
    "gum",
    "recall",
    "insurance",
    "ledger",
    "laser",
    "denture",
    "aligner",
    "triage",
    "stock",
    "infection",
    "anaesthesia",
    "payroll",
    "referral",
    "patient",
    "laboratory",
    "equipment",
];
const ACTIVITIES: [&str; 20] = [
    "review",
    "planning",
    "care",
    "cleaning",
    "training",
    "records",
    "purchasing",
    "audit",
    "scheduling",
    "repair",
    "teaching",
    "billing",
    "counselling",
    "design",
    "measurement",
    "monitoring",
    "preparation",
    "reporting",
    "safety",
    "coordination",
];

/// The words of a market, made once.
#[derive(Debug)]
pub(crate) struct Words {
    skills: Vec<ConceptRef>,
    /// For each skill, how many of a hundred thousand mentions go to it and those before it.
    popularity: Vec<u32>,
    pub(crate) occupations: Vec<ConceptRef>,
    pub(crate) credentials: Vec<ConceptRef>,
    pub(crate) educations: Vec<ConceptRef>,
    pub(crate) fields: Vec<ConceptRef>,
    pub(crate) languages: Vec<LanguageTag>,
    pub(crate) benefits: Vec<Text>,
    pub(crate) shifts: Vec<Text>,
    pub(crate) facets: Vec<Text>,
    pub(crate) places: Vec<Place>,
    pub(crate) states: Vec<SubdivisionCode>,
    pub(crate) starts: Vec<PartialDate>,
    pub(crate) currency: CurrencyCode,
    pub(crate) statement: Text,
    proficiency: Text,
    pub(crate) extent: Text,
}

impl Words {
    pub(crate) fn new() -> Self {
        let labels = |labels: &[&str]| labels.iter().map(|label| concept(label)).collect();
        let texts = |texts: &[&str]| texts.iter().map(|&text| known(Text::new(text))).collect();
        let subjects = SUBJECTS.iter();
        let names = subjects.flat_map(|subject| {
            ACTIVITIES.iter().map(move |activity| format!("{subject} {activity}"))
        });
        Self {
            skills: names.map(|name| concept(&name)).collect(),
            popularity: popularity(),
            occupations: SUBJECTS
                .iter()
                .take(SKILLS / FIELD)
                .map(|field| concept(&format!("{field} specialist")))
                .collect(),
            credentials: labels(&[
                "State licence",
                "Radiation protection",
                "First aid",
                "Bookkeeping",
                "Driving licence",
            ]),
            educations: (3..=7)
                .map(|level| known(Text::new(format!("http://data.europa.eu/snb/eqf/{level}"))))
                .map(ConceptRef::identified)
                .collect(),
            fields: labels(&["Dentistry", "Nursing", "Business", "Engineering"]),
            languages: ["en", "es", "de"].map(|tag| known(LanguageTag::new(tag))).into(),
            benefits: texts(&["health", "retirement", "paidLeave", "parentalLeave", "studyBudget"]),
            shifts: texts(&["day", "evening", "night", "weekend"]),
            facets: texts(&["pay", "schedule", "growth", "day-to-day", "challenges", "team"]),
            places: [
                ("US", "US-OR", "Portland", -480),
                ("US", "US-WA", "Seattle", -480),
                ("DE", "DE-BE", "Berlin", 60),
            ]
            .map(place)
            .into(),
            states: ["US-OR", "US-WA", "DE-BE"]
                .map(|code| known(SubdivisionCode::new(code)))
                .into(),
            starts: ["2026-12-01", "2027-01", "2027-03-15", "2027"]
                .map(|date| known(date.parse()))
                .into(),
            currency: known(CurrencyCode::new("USD")),
            statement: known(Text::new("As it says")),
            proficiency: known(Text::new(mutualfit_domain::PROFICIENCY)),
            extent: known(Text::new("onet/EX")),
        }
    }

    /// A skill as often asked for and held as skills are: a few very often, most seldom; every other time one
    /// that is usual in this field.
    pub(crate) fn skill(&self, draw: &mut Draw, field: u32) -> usize {
        let mention = draw.below(self.popularity.last().copied().unwrap_or(1));
        let rank = self.popularity.partition_point(|&upto| upto <= mention);
        if draw.in_hundred(50) { (rank + field as usize * FIELD) % SKILLS } else { rank }
    }

    /// So many skills, each but once.
    pub(crate) fn skills(&self, draw: &mut Draw, field: u32, count: u32) -> Vec<usize> {
        let mut skills = Vec::with_capacity(count as usize);
        while skills.len() < count as usize {
            let skill = self.skill(draw, field);
            if !skills.contains(&skill) {
                skills.push(skill);
            }
        }
        skills
    }

    pub(crate) fn concept(&self, skill: usize) -> ConceptRef {
        self.skills.get(skill % SKILLS).cloned().unwrap_or_else(|| concept("anything"))
    }

    pub(crate) fn level(&self, draw: &mut Draw) -> Level {
        let value = known(Number::new(f64::from(draw.between(1, 5))));
        known(Level::new(self.proficiency.clone(), value))
    }
}

/// Popularity falls with the rank, as Zipf's law has it of words.
fn popularity() -> Vec<u32> {
    let mut upto = 0;
    let shares = (0..SKILLS as u32).map(|rank| 100_000 / (rank + 2));
    shares
        .map(|share| {
            upto += share;
            upto
        })
        .collect()
}

fn concept(label: &str) -> ConceptRef {
    ConceptRef::labelled(known(Text::new(label)))
}

fn place((country, subdivision, locality, offset): (&str, &str, &str, i16)) -> Place {
    let mut place = Place::new(known(CountryCode::new(country)));
    place.subdivision = Some(known(SubdivisionCode::new(subdivision)));
    place.locality = Some(known(Text::new(locality)));
    place.utc_offset_minutes = Some(known(UtcOffset::new(offset)));
    place
}

/// A value that is written in this crate and right.
#[expect(
    clippy::expect_used,
    reason = "every value here is a literal or a number drawn within its bounds"
)]
pub(crate) fn known<T>(value: Result<T, ValueError>) -> T {
    value.expect("a value within its bounds")
}
