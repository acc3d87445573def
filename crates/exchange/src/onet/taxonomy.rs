//! The skills and knowledge of O*NET as a taxonomy, with how important each usually is.

use mutualfit_domain::{Concept, Share, Taxonomy, Text};

use crate::onet::constant::{id, text};
use crate::onet::figure::four_decimals;
use crate::onet::occupation::Occupation;
use crate::onet::{ELEMENT_SCHEME, ONET_ATTRIBUTION, OnetDatabase};

/// The release that the default taxonomy was taken from.
const RELEASE: &str = "29";

/// Element id, name and mean importance, parted by tabs, below lines that begin with `#`.
const USUAL: &str = include_str!("usual.tsv");

/// The elements that occur, each with its mean importance over the occupations that are imported.
///
/// The mean is of (IM − 1) / 4, without importances whose suppression is recommended; an element that
/// no imported occupation rates has none.
pub fn taxonomy(database: &OnetDatabase) -> Taxonomy {
    let mut sums = vec![(0.0, 0_u32); database.elements().len()];
    for item in database.occupations().flat_map(Occupation::items) {
        if let Some((sum, count)) = sums.get_mut(item.element) {
            *sum += item.importance.get();
            *count += 1;
        }
    }
    let concepts = database.elements().iter().zip(sums).map(|(element, (sum, count))| {
        let mean = (count > 0).then(|| four_decimals(sum / f64::from(count)));
        concept(element.label(), element.notation(), mean)
    });
    attributed(concepts.collect())
}

/// The 68 skills and areas of knowledge of O*NET release 29, with their mean importance over its 879
/// rated occupations: what [`taxonomy`] makes of that release, without its tables.
pub fn default_taxonomy() -> Taxonomy {
    let concepts = USUAL.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let (notation, label) = (cells.next(), cells.next());
        concept(label, notation, cells.next().and_then(|mean| mean.parse().ok()))
    });
    Taxonomy { version: Some(RELEASE.to_owned()), ..attributed(concepts.collect()) }
}

fn concept(label: Option<&str>, notation: Option<&str>, mean: Option<f64>) -> Concept {
    Concept {
        label: label.and_then(|label| Text::new(label).ok()),
        scheme: Some(text(ELEMENT_SCHEME)),
        notation: notation.and_then(|notation| Text::new(notation).ok()),
        usual_importance: mean.and_then(|mean| Share::new(mean).ok()),
        ..Concept::default()
    }
}

fn attributed(concepts: Vec<Concept>) -> Taxonomy {
    Taxonomy {
        attribution: Some(ONET_ATTRIBUTION.to_owned()),
        ..Taxonomy::new(id("onet"), concepts)
    }
}

#[cfg(test)]
mod tests {
    use super::{ONET_ATTRIBUTION, USUAL};

    #[test]
    fn the_figures_that_come_along_are_attributed_where_they_stand() {
        assert_eq!(USUAL.lines().next(), Some(format!("# {ONET_ATTRIBUTION}").as_str()));
    }
}
