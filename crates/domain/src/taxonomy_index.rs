//! Taxonomies made ready to look things up in.

use std::collections::HashMap;

use crate::{Concept, Taxonomy, Text, normalise_label};

/// The concepts of some taxonomies, numbered in the order of the taxonomies, with indexes over them.
#[derive(Debug, Default)]
pub(crate) struct TaxonomyIndex {
    concepts: Vec<Indexed>,
    by_uri: HashMap<String, u32>,
    by_notation: HashMap<(String, String), Claim>,
    by_scheme_label: HashMap<(String, String), Claim>,
    by_label: HashMap<String, Claim>,
}

#[derive(Debug, Default)]
struct Indexed {
    label: Option<String>,
    usual_importance: Option<f32>,
    broader: Vec<u32>,
    narrower: Vec<u32>,
    related: Vec<u32>,
}

/// Who carries a label or a notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    One(u32),
    Several,
}

impl TaxonomyIndex {
    pub(crate) fn new(taxonomies: &[Taxonomy]) -> Self {
        let mut index = Self::default();
        let all = || taxonomies.iter().flat_map(|taxonomy| &taxonomy.concepts);
        let numbers: Vec<u32> = all().map(|concept| index.number(concept)).collect();
        for (concept, &number) in all().zip(&numbers) {
            index.name(concept, number);
            index.relate(concept, number);
        }
        for concept in &mut index.concepts {
            for list in [&mut concept.broader, &mut concept.narrower, &mut concept.related] {
                list.sort_unstable();
                list.dedup();
            }
        }
        index
    }

    /// How many concepts there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.concepts.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn by_uri(&self, uri: &str) -> Option<u32> {
        self.by_uri.get(uri).copied()
    }

    pub(crate) fn by_notation(&self, scheme: &str, notation: &str) -> Option<u32> {
        one(self.by_notation.get(&(scheme.to_owned(), notation.to_owned())))
    }

    pub(crate) fn by_scheme_label(&self, scheme: &str, label: &str) -> Option<u32> {
        one(self.by_scheme_label.get(&(scheme.to_owned(), label.to_owned())))
    }

    /// The concept that alone carries a comparable label.
    pub(crate) fn by_label(&self, label: &str) -> Option<u32> {
        one(self.by_label.get(label))
    }

    /// The comparable label of a concept.
    pub(crate) fn label(&self, concept: u32) -> Option<&str> {
        self.get(concept).and_then(|concept| concept.label.as_deref())
    }

    pub(crate) fn usual_importance(&self, concept: u32) -> Option<f32> {
        self.get(concept).and_then(|concept| concept.usual_importance)
    }

    pub(crate) fn broader(&self, concept: u32) -> &[u32] {
        self.get(concept).map_or(&[], |concept| &concept.broader)
    }

    pub(crate) fn narrower(&self, concept: u32) -> &[u32] {
        self.get(concept).map_or(&[], |concept| &concept.narrower)
    }

    pub(crate) fn related(&self, concept: u32) -> &[u32] {
        self.get(concept).map_or(&[], |concept| &concept.related)
    }

    fn get(&self, concept: u32) -> Option<&Indexed> {
        self.concepts.get(concept as usize)
    }

    /// The number of a concept: the one its URI has, or a new one.
    fn number(&mut self, concept: &Concept) -> u32 {
        let next = self.len();
        let number = match &concept.uri {
            Some(uri) => *self.by_uri.entry(uri.as_str().to_owned()).or_insert(next),
            None => next,
        };
        if number == next {
            self.concepts.push(Indexed::default());
        }
        if let Some(indexed) = self.concepts.get_mut(number as usize) {
            indexed.label = indexed
                .label
                .take()
                .or_else(|| concept.label.as_ref().map(|label| normalise_label(label.as_str())));
            indexed.usual_importance = indexed
                .usual_importance
                .or(concept.usual_importance.map(|share| share.get() as f32));
        }
        number
    }

    fn name(&mut self, concept: &Concept, number: u32) {
        let scheme = concept.scheme.as_ref().map(Text::as_str);
        if let (Some(scheme), Some(notation)) = (scheme, &concept.notation) {
            claim(&mut self.by_notation, (scheme.to_owned(), notation.as_str().to_owned()), number);
        }
        for label in concept.label.iter().chain(concept.alt_labels.iter().flatten()) {
            let label = normalise_label(label.as_str());
            if let Some(scheme) = scheme {
                claim(&mut self.by_scheme_label, (scheme.to_owned(), label.clone()), number);
            }
            claim(&mut self.by_label, label, number);
        }
    }

    fn relate(&mut self, concept: &Concept, number: u32) {
        let found = |index: &Self, uris: &Option<Vec<Text>>| -> Vec<u32> {
            let uris = uris.iter().flatten();
            uris.filter_map(|uri| index.by_uri(uri.as_str()))
                .filter(|&other| other != number)
                .collect()
        };
        let (broader, related) = (found(self, &concept.broader), found(self, &concept.related));
        for other in broader {
            self.with(number, |concept| concept.broader.push(other));
            self.with(other, |concept| concept.narrower.push(number));
        }
        for other in related {
            self.with(number, |concept| concept.related.push(other));
            self.with(other, |concept| concept.related.push(number));
        }
    }

    fn with(&mut self, concept: u32, change: impl FnOnce(&mut Indexed)) {
        if let Some(concept) = self.concepts.get_mut(concept as usize) {
            change(concept);
        }
    }
}

fn one(claim: Option<&Claim>) -> Option<u32> {
    match claim {
        Some(Claim::One(concept)) => Some(*concept),
        _ => None,
    }
}

fn claim<K: std::hash::Hash + Eq>(claims: &mut HashMap<K, Claim>, key: K, number: u32) {
    claims
        .entry(key)
        .and_modify(|claim| {
            if *claim != Claim::One(number) {
                *claim = Claim::Several;
            }
        })
        .or_insert(Claim::One(number));
}
