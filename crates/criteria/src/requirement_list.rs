//! Lists of requirements: how much each item counts, which are alternatives to each other, what must be met.

use crate::items;
use mutualfit_domain::{
    Item, Pointer, RequiredCompetency, RequiredCredential, RequiredEducation, RequiredExperience,
    RequiredLanguage, RequiredSkill, Requirements, RoleView, Text,
};
use mutualfit_scoring::{Answer, Ask, Degree, Essential, Fact, Facts, Gate, Mean};
use ordered_float::OrderedFloat;

/// A requirement that may be one of several alternatives.
pub(crate) trait Requirement: Item {
    /// The name that alternatives of one list share.
    fn alternative_group(&self) -> Option<&Text>;
}

macro_rules! requirements {
    ($($type:ty),+) => {$(
        impl Requirement for $type {
            fn alternative_group(&self) -> Option<&Text> {
                self.alternative_group.as_ref()
            }
        }
    )+};
}

requirements!(
    RequiredSkill,
    RequiredExperience,
    RequiredCredential,
    RequiredEducation,
    RequiredLanguage,
    RequiredCompetency
);

/// What a role asks in one list, distilled item by item, in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RequirementList<W> {
    items: Vec<Listed<W>>,
}

/// One item and how it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Listed<W> {
    want: W,
    /// The weight of the item, or of all its alternatives on the first of them.
    weight: OrderedFloat<f32>,
    /// Whether it, or any of its alternatives, must be met.
    is_essential: bool,
    /// Whether the role lists it as negotiable.
    is_negotiable: bool,
    /// Where the first of its alternatives is; its own place where it stands alone.
    first: usize,
    is_alone: bool,
}

/// What was found of one item.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// Code, answer and values; the list adds the rest.
    pub(crate) fact: Fact,
    /// How far it is met.
    pub(crate) degree: Degree,
    /// Whether it is met.
    pub(crate) gate: Gate,
}

impl Verdict {
    /// Nothing is known of it, because nothing was answered.
    pub(crate) fn unstated() -> Self {
        Self { fact: Fact::new("unstated"), degree: Degree::UNKNOWN, gate: Gate::Open }
    }
}

impl<W> Default for RequirementList<W> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl<W> RequirementList<W> {
    /// What a role asks in the list of this name, each item by its importance.
    pub(crate) fn ask<T: Requirement>(
        role: RoleView<'_>,
        section: &str,
        list: impl Fn(&Requirements) -> Option<&Vec<T>>,
        distil: impl FnMut(&T) -> W,
    ) -> Ask<Self> {
        let importance =
            |items: &[T]| items.iter().map(|item| item.importance().get() as f32).collect();
        Self::ask_weighed(role, section, list, importance, distil)
    }

    /// What a role asks in the list of this name, with a weight for each item.
    pub(crate) fn ask_weighed<T: Requirement>(
        role: RoleView<'_>,
        section: &str,
        list: impl Fn(&Requirements) -> Option<&Vec<T>>,
        weigh: impl Fn(&[T]) -> Vec<f32>,
        distil: impl FnMut(&T) -> W,
    ) -> Ask<Self> {
        if is_indifferent(role, section) {
            return Ask::Irrelevant;
        }
        let document = role.role();
        let Some(requirements) = document.requirements.as_ref().and_then(list) else {
            return Ask::Unstated;
        };
        if requirements.is_empty() {
            return Ask::Irrelevant;
        }
        let here = pointer(section);
        let negotiable: Vec<bool> = (0..requirements.len())
            .map(|index| role.is_negotiable(here.clone().index(index).as_str()))
            .collect();
        let asked = Self::of(requirements, &weigh(requirements), &negotiable, distil);
        let mut essential =
            requirements.iter().zip(&negotiable).filter(|(item, _)| item.is_essential()).peekable();
        let stake = items::stake(requirements);
        let is_negotiable =
            essential.peek().is_some() && essential.all(|(_, negotiable)| *negotiable);
        Ask::Stated(
            asked,
            if is_negotiable { stake.essential(Essential::Negotiable) } else { stake },
        )
    }

    fn of<T: Requirement>(
        list: &[T],
        weights: &[f32],
        negotiable: &[bool],
        mut distil: impl FnMut(&T) -> W,
    ) -> Self {
        let mut items: Vec<Listed<W>> = Vec::with_capacity(list.len());
        for (place, ((item, &weight), &is_negotiable)) in
            list.iter().zip(weights).zip(negotiable).enumerate()
        {
            let weight = OrderedFloat(weight);
            let group = item.alternative_group();
            let same = |other: &T| group.is_some() && other.alternative_group() == group;
            let first = list.iter().position(same).unwrap_or(place);
            let is_alone = list.iter().filter(|other| same(other)).count() < 2;
            let is_essential =
                item.is_essential() || list.iter().any(|other| same(other) && other.is_essential());
            items.push(Listed {
                want: distil(item),
                weight,
                is_essential,
                is_negotiable,
                first,
                is_alone,
            });
            if let Some(leader) = items.get_mut(first) {
                leader.weight = leader.weight.max(weight);
            }
        }
        Self { items }
    }

