// SPDX-License-Identifier: AGPL-3.0-or-later
//! The head of a reading: what the document is, of whom, for when, and how much of it was understood.

use super::{HEADING_LINES_MAX, Page};
use crate::people;
use ambito_documents::blocks::Places;
use ambito_domain::planning::PlanDraft;
use ambito_findings::printable;
use std::io::{self, Write};

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let PlanDraft { family, title, body, period, issued, version, status, coverage, .. } = page.draft();
    let catalogue = page.catalogue;
    let untitled = catalogue.text("document-untitled", &[]);
    page.text(title.as_deref().unwrap_or(&untitled), HEADING_LINES_MAX)?;
    if let Some(body) = body {
        page.text(body, HEADING_LINES_MAX)?;
    }
    let period = people::period(*period, catalogue);
    let issued = issued.map(|date| catalogue.text("document-issued", &[("date", (&people::date(date)).into())]));
    let version = version.as_ref().map(|version| catalogue.text("document-version", &[("version", version.into())]));
    let facts: Vec<String> = [period, issued, version, status.clone()].into_iter().flatten().collect();
    if !facts.is_empty() {
        page.text(&facts.join(" · "), HEADING_LINES_MAX)?;
    }
    let family = match family {
        Some(family) => people::family(*family, catalogue),
        None => catalogue.text("family-unknown", &[]),
    };
    let share = people::understood(coverage, catalogue.language());
    let understood =
        catalogue.text("document-understood", &[("share", (&share).into()), ("lines", coverage.lines.into())]);
    let path = printable(&page.reading.path);
    page.text(&format!("{path} · {family} · {understood}"), HEADING_LINES_MAX)?;
    match &page.reading.places {
        Places::Pages(pages) if !pages.margins.is_empty() => {
            let set_aside = catalogue.text("document-set-aside", &[("count", pages.margins.len().into())]);
            page.text(&set_aside, HEADING_LINES_MAX)
        }
        _ => Ok(()),
    }
}
