// SPDX-License-Identifier: AGPL-3.0-or-later
//! A reading for people on a terminal: what it is, its tree, its tables, what was not understood.
//!
//! Invariants: no line is wider than the terminal; a section without content is not shown; every record has the line
//! it comes from. Texts of nodes and answers of fields are left to the workbook and the JSON: they are prose.

mod grid;
mod money;
mod rest;
mod results;
mod tables;
mod tally;
mod title;
mod tree;

use crate::Reading;
use crate::people;
use ambito_documents::blocks::Places;
use ambito_domain::planning::{LineNo, NodeId, PlanDraft};
use ambito_i18n::Catalogue;
use grid::Grid;
pub(crate) use grid::wrap;
use std::io::{self, Write};

pub use tally::{Tally, summary};

/// The most lines of a heading.
const HEADING_LINES_MAX: usize = 3;

/// Writes a reading for people, no line wider than `columns`.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, reading: &Reading, columns: usize, catalogue: &Catalogue) -> io::Result<()> {
    let mut page = Page { out, reading, columns, catalogue };
    title::write(&mut page)?;
    tree::write(&mut page)?;
    results::write(&mut page)?;
    money::write(&mut page)?;
    tables::write(&mut page)?;
    rest::write(&mut page)
}

/// How much of the name of a sheet stands beside a row, in characters.
const SHEET_CHARS_MAX: usize = 12;

/// What the sections write with.
struct Page<'a, W> {
    out: &'a mut W,
    reading: &'a Reading,
    columns: usize,
    catalogue: &'a Catalogue,
}

impl<'a, W: Write> Page<'a, W> {
    fn draft(&self) -> &'a PlanDraft {
        &self.reading.draft
    }

    /// The place of a line: its number, behind its page or the beginning of the name of its sheet where there is one;
    /// of a row in a word-processor file, the table and the row.
    fn line(&self, line: LineNo) -> String {
        let place = self.reading.places.of(line);
        match (place.page, place.row) {
            (Some(page), _) => return format!("p{page}:{}", place.line),
            (None, Some((table, row))) => return format!("T{table}!{row}"),
            (None, None) => {}
        }
        let several = matches!(&self.reading.places, Places::Sheets { names, .. } if names.len() > 1);
        match place.sheet.filter(|_| several) {
            Some(sheet) => {
                let mut name: String = sheet.chars().take(SHEET_CHARS_MAX).collect();
                if name.len() < sheet.len() {
                    name.push('…');
                }
                format!("{name}:{}", place.line)
            }
            None => place.line.to_string(),
        }
    }

    /// Writes lines of text, broken at the width.
    fn text(&mut self, text: &str, lines_max: usize) -> io::Result<()> {
        for line in wrap(text, self.columns, lines_max) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Writes a section: a blank line, its title, its grid.
    fn section(&mut self, title: &str, grid: Grid) -> io::Result<()> {
        writeln!(self.out)?;
        self.text(title, HEADING_LINES_MAX)?;
        grid.write(self.out, self.columns)
    }

    /// What a node is called above the rows that hang from it: code and name.
    fn node(&self, id: Option<NodeId>) -> String {
        let Some(node) = id.and_then(|id| self.draft().nodes.get(id.index())) else {
            return self.catalogue.text("node-none", &[]);
        };
        match &node.code {
            Some(code) if code != people::name(node) => format!("{code}  {}", people::name(node)),
            _ => people::name(node).to_owned(),
        }
    }
}

/// Puts a group line above the rows of each node.
struct ByNode(Option<Option<NodeId>>);

impl ByNode {
    fn new() -> Self {
        Self(None)
    }

    fn begin<W: Write>(&mut self, node: Option<NodeId>, grid: &mut Grid, page: &Page<'_, W>) {
        if self.0 != Some(node) && !(self.0.is_none() && node.is_none()) {
            grid.group(format!("· {}", page.node(node)));
        }
        self.0 = Some(node);
    }
}
