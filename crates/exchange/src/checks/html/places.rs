// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the places that findings name (lines of files and pages, rows of sheets, paragraphs) back to the lines of the
//! blocks.

use crate::checks::Source;
use crate::checks::quoted::Quoted;
use ambito_documents::blocks::LineKind;
use ambito_findings::{Finding, Related, Where};
use std::collections::HashMap;

/// A line of a document: both are what anchors are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The index of the document.
    pub source: usize,
    /// The 1-based line of its blocks.
    pub line: u32,
}

impl Spot {
    /// The anchor of the line.
    pub(super) fn anchor(self) -> String {
        format!("d{}-{}", self.source + 1, self.line)
    }
}

/// A sheet, a page, and a number there: the line or row of the file.
type Numbered<'a> = (Option<&'a str>, Option<u32>, u32);

/// The lines of blocks at a place of the file.
type LinesAt<'a> = HashMap<Numbered<'a>, Vec<u32>>;

/// Where everything is.
#[derive(Debug)]
pub(super) struct Places<'a> {
    sources: &'a [Source],
    documents: HashMap<&'a str, usize>,
    /// For each document, the lines of the blocks that stand at a place.
    lines: Vec<LinesAt<'a>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(sources: &'a [Source]) -> Self {
        let mut documents = HashMap::new();
        let mut lines = Vec::with_capacity(sources.len());
        for (index, source) in sources.iter().enumerate() {
            documents.entry(source.reading.path.as_str()).or_insert(index);
            let mut of_document: LinesAt<'a> = HashMap::new();
            for (_, number) in source.blocks.lines.iter().zip(1u32..) {
                let place = source.blocks.places.of(number);
                of_document.entry((place.sheet, place.page, place.line)).or_default().push(number);
            }
            lines.push(of_document);
        }
        Self { sources, documents, lines }
    }

    /// The line that a finding is on; among several at one place the one that it quotes.
    pub(super) fn of_finding(&self, finding: &Finding) -> Option<Spot> {
        let source = *self.documents.get(finding.document.as_deref()?)?;
        let candidates = self.at(source, &finding.at, finding.span?.line)?;
        let blocks = &self.sources[source].blocks;
        let quoted = |line: &&u32| {
            finding.quote.as_deref().is_some_and(|quote| quote.trim() == Quoted::of(blocks, **line).text().trim())
        };
        let line = candidates.iter().find(quoted).or_else(|| self.shown(source, candidates))?;
        Some(Spot { source, line: *line })
    }

    /// The line that a finding names beside its own.
    pub(super) fn of_related(&self, other: &Related) -> Option<Spot> {
        let source = *self.documents.get(other.document.as_str())?;
        let line = *self.shown(source, self.at(source, &other.at, other.line)?)?;
        Some(Spot { source, line })
    }

    /// The first of some lines that is not blank, else the first.
    fn shown<'b>(&self, source: usize, lines: &'b [u32]) -> Option<&'b u32> {
        lines.iter().find(|line| !is_blank(&self.sources[source], **line)).or_else(|| lines.first())
    }

    fn at<'b>(&'b self, source: usize, at: &'b Where, line: usize) -> Option<&'b Vec<u32>> {
        self.lines.get(source)?.get(&(at.sheet(), at.page(), u32::try_from(line).ok()?))
    }
}

fn is_blank(source: &Source, line: u32) -> bool {
    let kind = source.blocks.lines.get((line as usize).saturating_sub(1)).map(|line| line.kind);
    matches!(kind, Some(LineKind::Blank | LineKind::PageBreak))
}
