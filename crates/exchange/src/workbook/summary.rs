// SPDX-License-Identifier: AGPL-3.0-or-later
//! The first sheet: what was read, how much of it was understood, which sheets there are, how to use them.

use super::WorkbookError;
use super::format::{Formats, cell_number};
use super::kind::Kind;
use super::sheet::Sheet;
use crate::{Reading, people};
use ambito_domain::planning::{Coverage, PlanDraft};
use ambito_i18n::Catalogue;
use rust_xlsxwriter::Worksheet;
use std::collections::BTreeMap;

/// The widths of its columns, in characters.
const WIDTHS: [u16; 9] = [40, 44, 34, 12, 12, 12, 12, 12, 12];

/// What the first sheet says of each document.
#[derive(Debug, Default)]
pub(super) struct Summary(Vec<DocumentLine>);

#[derive(Debug)]
struct DocumentLine {
    path: String,
    title: Option<String>,
    body: Option<String>,
    from: Option<String>,
    to: Option<String>,
    version: Option<String>,
    coverage: Coverage,
}

impl Summary {
    pub(super) fn add(&mut self, reading: &Reading) {
        let PlanDraft { title, body, period, version, coverage, .. } = &reading.draft;
        self.0.push(DocumentLine {
            path: reading.path.clone(),
            title: title.clone(),
            body: body.clone(),
            from: period.from.map(people::date),
            to: period.to.map(people::date),
            version: version.clone(),
            coverage: *coverage,
        });
    }

    pub(super) fn finish(
        self,
        sheets: &BTreeMap<Kind, Sheet>,
        catalogue: &Catalogue,
        formats: &Formats,
    ) -> Result<Worksheet, WorkbookError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(catalogue.text("sheet-summary", &[]))?;
        for (column, width) in (0u16..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.write_string_with_format(0, 0, catalogue.text("workbook-title", &[]), &formats.title)?;
        let headings = [
            "column-document",
            "column-title",
            "column-body",
            "column-from",
            "column-to",
            "column-version",
            "column-understood",
            "column-lines",
            "column-unread",
        ];
        for (column, key) in (0u16..).zip(headings) {
            sheet.write_string_with_format(2, column, catalogue.text(key, &[]), &formats.header)?;
        }
        let mut row = 3;
        for document in self.0 {
            write_document(&mut sheet, row, document, formats)?;
            row += 1;
        }
        row += 1;
        sheet.write_string_with_format(row, 0, catalogue.text("column-sheet", &[]), &formats.header)?;
        sheet.write_string_with_format(row, 1, catalogue.text("column-rows", &[]), &formats.header)?;
        for listed in sheets.values() {
            row += 1;
            let link = format!("internal:'{}'!A1", listed.name);
            sheet.write_url_with_text(row, 0, link.as_str(), listed.name.as_str())?;
            sheet.write_number_with_format(row, 1, listed.rows(), &formats.text)?;
        }
        row += 2;
        let uses = ["workbook-use-filters", "workbook-use-totals", "workbook-use-lines", "workbook-use-unread"];
        for key in uses {
            sheet.write_string(row, 0, catalogue.text(key, &[]))?;
            row += 1;
        }
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(sheet)
    }
}

fn write_document(sheet: &mut Worksheet, row: u32, line: DocumentLine, formats: &Formats) -> Result<(), WorkbookError> {
    let DocumentLine { path, title, body, from, to, version, coverage } = line;
    let texts = [Some(path), title, body, from, to, version];
    for (column, text) in (0u16..).zip(texts) {
        sheet.write_string_with_format(row, column, text.unwrap_or_default(), &formats.long)?;
    }
    let share = coverage.share_hundredths();
    if let Some(share) = cell_number(&format!("{}.{:04}", share / 10_000, share % 10_000)) {
        sheet.write_number_with_format(row, 6, share, &formats.share)?;
    }
    sheet.write_number_with_format(row, 7, coverage.lines, &formats.text)?;
    sheet.write_number_with_format(row, 8, coverage.unread, &formats.text)?;
    Ok(())
}
