//! Explanations as they are told to each reader.

use crate::{basis::Basis, reading::Sheet};
use mutualfit::{
    Candidate, Engine, Explanation, Reader, Role, Sourced,
    report::{
        Detail, Page, Papers, explanation_markdown, explanation_text, story_markdown, story_text,
    },
};

/// An explanation for one reader, with the documents that it is about.
pub(crate) struct Pair<'p> {
    pub(crate) explanation: Explanation,
    role: &'p Role,
    candidate: &'p Candidate,
}

impl<'p> Pair<'p> {
    /// Why the two score as they do, as this reader may see it; with what would have to change for a target.
    pub(crate) fn explained(
        engine: &Engine,
        reader: Reader,
        role: &'p Sheet<Role>,
        candidate: &'p Sheet<Candidate>,
        target: Option<f32>,
    ) -> Self {
        let sourced = Sourced { document: &role.document, digest: role.digest };
        let other = Sourced { document: &candidate.document, digest: candidate.digest };
        Self::of(engine, reader, sourced, other, target)
    }

    /// The same of documents that are not sheets.
    pub(crate) fn of(
        engine: &Engine,
        reader: Reader,
        role: Sourced<'p, Role>,
        candidate: Sourced<'p, Candidate>,
        target: Option<f32>,
    ) -> Self {
        let documents = (role.document, candidate.document);
        let mut explanation = engine.seen_by(reader, &engine.explain(role, candidate));
        let (role, candidate) = documents;
        explanation.least_change =
            target.map(|target| engine.least_change_read_by(reader, role, candidate, target));
        Self { explanation, role, candidate }
    }

    /// As plain text.
    pub(crate) fn text(&self, basis: &Basis, page: &Page, detail: Detail) -> String {
        match self.explanation.reader {
            Reader::Auditor => explanation_text(&self.explanation, &basis.registry, page, detail),
            Reader::Role | Reader::Candidate => {
                story_text(&self.explanation, self.papers(), &basis.registry, page, detail)
            }
        }
    }

    /// As Markdown.
    pub(crate) fn markdown(&self, basis: &Basis) -> String {
        match self.explanation.reader {
            Reader::Auditor => explanation_markdown(&self.explanation, &basis.registry),
            Reader::Role | Reader::Candidate => {
                story_markdown(&self.explanation, self.papers(), &basis.registry)
            }
        }
    }

    fn papers(&self) -> Papers<'_> {
        // Nobody but the candidate is told anything from the candidate's document itself.
        let candidate = (self.explanation.reader == Reader::Candidate).then_some(self.candidate);
        Papers { role: self.role, candidate }
    }
}
