//! Which concepts match.

use std::collections::{BTreeMap, BTreeSet};

use mutualfit_domain::{
    Concept, ConceptRef, ConceptSpace, Credits, Taxonomy, Text, normalise_label, read,
};
use proptest::prelude::*;

use crate::samples::TAXONOMY;

fn reference(json: &str) -> ConceptRef {
    serde_json::from_str(json).unwrap()
}

#[track_caller]
fn check(space: &ConceptSpace, asked: &str, held: &str, expected: Option<f32>) {
    assert_eq!(
        space.credit(&reference(asked), &reference(held), Credits::default()),
        expected,
        "{asked} {held}"
    );
}

#[test]
fn without_a_taxonomy_identity_and_labels_decide() {
    let space = ConceptSpace::new(&[]);
    check(
        &space,
        r#"{"label": "Local anaesthesia"}"#,
        r#"{"label": "local-anaesthesia"}"#,
        Some(1.0),
    );
    check(&space, r#"{"label": "Scaling"}"#, r#"{"label": "Calming"}"#, None);
    check(&space, r#"{"uri": "a:1", "label": "x"}"#, r#"{"uri": "a:1", "label": "y"}"#, Some(1.0));
    check(&space, r#"{"label": "x"}"#, r#"{"uri": "a:1", "label": "X"}"#, Some(1.0));
    check(&space, r#"{"uri": "a:1", "label": "x"}"#, r#"{"label": "X"}"#, Some(1.0));
    check(
        &space,
        r#"{"label": "x", "scheme": "s", "notation": "1"}"#,
        r#"{"label": "y", "scheme": "s", "notation": "1"}"#,
        Some(1.0),
    );
}

#[test]
fn false_friends_of_two_schemes_stay_apart() {
    let space = ConceptSpace::new(&[]);
    check(
        &space,
        r#"{"label": "Scaling", "scheme": "dental"}"#,
        r#"{"label": "Scaling", "scheme": "cloud"}"#,
        None,
    );
    check(
        &space,
        r#"{"uri": "a:1", "label": "Scaling"}"#,
        r#"{"uri": "b:1", "label": "Scaling"}"#,
        None,
    );
    check(
        &space,
        r#"{"label": "Scaling", "scheme": "dental"}"#,
        r#"{"label": "scaling"}"#,
        Some(1.0),
    );
}

#[test]
fn a_taxonomy_resolves_labels_and_gives_neighbours_credit() {
    let space = ConceptSpace::new(&[read::<Taxonomy>(TAXONOMY).unwrap()]);
    let (numbing, local) = (r#"{"label": "pain control"}"#, r#"{"label": "local anaesthesia"}"#);
    check(&space, numbing, r#"{"uri": "x:numbing"}"#, Some(1.0));
    check(&space, numbing, r#"{"label": "any", "scheme": "x", "notation": "1"}"#, Some(1.0));
    check(&space, numbing, local, Some(0.9));
    check(&space, local, numbing, Some(0.5));
    check(&space, numbing, r#"{"label": "calming people"}"#, Some(0.3));
    check(&space, r#"{"label": "calming people"}"#, numbing, Some(0.3));
    check(&space, local, r#"{"label": "calming people"}"#, None);
    assert_eq!(space.credit(&reference(numbing), &reference(local), Credits::EXACT), None);
    assert_eq!(space.asked(&reference(numbing)).usual_importance, Some(0.6));
    assert_eq!(space.asked(&reference(local)).usual_importance, None);
}

/// The rule in words, with nothing to look up: what the space is to agree with.
struct Oracle<'a> {
    concepts: &'a [Concept],
}

#[derive(PartialEq, Eq, Clone)]
enum Identity {
    Concept(usize),
    Other(Vec<Option<String>>),
}

impl Oracle<'_> {
    fn labels(&self, index: usize) -> BTreeSet<String> {
        let concept = &self.concepts[index];
        concept
            .label
            .iter()
            .chain(concept.alt_labels.iter().flatten())
            .map(|label| normalise_label(label.as_str()))
            .collect()
    }

    fn only(&self, holds: impl Fn(&Concept, usize) -> bool) -> Option<usize> {
        let found: Vec<_> =
            (0..self.concepts.len()).filter(|&index| holds(&self.concepts[index], index)).collect();
        if let [only] = found[..] { Some(only) } else { None }
    }

    fn identity(&self, it: &ConceptRef) -> Option<Identity> {
        let label = it.label().map(normalise_label);
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (concept, other) = if it.uri().is_some() {
            (
                self.only(|concept, _| text(&concept.uri) == owned(it.uri())),
                Some(vec![owned(it.uri())]),
            )
        } else if it.scheme().is_some() && it.notation().is_some() {
            let same = |concept: &Concept, _| {
                text(&concept.scheme) == owned(it.scheme())
                    && text(&concept.notation) == owned(it.notation())
            };
            (self.only(same), Some(vec![owned(it.scheme()), owned(it.notation()), None]))
        } else if it.scheme().is_some() {
            let label = label?;
            let same = |concept: &Concept, index| {
                text(&concept.scheme) == owned(it.scheme()) && self.labels(index).contains(&label)
            };
            (self.only(same), Some(vec![owned(it.scheme()), Some(label.clone())]))
        } else {
            let label = label?;
            (self.only(|_, index| self.labels(index).contains(&label)), None)
        };
        concept.map(Identity::Concept).or(other.map(Identity::Other))
    }

    fn label(&self, it: &ConceptRef) -> Option<String> {
        let of_concept = || match self.identity(it) {
            Some(Identity::Concept(index)) => {
                self.concepts[index].label.as_ref().map(|label| normalise_label(label.as_str()))
            }
            _ => None,
        };
        it.label().map(normalise_label).or_else(of_concept)
    }

    fn is_broader(&self, narrow: usize, broad: usize) -> bool {
        let uri = &self.concepts[broad].uri;
        narrow != broad
            && self.concepts[narrow]
                .broader
                .iter()
                .flatten()
                .any(|other| Some(other) == uri.as_ref())
    }

    fn is_related(&self, a: usize, b: usize) -> bool {
        let says = |a: usize, b: usize| {
            self.concepts[a]
                .related
                .iter()
                .flatten()
                .any(|other| Some(other) == self.concepts[b].uri.as_ref())
        };
        a != b && (says(a, b) || says(b, a))
    }

    /// Whether there are so many steps upwards from one to the other.
    fn climbs(&self, from: usize, to: usize, steps: usize) -> bool {
        if steps == 0 {
            return from == to;
        }
        (0..self.concepts.len())
            .any(|next| self.is_broader(from, next) && self.climbs(next, to, steps - 1))
    }

    fn credit(&self, asked: &ConceptRef, held: &ConceptRef) -> Option<f32> {
        let (a, h) = (self.identity(asked), self.identity(held));
        if let (Some(Identity::Concept(a)), Some(Identity::Concept(h))) = (&a, &h) {
            let mut earned = Vec::new();
            for (steps, narrower, broader) in
                [(0, 1.0, 1.0), (1, 0.9, 0.5), (2, 0.9 * 0.9, 0.25), (3, 0.9 * 0.9 * 0.9, 0.125)]
            {
                earned.extend(self.climbs(*h, *a, steps).then_some(narrower));
                earned.extend(self.climbs(*a, *h, steps).then_some(broader));
            }
            earned.extend(self.is_related(*a, *h).then_some(0.3));
            return earned.into_iter().map(|credit: f64| credit as f32).reduce(f32::max);
        }
        let same = match (&a, &h) {
            (Some(a), Some(h)) => a == h,
            _ => self.label(asked).is_some() && self.label(asked) == self.label(held),
        };
        same.then_some(1.0)
    }
}

fn any_reference() -> impl Strategy<Value = ConceptRef> {
    let text = |choices: &[&str]| {
        let choices: Vec<Text> = choices.iter().map(|text| Text::new(*text).unwrap()).collect();
        prop::option::of(prop::sample::select(choices))
    };
    (
        text(&["u:0", "u:1", "u:2", "u:9"]),
        text(&["A", "b", "C", "d"]),
        text(&["s", "t"]),
        text(&["1", "2"]),
    )
        .prop_filter_map("a concept has a name", |(uri, label, scheme, notation)| {
            let concept = match (uri, label) {
                (Some(uri), Some(label)) => ConceptRef::identified(uri).with_label(label),
                (Some(uri), None) => ConceptRef::identified(uri),
                (None, Some(label)) => ConceptRef::labelled(label),
                (None, None) => return None,
            };
            let concept = match scheme {
                Some(scheme) => concept.with_scheme(scheme),
                None => concept,
            };
            Some(match notation {
                Some(notation) => concept.with_notation(notation),
                None => concept,
            })
        })
}

fn any_concepts() -> impl Strategy<Value = Vec<Concept>> {
    let text = |text: &str| Text::new(text).unwrap();
    let uri = move |index: usize| text(&format!("u:{index}"));
    let labels = prop::sample::select(vec!["a", "B", "c"]).prop_map(text);
    let concept = (
        prop::option::of(labels.clone()),
        prop::collection::vec(labels, 0..2),
        prop::option::of(prop::sample::select(vec!["s", "t"]).prop_map(text)),
        prop::option::of(prop::sample::select(vec!["1", "2"]).prop_map(text)),
        prop::collection::vec((0..6_usize).prop_map(uri), 0..3),
        prop::collection::vec((0..6_usize).prop_map(uri), 0..2),
    );
    prop::collection::vec(concept, 0..6).prop_map(move |concepts| {
        let concepts = concepts.into_iter().enumerate();
        let concepts =
            concepts.map(|(index, (label, alt_labels, scheme, notation, broader, related))| {
                Concept {
                    uri: Some(uri(index)),
                    label,
                    alt_labels: Some(alt_labels),
                    scheme,
                    notation,
                    broader: Some(broader),
                    related: Some(related),
                    usual_importance: None,
                }
            });
        concepts.collect()
    })
}

proptest! {
    #[test]
    fn the_space_keeps_to_the_rule(concepts in any_concepts(), asked in any_reference(), held in any_reference()) {
        let taxonomy = Taxonomy::new("t".parse().unwrap(), concepts.clone());
        let space = ConceptSpace::new(&[taxonomy]);
        let oracle = Oracle { concepts: &concepts };
        prop_assert_eq!(space.credit(&asked, &held, Credits::default()), oracle.credit(&asked, &held));
    }

    #[test]
    fn looking_up_what_is_held_finds_the_same_credit(concepts in any_concepts(), refs in prop::collection::vec(any_reference(), 2..6)) {
        let taxonomy = Taxonomy::new("t".parse().unwrap(), concepts);
        let space = ConceptSpace::new(std::slice::from_ref(&taxonomy));
        let fresh = ConceptSpace::new(&[taxonomy]);
        for held in &refs {
            let mut emitted = BTreeMap::new();
            space.held(held, Credits::default(), &mut |id, credit| {
                assert!(credit > 0.0 && credit <= 1.0);
                assert!(emitted.insert(id, credit).is_none(), "each name once");
            });
            for asked in &refs {
                let [first, second] = space.asked(asked).keys;
                let found = [emitted.get(&first), emitted.get(&second)].into_iter().flatten().copied().reduce(f32::max);
                // The order in which concepts were met changes nothing.
                prop_assert_eq!(found, fresh.credit(asked, held, Credits::default()));
            }
        }
    }

    #[test]
    fn a_comparable_label_stays_as_it_is(label in ".{0,20}") {
        let once = normalise_label(&label);
        prop_assert_eq!(normalise_label(&once), once);
    }
}
