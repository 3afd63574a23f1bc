// SPDX-License-Identifier: AGPL-3.0-or-later
//! Heading rows: which kind of table they open, and what each column holds.

use super::{Kind, OpenTable};
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use crate::values::words::{has_phrase, year_in};
use crate::vocabulary::{Column, TableKind, TableWords};
use ambito_base::{Cents, fold, fold_into};
use ambito_domain::planning::NoteCode;
use std::sync::Arc;

/// A heading cell longer than this is none, in bytes.
const HEAD_BYTES_MAX: usize = 140;
/// A line above a table longer than this is prose that says nothing of its unit, in bytes.
const ABOVE_BYTES_MAX: usize = 200;
/// The most rows that the headings of one table take.
const HEAD_ROWS_MAX: usize = 4;
/// Of a heading row's filled cells, at least this share is known, in percent.
const KNOWN_PERCENT_MIN: usize = 50;

impl<'a> Reader<'a> {
    /// Whether a row is a heading row of a known kind; it then opens a table.
    pub(super) fn new_header(&mut self, at: usize, cells: &[&str], filled: usize, raw: &'a str) -> bool {
        if !self.may_be_header(cells, filled) {
            return false;
        }
        if self.known_header(at, raw) {
            return true;
        }
        let heads: Vec<String> = cells.iter().map(|cell| clean_line(cell).into_owned()).collect();
        let folded: Vec<String> = heads.iter().map(|head| fold(head)).collect();
        if let Some((table, columns)) = self.kind_of(&folded, filled) {
            let (heads, columns, rows) = self.wrapped_heads(at, table, heads, columns);
            self.open_headed(at, raw, table, columns, heads, rows);
            return true;
        }
        self.two_row_header(at, cells, raw)
    }

    /// A heading row that stood in the document before, letter by letter: what it meant then.
    fn known_header(&mut self, at: usize, raw: &str) -> bool {
        let Some(known) = self.known_headers.get(raw) else { return false };
        let title = known
            .columns
            .iter()
            .position(|column| matches!(column, Some(Column::Title | Column::Person | Column::Action)));
        let wrapped = self.blocks.lines.get(at + 1).is_some_and(|line| {
            line.kind == crate::blocks::LineKind::Row
                && title
                    .is_some_and(|title| self.blocks.cells(line).get(title).is_some_and(|span| span.start == span.end))
        });
        if wrapped {
            return false;
        }
        let open = known.clone();
        self.close_table();
        self.begin_headed(at, open);
        true
    }

    /// The kind of table that headings belong to, and what each column holds.
    fn kind_of(&self, folded: &[String], filled: usize) -> Option<(&'a TableWords, Vec<Option<Column>>)> {
        let words = self.words;
        let mut best: Option<(usize, &TableWords, Vec<Option<Column>>)> = None;
        for table in &words.tables {
            let columns = columns_of(table, folded);
            let known = columns.iter().flatten().count();
            let complete = table.required.iter().all(|required| has_column(&columns, *required));
            if !fits_kind(table.kind, &columns, folded) {
                continue;
            }
            let alone = table.kind == TableKind::Budget && filled == 1;
            let enough = known * 100 >= filled * KNOWN_PERCENT_MIN && (known >= 2 || alone);
            if complete && enough && best.as_ref().is_none_or(|(most, ..)| known > *most) {
                best = Some((known, table, columns));
            }
        }
        let (_, table, columns) = best?;
        let alone = filled == 1 && !(table.kind == TableKind::Budget && folded.len() >= 3);
        (!alone).then_some((table, columns))
    }

