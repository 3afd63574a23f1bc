// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings beside their line: what is wrong, and the way to the whole finding.

use super::super::{Page, severity};
use crate::page::escaped;

/// The notes of the findings with these indices.
pub(super) fn html(page: &Page<'_>, found: &[usize]) -> String {
    found.iter().map(|index| note(page, *index)).collect()
}

fn note(page: &Page<'_>, index: usize) -> String {
    let finding = &page.findings[index];
    format!(
        "<div class=\"found {}\"><a href=\"#f{}\">{} {}</a> {}</div>",
        severity::class(finding),
        index + 1,
        severity::tag(page, finding),
        escaped(finding.code),
        page.said(&finding.message),
    )
}
