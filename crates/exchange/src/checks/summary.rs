// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many findings there are of each severity.

use ambito_findings::{Finding, Severity};
use ambito_i18n::Catalogue;

/// Counts of findings; those that somebody accepted are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Accepted findings, whatever their severity.
    pub accepted: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match (&finding.accepted, finding.severity) {
                (Some(_), _) => counts.accepted += 1,
                (None, Severity::Error) => counts.errors += 1,
                (None, Severity::Warning) => counts.warnings += 1,
                (None, Severity::Note) => counts.notes += 1,
            }
        }
        counts
    }

    /// Whether there is anything of a severity or above it that nobody accepted.
    #[must_use]
    pub fn reaches(&self, severity: Severity) -> bool {
        self.errors > 0
            || (severity <= Severity::Warning && self.warnings > 0)
            || (severity <= Severity::Note && self.notes > 0)
    }

    /// `1 errore, 6 avvisi, 14 note, 2 accettati`.
    #[must_use]
    pub fn text(&self, catalogue: &Catalogue) -> String {
        let Self { errors, warnings, notes, accepted } = *self;
        let mut parts = Vec::new();
        if errors > 0 {
            parts.push(catalogue.text("check-errors", &[("count", errors.into())]));
        }
        if warnings > 0 {
            parts.push(catalogue.text("check-warnings", &[("count", warnings.into())]));
        }
        if notes > 0 {
            parts.push(catalogue.text("check-notes", &[("count", notes.into())]));
        }
        if accepted > 0 {
            parts.push(catalogue.text("check-accepted", &[("count", accepted.into())]));
        }
        if parts.is_empty() { catalogue.text("check-nothing", &[]) } else { parts.join(", ") }
    }
}