    /// Everything that counts once: an item by itself, or alternatives together.
    pub(crate) fn counted(&self) -> impl Iterator<Item = Counted<'_, W>> {
        let leads = |(place, item): &(usize, &Listed<W>)| *place == item.first;
        self.items.iter().enumerate().filter(leads).map(|(place, leader)| Counted {
            list: self,
            place,
            leader,
        })
    }

    /// Everything that must be met: an item by itself, or one of several alternatives.
    pub(crate) fn essential(&self) -> impl Iterator<Item = Counted<'_, W>> {
        self.counted().filter(Counted::is_essential)
    }

    /// The same list with each item made into something else, such as a part of it.
    pub(crate) fn map<V>(&self, mut make: impl FnMut(&W) -> V) -> RequirementList<V> {
        let made = |item: &Listed<W>| {
            let Listed { ref want, weight, is_essential, is_negotiable, first, is_alone } = *item;
            Listed { want: make(want), weight, is_essential, is_negotiable, first, is_alone }
        };
        RequirementList { items: self.items.iter().map(made).collect() }
    }

    /// Every item.
    pub(crate) fn wants(&self) -> impl Iterator<Item = &W> {
        self.items.iter().map(|item| &item.want)
    }

    /// The weighted mean of what counts (demands–abilities; METHODS.md §1.2); alternatives count by the best.
    #[inline]
    pub(crate) fn degree(&self, judge: impl Fn(&W) -> Degree) -> Degree {
        let mut mean = Mean::default();
        if let [only] = self.items.as_slice() {
            mean.add(*only.weight, judge(&only.want));
            return mean.degree().unwrap_or(Degree::FULL);
        }
        for counted in self.counted() {
            mean.add(counted.weight(), counted.best(&judge));
        }
        mean.degree().unwrap_or(Degree::FULL)
    }

    /// Whether all that must be met is.
    pub(crate) fn gate(&self, judge: impl Fn(&W) -> Gate) -> Gate {
        self.essential().fold(Gate::Met, |gate, counted| gate.and(counted.gate(&judge)))
    }

    /// The place of the first that must be met and is not; where nothing is answered, of the first that must be met.
    pub(crate) fn gated_by(&self, judge: Option<impl Fn(&W) -> Gate>) -> Option<usize> {
        let mut essential = self.essential();
        let found = match judge {
            Some(judge) => essential.find(|counted| counted.gate(&judge) != Gate::Met),
            None => essential.next(),
        };
        found.map(|counted| counted.place)
    }

    /// Every item that is known not to be met, neither by itself nor by an alternative. What may be met as it is, is to be
    /// asked and not to be changed.
    pub(crate) fn unmet<'a>(
        &'a self,
        degree: impl Fn(&W) -> Degree + 'a,
        gate: impl Fn(&W) -> Gate + 'a,
    ) -> impl Iterator<Item = Unmet<'a, W>> {
        let places = |first: usize| {
            self.items.iter().enumerate().filter(move |(_, item)| item.first == first)
        };
        self.counted().flat_map(move |counted| {
            let together = counted.best(&degree);
            let gate = if counted.is_essential() { counted.gate(&gate) } else { Gate::Met };
            let items = places(counted.place).filter(move |_| together.high() < 1.0);
            items.map(move |(place, item)| Unmet { place, want: &item.want, gate })
        })
    }

    /// Says of each item what was found. Alternatives are followed by a fact that says what they count together.
    pub(crate) fn facts(
        &self,
        section: &str,
        facts: &mut Facts,
        mut judge: impl FnMut(usize, &W) -> Verdict,
    ) {
        let judged = self.items.iter().enumerate().map(|(place, item)| {
            let Verdict { fact, degree, gate } = judge(place, &item.want);
            (fact, (degree, gate))
        });
        let (found, verdicts): (Vec<Fact>, Vec<(Degree, Gate)>) = judged.unzip();
        let total: f32 = self.counted().map(|counted| counted.weight()).sum();
        let share = |weight: f32| if total > 0.0 { weight / total } else { 0.0 };
        let here = pointer(section);
        let last_of = |first: usize| self.items.iter().rposition(|item| item.first == first);
        let items = self.items.iter().zip(found).zip(&verdicts);
        for (place, ((item, fact), &(degree, met))) in items.enumerate() {
            let fact = fact.asked(here.clone().index(place)).degree(degree);
            let gate = |gate: Gate| if item.is_negotiable { gate.negotiable() } else { gate };
            let fact = if item.is_alone { fact.share(share(*item.weight)) } else { fact };
            facts.push(if item.is_alone && item.is_essential {
                fact.gate(gate(met))
            } else {
                fact
            });
            if !item.is_alone && last_of(item.first) == Some(place) {
                facts.push(self.together(item.first, &verdicts, &here, share));
            }
        }
    }

    /// What alternatives count together.
    fn together(
        &self,
        first: usize,
        verdicts: &[(Degree, Gate)],
        here: &Pointer,
        share: impl Fn(f32) -> f32,
    ) -> Fact {
        let mut degree = Degree::NONE;
        let mut best = Gate::Unmet;
        let (mut weight, mut is_essential) = (0.0, false);
        for (place, (item, &(own, met))) in self.items.iter().zip(verdicts).enumerate() {
            if item.first == first {
                let gate = if item.is_negotiable { met.negotiable() } else { met };
                degree = degree.or(own);
                best = if gate < best { gate } else { best };
                is_essential |= item.is_essential;
                weight = if place == first { *item.weight } else { weight };
            }
        }
        let fact = Fact::new("alternatives")
            .asked(here.clone().index(first))
            .degree(degree)
            .share(share(weight));
        if is_essential { fact.gate(best) } else { fact }
    }
}

