//! What a ranking takes as given.

use mutualfit_domain::{
    ConceptSpace, ContextDocument, Crosswalk, CrosswalkPoint, CurrencyCode, ExtensionError,
    Extensions, Level, Taxonomy, scale_bounds,
};
use serde::de::DeserializeOwned;
use std::{collections::BTreeMap, fmt, sync::Arc};

/// What holds for every pair of a ranking: the date, exchange rates, scales, crosswalks and taxonomies.
///
/// Cheap to clone. A criterion sees it as a [`Context`].
#[derive(Clone, Debug)]
pub struct World {
    inner: Arc<Inner>,
}

struct Inner {
    document: ContextDocument,
    rates: BTreeMap<(CurrencyCode, CurrencyCode), f64>,
    concepts: ConceptSpace,
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("document", &self.document).finish_non_exhaustive()
    }
}

impl World {
    /// A world from its document and the taxonomies that it goes with.
    pub fn new(document: ContextDocument, taxonomies: &[Taxonomy]) -> Self {
        let rates = document
            .rates
            .iter()
            .flatten()
            .map(|rate| ((rate.from.clone(), rate.to.clone()), rate.rate.get()))
            .collect();
        Self { inner: Arc::new(Inner { document, rates, concepts: ConceptSpace::new(taxonomies) }) }
    }

    /// Whether this is that very world, and not one like it: concepts are numbered as they are met.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    /// The document it was made from.
    pub fn document(&self) -> &ContextDocument {
        &self.inner.document
    }
}

/// What a criterion may know beside the two documents.
#[derive(Clone, Debug)]
pub struct Context {
    world: World,
    extensions: Arc<[String]>,
}

impl Context {
    /// The world, as seen by a criterion that declares these extension keys.
    pub fn new(world: &World, extensions: impl IntoIterator<Item = String>) -> Self {
        Self { world: world.clone(), extensions: extensions.into_iter().collect() }
    }

    /// The day as of which is scored. There is no clock: the caller says.
    pub fn as_of(&self) -> jiff::civil::Date {
        self.world.inner.document.as_of.get()
    }

    /// Concepts, and how they relate.
    pub fn concepts(&self) -> &ConceptSpace {
        &self.world.inner.concepts
    }

    /// An amount of money in another currency, by the rate given in the context (either way round); `None` without
    /// one, since no rate is ever assumed.
    pub fn convert(&self, amount: f64, from: &CurrencyCode, to: &CurrencyCode) -> Option<f64> {
        if from == to {
            return Some(amount);
        }
        let rates = &self.world.inner.rates;
        let forth = rates.get(&(from.clone(), to.clone())).map(|rate| amount * rate);
        forth.or_else(|| rates.get(&(to.clone(), from.clone())).map(|rate| amount / rate))
    }

    /// The least and greatest value of a scale, as the context declares it or as it is commonly known.
    pub fn scale(&self, id: &str) -> Option<(f64, f64)> {
        let declared =
            self.world.inner.document.scales.iter().flatten().find(|scale| scale.id.as_str() == id);
        declared
            .map(|scale| (scale.min_value.get(), scale.max_value.get()))
            .or_else(|| scale_bounds(id))
    }

    /// A level as a share of its scale, `0..=1`; `None` for a scale that nothing declares.
    pub fn share_of_scale(&self, level: &Level) -> Option<f64> {
        let (least, greatest) = self.scale(level.scale())?;
        (greatest > least).then(|| ((level.value() - least) / (greatest - least)).clamp(0.0, 1.0))
    }

    /// A level on another scale, through a crosswalk of the context; linear between its points, level beyond them.
    pub fn on_scale(&self, level: &Level, scale: &str) -> Option<f64> {
        if level.scale() == scale {
            return Some(level.value());
        }
        let crosswalks = self.world.inner.document.crosswalks.as_deref()?;
        let joins = |crosswalk: &&Crosswalk| {
            crosswalk.from.as_str() == level.scale() && crosswalk.to.as_str() == scale
        };
        let points = &crosswalks.iter().find(joins)?.points;
        let ends = |point: &CrosswalkPoint| (point.from.get(), point.to.get());
        match points.iter().position(|point| point.from.get() >= level.value()) {
            Some(0) => points.first().map(|first| first.to.get()),
            None => points.last().map(|last| last.to.get()),
            Some(after) => {
                let ((from, to), (next_from, next_to)) =
                    (ends(points.get(after - 1)?), ends(points.get(after)?));
                Some(to + (level.value() - from) / (next_from - from) * (next_to - to))
            }
        }
    }

    /// A document's extension, typed. Only keys that the criterion declares in its [`Reads`](crate::Reads) can be read.
    ///
    /// # Errors
    ///
    /// Where the key is not declared, or its value is not a `T`.
    pub fn extension<T: DeserializeOwned>(
        &self,
        of: Option<&Extensions>,
        key: &str,
    ) -> Result<Option<T>, ContextError> {
        if !self.extensions.iter().any(|declared| declared == key) {
            return Err(ContextError::Undeclared { key: key.to_owned() });
        }
        of.map_or(Ok(None), |extensions| extensions.get(key).map_err(ContextError::Extension))
    }
}

/// Why an extension could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContextError {
    /// The criterion does not declare that it reads this key.
    #[error("extension `{key}` is read but not declared; name it in the criterion's `reads`")]
    Undeclared {
        /// The key.
        key: String,
    },
    /// The value has another shape.
    #[error(transparent)]
    Extension(ExtensionError),
}
