// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two readings, written out: JSON for programs, a table for the terminal, a page for people.
//!
//! Invariants: all three tell the same changes with the same counts; nothing here decides what a change is. The page
//! is one file without scripts and without anything fetched from outside.

mod groups;
mod html;
mod json;
mod table;
mod values;
mod words;

pub use html::write as write_html;
pub use json::{SCHEMA, SCHEMA_NAME, write as write_json};
pub use table::write as write_table;

use crate::Reading;
use ambito_domain::planning::LineNo;
use ambito_domain::planning::comparison::{Change, Comparison, Counts, compare};
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

    /// The place of a line in the file: `12`, or `Foglio1:12`.
    fn place(reading: &Reading, line: Option<LineNo>) -> Option<String> {
        let place = reading.places.of(line?);
        Some(match place.sheet {
            Some(sheet) => format!("{sheet}:{}", place.line),
            None => place.line.to_string(),
        })
    }

    /// Where the record of a change stands, in words: `riga 8`, `riga 8, prima 7`, `prima riga 7`.
    fn places(&self, change: &Change<'_>, catalogue: &Catalogue) -> String {
        let old = Self::place(self.old, change.old_line);
        let new = Self::place(self.new, change.new_line);
        match (old, new) {
            (Some(old), Some(new)) if old == new => catalogue.text("compare-line", &[("line", (&new).into())]),
            (Some(old), Some(new)) => {
                catalogue.text("compare-lines", &[("old", (&old).into()), ("new", (&new).into())])
            }
            (Some(old), None) => catalogue.text("compare-line-old", &[("line", (&old).into())]),
            (None, Some(new)) => catalogue.text("compare-line", &[("line", (&new).into())]),
            (None, None) => String::new(),
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