    /// Headings whose words go on in the rows below ("Valore previsto" / "2027"): no record, and the same kind still.
    fn wrapped_heads(
        &self,
        at: usize,
        table: &TableWords,
        mut heads: Vec<String>,
        mut columns: Vec<Option<Column>>,
    ) -> (Vec<String>, Vec<Option<Column>>, usize) {
        let mut rows = 1;
        while rows < HEAD_ROWS_MAX {
            let Some(line) = self.blocks.lines.get(at + rows).filter(|line| line.kind == crate::blocks::LineKind::Row)
            else {
                break;
            };
            let below = self.cells_of(at + rows);
            let title = columns
                .iter()
                .position(|column| matches!(column, Some(Column::Title | Column::Person | Column::Action)));
            let fits = below.len() == heads.len()
                && line.cells_count > 1
                && below.iter().zip(&heads).all(|(lower, upper)| {
                    lower.is_empty()
                        || (!upper.is_empty()
                            && lower.len() <= 30
                            && Cents::parse(lower).is_none_or(|_| year_in(lower).is_some()))
                })
                && title.is_some_and(|title| below.get(title).is_some_and(|cell| cell.is_empty()));
            if !fits {
                break;
            }
            let joined: Vec<String> = heads
                .iter()
                .zip(&below)
                .map(|(upper, lower)| clean_line(format!("{upper} {lower}").trim()).into_owned())
                .collect();
            let folded: Vec<String> = joined.iter().map(|head| fold(head)).collect();
            let again = columns_of(table, &folded);
            if again.iter().flatten().count() < columns.iter().flatten().count() {
                break;
            }
            (heads, columns) = (joined, again);
            rows += 1;
        }
        (heads, columns, rows)
    }

    /// "Spese Correnti" alone on a line, above rows of chapters: the only column of amounts.
    pub(crate) fn lone_money_head(&mut self, at: usize, text: &str) -> bool {
        let Some(line) =
            self.blocks.lines.get(at + 1).filter(|line| line.kind == crate::blocks::LineKind::Row).copied()
        else {
            return false;
        };
        let below = self.cells_of(at + 1);
        let chapter = below.first().is_some_and(|cell| crate::values::words::after_phrase(cell, "cap").is_some());
        let words = self.words;
        let Some(table) = words.tables.iter().find(|table| table.kind == TableKind::Budget) else { return false };
        let column = columns_of(table, &[fold(text)]).first().copied().flatten();
        if !chapter || column.is_none() || line.cells_count < 2 {
            return false;
        }
        let last = below.iter().rposition(|cell| !cell.is_empty()).unwrap_or(0);
        let mut columns = vec![None; below.len()];
        columns[last] = column;
        let mut heads = vec![String::new(); below.len()];
        text.clone_into(&mut heads[last]);
        let blocks = self.blocks;
        let raw = blocks.str(blocks.lines[at].span);
        self.open_headed(at, raw, table, columns, heads, 1);
        true
    }

    /// Headings over two rows: a group above, its columns below.
    fn two_row_header(&mut self, at: usize, cells: &[&str], raw: &'a str) -> bool {
        let next = at + 1;
        if !self.blocks.lines.get(next).is_some_and(|line| line.kind == crate::blocks::LineKind::Row) {
            return false;
        }
        let below = self.cells_of(next);
        let filled = below.iter().filter(|cell| !cell.is_empty()).count();
        let above = cells.iter().filter(|cell| !cell.is_empty()).count();
        let alone: Vec<String> = below.iter().map(|cell| fold(&clean_line(cell))).collect();
        if below.len() != cells.len()
            || filled < 2
            || above < 2
            || self.kind_of(&alone, filled).is_some()
            || below.iter().any(|cell| cell.len() > HEAD_BYTES_MAX || Cents::parse(cell).is_some())
        {
            return false;
        }
        let pairs = cells.iter().zip(&below);
        let lower: Vec<String> = pairs
            .clone()
            .map(|(upper, lower)| fold(&clean_line(if lower.is_empty() { upper } else { lower })))
            .collect();
        let heads: Vec<String> =
            pairs.map(|(upper, lower)| clean_line(format!("{upper} {lower}").trim()).into_owned()).collect();
        let joined: Vec<String> = heads.iter().map(|head| fold(head)).collect();
        let filled = heads.iter().filter(|head| !head.is_empty()).count();
        let Some((table, columns)) = self.kind_of(&lower, filled).or_else(|| self.kind_of(&joined, filled)) else {
            return false;
        };
        self.open_headed(at, raw, table, columns, heads, 2);
        true
    }

