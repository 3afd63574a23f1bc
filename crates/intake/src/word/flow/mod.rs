// SPDX-License-Identifier: AGPL-3.0-or-later
//! The running text of a word-processor file, whatever its format: the walkers of DOCX and ODT say what opens and
//! closes, and paragraphs gather in the body, in cells, in boxes and in notes.
//!
//! Invariants: what is open is a stack of our own, with a limit; what opens beyond it is not a level but its text is
//! kept; paragraphs are counted in the order in which they begin.

mod out;
mod paragraph;
mod table;

use ambito_documents::blocks::{Blocks, Format, Told};

use crate::builder::CUT_NESTING;
use crate::limits::NESTING_MAX;
use out::Out;
use paragraph::Text;
pub use paragraph::{Form, Mark, Paragraph};
pub use table::Cell;
use table::{Row, Table};

/// How many levels (tables, their cells, boxes, notes) may be open.
const LEVELS_MAX: usize = 2 * NESTING_MAX;

/// A piece of content.
#[derive(Clone, Debug)]
enum Part {
    Text(Text),
    Table(Table),
}

/// What holds paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Body,
    Cell,
    /// A text box; what it holds comes behind the paragraph that it hangs from.
    Box,
    /// A paragraph inside a paragraph: a drawing's text.
    Inner,
    Note,
}

#[derive(Debug)]
struct Holder {
    kind: Kind,
    parts: Vec<Part>,
    open: Option<Paragraph>,
    /// A paragraph whose end was deleted: the next one goes on with it.
    carried: Option<Paragraph>,
    /// What the boxes of the open paragraph hold.
    beside: Vec<Part>,
    cell: Cell,
}

impl Holder {
    const fn new(kind: Kind, cell: Cell) -> Self {
        Self { kind, parts: Vec::new(), open: None, carried: None, beside: Vec::new(), cell }
    }
}

#[derive(Debug)]
enum Level {
    Holder(Holder),
    Table(Table),
}

/// A document in the making.
pub struct Flow {
    stack: Vec<Level>,
    out: Out,
    paragraphs: u32,
    tables: u32,
    /// Open levels beyond the limit, of any kind.
    beyond: usize,
    /// Tracked changes so far, and the paragraph of the first.
    changes: u32,
    changed_at: u32,
    /// Open notes: their paragraphs are not counted.
    notes: usize,
    /// Open stretches whose text does not count.
    muted: usize,
}

