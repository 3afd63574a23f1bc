// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the checks found, worded and written: text for a terminal, JSON by the contract, SARIF, a workbook, a page.
//!
//! Invariants: the checks' figures and places come out as they are; `expected` and `found` are in the pinned notation
//! in every language; only messages, labels and hints depend on the catalogue.

pub mod acceptance;
pub mod articles;
pub mod html;
pub mod json;
pub mod manual;
mod quoted;
pub mod sarif;
mod summary;
pub mod text;
mod wording;

use ambito_checks::{Selection, Subject};
use ambito_domain::planning::{Coverage, LineNo};
use ambito_findings::Finding;
use ambito_i18n::Catalogue;

pub use crate::Source;
pub use summary::Counts;

/// Checks documents that were given together; the findings are worded and in the order of the documents.
#[must_use]
pub fn check(sources: &[Source], selection: &Selection, catalogue: &Catalogue) -> Vec<Finding> {
    let subjects: Vec<Subject<'_>> = sources.iter().map(subject).collect();
    let defects = ambito_checks::run(&subjects, selection);
    let worder = wording::Worder::new(sources, &subjects, catalogue);
    defects.iter().map(|defect| worder.finding(defect)).collect()
}

/// A finding in several languages, with the lines of the blocks it speaks of.
#[derive(Clone, Debug)]
pub struct Worded {
    /// The line of the blocks where it stands.
    pub line: LineNo,
    /// The lines of the places it speaks of besides, in their order.
    pub related_lines: Vec<LineNo>,
    /// The finding, once for each of the catalogues.
    pub findings: Vec<Finding>,
}

/// Checks one document, and words what was found in each of the languages, for who reads it on the pages of an office.
#[must_use]
pub fn check_worded(source: &Source, selection: &Selection, catalogues: &[Catalogue]) -> Vec<Worded> {
    let sources = std::slice::from_ref(source);
    let subjects = [subject(source)];
    let defects = ambito_checks::run(&subjects, selection);
    let worders: Vec<wording::Worder<'_>> =
        catalogues.iter().map(|catalogue| wording::Worder::new(sources, &subjects, catalogue).for_pages()).collect();
    let worded = |defect: &ambito_checks::Defect| Worded {
        line: defect.place.line,
        related_lines: defect.related.iter().map(|other| other.line).collect(),
        findings: worders.iter().map(|worder| worder.finding(defect)).collect(),
    };
    defects.iter().map(worded).collect()
}

fn subject(source: &Source) -> Subject<'_> {
    Subject::new(&source.reading.path, &source.blocks, &source.reading.draft)
}

/// How much of all documents together was understood.
#[must_use]
pub fn coverage(sources: &[Source]) -> Coverage {
    let mut sum = Coverage::default();
    for source in sources {
        let Coverage { lines, read, text, unread } = source.reading.draft.coverage;
        sum.lines = sum.lines.saturating_add(lines);
        sum.read = sum.read.saturating_add(read);
        sum.text = sum.text.saturating_add(text);
        sum.unread = sum.unread.saturating_add(unread);
    }
    sum
}

#[cfg(test)]
mod tests;
