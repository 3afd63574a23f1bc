// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings as a workbook: one row each, to filter, to hand out, to tick off.

use super::WorkbookError;
use super::format::Formats;
use super::kind::PlaceColumns;
use super::sheet::{Cell, Holds, Sheet};
use crate::checks::{Counts, Source, manual, text};
use ambito_checks::{Family, registry};
use ambito_findings::Finding;
use ambito_i18n::Catalogue;
use rust_xlsxwriter::Workbook;

/// The columns of the list behind those of the place, and what they hold.
const COLUMNS: [(&str, Holds); 8] = [
    ("column-severity", Holds::Words),
    ("column-code", Holds::Words),
    ("column-finding", Holds::Prose),
    ("column-found", Holds::Words),
    ("column-expected", Holds::Words),
    ("column-mend", Holds::Prose),
    ("column-accepted", Holds::Prose),
    ("column-quote", Holds::Prose),
];

/// The bytes of a workbook of findings.
///
/// # Errors
/// Where there are more rows than the file format can hold, or it refuses something.
pub fn findings(sources: &[Source], findings: &[Finding], catalogue: &Catalogue) -> Result<Vec<u8>, WorkbookError> {
    let formats = Formats::new();
    let place = PlaceColumns {
        document: true,
        page: findings.iter().any(|finding| finding.at.page().is_some()),
        cell: findings.iter().any(|finding| finding.at.cell().is_some()),
    };
    let words = |key: &str| (catalogue.text(key, &[]), Holds::Words);
    let first = [words("column-document"), words("column-line"), words("column-page"), words("column-cell")];
    let columns = COLUMNS.map(|(key, holds)| (catalogue.text(key, &[]), holds));
    let columns = place.chosen(first).chain(columns);
    let mut list = Sheet::new(catalogue.text("sheet-findings", &[]), columns)?;
    for finding in findings {
        list.row(cells(finding, place, catalogue), &formats)?;
    }
    let mut workbook = Workbook::new();
    workbook.push_worksheet(list.finish("", &formats)?);
    workbook.push_worksheet(summary(sources, findings, &formats, catalogue)?);
    Ok(workbook.save_to_buffer()?)
}

fn cells<'f>(finding: &'f Finding, place: PlaceColumns, catalogue: &Catalogue) -> impl Iterator<Item = Cell<'f>> {
    let line = finding.span.map_or(0, |span| u32::try_from(span.line).unwrap_or(u32::MAX));
    let line = match finding.at.sheet() {
        Some(sheet) => Cell::from(format!("{sheet}:{line}")),
        None => Cell::Count(line),
    };
    let document = Cell::of(finding.document.as_deref());
    let place =
        place.chosen([document, line, finding.at.page().map_or(Cell::Empty, Cell::Count), Cell::of(finding.at.cell())]);
    let accepted = finding.accepted.as_ref().map(|acceptance| text::accepted_by(acceptance, catalogue));
    place.chain([
        Cell::from(manual::severity(finding.severity, catalogue)),
        Cell::from(finding.code),
        Cell::from(&finding.message),
        Cell::of(finding.found.as_deref()),
        Cell::of(finding.expected.as_deref()),
        Cell::from(finding.hints.join("\n")),
        Cell::of(accepted),
        Cell::of(finding.quote.as_deref()),
    ])
}

/// How many findings there are, by family and severity.
fn summary(
    sources: &[Source],
    findings: &[Finding],
    formats: &Formats,
    catalogue: &Catalogue,
) -> Result<rust_xlsxwriter::Worksheet, WorkbookError> {
    let columns = ["column-family", "column-errors", "column-warnings", "column-notes", "column-accepted"];
    let columns = columns.map(|key| (catalogue.text(key, &[]), Holds::Words));
    let mut sheet = Sheet::new(catalogue.text("sheet-families", &[]), columns)?;
    let count = |count: usize| Cell::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let family_of = |finding: &Finding| registry::find(finding.code).map(ambito_checks::Check::family);
    for family in Family::ALL {
        let Counts { errors, warnings, notes, accepted } =
            Counts::of(findings.iter().filter(|finding| family_of(finding) == Some(family)));
        let name = format!("{} — {}", family.prefix(), manual::family(family, catalogue));
        sheet.row([Cell::from(name), count(errors), count(warnings), count(notes), count(accepted)], formats)?;
    }
    let Counts { errors, warnings, notes, accepted } = Counts::of(findings);
    let all = catalogue.text("read-summary-documents", &[("count", sources.len().into())]);
    sheet.row([Cell::Strong(all.into()), count(errors), count(warnings), count(notes), count(accepted)], formats)?;
    sheet.finish("", formats)
}
