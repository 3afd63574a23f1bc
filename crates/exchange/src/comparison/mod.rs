// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two readings, written out: JSON for programs, a table for the terminal, a page for people.
//!
//! Invariants: all three tell the same changes with the same counts; nothing here decides what a change is. The page
//! is one file without scripts and without anything fetched from outside.

mod groups;
mod html;
mod json;
mod page;
mod table;
mod values;
mod words;

pub use html::write as write_html;
pub use json::{SCHEMA, SCHEMA_NAME, write as write_json};
pub use page::{Answer, Aspect, Changes, MoneyAnswer, MoneyKind, NodeChanges, Page, RowChange, Run};
pub use table::write as write_table;

use crate::{Reading, place};
use ambito_domain::planning::LineNo;
use ambito_domain::planning::comparison::{Change, Comparison, Counts, compare};
use ambito_findings::Where;
use ambito_i18n::Catalogue;

/// Two readings and what changed between them.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    old: &'a Reading,
    new: &'a Reading,
    comparison: Comparison<'a>,
}

impl<'a> Compared<'a> {
    /// Compares two readings.
    #[must_use]
    pub fn new(old: &'a Reading, new: &'a Reading) -> Self {
        Self { old, new, comparison: compare(&old.draft, &new.draft) }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.comparison.changes.is_empty()
    }

    /// Where the record of a change stands, in words: `riga 8`, `riga 8 (prima 7)`, `riga 7 del documento di prima`;
    /// `pag. 3, riga 8 (prima: riga 7)` where a line alone would mislead.
    fn places(&self, change: &Change<'_>, catalogue: &Catalogue) -> String {
        let old = change.old_line.map(|line| Side::of(self.old, line));
        let new = change.new_line.map(|line| Side::of(self.new, line));
        let words = |side: &Side| place::words(&side.at, side.line, catalogue);
        match (old, new) {
            (Some(old), Some(new)) => match (old.number(), new.number()) {
                (Some(old), Some(new)) if old == new => catalogue.text("compare-line", &[("line", (&new).into())]),
                (Some(old), Some(new)) => {
                    catalogue.text("compare-lines", &[("old", (&old).into()), ("new", (&new).into())])
                }
                _ => match (words(&old), words(&new)) {
                    (old, new) if old == new => new,
                    (old, new) => catalogue.text("compare-places", &[("old", (&old).into()), ("new", (&new).into())]),
                },
            },
            (Some(old), None) => match old.number() {
                Some(old) => catalogue.text("compare-line-old", &[("line", (&old).into())]),
                None => catalogue.text("compare-place-old", &[("place", (&words(&old)).into())]),
            },
            (None, Some(new)) => match new.number() {
                Some(new) => catalogue.text("compare-line", &[("line", (&new).into())]),
                None => words(&new),
            },
            (None, None) => String::new(),
        }
    }
}

/// Where a record stands on one side.
struct Side {
    at: Where,
    line: usize,
}

impl Side {
    fn of(reading: &Reading, line: LineNo) -> Self {
        let located = place::of_line(&reading.places, line);
        let line = located.line as usize;
        Self { at: place::as_where(&reading.places, located), line }
    }

    /// The place as a number, where that says it: `12`, or `Foglio1:12`.
    fn number(&self) -> Option<String> {
        match self.at {
            Where::File | Where::Sheet(_) => Some(self.at.address(self.line)),
            Where::Page { .. } | Where::Paragraphs { .. } => None,
        }
    }
}

/// The one line that says how much changed: `12 valori cambiati, 3 voci nuove, 1 tolta`.
#[must_use]
pub fn summary(compared: &Compared<'_>, catalogue: &Catalogue) -> String {
    counts_text(compared.comparison.counts(), catalogue)
}

fn counts_text(counts: Counts, catalogue: &Catalogue) -> String {
    let Counts { changed, added, removed } = counts;
    let mut parts = Vec::new();
    if changed > 0 {
        parts.push(catalogue.text("compare-count-changed", &[("count", changed.into())]));
    }
    if added > 0 {
        parts.push(catalogue.text("compare-count-added", &[("count", added.into())]));
    }
    if removed > 0 {
        // "3 voci nuove, 1 tolta": the noun is said once.
        let removed = [("count", removed.into())];
        parts.push(match added {
            0 => catalogue.text("compare-count-removed", &removed),
            _ => catalogue.text("compare-count-removed-too", &removed),
        });
    }
    if parts.is_empty() { catalogue.text("compare-equal", &[]) } else { parts.join(", ") }
}

#[cfg(test)]
mod tests;
