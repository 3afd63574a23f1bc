// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings on a terminal, and the line that ends the run.

use super::{Counts, Source, coverage};
use crate::{people, place};
use ambito_findings::{Acceptance, Finding, Severity, Where, Words, render_at};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// Writes the findings, one after the other.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, findings: &[Finding], catalogue: &Catalogue) -> io::Result<()> {
    let words = Words {
        error: catalogue.text("severity-error", &[]),
        warning: catalogue.text("severity-warning", &[]),
        note: catalogue.text("severity-note", &[]),
    };
    for finding in findings {
        let shown = match &finding.accepted {
            Some(acceptance) => &with_reason(finding, acceptance, catalogue),
            None => finding,
        };
        writeln!(out, "{}", render_at(shown, address(shown, catalogue).as_deref(), &words))?;
    }
    Ok(())
}

/// What stands behind the name of the document: `58`, `Spese:58`; in words where a number alone would mislead.
fn address(finding: &Finding, catalogue: &Catalogue) -> Option<String> {
    let line = finding.span?.line;
    Some(match &finding.at {
        Where::File | Where::Sheet(_) => finding.at.address(line),
        Where::Page { .. } | Where::Paragraphs { .. } => place::words(&finding.at, line, catalogue),
    })
}

/// An accepted finding ends with who accepted it and why; how to mend it is not asked any more.
fn with_reason(finding: &Finding, acceptance: &Acceptance, catalogue: &Catalogue) -> Finding {
    let mut shown = finding.clone();
    shown.hints = vec![accepted_by(acceptance, catalogue)];
    shown
}

/// `accettato da … il …: …`
#[must_use]
pub fn accepted_by(acceptance: &Acceptance, catalogue: &Catalogue) -> String {
    let Acceptance { reason, by, on } = acceptance;
    catalogue.text("accepted-by", &[("by", by.into()), ("on", on.into()), ("reason", reason.into())])
}

/// Whether all checks looked, or only some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every check.
    All,
    /// Those that were chosen.
    Chosen,
}

/// The line that ends the run: `1 documento letto (99,2% delle righe), 1 errore, 6 avvisi, 14 note · ambito explain SUM002`.
#[must_use]
pub fn summary(sources: &[Source], findings: &[Finding], extent: Extent, catalogue: &Catalogue) -> String {
    if sources.is_empty() {
        return catalogue.text("check-no-document", &[]);
    }
    let read = catalogue.text("read-summary-documents", &[("count", sources.len().into())]);
    let share = people::understood(&coverage(sources), catalogue.language());
    let share = catalogue.text("read-summary-share", &[("share", (&share).into())]);
    let counts = match (findings, extent) {
        ([], Extent::Chosen) => catalogue.text("check-nothing-chosen", &[]),
        _ => Counts::of(findings).text(catalogue),
    };
    let open = findings.iter().filter(|finding| finding.accepted.is_none());
    let gravest = open.max_by_key(|finding| (finding.severity, std::cmp::Reverse(finding.code)));
    let explain = match gravest {
        Some(Finding { severity: Severity::Error | Severity::Warning, code, .. }) => {
            format!(" · ambito explain {code}")
        }
        _ => String::new(),
    };
    format!("{read} ({share}), {counts}{explain}")
}
