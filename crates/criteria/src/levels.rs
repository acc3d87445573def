//! Levels kept in 16 bits of their scale, and how far one reaches another.

use mutualfit_domain::{ConceptId, ConceptRef, ConceptSpace, Level, Number, Text};
use mutualfit_scoring::{Context, Degree};

/// A value of a scale as a share of its greatest, in steps of 1/65,520.
///
/// That number has 5, 6, 7, 8, 10, 12 and 40 as factors, so that whole and half levels of the usual scales are kept
/// as they are. Both sides round alike and everything is reckoned with what is kept, so that the level asked for is
/// reached exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LevelShare(u16);

/// The ends of a scale.
type Bounds = (f64, f64);

impl LevelShare {
    const STEPS: f64 = 65_520.0;
    /// No share of any scale: stands for a level that is not known.
    pub(crate) const UNKNOWN: Self = Self(u16::MAX);

    /// The share that a value is of its scale; a scale that goes below 0 is shifted to begin at 0. `None` for a scale
    /// without extent above 0.
    pub(crate) fn of(value: f64, (least, greatest): Bounds) -> Option<Self> {
        let shift = least.min(0.0);
        let extent = greatest - shift;
        (extent > 0.0).then(|| {
            Self(((value - shift) / extent * Self::STEPS).round().clamp(0.0, Self::STEPS) as u16)
        })
    }

    /// The value of the scale that it stands for.
    pub(crate) fn value(self, (least, greatest): Bounds) -> f64 {
        let shift = least.min(0.0);
        f64::from(self.0) / Self::STEPS * (greatest - shift) + shift
    }

    /// Whether it stands for a level that is not known.
    #[inline]
    pub(crate) fn is_unknown(self) -> bool {
        self.0 == u16::MAX
    }
}

/// A level and the scale it is on; shares of different scales do not compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct KeptLevel {
    /// The name of the scale.
    pub(crate) scale: ConceptId,
    /// The level.
    pub(crate) share: LevelShare,
    /// The least level of the scale.
    pub(crate) least: LevelShare,
}

impl KeptLevel {
    /// A level as it is kept; `None` where nothing declares its scale.
    pub(crate) fn of(level: &Level, context: &Context) -> Option<Self> {
        let bounds = context.scale(level.scale())?;
        let (share, least) =
            (LevelShare::of(level.value(), bounds)?, LevelShare::of(bounds.0, bounds)?);
        Some(Self { scale: scale_name(level.scale(), context.concepts())?, share, least })
    }
}

/// A name for a scale, cheap to compare.
pub(crate) fn scale_name(scale: &str, concepts: &ConceptSpace) -> Option<ConceptId> {
    let name = ConceptRef::identified(Text::new(scale).ok()?);
    let [name, _] = concepts.asked(&name).keys;
    Some(name)
}

/// A kept level of one scale on another, through the crosswalk of the context; `None` without one.
pub(crate) fn translated(
    share: LevelShare,
    scale: &str,
    to: &str,
    context: &Context,
) -> Option<LevelShare> {
    let value = Number::new(share.value(context.scale(scale)?)).ok()?;
    let level = Level::new(Text::new(scale).ok()?, value).ok()?;
    LevelShare::of(context.on_scale(&level, to)?, context.scale(to)?)
}

/// How far a level reaches the one asked for: `min(1, have / asked)`, with what exceeds it earning nothing
/// (demands–abilities; METHODS.md §1.2). 1 where nothing above 0 is asked.
#[inline]
pub(crate) fn ratio(have: LevelShare, asked: LevelShare) -> f32 {
    let (have, asked) = (f32::from(have.0), f32::from(asked.0));
    // By value and not by branch, since which is greater cannot be foreseen: of 0 / 0, too, `min` takes the 1.
    (have / asked).min(1.0)
}

/// How far somebody reaches a level who has the thing asked for: at an unknown level, anything from the least of the
/// scale on.
#[inline]
pub(crate) fn reached(have: LevelShare, asked: LevelShare, least: LevelShare) -> Degree {
    let low = ratio(if have.is_unknown() { least } else { have }, asked);
    Degree::between(low, if have.is_unknown() { 1.0 } else { low })
}

/// A number as people write it: whole ones without a fraction.
pub(crate) fn written(value: f64) -> serde_json::Value {
    let whole = value as i64;
    if (whole as f64 - value).abs() > 0.0 { value.into() } else { whole.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const O_NET_LEVEL: Bounds = (0.0, 7.0);

    #[track_caller]
    fn check(have: f64, asked: f64, bounds: Bounds, expected: f32) {
        let share = |value| LevelShare::of(value, bounds).unwrap();
        let found = ratio(share(have), share(asked));
        assert!((found - expected).abs() < 1e-4, "{found} is not {expected}");
    }

    #[test]
    fn a_level_is_reached_by_its_share_of_what_is_asked() {
        check(2.8, 3.5, O_NET_LEVEL, 0.8);
        check(1.0, 4.0, (1.0, 5.0), 0.25);
        check(5.0, 4.0, (1.0, 5.0), 1.0);
        check(0.0, 0.0, O_NET_LEVEL, 1.0);
        check(-3.0, 3.0, (-3.0, 3.0), 0.0);
        check(0.0, 3.0, (-3.0, 3.0), 0.5);
    }

    #[test]
    fn usual_levels_are_kept_exactly() {
        for (least, greatest) in [(1.0, 5.0), (0.0, 7.0), (1.0, 6.0), (1.0, 8.0), (0.0, 40.0)] {
            for half in 0..=((greatest - least) as u32 * 2) {
                let value = least + f64::from(half) / 2.0;
                let kept =
                    LevelShare::of(value, (least, greatest)).unwrap().value((least, greatest));
                assert!((kept - value).abs() < 1e-12, "{value} became {kept}");
            }
        }
    }

    #[test]
    fn an_unknown_level_is_at_least_the_least() {
        let (asked, least) =
            (LevelShare::of(4.0, (1.0, 5.0)).unwrap(), LevelShare::of(1.0, (1.0, 5.0)).unwrap());
        assert_eq!(reached(LevelShare::UNKNOWN, asked, least), Degree::between(0.25, 1.0));
        assert_eq!(reached(LevelShare::UNKNOWN, least, least), Degree::FULL);
    }
}
