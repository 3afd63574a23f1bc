// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings as a workbook that an office can use at once: one sheet a kind of record, with filters and sums.
//!
//! Invariants: every row names its line and the path of its node, and its document where there are several; texts
//! are always written as texts, also where they begin like a formula; only sheets with rows exist, besides the first.
//! Sums stand only under amounts that may be summed: not under printed totals, nor under money told in prose.

mod findings;
mod format;
mod kind;
mod money;
mod results;
mod sheet;
mod summary;
mod tables;
mod tree;

use crate::place::{self, Located};
use crate::{Reading, people};
use ambito_domain::planning::{LineNo, NodeId, PlanDraft};
use ambito_findings::TableCell;
use ambito_i18n::Catalogue;
pub use findings::findings;
use format::Formats;
pub(crate) use format::cell_number;
use kind::{Kind, PlaceColumns};
use rust_xlsxwriter::{Workbook, XlsxError};
use sheet::{Cell, Sheet};
use std::collections::BTreeMap;
use summary::Summary;

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// More rows or columns than the file format has (1.048.576 rows).
    #[error("more rows than a workbook can hold")]
    TooLarge,
    /// The file format refused something.
    #[error(transparent)]
    Format(#[from] XlsxError),
}

/// A workbook being filled.
pub struct Book<'a> {
    catalogue: &'a Catalogue,
    formats: Formats,
    several: bool,
    sheets: BTreeMap<Kind, Sheet>,
    summary: Summary,
}

impl<'a> Book<'a> {
    /// A workbook for so many documents: with more than one, every row names its document.
    #[must_use]
    pub fn new(documents: usize, catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            formats: Formats::new(),
            several: documents > 1,
            sheets: BTreeMap::new(),
            summary: Summary::default(),
        }
    }

    /// Adds a reading.
    ///
    /// # Errors
    /// Where there are more rows than the file format can hold.
    pub fn add(&mut self, reading: &Reading) -> Result<(), WorkbookError> {
        self.summary.add(reading);
        tree::add(self, reading)?;
        results::add(self, reading)?;
        money::add(self, reading)?;
        tables::add(self, reading)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// Where the file format refuses something.
    pub fn finish(self) -> Result<Vec<u8>, WorkbookError> {
        let Self { catalogue, formats, several: _, sheets, summary } = self;
        let mut workbook = Workbook::new();
        workbook.push_worksheet(summary.finish(&sheets, catalogue, &formats)?);
        let total_label = catalogue.text("workbook-total", &[]);
        for sheet in sheets.into_values() {
            workbook.push_worksheet(sheet.finish(&total_label, &formats)?);
        }
        Ok(workbook.save_to_buffer()?)
    }

    /// Writes a row of a record: document, line, page, cell, path and code of its node, then its own cells.
    fn row<'r>(
        &mut self,
        kind: Kind,
        record: Record<'r>,
        own: impl IntoIterator<Item = Cell<'r>>,
    ) -> Result<Row<'_>, WorkbookError> {
        let Record { reading, line, node } = record;
        let columns = PlaceColumns::of(self.several, &reading.places);
        let sheet = match self.sheets.entry(kind) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => entry.insert(kind.sheet(columns, self.catalogue)?),
        };
        let Located { line, sheet: in_file, page, area: _, confidence: _, cell } =
            place::of_line(&reading.places, line);
        let line = match in_file {
            Some(sheet) => Cell::from(format!("{sheet}:{line}")),
            None => Cell::Count(line),
        };
        let place = columns.chosen([
            Cell::from(reading.path.as_str()),
            line,
            page.map_or(Cell::Empty, Cell::Count),
            Cell::of(cell.map(TableCell::address)),
        ]);
        let code = node.and_then(|id| reading.draft.nodes.get(id.index())).and_then(|node| node.code.as_deref());
        let path = people::path(&reading.draft, node);
        let first = place.chain([Cell::from(path), Cell::of(code)]);
        sheet.row(first.chain(own), &self.formats)?;
        Ok(Row { sheet, formats: &self.formats })
    }
}

/// What the first columns of a row are made of.
#[derive(Clone, Copy)]
struct Record<'r> {
    reading: &'r Reading,
    line: LineNo,
    node: Option<NodeId>,
}

impl<'r> Record<'r> {
    fn new(reading: &'r Reading, line: LineNo, node: Option<NodeId>) -> Self {
        Self { reading, line, node }
    }

    fn draft(reading: &Reading) -> &PlanDraft {
        &reading.draft
    }
}

/// A row that was written, for the cells of columns that the documents themselves bring.
struct Row<'s> {
    sheet: &'s mut Sheet,
    formats: &'s Formats,
}

impl Row<'_> {
    /// Writes a cell under a heading of the document; beyond the limit of columns it is left to the JSON.
    fn put(&mut self, title: &str, holds: sheet::Holds, cell: &Cell<'_>) -> Result<(), WorkbookError> {
        match self.sheet.column(title, holds) {
            Some(column) => self.sheet.put(column, cell, self.formats),
            None => Ok(()),
        }
    }
}