    fn open_headed(
        &mut self,
        at: usize,
        raw: &'a str,
        table: &TableWords,
        columns: Vec<Option<Column>>,
        heads: Vec<String>,
        rows: usize,
    ) {
        let kind = table.kind;
        self.close_table();
        let mut open = OpenTable::new(Kind::Headed(kind));
        open.header_rows = rows;
        let all = heads.iter().map(|head| fold(head)).collect::<Vec<_>>().join(" ");
        open.scale = scale_of(&all).unwrap_or(1);
        open.years = heads.iter().map(|head| year_in(head)).collect();
        open.columns = columns;
        open.heads = heads.iter().map(|head| Arc::from(head.as_str())).collect();
        raw.clone_into(&mut open.header);
        let borrowed: Vec<&str> = open.heads.iter().map(AsRef::as_ref).filter(|head| has_look_alikes(head)).collect();
        if !borrowed.is_empty() {
            let subject = borrowed.join(" | ");
            self.note(NoteCode::LookAlikes, &subject, None, Self::number(at));
        }
        if rows == 1 {
            self.known_headers.insert(raw, open.clone());
        }
        self.begin_headed(at, open);
    }

    /// Opens a table; the line above it may say in which unit its amounts are.
    fn begin_headed(&mut self, at: usize, mut open: OpenTable) {
        if open.scale == 1
            && let Some((_, above)) = self.above.as_ref().filter(|(_, above)| above.len() < ABOVE_BYTES_MAX)
            && (above.contains("uro") || above.contains('€') || above.contains("URO"))
        {
            open.scale = scale_of(&fold(above)).unwrap_or(1);
        }
        self.header_rows_left = open.header_rows - 1;
        // A table of records ends the answer above it.
        if matches!(self.section, crate::reader::Section::Field(..)) && open.kind != Kind::Headed(TableKind::Choices) {
            self.section = crate::reader::Section::Text;
        }
        self.table = Some(open);
        self.marks[at] = Mark::Read;
    }

    /// A quick look: short cells, no amounts, and a first word that some heading begins with.
    fn may_be_header(&self, cells: &[&str], filled: usize) -> bool {
        // One heading alone is that of a column of amounts.
        if filled == 1 && (cells.len() < 3 || cells[..2].iter().any(|cell| !cell.is_empty())) {
            return false;
        }
        // Heading cells are short words: no amounts, dates, shares or counts, but years.
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            if cell.len() > HEAD_BYTES_MAX || is_figure(cell.as_bytes()) {
                return false;
            }
        }
        let mut scratch = String::new();
        cells.iter().filter(|cell| !cell.is_empty()).take(4).any(|cell| {
            let end = cell.char_indices().nth(40).map_or(cell.len(), |(at, _)| at);
            fold_into(&clean_line(&cell[..end]), &mut scratch);
            scratch.split(' ').next().is_some_and(|word| self.words.starts_header(word))
        })
    }
}

/// Whether a cell is a number, an amount, a share or a date, and not a year.
fn is_figure(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|b| b.is_ascii_digit()).count();
    let figure = digits > 0
        && cell.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'/' | b'-' | b'%' | b' ' | b'+'));
    figure && !(cell.len() == 4 && digits == 4 && (cell.starts_with(b"20") || cell.starts_with(b"19")))
}

/// What speaks against a kind although its columns are there.
fn fits_kind(kind: TableKind, columns: &[Option<Column>], folded: &[String]) -> bool {
    let unknown = || {
        folded.iter().zip(columns).filter(|(head, column)| !head.is_empty() && column.is_none()).map(|(head, _)| head)
    };
    match kind {
        // A table of funds by year is none of indicators.
        TableKind::Indicators => !folded
            .iter()
            .any(|head| matches!(head.as_str(), "fonte" | "fondo" | "importo" | "fonte di finanziamento" | "capitolo")),
        // Amounts by year have no place in an allocation: such a table is kept whole.
        TableKind::Allocations => unknown().count() <= 1 && !unknown().any(|head| year_in(head).is_some()),
        _ => true,
    }
}

