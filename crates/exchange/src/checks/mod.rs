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
use ambito_domain::planning::Coverage;
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
