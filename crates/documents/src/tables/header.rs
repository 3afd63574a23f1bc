// SPDX-License-Identifier: AGPL-3.0-or-later
//! Heading rows: which kind of table they open, and what each column holds.

use super::{Kind, OpenTable};
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use crate::values::words::{has_phrase, year_in};
use crate::vocabulary::{Column, TableKind, TableWords};
use ambito_base::{Cents, fold};
use std::sync::Arc;

/// A heading cell longer than this is none, in bytes.
const HEAD_BYTES_MAX: usize = 140;
/// Of a heading row's filled cells, at least this share is known, in percent.
const KNOWN_PERCENT_MIN: usize = 50;

impl Reader<'_> {
    /// Whether a row is a heading row of a known kind; it then opens a table.
    pub(super) fn new_header(&mut self, at: usize, cells: &[&str], filled: usize, raw: &str) -> bool {
        if !self.may_be_header(cells, filled) {
            return false;
        }
        let heads: Vec<String> = cells.iter().map(|cell| clean_line(cell).into_owned()).collect();
        let folded: Vec<String> = heads.iter().map(|head| fold(head)).collect();
        let mut best: Option<(usize, &TableWords, Vec<Option<Column>>)> = None;
        for table in &self.words.tables {
            let columns = columns_of(table, &folded);
            let known = columns.iter().flatten().count();
            let complete = table.required.iter().all(|required| has_column(&columns, *required));
            let enough = known * 100 >= filled * KNOWN_PERCENT_MIN && (known >= 2 || table.kind == TableKind::Budget);
            if complete && enough && best.as_ref().is_none_or(|(most, ..)| known > *most) {
                best = Some((known, table, columns));
            }
        }
        let Some((_, table, columns)) = best else { return false };
        if filled == 1 && !(table.kind == TableKind::Budget && cells.len() >= 3) {
            return false;
        }
        let kind = table.kind;
        self.close_table();
        let mut open = OpenTable::new(Kind::Headed(kind));
        let all = folded.join(" ");
        let above = self.above.as_ref().map(|(_, text)| fold(text)).unwrap_or_default();
        open.scale = scale_of(&all).or_else(|| scale_of(&above)).unwrap_or(1);
        open.years = heads.iter().map(|head| year_in(head)).collect();
        open.columns = columns;
        open.heads = heads.iter().map(|head| Arc::from(head.as_str())).collect();
        raw.clone_into(&mut open.header);
        self.table = Some(open);
        self.marks[at] = Mark::Read;
        true
    }

    /// A quick look: short cells, no amounts, and a first word that some heading begins with.
    fn may_be_header(&self, cells: &[&str], filled: usize) -> bool {
        if filled == 1 && cells.len() < 3 {
            return false;
        }
        let mut known = false;
        for (place, cell) in cells.iter().filter(|cell| !cell.is_empty()).enumerate() {
            if cell.len() > HEAD_BYTES_MAX {
                return false;
            }
            if !known && place < 4 {
                let end = cell.char_indices().nth(40).map_or(cell.len(), |(at, _)| at);
                let clean = clean_line(&cell[..end]);
                let folded = fold(&clean);
                known = folded.split(' ').next().is_some_and(|word| self.words.starts_header(word));
            }
            let bytes = cell.as_bytes();
            if bytes.len() > 3 && bytes[bytes.len() - 1].is_ascii_digit() && bytes.contains(&b',') && Cents::parse(cell).is_some() {
                return false;
            }
        }
        known
    }
}

fn has_column(columns: &[Option<Column>], required: Column) -> bool {
    use Column::{Amount, Chapter, ExpenseCapital, ExpenseCurrent, Money, RevenueCapital, RevenueCurrent};
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
            let found = table.words.iter().find(|(word, column)| {
                let fits = if exact { cell == word } else { begins_with(cell, word) };
                fits && (many(table.kind, *column) || !columns.contains(&Some(*column)))
            });
            columns[place] = found.map(|(_, column)| *column);
        }
    }
    if table.kind == TableKind::Indicators {
        for (place, cell) in folded.iter().enumerate() {
            let only_year = cell.len() <= 12 && year_in(cell).is_some() && (cell.len() == 4 || cell.starts_with("anno"));
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

/// What amounts are multiplied with: "in migliaia di euro", "(€/1000)", "mila euro".
fn scale_of(folded: &str) -> Option<i64> {
    if ["migliaia di euro", "migliaia di €", "mila euro", "€/1000", "euro/1000", "€ 000", "k€"].iter().any(|phrase| has_phrase(folded, phrase)) {
        return Some(1_000);
    }
    has_phrase(folded, "milioni di euro").then_some(1_000_000)
}