fn has_column(columns: &[Option<Column>], required: Column) -> bool {
    use Column::{
        After, Amount, Before, Chapter, ExpenseCapital, ExpenseCurrent, Money, RevenueCapital, RevenueCurrent, Source,
        Total,
    };
    if required == Money && columns.contains(&Some(Source)) {
        return columns.iter().flatten().any(|column| matches!(column, Total | Before | After));
    }
    if required == Money {
        return columns.iter().flatten().any(|column| {
            matches!(column, RevenueCurrent | ExpenseCurrent | RevenueCapital | ExpenseCapital)
                || (*column == Amount && columns.contains(&Some(Chapter)))
        });
    }
    columns.contains(&Some(required))
}

/// What each heading cell means for a kind of table. A meaning is given once, but sources and targets of years may be
/// many.
fn columns_of(table: &TableWords, folded: &[String]) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = vec![None; folded.len()];
    // Cells that are equal to a word first, then those that begin with one.
    for exact in [true, false] {
        for (place, cell) in folded.iter().enumerate() {
            if cell.is_empty() || columns[place].is_some() {
                continue;
            }
            let found = table.candidates(cell).find(|(word, column)| {
                let fits = if exact { cell == word } else { begins_with(cell, word) };
                fits && (many(table.kind, *column) || !columns.contains(&Some(*column)))
            });
            columns[place] = found.map(|(_, column)| *column);
        }
    }
    if table.kind == TableKind::Phases {
        // "Fase | Descrizione | Inizio": the first is a number, the second says what is done.
        let title = columns.iter().position(|column| *column == Some(Column::Title));
        let what = folded.iter().zip(&columns).position(|(head, column)| {
            column.is_none() && (begins_with(head, "descrizione") || head == "descrizione" || head == "attivita")
        });
        if let (Some(title), Some(what)) = (title, what)
            && matches!(folded[title].as_str(), "fase" | "azione" | "n fase")
        {
            columns[title] =
                Some(if columns.contains(&Some(Column::Order)) { Column::Objective } else { Column::Order });
            columns[what] = Some(Column::Title);
        }
    }
    if table.kind == TableKind::Indicators {
        for (place, cell) in folded.iter().enumerate() {
            let starts = ["anno", "valore", "atteso", "previsto", "target", "obiettivo", "risultato atteso"];
            let only_year = cell.len() <= 30
                && year_in(cell).is_some()
                && (cell.len() == 4 || starts.iter().any(|start| begins_with(cell, start)));
            if columns[place].is_none() && only_year {
                columns[place] = Some(Column::Target);
            }
        }
    }
    columns
}

fn many(kind: TableKind, column: Column) -> bool {
    matches!(column, Column::Source) && kind != TableKind::Allocations || matches!(column, Column::Target)
}

fn begins_with(cell: &str, word: &str) -> bool {
    word.len() >= 2 && cell.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ') && rest.len() <= 60)
}

/// Whether Latin words hold letters of another alphabet.
fn has_look_alikes(head: &str) -> bool {
    head.chars().any(|c| ('\u{370}'..='\u{52F}').contains(&c)) && head.chars().any(|c| c.is_ascii_alphabetic())
}

/// What amounts are multiplied with: "in migliaia di euro", "(€/1000)", "mila euro".
fn scale_of(folded: &str) -> Option<i64> {
    if ["migliaia di euro", "migliaia di €", "mila euro", "€/1000", "euro/1000", "€ 000", "k€"]
        .iter()
        .any(|phrase| has_phrase(folded, phrase))
    {
        return Some(1_000);
    }
    has_phrase(folded, "milioni di euro").then_some(1_000_000)
}
