//! Levels that are asked for, on every scale on which they are known.

use crate::levels::{KeptLevel, LevelShare, ratio, reached};
use mutualfit_domain::{Level, Number, SCALES, Text};
use mutualfit_scoring::{Context, Degree};

/// A level that is asked for, on its own scale and on those of the known scales that a crosswalk leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AskedLevel {
    own: KeptLevel,
    others: Box<[KeptLevel]>,
}

impl AskedLevel {
    /// A level as it is asked for; `None` where nothing declares its scale.
    pub(crate) fn of(level: &Level, context: &Context) -> Option<Self> {
        let own = KeptLevel::of(level, context)?;
        let elsewhere = |&(scale, _, _): &(&str, f64, f64)| {
            let value =
                Number::new(context.on_scale(level, scale).filter(|_| scale != level.scale())?)
                    .ok()?;
            KeptLevel::of(&Level::new(Text::new(scale).ok()?, value).ok()?, context)
        };
        Some(Self { own, others: SCALES.iter().filter_map(elsewhere).collect() })
    }

    /// How far a level reaches it. One that is not stated, or is on a scale that nothing leads to, may be anything from
    /// the least of its scale on.
    #[inline]
    pub(crate) fn reached_by(&self, have: Option<KeptLevel>) -> Degree {
        match have {
            Some(have) if have.scale == self.own.scale => {
                Degree::exact(ratio(have.share, self.own.share))
            }
            _ => self.reached_elsewhere(have),
        }
    }

    fn reached_elsewhere(&self, have: Option<KeptLevel>) -> Degree {
        let on = |have: KeptLevel| self.others.iter().find(move |asked| asked.scale == have.scale);
        match have.and_then(|have| Some((have, *on(have)?))) {
            Some((have, asked)) => Degree::exact(ratio(have.share, asked.share)),
            None => reached(LevelShare::UNKNOWN, self.own.share, self.own.least),
        }
    }
}

/// How far a level reaches one that is not known: at least as far as it reaches the greatest of its scale.
pub(crate) fn reaches_unknown(have: Option<KeptLevel>) -> Degree {
    let greatest = LevelShare::of(1.0, (0.0, 1.0)).unwrap_or_default();
    Degree::between(have.map_or(0.0, |have| ratio(have.share, greatest)), 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mutualfit_domain::ContextDocument;
    use mutualfit_scoring::World;
    use serde_json::json;

    fn level(scale: &str, value: f64) -> Level {
        Level::new(Text::new(scale).unwrap(), Number::new(value).unwrap()).unwrap()
    }

    fn context() -> Context {
        let document = json!({"spec": "mutualfit/context/1", "id": "w", "asOf": "2026-11-02", "crosswalks": [
            {"from": "onet/LV", "to": "mutualfit/proficiency", "points": [{"from": 0, "to": 1}, {"from": 7, "to": 5}]},
        ]});
        let document: ContextDocument = serde_json::from_value(document).unwrap();
        Context::new(&World::new(document, &[]), [])
    }

    #[track_caller]
    fn check(asked: &Level, have: Option<&Level>, expected: (f32, f32)) {
        let context = context();
        let degree = AskedLevel::of(asked, &context)
            .unwrap()
            .reached_by(have.and_then(|have| KeptLevel::of(have, &context)));
        assert_eq!(degree, Degree::between(expected.0, expected.1));
    }

    #[test]
    fn levels_compare_on_one_scale_or_through_a_crosswalk() {
        let four = level("mutualfit/proficiency", 4.0);
        check(&four, Some(&level("mutualfit/proficiency", 2.0)), (0.5, 0.5));
        check(&four, None, (0.25, 1.0));
        check(&four, Some(&level("sfia", 7.0)), (0.25, 1.0));
        check(&level("onet/LV", 7.0), Some(&level("mutualfit/proficiency", 2.5)), (0.5, 0.5));
    }
}
