//! What would make an option hold: what the role could offer of it, and what the candidate could ask less of.

use super::{Need, OfferOf, OptionOf, Options, Part, StatedNeed, StatedOption};
use crate::levers::{changing, json, up_to};
use mutualfit_domain::{Arrangement, Item as _, Pointer, RoleView, Share, Side};
use mutualfit_scoring::{Degree, Lever};
use serde_json::Value;

/// How the arrangement could change for a part to hold so far. It gives the value to be said, `null` where the part
/// holds by what is changed already, and nothing where it cannot be changed.
pub(crate) struct Offering<N: Need> {
    pub(crate) code: &'static str,
    pub(crate) change: fn(&OptionOf<N>, &mut Arrangement, f32) -> Option<Value>,
}

/// How less could be asked for a part to hold so far, by what the arrangement states.
pub(crate) struct Accepting<N: Need> {
    pub(crate) code: &'static str,
    pub(crate) change: fn(&mut OptionOf<N>, &Arrangement, f32) -> Option<Value>,
    /// Whether it is another thing, and not less of it: then it is one more option, only as desirable as it need be.
    pub(crate) is_another: bool,
}

impl<N: Need> std::fmt::Debug for Offering<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

impl<N: Need> std::fmt::Debug for Accepting<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// The words of what is offered where several parts of an option are.
pub(crate) const OFFER_SEVERAL: (&str, &str) =
    ("offer-several", "Offer what is asked for in these things: {parts}.");
/// The words of what is accepted where several parts of an option are.
pub(crate) const ACCEPT_SEVERAL: (&str, &str) =
    ("accept-several", "Accept what the role offers in these things: {parts}.");

/// A need beside what answers it, and how far it should be met.
pub(crate) struct Bargain<'a, N: Need> {
    pub(crate) need: &'a N::Stated,
    pub(crate) want: &'a Options<N::Wanted>,
    pub(crate) offer: &'a OfferOf<N>,
    pub(crate) role: RoleView<'a>,
    pub(crate) target: f32,
}

/// An option that applies, or may.
pub(crate) struct Open<'a, N: Need> {
    pub(crate) place: usize,
    pub(crate) option: &'a OptionOf<N>,
    pub(crate) wanted: &'a N::Wanted,
    /// How far it has to be met for the need to be met so far.
    pub(crate) aimed: f32,
    /// The same; in full where there is no way without it.
    pub(crate) needed: f32,
}

impl<'a, N: Need> Bargain<'a, N> {
    /// The options that apply, or may.
    pub(crate) fn open(&self) -> Vec<Open<'a, N>> {
        let options =
            self.want.applying(&self.offer.situation).zip(self.need.options()).enumerate();
        let open = |(place, ((wanted, applies), option)): (usize, ((_, bool), &'a OptionOf<N>))| {
            let desirability = option.desirability().get() as f32;
            let aimed =
                if desirability > 0.0 { (self.target / desirability).min(1.0) } else { 1.0 };
            let needed = if self.need.is_essential() { 1.0 } else { aimed };
            applies.then_some(Open { place, option, wanted, aimed, needed })
        };
        options.filter_map(open).collect()
    }

    /// A lever that serves an option.
    pub(crate) fn lever(side: Side, code: &str, place: usize) -> Lever {
        Lever::on(side, code).asked(Self::at(place))
    }

    /// Where an option stands.
    pub(crate) fn at(place: usize) -> Pointer {
        Self::list().index(place)
    }

    fn list() -> Pointer {
        Pointer::root().field("aspirations").field(N::SECTION).field("options")
    }

    /// The levers that the parts of each option give.
    pub(crate) fn by_parts(&self) -> Vec<Lever> {
        let mut levers = Vec::new();
        for open in self.open() {
            let mut found = Vec::new();
            N::parts(open.wanted, self.offer, |part, degree| found.push((part, degree)));
            levers.extend(self.offered(&open, &short_of(&found, open.needed)));
            levers.extend(self.accepted(&open, &found));
        }
        levers
    }

    fn offered(&self, open: &Open<'_, N>, short: &[Found<N>]) -> Option<Lever> {
        let before = self.role.arrangement().cloned().unwrap_or_default();
        let mut after = before.clone();
        let said = changed(short, open.needed, |part| {
            let offering = part.offer.as_ref()?;
            let to = (offering.change)(open.option, &mut after, open.needed)?;
            Some((offering.code, to))
        })?;
        let lever = said_by(&said, Side::Role, OFFER_SEVERAL.0, open.place, Self::lever)?;
        let all = Pointer::root().field("arrangements");
        Some(match self.role.arrangement_index() {
            Some(index) => changing(lever, &all.index(index), &json(&before), &json(&after)),
            None => lever.add(all, Value::Array(vec![json(&after)])),
        })
    }

    fn accepted(&self, open: &Open<'_, N>, found: &[Found<N>]) -> Option<Lever> {
        let arrangement = self.role.arrangement()?;
        let short = short_of(found, open.needed);
        let is_another = short
            .iter()
            .any(|(part, _)| part.accept.as_ref().is_some_and(|accepting| accepting.is_another));
        // What is one more option is as desirable as need be, and holds in full.
        let needed = if is_another { 1.0 } else { open.needed };
        let short = short_of(found, needed);
        let mut option = open.option.clone();
        let said = changed(&short, needed, |part| {
            let accepting = part.accept.as_ref()?;
            Some((accepting.code, (accepting.change)(&mut option, arrangement, needed)?))
        })?;
        let lever = said_by(&said, Side::Candidate, ACCEPT_SEVERAL.0, open.place, Self::lever)?;
        if !is_another {
            return Some(changing(
                lever,
                &Self::at(open.place),
                &json(open.option),
                &json(&option),
            ));
        }
        let enough = up_to(f64::from(self.target), 0.01);
        if enough < option.desirability().get() {
            option.set_desirability(Share::new(enough).ok()?);
        }
        Some(lever.add(Self::list().field("-"), json(&option)))
    }
}

/// A part, and how far it holds.
type Found<N> = (&'static Part<N>, Degree);
/// What was changed of a part: its code, that of the change, and the value to be said.
type Said = (&'static str, &'static str, Value);

/// The parts that do not hold so far as is needed.
fn short_of<N: Need>(found: &[Found<N>], needed: f32) -> Vec<Found<N>> {
    found.iter().filter(|(_, degree)| degree.low() < needed).copied().collect()
}

/// What is changed of each part; nothing where a part cannot be mended, or none is.
fn changed<N: Need>(
    short: &[Found<N>],
    needed: f32,
    mut change: impl FnMut(&Part<N>) -> Option<(&'static str, Value)>,
) -> Option<Vec<Said>> {
    let mut said = Vec::new();
    for (part, degree) in short {
        match change(part) {
            Some((_, Value::Null)) => {}
            Some((code, to)) => said.push((part.code, code, to)),
            // What is not known may hold as it is.
            None if degree.high() < needed => return None,
            None => {}
        }
    }
    Some(said)
}

fn said_by(
    said: &[Said],
    side: Side,
    several: &str,
    place: usize,
    lever: fn(Side, &str, usize) -> Lever,
) -> Option<Lever> {
    match said {
        [] => None,
        [(_, code, to)] => Some(lever(side, code, place).value("to", to.clone())),
        _ => {
            let parts: Vec<&str> = said.iter().map(|(part, ..)| *part).collect();
            Some(lever(side, several, place).value("parts", parts))
        }
    }
}
