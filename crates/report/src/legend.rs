//! What the numbers and words of a result mean.

use crate::{Page, words};
use mutualfit_domain::ContextDocument;
use mutualfit_scoring::{Exponent, Merge, Rubric};

/// The legend that tables end in: what is shown, by which rubric, as of when, and what else went in.
///
/// `sources` are lines about data that came along, such as the taxonomy and its attribution.
pub fn legend_text(
    rubric: &Rubric,
    context: &ContextDocument,
    sources: &[String],
    page: &Page,
) -> String {
    let mut text = format!("{}\n", words::LEGEND);
    for sentence in sentences(rubric, context, sources) {
        text.push_str(&page.wrap(&format!("  {} ", page.glyphs.bullet()), 4, &sentence));
    }
    text
}

/// The same legend as Markdown.
pub fn legend_markdown(rubric: &Rubric, context: &ContextDocument, sources: &[String]) -> String {
    let mut text = format!("## {}\n\n", words::LEGEND);
    for sentence in sentences(rubric, context, sources) {
        text.push_str(&format!("- {sentence}\n"));
    }
    text
}

fn sentences(rubric: &Rubric, context: &ContextDocument, sources: &[String]) -> Vec<String> {
    let mut sentences = vec![format!(
        "mutual: both sides together, by {}. One number is {} of its bounds; ranked by {}.",
        mean(&rubric.merge()),
        words::stance(rubric.stance()),
        words::rank_by(rubric.rank_by()),
    )];
    sentences.extend(words::LEGEND_SENTENCES.map(str::to_owned));
    sentences.push(format!(
        "As of {}, by rubric `{}` ({}).",
        context.as_of,
        rubric.id,
        words::weights_from(rubric.weights_from),
    ));
    sentences.extend_from_slice(sources);
    sentences
}

/// The mean that merges the sides.
fn mean(merge: &Merge) -> String {
    let mean = match merge.exponent {
        Exponent::Minimum => "the worse of the two",
        Exponent::Harmonic => "their harmonic mean",
        Exponent::Geometric => "their geometric mean",
        Exponent::Arithmetic => "their arithmetic mean",
        Exponent::Quadratic => "their quadratic mean",
        Exponent::Maximum => "the better of the two",
    };
    let (role, candidate) = (merge.role_weight, merge.candidate_weight);
    if role.to_bits() == candidate.to_bits() {
        mean.to_owned()
    } else {
        format!("{mean} weighted {role} to {candidate}")
    }
}
