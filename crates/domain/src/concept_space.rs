//! Which concepts match: by identity, by a taxonomy's relations, by label.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use hashbrown::HashMap;
use serde::{Deserialize, Serialize};

use crate::taxonomy_index::TaxonomyIndex;
use crate::{ConceptRef, Share, Taxonomy, normalise_label};

/// How many steps up or down a taxonomy still earn credit.
const STEPS: usize = 3;

/// A name for what is asked for and held, cheap to compare; it means something within one
/// [`ConceptSpace`] alone, and its number means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(u32);

impl ConceptId {
    /// The number behind it, for tables; it depends on the order in which concepts were met.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Under what to look for those who hold a concept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// The names to look up; equal when there is but one.
    pub keys: [ConceptId; 2],
    /// How important the concept usually is, from the taxonomy.
    pub usual_importance: Option<f32>,
}

/// What holding a neighbour of the concept asked for is worth, step by step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Credits {
    /// Holding a narrower concept than the one asked for.
    pub narrower: Share,
    /// Holding a broader concept than the one asked for.
    pub broader: Share,
    /// Holding a related concept; one step alone counts.
    pub related: Share,
}

impl Default for Credits {
    fn default() -> Self {
        Self { narrower: Share::of(0.9), broader: Share::of(0.5), related: Share::of(0.3) }
    }
}

impl Credits {
    /// The concept itself and nothing beside it.
    pub const EXACT: Self =
        Self { narrower: Share::NONE, broader: Share::NONE, related: Share::NONE };
}

/// Decides which concepts match, with the taxonomies it was made from.
///
/// A reference is *strict* when it says which classification it means: by URI, by scheme and notation,
/// by scheme and label, or because its label is one that exactly one concept of the taxonomies carries.
/// Two strict references match when they mean the same; otherwise labels decide. So false friends of
/// two classifications stay apart, and a bare label still finds them. What is held is also found under
/// broader, narrower and related concepts, for partial credit.
#[derive(Debug)]
pub struct ConceptSpace {
    taxonomy: TaxonomyIndex,
    names: RwLock<HashMap<Name, ConceptId>>,
    /// What references were resolved to, since the same ones come up again and again.
    resolved: RwLock<HashMap<ConceptRef, Resolved>>,
}

/// How many references are remembered; who meets more of them resolves the rest each time.
const REMEMBERED: usize = 1 << 16;

/// What identifies a reference that no taxonomy resolves, or under which labels meet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    Uri(String),
    Notation(String, String),
    SchemeLabel(String, String),
    /// The label of somebody who holds a strict reference.
    StrictLabel(String),
    /// The label of a reference that is nothing but a label.
    BareLabel(String),
}

/// A reference, read against the taxonomies.
#[derive(Clone, Copy, Debug)]
struct Resolved {
    /// The concept of the taxonomies.
    concept: Option<u32>,
    /// The strict identity; the concept's when there is one.
    strict: Option<ConceptId>,
    /// The label, unless the taxonomies settle whom it means.
    loose: Option<Loose>,
}

/// A label under which references meet.
#[derive(Clone, Copy, Debug)]
struct Loose {
    /// As that of somebody who holds a strict reference.
    of_strict: ConceptId,
    /// As that of a reference that is nothing but a label.
    bare: ConceptId,
}

impl ConceptSpace {
    /// A space of the concepts of some taxonomies; without any, references match by identity and label.
    pub fn new(taxonomies: &[Taxonomy]) -> Self {
        Self {
            taxonomy: TaxonomyIndex::new(taxonomies),
            names: RwLock::default(),
            resolved: RwLock::default(),
        }
    }

    /// What to look up to find those who hold the concept.
    pub fn asked(&self, concept: &ConceptRef) -> Asked {
        let Resolved { concept, strict, loose } = self.resolve(concept);
        let usual_importance = concept.and_then(|concept| self.taxonomy.usual_importance(concept));
        let bare = loose.map(|label| label.bare);
        let first = strict.or_else(|| loose.map(|label| label.of_strict));
        let keys = match (first, bare) {
            (Some(first), Some(bare)) => [first, bare],
            (Some(only), None) | (None, Some(only)) => [only, only],
            (None, None) => [self.id(Name::BareLabel(String::new())); 2],
        };
        Asked { keys, usual_importance }
    }

