// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the source lost, what the reading healed, and the lines that were not understood.

use super::Page;
use super::grid::{Align, Grid};
use crate::{notes, people};
use std::io::{self, Write};

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    let catalogue = page.catalogue;
    if !draft.notes.is_empty() {
        let mut grid = Grid::new([
            (catalogue.text("column-line", &[]), Align::Right),
            (catalogue.text("column-message", &[]), Align::Main),
        ]);
        for note in &draft.notes {
            grid.row(vec![page.line(note.line), notes::message(note, catalogue)]);
        }
        page.section(&catalogue.text("section-notes", &[("count", draft.notes.len().into())]), grid)?;
    }
    if !draft.unread.is_empty() {
        let mut grid = Grid::new([
            (catalogue.text("column-line", &[]), Align::Right),
            (catalogue.text("column-text", &[]), Align::Main),
        ]);
        for unread in &draft.unread {
            grid.row(vec![page.line(unread.line), people::one_line(&unread.text)]);
        }
        page.section(&catalogue.text("section-unread", &[("count", draft.unread.len().into())]), grid)?;
    }
    writeln!(page.out)
}
