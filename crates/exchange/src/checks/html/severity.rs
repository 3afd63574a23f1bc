// SPDX-License-Identifier: AGPL-3.0-or-later
//! How bad a finding is, as a sign and a word; the colour comes from the class.

use super::Page;
use super::outline::Tally;
use crate::page::escaped;
use ambito_findings::{Finding, Severity};

/// The severities, the gravest first.
pub(super) const GRAVEST_FIRST: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// The sign.
pub(super) fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "▲",
        Severity::Note => "●",
    }
}

/// The class of a finding: its severity, or that it was accepted.
pub(super) fn class(finding: &Finding) -> &'static str {
    if finding.accepted.is_some() { "accepted" } else { finding.severity.word() }
}

/// `✕ errore`, `✓ accettato`.
pub(super) fn tag(page: &Page<'_>, finding: &Finding) -> String {
    let (sign, word) = if finding.accepted.is_some() {
        ("✓", page.catalogue.text("page-accepted", &[]))
    } else {
        let word = match finding.severity {
            Severity::Error => page.catalogue.text("severity-error", &[]),
            Severity::Warning => page.catalogue.text("severity-warning", &[]),
            Severity::Note => page.catalogue.text("severity-note", &[]),
        };
        (sign(finding.severity), word)
    };
    format!("<span class=\"tag\"><span aria-hidden=\"true\">{sign}</span> {}</span>", escaped(&word))
}

/// `3 errori`.
pub(super) fn counted(page: &Page<'_>, severity: Severity, count: usize) -> String {
    match severity {
        Severity::Error => page.catalogue.text("check-errors", &[("count", count.into())]),
        Severity::Warning => page.catalogue.text("check-warnings", &[("count", count.into())]),
        Severity::Note => page.catalogue.text("check-notes", &[("count", count.into())]),
    }
}

/// How many there are of a severity.
pub(super) fn of(tally: Tally, severity: Severity) -> usize {
    match severity {
        Severity::Error => tally.errors,
        Severity::Warning => tally.warnings,
        Severity::Note => tally.notes,
    }
}

/// Small badges of what is not zero: a sign and a number to see, words to hear.
pub(super) fn badges(page: &Page<'_>, tally: Tally) -> String {
    let shown = GRAVEST_FIRST.into_iter().map(|severity| (severity, of(tally, severity)));
    shown
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            format!(
                " <span class=\"badge {}\"><span aria-hidden=\"true\">{} {count}</span><span class=\"vh\">{}</span></span>",
                severity.word(),
                sign(severity),
                escaped(&counted(page, severity, count)),
            )
        })
        .collect()
}