/// One item that is known not to be met.
#[derive(Debug)]
pub(crate) struct Unmet<'a, W> {
    /// Where it is in the list.
    pub(crate) place: usize,
    /// What is asked.
    pub(crate) want: &'a W,
    /// Whether it or an alternative is met, where any of them must be.
    pub(crate) gate: Gate,
}

/// What counts once: an item by itself, or alternatives together.
#[derive(Debug)]
pub(crate) struct Counted<'a, W> {
    list: &'a RequirementList<W>,
    place: usize,
    leader: &'a Listed<W>,
}

impl<'a, W> Counted<'a, W> {
    /// How much it weighs.
    pub(crate) fn weight(&self) -> f32 {
        *self.leader.weight
    }

    /// Whether it must be met.
    pub(crate) fn is_essential(&self) -> bool {
        self.leader.is_essential
    }

    /// What is asked, with whether the role lists it as negotiable.
    pub(crate) fn wants(&self) -> impl Iterator<Item = (&'a W, bool)> + use<'a, W> {
        let (first, is_alone) = (self.place, self.leader.is_alone);
        let rest =
            if is_alone { &[] } else { self.list.items.get(first + 1..).unwrap_or_default() };
        let others = rest.iter().filter(move |item| item.first == first);
        std::iter::once(self.leader).chain(others).map(|item| (&item.want, item.is_negotiable))
    }

    /// How far the best of it is met.
    #[inline]
    pub(crate) fn best(&self, judge: impl Fn(&W) -> Degree) -> Degree {
        let own = judge(&self.leader.want);
        if self.leader.is_alone {
            own
        } else {
            self.wants().skip(1).fold(own, |best, (want, _)| best.or(judge(want)))
        }
    }

    /// Whether any of it is met.
    pub(crate) fn gate(&self, judge: impl Fn(&W) -> Gate) -> Gate {
        let gate = |(want, negotiable): (&W, bool)| {
            if negotiable { judge(want).negotiable() } else { judge(want) }
        };
        self.wants().map(gate).min().unwrap_or_default()
    }
}

/// Where a list of requirements stands in a role.
pub(crate) fn pointer(section: &str) -> Pointer {
    Pointer::root().field("requirements").field(section)
}

/// Whether a role says that a section of its requirements does not matter.
pub(crate) fn is_indifferent(role: RoleView<'_>, section: &str) -> bool {
    role.role().is_indifferent(section) || role.role().is_indifferent("requirements")
}

/// What a list of a candidate answers, and whether it leaves nothing out: an empty one says that there is none.
pub(crate) fn answered<'a, T>(
    profile: mutualfit_domain::Profile<'a>,
    section: &str,
    list: Option<&'a [T]>,
) -> Answer<(&'a [T], bool)> {
    match list {
        _ if profile.is_indifferent(section) => Answer::Irrelevant,
        Some(list) => Answer::Stated((list, list.is_empty() || profile.is_complete(section))),
        None => Answer::Unstated,
    }
}
