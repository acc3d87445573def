//! What the numbers and words of a result mean, and what went into it.

use crate::{Page, words};
use mutualfit_domain::ContextDocument;
use mutualfit_scoring::{Exponent, Merge, Reader, Rubric};
use std::fmt::Write as _;

/// What the numbers and words of a result mean, and what went into it beside the documents.
#[derive(Clone, Copy, Debug)]
pub struct Legend<'l> {
    /// For whom the results are written.
    pub reader: Reader,
    /// The rubric that scored.
    pub rubric: &'l Rubric,
    /// The context it was scored in.
    pub context: &'l ContextDocument,
    /// Lines about data that came along, such as a taxonomy and its attribution.
    pub sources: &'l [String],
}

impl Legend<'_> {
    /// As plain text: what tables end in.
    pub fn text(&self, page: &Page) -> String {
        let mut text = format!("{}\n", words::LEGEND);
        for sentence in self.meaning().iter().chain(&self.basis()) {
            text.push_str(&page.wrap(&format!("  {} ", page.glyphs.bullet()), 4, sentence));
        }
        text
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let mut text = format!("## {}\n\n", words::LEGEND);
        for sentence in self.meaning().iter().chain(&self.basis()) {
            let _ = writeln!(text, "- {sentence}");
        }
        text
    }

    /// What went in alone, as plain text.
    pub fn footer(&self, page: &Page) -> String {
        self.basis().iter().map(|sentence| page.wrap("", 2, sentence)).collect()
    }

    /// What went into a result beside the documents, a sentence each.
    pub(crate) fn basis(&self) -> Vec<String> {
        let Self { rubric, context, sources, .. } = self;
        let basis = format!(
            "As of {}, by rubric `{}` ({}).",
            context.as_of,
            rubric.id,
            words::weights_from(rubric.weights_from)
        );
        std::iter::once(basis).chain(sources.iter().cloned()).collect()
    }

    /// What the numbers and words of a result mean, a sentence each.
    pub(crate) fn meaning(&self) -> Vec<String> {
        let mutual = format!(
            "mutual: both sides together, by {}. One number is {} of its bounds; ranked by {}.",
            mean(&self.rubric.merge()),
            words::stance(self.rubric.stance()),
            words::rank_by(self.rubric.rank_by()),
        );
        let banded = (self.reader == Reader::Role).then(|| words::BANDED.to_owned());
        let sentences = words::LEGEND_SENTENCES.map(str::to_owned);
        let reader = words::written_for(self.reader).to_owned();
        std::iter::once(mutual).chain(sentences).chain(banded).chain([reader]).collect()
    }
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