impl Flow {
    /// An empty document.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            stack: vec![Level::Holder(Holder::new(Kind::Body, Cell::default()))],
            out: Out::new(format),
            paragraphs: 0,
            tables: 0,
            beyond: 0,
            changes: 0,
            changed_at: 0,
            notes: 0,
            muted: 0,
        }
    }

    /// Begins a paragraph.
    pub fn open_paragraph(&mut self) {
        if self.notes == 0 {
            self.paragraphs = self.paragraphs.saturating_add(1);
        }
        let number = self.paragraphs;
        if self.beyond > 0 {
            self.beyond += 1;
            return self.text(" ");
        }
        let is_inside = !matches!(self.stack.last(), Some(Level::Holder(holder)) if holder.open.is_none());
        if is_inside && !self.push(Level::Holder(Holder::new(Kind::Inner, Cell::default()))) {
            return self.text(" ");
        }
        if let Some(holder) = self.holder() {
            holder.open = Some(match holder.carried.take() {
                Some(carried) => carried.renumbered(number),
                None => Paragraph::new(number),
            });
        }
    }

    /// The open paragraph.
    pub fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.holder()?.open.as_mut()
    }

    /// Ends the paragraph.
    pub fn close_paragraph(&mut self, form: Form) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(holder) = self.holder() else { return };
        let Some(paragraph) = holder.open.take() else { return };
        if form.goes_on {
            holder.carried = Some(paragraph);
        } else {
            let beside = std::mem::take(&mut holder.beside);
            self.deliver(Part::Text(paragraph.finish(form)));
            beside.into_iter().for_each(|part| self.deliver(part));
        }
        if matches!(self.stack.last(), Some(Level::Holder(holder)) if holder.kind == Kind::Inner) {
            self.close(Kind::Inner);
        }
    }

    /// Adds text to the open paragraph; line ends in it are blanks.
    pub fn text(&mut self, text: &str) {
        if self.muted == 0
            && let Some(paragraph) = self.written()
        {
            paragraph.push(text);
        }
    }

    /// A tab, a line end or a page end inside the paragraph.
    pub fn mark(&mut self, mark: Mark) {
        if self.muted == 0
            && let Some(paragraph) = self.written()
        {
            paragraph.mark(mark);
        }
    }

    /// Adds a note that hangs from this place.
    pub fn note(&mut self, sign: &str, text: &str) {
        if let Some(paragraph) = self.written() {
            paragraph.push_note(sign, text);
        }
    }

    /// Counts a tracked change.
    pub fn changed(&mut self) {
        if self.changes == 0 {
            self.changed_at = self.paragraphs;
        }
        self.changes = self.changes.saturating_add(1);
    }

    /// Begins a stretch whose text does not count.
    pub fn mute(&mut self) {
        self.muted += 1;
    }

    /// Ends such a stretch.
    pub fn unmute(&mut self) {
        self.muted = self.muted.saturating_sub(1);
    }

    /// Begins a text box.
    pub fn open_box(&mut self) {
        self.push(Level::Holder(Holder::new(Kind::Box, Cell::default())));
    }

    /// Ends a text box.
    pub fn close_box(&mut self) {
        self.close(Kind::Box);
    }

    /// Begins the text of a note.
    pub fn open_note(&mut self) {
        self.notes += 1;
        self.push(Level::Holder(Holder::new(Kind::Note, Cell::default())));
    }

    /// Ends the text of a note and gives it, on one line.
    pub fn close_note(&mut self) -> String {
        self.notes = self.notes.saturating_sub(1);
        if self.beyond > 0 {
            self.beyond -= 1;
            return String::new();
        }
        match self.pop(Kind::Note) {
            Some(holder) => table::plain(&holder.parts, &mut Vec::new()),
            None => String::new(),
        }
    }

    /// Begins a table.
    pub fn open_table(&mut self) {
        self.tables = self.tables.saturating_add(1);
        let number = self.tables;
        self.push(Level::Table(Table::new(number)));
    }

    /// Ends a table.
    pub fn close_table(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if matches!(self.stack.last(), Some(Level::Table(_)))
            && let Some(Level::Table(table)) = self.stack.pop()
        {
            self.deliver(Part::Table(table));
        }
    }

    /// Begins a row.
    pub fn open_row(&mut self) {
        let next = self.paragraphs.saturating_add(1);
        if let Some(table) = self.table() {
            table.row = Some(Row::new(next));
        }
    }

    /// The open row.
    pub fn row(&mut self) -> Option<&mut Row> {
        self.table()?.row.as_mut()
    }

    /// Ends a row.
    pub fn close_row(&mut self) {
        if let Some(table) = self.table() {
            table.close_row();
        }
    }

    /// Begins a cell.
    pub fn open_cell(&mut self, cell: Cell) {
        self.push(Level::Holder(Holder::new(Kind::Cell, cell)));
    }

    /// The open cell.
    pub fn cell(&mut self) -> Option<&mut Cell> {
        if self.beyond > 0 {
            return None;
        }
        self.holder().filter(|holder| holder.kind == Kind::Cell).map(|holder| &mut holder.cell)
    }

    /// Ends a cell.
    pub fn close_cell(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(holder) = self.pop(Kind::Cell) else { return };
        match self.row() {
            Some(row) => row.push(holder.cell, holder.parts),
            None => holder.parts.into_iter().for_each(|part| self.deliver(part)),
        }
    }

    /// Ends everything and gives the blocks.
    #[must_use]
    pub fn finish(mut self) -> Blocks {
        if let Some(holder) = self.holder_below()
            && let Some(rest) = holder.open.take().or_else(|| holder.carried.take())
        {
            self.deliver(Part::Text(rest.finish(Form::default())));
        }
        let told =
            (self.changes > 0).then(|| Told::Changes { count: self.changes, line: self.out.line_of(self.changed_at) });
        self.out.finish(told)
    }

    /// The paragraph that text goes to; what opened beyond the limit writes into what holds it.
    fn written(&mut self) -> Option<&mut Paragraph> {
        if self.beyond == 0 {
            return self.paragraph();
        }
        let number = self.paragraphs;
        self.holder_below().map(|holder| holder.open.get_or_insert_with(|| Paragraph::new(number)))
    }

    /// Opens a level, unless there are too many.
    fn push(&mut self, level: Level) -> bool {
        if self.beyond > 0 || self.stack.len() >= LEVELS_MAX {
            self.beyond += 1;
            self.out.cut(CUT_NESTING);
            return false;
        }
        self.stack.push(level);
        true
    }

    fn close(&mut self, kind: Kind) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(holder) = self.pop(kind) else { return };
        match self.holder_below() {
            Some(below) if below.open.is_some() => below.beside.extend(holder.parts),
            _ => holder.parts.into_iter().for_each(|part| self.deliver(part)),
        }
    }

    /// Takes the holder on top, if it is of this kind, with what is still open in it.
    fn pop(&mut self, kind: Kind) -> Option<Holder> {
        if !matches!(self.stack.last(), Some(Level::Holder(holder)) if holder.kind == kind) {
            return None;
        }
        let Some(Level::Holder(mut holder)) = self.stack.pop() else { return None };
        if let Some(open) = holder.open.take().or_else(|| holder.carried.take()) {
            holder.parts.push(Part::Text(open.finish(Form::default())));
        }
        let beside = std::mem::take(&mut holder.beside);
        holder.parts.extend(beside);
        Some(holder)
    }

    /// Puts a part where it belongs: into what holds it, or out.
    fn deliver(&mut self, part: Part) {
        if self.stack.len() > 1
            && let Some(holder) = self.holder_below()
        {
            holder.parts.push(part);
        } else {
            self.out.put(part);
        }
    }

    fn holder(&mut self) -> Option<&mut Holder> {
        match self.stack.last_mut() {
            Some(Level::Holder(holder)) => Some(holder),
            _ => None,
        }
    }

    /// The holder that is nearest to the top.
    fn holder_below(&mut self) -> Option<&mut Holder> {
        self.stack.iter_mut().rev().find_map(|level| match level {
            Level::Holder(holder) => Some(holder),
            Level::Table(_) => None,
        })
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.stack.last_mut() {
            Some(Level::Table(table)) if self.beyond == 0 => Some(table),
            _ => None,
        }
    }
}