    /// Emits every name under which somebody who holds the concept is to be found, with the credit
    /// this earns, above 0 and up to 1; each name once, in an order that depends on nothing but the
    /// taxonomies.
    pub fn held(
        &self,
        concept: &ConceptRef,
        credits: Credits,
        emit: &mut dyn FnMut(ConceptId, f32),
    ) {
        let Resolved { concept, strict, loose } = self.resolve(concept);
        match concept {
            Some(concept) => {
                for (neighbour, credit) in self.neighbours(concept, credits) {
                    emit(ConceptId(neighbour), credit);
                }
            }
            None => {
                if let Some(strict) = strict {
                    emit(strict, 1.0);
                }
            }
        }
        if let Some(label) = loose {
            emit(if strict.is_some() { label.of_strict } else { label.bare }, 1.0);
        }
    }

    /// What somebody who holds one concept earns where another is asked for; `None` when they do not match.
    pub fn credit(&self, asked: &ConceptRef, held: &ConceptRef, credits: Credits) -> Option<f32> {
        let keys = self.asked(asked).keys;
        let mut best: Option<f32> = None;
        self.held(held, credits, &mut |id, credit| {
            if keys.contains(&id) && best.is_none_or(|best| credit > best) {
                best = Some(credit);
            }
        });
        best
    }

    /// The concept and its neighbours, each with the best credit that a path to it earns.
    fn neighbours(&self, concept: u32, credits: Credits) -> BTreeMap<u32, f32> {
        let mut best = BTreeMap::from([(concept, 1.0_f32)]);
        let mut offer = |neighbour: u32, credit: f64| {
            let credit = credit as f32;
            if credit > 0.0 {
                let best = best.entry(neighbour).or_insert(0.0);
                *best = best.max(credit);
            }
        };
        for &neighbour in self.taxonomy.related(concept) {
            offer(neighbour, credits.related.get());
        }
        // Who holds a concept holds a narrower one than each that is above it.
        let directions = [
            (credits.narrower.get(), TaxonomyIndex::broader as fn(&TaxonomyIndex, u32) -> &[u32]),
            (credits.broader.get(), TaxonomyIndex::narrower),
        ];
        for (step, next) in directions {
            let (mut credit, mut reached) = (1.0, vec![concept]);
            for _ in 0..STEPS {
                credit *= step;
                if credit <= 0.0 {
                    break;
                }
                reached =
                    reached.iter().flat_map(|&from| next(&self.taxonomy, from)).copied().collect();
                reached.sort_unstable();
                reached.dedup();
                for &neighbour in &reached {
                    offer(neighbour, credit);
                }
            }
        }
        best
    }

    fn resolve(&self, reference: &ConceptRef) -> Resolved {
        let known = self.resolved.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(&resolved) = known.get(reference) {
            return resolved;
        }
        drop(known);
        let found = self.look_up(reference);
        let mut known = self.resolved.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < REMEMBERED {
            known.insert(reference.clone(), found);
        }
        found
    }

    fn look_up(&self, reference: &ConceptRef) -> Resolved {
        let label = reference.label().map(normalise_label);
        let (concept, name) =
            match (reference.uri(), reference.scheme(), reference.notation(), &label) {
                (Some(uri), ..) => (self.taxonomy.by_uri(uri), Some(Name::Uri(uri.to_owned()))),
                (None, Some(scheme), Some(notation), _) => (
                    self.taxonomy.by_notation(scheme, notation),
                    Some(Name::Notation(scheme.to_owned(), notation.to_owned())),
                ),
                (None, Some(scheme), None, Some(label)) => (
                    self.taxonomy.by_scheme_label(scheme, label),
                    Some(Name::SchemeLabel(scheme.to_owned(), label.clone())),
                ),
                (None, None, _, Some(label)) => (self.taxonomy.by_label(label), None),
                (None, _, _, None) => (None, None),
            };
        let strict = match concept {
            Some(concept) => Some(ConceptId(concept)),
            None => name.map(|name| self.id(name)),
        };
        let label = label.or_else(|| {
            concept.and_then(|concept| self.taxonomy.label(concept)).map(str::to_owned)
        });
        // A label that one concept alone carries never stays bare, so there is nobody to meet under it.
        let loose = label.filter(|label| self.taxonomy.by_label(label).is_none());
        let loose = loose.map(|label| Loose {
            of_strict: self.id(Name::StrictLabel(label.clone())),
            bare: self.id(Name::BareLabel(label)),
        });
        Resolved { concept, strict, loose }
    }

    fn id(&self, name: Name) -> ConceptId {
        if let Some(&id) = self.names.read().unwrap_or_else(PoisonError::into_inner).get(&name) {
            return id;
        }
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        let next = ConceptId(self.taxonomy.len() + u32::try_from(names.len()).unwrap_or(u32::MAX));
        *names.entry(name).or_insert(next)
    }
}
