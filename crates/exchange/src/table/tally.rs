// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was read in the whole run, in one line.

use crate::{Reading, people};
use ambito_domain::planning::Coverage;
use ambito_i18n::Catalogue;

/// Counts over all readings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    documents: usize,
    problems: usize,
    coverage: Coverage,
    nodes: usize,
    indicators: usize,
    notes: usize,
}

impl Tally {
    /// Counts a reading.
    pub fn add(&mut self, reading: &Reading) {
        let draft = &reading.draft;
        let Coverage { lines, read, text, unread } = draft.coverage;
        self.documents += 1;
        self.coverage.lines = self.coverage.lines.saturating_add(lines);
        self.coverage.read = self.coverage.read.saturating_add(read);
        self.coverage.text = self.coverage.text.saturating_add(text);
        self.coverage.unread = self.coverage.unread.saturating_add(unread);
        self.nodes += draft.nodes.len();
        self.indicators += draft.indicators.len();
        self.notes += draft.notes.len();
    }

    /// Counts a file that could not be read.
    pub fn add_problem(&mut self) {
        self.problems += 1;
    }

    /// How many documents were read.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// How many files could not be read.
    #[must_use]
    pub fn problems(&self) -> usize {
        self.problems
    }
}

/// The one line that ends a run: `1 documento letto (99,2% delle righe), 47 nodi, 34 indicatori`.
#[must_use]
pub fn summary(tally: &Tally, catalogue: &Catalogue) -> String {
    let Tally { documents, problems, coverage, nodes, indicators, notes } = *tally;
    let mut parts = vec![catalogue.text("read-summary-documents", &[("count", documents.into())])];
    if documents > 0 {
        let share = people::understood(&coverage, catalogue.language());
        parts[0] = format!("{} ({})", parts[0], catalogue.text("read-summary-share", &[("share", (&share).into())]));
    }
    if problems > 0 {
        parts.push(catalogue.text("read-summary-problems", &[("count", problems.into())]));
    }
    if nodes > 0 {
        parts.push(catalogue.text("read-summary-nodes", &[("count", nodes.into())]));
    }
    if indicators > 0 {
        parts.push(catalogue.text("read-summary-indicators", &[("count", indicators.into())]));
    }
    if notes > 0 {
        parts.push(catalogue.text("read-summary-notes", &[("count", notes.into())]));
    }
    parts.join(", ")
}
